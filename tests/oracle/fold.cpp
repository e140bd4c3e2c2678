// SPDX-License-Identifier: GPL-2.0-or-later
#include "fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <stdexcept>

namespace oracle {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normaliser");
  return *found;
}

const icu::Normalizer2& nfc() {
  static const auto& it =
      normalizer([](UErrorCode& e) { return icu::Normalizer2::getNFCInstance(e); });
  return it;
}
const icu::Normalizer2& nfd() {
  static const auto& it =
      normalizer([](UErrorCode& e) { return icu::Normalizer2::getNFDInstance(e); });
  return it;
}
const icu::Normalizer2& nfkc() {
  static const auto& it =
      normalizer([](UErrorCode& e) { return icu::Normalizer2::getNFKCInstance(e); });
  return it;
}
const icu::Normalizer2& casefold() {
  static const auto& it =
      normalizer([](UErrorCode& e) { return icu::Normalizer2::getNFKCCasefoldInstance(e); });
  return it;
}

icu::UnicodeString normalized(const icu::Normalizer2& how, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = how.normalize(text, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise a word");
  return out;
}

bool losesAccents(UChar32 base) {
  if (base == 0x0435 || base == 0x0415) return true;  // Cyrillic ie, so that yo is found as ie
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(base, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

bool isPoint(UChar32 c) {
  return (c >= 0x0591 && c <= 0x05C7) || (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

// Letters with a stroke and ligatures, which have no decomposition; nullptr for all others.
const char16_t* plainLetters(UChar32 c) {
  switch (c) {
    case 0x00F8:
      return u"o";
    case 0x00D8:
      return u"O";
    case 0x0111:
    case 0x00F0:
      return u"d";
    case 0x0110:
    case 0x00D0:
      return u"D";
    case 0x0127:
      return u"h";
    case 0x0126:
      return u"H";
    case 0x0142:
      return u"l";
    case 0x0141:
      return u"L";
    case 0x00E6:
      return u"ae";
    case 0x00C6:
      return u"AE";
    case 0x0153:
      return u"oe";
    case 0x0152:
      return u"OE";
    case 0x0131:
      return u"i";
    case 0x00FE:
      return u"th";
    case 0x00DE:
      return u"TH";
    default:
      return nullptr;
  }
}

bool isApostrophe(UChar32 c) {
  return c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

icu::UnicodeString withoutMarks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString out;
  bool drops = false;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (isPoint(c)) continue;
    if (c >= 0x0300 && c <= 0x036F && drops) continue;
    const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (!mark) drops = losesAccents(c);
    out.append(c);
  }
  return out;
}

icu::UnicodeString straightened(const icu::UnicodeString& text, bool letters) {
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const char16_t* plain = letters ? plainLetters(c) : nullptr;
    if (plain != nullptr) {
      out.append(plain, -1);
    } else if (isApostrophe(c)) {
      out.append(static_cast<UChar32>('\''));
    } else {
      out.append(c);
    }
  }
  return out;
}

icu::UnicodeString withoutIgnorables(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) out.append(c);
  }
  return out;
}

std::string accentsFolded(const icu::UnicodeString& text) {
  const auto bare = normalized(nfc(), withoutMarks(normalized(nfd(), text)));
  return toUtf8(straightened(bare, true));
}

}  // namespace

std::string fold(const icu::UnicodeString& word) {
  return accentsFolded(normalized(casefold(), word));
}

std::string foldKeepingCase(const icu::UnicodeString& word) {
  return accentsFolded(withoutIgnorables(normalized(nfkc(), word)));
}

std::string foldKeepingAccents(const icu::UnicodeString& word) {
  return toUtf8(straightened(normalized(casefold(), word), false));
}

std::string foldValue(std::string_view utf8) {
  icu::UnicodeString text = fromUtf8(utf8);
  int32_t begin = 0;
  int32_t end = text.length();
  while (end > begin && u_isUWhiteSpace(text.charAt(end - 1))) --end;
  while (begin < end && u_isUWhiteSpace(text.charAt(begin))) ++begin;
  return fold(text.tempSubStringBetween(begin, end));
}

std::string toUtf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString fromUtf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

std::u32string toUtf32(std::string_view utf8) {
  const icu::UnicodeString text = fromUtf8(utf8);
  std::u32string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return out;
}

}  // namespace oracle
