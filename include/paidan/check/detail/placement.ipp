#pragma once

#include <paidan/check/detail/timing.ipp>

#include <limits>
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

/// All ways to place a shift's rests into a sequence of visits and a call: any subset, any positions, any order.
class Placement {
 public:
  Placement(const Dense& d, const Road& road, const Insertion& insertion, FamilyBits relaxed)
      : road_(road), stops_(insertion.steps), softly_(insertion.softly) {
    const std::size_t s = insertion.shift.at();
    last_leg_ = insertion.last_leg;
    const bool any_hours = has(relaxed, Family::shift);
    if (!has(relaxed, Family::travel_time) && !any_hours) {
      max_travel_ = d.technicians.max_travel_s[d.shifts.technician[s].at()];
      max_leg_ = d.technicians.max_leg_s[d.shifts.technician[s].at()];
    }
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
      } else if (i != insertion.call) {
        stops_[i].may_break_promise = has(relaxed, Family::commitments);
      }
    }
    if (has(relaxed, Family::breaks)) return;
    for (const BreakIndex b : d.shifts.breaks[s]) {
      const BreakRow& row = d.breaks[b.at()];
      rests_.push_back(
          {{row.earliest_s, row.latest_s},
           {.rest = true, .leg = 0, .duration = row.duration_s, .starts = {}, .suspensions = {}, .closed = {}}});
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

  /// Back in time, and no rest left out that is due once the rule has set the moment of leaving.
  bool finishes(std::int64_t time) {
    const std::int64_t end = road_.arrival(time, last_leg_);
    if (end > latest_) return false;
    std::vector<TimedStep> timed = timed_;
    const std::int64_t start = backward(road_, sequence_, timed);
    if (road_.has_traffic() && drives_too_long(timed, start, end)) return false;
    return std::none_of(rests_.begin(), rests_.end(), [&](const Rest& rest) {
      return !rest.placed && start < rest.when.high && end > rest.when.high;
    });
  }

  [[nodiscard]] bool drives_too_long(std::span<const TimedStep> timed, std::int64_t start, std::int64_t end) const {
    std::int64_t travel = 0;
    std::int64_t longest = 0;
    std::int64_t time = start;
    const auto add = [&](std::int64_t seconds) {
      travel += seconds;
      longest = std::max(longest, seconds);
    };
    for (std::size_t i = 0; i < timed.size(); ++i) {
      const std::int64_t departs = std::max(time, sequence_[i]->release);
      add(road_.arrival(departs, sequence_[i]->leg) - departs);
      time = timed[i].start + sequence_[i]->duration;
    }
    add(end - time);
    return travel > max_travel_ || longest > max_leg_;
  }

  const Road& road_;
  std::vector<Step> stops_;
  Interval softly_;
  std::int64_t max_travel_ = std::numeric_limits<std::int64_t>::max();  // not known before where there is traffic
  std::int64_t max_leg_ = std::numeric_limits<std::int64_t>::max();
  std::vector<Rest> rests_;
  std::int64_t last_leg_ = 0;
  std::int64_t earliest_ = 0;
  std::int64_t latest_ = 0;
  std::vector<const Step*> sequence_;
  std::vector<TimedStep> timed_;
};

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
