// Times of routes, from the written rules alone: starts are found among the few moments that can be extreme.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/core/reason.hpp>

#include "support.hpp"
#include "support/gates.hpp"
#include "support/rush.hpp"

#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace check_test {

struct Item {
  bool is_rest = false;
  std::size_t index = 0;  // order, break or depot
  bool is_call = false;
  [[nodiscard]] bool is_visit() const { return !is_rest && !is_call; }
};

/// A shift's stops, without times.
struct Sequence {
  std::size_t shift = 0;
  std::vector<Item> items;
};
inline Sequence sequence_of(const Route& route, std::size_t without = SIZE_MAX) {
  Sequence sequence{route.shift.at(), {}};
  for (const Stop& stop : route.stops) {
    if (stop.kind == StopKind::rest) sequence.items.push_back({true, stop.break_row.at()});
    if (stop.kind == StopKind::depot) sequence.items.push_back({false, stop.depot.at(), true});
    if (stop.kind == StopKind::visit && stop.order.at() != without) sequence.items.push_back({false, stop.order.at()});
  }
  return sequence;
}

/// A call at a depot before the visit at that place of a sequence; or none.
struct Errand {
  std::size_t depot = SIZE_MAX;
  std::size_t before = 0;
  [[nodiscard]] bool none() const { return depot == SIZE_MAX; }
  /// Is it over when that visit is made?
  [[nodiscard]] bool done(std::size_t visit) const { return !none() && visit >= before; }
};

/// What the rules say of one sequence of stops, and of several that wait for each other.
class OracleOfTimes {
 public:
  explicit OracleOfTimes(const Problem& problem) : d_(problem.dense()), rush_(problem), gates_(problem) {}

  /// Routes of these stops by the rule, all links between them kept; absent when there are none. What is relaxed counts
  /// in the first, commitments in all.
  [[nodiscard]] std::optional<std::vector<Route>> together(const std::vector<Sequence>& all,
                                                           std::size_t target = SIZE_MAX, FamilySet relaxed = 0) const {
    const FamilySet elsewhere = FamilyBits{relaxed} & (bit(Family::commitments) | bit(Family::links));
    std::map<std::size_t, std::int64_t> floors;
    for (int round = 0; round < 400; ++round) {  // tiny days settle sooner or never
      std::vector<Route> routes;
      std::map<std::size_t, std::int64_t> starts;
      for (const Sequence& one : all) {
        const FamilySet here = routes.empty() ? relaxed : elsewhere;
        const auto route = timed(one.shift, one.items, target, here, floors);
        if (!route || route->end.seconds > INT32_MAX / 2) return std::nullopt;
        if (floors.size() > 0 && route->end.seconds > day_ends(one.shift, here)) return std::nullopt;
        routes.push_back(*route);
        for (const Stop& stop : route->stops) {
          const bool tied = stop.kind == StopKind::visit && stays(stop.order.at(), target, relaxed);
          if (tied) starts[stop.order.at()] = stop.start.seconds;
        }
      }
      bool settled = true;
      const auto no_sooner = [&](std::size_t order, std::int64_t floor) {
        if (starts[order] >= floor) return;
        floors[order] = floor;
        settled = false;
      };
      for (const LinkRow& link : d_.links) {
        if (starts.count(link.first.at()) == 0 || starts.count(link.second.at()) == 0) continue;
        no_sooner(link.second.at(), starts[link.first.at()] + link.min_s);
        no_sooner(link.first.at(), starts[link.second.at()] - link.max_s);
      }
      if (settled) return routes;
    }
    return std::nullopt;
  }

  /// Times of a sequence by the rule, with orders that start no sooner than then; absent when some leg or start does
  /// not exist.
  [[nodiscard]] std::optional<Route> timed(std::size_t shift, const std::vector<Item>& items,
                                           std::size_t target = SIZE_MAX, FamilySet relaxed = 0,
                                           const std::map<std::size_t, std::int64_t>& floors = {}) const {
    const std::size_t t = d_.shifts.technician[shift].at();
    const std::size_t n = items.size();
    std::vector<std::int64_t> legs(n, 0), durations(n, 0), buffers(n, 0), starts(n, 0), firsts(n, 0), safest(n, 0);
    std::vector<bool> loose(n, false);
    std::size_t place = d_.shifts.start_location[shift].at();
    std::size_t before = SIZE_MAX;  // the visit before
    std::int64_t time = has(relaxed, Family::shift) ? -time_limit_s : d_.shifts.start_s[shift];
    std::int64_t safe_time = time;
    for (std::size_t i = 0; i < n; ++i) {
      if (items[i].is_rest) {
        durations[i] = d_.breaks[items[i].index].duration_s;
      } else if (items[i].is_call) {
        const std::size_t depot = items[i].index;
        const auto leg = way(t, place, d_.depots.location[depot].at(), before == target && has(relaxed, Family::reach));
        if (!leg) return std::nullopt;
        legs[i] = leg->first;
        durations[i] = d_.depots.service_s[depot];
        before = SIZE_MAX;  // nobody's setup is up behind it
        place = d_.depots.location[depot].at();
      } else {
        const std::size_t o = items[i].index;
        const bool near = o == target || before == target;
        const auto leg = way(t, place, d_.orders.location[o].at(), near && has(relaxed, Family::reach));
        if (!leg) return std::nullopt;
        legs[i] = leg->first;
        const bool same = before != SIZE_MAX && d_.orders.location[before] == d_.orders.location[o];
        durations[i] = up(d_.orders.service_s[o], t) + (same ? 0 : up(d_.orders.setup_s[o], t));
        buffers[i] = up(d_.orders.buffer_s[o], t);
        before = o;
        place = d_.orders.location[o].at();
      }
      std::int64_t arrival = there(t, std::max(time, known(items[i], target, relaxed)), legs[i]);
      if (items[i].is_visit() && floors.count(items[i].index) != 0)
        arrival = std::max(arrival, floors.at(items[i].index));
      std::optional<std::int64_t> best = soonest(t, items[i], arrival, durations[i], target, relaxed);
      const bool other = items[i].is_visit() && items[i].index != target;
      if (!best && other && has(relaxed, Family::commitments)) {
        best = arrival;
        loose[i] = true;
      }
      if (!best) return std::nullopt;
      firsts[i] = starts[i] = *best;
      time = *best + durations[i];
      // Were all before to take their buffers.
      const std::int64_t later = there(t, std::max(safe_time, known(items[i], target, relaxed)), legs[i]);
      const auto open = soonest(t, items[i], later, durations[i], target, relaxed);
      safest[i] = std::max(*best, open && *open <= day_ends(shift, relaxed) ? *open : later);
      safe_time = safest[i] + durations[i] + buffers[i];
    }
    std::int64_t end = time;
    if (d_.shifts.end_location[shift].valid()) {
      const auto leg =
          way(t, place, d_.shifts.end_location[shift].at(), before == target && has(relaxed, Family::reach));
      if (!leg) return std::nullopt;
      end = there(t, time, leg->first);
    }
    const auto due = [&](std::size_t i) {
      return items[i].is_visit() ? std::int64_t{d_.orders.due_s[items[i].index]} : INT64_MAX / 4;
    };
    std::int64_t no_later = std::max(safest[n - 1], due(n - 1));
    if (!items[n - 1].is_rest)
      no_later = last_before(t, items[n - 1], no_later, durations[n - 1], safest[n - 1], target, relaxed);
    for (std::size_t i = n - 1; i-- > 0;) {
      if (no_later < INT64_MAX / 8) no_later = off(t, no_later, legs[i + 1]) - durations[i] - buffers[i];
      no_later = std::min(no_later, std::max(safest[i], due(i)));
      if (!items[i].is_rest) no_later = last_before(t, items[i], no_later, durations[i], safest[i], target, relaxed);
      if (items[i].is_visit() && stays(items[i].index, target, relaxed)) continue;
      std::int64_t cap = std::min(no_later, off(t, starts[i + 1], legs[i + 1]) - durations[i]);
      if (items[i].is_visit()) cap = std::min(cap, std::max<std::int64_t>(firsts[i], d_.orders.due_s[items[i].index]));
      starts[i] =
          loose[i] ? std::max(starts[i], cap) : last_before(t, items[i], cap, durations[i], starts[i], target, relaxed);
    }
    Route route;
    route.shift = ShiftIndex(shift);
    const auto narrow = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
    route.start.seconds = narrow(off(t, starts[0], legs[0]));
    std::int64_t departure = route.start.seconds;
    for (std::size_t i = 0; i < n; ++i) {
      Stop stop;
      const auto index = static_cast<std::uint32_t>(items[i].index);
      if (items[i].is_visit()) stop.order.value = index;
      if (items[i].is_rest) stop.kind = StopKind::rest, stop.break_row.value = index;
      if (items[i].is_call) stop.kind = StopKind::depot, stop.depot.value = index;
      if (i > 0) departure = std::max(departure, known(items[i], target, relaxed));
      stop.departure.seconds = narrow(departure);
      stop.arrival.seconds = narrow(there(t, departure, legs[i]));
      stop.start.seconds = narrow(starts[i]);
      stop.end.seconds = narrow(departure = starts[i] + durations[i]);
      route.stops.push_back(stop);
    }
    route.end.seconds = narrow(end);
    return route;
  }

  /// Starts of a route's stops if all visits before took their buffers; of a rest and a call too.
  [[nodiscard]] std::vector<std::int64_t> safe_starts(const Route& route) const {
    const std::size_t t = d_.shifts.technician[route.shift.at()].at();
    std::vector<std::int64_t> starts;
    std::size_t place = d_.shifts.start_location[route.shift.at()].at();
    std::int64_t time = route.start.seconds;
    for (const Stop& stop : route.stops) {
      const bool rest = stop.kind == StopKind::rest;
      const bool call = stop.kind == StopKind::depot;
      const Item item{rest, rest ? stop.break_row.at() : call ? stop.depot.at() : stop.order.at(), call};
      const std::int64_t duration = std::int64_t{stop.end.seconds} - stop.start.seconds;
      std::int64_t leg = 0;
      if (!rest) {
        const std::size_t to = call ? d_.depots.location[item.index].at() : d_.orders.location[item.index].at();
        leg = way(t, place, to, true)->first;
        place = to;
      }
      const std::int64_t arrival = there(t, std::max(time, known(item, SIZE_MAX, 0)), leg);
      const auto open = soonest(t, item, arrival, duration, SIZE_MAX, 0);
      const bool today = open && *open <= day_ends(route.shift.at(), 0);
      starts.push_back(std::max<std::int64_t>(stop.start.seconds, today ? *open : arrival));
      time = starts.back() + duration + (item.is_visit() ? up(d_.orders.buffer_s[item.index], t) : 0);
    }
    return starts;
  }

  /// Has it links that count? Then a later departure does not move it.
  [[nodiscard]] bool stays(std::size_t o, std::size_t target, FamilySet relaxed) const {
    const auto names = [&](const LinkRow& link) { return link.first.at() == o || link.second.at() == o; };
    return !(o == target && has(relaxed, Family::links)) && std::any_of(d_.links.begin(), d_.links.end(), names);
  }

 protected:
  [[nodiscard]] std::int64_t there(std::size_t t, std::int64_t departure, std::int64_t seconds) const {
    return rush_.there(d_.technicians.profile[t].at(), departure, seconds);
  }
  [[nodiscard]] std::int64_t off(std::size_t t, std::int64_t arrival, std::int64_t seconds) const {
    return rush_.off(d_.technicians.profile[t].at(), arrival, seconds);
  }

  /// Before that nobody leaves for it; a window that does not count is no reason to wait.
  [[nodiscard]] std::int64_t known(const Item& item, std::size_t target, FamilySet relaxed) const {
    if (!item.is_visit() || (item.index == target && has(relaxed, Family::window))) return INT64_MIN / 2;
    return d_.orders.release_s[item.index];
  }

  [[nodiscard]] std::int64_t up(std::int64_t seconds, std::size_t t) const {
    const std::int64_t percent = d_.technicians.efficiency_percent[t];
    return seconds * 100 / percent + (seconds * 100 % percent != 0 ? 1 : 0);
  }
  [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> way(std::size_t t, std::size_t from,
                                                                         std::size_t to, bool relaxed) const {
    const auto leg = d_.profiles[d_.technicians.profile[t].at()].leg(LocationIndex(from), LocationIndex(to));
    if (leg.seconds >= travel::unreachable_s) {
      if (relaxed) return std::pair<std::int64_t, std::int64_t>{0, 0};
      return std::nullopt;
    }
    const std::int64_t percent = d_.technicians.speed_percent[t];
    const std::int64_t hundred = std::int64_t{leg.seconds} * 100;
    const std::int64_t driven = hundred / percent + (hundred % percent != 0 ? 1 : 0);
    return std::pair<std::int64_t, std::int64_t>{driven + gates_.seconds(from, to), leg.metres};
  }

  [[nodiscard]] std::vector<Interval> opening(std::size_t t, const Item& item, std::size_t target,
                                              FamilySet relaxed) const {
    if (item.is_rest) return {{d_.breaks[item.index].earliest_s, d_.breaks[item.index].latest_s}};
    if (item.is_call) return {d_.depots.starts[item.index].begin(), d_.depots.starts[item.index].end()};
    // A soft window or promise is no constraint that relaxing could lift: service is just never early for it.
    if (item.index == target && has(relaxed, Family::window)) return {{d_.orders.soft_from_s[item.index], INT32_MAX}};
    // Another technician's pin goes with its start.
    const auto free = d_.orders.starts_but_pin[item.index];
    const bool elsewhere =
        d_.orders.pinned_technician[item.index].valid() && d_.orders.pinned_technician[item.index].at() != t;
    const bool unpinned = item.index == target && has(relaxed, Family::pin) && elsewhere && !free.empty();
    const auto list = unpinned ? free : d_.orders.starts[item.index];
    return {list.begin(), list.end()};
  }
  [[nodiscard]] std::vector<Interval> closing(std::size_t t, const Item& item, std::size_t target,
                                              FamilySet relaxed) const {
    std::vector<Interval> shut;
    if (!item.is_visit()) return shut;
    const auto add = [&](std::span<const Interval> list, Family lifted_with) {
      if (item.index != target || !has(relaxed, lifted_with)) shut.insert(shut.end(), list.begin(), list.end());
    };
    add(d_.technicians.suspensions[t], Family::suspended);
    add(d_.orders.closed[item.index], Family::window);
    return shut;
  }
  [[nodiscard]] bool fits(std::size_t t, const Item& item, std::int64_t start, std::int64_t duration,
                          std::size_t target, FamilySet relaxed) const {
    bool open = false;
    for (const Interval& i : opening(t, item, target, relaxed)) open = open || (i.low <= start && start <= i.high);
    for (const Interval& s : closing(t, item, target, relaxed)) {
      if (start <= s.high && start + duration > s.low) open = false;
    }
    return open;
  }

  /// The last moment from `floor` up to `cap` that fits, or `floor`.
  [[nodiscard]] std::int64_t last_before(std::size_t t, const Item& item, std::int64_t cap, std::int64_t duration,
                                         std::int64_t floor, std::size_t target, FamilySet relaxed) const {
    std::vector<std::int64_t> moments{cap};
    for (const Interval& interval : opening(t, item, target, relaxed)) moments.push_back(interval.high);
    for (const Interval& s : closing(t, item, target, relaxed)) moments.push_back(s.low - duration);
    std::int64_t best = floor;
    for (const std::int64_t m : moments) {
      if (m <= cap && m > best && fits(t, item, m, duration, target, relaxed)) best = m;
    }
    return best;
  }

  [[nodiscard]] std::int64_t day_ends(std::size_t shift, FamilySet relaxed) const {
    if (has(relaxed, Family::shift)) return time_limit_s;
    return std::int64_t{d_.shifts.end_s[shift]} + d_.shifts.overtime_cap_s[shift];
  }

  /// The first moment from `arrival` on that fits.
  [[nodiscard]] std::optional<std::int64_t> soonest(std::size_t t, const Item& item, std::int64_t arrival,
                                                    std::int64_t duration, std::size_t target,
                                                    FamilySet relaxed) const {
    std::vector<std::int64_t> moments{arrival};
    for (const Interval& interval : opening(t, item, target, relaxed)) moments.push_back(interval.low);
    for (const Interval& s : closing(t, item, target, relaxed)) moments.push_back(std::int64_t{s.high} + 1);
    std::optional<std::int64_t> best;
    for (const std::int64_t m : moments) {
      if (m >= arrival && fits(t, item, m, duration, target, relaxed) && (!best || m < *best)) best = m;
    }
    return best;
  }

  const Dense& d_;
  paidan_test::RushHours rush_;
  paidan_test::Gates gates_;
};

}  // namespace check_test
