// SPDX-License-Identifier: GPL-2.0-or-later
// Times queries in one process, as a script that embeds the searcher would see them:
//
//   search_bench ARCHIVE QUERIES.tsv any|all|phrase|near|native|facets|date|fetch
//                [PASSES [SECONDS]]
//
// QUERIES.tsv: id, tab, plain words (for native a query, for fetch ids with tabs between). Every
// query asks for an exact total and the ten best (date: the ten newest); facets and date take any
// of the words; fetch reads the articles whole. The last pass counts: of PASSES (3), or of those
// that begin within SECONDS, but at least of two. Prints one JSON object a run.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <numeric>

#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::string> read_queries(const char* path) {
  std::ifstream in(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line.substr(line.find('\t') + 1));
  return out;
}

news::Node parse(const std::string& words, const std::string& mode) {
  if (mode == "native") return news::parse_query(words);
  if (mode == "phrase") return news::parse_query('"' + words + '"');
  if (mode == "near")
    return news::parse_query(words.substr(0, words.find(' ')) + " NEAR/10 " +
                             words.substr(words.rfind(' ') + 1));
  news::Node any = news::parse_any(words);
  if (mode == "all" && !any.children.empty()) any.op = news::Op::and_;
  return any;
}

// Each of these returns how many articles it found.
std::uint64_t run_query(news::Searcher& searcher, const std::string& words,
                        const std::string& mode) {
  news::SearchRequest request;
  request.query = parse(words, mode);
  if (mode == "facets") request.facets = {news::Facet::source, news::Facet::month};
  if (mode == "date") request.sort = news::Sort::newest;
  return searcher.search(request).total;
}

std::uint64_t fetch(news::Searcher& searcher, const std::string& ids) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at <= ids.size();) {
    const std::size_t end = std::min(ids.find('\t', at), ids.size());
    const auto hit = searcher.find(std::string_view(ids).substr(at, end - at));
    if (hit && !searcher.article(*hit).text.empty()) ++found;
    at = end + 1;
  }
  return found;
}

struct Times {
  std::vector<double> ms;            // of the last pass, ascending
  std::vector<std::size_t> slowest;  // queries, slowest first
  std::uint64_t hits = 0, failed = 0;
  int passes = 0;
};

Times time_passes(const std::vector<std::string>& queries, int passes, double seconds,
                  const std::function<std::uint64_t(const std::string&)>& run) {
  Times out;
  out.ms.resize(queries.size());
  const auto begin = Clock::now();
  while (out.passes < passes && (out.passes < 2 || seconds_since(begin) < seconds)) {
    ++out.passes;
    out.hits = out.failed = 0;
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const auto start = Clock::now();
      try {
        out.hits += run(queries[i]);
      } catch (const news::Error&) {
        ++out.failed;
      }
      out.ms[i] = seconds_since(start) * 1000;
    }
  }
  out.slowest.resize(queries.size());
  std::iota(out.slowest.begin(), out.slowest.end(), std::size_t{0});
  std::sort(out.slowest.begin(), out.slowest.end(),
            [&](std::size_t a, std::size_t b) { return out.ms[a] > out.ms[b]; });
  std::sort(out.ms.begin(), out.ms.end());
  return out;
}

void print(const std::string& mode, const Times& t) {
  double sum = 0;
  for (const double x : t.ms) sum += x;
  const std::size_t n = t.ms.size();
  fmt::print(R"({{"task":"{}","queries":{},"passes":{},"failed":{},"hits":{},"mean_ms":{:.4f},)"
             R"("p50_ms":{:.4f},"p99_ms":{:.4f},"max_ms":{:.4f}}})"
             "\n",
             mode, n, t.passes, t.failed, t.hits, sum / static_cast<double>(n), t.ms[n / 2],
             t.ms[n * 99 / 100], t.ms.back());
}

}  // namespace

int main(int argc, char** argv) {
  constexpr std::array<std::string_view, 8> kModes = {"any",    "all",    "phrase", "near",
                                                      "native", "facets", "date",   "fetch"};
  const std::string mode = argc > 3 ? argv[3] : "";
  const auto queries = argc > 3 ? read_queries(argv[2]) : std::vector<std::string>();
  if (std::find(kModes.begin(), kModes.end(), mode) == kModes.end() || queries.empty()) {
    std::cerr << "usage: search_bench ARCHIVE QUERIES.tsv "
                 "any|all|phrase|near|native|facets|date|fetch [PASSES [SECONDS]]\n";
    return 2;
  }
  const int passes = argc > 4 ? std::stoi(argv[4]) : 3;
  const double seconds = argc > 5 ? std::stod(argv[5]) : 1e9;
  try {
    news::Searcher searcher(argv[1]);
    const Times times = time_passes(queries, passes, seconds, [&](const std::string& query) {
      return mode == "fetch" ? fetch(searcher, query) : run_query(searcher, query, mode);
    });
    print(mode, times);
    if (mode == "native")  // where to look next
      for (std::size_t i = 0; i < std::min<std::size_t>(10, queries.size()); ++i)
        fmt::print(stderr, "{:9.2f} ms  {}\n", times.ms[queries.size() - 1 - i],
                   queries[times.slowest[i]]);
  } catch (const news::Error& e) {
    std::cerr << "search_bench: " << e.what() << "\n";
    return 1;
  }
}
