// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>

#include "searcher/engine/terms/significant_terms.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("log-likelihood of a table by hand", "[terms]") {
  // Dunning's formula, with observed and expected counts.
  const double expected = 2 * (8 * std::log(8 / 2.4) + 12 * std::log(12 / 17.6) +
                               4 * std::log(4 / 9.6) + 76 * std::log(76 / 70.4));
  CHECK(std::abs(log_likelihood({8, 12}, {20, 100}) - expected) < 1e-9);
}

TEST_CASE("what is as frequent everywhere has no log-likelihood", "[terms]") {
  CHECK(std::abs(log_likelihood({5, 10}, {50, 100})) < 1e-9);
  CHECK(std::abs(log_likelihood({50, 100}, {50, 100})) < 1e-9);
  CHECK(std::abs(log_likelihood({10, 10}, {100, 100})) < 1e-9);
}

TEST_CASE("log-likelihood grows with what is here, and falls with what is elsewhere", "[terms]") {
  double last = 0;
  for (std::uint64_t here = 1; here <= 50; ++here) {
    const double most = log_likelihood({here, here}, {50, 1000});
    CHECK(most > last);
    last = most;
    double less = most;
    for (std::uint64_t all = here + 1; all * 50 < here * 1000; ++all) {
      const double now = log_likelihood({here, all}, {50, 1000});
      CHECK(now < less);
      less = now;
    }
  }
}

}  // namespace news
