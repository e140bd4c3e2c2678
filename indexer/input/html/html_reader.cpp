// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/html/page_article.hpp"
#include "indexer/input/path_pattern.hpp"
#include "indexer/input/xml/xml_head.hpp"

namespace news {
namespace {

/// Saved pages, a file each.
class HtmlParser : public RecordParser {
 public:
  HtmlParser(PathFacts facts, InputOptions options)
      : facts_(std::move(facts)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    Parsed parsed = read_page({record.bytes}, record.from, options_);
    if (auto* article = std::get_if<Article>(&parsed)) add_facts(*article);
    return parsed;
  }

 private:
  /// What the path tells where the page does not.
  void add_facts(Article& article) const {
    if (article.source.empty()) article.source = facts_.source;
    if (article.section.empty()) article.section = facts_.section;
    if (article.id.empty()) article.id = facts_.id;
    if (article.date.dated()) return;
    article.date = parse_date(facts_.date, options_.day_month);
    if (article.date.dated()) article.date_from = DateFrom::file;
  }

  const PathFacts facts_;
  const InputOptions options_;
};

bool is_html(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  return equal_names(head.root, "html") || head.doctype == "html";
}

FileReader open_html(Window& window, const FileContext& file) {
  auto facts = path_facts(file.options.path_pattern, file.name, file.relative);
  return {split_whole_file(window, file.options.max_record_bytes),
          std::make_shared<HtmlParser>(std::move(facts), file.options)};
}

}  // namespace

const Format kHtmlFormat = {"html", "html htm xhtml", is_html, open_html};

}  // namespace news
