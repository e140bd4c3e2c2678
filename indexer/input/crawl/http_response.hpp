// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// What a server answered, as far as it matters here.
struct HttpResponse {
  unsigned status = 200;     ///< also when the server sent none that can be read
  std::string content_type;  ///< as sent, valid UTF-8
  std::string codings;  ///< those that `body` still has, in the order they were applied: "a, b"
  std::string body;     ///< without chunks
};

/// Whether a record begins with the header of an HTTP response.
bool is_http_response(std::string_view bytes);

/// Takes what is there, as browsers do: the body is as long as the record, whatever Content-Length
/// says; chunks end where one is wrong, and what follows is taken as it is. Interim responses
/// (1xx) are passed over. Never fails; thread-safe; linear time.
HttpResponse read_http_response(std::string_view bytes);

}  // namespace news
