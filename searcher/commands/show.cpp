// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/show.hpp"

#include <fmt/format.h>

#include "common/archive/raw_record.hpp"
#include "searcher/commands/print_hits.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/engine/search/versions.hpp"
#include "searcher/engine/stories/story_index.hpp"
#include "searcher/print/article.hpp"
#include "searcher/print/diff.hpp"
#include "searcher/print/versions.hpp"

namespace news {
namespace {

constexpr const char* kReplacedTextsGo =
    "Compaction drops replaced texts, unless 'indexer add --keep-versions' was told to keep them.";

std::uint32_t read_number(const OptionValues& values, const std::string& option,
                          const std::string& text) {
  const auto n = values.to_number<std::uint32_t>(option, text);
  if (n == 0)
    throw Error(ErrorCode::usage, "--" + option + ": versions are numbered from 1",
                values.see_help());
  return n;
}

void check(const ShowOptions& options, const OptionValues& values) {
  const auto refuse_if = [&](bool wrong, const char* why) {
    if (wrong) throw Error(ErrorCode::usage, std::string("show: ") + why, values.see_help());
  };
  const bool diff = options.diff.wanted;
  refuse_if(options.versions + diff + (options.version > 0) > 1,
            "one of --versions, --version N and --diff at a time");
  refuse_if(!options.mark.text.empty() && (options.versions || diff || options.version > 0),
            "--mark is for the article as it is now");
  refuse_if(options.raw && (options.versions || diff), "--raw is of one version, see --version N");
}

std::string count_versions(std::size_t n) {
  return std::to_string(n) + (n == 1 ? " version" : " versions");
}

// Throws if there is no version of that number.
Article read_version(const Searcher& searcher, const std::vector<Version>& versions,
                     std::uint32_t number) {
  if (number > versions.size())
    throw Error(ErrorCode::not_found,
                fmt::format("there is no version {}: the archive has {} of this article", number,
                            count_versions(versions.size())),
                kReplacedTextsGo);
  return searcher.article(versions[number - 1].hit);
}

void show_diff(const ShowOptions& options, const Context& context,
               const std::vector<Version>& versions) {
  const auto newest = static_cast<std::uint32_t>(versions.size());
  if (newest == 1)
    throw Error(ErrorCode::not_found, "the archive has no earlier version of this article",
                kReplacedTextsGo);
  const std::uint32_t from = options.diff.from > 0 ? options.diff.from : newest - 1;
  const std::uint32_t to = options.diff.to > 0 ? options.diff.to : newest;
  if (from == to)
    throw Error(ErrorCode::usage,
                fmt::format("--diff: version {} would be compared with itself", from),
                "Name another one: --diff N,M");
  print_diff(context.out, options.print, options.id,
             {from, read_version(context.searcher, versions, from)},
             {to, read_version(context.searcher, versions, to)});
}

std::vector<Match> matches_of(const ShowOptions& options, const Context& context, const Hit& hit) {
  if (options.mark.text.empty()) return {};
  return context.searcher.read(read_query(options.mark, context.notes), hit).matches;
}

// How to see an article's copies, if it has any.
std::string describe_copies(const Searcher& searcher, const std::string& id, const Hit& hit) {
  const auto story = searcher.stories().find(hit.segment, hit.doc_id);
  if (!story) return {};
  return fmt::format("one of {}; see: searcher story {} {}",
                     searcher.stories().members(*story).size(),
                     searcher.archives().of(hit.segment).path.string(), id);
}

void print(const Article& article, const ShowOptions& options, const Context& context,
           const std::vector<Match>& matches = {}, const std::string& copies = {}) {
  if (options.raw)
    context.out << read_raw_record(article.from);
  else
    print_article(context.out, article, options.print, matches, copies);
}

}  // namespace

DiffOptions read_diff(const OptionValues& values) {
  DiffOptions out;
  out.wanted = values.given("diff");
  const std::string text = values.value("diff");
  if (!out.wanted || text.empty()) return out;
  const auto comma = text.find(',');
  out.from = read_number(values, "diff", text.substr(0, comma));
  if (comma != std::string::npos) out.to = read_number(values, "diff", text.substr(comma + 1));
  return out;
}

ShowOptions read_show(const OptionValues& values) {
  ShowOptions out;
  out.id = read_id(values);
  out.print = read_print_options(values);
  out.mark = read_other_query(values, values.value("mark"));
  out.raw = values.flag("raw");
  out.versions = values.flag("versions");
  if (!values.value("version").empty())
    out.version = read_number(values, "version", values.value("version"));
  out.diff = read_diff(values);
  check(out, values);
  return out;
}

Exit run_show(const ShowOptions& options, const Context& context) {
  const Searcher& searcher = context.searcher;
  const auto hit = find_article(options.id, context);
  if (!hit) return Exit::none;
  if (!options.versions && !options.diff.wanted && options.version == 0) {
    print(searcher.article(*hit), options, context, matches_of(options, context, *hit),
          describe_copies(searcher, options.id, *hit));
    return Exit::ok;
  }
  const auto versions = find_versions(searcher.archives(), *hit);
  if (options.versions)
    print_versions(context.out, options.print, options.id, searcher.archives(), versions);
  else if (options.diff.wanted)
    show_diff(options, context, versions);
  else
    print(read_version(searcher, versions, options.version), options, context);
  return Exit::ok;
}

}  // namespace news
