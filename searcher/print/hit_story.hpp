// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/commands/options.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace news {

/// What is printed of a hit's story.
struct HitStory {
  std::string id;                  ///< of its earliest article, whether that matches or not
  std::size_t copies = 0;          ///< of a grouped hit: those that match too
  std::vector<Article> described;  ///< the earliest of them, without title and text
};

/// The most copies that text describes.
inline constexpr std::size_t kMostDescribed = 8;

/// Of the n-th hit of a result, as much as the options show: all else stays empty, and costs
/// nothing. Throws Error(Exit::damaged).
HitStory read_hit_story(const Searcher& searcher, const SearchResult& result, std::size_t n,
                        const SearcherOptions& options);

/// Whether hits are grouped, by what is given and the format, which is known. Throws
/// Error(Exit::usage) for what does not go together.
bool read_group(const SearcherOptions& options, const CommandLine& line);

}  // namespace news
