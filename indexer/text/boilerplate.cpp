// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/boilerplate.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "common/text/fold.hpp"
#include "indexer/text/author_portrait.hpp"
#include "indexer/text/boilerplate_phrases.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxLength = 400;     // bytes of a paragraph that a rule may mark
constexpr std::size_t kMaxReference = 250;  // of a cross-reference, a label's line
constexpr std::size_t kMaxCredit = 100;     // of a credit without a colon
constexpr std::size_t kMaxCaption = 300;    // with a credit at its end
constexpr std::size_t kMaxLink = 150;       // of another article's title
constexpr std::size_t kMaxShareBar = 100;
constexpr std::size_t kMinShareWords = 3;

/// As the phrases are written: folded, single blanks, without what is no letter around it.
std::string fold(std::string_view paragraph) {
  std::string out;
  fold_word(paragraph, out);
  out.erase(
      std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
      out.end());
  const auto size = static_cast<int32_t>(out.size());
  int32_t begin = 0, end = size;
  for (int32_t next = 0, c = 0; next < size; begin = next) {
    U8_NEXT(out.data(), next, size, c);
    if (c >= 0 && u_isalpha(c)) break;
  }
  for (int32_t next = size, c = 0; next > begin; end = next) {
    U8_PREV(out.data(), begin, next, c);
    if (c >= 0 && u_isalpha(c)) break;
  }
  return out.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

/// Somebody speaks: phrases in it are his.
bool has_quotes(std::string_view paragraph) {
  for (const std::string_view quote : {"\"", "“", "”", "„"})
    if (paragraph.find(quote) != paragraph.npos) return true;
  return false;
}

bool ends_sentence(std::string_view paragraph) {
  for (const std::string_view end : {".", "!", "?", ".\"", ".”", "。"})
    if (paragraph.ends_with(end)) return true;
  return false;
}

bool is_copyright(std::string_view paragraph, std::string_view folded) {
  const bool sign =
      paragraph.starts_with("©") || paragraph.starts_with("(c) ") || paragraph.starts_with("(C) ");
  if (!sign && !folded.starts_with("copyright")) return false;
  const auto head = paragraph.substr(0, 60);
  return sign || head.find("©") != head.npos || head.find("(c)") != head.npos ||
         head.find("(C)") != head.npos || head.find(" 19") != head.npos ||
         head.find(" 20") != head.npos;
}

bool is_reference(std::string_view paragraph, std::string_view folded) {
  if (paragraph.size() > kMaxReference) return false;
  if (begins_label(folded)) return true;
  if (has_quotes(paragraph.substr(0, 4))) return false;
  return begins_reference(folded) && (!ends_sentence(paragraph) || folded.ends_with(" here"));
}

bool is_credit(std::string_view paragraph, std::string_view folded) {
  return paragraph.size() <= kMaxCredit && begins_credit(folded) && !has_quotes(paragraph);
}

/// A caption that ends by telling whose the picture is: "… (Photo: Jane Doe)", "… © AFP / John
/// Roe".
bool ends_with_credit(std::string_view paragraph) {
  constexpr std::size_t kMaxName = 80;
  if (paragraph.size() > kMaxCaption) return false;
  const auto tail = paragraph.substr(paragraph.size() - std::min(paragraph.size(), kMaxName));
  if (tail.find("©") != tail.npos) return true;
  for (const std::string_view agency :
       {"Getty Images", "/Getty", "/AP", "/AFP", "/Reuters", "/REUTERS", "/Shutterstock", "via AP"})
    if (tail.ends_with(agency)) return true;
  if (!tail.ends_with(')')) return false;
  const auto open = tail.rfind('(');
  if (open == tail.npos) return false;
  const std::string credit = fold(tail.substr(open));
  for (const std::string_view word : {"photo", "foto", "bild", "image", "picture", "ap photo",
                                      "file photo", "getty", "credit", "courtesy"})
    if (credit.starts_with(word) && (credit.size() == word.size() || credit[word.size()] < 'a'))
      return true;
  return false;
}

bool is_link(std::string_view paragraph) {
  return paragraph.size() <= kMaxLink && !paragraph.ends_with('.') && !paragraph.ends_with(".\"") &&
         !paragraph.ends_with(".”") && !paragraph.ends_with(':');
}

bool is_byline(std::string_view paragraph) {
  for (const std::string_view by : {"By ", "BY ", "by ", "Von ", "Par ", "Por ", "Di "})
    if (paragraph.starts_with(by)) return true;
  return false;
}

class Marker {
 public:
  explicit Marker(const std::vector<std::string_view>& paragraphs)
      : paragraphs_(paragraphs), marked_(paragraphs.size()) {
    for (const auto paragraph : paragraphs_) total_ += paragraph.size();
  }

  std::vector<bool> run(const std::vector<bool>& repeated) {
    std::size_t before = 0;  // bytes
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      judge(i, before);
      before += paragraphs_[i].size();
    }
    if (!repeated.empty()) mark_repeated(repeated);
    mark_portrait();
    return std::move(marked_);
  }

 private:
  void judge(std::size_t i, std::size_t before) {
    const auto paragraph = paragraphs_[i];
    if (paragraph.size() > kMaxLength) {
      in_links_ = false;
      return judge_share_bar(i, {});
    }
    const std::string folded = fold(paragraph);
    const PhraseKind kind = whole_phrase(folded);
    const bool link = std::exchange(in_links_, false) && is_link(paragraph);
    if (kind == PhraseKind::comment_form || kind == PhraseKind::comments) {
      // Such a link may also stand under the headline.
      const bool form = kind == PhraseKind::comment_form;
      if (before * 10 < total_ * (form ? 3 : 5))
        marked_[i] = marked_[i] || form;
      else if (!marked_.back())  // else the rest is marked already
        std::fill(marked_.begin() + static_cast<std::ptrdiff_t>(i), marked_.end(), true);
    } else if (kind != PhraseKind::none || link) {
      in_links_ = link || kind == PhraseKind::links;
      marked_[i] = true;
    } else if (!marked_[i]) {
      marked_[i] = is_reference(paragraph, folded) || is_credit(paragraph, folded) ||
                   ends_with_credit(paragraph) || is_copyright(paragraph, folded) ||
                   (!has_quotes(paragraph) && (is_prompt(folded) || holds_notice(folded)));
    }
    judge_share_bar(i, folded);
  }

  /// Buttons stand in one paragraph or in one each.
  void judge_share_bar(std::size_t i, std::string_view folded) {
    const bool long_one = paragraphs_[i].size() > kMaxShareBar;
    const std::size_t words = long_one ? 0 : share_words(folded);
    if (words == 0) bar_begin_ = i + 1, bar_words_ = 0;
    bar_words_ += words;
    if (bar_words_ < kMinShareWords) return;
    for (; bar_begin_ <= i; ++bar_begin_) marked_[bar_begin_] = true;
  }

  /// Headings within a story and rows of tables are repeated too, so only what is around the story
  /// counts; and an article that is a copy of others is no boilerplate.
  void mark_repeated(const std::vector<bool>& repeated) {
    std::size_t bytes = 0, n = repeated.size();
    for (std::size_t i = 0; i < n; ++i)
      if (repeated[i]) bytes += paragraphs_[i].size();
    if (bytes * 2 > total_) return;
    for (std::size_t i = 0; i < n && (marked_[i] || repeated[i]); ++i)
      if (!ends_sentence(paragraphs_[i]) && !is_byline(paragraphs_[i])) marked_[i] = true;
    for (std::size_t i = n; i > 0 && (marked_[i - 1] || repeated[i - 1]); --i)
      if (!is_byline(paragraphs_[i - 1])) marked_[i - 1] = true;
  }

  /// What an author says of himself, after his name, at the end.
  void mark_portrait() {
    std::size_t end = marked_.size();
    while (end > 0 && marked_[end - 1]) --end;
    if (end < 3 || paragraphs_[end - 1].size() > kMaxLength) return;
    const auto last = paragraphs_[end - 1], name = paragraphs_[end - 2];
    const bool named = is_name(name) && is_portrait(last, name);
    if (named || is_contact(last)) marked_[end - 1] = true;
    if (named) marked_[end - 2] = true;
  }

  const std::vector<std::string_view>& paragraphs_;
  std::vector<bool> marked_;
  std::size_t total_ = 0;
  bool in_links_ = false;
  std::size_t bar_begin_ = 0, bar_words_ = 0;
};

}  // namespace

std::vector<bool> mark_boilerplate(const std::vector<std::string_view>& paragraphs,
                                   const std::vector<bool>& repeated) {
  return Marker(paragraphs).run(repeated);
}

void set_aside(Article& article, const std::vector<std::string_view>& paragraphs,
               const std::vector<bool>& marked) {
  if (std::find(marked.begin(), marked.end(), false) == marked.end()) return;
  const std::string_view text = article.text;
  const auto begin_of = [&](std::size_t i) {
    return i < paragraphs.size() ? static_cast<std::size_t>(paragraphs[i].data() - text.data())
                                 : text.size();
  };
  std::string kept;
  std::vector<Boilerplate> blocks;
  std::size_t at = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (!marked[i]) continue;
    std::size_t next = i;
    while (next < paragraphs.size() && marked[next]) ++next;
    // The white space after it goes too, or that before if nothing follows.
    std::size_t begin = i == 0 ? 0 : begin_of(i);
    if (next == paragraphs.size()) begin = begin_of(i - 1) + paragraphs[i - 1].size();
    kept.append(text, at, begin - at);
    at = begin_of(next);
    blocks.push_back({kept.size(), std::string(text.substr(begin, at - begin))});
    i = next;
  }
  if (blocks.empty()) return;
  kept.append(text, at);
  article.text = std::move(kept);
  article.boilerplate = std::move(blocks);
}

}  // namespace news
