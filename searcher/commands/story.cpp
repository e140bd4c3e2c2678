// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/story.hpp"

#include <fmt/format.h>

#include "searcher/commands/print_hits.hpp"
#include "searcher/engine/stories/story.hpp"
#include "searcher/print/diff.hpp"
#include "searcher/print/story.hpp"

namespace news {
namespace {

NumberedVersion read_numbered(const Searcher& searcher, const std::vector<Hit>& hits,
                              std::uint32_t number) {
  if (number > hits.size())
    throw Error(ErrorCode::not_found,
                fmt::format("there is no article {}: the story has {}", number, hits.size()),
                "'searcher story' without --diff lists them.");
  return {number, searcher.article(hits[number - 1]), "article"};
}

void show_diff(const StoryOptions& options, const Context& context, const std::vector<Hit>& hits) {
  if (hits.size() == 1)
    throw Error(ErrorCode::not_found, "the article has no copy to compare it with");
  const DiffOptions& diff = options.diff;
  const std::uint32_t from = diff.to > 0 ? diff.from : 1;
  const std::uint32_t to = diff.to > 0     ? diff.to
                           : diff.from > 0 ? diff.from
                                           : static_cast<std::uint32_t>(hits.size());
  print_diff(context.out, options.print, options.id, read_numbered(context.searcher, hits, from),
             read_numbered(context.searcher, hits, to));
}

void check_diff(const StoryOptions& options, const OptionValues& values) {
  const DiffOptions& diff = options.diff;
  if (!diff.wanted) return;
  if (options.print.format != Format::text && options.print.format != Format::json)
    throw Error(ErrorCode::usage, "story: --diff is text or json", values.see_help());
  const bool same = diff.from > 0 && diff.from == diff.to;
  if (same || (diff.to == 0 && diff.from == 1))
    throw Error(ErrorCode::usage,
                fmt::format("--diff: article {} would be compared with itself", diff.from),
                "Name another one: --diff N, or --diff N,M");
}

}  // namespace

StoryOptions read_story_options(const OptionValues& values) {
  StoryOptions out{read_id(values), read_print_options(values), read_diff(values)};
  check_diff(out, values);
  return out;
}

Exit run_story(const StoryOptions& options, const Context& context) {
  const Searcher& searcher = context.searcher;
  const auto hit = find_article(options.id, context);
  if (!hit) return Exit::none;
  if (options.diff.wanted)
    show_diff(options, context, story_hits(searcher.stories(), *hit));
  else
    print_story(context.out, options.print,
                read_story(searcher.archives(), searcher.stories(), *hit));
  return Exit::ok;
}

}  // namespace news
