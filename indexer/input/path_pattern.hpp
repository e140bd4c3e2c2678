// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What the path of a file says of the article in it; empty where it says nothing.
struct PathFacts {
  std::string source;
  std::string section;
  std::string id;
  std::string date;  ///< as parse_date() takes it
};

/// A pattern such as "{source}/{date}/{id}.txt" over the last components of a path. {source}
/// {section} {id} {date} {*} stand for any text without '/', {year} for four digits, {month} and
/// {day} for one or two. Immutable, thread-safe.
class PathPattern {
 public:
  /// Throws Error(ErrorCode::usage) on an unknown placeholder.
  explicit PathPattern(std::string_view pattern);
  /// All empty when the path does not match.
  PathFacts match(std::string_view path) const;

 private:
  friend class PathMatcher;
  struct Part {
    std::string name;  ///< of a placeholder; empty for a literal
    std::string literal;
  };
  std::vector<Part> parts_;
};

/// The date in a path that has one as a component (2016-03-01) or three (2016/03/01), else "".
std::string plain_date_in(std::string_view path);

/// What the path tells of the only article in a file: as `pattern` says, or, when that is empty,
/// its plain date. `name` and `relative` are those of FileContext.
PathFacts path_facts(const std::string& pattern, std::string name, std::string_view relative);

}  // namespace news
