// SPDX-License-Identifier: GPL-2.0-or-later
// Times queries in one process, as a script that embeds the searcher would see them:
//
//   search_bench ARCHIVE QUERIES.tsv any|all|phrase|near|native|facets [PASSES]
//
// QUERIES.tsv: id, tab, plain words (or, for native, a query). Every query asks for an exact total
// and the ten best; the last pass counts. Prints one JSON object a run.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>

#include "searcher/query/parser.hpp"
#include "searcher/search.hpp"

namespace {

std::vector<std::string> read_queries(const char* path) {
  std::ifstream in(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line.substr(line.find('\t') + 1));
  return out;
}

news::Node parse(const std::string& words, const std::string& mode) {
  if (mode == "any") return news::parse_any(words);
  news::Node any = news::parse_any(words);
  if (mode == "native" || any.children.empty()) return news::parse_query(words);
  any.op = news::Op::and_;
  if (mode == "phrase" || mode == "near") {
    return mode == "phrase" ? news::parse_query('"' + words + '"')
                            : news::parse_query(words.substr(0, words.find(' ')) + " NEAR/10 " +
                                                words.substr(words.rfind(' ') + 1));
  }
  return any;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr
        << "usage: search_bench ARCHIVE QUERIES.tsv any|all|phrase|near|native|facets [PASSES]\n";
    return 2;
  }
  const auto queries = read_queries(argv[2]);
  const std::string mode = argv[3];
  const int passes = argc > 4 ? std::stoi(argv[4]) : 3;
  news::Searcher searcher(argv[1]);
  std::vector<double> ms(queries.size());
  std::uint64_t hits = 0, failed = 0;
  for (int pass = 0; pass < passes; ++pass) {
    hits = failed = 0;
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const auto start = std::chrono::steady_clock::now();
      try {
        news::SearchRequest request;
        request.query = parse(queries[i], mode);
        if (mode == "facets") request.facets = {news::Facet::source, news::Facet::month};
        hits += searcher.search(request).total;
      } catch (const news::Error&) {
        ++failed;
      }
      ms[i] = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                  .count();
    }
  }
  double sum = 0;
  for (const double x : ms) sum += x;
  std::sort(ms.begin(), ms.end());
  fmt::print(
      "{{\"task\":\"{}\",\"queries\":{},\"failed\":{},\"hits\":{},\"mean_ms\":{:.3f},\"p50_ms\":{:."
      "3f},"
      "\"p99_ms\":{:.3f},\"max_ms\":{:.3f}}}\n",
      mode, ms.size(), failed, hits, sum / static_cast<double>(ms.size()), ms[ms.size() / 2],
      ms[ms.size() * 99 / 100], ms.back());
}
