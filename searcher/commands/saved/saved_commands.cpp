// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/saved/saved_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <limits>

#include "common/io/json_writer.hpp"
#include "common/names.hpp"
#include "common/text/display.hpp"
#include "searcher/commands/print_hits.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/commands/saved/saved_search.hpp"

namespace news {
namespace {

std::string syntax_name(const QueryText& query) {
  return std::string(query.any ? kAnyWords : kSyntaxNames[static_cast<std::size_t>(query.syntax)]);
}

QueryText query_of(const SavedSearch& saved) {
  if (saved.syntax == kAnyWords) return {saved.query, Syntax::native, true};
  return {saved.query, value_named<Syntax>(kSyntaxNames, saved.syntax).value()};
}

std::string read_name(const OptionValues& values) {
  if (values.words.size() < 2)
    throw Error(ErrorCode::usage, "no name of a saved search given", values.see_help());
  return values.words[1];
}

void refuse_more_words(const OptionValues& values, std::size_t count) {
  if (values.words.size() > count)
    throw Error(
        ErrorCode::usage,
        std::string(values.command->name) + " takes no argument '" + values.words[count] + "'",
        values.see_help());
}

/// By segment and document id, what is remembered of each article.
class Digests {
 public:
  explicit Digests(const Archives& archives) : archives_(archives) {
    for (const Segment* const segment : archives.segments()) ids_.push_back(segment->id_hashes());
  }
  SeenArticle operator()(std::uint32_t segment, DocId n) const {
    return {ids_[segment][n], archives_.segments()[segment]->content_hashes()[n]};
  }

 private:
  const Archives& archives_;
  std::vector<std::vector<std::uint64_t>> ids_;
};

/// All that a request finds now, whatever its page.
std::vector<SeenArticle> find_all(Searcher& searcher, SearchRequest request,
                                  const Digests& digests) {
  std::vector<SeenArticle> out;
  request.limit = 0;
  const auto total = searcher
                         .search(request,
                                 [&](std::uint32_t segment, DocId n) {
                                   if (out.size() < kMaxSeen) out.push_back(digests(segment, n));
                                   return true;
                                 })
                         .total;
  if (total > kMaxSeen)
    throw Error(ErrorCode::usage,
                fmt::format("{} articles match, and {} can be remembered", total, kMaxSeen),
                "Save a query that finds fewer.");
  std::sort(out.begin(), out.end());
  return out;
}

std::string saved_json(const SavedSearches& searches, const std::vector<std::string>& names) {
  JsonWriter json;
  json.begin_object().number("schema", 1).begin_array("searches");
  for (const auto& name : names) {
    const SavedSearch search = searches.load(name);
    json.begin_object().text("name", name).text("query", search.query);
    json.text("syntax", search.syntax).number("revision", search.revision);
    json.number("told", search.seen.size()).end_object();
  }
  return json.end_array().end_object().end_line().take();
}

}  // namespace

SaveOptions read_save(const OptionValues& values) {
  SaveOptions out;
  out.archives = read_archives(values);
  out.name = read_name(values);
  out.query = read_other_query(values, read_rest(values, 2, "no query given"));
  out.max_expansions = read_max_expansions(values);
  return out;
}

Exit run_save(const SaveOptions& options) {
  Searcher searcher(options.archives);
  const auto& manifest = searcher.archives().all().front().manifest;
  const SavedSearches searches(manifest.uuid);
  if (searches.has(options.name))
    throw Error(ErrorCode::usage, "there is a saved search '" + options.name + "' already",
                "searcher forget " + options.archives.front() + " " + options.name);
  SearchRequest request;
  request.query = read_query(options.query, std::cerr);
  request.max_expansions = options.max_expansions;
  SavedSearch saved;
  saved.query = options.query.text;
  saved.syntax = syntax_name(options.query);
  saved.revision = manifest.revision;
  saved.seen = find_all(searcher, request, Digests(searcher.archives()));
  searches.store(options.name, saved);
  std::cerr << fmt::format("{} articles match now; 'searcher new {} {}' prints those to come\n",
                           saved.seen.size(), sanitize(options.archives.front()), options.name);
  return Exit::ok;
}

NewOptions read_new(const OptionValues& values) {
  NewOptions out;
  out.archives = read_archives(values);
  out.name = read_name(values);
  refuse_more_words(values, 2);
  out.print = read_print_options(values);
  out.request = read_request(values, out.print);
  out.request.sort = Sort::newest;
  out.request.limit = std::numeric_limits<std::uint64_t>::max();
  out.request.facets.clear();
  if (out.print.format == Format::csv && out.print.fields.empty())
    out.print.fields = {Field::rank,   Field::id,    Field::score, Field::date,
                        Field::source, Field::title, Field::url,   Field::changed};
  out.pager = read_pager(values, out.print);
  return out;
}

Exit run_new(const NewOptions& options) {
  Searcher searcher(options.archives);
  const auto& manifest = searcher.archives().all().front().manifest;
  const SavedSearches searches(manifest.uuid);
  SavedSearch saved = searches.load(options.name);
  SearchRequest request = options.request;
  request.query = read_query(query_of(saved), std::cerr);
  const Digests digests(searcher.archives());
  auto found = find_all(searcher, request, digests);
  const auto news = [&](std::uint32_t segment, DocId n) {
    return saved.compare(digests(segment, n));
  };
  const auto result = searcher.search(request, [&](std::uint32_t segment, DocId n) {
    return news(segment, n) != SavedSearch::News::none;
  });
  {
    const Pager pager("searcher", options.pager);
    const auto printer = make_printer(std::cout, options.print);
    print_hits(searcher, request.query, result, *printer, std::cout, options.print,
               {{}, [&](const Hit& hit) {
                  return news(hit.segment, hit.doc_id) == SavedSearch::News::changed;
                }});
  }
  // What could not be printed is to be reported again.
  if (!std::cout.flush() || std::fflush(stdout) != 0)
    return result.total > 0 ? Exit::ok : Exit::none;
  saved.revision = manifest.revision;
  saved.seen = std::move(found);
  searches.store(options.name, saved);
  return result.total > 0 ? Exit::ok : Exit::none;
}

SavedOptions read_saved(const OptionValues& values) {
  refuse_more_words(values, 1);
  return {values.words[0], read_choice<Format>(values, "format", kFormatNames)};
}

Exit run_saved(const SavedOptions& options) {
  const Archive archive(options.archive);
  const SavedSearches searches(archive.manifest.uuid);
  const auto names = searches.names();
  if (options.format == Format::json)
    std::cout << saved_json(searches, names);
  else
    for (const auto& name : names)
      std::cout << name << "\t" << sanitize(searches.load(name).query) << "\n";
  return names.empty() ? Exit::none : Exit::ok;
}

ForgetOptions read_forget(const OptionValues& values) {
  refuse_more_words(values, 2);
  return {values.words[0], read_name(values)};
}

Exit run_forget(const ForgetOptions& options) {
  const Archive archive(options.archive);
  SavedSearches(archive.manifest.uuid).forget(options.name);
  return Exit::ok;
}

}  // namespace news
