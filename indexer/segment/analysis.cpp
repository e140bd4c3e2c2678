// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/analysis.hpp"

#include <fmt/format.h>

#include "common/archive/article_codec.hpp"
#include "common/io/varint.hpp"
#include "common/text/boundaries.hpp"
#include "common/text/fold.hpp"
#include "common/text/segmenter.hpp"
#include "common/words/etdc.hpp"
#include "indexer/text/language.hpp"

namespace news {
namespace {

std::uint32_t add_words(std::string_view text, WorkerWords& words, FieldStream& out,
                        std::vector<std::size_t>* begins) {
  std::uint32_t count = 0, blanks = 0;
  std::size_t last_end = 0;
  const auto add_separator = [&](std::string_view separator) {
    put_varint(out.separators, blanks);
    put_varint(out.separators, words.separator_number(separator));
    blanks = 0;
  };
  for_each_word(text, [&](std::size_t begin, std::size_t end, bool) {
    const auto number = words.number(text.substr(begin, end - begin));
    if (number == kNoWord) return;  // becomes a part of the separator
    const auto separator = text.substr(last_end, begin - last_end);
    if (separator == " ")
      ++blanks;
    else
      add_separator(separator);
    put_varint(out.words, number);
    if (begins) begins->push_back(begin);
    last_end = end;
    ++count;
  });
  if (!text.empty()) add_separator(text.substr(last_end));
  return count;
}

// Sentences without a word take no place; the paragraph end that one carries goes to the one
// before.
std::string encode_bounds(const std::vector<Boundary>& boundaries,
                          const std::vector<std::size_t>& begins) {
  std::vector<std::uint64_t> sentences;
  std::size_t word = 0;
  for (const auto& boundary : boundaries) {
    const std::size_t first = word;
    while (word < begins.size() && begins[word] < boundary.end) ++word;
    if (word > first) sentences.push_back((word - first) << 1);
    if (boundary.paragraph && !sentences.empty()) sentences.back() |= 1;
  }
  std::string out;
  for (const auto s : sentences) put_varint(out, s);
  return out;
}

}  // namespace

std::uint32_t WorkerWords::number(std::string_view written) {
  const std::uint32_t id = written_.intern(written);
  if (id == folded_of_written_.size()) {
    fold_word(written, buffer_);
    folded_of_written_.push_back(buffer_.empty() ? kNoWord : folded_.intern(buffer_));
  }
  return folded_of_written_[id] == kNoWord ? kNoWord : id;
}

AnalysedArticle analyse(Article& article, WorkerWords& words) {
  AnalysedArticle out;
  out.content = content_hash(article);
  if (article.id.empty()) {
    article.id = fmt::format("h{:016x}", out.content);
    out.content = content_hash(article);
  }
  if (article.language.empty()) {
    article.language = detect_language(article.title, article.text);
    article.language_detected = !article.language.empty();
  }
  out.id = article.id;
  out.url = article.url;
  out.source = article.source;
  out.section = article.section;
  out.language = article.language;
  out.authors = article.authors;
  out.date = pack_date(article.date);
  out.date_from = article.date_from;
  out.from = article.from;
  out.raw_bytes = article.title.size() + article.text.size();
  out.fields = encode_fields(article);
  out.title_count = add_words(article.title, words, out.title, nullptr);
  std::vector<std::size_t> begins;
  out.text_count = add_words(article.text, words, out.text, &begins);
  out.bounds = encode_bounds(find_boundaries(article.text, article.language), begins);
  return out;
}

}  // namespace news
