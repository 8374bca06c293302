// The search of one lane, through the public door.
#include <paidan/dispatch/plan.hpp>

#include "random_state.hpp"

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/routing/detail/recreate.hpp>

#include "check/oracle.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>
#include <vector>

using namespace paidan;
using namespace routing_test;

namespace {

struct Search {
  std::uint64_t seed = 1;
  std::int64_t iterations = 1'000;
  const Plan* start = nullptr;
  routing::Watcher* watcher = nullptr;
};

Plan search(const Problem& problem, const Search& how) {
  return plan(problem, {.seed = how.seed,
                        .iterations = how.iterations,
                        .lanes = 1,
                        .threads = 1,
                        .start = how.start,
                        .watcher = how.watcher});
}

/// The cheapest of all plans that keep the timing rule, by trying every place for every order. Shares nothing with the
/// search: times are those of the checker's oracle, and the checker says what is valid and what it costs.
class BruteForce {
 public:
  explicit BruteForce(const Problem& problem)
      : problem_(problem), oracle_(problem), visits_(problem.shift_count()), routes_(problem.shift_count()) {
    for (std::size_t o = 0; o < problem.order_count(); ++o) nothing_.unassigned.emplace_back(o);
    nothing_.problem = {problem.hash()};
    place(0);
  }

  [[nodiscard]] std::int64_t best() const { return best_; }

 private:
  static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();
  struct Option {
    Route route;
    Goals goals;            ///< by which rests are placed
    std::int64_t cost = 0;  ///< fairness and unserved orders left out: they belong to the plan
    Duration work;          ///< that the route adds to its technician's
  };

  void place(std::size_t order) {
    if (order == problem_.order_count()) return look();
    place(order + 1);
    for (auto& visits : visits_) {
      for (std::size_t i = 0; i <= visits.size(); ++i) {
        visits.insert(visits.begin() + static_cast<std::ptrdiff_t>(i), order);
        place(order + 1);
        visits.erase(visits.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  /// Fairness depends on which rests are paid, and belongs to the plan.
  [[nodiscard]] static Goals rests_apart(const check::Report& report) {
    Goals goals = *report.goals;
    goals.run_well -= report.cost.fairness;
    return goals;
  }

  /// The visits of one shift as the rule has them: the fewest rests that leave none due, where they are best.
  const std::optional<Option>& option(std::size_t shift) {
    const auto [entry, is_new] = routes_[shift].try_emplace(visits_[shift]);
    if (!is_new) return entry->second;
    std::optional<Option>& best = entry->second;
    for (const auto& items : oracle_.placements(shift, visits_[shift], 0)) {
      if (best && items.size() > best->route.stops.size()) continue;
      const std::optional<Route> route = oracle_.timed(shift, items);
      if (!route) continue;
      Plan alone = nothing_;
      alone.routes = {*route};
      std::erase_if(alone.unassigned, [&](OrderIndex order) {
        return std::find(visits_[shift].begin(), visits_[shift].end(), order.at()) != visits_[shift].end();
      });
      alone.cost = check::evaluate(problem_, alone).cost;
      const check::Report report = check::evaluate(problem_, alone);
      if (!report.valid()) continue;
      const std::size_t technician = problem_.dense().shifts.technician[shift].at();
      const Duration carried = problem_.data().technicians[technician].load_carried;
      const Option found{*route,
                         rests_apart(report),
                         report.cost.total() - report.cost.fairness - report.cost.unserved,
                         {report.kpis.technicians[technician].work.seconds - carried.seconds}};
      const bool fewer = best && items.size() < best->route.stops.size();
      if (!best || fewer || found.goals < best->goals) best = found;
    }
    return best;
  }

  void look() {
    Plan plan = nothing_;
    std::int64_t cost = 0;
    std::vector<std::int64_t> work;
    for (const Technician& technician : problem_.data().technicians) work.push_back(technician.load_carried.seconds);
    std::vector<bool> served(problem_.order_count());
    for (std::size_t s = 0; s < visits_.size(); ++s) {
      if (visits_[s].empty()) continue;
      const std::optional<Option>& found = option(s);
      if (!found) return;
      cost += found->cost;
      work[problem_.dense().shifts.technician[s].at()] += found->work.seconds;
      for (const std::size_t order : visits_[s]) served[order] = true;
      plan.routes.push_back(found->route);
    }
    for (std::size_t o = 0; o < served.size(); ++o) {
      if (!served[o]) cost += problem_.dense().orders.unserved_cost[o];
    }
    for (const std::int64_t seconds : work) {
      for (const FairnessPiece& piece : problem_.data().objective.fairness) {
        cost += piece.per_second * std::max<std::int64_t>(0, seconds - piece.over.seconds);
      }
    }
    if (cost >= best_) return;
    // The sum is only for speed: the checker has the last word, also on stock that shifts share.
    std::erase_if(plan.unassigned, [&](OrderIndex order) { return served[order.at()]; });
    plan.cost = check::evaluate(problem_, plan).cost;
    const check::Report report = check::evaluate(problem_, plan);
    CHECK(report.total_cost() == cost);
    if (report.valid()) best_ = cost;
  }

  const Problem& problem_;
  check_test::Oracle oracle_;
  std::vector<std::vector<std::size_t>> visits_;
  std::vector<std::map<std::vector<std::size_t>, std::optional<Option>>> routes_;
  Plan nothing_;
  std::int64_t best_ = none;
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
    const Plan plan = search(problem, {.iterations = 60});
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
    const Plan first = search(problem, {.iterations = 0});
    const Plan plan = search(problem, {.iterations = 80});
    const check::Report report = check::evaluate(problem, plan);
    CHECK(report.valid());
    CHECK(report.cost == plan.cost);
    CHECK(report.goals == plan.goals);
    CHECK(plan.cost.total() <= first.cost.total());
    CHECK(search(problem, {.iterations = 80}) == plan);
    // Going on from a plan never makes it worse.
    CHECK(search(problem, {.seed = 9, .iterations = 20, .start = &plan}).cost.total() <= plan.cost.total());
  }
}

TEST_CASE("unserved orders of a finished plan cannot simply be inserted for less than they cost") {
  for (int seed = 0; seed < paidan_test::cases(20); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 20, .technicians = 3});
    const routing::Context context(problem);
    routing::State state(context);
    routing::load(state, search(problem, {.iterations = 30}));
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
  const Plan plan = search(problem, {.iterations = 1'000'000, .watcher = &watcher});
  CHECK(watcher.calls == 1);
  CHECK(check::evaluate(problem, plan).valid());
}

TEST_CASE("a start plan from somewhere else is refused by name") {
  const Problem problem = paidan_test::random_problem(5, {.orders = 4, .technicians = 1});
  Plan start;
  start.routes.push_back({.shift = ShiftIndex(7U), .stops = {}});
  CHECK_THROWS_WITH_AS(static_cast<void>(search(problem, {.start = &start})),
                       "routes[0].shift: routes[0].shift must be between 0 and 0, got 7", InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(search(problem, {.iterations = -1})), InvalidInput);
}
