// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/sgml/trec_article.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/input/article_builder.hpp"
#include "indexer/input/sgml/trec_fields.hpp"
#include "indexer/text/byline.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"
#include "indexer/text/wire_lines.hpp"

namespace news {
namespace {

constexpr unsigned kOurs = 20;              // the rank of roles: what the user maps comes first
constexpr std::size_t kMaxTags = 1u << 20;  // of a record; keeping them takes memory
constexpr std::size_t kMaxExtra = 1000;     // an unknown element with more is text

/// "FT  14 MAY 91 / Contigas plans…" without the paper and the date, which are fields.
std::string_view without_date_head(std::string_view title) {
  const auto slash = title.find(" / ");
  const bool head = title.starts_with("FT ") && slash != title.npos && slash <= 16;
  return head ? title.substr(slash + 3) : title;
}

class TrecArticle {
 public:
  TrecArticle(const FieldMap& fields, std::string_view markup) : fields_(fields), markup_(markup) {
    TagScanner scanner(markup);
    while (tags_.size() < kMaxTags) {
      const auto tag = scanner.next();
      if (!tag) break;
      if (tag->closing) ends_[folded(tag->name)].push_back(tags_.size());
      tags_.push_back(*tag);
    }
  }

  Parsed finish(Provenance from, const InputOptions& options) {
    if (tags_.size() == kMaxTags) return Rejection{"broken SGML", "too many tags", from};
    std::size_t done = 0;
    for (std::size_t i = 0; i < tags_.size() && !page_; ++i) {
      loose(markup_.substr(done, tags_[i].begin - done), i <= header_end_);
      done = tags_[i].end;
      if (!tags_[i].closing) i = element(i);
      done = std::max(done, tags_[i].end);
    }
    if (page_) read_page(markup_.substr(done));
    return build(std::move(from), options);
  }

 private:
  static std::string folded(std::string_view name) {
    std::string key(name);
    for (char& c : key)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return key;
  }

  /// The closing tag of the one at `i`; `i` itself if it has none.
  std::size_t end_of(std::size_t i) const {
    const auto found = ends_.find(folded(tags_[i].name));
    if (found == ends_.end()) return i;
    const auto end = std::upper_bound(found->second.begin(), found->second.end(), i);
    return end == found->second.end() ? i : *end;
  }

  /// Reads the element that begins with tag `i`; returns its last tag.
  std::size_t element(std::size_t i) {
    const Tag& tag = tags_[i];
    if (tag.name.empty()) return i;
    const auto role = trec_role(tag.name);
    if (equal_names(tag.name, "doc")) attributes(tag);
    if (equal_names(tag.name, "header")) header_end_ = end_of(i);
    const auto end = end_of(i);
    if (end == i || role == TrecRole::container) return i;
    const auto inner = markup_.substr(tag.end, tags_[end].begin - tag.end);
    const auto match = fields_.find(tag.name);
    if (match && (match->rank == 0 || !role)) {
      field(*match, tag.name, inner);
    } else if (role) {
      known(*role, tag.name, inner);
    } else {
      unknown(tag.name, inner);
    }
    return end;
  }

  /// Gigaword and extracts of Wikipedia say in <DOC> what others say in elements.
  void attributes(const Tag& tag) {
    for (const char* name : {"id", "url", "title", "type"}) {
      const auto value = attribute_of(tag, name);
      if (value.empty()) continue;
      if (name == std::string_view("id")) number_ = one_line(value);
      if (const auto match = fields_.find(name)) {
        set({match->field, match->rank + kOurs}, name, value);
      } else {
        builder_.add_extra_string(name, value);
      }
    }
  }

  void field(FieldMatch match, std::string_view name, std::string_view inner) {
    const auto value = plain_text(inner, Blanks::kept);
    if (is_blank(value) || !builder_.wants(match)) return extra(name, value);
    if (match.field == Field::text) return texts_.push_back(unwrap_wire(value));
    set(match, name, one_line(value));
  }

  void known(TrecRole role, std::string_view name, std::string_view inner) {
    const auto value = plain_text(inner, Blanks::kept);
    if (is_blank(value) && role != TrecRole::page) return;
    switch (role) {
      case TrecRole::container:
        return;
      case TrecRole::id:
        number_ = one_line(value);
        return set({Field::id, kOurs}, name, number_);
      case TrecRole::title:
        return title(name, value);
      case TrecRole::byline:
        return byline(name, value);
      case TrecRole::dateline:
        return dateline(value);
      case TrecRole::date:
        return date(name, value);
      case TrecRole::text:
        return text(value);
      case TrecRole::section:
        section(name, one_line(value));
        return;
      case TrecRole::source:
        return source(name, one_line(value));
      case TrecRole::page:
        page_ = true;
        return address(name, first_line(value));
    }
  }

  /// The Wall Street Journal's headline ends at a line of dashes; the byline follows.
  void title(std::string_view name, std::string_view value) {
    const auto rule = std::min(value.find("----"), value.size());
    const std::string headline = one_line(value.substr(0, rule));
    if (builder_.wants({Field::title, kOurs}) && !headline.empty()) {
      set({Field::title, kOurs}, name, std::string(without_date_head(headline)));
    } else {
      texts_.push_back(headline);
    }
    auto rest = value.substr(rule);
    rest.remove_prefix(std::min(rest.find_first_not_of("- \t\r\n@"), rest.size()));
    if (!rest.empty()) byline("byline", rest);
  }

  void byline(std::string_view name, std::string_view value) {
    std::string given = one_line(value);
    auto line = first_line(value);
    if (line.empty() || !builder_.wants({Field::author, kOurs})) return extra(name, given);
    auto names = names_in_byline(line);
    if (names.empty()) return extra(name, given);
    const bool more = given.find(',') != given.npos || given.size() > line.size();
    builder_.set({Field::author, kOurs}, name, {{}, std::move(names)});
    if (more) extra(name, given);
  }

  void dateline(std::string_view value) {
    std::string line = one_line(value);
    if (!line.ends_with('-') && !line.ends_with("_")) line += " -";
    line += ' ';
    dateline_ = std::move(line);
  }

  void text(std::string_view value) {
    texts_.push_back(std::exchange(dateline_, {}) + unwrap_wire(value));
  }

  void date(std::string_view name, std::string_view value) {
    if (!builder_.wants({Field::date, kOurs})) return extra(name, value);
    const std::string given = one_line(value);
    const std::string read = trec_date(given);
    set({Field::date, kOurs}, name, read);
    if (given != read) extra(name, given);
  }

  /// The address of a page is the first word of its header.
  void address(std::string_view name, const std::string& line) {
    auto word = line.substr(0, line.find(' '));
    if (word.find("://") == word.npos) return extra(name, line);
    set({Field::url, kOurs}, name, std::move(word));
  }

  /// "WALL STREET JOURNAL (J), PAGE B4": the rest says where in it.
  void source(std::string_view name, const std::string& value) {
    const auto end = value.find_first_of("(,");
    set({Field::source, kOurs}, name, one_line(value.substr(0, end)));
    if (end != value.npos) extra(name, value);
  }

  /// "Book Review; Page 1; Book Review Desk": the section is the first.
  void section(std::string_view name, const std::string& value) {
    const auto end = value.find(';');
    set({Field::section, kOurs}, name, value.substr(0, end));
    if (end != value.npos) extra(name, value);
  }

  void unknown(std::string_view name, std::string_view inner) {
    const auto value = plain_text(inner, Blanks::kept);
    if (value.size() > kMaxExtra) return text(value);
    extra(name, value);
  }

  /// What stands in no element of its own: text, but for what a header says.
  void loose(std::string_view markup, bool in_header) {
    const auto value = decode_entities(markup);
    if (is_blank(value)) return;
    if (in_header) return extra("header", value);
    texts_.push_back(unwrap_wire(value));
  }

  void read_page(std::string_view html) {
    const auto page_title = element_in(html, "title");
    if (page_title) set({Field::title, kOurs}, "title", plain_text(*page_title, Blanks::flowing));
    texts_.assign(1, plain_text(html, Blanks::flowing));
  }

  Parsed build(Provenance from, const InputOptions& options) {
    auto number = read_trec_number(number_);
    if (builder_.wants({Field::date, 2 * kOurs}) && !number.date.empty()) {
      set({Field::date, 2 * kOurs}, {}, std::move(number.date));
      builder_.set_date_from(DateFrom::meta);
    }
    if (builder_.wants({Field::source, 2 * kOurs}))
      set({Field::source, 2 * kOurs}, {}, std::move(number.source));
    if (!dateline_.empty()) texts_.push_back(std::move(dateline_));
    std::string all;
    for (const auto& piece : texts_) {
      if (piece.empty()) continue;
      if (!all.empty()) all += "\n\n";
      all += piece;
    }
    set({Field::text, kOurs}, {}, std::move(all));
    return builder_.finish(std::move(from), options);
  }

  static std::string first_line(std::string_view value) {
    value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
    return one_line(value.substr(0, value.find('\n')));
  }

  void set(FieldMatch match, std::string_view name, std::string value) {
    if (!is_blank(value)) builder_.set(match, name, {std::move(value), {}});
  }
  void extra(std::string_view name, std::string_view value) {
    const auto line = one_line(value);
    if (!line.empty()) builder_.add_extra_string(name, line);
  }

  const FieldMap& fields_;
  const std::string_view markup_;
  std::vector<Tag> tags_;
  std::map<std::string, std::vector<std::size_t>> ends_;  ///< places of closing tags by name
  ArticleBuilder builder_;
  std::vector<std::string> texts_;
  std::string dateline_, number_;
  std::size_t header_end_ = 0;
  bool page_ = false;
};

}  // namespace

Parsed read_trec_article(std::string_view markup, const FieldMap& fields, Provenance from,
                         const InputOptions& options) {
  return TrecArticle(fields, markup).finish(std::move(from), options);
}

}  // namespace news
