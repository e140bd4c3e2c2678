// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/date.hpp"
#include "common/text/ascii.hpp"
#include "indexer/extract/class_words.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "indexer/extract/written_date.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxByline = 160;  // bytes
constexpr std::size_t kMaxDate = 120;
constexpr std::size_t kBlocksBefore = 15, kBlocksBehind = 3;  // around the first of the text
constexpr std::uint32_t kShortLine = 20;                      // words

bool is_byline(std::string_view line) {
  for (const std::string_view by : {"By ", "BY ", "By: ", "Von ", "VON ", "von ", "Par ", "Por ",
                                    "POR ", "Di ", "Door ", "Af ", "Av "})
    if (line.starts_with(by)) return true;
  return false;
}

class ElementReader {
 public:
  ElementReader(const HtmlTree& tree, NodeId content, PageMetadata& metadata)
      : tree_(tree), content_(content), metadata_(metadata) {}

  void read() {
    for (NodeId i = 1; i < tree_.size(); ++i) {
      if (tree_[i].tag == Element::text || tree_[i].tag == Element::meta) continue;
      if (tree_.has(i, Attribute::itemprop)) read_property(i);
      if (tree_[i].tag == Element::time) read_time(i);
      read_names(i);
    }
    if (time_) metadata_.add(MetadataField::published, MetadataSource::element, *time_);
    if (line_) metadata_.add(MetadataField::published, MetadataSource::element, *line_);
  }

 private:
  void read_property(NodeId id) {
    const auto property = tree_.attribute(id, Attribute::itemprop);
    const auto value = [&] {
      for (const auto key : {Attribute::content, Attribute::datetime})
        if (const auto given = tree_.attribute(id, key); !given.empty()) return std::string(given);
      return tree_.line(id, 400);
    };
    if (property == "datePublished")
      metadata_.add(MetadataField::published, MetadataSource::microdata, value());
    if (property == "headline")
      metadata_.add(MetadataField::title, MetadataSource::microdata, value());
    if (property == "articleSection")
      metadata_.add(MetadataField::section, MetadataSource::microdata, value());
    if (property == "author" && !has_name_within(id))
      add_byline(MetadataSource::microdata, value());
    if (property == "name" && in_author(id)) add_byline(MetadataSource::microdata, value());
  }

  bool has_name_within(NodeId id) const {
    for (NodeId i = id + 1; i < tree_[id].end; ++i)
      if (tree_.attribute(i, Attribute::itemprop) == "name") return true;
    return false;
  }

  bool in_author(NodeId id) const {
    for (int up = 0; up < 4 && id != kNoNode; ++up, id = tree_[id].parent)
      if (tree_.attribute(id, Attribute::itemprop) == "author") return true;
    return false;
  }

  /// The last before the text begins, else the first after it.
  void read_time(NodeId id) {
    std::string value(tree_.attribute(id, Attribute::datetime));
    if (!parse_date(value).dated()) value = find_written_date(tree_.line(id, kMaxDate));
    if (value.empty()) return;
    if (!time_ || (id < content_ && content_ - id < kNear && !time_near_)) time_ = value;
    time_near_ = time_near_ || (id < content_ && content_ - id < kNear);
  }

  void read_names(NodeId id) {
    if (tree_[id].tag == Element::a && tree_.attribute(id, Attribute::rel) == "author")
      add_byline(MetadataSource::microdata, tree_.line(id, kMaxByline));
    if (id > content_ + kNear) return;
    const Hint hint = hint_of_names(tree_.attribute(id, Attribute::class_)) |
                      hint_of_names(tree_.attribute(id, Attribute::id));
    if (has_hint(hint, Hint::byline))
      add_byline(MetadataSource::element, tree_.line(id, kMaxByline + 1));
    if (line_ || !has_hint(hint, Hint::dated)) return;
    const auto line = tree_.line(id, kMaxDate + 1);
    if (line.size() <= kMaxDate) line_ = find_written_date(line);
    if (line_ && line_->empty()) line_.reset();
  }

  void add_byline(MetadataSource source, const std::string& line) {
    if (line.size() > kMaxByline || !metadata_.authors().empty()) return;
    metadata_.add_author(source, line);
  }

  static constexpr NodeId kNear = 400;  // nodes around the beginning of the text
  const HtmlTree& tree_;
  const NodeId content_;
  PageMetadata& metadata_;
  std::optional<std::string> time_, line_;
  bool time_near_ = false;
};

}  // namespace

void read_elements(const HtmlTree& tree, const BlockList& list, std::size_t content,
                   PageMetadata& metadata) {
  const auto& blocks = list.blocks;
  ElementReader(tree, content < blocks.size() ? blocks[content].first : 0, metadata).read();
  // What stands in words around the beginning of the text: the nearest before it, else after it.
  const auto read_line = [&](const TextBlock& block) {
    if (block.words > kShortLine) return;
    const auto line = list.text(block);
    metadata.add(MetadataField::published, MetadataSource::words, find_written_date(line));
    if (metadata.authors().empty() && is_byline(line))
      metadata.add_author(MetadataSource::words, line);
  };
  content = std::min(content, blocks.size());
  for (auto i = content; i > content - std::min(content, kBlocksBefore); --i)
    read_line(blocks[i - 1]);
  for (auto i = content; i < std::min(content + kBlocksBehind, blocks.size()); ++i)
    read_line(blocks[i]);
}

}  // namespace news
