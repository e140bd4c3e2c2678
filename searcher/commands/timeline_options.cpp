// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/timeline_options.hpp"

namespace news {

TimelineOptions read_timeline_options(const CommandLine& line) {
  TimelineOptions out;
  out.others = line.values("vs");
  if (const std::size_t by = line.choice("by"); by > 0) out.by = static_cast<PeriodUnit>(by - 1);
  out.smooth = line.number<unsigned>("smooth");
  if (out.smooth < 1 || out.smooth > kMostSmooth)
    throw Error(Exit::usage, "--smooth: a number of periods from 1 to 10000", line.see_help());
  out.share = line.flag("share");
  out.svg = line.value("svg");
  out.html = line.value("html");
  for (const char* option : {"svg", "html"})
    if (line.given(option) && line.value(option).empty())
      throw Error(Exit::usage, "--" + std::string(option) + ": no file is named", line.see_help());
  return out;
}

}  // namespace news
