// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/segment_builder.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "common/archive/safety_copy.hpp"
#include "common/io/varint.hpp"
#include "common/parallel.hpp"
#include "common/text/fold.hpp"
#include "common/text/segmenter.hpp"
#include "common/text/stemmer.hpp"
#include "indexer/segment/postings_writer.hpp"
#include "indexer/segment/record_encoder.hpp"
#include "indexer/segment/sketch.hpp"
#include "indexer/segment/sketch_maker.hpp"

namespace news {
namespace {

constexpr std::size_t kSampleRecords = 16384;  // enough to learn a dictionary from

std::vector<std::string> one_or_none(std::string&& value) {
  std::vector<std::string> out;
  if (!value.empty()) out.push_back(std::move(value));
  return out;
}

// The column file's sections of one string column: NAME.n, the table NAME, the codes NAME, and
// NAME.of.
void add_column(SectionWriter& out, const ColumnInfo& column,
                const std::vector<std::vector<std::string>>& values) {
  std::map<std::string_view, std::uint32_t> codes;
  for (const auto& article : values)
    for (const auto& value : article) codes.emplace(value, 0);
  std::vector<std::string_view> sorted;
  for (auto& [value, code] : codes) {
    sorted.push_back(value);
    code = static_cast<std::uint32_t>(sorted.size());
  }
  std::vector<std::uint32_t> flat, starts;
  for (const auto& article : values) {
    starts.push_back(static_cast<std::uint32_t>(flat.size()));
    for (const auto& value : article) flat.push_back(codes[value]);
    if (article.empty() && !column.multi_valued) flat.push_back(0);
  }
  starts.push_back(static_cast<std::uint32_t>(flat.size()));
  const std::string name(column.name);
  out.add_array(name + ".n", std::vector<std::uint32_t>{static_cast<std::uint32_t>(sorted.size())});
  add_string_table(out, name, sorted);
  out.add_array(name, flat);
  if (column.multi_valued) out.add_array(name + ".of", starts);
}

std::vector<std::string> words_of(const std::vector<std::string>& values) {
  std::set<std::string> words;
  std::string folded;
  for (const auto& value : values)
    for_each_word(value, [&](std::size_t begin, std::size_t end, bool) {
      fold_word(std::string_view(value).substr(begin, end - begin), folded);
      if (!folded.empty()) words.insert(folded);
    });
  return {words.begin(), words.end()};
}

std::vector<std::vector<std::string>> words_of_each(
    const std::vector<std::vector<std::string>>& articles) {
  std::vector<std::vector<std::string>> out;
  for (const auto& values : articles) out.push_back(words_of(values));
  return out;
}

}  // namespace

SegmentBuilder::SegmentBuilder(std::filesystem::path directory, std::string name)
    : directory_(std::move(directory)) {
  info_.name = std::move(name);
}

SegmentBuilder::~SegmentBuilder() {
  std::error_code ignored;
  if (!finished_) std::filesystem::remove_all(directory_, ignored);
}

const SegmentBuilder::Known* SegmentBuilder::find(const std::string& id) const {
  const auto it = known_.find(id);
  return it == known_.end() ? nullptr : &it->second;
}

DocId SegmentBuilder::add(AnalysedArticle&& a, std::uint32_t worker) {
  const DocId doc_id = articles();
  fields_.push_back(std::move(a.fields));
  content_.push_back(a.content);
  record_.push_back(a.record);
  id_hash_.push_back(xxh3(a.id));
  known_[a.id] = {doc_id, a.content};
  ids_.push_back(std::move(a.id));
  urls_.push_back(std::move(a.url));
  dates_.push_back(a.date);
  text_words_.push_back(a.text_count);
  lengths_.push_back(a.text_count + kTitleWeight * a.title_count);
  info_.words += a.text_count + a.title_count;
  bounds_.push_back(std::move(a.bounds));
  const std::string stemming = stemming_language(a.language);
  const auto language = std::find(languages_.begin(), languages_.end(), stemming);
  WordStream stream{worker, static_cast<std::uint32_t>(language - languages_.begin()),
                    std::move(a.title), std::move(a.text)};
  if (language == languages_.end()) languages_.push_back(stemming);
  for (auto* bytes :
       {&stream.title.words, &stream.title.separators, &stream.text.words, &stream.text.separators})
    bytes->shrink_to_fit();
  streams_.push_back(std::move(stream));
  values_[static_cast<std::size_t>(Column::source)].push_back(one_or_none(std::move(a.source)));
  values_[static_cast<std::size_t>(Column::section)].push_back(one_or_none(std::move(a.section)));
  values_[static_cast<std::size_t>(Column::language)].push_back(one_or_none(std::move(a.language)));
  values_[static_cast<std::size_t>(Column::author)].push_back(std::move(a.authors));
  return doc_id;
}

SegmentInfo SegmentBuilder::finish(const std::vector<const WorkerWords*>& workers, unsigned threads,
                                   const MakeDictionary& make_dictionary) {
  info_.articles = articles();
  info_.languages = languages_;
  make_directories(directory_);
  threads = std::max(1u, threads);
  const LexiconBuilder lexicon(workers, streams_, languages_);
  const RecordEncoder encoder(lexicon, workers);
  std::shared_ptr<const Dictionary> dictionary;
  run_tasks(threads, {[&] { dictionary = make_dictionary(sample_records(encoder)); },
                      [&] { write_words(lexicon); }, [&] { write_ids(); }, [&] { write_columns(); },
                      [&] {
                        add_file("lexicon", lexicon.write(directory_ / "lexicon"));
                        add_file("lexicon.copy", write_safety_copy(directory_ / "lexicon"));
                      }});
  const auto author_words = words_of_each(values_[static_cast<std::size_t>(Column::author)]);
  const PostingsWriter postings({lexicon, streams_, author_words}, threads);
  std::vector<std::function<void()>> tasks = {
      [&] { write_database(postings); },
      [&] { add_file("lists", postings.write_lists(directory_ / "lists")); }};
  constexpr std::size_t kParts = 16;  // small enough to end together
  std::vector<std::string> frames(articles()), sketches(articles());
  const SketchMaker sketch_maker(workers);
  for (std::size_t part = 0; part < kParts; ++part)
    tasks.push_back([&, part] {
      Codec codec(dictionary);
      const std::size_t end = part_begin(articles(), part + 1, kParts);
      for (std::size_t i = part_begin(articles(), part, kParts); i < end; ++i) {
        frames[i] = codec.compress(encoder.encode(fields_[i], streams_[i]));
        sketches[i] = sketch_maker.sketch(streams_[i]);
      }
    });
  run_tasks(threads, tasks);
  write_articles(frames);
  add_file(kSketchFile, write_sketches(directory_ / kSketchFile, sketches));
  sync_directory(directory_ / "postings");
  sync_directory(directory_);
  sync_directory(directory_.parent_path());
  finished_ = true;
  return info_;
}

void SegmentBuilder::add_file(const std::string& name, const FileSum& sum) {
  const std::lock_guard lock(files_mutex_);
  info_.files[name] = sum;
}

std::vector<std::string> SegmentBuilder::sample_records(const RecordEncoder& encoder) const {
  std::vector<std::string> samples;
  for (std::size_t i = 0; i < articles(); i += 1 + articles() / kSampleRecords)
    samples.push_back(encoder.encode(fields_[i], streams_[i]));
  return samples;
}

void SegmentBuilder::write_articles(const std::vector<std::string>& frames) {
  OutputFile out(directory_ / "articles.zst");
  std::vector<std::uint64_t> at{0};
  for (const auto& frame : frames) {
    out.write(frame);
    at.push_back(out.size());
  }
  add_file("articles.zst", out.finish());
  SectionWriter index;
  index.add_array("at", at);
  index.add_array("content", content_);
  index.add_array("record", record_);
  if (!retired_.empty()) index.add_array("retired", retired_);
  add_file("articles.idx", index.write(directory_ / "articles.idx"));
}

void SegmentBuilder::write_words(const LexiconBuilder& lexicon) {
  OutputFile out(directory_ / "words.etdc");
  std::vector<std::uint64_t> at{0};
  std::vector<std::uint32_t> check;
  std::vector<WordId> words;
  std::string title, text, record;
  const auto encode = [&](std::uint32_t worker, const FieldStream& stream, std::string& codes) {
    words.clear();
    codes.clear();
    lexicon.decode(worker, stream, words);
    for (const auto word : words) put_code(codes, word);
  };
  for (std::size_t i = 0; i < streams_.size(); ++i) {
    encode(streams_[i].worker, streams_[i].title, title);
    encode(streams_[i].worker, streams_[i].text, text);
    record.clear();
    put_varint(record, title.size());
    put_varint(record, text.size());
    record.append(title).append(text).append(bounds_[i]);
    out.write(record);
    at.push_back(out.size());
    check.push_back(static_cast<std::uint32_t>(xxh3(record)));
  }
  add_file("words.etdc", out.finish());
  SectionWriter index;
  index.add_array("at", at);
  index.add_array("check", check);
  add_file("words.idx", index.write(directory_ / "words.idx"));
}

void SegmentBuilder::write_columns() {
  SectionWriter out;
  out.add_array("date", dates_);
  out.add_array("words", text_words_);
  out.add_array("length", lengths_);
  out.add_array("length.sum", std::vector<std::uint64_t>{std::accumulate(
                                  lengths_.begin(), lengths_.end(), std::uint64_t{0})});
  for (const auto& column : kColumns)
    add_column(out, column, values_[static_cast<std::size_t>(column.column)]);
  add_file("columns", out.write(directory_ / "columns"));
}

void SegmentBuilder::write_ids() {
  std::vector<std::uint32_t> order(articles());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) {
    return id_hash_[a] != id_hash_[b] ? id_hash_[a] < id_hash_[b] : a < b;
  });
  std::vector<std::uint64_t> sorted;
  for (const auto i : order) sorted.push_back(id_hash_[i]);
  SectionWriter out;
  out.add_array("hash", sorted);
  out.add_array("ordinal", order);
  // Ties of score and date are broken by id: its rank within the segment saves reading the ids.
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return ids_[a] != ids_[b] ? ids_[a] < ids_[b] : a < b; });
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  out.add_array("rank", rank);
  // url: asks for a beginning: in the order of urls, its articles stand side by side.
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return urls_[a] != urls_[b] ? urls_[a] < urls_[b] : a < b; });
  out.add_array("url", order);
  add_file("ids", out.write(directory_ / "ids"));
}

void SegmentBuilder::write_database(const PostingsWriter& postings) {
  postings.write_database(directory_ / "postings");
  for (const auto& entry : std::filesystem::directory_iterator(directory_ / "postings")) {
    const std::string name = entry.path().filename().string();
    if (name == "flintlock")
      std::filesystem::remove(entry.path());
    else
      add_file("postings/" + name, sync_and_sum(entry.path()));
  }
}

}  // namespace news
