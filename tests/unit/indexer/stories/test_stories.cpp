// SPDX-License-Identifier: GPL-2.0-or-later
// Stories of random archives against a comparison of all pairs, written down again from their
// definition; after additions, replacements, deletions and compactions in any order.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "common/error.hpp"
#include "common/io/varint.hpp"
#include "indexer/add/archive_writer.hpp"
#include "indexer/revise/archive_editor.hpp"
#include "indexer/revise/delete.hpp"
#include "indexer/revise/rewriter.hpp"
#include "indexer/segment/shingles.hpp"
#include "indexer/segment/sketch.hpp"
#include "indexer/segment/sketch_maker.hpp"
#include "indexer/stories/article_table.hpp"
#include "indexer/verify/verify.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::atomic<bool> kGoOn{false};  // nobody asks to stop

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::vector<std::uint64_t> hashes_of(const std::string& text) {
  std::vector<std::uint64_t> out;
  for (const auto& word : split(text)) out.push_back(word_hash(word));
  return out;
}

/// "w0 w1 w2 …": no two shingles are alike.
std::string counted(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += "w" + std::to_string(i) + " ";
  return text;
}

bool copies(const std::string& a, const std::string& b) {
  return are_copies(shingle_set(hashes_of(a)), shingle_set(hashes_of(b)));
}

struct Text {
  std::string text, date;
  int first_day = -100000, last_day = 100000;  // of the date, from 2020-01-01
};

using Groups = std::set<std::vector<std::string>>;  // of ids

/// What the archive should say, the slow way.
class Oracle {
 public:
  explicit Oracle(const std::map<std::string, Text>& texts) {
    for (const auto& [id, text] : texts) {
      Known known{id, text, {}, make_sketch(hashes_of(text.text))};
      const auto words = split(text.text);
      for (std::size_t i = 0; i + 4 <= words.size(); ++i)
        known.shingles.insert(words[i] + " " + words[i + 1] + " " + words[i + 2] + " " +
                              words[i + 3]);
      known_.push_back(std::move(known));
    }
  }

  Groups stories(int window) const {
    std::vector<std::size_t> story(known_.size());
    for (std::size_t i = 0; i < story.size(); ++i) story[i] = i;
    for (std::size_t i = 0; i < story.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (story[i] != story[k] && edge(known_[i], known_[k], window))
          std::replace(story.begin(), story.end(), std::size_t{story[i]}, std::size_t{story[k]});
    std::map<std::size_t, std::vector<const Known*>> members;
    for (std::size_t i = 0; i < story.size(); ++i) members[story[i]].push_back(&known_[i]);
    Groups out;
    for (auto& [number, some] : members) {
      std::sort(some.begin(), some.end(), [](const Known* a, const Known* b) {
        const auto key = [](const Known* k) {
          return std::tuple(k->text.date.empty(), k->text.date, k->id);
        };
        return key(a) < key(b);
      });
      std::vector<std::string> ids;
      for (const Known* one : some) ids.push_back(one->id);
      if (ids.size() > 1) out.insert(ids);
    }
    return out;
  }

 private:
  struct Known {
    std::string id;
    Text text;
    std::set<std::string> shingles;
    Sketch sketch;
  };
  static bool within(const Known& a, const Known& b, int days) {
    return a.text.first_day - b.text.last_day <= days && b.text.first_day - a.text.last_day <= days;
  }
  static bool edge(const Known& a, const Known& b, int window) {
    if (!within(a, b, window)) return false;
    std::size_t shared = 0, common = 0;
    for (const auto& shingle : a.shingles) shared += b.shingles.count(shingle);
    for (const auto hash : a.sketch) common += std::ranges::count(b.sketch, hash);
    if (!may_be_copies(a.sketch, b.sketch, common)) return false;
    const double smaller = static_cast<double>(std::min(a.shingles.size(), b.shingles.size()));
    if (smaller < 48 && !within(a, b, 1)) return false;
    const double all = static_cast<double>(a.shingles.size() + b.shingles.size() - shared);
    const double of = smaller < 16 ? all : smaller;
    return shared > 0 && static_cast<double>(shared) / of >= 0.8;
  }

  std::vector<Known> known_;
};

Groups stories_of(const std::filesystem::path& path) {
  const Archive archive(path);
  Groups out;
  for (StoryNumber s = 0; s < archive.stories.size(); ++s) {
    std::vector<std::string> ids;
    for (const auto& m : archive.stories.members(s))
      ids.push_back(archive.segments[m.segment]->fields(m.doc_id).id);
    out.insert(ids);
  }
  return out;
}

class StoryModel {
 public:
  explicit StoryModel(unsigned seed) : random_(seed) {}

  void step() {
    const auto what = pick(12);
    if (what == 0 && is_archive(path_)) return rewrite();
    if (what < 4 && is_archive(path_)) return remove();
    add();
  }

  void compare() {
    const Groups found = stories_of(path_);
    const auto expected = Oracle(texts_).stories(static_cast<int>(window_));
    REQUIRE(found == expected);
    most_ = std::max(most_, found.size());
  }

  void verify() {
    const auto result = verify_archive(path_, {.deep = true, .threads = 2});
    CAPTURE(result.problems);
    REQUIRE(result.problems.empty());
  }
  std::size_t most_stories() const { return most_; }

 private:
  std::size_t pick(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
  }
  std::string word() {
    return std::string("w") + static_cast<char>('a' + pick(26)) + static_cast<char>('a' + pick(5));
  }

  std::string new_text() {
    std::string text;
    for (std::size_t n = pick(4) == 0 ? pick(25) : 25 + pick(300); n > 0; --n) text += word() + " ";
    return text;
  }

  // A text like one that is there: the same, cut, longer, or with some other words.
  std::string like(const std::string& text) {
    auto words = split(text);
    const auto what = pick(4);
    if (what == 1) words.resize(words.size() / (1 + pick(3)));
    for (std::size_t n = what == 2 ? pick(100) : 0; n > 0; --n) words.push_back(word());
    for (std::size_t n = what == 3 ? pick(words.size() / 10 + 2) : 0; n > 0 && !words.empty(); --n)
      words[pick(words.size())] = word();
    std::string out;
    for (const auto& one : words) out += one + " ";
    return out;
  }

  void date(Text& text) {
    const int day = static_cast<int>(pick(60));
    const auto what = pick(12);
    if (what == 0) return;
    char iso[16] = "2020";
    text.first_day = what == 1 ? 0 : day < 31 ? 0 : 31;
    text.last_day = what == 1 ? 365 : day < 31 ? 30 : 59;
    if (what > 1) std::snprintf(iso, sizeof iso, "2020-%02d", day < 31 ? 1 : 2);
    if (what > 2) {
      std::snprintf(iso, sizeof iso, "2020-%02d-%02d", day < 31 ? 1 : 2, day % 31 + 1);
      text.first_day = text.last_day = day;
    }
    text.date = iso;
  }

  void add() {
    std::string lines;
    for (std::size_t n = 1 + pick(40); n > 0; --n) {
      const std::string id = "id" + std::to_string(pick(400));
      Text text;
      const auto other = std::next(texts_.begin(), static_cast<long>(pick(texts_.size() + 1)));
      text.text = other == texts_.end() || pick(3) == 0 ? new_text() : like(other->second.text);
      date(text);
      // The title makes each record another one: one that was there before changes nothing.
      lines += R"({"id":")" + id + R"(","title":"n)" + std::to_string(++serial_) + R"(","text":")" +
               text.text + R"(","date":")" + text.date + "\"}\n";
      texts_[id] = text;
    }
    const auto input = open_input({directory_.write("in.jsonl", lines)}, {});
    AddOptions options;
    options.archive = path_;
    options.threads = 1 + static_cast<unsigned>(pick(3));
    if (pick(15) == 0) options.story_window = window_ = static_cast<std::uint32_t>(pick(30));
    ArchiveWriter(options, {}, kGoOn).add(*input);
  }

  void remove() {
    DeleteRequest request;
    for (std::size_t i = pick(30); i > 0; --i)
      request.ids.push_back("id" + std::to_string(pick(400)));
    ArchiveEditor editor(path_, false);
    delete_articles(editor, request, [&](const Article& article) { texts_.erase(article.id); });
  }

  void rewrite() {
    ArchiveEditor editor(path_, false);
    Rewriter rewriter(editor, {2, 128, pick(2) == 0}, kGoOn);
    static_cast<void>(pick(2) == 0 ? rewriter.rebuild() : rewriter.compact());
  }

  std::mt19937 random_;
  TempDir directory_;
  const std::filesystem::path path_ = directory_.path("archive");
  std::map<std::string, Text> texts_;
  std::uint32_t window_ = 14;
  std::size_t serial_ = 0, most_ = 0;
};

}  // namespace

TEST_CASE("stories are what a comparison of all pairs finds, whatever was done to the archive") {
  StoryModel model(20261126);
  for (int i = 1; i <= 60; ++i) {
    model.step();
    if (i % 3 == 0) model.compare();
  }
  model.verify();
  REQUIRE(model.most_stories() > 20);  // else nothing was tried
}

TEST_CASE("copies share four fifths of the shingles of the smaller text") {
  const std::string text = counted(0, 103);  // a hundred shingles
  CHECK(copies(text, text));
  CHECK(copies(text, counted(0, 53)));
  CHECK(copies(text, counted(0, 83) + counted(200, 220)));
  CHECK_FALSE(copies(text, counted(0, 82) + counted(200, 221)));
  CHECK_FALSE(copies(text, counted(100, 203)));
}

TEST_CASE("short texts are copies only as a whole") {
  CHECK(copies(counted(0, 18), counted(0, 18)));  // fifteen shingles
  CHECK_FALSE(copies(counted(0, 18), counted(0, 103)));
  CHECK(copies(counted(0, 19), counted(0, 103)));
  CHECK(copies(counted(0, 4), counted(0, 4)));
  CHECK_FALSE(copies(counted(0, 3), counted(0, 3)));  // not one
}

TEST_CASE("texts of fewer than 48 shingles are copies only if they may be a day apart") {
  const TempDir directory;
  std::string lines;
  const auto add = [&](const char* id, const std::string& text, const char* date) {
    lines +=
        std::string(R"({"id":")") + id + R"(","text":")" + text + R"(","date":")" + date + "\"}\n";
  };
  const std::string notice = counted(0, 50), longer = counted(100, 151);  // 47 and 48 shingles
  add("a", notice, "2020-03-01");
  add("b", notice, "2020-03-02");
  add("c", notice, "2020-03-04");
  add("d", longer, "2020-03-01");
  add("e", longer, "2020-03-04");
  // What counts is the smaller text.
  add("f", counted(200, 250), "2020-03-01");
  add("g", counted(200, 400), "2020-03-03");
  // An unknown day may be near.
  add("h", counted(400, 450), "2020-03-20");
  add("i", counted(400, 450), "2020-03");
  add("j", counted(500, 550), "2020-03-20");
  add("k", counted(500, 550), "");
  AddOptions options;
  options.archive = directory.path("archive");
  ArchiveWriter(options, {}, kGoOn).add(*open_input({directory.write("in.jsonl", lines)}, {}));
  CHECK(stories_of(options.archive) == Groups{{"a", "b"}, {"d", "e"}, {"i", "h"}, {"j", "k"}});
}

TEST_CASE("shingles follow the order of words") {
  CHECK(shingle_set(hashes_of("a b c d")) != shingle_set(hashes_of("b a c d")));
  CHECK(shingle_set(hashes_of("a b c d a b c d")).size() == 4);
  CHECK(shingle_set(hashes_of("x a b c d")).size() == 2);
  const auto set = shingle_set(hashes_of("x y z a b c d"));
  CHECK(std::ranges::count(set, shingle_set(hashes_of("a b c d"))[0]) == 1);
}

TEST_CASE("a sketch has all hashes below its bound, and eight at least") {
  const auto words = hashes_of(counted(0, 3003));
  std::set<std::uint32_t> all;
  for_each_shingle(words,
                   [&](std::uint64_t h) { all.insert(static_cast<std::uint32_t>(h >> 32)); });
  const Sketch sketch = make_sketch(words);
  CHECK(sketch.size() > 60);
  CHECK(sketch.size() < 140);
  CHECK(sketch == Sketch(all.begin(), all.upper_bound(kSketchBound)));
  const Sketch some = make_sketch(std::span(words).first(53));
  CHECK(some.size() == kMinSketch);
  CHECK(known_up_to(some) == some.back());
  CHECK(make_sketch(std::span(words).first(6)).size() == 3);
  CHECK(known_up_to(make_sketch(std::span(words).first(6))) == 0xFFFFFFFF);
  CHECK(make_sketch(std::span(words).first(3)).empty());
}

TEST_CASE("a text that is being indexed has the sketch of its folded words") {
  WorkerWords words;
  REQUIRE(words.number("\xC2\xAD") == kNoWord);  // a soft hyphen: nothing is left of it
  WordStream article;
  for (const auto& word : split("The CAT sat on THE mat and the Cat sat"))
    put_varint(article.text.words, words.number(word));
  std::string expected;
  append_sketch(expected, make_sketch(hashes_of("the cat sat on the mat and the cat sat")));
  CHECK(SketchMaker({&words}).sketch(article) == expected);
}

TEST_CASE("sketches are read as they were written, and broken ones refused") {
  const TempDir directory;
  const std::vector<Sketch> sketches = {
      {0, 1, 0xFFFFFFFF}, {}, make_sketch(hashes_of(counted(0, 900)))};
  std::vector<std::string> bytes;
  for (const auto& sketch : sketches) append_sketch(bytes.emplace_back(), sketch);
  SegmentInfo info;
  info.articles = 3;
  CHECK_FALSE(Sketches::open(directory.str(), info));
  const auto write = [&] {
    std::filesystem::remove(directory.path(kSketchFile));
    info.files[kSketchFile] = write_sketches(directory.path(kSketchFile), bytes);
    return Sketches::open(directory.str(), info);
  };
  Sketch read;
  auto file = write();
  const Sketches own(bytes);
  for (DocId n = 0; n < 3; ++n) {
    file->read(n, read);
    CHECK(read == sketches[n]);
    own.read(n, read);
    CHECK(read == sketches[n]);
  }
  // Cut off; the same hash twice; above 32 bits.
  for (const char* broken : {"\x80", "\x05\x00", "\xFF\xFF\xFF\xFF\x0F\x01"}) {
    bytes[1] = std::string(broken, broken[0] == 5 ? 2 : std::strlen(broken));
    file = write();
    CHECK_THROWS_AS(file->read(1, read), Error);
  }
}

TEST_CASE("dates that are not exact span all days that they may mean") {
  const auto days = [](const char* from, const char* to, std::int32_t window) {
    return are_within(day_span(pack_date(parse_date(from))), day_span(pack_date(parse_date(to))),
                      window);
  };
  CHECK(days("2020-02-28T23:59:59Z", "2020-03-01", 2));
  CHECK_FALSE(days("2020-02-28", "2020-03-01", 1));
  CHECK_FALSE(days("2020-03-01", "2020-02-28", 1));
  CHECK(days("2020-02", "2020-03-01", 1));
  CHECK_FALSE(days("2020-02", "2020-03-02", 1));
  CHECK(days("2019-12", "2020-01-01", 1));
  CHECK(days("2019", "2020-01", 1));
  CHECK_FALSE(days("2019", "2021", 14));
  CHECK(days("", "1987-06-05", 0));
}

}  // namespace news
