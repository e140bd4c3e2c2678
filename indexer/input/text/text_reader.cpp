// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/path_pattern.hpp"
#include "indexer/input/text/not_article.hpp"
#include "indexer/input/text/plain_text.hpp"
#include "indexer/text/charset.hpp"

namespace news {
namespace {

class TextParser : public RecordParser {
 public:
  TextParser(PathFacts facts, InputOptions options)
      : facts_(std::move(facts)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    if (looks_binary(record.bytes))
      return Rejection{"not an article", "not text", record.from, true, {}, {}};
    ArticleBuilder builder;
    set_facts(builder);
    read_plain_text(record.bytes, options_, !facts_.date.empty(), builder);
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

/// What lies beside articles is distinguished from them only where nobody said that it is text.
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
