// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <csignal>
#include <iostream>

#include "common/archive/article_json.hpp"
#include "common/cli/terminal.hpp"
#include "common/io/json_writer.hpp"
#include "indexer/progress.hpp"
#include "indexer/verify.hpp"

namespace news {
namespace {

std::atomic<bool> stop_requested = false;

extern "C" void request_stop(int) {
  stop_requested = true;
}

void watch_signals() {
  struct sigaction action {};
  action.sa_handler = request_stop;
  action.sa_flags = SA_RESETHAND;  // a second Ctrl-C ends the program at once
  for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
}

Exit run_add(const IndexerOptions& options) {
  watch_signals();
  const auto input = open_input(options.inputs, options.input);
  Progress progress(options.quiet, input->bytes_total());
  std::uint64_t shown = 0;
  const auto on_rejection = [&](const Rejection& r) {
    constexpr std::uint64_t kShown = 20;  // the report counts them all
    if (++shown > kShown) return;
    progress.clear();
    std::cerr << sanitize(fmt::format("{}, record {}: rejected: {}{}{}", r.from.file, r.from.record,
                                      r.reason, r.detail.empty() ? "" : ": ", r.detail),
                          false)
              << "\n";
    if (shown == kShown) std::cerr << "(more rejections are counted, not shown)\n";
  };
  ArchiveWriter writer(
      options.add, on_rejection,
      [&](const AddReport& r) { progress.update(r, input->bytes_read()); }, stop_requested);
  const AddReport report = writer.add(*input);
  progress.finish();
  if (!options.quiet) std::cerr << report_text(report, progress.seconds());
  if (report.interrupted)
    throw Error(
        Exit::interrupted,
        fmt::format("interrupted; {} is whole, at revision {}", options.archive, report.revision),
        "Run the same command again: articles already in are recognised.");
  return report.rejected > 0 ? Exit::partial : Exit::ok;
}

Exit run_info(const IndexerOptions& options) {
  const Archive archive(options.archive);
  const Manifest& m = archive.manifest;
  std::uint64_t bytes = 0, stored = 0, words = 0;
  for (const auto& s : m.segments) {
    stored += s.articles;
    words += s.words;
    for (const auto& [name, sum] : s.files) bytes += sum.bytes;
  }
  for (const auto& [name, sum] : m.files) bytes += sum.bytes;
  if (options.format == "json") {
    std::cout << JsonObject()
                     .number("schema", 1)
                     .text("uuid", m.uuid)
                     .number("revision", m.revision)
                     .number("articles", m.live_articles())
                     .number("deleted", stored - m.live_articles())
                     .number("words", words)
                     .number("segments", m.segments.size())
                     .number("bytes", bytes)
                     .text("written", m.written)
                     .str()
              << "\n";
    return Exit::ok;
  }
  std::cout << fmt::format(
      "articles   {}\ndeleted    {}\nwords      {}\nsegments   {}\nbytes      {} ({:.1f} MB)\n"
      "revision   {}, written {}\nuuid       {}\n",
      m.live_articles(), stored - m.live_articles(), words, m.segments.size(), bytes,
      static_cast<double>(bytes) / 1e6, m.revision, m.written, m.uuid);
  return Exit::ok;
}

Exit run_export(const IndexerOptions& options) {
  const Archive archive(options.archive);
  for (const auto& segment : archive.segments)
    segment->live().for_each(
        [&](Ordinal n) { std::cout << article_json(segment->article(n)) << '\n'; });
  return Exit::ok;
}

Exit run_verify(const IndexerOptions& options) {
  const VerifyResult result = verify_archive(options.archive);
  for (const auto& problem : result.problems) std::cerr << sanitize(problem, false) << "\n";
  for (const auto& orphan : result.orphans)
    std::cerr << "not part of the archive (left by an interrupted run): " << sanitize(orphan, false)
              << "\n";
  if (!result.problems.empty())
    throw Error(Exit::damaged, fmt::format("{} problem(s) found", result.problems.size()),
                "Restore the files named above from a backup, or index the dump again.");
  std::cout << fmt::format("{} articles in {} files, {} bytes: all sound\n", result.articles,
                           result.files, result.bytes);
  return Exit::ok;
}

}  // namespace

Exit run_indexer(const IndexerOptions& options) {
  using Command = IndexerOptions::Command;
  switch (options.command) {
    case Command::help:
      std::cout << indexer_help();
      return Exit::ok;
    case Command::version:
      std::cout << "indexer " << NEWS_VERSION << "\n";
      return Exit::ok;
    case Command::add:
      return run_add(options);
    case Command::info:
      return run_info(options);
    case Command::verify:
      return run_verify(options);
    case Command::export_all:
      return run_export(options);
  }
  return Exit::usage;
}

}  // namespace news
