// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>
#include <string>
#include <vector>

#include "common/date.hpp"
#include "searcher/engine/query/fields.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/query/printer.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

ParseOptions options() {
  return {false, parse_date("2016-03-15")};
}  // a Tuesday

struct Good {
  const char* query;
  const char* canonical;
};

const Good kGood[] = {
    {"Peace", "peace"},
    {"peace talks", "peace AND talks"},
    {"peace AND talks", "peace AND talks"},
    {"a OR b c", "a OR b AND c"},
    {"a OR b AND c", "a OR b AND c"},
    {"(a OR b) c", "(a OR b) AND c"},
    {"a (b c)", "a AND b AND c"},
    {"a OR (b OR c)", "a OR b OR c"},
    {"a NOT b", "a AND NOT b"},
    {"-a", "NOT a"},
    {"NOT a", "NOT a"},
    {"NOT NOT a", "NOT NOT a"},
    {"a -b -c", "a AND NOT b AND NOT c"},
    {"NOT (a b)", "NOT (a AND b)"},
    {"NOT (a OR b)", "NOT (a OR b)"},
    {"well-known", "well-known"},
    {"foo@bar", "foo-bar"},
    {"12:30", "12-30"},
    {"http://example.org/a-b", "http-example.org-a-b"},
    {"C++", "c"},
    {"AT&T", "at-t"},
    {"U.S.", "u.s"},
    {"U.S", "u.s"},
    {"don't", "don't"},
    {"don’t", "don't"},
    {"1,000", "1,000"},
    {"3.5", "3.5"},
    {"résumé", "resume"},
    {"Straße", "strasse"},
    {"日本語テキスト", "日本語-テキスト"},
    {"東京", "東京"},
    {"สวัสดีชาวโลก", "สวัสดี-ชาว-โลก"},
    {"กรุงเทพมหานคร", "กรุงเทพมหานคร"},
    {"서울 시장", "서울 AND 시장"},
    {"=word", "=word"},
    {"=well-known", "\"well known\""},
    {"\"a b c\"", "\"a b c\""},
    {"\"a * c\"", "\"a * c\""},
    {"\"* minister\"", "\"* minister\""},
    {"\"prime *\"", "\"prime *\""},
    {"\"(prime|first) minister\"", "\"(prime|first) minister\""},
    {"\"(prime minister|president) putin\"", "\"(prime minister|president) putin\""},
    {"\"a (b|c (d|e)) f\"", "\"a (b|c (d|e)) f\""},
    {"\"a (b) c\"", "\"a b c\""},
    {"\"(a|b)\"", "=a OR =b"},
    {"\"word\"", "=word"},
    {"\"wor* peace\"", "\"wor* peace\""},
    {"\"wor*\"", "wor*"},
    {"“curly quotes”", "\"curly quotes\""},
    {"\"AT & T\"", "\"at t\""},
    {"wor*", "wor*"},
    {"*ism", "*ism"},
    {"w?rd", "w?rd"},
    {"colo*r", "colo*r"},
    {"*", "*"},
    {"* -a", "* AND NOT a"},
    {"well-kno*", "well-kno*"},
    {"a**b", "a*b"},
    {"kishida~1", "kishida~1"},
    {"kishida~", "kishida~1"},
    {"kishida~2", "kishida~2"},
    {"case:Turkey", "case:Turkey"},
    {"case:AND", "case:AND"},
    {"case:\"New York\"", "case:New-York"},
    {"case:New-York", "case:New-York"},
    {"accents:résumé", "accents:résumé"},
    {"accents:Résumé", "accents:résumé"},
    {"a NEAR/5 b", "a NEAR/5 b"},
    {"a NEAR b", "a NEAR/10 b"},
    {"a ADJ b", "a ADJ/1 b"},
    {"a ADJ/3 b", "a ADJ/3 b"},
    {"a SENTENCE b", "a SENTENCE b"},
    {"a PARAGRAPH b", "a PARAGRAPH b"},
    {"a NOT NEAR/5 b", "a NOT NEAR/5 b"},
    {"a NOT NEAR b", "a NOT NEAR/10 b"},
    {"a NEAR/5 b NEAR/3 c", "a NEAR/5 b NEAR/3 c"},
    {"a NEAR/5 (b NEAR/3 c)", "a NEAR/5 (b NEAR/3 c)"},
    {"(a OR b) NEAR/5 c", "(a OR b) NEAR/5 c"},
    {"\"a b\" NEAR/5 wor* OR d", "\"a b\" NEAR/5 wor* OR d"},
    {"a b NEAR/5 c d", "a AND b NEAR/5 c AND d"},
    {"ATLEAST/5 x", "ATLEAST/5 x"},
    {"ATLEAST/5 (a OR b)", "ATLEAST/5 (a OR b)"},
    {"ATLEAST/3 \"a b\"", "ATLEAST/3 \"a b\""},
    {"ATLEAST/3(a NEAR/5 b)", "ATLEAST/3 (a NEAR/5 b)"},
    {"title:x", "title:x"},
    {"headline:x", "title:x"},
    {"Title:X", "title:x"},
    {"title:(a b)", "title:(a AND b)"},
    {"title:(a OR b)", "title:(a OR b)"},
    {"title:\"a b\"", "title:\"a b\""},
    {"title:=x", "title:=x"},
    {"title:wor*", "title:wor*"},
    {"title:case:Turkey", "title:case:Turkey"},
    {"title:well-known", "title:well-known"},
    {"title:(NOT a)", "title:(NOT a)"},
    {"title:12:30", "title:12-30"},
    {"-title:x", "NOT title:x"},
    {"NOT title:x", "NOT title:x"},
    {"lead:(peace talks)", "lead:(peace AND talks)"},
    {"first/100:(a b)", "first/100:(a AND b)"},
    {"first/100:a", "first/100:a"},
    {"text:a", "text:a"},
    {"words:>500", "words:>500"},
    {"words:>=500", "words:>=500"},
    {"words:<500", "words:<500"},
    {"words:<=500", "words:<=500"},
    {"words:=500", "words:=500"},
    {"words:500", "words:=500"},
    {"words:100..200", "words:100..200"},
    {"words:100..", "words:>=100"},
    {"words:..200", "words:<=200"},
    {"source:bbc", "source:bbc"},
    {"source:\"Fox News\"", "source:\"Fox News\""},
    {"source:bbc.co.uk", "source:bbc.co.uk"},
    {"publisher:bbc", "source:bbc"},
    {"author:smith", "author:smith"},
    {"author:\"John Smith\"", "author:\"John Smith\""},
    {"section:politics", "section:politics"},
    {"lang:de", "lang:de"},
    {"language:de", "lang:de"},
    {"url:https://example.org/2016/?a=b", "url:https://example.org/2016/?a=b"},
    {"id:x17", "id:x17"},
    {"date:2016", "date:2016"},
    {"date:2016-03", "date:2016-03"},
    {"date:2016-03-01", "date:2016-03-01"},
    {"date:2016-03..2016-06", "date:2016-03..2016-06"},
    {"date:2016..", "date:2016.."},
    {"date:..2015", "date:..2015"},
    {"date:undated", "date:undated"},
    {"date:\"last 2 weeks\"", "date:2016-03-02..2016-03-15"},
    {"date:yesterday", "date:2016-03-14"},
    {"date:today", "date:2016-03-15"},
    {"date:\"march 2016\"", "date:2016-03"},
    {"date:\"last month\"", "date:2016-02"},
    {"date:\"last year\"", "date:2015"},
    {"date:\"last week\"", "date:2016-03-07..2016-03-13"},
    {"date:\"this week\"", "date:2016-03-14..2016-03-20"},
    {"date:\"this month\"", "date:2016-03"},
    {"date:\"last 3 months\"", "date:2015-12-16..2016-03-15"},
    {"date:\"last 10 days\"", "date:2016-03-06..2016-03-15"},
    {"date:\"last 2 years\"", "date:2014-03-16..2016-03-15"},
    {"date:\"3 March 2016\"", "date:2016-03-03"},
    {"date:\"March 3, 2016\"", "date:2016-03-03"},
    {"date:13/4/2016", "date:2016-04-13"},
    {"date:20160301", "date:2016-03-01"},
    {"date:\"last month..today\"", "date:2016-02..2016-03-15"},
    {"date:\"1 march 2016 .. 5 march 2016\"", "date:2016-03-01..2016-03-05"},
    {"ﷺ", "`صلى الله عليه وسلم`"},
    {"ŉ", "`ʼn`"},
    {"coŀlegi", "col·legi"},
    {"צה\"ל", "`צה\"ל`"},
    {"\"צה\"ל\"", "=`צה\"ל`"},
    {"source:\"The \\\"Daily\\\"\"", "source:\"The \\\"Daily\\\"\""},
    {"source:\" Fox \"", "source:Fox"},
    {"`Foo bar`", "`Foo bar`"},
    {"and or not", "and AND or AND not"},
    {"peace and war", "peace AND and AND war"},
    {"what?", "what?"},
    {"near/5", "near-5"},
    {"a AND NOT b", "a AND NOT b"},
    {"ＡＢＣ", "abc"},
    {"x²", "x"},
    {"a　b", "a AND b"},
    {"a AND b OR c AND d", "a AND b OR c AND d"},
    {"NOT a NOT b", "NOT a AND NOT b"},
    {"-(a OR b) c", "NOT (a OR b) AND c"},
    {"-\"a b\"", "NOT \"a b\""},
    {"a OR -b", "a OR NOT b"},
    {"((a))", "a"},
    {"(a) OR (b)", "a OR b"},
    {"a \"b c\" d", "a AND \"b c\" AND d"},
    {"\"a b\" NOT NEAR/3 \"c d\"", "\"a b\" NOT NEAR/3 \"c d\""},
    {"a SENTENCE b PARAGRAPH c", "a SENTENCE b PARAGRAPH c"},
    {"a ADJ/2 (b OR \"c d\" OR e*)", "a ADJ/2 (b OR \"c d\" OR e*)"},
    {"(a NEAR/2 b OR c) SENTENCE d", "(a NEAR/2 b OR c) SENTENCE d"},
    {"kishida~1 NEAR/5 minister", "kishida~1 NEAR/5 minister"},
    {"case:Turkey NEAR/5 accents:café", "case:Turkey NEAR/5 accents:café"},
    {"ATLEAST/5 x OR y", "ATLEAST/5 x OR y"},
    {"ATLEAST/2 wor* source:bbc", "ATLEAST/2 wor* AND source:bbc"},
    {"title:(peace NEAR/5 talks) date:2016", "title:(peace NEAR/5 talks) AND date:2016"},
    {"lead:\"prime minister\" -source:bbc", "lead:\"prime minister\" AND NOT source:bbc"},
    {"first/50:(a OR b NOT c)", "first/50:(a OR b AND NOT c)"},
    {"title:accents:José", "title:accents:josé"},
    {"FIRST/10:a", "first/10:a"},
    {"hl:=exact", "title:=exact"},
    {"byline:\"O'Neill\"", "author:O'Neill"},
    {"category:\"World News\"", "section:\"World News\""},
    {"url:\"http://x.org/(a)\"", "url:\"http://x.org/(a)\""},
    {"source:a`b", "source:a`b"},
    {"source:'x'", "source:'x'"},
    {"id:\"a*b\"", "id:\"a*b\""},
    {"id:-5", "id:-5"},
    {"source:\"back\\slash here\"", "source:\"back\\\\slash here\""},
    {"words:0", "words:=0"},
    {"\"((a|b)|c) d\"", "\"(a|b|c) d\""},
    {"\"(a * b|c) d\"", "\"(a * b|c) d\""},
    {"\"(a b)\"", "\"a b\""},
    {"\"1,000 people\"", "\"1,000 people\""},
    {"\"Foo's bar?\"", "\"foo's bar?\""},
    {"=U.S.", "=u.s"},
    {"=日本語テキスト", "\"日本語 テキスト\""},
    {"\"日本語テキスト\"", "\"日本語 テキスト\""},
    {"café~2", "cafe~2"},
    {"*日本", "*日本"},
    {"日本*", "日本*"},
    {"x_y", "x_y"},
    {"naïve-café", "naive-cafe"},
    {"`a`-`b`", "a-b"},
    {"`ʼn*`", "`ʼn*`"},
    {"title:AND", "title:and"},
    {"a　OR　b", "a OR b"},
    {"x (y -z) OR w", "x AND y AND NOT z OR w"},
    {"a NEAR/05 b", "a NEAR/5 b"},
    {"date:\"past 3 days\"", "date:2016-03-13..2016-03-15"},
    {"date:\"sept. 2016\"", "date:2016-09"},
    {"date:Undated", "date:undated"},
};

struct Bad {
  const char* query;
  std::size_t column;
  const char* message;
};

const Bad kBad[] = {
    {"½ cup", 1, "'½' holds no word"},
    {"a NEAR/5 b AND NOT c NEAR/5 d", 16, "NOT cannot stand inside NEAR/5"},
    {"", 1, "the query is empty"},
    {"   ", 1, "the query is empty"},
    {"\"abc", 1, "this quotation mark is never closed"},
    {"a \"b", 3, "this quotation mark is never closed"},
    {"(a", 1, "this bracket is never closed"},
    {"a)", 2, "there is no opening bracket for this one"},
    {"((a)", 1, "this bracket is never closed"},
    {"()", 1, "the brackets are empty"},
    {"a ()", 3, "the brackets are empty"},
    {"AND", 1, "'AND' has nothing before it"},
    {"AND a", 1, "'AND' has nothing before it"},
    {"a AND", 3, "'AND' has nothing after it"},
    {"a OR", 3, "'OR' has nothing after it"},
    {"OR a", 1, "'OR' has nothing before it"},
    {"a AND OR b", 7, "'OR' directly after 'AND'"},
    {"a OR AND b", 6, "'AND' directly after 'OR'"},
    {"NOT", 1, "'NOT' has nothing after it"},
    {"a NOT", 3, "'NOT' has nothing after it"},
    {"-", 1, "'-' holds no word"},
    {"a - b", 3, "'-' holds no word"},
    {"--a", 1, "'--' is not an operator"},
    {"title:", 1, "'title:' is empty"},
    {"title: x", 1, "'title:' is empty"},
    {"title:)", 1, "'title:' is empty"},
    {"(title:)", 2, "'title:' is empty"},
    {"source:", 1, "'source:' is empty"},
    {"source:\"\"", 8, "source: needs a value"},
    {"source:\" \"", 8, "source: needs a value"},
    {"foo:bar", 1, "unknown field 'foo'"},
    {"titel:x", 1, "unknown field 'titel'"},
    {"sorce:x", 1, "unknown field 'sorce'"},
    {"autor:x", 1, "unknown field 'autor'"},
    {"foo:", 1, "unknown field 'foo'"},
    {"a NEAR/0 b", 3, "NEAR takes a number from 1 to 1000"},
    {"a NEAR/1001 b", 3, "NEAR takes a number from 1 to 1000"},
    {"a NEAR/ b", 3, "NEAR takes a number from 1 to 1000"},
    {"a NEAR/x b", 3, "NEAR takes a number from 1 to 1000"},
    {"a ADJ/0 b", 3, "ADJ takes a number from 1 to 1000"},
    {"a NEAR", 3, "'NEAR' has nothing after it"},
    {"NEAR b", 1, "'NEAR' has nothing before it"},
    {"a NEAR NEAR b", 8, "'NEAR' directly after 'NEAR'"},
    {"(a b) NEAR/5 c", 2, "AND (or a blank) cannot stand inside NEAR/5"},
    {"a NEAR/5 (b AND c)", 11, "AND (or a blank) cannot stand inside NEAR/5"},
    {"a NEAR/5 NOT b", 10, "NOT cannot stand inside NEAR/5"},
    {"-a NEAR b", 1, "NOT cannot stand inside NEAR/10"},
    {"a NEAR/5 source:x", 10, "source: cannot stand inside NEAR/5"},
    {"a NEAR/5 date:2016", 10, "date: cannot stand inside NEAR/5"},
    {"a NEAR/5 *", 10, "'*' cannot stand inside NEAR/5"},
    {"a NEAR/5 title:b", 10, "title: cannot stand inside NEAR/5"},
    {"a NEAR/5 ATLEAST/2 b", 10, "ATLEAST/2 cannot stand inside NEAR/5"},
    {"a NOT ADJ/5 b", 7, "NOT goes together with NEAR only"},
    {"a NOT SENTENCE b", 7, "NOT goes together with NEAR only"},
    {"ATLEAST x", 1, "ATLEAST needs a number"},
    {"ATLEAST/0 x", 1, "ATLEAST takes a number from 1 to 1000"},
    {"ATLEAST/5", 1, "'ATLEAST/5' has nothing after it"},
    {"ATLEAST/5 (a b)", 12, "AND (or a blank) cannot stand inside ATLEAST/5"},
    {"ATLEAST/5 NOT a", 11, "'NOT' cannot stand inside ATLEAST/5"},
    {"ATLEAST/5 ATLEAST/5 a", 11, "'ATLEAST/5' cannot stand inside ATLEAST/5"},
    {"ATLEAST/5 source:x", 11, "source: cannot stand inside ATLEAST/5"},
    {"title:(a source:b)", 10, "source: cannot stand inside title:"},
    {"title:title:x", 7, "'title:' cannot stand inside title:"},
    {"title:(title:x)", 8, "title: cannot stand inside title:"},
    {"title:*", 7, "'*' cannot stand inside title:"},
    {"title:-x", 7, "'-' stands in front of a field, not after it"},
    {"title:(ATLEAST/2 x)", 8, "ATLEAST/2 cannot stand inside title:"},
    {"title/5:x", 1, "'title/5:' is no field: title: takes no number"},
    {"first:x", 1, "first needs a number"},
    {"first/0:x", 1, "first takes a number from 1 to 1000000"},
    {"first/100: y", 1, "'first/100:' is empty"},
    {"&", 1, "'&' holds no word"},
    {"a & b", 3, "'&' holds no word"},
    {"a && b", 3, "'&&' holds no word"},
    {"a|b", 2, "'|' stands only in brackets inside quotation marks"},
    {"|", 1, "'|' stands only in brackets inside quotation marks"},
    {"a^2", 2, "'^' is not an operator"},
    {"!a", 1, "'!' is not an operator"},
    {"\"\"", 1, "the quotation marks hold no word"},
    {"\"&\"", 1, "the quotation marks hold no word"},
    {"\"*\"", 1, "a phrase needs a word"},
    {"\"* *\"", 1, "a phrase needs a word"},
    {"\"a|b\"", 3, "'|' stands between alternatives in brackets"},
    {"\"(a|b\"", 2, "this bracket is never closed"},
    {"\"a)\"", 3, "there is no opening bracket for this one"},
    {"\"()\"", 3, "an alternative needs a word"},
    {"\"(a|)\"", 5, "an alternative needs a word"},
    {"\"(a|*)\"", 5, "an alternative needs a word"},
    {"\"(a|b)*\"", 7, "a blank is missing between the wildcard and the bracket"},
    {"\"a~1 b\"", 3, "'~' does not work inside quotation marks"},
    {"\"foo-*\"", 2, "a wildcard needs a letter or digit beside it"},
    {"=", 1, "'=' has no word after it"},
    {"=wor*", 1, "'=' and a wildcard do not go together"},
    {"=a~1", 3, "'=' and '~' do not go together"},
    {"=title:x", 1, "'=' stands after a field, not in front of it"},
    {"=\"a b\"", 2, "a blank is missing before '\"'"},
    {"~1", 1, "'~1' holds no word"},
    {"a~3", 2, "'~' ends a word and takes 1 or 2"},
    {"a~b", 2, "'~' ends a word and takes 1 or 2"},
    {"well-known~1", 1, "'~' takes one word, and 'well-known' is 2"},
    {"wor*~1", 1, "'~' and a wildcard do not go together"},
    {"?", 1, "a wildcard needs a letter or digit beside it"},
    {"**", 1, "a wildcard needs a letter or digit beside it"},
    {"foo-*", 1, "a wildcard needs a letter or digit beside it"},
    {"3.*", 1, "a wildcard needs a letter or digit beside it"},
    {"case:", 1, "'case:' is empty"},
    {"case:Foo*", 9, "case: takes plain words, without '*'"},
    {"case:(a b)", 6, "case: takes a word"},
    {"case:&", 6, "'&' holds no word"},
    {"accents:a~1", 10, "accents: takes plain words, without '~'"},
    {"\"a b\"~3", 6, "a blank is missing before '~'"},
    {"foo(bar)", 4, "a blank is missing before '('"},
    {"a\"b\"", 2, "a blank is missing before '\"'"},
    {"\"a\"\"b\"", 4, "a blank is missing before '\"'"},
    {"(a)b", 4, "a blank is missing before 'b'"},
    {"(a)(b)", 4, "a blank is missing before '('"},
    {"words:x", 7, "words: takes a number"},
    {"words:>", 7, "words: takes a number"},
    {"words:500..100", 7, "the range ends before it starts"},
    {"words:9999999999", 7, "words: takes a number"},
    {"words:(1)", 7, "words: takes one value"},
    {"date:2016-13", 6, "there is no month 13"},
    {"date:2016-02-30", 6, "there is no day 30 in that month"},
    {"date:2016..2015", 6, "the range ends before it starts"},
    {"date:..", 6, "a range needs at least one end"},
    {"date:foo", 6, "'foo' is not a date that can be read in one way only"},
    {"date:3/4/2016", 6, "'3/4/2016' is not a date that can be read in one way only"},
    {"date:2016-03-01T10:00", 6, "a date filter goes down to the day"},
    {"date:999", 6, "'999' is not a date that can be read in one way only"},
    {"date:3000", 6, "the year 3000 is outside 1000 to 2999"},
    {"date:(2016)", 6, "date: takes one value"},
    {"date:1456790400", 6, "a date filter goes down to the day"},
    {"date:\"last 0 days\"", 6, "'last 0' is not a period"},
    {"date:\"last 999999 days\"", 6, "'last 999999' is not a period"},
    {"date:\"last 9000 years\"", 6, "the year is outside 1000 to 2999"},
    {"source:bbc*", 8, "source: takes no wildcard"},
    {"url:http://x/*", 5, "url: takes no wildcard"},
    {"author:&", 8, "author: needs a word"},
    {"source:(a OR b)", 8, "source: takes one value"},
    {"don`t", 4, "this backtick is never closed"},
    {"``", 1, "there is nothing between the backticks"},
    {"日本 (", 5, "this bracket is never closed"},
    {"a (b OR c", 3, "this bracket is never closed"},
    {"title/x:y", 1, "'title/x:' is no field: title: takes no number"},
    {"first/x:y", 1, "first takes a number from 1 to 1000000"},
};

/// Trees that obey ast.hpp, drawn at random.
class Grower {
 public:
  explicit Grower(unsigned seed) : random_(seed) {}

  Node query(unsigned depth) {
    switch (depth == 0 ? below(3) : below(9)) {
      case 0:
        return filter();
      case 1:
        return with(Op::all, 0, {});
      case 2:
        return leaf();
      case 3:
        return list(Op::and_, Op::or_, depth, &Grower::query);
      case 4:
        return list(Op::or_, Op::and_, depth, &Grower::query);
      case 5:
        return with(Op::not_, 0, {query(depth - 1)});
      case 6:
        return with(Op::atleast, 1 + below(1000), {span(depth - 1)});
      case 7:
        return scope(depth - 1);
      default:
        return span(depth);
    }
  }

 private:
  unsigned below(unsigned n) { return static_cast<unsigned>(random_()) % n; }

  static Node with(Op op, std::uint32_t n, std::vector<Node> children) {
    Node node;
    node.op = op;
    node.n = n;
    node.children = std::move(children);
    return node;
  }
  static Node of_text(Op op, std::string text, std::uint32_t n = 0) {
    Node node;
    node.op = op;
    node.text = std::move(text);
    node.n = n;
    return node;
  }

  std::string any(const std::vector<std::string>& pool) {
    return pool[below(static_cast<unsigned>(pool.size()))];
  }
  std::string folded() {
    return any({"peace",    "and",      "u.s",   "don't",   "1,000", "3.5",      "東京",
                "テキスト", "สวัสดี",     "서울",  "strasse", "x_y",   "col·legi", "ʼn",
                " ι",       "صلى الله", "צה\"ל", "a-b",     "c d",   "f(x)",     "Not"});
  }
  std::string pattern() { return any({"wor*", "*ism", "w?rd", "*日本", "ʼn*", "a*b?c", "*.com"}); }

  // and_ of and_ would be flat; so the children of a list are of another kind.
  Node list(Op op, Op other, unsigned depth, Node (Grower::*child)(unsigned)) {
    std::vector<Node> children;
    for (unsigned i = 2 + below(2); i > 0; --i) {
      Node node = (this->*child)(depth - 1);
      if (node.op == op) node.op = other;
      // Its own children may be of the kind it has just become.
      bool nested = false;
      for (const auto& c : node.children) nested |= c.op == node.op && node.op == other;
      children.push_back(nested ? leaf() : std::move(node));
    }
    return with(op, 0, std::move(children));
  }

  Node leaf() {
    switch (below(8)) {
      case 0:
        return of_text(Op::exact, folded());
      case 1:
        return of_text(Op::wildcard, pattern());
      case 2:
        return of_text(Op::fuzzy, folded(), 1 + below(2));
      case 3:
        return of_text(Op::case_word, any({"Turkey", "AND", "ʼN", "a B"}));
      case 4:
        return of_text(Op::accents_word, any({"résumé", "café", "ñ(x)"}));
      case 5:
        return phrase(2);
      case 6:
        return row();
      default:
        return of_text(Op::word, folded());
    }
  }

  // A token of several words.
  Node row() {
    const unsigned kind = below(3);
    std::vector<Node> words;
    for (unsigned i = 2 + below(2); i > 0; --i) {
      if (kind == 1)
        words.push_back(of_text(Op::case_word, any({"New", "York", "x y"})));
      else if (kind == 2)
        words.push_back(of_text(Op::accents_word, any({"été", "là", "x-y"})));
      else if (!words.empty() && below(3) == 0)
        words.push_back(of_text(Op::wildcard, pattern()));
      else
        words.push_back(of_text(Op::word, folded()));
    }
    return with(Op::phrase, 0, std::move(words));
  }

  Node place(unsigned depth) {
    const unsigned kind = below(depth > 0 ? 5 : 4);
    if (kind == 0) return of_text(Op::wildcard, pattern());
    if (kind < 4) return of_text(Op::exact, folded());
    std::vector<Node> alternatives;
    for (unsigned i = 2 + below(2); i > 0; --i)
      alternatives.push_back(below(2) ? of_text(Op::exact, folded()) : phrase(depth - 1));
    return with(Op::or_, 0, std::move(alternatives));
  }

  Node phrase(unsigned depth) {
    std::vector<Node> places;
    places.push_back(place(depth));
    for (unsigned i = below(3); i > 0; --i)
      places.push_back(below(4) ? place(depth) : with(Op::any_word, 0, {}));
    places.push_back(place(depth));
    return with(Op::phrase, 0, std::move(places));
  }

  Node span(unsigned depth) {
    if (depth == 0) return leaf();
    switch (below(7)) {
      case 0:
        return leaf();
      case 1:
        return with(Op::sentence, 0, {span(depth - 1), span(depth - 1)});
      case 2:
        return with(Op::paragraph, 0, {span(depth - 1), span(depth - 1)});
      case 3:
        return with(Op::not_near, 1 + below(1000), {span(depth - 1), span(depth - 1)});
      case 4:
        return with(Op::adj, 1 + below(1000), {span(depth - 1), span(depth - 1)});
      case 5:
        return list(Op::or_, Op::sentence, 1, &Grower::leaf_of);
      default:
        return with(Op::near, 1 + below(1000), {span(depth - 1), span(depth - 1)});
    }
  }
  Node leaf_of(unsigned) { return leaf(); }

  Node boolean(unsigned depth) {
    if (depth == 0) return leaf();
    switch (below(4)) {
      case 0:
        return list(Op::and_, Op::or_, depth, &Grower::boolean);
      case 1:
        return list(Op::or_, Op::and_, depth, &Grower::boolean);
      case 2:
        return with(Op::not_, 0, {boolean(depth - 1)});
      default:
        return span(depth);
    }
  }

  Node scope(unsigned depth) {
    const Op op = std::vector{Op::title, Op::text, Op::lead, Op::first}[below(4)];
    return with(op, op == Op::first ? 1 + below(1000000) : 0, {boolean(depth)});
  }

  Node filter() {
    const unsigned kind = below(8);
    if (kind == 0) return dates();
    if (kind == 1) return length();
    const Op op =
        std::vector{Op::source, Op::section, Op::lang, Op::url, Op::id, Op::author}[kind - 2];
    return of_text(op, any({"bbc", "Fox News", "a\"b", "“x”", "\\ y\\", "(a)", "b*", "a:b", "-x",
                            "東京 日報"}));
  }
  Node dates() {
    Node node = with(Op::date, 0, {});
    const auto date = [this](const char* year) {
      return parse_date(year + any({"", "-02", "-07-14", "-12-31"}));
    };
    const unsigned kind = below(5);
    node.dates.undated = kind == 0;
    if (kind == 1 || kind == 2) node.dates.from = date("2015");
    if (kind == 1 || kind == 3) node.dates.to = date("2016");
    if (kind == 4) node.dates.from = node.dates.to = date("1999");
    return node;
  }
  Node length() {
    Node node = with(Op::words, below(1000), {});
    node.compare = static_cast<Compare>(1 + below(6));
    if (node.compare == Compare::between) node.upper = node.n + below(1000);
    return node;
  }

  std::mt19937 random_;
};

std::string hint_of(const char* query) {
  const auto hints = query_hints(query);
  return hints.size() == 1 ? hints[0] : std::to_string(hints.size()) + " hints";
}

std::string message_of(const std::string& query) {
  try {
    return "read as " + to_string(parse_query(query, options()));
  } catch (const QueryError& error) {
    return error.message();
  }
}

}  // namespace

TEST_CASE("a query has one canonical form, which reads back the same", "[query]") {
  for (const auto& row : kGood) {
    CAPTURE(row.query);
    const Node query = parse_query(row.query, options());
    CHECK(to_string(query) == row.canonical);
    CHECK(parse_query(row.canonical, options()) == query);
  }
}

TEST_CASE("a malformed query is an error that marks its place", "[query]") {
  for (const auto& row : kBad) {
    CAPTURE(row.query);
    try {
      const Node query = parse_query(row.query, options());
      FAIL_CHECK("was read as " << to_string(query));
    } catch (const QueryError& error) {
      CHECK(error.message() == row.message);
      CHECK(error.column() == row.column);
      CHECK(error.code() == ErrorCode::usage);
      CHECK_FALSE(caret_message(row.query, error).empty());
    }
  }
}

TEST_CASE("every tree prints to a query that reads back the same", "[query]") {
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    const Node tree = Grower(seed).query(4);
    const std::string printed = to_string(tree);
    CAPTURE(seed, printed);
    const Node read = parse_query(printed);
    REQUIRE(to_string(read) == printed);
    REQUIRE(read == tree);
  }
}

TEST_CASE("random scraps of syntax are errors or read back the same", "[query]") {
  const std::vector<std::string> scraps = {
      "a",        "b ",       " ",     "(",          ")",          "\"",    "“",       "-",
      "*",        "?",        "~",     "~2",         "=",          "|",     "`",       " NEAR/3 ",
      " AND ",    " OR ",     " NOT ", "ATLEAST/2 ", "title:",     "case:", "source:", "date:2016",
      "words:>5", "東京",     "ﷺ",     "ŉ",          "é",          "'",     ".",       ":",
      "\\",       "first/9:", "צ",     "สวัสดีชาวโลก", " SENTENCE ", "1"};
  std::mt19937 random(7);
  unsigned valid = 0;
  for (unsigned i = 0; i < 20000; ++i) {
    std::string query;
    for (auto n = 1 + random() % 10; n > 0; --n) query += scraps[random() % scraps.size()];
    CAPTURE(query);
    try {
      const Node tree = parse_query(query, options());
      const std::string printed = to_string(tree);
      CAPTURE(printed);
      REQUIRE(parse_query(printed) == tree);
      ++valid;
    } catch (const QueryError& error) {
      REQUIRE(error.column() >= 1);
      REQUIRE_FALSE(caret_message(query, error).empty());
    }
  }
  CHECK(valid > 500);
}

TEST_CASE("limits are errors, not crashes", "[query]") {
  const auto repeat = [](const std::string& text, unsigned n) {
    std::string out;
    for (; n > 0; --n) out += text;
    return out;
  };
  CHECK(message_of(repeat("(", 10000) + "a") == "brackets are nested more than 200 deep");
  CHECK(message_of(repeat("(", 201) + "a" + repeat(")", 201)) ==
        "brackets are nested more than 200 deep");
  CHECK(message_of(repeat("(", 200) + "a" + repeat(")", 200)) == "read as a");
  CHECK(message_of("\"" + repeat("(", 10000) + "\"") == "brackets are nested more than 200 deep");
  CHECK(message_of(repeat("NOT ", 100000) + "a") == "operators are nested more than 200 deep");
  CHECK(message_of("a" + repeat(" NEAR a", 100000)) == "operators are nested more than 200 deep");
  CHECK(message_of(repeat("title:", 10000) + "a") == "'title:' cannot stand inside title:");
  CHECK(message_of("a" + repeat(" a", 100000)).starts_with("read as a AND a"));
  CHECK(message_of(repeat("a ", 524288)).starts_with("read as a AND a"));
  CHECK(message_of(repeat("a ", 524289)) == "the query is longer than 1 MiB");
  CHECK(message_of(std::string("a\0b", 3)) == "the query holds a NUL character");
  CHECK(message_of("a \xff") == "the query is not valid UTF-8");
  CHECK(message_of("a \xed\xa0\x80") == "the query is not valid UTF-8");
}

TEST_CASE("nesting up to the limit prints within the limit", "[query]") {
  std::string query = "a";
  for (unsigned i = 0; i < 99; ++i) query = "NOT (b OR " + query + ")";
  const Node tree = parse_query(query);
  CHECK(parse_query(to_string(tree)) == tree);
}

TEST_CASE("relative dates need to know today", "[query]") {
  CHECK_THROWS_AS(parse_query("date:today"), QueryError);
  CHECK(to_string(parse_query("date:yesterday", {false, parse_date("2016-01-01")})) ==
        "date:2015-12-31");
  CHECK(to_string(parse_query("date:\"last month\"", {false, parse_date("2016-01-31")})) ==
        "date:2015-12");
  CHECK(to_string(parse_query("date:\"last 1 month\"", {false, parse_date("2016-03-31")})) ==
        "date:2016-03-01..2016-03-31");
}

TEST_CASE("plain words: any may match and nothing is syntax", "[query]") {
  const auto any = [](const char* text) { return to_string(parse_any(text)); };
  CHECK(any("Peace AND (war") == "peace OR and OR war");
  CHECK(any("title:x -y \"z") == "title OR x OR y OR z");
  CHECK(any("well-known") == "well OR known");
  CHECK(any("one") == "one");
  CHECK(any("caf\xff e") == "caf OR e");
  CHECK(to_string(parse_query("a AND", {true, {}})) == "a OR and");
  CHECK_THROWS_AS(parse_any("& ()"), QueryError);
  CHECK_THROWS_AS(parse_any(""), QueryError);
}

TEST_CASE("hints name what may have been meant", "[query]") {
  CHECK(hint_of("war and peace") ==
        "'and' in small letters is searched as text; the operator is AND.");
  CHECK(hint_of("war or peace").find("OR") != std::string::npos);
  CHECK(hint_of("war not peace").find("NOT") != std::string::npos);
  CHECK(hint_of("war near/5 peace").find("NEAR/5") != std::string::npos);
  CHECK(hint_of("what?").find("one character") != std::string::npos);
  CHECK(hint_of("\"what next?\"").find("one character") != std::string::npos);
  CHECK(hint_of("war AND peace") == "0 hints");
  CHECK(hint_of("\"war and peace\"") == "0 hints");
  CHECK(hint_of("and peace") == "0 hints");
  CHECK(hint_of("war and (") == "'and' in small letters is searched as text; the operator is AND.");
  CHECK(hint_of("war and \"") == "0 hints");
}

TEST_CASE("the caret stands under the error", "[query]") {
  const auto caret = [](const std::string& query) {
    try {
      parse_query(query);
    } catch (const QueryError& error) {
      return caret_message(query, error);
    }
    return std::string("no error");
  };
  CHECK(caret("a (b OR c") ==
        "a (b OR c\n  ^\nthis bracket is never closed\nAdd ')' where the group ends.\n");
  CHECK(caret("東京 \"x").starts_with("東京 \"x\n     ^\n"));
  CHECK(caret("e\u0301 \"x").starts_with("e\u0301 \"x\n  ^\n"));
  CHECK(caret("a\tNEAR/0 b").starts_with("a NEAR/0 b\n  ^~~~~~\n"));
  CHECK(caret("\x1b[31m \xff").starts_with(" [31m \uFFFD\n      ^\n"));
  CHECK(caret(std::string(500, 'a') + " (").starts_with("…aaaa"));
  CHECK(caret("").starts_with("\n^\nthe query is empty\n"));
}

TEST_CASE("nodes know where they were written", "[query]") {
  const Node query = parse_query("x title:\"a b\" OR case:Y");
  CHECK(query.offset == 0);
  CHECK(query.length == 23);
  const Node& title = query.children[0].children[1];
  CHECK(title.offset == 2);
  CHECK(title.length == 11);
  CHECK(query.children[1].offset == 17);
}

TEST_CASE("field names and aliases are unique and lead to one field", "[query]") {
  for (const auto& field : kFields) {
    CHECK(find_field(field.name) == &field);
    CHECK(field_of(field.op) == &field);
    for (const auto alias : field.aliases)
      if (!alias.empty()) CHECK(find_field(alias) == &field);
  }
  CHECK(find_field("LANG") == find_field("language"));
  CHECK(find_field("") == nullptr);
  CHECK(nearest_field("tilte") == "title");
  CHECK(nearest_field("zzz").empty());
}

}  // namespace news
