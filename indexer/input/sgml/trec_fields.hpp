// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

// What the TREC collections' elements, dates and document numbers mean: AP, FBIS, FT, LA Times,
// San Jose Mercury News, Wall Street Journal, and the wires of AQUAINT and Gigaword.
namespace news {

enum class TrecRole {
  container,  ///< its elements are read one by one
  id,
  title,
  byline,
  dateline,
  date,
  text,
  section,
  source,
  page,  ///< DOCHDR: the address of a web page, which follows
};

/// What an element is for, whatever the case of its name; nullopt for others.
std::optional<TrecRole> trec_role(std::string_view element);

/// `910514`, `01/02/91` and `January 1, 1989, Sunday, Home Edition` as parse_date() takes them; all
/// else as it is.
std::string trec_date(std::string_view given);

/// What a document's number tells: `AP880212-0001`, `LA010189-0001`, `APW19980601.0001`.
struct TrecNumber {
  std::string date;  ///< ISO 8601; empty if it tells none
  std::string source;
};
TrecNumber read_trec_number(std::string_view number);

}  // namespace news
