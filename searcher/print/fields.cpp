// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "searcher/engine/search/snippet.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

std::string copies_text(const HitStory& story) {
  std::string out;
  for (const auto& copy : story.described) out += (out.empty() ? "" : "; ") + copy.id;
  return out;
}

std::string matches_text(const std::vector<Match>& matches) {
  std::string out;
  for (const auto& m : matches)
    out += fmt::format("{}{}:{}-{}", out.empty() ? "" : " ", m.in_title ? "title" : "text", m.begin,
                       m.end);
  return out;
}

}  // namespace

std::string field_text(Field field, const HitView& view) {
  const Article& a = view.article;
  switch (field) {
    case Field::rank:
      return std::to_string(view.rank);
    case Field::id:
      return a.id;
    case Field::score:
      return fmt::format("{:.6f}", view.hit.score);
    case Field::title:
      return a.title;
    case Field::text:
      return a.text;
    case Field::source:
      return a.source;
    case Field::date:
      return format_date(a.date);
    case Field::url:
      return a.url;
    case Field::author:
      return fmt::format("{}", fmt::join(a.authors, "; "));
    case Field::section:
      return a.section;
    case Field::language:
      return a.language;
    case Field::snippet:
      return make_snippet(a, view.matches).text;
    case Field::matches:
      return matches_text(view.matches);
    case Field::changed:
      return view.changed ? "true" : "";
    case Field::archive:
      return view.archive;
    case Field::story:
      return view.story.id;
    case Field::copies:
      return copies_text(view.story);
  }
  return {};
}

}  // namespace news
