// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/fields.hpp"

#include <algorithm>

#include "common/error.hpp"
#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxNames = 29;
using Names = std::array<std::string_view, kMaxNames>;

/// The usual names of every field in order of preference, our own name first; without '_', '-' and
/// blanks, in lower case. A dot leads into an object. From: our own export, NewsAPI, news-please,
/// newspaper3k, realnews, Webhose, Fundus, ninjs, JSON Feed, the Guardian's and the New York Times'
/// APIs, schema.org, the Washington Post collection, BASIL, FakeNewsCorpus.
constexpr std::array<Names, kFieldCount> kUsualNames = {{
    {"title", "headline", "webtitle", "headlines", "articletitle", "headline1", "metadata.title",
     "thread.title", "head", "heading"},
    {"text",          "body",        "content",         "maintext",    "articletext",
     "articlebody",   "contents",    "fulltext",        "plaintext",   "bodytext",
     "contenttext",   "bodies",      "bodyparagraphs",  "paragraphs",  "cleantext",
     "article",       "story",       "passage",         "segment",     "bodyxhtml",
     "bodyhtml",      "contenthtml", "fields.bodytext", "fields.body", "abstract",
     "leadparagraph", "description", "summary"},
    {"date",
     "published",
     "publishedat",
     "datepublished",
     "pubdate",
     "publishdate",
     "datepublish",
     "publisheddate",
     "publicationdate",
     "publishingdate",
     "publicationtime",
     "publishedtime",
     "articlepublishedtime",
     "webpublicationdate",
     "firstpublished",
     "publishtime",
     "versioncreated",
     "firstcreated",
     "thread.published",
     "posted",
     "postedat",
     "createdat",
     "created",
     "datetime",
     "timestamp",
     "time"},
    {"source", "publisher", "domain", "outlet", "sourcedomain", "publication", "newspaper",
     "thread.site", "sitename", "site", "sourcename", "provider", "agency", "thread.sitefull",
     "journal"},
    {"author", "byline", "authors", "creator", "writer", "journalist", "authorname", "by",
     "user.name", "metadata.authors"},
    {"url", "link", "articleurl", "canonicalurl", "weburl", "permalink", "html.requestedurl",
     "metadata.url", "thread.url"},
    {"language", "lang", "metalang", "languagecode", "langcode"},
    {"section", "category", "newsdesk", "sectionname", "thread.sectiontitle", "desk", "rubric"},
    {"id", "_id", "articleid", "guid", "uuid", "docid", "docno", "documentid", "uri", "idstr",
     "paperid"},
    {"crawled", "datedownload", "crawldate", "warcdate", "datecrawled", "crawledat", "scrapedat",
     "fetchedat", "retrieved", "retrievedat", "downloaddate", "html.crawldate", "timefetched"},
}};

/// Words that stand for a text only where a text was expected, such as in a record of JSON: as a
/// column's name or a wrapper's key they tell nothing.
constexpr std::array<std::string_view, 6> kWeakContent = {"abstract", "description", "summary",
                                                          "story",    "article",     "head"};

struct Language {
  std::string_view name;
  std::string_view code;
};
constexpr std::array<Language, 31> kLanguages = {{
    {"arabic", "ar"},     {"bulgarian", "bg"}, {"chinese", "zh"},   {"croatian", "hr"},
    {"czech", "cs"},      {"danish", "da"},    {"dutch", "nl"},     {"english", "en"},
    {"farsi", "fa"},      {"finnish", "fi"},   {"french", "fr"},    {"german", "de"},
    {"greek", "el"},      {"hebrew", "he"},    {"hindi", "hi"},     {"hungarian", "hu"},
    {"indonesian", "id"}, {"italian", "it"},   {"japanese", "ja"},  {"korean", "ko"},
    {"norwegian", "no"},  {"persian", "fa"},   {"polish", "pl"},    {"portuguese", "pt"},
    {"romanian", "ro"},   {"russian", "ru"},   {"spanish", "es"},   {"swedish", "sv"},
    {"thai", "th"},       {"turkish", "tr"},   {"ukrainian", "uk"},
}};

/// A name as in the table; empty when it is longer than any there.
class PlainName {
 public:
  explicit PlainName(std::string_view given) {
    for (const char c : given) {
      if ((c == '_' && size_ > 0) || c == '-' || c == ' ' || c == ':') continue;
      if (size_ == buffer_.size()) {
        size_ = 0;
        return;
      }
      buffer_[size_++] = lower_case(c);
    }
  }
  std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 32> buffer_{};
  std::size_t size_ = 0;
};

std::optional<FieldMatch> find_usual(std::string_view given) {
  const PlainName plain(given);
  const std::string_view name = plain.view();
  if (name.empty()) return std::nullopt;
  for (std::size_t field = 0; field < kFieldCount; ++field)
    for (unsigned rank = 0; rank < kMaxNames && !kUsualNames[field][rank].empty(); ++rank)
      if (kUsualNames[field][rank] == name) return FieldMatch{static_cast<Field>(field), rank + 1};
  return std::nullopt;
}

bool leads_to_usual(std::string_view given) {
  const PlainName plain(given);
  const std::string_view path = plain.view();
  if (path.empty()) return false;
  for (const auto& names : kUsualNames)
    for (const auto& name : names)
      if (name.size() > path.size() && name[path.size()] == '.' && name.starts_with(path))
        return true;
  return false;
}

std::string our_names() {
  std::string list;
  for (const auto& names : kUsualNames) list.append(list.empty() ? "" : ", ").append(names[0]);
  return list;
}

}  // namespace

FieldMap::FieldMap(const std::map<std::string, std::string>& user) {
  for (const auto& [name, path] : user) {
    const auto ours = find_usual(name);
    if (!ours || path.empty()) {
      throw Error(ErrorCode::usage, "cannot map the field '" + name + "'",
                  "Fields are " + our_names() + ", each followed by '=' and a name in the input.");
    }
    mapped_.push_back({path, ours->field});
  }
}

std::optional<FieldMatch> FieldMap::find(std::string_view path) const {
  for (const auto& entry : mapped_) {
    if (entry.path == path) return FieldMatch{entry.field, 0};
  }
  return find_usual(path);
}

bool FieldMap::leads_to_field(std::string_view path) const {
  return leads_to_usual(path) || leads_to_mapped(path);
}

bool FieldMap::leads_to_mapped(std::string_view path) const {
  return std::any_of(mapped_.begin(), mapped_.end(), [&](const Mapped& entry) {
    return entry.path.size() > path.size() && entry.path.starts_with(path) &&
           entry.path[path.size()] == '.';
  });
}

bool FieldMap::is_content(std::string_view path) const {
  const auto match = find(path);
  if (!match) return leads_to_mapped(path);
  if (match->field != Field::title && match->field != Field::text) return false;
  const PlainName plain(path);
  return match->rank == 0 ||
         std::find(kWeakContent.begin(), kWeakContent.end(), plain.view()) == kWeakContent.end();
}

std::string language_code(std::string_view given) {
  std::string code = lower_case(given);
  for (const auto& language : kLanguages) {
    if (code == language.name) return std::string(language.code);
  }
  const auto region = code.find_first_of("-_");
  if (region == 2 || region == 3) code.resize(region);
  return code;
}

}  // namespace news
