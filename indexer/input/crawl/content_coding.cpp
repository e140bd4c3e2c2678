// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/crawl/content_coding.hpp"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "common/text/ascii.hpp"
#include "indexer/input/crawl/header_block.hpp"
#include "indexer/input/html/page_article.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxCodings = 8;
constexpr int kZlibOrGzip = 15 + 32, kRaw = -15;  // window bits, as zlib has them
using Block = std::array<std::uint8_t, 64u << 10>;

/// What was decoded, and whether there is room for it.
struct Decoded {
  std::string bytes;
  bool fits = true;

  bool add(const Block& block, std::size_t size, std::uint64_t most) {
    fits = size <= most - bytes.size();
    if (fits) bytes.append(reinterpret_cast<const char*>(block.data()), size);
    return fits;
  }
};

/// All members of gzip, or one stream of zlib or deflate; up to the first error.
Decoded inflate_all(std::string_view coded, int window_bits, std::uint64_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
  auto block = std::make_unique<Block>();
  Decoded out;
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(coded.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(coded.size(), ~uInt{0}));
  for (int status = Z_OK; status == Z_OK;) {
    stream.next_out = block->data();
    stream.avail_out = static_cast<uInt>(block->size());
    status = inflate(&stream, Z_NO_FLUSH);
    if (!out.add(*block, block->size() - stream.avail_out, most)) break;
    const bool another = status == Z_STREAM_END && window_bits == kZlibOrGzip &&
                         stream.avail_in > 1 && stream.next_in[0] == 0x1F;
    if (another) status = inflateReset(&stream);
  }
  return out;
}

Decoded inflate_deflate(std::string_view coded, std::uint64_t most) {
  Decoded out = inflate_all(coded, kZlibOrGzip, most);
  return out.bytes.empty() && out.fits ? inflate_all(coded, kRaw, most) : out;
}

Decoded unbrotli(std::string_view coded, std::uint64_t most) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  auto block = std::make_unique<Block>();
  Decoded out;
  std::size_t left = coded.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(coded.data());
  for (auto result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
       result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;) {
    std::size_t room = block->size();
    std::uint8_t* to = block->data();
    result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    if (!out.add(*block, block->size() - room, most)) break;
  }
  return out;
}

/// Whether it is a page already. What is coded may look like one by chance, but not from its first
/// byte on.
bool is_page(std::string_view body) {
  constexpr std::size_t kHead = 4u << 10;
  return body.starts_with('<') && looks_like_html(body.substr(0, kHead));
}

Decoded decode(std::string_view body, std::string_view coding, std::uint64_t most) {
  const auto is = [&](std::string_view name) { return equal_names(coding, name); };
  if (is("gzip") || is("x-gzip")) return inflate_all(body, kZlibOrGzip, most);
  if (is("deflate")) return inflate_deflate(body, most);
  if (is("br")) return unbrotli(body, most);
  return {};
}

}  // namespace

bool decode_content(std::string& body, std::string_view codings, std::uint64_t most) {
  for (std::size_t i = 0; i < kMaxCodings && !codings.empty(); ++i) {
    if (is_page(trim(body))) break;
    const auto comma = codings.rfind(',');
    const auto coding = trim(comma == codings.npos ? codings : codings.substr(comma + 1));
    codings = codings.substr(0, comma == codings.npos ? 0 : comma);
    Decoded out = decode(body, coding, most);
    if (!out.fits) return false;
    if (!out.bytes.empty()) body = std::move(out.bytes);
  }
  return body.size() <= most;
}

}  // namespace news
