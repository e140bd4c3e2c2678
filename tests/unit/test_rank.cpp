// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "indexer/archive_writer.hpp"
#include "input_fixture.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"

namespace {

using namespace news;

// Made-up words that no stemmer changes; the first of them are much more frequent than the last.
const std::vector<std::string> kWords = {"bako", "deru", "fiko",  "gamu", "hilo",
                                         "jopa", "kuto", "lormu", "mavo", "nuko"};

struct Made {
  std::string id, date;
  std::map<std::string, int> frequency;
  int length = 0;
};

std::vector<Made> make_articles(std::size_t count, std::mt19937& random) {
  std::vector<Made> out;
  for (std::size_t i = 0; i < count; ++i) {
    Made made;
    made.id = "a" + std::to_string(100000 + i);
    made.date = "2020-01-" + std::to_string(10 + random() % 20);
    made.length = static_cast<int>(1 + random() % 30);
    for (int w = 0; w < made.length; ++w) {
      std::size_t rank = 0;
      while (rank + 1 < kWords.size() && random() % 3 > 0) ++rank;
      ++made.frequency[kWords[kWords.size() - 1 - rank]];
    }
    out.push_back(std::move(made));
  }
  return out;
}

std::string as_json(const Made& made) {
  std::string text;
  for (const auto& [word, times] : made.frequency)
    for (int i = 0; i < times; ++i) text += word + ' ';
  return R"({"id":")" + made.id + R"(","date":")" + made.date + R"(","language":"en","text":")" +
         text + "\"}\n";
}

// By the definitions alone: every article that has any (or all) of the words, scored and sorted.
std::vector<std::pair<std::string, double>> by_force(const std::vector<Made>& articles,
                                                     const std::vector<std::string>& words,
                                                     bool all) {
  double mean = 0;
  std::map<std::string, double> df;
  for (const auto& a : articles) {
    mean += a.length / static_cast<double>(articles.size());
    for (const auto& [word, times] : a.frequency) ++df[word];
  }
  struct Row {
    std::string id, date;
    double score;
  };
  std::vector<Row> rows;
  for (const auto& a : articles) {
    double score = 0;
    std::size_t found = 0;
    for (const auto& word : words) {
      const auto it = a.frequency.find(word);
      if (it == a.frequency.end()) continue;
      ++found;
      const double n = static_cast<double>(articles.size());
      const double idf = std::log(1 + (n - df[word] + 0.5) / (df[word] + 0.5));
      score += idf * 1.9 * it->second / (it->second + 0.9 * (0.6 + 0.4 * a.length / mean));
    }
    if (found == 0 || (all && found < words.size())) continue;
    rows.push_back({a.id, a.date, std::round(score * 1e6) / 1e6});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    if (std::abs(a.score - b.score) > 1e-7) return a.score > b.score;
    return a.date != b.date ? a.date > b.date : a.id < b.id;
  });
  std::vector<std::pair<std::string, double>> out;
  for (const auto& row : rows) out.emplace_back(row.id, row.score);
  return out;
}

}  // namespace

TEST_CASE("the best hits are those of BM25 by brute force, in any number of segments") {
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
    const auto expected = by_force(articles, words, all);
    const auto result = searcher.search(request);
    INFO(query << " from " << request.offset << ", " << request.limit);
    REQUIRE(result.total == expected.size());
    const auto from = std::min<std::size_t>(request.offset, expected.size());
    REQUIRE(result.hits.size() == std::min<std::size_t>(request.limit, expected.size() - from));
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      CHECK(searcher.article(result.hits[i]).id == expected[from + i].first);
      CHECK(std::abs(result.hits[i].score - expected[from + i].second) < 2e-6);
    }
  }
}

TEST_CASE("articles without any word of the query rank behind, newest first") {
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
    CHECK((hit.score > 0) == (made.frequency.count("deru") > 0));
    if (hit.score > 0) continue;
    CHECK(made.date <= last);
    last = made.date;
  }
}
