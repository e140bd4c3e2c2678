// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/raw_record.hpp"

#include <algorithm>
#include <filesystem>

#include "common/error.hpp"
#include "common/io/member_stack.hpp"
#include "common/io/sha256.hpp"

namespace news {
namespace {

using std::filesystem::is_regular_file;

[[noreturn]] void gone(const Provenance& from, const std::string& why) {
  throw Error(ErrorCode::not_found, from.file + ": " + why,
              "The archive keeps where a record was, not its bytes; the article itself is whole.");
}

// The path of the file on disk: what stands before a '!' that names a file.
std::string outer_path(const std::string& file) {
  std::error_code ignored;
  for (auto at = file.find('!'); at != file.npos; at = file.find('!', at + 1))
    if (const std::string path = file.substr(0, at); is_regular_file(path, ignored)) return path;
  return file;
}

std::string read_at(Window& window, std::uint64_t offset, std::uint64_t bytes) {
  while (window.offset() < offset) {
    const auto here = window.view().size();
    if (here == 0 && !window.fill()) return {};
    window.consume(std::min<std::uint64_t>(window.view().size(), offset - window.offset()));
  }
  while (window.view().size() < bytes && window.fill()) {
  }
  return std::string(window.view().substr(0, bytes));
}

}  // namespace

std::string read_raw_record(const Provenance& from) {
  if (from.bytes == 0 || from.sha256.empty() || from.file.empty())
    gone(from, "nobody knows which bytes the article was made of");
  if (from.file == "-" || from.file.starts_with("-!"))
    gone(from, "the article came through standard input");
  const std::string path = outer_path(from.file);
  std::error_code ignored;
  if (!is_regular_file(path, ignored)) gone(from, "no such file any more");
  MemberStack stack;
  try {
    stack.open(path, path);
    while (stack.next()) {
      if (stack.name() != from.file) continue;
      std::string raw = read_at(*stack.window(), from.offset, from.bytes);
      if (sha256(raw) == from.sha256) return raw;
      gone(from, "has changed since it was indexed");
    }
  } catch (const StreamError& e) {
    gone(from, std::string("cannot be read: ") + e.what());
  }
  gone(from, "has no such member any more");
}

}  // namespace news
