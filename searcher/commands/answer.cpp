// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/answer.hpp"

#include <algorithm>
#include <ctime>

#include "common/text/display.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

// Each costs several times what the one before does.
enum class Depth { fields, article, matches };

Depth depth_of(const std::string& field) {
  if (field == "snippet" || field == "matches") return Depth::matches;
  return field == "title" || field == "text" ? Depth::article : Depth::fields;
}

Depth depth_of(const SearcherOptions& options) {
  Depth depth = Depth::fields;
  for (const auto& field : options.fields) depth = std::max(depth, depth_of(field));
  for (const auto& part : options.output.form)
    if (part.is_field) depth = std::max(depth, depth_of(part.text));
  if (!options.fields.empty()) return depth;
  if (options.format == "csv" || options.format == "tsv") return Depth::article;  // titles
  const bool snippets =
      options.format == "text" || options.format == "json" || options.format == "ndjson";
  return snippets ? Depth::matches : depth;
}

Searcher::Found read(Searcher& searcher, const Node& query, const Hit& hit, Depth depth) {
  if (depth == Depth::matches) return searcher.read(query, hit);
  if (depth == Depth::article) return {searcher.article(hit), {}};
  return {searcher.archives().segments()[hit.segment]->fields(hit.ordinal), {}};
}

}  // namespace

std::optional<Hit> find_article(const Searcher& searcher, const SearcherOptions& options,
                                const Console& console) {
  const auto hit = searcher.find(options.query);
  if (!hit)
    console.notes << "searcher: no article has the id '" << sanitize(options.query) << "'\n";
  return hit;
}

SearchRequest make_request(const Node& query, const SearcherOptions& options) {
  SearchRequest request;
  request.query = query;
  request.sort = options.sort;
  request.offset = options.offset;
  request.limit = options.limit;
  request.facet_limit = options.facet_limit;
  request.max_expansions = options.max_expansions;
  request.half_life = options.half_life;
  request.expand = options.expand;
  request.widen = options.any;
  request.group = options.group;
  return request;
}

PagerMode pager_mode(const SearcherOptions& options) {
  using Command = SearcherOptions::Command;
  const bool results = options.command == Command::search || options.command == Command::show ||
                       options.command == Command::new_articles ||
                       options.command == Command::story;
  const bool text = options.format == "text" && !options.raw;
  if (!results || (options.pager == PagerMode::auto_ && !text)) return PagerMode::never;
  return options.pager;
}

void print_answer(Searcher& searcher, const Node& query, const SearchResult& result,
                  const SearcherOptions& options, std::ostream& out,
                  const std::function<void(const Article&)>& seen,
                  const std::function<bool(const Hit&)>& changed) {
  const auto printer = make_printer(out, options);
  const Depth depth = depth_of(options);
  printer->begin(query, result);
  for (std::size_t n = 0; n < result.hits.size(); ++n) {
    const Hit& hit = result.hits[n];
    const auto [article, matches] = read(searcher, query, hit, depth);
    const std::string archive = searcher.archives().of(hit.segment).path.string();
    printer->hit({result.offset + n + 1, hit, article, matches, changed && changed(hit), archive,
                  read_hit_story(searcher, result, n, options)});
    if (options.output.line_buffered) out.flush();
    if (!out) return;
    if (seen) seen(article);
  }
  printer->end(result);
}

}  // namespace news
