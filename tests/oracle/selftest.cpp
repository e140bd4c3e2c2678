// SPDX-License-Identifier: GPL-2.0-or-later
// Checks the oracle against answers counted by hand. Exit 1 if any differs.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "analysis.hpp"
#include "corpus.hpp"
#include "eval.hpp"
#include "fold.hpp"
#include "wordset.hpp"

namespace {

// One letter is the id of each article, so that an answer is a short string.
constexpr const char* kArticles = R"JSON(
{"id":"a","title":"Old story","text":"This is replaced below."}
{"id":"a","title":"Prime Minister speaks","text":"Mr. Smith met J. Doe of the U.S. Senate. They don’t agree.\n\nA second paragraph begins. It ends here.","language":"en","source":"Fox News","author":"Jane Doe","date":"2016-03-05","section":"World"}
{"id":"b","title":"First minister resigns","text":"the minister ran; the ministers were running\nnext line","language":"en","source":" fox néws ","author":["Ann Lee","Bob Doe"],"date":"2016-03"}
{"id":"c","title":"Café in Łódź","text":"A well-known résumé. The CAFE: open@noon 1,000 times, 3.5 stars.","language":"en","date":"2016"}
{"id":"d","title":"Turkey","text":"He ate turkey. Turkey won.","language":"en","date":"2015-12-31T23:30:00-05:00","source":"BBC"}
{"id":"e","title":"","text":"one two three four five six seven one eight nine ten","language":"en","date":"0999-01-01"}
{"id":"f","title":"alpha beta","text":"gamma beta alpha delta","language":"en","date":"2020-02-30"}
{"id":"g","title":"Die Häuser","text":"Das Haus war groß. Die Straßen auch.","language":"de","date":"2010-07-01"}
{"id":"h","title":"lonely","text":"first line alpha\n  second line beta\nstill gamma","language":"en"}
{"id":"i","title":"socialism","text":"word ward wird wrd weird worded","language":"en","author":""}
{"id":"j","title":"kishida","text":"Kishida kishdia kishia kishi","language":"en","section":""}
{"id":"k","title":"Ёлка","text":"елка й","language":"ru","date":"2016-06-30T10:00:00Z"}
{"id":"l","text":"x y x z x y","url":"http://example.org/2017/2/30/2017-09-04/a"}
{"id":"m"}
not json
)JSON";

struct Case {
  const char* query;
  const char* expected;
};

const std::vector<Case> kCases = {
    {"(all)", "abcdefghijkl"},
    // Words
    {"(w \"minister\")", "ab"},
    {"(x \"ministers\")", "b"},
    {"(w \"run\")", "b"},
    {"(x \"run\")", ""},
    {"(w \"replaced\")", ""},
    {"(x \"don't\")", "a"},
    {"(x \"Don’t\")", "a"},
    {"(x \"u.s\")", "a"},
    {"(x \"U.S.\")", "a"},
    {"(w \"well-known\")", "c"},
    {"(p \"well known\")", "c"},
    {"(w \"known-well\")", ""},
    {"(x \"cafe\")", "c"},
    {"(atleast 2 (x \"café\"))", "c"},
    {"(x \"lodz\")", "c"},
    {"(x \"1,000\")", "c"},
    {"(x \"3.5\")", "c"},
    {"(p \"cafe open noon\")", "c"},
    {"(accents \"Résumé\")", "c"},
    {"(accents \"resume\")", ""},
    {"(accents \"cafe\")", "c"},
    {"(case \"CAFE\")", "c"},
    {"(case \"Cafe\")", "c"},
    {"(case \"cafe\")", ""},
    {"(case \"turkey\")", "d"},
    {"(title (case \"turkey\"))", ""},
    {"(atleast 2 (case \"Turkey\"))", "d"},
    {"(atleast 3 (case \"Turkey\"))", ""},
    {"(x \"strassen\")", "g"},
    {"(w \"strasse\")", "g"},
    {"(w \"haus\")", "g"},
    {"(w \"hauser\")", "g"},
    {"(x \"елка\")", "k"},
    {"(atleast 2 (x \"ёлка\"))", "k"},
    {"(x \"и\")", ""},
    {"(accents \"елка\")", "k"},
    {"(atleast 2 (accents \"елка\"))", ""},
    // Wildcards
    {"(pre \"minist\")", "ab"},
    {"(pre \"word\")", "i"},
    {"(atleast 2 (pre \"word\"))", "i"},
    {"(atleast 3 (pre \"word\"))", ""},
    {"(wild \"*ism\")", "i"},
    {"(wild \"w?rd\")", "i"},
    {"(atleast 3 (wild \"w?rd\"))", "i"},
    {"(atleast 4 (wild \"w?rd\"))", ""},
    {"(atleast 5 (wild \"w*rd\"))", "i"},
    {"(atleast 6 (wild \"w*rd\"))", ""},
    {"(atleast 4 (fuzzy 1 \"kishida\"))", "j"},
    {"(atleast 5 (fuzzy 1 \"kishida\"))", ""},
    {"(atleast 5 (fuzzy 2 \"kishida\"))", "j"},
    {"(fuzzy 1 \"wrod\")", "i"},
    // Phrases
    {"(p \"two three four\")", "e"},
    {"(p \"two * four\")", "e"},
    {"(p \"two * five\")", ""},
    {"(p \"two * * five\")", "e"},
    {"(p \"ten *\")", ""},
    {"(p \"beta gamma\")", ""},
    {"(phrase (or (x \"prime\") (x \"first\")) (x \"minister\"))", "ab"},
    {"(phrase (x \"beta\") (gap) (x \"delta\"))", "f"},
    {"(p \"agree a second\")", "a"},
    // Near, adj, not near
    {"(near 1 (w \"alpha\") (w \"beta\"))", "f"},
    {"(adj 1 (w \"alpha\") (w \"beta\"))", "f"},
    {"(adj 1 (w \"beta\") (w \"delta\"))", ""},
    {"(adj 2 (w \"beta\") (w \"delta\"))", "f"},
    {"(adj 9 (w \"delta\") (w \"alpha\"))", ""},
    {"(near 7 (x \"one\") (x \"one\"))", "e"},
    {"(near 6 (x \"one\") (x \"one\"))", ""},
    {"(near 3 (p \"one two\") (x \"five\"))", "e"},
    {"(near 2 (p \"one two\") (x \"five\"))", ""},
    {"(near 9 (p \"one two\") (p \"two three\"))", ""},
    {"(adj 1 (near 2 (x \"two\") (x \"four\")) (x \"five\"))", "e"},
    {"(adj 1 (adj 9 (x \"one\") (or (x \"two\") (x \"four\"))) (x \"five\"))", "e"},
    {"(notnear 2 (x \"one\") (x \"two\"))", "e"},
    {"(notnear 7 (x \"one\") (x \"eight\"))", "e"},
    {"(notnear 8 (x \"one\") (x \"eight\"))", ""},
    {"(notnear 1 (x \"one\") (x \"one\"))", ""},
    {"(notnear 1 (x \"beta\") (x \"alpha\"))", "h"},
    {"(notnear 2 (x \"x\") (x \"z\"))", "l"},
    {"(notnear 3 (x \"x\") (x \"z\"))", ""},
    // Sentences and paragraphs
    {"(sent (x \"mr\") (x \"senate\"))", "a"},
    {"(sent (x \"senate\") (x \"agree\"))", ""},
    {"(para (x \"agree\") (x \"smith\"))", "a"},
    {"(para (x \"agree\") (x \"second\"))", ""},
    {"(sent (x \"second\") (x \"ends\"))", ""},
    {"(para (x \"second\") (x \"ends\"))", "a"},
    {"(para (x \"ran\") (x \"next\"))", ""},
    {"(para (x \"second\") (x \"gamma\"))", "h"},
    {"(sent (x \"second\") (x \"gamma\"))", ""},
    {"(para (x \"first\") (x \"second\"))", ""},
    {"(sent (x \"first\") (x \"resigns\"))", "b"},
    {"(sent (x \"second\") (x \"second\"))", ""},
    // Counting and place
    {"(atleast 3 (w \"minister\"))", "b"},
    {"(atleast 4 (w \"minister\"))", ""},
    {"(atleast 6 (near 9 (x \"x\") (x \"y\")))", "l"},
    {"(atleast 7 (near 9 (x \"x\") (x \"y\")))", ""},
    {"(title (w \"beta\"))", "f"},
    {"(title (and (x \"alpha\") (not (x \"gamma\"))))", "f"},
    {"(lead (x \"second\"))", ""},
    {"(lead (x \"smith\"))", "a"},
    {"(lead (and (x \"prime\") (x \"agree\")))", "a"},
    {"(lead (x \"beta\"))", "f"},
    {"(lead (w \"minister\"))", "ab"},
    {"(first 2 (x \"two\"))", "e"},
    {"(first 1 (x \"two\"))", ""},
    {"(first 2 (p \"two three\"))", ""},
    {"(first 9 (x \"prime\"))", ""},
    {"(words >= 11)", "ace"},
    {"(words = 11)", "e"},
    {"(words > 11)", "ac"},
    {"(words < 3)", "k"},
    {"(words <= 4)", "fjk"},
    // Filters
    {"(source \"fox news\")", "ab"},
    {"(source \"fox\")", ""},
    {"(section \"WORLD\")", "a"},
    {"(author \"doe\")", "ab"},
    {"(author \"jane doe\")", "a"},
    {"(author \"lee bob\")", ""},
    {"(lang \"DE\")", "g"},
    {"(id \"c\")", "c"},
    {"(url \"http://example.org\")", "l"},
    {"(date \"2016\")", "abck"},
    {"(date \"2016-03\")", "ab"},
    {"(date \"2016-03-05\")", "a"},
    {"(date \"2016-03..2016-06\")", "abk"},
    {"(date \"..2015\")", "dg"},
    {"(date \"2016-01-02..\")", "abkl"},
    {"(date \"2017-09-04\")", "l"},
    {"(date \"undated\")", "efhij"},
    // Booleans
    {"(and (w \"minister\") (not (x \"prime\")))", "b"},
    {"(or (x \"delta\") (x \"turkey\"))", "df"},
    {"(not (words > 0))", ""},
    {"(and (x \"alpha\") (date \"undated\") (not (title (all))))", ""}};

int failures = 0;

void expect(const std::string& what, const std::string& got, const std::string& wanted) {
  if (got == wanted) return;
  ++failures;
  fmt::print("FAILED {}: got \"{}\", expected \"{}\"\n", what, got, wanted);
}

void checkQueries(const oracle::Corpus& corpus) {
  for (const auto& [query, expected] : kCases) {
    std::string got;
    for (const size_t i : oracle::evaluate(corpus, compile(corpus, oracle::parseSexpr(query)))) {
      got += corpus.articles[i].id;
    }
    expect(query, got, expected);
  }
}

void checkFacets(const oracle::Corpus& corpus) {
  const auto facets = countFacets(corpus, evaluate(corpus, oracle::Node{}));
  const auto shown = [&](const char* facet) {
    std::string out;
    for (const auto& [value, count] : facets.at(facet)) out += fmt::format("{}={};", value, count);
    return out;
  };
  expect("source", shown("source"), " fox néws =1;BBC=1;Fox News=1;unknown=9;");
  expect("author", shown("author"), "Ann Lee=1;Bob Doe=1;Jane Doe=1;unknown=10;");
  expect("section", shown("section"), "World=1;unknown=11;");
  expect("lang", shown("lang"), "de=1;en=9;ru=1;unknown=1;");
  expect("year", shown("year"), "2010=1;2015=1;2016=4;2017=1;undated=5;");
  expect("month", shown("month"),
         "2010-07=1;2015-12=1;2016-03=2;2016-06=1;2017-09=1;undated=5;unknown=1;");
  expect("day", shown("day"),
         "2010-07-01=1;2015-12-31=1;2016-03-05=1;2016-06-30=1;2017-09-04=1;undated=5;unknown=2;");
}

void checkErrors(const oracle::Corpus& corpus) {
  for (const char* query : {"(near 5 (and (x \"a\")) (x \"b\"))", "(w", "(foo)",
                            "(near x (x \"a\"))", "(date \"2016-13\")", "(all) x", "(not)", "w"}) {
    std::string outcome = "accepted";
    try {
      compile(corpus, oracle::parseSexpr(query));
    } catch (const std::invalid_argument&) {
      outcome = "refused";
    }
    expect(query, outcome, "refused");
  }
}

void checkParts() {
  const auto edits = [](const char32_t* a, const char32_t* b) {
    return std::to_string(oracle::editDistance(a, b));
  };
  expect("edits of a swap", edits(U"ab", U"ba"), "1");
  expect("no part edited twice", edits(U"ca", U"abc"), "3");
  expect("fold", oracle::fold(oracle::fromUtf8("ŒUVRE’Ǿß")), "oeuvre'oss");
  expect("fold keeps case", oracle::foldKeepingCase(oracle::fromUtf8("ÉÆ")), "EAE");
  oracle::Segmenter segmenter;
  const auto sentences = [&](const char* text) {
    return std::to_string(segmenter.sentenceEnds(oracle::fromUtf8(text), "en").size());
  };
  expect("abbreviations", sentences("Dr. Who and Sen. X. Smith met. They ate."), "2");
  expect("no abbreviation", sentences("He left NASA. They left Ghent."), "2");
  expect("abbreviation at a paragraph end", sentences("He is Jr.\n\nThey ate."), "2");
}

}  // namespace

int main() {
  try {
    const oracle::Corpus corpus = oracle::readCorpus(kArticles);
    expect("rejected", std::to_string(corpus.rejected), "2");
    checkQueries(corpus);
    checkFacets(corpus);
    checkErrors(corpus);
    checkParts();
  } catch (const std::exception& error) {
    fmt::print("FAILED: {}\n", error.what());
    return 1;
  }
  fmt::print("{} queries, {} failures\n", kCases.size(), failures);
  return failures == 0 ? 0 : 1;
}
