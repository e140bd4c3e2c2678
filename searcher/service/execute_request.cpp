// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/execute_request.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <vector>

#include "common/cli/exit.hpp"
#include "searcher/commands/operations.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/print/json_document.hpp"
#include "searcher/print/json_error.hpp"

namespace news {
namespace {

using Value = simdjson::dom::element;

struct Request {
  std::string id;  // JSON; "" for none
  std::string op = "search";
  std::optional<std::string> argument;  // the query or the article's id
  OptionValues values{operations_program()};
  bool has_options = false;
};

[[noreturn]] void refuse(const std::string& why, const std::string& hint = {}) {
  throw Error(ErrorCode::usage, why, hint);
}

std::string text_of(std::string_view name, const Value& value) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS)
    refuse(fmt::format("'{}' is no string", name));
  return std::string(text);
}

// As the command line would have it.
std::string plain(std::string_view name, const Value& value) {
  if (value.is_uint64()) return std::to_string(value.get_uint64().value_unsafe());
  if (!value.is_string())
    refuse(fmt::format("'{}' is neither a string nor a whole number from 0 up", name));
  return text_of(name, value);
}

// The option that a member stands for: none that names a file or looks at a terminal.
const OptionInfo& find_member(std::string_view member) {
  std::string name(member);
  std::replace(name.begin(), name.end(), '_', '-');  // as most languages would have it
  const OptionInfo* const option = find_option(operations_program(), name);
  if (option && option->member) return *option;
  std::string known;
  for (const auto& row : operations_program().options)
    if (row.member && find_option(operations_program(), row.name) == &row)
      known += fmt::format("{}{}", known.empty() ? "" : ", ", row.name);
  refuse(fmt::format("there is no member '{}'", member),
         fmt::format("Members are op, id, query, article and options: {}.", known));
}

void add_option(const OptionInfo& option, const Value& value, OptionValues& out) {
  if (value.is_bool()) {
    if (!value.get_bool().value_unsafe()) return;
    if (!option.argument.empty() && !option.argument.starts_with('['))
      refuse(fmt::format("'{}' needs a value", option.name));
    out.set(option, option.argument.empty() ? "yes" : "");
    return;
  }
  if (option.argument.empty()) refuse(fmt::format("'{}' is true or false", option.name));
  simdjson::dom::array items;
  if (value.get_array().get(items) != simdjson::SUCCESS) {
    out.set(option, plain(option.name, value));
    return;
  }
  std::string list;
  for (const auto& item : items) {
    if (option.repeated)
      out.set(option, plain(option.name, item));
    else
      list += (list.empty() ? "" : ",") + plain(option.name, item);
  }
  if (!list.empty()) out.set(option, list);
}

void parse_request(std::string_view json, Request& out) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (const auto error = parser.parse(json.data(), json.size()).get_object().get(object);
      error != simdjson::SUCCESS)
    refuse(fmt::format("the request is no JSON object: {}", simdjson::error_message(error)),
           R"(For example: {"id": 1, "op": "search", "query": "flood", "limit": 3})");
  // First of all what every response has.
  if (Value id; object["id"].get(id) == simdjson::SUCCESS) out.id = simdjson::minify(id);
  for (const auto& [name, value] : object) {
    if (name == "id") continue;
    if (name == "op") {
      out.op = text_of(name, value);
    } else if (name == "query" || name == "article") {
      if (out.argument) refuse("one of query and article, once");
      out.argument = text_of(name, value);
    } else {
      out.has_options = true;
      add_option(find_member(name), value, out.values);
    }
  }
}

Run read_operation(Request& request) {
  const Operation* const operation = find_operation(request.op);
  if (!operation) {
    std::string known;
    for (const auto& row : operations()) known += std::string(row.info.name) + ", ";
    known.resize(known.size() - 2);
    refuse(fmt::format("there is no op '{}'", request.op),
           fmt::format("Ops are {} and refresh.", known));
  }
  if (!request.argument) refuse("the request has no query (show, similar, story: no article)");
  OptionValues& values = request.values;
  values.command = &operation->info;
  values.refuse_other_options(operation->info);
  values.words = {"archive", *request.argument};
  values.embedded = true;
  // A number alone is JSON, too.
  if (request.op != "count")
    values.set(*find_option(operations_program(), "format", values.command), "json");
  return operation->prepare(values);
}

void begin_response(JsonWriter& json, const std::string& id, Exit status) {
  json.begin_object();
  if (!id.empty()) json.raw("id", id);
  json.number("status", static_cast<std::uint64_t>(status));
}

std::string failure(const std::string& id, const Error& error) {
  const auto* const unread = dynamic_cast<const UnreadableQuery*>(&error);
  JsonWriter json;
  begin_response(json, id, exit_code(error.code()));
  write_error(json.key("error"), unread ? static_cast<const Error&>(unread->cause()) : error);
  return json.end_object().take();
}

}  // namespace

std::string execute_request(Searcher& searcher, std::string_view json) {
  Request request;
  try {
    parse_request(json, request);
    const Run run = read_operation(request);
    std::ostringstream out, notes;
    const Exit status = run({searcher, out, notes});
    JsonWriter response;
    begin_response(response, request.id, status);
    if (const std::string answer = std::move(out).str(); !answer.empty())
      response.raw("answer", answer);
    return response.end_object().take();
  } catch (const Error& error) {
    return failure(request.id, error);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return failure(request.id, Error(ErrorCode::failed, error.what()));
  }
}

std::string error_response(std::string_view message, std::string_view hint) {
  return failure({}, Error(ErrorCode::usage, std::string(message), std::string(hint)));
}

bool is_refresh(std::string_view json, std::string& id) {
  if (json.find("refresh") == json.npos) return false;
  Request request;
  try {
    parse_request(json, request);
  } catch (const Error&) {
    return false;  // execute_request() will say so
  }
  id = request.id;
  return request.op == "refresh" && !request.argument && !request.has_options;
}

std::string refresh_response(const std::string& id, const std::function<Revisions()>& refresh) {
  try {
    JsonWriter json;
    begin_response(json, id, Exit::ok);
    json.begin_object("answer");
    write_revisions(json, refresh());
    return json.end_object().end_object().take();
  } catch (const Error& error) {
    return failure(id, error);
  }
}

}  // namespace news
