// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/export.hpp"

#include <iostream>

#include "common/archive/archive.hpp"
#include "common/archive/article_json.hpp"
#include "indexer/commands/options.hpp"

namespace news {

std::string read_export(const OptionValues& values) {
  refuse_more_words(values);
  return values.words[0];
}

Exit run_export(const std::string& path) {
  const Archive archive(path);
  for (const auto& segment : archive.segments)
    segment->live().for_each(
        [&](DocId n) { std::cout << full_article_json(segment->article(n)) << '\n'; });
  return Exit::ok;
}

}  // namespace news
