// SPDX-License-Identifier: GPL-2.0-or-later
// Calls the C functions in any order, with handles of every kind, numbers and texts as they come.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/add/archive_writer.hpp"
#include "newsarchive.h"

namespace {

std::string make_archive() {
  std::string directory = (std::filesystem::temp_directory_path() / "fuzz-XXXXXX").string();
  if (!::mkdtemp(directory.data())) std::abort();
  std::ofstream(directory + "/in.jsonl")
      << R"({"id":"a","title":"Flood","text":"The flood came. It rained.","source":"S","date":"2020-01-02"})"
         "\n"
         R"({"id":"b","title":"Mud","text":"After the flood, mud.","author":["Ann","Bo"],"date":"2021"})"
         "\n";
  const std::atomic<bool> go_on{false};
  news::AddOptions options;
  options.archive = directory + "/archive";
  options.memory_mib = 128;
  const auto input = news::open_input({directory + "/in.jsonl"}, {});
  news::ArchiveWriter(options, {}, go_on).add(*input);
  return directory + "/archive";
}

// A getter's string is read to its end, as a host would.
void read(const char* text) {
  if (text && std::strlen(text) > (std::size_t{1} << 26)) std::abort();
}

class Host {
 public:
  explicit Host(FuzzedDataProvider& data) : data_(data) {
    static const std::string path = make_archive();
    path_ = path.c_str();
    keep(news_open(path_));
  }
  ~Host() {
    for (void* handle : handles_) {
      news_close(static_cast<news_archive*>(handle));
      news_result_free(static_cast<news_result*>(handle));
      news_article_free(static_cast<news_article*>(handle));
      news_text_free(static_cast<news_text*>(handle));
    }
  }
  void call() {
    const std::string text = data_.ConsumeRandomLengthString(200);
    const char* const words = data_.ConsumeIntegralInRange(0, 15) == 0 ? nullptr : text.c_str();
    switch (data_.ConsumeIntegralInRange(0, 9)) {
      case 0:
        return keep(news_open(data_.ConsumeBool() ? path_ : words));
      case 1:
        return search(words);
      case 2:
        return keep(news_read(handle<news_archive>(), data_.ConsumeBool() ? "a" : words));
      case 3:
        return keep(news_ask(handle<news_archive>(), words));
      case 4:
        return close();
      case 5:
        static_cast<void>(news_count(handle<news_archive>(), words));
        static_cast<void>(news_refresh(handle<news_archive>()));
        return;
      default:
        return get();
    }
  }

 private:
  void keep(void* handle) {
    if (handles_.size() < 40) handles_.push_back(handle);
  }
  template <typename Handle>
  Handle* handle() {
    if (data_.ConsumeIntegralInRange(0, 15) == 0)
      return reinterpret_cast<Handle*>(data_.ConsumeIntegral<std::uintptr_t>());
    return static_cast<Handle*>(
        handles_[data_.ConsumeIntegralInRange<std::size_t>(0, handles_.size() - 1)]);
  }
  void search(const char* query) {
    const std::string facets = data_.ConsumeRandomLengthString(20);
    news_request request;
    news_request_init(&request, query);
    request.plain_words = data_.ConsumeBool();
    request.sort = data_.ConsumeIntegralInRange(-1, 3);
    request.offset = data_.ConsumeIntegral<std::uint64_t>();
    if (data_.ConsumeBool()) request.offset %= 4;
    request.limit = data_.ConsumeIntegral<std::uint64_t>();
    request.facets = data_.ConsumeBool() ? "source,author,month" : facets.c_str();
    request.facet_limit = data_.ConsumeIntegral<std::uint8_t>();
    request.max_expansions = data_.ConsumeIntegral<std::uint16_t>();
    request.snippets = data_.ConsumeBool();
    if (data_.ConsumeIntegralInRange(0, 15) == 0)
      request.size = data_.ConsumeIntegral<std::uint8_t>();
    keep(news_search(handle<news_archive>(), &request));
  }
  void close() {
    switch (data_.ConsumeIntegralInRange(0, 3)) {
      case 0:
        return news_close(handle<news_archive>());
      case 1:
        return news_result_free(handle<news_result>());
      case 2:
        return news_article_free(handle<news_article>());
      default:
        return news_text_free(handle<news_text>());
    }
  }
  void get() {
    auto* const result = handle<news_result>();
    const auto n = data_.ConsumeBool() ? data_.ConsumeIntegral<std::size_t>()
                                       : data_.ConsumeIntegralInRange<std::size_t>(0, 3);
    const auto m = data_.ConsumeIntegralInRange<std::size_t>(0, 3);
    const int field = data_.ConsumeIntegralInRange(-2, 13);
    std::size_t begin = 0, end = 0;
    read(news_hit_field(result, n, field));
    read(news_article_field(handle<news_article>(), field));
    read(news_text_get(handle<news_text>()));
    read(news_result_query(result));
    read(news_facet_name(result, n));
    read(news_facet_value(result, n, m));
    static_cast<void>(news_hit_match(result, n, m, &begin, &end));
    static_cast<void>(news_hit_score(result, n));
    static_cast<void>(news_facet_articles(result, n, m) + news_facet_size(result, n));
    read(news_error_message());
    read(news_error_hint());
    if (news_error() < NEWS_OK || news_error() > NEWS_DAMAGED) std::abort();
  }

  FuzzedDataProvider& data_;
  const char* path_;
  std::vector<void*> handles_ = {nullptr};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  FuzzedDataProvider data(bytes, size);
  Host host(data);
  for (int n = 0; n < 100 && data.remaining_bytes() > 0; ++n) host.call();
  return 0;
}
