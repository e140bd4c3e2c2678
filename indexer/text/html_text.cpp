// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/html_text.hpp"

#include <algorithm>
#include <set>

#include "common/text/ascii.hpp"
#include "indexer/text/entities.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

bool begins_tag(std::string_view html, std::size_t at) {
  const auto next = html.substr(at + 1, 2);
  return !next.empty() &&
         (is_letter(next[0]) || (next.size() > 1 && next[0] == '/' && is_letter(next[1])));
}

/// Reads tags and text one after the other, without a tree. We do not use libxml2's HTML parser:
/// it looks through all open elements at an end tag and through all attributes at an attribute, so
/// that hostile input takes it quadratic time.
class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  std::string text() {
    while (at_ < html_.size()) {
      const auto tag = std::min(html_.find('<', at_), html_.size());
      text_until(tag);
      if (tag < html_.size()) markup();
    }
    return flow_.take();
  }

 private:
  void text_until(std::size_t end) {
    const auto run = html_.substr(at_, end - at_);
    at_ = end;
    if (run.empty()) return;
    const auto decoded = decode_entities(run);
    if (verbatim_ > 0)
      flow_.add_lines(decoded);
    else
      flow_.add(decoded);
  }

  void markup() {
    if (begins_tag(html_, at_)) return tag();
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return skip_to("-->");
    if (rest.starts_with("<![CDATA[")) return cdata();
    if (rest.starts_with("<!") || rest.starts_with("<?")) return skip_to(">");
    flow_.add("<");
    ++at_;
  }

  /// After the next `end`; where there is none, the sign at hand is text or nothing.
  void skip_to(std::string_view end) {
    const auto found = absent_.contains(std::string(end)) ? html_.npos : html_.find(end, at_ + 1);
    if (found == html_.npos) {
      absent_.emplace(end);
      at_ += end == "-->" ? 4 : 2;
    } else {
      at_ = found + end.size();
    }
  }

  void cdata() {
    at_ += std::string_view("<![CDATA[").size();
    text_until(std::min(html_.find("]]>", at_), html_.size()));
    at_ = std::min(at_ + 3, html_.size());
  }

  void tag() {
    const bool closing = html_[at_ + 1] == '/';
    const auto name_at = at_ + 1 + closing;
    auto end = name_at;
    while (end < html_.size() && html_.substr(end, 1).find_first_of(" \t\r\n\f/>") != 0) ++end;
    const std::string name = lower_case(html_.substr(name_at, std::min(end - name_at, kMaxName)));
    at_ = tag_end(end);
    if (name == "pre") verbatim_ = std::max(0, verbatim_ + (closing ? -1 : 1));
    const Block block = block_of(name);
    if (closing) return end_block(flow_, block);
    begin_block(flow_, block);
    if (block == Block::dropped && html_.substr(at_ - 2, 2) != "/>") drop(name);
  }

  /// After the '>' of a tag, or the end of the text.
  std::size_t tag_end(std::size_t from) {
    for (auto at = from; at < html_.size();) {
      at = html_.find_first_of("\"'>", at);
      if (at == html_.npos) break;
      if (html_[at] == '>') return at + 1;
      const bool value = html_[at - 1] == '=' || html_[at - 1] == ' ';
      at = value ? behind_quote(at) : at + 1;
    }
    return html_.size();
  }

  /// After the quote that closes the one at `at`; a quote that never closes is skipped alone.
  std::size_t behind_quote(std::size_t at) {
    const std::string quote(1, html_[at]);
    const auto end = absent_.contains(quote) ? html_.npos : html_.find(quote, at + 1);
    if (end != html_.npos) return end + 1;
    absent_.insert(quote);
    return at + 1;
  }

  /// Moves after the end tag of an element without text; one that has none is only a tag.
  void drop(const std::string& name) {
    const std::string end = "</" + name;
    if (absent_.contains(end)) return;
    for (auto at = at_; (at = html_.find("</", at)) != html_.npos; ++at) {
      if (lower_case(html_.substr(at, end.size())) != end) continue;
      at_ = at;
      return;
    }
    absent_.insert(end);
    if (name == "script" || name == "style") at_ = html_.size();
  }

  static constexpr std::size_t kMaxName = 16;
  const std::string_view html_;
  std::size_t at_ = 0;
  int verbatim_ = 0;
  TextFlow flow_;
  std::set<std::string, std::less<>> absent_;  // what was looked for and is not in the rest
};

}  // namespace

std::string html_to_text(std::string_view html) {
  return HtmlReader(html).text();
}

bool has_tags(std::string_view text) {
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1))
    if (begins_tag(text, at) || text.substr(at, 4) == "<!--") return true;
  return false;
}

std::string maybe_html_to_text(std::string_view text) {
  if (has_tags(text)) return html_to_text(text);
  const auto decoded = decode_entities(text);
  for (const std::string_view tag :
       {"</p>", "</a>", "<br", "</div>", "<p>", "</b>", "</i>", "<img "})
    if (decoded.find(tag) != decoded.npos) return html_to_text(decoded);
  TextFlow flow;
  flow.add_lines(decoded);
  return flow.take();
}

}  // namespace news
