// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/archive/segment.hpp"
#include "searcher/engine/match/term_expander.hpp"
#include "searcher/engine/query/ast.hpp"

namespace news {

/// Some words in a row, [begin, end), of the title (field 0) or the text (field 1).
struct Span {
  std::uint8_t field;
  std::uint32_t begin, end;
  friend auto operator<=>(const Span&, const Span&) = default;  // NOLINT: no pointer
};

/// The part of each field that is searched: words [0, limit).
struct Region {
  std::uint32_t title = 0xFFFFFFFF, text = 0xFFFFFFFF;
};

/// THE positional matcher: finds where a query occurs in one article, from its word codes (and, for
/// case: and accents:, its stored text). Decides matches, highlights and offsets alike. Not
/// thread-safe.
class DocumentMatcher {
 public:
  DocumentMatcher(const Segment& segment, TermExpander& expander)
      : segment_(segment), expander_(expander) {}
  /// Forgets what was kept of the last query; needed whenever the TermExpander was cleared.
  void reset();
  /// Says what the next articles are asked. Optional: open() then notes where its words
  /// occur, so that its leaves need not look at every word each. The nodes must stay where they
  /// are.
  void prepare(std::span<const Node* const> nodes);
  /// Chooses the article that all other calls are about.
  void open(DocId article);
  /// Is a Boolean combination of words and positional operators true in a region?
  bool matches(const Node& node, const Region& region = {});
  /// All spans of a leaf, phrase, OR or positional operator, ascending, distinct.
  std::vector<Span> spans(const Node& node, const Region& region = {});
  /// What a leaf stands for in articles of a language, given by its code in the language column.
  const TermExpansion& words_of(const Node& leaf, std::uint32_t language_code);
  /// The open article's words of the title (field 0) or the text (field 1).
  std::span<const WordId> words(std::uint8_t field) const { return words_[field]; }
  /// The article as it is written, with the places of its words. Read when first asked for.
  struct Written {
    Article article;
    WordRanges words;
  };
  Written& written();
  /// The first words of the text that make its first paragraph.
  std::uint32_t first_paragraph();
  /// The region that title:, text:, lead: and first: stand for.
  Region scope(const Node& node);

 private:
  std::vector<Span> leaf_spans(const Node& leaf, const Region& region);
  std::vector<Span> phrase_spans(const Node& phrase, const Region& region);
  std::vector<Span> pair_spans(const Node& node, const Region& region);
  std::vector<Span> without_near(const Node& node, const Region& region);
  std::vector<Span> noted_spans(std::size_t leaf, const Region& region) const;
  bool as_written(const Node& leaf, const Span& span);
  void note_words();
  void join_units(const std::vector<Span>& a, const std::vector<Span>& b, bool paragraph,
                  std::vector<Span>& out);
  void read_bounds();
  std::uint32_t unit(const Span& span, bool paragraph, bool& inside);

  const Segment& segment_;
  TermExpander& expander_;
  DocId article_ = 0;
  std::uint32_t language_code_ = 0;          // in the language column
  std::vector<std::string> language_names_;  // by that code, filled as needed
  // The last expansions by leaf, so that a candidate costs no look-up by text.
  struct Expanded {
    const Node* leaf;
    std::uint32_t language;
    Op op;
    std::string text;
    const TermExpansion* words;
  };
  std::vector<Expanded> expanded_;
  // Where prepared leaves occur: a table a language gives the group of each word, 0 for words of no
  // leaf; a group is a set of leaves, a bit each.
  static constexpr std::size_t kMaxLeaves = 64, kMaxGroups = 255;
  struct Groups {
    std::vector<std::uint8_t> of_word;
    std::vector<std::uint64_t> leaves{0};
    bool usable = true;
  };
  Groups& groups(std::uint32_t language_code);
  std::vector<const Node*> prepared_;
  std::map<std::uint32_t, Groups> groups_;
  bool noted_ = false;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> notes_[2];  // position, leaves
  std::vector<WordId> words_[2];
  bool bounds_read_ = false;
  std::vector<std::uint32_t> sentence_of_, paragraph_of_;  // by word of the text
  std::optional<Written> written_;
  std::optional<ArticleStore::WordForms> forms_;
  std::string_view bounds_;
};

}  // namespace news
