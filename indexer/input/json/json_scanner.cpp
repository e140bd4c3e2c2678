// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_scanner.hpp"

#include <cstring>

namespace news {

std::size_t JsonScanner::skip_string(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    if (escaped_) {
      escaped_ = false;
      ++at;
      continue;
    }
    const void* found = std::memchr(bytes.data() + at, '"', bytes.size() - at);
    const auto end = found == nullptr
                         ? bytes.size()
                         : static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
    auto run = end;
    while (run > at && bytes[run - 1] == '\\') --run;
    escaped_ = (end - run) % 2 == 1;
    if (found == nullptr) return end;
    at = end;
    if (!escaped_) {
      in_string_ = false;
      return end + 1;
    }
  }
  return at;
}

std::size_t JsonScanner::feed(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && !done_) {
    if (in_string_) {
      at = skip_string(bytes, at);
      done_ = !in_string_ && depth_ == 0;
      continue;
    }
    const char c = bytes[at];
    const bool closes = c == '}' || c == ']';
    const bool separates =
        closes || c == ',' || c == ':' || kJsonBlanks.find(c) != kJsonBlanks.npos;
    if (depth_ == 0 && separates) {  // the value was a number or a word
      done_ = true;
      break;
    }
    started_ = true;
    ++at;
    if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (closes) {
      done_ = --depth_ == 0;
    }
  }
  return at;
}

std::string find_wrapper_key(std::string_view head, const FieldMap& fields) {
  std::string open;  // the brackets around the current position
  std::string_view outer_key;
  std::string candidate;
  for (std::size_t at = 0; at < head.size();) {
    const char c = head[at];
    if (c == '{' || c == '[') open += c;
    if ((c == '}' || c == ']') && !open.empty()) open.pop_back();
    if (c == '}' && open.empty()) break;
    if (c != '"') {
      ++at;
      continue;
    }
    JsonScanner string;
    const auto size = string.feed(head.substr(at));
    if (!string.done()) break;
    const auto content = head.substr(at + 1, size - 2);
    at += size;
    const auto next = head.find_first_not_of(kJsonBlanks, at);
    if (next == head.npos || head[next] != ':') continue;
    if (open == "{") {
      if (fields.is_content(content)) return {};
      outer_key = content;
    } else if (open == "{[{" && candidate.empty() && fields.is_content(content)) {
      candidate = outer_key;
    }
  }
  return candidate;
}

}  // namespace news
