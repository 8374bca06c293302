// Traffic of the hour, from its definition: for tests, which are in UTC.
#pragma once

#include <paidan/model/problem.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace paidan_test {

class RushHours {
 public:
  explicit RushHours(const paidan::Problem& problem) : data_(problem.data()) {
    std::int64_t first = INT64_MAX;
    std::int64_t last = INT64_MIN;
    for (const paidan::Technician& person : data_.technicians) {
      for (const paidan::Shift& shift : person.shifts) {
        first = std::min(first, shift.start.seconds);
        last = std::max(last, (shift.end + shift.overtime_cap).seconds);
      }
    }
    if (first > last) return;
    from_ = (first / 86'400 - 1) * 86'400 - data_.origin.seconds;
    to_ = (last / 86'400 + 2) * 86'400 - data_.origin.seconds;
  }

  /// When somebody who leaves then has driven a way of so many seconds.
  [[nodiscard]] std::int64_t there(std::size_t profile, std::int64_t departure, std::int64_t seconds) const {
    if (data_.profiles[profile].bands.empty()) return departure + seconds;
    std::int64_t way = seconds << 30U;
    while (way > 0) {
      const Stretch now = stretch(profile, departure);
      const std::int64_t a_second = ((std::int64_t{100} << 30U) + now.percent - 1) / now.percent;
      const std::int64_t most = now.until - departure;
      const std::int64_t rest = way / a_second + (way % a_second != 0 ? 1 : 0);
      if (rest <= most) return departure + rest;
      way -= most * a_second;
      departure = now.until;
    }
    return departure;
  }
  /// The last departure that is there by then.
  [[nodiscard]] std::int64_t off(std::size_t profile, std::int64_t arrival, std::int64_t seconds) const {
    if (data_.profiles[profile].bands.empty()) return arrival - seconds;
    std::int64_t departure = arrival - seconds;
    for (std::int64_t step = std::int64_t{1} << 20; step > 0; step /= 2) {
      while (there(profile, departure, seconds) > arrival) departure -= step;
      if (step > 1) departure += step;
    }
    return departure;
  }

 private:
  struct Stretch {
    std::int64_t percent = 100;
    std::int64_t until = 0;
  };

  [[nodiscard]] Stretch stretch(std::size_t profile, std::int64_t s) const {
    if (s < from_) return {100, from_};
    if (s >= to_) return {100, std::int64_t{1} << 50};
    const std::int64_t now = data_.origin.seconds + s;
    const std::int64_t midnight = now / 86'400 * 86'400;
    const std::int64_t weekday = (now / 86'400 + 3) % 7 + 1;
    Stretch found{100, midnight + 86'400};
    for (const paidan::travel::TravelBand& band : data_.profiles[profile].bands) {
      const bool today = band.weekdays.empty() ||
                         std::find(band.weekdays.begin(), band.weekdays.end(), weekday) != band.weekdays.end();
      if (!today) continue;
      const std::int64_t from = midnight + band.from.seconds;
      const std::int64_t to = midnight + band.to.seconds;
      if (now < from) found.until = std::min(found.until, from);
      if (from <= now && now < to) found = {band.percent, std::min(found.until, to)};
    }
    found.until = std::min(found.until - data_.origin.seconds, to_);
    return found;
  }

  const paidan::ProblemData& data_;
  std::int64_t from_ = 0;
  std::int64_t to_ = 0;
};

}  // namespace paidan_test
