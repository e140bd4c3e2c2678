// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/foreign/foreign_words.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "searcher/engine/query/fields.hpp"
#include "searcher/engine/query/lexer.hpp"
#include "searcher/engine/query/operands.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/tree.hpp"
#include "searcher/engine/query/words.hpp"

namespace news::foreign {
namespace {

constexpr std::uint32_t kMaxEnding = 5;  // of `$n`
constexpr std::size_t kMaxRows = 50;     // each is one level deeper

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads the words of one run into places of phrases.
class Pieces {
 public:
  Pieces(std::string_view query, Syntax syntax) : query_(query), syntax_(syntax) {}

  void add(const Token& token) {
    if (token.kind == Kind::word) {
      check_signs(token.text);
      return add_chunk(token.text, false);
    }
    const std::size_t before = places.size();
    for (std::size_t at = 0; at < token.inner.size();) {
      const std::size_t begin = at;
      while (at < token.inner.size() && !is_blank_char(decode_utf8(token.inner, at).code))
        at += decode_utf8(token.inner, at).length;
      if (at > begin)
        add_chunk(token.inner.substr(begin, at - begin), true);
      else
        at += decode_utf8(token.inner, at).length;
    }
    if (places.size() == before)
      fail_at(query_, token.text, "the quotation marks hold no word",
              "A word holds at least one letter or digit.");
  }

  std::vector<Node> places;

 private:
  // Signs that mean something elsewhere; as punctuation they would change the query in silence.
  void check_signs(std::string_view raw) const {
    const std::string quote = "To search the text itself, put it in quotation marks.";
    const std::size_t sign = raw.find_first_of("|^~<>[]{}=");
    if (sign != std::string_view::npos)
      fail_at(
          query_, raw.substr(sign, 1),
          "'" + std::string(raw.substr(sign, 1)) + "' means nothing in " + service_name(syntax_),
          quote);
    if (raw.size() > 1 && std::string_view("-+!").find(raw[0]) != std::string_view::npos)
      fail_at(query_, raw.substr(0, 1),
              "'" + std::string(raw.substr(0, 1)) + "' does not stand in front of a word",
              (syntax_ == Syntax::factiva ? "To exclude a word write not. "
                                          : "To exclude a word write and not. ") +
                  quote);
    check_slashes(raw);
    const std::size_t colon = raw.find(':');
    if (colon != std::string_view::npos && find_field(raw.substr(0, colon)))
      fail_at(query_, raw.substr(0, colon + 1),
              "'" + std::string(raw.substr(0, colon + 1)) + "' is a field of the native syntax",
              quote);
  }

  // Factiva's `/n5/` and `/f50/`, which need no blanks around them.
  void check_slashes(std::string_view raw) const {
    if (syntax_ != Syntax::factiva) return;
    for (std::size_t at = raw.find('/'); at < raw.size(); at = raw.find('/', at + 1)) {
      const std::size_t end = raw.find('/', at + 1);
      if (end == std::string_view::npos || end < at + 3) continue;
      const std::string name = lower_case(raw.substr(at + 1, 1));
      const std::string_view digits = raw.substr(at + 2, end - at - 2);
      if ((name != "n" && name != "f") || !read_number(digits, 999'999'999)) continue;
      fail_at(query_, raw.substr(at, end - at + 1),
              "'" + std::string(raw.substr(at, end - at + 1)) + "' is not read here",
              name == "n" ? "Write near5, with blanks around it."
                          : "For the first words of the text there is first/50:word in the native "
                            "syntax only.");
    }
  }

  // The pattern in our own signs; `ending` is the number of `$n`.
  std::string translate(std::string_view raw, std::uint32_t& ending) const {
    if (const auto tick = raw.find('`'); tick != std::string_view::npos)
      fail_at(query_, raw.substr(tick, 1), "'`' means nothing in " + service_name(syntax_),
              "For an apostrophe write a straight one: '.");
    const char last = syntax_ == Syntax::factiva ? '*' : '!';
    const std::size_t cut = raw.find(last);
    if (cut != std::string_view::npos && (cut + 1 < raw.size() || cut == 0))
      fail_at(query_, raw.substr(cut, 1), "'" + std::string(1, last) + "' ends a word");
    std::string out(raw);
    if (syntax_ == Syntax::factiva) {
      cut_ending(raw, ending, out);
      return out;
    }
    if (const auto mark = raw.find('?'); mark != std::string_view::npos)
      fail_at(query_, raw.substr(mark, 1), "'?' means nothing in Nexis",
              "For one character write '*'; as punctuation leave it out.");
    for (char& c : out) c = c == '*' ? '?' : c == '!' ? '*' : c;
    return out;
  }

  // `engineer$3`: the number goes, the stem stays. `$5` and `US$5m` are money.
  void cut_ending(std::string_view raw, std::uint32_t& ending, std::string& out) const {
    std::size_t digits = raw.size();
    while (digits > 0 && is_digit(raw[digits - 1])) --digits;
    if (digits < 2 || digits == raw.size() || raw[digits - 1] != '$') return;
    const auto n = read_number(raw.substr(digits), kMaxEnding);
    if (!n || *n == 0)
      fail_at(query_, raw.substr(digits - 1), "'$' takes a number from 1 to 5",
              "For any ending write '*'; for an amount of money leave '$' out.");
    ending = *n;
    out.resize(digits - 1);
    if (!analyse(out, Folding::both).empty() && !out.ends_with('*')) return;
    fail_at(query_, raw.substr(digits - 1), "'$' ends a word");
  }

  void add_chunk(std::string_view raw, bool quoted) {
    if (raw == "%" && syntax_ == Syntax::factiva)
      return places.push_back(make_leaf(query_, Op::any_word, raw));
    std::uint32_t ending = 0;
    const std::string pattern = translate(raw, ending);
    auto words = analyse(pattern, Folding::both);
    if (words.empty() && !quoted)
      fail_at(query_, raw, "'" + std::string(raw) + "' holds no word",
              "A word holds at least one letter or digit.");
    const Op op = quoted || syntax_ == Syntax::factiva ? Op::exact : Op::word;
    for (auto& word : words) {
      if (is_bare_wildcard(word)) fail_bare(raw);
      places.push_back(make_leaf(query_, word.wildcard ? Op::wildcard : op, raw));
      places.back().text = std::move(word.text);
    }
    if (ending > 0) places.back() = endings(raw, pattern, ending, std::move(places.back()));
  }

  // The stem with nothing, one, two … characters after it.
  Node endings(std::string_view raw, std::string pattern, std::uint32_t ending, Node stem) const {
    Node node = make_leaf(query_, Op::or_, raw);
    const std::size_t words = analyse(pattern, Folding::both).size();
    node.children.push_back(std::move(stem));
    for (std::uint32_t i = 0; i < ending; ++i) {
      pattern += '?';
      auto longer = analyse(pattern, Folding::both);
      if (longer.size() != words || is_bare_wildcard(longer.back())) fail_bare(raw);
      node.children.push_back(make_leaf(query_, Op::wildcard, raw));
      node.children.back().text = std::move(longer.back().text);
    }
    return node;
  }

  [[noreturn]] void fail_bare(std::string_view raw) const {
    fail_at(query_, raw, "a wildcard needs a letter or digit beside it",
            "Write at least the beginning of the word.");
  }

  std::string_view query_;
  Syntax syntax_;
};

// A row of places as one node.
Node join(std::string_view query, std::string_view part, std::vector<Node> places) {
  if (std::all_of(places.begin(), places.end(), [](const Node& n) { return n.op == Op::any_word; }))
    fail_at(query, part, "'%' stands for one word between others",
            "Write at least one word beside it.");
  if (places.size() == 1) return std::move(places[0]);
  Node phrase = make_leaf(query, Op::phrase, part);
  phrase.children = std::move(places);
  return phrase;
}

std::string change_case(std::string_view text, bool up) {
  auto changed = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (up)
    changed.toUpper(icu::Locale::getRoot());
  else
    changed.toLower(icu::Locale::getRoot());
  std::string out;
  changed.toUTF8String(out);
  return out;
}

}  // namespace

Node read_run(std::string_view query, Syntax syntax, const std::vector<Token>& tokens) {
  Pieces pieces(query, syntax);
  for (const auto& token : tokens) pieces.add(token);
  const auto* begin = tokens.front().text.data();
  const auto* end = tokens.back().text.data() + tokens.back().text.size();
  const std::string_view part(begin, static_cast<std::size_t>(end - begin));
  std::vector<std::vector<Node>> rows(1);
  Op kind = Op::all;  // of the words in the last row; wildcards go with both
  for (auto& place : pieces.places) {
    const Op own = place.op == Op::wildcard ? Op::all : place.op == Op::word ? Op::word : Op::exact;
    if (own != Op::all && kind != Op::all && own != kind) {
      rows.emplace_back();
      kind = Op::all;
    }
    if (own != Op::all) kind = own;
    rows.back().push_back(std::move(place));
  }
  if (rows.size() > kMaxRows)
    fail_at(query, part, "words and quotations alternate more than 50 times in a row");
  Node out = join(query, part, std::move(rows[0]));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Node next = make_leaf(query, Op::adj, part);
    next.n = 1;
    next.children.push_back(std::move(out));
    next.children.push_back(join(query, part, std::move(rows[i])));
    out = std::move(next);
  }
  return out;
}

Node read_caps(std::string_view query, const Token& name, const std::vector<Token>& tokens) {
  const std::string which = lower_case(name.text);
  std::vector<Node> words;
  for (const auto& token : tokens) {
    const std::string_view raw = token.kind == Kind::quoted ? token.inner : token.text;
    if (const auto sign = raw.find_first_of("*?!=|^~`<>"); sign != std::string_view::npos)
      fail_at(query, raw.substr(sign, 1), which + "() takes plain words");
    const std::string shown =
        which == "caps" ? std::string(raw) : change_case(raw, which == "allcaps");
    const bool capital = shown != change_case(shown, false);
    if (which == "caps" && !capital)
      fail_at(query, token.text, "caps() takes a word with its capitals",
              "Write it as the articles do: caps(Turkey).");
    for (auto& word : analyse(shown, Folding::keep_case)) {
      words.push_back(make_leaf(query, Op::case_word, token.text));
      words.back().text = std::move(word.text);
    }
  }
  if (words.empty()) fail_at(query, name.text, which + "() holds no word");
  const auto* end = tokens.back().text.data() + tokens.back().text.size();
  return join(query, {name.text.data(), static_cast<std::size_t>(end - name.text.data())},
              std::move(words));
}

}  // namespace news::foreign
