// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <utility>

#include "common/error.hpp"
#include "common/io/file.hpp"
#include "common/io/member_stack.hpp"
#include "indexer/input/cleaning.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/path_pattern.hpp"
#include "indexer/input/walker.hpp"
#include "indexer/text/unwrap.hpp"

namespace news {
namespace {

/// Every option that decides what article a record becomes.
std::string fingerprint(const InputOptions& options) {
  std::string out = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", NEWS_VERSION, options.format,
                                static_cast<int>(options.day_month), options.path_pattern,
                                options.date_from_crawl, static_cast<int>(options.boilerplate));
  for (const auto& [field, path] : options.field_map) out += fmt::format("\n{}={}", field, path);
  return out;
}

/// Files one after the other, their members, and the splitter of the member being read.
class StackedSource : public InputSource {
 public:
  /// `only_text`: for learning from plain text. What is something else is not read on, nor is an
  /// archive beyond its first member that is.
  StackedSource(std::vector<std::string> paths, InputOptions options, bool only_text = false)
      : options_(std::move(options)), fields_(options_.field_map), only_text_(only_text) {
    static_cast<void>(PathPattern(options_.path_pattern));  // tell of mistakes at once
    for (const auto& path : paths) walkers_.emplace_back(path);
    paths_ = std::move(paths);
    if (!only_text_) count_bytes();
  }

  std::optional<RawRecord> next() override {
    learn();
    auto record = next_record();
    bytes_read_ = done_bytes_ + file_bytes_read();
    return record;
  }

  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::uint64_t bytes_total() const override { return total_bytes_; }
  /// Of the last record, as source_of().
  const std::string& source() const { return source_; }

 private:
  std::optional<RawRecord> next_record() {
    for (;;) {
      RawRecord record;
      try {
        if (reader_.splitter) {
          record.from.file = stack_.name();
          record.parser = reader_.parser;
          record.format = format_;
          record.context = context_;
          if (reader_.splitter->next(record)) return record;
          close_member();
        } else if (!advance()) {
          return std::nullopt;
        }
      } catch (const StreamError& error) {
        return give_up(error);
      }
    }
  }

  /// Before the first record: reads all plain text once, to know what is repeated in it.
  void learn() {
    if (std::exchange(learned_, true) || only_text_ || !reads_text(options_)) return;
    StackedSource text(paths_, options_, true);
    auto repeated = std::make_shared<RepeatedParagraphs>(options_.most_learned);
    while (!repeated->full()) {
      auto record = text.next();
      if (!record) break;
      if (!record->reject_reason.empty()) continue;
      const Parsed parsed = record->parser->parse(*record);
      if (const auto* article = std::get_if<Article>(&parsed))
        repeated->add(text.source(), split_paragraphs(article->text));
    }
    repeated->finish();
    repeated_ = std::move(repeated);
  }

  static bool reads_text(const InputOptions& options) {
    const Format* format = find_format(options.format);
    return options.boilerplate != BoilerplateMode::keep && (!format || format->plain_text);
  }

  /// Whether learning need not even open the file.
  bool passes_over(const std::string& path) const {
    if (!only_text_) return false;
    const Format* format = options_.format == "auto" ? format_of_suffix(path) : nullptr;
    return path == "-" || (format && !format->plain_text);
  }

  /// Standard input makes the total unknown.
  void count_bytes() {
    for (FileWalker walker : walkers_) {
      while (auto file = walker.next()) {
        if (file->path == "-") known_ = false;
        total_bytes_ += file->size;
      }
    }
    if (!known_) total_bytes_ = 0;
  }

  std::uint64_t file_bytes_read() const {
    const auto bytes = stack_.bytes_read();
    return file_.size == 0 ? bytes : std::min(bytes, file_.size);
  }

  void close_member() {
    reader_ = {};
    format_ = {};
    stack_.close_member();
  }

  /// The record that says why the rest of a file or member is left out; what is around it goes on.
  RawRecord give_up(const StreamError& error) {
    RawRecord record;
    record.from.file = opened_ ? stack_.name() : printable_name(file_.path);
    if (reader_.splitter) record.from.record = reader_.splitter->count() + 1;
    if (stack_.window()) record.from.offset = stack_.window()->offset();
    record.format = format_;
    record.reject_reason = error.reason;
    record.skipped = error.skipped;
    record.reject_detail = error.what();
    close_member();
    return record;
  }

  /// Takes one step towards the next member with records; false when nothing is left.
  bool advance() {
    if (!opened_) return open_file();
    if (stack_.next())
      open_records();
    else
      close_file();
    return true;
  }

  void close_file() {
    opened_ = false;
    done_bytes_ += file_.size;
  }

  bool open_file() {
    while (at_ < walkers_.size()) {
      auto file = walkers_[at_].next();
      if (!file) {
        ++at_;
        continue;
      }
      file_ = std::move(*file);
      if (passes_over(file_.path)) continue;
      if (!file_.error.empty()) throw StreamError(file_.error);
      stack_.open(file_.path, file_.relative);
      opened_ = true;
      return true;
    }
    return false;
  }

  void open_records() {
    const FileContext file{options_, fields_, stack_.name(), stack_.relative()};
    Window& window = *stack_.window();
    const Format& format = choose_format(window.view(), file);
    format_ = format.name;
    if (only_text_ && !format.plain_text) {
      close_member();
      stack_.close();
      return;
    }
    reader_ = format.open(window, file);
    context_ = xxh3(
        fmt::format("{}\n{}\n{}\n{}", fingerprint(options_), format_, file.name, reader_.header));
    if (only_text_)
      source_ = source_of(file);
    else
      reader_.parser = clean_texts(std::move(reader_.parser), format, file, repeated_);
  }

  const InputOptions options_;
  const FieldMap fields_;
  const bool only_text_;

  std::vector<std::string> paths_;
  bool learned_ = false;
  std::shared_ptr<const RepeatedParagraphs> repeated_;
  std::string source_;

  std::vector<FileWalker> walkers_;
  std::size_t at_ = 0;
  FoundFile file_;
  bool opened_ = false;  // file_ is on the stack
  MemberStack stack_;
  FileReader reader_;
  std::string_view format_;    // of the reader, its name
  std::uint64_t context_ = 0;  // as in RawRecord

  bool known_ = true;
  std::uint64_t done_bytes_ = 0;
  std::atomic<std::uint64_t> bytes_read_ = 0;  // the pipeline asks from another thread
  std::uint64_t total_bytes_ = 0;
};

}  // namespace

std::unique_ptr<InputSource> open_input(std::vector<std::string> paths, InputOptions options) {
  if (options.format != "auto" && !find_format(options.format)) {
    throw Error(ErrorCode::usage, "unknown input format '" + options.format + "'",
                "Formats are " + format_names() + ".");
  }
  for (const auto& path : paths) {
    std::error_code error;
    if (path != "-" && !std::filesystem::exists(path, error)) {
      throw Error(ErrorCode::usage, path + ": no such file or directory");
    }
  }
  return std::make_unique<StackedSource>(std::move(paths), std::move(options));
}

}  // namespace news
