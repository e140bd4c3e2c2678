// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/engine/match/spans.hpp"
#include "searcher/engine/results.hpp"

namespace news {

/// What of `query` occurs in the article that `document` has open, as words of its fields,
/// ascending; spans that overlap are one. Does not read the text.
std::vector<Span> find_spans(const Node& query, DocumentMatcher& document);

/// The bytes of a span, which must not be empty. Throws Error(ErrorCode::damaged) if it lies
/// outside.
Match locate(const Span& span, const WordRanges& words);

/// What of `query` occurs in the article that `document` has open, as byte ranges of its fields:
/// words of positional operators only where the operator holds, phrases whole, nothing that a NOT
/// excludes.
std::vector<Match> find_matches(const Node& query, DocumentMatcher& document);

}  // namespace news
