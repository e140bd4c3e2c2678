// SPDX-License-Identifier: GPL-2.0-or-later
// A peer: Xapian as its own guide teaches it, and nothing else of this project. The English stemmer
// with positions, value slots for source and date, the JSON record as the document's data;
// QueryParser, Enquire, ValueCountMatchSpy; exact totals by check_at_least = all documents.
//
//   xapian_book index  CORPUS.jsonl DIR THREADS      a database a thread, compacted into one
//   xapian_book search DIR QUERIES.tsv MODE [PASSES [SECONDS]]
//                      MODE: or | exact-or | exact-and | exact-phrase | facets | date-sort | fetch
//   xapian_book export DIR FILE                      every record as a JSON line
//   xapian_book one    DIR WORDS                     one query, id, date and title of the ten best
//
// Passes and times as in search_bench.cpp; one JSON object a run.
#include <fmt/format.h>
#include <simdjson.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
constexpr Xapian::valueno kSource = 0, kDate = 1, kMonth = 2;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string member(simdjson::dom::element record, const char* name) {
  std::string_view value;
  return record[name].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

Xapian::Document make_document(simdjson::dom::parser& parser, const std::string& line,
                               Xapian::TermGenerator& terms) {
  const simdjson::dom::element record = parser.parse(line);
  Xapian::Document document;
  terms.set_document(document);
  terms.set_termpos(0);
  terms.index_text(member(record, "title"), 1, "S");  // for title:word
  terms.increase_termpos();
  terms.index_text(member(record, "title"));
  terms.increase_termpos();
  terms.index_text(member(record, "text"));
  const std::string date = member(record, "date");
  document.add_value(kSource, member(record, "source"));
  document.add_value(kDate, date);  // ISO 8601 sorts as it stands
  document.add_value(kMonth, date.substr(0, 7));
  document.add_boolean_term("Q" + member(record, "id"));
  document.set_data(line);
  return document;
}

void index(const std::string& corpus, const std::string& dir, unsigned threads) {
  const auto start = Clock::now();
  std::ifstream in(corpus);
  std::mutex reading;
  const auto part = [&](unsigned n) { return dir + "/part" + std::to_string(n); };
  const auto work = [&](unsigned n) {
    Xapian::WritableDatabase database(part(n), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator terms;
    terms.set_stemmer(Xapian::Stem("english"));
    simdjson::dom::parser parser;
    for (std::string line;;) {
      {
        const std::lock_guard lock(reading);
        if (!std::getline(in, line)) break;
      }
      database.add_document(make_document(parser, line, terms));
    }
    database.commit();
  };
  fs::create_directories(dir);
  std::vector<std::thread> pool;
  for (unsigned n = 0; n < threads; ++n) pool.emplace_back(work, n);
  for (auto& thread : pool) thread.join();
  Xapian::Database all;
  for (unsigned n = 0; n < threads; ++n) all.add_database(Xapian::Database(part(n)));
  const unsigned articles = all.get_doccount();
  all.compact(dir + "/whole");
  for (unsigned n = 0; n < threads; ++n) fs::remove_all(part(n));
  fmt::print("{{\"task\":\"index\",\"articles\":{},\"seconds\":{:.3f}}}\n", articles,
             seconds_since(start));
}

class Book {
 public:
  explicit Book(const std::string& dir) : database_(dir + "/whole") {
    parser_.set_stemmer(Xapian::Stem("english"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
  }

  Xapian::MSet search(const std::string& words, const std::string& mode) {
    parser_.set_default_op(mode == "exact-and" ? Xapian::Query::OP_AND : Xapian::Query::OP_OR);
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser_.parse_query(mode == "exact-phrase" ? '"' + words + '"' : words));
    Xapian::ValueCountMatchSpy sources(kSource), months(kMonth);
    if (mode == "facets") {
      enquire.add_matchspy(&sources);
      enquire.add_matchspy(&months);
    }
    if (mode == "date-sort") enquire.set_sort_by_value_then_relevance(kDate, true);
    const bool exact = mode.starts_with("exact-") || mode == "facets";
    Xapian::MSet found = enquire.get_mset(0, 10, exact ? database_.get_doccount() : 0);
    if (mode == "facets" && sources.get_total() != found.get_matches_estimated())
      throw Xapian::InternalError("a facet that missed a match");
    return found;
  }

  std::uint64_t fetch(const std::string& ids) const {
    std::uint64_t found = 0;
    for (std::size_t at = 0; at <= ids.size();) {
      const std::size_t end = std::min(ids.find('\t', at), ids.size());
      const std::string term = "Q" + ids.substr(at, end - at);
      const auto posting = database_.postlist_begin(term);
      if (posting != database_.postlist_end(term))
        found += database_.get_document(*posting).get_data().empty() ? 0 : 1;
      at = end + 1;
    }
    return found;
  }

  const Xapian::Database& database() const { return database_; }

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

void search(const std::string& dir, const char* file, const std::string& mode, int passes,
            double limit) {
  std::vector<std::string> queries;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    queries.push_back(line.substr(line.find('\t') + 1));
  Book book(dir);
  std::vector<double> ms(queries.size());
  std::uint64_t hits = 0;
  int pass = 0;
  const auto begin = Clock::now();
  for (; pass < passes && (pass < 2 || seconds_since(begin) < limit); ++pass) {
    hits = 0;
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const auto start = Clock::now();
      hits += mode == "fetch" ? book.fetch(queries[i])
                              : book.search(queries[i], mode).get_matches_estimated();
      ms[i] = seconds_since(start) * 1000;
    }
  }
  double sum = 0;
  for (const double x : ms) sum += x;
  std::sort(ms.begin(), ms.end());
  fmt::print(R"({{"task":"{}","queries":{},"passes":{},"hits":{},"mean_ms":{:.4f},"p50_ms":{:.4f},)"
             R"("p99_ms":{:.4f}}})"
             "\n",
             mode, ms.size(), pass, hits, sum / static_cast<double>(ms.size()),
             ms.at(ms.size() / 2), ms.at(ms.size() * 99 / 100));
}

void export_all(const std::string& dir, const std::string& file) {
  const auto start = Clock::now();
  const Book book(dir);
  std::ofstream out(file);
  std::uint64_t articles = 0;
  const auto& database = book.database();
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it, ++articles)
    out << database.get_document(*it, Xapian::DOC_ASSUME_VALID).get_data() << '\n';
  out.close();
  fmt::print("{{\"task\":\"export\",\"articles\":{},\"seconds\":{:.3f}}}\n", articles,
             seconds_since(start));
}

void one(const std::string& dir, const std::string& words) {
  simdjson::dom::parser parser;
  const Xapian::MSet found = Book(dir).search(words, "or");
  for (auto it = found.begin(); it != found.end(); ++it) {
    const std::string data = it.get_document().get_data();
    const simdjson::dom::element record = parser.parse(data);
    fmt::print("{}|{}|{}\n", member(record, "id"), member(record, "date"), member(record, "title"));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> a(argv, argv + argc);
  const std::string command = argc > 3 ? a[1] : "";
  try {
    if (command == "index" && argc == 5) {
      index(a[2], a[3], static_cast<unsigned>(std::stoul(a[4])));
    } else if (command == "search" && argc >= 5) {
      search(a[2], argv[3], a[4], argc > 5 ? std::stoi(a[5]) : 12,
             argc > 6 ? std::stod(a[6]) : 1e9);
    } else if (argc == 2 && a[1] == "version") {
      fmt::print("{}\n", Xapian::version_string());
    } else if (command == "export") {
      export_all(a[2], a[3]);
    } else if (command == "one") {
      one(a[2], a[3]);
    } else {
      std::cerr << "usage: xapian_book index CORPUS DIR THREADS | search DIR QUERIES MODE [PASSES "
                   "[SECONDS]] | export DIR FILE | one DIR WORDS\n";
      return 2;
    }
  } catch (const Xapian::Error& e) {
    std::cerr << "xapian_book: " << e.get_description() << "\n";
    return 1;
  } catch (const std::exception& e) {
    std::cerr << "xapian_book: " << e.what() << "\n";
    return 1;
  }
}
