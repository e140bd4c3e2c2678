// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/program.hpp"

#include <vector>

#include "searcher/cli/complete.hpp"
#include "searcher/commands/batch/batch.hpp"
#include "searcher/commands/check_receipt.hpp"
#include "searcher/commands/operations.hpp"
#include "searcher/commands/option_table.hpp"
#include "searcher/commands/saved/saved_commands.hpp"
#include "searcher/engine/query/fields.hpp"
#include "searcher/service/pipe.hpp"
#include "searcher/shell/shell.hpp"

namespace news {
namespace {

constexpr ExampleInfo kExamples[] = {
    {"searcher my.archive climate summit", "both words, best first"},
    {"searcher my.archive '\"climate summit\" date:2016'", "a phrase, in 2016"},
    {"searcher my.archive 'title:(flood OR drought) -sport' --sort newest", ""},
    {"searcher count my.archive 'source:\"Fox News\"'", "how many, exactly"},
    {"searcher my.archive flood --facets source,month --format json", ""},
    {"searcher my.archive flood --all --format csv --fields date,title,url", ""},
    {"searcher timeline my.archive flood --vs drought", "hits over time"},
    {"searcher show my.archive ID", "one article, whole"},
};

constexpr ExampleInfo kCompletion[] = {
    {"source <(searcher completion bash)", "in ~/.bashrc"},
    {"source <(searcher completion zsh)", "in ~/.zshrc, after compinit"},
    {"searcher completion fish | source", "in ~/.config/fish/config.fish"},
};

constexpr ExampleInfo kBatch[] = {
    {"searcher batch my.archive --queries topics.tsv --format trec --limit 1000", "a run file"},
    {"searcher batch my.archive --queries - --count", "id, tab, total"},
};

constexpr ExampleInfo kCheckReceipt[] = {
    {"searcher my.archive flood --all --receipt flood.json", "write one"},
    {"searcher check-receipt my.archive flood.json", "later: is it still so?"},
};

constexpr ExampleInfo kSave[] = {
    {"searcher save my.archive floods 'flood* OR drought'", ""},
    {"searcher new my.archive floods", "what was added since, once"},
};

constexpr ExampleInfo kNew[] = {
    {"searcher new my.archive floods", ""},
    {"searcher new my.archive floods --format ndjson", "for a program"},
    {"searcher new my.archive floods > mail && mail -s floods me < mail", ""},
};

constexpr ExampleInfo kSaved[] = {
    {"searcher saved my.archive", "a name, a TAB, the query"},
    {"searcher saved my.archive --format json", "and how many articles it has reported"},
};

constexpr ExampleInfo kForget[] = {{"searcher forget my.archive floods", ""}};

constexpr ExampleInfo kShell[] = {{"searcher shell my.archive", ""}};

constexpr ExampleInfo kPipe[] = {
    {R"(echo '{"id": 7, "query": "flood"}' | searcher pipe my.archive)", ""},
    {"searcher pipe my.archive < requests > answers", "one answer a request, in their order"},
};

constexpr Command kTerminalCommands[] = {
    {.info = {"completion", "SHELL", "a script by which bash, zsh or fish completes command lines",
              kCompletion,
              "Completes commands, options and their values, archives, and in queries the names of "
              "fields and the values of source:, section:, lang: and author: that the archive has.",
              ""},
     .prepare = prepare_alone<read_completion, run_completion>,
     .needs_archive = false},
    {.info = kComplete,
     .prepare = prepare_alone<read_complete, run_searcher_complete>,
     .needs_archive = false},
    {.info =
         {"batch", "ARCHIVE --queries FILE", "many queries from a file, answered in their order",
          kBatch,
          "A line of FILE is an id, a tab and a query, or a JSON object with id, query and perhaps "
          "limit. --format is json (an object a line) unless said otherwise, and not text. A query "
          "that cannot be read does not stop the others; the exit code is 4 then.",
          "archive queries count threads any syntax expand recent sort limit all group no-group "
          "format fields line-buffered format-version max-expansions"},
     .prepare = prepare_alone<read_batch, run_batch>},
    {.info = {"check-receipt", "ARCHIVE FILE", "whether a search still finds what a receipt says",
              kCheckReceipt,
              "The exit code is 0 if it does, 1 if anything has changed, and what is said.", ""},
     .prepare = prepare_alone<read_check_receipt, run_check_receipt>},
    {.info =
         {"save", "ARCHIVE NAME QUERY...", "give a query a name, to be told what is added", kSave,
          "What the query finds now counts as reported. It is kept in XDG_STATE_HOME, not in the "
          "archive.",
          "any syntax max-expansions"},
     .prepare = prepare_alone<read_save, run_save>},
    {.info = {"new", "ARCHIVE NAME", "what a saved query finds that it did not report before", kNew,
              "Newest first, each once; an article that says something else than before is "
              "reported again, marked as changed. If printing is interrupted, all is reported "
              "again. Exit code "
              "1 if there is nothing.",
              "group no-group format fields max-expansions color pager hyperlinks"},
     .prepare = prepare_alone<read_new, run_new>},
    {.info = {"saved", "ARCHIVE", "the saved queries of an archive", kSaved, "", "format"},
     .prepare = prepare_alone<read_saved, run_saved>},
    {.info = {"forget", "ARCHIVE NAME", "drop a saved query", kForget, "", ""},
     .prepare = prepare_alone<read_forget, run_forget>},
    {.info = {"shell", "ARCHIVE", "a prompt for queries, with history and completion", kShell,
              "A query shows its first page; n and p turn pages, a number opens that hit; ':help' "
              "tells the rest. Ctrl-C drops a line, Ctrl-D leaves.",
              "archive any syntax expand recent sort limit no-group facets facet-limit "
              "max-expansions color pager hyperlinks"},
     .prepare = prepare_alone<read_shell, run_shell>},
    {.info = {"pipe", "ARCHIVE",
              "requests in, answers out, a line of JSON each, for other programs", kPipe,
              "A request has op (search, count, show, timeline, kwic, facets, terms, similar, "
              "story or refresh), query or article, and perhaps id, which its answer repeats; "
              "options of the command are members: {\"limit\": 3, \"facets\": [\"source\"]}. An "
              "answer has status, an exit code, and answer or error. The archive is searched as it "
              "was when it was opened, until a refresh.",
              "archive"},
     .prepare = prepare_alone<read_pipe, run_pipe>},
};

std::string closing() {
  std::string out =
      "Query: words (all must match), \"phrases\", =exact, wor*, AND OR NOT -x ( ),\n"
      "NEAR/5 ADJ/5 SENTENCE PARAGRAPH, ATLEAST/3 x, and fields:\n";
  for (const auto& field : kFields) out += "  " + std::string(field.help) + "\n";
  return out +
         "\nExit codes: 0 matched, 1 nothing matched, 2 usage or query syntax,\n"
         "3 archive missing or damaged.\n";
}

std::vector<CommandInfo> all_commands() {
  std::vector<CommandInfo> out;
  for (const auto& operation : operations()) out.push_back(operation.info);
  for (const auto& command : kTerminalCommands) out.push_back(command.info);
  return out;
}

}  // namespace

const Command* find_terminal_command(std::string_view name) {
  for (const auto& command : kTerminalCommands)
    if (command.info.name == name) return &command;
  return nullptr;
}

const ProgramInfo& searcher_program() {
  static const std::string end = closing();
  static const std::vector<CommandInfo> commands = all_commands();
  static const ProgramInfo program{
      "searcher",
      "asks a news archive",
      kExamples,
      commands,
      searcher_options(),
      "help",
      end,
      "indexer(1), news-query(7)",
      "search",
      "A query that begins with '-' goes after '--': searcher ARCHIVE -- "};
  return program;
}

}  // namespace news
