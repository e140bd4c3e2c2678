// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/code_scan.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <span>

// Highway compiles what lies between the HWY_ marks once for each kind of vector unit.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "searcher/engine/match/code_scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "searcher/engine/match/near_state.hpp"

HWY_BEFORE_NAMESPACE();
namespace news::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kBlock = 64;
using Bytes = hn::CappedTag<std::uint8_t, kBlock>;

// Bit i of the result: does test(vector) hold for byte i of the block?
template <typename Test>
std::uint64_t mask_of(const std::uint8_t* block, Test test) {
  const Bytes d;
  const std::size_t lanes = hn::Lanes(d);
  std::uint8_t bits[8] = {};
  for (std::size_t i = 0; i < kBlock; i += lanes)
    hn::StoreMaskBits(d, test(d, hn::LoadU(d, block + i)), bits + i / 8);
  std::uint64_t out;
  std::memcpy(&out, bits, sizeof out);
  return out;
}

std::uint64_t equal(const std::uint8_t* block, std::uint8_t byte) {
  return mask_of(block, [byte](auto d, auto v) { return hn::Eq(v, hn::Set(d, byte)); });
}

std::uint64_t tagged(const std::uint8_t* block) {
  return mask_of(block, [](auto d, auto v) {
    const hn::RebindToSigned<decltype(d)> di;
    return hn::MaskFromVec(
        hn::BitCast(d, hn::VecFromMask(di, hn::Lt(hn::BitCast(di, v), hn::Zero(di)))));
  });
}

// Calls visit(block, offset) for each 64 bytes; the last ones come zero-padded, a byte that is no
// end of a code. Ends when it returns true, and tells whether it did.
template <typename Visit>
bool for_each_block(std::string_view codes, Visit&& visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(codes.data());
  std::size_t at = 0;
  for (; at + kBlock <= codes.size(); at += kBlock)
    if (visit(bytes + at, at)) return true;
  if (at == codes.size()) return false;
  std::uint8_t last[kBlock] = {};
  std::memcpy(last, bytes + at, codes.size() - at);
  return visit(last, at);
}

// Where needle[first] stands with needle[second] as far after it as in the needle.
bool find_phrase(std::string_view codes, std::string_view needle, std::size_t first,
                 std::size_t second) {
  if (codes.size() < needle.size()) return false;
  const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(needle[i]); };
  const auto matches = [&](std::size_t begin) {
    return begin + needle.size() <= codes.size() &&
           (begin == 0 || (codes[begin - 1] & 0x80) != 0) &&
           std::memcmp(codes.data() + begin, needle.data(), needle.size()) == 0;
  };
  std::uint64_t carry = 0;  // bytes like the first one, seen in the block before
  const std::size_t gap = second - first;
  return for_each_block(codes, [&](const std::uint8_t* block, std::size_t offset) {
    const std::uint64_t firsts = equal(block, at(first));
    std::uint64_t hits = equal(block, at(second));
    if (gap > 0) hits &= firsts << gap | carry >> (64 - gap);
    carry = firsts;
    for (; hits != 0; hits &= hits - 1) {
      const std::size_t place = offset + static_cast<unsigned>(std::countr_zero(hits));
      if (place >= second && matches(place - second)) return true;
    }
    return false;
  });
}

// Calls visit(position, place in `wanted`) for each wanted word, in order. Ends when it returns
// true, and tells whether it did.
template <typename Visit>
bool for_each_wanted(std::string_view codes, std::span<const ScanCode> wanted, Visit&& visit,
                     std::int64_t words_wanted = std::numeric_limits<std::int64_t>::max()) {
  std::uint64_t carries[kMaxScanCodes][4] = {};   // by code and byte before its last
  std::uint64_t ends_before = ~std::uint64_t{0};  // a code may begin at the beginning
  std::uint64_t hits_of[kMaxScanCodes];
  std::int64_t words = 0;
  return for_each_block(codes, [&](const std::uint8_t* block, std::size_t) {
    const std::uint64_t ends = tagged(block);
    std::uint64_t all = 0;
    for (std::size_t c = 0; c < wanted.size(); ++c) {
      const auto& code = wanted[c];
      std::uint64_t hits = equal(block, code.bytes[code.length - 1]);
      hits &= ends << code.length | ends_before >> (64 - code.length);
      for (unsigned back = 1; back < code.length; ++back) {
        const std::uint64_t same = equal(block, code.bytes[code.length - 1 - back]);
        hits &= same << back | carries[c][back - 1] >> (64 - back);
        carries[c][back - 1] = same;
      }
      hits_of[c] = hits;
      all |= hits;
    }
    for (std::uint64_t hits = all; hits != 0; hits &= hits - 1) {
      const unsigned bit = static_cast<unsigned>(std::countr_zero(hits));
      const std::uint64_t below = ends & ((std::uint64_t{1} << bit) - 1);
      std::size_t c = 0;
      while ((hits_of[c] >> bit & 1) == 0) ++c;
      if (visit(words + std::popcount(below), c)) return true;
    }
    words += std::popcount(ends);
    ends_before = ends;
    return words >= words_wanted;
  });
}

bool find_near(std::string_view codes, std::span<const ScanCode> wanted,
               std::span<const std::uint8_t> sets, std::uint32_t distance, WordOrder order) {
  NearState state(distance, order);
  return for_each_wanted(codes, wanted, [&](std::int64_t position, std::size_t c) {
    return state.meets(position, sets[c]);
  });
}

void find_words(std::string_view codes, std::span<const ScanCode> wanted, std::int64_t words,
                std::vector<WordScan::Occurrence>& out) {
  const auto visit = [&](std::int64_t position, std::size_t c) {
    if (position >= words) return true;
    out.push_back({position, c});
    return false;
  };
  for_each_wanted(codes, wanted, visit, words);
}

}  // namespace news::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace news {

HWY_EXPORT(find_phrase);
HWY_EXPORT(find_near);
HWY_EXPORT(find_words);

ScanCode::ScanCode(WordId word) {
  std::string code;
  put_code(code, word);
  length = static_cast<std::uint8_t>(code.size());
  std::memcpy(bytes, code.data(), code.size());
}

PhraseScan::PhraseScan(const std::vector<WordId>& words) {
  // The last two bytes of the rarest word are met least; of a one-byte word, the one.
  WordId rarest = 0;
  for (const WordId word : words) {
    put_code(needle_, word);
    if (word < rarest) continue;
    rarest = word;
    second_ = needle_.size() - 1;
    first_ = word < 128 ? second_ : second_ - 1;
  }
}

bool PhraseScan::occurs(std::string_view codes) const {
  return HWY_DYNAMIC_DISPATCH(find_phrase)(codes, needle_, first_, second_);
}

NearScan::NearScan(const std::vector<WordId>& first, const std::vector<WordId>& second,
                   std::uint32_t distance, WordOrder order)
    : distance_(distance), order_(order) {
  std::vector<WordId> all(first);
  all.insert(all.end(), second.begin(), second.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const auto sets = [&](WordId word) {
    return static_cast<std::uint8_t>(std::binary_search(first.begin(), first.end(), word) |
                                     std::binary_search(second.begin(), second.end(), word) << 1);
  };
  if (all.size() > kMaxScanCodes) {
    sets_of_.resize(std::size_t{all.back()} + 1);
    for (const WordId word : all) sets_of_[word] = sets(word);
    return;
  }
  for (const WordId word : all) {
    codes_.emplace_back(word);
    sets_.push_back(sets(word));
  }
}

bool NearScan::occurs(std::string_view codes) const {
  if (!sets_of_.empty()) return occurs_by_table(codes);
  return HWY_DYNAMIC_DISPATCH(find_near)(codes, codes_, sets_, distance_, order_);
}

bool NearScan::occurs_by_table(std::string_view codes) const {
  NearState state(distance_, order_);
  std::int64_t words = 0;
  std::uint64_t value = 0;
  for (const char c : codes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      value = (value << 7 | byte) + 1;
      continue;
    }
    const std::uint64_t id = value << 7 | (byte & 127);
    value = 0;
    if (id < sets_of_.size() && sets_of_[id] != 0 && state.meets(words, sets_of_[id])) return true;
    ++words;
  }
  return false;
}

WordScan::WordScan(const std::vector<WordId>& words) {
  if (words.size() > kMaxScanCodes) {
    words_ = words;
    for (const WordId word : words) maybe_[word % maybe_.size()] = true;
    return;
  }
  for (const WordId word : words) codes_.emplace_back(word);
}

void WordScan::find(std::string_view codes, std::uint32_t words, std::vector<Occurrence>& out) {
  out.clear();
  if (words_.empty()) return HWY_DYNAMIC_DISPATCH(find_words)(codes, codes_, words, out);
  text_.clear();
  constexpr std::size_t kMaxCode = 5;
  decode_codes(codes.substr(0, words * kMaxCode), text_);
  if (text_.size() > words) text_.resize(words);
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (!maybe_[text_[at] % maybe_.size()]) continue;
    const auto word = std::lower_bound(words_.begin(), words_.end(), text_[at]);
    if (word != words_.end() && *word == text_[at])
      out.push_back(
          {static_cast<std::int64_t>(at), static_cast<std::size_t>(word - words_.begin())});
  }
}

}  // namespace news
#endif  // HWY_ONCE
