// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/batch/batch_answer.hpp"

#include <fmt/format.h>

#include <sstream>

#include "common/cli/app.hpp"
#include "common/io/json_writer.hpp"
#include "common/text/display.hpp"
#include "searcher/commands/batch/batch_query.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/engine/query/query_error.hpp"

namespace news {
namespace {

void answer_query(Searcher& searcher, const BatchQuery& asked, SearcherOptions options,
                  const Date& today, std::ostream& out) {
  const Node query = read_query(asked.query, options, today);
  if (options.batch.count) {
    out << sanitize(asked.id) << '\t' << searcher.count(query, options.max_expansions) << '\n';
    return;
  }
  options.output.query_id = asked.id;
  options.output.header = false;
  options.limit = asked.limit.value_or(options.limit);
  const SearchResult result = searcher.search(make_request(query, options));
  print_answer(searcher, query, result, options, out);
}

std::string json_error(const Error& error) {
  JsonObject out;
  out.text("message", error.what()).text_if("hint", error.hint());
  if (const auto* in_query = dynamic_cast<const QueryError*>(&error))
    out.number("column", in_query->column()).number("length", in_query->length());
  return out.str();
}

BatchAnswer refuse(const BatchLine& line, const std::string& id, const SearcherOptions& options,
                   const Error& error) {
  BatchAnswer out;
  out.failed = true;
  if (!options.batch.count && (options.format == "json" || options.format == "ndjson")) {
    JsonObject object;
    if (options.format == "json") object.number("schema", 1);
    object.text_if(options.format == "json" ? "id" : "query_id", id)
        .number("line", line.number)
        .raw("error", json_error(error));
    out.out = object.str() + "\n";
  } else {
    const std::string where = id.empty() ? "" : " (" + id + ")";
    out.complaint = error_text(
        "searcher", fmt::format("line {}{}: {}", line.number, where, error.what()), error.hint());
  }
  return out;
}

}  // namespace

BatchAnswer answer_line(Searcher& searcher, const BatchLine& line, const SearcherOptions& options,
                        const Date& today) {
  BatchQuery asked;
  try {
    parse_batch_line(line.text, asked);
    std::ostringstream out;
    answer_query(searcher, asked, options, today, out);
    return {std::move(out).str(), {}, false};
  } catch (const Error& e) {
    if (e.code() != Exit::usage) throw;
    return refuse(line, asked.id, options, e);
  }
}

}  // namespace news
