// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/sgml.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";
constexpr std::size_t kMaxTag = 16u << 10;

bool is_name_char(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':';
}

/// The '>' of the tag whose name ends at `at`; npos if another '<' or nothing comes first.
std::size_t tag_end(std::string_view text, std::size_t at) {
  const auto limit = std::min(text.size(), at + kMaxTag);
  char before = 0;  // the last that is no blank: a value is quoted after '='
  for (; at < limit; ++at) {
    const char c = text[at];
    if (c == '>') return at;
    if (c == '<') break;
    if (before == '=' && (c == '"' || c == '\'')) {
      at = text.substr(0, limit).find(c, at + 1);
      if (at == text.npos) break;
    }
    if (!is_white(c)) before = c;
  }
  return text.npos;
}

constexpr std::array<std::string_view, 38> kBlocks = {
    "p",       "div",    "h1",         "h2",     "h3",    "h4",      "h5",      "h6",
    "ul",      "ol",     "li",         "dl",     "dt",    "dd",      "table",   "tr",
    "caption", "pre",    "blockquote", "center", "hr",    "form",    "section", "article",
    "header",  "footer", "nav",        "aside",  "main",  "figure",  "title",   "body",
    "head",    "html",   "address",    "thead",  "tbody", "noscript"};

bool is_block(std::string_view name) {
  return std::any_of(kBlocks.begin(), kBlocks.end(),
                     [&](std::string_view block) { return equal_names(name, block); });
}

bool is_hidden(std::string_view name) {
  return equal_names(name, "script") || equal_names(name, "style");
}

/// Puts pieces of text together, with no more white space between them than means something.
class PlainText {
 public:
  explicit PlainText(Blanks blanks) : blanks_(blanks) {}

  void text(std::string_view piece) {
    if (blanks_ == Blanks::kept) {
      out_ += decode_entities(piece);
      return;
    }
    for (const char c : decode_entities(piece)) {
      if (!is_white(c)) {
        out_ += c;
      } else if (!out_.empty() && !is_white(out_.back())) {
        out_ += ' ';
      }
    }
  }
  void line() { newlines(1); }
  void block() { newlines(2); }
  std::string take() {
    if (blanks_ == Blanks::flowing) out_.erase(out_.find_last_not_of(kWhite) + 1);
    return std::move(out_);
  }

 private:
  void newlines(std::size_t wanted) {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    std::size_t has = 0;
    while (has < wanted && has < out_.size() && out_[out_.size() - 1 - has] == '\n') ++has;
    if (!out_.empty()) out_.append(wanted - has, '\n');
  }
  const Blanks blanks_;
  std::string out_;
};

}  // namespace

std::optional<Tag> TagScanner::next() {
  while ((at_ = std::min(text_.find('<', at_), text_.size())) < text_.size()) {
    const auto begin = at_;
    const auto tag = tag_at(begin);
    at_ = tag ? tag->end : begin + 1;
    if (tag) return tag;
  }
  return std::nullopt;
}

std::optional<Tag> TagScanner::tag_at(std::size_t begin) {
  std::size_t at = begin + 1;
  if (at < text_.size() && (text_[at] == '!' || text_[at] == '?')) return declaration_at(begin);
  const bool closing = at < text_.size() && text_[at] == '/';
  at += closing;
  const auto name = at;
  if (at >= text_.size() || !is_letter(text_[at])) return std::nullopt;
  while (at < text_.size() && is_name_char(text_[at])) ++at;
  const auto end = tag_end(text_, at);
  if (end == text_.npos) return std::nullopt;
  return Tag{text_.substr(name, at - name), text_.substr(at, end - at), begin, end + 1, closing};
}

std::optional<Tag> TagScanner::declaration_at(std::size_t begin) {
  if (comments_end_ && text_.substr(begin).starts_with("<!--")) {
    const auto end = text_.find("-->", begin + 4);
    if (end != text_.npos) return Tag{{}, {}, begin, end + 3, false};
    comments_end_ = false;  // none of those that follow ends either
  }
  const auto end = tag_end(text_, begin + 2);
  if (end == text_.npos) return std::nullopt;
  return Tag{{}, {}, begin, end + 1, false};
}

std::optional<Tag> root_tag(std::string_view document) {
  TagScanner tags(document);
  std::size_t done = 0;
  while (const auto tag = tags.next()) {
    const auto between = document.substr(done, tag->begin - done);
    if (between.find_first_not_of(kWhite) != between.npos) return std::nullopt;
    if (!tag->name.empty()) return tag;
    done = tag->end;
  }
  return std::nullopt;
}

std::string attribute_of(const Tag& tag, std::string_view name) {
  std::string_view rest = tag.attributes;
  for (;;) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n/="), rest.size()));
    if (rest.empty()) return {};
    const auto key = rest.substr(0, rest.find_first_of(" \t\r\n="));
    rest.remove_prefix(key.size());
    const auto sign = rest.find_first_not_of(kWhite);
    if (sign == rest.npos || rest[sign] != '=') continue;
    const auto start = rest.find_first_not_of(kWhite, sign + 1);
    if (start == rest.npos) return {};
    rest.remove_prefix(start);
    const bool quoted = rest.front() == '"' || rest.front() == '\'';
    const auto end = quoted ? rest.find(rest.front(), 1) : rest.find_first_of(kWhite);
    const auto value = rest.substr(quoted, quoted && end != rest.npos ? end - 1 : end);
    if (equal_names(key, name)) return decode_entities(value);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
}

std::optional<std::string_view> element_in(std::string_view markup, std::string_view name) {
  TagScanner tags(markup);
  std::optional<std::size_t> start;
  while (const auto tag = tags.next()) {
    if (!equal_names(tag->name, name)) continue;
    if (!tag->closing && !start) start = tag->end;
    if (tag->closing && start) return markup.substr(*start, tag->begin - *start);
  }
  return std::nullopt;
}

std::string plain_text(std::string_view markup, Blanks blanks) {
  PlainText out(blanks);
  TagScanner tags(markup);
  std::size_t done = 0;
  std::string_view hidden;
  while (const auto tag = tags.next()) {
    if (hidden.empty()) out.text(markup.substr(done, tag->begin - done));
    done = tag->end;
    if (!hidden.empty()) {
      if (tag->closing && equal_names(tag->name, hidden)) hidden = {};
    } else if (!tag->closing && is_hidden(tag->name)) {
      hidden = tag->name;
    } else if (equal_names(tag->name, "br")) {
      out.line();
    } else if (is_block(tag->name)) {
      out.block();
    } else if (equal_names(tag->name, "td") || equal_names(tag->name, "th")) {
      out.text(" ");
    }
  }
  if (hidden.empty()) out.text(markup.substr(done));
  return out.take();
}

}  // namespace news
