// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/safety_copy.hpp"

#include <memory>
#include <system_error>

#include "common/archive/article_codec.hpp"
#include "common/error.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr int kLevel = 3;  // higher ones save nothing worth the time

Codec frames() {
  return Codec(std::make_shared<Dictionary>("", kLevel));
}

}  // namespace

fs::path safety_copy_of(const fs::path& file) {
  return file.string() + ".copy";
}

FileSum write_safety_copy(const fs::path& file) {
  const MappedFile original(file, fs::file_size(file));
  Codec codec = frames();
  const fs::path path = safety_copy_of(file);
  fs::remove(path);  // an interrupted run may have left one
  OutputFile out(path);
  out.write(codec.compress(original.bytes()));
  return out.finish();
}

std::optional<std::string> read_safety_copy(const fs::path& file) {
  const fs::path path = safety_copy_of(file);
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  if (error) return std::nullopt;
  try {
    Codec codec = frames();
    return codec.decompress(MappedFile(path, bytes).bytes());
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace news
