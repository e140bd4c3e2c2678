// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/plain_text.hpp"

#include <algorithm>
#include <utility>

#include "indexer/text/dateline.hpp"
#include "indexer/text/repair.hpp"
#include "indexer/text/unwrap.hpp"

namespace news {
namespace {

/// A first line as long as this is no headline but a paragraph.
constexpr std::size_t kMaxTitle = 400;

/// Keeps the first line's own indentation: it may mark a paragraph.
std::string_view skip_blank_lines(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == text.npos) return {};
  const auto newline = text.rfind('\n', first);
  return text.substr(newline == text.npos ? 0 : newline + 1);
}

/// Cuts off the first line that is not blank.
std::string take_line(std::string_view& text) {
  const auto rest = skip_blank_lines(text);
  const auto end = std::min(rest.find('\n'), rest.size());
  std::string line(rest.substr(0, end));
  tidy(line);
  text = rest.substr(end);
  return line;
}

void set(ArticleBuilder& builder, Field field, std::string value) {
  if (!value.empty()) builder.set({field, 0}, {}, {std::move(value), {}});
}

}  // namespace

void read_plain_text(std::string_view bytes, const InputOptions& options, bool dated,
                     ArticleBuilder& builder) {
  const std::string all = unwrap_lines(repair_text(bytes));
  std::string_view text = all;
  std::string title = take_line(text);
  std::string date = dated ? std::string() : date_of_line(title, options.day_month);
  if (!date.empty()) title = take_line(text);  // a date above the headline
  if (title.size() > kMaxTitle) {
    title.clear();
    text = all;
  }
  if (!dated && date.empty()) date = find_dateline(text, options.day_month);
  if (!date.empty()) builder.set_date_from(DateFrom::text);
  set(builder, Field::date, std::move(date));
  set(builder, Field::title, std::move(title));
  set(builder, Field::text, std::string(skip_blank_lines(text)));
}

}  // namespace news
