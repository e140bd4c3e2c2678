// SPDX-License-Identifier: GPL-2.0-or-later
#include "grammar.hpp"

#include <fmt/format.h>

#include "fold.hpp"
#include "sexpr.hpp"

namespace oracle {
namespace {

using Kind = Query::Kind;

std::string bracketed(const Query& query) {
  return query.kind == Kind::kAtom ? query.native : '(' + query.native + ')';
}

Query atom(std::string native, const char* name, const std::string& value) {
  return {std::move(native), fmt::format("({} {})", name, quoted(value)), Kind::kAtom};
}

// The word with everything from letter `from` to letter `to` replaced.
std::string replaced(const std::string& word, size_t from, size_t to, const char* by) {
  const icu::UnicodeString all = fromUtf8(word);
  const int32_t begin = all.moveIndex32(0, static_cast<int32_t>(from));
  const int32_t end = all.moveIndex32(0, static_cast<int32_t>(to));
  return toUtf8(all.tempSubStringBetween(0, begin)) + by + toUtf8(all.tempSubString(end));
}

size_t lengthOf(const std::string& word) {
  return toUtf32(word).size();
}

}  // namespace

Query Grammar::query() {
  draw_.move();
  if (draw_.percent(1)) return {"*", "(all)", Kind::kAtom};
  return boolean(draw_.percent(12) ? 0 : 1 + static_cast<int>(draw_.below(4)));
}

Query Grammar::boolean(int depth) {
  if (draw_.percent(12)) draw_.move();
  if (depth <= 0) return booleanLeaf();
  const size_t dice = draw_.below(100);
  if (dice < 30) return conjunction(depth);
  if (dice < 45) return disjunction(depth);
  if (dice < 53) return negation(depth);
  if (dice < 65 && !inPlace_) return place(depth);
  if (spine_) return booleanLeaf();
  return dice < 93 || inPlace_ ? positional(depth) : atLeast(depth);
}

Query Grammar::booleanLeaf() {
  const size_t dice = draw_.below(100);
  if (dice < 60) return term(false);
  if (dice < 80) return inPlace_ ? term(false) : filter();
  if (spine_) return dice < 90 ? phrase() : word(false);
  if (dice < 88) {
    const std::string text = draw_.written();
    return atom("case:" + text, "case", text);
  }
  if (dice < 94) {
    const std::string text = draw_.accented();
    return atom("accents:" + text, "accents", text);
  }
  return phrase();
}

Query Grammar::conjunction(int depth) {
  Query out{"", "(and", Kind::kOperator};
  const size_t count = 2 + draw_.below(2);
  const std::string joint = draw_.percent(50) ? " " : " AND ";
  for (size_t i = 0; i < count; ++i) {
    const Query part = boolean(depth - 1);
    if (i > 0) out.native += joint;
    out.native += part.kind == Kind::kMinus ? part.native : bracketed(part);
    out.sexpr += ' ' + part.sexpr;
  }
  out.sexpr += ')';
  return out;
}

Query Grammar::disjunction(int depth) {
  const Query a = boolean(depth - 1);
  const Query b = boolean(depth - 1);
  return {bracketed(a) + " OR " + bracketed(b), fmt::format("(or {} {})", a.sexpr, b.sexpr),
          Kind::kOperator};
}

Query Grammar::negation(int depth) {
  const Query part = boolean(depth - 1);
  const bool minus = draw_.percent(50);
  return {(minus ? "-" : "NOT ") + bracketed(part), fmt::format("(not {})", part.sexpr),
          minus ? Kind::kMinus : Kind::kOperator};
}

Query Grammar::place(int depth) {
  const size_t dice = spine_ ? 0 : draw_.below(3);
  if (dice == 0) {
    draw_.moveToTitle();
    if (draw_.percent(50)) return placed("title:", "title", std::min(depth - 1, 2));
    const Query inner = draw_.percent(60) ? word(false) : phrase();
    const bool plain = inner.sexpr.starts_with("(w ") || inner.native.starts_with('"');
    return {"title:" + (plain ? inner.native : '(' + inner.native + ')'),
            fmt::format("(title {})", inner.sexpr), Kind::kAtom};
  }
  if (draw_.percent(70)) draw_.moveToStart();
  if (dice == 1) return placed("lead:", "lead", depth - 1);
  const size_t number = draw_.oneOf(std::vector<size_t>{10, 25, 50, 100, 200});
  return placed(fmt::format("first/{}:", number), fmt::format("first {}", number), depth - 1);
}

Query Grammar::placed(const std::string& native, const std::string& sexpr, int depth) {
  inPlace_ = true;
  const Query inner = boolean(depth);
  inPlace_ = false;
  return {native + '(' + inner.native + ')', fmt::format("({} {})", sexpr, inner.sexpr),
          Kind::kAtom};
}

Query Grammar::atLeast(int depth) {
  const Query inner = draw_.percent(70) ? term(false) : operand(depth - 1);
  const size_t number = 2 + draw_.below(5);
  return {fmt::format("ATLEAST/{} {}", number, bracketed(inner)),
          fmt::format("(atleast {} {})", number, inner.sexpr), Kind::kOperator};
}

Query Grammar::filter() {
  const size_t dice = draw_.below(spine_ ? 80 : 100);
  const auto value = [](const char* name, const std::string& text) {
    return atom(fmt::format("{}:\"{}\"", name, text), name, text);
  };
  const auto fits = [](const std::string& text) {
    return !text.empty() && text.find_first_of("\"\\\t\n\r") == std::string::npos;
  };
  if (dice < 25 && fits(draw_.article().source)) {
    const std::string source = draw_.source();
    if (fits(source)) return value("source", source);
  }
  if (dice >= 25 && dice < 40) {
    const std::string author = draw_.author();
    return atom("author:" + author, "author", author);
  }
  if (dice >= 40 && dice < 45) {
    const std::string language = draw_.language();
    if (!language.empty()) return atom("lang:" + language, "lang", language);
  }
  if (dice >= 95) {
    const std::string section = draw_.section();
    if (fits(section)) return value("section", section);
  }
  if (dice >= 80) {
    const std::string how = draw_.oneOf(std::vector<std::string>{"<", "<=", ">", ">=", "="});
    const size_t size = draw_.article().text.size();
    return {fmt::format("words:{}{}", how, size), fmt::format("(words {} {})", how, size),
            Kind::kAtom};
  }
  const std::string date = draw_.date();
  return atom("date:" + date, "date", date);
}

Query Grammar::positional(int depth) {
  const Query a = operand(depth - 1);
  const Query b = operand(depth - 1);
  const size_t number = draw_.oneOf(std::vector<size_t>{1, 2, 3, 5, 5, 10, 10, 20});
  const size_t dice = draw_.below(100);
  std::string native = " PARAGRAPH ";
  std::string name = "para";
  if (dice < 75) {
    const bool near = dice < 30;
    const bool adj = !near && dice < 55;
    name = fmt::format("{} {}", near ? "near" : adj ? "adj" : "notnear", number);
    native = fmt::format(" {}/{} ", near ? "NEAR" : adj ? "ADJ" : "NOT NEAR", number);
    if (near && number == 10 && draw_.percent(50)) native = " NEAR ";
  } else if (dice < 90) {
    native = " SENTENCE ";
    name = "sent";
  }
  return {bracketed(a) + native + bracketed(b), fmt::format("({} {} {})", name, a.sexpr, b.sexpr),
          Kind::kOperator};
}

// What may stand beside a positional operator. Deep ones get rarer words, to bound their spans.
Query Grammar::operand(int depth) {
  const bool rare = depth > 0 || draw_.percent(50);
  const size_t dice = draw_.below(100);
  if (depth > 0 && dice < 45) return positional(depth);
  return dice < 60 ? alternatives(rare) : term(rare);
}

Query Grammar::alternatives(bool rare) {
  Query out{"", "(or", Kind::kOperator};
  const size_t count = 2 + draw_.below(2);
  for (size_t i = 0; i < count; ++i) {
    const Query part = term(rare);
    out.native += (i > 0 ? " OR " : "") + part.native;
    out.sexpr += ' ' + part.sexpr;
  }
  out.sexpr += ')';
  return out;
}

Query Grammar::term(bool rare) {
  const size_t dice = draw_.below(100);
  if (dice < 50) return word(rare);
  if (dice < 65) return exact(rare);
  if (dice < 82) return phrase();
  if (dice < 90 || spine_) return prefix();
  return dice < 96 ? wildcard() : fuzzy();
}

Query Grammar::word(bool rare) {
  const std::string text = draw_.anyWord(rare);
  return atom(text, "w", text);
}

Query Grammar::exact(bool rare) {
  const std::string text = draw_.anyWord(rare);
  return atom('=' + text, "x", text);
}

Query Grammar::phrase() {
  std::vector<std::string> words;
  for (int tries = 0; words.empty(); ++tries) {
    words = draw_.run(2 + draw_.below(3));
    if (tries >= 5) draw_.move();
  }
  if (!spine_ && draw_.percent(15)) return branchedPhrase(words);
  if (!spine_ && words.size() > 2 && draw_.percent(40))
    words[1 + draw_.below(words.size() - 2)] = "*";
  const std::string text = fmt::format("{}", fmt::join(words, " "));
  return atom('"' + text + '"', "p", text);
}

Query Grammar::branchedPhrase(const std::vector<std::string>& words) {
  const size_t at = draw_.below(words.size());
  std::string native = "\"";
  std::string sexpr = "(phrase";
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) native += ' ';
    if (i == at) {
      const std::string other = draw_.letters(false);
      const bool swapped = draw_.percent(50);
      const std::string& a = swapped ? other : words[i];
      const std::string& b = swapped ? words[i] : other;
      native += fmt::format("({}|{})", a, b);
      sexpr += fmt::format(" (or (x {}) (x {}))", quoted(a), quoted(b));
    } else {
      native += words[i];
      sexpr += fmt::format(" (x {})", quoted(words[i]));
    }
  }
  return {native + '"', sexpr + ')', Kind::kAtom};
}

Query Grammar::prefix() {
  const std::string text = draw_.letters(false, 4);
  const size_t keep = 3 + draw_.below(lengthOf(text) - 3);
  const std::string start = replaced(text, keep, lengthOf(text), "");
  if (draw_.expansions(start + '*') >= Draw::kTooMany) return atom(text + '*', "pre", text);
  return atom(start + '*', "pre", start);
}

Query Grammar::wildcard() {
  const std::string text = draw_.letters(false, 5);
  const size_t length = lengthOf(text);
  const size_t at = 1 + draw_.below(length - 2);
  std::string pattern;
  switch (draw_.below(3)) {
    case 0:
      pattern = replaced(text, 0, 1 + draw_.below(length - 3), "*");
      break;
    case 1:
      pattern = replaced(text, at, at + 1, "?");
      break;
    default:
      pattern = replaced(text, at, at + 1 + draw_.below(length - 1 - at), "*");
      break;
  }
  if (draw_.expansions(pattern) >= Draw::kTooMany) pattern = replaced(text, at, at + 1, "?");
  return atom(pattern, "wild", pattern);
}

Query Grammar::fuzzy() {
  const bool two = draw_.percent(30);
  const std::string text = draw_.letters(false, two ? 7 : 5);
  const int distance = two ? 2 : 1;
  return {fmt::format("{}~{}", text, distance),
          fmt::format("(fuzzy {} {})", distance, quoted(text)), Kind::kAtom};
}

}  // namespace oracle
