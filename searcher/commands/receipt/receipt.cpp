// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/receipt/receipt.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <limits>
#include <set>

#include "common/error.hpp"
#include "common/io/file.hpp"
#include "common/io/json_writer.hpp"
#include "common/io/sha256.hpp"
#include "common/names.hpp"
#include "searcher/engine/query/printer.hpp"

namespace news {
namespace {

using Object = simdjson::dom::object;

std::string text(const Object& object, std::string_view key) {
  return std::string(std::string_view(object[key].get_string()));
}

Sort sort_named(std::string_view name) {
  if (const auto sort = value_named<Sort>(kSortNames, name)) return *sort;
  throw Error(ErrorCode::usage, "a receipt with an unknown order");
}

Receipt read_receipt(const Object& object) {
  if (std::uint64_t(object["schema"]) != 1)
    throw Error(ErrorCode::usage, "a receipt of a newer version", "This program reads schema 1.");
  Receipt out;
  const Object archive = object["archive"].get_object(), options = object["options"].get_object();
  out.archive = text(archive, "uuid");
  out.revision = archive["revision"].get_uint64();
  out.software = text(object, "software");
  out.written = text(object, "written");
  out.query = text(object, "query");
  out.request.sort = sort_named(text(options, "sort"));
  out.request.offset = options["offset"].get_uint64();
  out.request.limit = options["limit"].is_null() ? std::numeric_limits<std::uint64_t>::max()
                                                 : std::uint64_t(options["limit"].get_uint64());
  out.request.max_expansions = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(options["max_expansions"].get_uint64(), UINT32_MAX));
  if (bool group = false; options["group"].get_bool().get(group) == simdjson::SUCCESS)
    out.request.group = group;  // receipts of earlier versions say nothing of it
  out.total = object["total"].get_uint64();
  out.hits = object["hits"].get_uint64();
  out.sha256 = text(object, "sha256");
  if (out.whole())
    for (const auto id : object["ids"].get_array())
      out.ids.emplace_back(std::string_view(id.get_string()));
  return out;
}

// Those of `some` that are not in `others`, a line each.
void add_missing(const char* what, const std::vector<std::string>& some,
                 const std::vector<std::string>& others, std::vector<std::string>& out) {
  const std::set<std::string_view> known(others.begin(), others.end());
  for (const auto& id : some)
    if (!known.contains(id)) out.push_back(fmt::format("{}: {}", what, id));
}

// Those of `some` that are in `others`, in the order of `some`.
std::vector<std::string_view> common(const std::vector<std::string>& some,
                                     const std::vector<std::string>& others) {
  const std::set<std::string_view> known(others.begin(), others.end());
  std::vector<std::string_view> out;
  for (const auto& id : some)
    if (known.contains(id)) out.push_back(id);
  return out;
}

}  // namespace

std::string receipt_json(const Receipt& receipt) {
  const SearchRequest& request = receipt.request;
  JsonWriter json;
  json.begin_object().number("schema", 1).begin_object("archive");
  json.text("uuid", receipt.archive).number("revision", receipt.revision).end_object();
  json.text("software", receipt.software).text("written", receipt.written);
  json.text("query", receipt.query).begin_object("options");
  json.text("sort", kSortNames[static_cast<std::size_t>(request.sort)]);
  json.number("offset", request.offset);
  if (request.limit == std::numeric_limits<std::uint64_t>::max())
    json.raw("limit", "null");
  else
    json.number("limit", request.limit);
  json.number("max_expansions", request.max_expansions);
  if (request.group) json.boolean("group", true);
  json.end_object().number("total", receipt.total).number("hits", receipt.hits);
  json.text("sha256", receipt.sha256);
  if (receipt.whole()) json.texts("ids", receipt.ids);
  return json.end_object().end_line().take();
}

Receipt parse_receipt(std::string_view json) {
  try {
    simdjson::dom::parser parser;
    const Object object = parser.parse(json.data(), json.size()).get_object();
    return read_receipt(object);
  } catch (const simdjson::simdjson_error& e) {
    throw Error(ErrorCode::usage, fmt::format("this is no receipt: {}", e.what()),
                "'searcher ARCHIVE QUERY --receipt FILE' writes one.");
  }
}

Receipt make_receipt(const Searcher& searcher, const SearchRequest& request,
                     const SearchResult& result, std::vector<std::string> ids) {
  Receipt out;
  const Manifest& manifest = searcher.archives().all().front().manifest;
  out.archive = manifest.uuid;
  out.revision = manifest.revision;
  out.software = NEWS_VERSION;
  out.written = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  out.query = to_string(request.query);
  out.request = request;
  out.request.query = {};
  out.request.group = request.group && result.has_copies;
  out.total = result.total;
  add_page(out, std::move(ids));
  return out;
}

void write_receipt(std::ostream& out, const std::string& path, const Receipt& receipt) {
  if (out.flush()) replace_file(std::filesystem::absolute(path), receipt_json(receipt));
}

void add_page(Receipt& receipt, std::vector<std::string> ids) {
  std::string bytes;
  for (const auto& id : ids) (bytes += id) += '\0';
  receipt.hits = ids.size();
  receipt.sha256 = to_hex(sha256(bytes));
  if (receipt.whole()) receipt.ids = std::move(ids);
}

std::vector<std::string> compare_receipts(const Receipt& then, const Receipt& now) {
  std::vector<std::string> out;
  if (then.archive != now.archive)
    out.push_back(
        fmt::format("another archive: {}, the receipt is of {}", now.archive, then.archive));
  else if (then.revision != now.revision)
    out.push_back(fmt::format("revision: {}, was {}", now.revision, then.revision));
  if (then.total != now.total)
    out.push_back(fmt::format("total: {}, was {}", now.total, then.total));
  if (then.sha256 == now.sha256) return out;
  if (!then.whole()) {
    out.emplace_back("hits: others, or in another order");
    return out;
  }
  add_missing("gone", then.ids, now.ids, out);
  add_missing("new", now.ids, then.ids, out);
  if (common(then.ids, now.ids) != common(now.ids, then.ids)) out.emplace_back("order: another");
  return out;
}

}  // namespace news
