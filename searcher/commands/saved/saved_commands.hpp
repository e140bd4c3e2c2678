// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "searcher/commands/options.hpp"

namespace news {

struct SaveOptions {
  std::vector<std::string> archives;
  std::string name;
  QueryText query;
  std::uint32_t max_expansions = 5000;
};
SaveOptions read_save(const OptionValues& values);
/// `searcher save`: gives a query a name; what it finds now counts as reported. Throws
/// Error(ErrorCode::usage) for a name that is taken or cannot be one.
Exit run_save(const SaveOptions& options);

struct NewOptions {
  std::vector<std::string> archives;
  std::string name;
  SearchRequest request;  ///< but for its query
  PrintOptions print;
  PagerMode pager = PagerMode::auto_;
};
NewOptions read_new(const OptionValues& values);
/// `searcher new`: what a saved query finds that it did not report before. Exit::none if nothing.
Exit run_new(const NewOptions& options);

struct SavedOptions {
  std::string archive;
  Format format = Format::text;
};
SavedOptions read_saved(const OptionValues& values);
/// `searcher saved`: names and queries, a line each.
Exit run_saved(const SavedOptions& options);

struct ForgetOptions {
  std::string archive, name;
};
ForgetOptions read_forget(const OptionValues& values);
/// `searcher forget`.
Exit run_forget(const ForgetOptions& options);

}  // namespace news
