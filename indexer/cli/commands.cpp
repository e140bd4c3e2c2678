// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/commands.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>

#include "common/archive/article_json.hpp"
#include "common/cli/completion.hpp"
#include "common/io/json_writer.hpp"
#include "common/text/display.hpp"
#include "indexer/add/add_report.hpp"
#include "indexer/add/progress.hpp"
#include "indexer/add/quarantine.hpp"
#include "indexer/cli/life_commands.hpp"
#include "indexer/cli/program.hpp"
#include "indexer/cli/verify_command.hpp"
#include "indexer/report/coverage.hpp"
#include "indexer/report/info.hpp"
#include "searcher/engine/completion/complete_term.hpp"

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

// Prints the first rejections; the report counts them all.
class RejectionPrinter {
 public:
  explicit RejectionPrinter(Progress& progress) : progress_(progress) {}
  void operator()(const Rejection& r) {
    constexpr std::uint64_t kShown = 20;
    if (r.skipped || ++count_ > kShown) return;
    progress_.clear();
    std::cerr << sanitize(fmt::format("{}, record {}: rejected: {}{}{}", r.from.file, r.from.record,
                                      r.reason, r.detail.empty() ? "" : ": ", r.detail))
              << "\n";
    if (count_ == kShown)
      std::cerr
          << "(more rejections are counted, not shown; --report and --quarantine keep them)\n";
  }

 private:
  Progress& progress_;
  std::uint64_t count_ = 0;
};

// The files' objects as they come, then the totals.
class ReportWriter {
 public:
  explicit ReportWriter(const std::string& path) : path_(path), out_(path) {
    if (!out_)
      throw Error(ErrorCode::usage, path + ": " + std::strerror(errno),
                  "Name another file for --report.");
    out_ << "{\"schema\":1,\"files\":[";
  }
  void add(const FileReport& file) {
    out_ << (any_ ? ",\n" : "\n") << report_json(file);
    any_ = true;
  }
  void finish(const std::string& archive, const AddReport& report) {
    std::string name;
    append_json(name, archive);
    out_ << "],\n\"archive\":" << name << ",\n\"total\":" << report_json(report) << "}\n";
    if (!out_.flush()) throw Error(ErrorCode::failed, path_ + ": cannot be written");
  }

 private:
  std::string path_;
  std::ofstream out_;
  bool any_ = false;
};

Exit run_add(const IndexerOptions& options) {
  watch_signals();
  const auto input = open_input(options.inputs, options.input);
  Progress progress(options.quiet, input->bytes_total());
  RejectionPrinter print(progress);
  std::optional<ReportWriter> report_file;
  std::optional<Quarantine> quarantine;
  if (!options.report.empty()) report_file.emplace(options.report);
  if (!options.quarantine.empty()) quarantine.emplace(options.quarantine);
  AddListener listener;
  listener.on_rejection = [&](const Rejection& r) {
    print(r);
    if (quarantine && !r.skipped) quarantine->add(r);
  };
  listener.on_progress = [&](const AddReport& r) { progress.update(r, input->bytes_read()); };
  listener.on_file = [&](const FileReport& file) {
    if (report_file) report_file->add(file);
  };
  listener.keep_rejected = quarantine.has_value();
  ArchiveWriter writer(options.add, std::move(listener), stop_requested);
  const AddReport report = writer.add(*input);
  if (report_file) report_file->finish(options.archive, report);
  if (quarantine) quarantine->finish();
  progress.finish();
  if (!options.quiet) std::cerr << report_text(report, progress.seconds());
  if (report.interrupted)
    throw Error(
        ErrorCode::interrupted,
        fmt::format("interrupted; {} is whole, at revision {}", options.archive, report.revision),
        "Run the same command again: articles already in are recognised.");
  return report.counts.rejected > 0 ? Exit::partial : Exit::ok;
}

Exit run_info(const IndexerOptions& options) {
  const Archive archive(options.archive);
  if (options.coverage) {
    const Coverage coverage = measure_coverage(archive);
    std::cout << (options.format == "json"  ? coverage_json(coverage)
                  : options.format == "csv" ? coverage_csv(coverage)
                                            : coverage_text(coverage));
    return Exit::ok;
  }
  std::cout << (options.format == "json" ? info_json(archive) : info_text(archive));
  return Exit::ok;
}

// A query is completed as the searcher's is.
std::vector<Candidate> complete_argument(std::string_view name,
                                         const std::vector<std::string>& arguments,
                                         const std::string& word) {
  std::vector<Candidate> out;
  if (name != "QUERY" || arguments.empty()) return out;
  for (auto& [value, about] : complete_query(arguments[0], word)) out.push_back({value, about});
  return out;
}

Exit run_export(const IndexerOptions& options) {
  const Archive archive(options.archive);
  for (const auto& segment : archive.segments)
    segment->live().for_each(
        [&](DocId n) { std::cout << full_article_json(segment->article(n)) << '\n'; });
  return Exit::ok;
}

}  // namespace

Exit run_indexer(const IndexerOptions& options) {
  using Command = IndexerOptions::Command;
  switch (options.command) {
    case Command::help:
      std::cout << help_text(indexer_program(), options.about);
      return Exit::ok;
    case Command::version:
      std::cout << "indexer " << NEWS_VERSION << "\n";
      return Exit::ok;
    case Command::add:
      return run_add(options);
    case Command::info:
      return run_info(options);
    case Command::verify:
      watch_signals();
      return run_verify(options, stop_requested);
    case Command::export_all:
      return run_export(options);
    case Command::remove:
      return run_delete(options);
    case Command::compact:
      watch_signals();
      return run_compact(options, stop_requested);
    case Command::rebuild:
      watch_signals();
      return run_rebuild(options, stop_requested);
    case Command::backup:
      return run_backup(options);
    case Command::prune:
      return run_prune(options);
    case Command::completion:
      std::cout << completion_script(indexer_program(), options.about);
      return Exit::ok;
    case Command::complete:
      std::cout << candidate_lines(complete(indexer_program(), options.words, complete_argument));
      return Exit::ok;
  }
  return Exit::usage;
}

}  // namespace news
