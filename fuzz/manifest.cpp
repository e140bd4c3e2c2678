// SPDX-License-Identifier: GPL-2.0-or-later
// Reads any bytes as a manifest; no name in one that is accepted leads out of the archive.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "common/archive/manifest.hpp"
#include "common/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fs = std::filesystem;
  try {
    const auto manifest =
        news::parse_manifest(std::string(reinterpret_cast<const char*>(data), size), "manifest");
    static_cast<void>(manifest.live_articles());
    auto files = news::files_of(manifest);
    files[manifest.tombstones];
    for (const auto& segment : manifest.segments) files[segment.dictionary];
    for (const auto& [name, sum] : files) {
      const fs::path path = (fs::path("archive") / name).lexically_normal();
      if (path.begin()->string() != "archive" || name.find('\0') != name.npos) std::abort();
    }
  } catch (const news::Error&) {
  }
  return 0;
}
