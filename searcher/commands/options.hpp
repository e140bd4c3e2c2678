// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"
#include "common/cli/hyperlink.hpp"
#include "common/cli/pager.hpp"
#include "common/cli/terminal.hpp"
#include "searcher/commands/batch/batch_options.hpp"
#include "searcher/commands/hit_output.hpp"
#include "searcher/commands/timeline_options.hpp"
#include "searcher/engine/kwic/sort_keys.hpp"
#include "searcher/engine/query/foreign/foreign.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace news {

/// What only kwic is told.
struct KwicOptions {
  KwicSort sort = KwicSort::none;
  int context = -1;  ///< columns on each side; -1: as many as there is room for
};

/// The command line of the searcher, understood but not acted on: parsing opens no file.
struct SearcherOptions {
  enum class Command {
    help,
    version,
    search,
    count,
    show,
    timeline,
    completion,
    complete,
    batch,
    check_receipt,
    save,
    new_articles,
    saved,
    forget,
    shell,
    kwic,
    facets,
    terms,
    similar,
    pipe,
    story
  };
  Command command = Command::help;
  std::vector<std::string> archives;  ///< one or more, each a directory
  std::string query;  ///< the query, the id to show, the command to explain, or the shell
  std::string name;   ///< save, new, forget: of the saved search
  std::vector<std::string> words;  ///< complete: the command line
  bool any = false;
  bool expand = false;
  std::uint32_t half_life = 0;  ///< days; 0: age does not matter
  bool explain = false;
  bool raw = false;           ///< show: the raw record
  bool full = false;          ///< show: with what was left out of the text
  bool versions = false;      ///< show: the list of its versions
  std::uint32_t version = 0;  ///< show: that one, counted from 1; 0: as it is now
  std::string mark;           ///< show: the query whose matches are marked; empty: none
  bool diff = false;          ///< show, story: what changed between two versions or copies
  std::uint32_t diff_from = 0, diff_to = 0;  ///< 0: the last but one, the last
  Syntax syntax = Syntax::native;
  Sort sort = Sort::relevance;
  std::uint64_t offset = 0;
  std::uint64_t limit = 10;  ///< UINT64_MAX: all
  bool group = false;        ///< a hit a story
  std::vector<Facet> facets;
  std::uint32_t facet_limit = 10;
  std::uint32_t max_expansions = 5000;
  std::string format = "text";      ///< "template" when --template is given
  std::vector<std::string> fields;  ///< empty: the format's own choice
  HitOutput output;
  BatchOptions batch;
  std::string receipt;  ///< search: the file to write one to; check_receipt: to read
  ColorMode color = ColorMode::auto_;
  TimelineOptions timeline;
  PagerMode pager = PagerMode::auto_;
  LinkMode links = LinkMode::auto_;
  KwicOptions kwic;
};

/// By Command, what it is called on the command line.
inline constexpr auto kCommandNames = std::to_array<std::string_view>(
    {"help",     "version", "search",        "count", "show",    "timeline", "completion",
     "complete", "batch",   "check-receipt", "save",  "new",     "saved",    "forget",
     "shell",    "kwic",    "facets",        "terms", "similar", "pipe",     "story"});

/// Names that --fields knows. "archive" is shown of itself when there are several.
inline constexpr std::array<std::string_view, 17> kOutputFields = {
    "rank",    "id",       "score",   "title",   "text",    "source",  "date",  "url",   "author",
    "section", "language", "snippet", "matches", "changed", "archive", "story", "copies"};

/// `settings`: of the user, below what the arguments say. Throws Error(Exit::usage) that names the
/// argument and the way out.
SearcherOptions parse_searcher_options(const std::vector<std::string>& arguments,
                                       const Settings& settings = {});

}  // namespace news
