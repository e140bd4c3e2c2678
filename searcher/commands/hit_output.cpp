// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/hit_output.hpp"

#include <algorithm>

#include "searcher/commands/options.hpp"

namespace news {
namespace {

void refuse_if(bool wrong, const CommandLine& line, const char* why) {
  if (wrong) throw Error(Exit::usage, why, line.see_help());
}

}  // namespace

HitOutput read_hit_output(const CommandLine& line) {
  HitOutput out;
  const bool form = line.given("template");
  const std::string format = form ? "template" : line.value("format");
  const bool fixed = form || format == "ids" || format == "trec";
  refuse_if(form && line.given("format"), line,
            "--template is a format of its own, beside --format");
  refuse_if(fixed && line.given("fields"), line,
            "--fields is not for --template, nor for --format ids and trec");
  refuse_if(line.given("query-id") && format != "trec", line, "--query-id is for --format trec");
  out.print0 = line.flag("print0");
  refuse_if(out.print0 && !form && format != "ids", line,
            "--print0 is for --format ids and --template");
  out.line_buffered = line.flag("line-buffered");
  out.query_id = line.value("query-id");
  refuse_if(std::any_of(out.query_id.begin(), out.query_id.end(),
                        [](unsigned char c) { return c <= ' '; }) ||
                out.query_id.empty(),
            line, "--query-id is one word");
  if (form) out.form = parse_template(line.value("template"), kOutputFields);
  return out;
}

}  // namespace news
