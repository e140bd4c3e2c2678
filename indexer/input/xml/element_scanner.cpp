// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/element_scanner.hpp"

#include <algorithm>
#include <utility>

#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxName = 64;
constexpr std::size_t kMaxDoctype = 64u << 10;  // longer ones have lost their end

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::size_t ElementScanner::feed(std::string_view bytes) {
  if (event_ != Event::none) pending_ = 0;
  event_ = Event::none;
  std::size_t at = 0;
  while (at < bytes.size() && event_ == Event::none) {
    switch (state_) {
      case State::text:
        at += text(bytes.substr(at));
        break;
      case State::comment:
      case State::cdata:
      case State::pi:
        at += until_close(bytes.substr(at));
        break;
      default:
        step(bytes[at]);
        if (!std::exchange(again_, false)) ++at;
    }
  }
  return at;
}

std::size_t ElementScanner::text(std::string_view bytes) {
  const auto sign = bytes.find('<');
  if (sign == bytes.npos) return bytes.size();
  state_ = State::sign;
  pending_ = depth_ == 0 ? 1 : 0;
  return sign + 1;
}

/// Comments, CDATA and instructions end at a '>' with the right characters before it.
std::size_t ElementScanner::until_close(std::string_view bytes) {
  const auto close = std::min(bytes.find('>'), bytes.size());
  if (close > 0) {
    before_ = close > 1 ? bytes[close - 2] : last_;
    last_ = bytes[close - 1];
  }
  if (close == bytes.size()) return close;
  const bool ends = state_ == State::pi        ? last_ == '?'
                    : state_ == State::comment ? last_ == '-' && before_ == '-'
                                               : last_ == ']' && before_ == ']';
  if (ends) state_ = brackets_ > 0 ? State::doctype : State::text;
  before_ = last_;
  last_ = '>';
  return close + 1;
}

void ElementScanner::step(char c) {
  if (pending_ > 0) ++pending_;
  switch (state_) {
    case State::sign:
      in_sign(c);
      break;
    case State::name:
      in_name(c);
      break;
    case State::end_name:
      in_end_name(c);
      break;
    case State::tag:
      in_tag(c);
      break;
    case State::quote:
      if (c == quote_) state_ = State::tag;
      if (c == '<') in_tag(c);
      break;
    case State::bang:
      in_bang(c);
      break;
    default:
      in_doctype(c);
  }
  before_ = last_;
  last_ = c;
}

void ElementScanner::in_sign(char c) {
  name_.clear();
  same_ = false;
  closing_ = false;
  if (c == '/') {
    state_ = State::end_name;
    closing_ = true;
    pending_ = 0;
  } else if (c == '!' || c == '?') {
    state_ = c == '!' ? State::bang : State::pi;
    pending_ = 0;
    last_ = before_ = 0;
  } else if (begins_name(c)) {
    state_ = State::name;
    takes_name(c);
  } else if (c != '<') {
    state_ = State::text;
    pending_ = 0;
  } else {
    pending_ = depth_ == 0 ? 1 : 0;
  }
}

/// Adds to the name, of which only what is after the prefix is kept; false at its end.
bool ElementScanner::takes_name(char c) {
  if (is_white(c) || c == '>' || c == '/' || c == '<') return false;
  if (c == ':')
    name_.clear();
  else if (name_.size() < kMaxName)
    name_ += lower_case(c);
  if (pending_ > 4 * kMaxName) pending_ = 0;
  return true;
}

void ElementScanner::in_name(char c) {
  if (takes_name(c)) return;
  start_known();
  if (event_ == Event::none) pending_ = 0;
  state_ = State::tag;
  in_tag(c);
}

void ElementScanner::start_known() {
  if (depth_ > 0) {
    same_ = name_ == record_;
    depth_ += same_;
  } else if (pending_ > 0 && std::find(names_.begin(), names_.end(), name_) != names_.end()) {
    record_ = name_;
    depth_ = 1;
    same_ = true;
    event_ = Event::begins;
  }
}

void ElementScanner::in_end_name(char c) {
  if (takes_name(c)) return;
  same_ = depth_ > 0 && name_ == record_;
  state_ = State::tag;
  in_tag(c);
}

void ElementScanner::in_tag(char c) {
  if (c == '>') {
    tag_ends();
  } else if (c == '"' || c == '\'') {
    quote_ = c;
    state_ = State::quote;
  } else if (c == '<') {
    tag_ends();
    again_ = true;  // this sign is the next tag's
    if (pending_ > 0) --pending_;
  }
}

void ElementScanner::tag_ends() {
  state_ = State::text;
  const bool ends = closing_ || last_ == '/';
  if (!same_ || !ends || depth_ == 0) return;
  if (--depth_ == 0) event_ = Event::ends;
}

void ElementScanner::in_bang(char c) {
  name_ += c;
  constexpr std::string_view kCdata = "[CDATA[";
  if (name_ == "--" || name_ == kCdata) {
    state_ = name_ == kCdata ? State::cdata : State::comment;
    last_ = before_ = 0;
  } else if (name_ != "-" && !kCdata.starts_with(name_)) {
    brackets_ = 0;
    length_ = 0;
    quote_ = 0;
    state_ = State::doctype;
    in_doctype(c);
  }
}

/// A document type has quotes, and comments and declarations in brackets.
void ElementScanner::in_doctype(char c) {
  if (quote_ != 0) {
    if (c == quote_) quote_ = 0;
  } else if (c == '"' || c == '\'') {
    quote_ = c;
  } else if (c == '[') {
    ++brackets_;
  } else if (c == ']' && brackets_ > 0) {
    --brackets_;
  } else if (c == '-' && last_ == '-' && before_ == '!' && brackets_ > 0) {
    state_ = State::comment;
    return;
  } else if (c == '>' && brackets_ == 0) {
    state_ = State::text;
  }
  if (++length_ > kMaxDoctype) {
    state_ = State::text;
    brackets_ = 0;
  }
}

}  // namespace news
