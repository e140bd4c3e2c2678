// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/element_splitter.hpp"

#include <utility>

#include "indexer/input/xml/element_scanner.hpp"

namespace news {
namespace {

class ElementSplitter : public Splitter {
 public:
  ElementSplitter(Window& window, std::size_t most, ElementKind kind, TextUnits units)
      : Splitter(window, most), kind_(std::move(kind)), units_(units), scanner_(kind_.names) {}

  bool next(RawRecord& record) override {
    if (find_start()) return element(record);
    if (count() > 0) return false;
    begin(record);
    return skip(record, kind_.none);
  }

 private:
  bool find_start() {
    for (;;) {
      scan();
      const auto held = scanner_.pending() * units_.width;
      window_.consume(scanned_ - held);
      scanned_ = held;
      if (scanner_.event() == ElementScanner::Event::begins) return true;
      if (window_.fill()) continue;
      window_.consume(window_.view().size());
      scanned_ = 0;
      return false;
    }
  }

  bool element(RawRecord& record) {
    begin(record);
    bool too_long = false;
    for (;;) {
      scan();
      too_long |= scanned_ > most_;
      const bool ends = scanner_.event() == ElementScanner::Event::ends;
      if (ends && !too_long) keep(record, window_.view().substr(0, scanned_));
      if (ends || too_long) window_.consume(std::exchange(scanned_, 0));
      if (ends) return !too_long || reject(record, "record too long");
      if (!window_.fill()) return cut_off(record);
    }
  }

  bool cut_off(RawRecord& record) {
    window_.consume(window_.view().size());
    scanned_ = 0;
    scanner_.leave();
    return reject(record, "broken XML", "the file ends inside a record");
  }

  /// Reads up to an event or to the end of the view.
  void scan() {
    const auto bytes = window_.view().substr(scanned_);
    scanned_ += units_.width == 1 ? scanner_.feed(bytes)
                                  : scanner_.feed(units_.narrow(bytes)) * units_.width;
  }

  const ElementKind kind_;
  const TextUnits units_;
  ElementScanner scanner_;
  std::size_t scanned_ = 0;  // bytes of the view
};

}  // namespace

std::unique_ptr<Splitter> split_elements(Window& window, std::size_t most, ElementKind kind,
                                         TextUnits units) {
  return std::make_unique<ElementSplitter>(window, most, std::move(kind), units);
}

}  // namespace news
