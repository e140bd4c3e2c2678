// SPDX-License-Identifier: GPL-2.0-or-later
// Every distinct word as written, with a number, and the numbers of its folded forms.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace oracle {

inline constexpr uint32_t kNone = 0xFFFFFFFF;

// Numbers for strings, from 0 in order of arrival.
class StringPool {
 public:
  uint32_t add(const std::string& text);
  uint32_t find(const std::string& text) const;  // kNone if it was never added
  const std::string& at(uint32_t number) const { return *strings_[number]; }
  size_t size() const { return strings_.size(); }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<const std::string*> strings_;  // the map's keys, which do not move
};

struct Forms {
  uint32_t folded = kNone;  // numbers in Lexicon::folded() and so on
  uint32_t cased = kNone;
  uint32_t accented = kNone;
};

class Lexicon {
 public:
  // The number of the word as written; kNone if nothing is left of it once folded.
  uint32_t add(std::u16string_view written);

  const Forms& forms(uint32_t word) const { return forms_[word]; }
  const std::u16string& written(uint32_t word) const { return *written_[word]; }
  size_t size() const { return forms_.size(); }
  const StringPool& folded() const { return folded_; }
  const StringPool& cased() const { return cased_; }
  const StringPool& accented() const { return accented_; }

 private:
  struct Hash : std::hash<std::u16string_view> {
    using is_transparent = void;
  };
  struct Equal : std::equal_to<> {};

  std::unordered_map<std::u16string, uint32_t, Hash, Equal> numbers_;
  std::vector<const std::u16string*> written_;
  std::vector<Forms> forms_;
  StringPool folded_;
  StringPool cased_;
  StringPool accented_;
};

// The stem of a folded word; the word itself for unknown languages and words with a digit.
std::string stemOf(const std::string& language, const std::string& folded);

}  // namespace oracle
