// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/schema.hpp"
#include "common/article.hpp"

namespace news {

/// The fields of an article but title and text: (tag byte, varint length, bytes) each
/// (docs/FORMAT.md, "Article records").
std::string encode_fields(const Article& article);
/// Appends one more field; nothing when `bytes` is empty.
void append_field(std::string& record, StoredField tag, std::string_view bytes);

struct ArticleRecord {
  Article article;  ///< without title and text
  std::string_view title_surface, text_surface;
};
/// Throws Error(ErrorCode::damaged) on anything that encode_fields and append_field do not write.
/// The surfaces are parts of `record`.
ArticleRecord decode_record(std::string_view record);

/// A hash of what the article says (all fields but the provenance): equal hashes mean identical
/// articles.
std::uint64_t content_hash(const Article& article);

/// The zstd side of the article store: a compressor or decompressor with a shared dictionary.
/// The dictionary is immutable and shared between threads; a Compressor belongs to one thread.
class Dictionary {
 public:
  /// `bytes` may be empty: no dictionary. `level` is zstd's.
  Dictionary(std::string bytes, int level);
  ~Dictionary();
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;
  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Trains a dictionary of at most `size` bytes on sample records; "" when there is too little to
/// learn from (zstd's fastCover, O(sample)).
std::string train_dictionary(const std::vector<std::string>& samples, std::size_t size);

class Codec {
 public:
  explicit Codec(std::shared_ptr<const Dictionary> dictionary);
  ~Codec();
  Codec(const Codec&) = delete;
  Codec& operator=(const Codec&) = delete;
  /// One zstd frame with content checksum. The view is valid until the next call.
  std::string_view compress(std::string_view record);
  /// Checks the frame's checksum. Throws Error(ErrorCode::damaged).
  std::string decompress(std::string_view frame);
  /// Bytes of the frame that `bytes` begins with; 0 when it does not begin with a whole one.
  static std::size_t frame_size(std::string_view bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
