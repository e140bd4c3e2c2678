// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace news {

/// Stems folded words by Snowball, one stemmer a language. Not thread-safe: one object a thread.
class Stemmer {
 public:
  /// The stem of a folded word in `language` (ISO 639-1). A word that holds a digit, or a language
  /// without a stemmer, is its own stem.
  std::string stem(std::string_view language, std::string_view word);

 private:
  std::map<std::string, Xapian::Stem, std::less<>> stems_;
};

/// True when Snowball knows the language.
bool has_stemmer(std::string_view language);

/// The language whose words an article's words are stemmed and counted with: the given code when
/// there is a stemmer for it, else "" (no stemming), so that all unstemmed languages share terms.
std::string stemming_language(std::string_view language);

}  // namespace news
