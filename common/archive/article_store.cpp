// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/article_store.hpp"

#include <algorithm>

#include "common/error.hpp"
#include "common/io/varint.hpp"

namespace news {

namespace fs = std::filesystem;

std::uint64_t size_of(const SegmentInfo& info, const std::string& file) {
  const auto it = info.files.find(file);
  if (it == info.files.end())
    throw Error(ErrorCode::damaged, "segment " + info.name + " has no file '" + file + "'");
  return it->second.bytes;
}

bool split_word_record(std::string_view bytes, WordRecord& out) {
  std::uint64_t title = 0, text = 0;
  if (!get_varint(bytes, title) || !get_varint(bytes, text) || title > bytes.size() ||
      text > bytes.size() - title)
    return false;
  out = {bytes.substr(0, title), bytes.substr(title, text), bytes.substr(title + text)};
  return true;
}

std::size_t word_record_size(std::string_view bytes) {
  WordRecord record;
  if (!split_word_record(bytes, record)) return 0;
  // Only the last byte of a code has its high bit set.
  auto words = static_cast<std::uint64_t>(std::count_if(record.text.begin(), record.text.end(),
                                                        [](char c) { return (c & 0x80) != 0; }));
  std::string_view rest = record.bounds;
  while (words > 0) {
    std::uint64_t sentence = 0;
    if (!get_varint(rest, sentence) || sentence >> 1 > words || sentence >> 1 == 0) return 0;
    words -= sentence >> 1;
  }
  return bytes.size() - rest.size();
}

Article compose_article(std::string_view bytes, const WordRecord& words, const Lexicon& lexicon,
                        WordRanges* ranges) {
  ArticleRecord record = decode_record(bytes);
  const auto usual = [&](WordId id) { return lexicon.usual_form(id); };
  std::vector<WordId> ids;
  const auto write = [&](std::string_view codes, std::string_view surface,
                         std::vector<WordRange>* places) -> std::string {
    ids.clear();
    if (surface.empty()) return {};
    if (!decode_codes(codes, ids)) detail::broken_surface();
    return write_text(ids, surface, usual, places);
  };
  record.article.title =
      write(words.title, record.title_surface, ranges ? &ranges->title : nullptr);
  record.article.text = write(words.text, record.text_surface, ranges ? &ranges->text : nullptr);
  return std::move(record.article);
}

ArticleStore::ArticleStore(const fs::path& archive, const SegmentInfo& info,
                           std::shared_ptr<const Dictionary> dictionary)
    : info_(info),
      path_(archive / "segments" / info.name),
      codec_(new Codec(std::move(dictionary))) {
  const std::size_t n = info.articles;
  article_data_ = MappedFile(path_ / "articles.zst", size_of(info, "articles.zst"));
  word_data_ = MappedFile(path_ / "words.etdc", size_of(info, "words.etdc"));
  article_index_ = SectionFile(path_ / "articles.idx", size_of(info, "articles.idx"));
  word_index_ = SectionFile(path_ / "words.idx", size_of(info, "words.idx"));
  lexicon_ = std::make_unique<Lexicon>(path_ / "lexicon", size_of(info, "lexicon"), info.languages);
  article_at_ = article_index_.array<std::uint64_t>("at", n + 1);
  content_ = article_index_.array<std::uint64_t>("content", n);
  record_ = article_index_.array<std::uint64_t>("record", n);
  if (article_index_.has("retired"))
    retired_ = article_index_.array<std::uint64_t>("retired", SectionFile::kAny);
  word_at_ = word_index_.array<std::uint64_t>("at", n + 1);
  word_check_ = word_index_.array<std::uint32_t>("check", n);
}

std::string_view ArticleStore::record(const MappedFile& data, std::span<const std::uint64_t> at,
                                      DocId n) const {
  if (n >= info_.articles || at[n] > at[n + 1] || at[n + 1] > data.bytes().size())
    throw_damaged(path_.string(), "article " + std::to_string(n) + " lies outside its file");
  return data.bytes().substr(at[n], at[n + 1] - at[n]);
}

std::string_view ArticleStore::article_frame(DocId n) const {
  return record(article_data_, article_at_, n);
}

Article ArticleStore::fields(DocId n) const {
  return decode_record(codec_->decompress(article_frame(n))).article;
}

Article ArticleStore::article(DocId n, WordRanges* ranges) const {
  Article article =
      compose_article(codec_->decompress(article_frame(n)), words(n), *lexicon_, ranges);
  if (kChecked && content_hash(article) != content_[n])
    throw_damaged(path_.string(), "article " + std::to_string(n) + " does not match its checksum");
  return article;
}

WordRecord ArticleStore::words(DocId n) const {
  const std::string_view bytes = record(word_data_, word_at_, n);
  WordRecord out;
  const bool sound = !kChecked || static_cast<std::uint32_t>(xxh3(bytes)) == word_check_[n];
  if (!sound || !split_word_record(bytes, out))
    throw_damaged(path_.string() + "/words.etdc",
                  "the words of article " + std::to_string(n) + " are damaged");
  return out;
}

void ArticleStore::prefetch_words(DocId n) const {
  const std::string_view bytes = record(word_data_, word_at_, n);
  for (std::size_t line = 0; line < std::min<std::size_t>(bytes.size(), 2048); line += 64)
    __builtin_prefetch(bytes.data() + line);
}

ArticleStore::WordForms ArticleStore::word_forms(DocId n, std::size_t title_words,
                                                 std::size_t text_words) const {
  WordForms out{std::make_unique<const std::string>(codec_->decompress(article_frame(n))), {}, {}};
  const ArticleRecord record = decode_record(*out.record);
  const auto read = [](std::string_view surface, std::size_t words, auto& steps) {
    if (words == 0) return;
    detail::SurfaceReader reader(surface);
    steps.emplace_back(0, reader.next(false));
    for (std::uint32_t i = 1; i < words; ++i) {
      i += reader.skip_run(static_cast<std::uint32_t>(words) - i);
      if (i < words) steps.emplace_back(i, reader.next(false));
    }
  };
  read(record.title_surface, title_words, out.title);
  read(record.text_surface, text_words, out.text);
  return out;
}

std::string ArticleStore::word_form(const WordForms& forms, bool title, std::size_t position,
                                    WordId id) const {
  const auto& steps = title ? forms.title : forms.text;
  const auto found = std::lower_bound(steps.begin(), steps.end(), position,
                                      [](const auto& s, std::size_t at) { return s.first < at; });
  if (found == steps.end() || found->first != position)
    return std::string(lexicon_->usual_form(id));
  if (found->second.form == 3) return std::string(found->second.literal);
  std::string out;
  detail::append_form(out, lexicon_->usual_form(id), found->second);
  return out;
}

}  // namespace news
