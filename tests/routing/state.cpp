#include "random_state.hpp"

#include <doctest/doctest.h>

#include <paidan/routing/detail/operators/relocate.hpp>
#include <paidan/routing/detail/operators/removal.hpp>
#include <paidan/routing/detail/operators/replacement.hpp>
#include <paidan/routing/detail/operators/swap.hpp>
#include <paidan/routing/detail/operators/tail_swap.hpp>
#include <paidan/routing/detail/recreate.hpp>
#include <paidan/routing/detail/ruin.hpp>
#include <paidan/routing/timing.hpp>

#include <array>
#include <map>

using namespace paidan;
using namespace routing_test;

namespace {

struct Count {
  int tried = 0;
  int done = 0;
  int refused_falsely = 0;
};

/// Some route cannot be timed, or a technician's stock does not last.
bool truly_impossible(const routing::State& state, const routing::Sequences& sequences) {
  const Problem& problem = state.context().problem();
  const Dense& dense = problem.dense();
  routing::State::Visits visits = state.visits();
  for (const routing::Change& change : sequences.all()) {
    visits[change.shift].assign(change.visits.begin(), change.visits.end());
    std::vector<OrderIndex> sequence;
    for (const std::uint32_t order : change.visits) sequence.emplace_back(order);
    if (!routing::time_route(problem, ShiftIndex(change.shift), sequence).feasible) return true;
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> left;
  for (std::uint32_t t = 0; t < problem.technician_count(); ++t) {
    for (const PartNeed& row : dense.technicians.stock[t]) left[{t, row.part.value}] += row.quantity;
  }
  for (std::size_t s = 0; s < visits.size(); ++s) {
    for (const std::uint32_t order : visits[s]) {
      for (const PartNeed& need : dense.orders.parts[order]) {
        if ((left[{dense.shifts.technician[s].value, need.part.value}] -= need.quantity) < 0) return true;
      }
    }
  }
  return false;
}

/// The delta must be what the checker says it is; what is called infeasible must be so.
template <class M>
void look_at(const M& move, routing::State& state, Count& count) {
  routing::Sequences sequences;
  move.describe(state, sequences);
  if (sequences.count == 0) return;
  ++count.tried;
  const auto before = judged_cost(state);
  REQUIRE(before.has_value());
  CHECK(*before == state.cost());
  const std::int64_t change = routing::delta(move, state, sequences);
  if (change == routing::infeasible) {
    if (!truly_impossible(state, sequences)) ++count.refused_falsely;
    return;
  }
  ++count.done;
  state.begin();
  CHECK(routing::apply(move, state, sequences) == change);
  const auto after = judged_cost(state);
  REQUIRE(after.has_value());
  CHECK(*after == state.cost());
  CHECK(*after - *before == change);
  state.rollback();
  CHECK(state.cost() == *before);
  CHECK(judged_cost(state) == before);
}

}  // namespace

TEST_CASE("the gain of every move is exact, and undoing leaves no trace") {
  std::array<Count, 6> counts;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem =
        paidan_test::random_problem(s, {.orders = 14, .technicians = 3, .days = 1 + seed % 2, .places = 10});
    const routing::Context context(problem);
    routing::State state(context);
    SplitMix64 random(s);
    fill(state, random);
    const auto shifts = static_cast<std::uint32_t>(context.shift_count());
    const auto orders = static_cast<std::uint32_t>(context.order_count());
    if (orders == 0) continue;
    for (int i = 0; i < 12; ++i) {
      const std::uint32_t a = random.below(shifts);
      const std::uint32_t b = random.below(shifts);
      const std::uint32_t order = random.below(orders);
      look_at(routing::Insertion{order, a, random.below(4)}, state, counts[0]);
      look_at(routing::Removal{a, random.below(4), 1 + random.below(2)}, state, counts[1]);
      look_at(routing::Relocate{a, random.below(4), 1 + random.below(2), b, random.below(4)}, state, counts[2]);
      look_at(routing::Swap{a, random.below(4), b, random.below(4)}, state, counts[3]);
      look_at(routing::TailSwap{a, random.below(4), b, random.below(4)}, state, counts[4]);
      look_at(routing::Replacement{order, a, random.below(4)}, state, counts[5]);
    }
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    CAPTURE(i);
    CHECK(counts[i].tried > 50);
    CHECK(counts[i].done > 10);
    CHECK(counts[i].refused_falsely == 0);
  }
}

TEST_CASE("the cached cheapest spot is the cheapest of all positions") {
  int found = 0;
  for (int seed = 0; seed < paidan_test::cases(80); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem =
        paidan_test::random_problem(s, {.orders = 16, .technicians = 3, .days = 1 + seed % 2, .places = 9});
    const routing::Context context(problem);
    routing::State state(context);
    SplitMix64 random(s);
    routing::Sequences sequences;
    for (int round = 0; round < 4; ++round) {
      fill(state, random);
      routing::ruin(state, random, {.average = 4, .longest = 4});
      CHECK(judged_cost(state) == state.cost());
      if (round % 2 == 1) {
        // What was cached meanwhile must be forgotten, what was cached before is right again.
        state.begin();
        fill(state, random);
        for (const std::uint32_t order : routing::unserved_orders(state)) {
          for (std::size_t pair = context.pair_begin(order); pair < context.pair_begin(order + 1); ++pair) {
            (void)state.best_spot(order, pair);
          }
        }
        state.rollback();
      }
      for (const std::uint32_t order : routing::unserved_orders(state)) {
        for (std::size_t pair = context.pair_begin(order); pair < context.pair_begin(order + 1); ++pair) {
          const std::uint32_t shift = context.pair_shift(pair);
          const routing::Spot spot = state.best_spot(order, pair);
          std::int64_t least = routing::infeasible;
          std::uint32_t position = 0;
          for (std::uint32_t i = 0; i <= state.size(shift); ++i) {
            const std::int64_t change = routing::delta(routing::Insertion{order, shift, i}, state, sequences);
            CHECK(state.insertion_delta(order, shift, i) == change);
            if (change >= least) continue;
            least = change;
            position = i;
          }
          CHECK(spot.delta == least);
          if (least == routing::infeasible) continue;
          CHECK(spot.position == position);
          ++found;
        }
      }
    }
  }
  CHECK(found > 300);
}

TEST_CASE("a join that is called impossible is impossible") {
  int impossible = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem = paidan_test::random_problem(s, {.orders = 14, .technicians = 4, .wide_share = 1});
    const routing::Context context(problem);
    routing::State state(context);
    SplitMix64 random(s);
    fill(state, random);
    routing::Sequences sequences;
    for (std::uint32_t a = 0; a < context.shift_count(); ++a) {
      for (std::uint32_t b = 0; b < context.shift_count(); ++b) {
        if (a == b) continue;
        for (std::uint32_t i = 0; i <= state.size(a); ++i) {
          for (std::uint32_t j = 0; j < state.size(b); ++j) {
            if (state.could_join(a, i, b, j)) continue;
            ++impossible;
            CHECK(routing::delta(routing::TailSwap{a, i, b, j}, state, sequences) == routing::infeasible);
          }
        }
      }
    }
  }
  CHECK(impossible > 20);
}

TEST_CASE("a plan is loaded as it is, and what no longer fits is left out") {
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem = paidan_test::random_problem(s, {.orders = 14, .technicians = 3});
    const routing::Context context(problem);
    routing::State state(context);
    SplitMix64 random(s);
    fill(state, random);
    const Plan plan = routing::assemble(problem, state.visits());
    routing::State again(context);
    routing::load(again, plan);
    CHECK(again.visits() == state.visits());
    // Shorter days: whatever is kept is a valid plan in the old order.
    const Problem shorter = problem.with([](ProblemData& data) {
      for (Technician& technician : data.technicians) {
        for (Shift& shift : technician.shifts) {
          shift.breaks.clear();
          shift.end = shift.start + hours(3);
        }
      }
    });
    const routing::Context less(shorter);
    routing::State kept(less);
    routing::load(kept, plan);
    CHECK(judged_cost(kept) == kept.cost());
    for (std::uint32_t shift = 0; shift < less.shift_count(); ++shift) {
      std::size_t at = 0;
      for (const routing::Step& step : kept.steps(shift)) {
        while (at < state.size(shift) && state.steps(shift)[at].order != step.order) ++at;
        CHECK(at < state.size(shift));
      }
    }
  }
}
