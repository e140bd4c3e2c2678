// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/statistics.hpp"

#include <algorithm>

#include "common/text/stemmer.hpp"

namespace news {
namespace {

void count_languages(const Segment& segment, CollectionStatistics& out) {
  const auto& languages = segment.info().languages;
  if (languages.size() == 1) {
    out.of_language[languages[0]] += static_cast<double>(segment.live().size());
    return;
  }
  std::vector<std::uint32_t> of_code(segment.values(Column::language).size() + 1);
  const auto codes = segment.codes(Column::language);
  segment.live().for_each([&](DocId n) {
    if (codes[n] < of_code.size()) ++of_code[codes[n]];
  });
  for (std::uint32_t code = 0; code < of_code.size(); ++code) {
    const std::string given = code == 0 ? "" : segment.values(Column::language).at(code - 1);
    if (of_code[code] > 0) out.of_language[stemming_language(given)] += of_code[code];
  }
}

}  // namespace

CollectionStatistics collect_statistics(const Segments& segments) {
  CollectionStatistics out;
  double length = 0;
  for (const auto& s : segments) {
    out.articles += static_cast<double>(s->segment().live().size());
    length += static_cast<double>(s->segment().total_length());
    count_languages(s->segment(), out);
  }
  if (out.articles > 0) out.mean_length = std::max(1.0, length / out.articles);
  return out;
}

std::uint64_t document_frequency(const Segments& segments, const std::string& name) {
  std::uint64_t out = 0;
  for (const auto& s : segments) out += s->postings().get(name).document_frequency();
  return out;
}

std::string language_of(const Segment& segment, DocId n) {
  const std::uint32_t code = segment.codes(Column::language)[n];
  if (code == 0 || code > segment.values(Column::language).size()) return {};
  return stemming_language(segment.values(Column::language).at(code - 1));
}

}  // namespace news
