// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/add.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "common/io/json_writer.hpp"
#include "common/text/display.hpp"
#include "indexer/add/add_report.hpp"
#include "indexer/add/progress.hpp"
#include "indexer/add/quarantine.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/stop.hpp"

namespace news {
namespace {

// "title=headline,date=meta.published" as a map.
std::map<std::string, std::string> parse_map(const std::string& text) {
  std::map<std::string, std::string> out;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto equals = part.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == part.size())
      throw Error(ErrorCode::usage, "--map: '" + part + "' is not FIELD=NAME",
                  "Example: --map title=headline,date=meta.published");
    out[part.substr(0, equals)] = part.substr(equals + 1);
  }
  return out;
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

}  // namespace

AddCommandOptions read_add(const OptionValues& values) {
  AddCommandOptions out;
  out.add.archive = values.words[0];
  out.inputs.assign(values.words.begin() + 1, values.words.end());
  out.add.threads = read_threads(values);
  out.add.memory_mib = read_memory(values);
  out.add.story_window = read_story_window(values);
  out.add.keep_versions = values.flag("keep-versions");
  out.add.strict = values.flag("strict");
  out.input.format = values.value("format");
  out.input.date_from_crawl = values.choice("date-from") == 1;
  out.input.boilerplate = static_cast<BoilerplateMode>(values.choice("boilerplate"));
  out.input.day_month = static_cast<DayMonthOrder>(values.choice("date-order"));
  if (values.given("map")) out.input.field_map = parse_map(values.value("map"));
  out.input.path_pattern = values.value("path-pattern");
  out.report = values.value("report");
  out.quarantine = values.value("quarantine");
  out.quiet = values.flag("quiet");
  if (out.inputs.empty())
    throw Error(ErrorCode::usage, "add needs at least one input",
                "Name files or directories, or '-' for standard input.");
  return out;
}

Exit run_add(const AddCommandOptions& options) {
  const std::atomic<bool>& stop = stop_requested();
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
  ArchiveWriter writer(options.add, std::move(listener), stop);
  const AddReport report = writer.add(*input);
  if (report_file) report_file->finish(options.add.archive.string(), report);
  if (quarantine) quarantine->finish();
  progress.finish();
  if (!options.quiet) std::cerr << report_text(report, progress.seconds());
  if (report.interrupted)
    throw Error(ErrorCode::interrupted,
                fmt::format("interrupted; {} is whole, at revision {}",
                            options.add.archive.string(), report.revision),
                "Run the same command again: articles already in are recognised.");
  return report.counts.rejected > 0 ? Exit::partial : Exit::ok;
}

}  // namespace news
