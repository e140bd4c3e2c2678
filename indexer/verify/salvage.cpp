// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify/salvage.hpp"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "common/error.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

MappedFile map_as_it_is(const fs::path& path) {
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  return error ? MappedFile() : MappedFile(path, bytes);
}

/// Nothing when its directory is broken.
std::optional<SectionFile> open_sections(const fs::path& path) {
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  if (error) return std::nullopt;
  try {
    return SectionFile(path, bytes);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Empty when there is none of that size.
template <typename T>
std::span<const T> array_or_none(const std::optional<SectionFile>& file, const char* name,
                                 std::size_t count) {
  try {
    if (file) return file->array<T>(name, count);
  } catch (const Error&) {
  }
  return {};
}

/// The n pieces of `bytes`: each after the one before, or, when nothing whole is there, where the
/// index says; the other way round if the index is sound. `size` tells how long the piece is that
/// some bytes begin with, 0: none.
template <typename Size>
std::vector<std::string_view> find_pieces(std::string_view bytes, std::size_t n,
                                          std::span<const std::uint64_t> at, bool at_sound,
                                          Size size) {
  std::vector<std::string_view> pieces(n);
  std::uint64_t end = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t stated = at.empty() ? end : at[i];
    for (const std::uint64_t begin : {at_sound ? stated : end, at_sound ? end : stated}) {
      if (begin > bytes.size()) continue;
      const std::string_view rest = bytes.substr(begin);
      const std::size_t length = size(rest);
      if (length == 0 || length > rest.size()) continue;
      pieces[i] = rest.substr(0, length);
      break;
    }
    if (!pieces[i].empty())
      end = static_cast<std::uint64_t>(pieces[i].data() - bytes.data()) + pieces[i].size();
  }
  return pieces;
}

}  // namespace

Salvage::Salvage(const fs::path& archive, const SegmentInfo& info,
                 std::shared_ptr<const Dictionary> dictionary, const std::set<std::string>& damaged)
    : info_(info),
      path_(archive / "segments" / info.name),
      dictionary_(std::move(dictionary)),
      index_sound_(!damaged.contains("articles.idx")),
      words_sound_(!damaged.contains("words.etdc")),
      word_index_sound_(!damaged.contains("words.idx")),
      lexicon_sound_(!damaged.contains("lexicon")),
      article_data_(map_as_it_is(path_ / "articles.zst")),
      word_data_(map_as_it_is(path_ / "words.etdc")),
      article_index_(open_sections(path_ / "articles.idx")),
      word_index_(open_sections(path_ / "words.idx")) {
  lexicon_.emplace(path_ / "lexicon", fs::file_size(path_ / "lexicon"), info.languages);
  content_ = array_or_none<std::uint64_t>(article_index_, "content", info.articles);
  record_ = array_or_none<std::uint64_t>(article_index_, "record", info.articles);
  word_check_ = array_or_none<std::uint32_t>(word_index_, "check", info.articles);
  find_frames();
  find_words();
}

void Salvage::find_frames() {
  const auto at =
      array_or_none<std::uint64_t>(article_index_, "at", std::size_t{info_.articles} + 1);
  frames_ = find_pieces(article_data_.bytes(), info_.articles, at, index_sound_, Codec::frame_size);
}

void Salvage::find_words() {
  const auto at = array_or_none<std::uint64_t>(word_index_, "at", std::size_t{info_.articles} + 1);
  words_ = find_pieces(word_data_.bytes(), info_.articles, at, word_index_sound_, word_record_size);
}

std::string_view Salvage::words_of(DocId n, bool& proved) const {
  const bool checked = word_index_sound_ && !word_check_.empty() &&
                       static_cast<std::uint32_t>(xxh3(words_[n])) == word_check_[n];
  proved = words_sound_ || checked;
  return words_[n];
}

std::optional<StoredArticle> Salvage::article(DocId n) const {
  if (frames_[n].empty()) return std::nullopt;
  try {
    bool proved = false;
    WordRecord words;
    if (!split_word_record(words_of(n, proved), words)) return std::nullopt;
    Codec codec(dictionary_);
    StoredArticle out{compose_article(codec.decompress(frames_[n]), words, *lexicon_), 0};
    const bool same = !content_.empty() && content_hash(out.article) == content_[n];
    if (!same && (index_sound_ || !proved || !lexicon_sound_)) return std::nullopt;
    if (index_sound_) out.record = record_[n];
    return out;
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::string Salvage::describe(DocId n) const {
  std::string out = fmt::format("article {} of segment {}", n, info_.name);
  try {
    Codec codec(dictionary_);
    const Article a = decode_record(codec.decompress(frames_[n])).article;
    return out + fmt::format(": id {}, {}, {}, record {} of {}", a.id, format_date(a.date),
                             a.source.empty() ? "no source" : a.source, a.from.record, a.from.file);
  } catch (const Error&) {
  }
  WordRecord words;
  std::vector<WordId> title;
  if (split_word_record(words_[n], words) && decode_codes(words.title, title)) {
    out += ": its title had the words";
    try {
      for (const WordId id : title) out += " " + lexicon_->word(id);
    } catch (const Error&) {
      out += " …";
    }
  }
  return out;
}

std::vector<std::uint64_t> Salvage::retired_keys() const {
  if (!index_sound_ || !article_index_ || !article_index_->has("retired")) return {};
  const auto keys = article_index_->array<std::uint64_t>("retired");
  return {keys.begin(), keys.end()};
}

}  // namespace news
