// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus.hpp"

#include <simdjson.h>

#include <algorithm>
#include <fstream>
#include <future>
#include <iterator>
#include <stdexcept>
#include <unordered_map>

#include "analysis.hpp"
#include "fold.hpp"

namespace oracle {
namespace {

using simdjson::dom::element;

// One thread's share, with word and language numbers of its own.
struct Part {
  Lexicon lexicon;
  StringPool languages;
  std::vector<Article> articles;
  size_t rejected = 0;
};

std::string stringAt(const element& record, const char* key) {
  std::string_view value;
  return record[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

bool allBlank(const std::string& value) {
  return foldValue(value).empty();
}

std::vector<std::string> authorsOf(const element& record) {
  std::vector<std::string> out;
  simdjson::dom::array list;
  if (record["author"].get(list) == simdjson::SUCCESS) {
    for (const element item : list) {
      std::string_view name;
      if (item.get(name) == simdjson::SUCCESS) out.emplace_back(name);
    }
  } else {
    out.push_back(stringAt(record, "author"));
  }
  std::erase_if(out, allBlank);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Turns ascending offsets of ends into the word numbers that start a new stretch.
std::vector<uint32_t> wordStarts(const std::vector<int32_t>& ends,
                                 const std::vector<int32_t>& wordBegins) {
  std::vector<uint32_t> out;
  for (const int32_t end : ends) {
    const auto next = std::lower_bound(wordBegins.begin(), wordBegins.end(), end);
    const auto index = static_cast<uint32_t>(next - wordBegins.begin());
    const bool within = index > 0 && index < wordBegins.size();
    if (within && (out.empty() || out.back() != index)) out.push_back(index);
  }
  return out;
}

class Reader {
 public:
  explicit Reader(Part& part) : part_(part) {}

  void read(std::string_view line) {
    element record;
    if (parser_.parse(line.data(), line.size(), true).get(record) != simdjson::SUCCESS) {
      ++part_.rejected;
      return;
    }
    const std::string title = stringAt(record, "title");
    const std::string text = stringAt(record, "text");
    if (title.empty() && text.empty()) {
      ++part_.rejected;
      return;
    }
    Article& article = part_.articles.emplace_back();
    readFields(record, article);
    std::vector<int32_t> begins;
    article.title = wordsOf(fromUtf8(title), begins);
    const icu::UnicodeString body = fromUtf8(text);
    article.text = wordsOf(body, begins);
    const std::string& language = part_.languages.at(article.language);
    article.sentences = wordStarts(segmenter_.sentenceEnds(body, language), begins);
    article.paragraphs = wordStarts(paragraphEnds(body), begins);
  }

 private:
  void readFields(const element& record, Article& article) {
    article.id = stringAt(record, "id");
    article.url = stringAt(record, "url");
    article.source = stringAt(record, "source");
    article.section = stringAt(record, "section");
    if (allBlank(article.source)) article.source.clear();
    if (allBlank(article.section)) article.section.clear();
    article.authors = authorsOf(record);
    for (const std::string& author : article.authors) {
      article.authorWords.push_back(foldedWords(segmenter_, author));
    }
    article.date = parseIsoDate(stringAt(record, "date"));
    if (!article.date) article.date = dateInUrl(article.url);
    const std::string language = stringAt(record, "language");
    article.language = part_.languages.add(language.empty() ? stringAt(record, "lang") : language);
  }

  std::vector<uint32_t> wordsOf(const icu::UnicodeString& text, std::vector<int32_t>& begins) {
    begins.clear();
    std::vector<uint32_t> out;
    for (const Stretch& word : segmenter_.words(text)) {
      const std::u16string_view written(text.getBuffer() + word.begin,
                                        static_cast<size_t>(word.end - word.begin));
      const uint32_t number = part_.lexicon.add(written);
      if (number == kNone) continue;
      out.push_back(number);
      begins.push_back(word.begin);
    }
    out.shrink_to_fit();
    return out;
  }

  Part& part_;
  Segmenter segmenter_;
  simdjson::dom::parser parser_;
};

Part readPart(const std::vector<std::string_view>& lines, size_t begin, size_t end) {
  Part part;
  Reader reader(part);
  for (size_t i = begin; i < end; ++i) reader.read(lines[i]);
  return part;
}

std::vector<std::string_view> linesOf(std::string_view text, size_t limit) {
  std::vector<std::string_view> out;
  while (!text.empty() && out.size() < limit) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) out.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// Moves a part into the corpus, with the corpus's numbers in place of its own.
void append(Corpus& corpus, Part&& part) {
  std::vector<uint32_t> words(part.lexicon.size());
  for (uint32_t i = 0; i < words.size(); ++i)
    words[i] = corpus.lexicon.add(part.lexicon.written(i));
  for (Article& article : part.articles) {
    for (uint32_t& word : article.title) word = words[word];
    for (uint32_t& word : article.text) word = words[word];
    article.language = corpus.languages.add(part.languages.at(article.language));
    corpus.articles.push_back(std::move(article));
  }
  corpus.rejected += part.rejected;
}

void keepLastOfEachId(std::vector<Article>& articles) {
  std::unordered_map<std::string, size_t> last;
  for (size_t i = 0; i < articles.size(); ++i) last[articles[i].id] = i;
  std::vector<Article> kept;
  kept.reserve(last.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    const bool keeps = articles[i].id.empty() || last[articles[i].id] == i;
    if (keeps) kept.push_back(std::move(articles[i]));
  }
  articles = std::move(kept);
}

void addStems(Corpus& corpus) {
  const size_t words = corpus.lexicon.folded().size();
  corpus.stem.assign(corpus.languages.size(), std::vector<uint32_t>(words, kNone));
  for (const Article& article : corpus.articles) {
    auto& stems = corpus.stem[article.language];
    const std::string& language = corpus.languages.at(article.language);
    for (const auto* field : {&article.title, &article.text}) {
      for (const uint32_t word : *field) {
        const uint32_t folded = corpus.lexicon.forms(word).folded;
        if (stems[folded] != kNone) continue;
        stems[folded] = corpus.stems.add(stemOf(language, corpus.lexicon.folded().at(folded)));
      }
    }
  }
}

}  // namespace

Corpus readCorpus(std::string_view jsonLines, size_t limit) {
  const auto lines = linesOf(jsonLines, limit);
  const size_t half = lines.size() / 2;
  auto other = std::async(std::launch::async, readPart, std::cref(lines), half, lines.size());
  Part first = readPart(lines, 0, half);
  Corpus corpus;
  append(corpus, std::move(first));
  append(corpus, other.get());
  keepLastOfEachId(corpus.articles);
  addStems(corpus);
  return corpus;
}

std::string readFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  in.seekg(0, std::ios::end);
  std::string out(static_cast<size_t>(in.tellg()), '\0');
  in.seekg(0);
  in.read(out.data(), static_cast<std::streamsize>(out.size()));
  if (!in) throw std::runtime_error("cannot read all of " + path);
  return out;
}

}  // namespace oracle
