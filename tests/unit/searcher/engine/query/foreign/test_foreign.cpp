// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "searcher/engine/query/foreign/foreign.hpp"
#include "searcher/engine/query/printer.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

constexpr Syntax F = Syntax::factiva, N = Syntax::nexis;

ParseOptions options() {
  return {false, parse_date("2016-03-15")};
}

struct Good {
  Syntax syntax;
  const char* query;
  const char* canonical;
};

const Good kGood[] = {
    {F, "white house", "\"white house\""},
    {F, "peace", "=peace"},
    {F, "White AND House", "=white AND =house"},
    {F, "bill clinton or gore and george bush", "\"bill clinton\" OR =gore AND \"george bush\""},
    {F, "a not b", "=a AND NOT =b"},
    {F, "a and not b", "=a AND NOT =b"},
    {F, "a or not b", "=a OR NOT =b"},
    {F, "not a", "NOT =a"},
    {F, "a not b near5 c", "=a AND NOT (=b NEAR/5 =c)"},
    {F, "terror*", "terror*"},
    {F, "wom?n rights", "\"wom?n rights\""},
    {F, "engineer$2", "=engineer OR engineer? OR engineer??"},
    {F, "civil engineer$1", "\"civil (engineer|engineer?)\""},
    {F, "cat or dog$1", "=cat OR =dog OR dog?"},
    {F, "$5 note", "\"5 note\""},
    {F, "president % clinton", "\"president * clinton\""},
    {F, "\"peas and carrots\"", "\"peas and carrots\""},
    {F, "\"white hous*\"", "\"white hous*\""},
    {F, "\"white house\" staff", "\"white house staff\""},
    {F, "“white house”", "\"white house\""},
    {F, "well-known", "\"well known\""},
    {F, "world cup adj5 rugby", "\"world cup\" ADJ/5 =rugby"},
    {F, "a adj b", "=a ADJ/1 =b"},
    {F, "a w5 b", "=a ADJ/5 =b"},
    {F, "a W/2 b", "=a ADJ/2 =b"},
    {F, "a NEAR10 b", "=a NEAR/10 =b"},
    {F, "a near/10 b", "=a NEAR/10 =b"},
    {F, "a near5 b same c", "=a NEAR/5 =b PARAGRAPH =c"},
    {F, "a same b", "=a PARAGRAPH =b"},
    {F, "(prime or first) minister", "(=prime OR =first) ADJ/1 =minister"},
    {F, "[a or b] near3 c", "(=a OR =b) NEAR/3 =c"},
    {F, "atleast5 microsoft", "ATLEAST/5 =microsoft"},
    {F, "atleast5 (a or b)", "ATLEAST/5 (=a OR =b)"},
    {F, "atleast5 joint venture", "ATLEAST/5 \"joint venture\""},
    {F, "atleast3 a near5 b", "ATLEAST/3 (=a NEAR/5 =b)"},
    {F, "hl=peace", "title:=peace"},
    {F, "hl=peace talks", "title:\"peace talks\""},
    {F, "HL=(peace and talks)", "title:(=peace AND =talks)"},
    {F, "hd=\"peace talks\" and war", "title:\"peace talks\" AND =war"},
    {F, "hl=same", "title:=same"},
    {F, "hl=a near5 b", "title:(=a NEAR/5 =b)"},
    {F, "hlp=merger", "lead:=merger"},
    {F, "lp=(a not b)", "lead:(=a AND NOT =b)"},
    {F, "x and wc>500", "=x AND words:>500"},
    {F, "wc<500", "words:<500"},
    {F, "wc > 500 and wc<=900", "words:>500 AND words:<=900"},
    {F, "wc=500", "words:=500"},
    {F, "sn=bbc", "source:bbc"},
    {F, "sn=(new york times or \"Fox News\")", "source:\"new york times\" OR source:\"Fox News\""},
    {F, "sc=j and by=smith", "source:j AND author:smith"},
    {F, "by=(john smith or jones)", "author:\"john smith\" OR author:jones"},
    {F, "la=de", "lang:de"},
    {F, "la=english", "lang:en"},
    {F, "x and date from 20160301 to 20160630", "=x AND date:2016-03-01..2016-06-30"},
    {F, "date 2016", "date:2016"},
    {F, "date after 20160301", "date:2016-03-02.."},
    {F, "date before 2016", "date:..2015"},
    {F, "not sn=bbc and a", "NOT source:bbc AND =a"},
    {F, "\"date\" palm", "\"date palm\""},
    {F, "nearby", "=nearby"},
    {F, "צה\"ל", "=`צה\"ל`"},
    {F, "日本語テキスト", "\"日本語 テキスト\""},
    {N, "white house", "white-house"},
    {N, "peace", "peace"},
    {N, "\"white house\"", "\"white house\""},
    {N, "\"white house\" staff", "\"white house\" ADJ/1 staff"},
    {N, "well-known", "well-known"},
    {N, "a w/5 b", "a NEAR/5 b"},
    {N, "a /5 b", "a NEAR/5 b"},
    {N, "a near/5 b", "a NEAR/5 b"},
    {N, "a PRE/5 b", "a ADJ/5 b"},
    {N, "a onear/5 b", "a ADJ/5 b"},
    {N, "a /s b", "a SENTENCE b"},
    {N, "a w/s b", "a SENTENCE b"},
    {N, "a w/sent b", "a SENTENCE b"},
    {N, "a /p b", "a PARAGRAPH b"},
    {N, "a w/p b", "a PARAGRAPH b"},
    {N, "a not w/5 b", "a NOT NEAR/5 b"},
    {N, "a not/5 b", "a NOT NEAR/5 b"},
    {N, "a and not b", "a AND NOT b"},
    {N, "a and b or c", "a AND (b OR c)"},
    {N, "a or b w/5 c or d", "(a OR b) NEAR/5 (c OR d)"},
    {N, "a w/25 b w/10 c", "a NEAR/25 (b NEAR/10 c)"},
    {N, "a w/10 b w/25 c", "a NEAR/10 b NEAR/25 c"},
    {N, "a w/5 b w/5 c", "a NEAR/5 b NEAR/5 c"},
    {N, "a w/p b w/s c w/9 d", "a PARAGRAPH (b SENTENCE (c NEAR/9 d))"},
    {N, "a and not b and c", "a AND NOT (b AND c)"},
    {N, "a and not b and not c", "a AND NOT b AND NOT c"},
    {N, "(a and b) or c", "a AND b OR c"},
    {N, "atleast5(war)", "ATLEAST/5 war"},
    {N, "ATLEAST5(war or peace)", "ATLEAST/5 (war OR peace)"},
    {N, "HEADLINE(peace talks)", "title:peace-talks"},
    {N, "headline(peace and talks)", "title:(peace AND talks)"},
    {N, "HLEAD(a w/5 b)", "lead:(a NEAR/5 b)"},
    {N, "LEAD(a)", "lead:a"},
    {N, "BODY(a or b) and c", "text:(a OR b) AND c"},
    {N, "PUBLICATION(new york times)", "source:\"new york times\""},
    {N, "publication(bbc or \"Fox News\")", "source:bbc OR source:\"Fox News\""},
    {N, "BYLINE(smith)", "author:smith"},
    {N, "SECTION(sports) and LANGUAGE(german)", "section:sports AND lang:de"},
    {N, "LENGTH(>500)", "words:>500"},
    {N, "LENGTH(< 500)", "words:<500"},
    {N, "DATE(2016)", "date:2016"},
    {N, "DATE(> 2016-03-01)", "date:2016-03-02.."},
    {N, "DATE(>=2016-03-01 and <2016-06-01)", "date:2016-03-01..2016-05-31"},
    {N, "DATE(march 2016)", "date:2016-03"},
    {N, "x and date is 2016", "x AND date:2016"},
    {N, "date aft 2016-03-01", "date:2016-03-02.."},
    {N, "date bef 2016-03-01", "date:..2016-02-29"},
    {N, "date aft 2015 and bef 2016-06-01 and war", "date:2016..2016-05-31 AND war"},
    {N, "date >= 2016-03", "date:2016-03.."},
    {N, "date palm", "date-palm"},
    {N, "polic!", "polic*"},
    {N, "wom*n", "wom?n"},
    {N, "polic! officer", "polic*-officer"},
    {N, "\"polic! officer\"", "\"polic* officer\""},
    {N, "allcaps(aids)", "case:AIDS"},
    {N, "caps(Turkey) w/5 election", "case:Turkey NEAR/5 election"},
    {N, "caps(New York)", "case:New-York"},
    {N, "nocaps(Turkey)", "case:turkey"},
    {N, "headline(caps(Turkey))", "title:case:Turkey"},
};

struct Bad {
  Syntax syntax;
  const char* query;
  std::size_t column;
  const char* message;
};

const Bad kBad[] = {
    {F, " ", 1, "the query is empty"},
    {F, "a and", 3, "'and' has nothing after it"},
    {F, "and a", 1, "'and' has nothing before it"},
    {F, "a and or b", 7, "'or' directly after 'and'"},
    {F, "not not a", 5, "'not' directly after 'not'"},
    {F, "same sex marriage", 1, "'same' has nothing before it"},
    {F, "a near b", 3, "'near' takes a number from 1 to 1000"},
    {F, "a near0 b", 3, "'near' takes a number from 1 to 1000"},
    {F, "a w/o b", 3, "'w' takes a number from 1 to 1000"},
    {F, "atleast a", 1, "'atleast' takes a number from 1 to 1000"},
    {F, "a pre/5 b", 3, "'pre/5' is no operator of Factiva"},
    {F, "a /s b", 3, "'/s' is no operator of Factiva"},
    {F, "a /n5/ b", 3, "'/n5/' is not read here"},
    {F, "toyota/f50/", 7, "'/f50/' is not read here"},
    {F, "xx=a", 1, "unknown field 'xx'"},
    {F, "hl= a", 1, "'hl=' is empty"},
    {F, "hl=", 1, "'hl=' is empty"},
    {F, "hl=(sn=bbc)", 5, "source: cannot stand inside hl="},
    {F, "a near5 hl=b", 9, "'hl=' cannot stand after 'near5'"},
    {F, "hl=(a) near5 b", 8, "'near5' stands between words, phrases and groups of these"},
    {F, "(a and b) near5 c", 2, "AND (or a blank) cannot stand inside NEAR/5"},
    {F, "sn=new york", 8, "an operator is missing here"},
    {F, "sn=(a and b)", 7, "'and' cannot stand in these brackets"},
    {F, "by=smi*", 7, "a value takes no truncation"},
    {F, "wc>x", 3, "the length is compared with a number"},
    {F, "date palm", 1, "no date stands after 'date'"},
    {F, "closing date and (bid or bids)", 9, "an operator is missing before 'date'"},
    {F, "date from 20160630 to 20160301", 6, "the range ends before it starts"},
    {F, "date after 3/4/2016", 12, "'3/4/2016' is not a date that can be read in one way only"},
    {F, "ab*c", 3, "'*' ends a word"},
    {F, "*", 1, "'*' ends a word"},
    {F, "word$9", 5, "'$' takes a number from 1 to 5"},
    {F, "a | b", 3, "'|' means nothing in Factiva"},
    {F, "-a", 1, "'-' does not stand in front of a word"},
    {F, "title:a", 1, "'title:' is a field of the native syntax"},
    {F, "[a)", 3, "this bracket does not match the opening one"},
    {F, "(a", 1, "this bracket is never closed"},
    {F, "a)", 2, "there is no opening bracket for this one"},
    {F, "a (", 3, "this bracket is never closed"},
    {F, "a ()", 3, "the brackets are empty"},
    {F, "%", 1, "'%' stands for one word between others"},
    {F, "a(b)", 2, "a blank is missing before '('"},
    {F, "\"a", 1, "this quotation mark is never closed"},
    {N, "a w/seg b", 3, "'w/seg' is no operator of Nexis"},
    {N, "a near5 b", 3, "'near5' is no operator of Nexis"},
    {N, "a w/0 b", 3, "'w/' takes a number from 1 to 1000"},
    {N, "a not b", 3, "'not' stands in and not, and in not w/5, only"},
    {N, "not a", 1, "'not' has nothing before it"},
    {N, "a not w/s b", 7, "not goes together with w/5 only"},
    {N, "foo(a)", 1, "unknown segment 'foo'"},
    {N, "(a or b) c", 10, "an operator is missing before 'c'"},
    {N, "a HEADLINE(b)", 3, "an operator is missing before 'HEADLINE'"},
    {N, "atleast5 war", 1, "'atleast5' takes brackets"},
    {N, "atleast5(a and b)", 10, "AND (or a blank) cannot stand inside ATLEAST/5"},
    {N, "HEADLINE()", 9, "the brackets are empty"},
    {N, "PUBLICATION()", 12, "the brackets are empty"},
    {N, "PUBLICATION(a", 12, "this bracket is never closed"},
    {N, "HLEAD(LENGTH(>5))", 7, "words: cannot stand inside HLEAD"},
    {N, "LENGTH(long)", 8, "the length is compared with a number"},
    {N, "DATE(> 3/4/2016)", 8, "'3/4/2016' is not a date that can be read in one way only"},
    {N, "DATE(>2016 and >2015)", 16, "this end of the time is given twice"},
    {N, "date aft", 6, "a date is missing"},
    {N, "date aft 2999", 6, "the year 3000 is outside 1000 to 2999"},
    {N, "a!b", 2, "'!' ends a word"},
    {N, "what?", 5, "'?' means nothing in Nexis"},
    {N, "caps(turkey)", 6, "caps() takes a word with its capitals"},
    {N, "a w/5 (b and not c)", 8, "AND (or a blank) cannot stand inside NEAR/5"},
    {N, "日本 w/5", 4, "'w/5' has nothing after it"},
};

TEST_CASE("foreign syntax has a native form, which reads back", "[query][foreign]") {
  for (const auto& [syntax, query, canonical] : kGood) {
    INFO(query);
    const Node node = parse_foreign(query, syntax, options());
    CHECK(to_string(node) == canonical);
    CHECK((parse_query(to_string(node), options()) == node));
  }
}

TEST_CASE("malformed foreign queries say where and why", "[query][foreign]") {
  for (const auto& [syntax, query, column, message] : kBad) {
    INFO(query);
    std::string read_as;
    try {
      read_as = to_string(parse_foreign(query, syntax, options()));
    } catch (const QueryError& error) {
      CHECK(error.message() == message);
      CHECK(error.column() == column);
    }
    CHECK(read_as.empty());
  }
}

TEST_CASE("foreign queries nested or chained too deep are errors", "[query][foreign]") {
  const auto repeat = [](const std::string& part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
  };
  const std::size_t many = 10000;
  for (const Syntax syntax : {F, N}) {
    CHECK_THROWS_AS(parse_foreign(repeat("(", many), syntax), QueryError);
    CHECK_THROWS_AS(parse_foreign(repeat("a w/5 ", many) + "a", syntax), QueryError);
    CHECK_THROWS_AS(parse_foreign(repeat("not ", many) + "a", syntax), QueryError);
    CHECK_THROWS_AS(parse_foreign(repeat("a \"b\" ", many) + "(", syntax), QueryError);
    CHECK(parse_foreign(repeat("a or ", many) + "a", syntax).children.size() == many + 1);
  }
  CHECK_THROWS_AS(parse_foreign(repeat("hl=", many) + "a", F), QueryError);
  CHECK_THROWS_AS(parse_foreign(repeat("atleast5 ", many) + "a", F), QueryError);
  CHECK_THROWS_AS(parse_foreign(repeat("a near5 hl=", many) + "a", F), QueryError);
  CHECK_THROWS_AS(parse_foreign(repeat("(a) ", many) + "a", F), QueryError);
  CHECK_THROWS_AS(parse_foreign(repeat("HEADLINE(", many), N), QueryError);
}

TEST_CASE("the native syntax and plain words pass through", "[query][foreign]") {
  CHECK(to_string(parse_foreign("a NEAR/5 b", Syntax::native)) == "a NEAR/5 b");
  CHECK(to_string(parse_foreign("hl=a", F, {true, {}})) == to_string(parse_any("hl=a")));
}

}  // namespace
}  // namespace news
