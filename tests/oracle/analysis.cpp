// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis.hpp"

#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "fold.hpp"

namespace oracle {
namespace {

constexpr std::array<std::u16string_view, 36> kAbbreviations = {
    u"Mr",  u"Mrs", u"Ms",   u"Dr",   u"Prof", u"Sen",  u"Rep",  u"Gov", u"Gen",
    u"Col", u"Lt",  u"Sgt",  u"Capt", u"Rev",  u"Hon",  u"Pres", u"St",  u"Jr",
    u"Sr",  u"Inc", u"Corp", u"Co",   u"Ltd",  u"vs",   u"Jan",  u"Feb", u"Mar",
    u"Apr", u"Jun", u"Jul",  u"Aug",  u"Sep",  u"Sept", u"Oct",  u"Nov", u"Dec"};

bool hasLetterOrDigit(const icu::UnicodeString& text, Stretch at) {
  for (int32_t i = at.begin; i < at.end; i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isalpha(c) || u_isdigit(c)) return true;
  }
  return false;
}

// Whether the break at `offset` only follows an abbreviation or an initial.
bool followsAbbreviation(const icu::UnicodeString& text, int32_t offset) {
  int32_t end = offset;
  while (end > 0 && u_isUWhiteSpace(text.charAt(end - 1))) --end;
  if (end == 0 || text.charAt(end - 1) != u'.') return false;
  --end;
  int32_t begin = end;
  while (begin > 0 && u_isalnum(text.char32At(text.moveIndex32(begin, -1)))) {
    begin = text.moveIndex32(begin, -1);
  }
  if (begin == end) return false;
  if (text.countChar32(begin, end - begin) == 1) return u_isupper(text.char32At(begin));
  const std::u16string_view token(text.getBuffer() + begin, static_cast<size_t>(end - begin));
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), token) != kAbbreviations.end();
}

bool isBlank(char16_t c) {
  return c == u' ' || c == u'\t';
}

// Whether the newline at `at` ends a paragraph by a blank line or an indent after it.
bool endsParagraph(const icu::UnicodeString& text, int32_t at) {
  int32_t next = at + 1;
  while (next < text.length() && (isBlank(text.charAt(next)) || text.charAt(next) == u'\r')) ++next;
  if (next >= text.length()) return false;
  if (text.charAt(next) == u'\n') return true;
  return next > at + 1 && text.charAt(next - 1) != u'\r';
}

}  // namespace

Segmenter::Segmenter() {
  UErrorCode status = U_ZERO_ERROR;
  words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no word breaks");
}

std::vector<Stretch> Segmenter::words(const icu::UnicodeString& text) {
  icu::UnicodeString copy = text;
  for (int32_t i = 0; i < copy.length(); ++i) {
    const char16_t c = copy.charAt(i);
    if (c == u'@' || c == u':') copy.setCharAt(i, u' ');
  }
  std::vector<Stretch> out;
  words_->setText(copy);
  int32_t begin = words_->first();
  for (int32_t end = words_->next(); end != icu::BreakIterator::DONE; end = words_->next()) {
    const Stretch piece{begin, end};
    if (words_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT && hasLetterOrDigit(copy, piece)) {
      out.push_back(piece);
    }
    begin = end;
  }
  return out;
}

icu::BreakIterator& Segmenter::sentences(const std::string& language) {
  auto& slot = sentences_[language];
  if (!slot) {
    UErrorCode status = U_ZERO_ERROR;
    const auto locale =
        language.empty() ? icu::Locale::getRoot() : icu::Locale::createFromName(language.c_str());
    slot.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no sentence breaks");
  }
  return *slot;
}

std::vector<int32_t> Segmenter::sentenceEnds(const icu::UnicodeString& text,
                                             const std::string& language) {
  std::vector<int32_t> out = paragraphEnds(text);
  icu::BreakIterator& breaks = sentences(language);
  breaks.setText(text);
  breaks.first();
  for (int32_t at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
    if (!followsAbbreviation(text, at)) out.push_back(at);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<int32_t> paragraphEnds(const icu::UnicodeString& text) {
  std::vector<int32_t> marked;
  std::vector<int32_t> lines;
  for (int32_t at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1)) {
    lines.push_back(at + 1);
    if (endsParagraph(text, at)) marked.push_back(at + 1);
  }
  return marked.empty() ? lines : marked;
}

std::vector<std::string> foldedWords(Segmenter& segmenter, std::string_view utf8) {
  const icu::UnicodeString text = fromUtf8(utf8);
  std::vector<std::string> out;
  for (const Stretch& word : segmenter.words(text)) {
    std::string folded = fold(text.tempSubStringBetween(word.begin, word.end));
    if (!folded.empty()) out.push_back(std::move(folded));
  }
  return out;
}

}  // namespace oracle
