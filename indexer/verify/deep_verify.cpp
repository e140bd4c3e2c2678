// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify/deep_verify.hpp"

#include <fmt/format.h>
#include <stdlib.h>
#include <xapian.h>

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "common/parallel.hpp"
#include "indexer/pipeline/reanalysis.hpp"
#include "indexer/pipeline/store_pool.hpp"
#include "indexer/segment/sketch.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr int kNamed = 10;  // articles and terms that are reported one by one

/// A directory below TMPDIR with the shape of an archive, gone with the object.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "newsarchive-verify-XXXXXX").string();
    if (!::mkdtemp(name.data()))
      throw Error(ErrorCode::failed,
                  "cannot make a directory in " + fs::temp_directory_path().string(),
                  "Set TMPDIR to a directory with room for a copy of the largest segment.");
    path_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

SegmentInfo build_again(const fs::path& archive, const SegmentInfo& segment, unsigned threads,
                        const fs::path& scratch) {
  SegmentBuilder builder(scratch / "segments" / segment.name, segment.name);
  StorePool pool(archive, {segment});
  Reanalysis work;
  work.count = segment.articles;
  work.threads = threads > 0 ? threads : default_threads();
  work.read = [&](std::size_t i) {
    return pool.with([&](const auto& stores) -> std::optional<StoredArticle> {
      const auto n = static_cast<DocId>(i);
      return StoredArticle{stores.front()->article(n), stores.front()->record_keys()[n]};
    });
  };
  work.make_dictionary = [](const auto&) { return std::make_shared<Dictionary>("", 1); };
  const std::atomic<bool> go_on = false;
  return reanalyse(work, builder, go_on).value_or(SegmentInfo{});
}

std::vector<std::string> words_of(const ArticleStore& store, DocId n) {
  const WordRecord record = store.words(n);
  std::vector<WordId> ids;
  std::vector<std::string> words;
  for (const auto codes : {record.title, record.text}) {
    ids.clear();
    decode_codes(codes, ids);
    for (const WordId id : ids) words.push_back(store.lexicon().word(id));
    words.emplace_back();  // where the title ends
  }
  return words;
}

void compare_words(const ArticleStore& found, const ArticleStore& expected,
                   const ReportProblem& report) {
  int named = 0;
  for (DocId n = 0; n < found.articles() && named < kNamed; ++n) {
    if (words_of(found, n) == words_of(expected, n)) continue;
    ++named;
    report(fmt::format("segment {}: article {} ({}): its words are not those of its text",
                       found.info().name, n, found.fields(n).id));
  }
}

bool same_postings(const Xapian::Database& a, const Xapian::Database& b, const std::string& term) {
  auto one = a.postlist_begin(term), other = b.postlist_begin(term);
  const auto one_end = a.postlist_end(term), other_end = b.postlist_end(term);
  for (; one != one_end && other != other_end; ++one, ++other)
    if (*one != *other || one.get_wdf() != other.get_wdf()) return false;
  return one == one_end && other == other_end;
}

void compare_postings(const fs::path& found, const fs::path& expected,
                      const ReportProblem& report) {
  const Xapian::Database a(found.string()), b(expected.string());
  int named = 0;
  const auto differs = [&](const std::string& term) {
    if (++named <= kNamed)
      report(
          fmt::format("{}: the list of '{}' does not follow from the texts", found.string(), term));
  };
  for (auto term = a.allterms_begin(); term != a.allterms_end(); ++term)
    if (!same_postings(a, b, *term)) differs(*term);
  for (auto term = b.allterms_begin(); term != b.allterms_end(); ++term)
    if (!a.term_exists(*term)) differs(*term);
}

}  // namespace

void verify_deep(const fs::path& archive, const SegmentInfo& segment, unsigned threads,
                 const ReportProblem& report) {
  const Scratch scratch;
  const SegmentInfo again = build_again(archive, segment, threads, scratch.path());
  std::vector<std::string> files{"words.etdc", "words.idx", "lexicon", "columns", "ids", "lists"};
  // Archives of version 0.1 have no sketches.
  if (segment.files.contains(kSketchFile)) files.emplace_back(kSketchFile);
  for (const std::string& file : files)
    if (again.files.at(file) != segment.files.at(file))
      report(
          fmt::format("{}: does not follow from the texts (damage, or another version wrote it; "
                      "'indexer rebuild' makes it new)",
                      (archive / "segments" / segment.name / file).string()));
  const auto found = open_stores(archive, {&segment, 1});
  const ArticleStore expected(scratch.path(), again, std::make_shared<Dictionary>("", 0));
  compare_words(*found.front(), expected, report);
  with_xapian(archive, [&] {
    compare_postings(archive / "segments" / segment.name / "postings",
                     scratch.path() / "segments" / segment.name / "postings", report);
  });
}

}  // namespace news
