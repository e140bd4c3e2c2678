// SPDX-License-Identifier: GPL-2.0-or-later
// Queries through one handle from several threads: the answers are those that one thread gets, and
// memory stays.
//   library_threads ARCHIVE QUERIES COUNT THREADS        QUERIES: a file, a query a line
#include <atomic>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "newsarchive.hpp"

namespace {

std::vector<std::string> read_lines(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) out.push_back(line);
  return out;
}

// All that an answer says, or the error.
std::string answer(const newsarchive::Archive& archive, const std::string& query) try {
  newsarchive::Options options;
  options.facets = "source,year";
  const auto result = archive.search(query, options);
  std::string out = result.query + '\n' + std::to_string(result.total) + '\n';
  for (const auto& hit : result.hits)
    out += hit.id + ' ' + std::to_string(hit.score) + ' ' + hit.title + ' ' + hit.snippet + '\n';
  for (const auto& facet : result.facets)
    for (const auto& [value, articles] : facet.values) out += value + std::to_string(articles);
  if (!result.hits.empty()) out += archive.read(result.hits.back().id).value().text;
  return out + archive.ask(R"({"op":"count","query":"*"})");
} catch (const newsarchive::Error& error) {
  return error.what();
}

std::size_t resident_kib() {
  std::ifstream file("/proc/self/status");
  for (std::string word; file >> word;)
    if (std::size_t kib = 0; word == "RssAnon:" && file >> kib) return kib;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return std::cerr << "usage: library_threads ARCHIVE QUERIES COUNT THREADS\n", 2;
  const auto queries = read_lines(argv[2]);
  const std::size_t count = std::stoul(argv[3]), threads = std::stoul(argv[4]);
  const newsarchive::Archive archive(argv[1]);
  std::vector<std::string> wanted;
  for (const auto& query : queries) wanted.push_back(answer(archive, query));

  std::atomic<std::size_t> done = 0, wrong = 0, warm = 0;
  std::vector<std::thread> all;
  for (std::size_t t = 0; t < threads; ++t)
    all.emplace_back([&, t] {
      std::mt19937 random(static_cast<unsigned>(t));
      for (std::size_t n; (n = done++) < count;) {
        const std::size_t q = random() % queries.size();
        wrong += answer(archive, queries[q]) != wanted[q];
        if (n == count / 4) warm = resident_kib();
      }
    });
  for (auto& thread : all) thread.join();
  const std::size_t end = resident_kib();
  std::cout << count << " queries, " << threads << " threads, " << wrong << " wrong; " << warm
            << " KiB after a quarter, " << end << " KiB at the end\n";
  return wrong == 0 && end < warm + warm / 10 + 4096 ? 0 : 1;
}
