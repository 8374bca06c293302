#pragma once

#include <paidan/check/detail/standing.ipp>

#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// A call before one of the visits; none where `depot` is none().
struct Call {
  DepotIndex depot;
  std::size_t before = 0;
  /// What the visit there finds.
  [[nodiscard]] DepotIndex called(std::size_t visit) const { return visit >= before ? depot : DepotIndex{}; }
};

/// The order at one position of one shift.
struct Insertion {
  ShiftIndex shift;
  std::size_t position = 0;                    ///< its step
  std::size_t call = SIZE_MAX;                 ///< the step that is a call
  std::vector<Step> steps;                     ///< visits and a call
  Interval softly{};                           ///< when it may start without its windows
  std::span<const Interval> without_pin = {};  ///< and without the start it is pinned to; empty: it is to none
  std::int64_t last_leg = 0;
  FamilyBits needed = 0;         ///< must be relaxed whatever else is
  FamilyBits time_families = 0;  ///< may help
};

/// All ways to place a shift's rests into a sequence of visits and a call: any subset, any positions, any order. Routes
/// that links bind to it stand as they are, but are timed along with it.
class Placement {
 public:
  Placement(const Dense& d, const Road& road, const Insertion& insertion, FamilyBits relaxed,
            const StandingRoutes& standing)
      : d_(d), road_(road), stops_(insertion.steps), softly_(insertion.softly) {
    const std::size_t s = insertion.shift.at();
    last_leg_ = insertion.last_leg;
    const bool any_hours = has(relaxed, Family::shift);
    if (!has(relaxed, Family::travel_time) && !any_hours) limits_ = drive_limits(d, insertion.shift);
    others_ = standing.but(insertion.shift, has(relaxed, Family::commitments));
    earliest_ = any_hours ? -time_limit_s : d.shifts.start_s[s];
    latest_ = any_hours ? std::int64_t{time_limit_s} : std::int64_t{d.shifts.end_s[s]} + d.shifts.overtime_cap_s[s];
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      if (i == insertion.position) {
        if (has(relaxed, Family::pin) && !insertion.without_pin.empty()) stops_[i].starts = insertion.without_pin;
        if (has(relaxed, Family::window)) {
          stops_[i].starts = {&softly_, 1};
          stops_[i].release = -never_s;
          stops_[i].closed = {};
        }
        if (has(relaxed, Family::suspended)) stops_[i].suspensions = {};
        if (has(relaxed, Family::links)) stops_[i].linked = {};
      } else if (i != insertion.call) {
        stops_[i].may_break_promise = has(relaxed, Family::commitments);
      }
    }
    if (has(relaxed, Family::breaks)) return;
    for (const BreakIndex b : d.shifts.breaks[s]) {
      rests_.push_back({{d.breaks[b.at()].earliest_s, d.breaks[b.at()].latest_s}, rest_step(d, b, {})});
    }
    for (Rest& rest : rests_) rest.step.starts = {&rest.when, 1};
  }
  Placement(const Placement&) = delete;
  Placement& operator=(const Placement&) = delete;

  [[nodiscard]] bool exists() { return extend(0, earliest_, earliest_); }

 private:
  struct Rest {
    Interval when;
    Step step;
    bool placed = false;
  };

  bool extend(std::size_t next, std::int64_t time, std::int64_t safe_time) {
    if (time > latest_) return false;
    if (next == stops_.size() && finishes(time)) return true;
    if (next < stops_.size() && append(stops_[next], next + 1, time, safe_time)) return true;
    for (Rest& rest : rests_) {
      if (rest.placed) continue;
      rest.placed = true;
      if (append(rest.step, next, time, safe_time)) return true;
      rest.placed = false;
    }
    return false;
  }

  /// Links are looked at when all stops stand: without them nothing starts later, so what fails here fails with them.
  bool append(const Step& step, std::size_t next, std::int64_t time, std::int64_t safe_time) {
    const auto start = forward(road_, step, time, safe_time, latest_);
    if (!start) return false;
    sequence_.push_back(&step);
    timed_.push_back(*start);
    if (extend(next, start->end(step), start->safe_end(step))) return true;
    sequence_.pop_back();
    timed_.pop_back();
    return false;
  }

  /// Back in time, in every route that hangs together with this one.
  bool finishes(std::int64_t time) {
    if (road_.arrival(time, last_leg_) > latest_) return false;
    std::vector<Tour> tours{{.road = &road_,
                             .steps = sequence_,
                             .opens = earliest_,
                             .day_ends = latest_,
                             .closes = latest_,
                             .last_leg = last_leg_,
                             .timed = timed_}};
    std::vector<const RouteLimits*> limits{&limits_};
    limits_.due.clear();
    for (const Rest& rest : rests_) {
      if (!rest.placed) limits_.due.push_back(rest.when.high);
    }
    if (!d_.links.empty()) {
      for (const StandingRoute& other : others_) tours.push_back(other.tour());
      const std::vector<std::size_t> company = companies(tours.size(), ties_of(d_, tours)).front();  // its own
      std::vector<Tour> together;
      for (const std::size_t i : company) {
        if (i > 0 && !others_[i - 1].reachable) return false;
        if (i > 0) limits.push_back(&others_[i - 1].limits);
        together.push_back(tours[i]);
      }
      if (!time_together(together, ties_of(d_, together))) return false;
      tours = std::move(together);
    }
    for (std::size_t i = 0; i < tours.size(); ++i) {
      if (!limits[i]->kept(tours[i])) return false;
    }
    return true;
  }

  const Dense& d_;
  const Road& road_;
  std::vector<Step> stops_;
  Interval softly_;
  RouteLimits limits_;
  std::vector<StandingRoute> others_;  // with linked visits
  std::vector<Rest> rests_;
  std::int64_t last_leg_ = 0;
  std::int64_t earliest_ = 0;
  std::int64_t latest_ = 0;
  std::vector<const Step*> sequence_;
  std::vector<TimedStep> timed_;
};

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
