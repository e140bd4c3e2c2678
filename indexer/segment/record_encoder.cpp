// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/record_encoder.hpp"

#include "common/archive/article_codec.hpp"
#include "common/io/varint.hpp"

namespace news {
namespace {

std::uint32_t take(std::string_view& in) {
  std::uint64_t value = 0;
  get_varint(in, value);
  return static_cast<std::uint32_t>(value);
}

}  // namespace

RecordEncoder::RecordEncoder(const LexiconBuilder& lexicon,
                             const std::vector<const WorkerWords*>& workers) {
  for (std::uint32_t w = 0; w < workers.size(); ++w) {
    Worker worker{workers[w], {}, {}};
    const auto& written = workers[w]->written();
    worker.forms.resize(written.size());
    for (std::uint32_t i = 0; i < written.size(); ++i)
      if (const WordId id = lexicon.rank(w, i); id != kNoWord)
        worker.forms[i] = compare_form(written.at(i), lexicon.usual_form(id));
    const auto& gaps = workers[w]->gaps();
    for (std::uint32_t i = 0; i < gaps.size(); ++i)
      worker.gaps.push_back({gap_number(gaps.at(i)), ends_sentence(gaps.at(i)), gaps.at(i)});
    workers_.push_back(std::move(worker));
  }
}

std::string RecordEncoder::residue(std::uint32_t w, const FieldStream& field) const {
  if (field.gaps.empty()) return {};
  static constexpr ResidueWriter::Gap kBlank{0, false, " "};
  const Worker& worker = workers_[w];
  std::string_view words = field.words, gaps = field.gaps;
  ResidueWriter out;
  std::uint32_t blanks = take(gaps), other = take(gaps);
  while (!words.empty()) {
    const std::uint32_t word = take(words);
    if (blanks > 0) {
      --blanks;
      out.word(kBlank, worker.forms[word], worker.words->written().at(word));
      continue;
    }
    out.word(worker.gaps[other], worker.forms[word], worker.words->written().at(word));
    blanks = take(gaps);
    other = take(gaps);
  }
  std::string bytes;
  out.finish(worker.gaps[other], bytes);
  return bytes;
}

std::string RecordEncoder::encode(std::string_view fields, const WordStream& stream) const {
  std::string record(fields);
  append_field(record, StoredField::title_residue, residue(stream.worker, stream.title));
  append_field(record, StoredField::text_residue, residue(stream.worker, stream.text));
  return record;
}

}  // namespace news
