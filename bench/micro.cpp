// SPDX-License-Identifier: GPL-2.0-or-later
// The inner loops by themselves, over the articles of an archive:
//
//   micro_bench ARCHIVE [--benchmark_filter=...]
//
// Takes the first articles of the first segment, 32 MB of text at most.
#include <benchmark/benchmark.h>

#include <iostream>
#include <random>

#include "common/archive/archive.hpp"
#include "common/words/etdc.hpp"
#include "indexer/segment/analysis.hpp"
#include "indexer/segment/inverter.hpp"
#include "searcher/engine/match/code_scan.hpp"

namespace {

using namespace news;

constexpr std::size_t kMaxText = 32u << 20;

struct Sample {
  explicit Sample(const std::string& path) : archive(path) {
    const Segment& segment = *archive.segments.at(0);
    for (DocId n = 0; n < segment.articles() && bytes < kMaxText; ++n) {
      articles.push_back(segment.article(n));
      bytes += articles.back().title.size() + articles.back().text.size();
      codes.emplace_back(segment.words(n).text);
      code_bytes += codes.back().size();
    }
  }
  Archive archive;
  std::vector<Article> articles;
  std::vector<std::string> codes;
  std::size_t bytes = 0, code_bytes = 0;
};

void set_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) *
                          static_cast<std::int64_t>(state.iterations()));
}

void analyse_articles(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) {
    WorkerWords words;
    for (Article article : sample.articles) benchmark::DoNotOptimize(analyse(article, words));
  }
  set_bytes(state, sample.bytes);
}

// What the store does with a record's fields and surface is done here with its text, a harder case.
void compress_text(benchmark::State& state, const Sample& sample) {
  Codec codec(std::make_shared<Dictionary>("", 9));
  for (auto _ : state)
    for (const auto& article : sample.articles)
      benchmark::DoNotOptimize(codec.compress(article.text));
  set_bytes(state, sample.bytes);
}

void read_articles(benchmark::State& state, const Sample& sample) {
  const Segment& segment = *sample.archive.segments[0];
  for (auto _ : state)
    for (DocId n = 0; n < sample.articles.size(); ++n) benchmark::DoNotOptimize(segment.article(n));
  set_bytes(state, sample.bytes);
}

template <typename Scan>
void scan_codes(benchmark::State& state, const Sample& sample, const Scan& scan) {
  std::size_t found = 0;
  for (auto _ : state)
    for (const auto& codes : sample.codes) found += scan.occurs(codes);
  benchmark::DoNotOptimize(found);
  set_bytes(state, sample.code_bytes);
}

void scan_phrase(benchmark::State& state, const Sample& sample) {
  scan_codes(state, sample, PhraseScan({200, 3000}));
}

void scan_near(benchmark::State& state, const Sample& sample) {
  scan_codes(state, sample, NearScan({200}, {3000}, 10, WordOrder::any));
}

void invert(benchmark::State& state, const Sample& sample) {
  std::vector<std::vector<WordId>> words(sample.codes.size());
  WordId most = 0;
  std::size_t postings = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    decode_codes(sample.codes[i], words[i]);
    for (const auto word : words[i]) most = std::max(most, word);
    postings += words[i].size();
  }
  for (auto _ : state) {
    Inverter inverter(most + 1, 1, true);
    for (DocId n = 0; n < words.size(); ++n)
      for (const auto word : words[n]) inverter.count(0, n, word);
    inverter.lay_out();
    for (DocId n = 0; n < words.size(); ++n)
      for (const auto word : words[n]) inverter.put(0, n, word);
    benchmark::DoNotOptimize(inverter.terms());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(postings) *
                          static_cast<std::int64_t>(state.iterations()));
}

constexpr std::uint32_t kUniverse = 100000;

// A random list that holds one article in `gap`.
std::string make_list(std::uint32_t gap, std::size_t& size) {
  std::mt19937 random(gap);
  std::vector<DocId> articles;
  std::vector<std::uint32_t> frequencies;
  for (DocId n = random() % gap; n < kUniverse; n += 1 + random() % (2 * gap - 1)) {
    articles.push_back(n);
    frequencies.push_back(1 + random() % 3);
  }
  size = articles.size();
  std::string bytes;
  encode_list(articles, frequencies, kUniverse, bytes);
  return bytes + std::string(8, '\0');
}

void decode_list(benchmark::State& state) {
  std::size_t size = 0;
  const std::string bytes = make_list(static_cast<std::uint32_t>(state.range(0)), size);
  const PostingView list(bytes, kUniverse);
  const ArticleSet all = ArticleSet::all(kUniverse);
  std::uint64_t sum = 0;
  for (auto _ : state) list.for_each_in(all, [&](DocId n, std::uint32_t tf) { sum += n + tf; });
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(static_cast<std::int64_t>(size) *
                          static_cast<std::int64_t>(state.iterations()));
}

void combine_sets(benchmark::State& state) {
  std::size_t size = 0;
  ArticleSet a(kUniverse), b(kUniverse);
  PostingView(make_list(3, size), kUniverse).add_to(a);
  PostingView(make_list(7, size), kUniverse).add_to(b);
  std::uint64_t total = 0;
  for (auto _ : state) total += (a & b).size() + (a | b).size();
  benchmark::DoNotOptimize(total);
  state.SetItemsProcessed(2 * std::int64_t{kUniverse} *
                          static_cast<std::int64_t>(state.iterations()));
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: micro_bench ARCHIVE [--benchmark_filter=REGEX]\n";
    return 2;
  }
  try {
    const Sample sample(argv[1]);
    using Body = void (*)(benchmark::State&, const Sample&);
    const std::pair<const char*, Body> bodies[] = {
        {"analyse", analyse_articles}, {"compress", compress_text}, {"read", read_articles},
        {"phrase scan", scan_phrase},  {"near scan", scan_near},    {"invert", invert}};
    for (const auto& [name, body] : bodies)
      benchmark::RegisterBenchmark(name, body, std::cref(sample))->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("decode list", decode_list)->Arg(2)->Arg(30)->Arg(500);
    benchmark::RegisterBenchmark("and, or, counts", combine_sets);
    benchmark::RunSpecifiedBenchmarks();
  } catch (const Error& e) {
    std::cerr << "micro_bench: " << e.what() << "\n";
    return 1;
  }
}
