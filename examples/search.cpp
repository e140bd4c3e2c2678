// SPDX-License-Identifier: GPL-2.0-or-later
// Searches, pages, counts by source and reads an article, as CMakeLists.txt builds it.
#include <iostream>
#include <newsarchive.hpp>

int main(int argc, char** argv) try {
  if (argc != 3) return std::cerr << "usage: search ARCHIVE QUERY\n", 2;
  const newsarchive::Archive archive(argv[1]);
  newsarchive::Options options;
  options.limit = 5;
  options.facets = "source";
  for (bool more = true; more; options.offset += options.limit, options.facets.clear()) {
    const auto result = archive.search(argv[2], options);
    for (const auto& facet : result.facets)
      for (const auto& [value, articles] : facet.values)
        std::cout << value << ": " << articles << '\n';
    for (const auto& hit : result.hits) {
      const auto article = archive.read(hit.id).value();
      std::cout << article.date << " | " << article.title << " | " << article.text.size()
                << " bytes\n";
    }
    more = options.offset + result.hits.size() < result.total;
  }
} catch (const newsarchive::Error& error) {
  std::cerr << error.what() << '\n' << error.hint() << '\n';
  return error.code();
}
