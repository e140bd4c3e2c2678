// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "common/article.hpp"
#include "searcher/print/options.hpp"

namespace news {

struct NumberedVersion {
  std::uint32_t number = 1;
  Article article;
  const char* called = "version";  ///< what the number is of
};

/// A field that two versions have different values of; "" for none.
struct FieldChange {
  const char* name;
  std::string from, to;
};
std::vector<FieldChange> changed_fields(const Article& from, const Article& to);

/// What changed from one version of an article to another, in the format of `options`. `id`: by
/// which the article was asked for. As text:
/// fields, then the paragraphs that changed with one of context (with `full`, all), marked
/// [-removed-] and {+added+}. As JSON: one object, the whole text in pieces.
void print_diff(std::ostream& out, const PrintOptions& options, const std::string& id,
                const NumberedVersion& from, const NumberedVersion& to);

/// The same as text, whatever the format of `options`.
void print_diff_text(std::ostream& out, const PrintOptions& options, const NumberedVersion& from,
                     const NumberedVersion& to);

}  // namespace news
