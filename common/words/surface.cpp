// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/words/surface.hpp"

#include <algorithm>

#include "common/error.hpp"
#include "common/io/varint.hpp"

namespace news {
namespace {

constexpr unsigned kMaxRun = 128;

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

const std::array<bool, kSeparators.size()>& sentence_separators() {
  static const auto table = [] {
    std::array<bool, kSeparators.size()> out{};
    for (std::size_t i = 0; i < kSeparators.size(); ++i) out[i] = ends_sentence(kSeparators[i]);
    return out;
  }();
  return table;
}

}  // namespace

std::uint8_t separator_number(std::string_view separator) {
  const auto found = std::find(kSeparators.begin(), kSeparators.end(), separator);
  return static_cast<std::uint8_t>(found - kSeparators.begin());  // the end is kLiteralSeparator
}

bool ends_sentence(std::string_view separator) {
  return separator.find_first_of(".!?\n") != std::string_view::npos || separator.ends_with('"') ||
         separator.ends_with("“");
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

void SurfaceWriter::flush_run() {
  if (run_ > 0) operations_ += static_cast<char>(run_ - 1);
  run_ = 0;
}

void SurfaceWriter::literal(std::string_view bytes) {
  put_varint(literals_, bytes.size());
  literals_ += bytes;
}

void SurfaceWriter::word(const Separator& separator, const WordForm& form,
                         std::string_view written) {
  const bool capital = begins_ || separator.ends_sentence;
  begins_ = false;
  const unsigned f = (capital ? form.capitalised : form.usual)   ? 0
                     : (capital ? form.usual : form.capitalised) ? 1
                     : form.capitals                             ? 2
                                                                 : 3;
  if (f == 0 && separator.number == 0) {
    if (++run_ == kMaxRun) flush_run();
    return;
  }
  flush_run();
  operations_ += static_cast<char>(0x80 | separator.number << 2 | f);
  if (separator.number == kLiteralSeparator) literal(separator.bytes);
  if (f == 3) literal(written);
}

void SurfaceWriter::finish(const Separator& last, std::string& out) {
  flush_run();
  operations_ += static_cast<char>(0x80 | last.number << 2);
  if (last.number == kLiteralSeparator) literal(last.bytes);
  put_varint(out, operations_.size());
  out += operations_;
  out += literals_;
}

namespace detail {

void broken_surface() {
  throw Error(ErrorCode::damaged, "the stored form of a text does not fit its words");
}

SurfaceReader::SurfaceReader(std::string_view surface) {
  std::uint64_t operations = 0;
  if (!get_varint(surface, operations) || operations > surface.size()) broken_surface();
  operations_ = surface.substr(0, operations);
  literals_ = surface.substr(operations);
}

std::string_view SurfaceReader::literal() {
  std::uint64_t length = 0;
  if (!get_varint(literals_, length) || length > literals_.size()) broken_surface();
  const auto out = literals_.substr(0, length);
  literals_.remove_prefix(length);
  return out;
}

SurfaceReader::Step SurfaceReader::next(bool last) {
  const bool first = begins_;
  begins_ = false;
  if (run_ == 0) {
    if (operations_.empty()) broken_surface();
    const auto operation = static_cast<unsigned char>(operations_.front());
    operations_.remove_prefix(1);
    if (operation >= 0x80) {
      const unsigned separator = operation >> 2 & 31;
      Step step{separator == kLiteralSeparator ? literal() : kSeparators[separator],
                first,
                operation & 3u,
                {}};
      step.capital |= separator == kLiteralSeparator ? ends_sentence(step.separator)
                                                     : sentence_separators()[separator];
      if (step.form == 3 && !last) step.literal = literal();
      return step;
    }
    run_ = operation + 1u;
  }
  --run_;
  return {kSeparators[0], first, 0, {}};
}

std::uint32_t SurfaceReader::skip_run(std::uint32_t most) {
  if (run_ == 0 && !operations_.empty() && static_cast<unsigned char>(operations_[0]) < 0x80) {
    run_ = static_cast<unsigned char>(operations_[0]) + 1u;
    operations_.remove_prefix(1);
  }
  const std::uint32_t skipped = std::min(run_, most);
  run_ -= skipped;
  return skipped;
}

void append_form(std::string& out, std::string_view usual, const SurfaceReader::Step& step) {
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
