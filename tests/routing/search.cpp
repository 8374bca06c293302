#include <paidan/routing/detail/search.hpp>

#include "random_state.hpp"

#include <doctest/doctest.h>

#include <paidan/routing/detail/recreate.hpp>
#include <paidan/routing/timing.hpp>

#include <algorithm>
#include <map>

using namespace paidan;
using namespace routing_test;

namespace {

/// Cheapest plan by trying every place for every order.
class BruteForce {
 public:
  explicit BruteForce(const Problem& problem) : problem_(problem), routes_(problem.shift_count()) {}

  std::int64_t best() {
    place(0);
    return best_;
  }

 private:
  void place(std::size_t order) {
    if (order == problem_.order_count()) {
      best_ = std::min(best_, cost());
      return;
    }
    place(order + 1);
    for (auto& route : routes_) {
      for (std::size_t i = 0; i <= route.size(); ++i) {
        route.insert(route.begin() + static_cast<std::ptrdiff_t>(i), OrderIndex(order));
        place(order + 1);
        route.erase(route.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  [[nodiscard]] std::int64_t cost() {
    const Dense& dense = problem_.dense();
    std::int64_t total = 0;
    for (const std::int64_t unserved : dense.orders.unserved_cost) total += unserved;
    std::vector<std::int64_t> work = dense.technicians.load_carried_s;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> left;
    for (std::uint32_t t = 0; t < problem_.technician_count(); ++t) {
      for (const PartNeed& row : dense.technicians.stock[t]) left[{t, row.part.value}] += row.quantity;
    }
    for (std::size_t s = 0; s < routes_.size(); ++s) {
      if (routes_[s].empty()) continue;
      const auto found = timed_.find({s, routes_[s]});
      const routing::Timed& timed =
          found != timed_.end()
              ? found->second
              : timed_.emplace(std::pair{s, routes_[s]}, routing::time_route(problem_, ShiftIndex(s), routes_[s]))
                    .first->second;
      if (!timed.feasible) return routing::infeasible;
      const std::uint32_t t = dense.shifts.technician[s].value;
      work[t] += timed.work_s;
      total += timed.cost.total();
      for (const OrderIndex order : routes_[s]) {
        total -= dense.orders.unserved_cost[order.at()];
        for (const PartNeed& need : dense.orders.parts[order.at()]) {
          if ((left[{t, need.part.value}] -= need.quantity) < 0) return routing::infeasible;
        }
      }
    }
    for (const std::int64_t seconds : work) {
      for (const FairnessPiece& piece : problem_.data().objective.fairness) {
        total += piece.per_second * std::max<std::int64_t>(0, seconds - piece.over.seconds);
      }
    }
    return total;
  }

  const Problem& problem_;
  std::vector<std::vector<OrderIndex>> routes_;
  std::map<std::pair<std::size_t, std::vector<OrderIndex>>, routing::Timed> timed_;
  std::int64_t best_ = routing::infeasible;
};

}  // namespace

TEST_CASE("on tiny problems the search is never better than the best of all plans, and mostly reaches it") {
  int reached = 0;
  int all = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed),
                                    {.orders = 5, .technicians = 1 + seed % 2, .days = 1 + seed / 2 % 2, .places = 5});
    const std::int64_t best = BruteForce(problem).best();
    const Plan plan = routing::search(problem, {}, {.iterations = 60, .stop = {}});
    CHECK(check::evaluate(problem, plan).valid());
    CHECK(plan.cost.total() >= best);
    ++all;
    if (plan.cost.total() == best) ++reached;
  }
  MESSAGE("optimal: ", reached, " of ", all);
  CHECK(reached * 10 >= all * 9);
}

TEST_CASE("plans of problems with everything in them are valid and cost what they say") {
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(1'000 + seed),
                                    {.orders = 6 + seed % 25, .technicians = 1 + seed % 5, .days = 1 + seed % 3});
    const Plan first = routing::search(problem, {}, {.iterations = 0, .stop = {}});
    const Plan plan = routing::search(problem, {}, {.iterations = 80, .stop = {}});
    const check::Report report = check::evaluate(problem, plan);
    CHECK(report.valid());
    CHECK(report.cost == plan.cost);
    CHECK(plan.cost.total() <= first.cost.total());
    CHECK(routing::search(problem, {}, {.iterations = 80, .stop = {}}) == plan);
    // Going on from a plan never makes it worse.
    CHECK(routing::search(problem, plan, {.seed = 9, .iterations = 20, .stop = {}}).cost.total() <= plan.cost.total());
  }
}

TEST_CASE("unserved orders of a finished plan cannot simply be inserted for less than they cost") {
  for (int seed = 0; seed < paidan_test::cases(20); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 20, .technicians = 3});
    const routing::Context context(problem);
    routing::State state(context);
    routing::load(state, routing::search(problem, {}, {.iterations = 30, .stop = {}}));
    for (const std::uint32_t order : routing::unserved_orders(state)) {
      for (std::size_t pair = context.pair_begin(order); pair < context.pair_begin(order + 1); ++pair) {
        CHECK(state.best_spot(order, pair).delta >= 0);
      }
    }
  }
}

TEST_CASE("a watcher sees the search and can stop it") {
  struct Once final : routing::Watcher {
    int calls = 0;
    bool report(const routing::Progress& progress) override {
      ++calls;
      CHECK(progress.iterations == 1'000'000);
      return false;
    }
  };
  const Problem problem = paidan_test::random_problem(5, {.orders = 20, .technicians = 3});
  Once watcher;
  const Plan plan = routing::search(problem, {}, {.iterations = 1'000'000, .stop = {}}, &watcher);
  CHECK(watcher.calls == 1);
  CHECK(check::evaluate(problem, plan).valid());
}

TEST_CASE("a start plan from somewhere else is refused by name") {
  const Problem problem = paidan_test::random_problem(5, {.orders = 4, .technicians = 1});
  Plan start;
  start.routes.push_back({.shift = ShiftIndex(7U), .stops = {}, .start_s = 0, .end_s = 0});
  CHECK_THROWS_WITH_AS(static_cast<void>(routing::search(problem, start, {})),
                       "routes[0].shift: routes[0].shift must be between 0 and 0, got 7", InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(routing::search(problem, {}, {.iterations = -1, .stop = {}})), InvalidInput);
}
