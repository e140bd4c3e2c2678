// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/headline.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr double kSame = 0.6;  // of two titles' words in common, of the shorter one's

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    const bool part = (c & 0x80) != 0 || is_letter(c) || (c >= '0' && c <= '9');
    if (part) word += lower_case(c);
    if (!part && !word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(std::move(word));
  std::sort(words.begin(), words.end());
  return words;
}

/// The share of the heading's words that the title has.
double likeness(const std::vector<std::string>& heading, const std::vector<std::string>& title) {
  if (heading.empty() || title.empty()) return 0;
  std::vector<std::string> common;
  std::set_intersection(heading.begin(), heading.end(), title.begin(), title.end(),
                        std::back_inserter(common));
  return static_cast<double>(common.size()) / static_cast<double>(heading.size());
}

/// Cuts "Headline | Site", "Headline - Section - Site" and "Site: Headline" where the part is the
/// site's name, or short and at the end.
std::string without_site(std::string title, std::string_view site) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark :
         {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · "}) {
      const auto at = title.rfind(mark);
      if (at == title.npos) continue;
      const auto tail = std::string_view(title).substr(at + mark.size());
      const bool named = !site.empty() && equal_names(tail, site);
      const auto words = std::count(tail.begin(), tail.end(), ' ') + 1;
      const auto left = std::count(title.begin(), title.begin() + static_cast<long>(at), ' ') + 1;
      if (!named && (words > 4 || left < 3 || left <= words)) continue;
      title.resize(at);
      cut = true;
    }
  }
  return title;
}

/// The first heading of the first order, if there is but one that could be a headline or no other
/// title is known.
std::string only_headline(const HtmlTree& tree, std::string_view site) {
  std::string found;
  for (NodeId i = 1; i < tree.size(); ++i) {
    if (tree[i].tag != Element::h1) continue;
    std::string heading = tree.line(i, 400);
    if (words_of(heading).size() < 3 || equal_names(heading, site) || heading == found) continue;
    if (!found.empty()) return {};
    found = std::move(heading);
  }
  return found;
}

}  // namespace

std::string choose_headline(const HtmlTree& tree, const PageMetadata& metadata) {
  const std::string& given = metadata[MetadataField::title];
  const auto title = words_of(given);
  std::string best;
  double most = kSame;
  for (NodeId i = 1; i < tree.size(); ++i) {
    if (!is_heading(tree[i].tag) || tree[i].tag > Element::h3) continue;
    const std::string heading = tree.line(i, 400);
    const auto words = words_of(heading);
    if (words.size() < 2) continue;
    const auto part = static_cast<double>(words.size() * 2) / static_cast<double>(title.size() + 1);
    double value = likeness(words, title) * std::min(1.0, part);
    if (tree[i].tag == Element::h1) value += 0.1;
    if (value <= most) continue;
    most = value;
    best = heading;
  }
  std::string stated = metadata.source(MetadataField::title) == MetadataSource::json_ld
                           ? given
                           : without_site(given, metadata[MetadataField::site]);
  // A kicker may stand within the heading, before the headline.
  if (best.size() > stated.size() && best.ends_with(stated) && !stated.empty()) return stated;
  if (!best.empty()) return best;
  const std::string only = only_headline(tree, metadata[MetadataField::site]);
  return only.empty() ? stated : only;
}

}  // namespace news
