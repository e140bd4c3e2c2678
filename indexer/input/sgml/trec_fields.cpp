// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/sgml/trec_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/date.hpp"
#include "common/text/ascii.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

using enum TrecRole;
constexpr std::array<std::pair<std::string_view, TrecRole>, 32> kRoles = {{
    {"doc", container}, {"body", container}, {"header", container},  {"h3", container},
    {"h4", container},  {"docno", id},       {"title", title},       {"headline", title},
    {"head", title},    {"hl", title},       {"ti", title},          {"doctitle", title},
    {"byline", byline}, {"author", byline},  {"dateline", dateline}, {"date", date},
    {"date1", date},    {"date_time", date}, {"datetime", date},     {"dd", date},
    {"pubdate", date},  {"text", text},      {"lp", text},           {"leadpara", text},
    {"p", text},        {"para", text},      {"section", section},   {"pub", source},
    {"so", source},     {"dochdr", page},    {"h5", container},      {"h6", container},
}};

struct Collection {
  std::string_view prefix;
  std::string_view source;
};
constexpr std::array<Collection, 14> kCollections = {{{"AP", "Associated Press"},
                                                      {"APW", "Associated Press"},
                                                      {"AFP", "Agence France-Presse"},
                                                      {"CNA", "Central News Agency"},
                                                      {"FBIS", "FBIS"},
                                                      {"FT", "Financial Times"},
                                                      {"LA", "Los Angeles Times"},
                                                      {"LTW", "Los Angeles Times"},
                                                      {"NYT", "New York Times"},
                                                      {"SJMN", "San Jose Mercury News"},
                                                      {"WPB", "Washington Post"},
                                                      {"WSJ", "Wall Street Journal"},
                                                      {"XIE", "Xinhua"},
                                                      {"XIN", "Xinhua"}}};

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// The year of two digits: the collections begin in 1987.
std::string iso_date(std::string_view year, std::string_view month, std::string_view day) {
  std::string date;
  if (year.size() == 2) date = year[0] >= '5' ? "19" : "20";
  date.append(year).append("-").append(month).append("-").append(day);
  return parse_date(date).dated() ? date : std::string();
}

}  // namespace

std::optional<TrecRole> trec_role(std::string_view element) {
  const auto* found = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& role) {
    return equal_names(role.first, element);
  });
  return found == kRoles.end() ? std::nullopt : std::optional(found->second);
}

std::string trec_date(std::string_view given) {
  const std::string text = one_line(given);
  const std::string_view view = text;
  std::string date;
  if (view.size() == 6 && all_digits(view)) {
    date = iso_date(view.substr(0, 2), view.substr(2, 2), view.substr(4));
  } else if (view.size() == 8 && view[2] == '/' && view[5] == '/') {
    date = iso_date(view.substr(6), view.substr(0, 2), view.substr(3, 2));
  } else if (const auto comma = view.find(','); comma != view.npos) {
    const std::string beginning(view.substr(0, view.find(',', comma + 1)));
    if (!parse_date(text).dated() && parse_date(beginning).dated()) date = beginning;
  }
  return date.empty() ? text : date;
}

TrecNumber read_trec_number(std::string_view number) {
  TrecNumber out;
  const auto prefix = number.substr(0, number.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
  // Gigaword: AFP_ENG_19940512.0001
  const auto digits_at = number.find_first_of("0123456789");
  if (prefix.empty() || digits_at == number.npos) return out;
  const auto rest = number.substr(digits_at);
  const auto digits = rest.substr(0, rest.find_first_not_of("0123456789"));
  const bool numbered =
      digits.size() < rest.size() && (rest[digits.size()] == '-' || rest[digits.size()] == '.');
  if (!numbered) return out;
  for (const auto& collection : kCollections)
    if (collection.prefix == prefix) out.source = collection.source;
  if (digits.size() == 8) {
    out.date = iso_date(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
  } else if (digits.size() == 6 && prefix == "LA") {
    out.date = iso_date(digits.substr(4), digits.substr(0, 2), digits.substr(2, 2));
  } else if (digits.size() == 6) {
    out.date = iso_date(digits.substr(0, 2), digits.substr(2, 2), digits.substr(4));
  }
  return out;
}

}  // namespace news
