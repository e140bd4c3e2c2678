// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/path_pattern.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "common/date.hpp"
#include "common/error.hpp"

namespace news {

using Values = std::map<std::string, std::string_view, std::less<>>;

namespace {

constexpr std::size_t kMaxPath = 4096;  // matching takes path length squared at worst
constexpr std::array<std::string_view, 8> kPlaceholders = {"source", "section", "id",  "date",
                                                           "year",   "month",   "day", "*"};

bool all_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool fits(std::string_view placeholder, std::string_view text) {
  if (placeholder == "year") return all_digits(text, 4, 4);
  if (placeholder == "month" || placeholder == "day") return all_digits(text, 1, 2);
  return placeholder != "date" || parse_date(text).dated();
}

std::string date_of(const Values& values) {
  const auto value = [&](std::string_view name) {
    const auto it = values.find(name);
    return it == values.end() ? std::string() : std::string(it->second);
  };
  if (values.contains("date")) return value("date");
  std::string date = value("year");
  for (const char* part : {"month", "day"}) {
    if (date.empty() || !values.contains(part)) break;
    date += '-' + value(part);
  }
  return date;
}

}  // namespace

/// Backtracking, shortest text first except for dates; what failed once at a position is not tried
/// there again.
class PathMatcher {
 public:
  PathMatcher(const std::vector<PathPattern::Part>& parts, std::string_view path)
      : parts_(parts), path_(path), failed_(parts.size() * (path.size() + 1)) {}

  bool match(std::size_t part, std::size_t at) {
    if (part == parts_.size()) return at == path_.size();
    const std::size_t state = part * (path_.size() + 1) + at;
    if (failed_[state]) return false;
    const auto& [name, literal] = parts_[part];
    if (name.empty()) {
      if (path_.substr(at).starts_with(literal) && match(part + 1, at + literal.size())) {
        return true;
      }
    } else if (match_placeholder(name, part, at)) {
      return true;
    }
    failed_[state] = true;
    return false;
  }
  const Values& values() const { return values_; }

 private:
  bool match_placeholder(const std::string& name, std::size_t part, std::size_t at) {
    const auto longest = std::min(path_.find('/', at), path_.size()) - at;
    for (std::size_t i = 1; i <= longest; ++i) {
      // 2016-03-01 is a whole date, not the year 2016 and something more.
      const auto text = path_.substr(at, name == "date" ? longest + 1 - i : i);
      if (!fits(name, text) || !match(part + 1, at + text.size())) continue;
      values_[name] = text;
      return true;
    }
    return false;
  }

  const std::vector<PathPattern::Part>& parts_;
  std::string_view path_;
  std::vector<bool> failed_;
  Values values_;
};

PathPattern::PathPattern(std::string_view pattern) {
  while (!pattern.empty()) {
    const auto close = pattern.find('}');
    if (pattern[0] != '{') {
      const auto open = std::min(pattern.find('{'), pattern.size());
      parts_.push_back({{}, std::string(pattern.substr(0, open))});
      pattern.remove_prefix(open);
      continue;
    }
    const auto name = pattern.substr(1, close == pattern.npos ? close : close - 1);
    if (close == pattern.npos ||
        std::find(kPlaceholders.begin(), kPlaceholders.end(), name) == kPlaceholders.end()) {
      throw Error(ErrorCode::usage,
                  "unknown placeholder '" + std::string(name) + "' in the path pattern",
                  "Use {source}, {date}, {year}, {month}, {day}, {section}, {id} or {*}.");
    }
    parts_.push_back({std::string(name), {}});
    pattern.remove_prefix(close + 1);
  }
}

PathFacts PathPattern::match(std::string_view path) const {
  if (path.size() > kMaxPath) path.remove_prefix(path.size() - kMaxPath);
  PathMatcher matcher(parts_, path);
  bool matched = matcher.match(0, 0);
  for (std::size_t at = 0; !matched && (at = path.find('/', at)) != path.npos;) {
    matched = matcher.match(0, ++at);
  }
  if (!matched) return {};
  const Values& values = matcher.values();
  const auto value = [&](std::string_view name) {
    const auto it = values.find(name);
    return it == values.end() ? std::string() : std::string(it->second);
  };
  return {value("source"), value("section"), value("id"), date_of(values)};
}

std::string plain_date_in(std::string_view path) {
  std::array<std::string_view, 3> last;  // the last three components
  for (std::size_t at = 0; at < path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    auto part = path.substr(at, end - at);
    at = end + 1;
    last = {last[1], last[2], part};
    if (end == path.size()) part = part.substr(0, part.find('.'));
    const bool dashed = part.size() == 10 && part[4] == '-' && part[7] == '-';
    if (dashed && parse_date(part).precision == Precision::day) return std::string(part);
    if (!all_digits(last[0], 4, 4) || !all_digits(last[1], 1, 2) || !all_digits(last[2], 1, 2)) {
      continue;
    }
    std::string date = std::string(last[0]).append("-").append(last[1]).append("-").append(last[2]);
    if (parse_date(date).dated()) return date;
  }
  return {};
}

PathFacts path_facts(const std::string& pattern, std::string name, std::string_view relative) {
  if (pattern.empty()) return {{}, {}, {}, plain_date_in(relative)};
  std::replace(name.begin(), name.end(), '!', '/');
  return PathPattern(pattern).match(name);
}

}  // namespace news
