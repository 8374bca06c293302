#include <paidan/routing/detail/rich/place.hpp>
#include <paidan/routing/detail/rich/ruin.hpp>

#include "judge.hpp"

namespace rich_test {

TEST_CASE("what is taken out and what stays are the orders there were, each once") {
  std::int64_t out = 0;
  int steps = 0;
  int unsound = 0;
  int linked = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(70'000 + seed), shape_of(seed, 5 + seed % 40));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    rich::Rubble rubble;
    for (int step = 0; step < 40; ++step) {
      CAPTURE(step);
      if (step % 8 == 0) fill(state, random, 2);
      state.begin();
      const rich::State::Visits before = state.visits();
      const std::vector<Index> absent(state.absent().begin(), state.absent().end());
      const Goals goals = state.goals();
      rich::ruin(state, random, rubble);
      ++steps;
      // The first of a group stands for all of it.
      const std::vector<Index> led = rubble.out;
      const std::size_t asked = rubble.before.size();
      if (ground.links() && rubble.sound) {
        rubble.out.clear();
        for (const Index order : led) {
          CHECK(rich::leads(ground, order));
          for (const Index one : group_of(ground, order)) rubble.out.push_back(one);
        }
        CHECK(whole_groups(state));
        ++linked;
      }
      // Everything in the rubble is out of the plan, and was taken out or absent before.
      std::vector<int> seen(ground.visit_count(), 0);
      for (const Index order : rubble.out) {
        CHECK(++seen[order] == 1);
        CHECK(state.tour_of(order) == rich::none);
      }
      std::size_t served = 0;
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        const std::vector<Index> now = state.visits(tour);
        served += now.size();
        if (!ground.links()) CHECK(state.touched(tour) == (now != before[tour]));
        // What stays keeps its order; what left is in the rubble.
        std::size_t at = 0;
        for (const Index order : before[tour]) {
          if (at < now.size() && now[at] == order) {
            ++at;
            CHECK(seen[order] == 0);
          } else {
            CHECK(seen[order] == 1);
          }
        }
        CHECK(at == now.size());
      }
      CHECK(served + state.absent().size() == ground.visit_count());
      std::size_t removed = 0;
      for (const Index order : rubble.out) {
        if (std::find(absent.begin(), absent.end(), order) == absent.end()) ++removed;
      }
      CHECK(state.absent().size() == absent.size() + removed);
      if (!ground.links()) CHECK(rubble.out.size() - removed == std::min<std::size_t>(absent.size(), 10));
      CHECK(asked <= std::min<std::size_t>(absent.size(), 10));
      if (served + removed > 0 && rubble.sound) CHECK(removed > 0);
      out += static_cast<std::int64_t>(removed);
      check_state(state);
      if (!rubble.sound) ++unsound;
      if (rubble.sound && random.below(2) == 0) continue;
      state.rollback();
      CHECK(state.visits() == before);
      CHECK(state.goals() == goals);
    }
  }
  MESSAGE(steps, " steps, ", out, " visits out, unsound ", unsound);
  CHECK(out > steps);
  CHECK(unsound > 0);
  CHECK(linked > 50);
}

}  // namespace rich_test
