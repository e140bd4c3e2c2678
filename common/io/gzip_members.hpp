// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <zlib.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/io/stream.hpp"

namespace news {

/// The members of a gzip file, inflated, one after the other. Web archives have one a record, so
/// that one that is damaged need not cost the others: what can be had of it is followed by a line
/// that says so, and reading goes on at the next. Not thread-safe; memory is bounded.
class GzipMembers : public ByteStream {
 public:
  /// `packed` must outlive this; `head` are its first bytes, which have been read already.
  GzipMembers(ByteStream& packed, std::string head);
  ~GzipMembers() override;
  GzipMembers(const GzipMembers&) = delete;
  GzipMembers& operator=(const GzipMembers&) = delete;
  std::string_view read() override;

  /// What stands in for the rest of a member that cannot be inflated.
  static constexpr std::string_view kDamaged = "\n(damaged gzip member)\n";

 private:
  bool more();
  bool find_member(std::size_t from);
  bool begin_member();
  std::string_view give_up();

  ByteStream& packed_;
  std::string input_;       // a little of what was inflated, and what is to be
  std::size_t at_ = 0;      // of the next byte to inflate
  std::size_t member_ = 0;  // where the member at hand begins, or may have begun
  z_stream stream_{};
  std::array<char, 64u << 10> output_{};
  bool inside_ = false;   // a member
  bool damaged_ = false;  // nothing was inflated since kDamaged
  int look_backs_ = 0;
};

}  // namespace news
