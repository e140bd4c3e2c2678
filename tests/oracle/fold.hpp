// SPDX-License-Identifier: GPL-2.0-or-later
// How the oracle makes the comparable forms of a word. Shares nothing with the search engine.
#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace oracle {

// Case, compatibility forms, accents, points and apostrophes folded.
std::string fold(const icu::UnicodeString& word);

// The same, but case stays as written.
std::string foldKeepingCase(const icu::UnicodeString& word);

// Case and compatibility folded, accents as written (the NFKC_Casefold form).
std::string foldKeepingAccents(const icu::UnicodeString& word);

// A field value folded as one string, blanks cut from both ends.
std::string foldValue(std::string_view utf8);

std::string toUtf8(const icu::UnicodeString& text);
icu::UnicodeString fromUtf8(std::string_view utf8);
std::u32string toUtf32(std::string_view utf8);

}  // namespace oracle
