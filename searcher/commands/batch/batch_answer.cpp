// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/batch/batch_answer.hpp"

#include <fmt/format.h>

#include <sstream>

#include "common/cli/app.hpp"
#include "common/text/display.hpp"
#include "searcher/commands/batch/batch_query.hpp"
#include "searcher/commands/print_hits.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/print/json_error.hpp"

namespace news {
namespace {

void answer_query(Searcher& searcher, const BatchQuery& asked, const BatchOptions& options,
                  const Date& today, std::ostream& out) {
  SearchRequest request = options.request;
  QueryText query = options.query;
  query.text = asked.query;
  request.query = read_query(query, today);
  if (options.count) {
    out << sanitize(asked.id) << '\t' << searcher.count(request.query, request.max_expansions)
        << '\n';
    return;
  }
  PrintOptions print = options.print;
  print.query_id = asked.id;
  print.header = false;
  request.limit = asked.limit.value_or(request.limit);
  const SearchResult result = searcher.search(request);
  const auto printer = make_printer(out, print);
  print_hits(searcher, request.query, result, *printer, out, print);
}

BatchAnswer refuse(const BatchLine& line, const std::string& id, const BatchOptions& options,
                   const Error& error) {
  BatchAnswer out;
  out.failed = true;
  const Format format = options.print.format;
  if (!options.count && (format == Format::json || format == Format::ndjson)) {
    JsonWriter json;
    json.begin_object();
    if (format == Format::json) json.number("schema", 1);
    json.text_if(format == Format::json ? "id" : "query_id", id).number("line", line.number);
    write_error(json.key("error"), error);
    out.out = json.end_object().end_line().take();
  } else {
    const std::string where = id.empty() ? "" : " (" + id + ")";
    out.complaint = error_text(
        "searcher", fmt::format("line {}{}: {}", line.number, where, error.what()), advice(error));
  }
  return out;
}

}  // namespace

BatchAnswer answer_line(Searcher& searcher, const BatchLine& line, const BatchOptions& options,
                        const Date& today) {
  BatchQuery asked;
  try {
    parse_batch_line(line.text, asked);
    std::ostringstream out;
    answer_query(searcher, asked, options, today, out);
    return {std::move(out).str(), {}, false};
  } catch (const Error& e) {
    if (e.code() != ErrorCode::usage) throw;
    return refuse(line, asked.id, options, e);
  }
}

}  // namespace news
