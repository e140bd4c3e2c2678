// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace news {

/// Reads lines from stdin: on a terminal by GNU readline, with history and completion, else as they
/// come. Readline is global: one object at a time, on the main thread.
class LineEditor {
 public:
  /// Whole lines that the line up to the cursor may become.
  using Completer = std::function<std::vector<std::string>(const std::string& line)>;
  /// `history`: a file, made with its directory when there is something to keep; read and written
  /// by the owner alone. What cannot be read or written is left.
  LineEditor(std::filesystem::path history, Completer completer);
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;
  ~LineEditor();
  /// The next line, without its end; nothing at the end of input. Ctrl-C drops the line begun.
  std::optional<std::string> read(const std::string& prompt);

 private:
  std::optional<std::string> edit(const std::string& prompt);
  std::filesystem::path history_;
  bool terminal_;
};

}  // namespace news
