// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/program.hpp"

#include <algorithm>
#include <vector>

#include "indexer/commands/add.hpp"
#include "indexer/commands/backup.hpp"
#include "indexer/commands/compact.hpp"
#include "indexer/commands/complete.hpp"
#include "indexer/commands/delete.hpp"
#include "indexer/commands/export.hpp"
#include "indexer/commands/info.hpp"
#include "indexer/commands/prune.hpp"
#include "indexer/commands/rebuild.hpp"
#include "indexer/commands/verify.hpp"
#include "indexer/input/format.hpp"

namespace news {
namespace {

constexpr ExampleInfo kExamples[] = {
    {"indexer add my.archive dump.jsonl.zst", "index a dump, making the archive"},
    {"indexer add my.archive crawl/ more.csv.gz", "add a directory and a table"},
    {"indexer info my.archive", "what is in it"},
    {"indexer verify my.archive", "check every byte"},
    {"indexer delete my.archive source:tabloid --dry-run", ""},
    {"indexer backup my.archive /backups/today", "the archive as it is now"},
};

constexpr ExampleInfo kAdd[] = {
    {"indexer add my.archive dump.jsonl.zst", "index a dump, making the archive"},
    {"indexer add my.archive crawl/ more.csv.gz", "add a directory and a table"},
    {"zcat feed.gz | indexer add my.archive -", "read standard input"},
    {"indexer add my.archive x.json --map title=hl,date=meta.day", ""},
    {"indexer add my.archive texts/ --path-pattern '{source}/{date}/{*}.txt'", ""},
};
constexpr ExampleInfo kDelete[] = {
    {"indexer delete my.archive source:tabloid --dry-run", "what would go"},
    {"indexer delete my.archive 'source:tabloid date:..2009'", ""},
    {"indexer delete my.archive --ids withdrawn.txt", "an id a line"},
};
constexpr ExampleInfo kInfo[] = {
    {"indexer info my.archive", "articles, words, segments, bytes"},
    {"indexer info my.archive --coverage", "by source and month, with gaps"},
    {"indexer info my.archive --coverage --format csv", ""},
};
constexpr ExampleInfo kVerify[] = {
    {"indexer verify my.archive", "check every byte"},
    {"indexer verify my.archive --deep", "and all that was made of the texts"},
    {"indexer verify my.archive --repair", "after a disk has failed"},
};
constexpr ExampleInfo kExport[] = {
    {"indexer export my.archive > all.jsonl", "what 'indexer add' reads back"},
};
constexpr ExampleInfo kCompact[] = {
    {"indexer compact my.archive", "one segment, or few"},
};
constexpr ExampleInfo kRebuild[] = {
    {"indexer rebuild my.archive", "after an update of the programs"},
    {"indexer rebuild theirs.archive --untrusted", "before it is searched"},
};
constexpr ExampleInfo kBackup[] = {
    {"indexer backup my.archive /backups/today", ""},
};
constexpr ExampleInfo kPrune[] = {
    {"indexer prune my.archive --dry-run", "names the files"},
    {"indexer prune my.archive", ""},
};

constexpr ExampleInfo kCompletion[] = {
    {"source <(indexer completion bash)", "in ~/.bashrc"},
    {"source <(indexer completion zsh)", "in ~/.zshrc, after compinit"},
    {"indexer completion fish | source", "in ~/.config/fish/config.fish"},
};

constexpr Command kCommands[] = {
    {.info = {"add", "ARCHIVE INPUT...", "index files, directories or standard input (-)", kAdd,
              "A missing archive is made. Articles that are in already are "
              "recognised; one that comes again with another text replaces the old one. Ctrl-C "
              "ends it at the next commit.",
              "format map path-pattern date-order date-from boilerplate keep-versions story-window "
              "strict report quarantine threads memory quiet"},
     .prepare = prepare_alone<read_add, run_add>},
    {.info = {"delete", "ARCHIVE QUERY...", "take out what a query finds, or articles by id",
              kDelete,
              "Takes the query language of the searcher. The texts go with the next compaction.",
              "ids dry-run quiet"},
     .prepare = prepare_alone<read_delete, run_delete>},
    {.info = {"info", "ARCHIVE", "what is in it, or what it covers", kInfo, "", "coverage format"},
     .prepare = prepare_alone<read_info, run_info>},
    {.info = {"verify", "ARCHIVE", "compare every byte with its checksum; repair", kVerify, "",
              "deep repair threads"},
     .prepare = prepare_alone<read_verify, run_verify>},
    {.info = {"export", "ARCHIVE", "every article as a line of JSON", kExport, "", ""},
     .prepare = prepare_alone<read_export, run_export>},
    {.info = {"compact", "ARCHIVE", "merge segments, drop what was deleted or replaced", kCompact,
              "", "threads memory quiet"},
     .prepare = prepare_alone<read_compact, run_compact>},
    {.info = {"rebuild", "ARCHIVE", "make all again from the texts that it stores", kRebuild, "",
              "untrusted story-window threads memory quiet"},
     .prepare = prepare_alone<read_rebuild, run_rebuild>},
    {.info = {"backup", "ARCHIVE DIRECTORY",
              "a copy of the archive as it is now, linked where it can be", kBackup, "", "quiet"},
     .prepare = prepare_alone<read_backup, run_backup>},
    {.info = {"prune", "ARCHIVE", "remove files that no revision in force needs", kPrune, "",
              "dry-run quiet"},
     .prepare = prepare_alone<read_prune, run_prune>},
    {.info = {"completion", "SHELL", "a script by which bash, zsh or fish completes command lines",
              kCompletion, "", ""},
     .prepare = prepare_alone<read_completion, run_completion>,
     .needs_archive = false},
    {.info = kComplete,
     .prepare = prepare_alone<read_complete, run_indexer_complete>,
     .needs_archive = false},
};

std::span<const OptionInfo> options() {
  static const std::string formats = [] {
    std::string list = format_names();
    std::erase(list, ' ');
    return list;
  }();
  static const OptionInfo rows[] = {
      {.name = "format",
       .argument = "FORMAT",
       .fallback = "auto",
       .help = "what the input is",
       .choices = formats,
       .only = "add"},
      {.name = "format",
       .argument = "FORMAT",
       .fallback = "text",
       .help = "how to print; csv only with --coverage",
       .choices = "text,json,csv",
       .only = "info"},
      {.name = "map",
       .argument = "LIST",
       .help = "names of fields in the input, FIELD=NAME[,...], dotted paths allowed"},
      {.name = "path-pattern",
       .argument = "PATTERN",
       .help = "date and source from the paths of text files"},
      {.name = "date-order",
       .argument = "ORDER",
       .fallback = "auto",
       .help = "how to read 3/4/2021; auto leaves it undated",
       .choices = "auto,mdy,dmy"},
      {.name = "date-from",
       .argument = "WHAT",
       .fallback = "article",
       .help = "what may date an article; crawl: if nothing else does, when it was fetched",
       .choices = "article,crawl"},
      {.name = "boilerplate",
       .argument = "WHAT",
       .fallback = "auto",
       .help = "comment forms, cross-references and the like; auto: no part of the text in plain "
               "text files, drop: in none",
       .choices = "auto,drop,keep"},
      {.name = "keep-versions",
       .help = "from now on compaction keeps the earlier texts of articles that change; 'searcher "
               "show ARCHIVE ID --versions' lists them"},
      {.name = "story-window",
       .argument = "DAYS",
       .help = "from now on, copies of an article may be so many days apart, 0 to 36525; 14 in a "
               "new archive"},
      {.name = "strict", .help = "stop at the first rejected record and keep nothing"},
      {.name = "report",
       .argument = "FILE",
       .help = "write what became of every file and record there, as JSON"},
      {.name = "quarantine",
       .argument = "FILE",
       .help = "keep rejected records there, a tar that can be added again"},
      {.name = "ids",
       .argument = "FILE",
       .help = "articles by id, a line each of that file or - for standard input"},
      {.name = "dry-run", .help = "only tell what would go"},
      {.name = "coverage",
       .help = "articles by source and month with gaps, undated ones, languages"},
      {.name = "deep", .help = "analyse every text again and compare with all that was made of it"},
      {.name = "repair",
       .help = "restore damaged files, save readable articles, tell which are lost"},
      {.name = "untrusted",
       .help = "the archive is a stranger's: nothing of it but the articles is used"},
      {.name = "threads",
       .argument = "N",
       .fallback = "0",
       .help = "how many at a time; 0: one a core",
       .setting = true},
      {.name = "memory",
       .argument = "MIB",
       .fallback = "1024",
       .help = "how much to use, in MiB, from 128",
       .setting = true},
      {.name = "quiet", .help = "no progress and no report", .letter = 'q'},
      {.name = "help", .help = "this text", .letter = 'h'},
      {.name = "version", .help = "the version of this program"},
  };
  return rows;
}

constexpr std::string_view kClosing =
    "Exit codes: 0 done, 1 nothing to delete, 2 usage, 3 archive missing or damaged,\n"
    "4 some records rejected, 75 archive locked by another writer, 130 interrupted.\n";

}  // namespace

const Command* find_indexer_command(std::string_view name) {
  for (const auto& command : kCommands)
    if (command.info.name == name) return &command;
  return nullptr;
}

const ProgramInfo& indexer_program() {
  static const std::vector<CommandInfo> commands = [] {
    std::vector<CommandInfo> out;
    for (const auto& command : kCommands) out.push_back(command.info);
    return out;
  }();
  static const ProgramInfo program{
      "indexer",
      "builds and keeps news archives",
      kExamples,
      commands,
      options(),
      "help version",
      kClosing,
      "searcher(1), news-query(7)",
      "",
      "A name or query that begins with '-' goes after '--': indexer COMMAND ARCHIVE -- "};
  return program;
}

}  // namespace news
