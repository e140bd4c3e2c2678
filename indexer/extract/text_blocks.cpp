// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/text_blocks.hpp"

#include <algorithm>

#include "indexer/extract/blanks.hpp"

namespace news {
namespace {

/// Whether a character of a script without blanks between words begins with that byte.
bool is_ideograph(unsigned char lead) {
  return lead >= 0xE3 && lead <= 0xED;
}

class Cutter {
 public:
  explicit Cutter(const HtmlTree& tree) : tree_(tree) {}

  BlockList cut() {
    for (NodeId i = 1; i < tree_.size();) {
      leave(i);
      const auto& node = tree_[i];
      switch (node.tag) {
        case Element::ignored:
        case Element::script:
        case Element::head:
        case Element::title:
          i = node.end;
          continue;
        case Element::text:
          add(i, tree_.text(i));
          break;
        case Element::br:
          line_break();
          break;
        case Element::a:
          if (tree_.has(i, Attribute::href)) link_end_ = std::max(link_end_, node.end);
          break;
        default:
          if (is_block(node.tag)) enter(i, node);
      }
      ++i;
    }
    leave(tree_.size());
    flush();
    return std::move(out_);
  }

 private:
  struct Open {
    NodeId node, end;
    bool list;
  };

  void enter(NodeId id, const HtmlTree::Node& node) {
    flush();
    const bool list = node.tag == Element::li || node.tag == Element::dd ||
                      node.tag == Element::dt || (!open_.empty() && open_.back().list);
    if (node.end > id + 1) open_.push_back({id, node.end, list});
  }

  void leave(NodeId at) {
    while (!open_.empty() && open_.back().end <= at) {
      flush();
      open_.pop_back();
    }
  }

  void line_break() {
    if (breaks_++ > 0) return flush();
    blank_ = true;
  }

  void add(NodeId id, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (const auto blank = blank_length(text, at); blank > 0) {
        blank_ = true;
        at += blank;
        continue;
      }
      if (empty()) begin(id);
      const bool word = blank_ || empty();
      if (blank_ && !empty()) out_.bytes += breaks_ > 0 ? '\n' : ' ';
      blank_ = false;
      breaks_ = 0;
      const auto length = add_word(text.substr(at), word, id < link_end_);
      at += length;
    }
  }

  /// Copies up to the next white space.
  std::size_t add_word(std::string_view text, bool starts, bool linked) {
    std::size_t end = 0, ideographs = 0;
    while (end < text.size() && blank_length(text, end) == 0) {
      const auto lead = static_cast<unsigned char>(text[end]);
      ideographs += is_ideograph(lead);
      ++end;
      while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    }
    ideographs_ += ideographs;
    const auto words = (starts ? 1 : 0) + static_cast<std::uint32_t>(ideographs_ / 2);
    ideographs_ %= 2;
    block_.words += words;
    if (linked) block_.linked += words;
    const auto word = text.substr(0, end);
    const auto ends = sentence_ends(word);
    block_.sentences += ends;
    block_.stopped = ends > 0;
    out_.bytes += word;
    return end;
  }

  /// Ends of sentences in a word: a stop at its end, quotes and brackets aside, or one of a script
  /// without blanks anywhere.
  static std::uint32_t sentence_ends(std::string_view word) {
    std::uint32_t ends = 0;
    for (std::size_t at = word.find('\xE3'); at < word.size(); at = word.find('\xE3', at + 1))
      ends += word.substr(at, 3) == "\xE3\x80\x82";
    auto last = word.size();
    while (last > 0 && (word[last - 1] == '"' || word[last - 1] == '\'' || word[last - 1] == ')'))
      --last;
    for (const std::string_view quote : {"\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"})
      if (word.substr(0, last).ends_with(quote)) last -= quote.size();
    const auto rest = word.substr(0, last);
    if (rest.size() < 2) return ends;
    if (rest.ends_with('.') || rest.ends_with('!') || rest.ends_with('?')) return ends + 1;
    for (const std::string_view stop :
         {"\xE2\x80\xA6", "\xE0\xA5\xA4", "\xD8\x9F", "\xDB\x94", "\xEF\xBC\x81", "\xEF\xBC\x9F"})
      if (rest.ends_with(stop)) return ends + 1;
    return ends;
  }

  bool empty() const { return block_.begin == out_.bytes.size(); }

  void begin(NodeId id) {
    block_.first = id;
    block_.element = open_.empty() ? 0 : open_.back().node;
    block_.list = !open_.empty() && open_.back().list;
  }

  void flush() {
    if (!empty()) {
      block_.end = static_cast<std::uint32_t>(out_.bytes.size());
      out_.blocks.push_back(block_);
    }
    block_ = {};
    block_.begin = static_cast<std::uint32_t>(out_.bytes.size());
    blank_ = false;
    breaks_ = 0;
    ideographs_ = 0;
  }

  const HtmlTree& tree_;
  BlockList out_;
  TextBlock block_;
  std::vector<Open> open_;
  NodeId link_end_ = 0;
  std::size_t ideographs_ = 0;
  int breaks_ = 0;  ///< asked for since the last word
  bool blank_ = false;
};

}  // namespace

BlockList cut_blocks(const HtmlTree& tree) {
  return Cutter(tree).cut();
}

}  // namespace news
