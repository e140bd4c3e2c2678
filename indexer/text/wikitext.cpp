// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/wikitext.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/text/html_text.hpp"
#include "indexer/text/text_flow.hpp"
#include "indexer/text/wiki_lines.hpp"
#include "indexer/text/wiki_template.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxDepth = 40;  // brackets in brackets; each level copies its text once

/// Elements that are no text, with what is in them.
constexpr std::array<std::string_view, 12> kDropped = {
    "ref",   "gallery",  "math",   "timeline",        "score",    "syntaxhighlight",
    "graph", "imagemap", "source", "dynamicpagelist", "inputbox", "templatedata"};

struct Frame {
  enum class Kind { page, text_template, link, external, table };
  Kind kind = Kind::page;
  std::string out;
  std::vector<std::size_t> bars;  // in out

  std::vector<std::string_view> parts() const {
    std::vector<std::string_view> parts;
    const std::string_view text = out;
    std::size_t begin = 0;
    for (const auto bar : bars) {
      parts.push_back(text.substr(begin, bar - begin));
      begin = bar + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
  }
};

class WikiReader {
 public:
  WikiReader(std::string_view source, const WikiNames& names) : source_(source), names_(names) {
    frames_.emplace_back();
  }

  WikiPage read() {
    while (at_ < source_.size()) {
      const auto sign = std::min(source_.find_first_of("<{}[]|\n", at_), source_.size());
      top().out += source_.substr(at_, sign - at_);
      at_ = sign;
      if (sign < source_.size()) markup();
    }
    while (frames_.size() > 1) flatten();
    page_.text = html_to_text(wiki_lines_to_html(without_template_gaps(top().out)));
    return std::move(page_);
  }

 private:
  using Kind = Frame::Kind;

  Frame& top() { return frames_.back(); }
  bool is_next(std::string_view text) const { return source_.substr(at_).starts_with(text); }
  bool at_line_start() const { return at_ == 0 || source_[at_ - 1] == '\n'; }

  void markup() {
    switch (source_[at_]) {
      case '<':
        return tag();
      case '{':
        if (is_next("{{")) return open(Kind::text_template, 2);
        if (is_next("{|") && at_line_start()) return open(Kind::table, 2);
        return literal();
      case '}':
        return is_next("}}") ? close(Kind::text_template, 2) : literal();
      case '[':
        if (is_next("[[")) return open(Kind::link, 2);
        for (const std::string_view scheme : {"[http", "[//", "[mailto:", "[ftp"})
          if (is_next(scheme)) return open(Kind::external, 1);
        return literal();
      case ']':
        if (top().kind == Kind::external) return close(Kind::external, 1);
        return is_next("]]") ? close(Kind::link, 2) : literal();
      case '|':
        if (top().kind == Kind::table && is_next("|}") && at_line_start())
          return close(Kind::table, 2);
        if (top().kind == Kind::text_template || top().kind == Kind::link)
          top().bars.push_back(top().out.size());
        return literal();
      default:
        if (top().kind == Kind::external) flatten();
        return literal();
    }
  }

  void literal() { top().out += source_[at_++]; }

  void open(Kind kind, std::size_t length) {
    at_ += length;
    if (frames_.size() < kMaxDepth)
      frames_.push_back({kind, {}, {}});
    else
      ++too_deep_;
  }

  void close(Kind kind, std::size_t length) {
    if (too_deep_ > 0) {
      --too_deep_;
      at_ += length;
      return;
    }
    const auto open = std::find_if(frames_.rbegin(), frames_.rend(),
                                   [&](const Frame& frame) { return frame.kind == kind; });
    const auto above = static_cast<std::size_t>(open - frames_.rbegin());
    // A template does not end within a link: what is open in it was never closed.
    if (open == frames_.rend() || (kind != Kind::text_template && above > 0)) return literal();
    for (auto left = above; left > 0; --left) flatten();
    at_ += length;
    const Frame frame = std::move(top());
    frames_.pop_back();
    reduce(frame);
  }

  /// Text of brackets that never close stands as it is.
  void flatten() {
    constexpr std::array<std::string_view, 5> kSigns = {"", "{{", "[[", "[", "{|"};
    const Frame frame = std::move(top());
    frames_.pop_back();
    (top().out += kSigns[static_cast<std::size_t>(frame.kind)]) += frame.out;
  }

  void reduce(const Frame& frame) {
    switch (frame.kind) {
      case Kind::text_template:
        return text_template(frame.parts());
      case Kind::link:
        return link(frame);
      case Kind::external: {
        const auto blank = frame.out.find(' ');
        if (blank != std::string::npos) top().out += frame.out.substr(blank + 1);
        return;
      }
      case Kind::table:
        top().out += '\n';
        return;
      case Kind::page:
        return;
    }
  }

  void text_template(const std::vector<std::string_view>& parts) {
    const WikiTemplate shown = read_template(parts);
    top().out += shown.text;
    if (page_.date.empty()) page_.date = shown.date;
  }

  void link(const Frame& frame) {
    const std::string_view all = frame.out;
    const auto bar = frame.bars.empty() ? all.size() : frame.bars.front();
    std::string target = one_line(all.substr(0, bar));
    const bool shown = target.starts_with(':');
    if (shown) target.erase(0, 1);
    const auto colon = std::min(target.find(':'), target.size());
    const auto space = lower_case(one_line(std::string_view(target).substr(0, colon)));
    if (!shown && colon < target.size()) {
      const auto rest = one_line(std::string_view(target).substr(colon + 1));
      if (is_category(space)) return page_.categories.push_back(rest);
      if (is_file(space) || (frame.bars.empty() && is_language(space))) return;
      if (frame.bars.empty() && is_sister(space)) target = rest;
    }
    if (frame.bars.empty()) {
      top().out += target;
    } else if (const auto label = all.substr(bar + 1); !one_line(label).empty()) {
      top().out += label;
    } else {
      top().out += target.substr(colon < target.size() ? colon + 1 : 0);
    }
  }

  bool is_category(const std::string& space) const {
    return space == "category" || names_.category.contains(space);
  }
  bool is_file(const std::string& space) const {
    return space == "file" || space == "image" || space == "media" || names_.file.contains(space);
  }
  static bool is_language(std::string_view space) {
    return (space.size() == 2 || space.size() == 3) &&
           space.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == space.npos;
  }
  static bool is_sister(std::string_view space) {
    return space == "w" || space == "wikipedia" || space == "wikt" || space == "commons" ||
           space == "n" || space == "wikinews" || space == "s" || space == "q";
  }

  /// Inline HTML stays for later; what is no text goes with all that is in it.
  void tag() {
    if (is_next("<!--")) return skip_behind("-->");
    std::string name;
    for (auto at = at_ + 1; at < source_.size() && name.size() < 16; ++at) {
      const char c = lower_case(source_.substr(at, 1))[0];
      if (c < 'a' || c > 'z') break;
      name += c;
    }
    if (name == "nowiki") return nowiki();
    if (std::find(kDropped.begin(), kDropped.end(), name) == kDropped.end()) return literal();
    const auto end = endless_.contains(">") ? source_.npos : source_.find('>', at_);
    if (end == source_.npos) {
      endless_.insert(">");
      return literal();
    }
    const bool empty = source_[end - 1] == '/';
    at_ = end + 1;
    if (!empty) skip_element(name);
  }

  void skip_behind(std::string_view end) {
    const auto found = source_.find(end, at_);
    at_ = found == source_.npos ? source_.size() : found + end.size();
  }

  /// After the end tag; an element that never ends is only a tag.
  void skip_element(const std::string& name) {
    if (endless_.contains(name)) return;
    const std::string end = "</" + name;
    for (auto at = at_; (at = source_.find("</", at)) != source_.npos; ++at) {
      if (lower_case(source_.substr(at, end.size())) != end) continue;
      at_ = at;
      return skip_behind(">");
    }
    endless_.insert(name);
  }

  void nowiki() {
    skip_behind(">");
    if (source_[at_ - 1] != '>' || (at_ > 1 && source_[at_ - 2] == '/')) return;
    constexpr std::string_view kEnd = "</nowiki>";
    const auto end = endless_.contains("nowiki") ? source_.npos : source_.find(kEnd, at_);
    if (end == source_.npos) {
      endless_.insert("nowiki");
      return;
    }
    top().out += source_.substr(at_, end - at_);
    at_ = end + kEnd.size();
  }

  const std::string_view source_;
  const WikiNames& names_;
  std::size_t at_ = 0;
  std::size_t too_deep_ = 0;  // brackets open that have no frame
  std::vector<Frame> frames_;
  std::set<std::string, std::less<>> endless_;  // elements (and ">") without an end in the rest
  WikiPage page_;
};

}  // namespace

WikiPage read_wikitext(std::string_view source, const WikiNames& names) {
  return WikiReader(source, names).read();
}

}  // namespace news
