// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A header of a message or part, as it stands there, lines and all.
struct MimeHeader {
  std::string_view name;
  std::string value;  ///< bounded: what is longer is cut
};

/// A message or a part of one (RFC 2045): headers and what they are about.
struct MimePart {
  std::vector<MimeHeader> headers;
  std::string_view body;  ///< encoded

  /// The first header of that name, whatever its case; "" if there is none.
  std::string_view header(std::string_view name) const;
};

/// Never fails: a first line that goes on from one that is gone is dropped, and a header that
/// breaks off without a blank line ends there. Linear time.
MimePart read_mime_part(std::string_view bytes);

/// The bytes of the parts of a multipart body (RFC 2046, 5.1.1), `most` at most. Linear time.
std::vector<std::string_view> split_multipart(std::string_view body, std::string_view boundary,
                                              std::size_t most);

/// A header's name ("Subject: …"); "" if the line is none.
std::string_view header_name(std::string_view line);

/// Whether a line continues the header before it.
inline bool goes_on(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t');
}

}  // namespace news
