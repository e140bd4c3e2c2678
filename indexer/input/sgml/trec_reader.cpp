// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/sgml/sgml_splitter.hpp"
#include "indexer/input/sgml/trec_article.hpp"
#include "indexer/text/charset.hpp"
#include "indexer/text/sgml.hpp"

namespace news {
namespace {

/// AQUAINT's remains of the wire: &LR; &UR; &QL; &Cx1f; say where lines and pages end.
std::string drop_wire_codes(std::string_view markup) {
  std::string out;
  out.reserve(markup.size());
  while (!markup.empty()) {
    const auto sign = std::min(markup.find('&'), markup.size());
    out += markup.substr(0, sign);
    markup.remove_prefix(sign);
    const auto end = markup.substr(0, 6).find(';');
    const auto name = end == markup.npos ? std::string_view() : markup.substr(1, end - 1);
    const bool code = name == "LR" || name == "UR" || name == "QL" || name == "QC" ||
                      name == "QR" || name == "MD" || (name.size() == 4 && name.starts_with("Cx"));
    if (code) {
      out += ' ';
      markup.remove_prefix(end + 1);
    } else if (!markup.empty()) {
      out += '&';
      markup.remove_prefix(1);
    }
  }
  return out;
}

class TrecParser : public RecordParser {
 public:
  TrecParser(FieldMap fields, InputOptions options)
      : fields_(std::move(fields)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    const std::string markup = drop_wire_codes(to_utf8(record.bytes));
    return read_trec_article(markup, fields_, record.from, options_);
  }

 private:
  const FieldMap fields_;
  const InputOptions options_;
};

/// <DOC> first, and a document number soon.
bool is_trec(std::string_view head, const FileContext&) {
  auto tag = root_tag(head);
  if (!tag || !equal_names(tag->name, "DOC") || tag->closing) return false;
  if (!attribute_of(*tag, "id").empty()) return true;
  TagScanner tags(head, tag->end);
  for (int i = 0; i < 8 && tag; ++i, tag = tags.next())
    if (equal_names(tag->name, "DOCNO")) return true;
  return false;
}

}  // namespace

const Format kTrecFormat = {"trec", "", is_trec, [](Window& window, const FileContext& file) {
                              return FileReader{
                                  split_sgml(window, file.options.max_record_bytes, "DOC"),
                                  std::make_shared<TrecParser>(file.fields, file.options)};
                            }};

}  // namespace news
