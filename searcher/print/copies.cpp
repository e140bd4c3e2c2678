// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/copies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/engine/stories/lag.hpp"

namespace news {
namespace {

std::string describe(const Article& hit, const Article& copy) {
  std::string source = copy.source.empty() ? "unknown" : copy.source;
  const auto lag = lag_between(hit.date, copy.date);
  if (!lag) return source;
  if (lag->seconds == 0) return source + " same time";
  return fmt::format("{} {} {}", source, lag_text(*lag), lag->seconds < 0 ? "earlier" : "later");
}

}  // namespace

std::string copies_text(const Article& hit, const HitStory& story, int columns) {
  constexpr std::size_t kMaxNamed = 3;
  constexpr int kRest = 3;  // what ", …" takes
  if (story.copies == 0) return {};
  std::string out =
      fmt::format("+ {} {}:", with_commas(story.copies), story.copies == 1 ? "copy" : "copies");
  std::vector<std::string_view> named;
  for (const auto& copy : story.described) {
    if (named.size() == kMaxNamed) break;
    if (std::find(named.begin(), named.end(), copy.source) != named.end()) continue;
    const std::string next = out + (named.empty() ? " " : ", ") + sanitize(describe(hit, copy));
    if (!named.empty() && display_width(next) + kRest > columns) break;
    out = next;
    named.emplace_back(copy.source);
  }
  return fit(named.size() < story.copies ? out + ", …" : out, columns);
}

void write_copies(JsonWriter& json, const HitStory& story) {
  json.begin_array();
  for (const auto& copy : story.described)
    json.begin_object()
        .text("id", copy.id)
        .text_if("source", copy.source)
        .text_if("date", format_date(copy.date))
        .end_object();
  json.end_array();
}

}  // namespace news
