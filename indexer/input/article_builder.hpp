// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/fields.hpp"
#include "indexer/input/reader.hpp"

namespace news {

/// What a record says of one field: one string, or several for authors.
struct FieldValue {
  std::string text;
  std::vector<std::string> items;
  bool empty() const { return text.empty() && items.empty(); }
};

/// Gathers the fields of one record, whatever its format, and makes the article of them. For use by
/// one thread, once; all strings given must be valid UTF-8.
class ArticleBuilder {
 public:
  /// Whether nothing better than `match` has been set.
  bool wants(FieldMatch match) const { return match.rank < slot(match.field).rank; }
  /// Sets a field; a value it displaces goes to the extra fields. `json`: the value as it stood
  /// in a JSON record, which must live until finish(); empty for other formats.
  void set(FieldMatch match, std::string_view name, FieldValue value, std::string_view json = {});
  /// Keeps a field nobody recognised; `json` is its value, valid JSON.
  void add_extra(std::string_view name, std::string_view json);
  void add_extra_string(std::string_view name, std::string_view value);

  /// What full_article_json() wrote of boilerplate, valid JSON; whatever else it may be is an extra
  /// field.
  void set_boilerplate(std::string_view json);

  /// Where the date comes from, if it is not one of the record's own fields.
  void set_date_from(DateFrom where) { date_from_ = where; }

  /// The article, or "no title or text". The builder is spent afterwards.
  Parsed finish(Provenance from, const InputOptions& options);

 private:
  struct Slot {
    unsigned rank = ~0u;
    std::string name;
    std::string_view json;
    FieldValue value;
  };
  const Slot& slot(Field field) const { return slots_[static_cast<std::size_t>(field)]; }
  bool is_dated_by_crawl() const;
  void find_other_date(Article& article, const InputOptions& options);
  std::string take(Field field);
  std::vector<std::string> take_authors();
  std::string take_extra();

  std::array<Slot, kFieldCount> slots_;
  std::string extra_;
  std::string_view boilerplate_;
  DateFrom date_from_ = DateFrom::field;
};

/// Whether there is nothing but white space.
bool is_blank(std::string_view text);

/// Removes NUL bytes and outer white space in place.
void tidy(std::string& text);

}  // namespace news
