// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "searcher/engine/match/matcher.hpp"

namespace news {

using Segments = std::vector<std::unique_ptr<SegmentMatcher>>;

/// What scores are measured by: live articles of all segments together.
struct CollectionStatistics {
  double articles = 0, mean_length = 1;                    ///< length as in Segment::lengths()
  std::map<std::string, double, std::less<>> of_language;  ///< articles by stemming language
};

/// O(1) a segment whose articles are all of one language, else O(articles).
CollectionStatistics collect_statistics(const Segments& segments);

/// Live articles of all segments that hold a term.
std::uint64_t document_frequency(const Segments& segments, const std::string& name);

/// The stemming language of an article.
std::string language_of(const Segment& segment, DocId n);

}  // namespace news
