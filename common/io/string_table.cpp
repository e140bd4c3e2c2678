// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/string_table.hpp"

#include "common/io/varint.hpp"

namespace news {

void add_string_table(SectionWriter& out, const std::string& name,
                      const std::vector<std::string_view>& sorted) {
  std::vector<std::uint32_t> starts;
  std::string bytes;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    std::size_t shared = 0;
    if (i % kStringBlock == 0) {
      starts.push_back(static_cast<std::uint32_t>(bytes.size()));
    } else {
      const auto previous = sorted[i - 1];
      const auto limit = std::min(previous.size(), sorted[i].size());
      while (shared < limit && previous[shared] == sorted[i][shared]) ++shared;
    }
    put_varint(bytes, shared);
    put_varint(bytes, sorted[i].size() - shared);
    bytes += sorted[i].substr(shared);
  }
  starts.push_back(static_cast<std::uint32_t>(bytes.size()));
  out.add_array(name + ".at", starts);
  out.add(name + ".str", std::move(bytes));
}

StringTable::StringTable(const SectionFile& file, const std::string& name, std::uint32_t count)
    : count_(count),
      starts_(file.array<std::uint32_t>(
          name + ".at", (std::size_t{count} + kStringBlock - 1) / kStringBlock + 1)),
      bytes_(file.section(name + ".str")),
      file_(&file) {}

std::string_view StringTable::block_bytes(std::uint32_t block) const {
  const std::uint32_t begin = starts_[block], end = starts_[block + 1];
  if (begin > end || end > bytes_.size())
    file_->damaged("string table", "has a block out of order");
  return bytes_.substr(begin, end - begin);
}

void StringTable::next(std::string_view& rest, std::string& current) const {
  std::uint64_t shared = 0, fresh = 0;
  if (!get_varint(rest, shared) || !get_varint(rest, fresh) || shared > current.size() ||
      fresh > rest.size())
    file_->damaged("string table", "has a broken string");
  current.resize(shared);
  current += rest.substr(0, fresh);
  rest.remove_prefix(fresh);
}

std::string StringTable::at(std::uint32_t index) const {
  std::string current;
  std::string_view rest = block_bytes(index / kStringBlock);
  for (std::uint32_t i = 0; i <= index % kStringBlock; ++i) next(rest, current);
  return current;
}

std::string_view StringTable::first_of(std::uint32_t block) const {
  std::string_view rest = block_bytes(block);
  std::uint64_t shared = 0, length = 0;
  if (!get_varint(rest, shared) || !get_varint(rest, length) || shared != 0 || length > rest.size())
    file_->damaged("string table", "has a broken string");
  return rest.substr(0, length);
}

std::uint32_t StringTable::lower_bound(std::string_view key, bool* equal) const {
  if (equal) *equal = false;
  std::uint32_t low = 0, high = static_cast<std::uint32_t>(starts_.size()) - 1;
  while (low < high) {  // the first block whose first string is greater than key
    const std::uint32_t middle = low + (high - low) / 2;
    if (first_of(middle) <= key)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return 0;
  std::uint32_t found = count_;
  scan((low - 1) * kStringBlock, [&](std::uint32_t index, std::string_view word) {
    if (word < key) return true;
    found = index;
    if (equal) *equal = word == key;
    return false;
  });
  return found;
}

std::optional<std::uint32_t> StringTable::find(std::string_view key) const {
  bool equal = false;
  const auto index = lower_bound(key, &equal);
  if (equal) return index;
  return std::nullopt;
}

}  // namespace news
