#include <paidan/assign/assignment.hpp>
#include <paidan/assign/shortage.hpp>

#include <doctest/doctest.h>

#include <paidan/assign/detail/kernel.ipp>
#include <paidan/core/random.hpp>

#include "support/assignment_oracle.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

using namespace paidan;
using assign::Assignment;
using assign::AssignmentInput;

namespace {

AssignmentInput random_input(SplitMix64& random, std::uint32_t rows, std::uint32_t columns, std::int64_t range) {
  AssignmentInput input;
  input.rows = rows;
  input.columns = columns;
  for (std::uint32_t i = 0; i < rows; ++i) {
    input.penalty.push_back(random.between(0, 2 * range));
    for (std::uint32_t j = 0; j < columns; ++j) {
      if (random.below(3) != 0) input.arcs.push_back({i, j, random.between(-range / 4, range)});
    }
  }
  for (std::uint32_t j = 0; j < columns; ++j) {
    std::vector<std::int64_t> slots(random.below(4));
    for (std::int64_t& slot : slots) slot = random.between(-range / 4, range / 2);
    std::sort(slots.begin(), slots.end());
    input.slot_costs.push_back(slots);
  }
  return input;
}

std::int64_t missed(const AssignmentInput& input, const Assignment& assignment) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < input.must_serve.size(); ++i) {
    if (input.must_serve[i] != 0 && assignment.column_of_row[i] == Assignment::unassigned) ++count;
  }
  return count;
}

template <class Cost, class Scan>
std::vector<std::int32_t> solved(const assign::AssignmentTable& table) {
  assign::assign_detail::Kernel<Cost> kernel(table.rows, table.columns);
  for (std::uint32_t j = 0; j < table.columns; ++j) {
    const std::size_t first = table.slot_begin[j];
    kernel.set_slots(static_cast<std::int32_t>(j) + 1,
                     std::span(table.slot_cost).subspan(first, table.slot_begin[j + 1] - first));
  }
  for (std::uint32_t i = 0; i < table.rows; ++i) {
    const std::size_t first = table.row_begin[i];
    const std::size_t count = table.row_begin[i + 1] - first;
    kernel.set_arcs(static_cast<std::int32_t>(i) + 1, std::span(table.column).subspan(first, count),
                    std::span(table.cost).subspan(first, count), table.penalty[i]);
  }
  kernel.template solve_by<Scan>([] { return false; });
  std::vector<std::int32_t> columns;
  for (std::uint32_t i = 0; i < table.rows; ++i) columns.push_back(kernel.column_of(static_cast<std::int32_t>(i) + 1));
  return columns;
}

void shuffle(SplitMix64& random, std::vector<assign::Arc>& arcs) {
  for (std::size_t a = arcs.size(); a > 1; --a) {
    std::swap(arcs[a - 1], arcs[random.below(static_cast<std::uint32_t>(a))]);
  }
}

std::vector<std::string> complaints(const AssignmentInput& input) {
  std::vector<std::string> found;
  try {
    (void)assign::assign(input);
  } catch (const InvalidInput& invalid) {
    for (const Error& error : invalid.errors()) found.push_back(error.message(Language::en));
  }
  return found;
}

}  // namespace

TEST_CASE("assignments are as cheap as the cheapest of all, and proven so") {
  const int rounds = paidan_test::cases(1'000);
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    SplitMix64 random(static_cast<std::uint64_t>(round) + 110'000);
    AssignmentInput input = paidan_test::random_assignment(random, {.pairs = round % 2 == 0});
    const Assignment result = assign::assign(input);
    const paidan_test::BruteForce brute(input);
    REQUIRE(result.cost == brute.best().cost);
    REQUIRE(missed(input, result) == brute.best().missed);
    REQUIRE(assign::certified(input, result));
    shuffle(random, input.arcs);
    REQUIRE(assign::assign(input).column_of_row == result.column_of_row);
    const Assignment canonical = assign::assign(input, {.canonical = true, .wide = true});
    REQUIRE(canonical.column_of_row == brute.best_columns());
    REQUIRE(assign::certified(input, canonical));
  }
}

TEST_CASE("larger ones are as cheap as a flow, in 32 and 64 bits, with and without vector instructions") {
  const int rounds = paidan_test::cases(100);
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    SplitMix64 random(static_cast<std::uint64_t>(round) + 120'000);
    const AssignmentInput input = paidan_test::random_assignment(random, {.most_rows = 60, .most_columns = 25});
    const assign::AssignmentTable table = assign::compress(input);
    const Assignment narrow = assign::assign(table.view());
    const Assignment wide = assign::assign(table.view(), {.wide = true});
    REQUIRE(narrow.cost == paidan_test::flow_cost(table.view()));
    REQUIRE(assign::certified(table.view(), narrow));
    REQUIRE(narrow.column_of_row == wide.column_of_row);
    REQUIRE(narrow.row_dual == wide.row_dual);
    REQUIRE(narrow.column_dual == wide.column_dual);
    if (round % 2 != 0) continue;
    // Without the head start that `assign` may give to prices.
    const auto wide_plain = solved<std::int64_t, assign::assign_detail::ScalarScan>(table);
    std::int64_t largest = 0;
    for (const std::int64_t value : table.cost) largest = std::max(largest, std::abs(value));
    for (const std::int64_t value : table.penalty) largest = std::max(largest, std::abs(value));
    for (const std::int64_t value : table.slot_cost) largest = std::max(largest, std::abs(value));
    if (largest > (1 << 25)) continue;
    REQUIRE((wide_plain == solved<std::int32_t, assign::assign_detail::ScalarScan>(table)));
#if defined(PAIDAN_MATCHING_AVX2)
    if (assign::assign_detail::Avx2Scan::available()) {
      REQUIRE((wide_plain == solved<std::int32_t, assign::assign_detail::Avx2Scan>(table)));
    }
#endif
  }
}

TEST_CASE("a wrong answer or a wrong proof is not certified") {
  SplitMix64 random(13);
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const AssignmentInput input = random_input(random, 5, 3, 1'000);
    const Assignment right = assign::assign(input);
    Assignment wrong = right;
    wrong.cost += 1;
    CHECK_FALSE(assign::certified(input, wrong));
    wrong = right;
    wrong.row_dual[0] += 1;
    CHECK_FALSE(assign::certified(input, wrong));
    wrong = right;
    const std::size_t row = random.below(5);
    if (wrong.column_of_row[row] == Assignment::unassigned) continue;
    wrong.column_of_row[row] = Assignment::unassigned;
    CHECK_FALSE(assign::certified(input, wrong));
    ++refused;
  }
  CHECK(refused > 50);
}

TEST_CASE("must-serve rows come first, whatever they cost") {
  AssignmentInput input;
  input.rows = 3;
  input.columns = 1;
  input.arcs = {{0, 0, 1'000'000}, {1, 0, 1}, {2, 0, 2}};
  input.penalty = {0, 50, 5'000};
  input.slot_costs = {{0}};
  input.must_serve = {1, 0, 0};
  const Assignment result = assign::assign(input);
  CHECK(result.column_of_row == std::vector<std::uint32_t>{0, Assignment::unassigned, Assignment::unassigned});
  CHECK(result.cost == 1'000'000 + 50 + 5'000);
  CHECK(assign::certified(input, result));
  input.must_serve = {1, 1, 1};
  CHECK(assign::assign(input).column_of_row[2] == 0);
}

TEST_CASE("forced pairs hold their slots and the certificate says so") {
  AssignmentInput input;
  input.rows = 2;
  input.columns = 2;
  input.arcs = {{0, 0, 1}, {0, 1, 900}, {1, 0, 5}, {1, 1, 6}};
  input.penalty = {10'000, 10'000};
  input.slot_costs = {{0}, {0, 100}};
  input.forced = {{0, 1}, {0, 1}};
  input.forbidden = {{1, 0}};
  const Assignment result = assign::assign(input);
  CHECK(result.column_of_row == std::vector<std::uint32_t>{1, 1});
  CHECK(result.cost == 900 + 6 + 100);
  CHECK(assign::certified(input, result));
}

TEST_CASE("input mistakes are reported together, naming the pair") {
  AssignmentInput input;
  input.rows = 2;
  input.columns = 1;
  input.arcs = {{0, 0, 5}, {0, 0, 6}, {2, 1, 7}};
  input.penalty = {1, std::int64_t{1} << 53};
  input.slot_costs = {{3, 2}};
  CHECK(complaints(input) == std::vector<std::string>{"penalty[1]: penalty[1] is too large: 9007199254740992",
                                                      "slot_costs[0][1]: slot costs must not fall: 2 comes after 3",
                                                      "arcs[2].row: arcs[2].row must be between 0 and 1, got 2",
                                                      "arcs[2].column: arcs[2].column must be between 0 and 0, got 1",
                                                      "arcs[1]: row 0 and column 0 are joined by two arcs"});
}

TEST_CASE("forced pairs that cannot be are named") {
  AssignmentInput input;
  input.rows = 3;
  input.columns = 2;
  input.arcs = {{0, 0, 5}, {1, 0, 6}, {2, 0, 7}, {2, 1, 1}};
  input.penalty = {1, 1, 1};
  input.slot_costs = {{0}, {0}};
  input.forced = {{0, 0}, {1, 0}, {2, 1}, {2, 0}, {0, 1}, {7, 0}};
  input.forbidden = {{2, 1}, {0, 5}};
  CHECK(complaints(input) ==
        std::vector<std::string>{"forbidden[1].column: forbidden[1].column must be between 0 and 1, got 5",
                                 "forced[1]: row 1 is forced to column 0, whose capacity of 1 is taken already",
                                 "forced[2]: row 2 and column 1 are both forced and forbidden",
                                 "forced[3]: row 2 is forced to column 0 but also to column 1",
                                 "forced[4]: row 0 is forced to column 1, but no arc joins them",
                                 "forced[4]: row 0 is forced to column 1 but also to column 0",
                                 "forced[5].row: forced[5].row must be between 0 and 2, got 7"});
}

TEST_CASE("numbers that could overflow are refused, even the smallest there is") {
  AssignmentInput input;
  input.rows = 1;
  input.columns = 1;
  input.arcs = {{0, 0, std::numeric_limits<std::int64_t>::min()}};
  input.penalty = {0};
  input.slot_costs = {{0}};
  CHECK(complaints(input) == std::vector<std::string>{"arcs[0].cost: arcs[0].cost is too large: -9223372036854775808"});
  input.rows = 1'000;
  input.arcs = {{0, 0, std::int64_t{1} << 52}};
  input.penalty.assign(1'000, 0);
  CHECK(complaints(input).size() == 1);
}

TEST_CASE("a view is checked as an input is") {
  const std::vector<std::uint64_t> begin{0, 2, 1};
  const std::vector<std::uint32_t> column{0, 1};
  const std::vector<std::int64_t> cost{1, 2};
  const std::vector<std::int64_t> penalty{5, 5};
  const std::vector<std::uint64_t> slot_begin{0, 1, 3};
  assign::AssignmentView view;
  view.rows = 2;
  view.columns = 2;
  view.row_begin = begin;
  view.column = column;
  view.cost = cost;
  view.penalty = penalty;
  view.slot_begin = slot_begin;
  CHECK_THROWS_WITH_AS(static_cast<void>(assign::assign(view)),
                       "row_begin[2]: row_begin must not fall: 1 comes after 2\n"
                       "slot_begin[2]: slot_begin must be between 0 and 0, got 3",
                       InvalidInput);
  CHECK_THROWS_WITH_AS(static_cast<void>(assign::CheckedView(view)),
                       "row_begin[2]: row_begin must not fall: 1 comes after 2\n"
                       "slot_begin[2]: slot_begin must be between 0 and 0, got 3",
                       InvalidInput);
  CHECK_FALSE(assign::certified(view, {}));
}

TEST_CASE("a checked view is answered as the view itself, in every question") {
  const int rounds = paidan_test::cases(300);
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    SplitMix64 random(static_cast<std::uint64_t>(round) + 150'000);
    const AssignmentInput input = paidan_test::random_assignment(random, {.pairs = round % 2 == 0});
    const assign::AssignmentTable table = assign::compress(input);
    const assign::CheckedView checked(table.view());
    for (const bool wide : {false, true}) {
      REQUIRE(assign::assign(checked, {.wide = wide}) == assign::assign(table.view(), {.wide = wide}));
    }
    const Assignment result = assign::assign(checked);
    REQUIRE(assign::certified(checked, result));
    Assignment dearer = result;
    ++dearer.cost;
    REQUIRE_FALSE(assign::certified(checked, dearer));
    REQUIRE(assign::shortages(checked) == assign::shortages(input));
  }
}

TEST_CASE("nothing to assign is fine") {
  const Assignment result = assign::assign(AssignmentInput{});
  CHECK(result.cost == 0);
  CHECK(assign::certified(AssignmentInput{}, result));
}
