// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace news {

/// Appends `text` as a JSON string (RFC 8259). Control characters, DEL and C1 are escaped, so
/// that JSON on a terminal is harmless too. `text` must be valid UTF-8.
inline void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 =
        c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c == '"' || c == '\\')
      (out += '\\') += static_cast<char>(c);
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\r')
      out += "\\r";
    else if (c < 0x20 || c == 0x7F)
      out += fmt::format("\\u{:04x}", c);
    else if (c1)
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(text[++i]));
    else
      out += static_cast<char>(c);
  }
  out += '"';
}

/// Builds one JSON object, member by member, without indentation.
class JsonObject {
 public:
  JsonObject& text(std::string_view key, std::string_view value) {
    append_json(start(key), value);
    return *this;
  }
  /// Left out when empty.
  JsonObject& text_if(std::string_view key, std::string_view value) {
    return value.empty() ? *this : text(key, value);
  }
  JsonObject& number(std::string_view key, std::uint64_t value) {
    start(key) += std::to_string(value);
    return *this;
  }
  /// `json` must be valid JSON.
  JsonObject& raw(std::string_view key, std::string_view json) {
    start(key) += json;
    return *this;
  }
  std::string str() const { return out_ + "}"; }

 private:
  std::string& start(std::string_view key) {
    if (out_.size() > 1) out_ += ',';
    append_json(out_, key);
    return out_ += ':';
  }
  std::string out_ = "{";
};

/// A JSON array of strings.
template <typename Range>
std::string json_strings(const Range& values) {
  std::string out = "[";
  for (const auto& value : values) {
    if (out.size() > 1) out += ',';
    append_json(out, value);
  }
  return out + "]";
}

}  // namespace news
