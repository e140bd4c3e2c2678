// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/postings_writer.hpp"

#include <xapian.h>

#include <algorithm>

#include "common/archive/posting_list.hpp"
#include "common/archive/schema.hpp"
#include "common/archive/segment.hpp"
#include "common/parallel.hpp"
#include "indexer/segment/inverter.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

// Blocks of 16 KB waste less at their ends than the usual 8 KB.
constexpr int kBlockSize = 16384;

}  // namespace

// All terms of a segment but the authors', inverted.
class TermInverter {
 public:
  TermInverter(const PostingsInput& input, std::size_t parts)
      : input_(input),
        parts_(parts),
        first_stem_(number_stems(input.lexicon)),
        stems_('W', first_stem_.back(), parts, true),
        titles_('T', first_stem_.back(), parts, true),
        pairs_('P', std::size_t{kPairWords} * kPairWords, parts, false),
        forms_('F', input.lexicon.forms().size(), parts, false) {
    pass([](Inverter& to, auto part, auto article, auto term, auto) {
      to.count(part, article, term);
    });
    for (Kind* kind : {&stems_, &titles_, &pairs_, &forms_}) kind->lists.lay_out();
    pass([](Inverter& to, auto part, auto article, auto term, auto weight) {
      to.put(part, article, term, weight);
    });
  }

  struct Kind {
    Kind(char l, std::size_t terms, std::size_t parts, bool frequencies)
        : letter(l), lists(terms, parts, frequencies) {}
    char letter;
    Inverter lists;
  };
  const Kind& stems() const { return stems_; }
  const Kind& titles() const { return titles_; }
  const Kind& pairs() const { return pairs_; }
  const Kind& forms() const { return forms_; }

  std::string name(const Kind& kind, std::uint32_t term) const {
    const auto& lexicon = input_.lexicon;
    if (kind.letter == 'P') return pair_term(term / kPairWords, term % kPairWords);
    if (kind.letter == 'F') {
      const auto& form = lexicon.forms()[term];
      return stem_term(form.most_frequent ? 'N' : 'F', lexicon.languages()[form.language],
                       lexicon.word(form.word));
    }
    const auto above = std::upper_bound(first_stem_.begin(), first_stem_.end(), term);
    const auto language = static_cast<std::uint32_t>(above - first_stem_.begin()) - 1;
    return stem_term(kind.letter, lexicon.languages()[language],
                     lexicon.stem_name(language, term - first_stem_[language]));
  }

  /// The articles that a list holds. For the most frequent word of a stem, those that hold the stem
  /// but not the word: they are the fewer.
  std::vector<DocId> articles(const Kind& kind, std::uint32_t term) const {
    const auto list = kind.lists.articles(term);
    if (&kind != &forms_ || !input_.lexicon.forms()[term].most_frequent)
      return {list.begin(), list.end()};
    const auto [language, word, most_frequent] = input_.lexicon.forms()[term];
    const auto stem =
        stems_.lists.articles(first_stem_[language] + input_.lexicon.stem(language, word));
    std::vector<DocId> out;
    std::set_difference(stem.begin(), stem.end(), list.begin(), list.end(),
                        std::back_inserter(out));
    return out;
  }

 private:
  static std::vector<std::uint32_t> number_stems(const LexiconBuilder& lexicon) {
    std::vector<std::uint32_t> first{0};
    for (std::uint32_t l = 0; l < lexicon.languages().size(); ++l)
      first.push_back(first.back() + lexicon.stems(l));
    return first;
  }

  template <typename To>
  void pass(To to) {
    for_each_part(parts_, [&](std::size_t part) {
      const std::size_t n = input_.articles.size();
      std::vector<WordId> words;
      const std::size_t end = part_begin(n, part + 1, parts_);
      for (std::size_t i = part_begin(n, part, parts_); i < end; ++i) {
        const WordStream& stream = input_.articles[i];
        const auto article = static_cast<DocId>(i);
        for (const bool title : {true, false}) {
          words.clear();
          input_.lexicon.decode(stream.worker, title ? stream.title : stream.text, words);
          WordId previous = kNoWord;
          for (const WordId word : words) {
            const std::uint32_t stem =
                first_stem_[stream.language] + input_.lexicon.stem(stream.language, word);
            to(stems_.lists, part, article, stem, title ? kTitleWeight : 1);
            if (title) to(titles_.lists, part, article, stem, 1);
            const std::uint32_t form = input_.lexicon.form(stream.language, word);
            if (form != kNoWord) to(forms_.lists, part, article, form, 1);
            if (word < kPairWords && previous < kPairWords)
              to(pairs_.lists, part, article, previous * kPairWords + word, 1);
            previous = word;
          }
        }
      }
    });
  }

  PostingsInput input_;
  std::size_t parts_;
  std::vector<std::uint32_t> first_stem_;  // by language; and the number of all stems
  Kind stems_, titles_, pairs_, forms_;
};

namespace {

struct ListName {
  std::string name;
  const TermInverter::Kind* kind;
  std::uint32_t term;
};

// The lists that go into the file, by name.
std::vector<ListName> choose_lists(const TermInverter& terms) {
  std::vector<ListName> out;
  for (const auto* kind : {&terms.stems(), &terms.titles(), &terms.pairs(), &terms.forms()}) {
    const bool stem = kind == &terms.stems() || kind == &terms.titles();
    const std::uint32_t least = stem ? kRareTerm : 1;
    for (std::uint32_t term = 0; term < kind->lists.terms(); ++term)
      if (kind->lists.document_frequency(term) >= least)
        out.push_back({terms.name(*kind, term), kind, term});
  }
  std::sort(out.begin(), out.end(),
            [](const ListName& a, const ListName& b) { return a.name < b.name; });
  return out;
}

FileSum write_lists(const TermInverter& terms, std::uint32_t articles, const fs::path& path) {
  const auto lists = choose_lists(terms);
  std::vector<std::string_view> names;
  std::vector<std::uint64_t> starts{0};
  std::vector<std::uint32_t> checks;
  std::string data;
  for (const auto& [name, kind, term] : lists) {
    const auto list = terms.articles(*kind, term);
    if (list.empty()) continue;
    encode_list(list, kind->lists.frequencies(term), articles, data);
    checks.push_back(
        static_cast<std::uint32_t>(xxh3(std::string_view(data).substr(starts.back()))));
    starts.push_back(data.size());
    names.push_back(name);
  }
  SectionWriter out;
  out.add_array("check", checks);
  add_string_table(out, "names", names);
  out.add_array("at", starts);
  out.add("data", std::move(data));
  return out.write(path);
}

// The rare terms of every article, for Xapian, which wants its documents one by one.
struct RareTerm {
  const TermInverter::Kind* kind;
  std::uint32_t term, frequency;
};
std::vector<std::vector<RareTerm>> rare_terms(const TermInverter& terms, std::size_t articles) {
  std::vector<std::vector<RareTerm>> out(articles);
  for (const auto* kind : {&terms.stems(), &terms.titles()})
    for (std::uint32_t term = 0; term < kind->lists.terms(); ++term) {
      if (kind->lists.document_frequency(term) >= kRareTerm) continue;
      const auto list = kind->lists.articles(term);
      const auto frequencies = kind->lists.frequencies(term);
      for (std::size_t i = 0; i < list.size(); ++i)
        out[list[i]].push_back({kind, term, frequencies[i]});
    }
  return out;
}

void write_database(const PostingsInput& input, const TermInverter& terms, const fs::path& target) {
  const fs::path scratch = target.string() + ".new";
  {
    const auto rare = rare_terms(terms, input.articles.size());
    Xapian::WritableDatabase database(
        scratch.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST |
                              Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    for (std::size_t i = 0; i < input.articles.size(); ++i) {
      Xapian::Document document;
      for (const auto& [kind, term, frequency] : rare[i])
        document.add_term(terms.name(*kind, term), frequency);
      for (const auto& word : input.author_words[i])
        document.add_boolean_term("A" + word.substr(0, kMaxTerm));
      database.add_document(document);
    }
    database.commit();
  }
  Xapian::Database(scratch.string()).compact(target.string(), 0, kBlockSize);
  fs::remove_all(scratch);
}

}  // namespace

PostingsWriter::PostingsWriter(const PostingsInput& input, unsigned threads)
    : input_(input), terms_(std::make_unique<TermInverter>(input, std::max(1u, threads))) {}

PostingsWriter::~PostingsWriter() = default;

FileSum PostingsWriter::write_lists(const fs::path& path) const {
  return news::write_lists(*terms_, static_cast<std::uint32_t>(input_.articles.size()), path);
}

void PostingsWriter::write_database(const fs::path& path) const {
  try {
    with_xapian(path, [&] { news::write_database(input_, *terms_, path); });
  } catch (const Error& e) {  // what is being written cannot be verified
    throw Error(e.code(), e.what(),
                "Check the disk and the space left on it, then run the command again.");
  }
}

}  // namespace news
