// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/splitter.hpp"

namespace news {

/// What a record's header says of its length.
struct RecordHead {
  std::size_t bytes = 0;    ///< of the header
  std::uint64_t block = 0;  ///< bytes that follow it
  std::string fault = {};   ///< why nobody knows; empty if all is well
};

/// A header of that many bytes, and the length of the block as it stands there.
RecordHead read_record_length(std::size_t bytes, std::string_view length);

/// How records are recognised in a kind of web archive. Immutable, thread-safe.
class CrawlSyntax {
 public:
  virtual ~CrawlSyntax() = default;
  enum class Answer { no, yes, unknown };
  /// Whether a record begins with `text`; unknown if that depends on what comes after it, which is
  /// never so of 32 KiB.
  virtual Answer begins(std::string_view text) const = 0;
  /// The header of the record that `text` begins with; nullopt if more of it must be seen, which is
  /// never so if `ended`, and of 1 MiB.
  virtual std::optional<RecordHead> head(std::string_view text, bool ended) const = 0;
  /// Line ends after a record, which say that its length is right.
  virtual std::size_t line_ends() const = 0;
};

/// Cuts a web archive into records, header and block each. One whose length is wrong, and bytes
/// that belong to none, are rejected; it goes on with the next line that begins a record.
/// `syntax` must outlive this.
std::unique_ptr<Splitter> split_crawl(Window& window, std::size_t most, const CrawlSyntax& syntax);

}  // namespace news
