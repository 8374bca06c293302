#include <paidan/routing/detail/anneal/search.hpp>

#include "judge.hpp"

#include "support/soak.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace anneal_test;

namespace {

constexpr std::int64_t missed_rate = 100'000'000;

/// The best plan of all: every visit left out or put at every place of every route.
class BruteForce {
 public:
  explicit BruteForce(const anneal::GroundRows& rows) : rows_(rows), routes_(rows.routes.size()) {
    best_.missed = INT64_MAX;
    go(0, 0);
  }
  [[nodiscard]] const anneal::Tally& best() const { return best_; }

 private:
  void go(Index visit, std::int64_t missed) {
    if (missed > best_.missed) return;
    if (visit == rows_.visits.size()) {
      anneal::Tally tally{.missed = missed, .legs = 0};
      for (Index r = 0; r < routes_.size(); ++r) {
        const auto legs = route_legs(rows_, r, routes_[r]);
        if (!legs) return;
        tally.legs += *legs;
      }
      best_ = std::min(best_, tally);
      return;
    }
    for (Index r = 0; r < routes_.size(); ++r) {
      for (std::size_t at = 0; at <= routes_[r].size(); ++at) {
        const auto place = static_cast<std::ptrdiff_t>(at);
        routes_[r].insert(routes_[r].begin() + place, visit);
        go(visit + 1, missed);
        routes_[r].erase(routes_[r].begin() + place);
      }
    }
    go(visit + 1, missed + rows_.visits[visit].weight);
  }

  const anneal::GroundRows& rows_;
  std::vector<std::vector<Index>> routes_;
  anneal::Tally best_;
};

/// The tally of the best plan, judged by the rows.
anneal::Tally judged(const anneal::GroundRows& rows, const std::vector<std::vector<Index>>& routes) {
  std::vector<int> seen(rows.visits.size(), 0);
  anneal::Tally tally;
  for (Index r = 0; r < routes.size(); ++r) {
    const auto legs = route_legs(rows, r, routes[r]);
    REQUIRE(legs.has_value());
    tally.legs += *legs;
    for (const Index v : routes[r]) CHECK(++seen[v] == 1);
  }
  for (std::size_t v = 0; v < seen.size(); ++v) tally.missed += seen[v] == 0 ? rows.visits[v].weight : 0;
  return tally;
}

}  // namespace

TEST_CASE("Small problems are solved as well as by trying everything") {
  SplitMix64 random(25);
  const int cases = paidan_test::cases(300);
  int missed = 0;
  for (int i = 0; i < cases; ++i) {
    const anneal::GroundRows rows = random_rows(random, i % 10 == 0 ? 7 : 6, 3);
    const BruteForce brute(rows);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    anneal::Search search(ground, near, random.next(), missed_rate);
    search.run(2000);
    const anneal::Tally found = judged(rows, search.best().routes());
    CHECK(found == search.best().tally());
    REQUIRE(found >= brute.best());
    if (found != brute.best()) {
      ++missed;
      MESSAGE("case " << i << ": found " << found.missed << " " << found.legs << ", best " << brute.best().missed << " "
                      << brute.best().legs);
    }
  }
  CHECK(missed * 200 <= cases);
}

TEST_CASE("The state stays sound through a search, and the best is no worse than any plan on the way") {
  SplitMix64 random(26);
  for (int i = 0; i < paidan_test::cases(30); ++i) {
    const anneal::GroundRows rows = random_rows(random, 40, 8);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    anneal::Search search(ground, near, random.next(), missed_rate);
    const anneal::Tally first = search.best().tally();
    for (int step = 0; step < 200; ++step) {
      search.run(1, anneal::share_of(step, 200));
      check_state(rows, search.state());
      CHECK(search.best().tally() <= search.state().tally());
    }
    CHECK(search.best().tally() <= first);
    CHECK(judged(rows, search.best().routes()) == search.best().tally());
    CHECK(search.steps().all == 200);
    CHECK(search.steps().taken + search.steps().hopeless == 200);
  }
}

TEST_CASE("The same seed gives the same plan, another seed another way there") {
  SplitMix64 random(27);
  const anneal::GroundRows rows = random_rows(random, 60, 8);
  const anneal::Ground ground(rows);
  const anneal::Near near(ground);
  const auto run = [&](std::uint64_t seed) {
    anneal::Search search(ground, near, seed, missed_rate);
    search.run(3000);
    return std::pair{search.best().routes(), search.steps().taken};
  };
  CHECK(run(1) == run(1));
  CHECK(run(1).second != run(2).second);
}

TEST_CASE("The whole work is its slices at their temperatures") {
  SplitMix64 random(28);
  const anneal::GroundRows rows = random_rows(random, 40, 6);
  const anneal::Ground ground(rows);
  const anneal::Near near(ground);
  anneal::Search whole(ground, near, 5, missed_rate);
  anneal::Search sliced(ground, near, 5, missed_rate);
  whole.run(1000);
  for (std::int64_t done = 0; done < 1000; done += anneal::Search::slice)
    sliced.run(std::min(anneal::Search::slice, 1000 - done), anneal::share_of(done, 1000));
  CHECK(whole.best().routes() == sliced.best().routes());
  CHECK(whole.steps().taken == sliced.steps().taken);
}

TEST_CASE("What has no visit or no route to go to is a plan all the same") {
  anneal::GroundRows rows;
  rows.places = 1;
  rows.legs = {0};
  const auto best = [&] {
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    anneal::Search search(ground, near, 1, missed_rate);
    search.run(100);
    return search.best().tally();
  };
  CHECK(best() == anneal::Tally{});
  rows.visits = {{.place = 0, .latest = 10, .weight = 4}};
  CHECK(best() == anneal::Tally{.missed = 4, .legs = 0});
  rows.routes = {{.start = 0, .end = 0, .earliest = 0, .latest = 10}};
  CHECK(best() == anneal::Tally{});
}

TEST_CASE("Going on from a plan that lost visits leaves out who would be late without them") {
  anneal::GroundRows rows;
  rows.places = 3;
  // To place 2, and back from there, only over place 1.
  rows.legs = {0, 1, 50, 1, 0, 1, 50, 1, 0};
  rows.visits = {{.place = 1, .latest = 9, .weight = 1}, {.place = 2, .latest = 9, .weight = 2}};
  rows.routes = {{.start = 0, .end = 0, .earliest = 0, .latest = 20}};
  const anneal::Ground ground(rows);
  const anneal::Near near(ground);
  anneal::Search search(ground, near, 1, missed_rate);
  const auto restarted = [&](const anneal::Search::Visits& visits) {
    search.restart(visits);
    CHECK(route_legs(rows, 0, search.best_visits()[0]).has_value());
    return search.best_score();
  };
  CHECK(restarted({{0, 1}}).missed == 2);  // comes back too late from place 2
  CHECK(restarted({{1}}) == anneal::Tally{.missed = 3, .legs = 0});
  rows.routes[0].latest = 60;
  const anneal::Ground longer(rows);
  anneal::Search other(longer, near, 1, missed_rate);
  other.restart({{1}});
  CHECK(other.best_score().missed == 3);
  other.restart({{0, 1}});
  CHECK(other.best_score() == anneal::Tally{.missed = 0, .legs = 52});
}
