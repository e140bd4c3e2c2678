// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/input/crawl/capture.hpp"
#include "indexer/input/crawl/crawl_splitter.hpp"
#include "indexer/input/crawl/header_block.hpp"
#include "indexer/input/format.hpp"
#include "indexer/text/charset.hpp"

// WARC: ISO 28500:2009 (1.0), 28500:2017 (1.1), and the drafts 0.17 and 0.18 that ClueWeb09 is in.
namespace news {
namespace {

using Answer = CrawlSyntax::Answer;

constexpr std::string_view kMagic = "WARC/";
constexpr std::size_t kMaxVersion = 16;  // of the first line
constexpr std::size_t kMaxHead = 1u << 20;

constexpr std::string_view kIdentified = "WARC-Identified-Payload-Type";

std::size_t first_line(std::string_view text) {
  return std::min(text.find('\n'), text.size() - 1) + 1;
}

class WarcSyntax : public CrawlSyntax {
 public:
  Answer begins(std::string_view text) const override {
    const auto line = text.substr(0, kMaxVersion);
    if (line.substr(0, kMagic.size()) != kMagic.substr(0, line.size())) return Answer::no;
    const auto end = line.find('\n');
    if (end == line.npos) return line.size() < kMaxVersion ? Answer::unknown : Answer::no;
    if (end < kMagic.size()) return Answer::no;
    const auto version = trim(line.substr(kMagic.size(), end - kMagic.size()));
    const bool number = version.find('.') != version.npos &&
                        version.find_first_not_of("0123456789.") == version.npos;
    return number ? Answer::yes : Answer::no;
  }

  std::optional<RecordHead> head(std::string_view text, bool ended) const override {
    text = text.substr(0, kMaxHead);
    const auto line = first_line(text);
    const HeaderBlock header = read_header_block(text.substr(line));
    const auto bytes = line + header.bytes;
    for (auto at = line; at < bytes; at += first_line(text.substr(at)))
      if (begins(text.substr(at)) == Answer::yes) return RecordHead{0, 0, "the header breaks off"};
    if (!header.complete) {
      if (!ended && text.size() < kMaxHead) return std::nullopt;
      return RecordHead{0, 0, "the header does not end"};
    }
    return read_record_length(bytes, header.value("Content-Length"));
  }

  std::size_t line_ends() const override { return 2; }
};

class WarcParser : public RecordParser {
 public:
  explicit WarcParser(InputOptions options) : options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    const std::string_view bytes = record.bytes;
    const auto line = first_line(bytes);
    const HeaderBlock header = read_header_block(bytes.substr(line));
    const auto type = header.value("WARC-Type");
    const auto is = [&](std::string_view known) { return equal_names(type, known); };
    if (!is("response") && !is("resource") && !is("conversion"))
      return Rejection{"not an article", what(type), record.from, true};
    auto url = header.value("WARC-Target-URI");
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    auto media = header.value("Content-Type");
    if (media_type(media) == "application/http") media = header.value(kIdentified);
    Capture capture{to_utf8(url), to_utf8(header.value("WARC-Date")), to_utf8(media),
                    to_utf8(header.value("WARC-TREC-ID")), bytes.substr(line + header.bytes)};
    return read_capture(capture, record.from, options_);
  }

 private:
  static std::string what(std::string_view type) {
    return type.empty() ? "a record of no type"
                        : fmt::format("a {} record", to_utf8(type.substr(0, 32)));
  }

  const InputOptions options_;
};

bool is_warc(std::string_view head, const FileContext&) {
  head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
  return WarcSyntax().begins(head) == Answer::yes;
}

const WarcSyntax kSyntax;

}  // namespace

const Format kWarcFormat = {
    "warc", "warc wet wat", is_warc, [](Window& window, const FileContext& file) {
      return FileReader{split_crawl(window, file.options.max_record_bytes, kSyntax),
                        std::make_shared<WarcParser>(file.options)};
    }};

}  // namespace news
