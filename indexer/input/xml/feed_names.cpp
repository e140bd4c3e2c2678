// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/feed_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.hpp"

namespace news {
namespace {

struct Space {
  std::string_view uri;  ///< or how it begins
  std::string_view prefix;
};
// Namespaces by the prefix that everybody gives them; none for those of feeds themselves.
constexpr std::array<Space, 19> kSpaces = {{
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://purl.org/rss/1.0/modules/dc/", "dc"},
    {"http://purl.org/rss/1.0/modules/", "module"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://purl.org/net/rss1.1", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://cyber.law.harvard.edu/rss", ""},
    {"http://www.w3.org/2005/Atom", ""},
    {"http://purl.org/atom/ns", ""},
    {"http://purl.org/dc/elements/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://www.itunes.com/", "itunes"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://rssnamespace.org/feedburner/", "feedburner"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
}};

// The lower rank wins. Links and sources are looked at more closely.
constexpr std::array<FeedMeaning, 44> kMeanings = {{
    {"title", Field::title, 0},
    {"dc:title", Field::title, 1},
    {"media:title", Field::title, 2},
    {"itunes:title", Field::title, 3},
    {"content:encoded", Field::text, 0},
    {"encoded", Field::text, 0},
    {"content", Field::text, 1},
    {"xhtml:body", Field::text, 1},
    {"xhtml:div", Field::text, 1},
    {"body", Field::text, 1},
    {"fullitem", Field::text, 1},
    {"description", Field::text, 3},
    {"abstract", Field::text, 3},
    {"summary", Field::text, 3},
    {"dc:description", Field::text, 4},
    {"media:description", Field::text, 5},
    {"itunes:summary", Field::text, 6},
    {"published", Field::date, 0},
    {"pubdate", Field::date, 0},
    {"issued", Field::date, 1},
    {"dcterms:issued", Field::date, 2},
    {"dc:date", Field::date, 3},
    {"date", Field::date, 3},
    {"created", Field::date, 4},
    {"dcterms:created", Field::date, 4},
    {"updated", Field::date, 5},
    {"modified", Field::date, 5},
    {"dcterms:modified", Field::date, 6},
    {"author", Field::author, 0},
    {"dc:creator", Field::author, 1},
    {"dc:author", Field::author, 1},
    {"creator", Field::author, 1},
    {"itunes:author", Field::author, 2},
    {"id", Field::id, 0},
    {"guid", Field::id, 0},
    {"dc:identifier", Field::id, 1},
    {"dc:language", Field::language, 0},
    {"language", Field::language, 0},
    {"category", Field::section, 0},
    {"dc:subject", Field::section, 1},
    {"subject", Field::section, 1},
    {"feedburner:origlink", Field::url, 0},
    {"link", Field::url, 1},
    {"source", Field::source, 0},
}};

/// Lower case, with the usual prefix, whatever prefix the file has.
std::string usual_name(XmlNode node, std::string_view item_space) {
  const auto space = node.space();
  auto local = lower_case(std::string(node.name()));
  if (space.empty() || space == item_space) return local;
  for (const auto& known : kSpaces)
    if (space.starts_with(known.uri))
      return known.prefix.empty() ? local : std::string(known.prefix) + ':' + local;
  return lower_case(node.full_name());
}

}  // namespace

const FeedMeaning* meaning_of(XmlNode node, std::string_view item_space) {
  const auto name = usual_name(node, item_space);
  const auto* const at = std::find_if(kMeanings.begin(), kMeanings.end(),
                                      [&](const FeedMeaning& known) { return known.name == name; });
  return at == kMeanings.end() ? nullptr : at;
}

}  // namespace news
