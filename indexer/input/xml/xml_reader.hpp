// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/xml/element_splitter.hpp"
#include "indexer/input/xml/xml_head.hpp"
#include "indexer/input/xml/xml_node.hpp"

namespace news {

/// What the records of one file have in common: what stands before the first of them. Immutable.
struct XmlContext {
  std::string charset;
  std::string start;   ///< of a document that a record is read in: declares the namespaces
  XmlDocument before;  ///< elements before the first record, and those around it
  InputOptions options;
  FieldMap fields;
};

/// Parses records of XML; a format says what the elements mean.
class XmlParser : public RecordParser {
 public:
  explicit XmlParser(XmlContext context) : context_(std::move(context)) {}
  Parsed parse(RawRecord& record) const final;

 protected:
  /// Fills the builder, or says why the record is no article.
  virtual std::optional<Rejection> read(XmlNode record, ArticleBuilder& builder) const = 0;
  const XmlContext& context() const { return context_; }

 private:
  const XmlContext context_;
};

/// Reads the head of a file whose records are of `kind`.
XmlContext read_context(Window& window, const FileContext& file, const ElementKind& kind);

/// A reader of elements; `Parser` is an XmlParser.
template <typename Parser>
FileReader open_elements(Window& window, const FileContext& file, ElementKind kind) {
  const auto units = find_units(window.view());
  auto context = read_context(window, file, kind);
  return {split_elements(window, file.options.max_record_bytes, std::move(kind), units),
          std::make_shared<Parser>(std::move(context))};
}

Rejection no_article(std::string detail);
Rejection broken(std::string detail);

/// Sets a field if `value` is not blank and nothing better is there; else it is kept as an extra
/// field of that name.
void put(ArticleBuilder& builder, Field field, unsigned rank, std::string_view name,
         std::string value);
void put_authors(ArticleBuilder& builder, unsigned rank, std::vector<std::string> names);
/// Keeps what is not blank.
void put_extra(ArticleBuilder& builder, std::string_view name, std::string_view value);
void put_extra(ArticleBuilder& builder, std::string_view name,
               const std::vector<std::string>& values);
/// Adds a value unless it is blank or there already.
void add_once(std::vector<std::string>& list, std::string value);

}  // namespace news
