// SPDX-License-Identifier: GPL-2.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/csv_row.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/json_scanner.hpp"
#include "indexer/input/not_article.hpp"

namespace news {
namespace {

/// After a row without an end the lines it swallowed are read again, but not for ever: a hostile
/// file could make every line begin such a row.
constexpr int kMostSecondReadings = 16;

class CsvSplitter : public Splitter {
 public:
  CsvSplitter(Window& window, std::size_t most, char delimiter)
      : Splitter(window, most), delimiter_(delimiter) {}

  /// The first row that is not blank; nullopt in an empty file.
  std::optional<std::string> header() {
    CsvScanner scanner(delimiter_);
    for (;;) {
      const auto end = scanner.find_end(window_.view());
      const bool ended = end != std::string_view::npos;
      if (window_.view().size() > most_ && !ended)
        throw StreamError("the header", "record too long");
      if (!ended && window_.fill()) continue;
      std::string row(window_.view().substr(0, end));
      if (row.empty() && !ended) return std::nullopt;
      window_.consume(row.size() + ended);
      if (!is_blank(row)) return row;
      scanner = CsvScanner(delimiter_);
    }
  }

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
    if (++second_readings_ > kMostSecondReadings) window_.consume(window_.view().size());
    skip_line();
    return reject(record, reason);
  }

  const char delimiter_;
  int second_readings_ = 0;
};

struct Column {
  std::string name;
  std::optional<FieldMatch> match;
};

class CsvParser : public RecordParser {
 public:
  CsvParser(std::vector<Column> columns, char delimiter, DayMonthOrder day_month)
      : columns_(std::move(columns)), delimiter_(delimiter), day_month_(day_month) {}

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
    return builder.finish(record.from, day_month_);
  }

 private:
  const std::vector<Column> columns_;
  const char delimiter_;
  const DayMonthOrder day_month_;
};

/// Prose and mark-up have commas too, but not one at every few words.
constexpr std::size_t kLongestColumnName = 64;

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
      return name.size() <= kLongestColumnName;
    });
    if (known && short_names && names.size() > 1) return delimiter;
  }
  return std::nullopt;
}

FileReader read_table(Window& window, const FileContext& file, char delimiter) {
  auto splitter = std::make_unique<CsvSplitter>(window, file.options.max_record_bytes, delimiter);
  const auto header = splitter->header();
  if (header && !simdjson::validate_utf8(*header)) throw StreamError("the header", "invalid UTF-8");
  std::vector<Column> columns;
  for (auto& name : csv_fields(header.value_or(""), delimiter)) {
    tidy(name);
    const auto match = file.fields.find(name);
    columns.push_back({std::move(name), match});
  }
  const bool usable = std::any_of(columns.begin(), columns.end(),
                                  [&](const Column& c) { return file.fields.is_content(c.name); });
  if (header && !usable) {
    if (file.options.format == "auto" && !not_article_by_content(*header).empty())
      throw not_an_article("a table without a header");
    throw StreamError("no column of the header is a known title or text", "no title or text");
  }
  auto parser = std::make_shared<CsvParser>(std::move(columns), delimiter, file.options.day_month);
  return {std::move(splitter), std::move(parser)};
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
