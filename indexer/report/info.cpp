// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/info.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "common/io/json_writer.hpp"

namespace news {
namespace {

struct Sums {
  std::uint64_t bytes = 0, deleted = 0, words = 0;
  std::uint64_t copies = 0;  // the earliest article of a story is none
  double share = 0;          // of copies among the articles
};

Sums sum_up(const Archive& archive) {
  Sums sums;
  for (const auto& s : archive.manifest.segments) {
    sums.deleted += s.deleted;
    sums.words += s.words;
  }
  for (const auto& [name, sum] : files_of(archive.manifest)) sums.bytes += sum.bytes;
  sums.copies = archive.stories.articles() - archive.stories.size();
  if (const std::uint64_t articles = archive.manifest.live_articles(); articles > 0)
    sums.share = static_cast<double>(sums.copies) / static_cast<double>(articles);
  return sums;
}

}  // namespace

std::string info_text(const Archive& archive) {
  const Manifest& m = archive.manifest;
  const Sums sums = sum_up(archive);
  const std::string stories =
      m.stories.empty() ? "not grouped yet: the next change does it"
                        : fmt::format("{} of {} articles, {} of them copies: {:.1f} % of all",
                                      archive.stories.size(), archive.stories.articles(),
                                      sums.copies, 100 * sums.share);
  return fmt::format(
      "articles   {}\nstories    {}\ndeleted    {}\nwords      {}\nsegments   {}\n"
      "bytes      {} ({:.1f} MB)\nrevision   {}, written {}\nuuid       {}\n",
      m.live_articles(), stories, sums.deleted, sums.words, m.segments.size(), sums.bytes,
      static_cast<double>(sums.bytes) / 1e6, m.revision, m.written, m.uuid);
}

std::string info_json(const Archive& archive) {
  const Manifest& m = archive.manifest;
  const Sums sums = sum_up(archive);
  JsonWriter out;
  out.begin_object().number("schema", 1).text("uuid", m.uuid).number("revision", m.revision);
  out.number("articles", m.live_articles());
  if (!m.stories.empty())
    out.number("stories", archive.stories.size())
        .number("story_articles", archive.stories.articles())
        .number("copies", sums.copies)
        .raw("copy_share", fmt::format("{:.4f}", sums.share));
  out.number("deleted", sums.deleted).number("words", sums.words);
  out.number("segments", m.segments.size()).number("bytes", sums.bytes);
  return out.text("written", m.written).end_object().end_line().take();
}

}  // namespace news
