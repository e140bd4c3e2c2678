// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/walker.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace news {
namespace fs = std::filesystem;

FileWalker::FileWalker(std::string argument) : argument_(std::move(argument)) {}

void FileWalker::list(const std::string& directory) {
  std::error_code error;
  const auto first = static_cast<std::ptrdiff_t>(pending_.size());
  fs::directory_iterator it(directory, error);
  for (; !error && it != fs::directory_iterator(); it.increment(error)) {
    const std::string name = it->path().filename().string();
    std::error_code ignored;
    const bool is_directory = it->is_directory(ignored);
    if (name.starts_with('.') || (is_directory && it->is_symlink(ignored))) continue;
    if (is_directory || it->is_regular_file(ignored)) pending_.push_back(it->path().string());
  }
  if (error) list_error_ = error.message();
  std::sort(pending_.begin() + first, pending_.end(), std::greater<>());
}

std::optional<FoundFile> FileWalker::next() {
  std::error_code error;
  if (!started_) {
    started_ = true;
    if (argument_ == "-" || !fs::is_directory(argument_, error)) {
      const auto size = argument_ == "-" ? 0 : fs::file_size(argument_, error);
      return FoundFile{argument_, argument_, error ? 0 : size, {}};
    }
    pending_.push_back(argument_);
  }
  while (!pending_.empty()) {
    std::string path = std::move(pending_.back());
    pending_.pop_back();
    if (fs::is_directory(path, error)) {
      list(path);
      if (list_error_.empty()) continue;
      return FoundFile{path, path, 0, std::exchange(list_error_, {})};
    }
    const auto size = fs::file_size(path, error);
    std::string relative = path.substr(argument_.size());
    relative.erase(0, relative.find_first_not_of('/'));
    return FoundFile{std::move(path), std::move(relative), error ? 0 : size, {}};
  }
  return std::nullopt;
}

}  // namespace news
