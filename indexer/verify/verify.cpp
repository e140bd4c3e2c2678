// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify/verify.hpp"

#include <fmt/format.h>

#include <functional>
#include <set>

#include "common/archive/archive.hpp"
#include "common/archive/safety_copy.hpp"
#include "indexer/revise/prune.hpp"
#include "indexer/verify/deep_verify.hpp"
#include "indexer/verify/isolated_check.hpp"
#include "indexer/verify/story_check.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

void check_file(const fs::path& path, const FileSum& expected, const ReportProblem& report) {
  const FileSum found = sum_file(path);
  if (found.bytes != expected.bytes)
    report(fmt::format("{}: {} bytes, should be {}", path.string(), found.bytes, expected.bytes));
  else if (found != expected)
    report(path.string() + ": checksum does not match");
}

void check_copy_of_manifest(const fs::path& path, const ReportProblem& report) {
  const fs::path copy = safety_copy_of(path);
  if (!fs::exists(copy)) return;  // archives of version 0.1 have none
  if (read_safety_copy(path) != read_small_file(path, fs::file_size(path)))
    report(copy.string() + " is damaged");
}

void check_counts(const Segment& segment, const ReportProblem& report) {
  const auto problem = [&](const std::string& what) {
    report("segment " + segment.info().name + ": " + what);
  };
  if (segment.postings().get_doccount() != segment.articles())
    problem(fmt::format("postings count {} articles, the manifest {}",
                        segment.postings().get_doccount(), segment.articles()));
  std::uint64_t words = 0;
  std::vector<WordId> codes;
  for (DocId n = 0; n < segment.articles(); ++n) {
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
    const bool earlier = name.starts_with("manifest-") || name.starts_with("tombstones-") ||
                         name.starts_with("stories-");
    if (!known.contains(name) && !earlier) result.orphans.push_back(name);
  }
}

VerifyResult verify_revision(const fs::path& path, const Manifest& manifest,
                             const VerifyOptions& options) {
  VerifyResult result;
  const auto isolated = [&](const std::string& what,
                            const std::function<void(const ReportProblem&)>& check) {
    const auto problems = run_isolated(what, check);
    result.problems.insert(result.problems.end(), problems.begin(), problems.end());
    return problems.empty();
  };
  const std::string name = manifest_name(manifest.revision);
  std::set<std::string> known{"CURRENT", "lock", name, safety_copy_of(name)};
  isolated(name, [&](const ReportProblem& report) { check_copy_of_manifest(path / name, report); });
  for (const auto& entry : files_of(manifest)) {
    const auto check = [&](const ReportProblem& report) {
      check_file(path / entry.first, entry.second, report);
    };
    known.insert(entry.first);
    if (!isolated(entry.first, check)) continue;
    ++result.files;
    result.bytes += entry.second.bytes;
  }
  find_orphans(path, known, result);
  result.articles = manifest.live_articles();
  if (!result.problems.empty()) return result;
  isolated(path.string(), [&](const ReportProblem& report) {
    const Archive archive(path);
    for (const auto& segment : archive.segments)
      with_xapian(path, [&] { check_counts(*segment, report); });
    check_stories(archive, report);
  });
  if (!options.deep || !result.problems.empty()) return result;
  for (const auto& segment : manifest.segments)
    isolated("segment " + segment.name, [&](const ReportProblem& report) {
      verify_deep(path, segment, options.threads, report);
    });
  if (result.problems.empty())
    isolated(manifest.stories, [&](const ReportProblem& report) {
      check_stories_deep(path, manifest, options.threads, report);
    });
  return result;
}

}  // namespace

VerifyResult verify_archive(const fs::path& path, const VerifyOptions& options) {
  for (;;) {
    const Manifest manifest = read_manifest(path);
    VerifyResult result = verify_revision(path, manifest, options);
    // A writer may have gone on since, and removed what was being read.
    if (result.problems.empty() || read_manifest(path).revision == manifest.revision) return result;
  }
}

}  // namespace news
