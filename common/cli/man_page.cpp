// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/man_page.hpp"

#include <algorithm>
#include <cctype>

namespace news {
namespace {

// What roff would read as a command or print as a typographic cousin.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\(rs";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else if (c == '"')
      out += "\\(dq";
    else if (c == '`')
      out += "\\(ga";
    else if (c == '^')
      out += "\\(ha";
    else if (c == '~')
      out += "\\(ti";
    else
      out += c;
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

std::string code_block(std::string_view text) {
  return ".PP\n.EX\n" + escaped(text) + ".EE\n";
}

std::string examples(std::span<const ExampleInfo> list) {
  std::string out;
  for (const auto& e : list) {
    out += ".TP\n.B " + escaped(e.line) + "\n";
    out += e.what.empty() ? "\\&\n" : escaped(e.what) + "\n";
  }
  return out;
}

std::string option(const OptionInfo& o) {
  std::string out = ".TP\n";
  if (o.letter) out += std::string("\\fB\\-") + o.letter + "\\fR, ";
  out += "\\fB\\-\\-" + escaped(o.name) + "\\fR";
  if (!o.argument.empty()) out += " \\fI" + escaped(o.argument) + "\\fR";
  out += "\n" + escaped(o.help);
  if (!o.choices.empty()) {
    std::string list(o.choices);
    for (std::size_t at = 0; (at = list.find(',', at)) != list.npos; at += 2)
      list.insert(at + 1, " ");
    out += ": " + escaped(list);
  }
  if (!o.fallback.empty()) out += " (default: " + escaped(o.fallback) + ")";
  return out + "\n";
}

std::string commands_of(const ProgramInfo& program, const OptionInfo& o) {
  std::string out;
  std::size_t count = 0, all = 0;
  for (const auto& command : program.commands) {
    if (command.hidden) continue;
    ++all;
    if (!takes_option(program, command, o)) continue;
    out += (out.empty() ? "" : ", ") + escaped(command.name);
    ++count;
  }
  if (count == all) return {};
  return "For: " + out + ".\n";
}

}  // namespace

std::string man_page(const ProgramInfo& program) {
  std::string out =
      ".\\\" SPDX-License-Identifier: GPL-2.0-or-later\n.\\\" Made of the tables of --help: " +
      std::string(program.name) + " help man\n";
  out += ".TH " + upper(program.name) + " 1 \"" + NEWS_VERSION +
         "\" \"newsarchive\" \"User Commands\"\n";
  // No hyphenation, no justification: since groff 1.23 every macro goes back to HY and AD.
  out += ".nr HY 0\n.nh\n.ad l\n.ds AD l\n";
  out += ".SH NAME\n" + escaped(program.name) + " \\- " + escaped(program.summary) + "\n";
  out += ".SH SYNOPSIS\n";
  for (const auto& command : program.commands)
    if (!command.hidden)
      out += "\\fB" + escaped(program.name) + " " + escaped(command.name) +
             "\\fR [\\fIOPTION\\fR]... " + escaped(command.arguments) + "\n.br\n";
  out += ".SH EXAMPLES\n" + examples(program.examples) + ".SH COMMANDS\n";
  for (const auto& command : program.commands) {
    if (command.hidden) continue;
    out += ".SS " + escaped(command.name) + "\n" + upper(command.summary.substr(0, 1)) +
           escaped(command.summary.substr(1)) + ".\n";
    if (!command.about.empty()) out += ".PP\n" + escaped(command.about) + "\n";
    out += examples(command.examples);
  }
  out += ".SH OPTIONS\n";
  for (const auto& o : program.options) out += option(o) + commands_of(program, o);
  out += ".SH NOTES\n" + code_block(program.closing);
  return out + ".SH \"SEE ALSO\"\n" + escaped(program.see_also) + "\n";
}

}  // namespace news
