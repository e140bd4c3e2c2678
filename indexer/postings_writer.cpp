// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/postings_writer.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "common/archive/segment.hpp"
#include "common/schema.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

// Larger batches leave fewer half-full chunks, smaller ones keep Xapian's trees in the cache.
constexpr std::size_t kBatch = 8000;
// Blocks of 16 KB waste less at their ends than the usual 8 KB; 64 KB would read too much for a
// rare word.
constexpr int kBlockSize = 16384;

// Builds the Xapian document of one article; the vectors are kept to save allocations.
class DocumentMaker {
 public:
  explicit DocumentMaker(const PostingsInput& input) : input_(input) {}

  Xapian::Document make(std::size_t article) {
    const WordStream& stream = input_.articles[article];
    title_.clear();
    text_.clear();
    input_.lexicon.decode(stream.worker, stream.title, title_);
    input_.lexicon.decode(stream.worker, stream.text, text_);
    Xapian::Document document;
    add_pairs(document);
    to_stems(stream.language, title_);
    to_stems(stream.language, text_);
    add_stems(document, stream.language, 'T', title_);
    for (std::uint32_t copy = 0; copy < kTitleWeight; ++copy)
      text_.insert(text_.end(), title_.begin(), title_.end());
    add_stems(document, stream.language, 'W', text_);
    for (const auto& word : input_.author_words[article])
      document.add_boolean_term("A" + word.substr(0, kMaxTerm));
    return document;
  }

 private:
  void to_stems(std::uint32_t language, std::vector<WordId>& words) const {
    for (auto& word : words) word = input_.lexicon.stem(language, word);
  }

  void add_stems(Xapian::Document& document, std::uint32_t language, char field,
                 std::vector<std::uint32_t>& stems) const {
    std::sort(stems.begin(), stems.end());
    for (auto it = stems.begin(); it != stems.end();) {
      const auto next = std::find_if(it, stems.end(), [&](auto s) { return s != *it; });
      document.add_term(stem_term(field, input_.lexicon.languages()[language],
                                  input_.lexicon.stem_name(language, *it)),
                        static_cast<Xapian::termcount>(next - it));
      it = next;
    }
  }

  void add_pairs(Xapian::Document& document) {
    pairs_.clear();
    for (const auto* words : {&title_, &text_})
      for (std::size_t i = 1; i < words->size(); ++i)
        if ((*words)[i - 1] < kPairWords && (*words)[i] < kPairWords)
          pairs_.push_back((*words)[i - 1] * kPairWords + (*words)[i]);
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    for (const auto pair : pairs_) {
      std::string term = "P";
      put_code(term, pair / kPairWords);
      put_code(term, pair % kPairWords);
      document.add_boolean_term(term);
    }
  }

  const PostingsInput& input_;
  std::vector<WordId> title_, text_;
  std::vector<std::uint32_t> pairs_;
};

void write_batch(const PostingsInput& input, std::size_t batch, const fs::path& path) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                       Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC |
                                                       Xapian::DB_DANGEROUS);
  DocumentMaker maker(input);
  const std::size_t end = std::min(input.articles.size(), (batch + 1) * kBatch);
  for (std::size_t i = batch * kBatch; i < end; ++i) database.add_document(maker.make(i));
  database.commit();
}

}  // namespace

void write_postings(const PostingsInput& input, const fs::path& target, const fs::path& scratch,
                    unsigned threads) {
  const std::size_t batches = (input.articles.size() + kBatch - 1) / kBatch;
  const auto batch_path = [&](std::size_t b) { return scratch / fmt::format("batch-{:05}", b); };
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::size_t b = next++; b < batches; b = next++) write_batch(input, b, batch_path(b));
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
      next = batches;
    }
  };
  with_xapian(target, [&] {
    {
      std::vector<std::jthread> pool;
      for (unsigned i = 0; i < std::max(1u, threads); ++i) pool.emplace_back(work);
    }
    if (failure) std::rethrow_exception(failure);
    Xapian::Database all;
    for (std::size_t b = 0; b < batches; ++b)
      all.add_database(Xapian::Database(batch_path(b).string()));
    all.compact(target.string(), 0, kBlockSize);
  });
  for (std::size_t b = 0; b < batches; ++b) fs::remove_all(batch_path(b));
}

}  // namespace news
