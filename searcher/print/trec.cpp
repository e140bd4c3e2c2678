// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/trec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "common/text/display.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

std::string in_decimals(std::int64_t millionths) {
  const std::int64_t size = std::abs(millionths);
  return fmt::format("{}{}.{:06}", millionths < 0 ? "-" : "", size / 1000000, size % 1000000);
}

class TrecPrinter : public Printer {
 public:
  TrecPrinter(std::ostream& out, const PrintOptions& options)
      : out_(out), query_(trec_word(options.query_id)) {}
  Needs needs() const override { return {}; }
  void hit(const HitView& view) override {
    out_ << query_ << " Q0 " << trec_word(view.article.id) << ' ' << view.rank << ' '
         << scores_.next(view.hit.score) << " newsarchive\n";
  }

 private:
  std::ostream& out_;
  std::string query_;
  TrecScores scores_;
};

}  // namespace

std::string TrecScores::next(double score) {
  const auto wanted = static_cast<std::int64_t>(std::llround(score * 1e6));
  last_ = std::min(wanted, last_ - 1);
  std::string out = in_decimals(last_);
  while (std::strtof(out.c_str(), nullptr) >= last_float_) out = in_decimals(--last_);
  last_float_ = std::strtof(out.c_str(), nullptr);
  return out;
}

std::string trec_word(std::string_view id) {
  const std::string safe = sanitize(id, LineEnds::keep);
  const bool foreign = safe != id;  // something in it must not reach a terminal
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = byte > 0x20 && byte != 0x7F && !(foreign && byte >= 0x80);
    out += kept ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

std::unique_ptr<Printer> make_trec_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<TrecPrinter>(out, options);
}

}  // namespace news
