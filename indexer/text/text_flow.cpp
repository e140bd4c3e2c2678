// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/text_flow.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.hpp"

namespace news {
namespace {

struct Named {
  std::string_view name;
  Block block;
};
constexpr std::array<Named, 60> kBlocks = {{
    {"ab", Block::paragraph},
    {"address", Block::paragraph},
    {"article", Block::paragraph},
    {"aside", Block::paragraph},
    {"audio", Block::dropped},
    {"blockquote", Block::paragraph},
    {"body", Block::paragraph},
    {"br", Block::line_break},
    {"button", Block::dropped},
    {"canvas", Block::dropped},
    {"center", Block::paragraph},
    {"closer", Block::paragraph},
    {"dd", Block::line},
    {"div", Block::paragraph},
    {"dl", Block::paragraph},
    {"dt", Block::line},
    {"figcaption", Block::paragraph},
    {"figure", Block::paragraph},
    {"footer", Block::paragraph},
    {"form", Block::paragraph},
    {"h1", Block::paragraph},
    {"h2", Block::paragraph},
    {"h3", Block::paragraph},
    {"h4", Block::paragraph},
    {"h5", Block::paragraph},
    {"h6", Block::paragraph},
    {"head", Block::paragraph},
    {"header", Block::paragraph},
    {"hl1", Block::paragraph},
    {"hl2", Block::paragraph},
    {"hr", Block::paragraph},
    {"item", Block::item},
    {"l", Block::line},
    {"lg", Block::paragraph},
    {"li", Block::item},
    {"list", Block::paragraph},
    {"main", Block::paragraph},
    {"nav", Block::paragraph},
    {"noscript", Block::dropped},
    {"ol", Block::paragraph},
    {"opener", Block::paragraph},
    {"p", Block::paragraph},
    {"pre", Block::paragraph},
    {"row", Block::line},
    {"script", Block::dropped},
    {"section", Block::paragraph},
    {"select", Block::dropped},
    {"style", Block::dropped},
    {"svg", Block::dropped},
    {"table", Block::paragraph},
    {"td", Block::cell},
    {"template", Block::dropped},
    {"textarea", Block::dropped},
    {"th", Block::cell},
    {"title", Block::paragraph},
    {"tr", Block::line},
    {"ul", Block::paragraph},
    {"video", Block::dropped},
    {"xml", Block::dropped},
    {"xmp", Block::paragraph},
}};
constexpr auto kByName = [](const Named& a, const Named& b) { return a.name < b.name; };
static_assert(std::is_sorted(kBlocks.begin(), kBlocks.end(), kByName));

/// Length of an invisible character at `at` that has no place in text: soft hyphen, zero-width
/// space, byte order mark.
std::size_t invisible(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at, 3);
  if (rest.starts_with("\xC2\xAD")) return 2;
  return rest == "\xE2\x80\x8B" || rest == "\xEF\xBB\xBF" ? 3 : 0;
}

/// Length of what separates words at `at`, or is invisible; 0 for all else.
std::size_t length_of_blank(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_white(c)) return 1;
  if (static_cast<signed char>(c) >= 0) return 0;
  if (c == '\xC2' && text.substr(at, 2) == "\xC2\xA0") return 2;
  return invisible(text, at);
}

}  // namespace

Block block_of(std::string_view name) {
  std::array<char, 12> lower{};
  if (name.size() > lower.size()) return Block::none;
  std::transform(name.begin(), name.end(), lower.begin(), [](char c) { return lower_case(c); });
  const std::string_view key(lower.data(), name.size());
  const auto* const at =
      std::lower_bound(kBlocks.begin(), kBlocks.end(), Named{key, Block::none}, kByName);
  return at == kBlocks.end() || at->name != key ? Block::none : at->block;
}

void TextFlow::break_line() {
  need(broken_ ? Break::paragraph : Break::line);
  broken_ = true;
}

void TextFlow::item() {
  need(Break::line);
  item_ = true;
}

void TextFlow::put(std::string_view words) {
  constexpr std::array<std::string_view, 5> kBreaks = {"", " ", "\t", "\n", "\n\n"};
  if (!out_.empty()) out_ += kBreaks[static_cast<std::size_t>(break_)];
  if (item_) out_ += "- ";
  out_ += words;
  break_ = Break::none;
  item_ = broken_ = joined_ = false;
}

void TextFlow::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    std::size_t length = 0;  // of what ends the words
    for (; at < text.size(); ++at) {
      if ((length = length_of_blank(text, at)) == 0) continue;
      // Most words are a blank apart: they are taken in one go.
      const bool one = text[at] == ' ' && at > begin && at + 1 < text.size();
      if (!one || length_of_blank(text, at + 1) > 0) break;
      length = 0;
    }
    if (at > begin) put(text.substr(begin, at - begin));
    if (length > 0 && invisible(text, at) == 0) blank();
    at += length;
  }
}

void TextFlow::add_lines(std::string_view text) {
  for (;;) {
    const auto end = text.find('\n');
    add(text.substr(0, end));
    if (end == text.npos) return;
    break_line();
    text.remove_prefix(end + 1);
  }
}

void TextFlow::end_line() {
  constexpr std::string_view kNotSign = "\xC2\xAC";  // what some transcriptions have for a hyphen
  const bool hyphen = out_.size() > 1 && out_.back() == '-' && !is_white(out_[out_.size() - 2]);
  if (break_ > Break::blank || (!hyphen && !out_.ends_with(kNotSign))) return blank();
  out_.resize(out_.size() - (hyphen ? 1 : kNotSign.size()));
  join();
}

void TextFlow::join() {
  if (break_ == Break::blank) break_ = Break::none;
  joined_ = true;
}

std::string TextFlow::take() {
  break_ = Break::none;
  item_ = broken_ = joined_ = false;
  return std::exchange(out_, {});
}

void begin_block(TextFlow& flow, Block block) {
  switch (block) {
    case Block::paragraph:
      return flow.paragraph();
    case Block::line:
      return flow.line();
    case Block::item:
      return flow.item();
    case Block::cell:
      return flow.cell();
    case Block::line_break:
      return flow.break_line();
    case Block::line_end:
      return flow.end_line();
    case Block::joined:
      return flow.join();
    case Block::dropped:
    case Block::none:
      return;
  }
}

void end_block(TextFlow& flow, Block block) {
  if (block == Block::item || block == Block::line) return flow.line();
  if (block == Block::paragraph || block == Block::cell) begin_block(flow, block);
}

std::string one_line(std::string_view text) {
  TextFlow flow;
  flow.add(text);
  return flow.take();
}

}  // namespace news
