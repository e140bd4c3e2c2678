// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/input/fields.hpp"

namespace news {

/// Finds where one JSON value ends by counting brackets outside strings, without decoding anything.
/// Can be fed piece by piece.
class JsonScanner {
 public:
  /// Takes the next bytes; how many of them belong to the value (all, until done()).
  std::size_t feed(std::string_view bytes);
  bool done() const { return done_; }
  bool started() const { return started_; }

 private:
  std::size_t skip_string(std::string_view bytes, std::size_t at);

  std::size_t depth_ = 0;
  bool started_ = false;
  bool in_string_ = false;
  bool escaped_ = false;
  bool done_ = false;
};

inline constexpr std::string_view kJsonBlanks = " \t\r\n";

/// The key under which a JSON object holds an array of articles, as {"articles":[{"title":…}]};
/// "" when it is itself an article or neither. `head` is the beginning of the object.
std::string find_wrapper_key(std::string_view head, const FieldMap& fields);

}  // namespace news
