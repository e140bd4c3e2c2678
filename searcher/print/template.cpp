// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/template.hpp"

#include <fmt/format.h>

#include "common/error.hpp"
#include "common/names.hpp"

namespace news {
namespace {

[[noreturn]] void refuse(const std::string& why, const std::string& hint) {
  throw Error(ErrorCode::usage, "--template: " + why, hint);
}

constexpr const char* kBraces = "A brace that is meant as such is written twice: {{ or }}.";

char escaped(std::string_view rest) {
  const char c = rest.empty() ? '\0' : rest[0];
  if (c == 'n') return '\n';
  if (c == 't') return '\t';
  if (c == '\\') return '\\';
  refuse("a backslash stands only in \\n, \\t and \\\\", "Write \\\\ for a backslash.");
}

Field read_field(std::string_view rest) {
  const auto end = rest.find('}');
  if (end == rest.npos) refuse("a '{' is never closed", kBraces);
  const std::string_view name = rest.substr(0, end);
  if (const auto field = value_named<Field>(kFieldNames, name)) return *field;
  refuse(fmt::format("there is no field '{}'", name),
         fmt::format("Fields are {}. {}", fmt::join(kFieldNames, ", "), kBraces));
}

}  // namespace

std::vector<TemplatePart> parse_template(std::string_view text) {
  std::vector<TemplatePart> out;
  const auto add = [&](char c) {
    if (out.empty() || out.back().field) out.push_back({});
    out.back().text += c;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool doubled = text.substr(at + 1).starts_with(c);
    if (c == '\\') {
      add(escaped(text.substr(++at)));
    } else if ((c == '{' || c == '}') && doubled) {
      add(c);
      ++at;
    } else if (c == '{') {
      out.push_back({read_field(text.substr(at + 1)), {}});
      at = text.find('}', at);
    } else if (c == '}') {
      refuse("a '}' closes nothing", kBraces);
    } else {
      add(c);
    }
  }
  return out;
}

}  // namespace news
