#include <paidan/matching/features.hpp>

#include <doctest/doctest.h>

#include <paidan/constraints/eligibility.hpp>

#include "support/random_problem.hpp"
#include "support/scored_pairs.hpp"
#include "support/soak.hpp"

#include <numeric>

using namespace paidan;
using paidan_test::scored_pairs;
using paidan_test::ScoredPair;

TEST_CASE("terms sum to the total, and only eligible pairs are scored, in order") {
  std::size_t seen = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 10, .technicians = 5});
    const auto candidates = scored_pairs(problem);
    seen += candidates.size();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const ScoredPair& c = candidates[i];
      CHECK(std::accumulate(c.terms.begin(), c.terms.end(), std::int64_t{0}) == c.total);
      CHECK(constraints::violated(problem, c.order, c.shift) == 0);
      if (i > 0) CHECK(std::pair{candidates[i - 1].order, candidates[i - 1].shift} < std::pair{c.order, c.shift});
    }
  }
  CHECK(seen > 500);
}

TEST_CASE("each term is its feature times its weight") {
  ProblemData data;
  data.origin = {1'720'396'800};
  data.locations = {{.id = "home", .name = "", .point = {}}, {.id = "flat", .name = "", .point = {}}};
  travel::MatrixData matrix{.size = 2, .seconds = {0, 600, 900, 0}, .metres = {0, 5'000, 6'000, 0}};
  data.profiles.push_back({.id = "car", .matrix = matrix, .straight_line = {}});
  Technician wang;
  wang.id = "wang";
  wang.home = "home";
  wang.rating = 450;
  wang.skills = {{"gas", 3, {}, {}}};
  wang.load_carried = hours(4);
  Shift day;
  day.id = "day";
  day.start = data.origin + hours(8);
  day.end = data.origin + hours(17);
  wang.shifts.push_back(day);
  data.technicians.push_back(wang);
  Order order;
  order.id = "1";
  order.location = "flat";
  order.skills = {{"gas", 2}};
  order.deadline = data.origin + hours(8);
  order.service = minutes(30);
  data.orders.push_back(order);
  data.objective.fairness = {{hours(4), 7}};
  const Problem problem(data);
  const auto candidates = scored_pairs(problem);
  REQUIRE(candidates.size() == 1);
  const auto term = [&](matching::Term t) { return candidates[0].terms[static_cast<std::size_t>(t)]; };
  CHECK(candidates[0].arrival_s == 8 * 3'600 + 600);
  CHECK(term(matching::Term::travel) == 600 * data.objective.per_travel_second);
  CHECK(term(matching::Term::distance) == 5'000 * data.objective.per_metre);
  CHECK(term(matching::Term::lateness) == 600 * data.objective.per_lateness_second);
  CHECK(term(matching::Term::over_skill) == data.objective.per_overskill_level);
  CHECK(term(matching::Term::fairness) == 7 * (600 + 1'800));
  CHECK(matching::name(matching::Term::over_skill) == "over_skill");
  // Listed are those that are not zero, in their order.
  std::vector<matching::TermCost> told;
  for (std::size_t i = 0; i < matching::term_count; ++i) {
    const std::int64_t cost = candidates[0].terms[i];
    if (cost != 0) told.push_back({static_cast<matching::Term>(i), cost});
  }
  CHECK(told.size() == 5);
  CHECK(matching::listed(candidates[0].terms) == told);
  CHECK(matching::listed({}).empty());
}

TEST_CASE("only the shifts asked for are scored, and unknown ones are errors") {
  const Problem problem = paidan_test::random_problem(3, {.orders = 10, .technicians = 5});
  const std::vector<ShiftIndex> one{ShiftIndex(1U)};
  REQUIRE_FALSE(scored_pairs(problem, one).empty());
  for (const ScoredPair& c : scored_pairs(problem, one)) CHECK(c.shift == ShiftIndex(1U));
  const std::vector<ShiftIndex> bad{ShiftIndex(99U)};
  CHECK_THROWS_WITH_AS(static_cast<void>(scored_pairs(problem, bad)),
                       "shifts[0]: shifts[0] must be between 0 and 4, got 99", InvalidInput);
}
