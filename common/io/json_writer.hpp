// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

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

/// Writes JSON (RFC 8259) without blanks, value by value: objects and arrays, one in another.
/// What is written is kept until take(), so that a long document can be handed on in pieces.
/// In an object each value follows a key; the forms with a key write both. Not thread-safe.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name) {
    append_json(start(), name);
    out_ += ':';
    first_ = true;
    return *this;
  }

  JsonWriter& text(std::string_view value) {
    append_json(start(), value);
    return *this;
  }
  JsonWriter& number(std::uint64_t value) { return raw(std::to_string(value)); }
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  /// `json` must be one valid value.
  JsonWriter& raw(std::string_view json) {
    start() += json;
    return *this;
  }

  JsonWriter& begin_object(std::string_view name) { return key(name).begin_object(); }
  JsonWriter& begin_array(std::string_view name) { return key(name).begin_array(); }
  JsonWriter& text(std::string_view name, std::string_view value) { return key(name).text(value); }
  /// Left out when empty.
  JsonWriter& text_if(std::string_view name, std::string_view value) {
    return value.empty() ? *this : text(name, value);
  }
  JsonWriter& number(std::string_view name, std::uint64_t value) { return key(name).number(value); }
  JsonWriter& boolean(std::string_view name, bool value) { return key(name).boolean(value); }
  JsonWriter& raw(std::string_view name, std::string_view json) { return key(name).raw(json); }
  /// An array of strings.
  template <typename Range>
  JsonWriter& texts(std::string_view name, const Range& values) {
    begin_array(name);
    for (const auto& value : values) text(value);
    return end_array();
  }

  /// The members of an object that is JSON already, one or more.
  JsonWriter& members(std::string_view object) { return raw(object.substr(1, object.size() - 2)); }

  /// What comes next is a value of its own, on a line of its own (JSON lines).
  JsonWriter& end_line() {
    out_ += '\n';
    first_ = true;
    return *this;
  }
  /// What was written since the last time.
  std::string take() { return std::exchange(out_, {}); }

 private:
  std::string& start() {
    if (!first_) out_ += ',';
    first_ = false;
    return out_;
  }
  JsonWriter& open(char bracket) {
    start() += bracket;
    first_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  std::string out_;
  bool first_ = true;  // nothing stands before the next value that a comma would part it from
};

/// A JSON array of strings.
template <typename Range>
std::string json_strings(const Range& values) {
  JsonWriter json;
  json.begin_array();
  for (const auto& value : values) json.text(value);
  return json.end_array().take();
}

}  // namespace news
