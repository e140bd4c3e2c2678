// SPDX-License-Identifier: GPL-2.0-or-later
// Decides which articles match, by looking at every one of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "query.hpp"

namespace oracle {

bool matches(const Corpus& corpus, const Article& article, const Node& query);

// Indexes of the matching articles, ascending. Uses two threads.
std::vector<size_t> evaluate(const Corpus& corpus, const Node& query);

using Counts = std::map<std::string, size_t>;

// By facet (source, author, section, lang, year, month, day), the articles of every value.
std::map<std::string, Counts> countFacets(const Corpus& corpus, const std::vector<size_t>& found);

}  // namespace oracle
