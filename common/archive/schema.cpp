// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/schema.hpp"

#include "common/io/file.hpp"
#include "common/words/etdc.hpp"

namespace news {

std::string stem_term(char field, std::string_view language, std::string_view stem) {
  std::string term(1, field);
  term.append(language).append(1, ':');
  if (term.size() + stem.size() <= kMaxTerm) return term.append(stem);
  // A monster word keeps its own term: its beginning and a hash of the whole.
  const std::uint64_t hash = xxh3(stem);
  term.append(stem.substr(0, kMaxTerm - term.size() - sizeof hash));
  return term.append(reinterpret_cast<const char*>(&hash), sizeof hash);
}

std::string pair_term(std::uint32_t first, std::uint32_t second) {
  std::string term = "P";
  put_code(term, first);
  put_code(term, second);
  return term;
}

}  // namespace news
