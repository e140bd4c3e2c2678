// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/written.hpp"

#include "common/text/fold.hpp"
#include "common/text/segmenter.hpp"

namespace news {

std::vector<std::pair<std::size_t, std::size_t>> word_ranges(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  std::string folded;
  for_each_word(text, [&](std::size_t begin, std::size_t end, bool ascii) {
    if (!ascii) {  // folding may leave nothing, and then the word has no position
      fold_word(text.substr(begin, end - begin), folded);
      if (folded.empty()) return;
    }
    out.emplace_back(begin, end);
  });
  return out;
}

WrittenWords written_words(Article article) {
  WrittenWords out;
  out.title = word_ranges(article.title);
  out.text = word_ranges(article.text);
  out.article = std::move(article);
  return out;
}

}  // namespace news
