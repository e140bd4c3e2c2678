// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "common/text/display.hpp"
#include "searcher/engine/query/dates.hpp"

namespace news {
namespace {

bool asks_for_dates(const Node& node) {
  return node.op == Op::date ||
         std::any_of(node.children.begin(), node.children.end(), asks_for_dates);
}

// What `today` and the like were taken for, and by whose clock.
std::string explain_dates() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return fmt::format(
      "dates: as each article writes them, in its own time zone; today is {}, in this machine's "
      "zone (UTC{}{:02}:{:02})",
      format_date(today()), local.tm_gmtoff < 0 ? '-' : '+', std::abs(local.tm_gmtoff) / 3600,
      std::abs(local.tm_gmtoff) / 60 % 60);
}

}  // namespace

void print_explanation(std::ostream& out, const Node& query,
                       const std::vector<ExplainedNode>& nodes) {
  constexpr std::size_t kShown = 8;
  if (asks_for_dates(query)) out << explain_dates() << "\n";
  for (const auto& node : nodes) {
    std::string line = fmt::format("{:{}}{}  → {} articles, {:.2f} ms", "", 2 * node.depth,
                                   node.text, node.articles, node.milliseconds);
    if (node.words > 1) line += fmt::format(", {} words", node.words);
    for (std::size_t i = 0; i < std::min(kShown, node.terms.size()); ++i)
      line +=
          fmt::format("{} {} ({})", i == 0 ? ":" : ",", node.terms[i].first, node.terms[i].second);
    if (node.terms.size() > kShown)
      line += fmt::format(" and {} more terms", node.terms.size() - kShown);
    out << sanitize(line) << "\n";
  }
}

void print_expansion(std::ostream& out, const std::vector<ExpansionWord>& words) {
  std::string line = words.empty() ? "expanded by nothing" : "expanded by";
  for (const auto& word : words) line += fmt::format(" {} ({:.3f})", word.word, word.weight);
  out << sanitize(line) << "\n";
}

}  // namespace news
