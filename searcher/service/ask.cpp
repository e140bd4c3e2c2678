// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/ask.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "searcher/cli/program.hpp"
#include "searcher/commands/query_commands.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/print/archives.hpp"

namespace news {
namespace {

using Value = simdjson::dom::element;
using Words = std::vector<std::string>;

// The options that are members of a request: none that names a file or looks at a terminal.
constexpr std::string_view kMembers =
    " any syntax sort limit offset all facets facet-limit fields max-expansions full version "
    "group versions diff by vs smooth context ";

struct Request {
  std::string id;  // JSON; "" for none
  std::string op = "search";
  Words options;
  std::string query;
  bool has_query = false;
};

[[noreturn]] void refuse(const std::string& why, const std::string& hint = {}) {
  throw Error(Exit::usage, why, hint);
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

void add_option(std::string_view member, const Value& value, Words& out) {
  std::string name(member);
  std::replace(name.begin(), name.end(), '_', '-');  // as most languages would have it
  if (kMembers.find(fmt::format(" {} ", name)) == kMembers.npos)
    refuse(fmt::format("there is no member '{}'", member),
           fmt::format("Members are op, id, query, article and{}.", kMembers));
  const std::string option = fmt::format("--{}", name);
  if (value.is_bool()) {
    if (value.get_bool().value_unsafe()) out.push_back(option);
  } else if (simdjson::dom::array values; value.get_array().get(values) != simdjson::SUCCESS) {
    out.push_back(option + "=" + plain(name, value));
  } else {
    const bool repeated = find_option(searcher_program(), name)->repeated;
    std::string list;
    for (const auto& item : values) {
      if (repeated)
        out.push_back(option + "=" + plain(name, item));
      else
        list += (list.empty() ? "" : ",") + plain(name, item);
    }
    if (!list.empty()) out.push_back(option + "=" + list);
  }
}

void parse_request(std::string_view json, Request& out) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (const auto error = parser.parse(json.data(), json.size()).get_object().get(object);
      error != simdjson::SUCCESS)
    refuse(fmt::format("the request is no JSON object: {}", simdjson::error_message(error)),
           R"(For example: {"id": 1, "op": "search", "query": "flood", "limit": 3})");
  // First of all what every answer has.
  if (Value id; object["id"].get(id) == simdjson::SUCCESS) out.id = simdjson::minify(id);
  for (const auto& [name, value] : object) {
    if (name == "id") continue;
    if (name == "op") {
      out.op = text_of(name, value);
    } else if (name == "query" || name == "article") {
      if (out.has_query) refuse("one of query and article, once");
      out.query = text_of(name, value);
      out.has_query = true;
    } else {
      add_option(name, value, out.options);
    }
  }
}

SearcherOptions read_options(const Request& request) {
  const auto at = std::find(kCommandNames.begin(), kCommandNames.end(), request.op);
  const auto command = static_cast<SearcherOptions::Command>(at - kCommandNames.begin());
  if (at == kCommandNames.end() || !is_query_command(command))
    refuse(
        fmt::format("there is no op '{}'", request.op),
        "Ops are search, count, show, timeline, kwic, facets, terms, similar, story and refresh.");
  if (!request.has_query) refuse("the request has no query (show, similar, story: no article)");
  Words line = {request.op};
  line.insert(line.end(), request.options.begin(), request.options.end());
  if (request.op != "count") line.emplace_back("--format=json");
  line.insert(line.end(), {"--", "archive", request.query});
  return parse_searcher_options(line);
}

std::string begin_answer(const std::string& id, Exit status) {
  JsonObject out;
  if (!id.empty()) out.raw("id", id);
  return out.number("status", static_cast<std::uint64_t>(status)).str();
}

std::string with_member(std::string object, std::string_view name, std::string_view json) {
  object.back() = ',';
  append_json(object, name);
  return (((object += ':') += json) += '}');
}

std::string answer_error(const std::string& id, const Error& error) {
  const auto* const unread = dynamic_cast<const UnreadableQuery*>(&error);
  const Error& cause = unread ? unread->cause() : error;
  JsonObject out;
  out.text("message", cause.what()).text_if("hint", cause.hint());
  if (unread)
    out.number("column", unread->cause().column()).number("length", unread->cause().length());
  return with_member(begin_answer(id, error.code()), "error", out.str());
}

}  // namespace

std::string ask(Searcher& searcher, std::string_view json) {
  Request request;
  try {
    parse_request(json, request);
    const SearcherOptions options = read_options(request);
    std::ostringstream out, notes;
    const Exit status = run_query_command(searcher, options, {out, notes});
    std::string answer = std::move(out).str();
    if (answer.ends_with('\n')) answer.pop_back();
    const std::string begin = begin_answer(request.id, status);
    return answer.empty() ? begin : with_member(begin, "answer", answer);
  } catch (const Error& error) {
    return answer_error(request.id, error);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return answer_error(request.id, Error(Exit::damaged, error.what()));
  }
}

std::string refusal(std::string_view message, std::string_view hint) {
  return answer_error({}, Error(Exit::usage, std::string(message), std::string(hint)));
}

bool is_refresh(std::string_view json, std::string& id) {
  if (json.find("refresh") == json.npos) return false;
  Request request;
  try {
    parse_request(json, request);
  } catch (const Error&) {
    return false;  // ask() will say so
  }
  id = request.id;
  return request.op == "refresh" && !request.has_query && request.options.empty();
}

std::string answer_refresh(const std::string& id, const std::function<Revisions()>& refresh) {
  try {
    JsonObject answer;
    json_revisions(answer, refresh());
    return with_member(begin_answer(id, Exit::ok), "answer", answer.str());
  } catch (const Error& error) {
    return answer_error(id, error);
  }
}

}  // namespace news
