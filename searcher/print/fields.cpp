// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "searcher/engine/search/snippet.hpp"
#include "searcher/print/printer.hpp"

namespace news {

std::string field_text(const std::string& field, const HitView& view) {
  const Article& a = view.article;
  if (field == "rank") return std::to_string(view.rank);
  if (field == "id") return a.id;
  if (field == "score") return fmt::format("{:.6f}", view.hit.score);
  if (field == "title") return a.title;
  if (field == "text") return a.text;
  if (field == "source") return a.source;
  if (field == "date") return format_date(a.date);
  if (field == "url") return a.url;
  if (field == "author") return fmt::format("{}", fmt::join(a.authors, "; "));
  if (field == "section") return a.section;
  if (field == "language") return a.language;
  if (field == "snippet") return make_snippet(a, view.matches).text;
  if (field == "archive") return view.archive;
  if (field == "changed") return view.changed ? "true" : "";
  if (field == "story") return view.story.id;
  if (field == "copies") {
    std::string out;
    for (const auto& copy : view.story.described) out += (out.empty() ? "" : "; ") + copy.id;
    return out;
  }
  if (field == "matches") {
    std::string out;
    for (const auto& m : view.matches)
      out += fmt::format("{}{}:{}-{}", out.empty() ? "" : " ", m.in_title ? "title" : "text",
                         m.begin, m.end);
    return out;
  }
  return {};
}

}  // namespace news
