// SPDX-License-Identifier: GPL-2.0-or-later
// The C functions. Each looks its handles up, and turns what is thrown into the thread's last
// error.
#include <atomic>
#include <mutex>
#include <new>

#include "common/cli/exit.hpp"
#include "library/handles.hpp"
#include "library/newsarchive.h"
#include "library/request.hpp"
#include "library/result.hpp"
#include "library/searcher_pool.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/service/execute_request.hpp"

namespace news {
namespace {

/// What an archive handle leads to: a pool, replaced when the archive is refreshed.
class OpenArchive {
 public:
  explicit OpenArchive(std::vector<std::string> paths)
      : pool_(std::make_shared<SearcherPool>(std::move(paths))) {}
  std::shared_ptr<SearcherPool> pool() const {
    const std::lock_guard lock(mutex_);
    return pool_;
  }
  bool refresh() {
    const auto old = pool();
    auto fresh = std::make_shared<SearcherPool>(old->archives());
    if (fresh->revisions() == old->revisions()) return false;
    const std::lock_guard lock(mutex_);
    pool_ = std::move(fresh);
    return true;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<SearcherPool> pool_;
};

struct LastError {
  int code = NEWS_OK;
  std::string message, hint;
  std::size_t column = 0, length = 0;
};

LastError& last_error() {
  thread_local LastError error;
  return error;
}

// Never destroyed: a host may call us while it ends.
auto& archives() {
  static auto& all = *new Handles<OpenArchive, news_archive>(1);
  return all;
}
auto& results() {
  static auto& all = *new Handles<const LibraryResult, news_result>(2);
  return all;
}
auto& articles() {
  static auto& all = *new Handles<const Fields, news_article>(3);
  return all;
}
auto& texts() {
  static auto& all = *new Handles<const std::string, news_text>(4);
  return all;
}

void keep_error(int code, const char* message, const std::string& hint = {}, std::size_t column = 0,
                std::size_t length = 0) noexcept {
  LastError& error = last_error();
  error.code = code;
  error.column = column;
  error.length = length;
  try {
    error.message = message;
    error.hint = hint;
  } catch (const std::bad_alloc&) {
    error.message.clear();
    error.hint.clear();
  }
}

int status_of(ErrorCode code) {
  if (code == ErrorCode::not_found) return NEWS_NONE;
  return code == ErrorCode::usage ? NEWS_USAGE : NEWS_DAMAGED;
}

/// What `work` returns, or `otherwise` when it throws.
template <typename Result, typename Work>
Result guarded(Result otherwise, Work&& work) noexcept {
  try {
    return work();
  } catch (const QueryError& e) {
    keep_error(NEWS_USAGE, e.what(), advice(e), e.column(), e.length());
  } catch (const Error& e) {
    keep_error(status_of(e.code()), e.what(), advice(e));
  } catch (const std::bad_alloc&) {
    keep_error(NEWS_DAMAGED, "out of memory");
  } catch (const std::exception& e) {
    keep_error(NEWS_DAMAGED, e.what());
  } catch (...) {
    keep_error(NEWS_DAMAGED, "unknown failure");
  }
  return otherwise;
}

/// The object of a handle. Throws Error(ErrorCode::usage) if it has none.
template <typename Object, typename Handle>
std::shared_ptr<Object> open_object(Handles<Object, Handle>& handles, const Handle* handle) {
  auto object = handles.find(handle);
  if (!object)
    throw Error(ErrorCode::usage, "the handle is null, closed, or of something else",
                "A handle is what an open, search, read or ask has returned.");
  return object;
}

template <typename Object, typename Handle>
void close_object(Handles<Object, Handle>& handles, const Handle* handle) noexcept {
  guarded(false, [&] {
    if (handle && !handles.remove(handle))
      throw Error(ErrorCode::usage, "the handle was closed before, or is of something else");
    return true;
  });
}

/// The element at `n`. Throws Error(ErrorCode::usage) if there is none.
template <typename Range>
const auto& element(const Range& range, std::size_t n) {
  if (n >= range.size())
    throw Error(ErrorCode::usage,
                "there is no number " + std::to_string(n) + " of " + std::to_string(range.size()));
  return range[n];
}

const std::string& field_of(const Fields& fields, int field) {
  return element(fields, field < 0 ? fields.size() : static_cast<std::size_t>(field));
}

const FacetCount& value_of(const LibraryResult& result, std::size_t facet, std::size_t value) {
  return element(element(result.facets, facet).counts, value);
}

}  // namespace
}  // namespace news

using namespace news;

extern "C" {

const char* news_version(void) {
  return NEWS_VERSION;
}

int news_error(void) {
  return last_error().code;
}
const char* news_error_message(void) {
  return last_error().message.c_str();
}
const char* news_error_hint(void) {
  return last_error().hint.c_str();
}
size_t news_error_column(void) {
  return last_error().column;
}
size_t news_error_length(void) {
  return last_error().length;
}

news_archive* news_open(const char* path) {
  return news_open_all(&path, 1);
}

news_archive* news_open_all(const char* const* paths, size_t count) {
  return guarded<news_archive*>(nullptr, [&] {
    if (!paths || count == 0 || count > 1000)
      throw Error(ErrorCode::usage, "from one to a thousand archives can be opened");
    std::vector<std::string> all;
    for (std::size_t n = 0; n < count; ++n) {
      if (!paths[n]) throw Error(ErrorCode::usage, "the path of an archive is a null pointer");
      all.emplace_back(paths[n]);
    }
    return archives().add(std::make_shared<OpenArchive>(std::move(all)));
  });
}

int news_refresh(news_archive* archive) {
  return guarded(-1, [&] { return open_object(archives(), archive)->refresh() ? 1 : 0; });
}

void news_close(news_archive* archive) {
  close_object(archives(), archive);
}

void news_request_init(news_request* request, const char* query) {
  if (!request) return;
  *request = {sizeof *request, query, 0, NEWS_BY_RELEVANCE, 0, 10, nullptr, 10, 5000, 1, 0};
}

news_result* news_search(news_archive* archive, const news_request* request) {
  return guarded<news_result*>(nullptr, [&] {
    const auto pool = open_object(archives(), archive)->pool();
    const news_request asked = complete_request(request);
    const SearchRequest search = read_request(asked);
    const SearcherPool::Lease searcher(*pool);
    return results().add(std::make_shared<const LibraryResult>(
        search_library(*searcher, search, asked.snippets != 0)));
  });
}

int64_t news_count(news_archive* archive, const char* query) {
  return guarded<int64_t>(-1, [&] {
    const auto pool = open_object(archives(), archive)->pool();
    const Node asked = read_library_query(query, false);
    const SearcherPool::Lease searcher(*pool);
    return static_cast<int64_t>(searcher->count(asked));
  });
}

void news_result_free(news_result* result) {
  close_object(results(), result);
}

uint64_t news_result_total(const news_result* result) {
  return guarded<uint64_t>(0, [&] { return open_object(results(), result)->total; });
}

uint64_t news_result_stories(const news_result* result) {
  return guarded<uint64_t>(0, [&] { return open_object(results(), result)->stories; });
}

const char* news_result_query(const news_result* result) {
  return guarded<const char*>(nullptr,
                              [&] { return open_object(results(), result)->query.c_str(); });
}

size_t news_result_size(const news_result* result) {
  return guarded<size_t>(0, [&] { return open_object(results(), result)->hits.size(); });
}

const char* news_hit_field(const news_result* result, size_t hit, int field) {
  return guarded<const char*>(nullptr, [&] {
    return field_of(element(open_object(results(), result)->hits, hit).fields, field).c_str();
  });
}

double news_hit_score(const news_result* result, size_t hit) {
  return guarded(0.0, [&] { return element(open_object(results(), result)->hits, hit).score; });
}

int news_hit_match(const news_result* result, size_t hit, size_t match, size_t* begin,
                   size_t* end) {
  return guarded(0, [&] {
    const auto object = open_object(results(), result);
    const auto& matches = element(object->hits, hit).matches;
    if (!begin || !end) throw Error(ErrorCode::usage, "begin or end is a null pointer");
    if (match >= matches.size()) return 0;
    *begin = matches[match].first;
    *end = matches[match].second;
    return 1;
  });
}

size_t news_facet_count(const news_result* result) {
  return guarded<size_t>(0, [&] { return open_object(results(), result)->facets.size(); });
}

const char* news_facet_name(const news_result* result, size_t facet) {
  return guarded<const char*>(nullptr, [&] {
    return kFacetNames[static_cast<std::size_t>(
                           element(open_object(results(), result)->facets, facet).facet)]
        .data();
  });
}

size_t news_facet_size(const news_result* result, size_t facet) {
  return guarded<size_t>(
      0, [&] { return element(open_object(results(), result)->facets, facet).counts.size(); });
}

const char* news_facet_value(const news_result* result, size_t facet, size_t value) {
  return guarded<const char*>(nullptr, [&] {
    return value_of(*open_object(results(), result), facet, value).value.c_str();
  });
}

uint64_t news_facet_articles(const news_result* result, size_t facet, size_t value) {
  return guarded<uint64_t>(
      0, [&] { return value_of(*open_object(results(), result), facet, value).count; });
}

uint64_t news_facet_stories(const news_result* result, size_t facet, size_t value) {
  return guarded<uint64_t>(
      0, [&] { return value_of(*open_object(results(), result), facet, value).stories; });
}

news_article* news_read(news_archive* archive, const char* id) {
  return guarded<news_article*>(nullptr, [&] {
    const auto pool = open_object(archives(), archive)->pool();
    if (!id) throw Error(ErrorCode::usage, "the id is a null pointer");
    const SearcherPool::Lease searcher(*pool);
    auto found = read_library(*searcher, id);
    if (!found)
      throw Error(ErrorCode::not_found, "no article has the id '" + std::string(id) + "'");
    return articles().add(std::make_shared<const Fields>(std::move(*found)));
  });
}

const char* news_article_field(const news_article* article, int field) {
  return guarded<const char*>(
      nullptr, [&] { return field_of(*open_object(articles(), article), field).c_str(); });
}

void news_article_free(news_article* article) {
  close_object(articles(), article);
}

news_text* news_ask(news_archive* archive, const char* request) {
  return guarded<news_text*>(nullptr, [&] {
    const auto open = open_object(archives(), archive);
    if (!request) throw Error(ErrorCode::usage, "the request is a null pointer");
    std::string id;
    if (is_refresh(request, id))
      return texts().add(std::make_shared<const std::string>(refresh_response(id, [&] {
        open->refresh();
        return open->pool()->revisions();
      })));
    const auto pool = open->pool();
    const SearcherPool::Lease searcher(*pool);
    return texts().add(std::make_shared<const std::string>(execute_request(*searcher, request)));
  });
}

const char* news_text_get(const news_text* text) {
  return guarded<const char*>(nullptr, [&] { return open_object(texts(), text)->c_str(); });
}

void news_text_free(news_text* text) {
  close_object(texts(), text);
}

}  // extern "C"
