#include <paidan/matching/assignment.hpp>

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>

#include "support/soak.hpp"

#include <algorithm>

using namespace paidan;
using matching::Assignment;
using matching::AssignmentInput;

namespace {

AssignmentInput random_input(SplitMix64& random, std::uint32_t rows, std::uint32_t columns, std::int64_t range) {
  AssignmentInput input{.rows = rows, .columns = columns, .arcs = {}, .penalty = {}, .slot_costs = {}};
  for (std::uint32_t i = 0; i < rows; ++i) {
    input.penalty.push_back(random.between(0, 2 * range));
    for (std::uint32_t j = 0; j < columns; ++j) {
      if (random.below(3) != 0) input.arcs.push_back({i, j, random.between(-range / 4, range)});
    }
  }
  // The order of the arcs must not matter.
  for (std::size_t a = input.arcs.size(); a > 1; --a) {
    std::swap(input.arcs[a - 1], input.arcs[random.below(static_cast<std::uint32_t>(a))]);
  }
  for (std::uint32_t j = 0; j < columns; ++j) {
    std::vector<std::int64_t> slots(random.below(4));
    for (std::int64_t& slot : slots) slot = random.between(-range / 4, range / 2);
    std::sort(slots.begin(), slots.end());
    input.slot_costs.push_back(slots);
  }
  return input;
}

std::int64_t cheapest(const AssignmentInput& input, std::uint32_t row, std::vector<std::size_t>& filled) {
  if (row == input.rows) return 0;
  std::int64_t best = input.penalty[row] + cheapest(input, row + 1, filled);
  for (const matching::Arc& arc : input.arcs) {
    if (arc.row != row || filled[arc.column] == input.slot_costs[arc.column].size()) continue;
    const std::int64_t slot = input.slot_costs[arc.column][filled[arc.column]++];
    best = std::min(best, arc.cost + slot + cheapest(input, row + 1, filled));
    --filled[arc.column];
  }
  return best;
}

}  // namespace

TEST_CASE("assignments are as cheap as the cheapest of all, and proven so") {
  SplitMix64 random(11);
  for (int round = 0; round < paidan_test::cases(4'000); ++round) {
    CAPTURE(round);
    const auto range = std::int64_t{1} << random.below(20);
    AssignmentInput input = random_input(random, random.below(6), 1 + random.below(4), range);
    const Assignment result = matching::assign(input);
    std::vector<std::size_t> filled(input.columns, 0);
    CHECK(result.cost == cheapest(input, 0, filled));
    CHECK(matching::certified(input, result));
    std::reverse(input.arcs.begin(), input.arcs.end());
    CHECK(matching::assign(input).column_of_row == result.column_of_row);
  }
}

TEST_CASE("larger assignments carry their proof") {
  SplitMix64 random(12);
  for (int round = 0; round < paidan_test::cases(20); ++round) {
    CAPTURE(round);
    const AssignmentInput input = random_input(random, 60, 25, 1'000'000);
    CHECK(matching::certified(input, matching::assign(input)));
  }
}

TEST_CASE("a wrong answer or a wrong proof is not certified") {
  SplitMix64 random(13);
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const AssignmentInput input = random_input(random, 5, 3, 1'000);
    const Assignment right = matching::assign(input);
    Assignment wrong = right;
    wrong.cost += 1;
    CHECK_FALSE(matching::certified(input, wrong));
    wrong = right;
    wrong.row_dual[0] += 1;
    CHECK_FALSE(matching::certified(input, wrong));
    wrong = right;
    const std::size_t row = random.below(5);
    if (wrong.column_of_row[row] == Assignment::unassigned) continue;
    wrong.column_of_row[row] = Assignment::unassigned;
    CHECK_FALSE(matching::certified(input, wrong));
    ++refused;
  }
  CHECK(refused > 50);
}

TEST_CASE("input mistakes are reported together") {
  AssignmentInput input{.rows = 2,
                        .columns = 1,
                        .arcs = {{0, 0, 5}, {0, 0, 6}, {2, 1, 7}},
                        .penalty = {1, std::int64_t{1} << 53},
                        .slot_costs = {{3, 2}}};
  std::vector<std::string> codes;
  try {
    (void)matching::assign(input);
  } catch (const InvalidInput& invalid) {
    for (const Error& error : invalid.errors()) codes.push_back(error.path + " " + std::string(error.code()));
  }
  CHECK(codes == std::vector<std::string>{"penalty[1] overflow", "slot_costs[0][1] falling_slot_costs",
                                          "arcs[2].row out_of_range", "arcs[2].column out_of_range",
                                          "arcs[1] duplicate_arc"});
}

TEST_CASE("nothing to assign is fine") {
  const Assignment result = matching::assign({});
  CHECK(result.cost == 0);
  CHECK(matching::certified({}, result));
}
