// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/splitter.hpp"

#include <utility>

namespace news {
namespace {

constexpr std::size_t kParserPadding = 64;  // what simdjson reads past the end

class WholeFileSplitter : public Splitter {
 public:
  using Splitter::Splitter;

  bool next(RawRecord& record) override {
    if (count() > 0) return false;
    begin(record);
    while (window_.view().size() <= most_ && window_.fill()) {
    }
    if (window_.view().size() > most_) return reject(record, "record too long");
    keep(record, window_.view());
    return true;
  }
};

}  // namespace

void Splitter::begin(RawRecord& record) {
  record.from.record = ++count_;
  record.from.offset = window_.offset();
}

void Splitter::keep(RawRecord& record, std::string_view bytes) {
  record.bytes.reserve(bytes.size() + kParserPadding);
  record.bytes.assign(bytes);
}

bool Splitter::reject(RawRecord& record, std::string reason, std::string detail) {
  record.reject_reason = std::move(reason);
  record.reject_detail = std::move(detail);
  return true;
}

bool Splitter::skip(RawRecord& record, std::string detail) {
  record.skipped = true;
  return reject(record, "not an article", std::move(detail));
}

void Splitter::skip_line() {
  for (;;) {
    const auto newline = window_.view().find('\n');
    if (newline != std::string_view::npos) return window_.consume(newline + 1);
    window_.consume(window_.view().size());
    if (!window_.fill()) return;
  }
}

std::unique_ptr<Splitter> split_whole_file(Window& window, std::size_t most) {
  return std::make_unique<WholeFileSplitter>(window, most);
}

}  // namespace news
