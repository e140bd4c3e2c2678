// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/batch/batch_query.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include "common/error.hpp"

namespace news {
namespace {

using Value = simdjson::dom::element;

constexpr const char* kForms =
    R"(A line is: id, tab, query; or a JSON object: {"id":"7","query":"flood","limit":5})";

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::usage, why, kForms);
}

std::string text_of(std::string_view name, const Value& value) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS)
    refuse(fmt::format("'{}' is no string", name));
  return std::string(text);
}

std::uint64_t number_of(std::string_view name, const Value& value) {
  std::uint64_t number = 0;
  if (value.get_uint64().get(number) != simdjson::SUCCESS)
    refuse(fmt::format("'{}' is no whole number from 0 up", name));
  return number;
}

void parse_object(std::string_view line, BatchQuery& out) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (const auto error = parser.parse(line.data(), line.size()).get_object().get(object);
      error != simdjson::SUCCESS)
    refuse(fmt::format("the line is no JSON object: {}", simdjson::error_message(error)));
  bool has_query = false;
  for (const auto& [name, value] : object) {
    if (name == "id") {
      out.id = value.is_uint64() ? std::to_string(number_of(name, value)) : text_of(name, value);
    } else if (name == "query") {
      out.query = text_of(name, value);
      has_query = true;
    } else if (name == "limit") {
      out.limit = number_of(name, value);
    } else {
      refuse(fmt::format("there is no member '{}'", name));
    }
  }
  if (!has_query) refuse("the object has no query");
}

}  // namespace

void parse_batch_line(std::string_view line, BatchQuery& out) {
  if (!simdjson::validate_utf8(line.data(), line.size())) refuse("the line is no UTF-8");
  if (line.starts_with('{')) {
    parse_object(line, out);
  } else {
    const auto tab = line.find('\t');
    if (tab == line.npos) refuse("there is no tab between id and query");
    out.id = line.substr(0, tab);
    out.query = line.substr(tab + 1);
  }
  if (out.id.empty()) refuse("the query has no id");
}

}  // namespace news
