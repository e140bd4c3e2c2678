// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/show.hpp"

#include <fmt/format.h>

#include <iostream>

#include "searcher/print/article.hpp"
#include "searcher/print/versions.hpp"
#include "searcher/versions.hpp"

namespace news {
namespace {

constexpr const char* kReplacedTextsGo =
    "Compaction drops replaced texts, unless 'indexer add --keep-versions' was told to keep them.";

std::string count_versions(std::size_t n) {
  return std::to_string(n) + (n == 1 ? " version" : " versions");
}

// Throws if there is no version of that number.
Article read_version(const Searcher& searcher, const std::vector<Version>& versions,
                     std::uint32_t number) {
  if (number > versions.size())
    throw Error(Exit::none,
                fmt::format("there is no version {}: the archive has {} of this article", number,
                            count_versions(versions.size())),
                kReplacedTextsGo);
  return searcher.article(versions[number - 1].hit);
}

}  // namespace

Exit run_show(const SearcherOptions& options) {
  const Searcher searcher(options.archive);
  const auto hit = searcher.find(options.query);
  if (!hit) {
    std::cerr << "searcher: no article has the id '" << sanitize(options.query, false) << "'\n";
    return Exit::none;
  }
  if (!options.versions && options.version == 0) {
    print_article(std::cout, searcher.article(*hit), options);
    return Exit::ok;
  }
  const auto versions = find_versions(searcher.archive(), *hit);
  if (options.versions) {
    print_versions(std::cout, options, searcher.archive(), versions);
    return Exit::ok;
  }
  print_article(std::cout, read_version(searcher, versions, options.version), options);
  return Exit::ok;
}

}  // namespace news
