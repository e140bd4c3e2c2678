// SPDX-License-Identifier: GPL-2.0-or-later
#include <limits>
#include <string>
#include <vector>

#include "searcher/cli/run.hpp"
#include "searcher/commands/batch/batch_options.hpp"
#include "searcher/commands/count.hpp"
#include "searcher/commands/facets.hpp"
#include "searcher/commands/kwic.hpp"
#include "searcher/commands/search.hpp"
#include "searcher/commands/show.hpp"
#include "searcher/commands/similar.hpp"
#include "searcher/commands/terms.hpp"
#include "searcher/commands/timeline.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words, const char* between = " ") {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

template <typename Names, typename Values>
std::string names_of_all(const Names& names, const Values& values) {
  Words out;
  for (const auto value : values) out.emplace_back(names[static_cast<std::size_t>(value)]);
  return joined(out, ",");
}

// Each says what is not as it always is.
std::string describe(const QueryText& query) {
  return query.any ? " any" : "";
}

std::string describe_limit(std::uint64_t limit, std::uint64_t standard) {
  if (limit == std::numeric_limits<std::uint64_t>::max()) return " all";
  return limit == standard ? "" : " limit=" + std::to_string(limit);
}

std::string describe_expansions(std::uint32_t n) {
  return n == 5000 ? "" : " expansions=" + std::to_string(n);
}

std::string describe(const SearchRequest& request) {
  std::string out;
  if (request.sort != Sort::relevance) out += request.sort == Sort::newest ? " newest" : " oldest";
  if (request.offset > 0) out += " offset=" + std::to_string(request.offset);
  out += describe_limit(request.limit, 10);
  if (request.facet_limit != 10) out += " facet-limit=" + std::to_string(request.facet_limit);
  return out + describe_expansions(request.max_expansions);
}

std::string describe_facets(const SearchRequest& request) {
  const std::string facets = names_of_all(kFacetNames, request.facets);
  return facets == "source,year" ? "" : " facets=" + facets;
}

std::string describe(const PrintOptions& print, Format standard = Format::text) {
  std::string out;
  if (print.format != standard)
    out += " " + std::string(kFormatNames[static_cast<std::size_t>(print.format)]);
  if (!print.fields.empty()) out += " fields=" + names_of_all(kFieldNames, print.fields);
  if (print.full) out += " full";
  if (print.color != ColorMode::auto_)
    out += print.color == ColorMode::always ? " color" : " plain";
  return out;
}

std::string describe(const SearchOptions& o) {
  return describe(o.query) + describe_facets(o.request) + (o.explain ? " explain" : "") +
         describe(o.request) + describe(o.print);
}

std::string describe(const CountOptions& o) {
  return describe(o.query) + describe_expansions(o.max_expansions) + describe(o.print);
}

std::string describe(const ShowOptions& o) {
  std::string out = describe(o.print);
  if (o.versions) out += " versions";
  if (o.diff.wanted)
    out += " diff=" + std::to_string(o.diff.from) + "," + std::to_string(o.diff.to);
  return o.version > 0 ? out + " version=" + std::to_string(o.version) : out;
}

std::string describe(const KwicOptions& o) {
  std::string out = describe_limit(o.limit, 10) + describe(o.print);
  if (o.sort != KwicSort::none)
    out += " sort=" + std::string(kKwicSortNames[static_cast<std::size_t>(o.sort)]);
  return o.context ? out + " context=" + std::to_string(*o.context) : out;
}

std::string describe(const TermsOptions& o) {
  return describe_limit(o.limit, 10) + describe(o.print);
}

std::string describe(const FacetOptions& o) {
  return describe_facets(o.request) + describe(o.print);
}

std::string describe(const SimilarOptions& o) {
  return describe(o.request) + describe(o.print);
}

std::string describe(const BatchOptions& o) {
  return describe(o.request) + describe(o.print, Format::json);
}

std::string describe(const TimelineOptions& o) {
  std::string out;
  for (std::size_t n = 1; n < o.queries.size(); ++n) out += " vs=" + o.queries[n].text;
  if (o.by) out += " by=" + std::string(kPeriodUnitNames[static_cast<std::size_t>(*o.by)]);
  if (o.smooth != 1) out += " smooth=" + std::to_string(o.smooth);
  if (o.share) out += " share";
  if (!o.svg.empty()) out += " svg=" + o.svg;
  if (!o.html.empty()) out += " html=" + o.html;
  return out;
}

std::string describe_options(std::string_view command, const OptionValues& values) {
  if (command == "count") return describe(read_count(values));
  if (command == "show") return describe(read_show(values));
  if (command == "kwic") return describe(read_kwic(values));
  if (command == "terms") return describe(read_terms(values));
  if (command == "facets") return describe(read_facets(values));
  if (command == "similar") return describe(read_similar(values));
  if (command == "batch") return describe(read_batch(values));
  if (command == "timeline") return describe(read_timeline(values));
  return describe(read_search(values));
}

/// A command line: its command, archives, what stands after them, and options.
std::string understood(const Words& arguments, const Settings& settings = {}) {
  const OptionValues values = read_searcher_values(arguments, settings);
  const std::string command(values.command ? values.command->name : "search");
  const Words rest(values.words.begin() + 1, values.words.end());
  return command + " " + joined(read_archives(values), ",") + " [" + joined(rest) + "]" +
         describe_options(command, values);
}

struct Understood {
  Words given;
  std::string meant;
};

struct Refused {
  Words given;
  std::string message;  ///< a part of it
  std::string hint;     ///< a part of it
};

}  // namespace

TEST_CASE("a command line of the searcher: verb, archive, query", "[searcher][options]") {
  const std::vector<Understood> rows = {
      {{"a", "flood"}, "search a [flood]"},
      {{"search", "a", "flood"}, "search a [flood]"},
      {{"search", "search", "flood"}, "search search [flood]"},
      {{"./count", "flood"}, "search ./count [flood]"},
      {{"-a", "x", "--archive=y", "flood"}, "search x,y [flood]"},
      {{"count", "flood", "-a", "x", "water"}, "count x [flood water]"},
      {{"timeline", "a", "flood", "water"}, "timeline a [flood water]"},
      {{"timeline", "a", "flood", "--vs", "fire", "--vs=-x", "--vs", "a b", "--by", "week"},
       "timeline a [flood] vs=fire vs=-x vs=a b by=week"},
      {{"timeline", "a", "x", "--smooth", "7", "--share", "--svg", "s", "--html", "h", "--by",
        "auto"},
       "timeline a [x] smooth=7 share svg=s html=h"},
      {{"count", "a", "flood"}, "count a [flood]"},
      {{"count", "a", "show", "me"}, "count a [show me]"},
      {{"show", "a", "x 17"}, "show a [x 17]"},
      {{"show", "a", "--format", "json", "--", "-x"}, "show a [-x] json"},
      {{"a", "climate", "summit"}, "search a [climate summit]"},
      {{"a", "\"climate  summit\"", "OR", "x"}, "search a [\"climate  summit\" OR x]"},
      {{"a", "--", "-trump"}, "search a [-trump]"},
      {{"a", "flood", "--", "-trump", "--all"}, "search a [flood -trump --all]"},
      {{"a", "flood -trump"}, "search a [flood -trump]"},
      {{"a", "-"}, "search a [-]"},
      {{"a", ""}, "search a []"},
  };
  for (const auto& row : rows) {
    CAPTURE(joined(row.given));
    CHECK(understood(row.given) == row.meant);
  }
}

TEST_CASE("options of the searcher may stand anywhere", "[searcher][options]") {
  const std::vector<Understood> rows = {
      {{"--any", "a", "x"}, "search a [x] any"},
      {{"a", "--any", "x", "y"}, "search a [x y] any"},
      {{"--limit", "3", "search", "a", "x"}, "search a [x] limit=3"},
      {{"a", "x", "--limit=0"}, "search a [x] limit=0"},
      {{"a", "x", "--limit", "18446744073709551614"}, "search a [x] limit=18446744073709551614"},
      {{"a", "x", "--all"}, "search a [x] all"},
      {{"a", "x", "--all", "--limit", "3"}, "search a [x] all"},
      {{"a", "--offset", "30", "x"}, "search a [x] offset=30"},
      {{"a", "x", "--sort", "newest"}, "search a [x] newest"},
      {{"a", "x", "--sort=oldest"}, "search a [x] oldest"},
      {{"a", "x", "--sort", "relevance"}, "search a [x]"},
      {{"a", "x", "--facets", "none"}, "search a [x] facets="},
      {{"a", "x", "--facets", ""}, "search a [x] facets="},
      {{"a", "x", "--facets", "day,source,author,section,lang,year,month"},
       "search a [x] facets=day,source,author,section,lang,year,month"},
      {{"a", "x", "--facet-limit", "0"}, "search a [x] facet-limit=0"},
      {{"a", "x", "--format", "ndjson"}, "search a [x] ndjson"},
      {{"a", "x", "--format", "csv", "--fields", "date,title,text"},
       "search a [x] csv fields=date,title,text"},
      {{"a", "x", "--format", "tsv", "--line-buffered"}, "search a [x] tsv"},
      {{"a", "x", "--template", "{id}"}, "search a [x] template"},
      {{"batch", "a", "--queries", "-"}, "batch a []"},
      {{"batch", "--queries=f", "a", "--format", "trec", "--all"}, "batch a [] all trec"},
      {{"a", "x", "--color", "always"}, "search a [x] color"},
      {{"a", "x", "--color=never"}, "search a [x] plain"},
      {{"a", "x*", "--max-expansions", "9"}, "search a [x*] expansions=9"},
      {{"a", "x", "--explain"}, "search a [x] explain"},
      {{"show", "a", "x", "--full"}, "show a [x] full"},
      {{"show", "a", "x", "--versions"}, "show a [x] versions"},
      {{"show", "a", "x", "--diff"}, "show a [x] diff=0,0"},
      {{"show", "a", "--diff", "x"}, "show a [x] diff=0,0"},
      {{"show", "a", "x", "--diff", "2"}, "show a [x] diff=2,0"},
      {{"show", "a", "x", "--diff", "3,1", "--full"}, "show a [x] full diff=3,1"},
      {{"show", "a", "--diff=3,1", "--", "1,2"}, "show a [1,2] diff=3,1"},
      {{"show", "a", "x", "--version", "2"}, "show a [x] version=2"},
      {{"show", "--version=2", "a", "17", "--full"}, "show a [17] full version=2"},
  };
  for (const auto& row : rows) {
    CAPTURE(joined(row.given));
    CHECK(understood(row.given) == row.meant);
  }
}

TEST_CASE("commands have options of their own by common names", "[searcher][options]") {
  const std::vector<Understood> rows = {
      {{"kwic", "a", "x", "y"}, "kwic a [x y] all"},
      {{"kwic", "a", "x", "--limit", "3"}, "kwic a [x] limit=3"},
      {{"kwic", "a", "x", "--sort", "left"}, "kwic a [x] all sort=left"},
      {{"kwic", "a", "x", "--sort", "source"}, "kwic a [x] all sort=source"},
      {{"kwic", "a", "x", "--context", "0", "--format", "tsv"}, "kwic a [x] all tsv context=0"},
      {{"facets", "a", "x", "--format", "csv"}, "facets a [x] csv"},
      {{"terms", "a", "x"}, "terms a [x] limit=25"},
      {{"terms", "a", "x", "--all"}, "terms a [x] all"},
      {{"similar", "a", "x 17"}, "similar a [x 17]"},
      {{"similar", "a", "x", "--format", "csv", "--offset", "10"}, "similar a [x] offset=10 csv"},
  };
  for (const auto& row : rows) {
    CAPTURE(joined(row.given));
    CHECK(understood(row.given) == row.meant);
  }
  // A setting is not for the command that means something else by its name.
  const Settings settings = {{"limit", "3"}};
  CHECK(understood({"a", "x"}, settings) == "search a [x] limit=3");
  CHECK(understood({"similar", "a", "x"}, settings) == "similar a [x] limit=3");
  CHECK(understood({"kwic", "a", "x"}, settings) == "kwic a [x] all");
  CHECK(understood({"terms", "a", "x"}, settings) == "terms a [x] limit=25");
}

TEST_CASE("every field of the output can be asked for", "[searcher][options]") {
  Words names;
  for (const auto name : kFieldNames) names.emplace_back(name);
  const auto options =
      read_search(read_searcher_values({"a", "x", "--fields", joined(names, ",")}));
  CHECK(names_of_all(kFieldNames, options.print.fields) == joined(names, ","));
}

TEST_CASE("a command line that cannot be understood says why", "[searcher][options]") {
  const std::string help = "See: searcher ";
  const std::vector<Refused> rows = {
      {{}, "no archive", help},
      {{"search"}, "no archive", help},
      {{"count", "--any"}, "no archive", help},
      {{"a"}, "no query", "*"},
      {{"count", "a"}, "no query", "*"},
      {{"show", "a"}, "no id", help},
      {{"show", "a", "x", "y"}, "'y'", help},
      {{"show", "a", "x", "--format", "csv"}, "json", help},
      {{"show", "a", "-x", "--format", "json"}, "-x", "-- -x"},
      {{"kwic", "a", "x", "--sort", "newest"}, "none, left, right, date, source", "help kwic"},
      {{"kwic", "a", "x", "--limit="}, "--limit", help},
      {{"a", "x", "--sort", "left"}, "relevance, newest, oldest", help},
      {{"terms", "a", "x", "--format", "ndjson"}, "text, json, csv, tsv", "help terms"},
      {{"similar", "a"}, "no id", help},
      {{"similar", "a", "x", "y"}, "similar takes one id, not also 'y'", help},
      {{"count", "a", "x", "--sort", "newest"}, "count takes no --sort", "It is for: search"},
      {{"a", "x", "--formt", "json"}, "--formt", "Did you mean --format?"},
      {{"a", "-trump"}, "-trump", "searcher ARCHIVE -- -trump"},
      {{"a", "flood", "-hillary"}, "-hillary", "-- -hillary"},
      {{"a", "--trump"}, "--trump", "-- --trump"},
      {{"a", "x", "--lim", "3"}, "--lim", "--"},
      {{"a", "x", "--limit"}, "--limit", help},
      {{"a", "x", "--limit", "1", "--limit", "2"}, "--limit", help},
      {{"a", "x", "--limit", "-1"}, "'-1'", help},
      {{"a", "x", "--limit=-1"}, "--limit", help},
      {{"a", "x", "--limit", "3x"}, "'3x'", help},
      {{"a", "x", "--limit", ""}, "--limit", help},
      {{"a", "x", "--limit", "18446744073709551616"}, "too large", help},
      {{"a", "x", "--offset=-1"}, "--offset", help},
      {{"a", "x", "--facet-limit=-1"}, "--facet-limit", help},
      {{"a", "x", "--facet-limit", "4294967296"}, "too large", help},
      {{"a", "x", "--max-expansions", "many"}, "'many'", help},
      {{"a", "x", "--sort", "date"}, "relevance, newest, oldest", help},
      {{"a", "x", "--format", "xml"}, "text, json, ndjson, csv", help},
      {{"a", "x", "--format-version", "2"}, "'2' is none of 1", help},
      {{"a", "x", "--template", "{body}"}, "'body'", "Fields are rank, id"},
      {{"a", "x", "--template", "x", "--format", "csv"}, "beside --format", help},
      {{"a", "x", "--print0"}, "--print0 is for", help},
      {{"a", "x", "--format", "ids", "--fields", "id"}, "--fields is not for", help},
      {{"a", "x", "--format", "trec", "--query-id", "a b"}, "one word", help},
      {{"a", "x", "--query-id", "7"}, "--query-id is for", help},
      {{"show", "a", "x", "--format", "ids"}, "json", help},
      {{"batch", "a"}, "no --queries", help},
      {{"batch", "a", "flood", "--queries", "f"}, "'flood'", help},
      {{"batch", "a", "--queries", "f", "--format", "text"}, "none of json, ndjson", help},
      {{"batch", "a", "--queries", "f", "--count", "--fields", "id"}, "--count", help},
      {{"batch", "a", "--queries", "f", "--threads", "257"}, "256", help},
      {{"batch", "a", "--queries", "f", "--offset", "3"}, "batch takes no --offset", "search"},
      {{"check-receipt", "a"}, "no receipt", "*"},
      {{"check-receipt", "a", "f", "g"}, "'g'", help},
      {{"a", "x", "--receipt", "-"}, "no plain file", help},
      {{"a", "x", "--color", "yes"}, "auto, always, never", help},
      {{"a", "x", "--facets", "source,week"}, "'week'", help},
      {{"a", "x", "--facets", "year,none"}, "'none'", help},
      {{"a", "x", "--facets", "year,source,year"}, "'year' is named twice", help},
      {{"a", "x", "--fields", "id,body"}, "'body'", help},
      {{"a", "x", "--fields", "id,id"}, "'id' is named twice", help},
      {{"a", "x", "--versions"}, "search takes no --versions", "It is for: show"},
      {{"count", "a", "x", "--version", "1"}, "takes no --version", "show"},
      {{"show", "a", "x", "--version", "0"}, "from 1", help},
      {{"show", "a", "x", "--version=two"}, "'two'", help},
      {{"show", "a", "x", "--version", "two"}, "'two'", help},
      {{"show", "a", "x", "--version", "4294967296"}, "too large", help},
      {{"show", "a", "x", "--version", "1", "--versions"}, "--versions", help},
      {{"a", "x", "--diff"}, "takes no --diff", "show"},
      {{"a", "x", "--vs", "y"}, "takes no --vs", "timeline"},
      {{"timeline", "a"}, "no query", "help timeline"},
      {{"timeline", "a", "x", "--by", "hour"}, "--by: 'hour'", "help timeline"},
      {{"timeline", "a", "x", "--smooth", "0"}, "--smooth", "help timeline"},
      {{"timeline", "a", "x", "--smooth", "10001"}, "--smooth", "help timeline"},
      {{"timeline", "a", "x", "--svg", ""}, "svg", ""},
      {{"timeline", "a", "x", "--limit", "3"}, "takes no --limit", "search"},
      {{"show", "a", "--diff", "17"}, "no id", help},
      {{"show", "a", "x", "--diff", "0"}, "from 1", help},
      {{"show", "a", "x", "--diff", "1,0"}, "from 1", help},
      {{"show", "a", "x", "--diff", "1,"}, "--diff: ''", help},
      {{"show", "a", "x", "--diff", "1,2,3"}, "'2,3'", help},
      {{"show", "a", "x", "--diff=one"}, "'one'", help},
      {{"show", "a", "x", "--diff", "1", "--version", "2"}, "at a time", help},
      {{"show", "a", "x", "--diff", "--raw"}, "--raw", help},
      {{"show", "a", "x", "--versions", "--raw"}, "--raw", help},
  };
  for (const auto& row : rows) {
    CAPTURE(joined(row.given));
    try {
      read_searcher_line(row.given);
      FAIL_CHECK("understood");
    } catch (const Error& e) {
      CHECK(e.code() == ErrorCode::usage);
      CHECK_THAT(std::string(e.what()), Catch::Matchers::ContainsSubstring(row.message));
      CHECK_THAT(e.hint(), Catch::Matchers::ContainsSubstring(row.hint));
    }
  }
}

}  // namespace news
