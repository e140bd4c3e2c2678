// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_facts.hpp"

#include <algorithm>

#include "indexer/extract/author_names.hpp"
#include "indexer/text/ascii.hpp"
#include "indexer/text/entities.hpp"
#include "indexer/text/html_text.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr std::size_t kLongestFact = 1000;  // bytes; whatever is longer is none
constexpr std::size_t kMostAuthors = 50;
constexpr std::size_t kLongestByline = 500;

std::string clean(std::string_view value) {
  std::string out(value);
  if (has_tags(out)) out = html_to_text(out);
  if (out.find('&') != out.npos) out = decode_entities(out);
  return one_line(out);
}

}  // namespace

void PageFacts::add(Fact fact, Told where, std::string_view value) {
  Slot& slot = slots_[index(fact)];
  if (where >= slot.where) return;
  std::string text;
  if (fact == Fact::body) {
    text = maybe_html_to_text(value);
  } else if (value.size() <= kLongestFact) {
    text = clean(value);
  }
  if (text.empty()) return;
  slot = {std::move(text), where};
}

void PageFacts::add_author(Told where, std::string_view name) {
  if (where > told_authors_ || name.size() > kLongestByline) return;
  auto names = author_names(clean(name));
  if (names.empty()) return;
  if (where < told_authors_) authors_.clear();
  told_authors_ = where;
  for (auto& one : names)
    if (authors_.size() < kMostAuthors &&
        std::find(authors_.begin(), authors_.end(), one) == authors_.end())
      authors_.push_back(std::move(one));
}

void PageFacts::drop_site_as_author() {
  std::erase_if(authors_,
                [&](const std::string& name) { return equal_names(name, (*this)[Fact::site]); });
  if (authors_.empty()) told_authors_ = Told::nobody;
}

}  // namespace news
