// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Running text out of markup: white space is one blank, a paragraph stands after a blank line.
class TextFlow {
 public:
  /// Text as markup has it: its line breaks are blanks.
  void add(std::string_view text);
  /// Text whose line breaks are its own.
  void add_lines(std::string_view text);

  void blank() { need(Break::blank); }
  void cell() { need(Break::cell); }
  void line() { need(Break::line); }
  /// A line break that was asked for; two of them make a paragraph.
  void break_line();
  void paragraph() { need(Break::paragraph); }
  /// The next text is the item of a list.
  void item();

  /// A line ended here: a word that was divided with a hyphen is joined.
  void end_line();
  /// The next text goes on with the word at hand, whatever blanks are between.
  void join();
  std::string take();

 private:
  enum class Break { none, blank, cell, line, paragraph };
  void need(Break wanted) {
    if (wanted == Break::blank && joined_) return;
    if (wanted > break_) break_ = wanted;
  }
  void put(std::string_view words);

  std::string out_;
  Break break_ = Break::none;
  bool broken_ = false;  // by break_line(), and no text since
  bool item_ = false;
  bool joined_ = false;
};

/// What an element of HTML, XHTML, NITF or TEI means for the flow of text.
/// `line_end`: a line of the printed page ends; `joined`: and within a word.
enum class Block { none, paragraph, line, item, cell, line_break, line_end, joined, dropped };
/// `name` without prefix, any case.
Block block_of(std::string_view name);

/// What the start and the end of such an element do to the flow.
void begin_block(TextFlow& flow, Block block);
void end_block(TextFlow& flow, Block block);

/// All on one line.
std::string one_line(std::string_view text);

}  // namespace news
