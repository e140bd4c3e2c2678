// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/posting_list.hpp"

#include <algorithm>
#include <array>

#include "common/error.hpp"
#include "common/io/varint.hpp"

namespace news {
namespace {

constexpr unsigned kBitmap = 31;
// A bitmap is read several times faster, and counted and intersected faster still; it may cost this
// many times the bytes.
constexpr std::size_t kBitmapBonus = 3;
constexpr std::array<unsigned, 5> kWidths = {0, 1, 2, 4, 8};

std::size_t words_for(std::uint64_t bits) {
  return (bits + 63) / 64;
}

// floor(log2(universe / n)): what minimises n low parts and the unary high parts together.
unsigned best_low_bits(std::uint64_t n, std::uint64_t universe) {
  return universe > n ? static_cast<unsigned>(std::bit_width(universe / n)) - 1 : 0;
}

std::uint64_t high_bits(std::uint64_t n, std::uint32_t universe, unsigned low) {
  return n + ((universe - 1) >> low);
}

void put_words(const std::vector<std::uint64_t>& words, std::string& out) {
  out.append(reinterpret_cast<const char*>(words.data()), words.size() * 8);
}

void put_elias_fano(std::span<const DocId> articles, std::uint32_t universe, unsigned low,
                    std::string& out) {
  std::string lows((articles.size() * low + 7) / 8, '\0');
  std::vector<std::uint64_t> high(words_for(high_bits(articles.size(), universe, low)));
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (unsigned bit = 0; bit < low; ++bit)
      if (articles[i] >> bit & 1) {
        const std::size_t at = i * low + bit;
        lows[at / 8] = static_cast<char>(lows[at / 8] | 1 << at % 8);
      }
    const std::size_t at = (articles[i] >> low) + i;
    high[at / 64] |= std::uint64_t{1} << at % 64;
  }
  out += lows;
  put_words(high, out);
}

// Index into kWidths of the width that takes the fewest bytes.
unsigned best_width(std::span<const std::uint32_t> frequencies) {
  std::array<std::size_t, kWidths.size()> exceptions{};
  for (const auto f : frequencies)
    for (unsigned w = 1; w < kWidths.size(); ++w) exceptions[w] += f >= 1u << kWidths[w];
  unsigned best = 1;
  const auto cost = [&](unsigned w) {
    return frequencies.size() * kWidths[w] + exceptions[w] * 64;
  };
  for (unsigned w = 2; w < kWidths.size(); ++w)
    if (cost(w) < cost(best)) best = w;
  return best;
}

void put_frequencies(std::span<const std::uint32_t> frequencies, unsigned width, std::string& out) {
  const std::uint32_t mask = (1u << width) - 1;
  std::string codes((frequencies.size() * width + 7) / 8, '\0');
  std::vector<std::uint32_t> places, values;
  for (std::size_t i = 0; i < frequencies.size(); ++i) {
    const std::uint32_t code = std::min(frequencies[i] - 1, mask);
    const std::size_t bit = i * width;
    codes[bit / 8] = static_cast<char>(codes[bit / 8] | code << bit % 8);
    if (code < mask) continue;
    places.push_back(static_cast<std::uint32_t>(i));
    values.push_back(frequencies[i]);
  }
  put_varint(out, places.size());
  out += codes;
  for (const auto* numbers : {&places, &values})
    out.append(reinterpret_cast<const char*>(numbers->data()), numbers->size() * 4);
}

}  // namespace

void encode_list(std::span<const DocId> articles, std::span<const std::uint32_t> frequencies,
                 std::uint32_t universe, std::string& out) {
  const unsigned low = best_low_bits(articles.size(), universe);
  const std::size_t elias_fano =
      (articles.size() * low + 7) / 8 + words_for(high_bits(articles.size(), universe, low)) * 8;
  const bool bitmap = words_for(universe) * 8 <= kBitmapBonus * elias_fano && articles.size() > 8;
  const unsigned width = frequencies.empty() ? 0 : best_width(frequencies);
  put_varint(out, articles.size());
  out += static_cast<char>((bitmap ? kBitmap : low) | width << 5);
  if (bitmap) {
    ArticleSet set(universe);
    for (const auto n : articles) set.add(n);
    put_words(set.words(), out);
  } else {
    put_elias_fano(articles, universe, low, out);
  }
  if (width > 0) put_frequencies(frequencies, kWidths[width], out);
}

void PostingView::damaged() {
  throw Error(ErrorCode::damaged, "a posting list is damaged");
}

PostingView::PostingView(std::string_view bytes, std::uint32_t universe) : universe_(universe) {
  std::uint64_t n = 0, exceptions = 0;
  const auto take = [&](std::size_t size) {
    if (size > bytes.size()) damaged();
    const char* at = bytes.data();
    bytes.remove_prefix(size);
    return at;
  };
  if (!get_varint(bytes, n) || n == 0 || n > universe || bytes.empty()) damaged();
  n_ = static_cast<std::uint32_t>(n);
  const auto form = static_cast<unsigned char>(*take(1));
  bitmap_ = (form & 31) == kBitmap;
  if (bitmap_) {
    high_words_ = words_for(universe);
    docs_ = take(high_words_ * 8);
  } else {
    low_bits_ = form & 31;
    high_words_ = words_for(high_bits(n, universe, low_bits_));
    docs_ = take((n * low_bits_ + 7) / 8);
    high_ = take(high_words_ * 8);  // also what a load of the last low part may run into
  }
  if ((form >> 5) >= kWidths.size()) damaged();
  width_ = kWidths[form >> 5];
  if (width_ == 0) return;
  if (!get_varint(bytes, exceptions) || exceptions > n) damaged();
  exception_count_ = static_cast<std::uint32_t>(exceptions);
  codes_ = take((n * width_ + 7) / 8);
  exceptions_ = take(exceptions * 8);
}

void PostingView::add_to(ArticleSet& set) const {
  auto& words = set.words();
  if (!bitmap_) return scan_elias_fano(nullptr, [&](std::uint32_t, DocId n) { set.add(n); });
  for (std::size_t i = 0; i < high_words_; ++i) words[i] |= load(docs_ + i * 8);
  if (universe_ % 64 != 0) words.back() &= (std::uint64_t{1} << universe_ % 64) - 1;
}

ListFile::ListFile(const std::filesystem::path& path, std::uint64_t bytes, std::uint32_t universe)
    : file_(path, bytes), universe_(universe) {
  checks_ = file_.array<std::uint32_t>("check");
  names_ = StringTable(file_, "names", static_cast<std::uint32_t>(checks_.size()));
  starts_ = file_.array<std::uint64_t>("at", checks_.size() + 1);
  data_ = file_.section("data");
}

PostingView ListFile::at(std::uint32_t index) const {
  const std::uint64_t begin = starts_[index], end = starts_[index + 1];
  if (begin > end || end > data_.size()) file_.damaged("at", "is out of order");
  const auto bytes = data_.substr(begin, end - begin);
  if (kChecked && static_cast<std::uint32_t>(xxh3(bytes)) != checks_[index])
    file_.damaged("data", "does not match a checksum");
  return {bytes, universe_};
}

std::optional<PostingView> ListFile::find(std::string_view term) const {
  const auto index = names_.find(term);
  if (!index) return std::nullopt;
  return at(*index);
}

}  // namespace news
