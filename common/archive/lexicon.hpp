// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/io/sections.hpp"
#include "common/io/string_table.hpp"
#include "common/words/etdc.hpp"

namespace news {

/// The words of one segment and their stem classes. Thread-safe.
class Lexicon {
 public:
  explicit Lexicon(const std::filesystem::path& path, std::uint64_t bytes,
                   const std::vector<std::string>& languages);
  std::uint32_t size() const { return words_.size(); }
  std::optional<WordId> find(std::string_view folded) const;
  std::string word(WordId id) const;  ///< id < size()
  /// Its place in the order of folded words, byte by byte, from 0; id < size(). O(1).
  std::uint32_t place(WordId id) const;
  /// The word at a place < size().
  std::string sorted_word(std::uint32_t place) const { return words_.at(place); }
  /// How the word is mostly written in this segment; O(1).
  std::string_view usual_form(WordId id) const {
    if (id >= size() || usual_at_[id] > usual_at_[id + 1] || usual_at_[id + 1] > usual_.size())
      file_.damaged("usual", "has a word out of range");
    return usual_.substr(usual_at_[id], usual_at_[id + 1] - usual_at_[id]);
  }
  /// Words that begin with `prefix` (all for ""), in byte order, until visit returns false.
  template <typename Visit>
  void scan(std::string_view prefix, Visit&& visit) const {
    words_.scan(words_.lower_bound(prefix), [&](std::uint32_t index, std::string_view word) {
      return word.starts_with(prefix) && visit(rank_of_[index], word);
    });
  }
  /// All words of the segment whose stem in `language` is `stem`, ascending. (May include words
  /// that occur only in articles of other languages when the class is the word itself.)
  std::vector<WordId> stem_class(std::string_view language, std::string_view stem) const;
  /// The words, most frequent first, that pair terms are made of: ids below this number.
  std::uint32_t pair_words() const { return pair_words_; }

 private:
  struct Stems {
    StringTable stems;
    std::span<const std::uint32_t> starts;
    std::span<const WordId> members;
  };
  SectionFile file_;
  StringTable words_;
  std::span<const WordId> rank_of_;
  std::span<const std::uint32_t> index_of_, usual_at_;
  std::string_view usual_;
  std::uint32_t pair_words_ = 0;
  std::vector<std::pair<std::string, Stems>> stems_;
};

}  // namespace news
