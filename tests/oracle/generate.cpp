// SPDX-License-Identifier: GPL-2.0-or-later
// news-querygen CORPUS.jsonl [--seed S] [--count N] [--spine] [--limit N]
// Prints random queries over the corpus, a line each: ID<TAB>NATIVE<TAB>SEXPR.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus.hpp"
#include "draw.hpp"
#include "grammar.hpp"

namespace {

struct Options {
  std::string corpus;
  uint64_t seed = 1;
  size_t count = 100;
  size_t limit = SIZE_MAX;
  bool spine = false;
};

Options parseOptions(int argc, char** argv) {
  Options out;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    const bool more = i + 1 < argc;
    if (arg == "--spine") {
      out.spine = true;
    } else if (arg == "--seed" && more) {
      out.seed = std::stoull(argv[++i]);
    } else if (arg == "--count" && more) {
      out.count = std::stoul(argv[++i]);
    } else if (arg == "--limit" && more) {
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

void run(const Options& options) {
  const oracle::Corpus corpus = oracle::readCorpus(oracle::readFile(options.corpus), options.limit);
  oracle::Draw draw(corpus, options.seed);
  oracle::Grammar grammar(draw, options.spine);
  for (size_t i = 0; i < options.count; ++i) {
    const oracle::Query query = grammar.query();
    fmt::print("q{}-{}\t{}\t{}\n", options.seed, i, query.native, query.sexpr);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(parseOptions(argc, argv));
    return 0;
  } catch (const std::invalid_argument& error) {
    fmt::print(stderr,
               "news-querygen: {}\nusage: news-querygen CORPUS.jsonl [--seed S] [--count N] "
               "[--spine] [--limit N]\n",
               error.what());
    return 2;
  } catch (const std::exception& error) {
    fmt::print(stderr, "news-querygen: {}\n", error.what());
    return 1;
  }
}
