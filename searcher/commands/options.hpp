// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/option_values.hpp"
#include "common/cli/pager.hpp"
#include "searcher/engine/query/foreign/syntax.hpp"
#include "searcher/engine/results.hpp"
#include "searcher/print/options.hpp"

// What the options of several commands have in common. Each function reads its part of the values
// of a command, opens nothing, and throws Error(ErrorCode::usage). The first word is the archive.

namespace news {

/// A query as it was written, and how it is to be read. Plain value.
struct QueryText {
  std::string text;
  Syntax syntax = Syntax::native;
  bool any = false;  ///< plain words, any of which may match
};

/// The archives to search: one or more, each a directory.
std::vector<std::string> read_archives(const OptionValues& values);

/// The words from `first` on, with blanks between. At least one; `missing` is said if there is
/// none.
std::string read_rest(const OptionValues& values, std::size_t first, const char* missing);

/// The query after the archive.
QueryText read_query_text(const OptionValues& values);
/// The id after the archive, which is the last word.
std::string read_id(const OptionValues& values);

/// --syntax and --any, for another text than the words.
QueryText read_other_query(const OptionValues& values, std::string text);

/// How the result is written.
PrintOptions read_print_options(const OptionValues& values);

/// How to page a result, which only text that people read is by default.
PagerMode read_pager(const OptionValues& values, const PrintOptions& print);

/// THE request for a search, from options: all but its query.
SearchRequest read_request(const OptionValues& values, const PrintOptions& print);
std::uint32_t read_max_expansions(const OptionValues& values);
/// --limit or --all; a command without a limit of its own shows all.
std::uint64_t read_limit(const OptionValues& values);

}  // namespace news
