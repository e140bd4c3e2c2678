// SPDX-License-Identifier: GPL-2.0-or-later
// An archive of five-word articles against a plain map: random additions, replacements, deletions
// and compactions, compared after each few commits. NEWS_MODEL_OPERATIONS asks for more than a few
// thousand.
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "indexer/add/archive_writer.hpp"
#include "indexer/revise/archive_editor.hpp"
#include "indexer/revise/delete.hpp"
#include "indexer/revise/rewriter.hpp"
#include "indexer/verify/verify.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/search/searcher.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::atomic<bool> kGoOn{false};  // nobody asks to stop

class Model {
 public:
  explicit Model(unsigned seed) : random_(seed) {}

  /// Runs some operations and commits them; returns how many.
  std::size_t step() {
    const auto what = pick(20);
    if (what == 0) return compact();
    if (what < 4) return remove();
    return add();
  }

  void compare() {
    const Archive archive(path_);
    std::map<std::string, std::string> found;
    for (const auto& segment : archive.segments)
      segment->live().for_each([&](DocId n) {
        const Article article = segment->article(n);
        REQUIRE(found.emplace(article.id, article.text).second);
      });
    REQUIRE(found == texts_);
    Searcher searcher(path_);
    for (int i = 0; i < 3; ++i) {
      const std::string word = random_word();
      std::size_t expected = 0;
      for (const auto& [id, text] : texts_)
        expected += (" " + text + " ").find(" " + word + " ") != text.npos;
      REQUIRE(searcher.count(parse_query("=" + word)) == expected);
    }
  }

  void verify() {
    const auto result = verify_archive(path_, {});
    CAPTURE(result.problems);
    REQUIRE(result.problems.empty());
  }

 private:
  std::size_t pick(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
  }
  std::string random_word() { return "word" + std::string(1, static_cast<char>('a' + pick(20))); }
  std::string random_id() { return "id" + std::to_string(pick(400)); }

  std::size_t add() {
    const std::size_t count = 1 + pick(150);
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string id = random_id();
      auto& text = texts_[id];
      // Now and then an article comes again as it is; else each text is a new one, since a record
      // that was there before changes nothing.
      if (text.empty() || pick(8) > 0)
        text = random_word() + " " + random_word() + " " + random_word() + " " + random_word() +
               " n" + std::to_string(++serial_);
      lines += R"({"id":")" + id + R"(","title":"","text":")" + text + "\"}\n";
    }
    const auto input = open_input({directory_.write("in.jsonl", lines)}, {});
    AddOptions options;
    options.archive = path_;
    options.threads = 1 + static_cast<unsigned>(pick(3));
    options.memory_mib = 128;
    ArchiveWriter(options, {}, kGoOn).add(*input);
    return count;
  }

  std::size_t remove() {
    if (!is_archive(path_)) return 0;
    DeleteRequest request;
    if (pick(2) == 0) {
      request.query = "=" + random_word() + " =" + random_word();
    } else {
      for (std::size_t i = pick(20); i > 0; --i) request.ids.push_back(random_id());
    }
    request.dry_run = pick(5) == 0;
    ArchiveEditor editor(path_, false);
    const auto report = delete_articles(editor, request, [&](const Article& article) {
      if (!request.dry_run) texts_.erase(article.id);
    });
    return report.articles;
  }

  std::size_t compact() {
    if (!is_archive(path_)) return 0;
    ArchiveEditor editor(path_, false);
    Rewriter rewriter(editor, {2, 128, false}, kGoOn);
    static_cast<void>(pick(3) == 0 ? rewriter.rebuild() : rewriter.compact());
    return 1;
  }

  std::mt19937 random_;
  TempDir directory_;
  const std::filesystem::path path_ = directory_.path("archive");
  std::map<std::string, std::string> texts_;
  std::size_t serial_ = 0;
};

}  // namespace

TEST_CASE("an archive does what a map would do") {
  const char* asked = std::getenv("NEWS_MODEL_OPERATIONS");
  const std::size_t operations = asked ? std::strtoull(asked, nullptr, 10) : 3000;
  Model model(20261126);
  std::size_t done = 0;
  for (int commits = 1; done < operations; ++commits) {
    done += model.step();
    if (commits % 5 == 0) model.compare();
  }
  model.compare();
  model.verify();
}

}  // namespace news
