// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/print/template.hpp"

namespace news {

class CommandLine;

/// How hits are written, beyond --format and --fields. Plain value.
struct HitOutput {
  std::vector<TemplatePart> form;  ///< --template, which stands for a format
  std::string query_id = "1";      ///< of --format trec, and of each query of a batch
  bool names_query = false;        ///< answers say by query_id which query they are of
  bool header = true;              ///< tables begin with the names of their columns
  bool print0 = false;             ///< NUL ends an id or a filled template, not a line end
  bool line_buffered = false;      ///< flushed after each hit
};

/// From a command line; throws Error(Exit::usage) for what does not go together.
HitOutput read_hit_output(const CommandLine& line);

}  // namespace news
