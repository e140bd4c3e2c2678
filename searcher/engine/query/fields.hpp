// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "searcher/engine/query/ast.hpp"

namespace news {

/// What may follow `field:`.
enum class Takes : std::uint8_t {
  query,    ///< a word, a phrase, or words and operators in brackets
  word,     ///< a word, or several in quotation marks
  value,    ///< the whole value, in quotation marks if it holds blanks
  prefix,   ///< the beginning of a value
  date,     ///< a date, a range of dates, or `undated`
  compare,  ///< `>500` and its like
};

struct QueryField {
  std::string_view name;
  std::array<std::string_view, 3> aliases;  ///< other names that are read; "" when fewer
  Op op;
  Takes takes;
  std::string_view help;
};

/// THE table of fields: parser, printer, hints and help read it.
inline constexpr std::array<QueryField, 14> kFields = {{
    {"title", {"headline", "hl", ""}, Op::title, Takes::query, "title:peace: in the title"},
    {"text",
     {"body", "content", ""},
     Op::text,
     Takes::query,
     "text:peace: in the text, without the title"},
    {"lead",
     {"", "", ""},
     Op::lead,
     Takes::query,
     "lead:(peace talks): in the title or first paragraph"},
    {"first",
     {"", "", ""},
     Op::first,
     Takes::query,
     "first/100:peace: in the first 100 words of the text"},
    {"case",
     {"", "", ""},
     Op::case_word,
     Takes::word,
     "case:Turkey: upper and lower case as written"},
    {"accents", {"", "", ""}, Op::accents_word, Takes::word, "accents:résumé: accents as written"},
    {"source",
     {"publisher", "outlet", ""},
     Op::source,
     Takes::value,
     "source:\"Fox News\": the whole source"},
    {"author",
     {"byline", "authors", ""},
     Op::author,
     Takes::value,
     "author:smith: words of the author"},
    {"section",
     {"category", "", ""},
     Op::section,
     Takes::value,
     "section:politics: the whole section"},
    {"lang", {"language", "", ""}, Op::lang, Takes::value, "lang:de: the language, as ISO 639-1"},
    {"url",
     {"link", "", ""},
     Op::url,
     Takes::prefix,
     "url:https://example.org/2016: the url begins so"},
    {"id", {"", "", ""}, Op::id, Takes::value, "id:x17: the article with this id"},
    {"date",
     {"published", "", ""},
     Op::date,
     Takes::date,
     "date:2016-03..2016-06, date:\"last 2 weeks\", date:undated"},
    {"words",
     {"length", "", ""},
     Op::words,
     Takes::compare,
     "words:>500, words:100..200: length of the text"},
}};

/// The field of that name or alias, in any case of letters; nullptr if there is none. Thread-safe.
const QueryField* find_field(std::string_view name);

/// The field that makes nodes of that kind; nullptr if none does.
const QueryField* field_of(Op op);

/// The field name or alias within two typing slips of `name`, "" if there is none.
std::string_view nearest_field(std::string_view name);

}  // namespace news
