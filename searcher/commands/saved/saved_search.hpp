// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What is remembered of an article that was reported: hashes of its id and of what it said.
struct SeenArticle {
  std::uint64_t id = 0, content = 0;
  friend auto operator<=>(const SeenArticle&, const SeenArticle&) = default;  // NOLINT: no pointer
};

/// The syntax of a query that is plain words, any of which may match.
inline constexpr std::string_view kAnyWords = "any";

/// A query with a name, and the articles that it found when it was last asked.
struct SavedSearch {
  std::string query;
  std::string syntax;             ///< as --syntax calls it, or kAnyWords
  std::uint64_t revision = 0;     ///< of the archive when it was last asked
  std::vector<SeenArticle> seen;  ///< ascending

  enum class News : std::uint8_t { none, changed, fresh };
  /// Whether an article was not reported yet, or said something else then. O(log seen).
  News compare(const SeenArticle& article) const;
};

/// The most articles that a saved search remembers: 16 bytes each, 33 a line of its file.
inline constexpr std::size_t kMaxSeen = 4'000'000;

/// The file of a search, and back; ends with a checksum. Parsing throws Error(ErrorCode::damaged)
/// naming `file`.
std::string saved_search_text(const SavedSearch& search);
SavedSearch parse_saved_search(std::string_view text, const std::filesystem::path& file);

/// The searches saved for one archive: $XDG_STATE_HOME/newsarchive/searches/UUID/NAME, with
/// ~/.local/state for the variable when that is not set. They follow the archive when it moves.
class SavedSearches {
 public:
  /// `uuid`: of the archive. Throws Error(ErrorCode::usage) if no directory can be named.
  explicit SavedSearches(std::string_view uuid);
  /// Letters, digits, `.`, `_` and `-`, at most 64, a letter or digit first; throws
  /// Error(ErrorCode::usage) for other names.
  static void check_name(const std::string& name);
  bool has(const std::string& name) const;
  /// Throws Error(ErrorCode::usage) if there is none of that name, Error(ErrorCode::damaged) if it
  /// cannot be read.
  SavedSearch load(const std::string& name) const;
  /// Replaces the file at once, or not at all.
  void store(const std::string& name, const SavedSearch& search) const;
  void forget(const std::string& name) const;
  std::vector<std::string> names() const;  ///< ascending

 private:
  std::filesystem::path directory_;
};

}  // namespace news
