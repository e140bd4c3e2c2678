// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/words/residue.hpp"

#include <algorithm>

#include "common/error.hpp"
#include "common/io/varint.hpp"

namespace news {
namespace {

constexpr unsigned kLongestRun = 128;

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

const std::array<bool, kGaps.size()>& sentence_gaps() {
  static const auto table = [] {
    std::array<bool, kGaps.size()> out{};
    for (std::size_t i = 0; i < kGaps.size(); ++i) out[i] = ends_sentence(kGaps[i]);
    return out;
  }();
  return table;
}

}  // namespace

std::uint8_t gap_number(std::string_view gap) {
  const auto found = std::find(kGaps.begin(), kGaps.end(), gap);
  return static_cast<std::uint8_t>(found - kGaps.begin());  // the end is kLiteralGap
}

bool ends_sentence(std::string_view gap) {
  return gap.find_first_of(".!?\n") != std::string_view::npos || gap.ends_with('"') ||
         gap.ends_with("“");
}

std::string capitalised(std::string_view word) {
  std::string out(word);
  if (!out.empty()) out[0] = upper(out[0]);
  return out;
}

std::string in_capitals(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), upper);
  return out;
}

WordForm compare_form(std::string_view written, std::string_view usual) {
  return {written == usual, written == capitalised(usual), written == in_capitals(usual)};
}

void ResidueWriter::flush_run() {
  if (run_ > 0) operations_ += static_cast<char>(run_ - 1);
  run_ = 0;
}

void ResidueWriter::literal(std::string_view bytes) {
  put_varint(literals_, bytes.size());
  literals_ += bytes;
}

void ResidueWriter::word(const Gap& gap, const WordForm& form, std::string_view written) {
  const bool capital = begins_ || gap.ends_sentence;
  begins_ = false;
  const unsigned f = (capital ? form.capitalised : form.usual)   ? 0
                     : (capital ? form.usual : form.capitalised) ? 1
                     : form.capitals                             ? 2
                                                                 : 3;
  if (f == 0 && gap.number == 0) {
    if (++run_ == kLongestRun) flush_run();
    return;
  }
  flush_run();
  operations_ += static_cast<char>(0x80 | gap.number << 2 | f);
  if (gap.number == kLiteralGap) literal(gap.bytes);
  if (f == 3) literal(written);
}

void ResidueWriter::finish(const Gap& last, std::string& out) {
  flush_run();
  operations_ += static_cast<char>(0x80 | last.number << 2);
  if (last.number == kLiteralGap) literal(last.bytes);
  put_varint(out, operations_.size());
  out += operations_;
  out += literals_;
}

namespace detail {

void broken_residue() {
  throw Error(ErrorCode::damaged, "the stored form of a text does not fit its words");
}

ResidueReader::ResidueReader(std::string_view residue) {
  std::uint64_t operations = 0;
  if (!get_varint(residue, operations) || operations > residue.size()) broken_residue();
  operations_ = residue.substr(0, operations);
  literals_ = residue.substr(operations);
}

std::string_view ResidueReader::literal() {
  std::uint64_t length = 0;
  if (!get_varint(literals_, length) || length > literals_.size()) broken_residue();
  const auto out = literals_.substr(0, length);
  literals_.remove_prefix(length);
  return out;
}

ResidueReader::Step ResidueReader::next(bool last) {
  const bool first = begins_;
  begins_ = false;
  if (run_ == 0) {
    if (operations_.empty()) broken_residue();
    const auto operation = static_cast<unsigned char>(operations_.front());
    operations_.remove_prefix(1);
    if (operation >= 0x80) {
      const unsigned gap = operation >> 2 & 31;
      Step step{gap == kLiteralGap ? literal() : kGaps[gap], first, operation & 3u, {}};
      step.capital |= gap == kLiteralGap ? ends_sentence(step.gap) : sentence_gaps()[gap];
      if (step.form == 3 && !last) step.literal = literal();
      return step;
    }
    run_ = operation + 1u;
  }
  --run_;
  return {kGaps[0], first, 0, {}};
}

std::uint32_t ResidueReader::skip_run(std::uint32_t most) {
  if (run_ == 0 && !operations_.empty() && static_cast<unsigned char>(operations_[0]) < 0x80) {
    run_ = static_cast<unsigned char>(operations_[0]) + 1u;
    operations_.remove_prefix(1);
  }
  const std::uint32_t skipped = std::min(run_, most);
  run_ -= skipped;
  return skipped;
}

void append_form(std::string& out, std::string_view usual, const ResidueReader::Step& step) {
  const std::size_t begin = out.size();
  out += usual;
  if (step.form == 2)
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(begin), upper);
  else if (step.capital == (step.form == 0) && begin < out.size())
    out[begin] = upper(out[begin]);
}

}  // namespace detail
}  // namespace news
