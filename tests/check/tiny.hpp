// Random tiny problems, and valid plans of them made by the oracle.
#pragma once

#include "oracle.hpp"

namespace check_test {

/// A tiny problem in which every family bites now and then. Legs of 0–6 s, visits of 1–8 s, shifts of about a minute.
/// `linked`: the same with links between its orders.
inline ProblemData tiny_data(std::uint64_t seed, std::size_t orders, bool constrained = true, bool linked = false) {
  SplitMix64 random(seed);
  SplitMix64 later(~seed);  // features that came later leave the others as they were
  const auto chance = [&](std::uint32_t percent) { return random.below(100) < percent; };
  const auto rare = [&](std::uint32_t percent) { return constrained && chance(percent); };
  const bool crowded = seed % 3 == 0;  // narrow windows and a break in every shift
  ProblemData d;
  d.origin = origin;
  const std::size_t places = 4;
  for (std::size_t i = 0; i < places; ++i)
    d.locations.push_back({.id = "p" + std::to_string(i), .name = {}, .point = {}});
  travel::MatrixData matrix;
  matrix.size = places;
  for (std::size_t i = 0; i < places; ++i) {
    for (std::size_t j = 0; j < places; ++j) {
      const bool none = i != j && rare(4);
      matrix.seconds.push_back(i == j ? 0 : none ? -1 : random.between(1, 6));
      matrix.metres.push_back(i == j ? 0 : random.between(0, 9));
    }
  }
  d.profiles.push_back({.id = "m", .matrix = matrix, .straight_line = {}});
  const std::vector<std::string> names{"x", "y"};
  const auto place = [&] { return "p" + std::to_string(random.below(places)); };
  for (std::size_t t = 0; t < 2; ++t) {
    Technician tech;
    tech.id = "t" + std::to_string(t);
    tech.home = place();
    tech.speed_percent = chance(30) ? 70 : 100;
    tech.efficiency_percent = chance(30) ? 130 : 100;
    std::int64_t start = random.between(0, 10);
    for (std::size_t s = 0; s < (chance(30) ? 2U : 1U); ++s) {
      const std::int64_t end = start + random.between(25, crowded ? 35 : 60);
      Shift one = shift("s" + std::to_string(s), start, end);
      if (chance(40)) one.overtime_cap = {random.between(0, 15)};
      if (chance(30)) one.end_location = place();
      if (!one.end_location && chance(20)) one.open_end = true;
      for (int b = 0, n = static_cast<int>(crowded ? 1 + random.below(2) : random.below(3)); b < n; ++b) {
        const std::int64_t duration = random.between(1, 6);
        const std::int64_t earliest = random.between(start, end - duration);
        const std::int64_t latest = std::min(end - duration, earliest + random.between(0, 8));
        one.breaks.push_back({.id = "b" + std::to_string(b),
                              .earliest = at(earliest),
                              .latest = at(latest),
                              .duration = {duration},
                              .paid = chance(50)});
      }
      tech.shifts.push_back(one);
      start = end + random.between(16, 30);
    }
    for (const auto& name : names) {
      if (chance(70)) {
        SkillHeld held{.skill = name,
                       .level = static_cast<std::int32_t>(random.between(1, 3)),
                       .valid_from = {},
                       .valid_until = {}};
        if (rare(20)) held.valid_until = Date{19'911};
        tech.skills.push_back(held);
      }
      if (chance(70)) tech.tools.push_back(name);
      if (chance(70)) tech.languages.push_back(name);
      if (chance(70)) tech.parts.push_back({.part = name, .quantity = 2});
    }
    if (rare(40)) {
      const std::int64_t from = random.between(0, 60);
      tech.suspensions.push_back({.start = at(from), .end = at(from + random.between(1, 15)), .reason = "leave"});
    }
    tech.group = names[random.below(2)];
    if (rare(30)) tech.max_jobs = static_cast<std::int32_t>(random.between(1, 3));
    if (rare(30)) tech.max_travel = Duration{random.between(4, 20)};
    if (rare(30)) tech.max_distance_metres = random.between(4, 30);
    if (constrained && later.below(5) == 0) tech.max_leg = Duration{later.between(2, 6)};
    tech.fixed_cost = random.between(0, 100);
    tech.rating = static_cast<std::int32_t>(random.between(300, 500));
    tech.load_carried = {random.between(0, 30)};
    d.technicians.push_back(tech);
  }
  const auto someone = [&] { return "t" + std::to_string(random.below(2)); };
  for (std::size_t o = 0; o < orders; ++o) {
    const std::string where = place();  // one draw a statement: arguments are evaluated in any order
    Order one = order("o" + std::to_string(o), where, random.between(1, 8));
    one.setup = {random.between(0, 3)};
    std::int64_t from = random.between(0, crowded ? 40 : 60);
    for (int w = 0, n = chance(crowded ? 90 : 50) ? static_cast<int>(random.between(1, 2)) : 0; w < n; ++w) {
      const std::int64_t to = from + random.between(1, crowded ? 4 : 20);
      one.windows.push_back(window(from, to));
      from = to + random.between(1, 15);
    }
    if (chance(20)) one.release = one.windows.empty() ? at(random.between(0, 30)) : one.windows[0].start;
    if (one.windows.empty() && chance(40)) {
      one.promise = Promise{.at = at(random.between(30, 70)), .before = {5}, .after = {5}, .hard = rare(40)};
    }
    if (chance(30)) one.deadline = at(random.between(10, 70));
    if (rare(20))
      one.skills.push_back({.skill = names[random.below(2)], .level = static_cast<std::int32_t>(random.between(1, 3))});
    if (rare(12)) one.tools.push_back(names[random.below(2)]);
    if (rare(12)) one.languages.push_back(names[random.below(2)]);
    if (rare(12)) one.groups.push_back(names[random.below(2)]);
    if (rare(30)) one.parts.push_back({.part = names[random.below(2)], .quantity = 1});
    if (rare(10)) one.allowed.push_back(someone());
    if (rare(10) && one.allowed.empty()) one.blocked.push_back(someone());
    if (chance(20) && one.blocked.empty() && one.allowed.empty()) one.preferred.push_back(someone());
    if (chance(20)) one.previous_technician = someone();
    if (rare(25)) {
      Pin pin;
      if (chance(70) && one.blocked.empty() && one.allowed.empty()) pin.technician = someone();
      const bool free = one.windows.empty() && !one.release && !one.promise;
      if (chance(50) && free) pin.start = at(random.between(5, 60));
      if (chance(50)) pin.cost_of_change = random.between(1, 1000);
      if (pin.technician || pin.start) one.pin = pin;
    }
    d.orders.push_back(one);
  }
  if (constrained && later.below(2) == 0) {  // a kind of work that is limited, or closed at times
    for (Order& one : d.orders) {
      if (later.below(2) == 0) one.tags.push_back("x");
      if (later.below(4) == 0) one.tags.push_back("y");
    }
    for (std::uint32_t i = 0, n = later.below(3); i < n; ++i) {
      TagLimit limit{.tag = names[later.below(2)]};
      if (later.below(2) == 0) {
        const std::int64_t from = later.between(-5, 30);
        limit.start = at(from);
        limit.end = at(from + later.between(1, 100));
      }
      const std::uint32_t of = later.below(3);
      if (of != 1) limit.max_jobs = static_cast<std::int32_t>(later.between(0, 2));
      if (of != 0) limit.max_work = Duration{later.between(3, 16)};
      d.limits.push_back(limit);
    }
    for (std::uint32_t i = 0, n = later.below(3); i < n; ++i) {
      const std::int64_t from = later.between(0, 60);
      d.closures.push_back({names[later.below(2)], at(from), at(from + later.between(1, 20)), "heat"});
    }
  }
  if (constrained && later.below(3) == 0) {  // rush hours of some seconds
    std::int64_t t = 0;
    for (std::uint32_t i = 0, n = 1 + later.below(3); i < n; ++i) {
      const std::int64_t from = t + later.between(0, 25);
      t = from + later.between(1, 30);
      const std::int64_t midnight = origin.seconds % 86'400;
      d.profiles[0].bands.push_back({.from = {static_cast<std::int32_t>(midnight + from)},
                                     .to = {static_cast<std::int32_t>(midnight + t)},
                                     .percent = static_cast<std::int32_t>(later.between(100, 400))});
    }
  }
  if (constrained && later.below(3) == 0) {
    for (Order& one : d.orders) {
      if (later.below(2) == 0) one.buffer = {later.between(1, 6)};
    }
  }
  if (constrained && later.below(3) == 0) {  // depots, and more that is fetched there
    for (std::uint32_t i = 0, n = 1 + later.below(2); i < n; ++i) {
      SupplyDepot depot;
      depot.id = "d" + std::to_string(i);
      depot.location = "p" + std::to_string(later.below(places));
      depot.service = {later.between(0, 4)};
      std::int64_t from = later.between(0, 20);
      for (std::uint32_t h = 0, hours = later.below(3); h < hours; ++h) {
        const std::int64_t to = from + later.between(1, 40);
        depot.hours.push_back({at(from), at(to)});
        from = to + later.between(1, 15);
      }
      for (const auto& name : names) {
        if (later.below(3) != 0)
          depot.parts.push_back({.part = name, .quantity = static_cast<std::int32_t>(later.between(1, 3))});
        if (later.below(2) == 0) depot.tools.push_back(name);
      }
      d.depots.push_back(depot);
    }
    for (Order& one : d.orders) {
      if (one.parts.empty() && later.below(2) == 0)
        one.parts.push_back(
            {.part = names[later.below(2)], .quantity = static_cast<std::int32_t>(later.between(1, 3))});
      if (one.tools.empty() && later.below(4) == 0) one.tools.push_back(names[later.below(2)]);
    }
  }
  for (std::size_t o = 1; linked && o < d.orders.size(); ++o) {
    if (later.below(5) < 3) continue;
    Link link{.order = d.orders[later.below(static_cast<std::uint32_t>(o))].id, .minimum_gap = {}, .maximum_gap = {}};
    const std::uint32_t kind = later.below(4);  // one in four begins together
    if (kind > 0) link.minimum_gap = {kind == 1 ? later.between(1, 15) : 0};
    if (kind > 0) link.maximum_gap = {link.minimum_gap.seconds + later.between(0, kind == 3 ? 60 : 20)};
    d.orders[o].links.push_back(link);
  }
  if (linked && later.below(4) == 0) d.orders[later.below(static_cast<std::uint32_t>(orders))].crew = 2;
  d.objective.fairness = {{.over = {20}, .per_second = 100}, {.over = {40}, .per_second = 300}};
  if (seed % 4 == 1) d.objective.goals = GoalOrder::one_weighted;
  d.objective.agreed_weight = static_cast<std::int32_t>(1 + seed % 5);
  d.objective.lateness_cap = {static_cast<std::int64_t>(seed % 7 * 3)};
  if (later.below(2) == 0) d.objective.per_worst_lateness_second = later.between(0, 9'000);
  if (later.below(3) == 0) {  // compounds that it takes some seconds to enter
    for (std::uint32_t i = 0, n = 1 + later.below(2); i < n; ++i)
      d.compounds.push_back({.id = "c" + std::to_string(i), .entry = {later.between(0, 4)}});
    for (Location& one : d.locations) {
      const std::uint32_t drawn = later.below(3);
      if (drawn < d.compounds.size()) one.compound = d.compounds[drawn].id;
    }
  }
  return d;
}

/// The first valid one from the seed on: a pin may contradict a skill, for instance. Of linked ones every other is
/// constrained less, else hardly any two orders would find a place.
inline Problem tiny_problem(std::uint64_t seed, std::size_t orders, bool linked = false) {
  const bool constrained = !linked || seed % 2 == 0;
  ProblemData data = tiny_data(seed, orders, constrained, linked);
  while (!Problem::validate(data).empty()) data = tiny_data(seed += 1'000'000, orders, constrained, linked);
  return Problem(data);
}

/// Orders put one by one wherever the oracle says they fit; the rest is unassigned. Valid if the oracle is right.
/// Linked orders come all or none, and all but the one that is left out every other time.
class RandomPlan {
 public:
  RandomPlan(const Problem& problem, std::uint64_t seed) : problem_(problem), oracle_(problem), random_(seed) {}

  Plan made(std::size_t leave_out) {
    std::set<std::size_t> seen;
    Plan plan;
    for (std::size_t o = 0; o < problem_.order_count(); ++o) {
      const std::set<std::size_t> group = oracle_.group(o);
      if (!seen.insert(o).second) continue;
      seen.insert(group.begin(), group.end());
      const auto before = routes_;
      const bool all = group.count(leave_out) == 0 || group.size() == 1 || random_.below(2) == 0;
      bool placed = false;
      for (int attempt = 0; attempt < (group.size() == 1 ? 1 : 20) && all && !placed; ++attempt) {
        placed = std::all_of(group.begin(), group.end(), [&](std::size_t member) {
          return place(member, member == leave_out) || member == leave_out;
        });
        if (!placed) routes_ = before;
      }
    }
    std::set<std::size_t> served;
    for (const auto& [shift, route] : routes_) {
      plan.routes.push_back(route);
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::visit) served.insert(stop.order.at());
      }
    }
    for (std::size_t o = 0; o < problem_.order_count(); ++o) {
      if (served.count(o) == 0) plan.unassigned.push_back(OrderIndex(o));
    }
    plan.problem = {problem_.hash()};
    return plan;
  }

 private:
  bool place(std::size_t o, bool leave_out) {
    const std::size_t first = random_.below(static_cast<std::uint32_t>(problem_.shift_count()));
    // Stock is shared by shifts: the oracle looks at it for a whole plan.
    Plan now;
    for (const auto& [shift, route] : routes_) now.routes.push_back(route);
    for (std::size_t k = 0; k < problem_.shift_count() && !leave_out; ++k) {
      const std::size_t s = (first + k) % problem_.shift_count();
      std::vector<std::size_t> with;
      for (const Item& item : routes_.count(s) != 0 ? sequence_of(routes_[s]).items : std::vector<Item>{}) {
        if (item.is_visit()) with.push_back(item.index);
      }
      const std::size_t i = random_.below(static_cast<std::uint32_t>(with.size() + 1));
      with.insert(with.begin() + static_cast<std::ptrdiff_t>(i), o);
      if (!oracle_.kinds_suffice(now, o, s)) continue;
      const std::vector<Sequence> others = oracle_.beside(now, s, o);
      const std::vector<Errand> errands = oracle_.errands(with.size());
      const std::size_t from = errands.size() > 1 ? random_.below(static_cast<std::uint32_t>(errands.size())) : 0;
      for (std::size_t e = 0; e < errands.size(); ++e) {
        const Errand& call = errands[(from + e) % errands.size()];
        if (!oracle_.supplied(now, s, with, i, 0, call)) continue;
        const auto timed = oracle_.insert(s, with, i, 0, true, call, others);
        if (!timed) continue;
        for (const Route& route : *timed) routes_[route.shift.at()] = route;
        return true;
      }
    }
    return false;
  }

  const Problem& problem_;
  const Oracle oracle_;
  SplitMix64 random_;
  std::map<std::size_t, Route> routes_;
};
inline Plan random_plan(const Problem& problem, std::uint64_t seed, std::size_t leave_out = SIZE_MAX) {
  return RandomPlan(problem, seed).made(leave_out);
}

}  // namespace check_test
