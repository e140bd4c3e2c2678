// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/segment.hpp"

#include <algorithm>
#include <numeric>

#include "common/io/varint.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

std::uint64_t size_of(const SegmentInfo& info, const std::string& file) {
  const auto it = info.files.find(file);
  if (it == info.files.end())
    throw Error(Exit::damaged, "segment " + info.name + " has no file '" + file + "'",
                "Run 'indexer verify' on the archive.");
  return it->second.bytes;
}

}  // namespace

Lexicon::Lexicon(const fs::path& path, std::uint64_t bytes,
                 const std::vector<std::string>& languages)
    : file_(path, bytes) {
  const auto counts = file_.array<std::uint32_t>("counts", 2);
  pair_words_ = counts[1];
  words_ = StringTable(file_, "words", counts[0]);
  rank_of_ = file_.array<WordId>("rank", counts[0]);
  index_of_ = file_.array<std::uint32_t>("index", counts[0]);
  usual_at_ = file_.array<std::uint32_t>("usual.at", std::size_t{counts[0]} + 1);
  usual_ = file_.section("usual");
  for (const auto& language : languages) {
    if (language.empty()) continue;
    Stems s;
    const std::string name = "stem-" + language;
    s.starts = file_.array<std::uint32_t>(name + ".of");
    if (s.starts.empty()) file_.damaged(name, "is empty");
    s.stems = StringTable(file_, name, static_cast<std::uint32_t>(s.starts.size() - 1));
    s.members = file_.array<WordId>(name + ".in");
    stems_.emplace_back(language, s);
  }
}

std::optional<WordId> Lexicon::find(std::string_view folded) const {
  const auto index = words_.find(folded);
  if (!index) return std::nullopt;
  return rank_of_[*index];
}

std::string Lexicon::word(WordId id) const {
  if (id >= size() || index_of_[id] >= size()) file_.damaged("index", "has a word out of range");
  return words_.at(index_of_[id]);
}

std::vector<WordId> Lexicon::stem_class(std::string_view language, std::string_view stem) const {
  for (const auto& [name, s] : stems_) {
    if (name != language) continue;
    const auto index = s.stems.find(stem);
    if (!index) break;
    const std::uint32_t begin = s.starts[*index], end = s.starts[*index + 1];
    if (begin > end || end > s.members.size()) file_.damaged("stems", "has a class out of range");
    return {s.members.begin() + begin, s.members.begin() + end};
  }
  if (const auto id = find(stem)) return {*id};
  return {};
}

Segment::Segment(const fs::path& archive, const SegmentInfo& info,
                 std::shared_ptr<const Dictionary> dictionary, const std::set<Ordinal>& deleted)
    : info_(info),
      path_(archive / "segments" / info.name),
      codec_(new Codec(std::move(dictionary))) {
  const std::size_t n = info.articles;
  live_ = ArticleSet::all(info.articles);
  for (const Ordinal dead : deleted) live_.remove(dead);
  article_data_ = MappedFile(path_ / "articles.zst", size_of(info, "articles.zst"));
  word_data_ = MappedFile(path_ / "words.etdc", size_of(info, "words.etdc"));
  article_index_ = SectionFile(path_ / "articles.idx", size_of(info, "articles.idx"));
  word_index_ = SectionFile(path_ / "words.idx", size_of(info, "words.idx"));
  column_file_ = SectionFile(path_ / "columns", size_of(info, "columns"));
  id_file_ = SectionFile(path_ / "ids", size_of(info, "ids"));
  lexicon_ = std::make_unique<Lexicon>(path_ / "lexicon", size_of(info, "lexicon"), info.languages);
  lists_ = std::make_unique<ListFile>(path_ / "lists", size_of(info, "lists"), info.articles);
  article_at_ = article_index_.array<std::uint64_t>("at", n + 1);
  content_ = article_index_.array<std::uint64_t>("content", n);
  record_ = article_index_.array<std::uint64_t>("record", n);
  if (article_index_.has("retired"))
    retired_ = article_index_.array<std::uint64_t>("retired", SectionFile::kAny);
  word_at_ = word_index_.array<std::uint64_t>("at", n + 1);
  word_check_ = word_index_.array<std::uint32_t>("check", n);
  dates_ = column_file_.array<std::int64_t>("date", n);
  text_words_ = column_file_.array<std::uint32_t>("words", n);
  lengths_ = column_file_.array<std::uint32_t>("length", n);
  id_hash_ = id_file_.array<std::uint64_t>("hash", n);
  id_ordinal_ = id_file_.array<std::uint32_t>("ordinal", n);
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
  postings_ = with_xapian(path_, [&] {
    return Xapian::Database((path_ / "postings").string(), Xapian::DB_BACKEND_GLASS);
  });
}

std::string_view Segment::record(const MappedFile& data, std::span<const std::uint64_t> at,
                                 Ordinal n) const {
  if (n >= info_.articles || at[n] > at[n + 1] || at[n + 1] > data.bytes().size())
    throw Error(Exit::damaged,
                path_.string() + ": article " + std::to_string(n) + " lies outside its file",
                "Run 'indexer verify' on the archive.");
  return data.bytes().substr(at[n], at[n + 1] - at[n]);
}

std::string_view Segment::article_frame(Ordinal n) const {
  return record(article_data_, article_at_, n);
}

Article Segment::fields(Ordinal n) const {
  return decode_record(codec_->decompress(article_frame(n))).article;
}

Article Segment::article(Ordinal n, WordRanges* ranges) const {
  const std::string bytes = codec_->decompress(article_frame(n));
  ArticleRecord record = decode_record(bytes);
  const WordRecord codes = words(n);
  const auto usual = [this](WordId id) { return lexicon_->usual_form(id); };
  std::vector<WordId> ids;
  const auto write = [&](std::string_view field, std::string_view residue,
                         std::vector<WordRange>* places) -> std::string {
    ids.clear();
    if (residue.empty()) return {};
    if (!decode_codes(field, ids)) detail::broken_residue();
    return write_text(ids, residue, usual, places);
  };
  record.article.title =
      write(codes.title, record.title_residue, ranges ? &ranges->title : nullptr);
  record.article.text = write(codes.text, record.text_residue, ranges ? &ranges->text : nullptr);
  if (content_hash(record.article) != content_[n])
    throw Error(Exit::damaged,
                path_.string() + ": article " + std::to_string(n) + " does not match its checksum",
                "Run 'indexer verify' on the archive.");
  return std::move(record.article);
}

WordRecord Segment::words(Ordinal n) const {
  std::string_view in = record(word_data_, word_at_, n);
  const bool sound = static_cast<std::uint32_t>(xxh3(in)) == word_check_[n];
  std::uint64_t title = 0, text = 0;
  if (!sound || !get_varint(in, title) || !get_varint(in, text) || title > in.size() ||
      text > in.size() - title)
    throw Error(
        Exit::damaged,
        path_.string() + "/words.etdc: the words of article " + std::to_string(n) + " are damaged",
        "Run 'indexer verify' on the archive.");
  return {in.substr(0, title), in.substr(title, text), in.substr(title + text)};
}

void Segment::prefetch_words(Ordinal n) const {
  const std::string_view bytes = record(word_data_, word_at_, n);
  for (std::size_t line = 0; line < std::min<std::size_t>(bytes.size(), 2048); line += 64)
    __builtin_prefetch(bytes.data() + line);
}

Segment::WordForms Segment::word_forms(Ordinal n, std::size_t title_words,
                                       std::size_t text_words) const {
  WordForms out{std::make_unique<const std::string>(codec_->decompress(article_frame(n))), {}, {}};
  const ArticleRecord record = decode_record(*out.record);
  const auto read = [](std::string_view residue, std::size_t words, auto& steps) {
    if (words == 0) return;
    detail::ResidueReader reader(residue);
    steps.emplace_back(0, reader.next(false));
    for (std::uint32_t i = 1; i < words; ++i) {
      i += reader.skip_run(static_cast<std::uint32_t>(words) - i);
      if (i < words) steps.emplace_back(i, reader.next(false));
    }
  };
  read(record.title_residue, title_words, out.title);
  read(record.text_residue, text_words, out.text);
  return out;
}

std::string Segment::word_form(const WordForms& forms, bool title, std::size_t position,
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

std::uint64_t Segment::total_length() const {
  if (info_.deleted == 0) return column_file_.array<std::uint64_t>("length.sum", 1)[0];
  if (!total_length_) {
    std::uint64_t sum = 0;
    live_.for_each([&](Ordinal n) { sum += lengths_[n]; });
    total_length_ = sum;
  }
  return *total_length_;
}

std::span<const std::uint32_t> Segment::codes(Column c, Ordinal n) const {
  const auto& data = columns_[static_cast<std::size_t>(c)];
  if (data.starts.empty()) return data.codes.subspan(n, 1);
  const std::uint32_t begin = data.starts[n], end = data.starts[n + 1];
  if (begin > end || end > data.codes.size()) column_file_.damaged("author", "is out of order");
  return data.codes.subspan(begin, end - begin);
}

std::vector<Ordinal> Segment::find_versions(std::string_view id) const {
  const std::uint64_t hash = xxh3(id);
  const auto [first, last] = std::equal_range(id_hash_.begin(), id_hash_.end(), hash);
  std::vector<Ordinal> found;
  for (auto it = first; it != last; ++it) {
    const Ordinal n = id_ordinal_[static_cast<std::size_t>(it - id_hash_.begin())];
    if (n < info_.articles && fields(n).id == id) found.push_back(n);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<Ordinal> Segment::find_id(std::string_view id) const {
  const auto versions = find_versions(id);
  if (versions.empty()) return std::nullopt;
  return versions.back();  // a later article replaces an earlier one
}

std::span<const Ordinal> Segment::find_url(std::string_view prefix) const {
  const auto beginning = [&](Ordinal n) { return fields(n).url.substr(0, prefix.size()); };
  const auto first = std::partition_point(by_url_.begin(), by_url_.end(),
                                          [&](Ordinal n) { return beginning(n) < prefix; });
  const auto last =
      std::partition_point(first, by_url_.end(), [&](Ordinal n) { return beginning(n) == prefix; });
  return {first, last};
}

std::map<std::string, Tombstones> read_tombstones(const fs::path& archive,
                                                  const Manifest& manifest) {
  std::map<std::string, Tombstones> out;
  if (manifest.tombstones.empty()) return out;
  const auto sum = manifest.files.find(manifest.tombstones);
  if (sum == manifest.files.end()) throw Error(Exit::damaged, "the manifest lost its tombstones");
  // A section that has lost its name would bring the dead back, so the whole file is compared.
  if (sum_file(archive / manifest.tombstones) != sum->second)
    throw Error(Exit::damaged,
                (archive / manifest.tombstones).string() + " does not match its checksum",
                "Run 'indexer verify' on the archive.");
  const SectionFile file(archive / manifest.tombstones, sum->second.bytes);
  for (const auto& segment : manifest.segments) {
    const auto read = [&](const std::string& section, std::set<Ordinal>& ordinals) {
      if (!file.has(section)) return;
      for (const std::uint32_t n : file.array<std::uint32_t>(section))
        if (n < segment.articles) ordinals.insert(n);
    };
    read(segment.name, out[segment.name].all);
    read(segment.name + ".del", out[segment.name].deleted);
  }
  return out;
}

// A writer may replace the revision that is being opened, and remove its files.
Archive::Archive(const fs::path& where) : path(where), manifest(read_manifest(where)) {
  for (;;) {
    try {
      open();
      return;
    } catch (const Error&) {
      Manifest newer = read_manifest(path);
      if (newer.revision == manifest.revision) throw;
      manifest = std::move(newer);
    }
  }
}

void Archive::open() {
  segments.clear();
  deleted.clear();
  auto tombstones = read_tombstones(path, manifest);
  std::map<std::string, std::shared_ptr<const Dictionary>> dictionaries;
  for (const auto& info : manifest.segments) {
    auto& dictionary = dictionaries[info.dictionary];
    if (!dictionary)
      dictionary = std::make_shared<Dictionary>(
          info.dictionary.empty() ? "" : read_small_file(path / info.dictionary, 16u << 20), 0);
    const Tombstones& dead = tombstones[info.name];
    segments.push_back(std::make_unique<Segment>(path, info, dictionary, dead.all));
    deleted.emplace_back(dead.deleted.begin(), dead.deleted.end());
  }
}

}  // namespace news
