// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/facets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/print/styles.hpp"
#include "searcher/print/table.hpp"
#include "searcher/print/wrap.hpp"

namespace news {
namespace {

std::string heading_note(const FacetResult& facet, bool stories) {
  const std::string several = facet.multi_valued ? "an article may count several times" : "";
  if (stories) return "(articles, stories" + (several.empty() ? "" : "; " + several) + ")";
  return several.empty() ? "" : "(" + several + ")";
}

// `stories`: with a column of them.
void print_facet(std::ostream& out, const FacetResult& facet, bool stories, bool color, int width) {
  std::uint64_t most = 1, widest = 1;
  int name_width = 0;
  for (const auto& c : facet.counts) {
    if (c.value != "other") most = std::max(most, c.count);  // it would dwarf the values that count
    widest = std::max(widest, c.count);
    name_width = std::max(name_width, display_width(sanitize(c.value)));
  }
  name_width = std::min(name_width, std::max(10, width / 2 - 10));
  const auto count_width = static_cast<int>(with_commas(widest).size());
  const int story_space = stories ? count_width + 2 : 0;
  const int bar_space = std::min(30, width - name_width - count_width - story_space - 6);
  auto heading =
      pieces(kFacetNames[static_cast<std::size_t>(facet.facet)], {}, color, color ? kBold : "");
  for (auto& word : pieces(heading_note(facet, stories), {}, color)) heading.push_back(word);
  out << '\n';
  print_wrapped(out, heading, 0, 2, width);
  for (const auto& c : facet.counts) {
    const std::string name = pad_end(fit(sanitize(c.value), name_width), name_width);
    const auto bar =
        c.value == "other"
            ? 0
            : static_cast<int>(c.count * static_cast<std::uint64_t>(std::max(1, bar_space)) / most);
    std::string line = fmt::format("  {}  {:>{}}", name, with_commas(c.count), count_width);
    if (stories) line += fmt::format("{:>{}}", with_commas(c.stories), story_space);
    if (bar > 0) line += "  ";
    for (int i = 0; i < bar; ++i) line += "▇";
    out << line << '\n';
  }
}

}  // namespace

void print_facets(std::ostream& out, const SearchResult& result, bool color, int width) {
  for (const auto& facet : result.facets) print_facet(out, facet, result.has_copies, color, width);
}

void write_facets(JsonWriter& json, const std::vector<FacetResult>& facets) {
  std::vector<std::string_view> several;
  json.begin_object("facets");
  for (const auto& facet : facets) {
    const auto name = kFacetNames[static_cast<std::size_t>(facet.facet)];
    if (facet.multi_valued) several.push_back(name);
    json.begin_array(name);
    for (const auto& c : facet.counts)
      json.begin_object()
          .text("value", c.value)
          .number("count", c.count)
          .number("stories", c.stories)
          .end_object();
    json.end_array();
  }
  json.end_object();
  if (!several.empty()) json.texts("multi_valued", several);
}

}  // namespace news
