// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/stemmer.hpp"

#include <algorithm>
#include <array>

namespace news {
namespace {

// The languages of Xapian 1.4's Snowball, by their two-letter codes.
constexpr std::array<std::string_view, 26> kLanguages = {
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
    "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"};

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool has_stemmer(std::string_view language) {
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

std::string stemming_language(std::string_view language) {
  return has_stemmer(language) ? std::string(language) : std::string();
}

std::string Stemmer::stem(std::string_view language, std::string_view word) {
  if (!has_stemmer(language) || has_digit(word)) return std::string(word);
  auto it = stems_.find(language);
  if (it == stems_.end())
    it = stems_.emplace(std::string(language), Xapian::Stem(std::string(language))).first;
  return it->second(std::string(word));
}

}  // namespace news
