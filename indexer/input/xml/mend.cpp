// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/mend.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "common/text/ascii.hpp"
#include "indexer/text/entities.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxDepth = 200;
constexpr std::size_t kMaxNodes = 1'000'000;  // elements and attributes: 200 bytes for each
constexpr std::size_t kMaxNames = 10'000;     // different ones: a parser's table is small
constexpr std::size_t kMaxAttributes = 128;   // of an element: a parser compares all with all
constexpr std::size_t kMaxNamespaces = 200;   // declared: a parser looks through those open

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_name_part(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

/// Bytes that cannot always be copied.
constexpr auto kSpecial = [] {
  std::array<bool, 256> special{};
  for (unsigned c = 0; c < 0x20; ++c) special[c] = !is_white(static_cast<char>(c));
  for (const unsigned char c : {'<', '>', '&', '"'}) special[c] = true;
  special[0xC2] = true;
  return special;
}();

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) { out_.reserve(text.size() + 256); }

  MendedXml mend() {
    while (at_ < text_.size() && problem_.empty()) {
      const auto sign = std::min(text_.find('<', at_), text_.size());
      characters(text_.substr(at_, sign - at_));
      at_ = sign;
      if (sign < text_.size()) markup();
    }
    if (!problem_.empty()) return {{}, problem_};
    while (!open_.empty()) close();
    return {std::move(out_), {}};
  }

 private:
  void markup() {
    const auto rest = text_.substr(at_);
    if (rest.size() > 1 && is_name_start(rest[1])) {
      start_tag();
    } else if (rest.size() > 2 && rest[1] == '/' && is_name_start(rest[2])) {
      end_tag();
    } else if (rest.starts_with("<!--")) {
      at_ = after("-->");
    } else if (rest.starts_with("<![CDATA[")) {
      cdata();
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      at_ = after(rest[1] == '?' ? "?>" : ">");
    } else {
      out_ += "&lt;";
      ++at_;
    }
  }

  std::size_t after(std::string_view end) const {
    const auto found = text_.find(end, at_ + 2);
    return found == text_.npos ? text_.size() : found + end.size();
  }

  /// CDATA as text, which tells apart what is mark-up from what looks like it just as well.
  void cdata() {
    const auto begin = at_ + std::string_view("<![CDATA[").size();
    at_ = after("]]>");
    const bool closed = text_.substr(0, at_).ends_with("]]>") && at_ >= begin + 3;
    literal(text_.substr(begin, at_ - begin - (closed ? 3 : 0)));
  }

  void characters(std::string_view text) {
    while (!text.empty()) {
      const auto sign = std::min(text.find('&'), text.size());
      literal(text.substr(0, sign));
      text.remove_prefix(sign);
      if (!text.empty()) text.remove_prefix(reference(text));
    }
  }

  void literal(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto begin = i;
      while (i < text.size() && !kSpecial[static_cast<unsigned char>(text[i])]) ++i;
      out_ += text.substr(begin, i - begin);
      if (i == text.size()) return;
      const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
      if (text[i] == '\xC2' && next < 0xA0 && next != 0)
        literal_control(next, i);
      else
        literal(text[i]);
    }
  }

  /// Writes what windows-1252 has for a control character of two bytes, the second at ++i.
  void literal_control(unsigned code, std::size_t& i) {
    const auto meant = decode_entities("&#" + std::to_string(code) + ';');
    if (!meant.starts_with('\xC2')) out_ += meant;
    ++i;
  }

  void literal(char c) {
    switch (c) {
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += out_.ends_with("]]") ? "&gt;" : ">";
        break;
      case '&':
        out_ += "&amp;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      default:
        out_ += static_cast<unsigned char>(c) < 0x20 && !is_white(c) ? ' ' : c;
    }
  }

  /// Writes what a reference at the beginning of `text` means, or its sign; gives its length.
  std::size_t reference(std::string_view text) {
    constexpr std::size_t kMaxLength = 14;
    const auto end = text.substr(0, kMaxLength).find(';');
    const auto given = text.substr(0, end == text.npos ? 1 : end + 1);
    const std::string meant = decode_entities(given);
    literal(meant == given ? std::string_view("&") : std::string_view(meant));
    return meant == given ? 1 : given.size();
  }

  std::string name() {
    std::string name;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (is_white(c) || c == '>' || c == '/' || c == '<' || c == '=') break;
      name += is_name_part(c) ? c : '_';
    }
    if (name.ends_with(':')) name.back() = '_';
    return name;
  }

  void count(const std::string& name) {
    if (++nodes_ > kMaxNodes) problem_ = "too many elements";
    if (names_.insert(name).second && names_.size() > kMaxNames) problem_ = "too many names";
  }

  void start_tag() {
    ++at_;
    std::string element = name();
    if (open_.size() >= kMaxDepth) problem_ = "nested too deeply";
    count(element);
    (out_ += '<') += element;
    attributes_ = 0;
    while (attribute()) {
    }
    const bool empty = text_.substr(at_).starts_with("/>");
    if (at_ < text_.size() && text_[at_] != '<') at_ += empty ? 2 : 1;
    out_ += empty ? "/>" : ">";
    if (!empty) open_.push_back(std::move(element));
  }

  /// Reads one attribute; false where the tag ends.
  bool attribute() {
    while (at_ < text_.size() && is_white(text_[at_])) ++at_;
    if (at_ == text_.size() || text_[at_] == '>' || text_[at_] == '<') return false;
    if (text_[at_] == '/' || text_[at_] == '=') {
      if (text_.substr(at_).starts_with("/>")) return false;
      ++at_;
      return true;
    }
    const bool usable = is_name_start(text_[at_]);
    auto key = name();
    if (key == "xml:id") key = "id";  // a parser would keep a table of them
    auto look = at_;
    while (look < text_.size() && is_white(text_[look])) ++look;
    std::string_view value;
    if (look < text_.size() && text_[look] == '=') {
      at_ = look + 1;
      value = attribute_value();
    }
    if (!usable || ++attributes_ > kMaxAttributes) return true;
    if (key.starts_with("xmlns") && (value.empty() || ++namespaces_ > kMaxNamespaces)) return true;
    count(key);
    ((out_ += ' ') += key) += "=\"";
    characters(value);
    out_ += '"';
    return true;
  }

  std::string_view attribute_value() {
    while (at_ < text_.size() && is_white(text_[at_])) ++at_;
    const auto rest = text_.substr(at_);
    const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    const auto begin = quoted ? 1u : 0u;
    // A value has no '<': it ends there if its quote was forgotten.
    const char ends[] = {quoted ? rest[0] : '>', '<', '\0'};
    const auto end = std::min(rest.find_first_of(quoted ? ends : " \t\r\n<>", begin), rest.size());
    at_ += end + (quoted && end < rest.size() && rest[end] == rest[0]);
    return rest.substr(begin, end - begin);
  }

  void end_tag() {
    at_ += 2;
    const auto element = name();
    at_ = std::min(text_.find_first_of("<>", at_), text_.size());
    if (at_ < text_.size() && text_[at_] == '>') ++at_;
    const auto open = std::find(open_.rbegin(), open_.rend(), element);
    if (open == open_.rend()) return;
    for (auto left = open - open_.rbegin() + 1; left > 0; --left) close();
  }

  void close() {
    ((out_ += "</") += open_.back()) += '>';
    open_.pop_back();
  }

  const std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string> open_;
  std::string_view problem_;
  std::size_t nodes_ = 0;
  std::unordered_set<std::string> names_;
  std::size_t attributes_ = 0;
  std::size_t namespaces_ = 0;
};

}  // namespace

MendedXml mend_xml(std::string_view text) {
  return Mender(text).mend();
}

}  // namespace news
