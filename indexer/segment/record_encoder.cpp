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
    const auto& separators = workers[w]->separators();
    for (std::uint32_t i = 0; i < separators.size(); ++i)
      worker.separators.push_back(
          {separator_number(separators.at(i)), ends_sentence(separators.at(i)), separators.at(i)});
    workers_.push_back(std::move(worker));
  }
}

std::string RecordEncoder::surface(std::uint32_t w, const FieldStream& field) const {
  if (field.separators.empty()) return {};
  static constexpr SurfaceWriter::Separator kBlank{0, false, " "};
  const Worker& worker = workers_[w];
  std::string_view words = field.words, separators = field.separators;
  SurfaceWriter out;
  std::uint32_t blanks = take(separators), other = take(separators);
  while (!words.empty()) {
    const std::uint32_t word = take(words);
    if (blanks > 0) {
      --blanks;
      out.word(kBlank, worker.forms[word], worker.words->written().at(word));
      continue;
    }
    out.word(worker.separators[other], worker.forms[word], worker.words->written().at(word));
    blanks = take(separators);
    other = take(separators);
  }
  std::string bytes;
  out.finish(worker.separators[other], bytes);
  return bytes;
}

std::string RecordEncoder::encode(std::string_view fields, const WordStream& stream) const {
  std::string record(fields);
  append_field(record, StoredField::title_surface, surface(stream.worker, stream.title));
  append_field(record, StoredField::text_surface, surface(stream.worker, stream.text));
  return record;
}

}  // namespace news
