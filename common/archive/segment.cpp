// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/segment.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace news {

namespace fs = std::filesystem;

Segment::Segment(const fs::path& archive, const SegmentInfo& info,
                 std::shared_ptr<const Dictionary> dictionary, const std::set<DocId>& deleted)
    : ArticleStore(archive, info, std::move(dictionary)) {
  const std::size_t n = info.articles;
  live_ = ArticleSet::all(info.articles);
  for (const DocId dead : deleted) live_.remove(dead);
  column_file_ = SectionFile(path() / "columns", size_of(info, "columns"));
  id_file_ = SectionFile(path() / "ids", size_of(info, "ids"));
  lists_ = std::make_unique<ListFile>(path() / "lists", size_of(info, "lists"), info.articles);
  dates_ = column_file_.array<std::int64_t>("date", n);
  text_words_ = column_file_.array<std::uint32_t>("words", n);
  lengths_ = column_file_.array<std::uint32_t>("length", n);
  id_hash_ = id_file_.array<std::uint64_t>("hash", n);
  id_doc_ids_ = id_file_.array<std::uint32_t>("ordinal", n);
  id_rank_ = id_file_.array<std::uint32_t>("rank", n);
  by_url_ = id_file_.array<std::uint32_t>("url", n);
  for (const auto& column : kColumns) {
    auto& data = columns_[static_cast<std::size_t>(column.column)];
    const std::string name(column.name);
    const auto count = column_file_.array<std::uint32_t>(name + ".n", 1)[0];
    data.values = StringTable(column_file_, name, count);
    data.codes =
        column_file_.array<std::uint32_t>(name, column.multi_valued ? SectionFile::kAny : n);
    if (column.multi_valued) data.starts = column_file_.array<std::uint32_t>(name + ".of", n + 1);
  }
  postings_ = with_xapian(path(), [&] {
    return Xapian::Database((path() / "postings").string(), Xapian::DB_BACKEND_GLASS);
  });
}

std::uint64_t Segment::total_length() const {
  if (info().deleted == 0) return column_file_.array<std::uint64_t>("length.sum", 1)[0];
  if (!total_length_) {
    std::uint64_t sum = 0;
    live_.for_each([&](DocId n) { sum += lengths_[n]; });
    total_length_ = sum;
  }
  return *total_length_;
}

std::span<const std::uint32_t> Segment::codes(Column c, DocId n) const {
  const auto& data = columns_[static_cast<std::size_t>(c)];
  if (data.starts.empty()) return data.codes.subspan(n, 1);
  const std::uint32_t begin = data.starts[n], end = data.starts[n + 1];
  if (begin > end || end > data.codes.size()) column_file_.damaged("author", "is out of order");
  return data.codes.subspan(begin, end - begin);
}

std::vector<std::uint64_t> Segment::id_hashes() const {
  std::vector<std::uint64_t> out(articles());
  for (std::size_t i = 0; i < id_hash_.size(); ++i)
    if (id_doc_ids_[i] < out.size()) out[id_doc_ids_[i]] = id_hash_[i];
  return out;
}

std::vector<DocId> Segment::find_versions(std::string_view id) const {
  const std::uint64_t hash = xxh3(id);
  const auto [first, last] = std::equal_range(id_hash_.begin(), id_hash_.end(), hash);
  std::vector<DocId> found;
  for (auto it = first; it != last; ++it) {
    const DocId n = id_doc_ids_[static_cast<std::size_t>(it - id_hash_.begin())];
    if (n < articles() && fields(n).id == id) found.push_back(n);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<DocId> Segment::find_id(std::string_view id) const {
  const auto versions = find_versions(id);
  if (versions.empty()) return std::nullopt;
  return versions.back();  // a later article replaces an earlier one
}

std::span<const DocId> Segment::find_url(std::string_view prefix) const {
  const auto beginning = [&](DocId n) { return fields(n).url.substr(0, prefix.size()); };
  const auto first = std::partition_point(by_url_.begin(), by_url_.end(),
                                          [&](DocId n) { return beginning(n) < prefix; });
  const auto last =
      std::partition_point(first, by_url_.end(), [&](DocId n) { return beginning(n) == prefix; });
  return {first, last};
}

}  // namespace news
