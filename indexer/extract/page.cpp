// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page.hpp"

#include <algorithm>
#include <array>

#include "indexer/extract/headline.hpp"
#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/main_content.hpp"
#include "indexer/extract/page_chrome.hpp"
#include "indexer/extract/page_kind.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "indexer/extract/text_blocks.hpp"

namespace news {
namespace {

constexpr std::size_t kMinBody = 300;  // bytes of a text in structured data, for it to be one

std::string write_text(const BlockList& list, const std::vector<std::uint32_t>& content) {
  std::string text;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const TextBlock& block = list.blocks[content[i]];
    if (i > 0) text += block.list && list.blocks[content[i - 1]].list ? "\n" : "\n\n";
    text += list.text(block);
  }
  return text;
}

/// What extracting and explaining begin with.
struct ClassifiedPage {
  explicit ClassifiedPage(std::string_view html) : tree(html), list(cut_blocks(tree)) {
    read_meta(tree, metadata);
    metadata.drop_site_as_author(true);
    title = choose_headline(tree, metadata);
    classes = classify_blocks(tree, list, title);
  }
  HtmlTree tree;
  BlockList list;
  PageMetadata metadata;
  std::string title;
  std::vector<BlockClass> classes;
};

}  // namespace

std::string explain_page(std::string_view html) {
  constexpr std::array<std::string_view, 7> kNames = {"content",  "chrome",      "outside", "link",
                                                      "repeated", "boilerplate", "trimmed"};
  const ClassifiedPage classified(html);
  const auto& [tree, list, metadata, title, classes] = classified;
  const auto chrome = find_page_chrome(tree, list);
  std::string out;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    out += kNames[static_cast<std::size_t>(classes[i])];
    if (classes[i] == BlockClass::chrome) {
      out.append(" .").append(tree.attribute(chrome[i], Attribute::class_));
      out.append(" #").append(tree.attribute(chrome[i], Attribute::id));
    }
    out.append(1, '\t').append(list.text(list.blocks[i])).append(1, '\n');
  }
  return out;
}

Page extract_page(std::string_view html) {
  ClassifiedPage classified(html);
  auto& [tree, list, metadata, title, classes] = classified;
  Page page;
  page.title = title;
  std::vector<std::uint32_t> content;
  for (std::uint32_t i = 0; i < classes.size(); ++i)
    if (classes[i] == BlockClass::content) content.push_back(i);
  page.text = write_text(list, content);
  read_elements(tree, list, content.empty() ? 0 : content[0], metadata);
  metadata.drop_site_as_author(false);
  page.authors = metadata.authors();
  page.date = metadata[MetadataField::published];
  page.date_in_meta = metadata.source(MetadataField::published) < MetadataSource::element;
  page.section = metadata[MetadataField::section];
  page.language = metadata[MetadataField::language];
  page.site = metadata[MetadataField::site];
  page.url = metadata[MetadataField::url];
  page.description = metadata[MetadataField::description];
  page.kind = kind_of_page(metadata, page.title, list, classes);
  // Scripts would have written the text into the page.
  if (page.text.empty() && metadata[MetadataField::body].size() >= kMinBody) {
    page.text = metadata[MetadataField::body];
    page.kind = PageKind::article;
  }
  return page;
}

}  // namespace news
