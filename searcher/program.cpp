// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/program.hpp"

#include "searcher/query/fields.hpp"

namespace news {
namespace {

constexpr ExampleInfo kExamples[] = {
    {"searcher my.archive climate summit", "both words, best first"},
    {"searcher my.archive '\"climate summit\" date:2016'", "a phrase, in 2016"},
    {"searcher my.archive 'title:(flood OR drought) -sport' --sort newest", ""},
    {"searcher count my.archive 'source:\"Fox News\"'", "how many, exactly"},
    {"searcher my.archive flood --facets source,month --format json", ""},
    {"searcher my.archive flood --all --format csv --fields date,title,url", ""},
    {"searcher show my.archive ID", "one article, whole"},
};

constexpr ExampleInfo kSearch[] = {
    {"searcher my.archive climate summit", "both words, best first"},
    {"searcher my.archive '\"climate summit\" date:2016'", "a phrase, in 2016"},
    {"searcher my.archive flood --all --format ndjson", "every hit, a line of JSON each"},
    {"searcher my.archive flood --sort newest --facets none", ""},
};
constexpr ExampleInfo kCount[] = {
    {"searcher count my.archive flood AND drought", "prints the number and a line end"},
    {"searcher count my.archive 'source:\"Fox News\" date:2016'", ""},
};
constexpr ExampleInfo kShow[] = {
    {"searcher show my.archive ID", "title, facts and text"},
    {"searcher show my.archive ID --format json", "with the names that 'indexer add' reads"},
    {"searcher show my.archive ID --versions", "what it said before it was replaced"},
    {"searcher show my.archive ID --diff", "what changed last"},
    {"searcher show my.archive ID --raw", "the record it was made of, bit for bit"},
};

constexpr ExampleInfo kKwic[] = {
    {"searcher kwic my.archive flood", "every place, in the order of the archive"},
    {"searcher kwic my.archive '\"climate change\"' --sort right", "by what follows"},
    {"searcher kwic my.archive 'tax*' --format csv > tax.csv", ""},
    {"searcher kwic my.archive flood --context 60 | less -S", "wider than the terminal"},
};

constexpr OptionInfo kKwicOptions[] = {
    {.name = "sort",
     .argument = "ORDER",
     .fallback = "none",
     .help = "how lines are ordered: by the words before or behind the match, nearest first, by "
             "date or by source; none is the order of the archive, which begins at once",
     .choices = "none,left,right,date,source"},
    {.name = "limit", .argument = "N", .help = "how many lines to show; all if it is not given"},
    {.name = "format",
     .argument = "FORMAT",
     .fallback = "text",
     .help = "how to print",
     .choices = "text,json,ndjson,csv,tsv"},
};

constexpr ExampleInfo kFacets[] = {
    {"searcher facets my.archive flood --facets source,month", ""},
    {"searcher facets my.archive '*' --facets day --format csv > days.csv", ""},
};

constexpr OptionInfo kTableFormat = {.name = "format",
                                     .argument = "FORMAT",
                                     .fallback = "text",
                                     .help = "how to print",
                                     .choices = "text,json,csv,tsv"};
constexpr OptionInfo kFacetsOptions[] = {kTableFormat};

constexpr ExampleInfo kTerms[] = {
    {"searcher terms my.archive flood", "what articles about floods are about"},
    {"searcher terms my.archive 'source:\"Fox News\"' --limit 100 --format csv", ""},
};

constexpr OptionInfo kTermsOptions[] = {
    {.name = "limit", .argument = "N", .fallback = "25", .help = "how many words to show"},
    kTableFormat};

constexpr ExampleInfo kSimilar[] = {
    {"searcher similar my.archive ID", "what else was written about it"},
    {"searcher similar my.archive ID --explain", "and by which words it was found"},
};

constexpr CommandInfo kCommands[] = {
    {"search", "ARCHIVE QUERY...",
     "articles that match, best first; the word itself may be left out", kSearch, "",
     "any syntax explain sort limit offset all facets facet-limit format fields max-expansions "
     "color"},
    {"count", "ARCHIVE QUERY...", "how many articles match, exactly", kCount, "",
     "any syntax explain max-expansions"},
    {"show", "ARCHIVE ID", "one article, its versions, and what changed between them", kShow, "",
     "full raw versions version diff format color"},
    {"kwic", "ARCHIVE QUERY...", "every match in its context, a line each (a concordance)", kKwic,
     "", "any syntax sort limit all context format max-expansions color", kKwicOptions},
    {"facets", "ARCHIVE QUERY...", "how many articles match by source, date and the like", kFacets,
     "", "any syntax facets facet-limit format max-expansions color", kFacetsOptions},
    {"terms", "ARCHIVE QUERY...", "the words typical of the articles that match", kTerms,
     "Words are compared by log-likelihood (G2, Dunning 1993): how much more of them there are in "
     "the articles that match than in the others. Words that are everywhere are typical of "
     "nothing.",
     "any syntax limit all format max-expansions color", kTermsOptions},
    {"similar", "ARCHIVE ID", "the articles most like one, the most like first", kSimilar,
     "Articles are compared by the 25 words that tell most about the one (tf-idf).",
     "explain limit offset all format fields color"},
};

constexpr OptionInfo kOptions[] = {
    {.name = "any", .help = "the query is plain words, any of which may match"},
    {.name = "syntax",
     .argument = "SYNTAX",
     .fallback = "native",
     .help = "the language of the query",
     .choices = "native,factiva,nexis",
     .setting = true},
    {.name = "explain", .help = "show on stderr how the query was read and what each part found"},
    {.name = "full",
     .help = "the whole text, with what was left out since it is not the article's"},
    {.name = "raw",
     .help = "the record as it came, bit for bit from the input file, while that is still there"},
    {.name = "versions",
     .help = "the texts that the article has had, as far as they are stored, oldest first"},
    {.name = "diff",
     .argument = "[N[,M]]",
     .help = "what changed between its last two versions, from N to the last, or from N to M"},
    {.name = "sort",
     .argument = "ORDER",
     .fallback = "relevance",
     .help = "how hits are ordered",
     .choices = "relevance,newest,oldest"},
    {.name = "limit",
     .argument = "N",
     .fallback = "10",
     .help = "how many hits to show",
     .setting = true},
    {.name = "offset", .argument = "N", .fallback = "0", .help = "how many hits to skip first"},
    {.name = "all", .help = "show all hits"},
    {.name = "facets",
     .argument = "LIST",
     .fallback = "source,year",
     .help = "what to count: source, section, lang, author, year, month, day, or none",
     .setting = true},
    {.name = "facet-limit",
     .argument = "N",
     .fallback = "10",
     .help = "values a facet; 0 for all",
     .setting = true},
    {.name = "format",
     .argument = "FORMAT",
     .fallback = "text",
     .help = "how to print",
     .choices = "text,json,ndjson,csv"},
    {.name = "fields",
     .argument = "LIST",
     .help = "what to show of a hit: rank, id, score, title, text, source, date, url, author, "
             "section, language, snippet, matches"},
    {.name = "max-expansions",
     .argument = "N",
     .fallback = "5000",
     .help = "how many words a wildcard may stand for"},
    {.name = "color",
     .argument = "WHEN",
     .fallback = "auto",
     .help = "colours",
     .choices = "auto,always,never",
     .setting = true},
    {.name = "context",
     .argument = "N",
     .help = "columns of text on each side; as many as the terminal has room for if it is not "
             "given, 40 in a file, 60 in other formats than text"},
    {.name = "help", .letter = 'h', .help = "this text"},
    {.name = "version",
     .argument = "[N]",
     .help = "that version of the article; without a number, the version of this program"},
};

std::string closing() {
  std::string out =
      "Query: words (all must match), \"phrases\", =exact, wor*, AND OR NOT -x ( ),\n"
      "NEAR/5 ADJ/5 SENTENCE PARAGRAPH, ATLEAST/3 x, and fields:\n";
  for (const auto& field : kFields) out += "  " + std::string(field.help) + "\n";
  return out +
         "\nExit codes: 0 matched, 1 nothing matched, 2 usage or query syntax,\n"
         "3 archive missing or damaged.\n";
}

}  // namespace

const ProgramInfo& searcher_program() {
  static const std::string end = closing();
  static const ProgramInfo program{
      "searcher", "asks a news archive",      kExamples, kCommands, kOptions, "help",
      end,        "indexer(1), news-query(7)"};
  return program;
}

}  // namespace news
