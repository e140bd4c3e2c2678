// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <limits>
#include <sstream>

#include "searcher/query/fields.hpp"

namespace news {
namespace {

namespace po = boost::program_options;
constexpr const char* kSeeHelp = "See: searcher --help";

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');)
    if (!part.empty()) out.push_back(part);
  return out;
}

template <typename Names>
std::size_t choose(const char* option, const std::string& value, const Names& names) {
  const auto it = std::find(names.begin(), names.end(), value);
  if (it != names.end()) return static_cast<std::size_t>(it - names.begin());
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  throw Error(Exit::usage, std::string(option) + ": '" + value + "' is none of " + list, kSeeHelp);
}

// The places in `names` of a comma-separated list; twice the same would be a key twice in JSON.
template <typename Names>
std::vector<std::size_t> choose_list(const char* option, const std::string& list,
                                     const Names& names) {
  std::vector<std::size_t> out;
  for (const auto& name : split(list)) {
    const std::size_t n = choose(option, name, names);
    if (std::find(out.begin(), out.end(), n) != out.end())
      throw Error(Exit::usage, std::string(option) + ": '" + name + "' is named twice", kSeeHelp);
    out.push_back(n);
  }
  return out;
}

// Boost's own conversion reads -1 as the largest number there is.
template <typename Number>
Number parse_number(const std::string& name, const std::string& text) {
  Number n{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error == std::errc::result_out_of_range)
    throw Error(Exit::usage, "--" + name + ": '" + text + "' is too large", kSeeHelp);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Error(Exit::usage, "--" + name + ": '" + text + "' is no whole number from 0 up",
                kSeeHelp);
  return n;
}

template <typename Number>
Number read_number(const po::variables_map& values, const std::string& name) {
  return parse_number<Number>(name, values[name].as<std::string>());
}

std::uint32_t parse_version(const std::string& option, const std::string& text) {
  const auto n = parse_number<std::uint32_t>(option, text);
  if (n == 0) throw Error(Exit::usage, "--" + option + ": versions are numbered from 1", kSeeHelp);
  return n;
}

constexpr std::string_view kNone = "none";  // the value of an option that stands without one

/// N or N,M
void read_diff(SearcherOptions& out, const std::string& text) {
  out.diff = true;
  if (text == kNone) return;
  const auto comma = text.find(',');
  out.diff_from = parse_version("diff", text.substr(0, comma));
  if (comma != std::string::npos) out.diff_to = parse_version("diff", text.substr(comma + 1));
}

// Versions of Boost disagree about values that may be left out: each gets one here, a number if one
// follows.
std::vector<std::string> add_values(const std::vector<std::string>& arguments) {
  std::vector<std::string> out;
  for (auto it = arguments.begin(); it != arguments.end(); ++it) {
    if (*it == "--") {
      out.insert(out.end(), it, arguments.end());
      break;
    }
    out.push_back(*it);
    if (*it != "--version" && *it != "--diff") continue;
    const auto next = it + 1;
    const bool number = next != arguments.end() && !next->empty() &&
                        next->find_first_not_of("0123456789,") == std::string::npos;
    out.back().append("=").append(number ? *next : kNone);
    if (number) it = next;
  }
  return out;
}

// What stands behind an id and --version was meant for the number of a version.
bool asks_program_version(const po::variables_map& values) {
  if (!values.count("version") || values["version"].as<std::string>() != kNone) return false;
  if (!values.count("words")) return true;
  const auto& words = values["words"].as<std::vector<std::string>>();
  return words[0] != "show" || words.size() < 4;
}

po::options_description visible_options() {
  po::options_description options("Options");
  options.add_options()("any", po::bool_switch(),
                        "the query is plain words, any of which may match")(
      "syntax", po::value<std::string>()->default_value("native"), "native, factiva or nexis")(
      "explain", po::bool_switch(),
      "show on stderr how the query was read and what each part found")(
      "full", po::bool_switch(),
      "show: the whole text, with what was left out since it is not the article's")(
      "raw", po::bool_switch(),
      "show: the record as it came, bit for bit from the input file, while that is still there")(
      "versions", po::bool_switch(),
      "show: the texts that the article has had, as far as they are stored, oldest first")(
      "diff", po::value<std::string>()->value_name("[N[,M]]"),
      "show: what changed between its last two versions, from N to the last, or from N to M")(
      "sort", po::value<std::string>()->default_value("relevance"), "relevance, newest or oldest")(
      "limit", po::value<std::string>()->default_value("10"), "how many hits to show")(
      "offset", po::value<std::string>()->default_value("0"), "how many hits to skip first")(
      "all", po::bool_switch(), "show all hits")(
      "facets", po::value<std::string>()->default_value("source,year"),
      "what to count: source, section, lang, author, year, month, day, or none")(
      "facet-limit", po::value<std::string>()->default_value("10"), "values a facet; 0 = all")(
      "format", po::value<std::string>()->default_value("text"), "text, json, ndjson or csv")(
      "fields", po::value<std::string>(),
      "what to show of a hit: rank, id, score, title, text, source, date, url, author, section, "
      "language, snippet, matches")("max-expansions",
                                    po::value<std::string>()->default_value("5000"),
                                    "how many words a wildcard may stand for")(
      "color", po::value<std::string>()->default_value("auto"), "auto, always or never")(
      "help,h", po::bool_switch(), "this text")(
      "version", po::value<std::string>()->value_name("[N]"),
      "show: that version of the article; without a number, the version of this program");
  return options;
}

po::variables_map read(const std::vector<std::string>& arguments) {
  po::options_description all = visible_options();
  all.add_options()("words", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("words", -1);
  po::variables_map values;
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(add_values(arguments))
                  .options(all)
                  .positional(positional)
                  .style(style)
                  .run(),
              values);
    po::notify(values);
  } catch (const po::unknown_option& e) {
    throw Error(Exit::usage, e.what(),
                "A query that begins with '-' goes behind '--': searcher ARCHIVE -- " +
                    e.get_option_name());
  } catch (const po::error& e) {
    throw Error(Exit::usage, e.what(), kSeeHelp);
  }
  return values;
}

void fill_output(SearcherOptions& out, const po::variables_map& values) {
  constexpr std::array<std::string_view, 3> kSorts = {"relevance", "newest", "oldest"};
  constexpr std::array<std::string_view, 4> kFormats = {"text", "json", "ndjson", "csv"};
  constexpr std::array<std::string_view, 3> kColors = {"auto", "always", "never"};
  out.sort = static_cast<Sort>(choose("--sort", values["sort"].as<std::string>(), kSorts));
  out.format = values["format"].as<std::string>();
  choose("--format", out.format, kFormats);
  out.color = static_cast<ColorMode>(choose("--color", values["color"].as<std::string>(), kColors));
  constexpr std::array<std::string_view, 3> kSyntaxes = {"native", "factiva", "nexis"};
  out.syntax =
      static_cast<Syntax>(choose("--syntax", values["syntax"].as<std::string>(), kSyntaxes));
  out.any = values["any"].as<bool>();
  out.explain = values["explain"].as<bool>();
  out.full = values["full"].as<bool>();
  out.raw = values["raw"].as<bool>();
  out.versions = values["versions"].as<bool>();
  if (values.count("diff")) read_diff(out, values["diff"].as<std::string>());
  if (values.count("version") && values["version"].as<std::string>() != kNone)
    out.version = parse_version("version", values["version"].as<std::string>());
  out.offset = read_number<std::uint64_t>(values, "offset");
  out.limit = read_number<std::uint64_t>(values, "limit");
  if (values["all"].as<bool>()) out.limit = std::numeric_limits<std::uint64_t>::max();
  out.facet_limit = read_number<std::uint32_t>(values, "facet-limit");
  out.max_expansions = read_number<std::uint32_t>(values, "max-expansions");
  const auto facets = values["facets"].as<std::string>();
  if (facets != "none")
    for (const std::size_t n : choose_list("--facets", facets, kFacetNames))
      out.facets.push_back(static_cast<Facet>(n));
  if (values.count("fields"))
    for (const std::size_t n :
         choose_list("--fields", values["fields"].as<std::string>(), kOutputFields))
      out.fields.emplace_back(kOutputFields[n]);
}

// One article, which is no table.
void check_show(const SearcherOptions& options, const std::vector<std::string>& words) {
  if (options.command != SearcherOptions::Command::show) {
    if (options.versions || options.diff || options.version > 0)
      throw Error(Exit::usage, "versions are of one article: searcher show ARCHIVE ID", kSeeHelp);
    return;
  }
  if (words.size() > 2)
    throw Error(Exit::usage, "show takes one id, not also '" + words[2] + "'", kSeeHelp);
  if (options.format == "csv")
    throw Error(Exit::usage, "show: --format is text, json or ndjson", kSeeHelp);
  if (options.versions + options.diff + (options.version > 0) > 1)
    throw Error(Exit::usage, "show: one of --versions, --version N and --diff at a time", kSeeHelp);
  if (options.raw && (options.versions || options.diff))
    throw Error(Exit::usage, "show: --raw is of one version, see --version N", kSeeHelp);
}

}  // namespace

std::string searcher_help() {
  std::ostringstream out;
  out << "searcher – asks a news archive\n\n"
         "Examples:\n"
         "  searcher my.archive climate summit                 both words, best articles first\n"
         "  searcher my.archive '\"climate summit\" date:2016'   a phrase, in 2016\n"
         "  searcher my.archive 'title:(flood OR drought) -sport' --sort newest\n"
         "  searcher count my.archive 'source:\"Fox News\"'      how many, exactly\n"
         "  searcher my.archive flood --facets source,month --format json\n"
         "  searcher my.archive flood --all --format csv --fields date,title,url\n"
         "  searcher show my.archive ID                        one article, whole\n"
         "  searcher show my.archive ID --versions             what it said before\n"
         "  searcher show my.archive ID --diff                 what changed last\n\n"
         "Usage: searcher [search] ARCHIVE QUERY... | count ARCHIVE QUERY... | show ARCHIVE ID\n\n"
      << visible_options()
      << "\nQuery: words (all must match), \"phrases\", =exact, wor*, AND OR NOT -x ( ),\n"
         "NEAR/5 ADJ/5 SENTENCE PARAGRAPH, ATLEAST/3 x, and fields:\n";
  for (const auto& field : kFields) out << "  " << field.help << "\n";
  out << "\nExit codes: 0 matched, 1 nothing matched, 2 usage or query syntax, 3 archive missing "
         "or damaged.\n";
  return out.str();
}

SearcherOptions parse_searcher_options(const std::vector<std::string>& arguments) {
  using Command = SearcherOptions::Command;
  const auto values = read(arguments);
  SearcherOptions out;
  if (values["help"].as<bool>()) return out;
  out.command = Command::version;
  if (asks_program_version(values)) return out;
  if (!values.count("words")) throw Error(Exit::usage, "no archive given", kSeeHelp);
  auto words = values["words"].as<std::vector<std::string>>();
  out.command = Command::search;
  const std::string verb = words[0];
  if (verb == "help") return {};
  if (verb == "count") out.command = Command::count;
  if (verb == "show") out.command = Command::show;
  if (verb == "search" || out.command != Command::search) words.erase(words.begin());
  if (words.empty()) throw Error(Exit::usage, "no archive given", kSeeHelp);
  out.archive = words[0];
  for (std::size_t i = 1; i < words.size(); ++i) out.query += (i > 1 ? " " : "") + words[i];
  if (words.size() < 2)
    throw Error(Exit::usage, out.command == Command::show ? "no id given" : "no query given",
                "The query * matches every article. " + std::string(kSeeHelp));
  fill_output(out, values);
  check_show(out, words);
  return out;
}

}  // namespace news
