// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/sections.hpp"

#include <array>

#include "common/error.hpp"

namespace news {
namespace {

constexpr std::string_view kMagic = "NEWSSECT";
constexpr std::size_t kHeader = 16, kEntry = 32, kName = 16;

template <typename T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
T get(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::size_t align(std::size_t n) {
  return (n + 7) & ~std::size_t{7};
}

}  // namespace

void SectionWriter::add(std::string name, std::string bytes) {
  sections_.emplace_back(std::move(name), std::move(bytes));
}

FileSum SectionWriter::write(const std::filesystem::path& path) const {
  std::string head(kMagic);
  put(head, kSectionFormat);
  put(head, static_cast<std::uint32_t>(sections_.size()));
  std::size_t at = kHeader + kEntry * sections_.size();
  for (const auto& [name, bytes] : sections_) {
    head.append(name).append(kName - name.size(), '\0');
    put(head, static_cast<std::uint64_t>(at));
    put(head, static_cast<std::uint64_t>(bytes.size()));
    at = align(at + bytes.size());
  }
  OutputFile out(path);
  out.write(head);
  for (const auto& [name, bytes] : sections_) {
    out.write(bytes);
    out.write(std::string(align(bytes.size()) - bytes.size(), '\0'));
  }
  return out.finish();
}

SectionFile::SectionFile(const std::filesystem::path& path, std::uint64_t expected_bytes)
    : path_(path.string()), map_(path, expected_bytes) {
  const auto bytes = map_.bytes();
  if (bytes.size() < kHeader || bytes.substr(0, kMagic.size()) != kMagic)
    damaged("header", "is not that of a section file");
  if (get<std::uint32_t>(bytes, 8) != kSectionFormat)
    throw Error(ErrorCode::unreadable,
                path_ + " has format " + std::to_string(get<std::uint32_t>(bytes, 8)) +
                    ", this program reads " + std::to_string(kSectionFormat),
                "Use the version of the program that wrote the archive.");
  const std::size_t count = get<std::uint32_t>(bytes, 12);
  if (count > (bytes.size() - kHeader) / kEntry) damaged("directory", "is longer than the file");
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = kHeader + i * kEntry;
    std::string_view name = bytes.substr(entry, kName);
    name = name.substr(0, name.find('\0'));
    const auto offset = get<std::uint64_t>(bytes, entry + kName);
    const auto size = get<std::uint64_t>(bytes, entry + kName + 8);
    if (offset % 8 != 0 || offset > bytes.size() || size > bytes.size() - offset)
      damaged(name, "lies outside the file");
    sections_.emplace(name, bytes.substr(offset, size));
  }
}

std::string_view SectionFile::section(std::string_view name) const {
  const auto it = sections_.find(name);
  if (it == sections_.end()) damaged(name, "is missing");
  return it->second;
}

void SectionFile::damaged(std::string_view section, std::string_view why) const {
  throw_damaged(path_, "section '" + std::string(section) + "' " + std::string(why));
}

}  // namespace news
