// The best of all plans, found by trying every place for every order. Shares nothing with the search: times are those
// of the checker's oracle, and the checker says what is valid and what it costs.
#pragma once

#include "judge.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace rich_test {

/// Of all plans that keep the timing rule the best by the goals. Where visits are linked, rests and calls of theirs may
/// stand anywhere: `best` is that of all valid plans, `best_by_rule` that of those in which no route alone would have
/// them better under what its partners ask of it.
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
  [[nodiscard]] const Goals& best_by_rule() const { return by_rule_ ? *by_rule_ : *best_; }

 private:
  struct Option {
    Route route;
    Goals goals;             ///< fairness, worst lateness and unserved orders left out: they belong to the plan
    Duration work;           ///< that the route adds to its technician's
    std::int64_t worst = 0;  ///< what its largest lateness costs
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
      goals.run_well -= report.cost.fairness + report.cost.worst_lateness;
      for (const OrderIndex order : alone.unassigned) take_back(goals, order);
      const std::size_t technician = dense.shifts.technician[shift].at();
      const Duration carried = problem_.data().technicians[technician].load_carried;
      const Option found{*route,
                         goals,
                         {report.kpis.technicians[technician].work.seconds - carried.seconds},
                         report.cost.worst_lateness,
                         call,
                         gaps_of(*route)};
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
    if (!problem_.dense().links.empty()) return look_together();
    std::vector<const Option*> chosen(visits_.size(), nullptr);
    choose(0, chosen);
  }

  [[nodiscard]] bool linked(std::size_t order) const { return !problem_.dense().orders.links[order].empty(); }

  /// All or none of each group; then every place of calls and rests in routes with linked visits.
  void look_together() {
    std::set<std::size_t> served;
    for (const auto& visits : visits_) served.insert(visits.begin(), visits.end());
    for (const LinkRow& link : problem_.dense().links) {
      if (served.count(link.first.at()) != served.count(link.second.at())) return;
    }
    std::vector<const check_test::Sequence*> tied;
    std::vector<const Route*> others;
    choose_together(0, tied, others);
  }

  void choose_together(std::size_t shift, std::vector<const check_test::Sequence*>& tied,
                       std::vector<const Route*>& others) {
    if (shift == visits_.size()) return look_at(tied, others);
    const std::vector<std::size_t>& visits = visits_[shift];
    if (visits.empty()) return choose_together(shift + 1, tied, others);
    if (std::any_of(visits.begin(), visits.end(), [&](std::size_t order) { return linked(order); })) {
      for (const check_test::Sequence& one : sequences(shift, visits)) {
        tied.push_back(&one);
        choose_together(shift + 1, tied, others);
        tied.pop_back();
      }
      return;
    }
    for (const Option& one : options(shift)) {
      others.push_back(&one.route);
      choose_together(shift + 1, tied, others);
      others.pop_back();
    }
  }

  /// Of what may be left out of account while partners are not there: they can only make it later.
  [[nodiscard]] static bool hangs_on_partners(const check::Report& report) {
    static const std::set<std::string> codes{"link_unserved", "link_gap", "timing",
                                             "break_missing", "max_leg",  "max_travel"};
    return std::all_of(report.violations.begin(), report.violations.end(),
                       [](const check::Violation& one) { return codes.count(one.code) != 0; });
  }

  /// Every place of call and rests that alone has times, and breaks nothing that later times could mend.
  const std::vector<check_test::Sequence>& sequences(std::size_t shift, const std::vector<std::size_t>& visits) {
    const auto [entry, is_new] = sequences_[shift].try_emplace(visits);
    if (!is_new) return entry->second;
    const Dense& dense = problem_.dense();
    const std::int64_t last = std::int64_t{dense.shifts.end_s[shift]} + dense.shifts.overtime_cap_s[shift];
    for (const check_test::Errand& call : oracle_.errands(visits.size())) {
      for (const auto& items : oracle_.placements(shift, visits, 0, call)) {
        const std::optional<Route> route = oracle_.timed(shift, items);
        if (!route || route->end.seconds > last) continue;
        if (hangs_on_partners(check::evaluate(problem_, plan_of(problem_, {*route}))))
          entry->second.push_back({shift, items});
      }
    }
    return entry->second;
  }

  void look_at(const std::vector<const check_test::Sequence*>& tied, const std::vector<const Route*>& others) {
    std::vector<check_test::Sequence> sequences;
    for (const check_test::Sequence* one : tied) sequences.push_back(*one);
    const std::optional<std::vector<Route>> together = oracle_.together(sequences);
    if (!together) return;
    std::vector<Route> routes = *together;
    for (const Route* one : others) routes.push_back(*one);
    std::sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) { return a.shift < b.shift; });
    const Plan plan = plan_of(problem_, std::move(routes));
    const Goals goals = recounted(problem_, plan);
    const bool better = !best_ || goals < *best_;
    const bool better_by_rule = !by_rule_ || goals < *by_rule_;
    if ((!better && !better_by_rule) || !check::evaluate(problem_, plan).valid()) return;
    if (better) best_ = goals;
    if (better_by_rule && all_by_rule(*together)) {
      by_rule_ = goals;
      best_plan_ = plan;
    }
  }

  /// Would no route have its rests and its call elsewhere, while all others stay as they are?
  bool all_by_rule(const std::vector<Route>& routes) {
    std::map<std::size_t, std::int64_t> starts;
    for (const Route& route : routes) {
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::visit) starts[stop.order.at()] = stop.start.seconds;
      }
    }
    std::map<std::size_t, std::int64_t> floors;
    const auto raise = [&](std::size_t order, std::int64_t floor) {
      floors[order] = std::max(floors.try_emplace(order, floor).first->second, floor);
    };
    for (const LinkRow& link : problem_.dense().links) {
      if (starts.count(link.first.at()) == 0) continue;
      raise(link.second.at(), starts[link.first.at()] + link.min_s);
      raise(link.first.at(), starts[link.second.at()] - link.max_s);
    }
    return std::all_of(routes.begin(), routes.end(), [&](const Route& route) { return is_by_rule(route, floors); });
  }

  bool is_by_rule(const Route& route, const std::map<std::size_t, std::int64_t>& floors) {
    const auto key = [&](const Route& one) {
      Goals goals = recounted(problem_, plan_of(problem_, {one}));
      const Cost cost = check::evaluate(problem_, plan_of(problem_, {one})).cost;
      goals.run_well -= cost.fairness + cost.worst_lateness;
      std::size_t rests = 0;
      for (const Stop& stop : one.stops) rests += stop.kind == StopKind::rest ? 1 : 0;
      return std::tuple(rests, goals, gaps_of(one));
    };
    static const std::set<std::string> codes{"link_unserved", "link_gap", "timing"};
    const auto valid = [&](const Route& one) {
      const check::Report report = check::evaluate(problem_, plan_of(problem_, {one}));
      return std::all_of(report.violations.begin(), report.violations.end(),
                         [](const check::Violation& fault) { return codes.count(fault.code) != 0; });
    };
    const auto mine = key(route);
    const std::size_t shift = route.shift.at();
    check_test::Errand own;
    std::size_t visits = 0;
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::depot) own = {stop.depot.at(), visits};
      visits += stop.kind == StopKind::visit ? 1 : 0;
    }
    for (const check_test::Sequence& one : sequences(shift, visits_[shift])) {
      const std::optional<Route> other = oracle_.timed(shift, one.items, SIZE_MAX, 0, floors);
      // Another call may be out of stock: of the calls any will do.
      const auto has_own = [&](const check_test::Item& item) { return item.is_call && item.index == own.depot; };
      if (!own.none() && std::none_of(one.items.begin(), one.items.end(), has_own)) continue;
      if (other && key(*other) < mine && valid(*other)) return false;
    }
    return true;
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
    std::int64_t worst = 0;
    for (std::size_t s = 0; s < visits_.size(); ++s) {
      if (chosen[s] == nullptr) continue;
      const Option& found = *chosen[s];
      goals.honour += found.goals.honour;
      goals.late.seconds += found.goals.late.seconds;
      goals.run_well += found.goals.run_well;
      worst = std::max(worst, found.worst);
      work[problem_.dense().shifts.technician[s].at()] += found.work.seconds;
      for (const std::size_t order : visits_[s]) take_back(goals, OrderIndex(order));
      routes.push_back(found.route);
    }
    for (const std::int64_t seconds : work) {
      for (const FairnessPiece& piece : problem_.data().objective.fairness)
        goals.run_well += piece.per_second * std::max<std::int64_t>(0, seconds - piece.over.seconds);
    }
    goals.run_well += worst;
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
  std::vector<std::map<std::vector<std::size_t>, std::vector<check_test::Sequence>>> sequences_{visits_.size()};
  std::optional<Goals> best_;
  std::optional<Goals> by_rule_;  ///< where there are links
  Plan best_plan_;
};

}  // namespace rich_test
