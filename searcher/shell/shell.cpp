// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/shell/shell.hpp"

#include <algorithm>
#include <iostream>

#include "common/cli/app.hpp"
#include "common/cli/state_directory.hpp"
#include "common/names.hpp"
#include "common/text/display.hpp"
#include "searcher/commands/print_hits.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/engine/completion/complete_term.hpp"
#include "searcher/print/article.hpp"
#include "searcher/print/story.hpp"
#include "searcher/shell/line_editor.hpp"

namespace news {
namespace {

constexpr std::string_view kHelp =
    "A line is a query, or one of these:\n"
    "  n, p             the next page of hits, the previous one\n"
    "  NUMBER           open that hit\n"
    "  :story NUMBER    that hit and its copies\n"
    "  :sort ORDER      relevance, newest or oldest\n"
    "  :facets          what the query finds, counted\n"
    "  :count           how many articles it finds\n"
    "  :help            this text\n"
    "  :quit, Ctrl-D    leave\n"
    "TAB completes names of fields, and sources, sections, languages and authors.\n"
    "A query that looks like one of these is written in brackets: (n)\n";

class Shell {
 public:
  explicit Shell(const ShellOptions& options)
      : options_(options),
        searcher_(options.archives),
        request_(options.request),
        page_(std::max<std::uint64_t>(options.request.limit, 1)) {}
  std::span<Segment* const> segments() const { return searcher_.archives().segments(); }

  /// False to leave.
  bool execute(const ShellLine& line) {
    switch (line.kind) {
      case ShellLine::Kind::quit:
        return false;
      case ShellLine::Kind::help:
        std::cout << kHelp;
        break;
      case ShellLine::Kind::query:
        ask(line.argument);
        break;
      case ShellLine::Kind::unknown:
        throw Error(ErrorCode::usage, "no command '" + line.argument + "'", "See: :help");
      case ShellLine::Kind::sort:
        sort(line.argument);
        break;
      case ShellLine::Kind::nothing:
        break;
      default:
        of_query(line);
    }
    return true;
  }

 private:
  void ask(const std::string& query) {
    QueryText text = options_.query;
    text.text = query;
    request_.query = read_query(text, std::cerr);
    asked_ = true;
    show_page(0);
  }

  void sort(const std::string& order) {
    const auto sort = value_named<Sort>(kSortNames, order);
    if (!sort) throw Error(ErrorCode::usage, "hits are sorted by relevance, newest or oldest");
    request_.sort = *sort;
    if (asked_) show_page(0);
  }

  /// What only a query makes sense of.
  void of_query(const ShellLine& line) {
    if (!asked_) throw Error(ErrorCode::usage, "ask something first", "See: :help");
    if (line.kind == ShellLine::Kind::count)
      count();
    else if (line.kind == ShellLine::Kind::facets)
      facets();
    else if (line.kind == ShellLine::Kind::open)
      open(line.number);
    else if (line.kind == ShellLine::Kind::story)
      story(line.number);
    else if (line.kind == ShellLine::Kind::next)
      next();
    else
      previous();
  }

  // Facets only when they are asked for.
  SearchResult search(std::uint64_t offset, std::uint64_t limit, std::vector<Facet> facets = {}) {
    request_.offset = offset;
    request_.limit = limit;
    request_.facets = std::move(facets);
    return searcher_.search(request_);
  }

  void facets() {
    const auto& wanted = options_.request.facets;
    print(search(0, 0, wanted.empty() ? std::vector{Facet::source, Facet::year} : wanted));
  }

  void show_page(std::uint64_t offset) {
    const auto result = search(offset, page_);
    offset_ = offset;
    total_ = result.grouped ? result.stories : result.total;
    print(result);
  }

  void print(const SearchResult& result) {
    const Pager pager("searcher", options_.pager);
    const auto printer = make_printer(std::cout, options_.print);
    print_hits(searcher_, request_.query, result, *printer, std::cout, options_.print);
  }

  void next() {
    if (total_ <= page_ || offset_ >= total_ - page_)
      throw Error(ErrorCode::not_found, "this is the last page");
    show_page(offset_ + page_);
  }

  void previous() {
    if (offset_ == 0) throw Error(ErrorCode::not_found, "this is the first page");
    show_page(offset_ < page_ ? 0 : offset_ - page_);
  }

  void count() {
    const auto result = search(0, 0);
    std::cout << result.total;
    if (result.has_copies)
      std::cout << (result.total == 1 ? " article, " : " articles, ") << result.stories
                << (result.stories == 1 ? " story" : " stories");
    std::cout << "\n";
  }

  Hit hit(std::uint64_t rank) {
    if (rank == 0 || rank > total_)
      throw Error(ErrorCode::not_found, "there is no hit " + std::to_string(rank) + "; there are " +
                                            std::to_string(total_));
    return search(rank - 1, 1).hits.front();
  }

  void open(std::uint64_t rank) {
    const auto found = searcher_.read(request_.query, hit(rank));
    const Pager pager("searcher", options_.pager);
    print_article(std::cout, found.article, options_.print, found.matches);
  }

  void story(std::uint64_t rank) {
    if (rank == 0)
      throw Error(ErrorCode::usage, ":story takes the number of a hit", "For example: :story 1");
    const Story found = read_story(searcher_.archives(), searcher_.stories(), hit(rank));
    const Pager pager("searcher", options_.pager);
    print_story(std::cout, options_.print, found);
  }

  const ShellOptions& options_;
  Searcher searcher_;
  SearchRequest request_;
  bool asked_ = false;
  std::uint64_t page_, offset_ = 0, total_ = 0;
};

}  // namespace

ShellOptions read_shell(const OptionValues& values) {
  if (values.words.size() > 1)
    throw Error(ErrorCode::usage, "shell takes no argument '" + values.words[1] + "'",
                values.see_help());
  ShellOptions out;
  out.archives = read_archives(values);
  out.query = read_other_query(values, {});
  out.print = read_print_options(values);
  out.request = read_request(values, out.print);
  out.pager = read_pager(values, out.print);
  return out;
}

Exit run_shell(const ShellOptions& options) {
  Shell shell(options);
  LineEditor editor(state_directory() / "history", [&](const std::string& line) {
    std::vector<std::string> out;
    for (const auto& c : complete_term(shell.segments(), line))
      if (sanitize(c.value) == c.value) out.push_back(c.value);
    return out;
  });
  while (const auto line = editor.read("news> ")) {
    try {
      if (!shell.execute(parse_shell_line(*line))) break;
    } catch (const Error& error) {
      std::cout.flush();
      std::cerr << error_text("searcher", error.what(), advice(error));
    }
    std::cout.clear();  // a pager that was left early
    std::cout.flush();
  }
  return Exit::ok;
}

}  // namespace news
