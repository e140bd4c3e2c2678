// SPDX-License-Identifier: GPL-2.0-or-later
#include "lexicon.hpp"

#include <unicode/uchar.h>
#include <xapian.h>

#include <map>

#include "fold.hpp"

namespace oracle {
namespace {

bool hasDigit(const std::string& word) {
  for (const char32_t c : toUtf32(word)) {
    if (u_isdigit(static_cast<UChar32>(c))) return true;
  }
  return false;
}

Xapian::Stem makeStemmer(const std::string& language) {
  if (language.size() != 2) return Xapian::Stem();
  try {
    return Xapian::Stem(language);
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem();
  }
}

}  // namespace

uint32_t StringPool::add(const std::string& text) {
  const auto [where, fresh] = numbers_.try_emplace(text, static_cast<uint32_t>(strings_.size()));
  if (fresh) strings_.push_back(&where->first);
  return where->second;
}

uint32_t StringPool::find(const std::string& text) const {
  const auto found = numbers_.find(text);
  return found == numbers_.end() ? kNone : found->second;
}

uint32_t Lexicon::add(std::u16string_view written) {
  if (const auto found = numbers_.find(written); found != numbers_.end()) return found->second;
  const icu::UnicodeString word(written.data(), static_cast<int32_t>(written.size()));
  const std::string folded = fold(word);
  uint32_t number = kNone;
  if (!folded.empty()) {
    number = static_cast<uint32_t>(forms_.size());
    forms_.push_back({folded_.add(folded), cased_.add(foldKeepingCase(word)),
                      accented_.add(foldKeepingAccents(word))});
  }
  const auto where = numbers_.emplace(std::u16string(written), number).first;
  if (number != kNone) written_.push_back(&where->first);
  return number;
}

std::string stemOf(const std::string& language, const std::string& folded) {
  thread_local std::map<std::string, Xapian::Stem> stemmers;
  auto found = stemmers.find(language);
  if (found == stemmers.end()) found = stemmers.emplace(language, makeStemmer(language)).first;
  return hasDigit(folded) ? folded : found->second(folded);
}

}  // namespace oracle
