// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/not_article.hpp"
#include "indexer/input/path_pattern.hpp"
#include "indexer/text/charset.hpp"
#include "indexer/text/dateline.hpp"
#include "indexer/text/repair.hpp"
#include "indexer/text/unwrap.hpp"

namespace news {
namespace {

/// A first line as long as this is no headline but a paragraph.
constexpr std::size_t kLongestTitle = 400;

/// Keeps the first line's own indentation: it may mark a paragraph.
std::string_view skip_blank_lines(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == text.npos) return {};
  const auto newline = text.rfind('\n', first);
  return text.substr(newline == text.npos ? 0 : newline + 1);
}

/// Cuts off the first line that is not blank.
std::string take_line(std::string_view& text) {
  const auto rest = skip_blank_lines(text);
  const auto end = std::min(rest.find('\n'), rest.size());
  std::string line(rest.substr(0, end));
  tidy(line);
  text = rest.substr(end);
  return line;
}

class TextParser : public RecordParser {
 public:
  TextParser(PathFacts facts, InputOptions options)
      : facts_(std::move(facts)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    if (looks_binary(record.bytes))
      return Rejection{"not an article", "not text", record.from, true, {}, {}};
    const std::string all = unwrap_lines(repair_text(record.bytes));
    std::string_view text = all;
    ArticleBuilder builder;
    set_facts(builder);
    std::string title = take_line(text);
    std::string date =
        facts_.date.empty() ? date_of_line(title, options_.day_month) : std::string();
    if (!date.empty()) title = take_line(text);  // a date above the headline
    if (title.size() > kLongestTitle) {
      title.clear();
      text = all;
    }
    if (facts_.date.empty() && date.empty()) date = find_dateline(text, options_.day_month);
    if (!date.empty()) builder.set_date_from(DateFrom::text);
    set(builder, Field::date, std::move(date));
    set(builder, Field::title, std::move(title));
    set(builder, Field::text, std::string(skip_blank_lines(text)));
    return builder.finish(record.from, options_);
  }

 private:
  static void set(ArticleBuilder& builder, Field field, std::string value) {
    if (!value.empty()) builder.set({field, 0}, {}, {std::move(value), {}});
  }

  void set_facts(ArticleBuilder& builder) const {
    set(builder, Field::source, facts_.source);
    set(builder, Field::section, facts_.section);
    set(builder, Field::date, facts_.date);
    builder.set_date_from(DateFrom::file);
    set(builder, Field::id, facts_.id);
  }

  const PathFacts facts_;
  const InputOptions options_;
};

/// What lies beside articles is told from them only where nobody said that it is text.
void check_article(std::string_view head, const FileContext& file) {
  if (file.options.format != "auto") return;
  auto why = not_article_by_name(file.name);
  if (why.empty()) why = not_article_by_content(head);
  if (!why.empty()) throw not_an_article(std::string(why));
}

FileReader open_text(Window& window, const FileContext& file) {
  check_article(window.view(), file);
  auto facts = path_facts(file.options.path_pattern, file.name, file.relative);
  return {split_whole_file(window, file.options.max_record_bytes),
          std::make_shared<TextParser>(std::move(facts), file.options)};
}

}  // namespace

const Format kTextFormat = {"text", "txt", nullptr, open_text, true};

}  // namespace news
