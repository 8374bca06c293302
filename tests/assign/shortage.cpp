#include <paidan/assign/shortage.hpp>

#include <doctest/doctest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "support/assignment_oracle.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <set>

using namespace paidan;
using assign::AssignmentInput;
using assign::Shortage;

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Graph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

/// How many of these rows can be served at once, by a maximum flow.
std::int64_t servable(const AssignmentInput& input, const std::vector<std::uint32_t>& rows) {
  Graph graph(input.rows + input.columns + 2);
  const std::size_t source = input.rows + input.columns;
  const std::size_t sink = source + 1;
  auto capacity = get(boost::edge_capacity, graph);
  auto reverse = get(boost::edge_reverse, graph);
  const auto join = [&](std::size_t from, std::size_t to, long most) {
    const auto there = add_edge(from, to, graph).first;
    const auto back = add_edge(to, from, graph).first;
    capacity[there] = most;
    capacity[back] = 0;
    reverse[there] = back;
    reverse[back] = there;
  };
  const std::set<std::uint32_t> chosen(rows.begin(), rows.end());
  for (const std::uint32_t row : rows) join(source, row, 1);
  std::vector<long> room;
  for (std::uint32_t j = 0; j < input.columns; ++j) room.push_back(static_cast<long>(input.slot_costs[j].size()));
  std::set<std::uint32_t> forced;
  for (const assign::Pair& pair : input.forced) {
    if (forced.insert(pair.row).second) --room[pair.column];
  }
  for (std::uint32_t j = 0; j < input.columns; ++j) join(input.rows + j, sink, room[j]);
  for (const assign::Arc& arc : input.arcs) {
    const auto same = [&](auto p) { return p.row == arc.row && p.column == arc.column; };
    if (chosen.count(arc.row) == 0 || std::any_of(input.forbidden.begin(), input.forbidden.end(), same)) continue;
    join(arc.row, input.rows + arc.column, 1);
  }
  return boost::push_relabel_max_flow(graph, source, sink);
}

std::vector<std::uint32_t> wanted(const AssignmentInput& input) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    const auto mine = [&](auto p) { return p.row == i; };
    if (std::any_of(input.forced.begin(), input.forced.end(), mine)) continue;
    if (input.must_serve.empty() || input.must_serve[i] != 0) rows.push_back(i);
  }
  return rows;
}

}  // namespace

TEST_CASE("shortages are exactly what a maximum flow leaves out, and none could be smaller") {
  int seen = 0;
  const int rounds = paidan_test::cases(300);
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    SplitMix64 random(static_cast<std::uint64_t>(round) + 210'000);
    const AssignmentInput input =
        paidan_test::random_assignment(random, {.most_rows = 16, .most_columns = 8, .pairs = round % 2 == 0});
    const std::vector<Shortage> found = assign::shortages(input);
    std::int64_t lacking = 0;
    std::set<std::uint32_t> used;
    for (const Shortage& shortage : found) {
      ++seen;
      REQUIRE(shortage.rows.size() > shortage.slots);
      REQUIRE(servable(input, shortage.rows) == static_cast<std::int64_t>(shortage.slots));
      lacking += static_cast<std::int64_t>(shortage.rows.size() - shortage.slots);
      for (const std::uint32_t row : shortage.rows) {
        REQUIRE(used.insert(row).second);
        std::vector<std::uint32_t> others = shortage.rows;
        std::erase(others, row);
        // Every slot is still taken without it: the row is one of those that compete.
        REQUIRE(servable(input, others) == static_cast<std::int64_t>(shortage.slots));
      }
    }
    const std::vector<std::uint32_t> rows = wanted(input);
    REQUIRE(static_cast<std::int64_t>(rows.size()) - servable(input, rows) == lacking);
  }
  CHECK(seen > rounds / 4);
}

TEST_CASE("three rows that share one column with two slots") {
  AssignmentInput input;
  input.rows = 4;
  input.columns = 2;
  input.arcs = {{0, 0, 1}, {1, 0, 1}, {2, 0, 1}, {3, 0, 1}, {3, 1, 1}};
  input.penalty = {0, 0, 0, 0};
  input.slot_costs = {{0, 0}, {0}};
  const std::vector<Shortage> found = assign::shortages(input);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rows == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(found[0].columns == std::vector<std::uint32_t>{0});
  CHECK(found[0].slots == 2);
}
