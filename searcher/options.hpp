// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/command_line.hpp"
#include "common/cli/terminal.hpp"
#include "searcher/kwic/sort_keys.hpp"
#include "searcher/query/foreign.hpp"
#include "searcher/search.hpp"

namespace news {

/// What only kwic is told.
struct KwicOptions {
  KwicSort sort = KwicSort::none;
  int context = -1;  ///< columns on each side; -1: as many as there is room for
};

/// The command line of the searcher, understood but not acted on: parsing opens no file.
struct SearcherOptions {
  enum class Command { help, version, search, count, show, kwic, facets, terms, similar };
  Command command = Command::help;
  std::string archive;
  std::string query;  ///< the query, the id to show, or the command to explain
  bool any = false;
  bool explain = false;
  bool raw = false;                          ///< show: the raw record
  bool full = false;                         ///< show: with what was left out of the text
  bool versions = false;                     ///< show: the list of its versions
  std::uint32_t version = 0;                 ///< show: that one, counted from 1; 0: as it is now
  bool diff = false;                         ///< show: what changed between two versions
  std::uint32_t diff_from = 0, diff_to = 0;  ///< 0: the last but one, the last
  Syntax syntax = Syntax::native;
  Sort sort = Sort::relevance;
  std::uint64_t offset = 0;
  std::uint64_t limit = 10;  ///< UINT64_MAX: all
  std::vector<Facet> facets;
  std::uint32_t facet_limit = 10;
  std::uint32_t max_expansions = 5000;
  std::string format = "text";
  std::vector<std::string> fields;  ///< empty: the format's own choice
  ColorMode color = ColorMode::auto_;
  KwicOptions kwic;
};

/// By Command, what it is called on the command line.
inline constexpr std::array<std::string_view, 9> kCommandNames = {
    "help", "version", "search", "count", "show", "kwic", "facets", "terms", "similar"};

/// Names that --fields knows.
inline constexpr std::array<std::string_view, 13> kOutputFields = {
    "rank", "id",     "score",   "title",    "text",    "source", "date",
    "url",  "author", "section", "language", "snippet", "matches"};

/// `settings`: of the user, below what the arguments say. Throws Error(Exit::usage) that names the
/// argument and the way out.
SearcherOptions parse_searcher_options(const std::vector<std::string>& arguments,
                                       const Settings& settings = {});

}  // namespace news
