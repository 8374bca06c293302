// A state whose visits wait for each other, against the plan that is written down.
#include <paidan/routing/detail/rich/place.hpp>
#include <paidan/routing/detail/rich/ruin.hpp>

#include "judge.hpp"

namespace rich_test {

namespace {

/// Without rests and calls, whose places a state may have chosen while starts rose.
Problem linked_problem(int seed, bool bare = true) {
  paidan_test::RandomProblem shape = shape_of(seed, 6 + seed % 14);
  shape.technicians = 2 + seed % 4;
  shape.linked = true;
  return rich_problem(static_cast<std::uint64_t>(720'000 + seed), shape).with([&](ProblemData& data) {
    if (!bare) return;
    data.depots.clear();
    for (Technician& technician : data.technicians) {
      // In traffic who would drive too long at once may drive later, for a partner: known while one comes after the
      // other, not where all are timed at once.
      technician.max_leg.reset();
      technician.max_travel.reset();
      for (Shift& shift : technician.shifts) shift.breaks.clear();
    }
  });
}

/// Everything that a step may change.
struct Kept {
  explicit Kept(const rich::State& state) : visits(state.visits()), count(state.count()) {
    for (Index tour = 0; tour < state.ground().tour_count(); ++tour) tours.push_back(state.tour(tour));
    for (Index order = 0; order < state.ground().visit_count(); ++order) {
      links.push_back(state.link_state(order));
      slots.push_back(state.tour_of(order) == rich::none ? rich::Slot{} : state.slot(order));
    }
  }
  rich::State::Visits visits;
  rich::Count count;
  std::vector<rich::Tour> tours;
  std::vector<rich::LinkState> links;
  std::vector<rich::Slot> slots;
};

void check_same(const Kept& before, const Kept& now) {
  CHECK(now.visits == before.visits);
  CHECK(now.count == before.count);
  CHECK(now.tours == before.tours);
  CHECK(now.links == before.links);
  CHECK(now.slots == before.slots);
}

/// A whole group at random places; what does not fit is taken back. True: it is in.
bool insert_group(rich::State& state, Index order, SplitMix64& random) {
  const rich::Ground& ground = state.ground();
  std::vector<Index> in;
  for (const Index one : group_of(ground, order)) {
    const Index tour = random.below(ground.tour_count());
    const Index gap = random.below(static_cast<Index>(state.tour(tour).items.size()) + 1);
    if (ground.may(one, tour) && state.insert(one, {0, tour, gap})) {
      in.push_back(one);
      continue;
    }
    while (state.sound() && !in.empty()) {
      state.take_back(in.back());
      in.pop_back();
    }
    return false;
  }
  return true;
}

/// A state to walk about in, at prices that are drawn.
struct Walk {
  Walk(const Problem& problem, int seed)
      : context(problem), ground(context), state(ground), random(static_cast<std::uint64_t>(seed)) {
    state.set_rates(whole_rates(random));
  }
  routing::Context context;
  rich::Ground ground;
  rich::State state;
  SplitMix64 random;
};

struct Done {
  int groups = 0;
  int single = 0;
  int ruined = 0;
  int replaced = 0;
};

/// One change that leaves whole groups, unless the state is not sound then.
void change(rich::State& state, SplitMix64& random, Done& done) {
  const rich::Ground& ground = state.ground();
  const std::uint32_t kind = random.below(8);
  if (kind < 6 && !state.absent().empty()) {
    const Index order = state.absent()[random.below(static_cast<std::uint32_t>(state.absent().size()))];
    if (!ground.visit(order).linked) {
      const Index tour = random.below(ground.tour_count());
      const Index gap = random.below(static_cast<Index>(state.tour(tour).items.size()) + 1);
      done.single += ground.may(order, tour) && state.insert(order, {0, tour, gap}) ? 1 : 0;
    } else if (random.below(2) == 0) {
      done.groups += insert_group(state, order, random) ? 1 : 0;
    } else {
      routing::anneal::Blink blink(10, random);
      done.groups += rich::place(state, order, {.everywhere = true}, blink, random) ? 1 : 0;
    }
    return;
  }
  if (kind == 6) {
    rich::Rubble rubble;
    rich::ruin(state, random, rubble);
    if (rubble.sound) {
      ++done.ruined;
    } else {
      state.rollback();
    }
    return;
  }
  // Two tours change their tails; when that cannot be the whole step is taken back.
  const Index a = random.below(ground.tour_count());
  const Index b = random.below(ground.tour_count());
  if (a == b) return;
  std::vector<Index> first = state.visits(a);
  std::vector<Index> second = state.visits(b);
  const std::size_t i = random.below(static_cast<std::uint32_t>(first.size()) + 1);
  const std::size_t j = random.below(static_cast<std::uint32_t>(second.size()) + 1);
  const std::vector<Index> tail(first.begin() + static_cast<std::ptrdiff_t>(i), first.end());
  first.resize(i);
  first.insert(first.end(), second.begin() + static_cast<std::ptrdiff_t>(j), second.end());
  second.resize(j);
  second.insert(second.end(), tail.begin(), tail.end());
  done.replaced += state.replace(a, first, b, second, rich::impossible) ? 1 : 0;
}

std::map<Index, std::int32_t> linked_starts(const Problem& problem, const Plan& plan) {
  std::map<Index, std::int32_t> starts;
  for (const Route& route : plan.routes) {
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::visit && !problem.dense().orders.links[stop.order.at()].empty())
        starts[stop.order.value] = stop.start.seconds;
    }
  }
  return starts;
}

}  // namespace

TEST_CASE("linked visits start in a state when they do in the plan of its sequences, which counts the same") {
  int compared = 0;
  int delayed = 0;
  Done done;
  for (int seed = 0; seed < paidan_test::cases(200); ++seed) {
    CAPTURE(seed);
    const Problem problem = linked_problem(seed);
    if (problem.dense().links.empty()) continue;
    Walk walk(problem, seed);
    auto& [context, ground, state, random] = walk;
    for (int step = 0; step < 40; ++step) {
      CAPTURE(step);
      state.begin();
      change(state, random, done);
      if (!state.sound()) {
        state.rollback();
        continue;
      }
      REQUIRE(whole_groups(state));
      const Plan plan = routing::assemble(problem, state.visits());
      CHECK(plan.goals == state.goals());
      for (const Route& route : plan.routes) {
        CHECK(route.start.seconds == state.tour(route.shift.value).leaves);
        CHECK(route.end.seconds == state.tour(route.shift.value).back);
      }
      for (const auto& [order, start] : linked_starts(problem, plan)) {
        const Index tour = state.tour_of(order);
        REQUIRE(tour != rich::none);
        if (!state.tour(tour).exact) continue;
        ++compared;
        const rich::Item& item = state.tour(tour).items[state.position_of(order)];
        CHECK(item.start == start);
        delayed += item.low > state.ground().visit(order).low_after(item.leg_s) && item.low == start ? 1 : 0;
        CHECK(state.floor_of(order) <= start);
      }
      if (step % 8 == 0) check_state(state);
    }
    check_state(state);
  }
  MESSAGE(compared, " starts compared, ", delayed, " that wait for others; groups put in ", done.groups, ", others ",
          done.single, ", ruined ", done.ruined, ", tails ", done.replaced);
  CHECK(compared > 2'000);
  CHECK(delayed > 300);
  CHECK(done.groups > 150);
  CHECK(done.ruined > 100);
  CHECK(done.replaced > 30);
}

TEST_CASE("a step that is taken back leaves no trace on those who wait") {
  int back = 0;
  int linked = 0;
  Done done;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = linked_problem(seed, seed % 2 == 0);
    if (problem.dense().links.empty()) continue;
    Walk walk(problem, seed);
    auto& [context, ground, state, random] = walk;
    for (int step = 0; step < 40; ++step) {
      CAPTURE(step);
      state.begin();
      const Kept before(state);
      const Done then = done;
      for (int i = 0; i < 3 && state.sound(); ++i) change(state, random, done);
      if (state.sound() && random.below(2) == 0) continue;
      state.rollback();
      ++back;
      linked += done.groups > then.groups ? 1 : 0;
      check_same(before, Kept(state));
    }
  }
  MESSAGE(back, " steps taken back, ", linked, " with a group put in");
  CHECK(back > 1'000);
  CHECK(linked > 100);
}

TEST_CASE("a linked order that is taken back leaves what was") {
  int taken = 0;
  int others_waited = 0;
  int old_floors = 0;
  Done done;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = linked_problem(seed);
    if (problem.dense().links.empty()) continue;
    Walk walk(problem, seed);
    auto& [context, ground, state, random] = walk;
    for (int step = 0; step < 20; ++step) {
      state.begin();
      change(state, random, done);
      if (!state.sound()) state.rollback();
    }
    // One by one, so that halves of groups are there, too, whose partners wait.
    for (int step = 0; step < 30 && !state.absent().empty(); ++step) {
      CAPTURE(step);
      const Index order = state.absent()[random.below(static_cast<std::uint32_t>(state.absent().size()))];
      const Index tour = random.below(ground.tour_count());
      if (!ground.may(order, tour)) continue;
      state.begin();
      const Kept before(state);
      const Index gap = random.below(static_cast<Index>(state.tour(tour).items.size()) + 1);
      const bool in = state.insert(order, {0, tour, gap});
      if (!state.sound()) {
        state.rollback();
        check_same(before, Kept(state));
        continue;
      }
      if (in) {
        const Kept with(state);
        for (Index other = 0; other < ground.tour_count(); ++other)
          others_waited += other != tour && with.tours[other] != before.tours[other] ? 1 : 0;
        if (random.below(3) == 0) continue;
        REQUIRE(state.take_back(order));
      }
      ++taken;
      const Kept now(state);
      CHECK(now.visits == before.visits);
      CHECK(now.count == before.count);
      // What partners leave to each other is known in another order now: only times have to be the same. A floor on
      // which nobody waits may be one of before.
      for (std::size_t i = 0; i < now.links.size(); ++i) old_floors += now.links[i].floor != before.links[i].floor;
      for (Index at = 0; at < ground.tour_count(); ++at) {
        CHECK(static_cast<const rich::TourFigures&>(now.tours[at]) == before.tours[at]);
        for (std::size_t i = 0; i < now.tours[at].items.size(); ++i) {
          CHECK(now.tours[at].items[i].start == before.tours[at].items[i].start);
          CHECK(now.tours[at].items[i].low == before.tours[at].items[i].low);
        }
      }
    }
  }
  MESSAGE(taken, " times taken back; others had waited ", others_waited, " times; floors of before ", old_floors);
  CHECK(taken > 1'000);
  CHECK(others_waited > 20);
  CHECK(old_floors * 1'000 <= taken);
}

TEST_CASE("beside visits that wait, too, nothing is refused that could be done") {
  int possible = 0;
  int refused = 0;
  int behind = 0;
  Done done;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = linked_problem(seed);
    if (problem.dense().links.empty()) continue;
    Walk walk(problem, seed);
    auto& [context, ground, state, random] = walk;
    for (int step = 0; step < 30; ++step) {
      CAPTURE(step);
      state.begin();
      change(state, random, done);
      if (!state.sound()) state.rollback();
      if (step % 5 != 4) continue;
      const std::vector<Index> absent(state.absent().begin(), state.absent().end());
      for (const Index order : absent) {
        for (Index tour = 0; tour < ground.tour_count() && !ground.visit(order).linked; ++tour) {
          if (!ground.may(order, tour) || !has_linked(state, tour)) continue;
          for (Index gap = 0; gap <= state.tour(tour).items.size(); ++gap) {
            CAPTURE(order);
            CAPTURE(tour);
            CAPTURE(gap);
            const std::int64_t said = state.try_gap(state.probe(order), tour, gap, rich::impossible);
            state.begin();
            const bool in = state.insert(order, {0, tour, gap});
            state.rollback();
            possible += in ? 1 : 0;
            refused += in && said == rich::impossible ? 1 : 0;
            behind += !in && said != rich::impossible ? 1 : 0;
          }
        }
      }
    }
  }
  MESSAGE(possible, " could be done, refused ", refused, "; said and impossible ", behind);
  CHECK(possible > 500);
  CHECK(refused * 1'000 <= possible);  // what partners leave to each other may be known too late
}

TEST_CASE("a group is placed whole or not at all, and leaves whole") {
  int placed = 0;
  int refused = 0;
  int moved = 0;
  int unsound = 0;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = linked_problem(seed, seed % 2 == 0);
    if (problem.dense().links.empty()) continue;
    Walk walk(problem, seed);
    auto& [context, ground, state, random] = walk;
    state.set_rates(rich::Rates{std::uint64_t{40} << 16U, 5'000});
    routing::anneal::Blink blink(100, random);
    rich::Rubble rubble;
    for (int step = 0; step < 60; ++step) {
      CAPTURE(step);
      state.begin();
      rich::ruin(state, random, rubble);
      if (rubble.sound) {
        REQUIRE(whole_groups(state));
        for (const Index order : rubble.out) {
          CHECK(rich::leads(ground, order));
          const std::int64_t before = state.price();
          const bool done = rich::place(state, order, {.everywhere = seed % 3 == 0}, blink, random);
          if (!state.sound()) break;
          if (ground.visit(order).linked) ++(done ? placed : refused);
          CHECK(whole_groups(state));
          // Without rests the price after is known, not only what others would wait.
          if (!done && problem.dense().breaks.empty() && state.price() != before) ++moved;
          for (const Index one : group_of(ground, order)) CHECK((state.tour_of(one) != rich::none) == done);
        }
      }
      if (rubble.sound && state.sound()) continue;
      ++unsound;
      state.rollback();
      REQUIRE(whole_groups(state));
    }
    check_state(state);
  }
  MESSAGE(placed, " groups placed, ", refused, " not, and left others elsewhere ", moved, " times; steps taken back ",
          unsound);
  CHECK(placed > 1'000);
  CHECK(refused > 100);
  CHECK(moved * 1'000 <= refused);
}

}  // namespace rich_test
