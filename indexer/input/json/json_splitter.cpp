// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "indexer/input/json/json_scanner.hpp"
#include "indexer/input/splitter.hpp"

namespace news {
namespace {

class JsonLinesSplitter : public Splitter {
 public:
  using Splitter::Splitter;

  bool next(RawRecord& record) override {
    std::size_t searched = 0;
    for (;;) {
      const auto view = window_.view();
      const auto newline = view.find('\n', searched);
      if (newline == view.npos && view.size() <= most_) {
        searched = view.size();
        if (window_.fill()) continue;
        if (view.empty()) return false;
      }
      if (cut(record, newline)) return true;
      searched = 0;
    }
  }

 private:
  /// Cuts the line that ends at `newline` (npos: with the window); false for a blank one.
  bool cut(RawRecord& record, std::size_t newline) {
    const auto line = window_.view().substr(0, newline);
    const auto first = line.find_first_not_of(kJsonBlanks);
    if (line.size() > most_) {
      begin(record);
      skip_line();
      return reject(record, "record too long");
    }
    if (first != line.npos) {
      begin(record);
      record.from.offset += first;
      keep(record, line.substr(first, line.find_last_not_of(kJsonBlanks) + 1 - first));
    }
    window_.consume(newline == line.npos ? line.size() : newline + 1);
    return first != line.npos;
  }
};

class JsonDocumentSplitter : public Splitter {
 public:
  JsonDocumentSplitter(Window& window, std::size_t most, std::string wrapper)
      : Splitter(window, most), wrapper_(std::move(wrapper)) {}

  bool next(RawRecord& record) override {
    for (;;) {
      skip_any(" \t\r\n,");
      if (window_.view().empty()) return at_end(record);
      const char c = window_.view().front();
      if (place_ == Place::top && c == '[') {
        enter(Place::array);
      } else if (place_ == Place::top && c == '{' && !wrapper_.empty()) {
        enter(Place::wrapper);
      } else if (place_ == Place::array && c == ']') {
        enter(wrapper_.empty() ? Place::top : Place::wrapper);
      } else if (place_ == Place::wrapper && c == '}') {
        enter(Place::top);
      } else if (place_ == Place::wrapper && c == '"') {
        wrapper_member();
      } else if (place_ == Place::array || c == '{') {
        return element(record);
      } else {
        return stray(record);
      }
    }
  }

 private:
  enum class Place { top, array, wrapper };
  enum class Cut { whole, too_long, cut_off, nothing };

  void enter(Place place) {
    window_.consume(1);
    place_ = place;
  }

  void skip_any(std::string_view set) {
    for (;;) {
      const auto first = window_.view().find_first_not_of(set);
      window_.consume(std::min(first, window_.view().size()));
      if (first != std::string_view::npos || !window_.fill()) return;
    }
  }

  bool at_end(RawRecord& record) {
    if (place_ == Place::top) return false;
    place_ = Place::top;
    begin(record);
    return reject(record, "broken JSON", "the file ends inside an array or object");
  }

  /// Moves over one value; gives `take` its bytes while they are few enough.
  template <typename Take>
  Cut cut_value(std::size_t most, Take take) {
    JsonScanner scanner;
    std::size_t scanned = 0;
    bool too_long = false;
    for (;;) {
      scanned += scanner.feed(window_.view().substr(scanned));
      if (scanned > most || too_long) {
        too_long = true;
        window_.consume(std::exchange(scanned, 0));
      }
      if (scanner.done()) break;
      if (!window_.fill()) {
        window_.consume(scanned);
        return Cut::cut_off;
      }
    }
    if (!scanner.started()) return Cut::nothing;
    if (too_long) return Cut::too_long;
    take(window_.view().substr(0, scanned));
    window_.consume(scanned);
    return Cut::whole;
  }

  bool element(RawRecord& record) {
    begin(record);
    const Cut cut = cut_value(most_, [&](std::string_view bytes) { keep(record, bytes); });
    switch (cut) {
      case Cut::whole:
        return true;
      case Cut::too_long:
        return reject(record, "record too long");
      case Cut::cut_off:
        place_ = Place::top;
        return reject(record, "broken JSON", "the file ends inside a record");
      case Cut::nothing:
        break;
    }
    return resume(record);
  }

  bool stray(RawRecord& record) {
    begin(record);
    return resume(record);
  }

  /// Rejects what cannot stand here, all of it up to the next thing that may be a record.
  bool resume(RawRecord& record) {
    window_.consume(1);
    do {
      const auto next = window_.view().find_first_of("{[");
      window_.consume(std::min(next, window_.view().size()));
    } while (window_.view().empty() && window_.fill());
    if (place_ == Place::wrapper) place_ = Place::top;
    return reject(record, "broken JSON", "not a JSON array or object");
  }

  /// A key of the outer object and what belongs to it: the array is entered, all else is skipped.
  void wrapper_member() {
    constexpr std::size_t kMaxKey = 4096;
    std::string key;
    cut_value(kMaxKey, [&](std::string_view bytes) { key = bytes; });
    skip_any(" \t\r\n:");
    if (window_.view().empty()) return;
    if (key == '"' + wrapper_ + '"' && window_.view().front() == '[') return enter(Place::array);
    cut_value(0, [](std::string_view) {});
  }

  const std::string wrapper_;
  Place place_ = Place::top;
};

}  // namespace

std::unique_ptr<Splitter> split_json_lines(Window& window, std::size_t most) {
  return std::make_unique<JsonLinesSplitter>(window, most);
}

std::unique_ptr<Splitter> split_json_document(Window& window, std::size_t most,
                                              std::string wrapper) {
  return std::make_unique<JsonDocumentSplitter>(window, most, std::move(wrapper));
}

}  // namespace news
