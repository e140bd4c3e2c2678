// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/pipe.hpp"

#include <iostream>
#include <memory>

#include "searcher/commands/options.hpp"
#include "searcher/service/execute_request.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxLine = std::size_t{1} << 20;

/// False at the end of stdin. A line that is too long is read to its end, and `fits` is false.
bool read_line(std::string& line, bool& fits) {
  line.clear();
  fits = true;
  std::streambuf& in = *std::cin.rdbuf();
  for (int c = in.sbumpc(); c != std::char_traits<char>::eof(); c = in.sbumpc()) {
    if (c == '\n') return true;
    fits = fits && line.size() < kMaxLine;
    if (fits) line += static_cast<char>(c);
  }
  return !line.empty();
}

}  // namespace

PipeOptions read_pipe(const OptionValues& values) {
  if (values.words.size() > 1)
    throw Error(ErrorCode::usage, "pipe takes no argument '" + values.words[1] + "'",
                values.see_help());
  return {read_archives(values)};
}

Exit run_pipe(const PipeOptions& options) {
  auto searcher = std::make_unique<Searcher>(options.archives);
  std::string line, id;
  for (bool fits = true; std::cout && read_line(line, fits);) {
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    if (!fits) {
      std::cout << error_response("the line is longer than 1 MiB", {});
    } else if (is_refresh(line, id)) {
      std::cout << refresh_response(id, [&] {
        searcher = std::make_unique<Searcher>(options.archives);
        return searcher->archives().revisions();
      });
    } else {
      std::cout << execute_request(*searcher, line);
    }
    std::cout << '\n' << std::flush;
  }
  return Exit::ok;
}

}  // namespace news
