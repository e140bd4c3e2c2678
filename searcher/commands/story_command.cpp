// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/story_command.hpp"

#include <fmt/format.h>

#include "searcher/commands/answer.hpp"
#include "searcher/engine/stories/story.hpp"
#include "searcher/print/diff.hpp"
#include "searcher/print/story.hpp"

namespace news {
namespace {

NumberedVersion read_numbered(const Searcher& searcher, const std::vector<Hit>& hits,
                              std::uint32_t number) {
  if (number > hits.size())
    throw Error(Exit::none,
                fmt::format("there is no article {}: the story has {}", number, hits.size()),
                "'searcher story' without --diff lists them.");
  return {number, searcher.article(hits[number - 1]), "article"};
}

void show_diff(std::ostream& out, const SearcherOptions& options, const Searcher& searcher,
               const std::vector<Hit>& hits) {
  if (hits.size() == 1) throw Error(Exit::none, "the article has no copy to compare it with");
  const bool both = options.diff_to > 0;
  const std::uint32_t from = both ? options.diff_from : 1;
  const std::uint32_t to = both                    ? options.diff_to
                           : options.diff_from > 0 ? options.diff_from
                                                   : static_cast<std::uint32_t>(hits.size());
  print_diff(out, options, read_numbered(searcher, hits, from), read_numbered(searcher, hits, to));
}

}  // namespace

Exit run_story(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const auto hit = find_article(searcher, options, console);
  if (!hit) return Exit::none;
  if (!options.diff) {
    print_story(console.out, options, read_story(searcher.archives(), searcher.stories(), *hit));
    return Exit::ok;
  }
  show_diff(console.out, options, searcher, story_hits(searcher.stories(), *hit));
  return Exit::ok;
}

void check_story(const SearcherOptions& options, const CommandLine& line) {
  if (options.command != SearcherOptions::Command::story || !options.diff) return;
  if (options.format != "text" && options.format != "json")
    throw Error(Exit::usage, "story: --diff is text or json", line.see_help());
  const bool same = options.diff_from > 0 && options.diff_from == options.diff_to;
  if (same || (options.diff_to == 0 && options.diff_from == 1))
    throw Error(Exit::usage,
                fmt::format("--diff: article {} would be compared with itself", options.diff_from),
                "Name another one: --diff N, or --diff N,M");
}

}  // namespace news
