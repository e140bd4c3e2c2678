// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/words/etdc.hpp"

namespace news {

// A text is stored once, in two parts: its words as word codes, which are searched, and its
// surface: what else it takes to write the text down again, bit for bit. Separators (blanks,
// punctuation) stand between words. The surface form of a word is how it is written, which may not
// be how its segment mostly writes it. (Words and separators apart: Moura, Navarro, Ziviani,
// Baeza-Yates, "Fast and flexible word searching on compressed text", TOIS 2000, whose single blank
// is our default separator.) docs/FORMAT.md has the bytes:
//
//   varint  bytes of operations; operations; literals (each a varint length, then its bytes)
//   0rrrrrrr  r + 1 words, a blank before each, each in the expected form
//   1gggggff  separator g of kSeparators (31: the next literal), then a word in form f; the last
//             one has no word
//
// Forms: 0 expected, 1 the other of usual and capitalised, 2 in capitals, 3 the next literal.
// Expected is the word's usual form, with a capital at the beginning and after a separator that
// ends a sentence.

/// The separators with a number of their own, by frequency in English news; 31 stands for any
/// other.
inline constexpr std::array<std::string_view, 31> kSeparators = {
    " ",   ", ",   ". ",     ".\n\n",  "-",    "",   ": ",  " “",      "\n\n",    ",” ", " \"",
    " — ", ",\" ", ".”\n\n", ".\n\n“", " (",   "” ", ". “", ".\"\n\n", ".\n\n\"", "\" ", ". \"",
    ") ",  " $",   ".",      " – ",    " -- ", "/",  "' ",  "? ",      "; "};
inline constexpr std::uint8_t kLiteralSeparator = 31;
/// The number of a separator, or kLiteralSeparator.
std::uint8_t separator_number(std::string_view separator);

/// Does a sentence end in this separator, so that a capital is expected after it?
bool ends_sentence(std::string_view separator);
/// ASCII letters only: the first one, or all of them, made capitals.
std::string capitalised(std::string_view word);
std::string in_capitals(std::string_view word);

/// Which forms of a word's usual one a written word equals.
struct WordForm {
  bool usual = false, capitalised = false, capitals = false;
};
WordForm compare_form(std::string_view written, std::string_view usual);

/// Writes the surface of one text. Life: construct → word()* → finish().
class SurfaceWriter {
 public:
  struct Separator {
    std::uint8_t number;
    bool ends_sentence;
    std::string_view bytes;
  };
  /// The next separator and the word after it.
  void word(const Separator& separator, const WordForm& form, std::string_view written);
  /// What stands after the last word. Appends the surface to `out`.
  void finish(const Separator& last, std::string& out);

 private:
  void flush_run();
  void literal(std::string_view bytes);
  bool begins_ = true;
  unsigned run_ = 0;
  std::string operations_, literals_;
};

/// Byte range of a word in its text.
using WordRange = std::pair<std::uint32_t, std::uint32_t>;

/// Writes a text down again. `usual(id)`: the usual form of a word, as a string_view. `ranges`, if
/// not null, receives the place of every word. Throws Error(ErrorCode::damaged) on a surface that
/// does not fit the words. O(text).
template <typename Usual>
std::string write_text(std::span<const WordId> words, std::string_view surface, Usual&& usual,
                       std::vector<WordRange>* ranges);

namespace detail {

/// Reads a surface, separator by separator.
class SurfaceReader {
 public:
  explicit SurfaceReader(std::string_view surface);
  struct Step {
    std::string_view separator;
    bool capital = false;      // is one expected?
    unsigned form = 0;         // 0–3
    std::string_view literal;  // the word, in form 3
  };
  Step next(bool last);
  /// How many words from here on are in their usual form after a blank, if at most `most`; skips
  /// them. Not for the first word of a text.
  std::uint32_t skip_run(std::uint32_t most);
  bool at_end() const { return run_ == 0 && operations_.empty(); }

 private:
  std::string_view literal();
  bool begins_ = true;
  unsigned run_ = 0;
  std::string_view operations_, literals_;
};

void append_form(std::string& out, std::string_view usual, const SurfaceReader::Step& step);
[[noreturn]] void broken_surface();
inline constexpr std::size_t kMaxText = std::size_t{1} << 30;

}  // namespace detail

template <typename Usual>
std::string write_text(std::span<const WordId> words, std::string_view surface, Usual&& usual,
                       std::vector<WordRange>* ranges) {
  std::string out;
  out.reserve(words.size() * 7);
  detail::SurfaceReader reader(surface);
  for (const WordId word : words) {
    const auto step = reader.next(false);
    out += step.separator;
    const auto begin = static_cast<std::uint32_t>(out.size());
    if (step.form == 3)
      out += step.literal;
    else
      detail::append_form(out, usual(word), step);
    if (ranges) ranges->emplace_back(begin, static_cast<std::uint32_t>(out.size()));
    if (out.size() > detail::kMaxText) detail::broken_surface();
  }
  out += reader.next(true).separator;
  if (!reader.at_end()) detail::broken_surface();
  return out;
}

}  // namespace news
