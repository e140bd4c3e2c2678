// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "common/names.hpp"
#include "searcher/print/template.hpp"

namespace news {
namespace {

void refuse_if(bool wrong, const OptionValues& values, const char* why) {
  if (wrong) throw Error(ErrorCode::usage, why, values.see_help());
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');)
    if (!part.empty()) out.push_back(part);
  return out;
}

// A comma-separated list of names; twice the same would be a key twice in JSON.
template <typename Enum, std::size_t N>
std::vector<Enum> read_list(const OptionValues& values, const std::string& option,
                            const std::array<std::string_view, N>& names) {
  std::vector<Enum> out;
  for (const auto& name : split(values.value(option))) {
    const auto value = value_named<Enum>(names, name);
    if (!value)
      throw Error(ErrorCode::usage,
                  fmt::format("--{}: '{}' is none of {}", option, name, fmt::join(names, ", ")),
                  values.see_help());
    if (std::find(out.begin(), out.end(), *value) != out.end())
      throw Error(ErrorCode::usage, fmt::format("--{}: '{}' is named twice", option, name),
                  values.see_help());
    out.push_back(*value);
  }
  return out;
}

std::uint32_t read_half_life(const OptionValues& values) {
  if (!values.given("recent")) return 0;
  const auto days = values.number<std::uint32_t>("recent");
  if (days == 0)
    throw Error(ErrorCode::usage, "--recent: a half-life is a day at least", values.see_help());
  return days;
}

bool shows(const PrintOptions& print, Field field) {
  return std::find(print.fields.begin(), print.fields.end(), field) != print.fields.end() ||
         std::any_of(print.parts.begin(), print.parts.end(),
                     [&](const TemplatePart& part) { return part.field == field; });
}

// Text groups by default: it is what people read.
bool read_group(const OptionValues& values, const PrintOptions& print) {
  refuse_if(values.flag("group") && values.flag("no-group"), values,
            "--group and --no-group at once");
  const bool group =
      values.flag("group") || (print.format == Format::text && !values.flag("no-group"));
  if (!group && shows(print, Field::copies))
    throw Error(ErrorCode::usage, "the field 'copies' is of hits that stand for a story",
                "Group them: --group");
  return group;
}

std::string read_query_id(const OptionValues& values, Format format) {
  refuse_if(values.given("query-id") && format != Format::trec, values,
            "--query-id is for --format trec");
  std::string out = values.value("query-id");
  const auto is_blank = [](unsigned char c) { return c <= ' '; };
  refuse_if(out.empty() || std::any_of(out.begin(), out.end(), is_blank), values,
            "--query-id is one word");
  return out;
}

Format read_format(const OptionValues& values) {
  const auto format = read_choice<Format>(values, "format", kFormatNames);
  values.choice("format-version");
  if (!values.given("template")) return format;
  refuse_if(values.given("format"), values, "--template is a format of its own, beside --format");
  return Format::filled_template;
}

}  // namespace

std::vector<std::string> read_archives(const OptionValues& values) {
  return values.given("archive") ? values.values("archive") : std::vector{values.words.front()};
}

std::string read_rest(const OptionValues& values, std::size_t first, const char* missing) {
  if (values.words.size() <= first)
    throw Error(ErrorCode::usage, missing,
                "The query * matches every article. " + values.see_help());
  std::string out = values.words[first];
  for (std::size_t n = first + 1; n < values.words.size(); ++n) out += " " + values.words[n];
  return out;
}

QueryText read_other_query(const OptionValues& values, std::string text) {
  return {std::move(text), read_choice<Syntax>(values, "syntax", kSyntaxNames), values.flag("any")};
}

QueryText read_query_text(const OptionValues& values) {
  return read_other_query(values, read_rest(values, 1, "no query given"));
}

std::string read_id(const OptionValues& values) {
  std::string id = read_rest(values, 1, "no id given");
  if (values.words.size() > 2)
    throw Error(
        ErrorCode::usage,
        std::string(values.command->name) + " takes one id, not also '" + values.words[2] + "'",
        values.see_help());
  return id;
}

PrintOptions read_print_options(const OptionValues& values) {
  PrintOptions out;
  out.format = read_format(values);
  const bool parts = out.format == Format::filled_template;
  refuse_if(
      values.given("fields") && (parts || out.format == Format::ids || out.format == Format::trec),
      values, "--fields is not for --template, nor for --format ids and trec");
  out.query_id = read_query_id(values, out.format);
  out.print0 = values.flag("print0");
  refuse_if(out.print0 && !parts && out.format != Format::ids, values,
            "--print0 is for --format ids and --template");
  out.line_buffered = values.flag("line-buffered");
  if (parts) out.parts = parse_template(values.value("template"));
  out.fields = read_list<Field>(values, "fields", kFieldNames);
  out.group = read_group(values, out);
  out.names_archive = read_archives(values).size() > 1;
  out.full = values.flag("full");
  out.color = read_choice<ColorMode>(values, "color", kWhenNames);
  out.links = read_choice<LinkMode>(values, "hyperlinks", kWhenNames);
  out.line_end = !values.embedded;
  return out;
}

PagerMode read_pager(const OptionValues& values, const PrintOptions& print) {
  const auto mode = read_choice<PagerMode>(values, "pager", kWhenNames);
  const bool text = print.format == Format::text && !values.flag("raw");
  return mode == PagerMode::auto_ && !text ? PagerMode::never : mode;
}

std::uint32_t read_max_expansions(const OptionValues& values) {
  return values.number<std::uint32_t>("max-expansions");
}

std::uint64_t read_limit(const OptionValues& values) {
  const bool none = !values.given("limit") && values.value("limit").empty();
  if (none || values.flag("all")) return std::numeric_limits<std::uint64_t>::max();
  return values.number<std::uint64_t>("limit");
}

SearchRequest read_request(const OptionValues& values, const PrintOptions& print) {
  SearchRequest out;
  out.sort = read_choice<Sort>(values, "sort", kSortNames);
  out.offset = values.number<std::uint64_t>("offset");
  out.limit = read_limit(values);
  if (values.value("facets") != kNoFacets)
    out.facets = read_list<Facet>(values, "facets", kFacetNames);
  out.facet_limit = values.number<std::uint32_t>("facet-limit");
  out.max_expansions = read_max_expansions(values);
  out.half_life = read_half_life(values);
  out.expand = values.flag("expand");
  out.widen = values.flag("any");
  out.group = print.group;
  return out;
}

}  // namespace news
