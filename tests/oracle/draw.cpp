// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <stdexcept>

#include "fold.hpp"
#include "wordset.hpp"

namespace oracle {
namespace {

constexpr int kTries = 60;

bool onlyLetters(const std::u32string& word) {
  return std::all_of(word.begin(), word.end(),
                     [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)); });
}

// Letters, digits, and the marks that any query language can take inside a word.
bool onlySafe(const std::u32string& word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) {
    return u_isalnum(static_cast<UChar32>(c)) || c == U'\'' || c == U'.' || c == U',';
  });
}

}  // namespace

Draw::Draw(const Corpus& corpus, uint64_t seed)
    : corpus_(corpus), rng_(seed), articlesWith_(corpus.lexicon.folded().size()) {
  std::vector<uint32_t> last(articlesWith_.size(), kNone);
  for (uint32_t i = 0; i < corpus.articles.size(); ++i) {
    for (const auto* field : {&corpus.articles[i].title, &corpus.articles[i].text}) {
      for (const uint32_t word : *field) {
        const uint32_t number = corpus.lexicon.forms(word).folded;
        if (last[number] != i) ++articlesWith_[number];
        last[number] = i;
      }
    }
  }
  for (uint32_t i = 0; i < articlesWith_.size(); ++i) {
    vocabulary_.push_back(toUtf32(corpus.lexicon.folded().at(i)));
  }
  if (vocabulary_.empty()) throw std::runtime_error("the corpus has no words");
  move();
}

void Draw::move() {
  do {
    article_ = &corpus_.articles[below(corpus_.articles.size())];
    field_ = percent(15) || article_->text.empty() ? &article_->title : &article_->text;
  } while (field_->empty());
  position_ = below(field_->size());
}

void Draw::moveToTitle() {
  if (article_->title.empty()) return;
  field_ = &article_->title;
  position_ = below(field_->size());
}

void Draw::moveToStart() {
  if (article_->text.empty()) return;
  field_ = &article_->text;
  position_ = below(std::min<size_t>(field_->size(), 50));
}

std::string Draw::folded(uint32_t word) const {
  return corpus_.lexicon.folded().at(corpus_.lexicon.forms(word).folded);
}

// Whether a query can hold the word and would read it back as the same single word.
bool Draw::usable(const std::string& word, bool lettersOnly) {
  const std::u32string characters = toUtf32(word);
  if (lettersOnly ? !onlyLetters(characters) : !onlySafe(characters)) return false;
  return foldedWords(segmenter_, word) == std::vector<std::string>{word};
}

uint32_t Draw::nearby() {
  const size_t begin = position_ < 6 ? 0 : position_ - 6;
  const size_t end = std::min(position_ + 7, field_->size());
  return (*field_)[begin + below(end - begin)];
}

uint32_t Draw::anywhere() {
  if (percent(50)) return static_cast<uint32_t>(below(corpus_.lexicon.size()));
  const Article& other = oneOf(corpus_.articles);
  const auto& field = other.text.empty() ? other.title : other.text;
  return field.empty() ? static_cast<uint32_t>(below(corpus_.lexicon.size())) : oneOf(field);
}

uint32_t Draw::draw(bool rare, bool lettersOnly, size_t atLeast) {
  for (int tries = 0;; ++tries) {
    const uint32_t word = tries < kTries && percent(88) ? nearby() : anywhere();
    const uint32_t number = corpus_.lexicon.forms(word).folded;
    if (rare && articlesWith_[number] * size_t{10} > corpus_.articles.size()) continue;
    if (vocabulary_[number].size() < atLeast) continue;
    if (usable(folded(word), lettersOnly)) return word;
    if (tries > 100 * kTries) throw std::runtime_error("the corpus has too few plain words");
  }
}

std::string Draw::letters(bool rare, size_t atLeast) {
  return folded(draw(rare, true, atLeast));
}

std::string Draw::anyWord(bool rare) {
  if (percent(85)) return letters(rare);
  if (percent(50)) return folded(draw(rare, false, 1));
  const std::vector<std::string> pair = run(2);
  if (pair.empty()) return letters(rare);
  const std::string joined = pair[0] + '-' + pair[1];
  const bool plain = onlyLetters(toUtf32(pair[0])) && onlyLetters(toUtf32(pair[1]));
  return plain && foldedWords(segmenter_, joined) == pair ? joined : letters(rare);
}

std::vector<std::string> Draw::run(size_t count) {
  if (field_->size() < count) return {};
  const size_t begin = std::min(position_ < 6 ? 0 : position_ - below(6), field_->size() - count);
  std::vector<std::string> out;
  std::string joined;
  for (size_t i = begin; i < begin + count; ++i) {
    out.push_back(folded((*field_)[i]));
    joined += out.back() + ' ';
    if (!usable(out.back(), false)) return {};
  }
  return foldedWords(segmenter_, joined) == out ? out : std::vector<std::string>{};
}

std::string Draw::written() {
  const std::u16string& word = corpus_.lexicon.written(draw(false, true, 2));
  const std::string out =
      toUtf8(icu::UnicodeString(word.data(), static_cast<int32_t>(word.size())));
  static const std::vector<std::string> kKeywords = {"AND",      "OR",        "NOT",     "NEAR",
                                                     "SENTENCE", "PARAGRAPH", "ATLEAST", "ADJ"};
  const bool keyword = std::find(kKeywords.begin(), kKeywords.end(), out) != kKeywords.end();
  return keyword || !onlyLetters(toUtf32(out)) ? letters(false) : out;
}

std::string Draw::accented() {
  for (int tries = 0; tries < kTries; ++tries) {
    const uint32_t word = percent(50) ? nearby() : anywhere();
    const Forms& forms = corpus_.lexicon.forms(word);
    const std::string& form = corpus_.lexicon.accented().at(forms.accented);
    if (form == folded(word) && tries + 5 < kTries) continue;
    if (onlyLetters(toUtf32(form)) && usable(folded(word), true)) return form;
  }
  return letters(false);
}

size_t Draw::expansions(const std::string& pattern) const {
  const std::u32string wanted = toUtf32(pattern);
  return static_cast<size_t>(
      std::count_if(vocabulary_.begin(), vocabulary_.end(),
                    [&](const auto& word) { return matchesPattern(wanted, word); }));
}

std::string Draw::author() {
  for (int tries = 0; tries < kTries; ++tries) {
    const Article& from = tries < 2 ? *article_ : oneOf(corpus_.articles);
    for (const auto& words : from.authorWords) {
      if (words.empty()) continue;
      const std::string& word = oneOf(words);
      if (usable(word, true)) return word;
    }
  }
  return "smith";
}

std::string Draw::language() {
  return corpus_.languages.at(static_cast<uint32_t>(below(corpus_.languages.size())));
}

std::string Draw::source() {
  return percent(80) ? article_->source : oneOf(corpus_.articles).source;
}

std::string Draw::section() {
  return percent(80) ? article_->section : oneOf(corpus_.articles).section;
}

std::string Draw::precise(const Interval& date, size_t width) const {
  const int day = std::min(date.first % 100, 28);
  return fmt::format("{:04}-{:02}-{:02}", date.first / 10000, date.first / 100 % 100, day)
      .substr(0, width);
}

std::string Draw::date() {
  static const std::vector<size_t> kWidths = {4, 7, 10};
  const auto& here = article_->date;
  const auto& there = oneOf(corpus_.articles).date;
  if (!here || percent(15)) return "undated";
  const std::string one = precise(*here, oneOf(kWidths));
  if (percent(40)) return one;
  if (percent(25)) return ".." + one;
  if (percent(33) || !there) return one + "..";
  const bool ordered = here->first <= there->first;
  const std::string early = precise(ordered ? *here : *there, oneOf(kWidths));
  const std::string late = precise(ordered ? *there : *here, oneOf(kWidths));
  return early + ".." + late;
}

}  // namespace oracle
