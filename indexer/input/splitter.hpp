// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/io/stream.hpp"
#include "indexer/input/fields.hpp"
#include "indexer/input/reader.hpp"

namespace news {

/// Cuts one file into records. Holds at most one record and one block in memory.
class Splitter {
 public:
  Splitter(Window& window, std::size_t most) : window_(window), most_(most) {}
  virtual ~Splitter() = default;
  /// Fills bytes (or the reason of a rejection), record number and offset; false at the end.
  /// Throws StreamError when the file breaks off.
  virtual bool next(RawRecord& record) = 0;
  /// Number of the last record given.
  std::uint64_t count() const { return count_; }

 protected:
  /// Starts a record that begins where the window does.
  void begin(RawRecord& record);
  /// Copies `bytes` with room for the parser's look-ahead, so that it need not copy again.
  static void keep(RawRecord& record, std::string_view bytes);
  static bool reject(RawRecord& record, std::string reason, std::string detail = {});
  /// The same for what was never meant to be an article.
  static bool skip(RawRecord& record, std::string detail);
  /// Consumes up to and including the next newline, holding nothing.
  void skip_line();

  Window& window_;
  const std::size_t most_;  ///< bytes a record may have

 private:
  std::uint64_t count_ = 0;
};

std::unique_ptr<Splitter> split_json_lines(Window& window, std::size_t most);

/// Objects one after the other, elements of arrays, or, if `wrapper` is not empty, elements of the
/// array that the outer object has under this key (spelt as in the file).
std::unique_ptr<Splitter> split_json_document(Window& window, std::size_t most,
                                              std::string wrapper);

std::unique_ptr<Splitter> split_whole_file(Window& window, std::size_t most);

/// A splitter and the parser of its records.
struct FileReader {
  std::unique_ptr<Splitter> splitter;
  std::shared_ptr<const RecordParser> parser;
  std::string header = {};  ///< bytes outside the records that decide how they are read
};

}  // namespace news
