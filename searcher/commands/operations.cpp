// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/operations.hpp"

#include <vector>

#include "searcher/commands/count.hpp"
#include "searcher/commands/facets.hpp"
#include "searcher/commands/kwic.hpp"
#include "searcher/commands/option_table.hpp"
#include "searcher/commands/search.hpp"
#include "searcher/commands/show.hpp"
#include "searcher/commands/similar.hpp"
#include "searcher/commands/story.hpp"
#include "searcher/commands/terms.hpp"
#include "searcher/commands/timeline.hpp"

namespace news {
namespace {

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

constexpr Operation kOperations[] = {
    {.info = {"search", "ARCHIVE QUERY...",
              "articles that match, best first; the word itself may be left out", kSearch, "",
              "archive any syntax explain expand recent sort limit offset all group no-group "
              "facets facet-limit format fields template query-id print0 line-buffered receipt "
              "format-version max-expansions color pager hyperlinks"},
     .prepare = prepare<read_search, run_search>,
     .paged = true},
    {.info = {"count", "ARCHIVE QUERY...", "how many articles match, exactly", kCount, "",
              "archive any syntax explain format format-version max-expansions"},
     .prepare = prepare<read_count, run_count>},
    {.info = {"show", "ARCHIVE ID", "one article, its versions, and what changed between them",
              kShow, "",
              "archive mark any syntax full raw versions version diff format format-version color "
              "pager hyperlinks"},
     .prepare = prepare<read_show, run_show>,
     .paged = true,
     .takes_id = true},
    {.info =
         {"timeline", "ARCHIVE QUERY...",
          "hits over time, beside all articles and as a share of them", kTimeline,
          "All articles are those under the query's filters: its parts that ask for source, date "
          "and the like, not for words. Periods in which there are none are marked as gaps. "
          "Articles without a date, or with one too coarse for the period, are counted apart.",
          "archive any syntax explain by vs smooth share svg html format max-expansions color"},
     .prepare = prepare<read_timeline, run_timeline>},
    {.info = {"kwic", "ARCHIVE QUERY...", "every match in its context, a line each (a concordance)",
              kKwic, "", "archive any syntax sort limit all context format max-expansions color"},
     .prepare = prepare<read_kwic, run_kwic>},
    {.info = {"facets", "ARCHIVE QUERY...", "how many articles match by source, date and the like",
              kFacets, "", "archive any syntax facets facet-limit format max-expansions color"},
     .prepare = prepare<read_facets, run_facets>},
    {.info = {"terms", "ARCHIVE QUERY...", "the words typical of the articles that match", kTerms,
              "Words are compared by log-likelihood (G2, Dunning 1993): how much more of them "
              "there are in the articles that match than in the others. Words that are everywhere "
              "are typical of nothing.",
              "archive any syntax limit all format max-expansions color"},
     .prepare = prepare<read_terms, run_terms>},
    {.info = {"similar", "ARCHIVE ID", "the articles most like one, the most like first", kSimilar,
              "Articles are compared by the 25 words that tell most about the one (tf-idf).",
              "archive explain limit offset all group no-group format fields color"},
     .prepare = prepare<read_similar, run_similar>,
     .takes_id = true},
    {.info = {"story", "ARCHIVE ID", "an article with all its copies, earliest first", kStory,
              "Each is compared with the first: how much later it came, whether headline and "
              "author are others, how many words were added and removed. Where both dates have an "
              "offset from UTC lags are true, else as the clocks said. Which articles are copies "
              "is found when they are indexed.",
              "archive diff full format format-version color pager"},
     .prepare = prepare<read_story_options, run_story>,
     .paged = true,
     .takes_id = true},
};

}  // namespace

std::span<const Operation> operations() {
  return kOperations;
}

const Operation* find_operation(std::string_view name) {
  for (const auto& operation : kOperations)
    if (operation.info.name == name) return &operation;
  return nullptr;
}

const ProgramInfo& operations_program() {
  static const std::vector<CommandInfo> commands = [] {
    std::vector<CommandInfo> out;
    for (const auto& operation : kOperations) out.push_back(operation.info);
    return out;
  }();
  static const ProgramInfo program{.name = "searcher",
                                   .summary = {},
                                   .examples = {},
                                   .commands = commands,
                                   .options = searcher_options(),
                                   .common_options = {},
                                   .closing = {},
                                   .see_also = {},
                                   .implicit_command = {},
                                   .dashes = {}};
  return program;
}

}  // namespace news
