// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/fields.hpp"

#include <algorithm>

#include "common/error.hpp"

namespace news {
namespace {

constexpr std::size_t kMostNames = 12;
using Names = std::array<std::string_view, kMostNames>;

/// The usual names of every field in order of preference, lower case, our own name first.
constexpr std::array<Names, kFieldCount> kUsualNames = {{
    {"title", "headline"},
    {"text", "body", "content", "maintext", "article_text", "articlebody"},
    {"date", "published", "published_at", "publishedat", "date_published", "datepublished",
     "pub_date", "pubdate", "timestamp", "date_publish"},
    {"source", "publisher", "domain", "outlet", "source_domain", "publication"},
    {"author", "byline", "authors"},
    {"url", "link"},
    {"language", "lang"},
    {"section", "category"},
    {"id", "_id", "article_id", "guid"},
}};

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

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equals_folded(std::string_view given, std::string_view lower_case) {
  return given.size() == lower_case.size() &&
         std::equal(given.begin(), given.end(), lower_case.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

std::optional<FieldMatch> find_usual(std::string_view name) {
  if (name.empty()) return std::nullopt;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    for (unsigned rank = 0; rank < kMostNames; ++rank) {
      if (!equals_folded(name, kUsualNames[field][rank])) continue;
      return FieldMatch{static_cast<Field>(field), rank + 1};
    }
  }
  return std::nullopt;
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
      throw Error(Exit::usage, "cannot map the field '" + name + "'",
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

bool FieldMap::leads_to_mapped(std::string_view path) const {
  return std::any_of(mapped_.begin(), mapped_.end(), [&](const Mapped& entry) {
    return entry.path.size() > path.size() && entry.path.starts_with(path) &&
           entry.path[path.size()] == '.';
  });
}

bool FieldMap::is_content(std::string_view path) const {
  const auto match = find(path);
  if (match) return match->field == Field::title || match->field == Field::text;
  return leads_to_mapped(path);
}

std::string language_code(std::string_view given) {
  std::string code(given);
  std::transform(code.begin(), code.end(), code.begin(), lower);
  for (const auto& language : kLanguages) {
    if (code == language.name) return std::string(language.code);
  }
  const auto region = code.find_first_of("-_");
  if (region == 2 || region == 3) code.resize(region);
  return code;
}

}  // namespace news
