// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "indexer/add/archive_writer.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/search/searcher.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace {

using namespace news;

// Made-up words that no stemmer changes; the first of them are much more frequent than the last.
const std::vector<std::string> kWords = {"bako", "deru", "fiko",  "gamu", "hilo",
                                         "jopa", "kuto", "lormu", "mavo", "nuko"};

struct Made {
  std::string id, date;
  std::vector<std::string> words;
};

std::vector<Made> make_articles(std::size_t count, std::mt19937& random) {
  std::vector<Made> out;
  for (std::size_t i = 0; i < count; ++i) {
    Made made;
    made.id = "a" + std::to_string(100000 + i);
    made.date = "2020-01-" + std::to_string(10 + random() % 20);
    for (auto length = 1 + random() % 45; length > 0; --length) {
      std::size_t rank = 0;
      while (rank + 1 < kWords.size() && random() % 3 > 0) ++rank;
      made.words.push_back(kWords[kWords.size() - 1 - rank]);
    }
    out.push_back(std::move(made));
  }
  return out;
}

std::string as_json(const Made& made) {
  std::string text;
  for (const auto& word : made.words) text += word + ' ';
  return R"({"id":")" + made.id + R"(","date":")" + made.date + R"(","language":"en","text":")" +
         text + "\"}\n";
}

struct Row {
  const Made* article;
  double score;
};

void sort_rows(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    const double x = std::round(a.score * 1e6), y = std::round(b.score * 1e6);
    if (x != y) return x > y;
    return a.article->date != b.article->date ? a.article->date > b.article->date
                                              : a.article->id < b.article->id;
  });
}

/// The ranking by its definition alone (docs/QUERY.md, "Relevance"): no lists, no shortcut.
class ByForce {
 public:
  ByForce(const std::vector<Made>& articles, std::vector<std::string> query)
      : articles_(articles), query_(std::move(query)) {
    for (const auto& a : articles)
      mean_ += static_cast<double>(a.words.size()) / static_cast<double>(articles.size());
    for (const auto& word : query_) {
      double df = 0;
      for (const auto& a : articles) df += frequency(a, word) > 0;
      const double n = static_cast<double>(articles.size());
      weights_[word] = std::pow(std::log(1 + (n - df + 0.5) / (df + 0.5)), 1.25);
    }
  }
  std::vector<Row> rank(bool all) const {
    std::vector<Row> rows;
    for (const auto& a : articles_) {
      double score = 0;
      std::size_t found = 0;
      for (const auto& word : query_) {
        const double times = frequency(a, word);
        found += times > 0;
        score += weights_.at(word) * share(times, a);
      }
      if (found > 0 && (!all || found == query_.size())) rows.push_back({&a, score});
    }
    sort_rows(rows);
    for (std::size_t i = 0; i < std::min<std::size_t>(12, rows.size()); ++i)
      rows[i].score += proximity(*rows[i].article);
    sort_rows(rows);
    return rows;
  }

 private:
  static double frequency(const Made& a, const std::string& word) {
    return static_cast<double>(std::count(a.words.begin(), a.words.end(), word));
  }
  double share(double times, const Made& a) const {
    return 2.2 * times / (times + 1.2 * (0.4 + 0.6 * static_cast<double>(a.words.size()) / mean_));
  }
  double proximity(const Made& a) const {
    double gain = 0;
    for (std::size_t i = 0; i < query_.size(); ++i) {
      double lead = 0;
      for (std::size_t at = 0; at < std::min<std::size_t>(30, a.words.size()); ++at)
        lead += a.words[at] == query_[i];
      gain += 0.2 * weights_.at(query_[i]) * share(lead, a);
      for (std::size_t j = i + 1; j < std::min(query_.size(), i + 5); ++j)
        gain += pair_gain(a, query_[i], query_[j]);
    }
    return gain;
  }
  // An occurrence of either word counts when the other's last one is less than 8 words before it.
  double pair_gain(const Made& a, const std::string& first, const std::string& second) const {
    double in_order = 0, near = 0;
    for (std::size_t at = 0; at < a.words.size(); ++at) {
      if (a.words[at] != first && a.words[at] != second) continue;
      const std::string& other = a.words[at] == first ? second : first;
      for (std::size_t back = 1; back <= at; ++back) {
        if (a.words[at - back] != other) continue;
        near += back < 8;
        in_order += back == 1 && other == first;
        break;
      }
    }
    return std::sqrt(weights_.at(first) * weights_.at(second)) *
           (0.1 * share(in_order, a) + 0.25 * share(near, a));
  }

  const std::vector<Made>& articles_;
  std::vector<std::string> query_;
  double mean_ = 0;
  std::map<std::string, double> weights_;
};

void add_lines(const test::TempDir& directory, const std::string& lines) {
  const std::atomic<bool> stop{false};
  AddOptions options;
  options.archive = directory.path("archive");
  ArchiveWriter writer(options, {}, stop);
  const auto input = open_input({directory.write("lines.jsonl", lines)}, {});
  writer.add(*input);
}

std::vector<std::string> ids_of(Searcher& searcher, const SearchRequest& request) {
  std::vector<std::string> out;
  for (const auto& hit : searcher.search(request).hits) out.push_back(searcher.article(hit).id);
  return out;
}

std::string line(const std::string& id, const std::string& language, const std::string& date,
                 const std::string& text) {
  return R"({"id":")" + id + R"(","date":")" + date + R"(","language":")" + language +
         R"(","text":")" + text + "\"}\n";
}

}  // namespace

TEST_CASE("the best hits are those of the definition by brute force, in any number of segments") {
  std::mt19937 random(20261124);
  const auto articles = make_articles(3000, random);
  const test::TempDir directory;
  const std::atomic<bool> stop{false};
  // One large segment, then two small ones.
  for (const auto& [begin, end] : {std::pair{0, 2500}, {2500, 2510}, {2510, 3000}}) {
    std::string lines;
    for (int i = begin; i < end; ++i) lines += as_json(articles[static_cast<std::size_t>(i)]);
    const auto file = directory.write("part" + std::to_string(begin) + ".jsonl", lines);
    AddOptions options;
    options.archive = directory.path("archive");
    options.threads = 1;
    ArchiveWriter writer(options, {}, stop);
    const auto input = open_input({file}, {});
    REQUIRE(writer.add(*input).counts.indexed == static_cast<std::uint64_t>(end - begin));
  }
  Searcher searcher(directory.path("archive"));
  for (int round = 0; round < 200; ++round) {
    auto words = kWords;
    std::shuffle(words.begin(), words.end(), random);
    words.resize(1 + random() % 5);
    const bool all = random() % 2 == 0;
    std::string query;
    for (const auto& word : words) query += (query.empty() ? "" : all ? " AND " : " OR ") + word;
    SearchRequest request;
    request.query = parse_query(query);
    request.offset = random() % 3 == 0 ? random() % 40 : 0;
    request.limit = 1 + random() % 25;
    const auto expected = ByForce(articles, words).rank(all);
    const auto result = searcher.search(request);
    INFO(query << " from " << request.offset << ", " << request.limit);
    REQUIRE(result.total == expected.size());
    const auto from = std::min<std::size_t>(request.offset, expected.size());
    REQUIRE(result.hits.size() == std::min<std::size_t>(request.limit, expected.size() - from));
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      CHECK(searcher.article(result.hits[i]).id == expected[from + i].article->id);
      CHECK(std::abs(result.hits[i].score - expected[from + i].score) < 2e-6);
    }
  }
}

TEST_CASE("a word is not rare because few articles are of its language") {
  std::string lines;
  for (int i = 0; i < 200; ++i)
    lines += line("en" + std::to_string(i), "en", "2020-01-01",
                  "the storm of the year and the rain number" + std::to_string(i));
  lines += line("flood", "en", "2020-01-01", "a flood of the river");
  lines += line("other", "xx", "2020-01-01", "the of the of the of");
  const test::TempDir directory;
  add_lines(directory, lines);
  Searcher searcher(directory.path("archive"));
  SearchRequest request;
  request.query = parse_any("the flood of");
  request.limit = 1;
  CHECK(ids_of(searcher, request) == std::vector<std::string>{"flood"});
}

TEST_CASE("recent articles come first unless older ones are much better") {
  std::string lines = line("new", "en", "2020-03-01", "bako deru deru fiko gamu") +
                      line("old", "en", "2020-01-01", "bako bako deru fiko gamu") +
                      line("undated", "en", "", "bako bako bako deru gamu");
  for (int i = 0; i < 20; ++i)
    lines += line("x" + std::to_string(i), "en", "2019-01-01", "hilo jopa kuto lormu mavo");
  const test::TempDir directory;
  add_lines(directory, lines);
  Searcher searcher(directory.path("archive"));
  SearchRequest request;
  request.query = parse_query("bako");
  CHECK(ids_of(searcher, request) == std::vector<std::string>{"undated", "old", "new"});
  const auto plain = searcher.search(request).hits;
  request.half_life = 60;  // the older one is sixty days older
  const auto recent = searcher.search(request).hits;
  CHECK(ids_of(searcher, request) == std::vector<std::string>{"new", "old", "undated"});
  CHECK(recent[0].score == plain[2].score);
  CHECK(std::abs(recent[1].score - plain[1].score / 2) < 2e-6);
  CHECK(recent[2].score == 0);
  request.half_life = 6000;
  CHECK(ids_of(searcher, request) == std::vector<std::string>{"old", "new", "undated"});
}

TEST_CASE("an expanded query finds what its best articles are about") {
  std::string lines = line("a", "en", "2020-01-01", "bako deru deru deru fiko") +
                      line("b", "en", "2020-01-01", "bako deru deru gamu gamu") +
                      line("c", "en", "2020-01-02", "bako nuko nuko nuko nuko nuko nuko nuko") +
                      line("d", "en", "2020-01-01", "deru deru deru fiko hilo");
  for (int i = 0; i < 40; ++i)
    lines += line("x" + std::to_string(i), "en", "2019-01-01", "hilo jopa kuto lormu mavo");
  const test::TempDir directory;
  add_lines(directory, lines);
  Searcher searcher(directory.path("archive"));
  SearchRequest request;
  request.query = parse_any("bako");
  const auto plain = searcher.search(request);
  request.expand = true;
  const auto reordered = searcher.search(request);
  CHECK(reordered.total == 3);
  // The words of the two that are alike add to both, and next to nothing to the third.
  const auto gap = [](const SearchResult& r) { return r.hits[1].score / r.hits[2].score; };
  REQUIRE(reordered.hits.size() == 3);
  CHECK(gap(reordered) > 1.2 * gap(plain));
  REQUIRE(reordered.expansion.size() > 1);
  CHECK(reordered.expansion[0].word == "deru");
  // Told by one article alone: nothing that another could be found by.
  CHECK(std::ranges::none_of(reordered.expansion, [](const auto& w) { return w.word == "nuko"; }));
  request.widen = true;
  const auto widened = searcher.search(request);
  CHECK(widened.total > 3);
  const auto ids = ids_of(searcher, request);
  CHECK(std::ranges::find(ids, "d") != ids.end());
  for (const auto& hit : widened.hits) CHECK(hit.score > 0);
}

TEST_CASE("articles without any word of the query come last, newest first") {
  std::mt19937 random(7);
  const auto articles = make_articles(50, random);
  const test::TempDir directory;
  const std::atomic<bool> stop{false};
  std::string lines;
  for (const auto& made : articles) lines += as_json(made);
  AddOptions options;
  options.archive = directory.path("archive");
  ArchiveWriter writer(options, {}, stop);
  const auto input = open_input({directory.write("a.jsonl", lines)}, {});
  writer.add(*input);
  Searcher searcher(directory.path("archive"));
  SearchRequest request;
  request.query = parse_query("deru OR date:2020");
  request.limit = 50;
  const auto hits = searcher.search(request).hits;
  REQUIRE(hits.size() == 50);
  std::string last = "9999";
  for (const auto& hit : hits) {
    const auto id = searcher.article(hit).id;
    const auto& made = articles[std::stoul(id.substr(1)) - 100000];
    const bool has = std::ranges::count(made.words, "deru") > 0;
    CHECK((hit.score > 0) == has);
    if (hit.score > 0) continue;
    CHECK(made.date <= last);
    last = made.date;
  }
}
