// SPDX-License-Identifier: GPL-2.0-or-later
#include "library/request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "common/error.hpp"
#include "common/names.hpp"
#include "searcher/engine/query/dates.hpp"
#include "searcher/engine/query/parser.hpp"

namespace news {
namespace {

// The struct of version 0.1, which every host knows at least.
constexpr std::size_t kFirstSize = sizeof(news_request);

Facet facet_of(std::string_view name) {
  if (const auto facet = value_named<Facet>(kFacetNames, name)) return *facet;
  throw Error(ErrorCode::usage, fmt::format("there is no facet '{}'", name),
              fmt::format("Facets are {}.", fmt::join(kFacetNames, ", ")));
}

std::vector<Facet> facets_of(const char* list) {
  std::vector<Facet> out;
  std::string_view rest = list ? list : "";
  while (!rest.empty()) {
    const auto comma = std::min(rest.find(','), rest.size());
    const Facet facet = facet_of(rest.substr(0, comma));
    if (std::find(out.begin(), out.end(), facet) == out.end()) out.push_back(facet);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return out;
}

}  // namespace

news_request complete_request(const news_request* request) {
  if (!request) throw Error(ErrorCode::usage, "the request is a null pointer");
  std::size_t size = 0;
  std::memcpy(&size, request, sizeof size);
  if (size < kFirstSize)
    throw Error(ErrorCode::usage, "the request was not filled by news_request_init()");
  news_request out;
  std::memcpy(&out, request, sizeof out);
  return out;
}

SearchRequest read_request(const news_request& request) {
  if (request.sort < NEWS_BY_RELEVANCE || request.sort > NEWS_OLDEST_FIRST)
    throw Error(ErrorCode::usage, fmt::format("there is no order {}", request.sort));
  SearchRequest out;
  out.query = read_library_query(request.query, request.plain_words != 0);
  out.sort = static_cast<Sort>(request.sort);
  out.offset = request.offset;
  out.limit = request.limit;
  out.facets = facets_of(request.facets);
  out.facet_limit = request.facet_limit;
  out.max_expansions = request.max_expansions;
  out.group = request.group != 0;
  return out;
}

Node read_library_query(const char* query, bool plain_words) {
  if (!query) throw Error(ErrorCode::usage, "the query is a null pointer");
  return plain_words ? parse_any(query) : parse_query(query, {false, today()});
}

}  // namespace news
