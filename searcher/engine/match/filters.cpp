// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/filters.hpp"

#include <algorithm>
#include <limits>

#include "common/text/fold.hpp"
#include "common/text/segmenter.hpp"
#include "searcher/engine/match/postings.hpp"

namespace news {
namespace {

// Room for 31 days in every month keeps the order, and needs no calendar.
std::int64_t instant(int year, unsigned month, unsigned day, std::uint32_t second) {
  return ((std::int64_t{year} * 12 + month - 1) * 31 + day - 1) * 86400 + second;
}

std::pair<std::int64_t, std::int64_t> interval(const Date& d) {
  const bool month = d.precision >= Precision::month, day = d.precision >= Precision::day;
  const bool second = d.precision >= Precision::second;
  const unsigned last_month = month ? d.month : 12u;
  const unsigned last_day = day ? d.day : days_in_month(d.year, last_month);
  return {instant(d.year, month ? d.month : 1u, day ? d.day : 1u, second ? d.second_of_day : 0u),
          instant(d.year, last_month, last_day, second ? d.second_of_day : 86399u)};
}

template <typename Accept>
ArticleSet select(const Segment& segment, Accept&& accept) {
  ArticleSet out = segment.none();
  for (DocId n = 0; n < segment.articles(); ++n)
    if (accept(n)) out.add(n);
  return out &= segment.live();
}

ArticleSet match_dates(const Segment& segment, const DateRange& range) {
  const auto dates = segment.dates();
  if (range.undated) return select(segment, [&](DocId n) { return dates[n] == 0; });
  const auto from =
      range.from ? interval(*range.from).first : std::numeric_limits<std::int64_t>::min();
  const auto to = range.to ? interval(*range.to).second : std::numeric_limits<std::int64_t>::max();
  return select(segment, [&](DocId n) {
    if (dates[n] == 0) return false;
    const auto [first, last] = date_interval(dates[n]);
    return first >= from && last <= to;
  });
}

ArticleSet match_value(const Segment& segment, Column column, const std::string& wanted) {
  const auto& values = segment.values(column);
  const std::string folded = fold_value(wanted);
  std::vector<bool> accepted(values.size() + 1);
  values.scan(0, [&](std::uint32_t index, std::string_view value) {
    accepted[index + 1] = fold_value(value) == folded;
    return true;
  });
  return select(segment, [&](DocId n) {
    const auto code = segment.codes(column, n)[0];
    return code < accepted.size() && accepted[code];
  });
}

std::vector<std::string> folded_words(std::string_view value) {
  std::vector<std::string> out;
  std::string folded;
  for_each_word(value, [&](std::size_t begin, std::size_t end, bool) {
    fold_word(value.substr(begin, end - begin), folded);
    if (!folded.empty()) out.push_back(folded);
  });
  return out;
}

// author: wants its words side by side in one name; the posting lists narrow down the names to
// read.
ArticleSet match_author(const Segment& segment, const std::string& wanted) {
  const auto words = folded_words(wanted);
  ArticleSet out = segment.none();
  if (words.empty()) return out;
  PostingCache postings(segment);
  ArticleSet candidates = segment.live();
  for (const auto& word : words) candidates &= postings.get("A" + word.substr(0, kMaxTerm)).live();
  std::vector<signed char> verdict(segment.values(Column::author).size() + 1, -1);
  candidates.for_each([&](DocId n) {
    for (const auto code : segment.codes(Column::author, n)) {
      if (code == 0 || code >= verdict.size()) continue;
      if (verdict[code] < 0) {
        const auto name = folded_words(segment.values(Column::author).at(code - 1));
        verdict[code] =
            std::search(name.begin(), name.end(), words.begin(), words.end()) != name.end();
      }
      if (verdict[code] == 1) out.add(n);
    }
  });
  return out;
}

bool compare(const Node& node, std::uint32_t value) {
  switch (node.compare) {
    case Compare::less:
      return value < node.n;
    case Compare::at_most:
      return value <= node.n;
    case Compare::equal:
      return value == node.n;
    case Compare::at_least:
      return value >= node.n;
    case Compare::more:
      return value > node.n;
    case Compare::between:
      return value >= node.n && value <= node.upper;
    case Compare::none:
      break;
  }
  return false;
}

}  // namespace

std::pair<std::int64_t, std::int64_t> date_interval(std::int64_t packed) {
  return interval(unpack_date(packed));
}

ArticleSet match_filter(const Segment& segment, const Node& node) {
  switch (node.op) {
    case Op::source:
      return match_value(segment, Column::source, node.text);
    case Op::section:
      return match_value(segment, Column::section, node.text);
    case Op::lang:
      return match_value(segment, Column::language, node.text);
    case Op::author:
      return match_author(segment, node.text);
    case Op::date:
      return match_dates(segment, node.dates);
    case Op::words:
      return select(segment, [&](DocId n) { return compare(node, segment.text_words()[n]); });
    case Op::url: {
      ArticleSet out = segment.none();
      for (const DocId n : segment.find_url(node.text)) out.add(n);
      return out &= segment.live();
    }
    case Op::id: {
      ArticleSet out = segment.none();
      if (const auto found = segment.find_id(node.text)) out.add(*found);
      return out &= segment.live();
    }
    default:
      throw Error(ErrorCode::failed, "a filter of an unknown kind");
  }
}

}  // namespace news
