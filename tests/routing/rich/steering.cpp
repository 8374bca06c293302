#include <paidan/routing/detail/rich/construct.hpp>
#include <paidan/routing/detail/rich/steering.hpp>

#include "judge.hpp"

namespace rich_test {

namespace {

/// A plan of random problems with goals in order, as `construct` leaves it.
template <class Look>
void for_plans(int first, Look&& look) {
  for (int seed = 0; seed < paidan_test::cases(120); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        rich_problem(static_cast<std::uint64_t>(first + seed), shape_of(seed, 4 + seed % 20), GoalOrder::in_order);
    if (problem.order_count() == 0 || problem.shift_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    rich::construct(state);
    look(ground, state, seed);
  }
}

}  // namespace

TEST_CASE("a first plan is sound, and what it leaves out does not pay at the rates it was built with") {
  int left = 0;
  for_plans(170'000, [&](const rich::Ground& ground, rich::State& state, int) {
    check_state(state);
    state.set_rates(rich::steep_rates(ground));
    const std::vector<Index> absent(state.absent().begin(), state.absent().end());
    if (!ground.small()) return;
    for (const Index order : absent) {
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        if (!ground.may(order, tour) || has_rest(state.tour(tour))) continue;
        if (ground.visit(order).linked) continue;  // it does not come alone
        for (std::size_t gap = 0; gap <= state.tour(tour).items.size(); ++gap) {
          ++left;
          CHECK(state.try_gap(state.probe(order), tour, gap, rich::impossible) >= 0);
        }
      }
    }
  });
  CHECK(left > 200);
}

TEST_CASE("rates rise with the work, and sums of prices stay in range") {
  for_plans(180'000, [&](const rich::Ground& ground, rich::State& state, int) {
    const rich::Steering steering(ground, rich::mean_leg(state));
    rich::Rates before = steering.at(0);
    CHECK(before.late > 0);
    for (int i = 1; i <= 16; ++i) {
      const rich::Rates now = steering.at(routing::anneal::share_of(i, 16));
      CHECK(now.honour_q16 >= before.honour_q16);
      CHECK(now.late >= before.late);
      before = now;
    }
    // Everything left out at once.
    rich::Count all;
    for (const std::int64_t weight : ground.dense().orders.honour) {
      all.honour += weight;
      all.late += ground.weights().lateness_cap.seconds + 1;
    }
    for (const rich::Rates& rates : {before, steering.strict(state.visits(), state.goals())}) {
      CHECK(rates.price(all) > 0);
      CHECK(rates.price(all) < std::int64_t{1} << 62);
    }
  });
}

TEST_CASE("at the strict rates one price has the order of the goals, as far as one step changes a plan") {
  std::int64_t compared = 0;
  std::int64_t in_order = 0;
  for_plans(190'000, [&](const rich::Ground& ground, rich::State& state, int seed) {
    const rich::Steering steering(ground, rich::mean_leg(state));
    state.set_rates(steering.strict(state.visits(), state.goals()));
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    for (int turn = 0; turn < 60; ++turn) {
      const Goals goals = state.goals();
      const std::int64_t price = state.price();
      state.begin();
      const Index order = random.below(ground.visit_count());
      const Index tour = random.below(ground.tour_count());
      if (state.tour_of(order) == rich::none) {
        if (!ground.may(order, tour)) continue;
        const Index gap = random.below(static_cast<Index>(state.tour(tour).items.size()) + 1);
        if (!state.insert(order, {0, tour, gap})) continue;
      } else {
        std::vector<std::uint8_t> keep(state.tour(state.tour_of(order)).visits, 1);
        keep[random.below(static_cast<std::uint32_t>(keep.size()))] = 0;
        std::vector<Index> out;
        if (!state.remove(state.tour_of(order), keep, out)) continue;
      }
      ++compared;
      in_order += (state.goals() < goals) == (state.price() < price) ? 1 : 0;
      state.rollback();
    }
  });
  MESSAGE(in_order, " of ", compared, " changes are better by the goals just when they are cheaper");
  CHECK(compared > 1'000);
  CHECK(in_order * 1'000 >= compared * 995);
}

}  // namespace rich_test
