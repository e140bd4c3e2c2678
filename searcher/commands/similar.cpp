// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/similar.hpp"

#include <fmt/format.h>

#include "common/text/display.hpp"
#include "searcher/commands/print_hits.hpp"
#include "searcher/engine/similar/similar.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxWords = 25;

void explain(const std::vector<InterestingTerm>& words, std::ostream& notes) {
  for (const auto& word : words)
    notes << fmt::format("{} ({}): {} times, in {} articles, tf-idf {:.2f}, weight {:.2f}\n",
                         sanitize(word.word), sanitize(word.term), word.frequency, word.articles,
                         word.tf_idf, word.weight);
}

}  // namespace

SimilarOptions read_similar(const OptionValues& values) {
  SimilarOptions out;
  out.id = read_id(values);
  out.print = read_print_options(values);
  out.request = read_request(values, out.print);
  out.explain = values.flag("explain");
  return out;
}

Exit run_similar(const SimilarOptions& options, const Context& context) {
  const auto& [searcher, out, notes] = context;
  const auto hit = find_article(options.id, context);
  if (!hit) return Exit::none;
  const auto words = interesting_terms(searcher.segments(), *hit, kMaxWords);
  if (options.explain) explain(words, notes);
  SearchRequest request = options.request;
  request.query = any_of(words);
  const SearchResult result = find_similar(searcher, request, *hit, words);
  const auto printer = make_printer(out, options.print);
  print_hits(searcher, request.query, result, *printer, out, options.print);
  return result.total > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
