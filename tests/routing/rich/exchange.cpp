#include <paidan/routing/detail/rich/exchange.hpp>

#include "judge.hpp"

namespace rich_test {

namespace {

std::vector<Index> together(const rich::State& state, Index a, Index b) {
  std::vector<Index> both = state.visits(a);
  const std::vector<Index> other = state.visits(b);
  both.insert(both.end(), other.begin(), other.end());
  std::sort(both.begin(), both.end());
  return both;
}

/// `first` begins as `before` began, and goes on as `other` went on.
bool changed_tails(const std::vector<Index>& before, const std::vector<Index>& other, const std::vector<Index>& now) {
  for (std::size_t head = 0; head <= std::min(before.size(), now.size()); ++head) {
    if (!std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(head), now.begin())) return false;
    const std::size_t tail = now.size() - head;
    if (tail <= other.size() && std::equal(now.end() - static_cast<std::ptrdiff_t>(tail), now.end(),
                                           other.end() - static_cast<std::ptrdiff_t>(tail)))
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("an exchange changes the tails of two tours, costs no more than the temperature allows, or changes nothing") {
  int tails = 0;
  int whole = 0;
  int dearer = 0;
  for (int seed = 0; seed < paidan_test::cases(120); ++seed) {
    CAPTURE(seed);
    paidan_test::RandomProblem shape = shape_of(seed, 8 + seed % 20);
    shape.technicians = 2 + seed % 5;
    const Problem problem = rich_problem(static_cast<std::uint64_t>(140'000 + seed), shape);
    if (problem.order_count() == 0 || problem.shift_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    fill(state, random, 2);
    rich::Halves halves;
    const std::uint64_t temperature = seed % 2 == 0 ? 0 : std::uint64_t{500'000} << 16U;
    for (int turn = 0; turn < 200; ++turn) {
      const rich::State::Visits before = state.visits();
      const rich::Count count = state.count();
      const std::int64_t price = state.price();
      if (!rich::exchange(state, temperature, random, halves)) {
        CHECK(state.visits() == before);
        CHECK(state.count() == count);
        continue;
      }
      if (temperature == 0) CHECK(state.price() <= price);
      if (state.price() > price) ++dearer;
      std::vector<Index> moved;
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        if (state.visits(tour) != before[tour]) moved.push_back(tour);
      }
      if (moved.empty()) continue;  // both tails are empty, or alike
      REQUIRE(moved.size() == 2);
      const Index a = moved[0];
      const Index b = moved[1];
      if (state.visits(a) == before[b] && state.visits(b) == before[a]) {
        ++whole;
      } else {
        ++tails;
      }
      CHECK(changed_tails(before[a], before[b], state.visits(a)));
      CHECK(changed_tails(before[b], before[a], state.visits(b)));
      const std::vector<Index> now = together(state, a, b);
      state.rollback();
      CHECK(state.visits() == before);
      CHECK(state.count() == count);
      CHECK(together(state, a, b) == now);
      if (rich::exchange(state, temperature, random, halves) && turn % 20 == 0) check_state(state);
    }
    check_state(state);
  }
  MESSAGE(tails, " times tails, ", whole, " times whole tours; dearer ", dearer);
  CHECK(tails > 100);
  CHECK(whole > 50);
  CHECK(dearer > 20);
}

}  // namespace rich_test
