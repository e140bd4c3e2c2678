// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/show.hpp"

#include <fmt/format.h>

#include "searcher/commands/answer.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/engine/search/versions.hpp"
#include "searcher/engine/stories/story_index.hpp"
#include "searcher/print/article.hpp"
#include "searcher/print/diff.hpp"
#include "searcher/print/versions.hpp"

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

void show_diff(std::ostream& out, const SearcherOptions& options, const Searcher& searcher,
               const std::vector<Version>& versions) {
  const auto newest = static_cast<std::uint32_t>(versions.size());
  if (newest == 1)
    throw Error(Exit::none, "the archive has no earlier version of this article", kReplacedTextsGo);
  const std::uint32_t from = options.diff_from > 0 ? options.diff_from : newest - 1;
  const std::uint32_t to = options.diff_to > 0 ? options.diff_to : newest;
  if (from == to)
    throw Error(Exit::usage, fmt::format("--diff: version {} would be compared with itself", from),
                "Name another one: --diff N,M");
  print_diff(out, options, {from, read_version(searcher, versions, from)},
             {to, read_version(searcher, versions, to)});
}

std::vector<Match> matches_of(const SearcherOptions& options, Searcher& searcher, const Hit& hit,
                              std::ostream& notes) {
  if (options.mark.empty()) return {};
  SearcherOptions asked = options;
  asked.query = options.mark;
  const Node query = read_query(asked, notes);
  return searcher.read(query, hit).matches;
}

// How to see an article's copies, if it has any.
std::string tell_copies(const Searcher& searcher, const SearcherOptions& options, const Hit& hit) {
  const auto story = searcher.stories().find(hit.segment, hit.ordinal);
  if (!story) return {};
  return fmt::format("one of {}; see: searcher story {} {}",
                     searcher.stories().members(*story).size(),
                     searcher.archives().of(hit.segment).path.string(), options.query);
}

}  // namespace

Exit run_show(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const auto hit = find_article(searcher, options, console);
  if (!hit) return Exit::none;
  if (!options.versions && !options.diff && options.version == 0) {
    print_article(console.out, searcher.article(*hit), options,
                  matches_of(options, searcher, *hit, console.notes),
                  tell_copies(searcher, options, *hit));
    return Exit::ok;
  }
  const auto versions = find_versions(searcher.archives(), *hit);
  if (options.versions)
    print_versions(console.out, options, searcher.archives(), versions);
  else if (options.diff)
    show_diff(console.out, options, searcher, versions);
  else
    print_article(console.out, read_version(searcher, versions, options.version), options);
  return Exit::ok;
}

}  // namespace news
