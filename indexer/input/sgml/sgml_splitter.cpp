// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/sgml/sgml_splitter.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/text/sgml.hpp"

namespace news {
namespace {

/// Whether `view` has the tag's name at `at`, and a name that ends there.
bool names_tag(std::string_view view, std::size_t at, std::string_view name) {
  if (at + name.size() >= view.size()) return false;
  const char after = view[at + name.size()];
  const bool ends = after == '>' || after == ' ' || after == '\t' || after == '\n' || after == '\r';
  return ends && equal_names(view.substr(at, name.size()), name);
}

class SgmlSplitter : public Splitter {
 public:
  SgmlSplitter(Window& window, std::size_t most, std::string_view name)
      : Splitter(window, most), name_(name) {}

  bool next(RawRecord& record) override {
    if (!find_start()) {
      if (count() > 0) return false;
      begin(record);
      return skip(record, "no <" + std::string(name_) + "> in it");
    }
    begin(record);
    std::size_t searched = 1;
    bool too_long = false;
    for (;;) {
      const auto found = find_end(searched);
      if (found.kind != Mark::none) return cut(record, found, too_long);
      if (too_long || window_.view().size() > most_) {
        too_long = true;
        window_.consume(std::min(window_.view().size(), found.at));
        searched = 0;
      } else {
        searched = found.at;
      }
      if (!window_.fill()) {
        window_.consume(window_.view().size());
        return too_long ? reject(record, "record too long")
                        : reject(record, "broken SGML", "the file ends inside a record");
      }
    }
  }

 private:
  enum class Mark { none, start, end };
  struct Found {
    Mark kind;
    std::size_t at;  ///< after an end, before a start; or from where to search on
  };

  /// What stands between records is no article: declarations, comments, blanks.
  bool find_start() {
    for (;;) {
      const auto view = window_.view();
      const auto sign = std::min(view.find('<'), view.size());
      window_.consume(sign);
      if (window_.view().size() <= name_.size() + 1) {
        if (window_.fill()) continue;
        return false;
      }
      if (names_tag(window_.view(), 1, name_)) return true;
      window_.consume(1);
    }
  }

  /// The end of the record, or the start of another: then it has no end.
  Found find_end(std::size_t from) const {
    const auto view = window_.view();
    for (std::size_t at = from; (at = view.find('<', at)) != view.npos; ++at) {
      if (at + name_.size() + 2 >= view.size()) return {Mark::none, at};
      if (view[at + 1] == '/' && names_tag(view, at + 2, name_)) {
        const auto end = view.find('>', at);
        return end == view.npos ? Found{Mark::none, at} : Found{Mark::end, end + 1};
      }
      if (names_tag(view, at + 1, name_)) return {Mark::start, at};
    }
    return {Mark::none, view.size()};
  }

  bool cut(RawRecord& record, Found found, bool too_long) {
    too_long |= found.at > most_;
    const bool whole = found.kind == Mark::end;
    if (whole && !too_long) keep(record, window_.view().substr(0, found.at));
    window_.consume(found.at);
    if (too_long) return reject(record, "record too long");
    return whole || reject(record, "broken SGML", "a record without an end tag");
  }

  const std::string_view name_;
};

}  // namespace

std::unique_ptr<Splitter> split_sgml(Window& window, std::size_t most, std::string_view name) {
  return std::make_unique<SgmlSplitter>(window, most, name);
}

}  // namespace news
