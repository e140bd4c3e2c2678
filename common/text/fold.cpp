// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "common/error.hpp"
#include "common/text/utf8.hpp"

namespace news {
namespace {

const icu::Normalizer2& normalizer(const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* instance = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  if (U_FAILURE(status))
    throw Error(ErrorCode::failed, "ICU has no normalisation data",
                "Install the ICU data package.");
  return *instance;
}

void normalize(const icu::Normalizer2& form, std::string_view in, std::string& out) {
  out.clear();
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(0, icu::StringPiece(in.data(), static_cast<int32_t>(in.size())), sink, nullptr,
                     status);
  if (U_FAILURE(status)) out.assign(in);
}

// Letters that Unicode does not decompose but that readers type without their stroke or ligature.
std::string_view spell_out(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'đ':
    case U'ð':
      return "d";
    case U'ħ':
      return "h";
    case U'ł':
      return "l";
    case U'ı':
      return "i";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'Ø':
      return "O";
    case U'Đ':
    case U'Ð':
      return "D";
    case U'Ħ':
      return "H";
    case U'Ł':
      return "L";
    case U'Æ':
      return "AE";
    case U'Œ':
      return "OE";
    case U'Þ':
      return "TH";
    default:
      return {};
  }
}

bool is_apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x02BC;
}

// Marks whose absence a reader would not notice; vowel signs of Indic scripts are letters in
// effect.
bool is_droppable_mark(char32_t mark, char32_t base) {
  if (mark >= 0x0591 && mark <= 0x05C7)
    return u_getIntPropertyValue(static_cast<UChar32>(mark), UCHAR_CANONICAL_COMBINING_CLASS) != 0;
  if ((mark >= 0x064B && mark <= 0x065F) || mark == 0x0670) return true;
  if (mark < 0x0300 || mark > 0x036F) return false;
  if (base == 0x0435 || base == 0x0415) return true;  // Cyrillic е, Е
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(static_cast<UChar32>(base), &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

void drop_accents(std::string_view word, std::string& out) {
  static const auto& nfd = normalizer("nfc", UNORM2_DECOMPOSE);
  static const auto& nfc = normalizer("nfc", UNORM2_COMPOSE);
  std::string decomposed, kept;
  normalize(nfd, word, decomposed);
  char32_t base = 0;
  for (std::size_t at = 0; at < decomposed.size();) {
    const Utf8Char c = decode_utf8(decomposed, at);
    const bool mark = u_charType(static_cast<UChar32>(c.code)) == U_NON_SPACING_MARK;
    if (!mark) base = c.code;
    if (!mark || !is_droppable_mark(c.code, base)) kept.append(decomposed, at, c.length);
    at += c.length;
  }
  normalize(nfc, kept, decomposed);
  out.clear();
  for (std::size_t at = 0; at < decomposed.size();) {
    const Utf8Char c = decode_utf8(decomposed, at);
    if (const auto ascii = spell_out(c.code); !ascii.empty())
      out += ascii;
    else
      out.append(decomposed, at, c.length);
    at += c.length;
  }
}

void straighten_apostrophes(std::string& word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Utf8Char c = decode_utf8(word, at);
    if (is_apostrophe(c.code))
      out += '\'';
    else
      out.append(word, at, c.length);
    at += c.length;
  }
  word = std::move(out);
}

void fold_slowly(std::string_view word, std::string& out) {
  std::string folded;
  fold_case(word, folded);
  drop_accents(folded, out);
}

// Western European text is nearly all below U+0250, where folding works character by character.
constexpr char32_t kTableEnd = 0x250;

const std::array<std::string, kTableEnd>& fold_table() {
  static const auto table = [] {
    std::array<std::string, kTableEnd> t;
    for (char32_t c = 0; c < kTableEnd; ++c) {
      std::string one;
      append_utf8(one, c);
      fold_slowly(one, t[c]);
    }
    return t;
  }();
  return table;
}

// Soft hyphens and their like: toNFKC_Casefold drops them, plain NFKC does not.
std::string without_ignorables(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Utf8Char c = decode_utf8(word, at);
    if (!u_hasBinaryProperty(static_cast<UChar32>(c.code), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
      out.append(word, at, c.length);
    at += c.length;
  }
  return out;
}

}  // namespace

void fold_case(std::string_view word, std::string& out) {
  static const auto& fold = normalizer("nfkc_cf", UNORM2_COMPOSE);
  std::string straight(word);
  straighten_apostrophes(straight);
  normalize(fold, straight, out);
}

void fold_accents(std::string_view word, std::string& out) {
  static const auto& nfkc = normalizer("nfkc", UNORM2_COMPOSE);
  std::string straight = without_ignorables(word), composed;
  straighten_apostrophes(straight);
  normalize(nfkc, straight, composed);
  drop_accents(composed, out);
}

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++at;
      continue;
    }
    const Utf8Char c = decode_utf8(word, at);
    if (is_apostrophe(c.code))
      out += '\'';
    else if (c.code < kTableEnd)
      out += fold_table()[c.code];
    else
      return fold_slowly(word, out);
    at += c.length;
  }
}

std::string fold_value(std::string_view value) {
  const auto first = value.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  std::string out;
  fold_word(value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1), out);
  return out;
}

}  // namespace news
