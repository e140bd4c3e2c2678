// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/article.hpp"

namespace news {

/// Whether what is not the article's is taken out of the text: of plain text only, of every text,
/// of none.
enum class BoilerplateMode : std::uint8_t { automatic, drop, keep };

/// What the user said about the input; a plain struct that parsing the command line fills.
struct InputOptions {
  std::string format = "auto";  ///< or a Format's name
  /// our field name → dotted path or column name in the input, tried before the usual names
  std::map<std::string, std::string> field_map;
  DayMonthOrder day_month = DayMonthOrder::automatic;
  /// text trees: pattern over the relative path, e.g. "{source}/{date}/{id}.txt"; "" = automatic
  std::string path_pattern;
  bool date_from_crawl = false;  ///< an article without a date has that of its crawl
  BoilerplateMode boilerplate = BoilerplateMode::automatic;
  /// paragraphs of text trees that are learned from, eight bytes each; none beyond
  std::size_t most_learned = 4u << 20;
  std::uint64_t max_record_bytes = 32u << 20;
};

/// A record that did not become an article: it is broken or has nothing to read (rejected), or was
/// never meant to be one, such as a licence beside the articles (skipped). `reason` is one of a
/// small fixed set of phrases, so that a report can count by reason ("broken JSON", "invalid
/// UTF-8", "no title or text", "record too long", "unreadable file", "not an article"); `detail` is
/// free text.
struct Rejection {
  std::string reason;
  std::string detail;
  Provenance from;
  bool skipped = false;
  std::string_view format = {};  ///< as in RawRecord
  std::string raw = {};          ///< the record as it came, if somebody wants it
};

using Parsed = std::variant<Article, Rejection>;

class RecordParser;

/// One undecoded record, cut from the stream by the serial splitter.
struct RawRecord {
  std::string bytes;        ///< as in the stream at from.offset, unless rejected
  std::string_view format;  ///< a Format's name; empty when nobody got so far
  Provenance from;
  /// Decodes `bytes`; shared by all records of one file; null when the splitter rejects the record.
  std::shared_ptr<const RecordParser> parser;
  /// Hash of all that decides what becomes of the bytes: the file's name and header, the options.
  std::uint64_t context = 0;
  std::string reject_reason;  ///< non-empty: the splitter could not deliver the record
  std::string reject_detail;
  bool skipped = false;  ///< with a reject_reason: as in Rejection
};

/// Turns one raw record into an article. Immutable after construction, thread-safe: the
/// pipeline calls parse() from all its workers.
class RecordParser {
 public:
  virtual ~RecordParser() = default;
  /// Never throws on bad input: that is a Rejection. Takes the record by reference and may
  /// modify its bytes.
  virtual Parsed parse(RawRecord& record) const = 0;
};

/// The serial front of an import: walks files, directories, standard input and containers, detects
/// each file's format by content, and cuts it into raw records. Single-threaded.
class InputSource {
 public:
  virtual ~InputSource() = default;
  /// Next record, in a stable order (directories sorted by byte); nullopt at the end. A file that
  /// cannot be opened or breaks off is a record with a reject_reason; reading goes on.
  /// Never throws on bad input.
  virtual std::optional<RawRecord> next() = 0;
  /// For any thread. Bytes consumed so far, and the total when known (0 = unknown), both as stored
  /// on disk.
  virtual std::uint64_t bytes_read() const = 0;
  virtual std::uint64_t bytes_total() const = 0;
};

/// `paths`: files, directories, "-" for standard input. Throws Error(ErrorCode::usage) for a path
/// that does not exist and for a format, field or path pattern that means nothing.
std::unique_ptr<InputSource> open_input(std::vector<std::string> paths, InputOptions options);

}  // namespace news
