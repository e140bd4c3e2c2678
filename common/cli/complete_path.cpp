// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "common/cli/completion.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

// The shells hand words over before they write ~ out.
fs::path directory_of(const std::string& begin) {
  if (begin.empty()) return ".";
  const char* const home = std::getenv("HOME");
  if (begin.starts_with("~/") && home) return home + begin.substr(1);
  return begin;
}

}  // namespace

std::vector<Candidate> complete_path(const std::string& word, bool files) {
  const auto slash = word.rfind('/');
  const std::string begin = slash == word.npos ? std::string() : word.substr(0, slash + 1);
  const std::string rest = word.substr(begin.size());
  std::vector<Candidate> out;
  std::error_code error;
  for (fs::directory_iterator it(directory_of(begin), error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (!name.starts_with(rest) || (name[0] == '.' && rest.empty())) continue;
    std::error_code ignored;
    if (!it->is_directory(ignored)) {
      if (files) out.push_back({begin + name, {}});
      continue;
    }
    const bool archive = !files && fs::exists(it->path() / "CURRENT", ignored);
    out.push_back({begin + name + (archive ? "" : "/"), {}});
  }
  std::sort(out.begin(), out.end(),
            [](const Candidate& a, const Candidate& b) { return a.value < b.value; });
  return out;
}

}  // namespace news
