// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/io/json_writer.hpp"
#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/print/json_document.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

using Row = std::array<std::string, 6>;

const std::vector<std::string> kNames = {
    "word", "usual", "articles", "archive_articles", "occurrences", "archive_occurrences", "g2"};

std::string with_places(double g2) {
  return fmt::format("{:.2f}", g2);
}

std::vector<Row> make_rows(const SignificantTerms& words) {
  std::vector<Row> rows = {{"", "articles", "of", "times", "of", "G2"}};
  for (const auto& word : words.first)
    rows.push_back({sanitize(word.usual), with_commas(word.articles.matching),
                    with_commas(word.articles.all), with_commas(word.occurrences.matching),
                    with_commas(word.occurrences.all), with_places(word.g2)});
  return rows;
}

void print_text(std::ostream& out, const SignificantTerms& words, bool color) {
  constexpr int kWidestWord = 30;
  if (words.articles.matching == 0) {
    out << "no article matches\n";
    return;
  }
  const auto rows = make_rows(words);
  std::array<int, 6> widths{};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], std::min(kWidestWord, display_width(row[i])));
  for (const auto& row : rows) {
    const bool head = color && &row == rows.data();
    std::string line = pad_end(fit(row[0], widths[0]), widths[0]);
    for (std::size_t i = 1; i < row.size(); ++i)
      line += fmt::format("{:>{}}", row[i], widths[i] + (i % 2 == 0 ? 1 : 3));
    out << (head ? "\x1b[1m" : "") << line << (head ? "\x1b[0m" : "") << '\n';
  }
  out << fmt::format("\n{} of {} articles match; ", with_commas(words.articles.matching),
                     with_commas(words.articles.all))
      << (words.first.empty() ? "no word is typical of them\n"
                              : "most typical of them, by log-likelihood (G2)\n");
}

void print_table(std::ostream& out, TableFormat format, const SignificantTerms& words) {
  out << table_row(format, kNames);
  for (const auto& word : words.first)
    out << table_row(format,
                     {word.word, word.usual, std::to_string(word.articles.matching),
                      std::to_string(word.articles.all), std::to_string(word.occurrences.matching),
                      std::to_string(word.occurrences.all), with_places(word.g2)});
}

void write_word(JsonWriter& json, const SignificantTerm& word) {
  json.begin_object().text("word", word.word).text("usual", word.usual);
  json.number("articles", word.articles.matching).number("archive_articles", word.articles.all);
  json.number("occurrences", word.occurrences.matching);
  json.number("archive_occurrences", word.occurrences.all);
  json.raw("g2", with_places(word.g2)).end_object();
}

std::string terms_json(const TermsResult& result, bool line_end) {
  const SignificantTerms& words = result.words;
  JsonWriter json;
  json.begin_object().number("schema", 1).text("query", result.query);
  write_revisions(json, result.revisions);
  json.number("total", words.articles.matching).number("archive_articles", words.articles.all);
  json.number("stories", result.stories);
  json.number("words", words.words.matching).number("archive_words", words.words.all);
  json.text("measure", "log-likelihood G2").begin_array("terms");
  for (const auto& word : words.first) write_word(json, word);
  json.end_array().end_object();
  return finished(json, line_end);
}

}  // namespace

void print_terms(std::ostream& out, const PrintOptions& options, const TermsResult& result) {
  if (options.format == Format::text)
    print_text(out, result.words, use_color(options.color));
  else if (options.format == Format::json)
    out << terms_json(result, options.line_end);
  else
    print_table(out, table_format(options.format), result.words);
}

}  // namespace news
