// SPDX-License-Identifier: GPL-2.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/csv/csv_row.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/json/json_scanner.hpp"
#include "indexer/input/text/not_article.hpp"

namespace news {
namespace {

/// After a row without an end the lines it swallowed are read again, but not for ever: a hostile
/// file could make every line begin such a row.
constexpr int kMaxSecondReadings = 16;

class CsvSplitter : public Splitter {
 public:
  CsvSplitter(Window& window, std::size_t most, char delimiter)
      : Splitter(window, most), delimiter_(delimiter) {}

  /// The first row that is not blank, left where it is; nullopt in an empty file.
  std::optional<std::string> first_row() {
    CsvScanner scanner(delimiter_);
    for (;;) {
      const auto end = scanner.find_end(window_.view());
      const bool ended = end != std::string_view::npos;
      if (window_.view().size() > most_ && !ended)
        throw StreamError("the header", "record too long");
      if (!ended && window_.fill()) continue;
      std::string row(window_.view().substr(0, end));
      if (row.empty() && !ended) return std::nullopt;
      first_size_ = row.size() + ended;
      if (!is_blank(row)) return row;
      skip_first_row();
      scanner = CsvScanner(delimiter_);
    }
  }
  void skip_first_row() { window_.consume(std::exchange(first_size_, 0)); }

  bool next(RawRecord& record) override {
    CsvScanner scanner(delimiter_);
    for (;;) {
      const auto view = window_.view();
      const auto end = scanner.find_end(view);
      if (end == view.npos) {
        if (view.size() <= most_ && window_.fill()) continue;
        if (view.empty()) return false;
        if (scanner.in_quotes()) return give_up(record, "unterminated quote");
        if (view.size() > most_) return give_up(record, "record too long");
      }
      const auto row = view.substr(0, end);
      if (row.size() > most_) return too_long(record, end);
      const bool blank = is_blank(row);
      if (!blank) {
        begin(record);
        keep(record, row);
      }
      window_.consume(row.size() + (end != view.npos));
      if (!blank) return true;
      scanner = CsvScanner(delimiter_);
    }
  }

 private:
  bool too_long(RawRecord& record, std::size_t end) {
    begin(record);
    window_.consume(end + 1);
    return reject(record, "record too long");
  }

  /// Rejects a row that has no end in sight and goes on with the line after its first.
  bool give_up(RawRecord& record, const char* reason) {
    begin(record);
    if (++second_readings_ > kMaxSecondReadings) window_.consume(window_.view().size());
    skip_line();
    return reject(record, reason);
  }

  const char delimiter_;
  std::size_t first_size_ = 0;
  int second_readings_ = 0;
};

struct Column {
  std::string name;
  std::optional<FieldMatch> match;
};

class CsvParser : public RecordParser {
 public:
  CsvParser(std::vector<Column> columns, char delimiter, InputOptions options)
      : columns_(std::move(columns)), delimiter_(delimiter), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    if (!simdjson::validate_utf8(record.bytes)) return Rejection{"invalid UTF-8", {}, record.from};
    auto fields = csv_fields(record.bytes, delimiter_);
    if (fields.size() != columns_.size()) {
      return Rejection{"wrong number of fields",
                       std::to_string(fields.size()) + " fields, the header has " +
                           std::to_string(columns_.size()),
                       record.from};
    }
    ArticleBuilder builder;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Column& column = columns_[i];
      if (is_blank(fields[i])) continue;
      if (column.match && builder.wants(*column.match)) {
        builder.set(*column.match, column.name, {std::move(fields[i]), {}});
      } else {
        builder.add_extra_string(column.name, fields[i]);
      }
    }
    return builder.finish(record.from, options_);
  }

 private:
  const std::vector<Column> columns_;
  const char delimiter_;
  const InputOptions options_;
};

/// Prose and mark-up have commas too, but not one at every few words.
constexpr std::size_t kMaxColumnName = 64;

/// The delimiter that makes a table's header of the first line; nullopt if none does.
std::optional<char> csv_delimiter(std::string_view head, std::string_view delimiters,
                                  const FieldMap& fields) {
  const auto start = head.find_first_not_of(kJsonBlanks);
  if (start == head.npos) return std::nullopt;
  const auto line = head.substr(start, head.find('\n', start) - start);
  for (const char delimiter : delimiters) {
    auto names = csv_fields(line, delimiter);
    const bool known = std::any_of(names.begin(), names.end(), [&](std::string& name) {
      tidy(name);
      return fields.is_content(name);
    });
    const bool short_names = std::all_of(names.begin(), names.end(), [](const std::string& name) {
      return name.size() <= kMaxColumnName;
    });
    if (known && short_names && names.size() > 1) return delimiter;
  }
  return std::nullopt;
}

std::vector<Column> named_columns(std::string_view header, char delimiter, const FieldMap& fields) {
  std::vector<Column> columns;
  for (auto& name : csv_fields(header, delimiter)) {
    tidy(name);
    const auto match = fields.find(name);
    columns.push_back({std::move(name), match});
  }
  return columns;
}

/// Columns of a table that begins with an article at once: the one with the most words is the text,
/// the one with the second most, if they are some, the title. Empty when there is no prose.
std::vector<Column> guess_columns(std::string_view head, char delimiter) {
  constexpr std::size_t kRows = 50;
  constexpr double kText = 10, kTitle = 3;  // words in the mean
  std::vector<double> blanks;
  std::size_t rows = 0;
  for (CsvScanner scanner(delimiter); rows < kRows; scanner = CsvScanner(delimiter)) {
    const auto end = scanner.find_end(head);
    if (end == head.npos && rows > 0) break;
    const auto fields = csv_fields(head.substr(0, end), delimiter);
    if (rows > 0 && fields.size() != blanks.size()) return {};
    blanks.resize(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i)
      blanks[i] += static_cast<double>(std::count(fields[i].begin(), fields[i].end(), ' '));
    ++rows;
    if (end == head.npos) break;
    head.remove_prefix(end + 1);
  }
  std::vector<Column> columns;
  for (std::size_t i = 0; i < blanks.size(); ++i)
    columns.push_back({"column " + std::to_string(i + 1), std::nullopt});
  const auto take = [&](Field field, double least) {
    const auto most = std::max_element(blanks.begin(), blanks.end());
    if (most == blanks.end() || *most < least * static_cast<double>(rows)) return false;
    *most = -1;
    columns[static_cast<std::size_t>(most - blanks.begin())].match = FieldMatch{field, 1};
    return true;
  };
  if (columns.size() < 2 || !take(Field::text, kText)) return {};
  take(Field::title, kTitle);
  return columns;
}

FileReader read_table(Window& window, const FileContext& file, char delimiter) {
  auto splitter = std::make_unique<CsvSplitter>(window, file.options.max_record_bytes, delimiter);
  const auto first = splitter->first_row();
  if (first && !simdjson::validate_utf8(*first)) throw StreamError("the header", "invalid UTF-8");
  auto columns = named_columns(first.value_or(""), delimiter, file.fields);
  const bool named = std::any_of(columns.begin(), columns.end(),
                                 [&](const Column& c) { return file.fields.is_content(c.name); });
  if (first && !named) {
    columns = guess_columns(window.view(), delimiter);
    if (columns.empty() && file.options.format == "auto" && !not_article_by_content(*first).empty())
      throw not_an_article("a table without a header");
    if (columns.empty())
      throw StreamError("no column of the header is a known title or text (see --map)",
                        "no title or text");
  } else {
    splitter->skip_first_row();
  }
  auto parser = std::make_shared<CsvParser>(std::move(columns), delimiter, file.options);
  return {std::move(splitter), std::move(parser), named ? *first : std::string()};
}

FileReader open_csv(Window& window, const FileContext& file) {
  const auto delimiter = csv_delimiter(window.view(), ",;", file.fields);
  return read_table(window, file, delimiter.value_or(','));
}

FileReader open_tsv(Window& window, const FileContext& file) {
  return read_table(window, file, '\t');
}

}  // namespace

const Format kCsvFormat = {"csv", "csv",
                           [](std::string_view head, const FileContext& file) {
                             const auto delimiter = csv_delimiter(head, ",\t;", file.fields);
                             return delimiter && *delimiter != '\t';
                           },
                           open_csv};

const Format kTsvFormat = {"tsv", "tsv",
                           [](std::string_view head, const FileContext& file) {
                             return csv_delimiter(head, ",\t;", file.fields) == '\t';
                           },
                           open_tsv};

}  // namespace news
