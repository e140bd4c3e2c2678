// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/gzip_members.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace news {
namespace {

using namespace std::string_view_literals;

constexpr auto kMagic = "\x1f\x8b\x08"sv;
constexpr int kGzip = 15 + 16;  // window bits, as zlib has them

// Where bytes are missing, the next member begins before zlib notices. It is looked for that far
// back, but not for ever: hostile bytes could make every look a long one.
constexpr std::size_t kBack = 16u << 10;
constexpr int kMaxLookBacks = 100;

}  // namespace

GzipMembers::GzipMembers(ByteStream& packed, std::string head)
    : packed_(packed), input_(std::move(head)) {
  if (inflateInit2(&stream_, kGzip) != Z_OK) throw std::bad_alloc();
}

GzipMembers::~GzipMembers() {
  inflateEnd(&stream_);
}

/// Appends a block to the input, of which no more than kBack is kept before at_.
bool GzipMembers::more() {
  const auto gone = at_ - std::min(at_, kBack);
  input_.erase(0, gone);
  at_ -= gone;
  member_ -= std::min(member_, gone);
  const auto block = packed_.read();
  input_.append(block);
  return !block.empty();
}

/// Moves to the next magic number at or after `from`; false if there is none.
bool GzipMembers::find_member(std::size_t from) {
  at_ = from;
  for (;;) {
    const auto found = input_.find(kMagic, at_);
    at_ = found != input_.npos
              ? found
              : std::max(at_, input_.size() - std::min(input_.size(), kMagic.size() - 1));
    if (found != input_.npos) return true;
    if (!more()) return false;
  }
}

/// False at the end of the file, before which there may be zeros.
bool GzipMembers::begin_member() {
  for (;;) {
    at_ = std::min(input_.find_first_not_of('\0', at_), input_.size());
    if (at_ < input_.size()) break;
    if (!more()) return false;
  }
  member_ = at_;
  inflateReset(&stream_);
  return inside_ = true;
}

/// Leaves the member at hand for the next.
std::string_view GzipMembers::give_up() {
  const bool back = ++look_backs_ <= kMaxLookBacks;
  inside_ = find_member(back ? member_ + 1 : std::max(at_, member_ + 1));
  if (inside_) {
    member_ = at_;
    inflateReset(&stream_);
  } else {
    at_ = input_.size();
  }
  return std::exchange(damaged_, true) ? std::string_view() : kDamaged;
}

std::string_view GzipMembers::read() {
  while (inside_ || begin_member()) {
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data() + at_);
    stream_.avail_in = static_cast<uInt>(input_.size() - at_);
    stream_.next_out = reinterpret_cast<Bytef*>(output_.data());
    stream_.avail_out = static_cast<uInt>(output_.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    at_ = input_.size() - stream_.avail_in;
    const auto got = output_.size() - stream_.avail_out;
    if (status == Z_STREAM_END) inside_ = false;
    if (got > 0) {
      damaged_ = false;
      return {output_.data(), got};  // an error comes again with the next call
    }
    if (status == Z_STREAM_END || status == Z_OK) continue;
    if (status == Z_BUF_ERROR && more()) continue;
    if (const auto said = give_up(); !said.empty()) return said;
  }
  return {};
}

}  // namespace news
