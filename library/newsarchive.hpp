// SPDX-License-Identifier: GPL-2.0-or-later
// Search in news archives from C++17 on: the functions of newsarchive.h as classes. All of it is in
// this header, so that no C++ type crosses the border of the library.
//
//   newsarchive::Archive archive("my.archive");
//   for (const auto& hit : archive.search("flood").hits) std::cout << hit.title << '\n';
//
// Every failure is an Error. Objects may be used by several threads at once, but not while one of
// them moves or destroys them. Strings are UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "newsarchive.h"

namespace newsarchive {

/// What went wrong: NEWS_USAGE or NEWS_DAMAGED.
class Error : public std::runtime_error {
 public:
  /// The last error of this thread.
  Error()
      : std::runtime_error(news_error_message()),
        code_(news_error()),
        column_(news_error_column()),
        length_(news_error_length()),
        hint_(news_error_hint()) {}
  int code() const noexcept { return code_; }
  const std::string& hint() const noexcept { return hint_; }
  /// Where in the query, in code points from 1; 0 if it is elsewhere.
  std::size_t column() const noexcept { return column_; }
  std::size_t length() const noexcept { return length_; }

 private:
  int code_;
  std::size_t column_, length_;
  std::string hint_;
};

enum class Sort {
  relevance = NEWS_BY_RELEVANCE,
  newest = NEWS_NEWEST_FIRST,
  oldest = NEWS_OLDEST_FIRST
};

/// Beside the query, what to search; each as news_request says.
struct Options {
  bool plain_words = false;
  Sort sort = Sort::relevance;
  std::uint64_t offset = 0, limit = 10;
  std::string facets;  ///< "source,year"
  std::uint32_t facet_limit = 10, max_expansions = 5000;
  bool snippets = true;
  bool group = false;
};

struct Article {
  std::string id, title, text, source, date, url, author, section, language, archive;
};

struct Hit : Article {  ///< without text
  double score = 0;
  std::string snippet;
  std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< bytes of snippet, end exclusive
};

struct Facet {
  std::string name;
  std::vector<std::pair<std::string, std::uint64_t>> values;  ///< with the number of articles
  std::vector<std::uint64_t> stories;                         ///< by value
};

struct Result {
  std::uint64_t total = 0;    ///< articles that match, exactly
  std::uint64_t stories = 0;  ///< of these articles
  std::string query;          ///< in canonical form
  std::vector<Hit> hits;
  std::vector<Facet> facets;
};

namespace detail {

template <typename Handle, void (*close)(Handle*)>
struct Close {
  void operator()(Handle* handle) const { close(handle); }
};
template <typename Handle, void (*close)(Handle*)>
using Owner = std::unique_ptr<Handle, Close<Handle, close>>;

template <typename Pointer>
Pointer checked(Pointer pointer) {
  if (!pointer) throw Error();
  return pointer;
}

/// `get`: NEWS_ID and the like to a string.
template <typename Get>
void fill(Article& out, Get&& get) {
  out.id = get(NEWS_ID);
  out.title = get(NEWS_TITLE);
  out.text = get(NEWS_TEXT);
  out.source = get(NEWS_SOURCE);
  out.date = get(NEWS_DATE);
  out.url = get(NEWS_URL);
  out.author = get(NEWS_AUTHOR);
  out.section = get(NEWS_SECTION);
  out.language = get(NEWS_LANGUAGE);
  out.archive = get(NEWS_ARCHIVE);
}

inline Hit read_hit(const news_result* result, std::size_t n) {
  Hit out;
  const auto get = [&](int field) { return checked(news_hit_field(result, n, field)); };
  fill(out, get);
  out.score = news_hit_score(result, n);
  out.snippet = get(NEWS_SNIPPET);
  std::size_t begin = 0, end = 0;
  for (std::size_t m = 0; news_hit_match(result, n, m, &begin, &end) == 1; ++m)
    out.matches.emplace_back(begin, end);
  return out;
}

inline Facet read_facet(const news_result* result, std::size_t n) {
  Facet out{checked(news_facet_name(result, n)), {}, {}};
  for (std::size_t v = 0; v < news_facet_size(result, n); ++v) {
    out.values.emplace_back(checked(news_facet_value(result, n, v)),
                            news_facet_articles(result, n, v));
    out.stories.push_back(news_facet_stories(result, n, v));
  }
  return out;
}

}  // namespace detail

/// One archive, or several as one, at the revision that it had when it was opened.
class Archive {
 public:
  explicit Archive(const std::string& path) : handle_(detail::checked(news_open(path.c_str()))) {}
  explicit Archive(const std::vector<std::string>& paths) : handle_(open(paths)) {}

  /// Takes the revision that is in force now; true if it is another one.
  bool refresh() {
    const int changed = news_refresh(handle_.get());
    if (changed < 0) throw Error();
    return changed == 1;
  }

  Result search(const std::string& query, const Options& options = {}) const {
    news_request request;
    news_request_init(&request, query.c_str());
    request.plain_words = options.plain_words;
    request.sort = static_cast<int>(options.sort);
    request.offset = options.offset;
    request.limit = options.limit;
    request.facets = options.facets.c_str();
    request.facet_limit = options.facet_limit;
    request.max_expansions = options.max_expansions;
    request.snippets = options.snippets;
    request.group = options.group;
    const detail::Owner<news_result, news_result_free> result(
        detail::checked(news_search(handle_.get(), &request)));
    Result out;
    out.total = news_result_total(result.get());
    out.stories = news_result_stories(result.get());
    out.query = detail::checked(news_result_query(result.get()));
    for (std::size_t n = 0; n < news_result_size(result.get()); ++n)
      out.hits.push_back(detail::read_hit(result.get(), n));
    for (std::size_t n = 0; n < news_facet_count(result.get()); ++n)
      out.facets.push_back(detail::read_facet(result.get(), n));
    return out;
  }

  /// How many articles match, exactly.
  std::uint64_t count(const std::string& query) const {
    const std::int64_t out = news_count(handle_.get(), query.c_str());
    if (out < 0) throw Error();
    return static_cast<std::uint64_t>(out);
  }

  /// The article of that id, if there is one.
  std::optional<Article> read(const std::string& id) const {
    const detail::Owner<news_article, news_article_free> article(
        news_read(handle_.get(), id.c_str()));
    if (!article && news_error() == NEWS_NONE) return std::nullopt;
    if (!article) throw Error();
    Article out;
    detail::fill(
        out, [&](int field) { return detail::checked(news_article_field(article.get(), field)); });
    return out;
  }

  /// A request and its answer, both JSON, as of `searcher pipe`.
  std::string ask(const std::string& request) const {
    const detail::Owner<news_text, news_text_free> text(
        detail::checked(news_ask(handle_.get(), request.c_str())));
    return detail::checked(news_text_get(text.get()));
  }

 private:
  static news_archive* open(const std::vector<std::string>& paths) {
    std::vector<const char*> pointers;
    for (const auto& path : paths) pointers.push_back(path.c_str());
    return detail::checked(news_open_all(pointers.data(), pointers.size()));
  }
  detail::Owner<news_archive, news_close> handle_;
};

}  // namespace newsarchive
