// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/batch/batch.hpp"

#include <algorithm>
#include <fstream>
#include <future>
#include <iostream>
#include <thread>

#include "common/io/bounded_queue.hpp"
#include "common/parallel.hpp"
#include "searcher/commands/batch/batch_answer.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/engine/query/dates.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

struct Job {
  BatchLine line;
  std::promise<BatchAnswer> answer;
};

// A writer may commit a revision between two of them.
std::vector<std::unique_ptr<Searcher>> open_searchers(const std::vector<std::string>& archives,
                                                      unsigned count) {
  std::vector<std::unique_ptr<Searcher>> out;
  const auto revisions = [](const auto& searcher) { return searcher->archives().revisions(); };
  do {
    out.clear();
    while (out.size() < count) out.push_back(std::make_unique<Searcher>(archives));
  } while (revisions(out.front()) != revisions(out.back()));
  return out;
}

/// One thread reads lines, some answer them, and the caller takes the answers in order.
class Pipeline {
 public:
  Pipeline(const BatchOptions& options, std::istream& queries, unsigned threads)
      : options_(options),
        today_(today()),
        searchers_(open_searchers(options.archives, threads)),
        jobs_(std::size_t{4} * threads),
        answers_(std::size_t{4} * threads) {
    for (auto& searcher : searchers_)
      threads_.emplace_back([this, &searcher] { answer(*searcher); });
    threads_.emplace_back([this, &queries] { read(queries); });
  }
  ~Pipeline() {
    jobs_.close();
    answers_.close();
  }
  std::optional<BatchAnswer> next() {
    auto answer = answers_.pop();
    if (!answer) return std::nullopt;
    return answer->get();
  }

 private:
  void read(std::istream& queries) {
    BatchLine line;
    while (std::getline(queries, line.text)) {
      ++line.number;
      if (line.text.ends_with('\r')) line.text.pop_back();
      if (line.text.empty()) continue;
      Job job{line, {}};
      if (!answers_.push(job.answer.get_future()) || !jobs_.push(std::move(job))) break;
    }
    if (queries.bad()) {
      std::promise<BatchAnswer> broken;
      broken.set_exception(std::make_exception_ptr(
          Error(ErrorCode::usage, "the queries cannot be read to their end")));
      answers_.push(broken.get_future());
    }
    jobs_.close();
    answers_.close();
  }
  void answer(Searcher& searcher) {
    while (auto job = jobs_.pop()) {
      try {
        job->answer.set_value(answer_line(searcher, job->line, options_, today_));
      } catch (...) {
        job->answer.set_exception(std::current_exception());
      }
    }
  }

  const BatchOptions& options_;
  const Date today_;
  std::vector<std::unique_ptr<Searcher>> searchers_;
  BoundedQueue<Job> jobs_;
  BoundedQueue<std::future<BatchAnswer>> answers_;
  std::vector<std::jthread> threads_;  // the last member: they are joined before anything goes
};

// Tables begin with the names of their columns, even if there is no query.
void print_header(const PrintOptions& print) {
  if (print.format == Format::csv || print.format == Format::tsv)
    make_printer(std::cout, print)->begin({}, {});
}

}  // namespace

Exit run_batch(const BatchOptions& options) {
  std::ifstream file;
  if (options.queries != "-") file.open(options.queries);
  if (!file) throw Error(ErrorCode::usage, "cannot open the queries in '" + options.queries + "'");
  Pipeline pipeline(options, options.queries == "-" ? std::cin : file,
                    options.threads > 0 ? options.threads : default_threads());
  if (!options.count) print_header(options.print);
  Exit exit = Exit::ok;
  while (const auto answer = pipeline.next()) {
    std::cout << answer->out;
    std::cerr << answer->complaint;
    if (options.print.line_buffered) std::cout.flush();
    if (answer->failed) exit = Exit::partial;
    if (!std::cout) break;
  }
  return exit;
}

}  // namespace news
