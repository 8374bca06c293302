#pragma once

#include <paidan/check/evaluate.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// The streets of one technician by the hour: a way of so many seconds is driven bit by bit, from one change of the
/// traffic to the next, by what the clock on the wall says there.
class Road {
 public:
  Road(const Problem& problem, TechnicianIndex technician)
      : bands_(&problem.data().profiles[problem.dense().technicians.profile[technician.at()].at()].bands),
        zone_(&problem.data().zone),
        origin_(problem.data().origin) {
    if (bands_->empty()) return;
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (const Technician& one : problem.data().technicians) {
      for (const Shift& shift : one.shifts) {
        first = std::min(first, shift.start.seconds);
        last = std::max(last, shift.end.seconds + shift.overtime_cap.seconds);
      }
    }
    if (first > last) return;
    // Traffic is that of the days of shifts, and of a day before and behind.
    begin_ = (zone_->start_of(zone_->to_local({first}).date + (-1)) - origin_).seconds;
    end_ = (zone_->start_of(zone_->to_local({last}).date + 2) - origin_).seconds;
  }

  [[nodiscard]] bool has_traffic() const { return !bands_->empty(); }
  [[nodiscard]] std::int64_t arrival(std::int64_t departs, std::int64_t way_s) const {
    if (!has_traffic() || way_s == 0) return departs + way_s;
    std::int64_t left = way_s * whole;
    for (std::int64_t t = departs;;) {
      const Stretch here = at(t);
      const std::int64_t speed = (whole * 100 + here.percent - 1) / here.percent;
      const std::int64_t takes = (left + speed - 1) / speed;
      if (takes <= here.until - t) return t + takes;
      left -= (here.until - t) * speed;
      t = here.until;
    }
  }
  /// The last departure with that arrival or a sooner one.
  [[nodiscard]] std::int64_t departure(std::int64_t arrives, std::int64_t way_s) const {
    if (!has_traffic()) return arrives - way_s;
    std::int64_t possible = arrives - 11 * way_s;
    std::int64_t beyond = arrives - way_s + 1;
    while (beyond - possible > 1) {
      const std::int64_t middle = possible + (beyond - possible) / 2;
      (arrival(middle, way_s) <= arrives ? possible : beyond) = middle;
    }
    return possible;
  }

 private:
  static constexpr std::int64_t whole = std::int64_t{1} << 30;
  struct Stretch {
    std::int64_t percent = 100;
    std::int64_t until = std::int64_t{1} << 60;
  };

  [[nodiscard]] Stretch at(std::int64_t t) const {
    if (t >= end_) return {};
    if (t < begin_) return {100, begin_};
    const Instant now{origin_.seconds + t};
    const LocalDateTime local = zone_->to_local(now);
    const std::int32_t weekday = local.date.weekday();
    Stretch here;
    std::int64_t change = 86'400;
    for (const travel::TravelBand& band : *bands_) {
      const auto& days = band.weekdays;
      if (!days.empty() && std::count(days.begin(), days.end(), weekday) == 0) continue;
      if (band.from <= local.time && local.time < band.to) here.percent = band.percent;
      for (const LocalTime bound : {band.from, band.to}) {
        if (bound > local.time) change = std::min<std::int64_t>(change, bound.seconds);
      }
    }
    here.until = std::min(end_, t + change - local.time.seconds);
    for (const ZoneRules::Transition& jump : zone_->transitions()) {
      const std::int64_t moment = jump.utc_seconds - origin_.seconds;
      if (moment > t) here.until = std::min(here.until, moment);
    }
    return here;
  }

  const std::vector<travel::TravelBand>* bands_;
  const ZoneRules* zone_;
  Instant origin_;
  std::int64_t begin_ = 0;
  std::int64_t end_ = 0;
};

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
