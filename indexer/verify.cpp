// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify.hpp"

#include <fmt/format.h>

#include <set>

#include "common/archive/segment.hpp"
#include "indexer/keep.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

void check_file(const fs::path& path, const FileSum& expected, VerifyResult& result) {
  try {
    const FileSum found = sum_file(path);
    ++result.files;
    result.bytes += found.bytes;
    if (found.bytes != expected.bytes)
      result.problems.push_back(
          fmt::format("{}: {} bytes, should be {}", path.string(), found.bytes, expected.bytes));
    else if (found != expected)
      result.problems.push_back(path.string() + ": checksum does not match");
  } catch (const Error& e) {
    result.problems.emplace_back(e.what());
  }
}

void check_counts(const Segment& segment, VerifyResult& result) {
  const auto problem = [&](const std::string& what) {
    result.problems.push_back("segment " + segment.info().name + ": " + what);
  };
  if (segment.postings().get_doccount() != segment.articles())
    problem(fmt::format("postings count {} articles, the manifest {}",
                        segment.postings().get_doccount(), segment.articles()));
  std::uint64_t words = 0;
  std::vector<WordId> codes;
  for (Ordinal n = 0; n < segment.articles(); ++n) {
    const Article article = segment.article(n);
    const WordRecord record = segment.words(n);
    codes.clear();
    const bool whole = decode_codes(record.title, codes) &&
                       (words += codes.size(), codes.clear(), decode_codes(record.text, codes));
    if (!whole || codes.size() != segment.text_words()[n])
      problem(fmt::format("article {} ({}): its words do not count right", n, article.id));
    words += codes.size();
    if (segment.dates()[n] != pack_date(article.date))
      problem(fmt::format("article {} ({}): its date differs in the columns", n, article.id));
    if (!segment.find_id(article.id)) problem(fmt::format("article {} is not among the ids", n));
  }
  if (words != segment.info().words)
    problem(fmt::format("{} words, the manifest says {}", words, segment.info().words));
}

void find_orphans(const fs::path& archive, const std::set<std::string>& known,
                  VerifyResult& result) {
  for (const auto& name : list_files(archive)) {
    const bool old_manifest = name.starts_with("manifest-") || name.starts_with("tombstones-");
    if (!known.contains(name) && !old_manifest) result.orphans.push_back(name);
  }
}

VerifyResult verify_revision(const fs::path& path, const Manifest& manifest) {
  VerifyResult result;
  std::set<std::string> known{"CURRENT", "lock", manifest_name(manifest.revision)};
  for (const auto& [name, sum] : manifest.files) {
    known.insert(name);
    check_file(path / name, sum, result);
  }
  for (const auto& segment : manifest.segments)
    for (const auto& [name, sum] : segment.files) {
      known.insert("segments/" + segment.name + "/" + name);
      check_file(path / "segments" / segment.name / name, sum, result);
    }
  find_orphans(path, known, result);
  result.articles = manifest.live_articles();
  if (!result.problems.empty()) return result;
  try {
    const Archive archive(path);
    for (const auto& segment : archive.segments)
      with_xapian(path, [&] { check_counts(*segment, result); });
  } catch (const Error& e) {
    result.problems.emplace_back(e.what());
  }
  return result;
}

}  // namespace

VerifyResult verify_archive(const fs::path& path) {
  for (;;) {
    const Manifest manifest = read_manifest(path);
    VerifyResult result = verify_revision(path, manifest);
    // A writer may have gone on since, and removed what was being read.
    if (result.problems.empty() || read_manifest(path).revision == manifest.revision) return result;
  }
}

}  // namespace news
