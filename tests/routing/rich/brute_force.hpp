// The best of all plans, found by trying every place for every order. Shares nothing with the search: times are those
// of the checker's oracle, and the checker says what is valid and what it costs.
#pragma once

#include "judge.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace rich_test {

/// Of all plans that keep the timing rule the best by the goals.
class BruteForce {
 public:
  explicit BruteForce(const Problem& problem)
      : problem_(problem),
        oracle_(problem),
        in_order_(problem.data().objective.goals == GoalOrder::in_order),
        visits_(problem.shift_count()),
        routes_(problem.shift_count()),
        nothing_(plan_of(problem, {})) {
    place(0);
  }

  [[nodiscard]] const Goals& best() const { return *best_; }
  [[nodiscard]] const Plan& best_plan() const { return best_plan_; }

 private:
  struct Option {
    Route route;
    Goals goals;    ///< fairness and unserved orders left out: they belong to the plan
    Duration work;  ///< that the route adds to its technician's
    check_test::Errand call;
    std::vector<std::size_t> gaps;  ///< stops before each rest
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

  [[nodiscard]] static std::vector<std::size_t> gaps_of(const Route& route) {
    std::vector<std::size_t> gaps;
    std::size_t others = 0;
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::rest) gaps.push_back(others);
      others += stop.kind != StopKind::rest ? 1 : 0;
    }
    return gaps;
  }

  /// The visits of one shift with every call, the one that the rule has first: best by the goals, of these the
  /// earliest, of these the first depot's.
  const std::vector<Option>& options(std::size_t shift) {
    const auto [entry, is_new] = routes_[shift].try_emplace(visits_[shift]);
    std::vector<Option>& all = entry->second;
    if (!is_new) return all;
    for (const check_test::Errand& call : oracle_.errands(visits_[shift].size())) {
      std::optional<Option> found = option(shift, call);
      if (found) all.push_back(std::move(*found));
    }
    const auto key = [](const Option& one) { return std::tie(one.goals, one.call.before, one.call.depot); };
    std::sort(all.begin(), all.end(), [&](const Option& a, const Option& b) { return key(a) < key(b); });
    return all;
  }

  /// With this call: the fewest rests that leave none due, where they are best, of these the earliest.
  std::optional<Option> option(std::size_t shift, const check_test::Errand& call) {
    std::optional<Option> best;
    const Dense& dense = problem_.dense();
    const std::int64_t last = std::int64_t{dense.shifts.end_s[shift]} + dense.shifts.overtime_cap_s[shift];
    bool first = true;
    for (const auto& items : oracle_.placements(shift, visits_[shift], 0, call)) {
      const bool restless = std::exchange(first, false);
      if (best && items.size() > best->route.stops.size()) continue;
      const std::optional<Route> route = oracle_.timed(shift, items);
      // Rests only delay, and the first placement has none.
      if (restless && (!route || route->end.seconds > last)) return best;
      if (!route) continue;
      const Plan alone = plan_of(problem_, {*route});
      const check::Report report = check::evaluate(problem_, alone);
      if (!report.valid()) continue;
      Goals goals = recounted(problem_, alone);
      goals.run_well -= report.cost.fairness;
      for (const OrderIndex order : alone.unassigned) take_back(goals, order);
      const std::size_t technician = dense.shifts.technician[shift].at();
      const Duration carried = problem_.data().technicians[technician].load_carried;
      const Option found{
          *route, goals, {report.kpis.technicians[technician].work.seconds - carried.seconds}, call, gaps_of(*route)};
      const bool fewer = best && items.size() < best->route.stops.size();
      const auto better = [](const Option& one) { return std::tie(one.goals, one.gaps); };
      if (!best || fewer || better(found) < better(*best)) best = found;
    }
    return best;
  }

  /// What leaving the order out counts, taken away.
  void take_back(Goals& goals, OrderIndex order) const {
    if (!in_order_) {
      goals.run_well -= problem_.dense().orders.unserved_cost[order.at()];
      return;
    }
    goals.honour -= problem_.dense().orders.honour[order.at()];
    if (problem_.order(order).promise) goals.late.seconds -= problem_.data().objective.lateness_cap.seconds + 1;
  }

  void look() {
    std::vector<const Option*> chosen(visits_.size(), nullptr);
    choose(0, chosen);
  }

  /// Any call of any route: stock that several draw on may not do for the best of each.
  void choose(std::size_t shift, std::vector<const Option*>& chosen) {
    if (shift == visits_.size()) return look_at(chosen);
    if (visits_[shift].empty()) return choose(shift + 1, chosen);
    for (const Option& one : options(shift)) {
      chosen[shift] = &one;
      choose(shift + 1, chosen);
    }
    chosen[shift] = nullptr;
  }

  void look_at(const std::vector<const Option*>& chosen) {
    Goals goals = recounted_nothing_;
    std::vector<std::int64_t> work;
    for (const Technician& technician : problem_.data().technicians) work.push_back(technician.load_carried.seconds);
    std::vector<Route> routes;
    for (std::size_t s = 0; s < visits_.size(); ++s) {
      if (chosen[s] == nullptr) continue;
      const Option& found = *chosen[s];
      goals.honour += found.goals.honour;
      goals.late.seconds += found.goals.late.seconds;
      goals.run_well += found.goals.run_well;
      work[problem_.dense().shifts.technician[s].at()] += found.work.seconds;
      for (const std::size_t order : visits_[s]) take_back(goals, OrderIndex(order));
      routes.push_back(found.route);
    }
    for (const std::int64_t seconds : work) {
      for (const FairnessPiece& piece : problem_.data().objective.fairness)
        goals.run_well += piece.per_second * std::max<std::int64_t>(0, seconds - piece.over.seconds);
    }
    if (best_ && !(goals < *best_)) return;
    // The sum is only for speed: the checker has the last word, also on stock that several draw on.
    const Plan plan = plan_of(problem_, std::move(routes));
    CHECK(recounted(problem_, plan) == goals);
    if (!check::evaluate(problem_, plan).valid()) return;
    best_ = goals;
    best_plan_ = plan;
  }

  const Problem& problem_;
  check_test::Oracle oracle_;
  bool in_order_;
  std::vector<std::vector<std::size_t>> visits_;
  std::vector<std::map<std::vector<std::size_t>, std::vector<Option>>> routes_;
  Plan nothing_;
  Goals recounted_nothing_ = [this] {
    Goals goals = recounted(problem_, nothing_);
    goals.run_well -= check::evaluate(problem_, nothing_).cost.fairness;
    return goals;
  }();
  std::optional<Goals> best_;
  Plan best_plan_;
};

}  // namespace rich_test
