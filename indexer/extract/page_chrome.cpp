// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_chrome.hpp"

#include <algorithm>
#include <string_view>

#include "indexer/extract/class_words.hpp"

namespace news {
namespace {

constexpr double kMaxProse = 0.3;  // of the page's, in what is taken for page chrome without look
constexpr double kMinLeft = 60;    // words of prose that must be left for the article
constexpr double kSmall = 40;      // words of a byline, a caption, a line of dates
constexpr double kTeaser = 80;     // words of a card that leads to another article

enum class Kind { content, chrome, comments, small, teaser };

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), value) != all.end();
}

bool is_hidden(const HtmlTree& tree, NodeId id) {
  if (tree.has(id, Attribute::hidden) || tree.attribute(id, Attribute::aria_hidden) == "true")
    return true;
  const auto style = tree.attribute(id, Attribute::style);
  for (const std::string_view none : {"display:none", "display: none", "visibility:hidden"})
    if (style.find(none) != style.npos) return true;
  return false;
}

Kind kind_of_element(Element tag) {
  switch (tag) {
    case Element::nav:
    case Element::aside:
    case Element::footer:
    case Element::form:
    case Element::fieldset:
    case Element::figcaption:
    case Element::caption:
      return Kind::chrome;
    case Element::figure:
    case Element::address:
    case Element::summary:
      return Kind::small;
    default:
      return Kind::content;
  }
}

Kind kind_of(const HtmlTree& tree, NodeId id) {
  const Element tag = tree[id].tag;
  if (is_hidden(tree, id)) return Kind::chrome;
  if (const Kind kind = kind_of_element(tag); kind != Kind::content) return kind;
  if (is_one_of(tree.attribute(id, Attribute::role),
                {"navigation", "complementary", "banner", "contentinfo", "search", "dialog",
                 "alertdialog", "menu", "menubar", "tablist", "toolbar", "tooltip", "alert"}))
    return Kind::chrome;
  const Hint hint = hint_of_names(tree.attribute(id, Attribute::class_)) |
                    hint_of_names(tree.attribute(id, Attribute::id));
  if (has_hint(hint, Hint::comments)) return Kind::comments;
  if (has_hint(hint, Hint::body)) return Kind::content;
  if (has_hint(hint, Hint::chrome)) return Kind::chrome;
  if (has_hint(hint, Hint::small) && !is_heading(tag)) return Kind::small;
  return has_hint(hint, Hint::teaser) ? Kind::teaser : Kind::content;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const BlockList& list)
      : tree_(tree),
        words_(tree, list, [&](std::size_t i) { return list.blocks[i].words; }),
        linked_(tree, list, [&](std::size_t i) { return list.blocks[i].linked; }),
        prose_(tree, list,
               [&](std::size_t i) {
                 const auto& block = list.blocks[i];
                 return block.prose() ? block.words - block.linked : 0U;
               }),
        all_prose_(prose_.of(0, tree.size())),
        core_(find_core(tree, list)) {}

  /// Calls drop(begin, end) with each subtree, outermost ones only.
  template <typename Drop>
  void run(Drop drop) const {
    for (NodeId i = 1; i < tree_.size();) {
      if (is_chrome(i)) {
        drop(i, tree_[i].end);
        i = tree_[i].end;
      } else {
        ++i;
      }
    }
  }

 private:
  bool is_chrome(NodeId id) const {
    const auto& node = tree_[id];
    if (node.tag == Element::text || node.tag == Element::body) return false;
    const double words = words_.of(id, node.end);
    if (words == 0) return false;
    const double prose = prose_.of(id, node.end);
    const bool has_core = id <= core_ && core_ < node.end;
    const bool dispensable =
        prose <= all_prose_ * kMaxProse || (!has_core && all_prose_ - prose >= kMinLeft);
    switch (kind_of(tree_, id)) {
      case Kind::chrome:
        return dispensable;
      case Kind::comments:
        return dispensable || all_prose_ - prose >= kMinLeft;
      case Kind::small:
        return words <= kSmall && dispensable;
      case Kind::teaser:
        if (linked_.of(id, node.end) > words * 0.2) return dispensable;
        break;
      case Kind::content:
        break;
    }
    return is_list_of_links(id, words) || (dispensable && is_teaser(id, words));
  }

  bool is_list_of_links(NodeId id, double words) const {
    const auto& node = tree_[id];
    if (node.tag != Element::ul && node.tag != Element::ol && node.tag != Element::dl &&
        node.tag != Element::table)
      return false;
    return linked_.of(id, node.end) > words * 0.6;
  }

  /// A card with another article's headline, which is a link, and maybe a line on it.
  bool is_teaser(NodeId id, double words) const {
    const auto& node = tree_[id];
    if (!is_block(node.tag) || words > kTeaser) return false;
    for (NodeId i = id; i < node.end; ++i) {
      if (!is_heading(tree_[i].tag) || tree_[i].tag == Element::h1) continue;
      const double heading = words_.of(i, tree_[i].end);
      if (heading >= 3 && linked_.of(i, tree_[i].end) >= heading) return true;
    }
    return false;
  }

  /// The element with most prose right below it, as paragraphs of one text have it; after
  /// Readability.
  static NodeId find_core(const HtmlTree& tree, const BlockList& list) {
    std::vector<float> score(tree.size());
    for (const auto& block : list.blocks) {
      if (!block.prose()) continue;
      const NodeId parent = tree[block.element].parent;
      const auto words = static_cast<float>(std::min<std::uint32_t>(block.words, 100));
      if (parent == kNoNode) continue;
      score[parent] += words;
      if (tree[parent].parent != kNoNode) score[tree[parent].parent] += words * 0.4F;
    }
    return static_cast<NodeId>(std::max_element(score.begin(), score.end()) - score.begin());
  }

  const HtmlTree& tree_;
  const BlockSums words_, linked_, prose_;
  const double all_prose_;
  const NodeId core_;
};

}  // namespace

std::vector<NodeId> find_page_chrome(const HtmlTree& tree, const BlockList& list) {
  std::vector<NodeId> dropped(list.blocks.size(), kNoNode);
  std::size_t block = 0;
  Finder(tree, list).run([&](NodeId begin, NodeId end) {
    while (block < list.blocks.size() && list.blocks[block].first < begin) ++block;
    while (block < list.blocks.size() && list.blocks[block].first < end) dropped[block++] = begin;
  });
  return dropped;
}

}  // namespace news
