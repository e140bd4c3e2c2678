// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/text/entities.hpp"

// SGML and HTML as news archives use it: no grammar, any case, tags that need not be closed.
namespace news {

struct Tag {
  std::string_view name;        ///< as spelt; empty: a comment or a declaration
  std::string_view attributes;  ///< as spelt
  std::size_t begin = 0;        ///< of '<'
  std::size_t end = 0;          ///< after '>'
  bool closing = false;
};

/// Gives the tags of a text in order; a '<' that begins none is text. Linear time.
class TagScanner {
 public:
  explicit TagScanner(std::string_view text, std::size_t from = 0) : text_(text), at_(from) {}
  std::optional<Tag> next();

 private:
  std::optional<Tag> tag_at(std::size_t begin);
  std::optional<Tag> declaration_at(std::size_t begin);

  std::string_view text_;
  std::size_t at_;
  bool comments_end_ = true;
};

/// The tag that a document begins with; nullopt if text stands before it. Declarations and comments
/// may.
std::optional<Tag> root_tag(std::string_view document);

/// The value of an attribute, entities decoded; "" if there is none.
std::string attribute_of(const Tag& tag, std::string_view name);

/// What stands in the first element of that name; nullopt if there is none that ends.
std::optional<std::string_view> element_in(std::string_view markup, std::string_view name);

/// White space of markup, which must be valid UTF-8: `kept` where lines mean something, `flowing`
/// as HTML has it.
enum class Blanks { kept, flowing };

/// Text without tags, comments, scripts and styles; entities decoded; paragraphs and other blocks
/// set apart by blank lines.
std::string plain_text(std::string_view markup, Blanks blanks);

}  // namespace news
