// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/saved/saved_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "common/cli/state_directory.hpp"
#include "common/error.hpp"
#include "common/io/file.hpp"
#include "common/names.hpp"
#include "searcher/engine/query/foreign/syntax.hpp"

namespace news {
namespace {

constexpr std::string_view kFirstLine = "newsarchive saved search 1";

bool is_name(std::string_view text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  // A file NAME.new is what a run leaves that was stopped while it wrote.
  return !text.empty() && text.size() <= 64 && letter(text[0]) && !text.ends_with(".new") &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || c == '.' || c == '_' || c == '-'; });
}

[[noreturn]] void broken(const std::filesystem::path& file) {
  throw Error(ErrorCode::unreadable, file.string() + ": not a saved search, or damaged",
              "'searcher forget' removes it; save the search again.");
}

/// Cuts the next line off.
std::string_view take_line(std::string_view& text, const std::filesystem::path& file) {
  const auto end = text.find('\n');
  if (end == text.npos) broken(file);
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::string_view take_value(std::string_view& text, std::string_view name,
                            const std::filesystem::path& file) {
  auto line = take_line(text, file);
  if (!line.starts_with(name) || line.substr(name.size(), 1) != " ") broken(file);
  return line.substr(name.size() + 1);
}

std::uint64_t number(std::string_view text, int base, const std::filesystem::path& file) {
  std::uint64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n, base);
  if (error != std::errc{} || end != text.data() + text.size()) broken(file);
  return n;
}

}  // namespace

SavedSearch::News SavedSearch::compare(const SeenArticle& article) const {
  const auto it = std::lower_bound(seen.begin(), seen.end(), article);
  if (it != seen.end() && *it == article) return News::none;
  const bool known = (it != seen.end() && it->id == article.id) ||
                     (it != seen.begin() && std::prev(it)->id == article.id);
  return known ? News::changed : News::fresh;
}

std::string saved_search_text(const SavedSearch& search) {
  std::string query = search.query;
  std::replace(query.begin(), query.end(), '\n', ' ');
  std::string out = fmt::format("{}\nquery {}\nsyntax {}\nrevision {}\nseen {}\n", kFirstLine,
                                query, search.syntax, search.revision, search.seen.size());
  out.reserve(out.size() + 34 * search.seen.size() + 32);
  for (const auto& a : search.seen)
    fmt::format_to(std::back_inserter(out), "{:016x} {:016x}\n", a.id, a.content);
  return out + fmt::format("end {:016x}\n", xxh3(out));
}

SavedSearch parse_saved_search(std::string_view text, const std::filesystem::path& file) {
  constexpr std::size_t kEnd = 21;  // "end ", 16 digits, a line end
  if (text.size() < kEnd) broken(file);
  std::string_view last = text.substr(text.size() - kEnd);
  text.remove_suffix(kEnd);
  if (number(take_value(last, "end", file), 16, file) != xxh3(text)) broken(file);
  if (take_line(text, file) != kFirstLine) broken(file);
  SavedSearch out;
  out.query = take_value(text, "query", file);
  out.syntax = take_value(text, "syntax", file);
  if (out.syntax != kAnyWords && !value_named<Syntax>(kSyntaxNames, out.syntax)) broken(file);
  out.revision = number(take_value(text, "revision", file), 10, file);
  const auto count = number(take_value(text, "seen", file), 10, file);
  if (count > kMaxSeen || text.size() != count * 34) broken(file);
  out.seen.reserve(count);
  while (!text.empty()) {
    const auto line = take_line(text, file);
    if (line.size() != 33) broken(file);
    out.seen.push_back({number(line.substr(0, 16), 16, file), number(line.substr(17), 16, file)});
  }
  if (!std::is_sorted(out.seen.begin(), out.seen.end())) broken(file);
  return out;
}

// The uuid may be a stranger's: it must not lead elsewhere.
SavedSearches::SavedSearches(std::string_view uuid)
    : directory_(state_directory() / "searches" /
                 (is_name(uuid) ? std::string(uuid) : fmt::format("{:016x}", xxh3(uuid)))) {}

void SavedSearches::check_name(const std::string& name) {
  if (!is_name(name))
    throw Error(ErrorCode::usage, "'" + name + "' cannot be the name of a search",
                "A name is of letters, digits, '.', '_' and '-', 64 at most, no sign first.");
}

bool SavedSearches::has(const std::string& name) const {
  check_name(name);
  return std::filesystem::exists(directory_ / name);
}

SavedSearch SavedSearches::load(const std::string& name) const {
  if (!has(name))
    throw Error(ErrorCode::usage, "no search '" + name + "' is saved for this archive",
                "'searcher saved ARCHIVE' lists them.");
  return parse_saved_search(read_small_file(directory_ / name, kMaxSeen * 34 + 65536),
                            directory_ / name);
}

void SavedSearches::store(const std::string& name, const SavedSearch& search) const {
  check_name(name);
  std::filesystem::create_directories(directory_);
  replace_file(directory_ / name, saved_search_text(search));
}

void SavedSearches::forget(const std::string& name) const {
  if (!has(name))
    throw Error(ErrorCode::usage, "no search '" + name + "' is saved for this archive",
                "'searcher saved ARCHIVE' lists them.");
  std::filesystem::remove(directory_ / name);
}

std::vector<std::string> SavedSearches::names() const {
  std::vector<std::string> out;
  std::error_code error;
  for (std::filesystem::directory_iterator it(directory_, error), end; !error && it != end;
       it.increment(error))
    if (const auto name = it->path().filename().string(); is_name(name)) out.push_back(name);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace news
