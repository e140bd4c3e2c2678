// SPDX-License-Identifier: GPL-2.0-or-later
// The articles of a JSON lines file, analysed into memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dates.hpp"
#include "lexicon.hpp"

namespace oracle {

struct Article {
  std::string id;
  std::string url;
  std::string source;                                 // empty if missing
  std::string section;                                // empty if missing
  std::vector<std::string> authors;                   // distinct, none of them empty
  std::vector<std::vector<std::string>> authorWords;  // folded, one list an author
  std::optional<Interval> date;
  uint32_t language = 0;        // index of Corpus::languages
  std::vector<uint32_t> title;  // numbers in Corpus::lexicon
  std::vector<uint32_t> text;
  std::vector<uint32_t> sentences;   // index of the first word of each, but the first one
  std::vector<uint32_t> paragraphs;  // the same
};

struct Corpus {
  Lexicon lexicon;
  StringPool languages;
  std::vector<Article> articles;
  StringPool stems;
  // stem[language][folded word]; kNone where the language's articles lack the word.
  std::vector<std::vector<uint32_t>> stem;
  size_t rejected = 0;  // records that are broken, or have neither title nor text
};

// Of articles with the same id only the last is kept. Uses two threads.
Corpus readCorpus(std::string_view jsonLines, size_t limit = SIZE_MAX);

// Throws std::runtime_error if the file cannot be read.
std::string readFile(const std::string& path);

}  // namespace oracle
