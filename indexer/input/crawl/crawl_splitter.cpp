// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/crawl/crawl_splitter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace news {
namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

class CrawlSplitter : public Splitter {
 public:
  CrawlSplitter(Window& window, std::size_t most, const CrawlSyntax& syntax)
      : Splitter(window, most), syntax_(syntax) {}

  bool next(RawRecord& record) override {
    if (!skip_blank_lines()) return false;
    begin(record);
    if (!begins_at(0)) return broken(record, "bytes that belong to no record");
    const RecordHead head = read_head();
    if (!head.fault.empty()) return broken(record, head.fault);
    if (head.bytes > most_ || head.block > most_ - head.bytes) {
      const auto room = kNoLimit - head.bytes;
      pass_over(head.bytes + std::min(head.block, room), nullptr);
      return reject(record, "record too long");
    }
    const std::size_t size = head.bytes + static_cast<std::size_t>(head.block);
    if (!ends_at(size)) return broken(record, wrong_length(head));
    keep(record, window_.view().substr(0, size));
    window_.consume(size);
    return true;
  }

 private:
  using Answer = CrawlSyntax::Answer;

  /// False at the end of the file.
  bool skip_blank_lines() {
    do {
      const auto view = window_.view();
      window_.consume(std::min(view.find_first_not_of("\r\n"), view.size()));
    } while (window_.view().empty() && window_.fill());
    return !window_.view().empty();
  }

  bool begins_at(std::size_t at) {
    for (;;) {
      const auto answer = syntax_.begins(window_.view().substr(at));
      if (answer != Answer::unknown) return answer == Answer::yes;
      if (!window_.fill()) return false;
    }
  }

  RecordHead read_head() {
    auto head = syntax_.head(window_.view(), false);
    while (!head) {
      const bool ended = !window_.fill();
      head = syntax_.head(window_.view(), ended);
    }
    return *std::move(head);
  }

  /// Whether the file or the record ends after `size` bytes. Reads no further than it must, since
  /// what follows may be unreadable.
  bool ends_at(std::size_t size) {
    while (window_.view().size() < size)
      if (!window_.fill()) return false;
    std::size_t text = 0;
    for (;;) {
      const auto rest = window_.view().substr(size);
      text = std::min(rest.find_first_not_of("\r\n"), rest.size());
      const auto lines = std::count(rest.begin(), rest.begin() + static_cast<long>(text), '\n');
      if (static_cast<std::size_t>(lines) >= syntax_.line_ends()) return true;
      if (text < rest.size()) break;
      if (!window_.fill()) return true;
    }
    return begins_at(size + text);
  }

  std::string wrong_length(const RecordHead& head) const {
    const auto there = window_.view().size() - std::min(head.bytes, window_.view().size());
    return there < head.block
               ? fmt::format("of {} bytes that it should have, {} are there", head.block, there)
               : fmt::format("it does not end after {} bytes, as it should", head.block);
  }

  bool broken(RawRecord& record, std::string detail) {
    pass_over(kNoLimit, &record.bytes);
    return reject(record, "broken record", std::move(detail));
  }

  /// Moves to the next line that begins a record, `limit` bytes at most, or to the end of the file.
  /// The line at hand does not count. What it passes goes to `kept`, unless that is too long.
  void pass_over(std::uint64_t limit, std::string* kept) {
    while (limit > 0) {
      const auto view = window_.view();
      auto answer = Answer::no;
      auto at = view.find('\n');
      for (; at != view.npos; at = view.find('\n', at + 1)) {
        answer = syntax_.begins(view.substr(at + 1));
        if (answer != Answer::no) break;
      }
      // An unknown line is looked at again, with its newline, once there is more of it.
      auto gone = std::min(at, view.size());
      if (answer == Answer::yes) ++gone;
      gone = static_cast<std::size_t>(std::min<std::uint64_t>(gone, limit));
      drop(gone, kept);
      limit -= gone;
      if (answer == Answer::yes) return;
      if (limit > 0 && !window_.fill()) return drop(window_.view().size(), kept);
    }
  }

  void drop(std::size_t bytes, std::string*& kept) {
    if (kept && bytes > most_ - kept->size()) {
      kept->clear();
      kept = nullptr;
    }
    if (kept) kept->append(window_.view().substr(0, bytes));
    window_.consume(bytes);
  }

  const CrawlSyntax& syntax_;
};

}  // namespace

RecordHead read_record_length(std::size_t bytes, std::string_view length) {
  RecordHead head{bytes, 0, {}};
  const char* last = length.data() + length.size();
  const auto [end, error] = std::from_chars(length.data(), last, head.block);
  if (length.empty())
    head.fault = "no length";
  else if (error == std::errc::invalid_argument || end != last)
    head.fault = "its length is no number";
  else if (error == std::errc::result_out_of_range)
    head.block = kNoLimit;
  return head;
}

std::unique_ptr<Splitter> split_crawl(Window& window, std::size_t most, const CrawlSyntax& syntax) {
  return std::make_unique<CrawlSplitter>(window, most, syntax);
}

}  // namespace news
