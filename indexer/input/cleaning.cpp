// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/cleaning.hpp"

#include <algorithm>
#include <utility>

#include "indexer/input/path_pattern.hpp"
#include "indexer/text/boilerplate.hpp"
#include "indexer/text/unwrap.hpp"

namespace news {
namespace {

class CleaningParser : public RecordParser {
 public:
  CleaningParser(std::shared_ptr<const RecordParser> parser, std::string source,
                 std::shared_ptr<const RepeatedParagraphs> repeated)
      : parser_(std::move(parser)), source_(std::move(source)), repeated_(std::move(repeated)) {}

  Parsed parse(RawRecord& record) const override {
    Parsed parsed = parser_->parse(record);
    if (auto* article = std::get_if<Article>(&parsed); article && article->boilerplate.empty()) {
      const auto paragraphs = split_paragraphs(article->text);
      std::vector<bool> repeated;
      if (repeated_) repeated = repeated_->find(source_, paragraphs);
      set_aside(*article, paragraphs, mark_boilerplate(paragraphs, repeated));
    }
    return parsed;
  }

 private:
  const std::shared_ptr<const RecordParser> parser_;
  const std::string source_;
  const std::shared_ptr<const RepeatedParagraphs> repeated_;
};

/// For articles that were cleaned before they were exported.
class RestoringParser : public RecordParser {
 public:
  explicit RestoringParser(std::shared_ptr<const RecordParser> parser)
      : parser_(std::move(parser)) {}

  Parsed parse(RawRecord& record) const override {
    Parsed parsed = parser_->parse(record);
    if (auto* article = std::get_if<Article>(&parsed)) {
      article->text = restore_text(*article);
      article->boilerplate.clear();
    }
    return parsed;
  }

 private:
  const std::shared_ptr<const RecordParser> parser_;
};

}  // namespace

std::string source_of(const FileContext& file) {
  std::string source = path_facts(file.options.path_pattern, file.name, file.relative).source;
  if (!source.empty()) return source;
  const auto slash = file.relative.find('/', 1);
  return slash == file.relative.npos ? std::string() : file.relative.substr(0, slash);
}

std::shared_ptr<const RecordParser> clean_texts(
    std::shared_ptr<const RecordParser> parser, const Format& format, const FileContext& file,
    std::shared_ptr<const RepeatedParagraphs> repeated) {
  const BoilerplateMode mode = file.options.boilerplate;
  if (mode == BoilerplateMode::keep) return std::make_shared<RestoringParser>(std::move(parser));
  if (mode == BoilerplateMode::automatic && !format.plain_text) return parser;
  return std::make_shared<CleaningParser>(std::move(parser), source_of(file), std::move(repeated));
}

}  // namespace news
