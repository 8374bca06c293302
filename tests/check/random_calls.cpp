// Calls at depots: random routes against the oracle.
#include "../support/soak.hpp"
#include "tiny.hpp"

#include <doctest/doctest.h>

using namespace check_test;

TEST_SUITE("depots") {
  TEST_CASE("random routes with a call anywhere: what the judge says of it is what the oracle says") {
    int calls = 0;
    std::map<std::string, int> seen;
    for (int n = 0; n < paidan_test::cases(1'500); ++n) {
      CAPTURE(n);
      const Problem problem = tiny_problem(static_cast<std::uint64_t>(n) + 90'000, 5);
      if (problem.data().depots.empty()) continue;
      SplitMix64 random(static_cast<std::uint64_t>(n));
      const Oracle oracle(problem);
      const auto below = [&](std::size_t bound) -> std::size_t {
        return random.below(static_cast<std::uint32_t>(bound));
      };
      std::vector<std::size_t> left{0, 1, 2, 3, 4};
      struct Drawn {
        std::size_t shift;
        std::vector<std::size_t> visits;
        Errand call;
      };
      std::vector<Drawn> drawn;
      Plan plan;
      for (std::size_t s = 0; s < problem.shift_count(); ++s) {
        Drawn one{s, {}, {}};
        for (std::size_t k = below(3) + 1; k-- > 0 && !left.empty();) {
          const auto at = left.begin() + static_cast<std::ptrdiff_t>(below(left.size()));
          one.visits.push_back(*at);
          left.erase(at);
        }
        if (one.visits.empty()) continue;
        if (below(4) != 0) one.call = {below(problem.data().depots.size()), below(one.visits.size())};
        const auto route = oracle.timed(s, oracle.placements(s, one.visits, 0, one.call)[0]);
        if (!route) continue;
        drawn.push_back(one);
        plan.routes.push_back(*route);
      }
      std::map<std::string, int> found;
      const Problem& p = problem;
      const auto judged = [&](const Plan& one) {
        found.clear();
        for (const std::string& code : codes(check::evaluate(p, one))) ++found[code];
      };
      judged(plan);
      for (const char* code : {"overlap", "travel_too_short", "service_too_short", "depot_closed", "timing",
                               "bad_index", "called_twice", "window"})
        REQUIRE(found.count(code) == 0);
      int missing = 0;
      int needless = 0;
      for (const Drawn& one : drawn) {
        const std::size_t t = problem.dense().shifts.technician[one.shift].at();
        needless += !oracle.called_for(t, one.visits, 0, 0, one.call);
        calls += !one.call.none();
        for (std::size_t i = 0; i < one.visits.size(); ++i) {  // each visit alone
          const bool done = one.call.done(i);
          missing += !oracle.equipped(t, {one.visits[i]}, 0, 0, done ? Errand{one.call.depot, 0} : Errand{});
        }
      }
      REQUIRE(found["tool_missing"] == missing);
      REQUIRE(found["needless_call"] == needless);
      if (!drawn.empty()) {
        const Drawn& one = drawn[0];
        REQUIRE((found["part_short"] + found["depot_short"] == 0) ==
                oracle.supplied(plan, one.shift, one.visits, 0, 0, one.call));
      }
      for (const auto& [code, times] : found) seen[code] += times;

      // Nothing that is done to a route's call goes unseen.
      for (std::size_t r = 0; r < drawn.size(); ++r) {
        if (drawn[r].call.none()) continue;
        const Drawn& one = drawn[r];
        const auto changed = [&](const std::vector<Item>& items) {
          const auto route = oracle.timed(one.shift, items);
          Plan other = plan;
          if (route) other.routes[r] = *route;
          judged(other);
          return route.has_value();
        };
        std::vector<Item> items = oracle.placements(one.shift, one.visits, 0, one.call)[0];
        const Item call = items[one.call.before];
        const std::size_t t = problem.dense().shifts.technician[one.shift].at();
        const bool needed = oracle.called_for(t, one.visits, 0, 0, one.call);
        items.push_back(call);
        if (changed(items)) REQUIRE(found["called_twice"] == 1);
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(one.call.before));
        // Needed or not, it is needless behind the last visit.
        if (changed(items)) REQUIRE(found["needless_call"] == needless + (needed ? 1 : 0));
        items.pop_back();
        if (changed(items) && needed) REQUIRE(found["tool_missing"] + found["part_short"] > 0);
      }
    }
    CHECK(calls > 300);
    for (const char* code : {"tool_missing", "part_short", "depot_short", "needless_call"}) {
      CAPTURE(code);
      CHECK(seen[code] > 20);
    }
  }
}
