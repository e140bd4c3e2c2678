// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The fields of an article that input can fill.
enum class Field : std::uint8_t {
  title,
  text,
  date,
  source,
  author,
  url,
  language,
  section,
  id,
  crawled,  ///< when it was fetched, which is no date of publication
};
inline constexpr std::size_t kFieldCount = 10;

/// What a name in the input stands for. The lower rank wins when a record has several.
struct FieldMatch {
  Field field;
  unsigned rank;
};

/// Knows which names in the input mean which field: first what the user said, then the usual names,
/// whatever their case and with or without '_', '-' and blanks. Immutable, thread-safe.
class FieldMap {
 public:
  /// `user`: our field name → name or dotted path. Throws Error(ErrorCode::usage) on a field we do
  /// not have.
  explicit FieldMap(const std::map<std::string, std::string>& user);

  std::optional<FieldMatch> find(std::string_view path) const;
  /// Whether something inside the object at `path` is a field, to the user or as usual.
  bool leads_to_field(std::string_view path) const;
  /// Whether a record with this name in it is likely an article.
  bool is_content(std::string_view path) const;

 private:
  bool leads_to_mapped(std::string_view path) const;

  struct Mapped {
    std::string path;
    Field field;
  };
  std::vector<Mapped> mapped_;
};

/// `en-US` → `en`, `English` → `en`; what is not known is lower-cased and kept.
std::string language_code(std::string_view given);

}  // namespace news
