// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "indexer/input/reader.hpp"

namespace news::test {

/// A directory of its own for each test, gone at its end.
class TempDir {
 public:
  TempDir() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("news-input-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  std::string str() const { return path_.string(); }
  std::string path(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path(name);
  }

 private:
  std::filesystem::path path_;
};

using Members = std::vector<std::pair<std::string, std::string>>;

enum class Container { tar, zip, raw };

/// Packs members into one string; `filter` is a libarchive filter name such as "gzip", or "".
inline std::string pack(Container container, const std::string& filter, const Members& members) {
  std::size_t used = 0;
  std::size_t room = 1u << 20;
  for (const auto& [name, content] : members) room += content.size() + 4096;
  std::string out(room, '\0');
  archive* writer = archive_write_new();
  if (!filter.empty()) archive_write_add_filter_by_name(writer, filter.c_str());
  if (container == Container::tar) archive_write_set_format_pax_restricted(writer);
  if (container == Container::zip) archive_write_set_format_zip(writer);
  if (container == Container::raw) archive_write_set_format_raw(writer);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

struct Outcome {
  std::vector<Article> articles;
  std::vector<Rejection> rejections;

  std::vector<std::string> titles() const {
    std::vector<std::string> list;
    for (const auto& article : articles) list.push_back(article.title);
    return list;
  }
  std::vector<std::string> reasons() const {
    std::vector<std::string> list;
    for (const auto& rejection : rejections) list.push_back(rejection.reason);
    return list;
  }
};

inline Outcome read_all(std::vector<std::string> paths, InputOptions options = {}) {
  Outcome outcome;
  const auto input = open_input(std::move(paths), std::move(options));
  while (auto record = input->next()) {
    if (!record->reject_reason.empty()) {
      outcome.rejections.push_back({record->reject_reason, record->reject_detail, record->from,
                                    record->skipped, record->format});
      continue;
    }
    Parsed parsed = record->parser->parse(*record);
    if (auto* article = std::get_if<Article>(&parsed)) {
      outcome.articles.push_back(std::move(*article));
    } else {
      outcome.rejections.push_back(std::get<Rejection>(std::move(parsed)));
    }
  }
  return outcome;
}

using Strings = std::vector<std::string>;

/// Reads a file of one format.
inline Outcome read_as(const std::string& format, const std::string& content,
                       const std::string& name = "sample", InputOptions options = {}) {
  const TempDir dir;
  options.format = format;
  return read_all({dir.write(name, content)}, std::move(options));
}

/// Reads every beginning of a file; whatever comes of it, each makes a record or none at all.
/// Returns how many became articles.
inline std::size_t read_truncated(const std::string& format, const std::string& content) {
  std::size_t articles = 0;
  for (std::size_t n = 0; n < content.size(); ++n) {
    const auto got = read_as(format, content.substr(0, n));
    if (got.articles.size() + got.rejections.size() > n)
      throw std::runtime_error("too many records");
    articles += got.articles.size();
  }
  return articles;
}

}  // namespace news::test
