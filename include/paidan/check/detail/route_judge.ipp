#pragma once

#include <paidan/check/detail/judge.ipp>
#include <paidan/check/detail/together.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// One route of a plan, judged stop by stop; then by the timing rule, with the routes it is linked to.
class RouteJudge {
 public:
  RouteJudge(const Problem& problem, const Route& route, Findings& findings)
      : d_(problem.dense()),
        route_(route),
        findings_(findings),
        shift_(route.shift),
        technician_(d_.shifts.technician[shift_.at()]),
        road_(problem, technician_),
        place_(d_.shifts.start_location[shift_.at()]),
        previous_end_(route.start.seconds),
        safe_end_(route.start.seconds) {
    day_.technician = technician_;
    day_.shift = shift_;
    day_.local_day = d_.shifts.local_day[shift_.at()];
    day_.start = route.start.seconds;
    day_.end = route.end.seconds;
  }

  DayWork judge() {
    for (std::size_t i = 0; i < route_.stops.size(); ++i) {
      stop_ = i;
      const Stop& stop = route_.stops[i];
      if (stop.kind == StopKind::visit) {
        judge_visit(stop);
      } else if (stop.kind == StopKind::depot) {
        judge_call(stop);
      } else {
        judge_rest(stop);
      }
      at_ = {};
    }
    judge_need();
    stop_ = after_last_stop;
    const LocationIndex home = d_.shifts.end_location[shift_.at()];
    const Drive back = home.valid() ? travel(home, {}, previous_end_) : Drive{true, 0, 0};
    if (back.reachable) exactly("travel_too_short", {}, route_.end.seconds - previous_end_, back.takes);
    last_leg_ = back.way;
    // A garbage plan may come back before it left: never negative.
    const std::int64_t busy = day_.travel_s + day_.service_s + day_.rest_s + day_.call_s;
    day_.waiting_s = std::max<std::int64_t>(0, day_.end - day_.start - busy);
    judge_limits(d_, day_, findings_);
    judge_breaks();
    if (day_.visits.empty()) {
      add("timing", {}, 0);
      complete_ = false;
    }
    return std::move(day_);
  }

  /// Are the times consistent in themselves? Then starts, leaving and coming back say everything about them.
  [[nodiscard]] bool consistent() const {
    return complete_ && !time_fault_ && route_.start.seconds >= d_.shifts.start_s[shift_.at()];
  }
  [[nodiscard]] bool linked() const {
    return std::any_of(steps_.begin(), steps_.end(), [](const Step& step) { return step.linked.valid(); });
  }
  /// The same sequence, not timed yet. Back when the plan says it is: as its times are a witness, the rule's are no
  /// later.
  [[nodiscard]] Tour tour() {
    for (const auto& [step, interval] : rests_) steps_[step].starts = {&interval, 1};
    Tour tour{.road = &road_,
              .steps = {},
              .opens = d_.shifts.start_s[shift_.at()],
              .day_ends = latest_back(),
              .closes = route_.end.seconds,
              .last_leg = last_leg_,
              .timed = {}};
    for (const Step& step : steps_) tour.steps.push_back(&step);
    return tour;
  }
  /// By itself, without links.
  void judge_rule() {
    if (!consistent()) return;
    Tour alone = tour();
    if (alone.time_forward()) judge_rule(alone);
  }
  [[nodiscard]] std::int64_t start_of(std::size_t stop) const { return route_.stops[stop].start.seconds; }

  /// Timed by the rule, it must have the times of the plan.
  void judge_rule(Tour& tour) {
    const std::int64_t end = tour.end();
    const std::int64_t start = tour.leave_late();
    const auto differs = [&](std::size_t stop, std::int64_t is, std::int64_t must) {
      stop_ = stop;
      if (is == must) return false;
      const bool home = stop >= route_.stops.size();
      const bool call = !home && route_.stops[stop].kind == StopKind::depot;
      if (call) at_ = route_.stops[stop].depot;
      add("timing", home || call ? OrderIndex{} : route_.stops[stop].order, distance_to(is, must, must));
      return true;
    };
    for (std::size_t i = 0; i < tour.timed.size(); ++i) {
      if (differs(i, start_of(i), tour.timed[i].start)) return;
    }
    if (!differs(0, route_.start.seconds, start)) differs(after_last_stop, route_.end.seconds, end);
  }

 private:
  void add(std::string_view code, OrderIndex order, std::int64_t amount) {
    findings_.add(code, stop_, {{}, order, technician_, shift_, amount, at_});
  }
  /// `code` when there is less than there must be, `timing` when there is more.
  void exactly(std::string_view code, OrderIndex order, std::int64_t is, std::int64_t must) {
    if (is == must) return;
    time_fault_ = true;
    if (is < must) {
      add(code, order, must - is);
    } else {
      add("timing", order, is - must);
    }
  }
  [[nodiscard]] std::int64_t latest_back() const {
    return std::int64_t{d_.shifts.end_s[shift_.at()]} + d_.shifts.overtime_cap_s[shift_.at()];
  }
  struct Drive {
    bool reachable = false;
    std::int64_t way = 0;    ///< seconds on free roads
    std::int64_t takes = 0;  ///< in the traffic of the hour
  };
  Drive travel(LocationIndex to, OrderIndex order, std::int64_t departs) {
    const TripLeg leg = trip(d_, technician_, place_, to);
    if (!leg.reachable) {
      add("unreachable", order, 0);
      complete_ = false;
    }
    const Drive drive{leg.reachable, leg.seconds, road_.arrival(departs, leg.seconds) - departs};
    judge_leg(d_, day_, drive.takes, order, at_, stop_, findings_);
    day_.travel_s += drive.takes;
    day_.distance_m += leg.metres;
    return drive;
  }

  void judge_visit(const Stop& stop) {
    const OrderIndex o = stop.order;
    if (o.at() >= d_.orders.location.size()) {
      add("bad_index", {}, o.value);
      previous_end_ = stop.end.seconds;
      complete_ = false;
      return;
    }
    const LocationIndex place = d_.orders.location[o.at()];
    const Drive drive = travel(place, o, stop.departure.seconds);
    const bool same_place = behind_visit_ && place == place_;
    const std::int64_t duration = visit_duration(d_, technician_, o, same_place);
    const std::int64_t known = d_.orders.release_s[o.at()];
    if (stop.departure.seconds < known) {
      time_fault_ = true;
      add("left_before_release", o, known - stop.departure.seconds);
    }
    judge_times(stop, o, drive, duration, known);
    const check::Violation where{{}, o, technician_, shift_, 0};
    judge_pair(d_, technician_, o, day_.local_day, stop_, where, findings_);
    judge_tools(tools_missing(d_, technician_, o, called_), stop_, where, findings_);
    const std::size_t before = findings_.size();
    judge_start(d_, technician_, o, stop.start.seconds, std::int64_t{stop.start.seconds} + duration, stop_, where,
                findings_);
    time_fault_ = time_fault_ || findings_.size() > before;
    place_ = place;
    behind_visit_ = true;
    day_.service_s += duration;
    steps_.push_back(visit_step(d_, technician_, o, drive.way, same_place));
    const std::int64_t safe = safe_start(road_, steps_.back(), stop.start.seconds, safe_end_, latest_back());
    safe_end_ = safe + duration + steps_.back().buffer;
    day_.visits.push_back({.order = o,
                           .start = stop.start.seconds,
                           .safe = safe,
                           .duration = duration,
                           .called = called_,
                           .stop = stop_});
  }

  void judge_call(const Stop& stop) {
    if (stop.depot.at() >= d_.depots.location.size()) {
      add("bad_index", {}, stop.depot.value);
      previous_end_ = stop.end.seconds;
      complete_ = false;
      return;
    }
    at_ = stop.depot;
    const std::size_t depot = stop.depot.at();
    const LocationIndex place = d_.depots.location[depot];
    const Drive drive = travel(place, {}, stop.departure.seconds);
    const std::int64_t duration = d_.depots.service_s[depot];
    judge_times(stop, {}, drive, duration);
    if (const std::int64_t missed = missed_by(d_.depots.starts[depot], stop.start.seconds); missed > 0) {
      time_fault_ = true;
      add("depot_closed", {}, missed);
    }
    if (called_.valid()) {
      add("called_twice", {}, 0);
    } else {
      first_call_ = stop_;
    }
    called_ = stop.depot;
    place_ = place;
    behind_visit_ = false;
    day_.call_s += duration;
    ++day_.calls;
    steps_.push_back(call_step(d_, stop.depot, drive.way));
    safe_end_ = safe_start(road_, steps_.back(), stop.start.seconds, safe_end_, latest_back()) + duration;
  }

  /// A call gives something that the route would lack without.
  void judge_need() {
    if (!called_.valid()) return;
    std::vector<OrderIndex> visits;
    for (const DoneVisit& visit : day_.visits) visits.push_back(visit.order);
    const bool behind = !day_.visits.empty() && day_.visits.back().called.valid();
    if (behind && !van_suffices(d_, technician_, visits, visits)) return;
    findings_.add("needless_call", first_call_, {{}, {}, technician_, shift_, 0, route_.stops[first_call_].depot});
  }

  void judge_rest(const Stop& stop) {
    const auto breaks = d_.shifts.breaks[shift_.at()];
    if (!contains(breaks, stop.break_row)) {
      add("bad_index", {}, stop.break_row.value);
      previous_end_ = stop.end.seconds;
      complete_ = false;
      return;
    }
    if (contains<BreakIndex>(taken_, stop.break_row)) add("served_twice", {}, 0);
    taken_.push_back(stop.break_row);
    const BreakRow& row = d_.breaks[stop.break_row.at()];
    judge_times(stop, {}, {true, 0, 0}, row.duration_s);
    if (const std::int64_t missed = distance_to(stop.start.seconds, row.earliest_s, row.latest_s); missed > 0) {
      time_fault_ = true;
      add("break_window", {}, missed);
    }
    day_.rest_s += row.duration_s;
    if (row.paid) day_.paid_rest_s += row.duration_s;
    safe_end_ = std::max<std::int64_t>(safe_end_, stop.start.seconds) + row.duration_s;
    rests_.push_back({steps_.size(), {row.earliest_s, row.latest_s}});
    steps_.push_back(rest_step(d_, stop.break_row, {}));
  }

  /// Departure = previous end, or when the order becomes known; arrival = departure + leg, start ≥ arrival, end = start
  /// + duration. Who left too soon for an order (said already) may at least not have been busy.
  void judge_times(const Stop& stop, OrderIndex o, const Drive& drive, std::int64_t duration,
                   std::int64_t known = -never_s) {
    const std::int64_t departure = stop.departure.seconds;
    std::int64_t leaves = previous_end_;
    if (departure < known) {
      leaves = std::max(previous_end_, departure);
    } else if (stop_ > 0) {
      leaves = std::max(previous_end_, known);
    }
    exactly(stop_ == 0 ? "timing" : "overlap", o, departure, leaves);
    if (drive.reachable)
      exactly("travel_too_short", o, std::int64_t{stop.arrival.seconds} - stop.departure.seconds, drive.takes);
    if (stop.start.seconds < stop.arrival.seconds) {
      time_fault_ = true;
      add("timing", o, std::int64_t{stop.arrival.seconds} - stop.start.seconds);
    }
    exactly("service_too_short", o, std::int64_t{stop.end.seconds} - stop.start.seconds, duration);
    previous_end_ = stop.end.seconds;
  }

  /// A break is due when the technician is under way at its latest start.
  void judge_breaks() {
    for (const BreakIndex b : d_.shifts.breaks[shift_.at()]) {
      const BreakRow& row = d_.breaks[b.at()];
      const bool due = route_.start.seconds < row.latest_s && route_.end.seconds > row.latest_s;
      if (due && !contains<BreakIndex>(taken_, b)) add("break_missing", {}, row.duration_s);
    }
  }

  const Dense& d_;
  const Route& route_;
  Findings& findings_;
  ShiftIndex shift_;
  TechnicianIndex technician_;
  Road road_;
  LocationIndex place_;
  std::int64_t previous_end_;
  std::int64_t safe_end_;  ///< if the visits take their buffers
  std::int64_t last_leg_ = 0;
  std::size_t stop_ = 0;
  DepotIndex at_;               // while a call is judged
  DepotIndex called_;           // so far
  std::size_t first_call_ = 0;  // which stop
  bool behind_visit_ = false;   // rests aside, and not a call
  DayWork day_;
  std::vector<BreakIndex> taken_;
  std::vector<Step> steps_;
  std::vector<std::pair<std::size_t, Interval>> rests_;  // which steps, and when they may start
  bool complete_ = true;                                 // no stop was left out, every leg exists
  bool time_fault_ = false;                              // the times contradict themselves or the windows
};

/// Routes that hang together by links are timed together; where the times of one are not consistent, or a gap is
/// missed, that has been said, and the rule gives none to compare with.
inline void judge_rules(const Dense& d, std::span<RouteJudge> routes) {
  std::vector<Tour> tours;
  for (RouteJudge& route : routes) tours.push_back(route.tour());
  for (const std::vector<std::size_t>& members : companies(tours.size(), ties_of(d, tours))) {
    if (!std::all_of(members.begin(), members.end(), [&](std::size_t i) { return routes[i].consistent(); })) continue;
    std::vector<Tour> company;
    for (const std::size_t i : members) company.push_back(tours[i]);
    const std::vector<Tie> ties = ties_of(d, company);
    const bool kept = std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const auto start = [&](const Tie::End& end) { return routes[members[end.tour]].start_of(end.step); };
      return distance_to(start(tie.second) - start(tie.first), tie.min_s, tie.max_s) == 0;
    });
    // Kept, the plan's own times are a witness that there are times by the rule.
    if (!kept || !time_together(company, ties)) continue;
    for (std::size_t i = 0; i < members.size(); ++i) routes[members[i]].judge_rule(company[i]);
  }
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
