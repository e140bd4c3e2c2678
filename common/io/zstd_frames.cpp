// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/zstd_frames.hpp"

#include <zstd.h>

#include <new>

namespace news {
namespace {

using namespace std::string_view_literals;

constexpr auto kMagic = "\x5d\x2a\x4d\x18"sv;
constexpr auto kZstd = "\x28\xb5\x2f\xfd"sv;
constexpr std::size_t kHeader = 8;  // of a skippable frame: the magic number and the length
constexpr std::size_t kMaxDictionary = 32u << 20;

std::size_t read_length(std::string_view header) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i)
    length |= std::size_t{static_cast<unsigned char>(header[4 + i])} << (8 * i);
  return length;
}

std::string unpack_dictionary(std::string_view packed) {
  if (!packed.starts_with(kZstd)) return std::string(packed);
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  // Those who do not say their size get the most there may be, once a file.
  std::string out(size > kMaxDictionary ? kMaxDictionary : size, '\0');
  const auto got = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
  if (ZSTD_isError(got)) throw StreamError("its zstd dictionary is damaged");
  out.resize(got);
  return out;
}

}  // namespace

ZstdFrames::ZstdFrames(ByteStream& packed, std::string head)
    : packed_(packed),
      input_(std::move(head)),
      output_(ZSTD_DStreamOutSize(), '\0'),
      context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
  if (!context_) throw std::bad_alloc();
}

bool ZstdFrames::begins(std::string_view head) {
  return head.size() >= kHeader && head.starts_with(kMagic);
}

void ZstdFrames::need(std::size_t bytes) {
  while (input_.size() < bytes) {
    const auto block = packed_.read();
    if (block.empty()) throw StreamError("it ends within its zstd dictionary");
    input_.append(block);
  }
}

void ZstdFrames::load_dictionary() {
  loaded_ = true;
  need(kHeader);
  const auto length = read_length(input_);
  if (length > kMaxDictionary) throw StreamError("its zstd dictionary is too long");
  need(kHeader + length);
  const auto dictionary = unpack_dictionary(std::string_view(input_).substr(kHeader, length));
  if (ZSTD_isError(ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size())))
    throw StreamError("its zstd dictionary is damaged");
  at_ = kHeader + length;
}

std::string_view ZstdFrames::read() {
  if (!loaded_) load_dictionary();
  for (;;) {
    if (at_ == input_.size()) {
      input_ = packed_.read();
      at_ = 0;
      if (input_.empty() && inside_) throw StreamError("it ends within a zstd frame");
      if (input_.empty()) return {};
    }
    ZSTD_inBuffer from{input_.data(), input_.size(), at_};
    ZSTD_outBuffer to{output_.data(), output_.size(), 0};
    const auto left = ZSTD_decompressStream(context_.get(), &to, &from);
    if (ZSTD_isError(left)) throw StreamError("a zstd frame is damaged");
    at_ = from.pos;
    inside_ = left > 0;
    if (to.pos > 0) return std::string_view(output_).substr(0, to.pos);
  }
}

}  // namespace news
