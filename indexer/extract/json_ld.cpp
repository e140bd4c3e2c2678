// SPDX-License-Identifier: GPL-2.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/extract/page_metadata.hpp"

namespace news {
namespace {

using simdjson::dom::element;

constexpr int kMaxDepth = 12;  // objects in objects that are looked through

std::string_view string_at(element object, std::string_view key) {
  std::string_view value;
  element found;
  if (object[key].get(found) != simdjson::SUCCESS) return {};
  if (found.get(value) == simdjson::SUCCESS) return value;
  simdjson::dom::array array;  // of one, mostly
  if (found.get(array) == simdjson::SUCCESS)
    for (const element item : array)
      if (item.get(value) == simdjson::SUCCESS) return value;
  return {};
}

/// Calls visit(type) with each type of an object, without the vocabulary's address.
template <typename Test>
bool has_type(element object, Test test) {
  const auto tell = [&](element type) {
    std::string_view name;
    if (type.get(name) != simdjson::SUCCESS) return false;
    return test(name.substr(name.find_last_of("/#") + 1));
  };
  element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return false;
  simdjson::dom::array types;
  if (type.get(types) != simdjson::SUCCESS) return tell(type);
  return std::any_of(types.begin(), types.end(), tell);
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
         type == "Review" || type == "NewsStory" || type == "Blog" || type == "CreativeWork";
}

bool is_list(std::string_view type) {
  return type == "CollectionPage" || type == "ItemList" || type == "SearchResultsPage" ||
         type == "ProfilePage";
}

bool is_page(std::string_view type) {
  return type.ends_with("Page");
}

class Reader {
 public:
  explicit Reader(PageMetadata& metadata) : metadata_(metadata) {}

  void read(element value, int depth) {
    simdjson::dom::array array;
    if (depth > kMaxDepth) return;
    if (value.get(array) == simdjson::SUCCESS) {
      for (const element item : array) read(item, depth + 1);
      return;
    }
    if (!value.is_object()) return;
    if (has_type(value, [](std::string_view type) { return type == "Person"; }))
      persons_.emplace(string_at(value, "@id"), string_at(value, "name"));
    if (has_type(value, is_article)) {
      read_article(value);
    } else if (has_type(value, is_list)) {
      metadata_.add(MetadataField::kind, MetadataSource::other_meta, "list");
    } else if (has_type(value, is_page)) {
      metadata_.add(MetadataField::language, MetadataSource::other_meta,
                    string_at(value, "inLanguage"));
      metadata_.add(MetadataField::published, MetadataSource::other_meta,
                    string_at(value, "datePublished"));
    }
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
      element inner;
      if (value[key].get(inner) == simdjson::SUCCESS) read(inner, depth + 1);
    }
  }

  /// Authors may be named elsewhere in the graph.
  void resolve() {
    for (const auto id : referred_)
      if (const auto person = persons_.find(id); person != persons_.end())
        metadata_.add_author(MetadataSource::json_ld, person->second);
  }

 private:
  void read_article(element article) {
    const auto take = [&](MetadataField field, std::string_view key) {
      metadata_.add(field, MetadataSource::json_ld, string_at(article, key));
    };
    take(MetadataField::title, "headline");
    take(MetadataField::title, "name");
    take(MetadataField::published, "datePublished");
    take(MetadataField::published, "dateCreated");
    take(MetadataField::section, "articleSection");
    take(MetadataField::language, "inLanguage");
    take(MetadataField::description, "description");
    take(MetadataField::body, "articleBody");
    metadata_.add(MetadataField::kind, MetadataSource::json_ld, "article");
    element part;
    if (article["publisher"].get(part) == simdjson::SUCCESS)
      metadata_.add(MetadataField::site, MetadataSource::json_ld, string_at(part, "name"));
    for (const std::string_view key : {"author", "creator"})
      if (metadata_.authors().empty() && article[key].get(part) == simdjson::SUCCESS)
        read_authors(part, 0);
  }

  void read_authors(element value, int depth) {
    std::string_view name;
    simdjson::dom::array array;
    if (depth > 2) return;
    if (value.get(name) == simdjson::SUCCESS) {
      metadata_.add_author(MetadataSource::json_ld, name);
    } else if (value.get(array) == simdjson::SUCCESS) {
      for (const element item : array) read_authors(item, depth + 1);
    } else if (element inner; value["name"].get(inner) == simdjson::SUCCESS) {
      read_authors(inner, depth + 1);
    } else if (const auto id = string_at(value, "@id"); !id.empty()) {
      referred_.push_back(id);
    }
  }

  PageMetadata& metadata_;
  std::unordered_map<std::string_view, std::string_view> persons_;  ///< names by @id
  std::vector<std::string_view> referred_;                          ///< authors by @id
};

/// Line breaks within strings, which JSON forbids and pages have, become blanks; so do the marks
/// that hide a script from old browsers.
std::string mend(std::string_view script) {
  std::string json(script);
  for (char& c : json)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  const auto begin = json.find_first_of("{[");
  const auto end = json.find_last_of("}]");
  if (begin == json.npos || end == json.npos || end < begin) return {};
  // "//<![CDATA[" begins with a bracket of its own.
  const auto mark = json.rfind("<![CDATA[", std::min<std::size_t>(begin + 9, json.size()));
  if (mark != json.npos) {
    const auto inner = json.find_first_of("{[", mark + 9);
    const auto last = json.rfind("]]>");
    if (inner == json.npos || last == json.npos || last < inner) return {};
    return json.substr(inner, json.find_last_of("}]", last - 1) + 1 - inner);
  }
  return json.substr(begin, end + 1 - begin);
}

}  // namespace

void read_json_ld(std::string_view script, PageMetadata& metadata) {
  const std::string json = mend(script);
  if (json.empty()) return;
  simdjson::dom::parser parser;
  element document;
  if (parser.parse(json).get(document) != simdjson::SUCCESS) return;
  Reader reader(metadata);
  reader.read(document, 0);
  reader.resolve();
}

}  // namespace news
