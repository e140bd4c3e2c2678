// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// A message of mail (RFC 5322) or Usenet (RFC 1036) as a reader sees it, in UTF-8.
struct MailMessage {
  std::vector<std::pair<std::string, std::string>> headers;  ///< decoded, in their order
  std::string text;                      ///< what is plain text, else HTML without its tags
  std::vector<std::string> attachments;  ///< their names, or types where they have none

  /// The first header of that name, whatever its case; "" if there is none.
  std::string_view header(std::string_view name) const;
};

/// Reads any bytes; what cannot be decoded is left as it is. Thread-safe.
MailMessage read_mail(std::string_view bytes);

/// The name in the first address of a header such as From, else the address; "" if there is none.
std::string sender_name(std::string_view header);

}  // namespace news
