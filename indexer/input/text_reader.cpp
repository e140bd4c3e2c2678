// SPDX-License-Identifier: GPL-2.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/path_pattern.hpp"

namespace news {
namespace {

class TextParser : public RecordParser {
 public:
  TextParser(PathFacts facts, InputOptions options)
      : facts_(std::move(facts)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    std::string& bytes = record.bytes;
    if (!simdjson::validate_utf8(bytes)) return Rejection{"invalid UTF-8", {}, record.from};
    unix_newlines(bytes);
    const std::string_view all = bytes;
    const auto title = skip_blank_lines(all);
    const auto title_end = std::min(title.find('\n'), title.size());
    const auto text = skip_blank_lines(title.substr(title_end));
    ArticleBuilder builder;
    std::string first_line(title.substr(0, title_end));
    tidy(first_line);
    set(builder, Field::title, std::move(first_line));
    set(builder, Field::text, std::string(text));
    set(builder, Field::source, facts_.source);
    set(builder, Field::section, facts_.section);
    set(builder, Field::date, facts_.date);
    builder.set_date_from(DateFrom::file);
    set(builder, Field::id, facts_.id);
    return builder.finish(record.from, options_);
  }

 private:
  static void set(ArticleBuilder& builder, Field field, std::string value) {
    if (!value.empty()) builder.set({field, 0}, {}, {std::move(value), {}});
  }

  static void unix_newlines(std::string& text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      text[kept++] = text[i];
    }
    text.resize(kept);
  }

  /// Keeps the first line's own indentation: it may mark a paragraph.
  static std::string_view skip_blank_lines(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    const auto newline = text.rfind('\n', first);
    return text.substr(newline == text.npos ? 0 : newline + 1);
  }

  const PathFacts facts_;
  const InputOptions options_;
};

}  // namespace

const Format kTextFormat = {
    "text", "txt", nullptr, [](Window& window, const FileContext& file) {
      return FileReader{
          split_whole_file(window, file.options.max_record_bytes),
          std::make_shared<TextParser>(
              path_facts(file.options.path_pattern, file.name, file.relative), file.options)};
    }};

}  // namespace news
