#include <paidan/matching/candidates.hpp>

#include <doctest/doctest.h>

#include "pair_oracle.hpp"
#include "support/soak.hpp"

#include <numeric>

using namespace paidan;
using paidan_test::OraclePair;
using paidan_test::PairOracle;
using paidan_test::Travel;

namespace {

struct Case {
  Problem problem;
  matching::Weights weights;
  std::vector<std::int32_t> floors;
};

/// Kinds of travel, numbers of days, weights and tiers in turn.
Case random_case(int seed, std::int32_t orders, std::int32_t technicians) {
  SplitMix64 random(static_cast<std::uint64_t>(seed) * 31 + 5);
  const auto travel = static_cast<Travel>(seed % 3);
  const paidan_test::RandomProblem shape{.orders = orders,
                                         .technicians = technicians,
                                         .days = seed % 5 == 4 ? 3 : 1,
                                         .places = seed % 7 == 6 ? 9 : 0,
                                         .plain = seed % 4 == 3};
  Case one{paidan_test::random_city(static_cast<std::uint64_t>(seed), shape, travel), {}, {}};
  one.weights = matching::weights_of(one.problem.data().objective);
  if (seed % 2 == 1) one.weights.urgency = random.between(0, 50'000);
  if (seed % 6 == 5) one.weights = {.travel = 0, .quality = 3, .fairness = one.weights.fairness};
  if (seed % 8 == 1) one.floors = {480, 400, 350};
  if (!one.floors.empty()) one.weights.tier = matching::strict_tier(one.problem, one.weights, one.floors);
  return one;
}

matching::Candidates listed(const Case& one, std::int32_t most) {
  matching::Weights weights = one.weights;
  weights.tier = 0;  // strict tiers set their own
  return matching::candidates(one.problem, {.max_candidates = most, .weights = weights, .tier_floors = one.floors});
}

/// The oracle's pairs that an order keeps: the cheapest, ties by shift, sorted by shift again.
std::vector<OraclePair> cheapest(std::vector<OraclePair> row, std::size_t most) {
  std::sort(row.begin(), row.end(), [](const OraclePair& a, const OraclePair& b) {
    return std::pair(a.cost, a.shift) < std::pair(b.cost, b.shift);
  });
  if (most > 0 && row.size() > most) row.resize(most);
  std::sort(row.begin(), row.end(), [](const OraclePair& a, const OraclePair& b) { return a.shift < b.shift; });
  return row;
}

std::vector<std::vector<OraclePair>> by_order(const Case& one) {
  std::vector<std::vector<OraclePair>> rows(one.problem.order_count());
  for (OraclePair& pair : PairOracle(one.problem, one.weights, one.floors).all()) {
    rows[pair.order].push_back(std::move(pair));
  }
  return rows;
}

void same_row(const Case& one, const matching::Candidates& found, const std::vector<std::int64_t>& costs,
              std::size_t order, const std::vector<OraclePair>& expected) {
  CAPTURE(order);
  const std::size_t begin = found.row_begin[order];
  REQUIRE(found.row_begin[order + 1] - begin == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i].shift);
    CHECK(found.shift[begin + i] == expected[i].shift);
    CHECK(found.start_s[begin + i] == expected[i].start);
    CHECK(costs[begin + i] == expected[i].cost);
    const auto terms = matching::breakdown(found.features, one.weights, begin + i);
    CHECK(std::accumulate(terms.begin(), terms.end(), std::int64_t{0}) == expected[i].cost);
    for (std::size_t k = 0; k < matching::term_count; ++k) {
      const std::string term(matching::name(static_cast<matching::Term>(k)));
      const auto told = expected[i].terms.find(term);
      CHECK_MESSAGE(terms[k] == (told == expected[i].terms.end() ? 0 : told->second), term);
    }
  }
}

}  // namespace

TEST_CASE("candidates are the oracle's pairs: all of them, or the cheapest few with an admissible bound") {
  std::size_t cut = 0;
  std::size_t pairs = 0;
  for (int seed = 0; seed < paidan_test::cases(72); ++seed) {
    CAPTURE(seed);
    const bool large = seed % 12 == 0;
    const Case one = random_case(seed, large ? 220 : 14, large ? 60 : 8);
    const std::vector<std::vector<OraclePair>> rows = by_order(one);
    for (const std::int32_t most : {0, 1, 3, 20}) {
      CAPTURE(most);
      const matching::Candidates found = listed(one, most);
      CHECK(found.weights == one.weights);
      const std::vector<std::int64_t> costs = matching::costs(found.features, one.weights);
      REQUIRE(costs.size() == found.pairs());
      REQUIRE(found.orders() == rows.size());
      for (std::size_t o = 0; o < rows.size(); ++o) {
        const std::vector<OraclePair> expected = cheapest(rows[o], static_cast<std::size_t>(most));
        same_row(one, found, costs, o, expected);
        pairs += expected.size();
        const std::int64_t bound = found.omitted_bound[o];
        if (most == 0 || rows[o].size() < static_cast<std::size_t>(most)) CHECK(bound == INT64_MAX);
        if (rows[o].size() <= expected.size()) continue;
        ++cut;
        std::int64_t dearest = INT64_MIN;
        for (const OraclePair& kept : expected) dearest = std::max(dearest, kept.cost);
        CHECK(bound == dearest);
        for (const OraclePair& pair : rows[o]) {
          const bool kept = std::any_of(expected.begin(), expected.end(),
                                        [&](const OraclePair& other) { return other.shift == pair.shift; });
          if (!kept) CHECK(pair.cost >= bound);
        }
      }
      const bool none = std::all_of(found.omitted_bound.begin(), found.omitted_bound.end(),
                                    [](std::int64_t bound) { return bound == INT64_MAX; });
      CHECK(found.complete() == none);
    }
  }
  CHECK(cut > 1'000);
  CHECK(pairs > 20'000);
}

TEST_CASE("a crowded map: deep trees lose nothing, with few and with many places") {
  for (int seed = 0; seed < paidan_test::cases(8); ++seed) {
    CAPTURE(seed);
    SplitMix64 random(static_cast<std::uint64_t>(seed) + 40);
    const paidan_test::RandomProblem shape{
        .orders = 150, .technicians = 250, .days = 1, .places = seed % 2 == 0 ? 90 : 0, .plain = true};
    Case one{
        paidan_test::random_city(static_cast<std::uint64_t>(seed), shape, Travel::map).with([&](ProblemData& data) {
          for (TravelProfile& profile : data.profiles) profile.straight_line.stop_seconds = 600;
          for (Order& order : data.orders) order.skills.clear();
          if (seed % 4 == 1) {
            for (Technician& person : data.technicians) person.rating = 0;
          }
        }),
        {},
        {}};
    one.weights = matching::weights_of(one.problem.data().objective);
    const std::vector<std::vector<OraclePair>> rows = by_order(one);
    for (const std::int32_t most : {1, 4}) {
      const matching::Candidates found = listed(one, most);
      const std::vector<std::int64_t> costs = matching::costs(found.features, found.weights);
      for (std::size_t o = 0; o < rows.size(); ++o) {
        CAPTURE(o);
        const std::vector<OraclePair> expected = cheapest(rows[o], static_cast<std::size_t>(most));
        REQUIRE(found.row_begin[o + 1] - found.row_begin[o] == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
          CHECK(found.shift[found.row_begin[o] + i] == expected[i].shift);
          CHECK(costs[found.row_begin[o] + i] == expected[i].cost);
        }
      }
      // Prices that hide the cheap ones.
      std::vector<std::int64_t> price(one.problem.shift_count());
      for (std::int64_t& p : price) p = random.between(0, 4'000'000);
      std::vector<std::int64_t> dual(rows.size());
      std::vector<std::pair<std::size_t, std::size_t>> expected;
      for (std::size_t o = 0; o < rows.size(); ++o) {
        dual[o] = found.omitted_bound[o] == INT64_MAX ? 0 : found.omitted_bound[o] + random.between(0, 3'000'000);
        const auto kept = cheapest(rows[o], static_cast<std::size_t>(most));
        for (const OraclePair& pair : rows[o]) {
          const bool listed_already =
              std::any_of(kept.begin(), kept.end(), [&](const OraclePair& other) { return other.shift == pair.shift; });
          if (!listed_already && pair.cost + price[pair.shift] < dual[o]) expected.emplace_back(o, pair.shift);
        }
      }
      std::vector<std::pair<std::size_t, std::size_t>> paying;
      for (const matching::OmittedPair& pair : matching::price_out(one.problem, found, found.weights, dual, price)) {
        paying.emplace_back(pair.order.at(), pair.shift.at());
      }
      CHECK(paying == expected);
      CHECK(expected.size() > 20);
    }
  }
}

TEST_CASE("pricing out finds exactly the omitted pairs that would pay, and adding them leaves none") {
  std::size_t seen = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    SplitMix64 random(static_cast<std::uint64_t>(seed) + 900);
    const bool large = seed % 12 == 0;
    const Case one = random_case(seed, large ? 220 : 14, large ? 60 : 8);
    matching::Candidates found = listed(one, static_cast<std::int32_t>(random.between(1, 4)));
    // Now and then priced with other weights than those of the choice.
    Case priced = one;
    if (seed % 3 == 2) {
      priced.weights.travel = random.between(0, 5'000);
      priced.weights.preference = random.between(0, 3'000'000);
    }
    const std::vector<std::vector<OraclePair>> rows = by_order(priced);
    std::vector<std::int64_t> row_dual(one.problem.order_count());
    std::vector<std::int64_t> column_dual(one.problem.shift_count());
    for (std::int64_t& price : column_dual) price = random.below(3) == 0 ? 0 : random.between(-500'000, 3'000'000);
    for (std::size_t o = 0; o < rows.size(); ++o) {
      const std::int64_t base =
          rows[o].empty() ? 0 : rows[o][random.below(static_cast<std::uint32_t>(rows[o].size()))].cost;
      row_dual[o] = base + random.between(-1'000'000, 3'000'000);
    }
    const auto listed_already = [&](std::size_t o, std::size_t s) {
      const auto row = found.shift.begin();
      return std::binary_search(row + static_cast<std::ptrdiff_t>(found.row_begin[o]),
                                row + static_cast<std::ptrdiff_t>(found.row_begin[o + 1]),
                                static_cast<std::uint32_t>(s));
    };
    std::vector<matching::OmittedPair> expected;
    std::vector<matching::OmittedPair> best;
    for (std::size_t o = 0; o < rows.size(); ++o) {
      std::vector<std::pair<std::int64_t, matching::OmittedPair>> paying;
      for (const OraclePair& pair : rows[o]) {
        if (listed_already(o, pair.shift) || pair.cost + column_dual[pair.shift] >= row_dual[o]) continue;
        paying.push_back({pair.cost + column_dual[pair.shift],
                          {OrderIndex(o), ShiftIndex(pair.shift), pair.cost, static_cast<std::int32_t>(pair.start)}});
        expected.push_back(paying.back().second);
      }
      std::sort(paying.begin(), paying.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first, a.second.shift) < std::pair(b.first, b.second.shift);
      });
      if (paying.size() > 2) paying.resize(2);
      std::sort(paying.begin(), paying.end(),
                [](const auto& a, const auto& b) { return a.second.shift < b.second.shift; });
      for (const auto& pair : paying) best.push_back(pair.second);
    }
    seen += expected.size();
    CHECK(matching::price_out(one.problem, found, priced.weights, row_dual, column_dual) == expected);
    CHECK(matching::price_out(one.problem, found, priced.weights, row_dual, column_dual, 2) == best);

    const matching::Candidates before = found;
    matching::add_pairs(one.problem, found, expected);
    CHECK(found.pairs() == before.pairs() + expected.size());
    CHECK(found.omitted_bound == before.omitted_bound);
    CHECK(matching::price_out(one.problem, found, priced.weights, row_dual, column_dual).empty());
    // Rows are what they would have been, had the pairs been there from the start.
    const std::vector<std::int64_t> costs = matching::costs(found.features, priced.weights);
    for (std::size_t o = 0; o < rows.size(); ++o) {
      std::vector<OraclePair> row;
      for (const OraclePair& pair : rows[o]) {
        const bool added = std::any_of(expected.begin(), expected.end(), [&](const matching::OmittedPair& other) {
          return other.order.at() == o && other.shift.at() == pair.shift;
        });
        bool there = false;
        for (std::size_t i = before.row_begin[o]; i < before.row_begin[o + 1]; ++i) {
          there = there || before.shift[i] == pair.shift;
        }
        if (added || there) row.push_back(pair);
      }
      same_row(priced, found, costs, o, row);
    }
    // Whatever was left out, once more: then the list is complete.
    const std::vector<std::int64_t> anything(one.problem.order_count(), std::int64_t{1} << 60);
    matching::add_pairs(one.problem, found,
                        matching::price_out(one.problem, found, one.weights, anything, column_dual));
    const matching::Candidates all = listed(one, 0);
    CHECK(found.row_begin == all.row_begin);
    CHECK(found.shift == all.shift);
    CHECK(found.start_s == all.start_s);
    CHECK(found.features == all.features);
  }
  CHECK(seen > 2'000);
}

TEST_CASE("only the shifts asked for are candidates, also when omitted pairs are priced") {
  const Problem problem = paidan_test::random_problem(3, {.orders = 20, .technicians = 6});
  const std::vector<ShiftIndex> two{ShiftIndex(1U), ShiftIndex(4U)};
  const matching::Candidates found = matching::candidates(problem, {.max_candidates = 1, .shifts = two});
  CHECK(found.pairs() > 0);
  for (const std::uint32_t shift : found.shift) CHECK((shift == 1 || shift == 4));
  const std::vector<std::int64_t> high(problem.order_count(), std::int64_t{1} << 50);
  const std::vector<std::int64_t> free(problem.shift_count(), 0);
  for (const matching::OmittedPair& pair : matching::price_out(problem, found, found.weights, high, free)) {
    CHECK((pair.shift.value == 1 || pair.shift.value == 4));
  }
}

TEST_CASE("strict tiers: a better tier always comes first, however far away") {
  std::size_t compared = 0;
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::random_city(static_cast<std::uint64_t>(seed), {.orders = 12, .technicians = 8},
                                                     static_cast<Travel>(seed % 3));
    const std::vector<std::int32_t> floors{450, 380};
    const matching::Candidates found = matching::candidates(problem, {.tier_floors = floors});
    const matching::Candidates plain = matching::candidates(problem);
    CHECK(found.shift == plain.shift);
    const auto costs = matching::costs(found.features, found.weights);
    const auto without = matching::costs(plain.features, plain.weights);
    for (std::size_t o = 0; o < found.orders(); ++o) {
      for (std::size_t i = found.row_begin[o]; i < found.row_begin[o + 1]; ++i) {
        const std::int32_t mine = matching::tier_of(problem.technician(ShiftIndex(found.shift[i])).rating, floors);
        // The lowest tier costs what it costs without tiers.
        if (mine == 0) CHECK(costs[i] == without[i]);
        for (std::size_t k = found.row_begin[o]; k < found.row_begin[o + 1]; ++k) {
          const std::int32_t other = matching::tier_of(problem.technician(ShiftIndex(found.shift[k])).rating, floors);
          if (mine <= other) continue;
          ++compared;
          CHECK(costs[i] < costs[k]);
        }
      }
    }
  }
  CHECK(compared > 500);
}
