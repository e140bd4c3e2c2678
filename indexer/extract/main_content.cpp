// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/main_content.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/extract/class_words.hpp"
#include "indexer/extract/page_chrome.hpp"
#include "indexer/text/boilerplate.hpp"

namespace news {
namespace {

constexpr double kTrusted = 0.5;   // of the best subtree's score, for one that is named a body
constexpr double kMaxScore = 200;  // words of a paragraph that count

/// Part of the page, in nodes.
struct Range {
  NodeId begin, end;
  NodeId size() const { return end - begin; }
};

bool is_heading_block(const HtmlTree& tree, const TextBlock& block) {
  return is_heading(tree[block.element].tag);
}

/// How much a block says for, or against, the subtree that it is in.
double block_score(const HtmlTree& tree, const TextBlock& block) {
  const double plain = std::min<double>(block.words - block.linked, kMaxScore);
  if (block.prose()) return block.list ? plain * 0.7 : plain;
  if (block.link_density() > 0.5) return -1.0 - std::min<double>(block.linked, 20);
  if (is_heading_block(tree, block) || block.list) return 0;
  return -1;
}

class BlockClassifier {
 public:
  BlockClassifier(const HtmlTree& tree, const BlockList& list, std::string_view title)
      : tree_(tree), list_(list), title_(title), classes_(list.blocks.size(), BlockClass::outside) {
    const auto chrome = find_page_chrome(tree, list);
    for (std::uint32_t i = 0; i < chrome.size(); ++i)
      if (chrome[i] != kNoNode) classes_[i] = BlockClass::chrome;
  }

  std::vector<BlockClass> run() {
    const Range range = scope();
    select(range);
    select_lead(range.begin);
    drop_links();
    drop_repeated();
    drop_boilerplate();
    drop_orphans();
    trim();
    return std::move(classes_);
  }

 private:
  const TextBlock& block(std::uint32_t i) const { return list_.blocks[i]; }
  std::string_view text(std::uint32_t i) const { return list_.text(block(i)); }

  /// Where the text is: the subtree in which prose most outweighs the rest, or, if they hold
  /// enough of it, the elements whose names say so.
  Range scope() const {
    const BlockSums sums(tree_, list_, [&](std::size_t i) {
      return classes_[i] == BlockClass::chrome ? 0.0 : block_score(tree_, list_.blocks[i]);
    });
    Range best{0, tree_.size()};
    double most = 0;
    std::unordered_map<std::string, std::vector<Range>> groups;
    for (NodeId i = 1; i < tree_.size(); ++i) {
      if (tree_[i].tag == Element::text || tree_[i].end == i + 1) continue;
      const double value = sums.of(i, tree_[i].end);
      if (value >= most) {
        most = value;
        best = {i, tree_[i].end};
      }
      if (value <= 0) continue;
      if (auto name = body_name(i); !name.empty()) {
        auto& group = groups[std::move(name)];
        if (group.empty() || i >= group.back().end) group.push_back({i, tree_[i].end});
      }
    }
    std::vector<Range> named;
    double named_value = most * kTrusted;
    NodeId named_size = tree_.size();
    for (const auto& [name, group] : groups) {
      double value = 0;
      NodeId size = 0;
      for (const Range range : group) {
        value += sums.of(range.begin, range.end);
        size += range.size();
      }
      // Of two that hold about the same, the smaller.
      const bool better =
          value > named_value * 1.05 || (value >= named_value * 0.95 && size < named_size);
      if (!better) continue;
      named = group;
      named_value = std::max(value, named_value);
      named_size = size;
    }
    // What stands between two parts of the body is the body's as well.
    return named.empty() ? best : Range{named.front().begin, named.back().end};
  }

  /// What groups elements that are named as the article's body; empty for others.
  std::string body_name(NodeId id) const {
    if (tree_.attribute(id, Attribute::itemprop) == "articleBody") return "itemprop";
    if (!is_block(tree_[id].tag)) return {};
    const auto names = tree_.attribute(id, Attribute::class_);
    if (has_hint(hint_of_names(names), Hint::body)) return std::string(names);
    const auto own = tree_.attribute(id, Attribute::id);
    if (has_hint(hint_of_names(own), Hint::body)) return "#" + std::string(own);
    return {};
  }

  void select(Range range) {
    const auto& blocks = list_.blocks;
    auto at = std::lower_bound(blocks.begin(), blocks.end(), range.begin,
                               [](const TextBlock& b, NodeId node) { return b.first < node; });
    for (; at != blocks.end() && at->first < range.end; ++at) {
      auto& block_class = classes_[static_cast<std::size_t>(at - blocks.begin())];
      if (block_class == BlockClass::outside) block_class = BlockClass::content;
    }
  }

  /// What stands between the headline and the text is its lead, if it is prose.
  void select_lead(NodeId begin) {
    std::uint32_t first = 0, headline = kNoNode;
    for (; first < classes_.size() && block(first).first < begin; ++first)
      if (text(first) == title_ || tree_[block(first).element].tag == Element::h1) headline = first;
    if (headline == kNoNode) return;
    for (auto i = headline + 1; i < first; ++i)
      if (classes_[i] == BlockClass::outside && block(i).prose()) classes_[i] = BlockClass::content;
  }

  /// Calls action(i) with each block that is content so far.
  template <typename Action>
  void each_content(Action action) {
    for (std::uint32_t i = 0; i < classes_.size(); ++i)
      if (classes_[i] == BlockClass::content) action(i);
  }

  void drop_links() {
    each_content([&](std::uint32_t i) {
      const auto& b = block(i);
      if (b.link_density() > 0.65 && (b.words < 30 || b.sentences == 0))
        classes_[i] = BlockClass::link;
    });
  }

  void drop_repeated() {
    std::unordered_set<std::string_view> seen;
    each_content([&](std::uint32_t i) {
      const bool headline = tree_[block(i).element].tag == Element::h1 || text(i) == title_;
      if (headline || (block(i).words >= 8 && !seen.insert(text(i)).second))
        classes_[i] = BlockClass::repeated;
    });
  }

  void drop_boilerplate() {
    std::vector<std::string_view> paragraphs;
    std::vector<std::uint32_t> which;
    each_content([&](std::uint32_t i) {
      paragraphs.push_back(text(i));
      which.push_back(i);
    });
    const auto marked = mark_boilerplate(paragraphs, {});
    for (std::size_t n = 0; n < which.size(); ++n)
      if (marked[n]) classes_[which[n]] = BlockClass::boilerplate;
  }

  /// Headings of lists of links go with them.
  void drop_orphans() {
    std::uint32_t words = 0, linked = 0;  // of what is dropped, up to the next content
    for (auto i = static_cast<std::uint32_t>(classes_.size()); i-- > 0;) {
      const auto& b = block(i);
      if (classes_[i] != BlockClass::content) {
        words += b.words;
        linked += b.linked;
        continue;
      }
      const bool short_one = is_heading_block(tree_, b) || (b.words <= 8 && !b.stopped && !b.list);
      if (short_one && linked >= 5 && linked * 2 > words) {
        classes_[i] = BlockClass::link;
      } else {
        words = linked = 0;
      }
    }
  }

  bool is_firm(std::uint32_t i) const { return block(i).prose(); }

  bool may_begin(std::uint32_t i) const {
    return is_firm(i) || (block(i).stopped && block(i).words > 4 && block(i).link_density() < 0.3);
  }

  bool may_end(std::uint32_t i) const {
    return is_firm(i) || block(i).list ||
           (!is_heading_block(tree_, block(i)) && block(i).sentences > 0);
  }

  /// Takes off what stands before and after the prose: dates, bylines, headings of what is gone.
  void trim() {
    std::vector<std::uint32_t> content;
    each_content([&](std::uint32_t i) { content.push_back(i); });
    const bool any =
        std::any_of(content.begin(), content.end(), [&](std::uint32_t i) { return is_firm(i); });
    const auto first = any ? std::find_if(content.begin(), content.end(),
                                          [&](std::uint32_t i) { return may_begin(i); })
                           : content.end();
    const auto last =
        std::find_if(content.rbegin(), content.rend(), [&](std::uint32_t i) { return may_end(i); });
    for (auto at = content.begin(); at != content.end(); ++at)
      if (at < first || at >= last.base()) classes_[*at] = BlockClass::trimmed;
  }

  const HtmlTree& tree_;
  const BlockList& list_;
  const std::string_view title_;
  std::vector<BlockClass> classes_;
};

}  // namespace

std::vector<BlockClass> classify_blocks(const HtmlTree& tree, const BlockList& list,
                                        std::string_view title) {
  return BlockClassifier(tree, list, title).run();
}

}  // namespace news
