#include <paidan/matching/features.hpp>

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>
#include <paidan/matching/candidates.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <numeric>

using namespace paidan;

namespace {

matching::Features two_pairs() {
  matching::Features features;
  features.pairs = 2;
  features.fairness_pieces = 1;
  features.columns = {{.term = matching::Term::travel, .piece = 0, .scale = 1, .values = {600, 0}},
                      {.term = matching::Term::quality, .piece = 0, .scale = 1, .values = {-50, 100}},
                      {.term = matching::Term::change, .piece = 0, .scale = 1, .values = {5, 0}},
                      {.term = matching::Term::change, .piece = 1, .scale = 1 << 30, .values = {2, 0}},
                      {.term = matching::Term::fairness, .piece = 0, .scale = 1, .values = {0, 7}}};
  return features;
}

}  // namespace

TEST_CASE("costs are features times weights, and the terms of a pair sum to its cost") {
  const matching::Features features = two_pairs();
  matching::Weights weights;
  weights.travel = 3;
  weights.quality = 10;
  weights.change = 2;
  weights.fairness = {11};
  const std::int64_t change = 2 * (5 + 2 * (std::int64_t{1} << 30));
  CHECK(matching::costs(features, weights) == std::vector<std::int64_t>{1'800 - 500 + change, 1'000 + 77});
  const auto terms = matching::breakdown(features, weights, 0);
  CHECK(terms[static_cast<std::size_t>(matching::Term::travel)] == 1'800);
  CHECK(terms[static_cast<std::size_t>(matching::Term::change)] == change);
  CHECK(std::accumulate(terms.begin(), terms.end(), std::int64_t{0}) == 1'300 + change);
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::breakdown(features, weights, 2)),
                       "pair: pair must be between 0 and 1, got 2", InvalidInput);
}

TEST_CASE("weights that would overflow, are negative or too few are errors") {
  matching::Features features = two_pairs();
  features.columns[0].values = {INT32_MAX, INT32_MIN};
  matching::Weights weights;
  weights.fairness = {0};
  weights.travel = 1'000'000'000;
  CHECK(matching::costs(features, weights)[1] == std::int64_t{INT32_MIN} * 1'000'000'000 + 0);
  weights.travel = 1'000'000'000'000;
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::costs(features, weights)), "weights: weights is too large: ≥ 2^62",
                       InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(matching::breakdown(features, weights, 1)), InvalidInput);
  weights.travel = -1;
  weights.fairness.clear();
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::costs(features, weights)),
                       "weights.travel: weights.travel must be between 0 and 1000000000000, got -1\n"
                       "weights.fairness: weights.fairness needs 1 weights, one for each piece, got 0",
                       InvalidInput);
}

TEST_CASE("a what-if with other weights needs no new features") {
  for (int seed = 0; seed < paidan_test::cases(20); ++seed) {
    CAPTURE(seed);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    const Problem problem = paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 12});
    const matching::Candidates found = matching::candidates(problem);
    const Problem changed = problem.with([&](ProblemData& data) {
      data.objective.per_travel_second = random.between(0, 9'000);
      data.objective.per_lateness_second = 10'000;
      data.objective.per_rating_point = random.between(0, 90'000);
      data.objective.not_preferred = random.between(0, 9'000'000);
      for (FairnessPiece& piece : data.objective.fairness) piece.per_second = random.between(0, 5'000);
    });
    const matching::Candidates rebuilt = matching::candidates(changed);
    CHECK(matching::costs(found.features, rebuilt.weights) == matching::costs(rebuilt.features, rebuilt.weights));
  }
}

TEST_CASE("best first is bounded: no rating is worth more than the clip") {
  for (int seed = 0; seed < paidan_test::cases(20); ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 8});
    const std::int64_t clip = problem.data().objective.rating_clip;
    for (const matching::FeatureColumn& column : matching::candidates(problem).features.columns) {
      if (column.term != matching::Term::quality) continue;
      for (const std::int32_t points : column.values) CHECK((points >= -clip && points <= clip));
    }
  }
}

TEST_CASE("a strict tier is worth more than all else and refused when it cannot be") {
  const Problem problem = paidan_test::random_problem(1, {.orders = 8});
  matching::Weights weights = matching::weights_of(problem.data().objective);
  const std::vector<std::int32_t> floors{450};
  const std::int64_t tier = matching::strict_tier(problem, weights, floors);
  std::int64_t most = INT64_MIN;
  std::int64_t least = INT64_MAX;
  const matching::Candidates found = matching::candidates(problem);
  for (const std::int64_t cost : matching::costs(found.features, weights)) {
    most = std::max(most, cost);
    least = std::min(least, cost);
  }
  CHECK(tier > most - least);
  weights.lateness = 1'000'000'000'000;
  weights.travel = 1'000'000'000'000;
  weights.distance = 1'000'000'000'000;
  CHECK(matching::strict_tier(problem, weights, floors) > tier);
  std::vector<std::int32_t> many(500);
  std::iota(many.rbegin(), many.rend(), 1);
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::strict_tier(problem, weights, many)),
                       "weights: weights is too large: ≥ 2^62", InvalidInput);
  CHECK(matching::tier_of(0, floors) == 0);
  CHECK(matching::tier_of(449, floors) == 0);
  CHECK(matching::tier_of(450, floors) == 1);
}
