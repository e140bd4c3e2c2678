// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/author_names.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"
#include "indexer/extract/written_date.hpp"
#include "indexer/text/byline.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxName = 80;  // bytes
constexpr long kMaxWords = 6;         // of a name

constexpr std::array<std::string_view, 26> kBefore = {
    "posted by ", "written by ", "published by ", "reported by ", "story by ", "authored by ",
    "author: ",   "author ",     "authors: ",     "by: ",         "by ",       "von: ",
    "von ",       "autor: ",     "autor ",        "par ",         "por: ",     "por ",
    "di ",        "door ",       "af ",           "av ",          "text: ",    "от ",
    "Текст: ",    "Автор: "};
constexpr std::array<std::string_view, 20> kAfter = {
    " | ",          " • ",    " · ",    " – ",    " — ",        " - ",      " on ",
    " / ",          "(",      " →",     "/",      " Published", " Updated", " Posted",
    " Contributor", " Staff", " Stand", " Alle ", " View ",     " says"};
constexpr std::array<std::string_view, 19> kNoNames = {
    "posted",    "published",    "updated",   "veröffentlicht", "publié",
    "publicado", "all articles", "all posts", "alle artikel",   "alle beitr",
    "no author", "view all",     "zeige",     "unknown",        "share",
    "follow",    "read more",    "more from", "editor@"};
constexpr std::array<std::string_view, 8> kAccounts = {
    "admin", "administrator", "guest", "user", "editor", "root", "Гость", "webmaster"};
// What is no name between commas: an office, a degree, an agency.
constexpr std::array<std::string_view, 14> kOffices = {
    "writer",      "editor",    "reporter",  "correspondent", "staff", "press", "news",
    "contributor", "columnist", "redaktion", "ph.d",          "phd",   "m.d",   "agency"};
constexpr std::array<std::string_view, 8> kAgencies = {
    " Associated Press", " The Associated Press", " Reuters",           " AFP",
    " Bloomberg News",   " The Canadian Press",   " Press Association", " Staff"};

bool begins(std::string_view line, std::string_view with) {
  return line.size() >= with.size() && equal_names(line.substr(0, with.size()), with);
}

std::string_view without_marks(std::string_view name) {
  constexpr std::string_view kAround = " ,:;-.|";
  const auto first = name.find_first_not_of(kAround);
  if (first == name.npos) return {};
  const auto last = name.find_last_not_of(" ,:;-|");
  return name.substr(first, last + 1 - first);
}

bool is_name(std::string_view name) {
  if (name.size() < 3 || name.size() > kMaxName || (name[0] >= 'a' && name[0] <= 'z')) return false;
  if (name.find("//") != name.npos || name.find('@') != name.npos) return false;
  for (const auto other : kNoNames)
    if (begins(name, other)) return false;
  if (std::any_of(kAccounts.begin(), kAccounts.end(),
                  [&](auto account) { return equal_names(name, account); }))
    return false;
  return std::count(name.begin(), name.end(), ' ') < kMaxWords;
}

/// Whether what stands between commas are all names of two words or more.
bool is_list(std::string_view line) {
  if (line.find(',') == line.npos) return false;
  for (std::size_t at = 0; at <= line.size();) {
    const auto end = std::min(line.find(',', at), line.size());
    const auto part = without_marks(line.substr(at, end - at));
    const auto second = part.find(' ');
    const std::string lower = lower_case(part);
    if (std::any_of(kOffices.begin(), kOffices.end(),
                    [&](auto office) { return lower.find(office) != lower.npos; }))
      return false;
    if (!is_name(part) || second == part.npos ||
        !(part[second + 1] < 'a' || part[second + 1] > 'z'))
      return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

std::vector<std::string> author_names(std::string_view line) {
  line = without_marks(line);
  for (bool again = true; again;) {
    again = false;
    for (const auto before : kBefore) {
      if (line.size() <= before.size() || !begins(line, before)) continue;
      line = without_marks(line.substr(before.size()));
      again = true;
    }
  }
  for (const auto after : kAfter) line = line.substr(0, line.find(after));
  const auto digit = line.find_first_of("0123456789|");
  line = without_marks(line.substr(0, digit));
  // What is left of a date: "Jane Doe November".
  while (digit != line.npos) {
    const auto last = line.rfind(' ');
    if (last == line.npos || !is_calendar_name(without_marks(line.substr(last + 1)))) break;
    line = without_marks(line.substr(0, last));
  }
  for (const auto agency : kAgencies)
    if (line.ends_with(agency) && line.find(' ') < line.size() - agency.size())
      line = without_marks(line.substr(0, line.size() - agency.size()));
  std::string text(line);
  if (is_list(line)) std::replace(text.begin(), text.end(), ',', ';');
  for (const std::string_view both : {" und ", " et ", " y ", " e ", " & "})
    if (const auto at = text.find(both); at != text.npos) text.replace(at, both.size(), " and ");
  std::vector<std::string> names = names_in_byline(text);
  std::erase_if(names, [](const std::string& name) { return !is_name(name); });
  return names;
}

}  // namespace news
