// SPDX-License-Identifier: GPL-2.0-or-later
// Scores article extraction: see usage().
#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/error.hpp"
#include "common/io/archive_stream.hpp"
#include "common/io/json_writer.hpp"
#include "indexer/extract/page.hpp"
#include "indexer/extract/page_charset.hpp"

namespace {

constexpr const char* kUsage = R"(Scores article extraction.

Examples:
  extraction score article-extraction-benchmark/         ours
  extraction score article-extraction-benchmark/ --predictions output/trafilatura.json
  extraction score DIR --each                            precision and recall of each page, too
  extraction show page.html page2.html.gz > articles.ndjson
  extraction explain page.html                           each block, and what became of it
  extraction speed pages/*.html

score follows the evaluation of scrapinghub/article-extraction-benchmark: texts are cut into words
(letters, digits, underscores), four in a row are a shingle; precision and recall are those of
shingles as multisets, averaged over pages; F1 is of the averages; accuracy is the share of pages
whose words are equal. Intervals are standard deviations over 1,000 bootstrap samples.
)";

using Counts = std::map<std::string, int>;

bool is_word(UChar32 c) {
  return c == '_' || u_isalnum(c) || (u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) != U_NT_NONE);
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0, begin = 0; at < size; begin = at) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c >= 0 && is_word(c)) {
      word.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

Counts shingles_of(const std::vector<std::string>& words) {
  constexpr std::size_t kWords = 4;
  Counts counts;
  const std::size_t last = words.size() > kWords ? words.size() - kWords : 0;
  for (std::size_t i = 0; i <= last; ++i) {
    std::string shingle;
    for (std::size_t n = i; n < std::min(i + kWords, words.size()); ++n)
      shingle.append(words[n]).append(1, ' ');
    ++counts[shingle];
  }
  return counts;
}

struct Score {
  double precision = 0, recall = 0;
  bool same = false;
};

Score score_text(const std::string& truth, const std::string& found) {
  const auto true_words = words_of(truth), found_words = words_of(found);
  const Counts expected = shingles_of(true_words), got = shingles_of(found_words);
  double hits = 0, wrong = 0, missed = 0;
  for (const auto& [shingle, n] : expected) {
    const auto other = got.find(shingle);
    const int both = other == got.end() ? 0 : std::min(n, other->second);
    hits += both;
    missed += n - both;
  }
  for (const auto& [shingle, n] : got) {
    const auto other = expected.find(shingle);
    wrong += n - (other == expected.end() ? 0 : std::min(n, other->second));
  }
  Score score;
  score.precision = wrong == 0 && missed == 0 ? 1 : hits + wrong == 0 ? 0 : hits / (hits + wrong);
  score.recall = wrong == 0 && missed == 0 ? 1 : hits + missed == 0 ? 0 : hits / (hits + missed);
  score.same = true_words == found_words;
  return score;
}

struct Summary {
  double f1 = 0, precision = 0, recall = 0, accuracy = 0;
};

Summary summarise(const std::vector<Score>& scores) {
  Summary s;
  for (const auto& score : scores) {
    s.precision += score.precision;
    s.recall += score.recall;
    s.accuracy += score.same ? 1 : 0;
  }
  const auto n = static_cast<double>(scores.size());
  s.precision /= n;
  s.recall /= n;
  s.accuracy /= n;
  s.f1 = 2 * s.precision * s.recall / (s.precision + s.recall);
  return s;
}

void print_summary(const std::vector<Score>& scores) {
  constexpr int kSamples = 1000;
  const Summary all = summarise(scores);
  std::mt19937 random(42);
  std::uniform_int_distribution<std::size_t> pick(0, scores.size() - 1);
  std::vector<Summary> samples;
  for (int i = 0; i < kSamples; ++i) {
    std::vector<Score> sample;
    for (std::size_t n = 0; n < scores.size(); ++n) sample.push_back(scores[pick(random)]);
    samples.push_back(summarise(sample));
  }
  const auto spread = [&](double Summary::*member) {
    double sum = 0, squares = 0;
    for (const auto& s : samples) sum += s.*member, squares += s.*member * (s.*member);
    const double mean = sum / kSamples;
    return std::sqrt(std::max(0.0, squares / kSamples - mean * mean));
  };
  fmt::print(
      "{} pages: F1 {:.3f} ± {:.3f}  precision {:.3f} ± {:.3f}  recall {:.3f} ± {:.3f}  accuracy "
      "{:.3f} ± {:.3f}\n",
      scores.size(), all.f1, spread(&Summary::f1), all.precision, spread(&Summary::precision),
      all.recall, spread(&Summary::recall), all.accuracy, spread(&Summary::accuracy));
}

std::string read_file(const std::string& path) {
  news::ArchiveStream stream(path);
  std::string bytes;
  if (!stream.next_member()) return bytes;
  for (auto block = stream.read(); !block.empty(); block = stream.read()) bytes += block;
  return bytes;
}

news::Page page_of(const std::string& path) {
  return news::extract_page(news::decode_page(read_file(path)));
}

/// id → articleBody.
std::map<std::string, std::string> read_bodies(const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::element document = parser.load(path);
  if (simdjson::dom::element inner; document["output"].get(inner) == simdjson::SUCCESS)
    document = inner;
  std::map<std::string, std::string> bodies;
  for (const auto [id, value] : document.get_object()) {
    std::string_view body;
    if (value["articleBody"].get(body) == simdjson::SUCCESS) bodies[std::string(id)] = body;
  }
  return bodies;
}

int score(const std::string& folder, const std::string& predictions, bool each) {
  const auto truth = read_bodies(folder + "/ground-truth.json");
  std::map<std::string, std::string> found;
  if (!predictions.empty()) {
    found = read_bodies(predictions);
  } else {
    for (const auto& [id, body] : truth)
      found[id] = page_of(folder + "/html/" + id + ".html.gz").text;
  }
  std::vector<Score> scores;
  for (const auto& [id, body] : truth) {
    scores.push_back(score_text(body, found[id]));
    if (each) fmt::print("{:.3f} {:.3f} {}\n", scores.back().precision, scores.back().recall, id);
  }
  print_summary(scores);
  return 0;
}

int show(const std::vector<std::string>& files) {
  for (const auto& file : files) {
    news::Page page;
    try {
      page = page_of(file);
    } catch (const news::Error& error) {
      fmt::print(stderr, "{}: {}\n", file, error.what());
      continue;
    }
    news::JsonWriter json;
    json.begin_object().text("file", file).number("kind", static_cast<unsigned>(page.kind));
    json.text("title", page.title).texts("authors", page.authors);
    json.text("date", page.date).text("section", page.section).text("language", page.language);
    json.text("site", page.site).text("url", page.url).text("text", page.text);
    fmt::print("{}", json.end_object().end_line().take());
  }
  return 0;
}

int speed(const std::vector<std::string>& files) {
  std::vector<std::string> pages;
  std::size_t bytes = 0, text = 0;
  for (const auto& file : files) {
    pages.push_back(read_file(file));
    bytes += pages.back().size();
  }
  const auto start = std::chrono::steady_clock::now();
  for (const auto& page : pages) text += news::extract_page(news::decode_page(page)).text.size();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  fmt::print("{} pages, {:.1f} MB in {:.2f} s: {:.1f} MB/s, {:.2f} ms a page; {:.1f} MB of text\n",
             pages.size(), double(bytes) / 1e6, seconds, double(bytes) / 1e6 / seconds,
             seconds * 1e3 / double(pages.size()), double(text) / 1e6);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  try {
    if (args.size() == 2 && args[0] == "score") return score(args[1], {}, false);
    if (args.size() == 3 && args[0] == "score" && args[2] == "--each")
      return score(args[1], {}, true);
    if (args.size() == 4 && args[0] == "score" && args[2] == "--predictions")
      return score(args[1], args[3], false);
    if (args.size() > 1 && args[0] == "show") return show({args.begin() + 1, args.end()});
    if (args.size() == 2 && args[0] == "explain") {
      fmt::print("{}", news::explain_page(news::decode_page(read_file(args[1]))));
      return 0;
    }
    if (args.size() > 1 && args[0] == "speed") return speed({args.begin() + 1, args.end()});
  } catch (const std::exception& error) {
    fmt::print(stderr, "extraction: {}\n", error.what());
    return 1;
  }
  fmt::print(stderr, "{}", kUsage);
  return 2;
}
