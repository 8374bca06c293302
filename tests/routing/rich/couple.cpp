#include <paidan/routing/detail/rich/couple.hpp>

#include "judge.hpp"

#include <array>

namespace rich_test {

namespace {

/// Does any pair of absent orders, one right behind the other, take off the price in any tour?
bool some_pair_saves(rich::State& state) {
  const rich::Ground& ground = state.ground();
  const std::vector<Index> absent(state.absent().begin(), state.absent().end());
  for (const Index first : absent) {
    for (const Index second : absent) {
      if (first == second || ground.visit(first).linked || ground.visit(second).linked) continue;
      const std::int64_t saved = state.missing_price(first) + state.missing_price(second);
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        if (has_linked(state, tour)) continue;  // what a pair costs there is estimated
        const std::vector<Index> there = state.visits(tour);
        for (std::size_t gap = 0; gap <= there.size(); ++gap) {
          std::vector<Index> sequence = there;
          sequence.insert(sequence.begin() + static_cast<std::ptrdiff_t>(gap), {first, second});
          const std::int64_t price = state.try_sequence(tour, sequence);
          if (price == rich::impossible || price >= saved) continue;
          // Rests stay where they stand when the two are put there, which may be impossible.
          const rich::Count before = state.count();
          state.begin();
          const std::array<Index, 2> pair{first, second};
          const bool done = state.insert_chain(pair, {0, tour, state.gap_behind(tour, gap)});
          const bool cheaper = state.rates().price(state.count()) < state.rates().price(before);
          if (done) state.rollback();
          if (done && cheaper) return true;
        }
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE("two absent orders go where both together save; none are left that could") {
  int coupled = 0;
  int none_left = 0;
  int could_not = 0;
  for (int seed = 0; seed < paidan_test::cases(80); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(150'000 + seed), shape_of(seed, 5 + seed % 5));
    if (problem.order_count() == 0 || problem.shift_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(rich::Rates{std::uint64_t{40} << 16U, 5'000});
    fill(state, random, seed % 2);
    const auto any_breaks = [&] {
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        if (!ground.dense().shifts.breaks[tour].empty()) return true;
      }
      return false;
    };
    int in_vain = 0;
    while (in_vain < 60) {
      const rich::State::Visits before = state.visits();
      const std::size_t absent = state.absent().size();
      const rich::Count count = state.count();
      const std::int64_t price = state.price();
      if (!rich::couple(state, random)) {
        CHECK(state.visits() == before);
        CHECK(state.count() == count);
        ++in_vain;
        continue;
      }
      ++coupled;
      in_vain = 0;
      CHECK(state.absent().size() == absent - 2);
      if (!any_breaks()) CHECK(state.price() < price);
      check_state(state);
    }
    // Sixty draws out of at most nine orders: each was the first of a pair, with no limit of sequences in reach.
    if (any_breaks()) continue;
    ++none_left;
    if (some_pair_saves(state)) {
      ++could_not;
      MESSAGE("seed ", seed, " orders ", problem.order_count(), " absent ", state.absent().size(), " parts ",
              problem.dense().orders.parts.values.size());
    }
  }
  MESSAGE(coupled, " pairs put together; of ", none_left, " plans ", could_not, " could take another one");
  CHECK(coupled > 30);
  CHECK(none_left > 10);
  CHECK(could_not == 0);
}

TEST_CASE("two orders open the empty tour near the first one that costs least for both") {
  int opened = 0;
  int refused = 0;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    paidan_test::RandomProblem shape = shape_of(seed, 6 + seed % 8);
    shape.technicians = 2 + seed % 5;
    const Problem problem = rich_problem(static_cast<std::uint64_t>(160'000 + seed), shape);
    if (problem.order_count() < 2 || problem.shift_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    fill(state, random, 1);
    const std::vector<Index> absent(state.absent().begin(), state.absent().end());
    for (std::size_t i = 0; i + 1 < absent.size(); ++i) {
      const std::array<Index, 2> pair{absent[i], absent[i + 1]};
      std::int64_t least = rich::impossible;
      for (const auto& home : ground.homes(pair[0])) {
        if (state.tour(home.tour).visits != 0 || !ground.may(pair[1], home.tour)) continue;
        if (!state.has_stock(pair, home.tour)) continue;
        least = std::min(
            {least, state.try_sequence(home.tour, pair), state.try_sequence(home.tour, std::array{pair[1], pair[0]})});
      }
      const rich::State::Visits before = state.visits();
      const rich::Count count = state.count();
      state.begin();
      const std::int64_t missing = state.missing_price(pair[0]) + state.missing_price(pair[1]);
      const std::int64_t price = state.price();
      if (!rich::open_for_two(state, pair[0], pair[1])) {
        ++refused;
        CHECK(state.visits() == before);
        CHECK(state.count() == count);
        continue;
      }
      ++opened;
      CHECK(least != rich::impossible);
      const Index tour = state.tour_of(pair[0]);
      CHECK(state.tour_of(pair[1]) == tour);
      CHECK(before[tour].empty());
      CHECK(state.tour(tour).visits == 2);
      CHECK(state.price() - price + missing == least);
      state.rollback();
      CHECK(state.visits() == before);
      CHECK(state.count() == count);
    }
  }
  MESSAGE(opened, " tours opened, ", refused, " times none");
  CHECK(opened > 50);
  CHECK(refused > 50);
}

}  // namespace rich_test
