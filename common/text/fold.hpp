// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Writes the searchable form of one word to `out`: NFKC with full case folding (Unicode's
/// toNFKC_Casefold), Latin and Greek accents dropped, Cyrillic ё as е, Hebrew points and Arabic
/// vowel signs dropped, ø đ ħ ł æ œ ı þ ð spelt in ASCII, curly apostrophes straight. docs/QUERY.md
/// lists the rules. `out` may come out empty. `word` must be valid UTF-8. Thread-safe.
void fold_word(std::string_view word, std::string& out);

/// As fold_word, but keeps accents: what `accents:` compares.
void fold_case(std::string_view word, std::string& out);

/// As fold_word, but keeps the case: what `case:` compares.
void fold_accents(std::string_view word, std::string& out);

/// A field value as `source:` and its like compare it: folded, outer blanks trimmed.
std::string fold_value(std::string_view value);

}  // namespace news
