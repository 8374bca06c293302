#include <paidan/routing/detail/rich/state.hpp>

#include "judge.hpp"

namespace rich_test {

TEST_CASE("an order that slips in leaves what laying the whole tour again leaves") {
  std::int64_t slipped = 0;
  std::int64_t late = 0;
  std::int64_t rested = 0;
  std::int64_t not_due = 0;
  for (int seed = 0; seed < paidan_test::cases(800); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(120'000 + seed), shape_of(seed, 8 + seed % 12));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    rich::Layer layer(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    fill(state, random, 1 + seed % 4);
    const std::vector<Index> absent(state.absent().begin(), state.absent().end());
    for (const Index order : absent) {
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        if (!ground.may(order, tour)) continue;
        for (Index gap = 0; gap <= state.tour(tour).items.size(); ++gap) {
          CAPTURE(order);
          CAPTURE(tour);
          CAPTURE(gap);
          rich::Slip slip;
          if (!layer.can_slip(tour, state.tour(tour), gap, order, slip)) continue;
          rich::State one = state;
          rich::State other = state;
          one.begin();
          other.begin();
          const bool done = one.insert(order, {0, tour, gap});
          REQUIRE(done == other.insert_chain({&order, 1}, {0, tour, gap}));
          if (!done) continue;  // parts
          ++slipped;
          const rich::Tour& now = one.tour(tour);
          late += now.count.late > 0 || now.lateness > 0 ? 1 : 0;
          rested += has_rest(now) ? 1 : 0;
          not_due += now.unplaced != 0 ? 1 : 0;
          CHECK(now == other.tour(tour));
          CHECK(one.count() == other.count());
          bool same = true;
          for (Index i = 0; i < ground.visit_count(); ++i) same = same && one.slot(i) == other.slot(i);
          CHECK(same);
          // … and taking it back leaves no trace.
          one.rollback();
          CHECK(one.tour(tour) == state.tour(tour));
          CHECK(one.count() == state.count());
          same = true;
          for (Index i = 0; i < ground.visit_count(); ++i)
            same =
                same && (state.tour_of(i) == rich::none ? one.tour_of(i) == rich::none : one.slot(i) == state.slot(i));
          CHECK(same);
        }
      }
    }
  }
  MESSAGE(slipped, " slipped in; with lateness ", late, ", with a rest ", rested, ", with a rest that is not due ",
          not_due);
  CHECK(slipped > 500);
  CHECK(late > 200);
  CHECK(rested > 30);
  CHECK(not_due > 10);
}

TEST_CASE("what stays when visits leave costs what laying it out anew costs") {
  int compared = 0;
  int rested = 0;
  int gone = 0;
  for (int seed = 0; seed < paidan_test::cases(900); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(130'000 + seed), shape_of(seed, 8 + seed % 12));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    fill(state, random, 2);
    for (Index tour = 0; tour < ground.tour_count(); ++tour) {
      CAPTURE(tour);
      if (state.tour(tour).visits < 2 || has_linked(state, tour)) continue;
      const bool before = has_rest(state.tour(tour));
      std::vector<std::uint8_t> keep;
      std::vector<Index> out;
      for (Index i = 0; i < state.tour(tour).visits; ++i) keep.push_back(random.below(3) != 0 ? 1 : 0);
      state.begin();
      if (!state.remove(tour, keep, out) || state.tour(tour).visits == 0) continue;
      rich::State fresh(ground);
      fresh.set_rates(state.rates());
      if (!fresh.insert_chain(state.visits(tour), {0, tour, 0})) continue;
      ++compared;
      rested += has_rest(state.tour(tour)) ? 1 : 0;
      gone += before && !has_rest(state.tour(tour)) ? 1 : 0;
      // Rates may be 0: what they do not count is free to differ.
      CHECK(state.rates().price(state.tour(tour).count) == state.rates().price(fresh.tour(tour).count));
      CHECK(state.tour(tour).work_s == fresh.tour(tour).work_s);
      CHECK(state.tour(tour).unplaced == fresh.tour(tour).unplaced);
    }
  }
  MESSAGE(compared, " tours compared, with a rest ", rested, ", with one no longer ", gone);
  CHECK(compared > 300);
  CHECK(rested > 30);
  CHECK(gone > 3);
}

}  // namespace rich_test
