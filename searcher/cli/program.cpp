// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/program.hpp"

#include "searcher/engine/query/fields.hpp"

namespace news {
namespace {

constexpr ExampleInfo kExamples[] = {
    {"searcher my.archive climate summit", "both words, best first"},
    {"searcher my.archive '\"climate summit\" date:2016'", "a phrase, in 2016"},
    {"searcher my.archive 'title:(flood OR drought) -sport' --sort newest", ""},
    {"searcher count my.archive 'source:\"Fox News\"'", "how many, exactly"},
    {"searcher my.archive flood --facets source,month --format json", ""},
    {"searcher my.archive flood --all --format csv --fields date,title,url", ""},
    {"searcher timeline my.archive flood --vs drought", "hits over time"},
    {"searcher show my.archive ID", "one article, whole"},
};

constexpr ExampleInfo kSearch[] = {
    {"searcher my.archive climate summit", "both words, best first"},
    {"searcher my.archive '\"climate summit\" date:2016'", "a phrase, in 2016"},
    {"searcher my.archive flood --all --format ndjson", "every hit, a line of JSON each"},
    {"searcher my.archive flood --sort newest --facets none", ""},
    {"searcher -a 2015.archive -a 2016.archive flood", "several archives as one"},
    {"searcher my.archive --any --expand river floods in bavaria", "by words of the best as well"},
    {"searcher my.archive election --recent 30", "newer ones first, but not at any price"},
    {"searcher my.archive flood --template '{date} {title}'", "lines of your own"},
    {"searcher my.archive flood --all --format ids --print0", "for xargs -0"},
};
constexpr ExampleInfo kCount[] = {
    {"searcher count my.archive flood AND drought", "prints the number and a line end"},
    {"searcher count my.archive 'source:\"Fox News\" date:2016'", ""},
    {"searcher count my.archive flood --format json", "articles, and how many stories they are"},
};
constexpr ExampleInfo kShow[] = {
    {"searcher show my.archive ID", "title, facts and text"},
    {"searcher show my.archive ID --mark '\"climate summit\"'", "with what matched in colour"},
    {"searcher show my.archive ID --format json", "with the names that 'indexer add' reads"},
    {"searcher show my.archive ID --versions", "what it said before it was replaced"},
    {"searcher show my.archive ID --diff", "what changed last"},
    {"searcher show my.archive ID --raw", "the record it was made of, bit for bit"},
};

constexpr ExampleInfo kTimeline[] = {
    {"searcher timeline my.archive flood", "a bar a period"},
    {"searcher timeline my.archive flood --vs drought --vs fire", "a line each"},
    {"searcher timeline my.archive 'flood source:bbc' --by week --smooth 5", ""},
    {"searcher timeline my.archive flood --vs drought --html floods.html", "a page to share"},
    {"searcher timeline my.archive flood --format csv > flood.csv", ""},
};
constexpr ExampleInfo kCompletion[] = {
    {"source <(searcher completion bash)", "in ~/.bashrc"},
    {"source <(searcher completion zsh)", "in ~/.zshrc, behind compinit"},
    {"searcher completion fish | source", "in ~/.config/fish/config.fish"},
};
constexpr ExampleInfo kBatch[] = {
    {"searcher batch my.archive --queries topics.tsv --format trec --limit 1000", "a run file"},
    {"searcher batch my.archive --queries - --count", "id, tab, total"},
};
constexpr ExampleInfo kCheckReceipt[] = {
    {"searcher my.archive flood --all --receipt flood.json", "write one"},
    {"searcher check-receipt my.archive flood.json", "later: is it still so?"},
};

constexpr ExampleInfo kSave[] = {
    {"searcher save my.archive floods 'flood* OR drought'", ""},
    {"searcher new my.archive floods", "what was added since, once"},
};
constexpr ExampleInfo kNew[] = {
    {"searcher new my.archive floods", ""},
    {"searcher new my.archive floods --format ndjson", "for a program"},
    {"searcher new my.archive floods > mail && mail -s floods me < mail", ""},
};
constexpr ExampleInfo kSaved[] = {
    {"searcher saved my.archive", "a name, a TAB, the query"},
    {"searcher saved my.archive --format json", "and how many articles it has told"},
};
constexpr ExampleInfo kForget[] = {{"searcher forget my.archive floods", ""}};
constexpr ExampleInfo kShell[] = {{"searcher shell my.archive", ""}};
constexpr ExampleInfo kPipe[] = {
    {"echo '{\"id\": 7, \"query\": \"flood\"}' | searcher pipe my.archive", ""},
    {"searcher pipe my.archive < requests > answers", "one answer a request, in their order"},
};
constexpr ExampleInfo kKwic[] = {
    {"searcher kwic my.archive flood", "every place, in the order of the archive"},
    {"searcher kwic my.archive '\"climate change\"' --sort right", "by what follows"},
    {"searcher kwic my.archive 'tax*' --format csv > tax.csv", ""},
    {"searcher kwic my.archive flood --context 60 | less -S", "wider than the terminal"},
};

constexpr ExampleInfo kFacets[] = {
    {"searcher facets my.archive flood --facets source,month", ""},
    {"searcher facets my.archive '*' --facets day --format csv > days.csv", ""},
};

constexpr ExampleInfo kTerms[] = {
    {"searcher terms my.archive flood", "what articles about floods are about"},
    {"searcher terms my.archive 'source:\"Fox News\"' --limit 100 --format csv", ""},
};

constexpr ExampleInfo kSimilar[] = {
    {"searcher similar my.archive ID", "what else was written about it"},
    {"searcher similar my.archive ID --explain", "and by which words it was found"},
};

constexpr ExampleInfo kStory[] = {
    {"searcher story my.archive ID", "its copies, earliest first, and what differs"},
    {"searcher story my.archive ID --diff 3", "word by word, from the first to the third"},
    {"searcher story my.archive ID --format csv > copies.csv", "lags in seconds"},
};

constexpr CommandInfo kCommands[] = {
    {"search", "ARCHIVE QUERY...",
     "articles that match, best first; the word itself may be left out", kSearch, "",
     "archive any syntax explain expand recent sort limit offset all group no-group facets "
     "facet-limit format "
     "fields template "
     "query-id print0 line-buffered receipt format-version max-expansions color "
     "pager hyperlinks"},
    {"count", "ARCHIVE QUERY...", "how many articles match, exactly", kCount, "",
     "archive any syntax explain format format-version max-expansions"},
    {"show", "ARCHIVE ID", "one article, its versions, and what changed between them", kShow, "",
     "archive mark any syntax full raw versions version diff format format-version color pager "
     "hyperlinks"},
    {"timeline", "ARCHIVE QUERY...", "hits over time, beside all articles and as a share of them",
     kTimeline,
     "All articles are those under the query's filters: its parts that ask for source, date and "
     "the "
     "like, not for words. Periods in which there are none are marked as gaps. Articles without a "
     "date, or with one too coarse for the period, are counted apart.",
     "archive any syntax explain by vs smooth share svg html format max-expansions color"},
    {"completion", "SHELL", "a script by which bash, zsh or fish completes command lines",
     kCompletion,
     "Completes commands, options and their values, archives, and in queries the names of fields "
     "and the values of source:, section:, lang: and author: that the archive has.",
     ""},
    {.name = "complete",
     .arguments = "WORDS...",
     .summary = "candidates for the last word, for the scripts of 'completion'",
     .examples = {},
     .about = {},
     .options = {},
     .hidden = true},
    {"batch", "ARCHIVE --queries FILE", "many queries from a file, answered in their order", kBatch,
     "A line of FILE is an id, a tab and a query, or a JSON object with id, query and perhaps "
     "limit. "
     "--format is json (an object a line) unless said otherwise, and not text. A query that cannot "
     "be read does not stop the others; the exit code is 4 then.",
     "archive queries count threads any syntax expand recent sort limit all group no-group format "
     "fields "
     "line-buffered "
     "format-version "
     "max-expansions"},
    {"check-receipt", "ARCHIVE FILE", "whether a search still finds what a receipt says",
     kCheckReceipt, "The exit code is 0 if it does, 1 if anything has changed, and what is said.",
     ""},
    {"save", "ARCHIVE NAME QUERY...", "give a query a name, to be told what is added", kSave,
     "What the query finds now counts as told. It is kept in XDG_STATE_HOME, not in the archive.",
     "any syntax max-expansions"},
    {"new", "ARCHIVE NAME", "what a saved query finds that it did not tell before", kNew,
     "Newest first, each once; an article that says something else than before is told again, "
     "marked as changed. If printing is interrupted, all is told again. Exit code 1 if there is "
     "nothing.",
     "group no-group format fields max-expansions color pager hyperlinks"},
    {"saved", "ARCHIVE", "the saved queries of an archive", kSaved, "", "format"},
    {"forget", "ARCHIVE NAME", "drop a saved query", kForget, "", ""},
    {"shell", "ARCHIVE", "a prompt for queries, with history and completion", kShell,
     "A query shows its first page; n and p turn pages, a number opens that hit; ':help' tells the "
     "rest. Ctrl-C drops a line, Ctrl-D leaves.",
     "archive any syntax expand recent sort limit no-group facets facet-limit max-expansions color "
     "pager "
     "hyperlinks"},
    {"pipe", "ARCHIVE", "requests in, answers out, a line of JSON each, for other programs", kPipe,
     "A request has op (search, count, show, timeline, kwic, facets, terms, similar, story or "
     "refresh), query or article, and perhaps id, which its answer repeats; options of the command "
     "are members: "
     "{\"limit\": 3, \"facets\": [\"source\"]}. An answer has status, an exit code, and answer or "
     "error. "
     "The archive is searched as it was when it was opened, until a refresh.",
     "archive"},
    {"kwic", "ARCHIVE QUERY...", "every match in its context, a line each (a concordance)", kKwic,
     "", "archive any syntax sort limit all context format max-expansions color"},
    {"facets", "ARCHIVE QUERY...", "how many articles match by source, date and the like", kFacets,
     "", "archive any syntax facets facet-limit format max-expansions color"},
    {"terms", "ARCHIVE QUERY...", "the words typical of the articles that match", kTerms,
     "Words are compared by log-likelihood (G2, Dunning 1993): how much more of them there are in "
     "the articles that match than in the others. Words that are everywhere are typical of "
     "nothing.",
     "archive any syntax limit all format max-expansions color"},
    {"similar", "ARCHIVE ID", "the articles most like one, the most like first", kSimilar,
     "Articles are compared by the 25 words that tell most about the one (tf-idf).",
     "archive explain limit offset all group no-group format fields color"},
    {"story", "ARCHIVE ID", "an article with all its copies, earliest first", kStory,
     "Each is compared with the first: how much later it came, whether headline and author are "
     "others, how many words were added and removed. Where both dates have an offset from UTC lags "
     "are true, else as the clocks said. Which articles are copies is found when they are indexed.",
     "archive diff full format format-version color pager"},
};

constexpr OptionInfo kOptions[] = {
    {.name = "archive",
     .letter = 'a',
     .argument = "ARCHIVE",
     .help = "an archive, in the place of the argument; several are searched as one",
     .repeated = true},
    {.name = "any", .help = "the query is plain words, any of which may match"},
    {.name = "syntax",
     .argument = "SYNTAX",
     .fallback = "native",
     .help = "the language of the query",
     .choices = "native,factiva,nexis",
     .setting = true},
    {.name = "expand",
     .help = "order by the words of the ten best articles, too; with --any, find those that hold "
             "these alone as well"},
    {.name = "recent",
     .argument = "DAYS",
     .help = "prefer newer articles: one that is DAYS older needs twice the score"},
    {.name = "explain", .help = "show on stderr how the query was read and what each part found"},
    {.name = "mark", .argument = "QUERY", .help = "show in colour what this query matches"},
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
    {.name = "group",
     .help = "a hit a story: of articles that are copies of one another the best, and what others "
             "match; text does so unless told otherwise"},
    {.name = "no-group", .help = "a hit an article"},
    {.name = "facets",
     .argument = "LIST",
     .fallback = "source,year",
     .help = "what to count",
     .choices = "source,section,lang,author,year,month,day,none",
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
     .choices = "text,json,ndjson,csv,tsv,ids,trec"},
    {.name = "fields",
     .argument = "LIST",
     .help = "what to show of a hit",
     .choices = "rank,id,score,title,text,source,date,url,author,section,language,snippet,matches,"
                "changed,archive,story,copies"},
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
    {.name = "by",
     .argument = "PERIOD",
     .fallback = "auto",
     .help = "what to count by; weeks are ISO 8601's; auto is what fits the terminal",
     .choices = "auto,day,week,month,year"},
    {.name = "vs",
     .argument = "QUERY",
     .help = "a query to compare with; may be given several times",
     .repeated = true},
    {.name = "smooth",
     .argument = "N",
     .fallback = "1",
     .help = "draw the average over N periods with each in the middle"},
    {.name = "share", .help = "draw the share of all articles, not the number"},
    {.name = "svg", .argument = "FILE", .help = "write the chart there as well"},
    {.name = "html",
     .argument = "FILE",
     .help = "write a page with chart and figures there as well; it needs no network"},
    {.name = "template",
     .argument = "TEXT",
     .help =
         "print this for each hit, with its fields where they stand in braces: '{date} {title}'"},
    {.name = "print0", .help = "end ids and templates with a NUL, not a line end"},
    {.name = "line-buffered", .help = "write each hit out at once"},
    {.name = "query-id",
     .argument = "ID",
     .fallback = "1",
     .help = "the query's name in --format trec"},
    {.name = "queries", .argument = "FILE", .help = "where the queries are; - for standard input"},
    {.name = "count", .help = "only how many articles each query matches: id, tab, number"},
    {.name = "threads",
     .argument = "N",
     .fallback = "0",
     .help = "queries answered at a time; 0: one a core"},
    {.name = "receipt",
     .argument = "FILE",
     .help = "write down there what was asked and found, for check-receipt"},
    {.name = "format-version",
     .argument = "N",
     .fallback = "1",
     .help = "the version of JSON and tables that you rely on",
     .choices = "1"},
    {.name = "pager",
     .argument = "WHEN",
     .fallback = "auto",
     .help = "show text that is longer than the screen by $NEWSARCHIVE_PAGER, $PAGER or less",
     .choices = "auto,always,never",
     .setting = true,
     .file_only = true},
    {.name = "hyperlinks",
     .argument = "WHEN",
     .fallback = "auto",
     .help = "make titles links to their urls; auto: on terminals known to have them",
     .choices = "auto,always,never",
     .setting = true},
    {.name = "context",
     .argument = "N",
     .help = "columns of text on each side; as many as the terminal has room for if it is not "
             "given, 40 in a file, 60 in other formats than text"},
    {.name = "sort",
     .argument = "ORDER",
     .fallback = "none",
     .help = "how lines are ordered: by the words before or behind the match, nearest first, by "
             "date or by source; none is the order of the archive, which begins at once",
     .choices = "none,left,right,date,source",
     .only = "kwic"},
    {.name = "limit",
     .argument = "N",
     .help = "how many lines to show; all if it is not given",
     .only = "kwic"},
    {.name = "limit",
     .argument = "N",
     .fallback = "25",
     .help = "how many words to show",
     .only = "terms"},
    {.name = "format",
     .argument = "FORMAT",
     .fallback = "text",
     .help = "how to print",
     .choices = "text,json,csv,tsv",
     .only = "facets terms"},
    {.name = "format",
     .argument = "FORMAT",
     .fallback = "text",
     .help = "how to print",
     .choices = "text,json",
     .only = "saved count"},
    {.name = "format",
     .argument = "FORMAT",
     .fallback = "text",
     .help = "how to print",
     .choices = "text,json,ndjson,csv,tsv",
     .only = "kwic story"},
    {.name = "diff",
     .argument = "[N[,M]]",
     .help =
         "what changed from the first article to the last, to the N-th, or from the N-th to the "
         "M-th",
     .only = "story"},
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
      "searcher", "asks a news archive",
      kExamples,  kCommands,
      kOptions,   "help",
      end,        "indexer(1), news-query(7)",
      "search",   "A query that begins with '-' goes behind '--': searcher ARCHIVE -- "};
  return program;
}

}  // namespace news
