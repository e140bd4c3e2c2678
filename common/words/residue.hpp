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
// residue: what else it takes to write the text down again, bit for bit. Between words stand gaps
// (blanks, punctuation); a word may be written otherwise than its segment mostly does. (Words and
// separators apart: Moura, Navarro, Ziviani, Baeza-Yates, "Fast and flexible word searching on
// compressed text", TOIS 2000, whose single blank is our default gap.) docs/FORMAT.md has the
// bytes:
//
//   varint  bytes of operations; operations; literals (each a varint length, then its bytes)
//   0rrrrrrr  r + 1 words, a blank before each, each in the expected form
//   1gggggff  gap g of kGaps (31: the next literal), then a word in form f; the last one has no
//   word
//
// Forms: 0 expected, 1 the other of usual and capitalised, 2 in capitals, 3 the next literal.
// Expected is the word's usual form, with a capital at the beginning and after a gap that ends a
// sentence.

/// The gaps with a number of their own, by frequency in English news; 31 stands for any other.
inline constexpr std::array<std::string_view, 31> kGaps = {
    " ",   ", ",   ". ",     ".\n\n",  "-",    "",   ": ",  " “",      "\n\n",    ",” ", " \"",
    " — ", ",\" ", ".”\n\n", ".\n\n“", " (",   "” ", ". “", ".\"\n\n", ".\n\n\"", "\" ", ". \"",
    ") ",  " $",   ".",      " – ",    " -- ", "/",  "' ",  "? ",      "; "};
inline constexpr std::uint8_t kLiteralGap = 31;
/// The number of a gap, or kLiteralGap.
std::uint8_t gap_number(std::string_view gap);

/// Does a sentence end in this gap, so that a capital is expected behind it?
bool ends_sentence(std::string_view gap);
/// ASCII letters only: the first one, or all of them, made capitals.
std::string capitalised(std::string_view word);
std::string in_capitals(std::string_view word);

/// Which forms of a word's usual one a written word equals.
struct WordForm {
  bool usual = false, capitalised = false, capitals = false;
};
WordForm compare_form(std::string_view written, std::string_view usual);

/// Writes the residue of one text. Life: construct → word()* → finish().
class ResidueWriter {
 public:
  struct Gap {
    std::uint8_t number;
    bool ends_sentence;
    std::string_view bytes;
  };
  /// The next gap and the word behind it.
  void word(const Gap& gap, const WordForm& form, std::string_view written);
  /// What stands behind the last word. Appends the residue to `out`.
  void finish(const Gap& last, std::string& out);

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
/// not null, receives the place of every word. Throws Error(ErrorCode::damaged) on a residue that
/// does not fit the words. O(text).
template <typename Usual>
std::string write_text(std::span<const WordId> words, std::string_view residue, Usual&& usual,
                       std::vector<WordRange>* ranges);

namespace detail {

/// Reads a residue, gap by gap.
class ResidueReader {
 public:
  explicit ResidueReader(std::string_view residue);
  struct Step {
    std::string_view gap;
    bool capital = false;      // is one expected?
    unsigned form = 0;         // 0–3
    std::string_view literal;  // the word, in form 3
  };
  Step next(bool last);
  /// How many words from here on are in their usual form behind a blank, if at most `most`; skips
  /// them. Not for the first word of a text.
  std::uint32_t skip_run(std::uint32_t most);
  bool at_end() const { return run_ == 0 && operations_.empty(); }

 private:
  std::string_view literal();
  bool begins_ = true;
  unsigned run_ = 0;
  std::string_view operations_, literals_;
};

void append_form(std::string& out, std::string_view usual, const ResidueReader::Step& step);
[[noreturn]] void broken_residue();
inline constexpr std::size_t kMaxText = std::size_t{1} << 30;

}  // namespace detail

template <typename Usual>
std::string write_text(std::span<const WordId> words, std::string_view residue, Usual&& usual,
                       std::vector<WordRange>* ranges) {
  std::string out;
  out.reserve(words.size() * 7);
  detail::ResidueReader reader(residue);
  for (const WordId word : words) {
    const auto step = reader.next(false);
    out += step.gap;
    const auto begin = static_cast<std::uint32_t>(out.size());
    if (step.form == 3)
      out += step.literal;
    else
      detail::append_form(out, usual(word), step);
    if (ranges) ranges->emplace_back(begin, static_cast<std::uint32_t>(out.size()));
    if (out.size() > detail::kMaxText) detail::broken_residue();
  }
  out += reader.next(true).gap;
  if (!reader.at_end()) detail::broken_residue();
  return out;
}

}  // namespace news
