// The times of one vehicle's route as VROOM has them: every break in it, no setup where the vehicle is already.
#pragma once

#include <paidan/vroom/question.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// What a route is made of; `home`: the way back ends, and breaks may follow.
enum class Part : std::uint8_t { job, rest, home };
struct Item {
  Part part = Part::job;
  std::size_t index = 0;  ///< of the job, or of the vehicle's rest
};
struct Timed {
  std::int64_t leg = 0;  ///< seconds on the way here
  std::int64_t metres = 0;
  std::int64_t start = 0;
  std::int64_t setup = 0;
  std::int64_t service = 0;
  [[nodiscard]] std::int64_t length() const { return setup + service; }
};

class Layout {
 public:
  Layout(const vroom::Question& question, std::size_t vehicle)
      : q_(question), d_(question.problem().dense()), vehicle_(vehicle), day_(question.days()[vehicle]) {}

  /// Earliest end, then as late as that allows; absent where the items do not fit into the day.
  [[nodiscard]] std::optional<std::vector<Timed>> times(std::span<const Item> items) const;

 private:
  [[nodiscard]] const std::vector<vroom::Numbers>& windows(const Item& item) const {
    return q_.input().jobs[item.index].time_windows;
  }
  /// First start from then on.
  [[nodiscard]] std::optional<std::int64_t> open_from(const Item& item, std::int64_t time) const;
  /// Last start until then, or `floor`, which is one.
  [[nodiscard]] std::int64_t open_until(const Item& item, std::int64_t time, std::int64_t floor) const;

  const vroom::Question& q_;
  const Dense& d_;
  std::size_t vehicle_;
  const vroom::Day& day_;
};

PAIDAN_INLINE std::optional<std::int64_t> Layout::open_from(const Item& item, std::int64_t time) const {
  if (item.part == Part::home) return time;
  if (item.part == Part::rest) {
    const vroom::Rest& rest = day_.rests[item.index];
    const std::int64_t start = std::max(time, rest.earliest);
    return start <= rest.latest ? std::optional(start) : std::nullopt;
  }
  if (windows(item).empty()) return time;
  std::optional<std::int64_t> start;
  for (const vroom::Numbers& window : windows(item)) {
    const std::int64_t first = std::max(time, window[0]);
    if (first <= window[1] && (!start || first < *start)) start = first;
  }
  return start;
}

PAIDAN_INLINE std::int64_t Layout::open_until(const Item& item, std::int64_t time, std::int64_t floor) const {
  if (item.part == Part::home) return time;
  if (item.part == Part::rest) return std::min(time, day_.rests[item.index].latest);
  if (windows(item).empty()) return time;
  std::int64_t start = floor;
  for (const vroom::Numbers& window : windows(item)) {
    if (window[0] <= time) start = std::max(start, std::min(time, window[1]));
  }
  return start;
}

PAIDAN_INLINE std::optional<std::vector<Timed>> Layout::times(std::span<const Item> items) const {
  const std::int32_t speed = d_.technicians.speed_percent[vehicle_];
  const auto& profile = d_.profiles[d_.technicians.profile[vehicle_].at()];
  std::vector<Timed> all;
  LocationIndex place = d_.shifts.start_location[vehicle_];
  std::int64_t time = day_.start;
  for (const Item& item : items) {
    Timed timed;
    if (item.part != Part::rest) {
      const LocationIndex to =
          item.part == Part::home ? d_.shifts.end_location[vehicle_] : d_.orders.location[item.index];
      const travel::Leg leg = profile.leg(place, to);
      if (!leg.reachable()) return std::nullopt;
      timed.leg = (std::int64_t{leg.seconds} * 100 + speed - 1) / speed;
      timed.metres = leg.metres;
      if (item.part == Part::job) {
        timed.setup = place == to ? 0 : q_.work()[item.index].setup;
        timed.service = q_.work()[item.index].service;
      }
      place = to;
    } else {
      timed.service = day_.rests[item.index].length;
    }
    const std::optional<std::int64_t> start = open_from(item, time + timed.leg);
    if (!start) return std::nullopt;
    timed.start = *start;
    time = *start + timed.length();
    all.push_back(timed);
  }
  if (time > day_.end) return std::nullopt;
  for (std::size_t i = items.size() - std::min<std::size_t>(items.size(), 1); i-- > 0;) {
    const std::int64_t leave = all[i + 1].start - all[i + 1].leg;
    all[i].start = open_until(items[i], leave - all[i].length(), all[i].start);
  }
  return all;
}

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
