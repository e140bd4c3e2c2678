// SPDX-License-Identifier: GPL-2.0-or-later
// news-oracle CORPUS.jsonl [--limit N] [--ids] [--facets] < queries.tsv
// A line ID<TAB>SEXPR in, a line of JSON out. Exit 2 if any line was bad.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus.hpp"
#include "eval.hpp"

namespace {

struct Options {
  std::string corpus;
  size_t limit = SIZE_MAX;
  bool ids = false;
  bool facets = false;
};

constexpr const char* kUsage =
    "usage: news-oracle CORPUS.jsonl [--limit N] [--ids] [--facets] < ID<TAB>SEXPR lines\n";

Options parseOptions(int argc, char** argv) {
  Options out;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--ids") {
      out.ids = true;
    } else if (arg == "--facets") {
      out.facets = true;
    } else if (arg == "--limit" && i + 1 < argc) {
      out.limit = std::stoul(argv[++i]);
    } else if (out.corpus.empty() && !arg.starts_with("--")) {
      out.corpus = arg;
    } else {
      throw std::invalid_argument("bad argument: " + std::string(arg));
    }
  }
  if (out.corpus.empty()) throw std::invalid_argument("no corpus given");
  return out;
}

std::string json(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += fmt::format("\\{}", c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out.push_back(c);
    }
  }
  return out + '"';
}

std::string idsOf(const oracle::Corpus& corpus, const std::vector<size_t>& found) {
  std::vector<std::string> ids;
  for (const size_t i : found) ids.push_back(corpus.articles[i].id);
  std::sort(ids.begin(), ids.end());
  for (std::string& id : ids) id = json(id);
  return fmt::format(",\"ids\":[{}]", fmt::join(ids, ","));
}

std::string facetsOf(const oracle::Corpus& corpus, const std::vector<size_t>& found) {
  std::vector<std::string> facets;
  for (const auto& [facet, counts] : oracle::countFacets(corpus, found)) {
    std::vector<std::string> values;
    for (const auto& [value, count] : counts) {
      values.push_back(fmt::format("{}:{}", json(value), count));
    }
    facets.push_back(fmt::format("{}:{{{}}}", json(facet), fmt::join(values, ",")));
  }
  return fmt::format(",\"facets\":{{{}}}", fmt::join(facets, ","));
}

std::string answer(const oracle::Corpus& corpus, const Options& options, std::string_view line) {
  const size_t tab = line.find('\t');
  if (tab == std::string_view::npos) throw std::invalid_argument("no tab");
  const auto query = oracle::compile(corpus, oracle::parseSexpr(line.substr(tab + 1)));
  const std::vector<size_t> found = oracle::evaluate(corpus, query);
  std::string out =
      fmt::format("{{\"id\":{},\"total\":{}", json(line.substr(0, tab)), found.size());
  if (options.ids) out += idsOf(corpus, found);
  if (options.facets) out += facetsOf(corpus, found);
  return out + '}';
}

int run(const Options& options) {
  const oracle::Corpus corpus = oracle::readCorpus(oracle::readFile(options.corpus), options.limit);
  if (corpus.rejected > 0) fmt::print(stderr, "{} records rejected\n", corpus.rejected);
  int code = 0;
  size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    try {
      fmt::print("{}\n", answer(corpus, options, line));
    } catch (const std::invalid_argument& error) {
      fmt::print(stderr, "line {}: {}\n", number, error.what());
      code = 2;
    }
  }
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parseOptions(argc, argv));
  } catch (const std::invalid_argument& error) {
    fmt::print(stderr, "news-oracle: {}\n{}", error.what(), kUsage);
    return 2;
  } catch (const std::exception& error) {
    fmt::print(stderr, "news-oracle: {}\n", error.what());
    return 1;
  }
}
