// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/input/crawl/capture.hpp"
#include "indexer/input/crawl/crawl_splitter.hpp"
#include "indexer/input/format.hpp"
#include "indexer/text/charset.hpp"

// ARC, the Internet Archive's format before WARC. A record is a line and what the line says:
//   version 1: URL IP-address date type length
//   version 2: URL IP-address date type result checksum location offset file length
namespace news {
namespace {

using Answer = CrawlSyntax::Answer;

constexpr std::size_t kMaxLine = 16u << 10;
constexpr std::size_t kMaxScheme = 32;
constexpr std::string_view kDigits = "0123456789";

struct ArcLine {
  std::string_view url, date, type, length;
};

bool is_date(std::string_view field) {
  return field.size() >= 8 && field.find_first_not_of(kDigits) == field.npos;
}

bool is_address(std::string_view field) {
  return field.find_first_of(".:") != field.npos &&
         field.find_first_not_of("0123456789abcdefABCDEF.:") == field.npos;
}

/// Whether an address begins with a scheme, or could when it goes on.
bool has_scheme(std::string_view url) {
  const auto end = std::min(url.find(':'), url.size());
  return end > 0 && end <= kMaxScheme &&
         std::all_of(url.begin(), url.begin() + static_cast<long>(end), [](char c) {
           return is_letter(c) || kDigits.find(c) != kDigits.npos || c == '+' || c == '-' ||
                  c == '.';
         });
}

/// Fields are counted from the end, since addresses may have blanks in them.
std::optional<ArcLine> read_arc_line(std::string_view line) {
  constexpr std::size_t kLong = 9, kShort = 4;  // fields after the address
  line = line.substr(0, line.find_last_not_of("\r\n") + 1);
  if (!has_scheme(line)) return std::nullopt;
  std::array<std::string_view, kLong> fields;
  std::size_t count = 0;
  for (auto blank = line.rfind(' '); count < kLong && blank != line.npos && blank > 0;
       blank = line.rfind(' ')) {
    fields[count++] = line.substr(blank + 1);
    line = line.substr(0, blank);
    if (count == kShort && is_date(fields[2]) && is_address(fields[3]))
      return ArcLine{line, fields[2], fields[1], fields[0]};
  }
  if (count == kLong && is_date(fields[7]) && is_address(fields[8]))
    return ArcLine{line, fields[7], fields[6], fields[0]};
  return std::nullopt;
}

class ArcSyntax : public CrawlSyntax {
 public:
  Answer begins(std::string_view text) const override {
    text = text.substr(0, kMaxLine);
    if (!text.empty() && !has_scheme(text)) return Answer::no;
    const auto end = text.find('\n');
    if (end == text.npos) return text.size() < kMaxLine ? Answer::unknown : Answer::no;
    return read_arc_line(text.substr(0, end)) ? Answer::yes : Answer::no;
  }

  std::optional<RecordHead> head(std::string_view text, bool) const override {
    const auto bytes = text.find('\n') + 1;
    return read_record_length(bytes, read_arc_line(text.substr(0, bytes))->length);
  }

  std::size_t line_ends() const override { return 1; }
};

/// 20140216050221 → 2014-02-16T05:02:21Z
std::string iso_date(std::string_view date) {
  std::string out =
      fmt::format("{}-{}-{}", date.substr(0, 4), date.substr(4, 2), date.substr(6, 2));
  if (date.size() >= 14)
    out += fmt::format("T{}:{}:{}Z", date.substr(8, 2), date.substr(10, 2), date.substr(12, 2));
  return out;
}

class ArcParser : public RecordParser {
 public:
  explicit ArcParser(InputOptions options) : options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    const std::string_view bytes = record.bytes;
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto line = read_arc_line(bytes.substr(0, end));
    if (!line) return Rejection{"broken record", "no line of ARC", record.from};
    Capture capture{to_utf8(line->url),
                    iso_date(line->date),
                    to_utf8(line->type),
                    {},
                    bytes.substr(std::min(end + 1, bytes.size()))};
    return read_capture(capture, record.from, options_);
  }

 private:
  const InputOptions options_;
};

bool is_arc(std::string_view head, const FileContext&) {
  return head.starts_with("filedesc://") && ArcSyntax().begins(head) == Answer::yes;
}

const ArcSyntax kSyntax;

}  // namespace

const Format kArcFormat = {"arc", "arc", is_arc, [](Window& window, const FileContext& file) {
                             return FileReader{
                                 split_crawl(window, file.options.max_record_bytes, kSyntax),
                                 std::make_shared<ArcParser>(file.options)};
                           }};

}  // namespace news
