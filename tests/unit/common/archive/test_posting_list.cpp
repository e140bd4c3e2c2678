// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/posting_list.hpp"

#include <random>
#include <set>

#include "common/error.hpp"
#include "indexer/segment/inverter.hpp"
#include "tests/catch.hpp"

namespace {

using Postings = std::vector<std::pair<news::DocId, std::uint32_t>>;

struct Drawn {
  std::vector<news::DocId> articles;
  std::vector<std::uint32_t> frequencies;
};

Drawn draw(std::mt19937& random, std::uint32_t universe, double density, std::uint32_t most) {
  Drawn out;
  std::bernoulli_distribution in(density);
  for (std::uint32_t n = 0; n < universe; ++n)
    if (in(random)) {
      out.articles.push_back(n);
      // Most are 1; a few are large, now and then beyond any code.
      const auto kind = random() % 100;
      out.frequencies.push_back(kind < 60 ? 1 : kind < 99 ? 1 + random() % most : 1 + random());
    }
  if (out.articles.empty()) {
    out.articles.push_back(universe - 1);
    out.frequencies.push_back(1);
  }
  return out;
}

Postings read(const news::PostingView& view, const news::ArticleSet* wanted = nullptr) {
  Postings out;
  const auto visit = [&](news::DocId n, std::uint32_t f) { out.emplace_back(n, f); };
  if (wanted)
    view.for_each_in(*wanted, visit);
  else
    view.for_each(visit);
  return out;
}

}  // namespace

TEST_CASE("posting lists come back as they were encoded, sparse or dense, whole or in part") {
  std::mt19937 random(11);
  for (const std::uint32_t universe : {1u, 63u, 64u, 65u, 1000u, 70000u})
    for (const double density : {0.0001, 0.003, 0.01, 0.02, 0.03, 0.1, 0.4, 1.0})
      for (const std::uint32_t most : {1u, 3u, 20u, 400u}) {
        const Drawn drawn = draw(random, universe, density, most);
        const bool with = random() % 2 == 0;
        std::string bytes;
        news::encode_list(drawn.articles, with ? drawn.frequencies : std::vector<std::uint32_t>{},
                          universe, bytes);
        const news::PostingView view(bytes, universe);
        Postings expected;
        news::ArticleSet all(universe);
        for (std::size_t i = 0; i < drawn.articles.size(); ++i) {
          expected.emplace_back(drawn.articles[i], with ? drawn.frequencies[i] : 0);
          all.add(drawn.articles[i]);
        }
        REQUIRE(view.size() == drawn.articles.size());
        REQUIRE(view.has_frequencies() == with);
        REQUIRE(read(view) == expected);
        for (const std::uint32_t step :
             {7u, 100u, 5000u}) {  // few that are wanted: most is skipped
          news::ArticleSet wanted(universe);
          for (std::uint32_t n = random() % step; n < universe; n += 1 + random() % step)
            wanted.add(n);
          // In steps of hundreds it is the wanted ones of the list that tell.
          for (std::size_t i = 0; i < 20; ++i)
            wanted.add(drawn.articles[random() % drawn.articles.size()]);
          Postings part;
          for (const auto& posting : expected)
            if (wanted.contains(posting.first)) part.push_back(posting);
          REQUIRE(read(view, &wanted) == part);
        }
        news::ArticleSet set(universe);
        view.add_to(set);
        REQUIRE(set == all);
      }
}

TEST_CASE("damaged posting lists are refused or read within their bytes") {
  std::mt19937 random(12);
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::uint32_t universe = 1 + random() % 3000;
    const Drawn drawn = draw(random, universe, round % 2 == 0 ? 0.02 : 0.5, 300);
    std::string bytes;
    news::encode_list(drawn.articles, drawn.frequencies, universe, bytes);
    if (random() % 3 == 0)
      bytes.resize(random() % bytes.size());
    else
      for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    bytes.shrink_to_fit();  // so that a sanitizer sees a read after the end
    try {
      const news::PostingView view(bytes, universe);
      news::ArticleSet set(universe);
      view.add_to(set);
      for (const auto& [n, f] : read(view)) REQUIRE(n < universe);
    } catch (const news::Error& e) {
      CHECK(e.code() == news::ErrorCode::damaged);
      ++refused;
    }
  }
  CHECK(refused > 500);
}

TEST_CASE("article sets do what sets do") {
  std::mt19937 random(13);
  for (const std::uint32_t universe : {1u, 64u, 130u, 1000u}) {
    std::set<news::DocId> a, b;
    news::ArticleSet x(universe), y(universe);
    for (std::uint32_t i = 0; i < universe; ++i) {
      const news::DocId n = random() % universe, m = random() % universe;
      a.insert(n);
      x.add(n);
      b.insert(m);
      y.add(m);
    }
    for (news::DocId n = 0; n < universe; ++n) {
      REQUIRE((x & y).contains(n) == (a.contains(n) && b.contains(n)));
      REQUIRE((x | y).contains(n) == (a.contains(n) || b.contains(n)));
      REQUIRE((x - y).contains(n) == (a.contains(n) && !b.contains(n)));
    }
    CHECK(x.size() == a.size());
    CHECK(x.members() == std::vector<news::DocId>(a.begin(), a.end()));
    CHECK(news::ArticleSet::all(universe).size() == universe);
    CHECK((x - x).empty());
    CHECK_FALSE(x.contains(universe));
  }
}

TEST_CASE("the inverter's lists equal a map's, whatever the number of parts") {
  for (const std::size_t parts : {1u, 3u}) {
    std::mt19937 random(14);
    std::vector<std::vector<std::uint32_t>> articles(200);
    std::map<std::uint32_t, std::map<news::DocId, std::uint32_t>> expected;
    for (news::DocId n = 0; n < articles.size(); ++n)
      for (std::uint32_t i = 0; i < random() % 50; ++i) {
        articles[n].push_back(random() % 30);
        ++expected[articles[n].back()][n];
      }
    news::Inverter inverter(31, parts, true);
    for (const bool counting : {true, false}) {
      for (std::size_t part = 0; part < parts; ++part)
        for (std::size_t n = 200 * part / parts; n < 200 * (part + 1) / parts; ++n)
          for (const auto term : articles[n]) {
            const auto article = static_cast<news::DocId>(n);
            if (counting)
              inverter.count(part, article, term);
            else
              inverter.put(part, article, term);
          }
      if (counting) inverter.lay_out();
    }
    CHECK(inverter.document_frequency(30) == 0);
    for (std::uint32_t term = 0; term < 30; ++term) {
      std::map<news::DocId, std::uint32_t> found;
      for (std::size_t i = 0; i < inverter.document_frequency(term); ++i)
        found[inverter.articles(term)[i]] = inverter.frequencies(term)[i];
      CHECK(found == expected[term]);
    }
  }
}
