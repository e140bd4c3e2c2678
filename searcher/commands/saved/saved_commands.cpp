// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/saved/saved_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <limits>

#include "common/io/json_writer.hpp"
#include "common/text/display.hpp"
#include "searcher/commands/answer.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/commands/saved/saved_search.hpp"

namespace news {
namespace {

constexpr std::array<std::string_view, 4> kSyntaxes = {"native", "factiva", "nexis", "any"};

/// The options with which a saved query is asked again.
SearcherOptions as_search(const SearcherOptions& options, const SavedSearch& saved) {
  SearcherOptions out = options;
  const auto it = std::find(kSyntaxes.begin(), kSyntaxes.end(), saved.syntax);
  out.query = saved.query;
  out.any = saved.syntax == "any";
  out.syntax = out.any ? Syntax::native : static_cast<Syntax>(it - kSyntaxes.begin());
  out.sort = Sort::newest;
  out.offset = 0;
  out.limit = std::numeric_limits<std::uint64_t>::max();
  if (out.format == "csv" && out.fields.empty())
    out.fields = {"rank", "id", "score", "date", "source", "title", "url", "changed"};
  return out;
}

/// By segment and ordinal, what is remembered of each article.
class Digests {
 public:
  explicit Digests(const Archives& archives) : archives_(archives) {
    for (const Segment* const segment : archives.segments()) ids_.push_back(segment->id_hashes());
  }
  SeenArticle operator()(std::uint32_t segment, Ordinal n) const {
    return {ids_[segment][n], archives_.segments()[segment]->content_hashes()[n]};
  }

 private:
  const Archives& archives_;
  std::vector<std::vector<std::uint64_t>> ids_;
};

SearchRequest request_of(const SearcherOptions& options, const Node& query) {
  SearchRequest request;
  request.query = query;
  request.sort = Sort::newest;
  request.limit = options.limit;
  request.max_expansions = options.max_expansions;
  request.group = options.group;
  return request;
}

/// All that the query finds now.
std::vector<SeenArticle> find_all(Searcher& searcher, const Node& query,
                                  const SearcherOptions& options, const Digests& digests) {
  std::vector<SeenArticle> out;
  SearchRequest request = request_of(options, query);
  request.limit = 0;
  const auto total = searcher
                         .search(request,
                                 [&](std::uint32_t segment, Ordinal n) {
                                   if (out.size() < kMostSeen) out.push_back(digests(segment, n));
                                   return true;
                                 })
                         .total;
  if (total > kMostSeen)
    throw Error(Exit::usage,
                fmt::format("{} articles match, and {} can be remembered", total, kMostSeen),
                "Save a query that finds fewer.");
  std::sort(out.begin(), out.end());
  return out;
}

std::string saved_json(const SavedSearches& searches, const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) {
    const SavedSearch search = searches.load(name);
    JsonObject out;
    out.text("name", name).text("query", search.query).text("syntax", search.syntax);
    out.number("revision", search.revision).number("told", search.seen.size());
    list += (list.empty() ? "" : ",") + out.str();
  }
  return JsonObject().number("schema", 1).raw("searches", "[" + list + "]").str();
}

}  // namespace

Exit run_save(const SearcherOptions& options) {
  Searcher searcher(options.archives);
  const auto& manifest = searcher.archives().all().front().manifest;
  const SavedSearches searches(manifest.uuid);
  if (searches.has(options.name))
    throw Error(Exit::usage, "there is a saved search '" + options.name + "' already",
                "searcher forget " + options.archives.front() + " " + options.name);
  SavedSearch saved;
  saved.query = options.query;
  saved.syntax = kSyntaxes[options.any ? 3 : static_cast<std::size_t>(options.syntax)];
  saved.revision = manifest.revision;
  saved.seen =
      find_all(searcher, read_query(options, std::cerr), options, Digests(searcher.archives()));
  searches.store(options.name, saved);
  std::cerr << fmt::format("{} articles match now; 'searcher new {} {}' prints those to come\n",
                           saved.seen.size(), sanitize(options.archives.front()), options.name);
  return Exit::ok;
}

Exit run_new(const SearcherOptions& options) {
  Searcher searcher(options.archives);
  const auto& manifest = searcher.archives().all().front().manifest;
  const SavedSearches searches(manifest.uuid);
  SavedSearch saved = searches.load(options.name);
  const SearcherOptions asked = as_search(options, saved);
  const Node query = read_query(asked, std::cerr);
  const Digests digests(searcher.archives());
  auto found = find_all(searcher, query, asked, digests);
  const auto news = [&](std::uint32_t segment, Ordinal n) {
    return saved.compare(digests(segment, n));
  };
  const auto result =
      searcher.search(request_of(asked, query), [&](std::uint32_t segment, Ordinal n) {
        return news(segment, n) != SavedSearch::News::none;
      });
  {
    const Pager pager("searcher", pager_mode(asked));
    print_answer(searcher, query, result, asked, std::cout, {}, [&](const Hit& hit) {
      return news(hit.segment, hit.ordinal) == SavedSearch::News::changed;
    });
  }
  // What could not be printed is to be told again.
  if (!std::cout.flush() || std::fflush(stdout) != 0)
    return result.total > 0 ? Exit::ok : Exit::none;
  saved.revision = manifest.revision;
  saved.seen = std::move(found);
  searches.store(options.name, saved);
  return result.total > 0 ? Exit::ok : Exit::none;
}

Exit run_saved(const SearcherOptions& options) {
  const Archive archive(options.archives.front());
  const SavedSearches searches(archive.manifest.uuid);
  const auto names = searches.names();
  if (options.format == "json")
    std::cout << saved_json(searches, names) << "\n";
  else
    for (const auto& name : names)
      std::cout << name << "\t" << sanitize(searches.load(name).query) << "\n";
  return names.empty() ? Exit::none : Exit::ok;
}

Exit run_forget(const SearcherOptions& options) {
  const Archive archive(options.archives.front());
  SavedSearches(archive.manifest.uuid).forget(options.name);
  return Exit::ok;
}

}  // namespace news
