// The assignment kernel with nothing below it but `core`.
#include <paidan/assign/assignment.hpp>
#include <paidan/assign/live.hpp>
#include <paidan/assign/shortage.hpp>

#include <cstdio>

int main() {
  namespace assign = paidan::assign;
  const assign::AssignmentInput input{.rows = 2,
                                      .columns = 2,
                                      .arcs = {{0, 0, 4}, {0, 1, 1}, {1, 1, 2}},
                                      .penalty = {10, 10},
                                      .slot_costs = {{0}, {0}},
                                      .forced = {},
                                      .forbidden = {},
                                      .must_serve = {}};
  const assign::Assignment best = assign::assign(input);
  std::printf("cost %lld, %s\n", static_cast<long long>(best.cost), assign::certified(input, best) ? "certified" : "?");
}
