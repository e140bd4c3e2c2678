// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_metadata.hpp"

#include <algorithm>

#include "common/date.hpp"
#include "common/text/ascii.hpp"
#include "indexer/extract/author_names.hpp"
#include "indexer/extract/written_date.hpp"
#include "indexer/text/entities.hpp"
#include "indexer/text/html_text.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxValue = 1000;  // bytes; whatever is longer is none
constexpr std::size_t kMaxAuthors = 50;
constexpr std::size_t kMaxByline = 500;

std::string clean(std::string_view value) {
  std::string out(value);
  if (has_tags(out)) out = html_to_text(out);
  if (out.find('&') != out.npos) out = decode_entities(out);
  return one_line(out);
}

/// Systems without a date write one of the year 1 or 1970.
bool is_published(const Date& date) {
  return date.year >= 1600 && !(date.year == 1970 && date.month == 1 && date.day == 1);
}

/// "Paper" begins "Paper Online".
bool begins_with_words(std::string_view text, std::string_view words) {
  return !words.empty() && text.size() >= words.size() &&
         equal_names(text.substr(0, words.size()), words) &&
         (text.size() == words.size() || text[words.size()] == ' ');
}

}  // namespace

void PageMetadata::add(MetadataField field, MetadataSource source, std::string_view value) {
  Slot& slot = slots_[index(field)];
  if (source >= slot.source) return;
  std::string text;
  if (field == MetadataField::body) {
    text = maybe_html_to_text(value);
  } else if (value.size() <= kMaxValue) {
    text = clean(value);
  }
  if (field == MetadataField::published && !parse_date(text).dated())
    text = find_written_date(text);
  if (text.empty() || (field == MetadataField::published && !is_published(parse_date(text))))
    return;
  slot = {std::move(text), source};
}

void PageMetadata::add_author(MetadataSource source, std::string_view name) {
  if (source > authors_source_ || name.size() > kMaxByline) return;
  auto names = author_names(clean(name));
  if (names.empty()) return;
  if (source < authors_source_) authors_.clear();
  authors_source_ = source;
  for (auto& one : names)
    if (authors_.size() < kMaxAuthors &&
        std::find(authors_.begin(), authors_.end(), one) == authors_.end())
      authors_.push_back(std::move(one));
}

void PageMetadata::drop_site_as_author(bool even_alone) {
  const std::string_view site = (*this)[MetadataField::site];
  for (auto& name : authors_)
    if (const auto end = name.rfind(". "); end != name.npos && name.substr(end + 2) == site)
      name.resize(end);
  std::vector<std::string> others;
  for (const auto& name : authors_)
    if (!begins_with_words(site, name) && !begins_with_words(name, site)) others.push_back(name);
  if (others.empty() && !even_alone) return;
  authors_ = std::move(others);
  if (authors_.empty()) authors_source_ = MetadataSource::none;
}

}  // namespace news
