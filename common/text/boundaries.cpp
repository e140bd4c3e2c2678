// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/boundaries.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "common/error.hpp"

namespace news {
namespace {

constexpr std::array<std::string_view, 36> kAbbreviations = {
    "Mr",   "Mrs", "Ms",  "Dr",   "Prof", "Sen", "Rep", "Gov", "Gen",  "Col", "Lt",  "Sgt",
    "Capt", "Rev", "Hon", "Pres", "St",   "Jr",  "Sr",  "Inc", "Corp", "Co",  "Ltd", "vs",
    "Jan",  "Feb", "Mar", "Apr",  "Jun",  "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"};

// The offsets where a new paragraph starts, that is just after the newline that ends the last one.
std::vector<std::size_t> paragraph_starts(std::string_view text) {
  std::vector<std::size_t> strong, every;
  for (std::size_t nl = text.find('\n'); nl != std::string_view::npos;
       nl = text.find('\n', nl + 1)) {
    const std::size_t line = nl + 1;
    every.push_back(line);
    const std::size_t first = std::min(text.find_first_not_of(" \t\r", line), text.size());
    const bool blank = first < text.size() && text[first] == '\n';
    const bool indented =
        first > line && first < text.size() && !blank && (text[line] == ' ' || text[line] == '\t');
    if (blank || indented) strong.push_back(line);
  }
  return strong.empty() ? every : strong;
}

// True when the text up to a break ends in an abbreviation or an initial, so that the sentence goes
// on: its last letters and digits before the full stop are one capital, or listed.
bool ends_in_abbreviation(std::string_view before) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(before.data());
  auto at = static_cast<std::int32_t>(before.size());
  // Steps back over a character that `is` accepts.
  const auto step = [&](auto&& is) {
    std::int32_t previous = at;
    UChar32 c = 0;
    if (at > 0) U8_PREV(bytes, 0, previous, c);
    if (at == 0 || c < 0 || !is(c)) return false;
    at = previous;
    return true;
  };
  while (step(u_isUWhiteSpace)) {
  }
  if (!step([](UChar32 c) { return c == '.'; })) return false;
  const std::int32_t end = at;
  int characters = 0;
  bool capital = false;  // is the first of them, the last one met, a capital?
  while (step([&](UChar32 c) {
    if (u_isalnum(c)) capital = u_isupper(c);
    return u_isalnum(c) != 0;
  }))
    ++characters;
  const auto token =
      before.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(end - at));
  return (characters == 1 && capital) ||
         std::find(kAbbreviations.begin(), kAbbreviations.end(), token) != kAbbreviations.end();
}

icu::BreakIterator& sentence_iterator(std::string_view language) {
  thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>, std::less<>> cache;
  auto it = cache.find(language);
  if (it == cache.end()) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string name(language);
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale(name.c_str()), status));
    if (U_FAILURE(status))
      throw Error(ErrorCode::failed, "ICU has no sentence break rules",
                  "Install the ICU data package.");
    it = cache.emplace(name, std::move(made)).first;
  }
  return *it->second;
}

}  // namespace

std::vector<Boundary> find_boundaries(std::string_view text, std::string_view language) {
  std::vector<Boundary> out;
  if (text.empty()) return out;
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &status);
  auto& iterator = sentence_iterator(language);
  iterator.setText(&utext, status);
  if (U_FAILURE(status)) {
    utext_close(&utext);
    throw Error(ErrorCode::failed,
                "ICU cannot read a text of " + std::to_string(text.size()) + " bytes");
  }
  const auto starts = paragraph_starts(text);
  auto paragraph = starts.begin();
  for (auto end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
    const auto at = static_cast<std::size_t>(end);
    while (paragraph != starts.end() && *paragraph <= at) out.push_back({*paragraph++, true});
    if ((out.empty() || out.back().end < at) &&
        (at == text.size() || !ends_in_abbreviation(text.substr(0, at))))
      out.push_back({at, false});
  }
  utext_close(&utext);
  while (paragraph != starts.end()) out.push_back({*paragraph++, true});
  if (out.empty() || out.back().end < text.size()) out.push_back({text.size(), true});
  out.back().paragraph = true;
  return out;
}

}  // namespace news
