// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/language.hpp"

#include <cld2/public/compact_lang_det.h>

namespace news {
namespace {

// CLD2 is sure enough after a few kilobytes; more would only cost time.
constexpr std::size_t kDetectBytes = 4096;

}  // namespace

std::string detect_language(std::string_view title, std::string_view text) {
  std::string sample(title);
  sample.append(1, '\n').append(text.substr(0, kDetectBytes));
  while (!sample.empty() && (static_cast<unsigned char>(sample.back()) & 0x80)) sample.pop_back();
  bool reliable = false;
  const auto language =
      CLD2::DetectLanguage(sample.data(), static_cast<int>(sample.size()), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

}  // namespace news
