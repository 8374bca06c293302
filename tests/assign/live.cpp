#include <paidan/assign/live.hpp>

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>

#include "support/assignment_oracle.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <map>

using namespace paidan;
using assign::Assignment;
using assign::AssignmentInput;
using assign::LiveAssignment;
using assign::RowArc;

namespace {

std::vector<RowArc> random_arcs(SplitMix64& random, std::uint32_t columns, std::int64_t range) {
  std::vector<RowArc> arcs;
  for (std::uint32_t j = 0; j < columns; ++j) {
    if (random.below(2) == 0) arcs.push_back({j, random.between(-range / 4, range)});
  }
  return arcs;
}

std::vector<std::int64_t> random_slots(SplitMix64& random, std::int64_t range) {
  std::vector<std::int64_t> slots(random.below(10) == 0 ? random.below(20) : random.below(4));
  for (std::int64_t& slot : slots) slot = random.between(-range / 4, range / 2);
  std::sort(slots.begin(), slots.end());
  return slots;
}

/// One random operation; what it was, for the message of a failure.
std::string operate(SplitMix64& random, LiveAssignment& live, std::int64_t range) {
  const std::uint32_t columns = live.columns();
  const std::uint32_t row = live.rows() == 0 ? 0 : random.below(live.rows());
  const std::uint32_t column = random.below(columns);
  const std::int64_t penalty = random.between(0, 2 * range);
  switch (live.rows() == 0 ? 0 : random.below(10)) {
    case 0:
    case 1:
      live.add_row(random_arcs(random, columns, range), penalty);
      return "add";
    case 2:
      if (!live.has_row(row)) return "";
      live.change_row(row, random_arcs(random, columns, range), penalty);
      return "change";
    case 3:
      if (!live.has_row(row)) return "";
      live.cancel_row(row);
      return "cancel";
    case 4:
      live.drop_column(column);
      return "drop";
    case 5:
      live.restore_column(column);
      return "restore";
    case 6:
      live.set_slots(column, random_slots(random, range));
      return "slots";
    case 7:
      if (!live.has_row(row)) return "";
      live.set_arc(row, column, random.between(-range / 4, range));
      return "set_arc";
    case 8:
      if (!live.has_row(row)) return "";
      live.set_penalty(row, penalty);
      return "penalty";
    default: {
      if (!live.has_row(row)) return "";
      const assign::AssignmentTable table = live.table();
      if (table.row_begin[row] == table.row_begin[row + 1]) return "";
      live.remove_arc(row, table.column[table.row_begin[row]]);
      return "remove_arc";
    }
  }
}

}  // namespace

TEST_CASE("after every operation the assignment is the optimum, with its proof") {
  const int rounds = paidan_test::cases(100);
  for (int round = 0; round < rounds; ++round) {
    SplitMix64 random(static_cast<std::uint64_t>(round) + 7'000);
    const auto range = std::int64_t{1} << random.below(round % 16 == 0 ? 40 : 16);
    AssignmentInput input = paidan_test::random_assignment(random, {.most_rows = 12, .most_columns = 6});
    LiveAssignment live(input);
    std::string log;
    for (int step = 0; step < 100; ++step) {
      log += operate(random, live, range) + " ";
      CAPTURE(round);
      CAPTURE(log);
      const assign::AssignmentTable table = live.table();
      const Assignment now = live.assignment();
      REQUIRE(now.cost == live.cost());
      REQUIRE(assign::certified(table.view(), now));
      if (step % 5 == 0) REQUIRE(now.cost == paidan_test::flow_cost(table.view()));
      if (step % 20 == 0) REQUIRE(now.cost == assign::assign(table.view()).cost);
    }
  }
}

TEST_CASE("numbers that outgrow 32 bits on the way change nothing else") {
  SplitMix64 random(5);
  for (int round = 0; round < paidan_test::cases(20); ++round) {
    AssignmentInput input = paidan_test::random_assignment(random, {.most_rows = 10, .most_columns = 5});
    LiveAssignment live(input);
    for (int step = 0; step < 30; ++step) {
      CAPTURE(round);
      CAPTURE(step);
      operate(random, live, step < 15 ? 1'000 : std::int64_t{1} << 40);
      REQUIRE(assign::certified(live.table().view(), live.assignment()));
    }
  }
}

TEST_CASE("a regret is what forcing the pair costs, and its moves lead there") {
  int pairs = 0;
  int chains = 0;
  const int rounds = paidan_test::cases(60);
  for (int round = 0; round < rounds; ++round) {
    SplitMix64 random(static_cast<std::uint64_t>(round) + 9'000);
    AssignmentInput input = paidan_test::random_assignment(random, {.most_rows = 14, .most_columns = 6});
    LiveAssignment live(input);
    const Assignment before = live.assignment();
    const auto check = [&](std::uint32_t row, std::uint32_t column) {
      CAPTURE(round);
      CAPTURE(row);
      CAPTURE(column);
      const assign::Regret regret = live.regret(row, column);
      AssignmentInput changed = input;
      if (column == Assignment::unassigned) {
        std::erase_if(changed.arcs, [&](const assign::Arc& arc) { return arc.row == row; });
      } else if (input.slot_costs[column].empty()) {
        CHECK_FALSE(regret.possible);
        return;
      } else {
        changed.forced.push_back({row, column});
      }
      ++pairs;
      REQUIRE(regret.possible);
      REQUIRE(regret.cost == assign::assign(changed).cost - before.cost);
      // The moves, made one after the other, give that cost.
      std::vector<std::uint32_t> columns = before.column_of_row;
      for (const assign::Move& move : regret.moves) {
        const auto column_or_none = [](std::uint32_t number) {
          return number == assign::Assignment::unassigned ? -1 : std::int64_t{number};
        };
        REQUIRE(column_or_none(columns[move.row]) == move.from);
        columns[move.row] = move.to < 0 ? assign::Assignment::unassigned : static_cast<std::uint32_t>(move.to);
      }
      if (regret.moves.size() > 2) ++chains;
      REQUIRE(columns[row] == column);
      std::int64_t cost = 0;
      std::vector<std::size_t> filled(input.columns, 0);
      for (std::uint32_t i = 0; i < input.rows; ++i) {
        if (columns[i] == Assignment::unassigned) {
          cost += input.penalty[i];
          continue;
        }
        const auto arc = std::find_if(input.arcs.begin(), input.arcs.end(),
                                      [&](const auto& a) { return a.row == i && a.column == columns[i]; });
        REQUIRE(arc != input.arcs.end());
        REQUIRE(filled[columns[i]] < input.slot_costs[columns[i]].size());
        cost += arc->cost + input.slot_costs[columns[i]][filled[columns[i]]++];
      }
      REQUIRE(cost == before.cost + regret.cost);
    };
    for (const assign::Arc& arc : input.arcs) check(arc.row, arc.column);
    for (std::uint32_t i = 0; i < input.rows; ++i) check(i, Assignment::unassigned);
    // Asking has changed nothing.
    CHECK(live.assignment().column_of_row == before.column_of_row);
    CHECK(live.assignment().row_dual == before.row_dual);
  }
  CHECK(pairs > 12 * rounds);
  CHECK(chains > rounds / 2);
}

TEST_CASE("a regret over another cost than the arc's counts the difference") {
  AssignmentInput input;
  input.rows = 1;
  input.columns = 1;
  input.arcs = {{0, 0, 100}};
  input.penalty = {1'000};
  input.slot_costs = {{0}};
  LiveAssignment live(input);
  CHECK(live.regret(0, 0).cost == 0);
  CHECK(live.regret(0, 0, 500).cost == 400);
  CHECK(live.regret(0, 0, 10).cost == -90);
}

TEST_CASE("a large number asked about or gone again leaves room for all others") {
  AssignmentInput input;
  input.rows = 1;
  input.columns = 1;
  input.arcs = {{0, 0, 100}};
  input.penalty = {1'000};
  input.slot_costs = {{0}};
  LiveAssignment live(input);
  static_cast<void>(live.regret(0, 0, std::int64_t{1} << 52));
  live.set_penalty(0, std::int64_t{1} << 52);
  live.set_penalty(0, 1'000);
  for (int i = 0; i < 2'000; ++i) live.add_row(std::vector<RowArc>{{0, 5}}, 7);
  CHECK(live.cost() == 100 + 2'000 * 7);
  for (int i = 0; i < 3'000; ++i) {
    live.change_row(0, std::vector<RowArc>{{0, i % 2 == 0 ? -1'000'000'000'000 : 1'000'000'000'000}}, 1'000);
  }
  CHECK(assign::certified(live.table().view(), live.assignment()));
}

TEST_CASE("the gain of a slot is what having it saves") {
  int gains = 0;
  for (int round = 0; round < paidan_test::cases(100); ++round) {
    CAPTURE(round);
    SplitMix64 random(static_cast<std::uint64_t>(round) + 11'000);
    AssignmentInput input = paidan_test::random_assignment(random, {.most_rows = 12, .most_columns = 5});
    LiveAssignment live(input);
    for (std::uint32_t j = 0; j < input.columns; ++j) {
      const std::int64_t cost = input.slot_costs[j].empty() ? 5 : input.slot_costs[j].back() + random.below(3);
      AssignmentInput more = input;
      more.slot_costs[j].push_back(cost);
      const std::int64_t gain = live.slot_gain(j, cost);
      CHECK(gain == live.cost() - assign::assign(more).cost);
      gains += gain > 0 ? 1 : 0;
    }
  }
  CHECK(gains > 20);
}

TEST_CASE("a refused operation changes nothing") {
  const AssignmentInput input{.rows = 2,
                              .columns = 2,
                              .arcs = {{0, 0, 5}, {1, 0, 6}, {1, 1, 7}},
                              .penalty = {100, 100},
                              .slot_costs = {{1}, {2, 3}},
                              .forced = {},
                              .forbidden = {},
                              .must_serve = {}};
  LiveAssignment live(input);
  live.cancel_row(0);
  const Assignment before = live.assignment();
  const auto refused = [&](const char* message, auto operation) {
    CHECK_THROWS_WITH_AS(operation(), message, InvalidInput);
    const Assignment after = live.assignment();
    CHECK(after.column_of_row == before.column_of_row);
    CHECK(after.column_dual == before.column_dual);
    CHECK(assign::certified(live.table().view(), after));
  };
  using Arcs = std::vector<RowArc>;
  using Slots = std::vector<std::int64_t>;
  refused("row: row 0 has been cancelled", [&] { live.cancel_row(0); });
  refused("row: row must be between 0 and 1, got 2", [&] { live.set_penalty(2, 5); });
  refused("arcs: row 2 and column 1 are joined by two arcs", [&] { live.add_row(Arcs{{1, 5}, {1, 6}}, 5); });
  refused("arcs[0].column: arcs[0].column must be between 0 and 1, got 9", [&] { live.add_row(Arcs{{9, 5}}, 5); });
  refused("slot_costs[1]: slot costs must not fall: 1 comes after 2", [&] { live.set_slots(0, Slots{2, 1}); });
  refused("slot_cost: a further slot must not cost less than the last one: 2 after 3",
          [&] { static_cast<void>(live.slot_gain(1, 2)); });
  CHECK(live.add_column(Slots{1}) == 2);
  CHECK_THROWS_WITH_AS(live.remove_arc(1, 2), "no arc joins row 1 and column 2", InvalidInput);
  CHECK_THROWS_WITH_AS(static_cast<void>(live.regret(1, 2)), "no arc joins row 1 and column 2", InvalidInput);
}

TEST_CASE("a live assignment begins with the optimum it is given, and refuses what is none") {
  const int rounds = paidan_test::cases(60);
  int others = 0;
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    SplitMix64 random(static_cast<std::uint64_t>(round) + 21'000);
    AssignmentInput input = paidan_test::random_assignment(random, {.most_rows = 12, .most_columns = 5});
    for (assign::Arc& arc : input.arcs) arc.cost /= 400;  // many equals
    const assign::AssignmentTable table = assign::compress(input);
    const Assignment first = assign::assign(table.view(), {.canonical = true});
    assign::LiveAssignment live(table.view(), first.column_of_row);
    REQUIRE(live.assignment().column_of_row == first.column_of_row);
    REQUIRE(live.cost() == first.cost);
    others += LiveAssignment(input).assignment().column_of_row != first.column_of_row ? 1 : 0;
    for (const assign::Arc& arc : input.arcs) {
      const assign::Regret regret = live.regret(arc.row, arc.column);
      if (first.column_of_row[arc.row] == arc.column) REQUIRE(regret.moves.empty());
    }
    std::vector<std::uint32_t> nobody(input.rows, Assignment::unassigned);
    std::int64_t left_out = 0;
    for (const std::int64_t penalty : input.penalty) left_out += penalty;
    if (left_out > first.cost) CHECK_THROWS_AS(LiveAssignment(table.view(), nobody), InvalidInput);
  }
  CHECK(others > 0);
}

TEST_CASE("what a live assignment does not keep is refused at the door") {
  AssignmentInput input{.rows = 1,
                        .columns = 1,
                        .arcs = {{0, 0, 5}},
                        .penalty = {100},
                        .slot_costs = {{1}},
                        .forced = {{0, 0}},
                        .forbidden = {},
                        .must_serve = {1}};
  CHECK_THROWS_WITH_AS(LiveAssignment{input},
                       "forced: forced cannot be kept while the assignment changes\n"
                       "must_serve: must_serve cannot be kept while the assignment changes",
                       InvalidInput);
}

TEST_CASE("a copy goes its own way") {
  SplitMix64 random(3);
  const AssignmentInput input = paidan_test::random_assignment(random, {.most_rows = 10, .most_columns = 5});
  LiveAssignment live(input);
  LiveAssignment copy = live;
  copy.drop_column(0);
  CHECK(live.cost() == assign::assign(input).cost);
  live = copy;
  CHECK(live.cost() == copy.cost());
}
