// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <stdexcept>
#include <utility>

#include "common/date.hpp"
#include "common/text/ascii.hpp"
#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/path_pattern.hpp"
#include "indexer/input/text/front_matter.hpp"
#include "indexer/input/text/not_article.hpp"
#include "indexer/text/charset.hpp"
#include "indexer/text/markdown.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr unsigned kOurs = 20;  // the rank of names that only front matter has
constexpr unsigned kText = 30;  // of what the text says
constexpr unsigned kPath = 40;  // of what the path says

/// The date that blogs put before the name of a post: 1997-10-06-staff-barbecue.md.
std::string date_of_post(std::string_view relative) {
  relative.remove_prefix(relative.rfind('/') + 1);
  if (relative.size() < 11 || (relative[10] != '-' && relative[10] != '_' && relative[10] != '.'))
    return {};
  const auto date = relative.substr(0, 10);
  return parse_date(date).precision == Precision::day ? std::string(date) : std::string();
}

class MarkdownParser : public RecordParser {
 public:
  MarkdownParser(FieldMap fields, PathFacts facts, InputOptions options)
      : fields_(std::move(fields)), facts_(std::move(facts)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    const std::string text = to_utf8(record.bytes);
    std::string_view body = text;
    ArticleBuilder builder;
    std::vector<FrontMatterField> matter;  // the builder looks at it until it is finished
    if (const auto block = find_front_matter(text)) {
      try {
        matter = read_front_matter(block->yaml);
      } catch (const std::runtime_error& error) {
        return Rejection{"broken front matter", error.what(), record.from};
      }
      body.remove_prefix(block->end);
    }
    MarkdownText markdown = read_markdown(body);
    for (auto& field : matter) member(builder, field, markdown);
    written(builder, std::move(markdown));
    set(builder, Field::source, kPath, facts_.source);
    set(builder, Field::section, kPath, facts_.section);
    set(builder, Field::id, kPath, facts_.id);
    if (!facts_.date.empty() && builder.wants({Field::date, kPath})) {
      set(builder, Field::date, kPath, facts_.date);
      builder.set_date_from(DateFrom::file);
    }
    return builder.finish(record.from, options_);
  }

 private:
  std::optional<FieldMatch> find(std::string_view name) const {
    if (const auto match = fields_.find(name)) return match;
    if (equal_names(name, "permalink")) return FieldMatch{Field::url, kOurs};
    if (equal_names(name, "categories")) return FieldMatch{Field::section, kOurs};
    if (equal_names(name, "tags")) return FieldMatch{Field::section, kOurs + 1};
    return std::nullopt;
  }

  void member(ArticleBuilder& builder, FrontMatterField& field, MarkdownText& markdown) const {
    if (field.json.empty() || field.json == "\"\"" || field.json == "[]") return;
    const auto match = find(field.name);
    const bool relative = match && match->field == Field::url && !field.items.empty() &&
                          field.items.front().find("://") == std::string::npos;
    if (!match || field.items.empty() || relative || !builder.wants(*match)) {
      return builder.add_extra(field.name, field.json);
    }
    if (match->field == Field::author) {
      return builder.set(*match, field.name, {{}, std::move(field.items)}, field.json);
    }
    if (field.items.size() > 1) builder.add_extra(field.name, field.json);
    std::string& value = field.items.front();
    if (match->field == Field::title) {
      value = one_line(decode_entities(value));  // as a page shows it
      if (markdown.title == value) markdown.title.clear();
    }
    builder.set(*match, field.name, {std::move(value), {}});
  }

  static void written(ArticleBuilder& builder, MarkdownText markdown) {
    if (builder.wants({Field::title, kText})) {
      set(builder, Field::title, kText, std::move(markdown.title));
    } else if (!markdown.title.empty()) {
      markdown.text = markdown.title + "\n\n" + markdown.text;
    }
    set(builder, Field::url, kText, std::move(markdown.permalink));
    set(builder, Field::text, kText, std::move(markdown.text));
  }

  static void set(ArticleBuilder& builder, Field field, unsigned rank, std::string value) {
    const FieldMatch match{field, rank};
    if (!is_blank(value) && builder.wants(match)) builder.set(match, {}, {std::move(value), {}});
  }

  const FieldMap fields_;
  const PathFacts facts_;
  const InputOptions options_;
};

/// Front matter with a title; pages of HTML may have it too.
bool has_titled_front_matter(std::string_view head, const FileContext& file) {
  const auto suffix = file_suffix(file.name);
  if (suffix == "html" || suffix == "htm" || suffix == "yaml" || suffix == "yml") return false;
  const auto block = find_front_matter(head);
  return block && (block->yaml.starts_with("title:") ||
                   block->yaml.find("\ntitle:") != std::string_view::npos);
}

FileReader open_markdown(Window& window, const FileContext& file) {
  const auto why = not_article_by_name(file.name);
  if (file.options.format == "auto" && !why.empty()) throw not_an_article(std::string(why));
  auto facts = path_facts(file.options.path_pattern, file.name, file.relative);
  if (facts.date.empty()) facts.date = date_of_post(file.relative);
  return {split_whole_file(window, file.options.max_record_bytes),
          std::make_shared<MarkdownParser>(file.fields, std::move(facts), file.options)};
}

}  // namespace

const Format kMarkdownFormat = {"markdown", "md markdown mdown mkd", has_titled_front_matter,
                                open_markdown};

}  // namespace news
