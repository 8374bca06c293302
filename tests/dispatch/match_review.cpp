#include <paidan/dispatch/match_review.hpp>

#include <doctest/doctest.h>

#include <paidan/constraints/refusal.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <algorithm>

using namespace paidan;

namespace {

Problem random_match_problem(int seed) {
  return paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 14, .technicians = 6});
}

bool has_pair(const Match& match, OrderIndex order, ShiftIndex shift) {
  return std::any_of(match.pairs.begin(), match.pairs.end(),
                     [&](const MatchedPair& pair) { return pair.order == order && pair.shift == shift; });
}

/// Where the match has the order; none() when nowhere.
ShiftIndex shift_of(const Match& match, OrderIndex order) {
  for (const MatchedPair& pair : match.pairs) {
    if (pair.order == order) return pair.shift;
  }
  return {};
}

/// Equal technicians and equal orders, so that many matches are equally good.
Problem equals(std::size_t technicians, std::size_t orders) {
  ProblemData data;
  data.origin = {1'720'396'800};
  data.locations = {{.id = "home", .name = "", .point = {}}, {.id = "flat", .name = "", .point = {}}};
  travel::MatrixData matrix{.size = 2, .seconds = {0, 600, 600, 0}, .metres = {0, 5'000, 5'000, 0}};
  data.profiles.push_back({.id = "car", .matrix = matrix, .straight_line = {}});
  for (std::size_t t = 0; t < technicians; ++t) {
    Technician one;
    one.id = "T" + std::to_string(t);
    one.home = "home";
    one.shifts.push_back({.id = "day", .start = data.origin + hours(8), .end = data.origin + hours(17)});
    data.technicians.push_back(one);
  }
  for (std::size_t o = 0; o < orders; ++o) {
    Order one;
    one.id = "O" + std::to_string(o);
    one.location = "flat";
    data.orders.push_back(one);
  }
  return Problem(std::move(data));
}

/// Every answer begins where the match has the orders, and asks nobody to move for what is chosen.
void check_moves(MatchReview review) {
  const Match base = review.match();
  for (std::size_t o = 0; o < review.problem().order_count(); ++o) {
    for (std::size_t s = 0; s < review.problem().shift_count(); ++s) {
      CAPTURE(o);
      CAPTURE(s);
      const PairAnswer answer = review.why_not(OrderIndex(o), ShiftIndex(s));
      CHECK(answer.chosen == has_pair(base, OrderIndex(o), ShiftIndex(s)));
      if (answer.chosen) CHECK(answer.moves.empty());
      if (answer.possible && !answer.chosen) CHECK_FALSE(answer.moves.empty());
      for (const MatchMove& move : answer.moves) CHECK(move.from == shift_of(base, move.order));
    }
  }
}

}  // namespace

TEST_CASE("of equally good matches the questions begin from the one that is shown") {
  for (const bool canonical : {false, true}) {
    CAPTURE(canonical);
    check_moves(MatchReview(equals(2, 3), {.canonical = canonical}));
    check_moves(MatchReview(equals(2, 3), {.capacity = 2, .canonical = canonical}));
    check_moves(MatchReview(equals(4, 4), {.capacity = 3, .load_step = 0, .canonical = canonical}));
    check_moves(MatchReview(equals(3, 7), {.capacity = 2, .must_serve = {OrderIndex(6U)}, .canonical = canonical}));
    check_moves(MatchReview(equals(3, 4), {.capacity = 2,
                                           .forced = {{OrderIndex(1U), ShiftIndex(2U)}},
                                           .forbidden = {{OrderIndex(0U), ShiftIndex(0U)}},
                                           .canonical = canonical}));
  }
}

TEST_CASE("a few candidates and pricing out the rest cost the same as all pairs") {
  int listed = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem = random_match_problem(seed);
    const Match all = match(problem, {.capacity = 2});
    CHECK(all.optimal_over == OptimalOver::all_eligible);
    for (const std::int32_t few : {1, 2}) {
      const Match priced = match(problem, {.capacity = 2, .max_candidates = few});
      CHECK(priced.cost == all.cost);
      CHECK(priced.certified);
      CHECK(priced.optimal_over == OptimalOver::all_eligible);
      CHECK(priced.candidates <= all.candidates);
      const Match only = match(problem, {.capacity = 2, .max_candidates = few, .price_out = false});
      CHECK(only.cost >= all.cost);
      if (only.optimal_over == OptimalOver::listed) ++listed;
      if (only.optimal_over == OptimalOver::all_eligible) CHECK(only.cost == all.cost);
    }
  }
  CHECK(listed > 20);
}

TEST_CASE("the price of another choice is what forcing it costs") {
  int asked = 0;
  int exact = 0;
  int refused = 0;
  int chains = 0;
  for (int seed = 0; seed < paidan_test::cases(20); ++seed) {
    const Problem problem = random_match_problem(seed);
    MatchOptions options{.capacity = 1 + seed % 2, .load_step = 300'000};
    if (seed % 3 == 0) options.max_candidates = 2;
    if (seed % 5 == 2) options.tier_floors = {450, 400};
    if (seed % 4 == 1) options.must_serve = {OrderIndex(0U), OrderIndex(3U), OrderIndex(5U), OrderIndex(6U)};
    MatchReview review(problem, options);
    const Match base = review.match();
    for (std::size_t o = 0; o < problem.order_count(); ++o) {
      for (std::size_t s = 0; s < problem.shift_count(); ++s) {
        CAPTURE(seed);
        CAPTURE(o);
        CAPTURE(s);
        const PairAnswer answer = review.why_not(OrderIndex(o), ShiftIndex(s));
        CHECK(answer.chosen == has_pair(base, OrderIndex(o), ShiftIndex(s)));
        const constraints::Refusal refusal = constraints::why_refused(problem, OrderIndex(o), ShiftIndex(s));
        CHECK(answer.families == refusal.families);
        CHECK(answer.order == OrderIndex(o));
        CHECK(answer.shift == ShiftIndex(s));
        CHECK(answer.total.has_value() == (answer.families == 0));
        CHECK(answer.regret.has_value() == answer.possible);
        if (answer.families != 0 || !answer.has_places) {
          ++refused;
          CHECK_FALSE(answer.possible);
          if (answer.families != 0) CHECK(answer.terms.empty());
          continue;
        }
        ++asked;
        std::int64_t terms = 0;
        for (const matching::TermCost& term : answer.terms) {
          CHECK(term.cost != 0);
          terms += term.cost;
        }
        CHECK(answer.total == terms);
        MatchOptions forced = options;
        forced.forced = {{OrderIndex(o), ShiftIndex(s)}};
        const Match changed = match(problem, forced);
        CHECK(changed.certified);
        const auto lost = [&](const Match& m) {
          return std::count_if(options.must_serve.begin(), options.must_serve.end(), [&](OrderIndex order) {
            return std::find(m.unassigned.begin(), m.unassigned.end(), order) != m.unassigned.end();
          });
        };
        if (answer.optimal_over == OptimalOver::all_eligible) {
          ++exact;
          CHECK(answer.must_serve_lost == lost(changed) - lost(base));
          CHECK(answer.regret == changed.cost - base.cost);
        } else {
          REQUIRE(answer.regret.has_value());
          CHECK(*answer.regret >= changed.cost - base.cost);
        }
        if (answer.moves.size() > 1) ++chains;
        if (answer.chosen) CHECK(answer.moves.empty());
        for (const MatchMove& move : answer.moves) CHECK(move.from == shift_of(base, move.order));
      }
    }
  }
  CHECK(asked > 300);
  CHECK(exact > 200);
  CHECK(refused > 100);
  CHECK(chains > 20);
}

TEST_CASE("a review holds its problem, and answers the same wherever it has moved to") {
  const auto made = [] {
    const Problem problem = random_match_problem(3);
    return MatchReview(problem, {.capacity = 2});
  };
  MatchReview review = made();
  const Problem problem = random_match_problem(3);
  CHECK(review.problem().hash() == problem.hash());
  CHECK(review.options().capacity == 2);
  CHECK(review.match() == match(problem, {.capacity = 2}));
  CHECK(review.match().problem == ContentHash{problem.hash()});
  const PairAnswer answer = review.why_not(OrderIndex(0U), ShiftIndex(0U));
  MatchReview moved = std::move(review);
  CHECK(moved.why_not(OrderIndex(0U), ShiftIndex(0U)) == answer);
}

TEST_CASE("forbidden pairs are avoided, also among those left out") {
  for (int seed = 0; seed < paidan_test::cases(30); ++seed) {
    CAPTURE(seed);
    const Problem problem = random_match_problem(seed);
    const Match free = match(problem);
    MatchOptions options{.max_candidates = seed % 2};
    for (const MatchedPair& pair : free.pairs) options.forbidden.push_back({pair.order, pair.shift});
    MatchReview review(problem, options);
    CHECK(review.match().certified);
    for (const MatchedPair& pair : free.pairs) {
      CHECK_FALSE(has_pair(review.match(), pair.order, pair.shift));
      CHECK(review.why_not(pair.order, pair.shift).forbidden);
    }
    options.max_candidates = 0;
    CHECK(match(problem, options).cost == review.match().cost);
  }
}

TEST_CASE("must-serve orders that cannot all be served are named with those who could take them") {
  int found = 0;
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const Problem problem = random_match_problem(seed);
    MatchOptions options{.capacity = 1};
    for (std::size_t o = 0; o < problem.order_count(); ++o) options.must_serve.emplace_back(o);
    const Match result = match(problem, options);
    CHECK(result.certified);
    std::size_t lacking = 0;
    for (const MatchShortage& shortage : result.shortages) {
      ++found;
      lacking += shortage.orders.size() - static_cast<std::size_t>(shortage.places);
      for (const OrderIndex order : shortage.orders) {
        for (std::size_t s = 0; s < problem.shift_count(); ++s) {
          if (std::find(shortage.shifts.begin(), shortage.shifts.end(), ShiftIndex(s)) != shortage.shifts.end())
            continue;
          CHECK(constraints::why_refused(problem, order, ShiftIndex(s)).families != 0);
        }
      }
    }
    CHECK(lacking == result.unassigned.size());
  }
  CHECK(found > 20);
}

TEST_CASE("a further place is worth what it saves, and a skill what its best place is worth") {
  int worth = 0;
  for (int seed = 0; seed < paidan_test::cases(20); ++seed) {
    CAPTURE(seed);
    const Problem problem = random_match_problem(seed);
    MatchOptions options{.capacity = 1, .load_step = 100'000};
    if (seed % 2 == 1) {
      for (std::size_t o = 0; o < problem.order_count(); o += 2) options.must_serve.emplace_back(o);
    }
    MatchReview review(problem, options);
    const auto served = [&](const Match& m) {
      return std::count_if(options.must_serve.begin(), options.must_serve.end(), [&](OrderIndex order) {
        return std::find(m.unassigned.begin(), m.unassigned.end(), order) == m.unassigned.end();
      });
    };
    for (std::size_t s = 0; s < problem.shift_count(); ++s) {
      const PlaceValue value = review.place_value(ShiftIndex(s));
      CHECK(value >= PlaceValue{});
      const std::int32_t jobs = problem.dense().technicians.max_jobs[problem.dense().shifts.technician[s].at()];
      if (value == PlaceValue{} || jobs < 2) continue;
      ++worth;
      // With two places for everyone the whole match can only gain more.
      MatchOptions roomy = options;
      roomy.capacity = 2;
      const Match wider = match(problem, roomy);
      CHECK(served(wider) >= served(review.match()) + value.must_serve);
      if (options.must_serve.empty()) CHECK(wider.cost <= review.match().cost - value.cost);
    }
    CHECK(review.skill_value("no such skill") == PlaceValue{});
  }
  CHECK(worth > 10);
}

TEST_CASE("where only forced orders could make way, no price is invented") {
  const Problem problem = random_match_problem(2);
  int impossible = 0;
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    for (std::size_t s = 0; s < problem.shift_count(); ++s) {
      if (constraints::why_refused(problem, OrderIndex(o), ShiftIndex(s)).families != 0) continue;
      MatchReview review(problem, {.capacity = 1, .forced = {{OrderIndex(o), ShiftIndex(s)}}});
      for (std::size_t other = 0; other < problem.order_count(); ++other) {
        if (other == o) continue;
        const PairAnswer answer = review.why_not(OrderIndex(other), ShiftIndex(s));
        CHECK_FALSE(answer.possible);
        CHECK(answer.moves.empty());
        CHECK_FALSE(answer.regret.has_value());
        ++impossible;
      }
    }
  }
  CHECK(impossible > 50);
}

TEST_CASE("pairs that contradict each other are refused by name") {
  const Problem problem = random_match_problem(1);
  MatchOptions options{.capacity = 1};
  options.forced = {{OrderIndex(0U), ShiftIndex(0U)},
                    {OrderIndex(0U), ShiftIndex(1U)},
                    {OrderIndex(1U), ShiftIndex(0U)},
                    {OrderIndex(99U), ShiftIndex(0U)}};
  CHECK_THROWS_WITH_AS(static_cast<void>(match(problem, options)),
                       "forced[3].order: forced[3].order must be between 0 and 13, got 99", InvalidInput);
  options.forced.pop_back();
  options.forbidden = {{OrderIndex(0U), ShiftIndex(0U)}};
  try {
    static_cast<void>(match(problem, options));
    FAIL("accepted");
  } catch (const InvalidInput& invalid) {
    REQUIRE(invalid.errors().size() == 3);
    CHECK(invalid.errors()[0].code() == "forced_and_forbidden");
    CHECK(invalid.errors()[1].code() == "forced_twice");
    CHECK(invalid.errors()[2].code() == "forced_beyond_capacity");
  }
}
