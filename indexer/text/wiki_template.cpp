// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/wiki_template.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr char kGap = '\x01';  // where a template was left out

/// Templates that show one of their parameters, and which.
struct Shown {
  std::string_view name;
  std::size_t parameter;
};
constexpr std::array<Shown, 17> kShown = {{{"nowrap", 1},
                                           {"nobr", 1},
                                           {"small", 1},
                                           {"smaller", 1},
                                           {"big", 1},
                                           {"abbr", 1},
                                           {"sic", 1},
                                           {"lang", 2},
                                           {"transl", 2},
                                           {"quote", 1},
                                           {"cquote", 1},
                                           {"bquote", 1},
                                           {"blockquote", 1},
                                           {"quotation", 1},
                                           {"quoteright", 1},
                                           {"quoteleft", 1},
                                           {"pull quote", 1}}};

class Parameters {
 public:
  explicit Parameters(const std::vector<std::string_view>& parts) {
    for (std::size_t i = 1; i < parts.size(); ++i) add(parts[i]);
  }

  /// By number, from 1; "" if there is none.
  std::string_view at(std::size_t number) const {
    return number <= plain_.size() ? plain_[number - 1] : std::string_view();
  }
  std::string_view date() const { return date_; }

 private:
  void add(std::string_view part) {
    const auto equals = part.find('=');
    const auto key = lower_case(one_line(part.substr(0, equals)));
    const bool named = equals != part.npos && key.find_first_of(" <[\"") == key.npos;
    if (!named) return plain_.push_back(part);
    const auto value = part.substr(equals + 1);
    if (key == "1" || key == "text" || key == "quote") plain_.push_back(value);
    if (key == "date") date_ = value;
  }

  std::vector<std::string_view> plain_;
  std::string_view date_;
};

std::string date_of(std::string_view value) {
  std::string date = one_line(value);
  std::erase(date, kGap);
  return date;
}

}  // namespace

WikiTemplate read_template(const std::vector<std::string_view>& parts) {
  std::string name = lower_case(one_line(parts[0]));
  std::replace(name.begin(), name.end(), '_', ' ');
  const Parameters given(parts);
  if (name == "byline") return {{}, date_of(given.date())};
  if (name == "date" || name == "datum" || name == "fecha" || name == "data")
    return {{}, date_of(given.at(1))};
  if (name == "w" || name == "wikipedia")
    return {std::string(one_line(given.at(2)).empty() ? given.at(1) : given.at(2)), {}};
  if (name == "convert" || name == "cvt")
    return {std::string(given.at(1)).append(" ").append(given.at(2)), {}};
  if (name == "ndash" || name == "mdash" || name == "snd" || name == "spaced ndash")
    return {" – ", {}};
  if (name.starts_with("lang-")) return {std::string(given.at(1)), {}};
  const auto* const shown =
      std::find_if(kShown.begin(), kShown.end(), [&](const Shown& s) { return s.name == name; });
  if (shown != kShown.end()) return {std::string(given.at(shown->parameter)), {}};
  return {std::string(1, kGap), {}};
}

std::string without_template_gaps(std::string_view text) {
  constexpr std::string_view kBetween = " ,;\x01";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != kGap) {
      out += text[i];
      continue;
    }
    const auto next = std::min(text.find_first_not_of(kBetween, i), text.size());
    const bool closes = next < text.size() && text[next] == ')';
    if (closes) out.erase(out.find_last_not_of(kBetween) + 1);
    const bool opened = out.ends_with('(');
    if (!closes && !opened)
      for (const char c : text.substr(i, next - i))
        if (c != kGap) out += c;
    if (closes && opened) {
      out.pop_back();
      out.erase(out.find_last_not_of(' ') + 1);
    }
    i = closes && opened ? next : next - 1;
  }
  return out;
}

}  // namespace news
