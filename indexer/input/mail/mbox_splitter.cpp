// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/mail/mbox_splitter.hpp"

#include <algorithm>

namespace news {
namespace {

constexpr std::size_t kMaxLine = 512;  // of those that begin a message
constexpr std::string_view kMark = "\nFrom ";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class MboxSplitter : public Splitter {
 public:
  using Splitter::Splitter;

  bool next(RawRecord& record) override {
    if (count() == 0) skip_blank_lines();
    if (window_.view().empty() && !window_.fill()) return false;
    begin(record);
    if (count() == 1) {
      const auto line = window_.view().substr(0, window_.view().find('\n'));
      messages_ = is_mbox_line(line.substr(0, line.find_last_not_of('\r') + 1));
    }
    std::size_t searched = 0;
    bool too_long = false;
    for (;;) {
      const auto end = find_end(searched);
      if (end != std::string_view::npos) return cut(record, end, too_long);
      too_long |= window_.view().size() > most_;
      if (too_long) {
        const auto gone = searched - std::min<std::size_t>(searched, 2);  // the blank line before
        window_.consume(gone);
        searched -= gone;
      }
      if (!window_.fill()) return cut(record, window_.view().size(), too_long);
    }
  }

 private:
  void skip_blank_lines() {
    do {
      const auto view = window_.view();
      window_.consume(std::min(view.find_first_not_of("\r\n"), view.size()));
    } while (window_.view().empty() && window_.fill());
  }

  /// Where the next message begins; npos if not in view, and where to look on then.
  std::size_t find_end(std::size_t& searched) const {
    const auto view = window_.view();
    for (auto at = messages_ ? searched : view.npos; (at = view.find(kMark, at)) != view.npos;
         ++at) {
      const auto line = view.substr(at + 1, kMaxLine);
      const auto end = line.find('\n');
      if (end == line.npos && line.size() < kMaxLine) {
        searched = at;
        return view.npos;
      }
      const bool blank_before =
          at > 0 &&
          (view[at - 1] == '\n' || (at > 1 && view[at - 1] == '\r' && view[at - 2] == '\n'));
      if (blank_before && end != line.npos && is_mbox_line(line.substr(0, end))) return at + 1;
    }
    searched = view.size() - std::min(view.size(), kMark.size() - 1);
    return view.npos;
  }

  bool cut(RawRecord& record, std::size_t end, bool too_long) {
    too_long |= end > most_;
    if (!too_long) keep(record, window_.view().substr(0, end));
    window_.consume(end);
    return !too_long || reject(record, "record too long");
  }

  bool messages_ = false;
};

}  // namespace

bool is_mbox_line(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  for (auto colon = line.find(':'); colon != line.npos; colon = line.find(':', colon + 1)) {
    if (colon > 5 && colon + 2 < line.size() && is_digit(line[colon - 1]) &&
        is_digit(line[colon + 1]) && is_digit(line[colon + 2]))
      return true;
  }
  return false;
}

std::unique_ptr<Splitter> split_mbox(Window& window, std::size_t most) {
  return std::make_unique<MboxSplitter>(window, most);
}

}  // namespace news
