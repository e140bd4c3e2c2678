// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Named fields above a body, as WARC and HTTP have them: lines up to a blank one. Crawls keep what
/// servers sent, so whatever line is no field is passed over. Views live as long as the text.
struct HeaderBlock {
  struct HeaderField {
    std::string_view name;
    std::string value;  ///< of all its lines, without outer blanks; bounded: what is longer is cut
  };
  std::vector<HeaderField> fields;  ///< bounded: what comes after 1,000 is dropped
  std::size_t bytes = 0;            ///< up to the body
  bool complete = false;            ///< it ends in a blank line

  /// The first field of that name, whatever its case; "" if there is none.
  std::string_view value(std::string_view name) const;
};

/// Never fails. A line that begins with '<' is the body's already. Linear time.
HeaderBlock read_header_block(std::string_view text);

}  // namespace news
