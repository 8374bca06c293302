#include <paidan/routing/detail/rich/state.hpp>

#include "judge.hpp"

namespace rich_test {

namespace {

struct Tried {
  std::int64_t all = 0;
  std::int64_t possible = 0;
  std::int64_t rested = 0;     ///< the tour had a rest before
  std::int64_t better = 0;     ///< … and laying it out found a better place for it
  std::int64_t two_worse = 0;  ///< … of two, and laying it out placed them worse
  std::int64_t two_impossible = 0;
  std::int64_t unseen = 0;      ///< … and the bound does not know of that
  std::int64_t short_cuts = 0;  ///< the detour is shorter than the way, and the bound does not know what that saves
};

/// What inserting really adds to the price of what is served; `impossible` when it cannot be done. The state is as
/// before.
std::int64_t real_price(rich::State& state, Index order, Index tour, std::size_t gap) {
  const rich::Count before = state.count();
  state.begin();
  if (!state.insert(order, {0, tour, static_cast<Index>(gap)})) return rich::impossible;
  const std::int64_t more =
      state.rates().price(state.count()) - state.rates().price(before) + state.missing_price(order);
  state.rollback();
  CHECK(state.count() == before);
  return more;
}

/// The way through the order's place is shorter than the way was.
bool is_short_cut(const rich::State& state, Index order, Index tour, std::size_t gap) {
  const rich::Tour& plan = state.tour(tour);
  const rich::Frame& frame = state.frame(tour);
  const auto way = [&](Index from, Index to) {
    return to == rich::none ? 0 : state.ground().hop(frame.technician, from, to).seconds;
  };
  const Index here = state.ground().visit(order).place;
  const Index from = gap > 0 ? plan.items[gap - 1].place : frame.start_place;
  while (gap < plan.items.size() && !plan.items[gap].is_visit()) ++gap;
  const Index to = gap < plan.items.size() ? plan.items[gap].place : frame.end_place;
  return way(from, here) + way(here, to) < (plan.items.empty() ? 0 : way(from, to));
}

void try_all_gaps(rich::State& state, SplitMix64& random, Tried& tried) {
  const rich::Ground& ground = state.ground();
  const std::vector<Index> absent(state.absent().begin(), state.absent().end());
  for (const Index order : absent) {
    for (Index tour = 0; tour < ground.tour_count(); ++tour) {
      if (!ground.may(order, tour) || waits(state, order, tour)) continue;
      const bool two = ground.dense().shifts.breaks[tour].size() == 2;
      for (std::size_t gap = 0; gap <= state.tour(tour).items.size(); ++gap) {
        CAPTURE(order);
        CAPTURE(tour);
        CAPTURE(gap);
        // A call that the order needs may shorten the way to what hangs on a release.
        const bool needs = ground.depots() &&
                           (!ground.dense().orders.parts[order].empty() || !ground.dense().orders.tools[order].empty());
        const bool rested = needs || has_rest(state.tour(tour));
        const bool may_rest = rested || (!state.tour(tour).exact && !ground.dense().shifts.breaks[tour].empty());
        const std::int64_t said = state.try_gap(state.probe(order), tour, gap, rich::impossible);
        const std::int64_t real = real_price(state, order, tour, gap);
        ++tried.all;
        if (rested) ++tried.rested;
        if (said != rich::impossible) ++tried.possible;
        if (real < said && rested) {
          ++tried.better;
        } else if (real > said && rested && two) {
          ++(real == rich::impossible ? tried.two_impossible : tried.two_worse);
        } else {
          CHECK(said == real);
        }
        const rich::Probe probe = state.probe(order);
        const auto may_pay = [&](std::int64_t most) {
          const auto& items = state.tour(tour).items;
          if (gap < items.size() && items[gap].is_visit())
            return state.may_pay_before(probe, state.slot(items[gap].order), most);
          if (gap > 0 && items[gap - 1].is_visit())
            return state.may_pay_behind(probe, state.slot(items[gap - 1].order), most);
          return true;
        };
        if (!may_rest && said != rich::impossible) CHECK(may_pay(rich::impossible));
        if (said == rich::impossible) continue;
        // Whatever else is known already: it is said exactly when it is below.
        CHECK(state.try_gap(state.probe(order), tour, gap, said) == rich::impossible);
        CHECK(state.try_gap(state.probe(order), tour, gap, said - random.between(1, 1'000'000)) == rich::impossible);
        for (const std::int64_t above : {std::int64_t{1}, random.between(1, 1'000'000)}) {
          const std::int64_t again =
              may_pay(said + above) ? state.try_gap(state.probe(order), tour, gap, said + above) : rich::impossible;
          if (may_rest && again == rich::impossible) {
            ++tried.unseen;  // laid out, the rest would move, and what it delays now would be in time
          } else if (again == rich::impossible && is_short_cut(state, order, tour, gap)) {
            ++tried.short_cuts;  // … would save lateness or overtime of others
          } else {
            CHECK(again == said);
          }
        }
      }
    }
  }
}

std::vector<Index> shuffled(std::vector<Index> orders, SplitMix64& random) {
  for (std::size_t i = orders.size(); i > 1; --i)
    std::swap(orders[i - 1], orders[random.below(static_cast<std::uint32_t>(i))]);
  return orders;
}

/// One change of any kind, in the step that has begun.
void change(rich::State& state, SplitMix64& random, std::array<int, 4>& done) {
  const rich::Ground& ground = state.ground();
  const Index tour = random.below(ground.tour_count());
  switch (random.below(4)) {
    case 0: {
      if (state.absent().empty()) return;
      const Index order = state.absent()[random.below(static_cast<std::uint32_t>(state.absent().size()))];
      if (!ground.may(order, tour)) return;
      const Index gap = random.below(static_cast<Index>(state.tour(tour).items.size()) + 1);
      if (state.insert(order, {0, tour, gap})) ++done[0];
      if (!state.sound()) state.rollback();
      return;
    }
    case 1: {
      std::vector<std::uint8_t> keep;
      std::vector<Index> left;
      for (const Index order : state.visits(tour)) {
        keep.push_back(random.below(2) == 0 ? 1 : 0);
        if (keep.back() == 0) left.push_back(order);
      }
      std::vector<Index> out{7'777};  // what is there is kept
      const bool removed = state.remove(tour, keep, out);
      left.insert(left.begin(), 7'777);
      CHECK(out == (removed ? left : std::vector<Index>{7'777}));
      if (removed && left.size() > 1) ++done[1];
      if (!state.settle()) state.rollback();
      return;
    }
    case 2: {
      const Index other = random.below(ground.tour_count());
      if (other == tour) return;
      std::vector<Index> a = state.visits(tour);
      std::vector<Index> b = state.visits(other);
      const std::size_t i = random.below(static_cast<std::uint32_t>(a.size()) + 1);
      const std::size_t j = random.below(static_cast<std::uint32_t>(b.size()) + 1);
      std::vector<Index> tail(a.begin() + static_cast<std::ptrdiff_t>(i), a.end());
      a.resize(i);
      a.insert(a.end(), b.begin() + static_cast<std::ptrdiff_t>(j), b.end());
      b.resize(j);
      b.insert(b.end(), tail.begin(), tail.end());
      if (random.below(4) == 0) a = shuffled(a, random);
      const std::int64_t before = state.price();
      const std::int64_t most = random.below(2) == 0 ? rich::impossible : random.between(-5'000'000, 5'000'000);
      if (state.replace(tour, a, other, b, most)) {
        ++done[2];
        CHECK(state.visits(tour) == a);
        CHECK(state.visits(other) == b);
        CHECK(state.price() - before < most);
      }
      return;
    }
    default: {
      if (state.absent().size() < 2) return;
      std::vector<Index> chain;
      for (const Index order : state.absent()) {
        if (chain.size() < 3 && ground.may(order, tour) && random.below(2) == 0) chain.push_back(order);
      }
      if (chain.size() < 2) return;
      const Index gap = random.below(static_cast<Index>(state.tour(tour).items.size()) + 1);
      if (state.insert_chain(chain, {0, tour, gap})) ++done[3];
      if (!state.sound()) state.rollback();
      return;
    }
  }
}

}  // namespace

TEST_CASE("what an insertion is said to cost is what it costs, and it is refused just when it cannot be done") {
  Tried tried;
  const auto try_seed = [&](int seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(20'000 + seed), shape_of(seed, 8 + seed % 9));
    if (problem.order_count() == 0) return;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    for (int round = 0; round < 2; ++round) {
      CAPTURE(round);
      state.set_rates(whole_rates(random));
      state.assign(rich::State::Visits(ground.tour_count()));
      fill(state, random, 1 + 3 * round);
      try_all_gaps(state, random, tried);
    }
  };
  // Who is late behind a rest that waits is late less long when the way there begins elsewhere.
  for (const int seed : {14'551, 32'338, 133'292}) try_seed(seed);
  for (int seed = 0; seed < paidan_test::cases(300); ++seed) try_seed(seed);
  MESSAGE(tried.all, " insertions, possible ", tried.possible, "; with a rest ", tried.rested, ", of these better ",
          tried.better, ", with two worse ", tried.two_worse, " or impossible ", tried.two_impossible, ", not seen ",
          tried.unseen, "; short cuts not seen ", tried.short_cuts);
  CHECK(tried.all > 10'000);
  CHECK(tried.possible > 3'000);
  CHECK(tried.rested > 1'000);
  CHECK((tried.two_worse + tried.two_impossible) * 100 <= tried.rested);
  CHECK(tried.unseen * 100 <= tried.rested);
}

TEST_CASE("under rates of any fraction an insertion's price is right to a unit") {
  int possible = 0;
  for (int seed = 0; seed < paidan_test::cases(80); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        rich_problem(static_cast<std::uint64_t>(30'000 + seed), shape_of(seed, 12), GoalOrder::in_order);
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates({random.next() >> 44U, random.between(0, 100'000)});
    fill(state, random);
    const std::vector<Index> absent(state.absent().begin(), state.absent().end());
    for (const Index order : absent) {
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        if (!ground.may(order, tour) || has_rest(state.tour(tour)) || waits(state, order, tour)) continue;
        for (std::size_t gap = 0; gap <= state.tour(tour).items.size(); ++gap) {
          const std::int64_t said = state.try_gap(state.probe(order), tour, gap, rich::impossible);
          const std::int64_t real = real_price(state, order, tour, gap);
          CHECK((said == rich::impossible) == (real == rich::impossible));
          if (said == rich::impossible) continue;
          ++possible;
          CHECK(std::abs(said - real) <= 2);
        }
      }
    }
  }
  CHECK(possible > 200);
}

TEST_CASE("after any changes a state counts what its visits say, and taking them back leaves no trace") {
  std::array<int, 4> done{};
  int back = 0;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(40'000 + seed), shape_of(seed, 6 + seed % 12));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    check_state(state);
    fill(state, random, 1);
    check_state(state);
    for (int step = 0; step < 20; ++step) {
      CAPTURE(step);
      state.begin();
      const rich::State::Visits before = state.visits();
      const Goals goals = state.goals();
      for (int i = 0; i < 5; ++i) change(state, random, done);
      if (step % 4 == 0) check_state(state);
      if (random.below(2) == 0) continue;
      ++back;
      state.rollback();
      CHECK(state.visits() == before);
      CHECK(state.goals() == goals);
      if (step % 4 == 1) check_state(state);
    }
    check_state(state);
    // Copies go their own ways.
    rich::State copy = state;
    copy.begin();
    for (int i = 0; i < 10; ++i) change(copy, random, done);
    check_state(copy);
    check_state(state);
  }
  CAPTURE(done);
  for (const int times : done) CHECK(times > 100);
  CHECK(back > 500);
}

TEST_CASE("two shifts of one technician share the stock") {
  ProblemData data;
  data.origin = {1'700'000'000};
  data.locations = {{.id = "here"}};
  data.profiles = {{.id = "car", .matrix = travel::MatrixData{.size = 1, .seconds = {0}}}};
  Technician technician{.id = "t", .home = "here", .profile = "car"};
  for (const int day : {0, 1}) {
    const Instant start{data.origin.seconds + day * 86'400};
    technician.shifts.push_back({.id = "day" + std::to_string(day), .start = start, .end = {start.seconds + 28'800}});
  }
  technician.parts = {{"pump", 1}};
  data.technicians = {technician};
  for (const char* id : {"a", "b"})
    data.orders.push_back({.id = id, .location = "here", .service = {600}, .parts = {{"pump", 1}}});
  const Problem problem(data);
  const routing::Context context(problem);
  const rich::Ground ground(context);
  rich::State state(ground);
  REQUIRE(state.insert(0, {0, 0, 0}));
  const std::vector<Index> first{0};
  const std::vector<Index> second{1};
  CHECK(!state.replace(0, first, 1, second, rich::impossible));
  CHECK(!state.insert(1, {0, 1, 0}));
  CHECK(state.replace(0, {}, 1, first, rich::impossible));
  CHECK(state.visits() == rich::State::Visits{{}, {0}});
}

TEST_CASE("an exchange of tails never costs less than the least that is said of it") {
  int possible = 0;
  int refused = 0;
  int moved = 0;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(80'000 + seed), shape_of(seed, 8 + seed % 12));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    fill(state, random, 4);
    for (Index visit = 0; visit < ground.visit_count(); ++visit) {
      for (Index other = 0; other < ground.visit_count(); ++other) {
        const Index a = state.tour_of(visit);
        const Index b = state.tour_of(other);
        if (a == rich::none || b == rich::none || a == b) continue;
        if (has_linked(state, a) || has_linked(state, b)) continue;  // what others wait for may become less, too
        CAPTURE(visit);
        CAPTURE(other);
        std::vector<Index> first = state.visits(a);
        std::vector<Index> second = state.visits(b);
        const auto cut = std::find(first.begin(), first.end(), visit);
        const auto behind = std::find(second.begin(), second.end(), other) + 1;
        const std::vector<Index> tail(cut, first.end());
        first.erase(cut, first.end());
        first.insert(first.end(), behind, second.end());
        second.erase(behind, second.end());
        second.insert(second.end(), tail.begin(), tail.end());
        const std::int64_t least = state.tails_least(visit, other);
        const std::int64_t before = state.price();
        state.begin();
        if (!state.replace(a, first, b, second, rich::impossible)) {
          ++refused;
          continue;
        }
        ++possible;
        const std::int64_t more = state.price() - before;
        state.rollback();
        CHECK(state.price() == before);
        if (least == rich::impossible && (has_rest(state.tour(a)) || has_rest(state.tour(b)))) {
          ++moved;  // laid out anew, a rest would no longer stand in the way
        } else {
          CHECK(least <= more);
        }
      }
    }
  }
  MESSAGE("possible ", possible, ", not possible ", refused, ", with a rest that would move ", moved);
  CHECK(possible > 500);
}

TEST_CASE("a sequence's price is what having it there would add") {
  int possible = 0;
  int impossible = 0;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(50'000 + seed), shape_of(seed, 10));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    fill(state, random);
    for (int round = 0; round < 20; ++round) {
      const Index tour = random.below(ground.tour_count());
      std::vector<Index> visits = state.visits(tour);
      if (random.below(3) == 0) visits = shuffled(visits, random);
      std::vector<Index> added;
      for (const Index order : state.absent()) {
        if (added.size() < 2 && random.below(3) == 0) added.push_back(order);
      }
      const std::size_t gap = random.below(static_cast<std::uint32_t>(visits.size()) + 1);
      visits.insert(visits.begin() + static_cast<std::ptrdiff_t>(gap), added.begin(), added.end());
      const std::int64_t said = state.try_sequence(tour, visits);
      const std::int64_t before = state.price();
      // Assigning does it, parts and eligibility aside.
      rich::State other = state;
      rich::State::Visits all = state.visits();
      all[tour] = visits;
      const bool may = std::all_of(visits.begin(), visits.end(), [&](Index order) { return ground.may(order, tour); });
      const auto linked = [&](Index order) { return ground.visit(order).linked; };
      if (may && std::any_of(visits.begin(), visits.end(), linked)) continue;  // an estimate
      if (!may) {
        CHECK(said == rich::impossible);
        continue;
      }
      other.assign(all);
      if (other.visits() != all) {
        ++impossible;
        continue;  // or short of parts
      }
      ++possible;
      std::int64_t missing = 0;
      for (const Index order : added) missing += state.missing_price(order);
      if (visits == state.visits(tour)) {
        // The same visits, but rests placed anew: one where it costs least, of two the first without the second.
        if (ground.dense().shifts.breaks[tour].size() < 2) CHECK(said <= 0);
      } else {
        CHECK(other.price() - before == said - missing);
      }
    }
  }
  CHECK(possible > 200);
  CHECK(impossible > 50);
}

TEST_CASE("what cannot be done is left out when a plan is taken over") {
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(60'000 + seed), shape_of(seed, 12));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    state.set_rates(whole_rates(random));
    fill(state, random);
    const rich::State::Visits first = state.visits();
    rich::State again(ground);
    again.set_rates(state.rates());
    again.assign(first);
    // Rests stand where they cost least, no longer where they stood; of two, the first may now be in the second's way.
    const bool two = std::any_of(ground.dense().breaks.begin(), ground.dense().breaks.end(), [&](const BreakRow& row) {
      return ground.dense().shifts.breaks[row.shift.at()].size() == 2;
    });
    if (!two) CHECK(again.visits() == first);
    if (!two) CHECK(again.price() <= state.price());
    // Anything at all.
    rich::State::Visits wild(ground.tour_count());
    for (Index order = 0; order < ground.visit_count(); ++order) {
      const Index tour = random.below(ground.tour_count());
      if (ground.may(order, tour)) wild[tour].push_back(order);
    }
    again.assign(wild);
    check_state(again);
    for (Index tour = 0; tour < ground.tour_count(); ++tour) {
      std::size_t at = 0;
      for (const Index order : again.visits(tour)) {
        while (at < wild[tour].size() && wild[tour][at] != order) ++at;
        CHECK(at < wild[tour].size());
      }
    }
    again.assign(first);
    if (!two) CHECK(again.visits() == first);
    check_state(again);
  }
}

}  // namespace rich_test
