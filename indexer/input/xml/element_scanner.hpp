// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Finds the elements of some names in XML that comes block by block, well-formed or not. Comments,
/// CDATA, instructions and the document type are passed over; elements of a record's own name
/// within it are counted. A '<' within quotes begins a tag: XML has none there, so that somebody
/// forgot a quote.
class ElementScanner {
 public:
  enum class Event { none, begins, ends };

  /// Local names in lower case; those in the input may have any prefix and case.
  explicit ElementScanner(std::vector<std::string_view> names) : names_(std::move(names)) {}

  /// Reads on and gives the number of bytes read: all, or up to an event, which is after the name
  /// in the start tag of a record or after its end.
  std::size_t feed(std::string_view bytes);
  Event event() const { return event_; }
  /// Bytes read since the '<' of what may become the start of a record, or has; else 0.
  std::size_t pending() const { return pending_; }
  /// Forgets the element it is in.
  void leave() { depth_ = 0; }

 private:
  enum class State { text, sign, name, end_name, tag, quote, bang, comment, cdata, pi, doctype };

  std::size_t text(std::string_view bytes);
  std::size_t until_close(std::string_view bytes);
  void step(char c);
  void in_sign(char c);
  void in_name(char c);
  void in_end_name(char c);
  void in_tag(char c);
  void in_bang(char c);
  void in_doctype(char c);
  void start_known();
  void tag_ends();
  bool takes_name(char c);

  const std::vector<std::string_view> names_;
  State state_ = State::text;
  Event event_ = Event::none;
  std::size_t pending_ = 0;
  std::string name_;    // local, of the tag at hand, lower case
  std::string record_;  // of the element we are in
  std::size_t depth_ = 0;
  bool same_ = false;     // the tag at hand has the record's name
  bool closing_ = false;  // it is an end tag
  bool again_ = false;    // the character just read is to be read again
  char last_ = 0;         // the character before
  char before_ = 0;       // and the one before that
  char quote_ = 0;
  std::size_t brackets_ = 0;
  std::size_t length_ = 0;  // of the document type so far
};

}  // namespace news
