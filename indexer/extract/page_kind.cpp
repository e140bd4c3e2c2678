// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_kind.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr std::uint32_t kErrorWords = 150;  // at most, on a page that says there is none
constexpr std::uint32_t kTeaserWords = 45;  // a paragraph, on average, where each leads elsewhere
constexpr std::uint32_t kMinWords = 20;     // of an article's text, unless the page calls it one
constexpr std::uint32_t kMinLinks = 5;

constexpr std::array<std::string_view, 22> kErrors = {"404",
                                                      "403 ",
                                                      "410 ",
                                                      "500 ",
                                                      "502 ",
                                                      "503 ",
                                                      "error 4",
                                                      "error 5",
                                                      "http error",
                                                      "page not found",
                                                      "page cannot be found",
                                                      "page can't be found",
                                                      "not found",
                                                      "access denied",
                                                      "forbidden",
                                                      "just a moment",
                                                      "attention required",
                                                      "are you a robot",
                                                      "service unavailable",
                                                      "seite nicht gefunden",
                                                      "page introuvable",
                                                      "página no encontrada"};

bool is_error_title(std::string_view title) {
  const std::string lower = lower_case(title.substr(0, 200));
  return std::any_of(kErrors.begin(), kErrors.end(), [&](std::string_view phrase) {
    const auto at = lower.find(phrase);
    // "404" may be a number among others.
    return at != lower.npos && (at == 0 || phrase.size() > 8);
  });
}

struct Counts {
  std::uint32_t words = 0, paragraphs = 0;  ///< of the content
  std::uint32_t links = 0;  ///< blocks between its first and last that lead elsewhere
};

Counts count(const BlockList& list, const std::vector<BlockClass>& classes) {
  Counts counts;
  std::uint32_t links = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto& block = list.blocks[i];
    if (classes[i] == BlockClass::content) {
      counts.words += block.words;
      counts.paragraphs += block.prose();
      counts.links += counts.paragraphs > 1 ? links : 0;
      links = 0;
    } else if (block.words > 2 && block.link_density() > 0.5) {
      ++links;
    }
  }
  return counts;
}

}  // namespace

PageKind kind_of_page(const PageMetadata& metadata, std::string_view title, const BlockList& list,
                      const std::vector<BlockClass>& classes) {
  const Counts counts = count(list, classes);
  if (is_error_title(title) && counts.words < kErrorWords) return PageKind::error;
  const bool declared = metadata[MetadataField::kind] == "article";
  const bool leads = counts.links >= kMinLinks && counts.links >= counts.paragraphs &&
                     counts.words < counts.paragraphs * kTeaserWords;
  if (leads && !declared) return PageKind::listing;
  if (counts.words >= kMinWords || (declared && counts.words > 0)) return PageKind::article;
  std::uint32_t linked = 0;
  for (const auto& block : list.blocks) linked += block.linked;
  return linked > counts.words + kMinWords ? PageKind::listing : PageKind::empty;
}

}  // namespace news
