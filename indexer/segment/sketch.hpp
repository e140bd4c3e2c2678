// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article_set.hpp"
#include "common/archive/manifest.hpp"
#include "common/io/sections.hpp"

namespace news {

/// What is kept of an article's shingles: of the high halves of their hashes, ascending and
/// distinct, those of one shingle in 32, but the kMinSketch lowest in any case, so that short texts
/// have some too. Unlike MinHash values, such sketches tell whether one text holds another ("modulo
/// sketches" of Broder, 1997).
using Sketch = std::vector<std::uint32_t>;

inline constexpr std::uint32_t kSketchBound = (1u << 27) - 1;  ///< one in 32 is not above it
inline constexpr std::size_t kMinSketch = 8;

/// `words`: the word hashes of the text. O(words).
Sketch make_sketch(std::span<const std::uint64_t> words);

/// Of the article's hashes, all that are not above this are in its sketch.
std::uint32_t known_up_to(std::span<const std::uint32_t> sketch);

/// True if two articles with so many common hashes in their sketches may be copies. It depends on
/// the two alone, so that articles added one by one meet as if they came together. Half of the
/// similarity that copies have is asked for, since sketches are samples. O(log hashes).
bool may_be_copies(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                   std::size_t shared);

/// Appends a sketch as the file has it: varints, the first hash and then the differences.
void append_sketch(std::string& out, std::span<const std::uint32_t> sketch);

/// Writes a segment's `shingles`; `sketches`: of its articles by document id, from append_sketch.
FileSum write_sketches(const std::filesystem::path& path, const std::vector<std::string>& sketches);

/// The sketches of a segment, from its file or from memory. Const members are thread-safe.
class Sketches {
 public:
  /// `sketches`: of its articles by document id, from append_sketch.
  explicit Sketches(const std::vector<std::string>& sketches);
  /// Those of the segment's file. Nothing if it has none, as in archives of version 0.1, or one
  /// that was made by other numbers than ours and cannot be compared. Throws
  /// Error(ErrorCode::damaged).
  static std::optional<Sketches> open(const std::filesystem::path& directory,
                                      const SegmentInfo& info);

  /// Replaces `out`. Throws Error(ErrorCode::damaged). O(hashes).
  void read(DocId n, Sketch& out) const;

 private:
  Sketches() = default;

  std::vector<std::uint32_t> own_at_;
  std::string own_data_;
  std::optional<SectionFile> file_;  // else they are our own
  std::span<const std::uint32_t> file_at_;
  std::string_view file_data_;
};

/// What a segment's file of sketches is called.
inline constexpr const char* kSketchFile = "shingles";

}  // namespace news
