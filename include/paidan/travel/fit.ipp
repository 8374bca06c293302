#pragma once

#include <paidan/travel/fit.hpp>

#include <paidan/travel/bands.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/straight_line.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

namespace fit_detail {

inline constexpr std::size_t fewest_of_hour = 20;
inline constexpr std::size_t fewest_with_metres = 30;
inline constexpr double nearest_m = 100;    ///< nearer places are one
inline constexpr double quickest_mps = 50;  ///< 180 km/h in a straight line
inline constexpr double slowest_mps = 0.1;
inline constexpr std::size_t every = 5;   ///< held back
inline constexpr std::int32_t alike = 8;  ///< percent by which hours of one band may differ

/// The element at this share of the sorted list; 0 of an empty one.
inline double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(std::llround(share * static_cast<double>(values.size() - 1)));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}
inline double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

/// A drive in numbers.
struct Row {
  double straight_m = 0;
  double took_s = 0;
  std::size_t hour = 0;
  bool weekend = false;
  const Drive* drive = nullptr;
};

/// Straight metres by the library's own plane, two places at a time: drives of several towns may stand together.
inline double straight_metres(const GeoPoint& from, const GeoPoint& to) {
  const std::array<GeoPoint, 2> ends{from, to};
  const StraightLineOptions straight{.detour_percent = 100, .speed_metres_per_hour = 25'000, .stop_seconds = 0};
  if (from.datum == to.datum && !StraightLine::validate(ends, straight).empty()) return 1e9;  // a thousand km or more
  const StraightLine line(ends, straight);
  return line.leg(LocationIndex(0), LocationIndex(1)).metres;
}

/// What a drive takes by the hour, hours of working days first.
using Hours = std::array<double, 48>;

/// Time = (stop + road · slowness) × the hour's factor.
struct Model {
  double stop_s = 0;
  double per_metre = 0;  ///< seconds, of road
  double detour = 1;
  [[nodiscard]] double free_s(const Row& row) const { return stop_s + row.straight_m * detour * per_metre; }
};

inline std::size_t bucket(const Row& row) { return row.hour + (row.weekend ? 24U : 0U); }

/// Line through (road metres, seconds on free roads) with least absolute deviations; neither part negative.
inline void fit_line(std::span<const Row> rows, const Hours& hours, Model& model) {
  for (int round = 0; round < 30; ++round) {
    double w = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const Row& row : rows) {
      const double metres = row.straight_m * model.detour;
      const double seconds = row.took_s / hours[bucket(row)];
      const double off = std::abs(seconds - model.free_s(row));
      const double weight = round == 0 ? 1 : 1 / std::max(off, 5.0);
      w += weight;
      x += weight * metres;
      y += weight * seconds;
      xx += weight * metres * metres;
      xy += weight * metres * seconds;
    }
    const double spread = w * xx - x * x;
    double slope = spread > 0 ? (w * xy - x * y) / spread : 0;
    double base = (y - slope * x) / w;
    if (base < 0 || slope <= 0) {  // the line through the origin
      base = 0;
      slope = xy / xx;
    }
    model.stop_s = std::min(base, 3'600.0);
    model.per_metre = slope;
  }
}

/// Medians by hour, in units of free roads: of the quickest hours, by all that are alike.
inline Hours fit_hours(std::span<const Row> rows, const Model& model, bool apart) {
  std::array<std::vector<double>, 48> of;
  for (const Row& row : rows) {
    const double factor = row.took_s / std::max(1.0, model.free_s(row));
    if (apart) {
      of[bucket(row)].push_back(factor);
    } else {
      of[row.hour].push_back(factor);
      of[row.hour + 24].push_back(factor);
    }
  }
  Hours hours;
  Hours drives;
  hours.fill(0);
  drives.fill(0);
  double quickest = 0;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    if (of[i].size() < fewest_of_hour) continue;
    drives[i] = static_cast<double>(of[i].size());
    hours[i] = median(std::move(of[i]));
    if (quickest == 0 || hours[i] < quickest) quickest = hours[i];
  }
  double sum = 0;
  double count = 0;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    if (drives[i] == 0 || hours[i] * 100 > quickest * (100 + alike)) continue;
    sum += hours[i] * drives[i];
    count += drives[i];
  }
  const double free = count > 0 && sum > 0 ? sum / count : 1;
  for (double& hour : hours) hour = hour > 0 ? hour / free : 1;
  return hours;
}

/// Hours that are alike, one behind the other, as bands.
inline void add_bands(const Hours& hours, std::size_t first, std::vector<std::int32_t> weekdays,
                      std::vector<TravelBand>& bands) {
  std::array<std::int32_t, 24> percent{};
  for (std::size_t hour = 0; hour < 24; ++hour)
    percent[hour] = std::clamp(static_cast<std::int32_t>(std::lround(hours[first + hour] * 100)), least_band_percent,
                               most_band_percent);
  for (std::size_t from = 0; from < 24;) {
    std::size_t to = from;
    std::int32_t sum = 0;
    for (; to < 24 && std::abs(percent[to] - percent[from]) <= alike; ++to) sum += percent[to];
    const auto count = static_cast<std::int32_t>(to - from);
    const std::int32_t mean = (2 * sum + count) / (2 * count);
    if (mean > 100 + alike / 2)
      bands.push_back(
          {{static_cast<std::int32_t>(from) * 3'600}, {static_cast<std::int32_t>(to) * 3'600}, mean, weekdays});
    from = to;
  }
}

/// Those of working days and weekends; hours that are alike on both are one band.
inline std::vector<TravelBand> bands_of(const Hours& hours, bool apart) {
  std::vector<TravelBand> bands;
  if (!apart) {
    add_bands(hours, 0, {}, bands);
    return bands;
  }
  add_bands(hours, 0, {1, 2, 3, 4, 5}, bands);
  std::vector<TravelBand> weekend;
  add_bands(hours, 24, {6, 7}, weekend);
  for (TravelBand& other : weekend) {
    const auto same = std::find_if(bands.begin(), bands.end(), [&](const TravelBand& one) {
      return one.from == other.from && one.to == other.to && std::abs(one.percent - other.percent) <= alike;
    });
    if (same == bands.end()) {
      bands.push_back(std::move(other));
    } else {
      same->percent = (5 * same->percent + 2 * other.percent + 3) / 7;
      same->weekdays.clear();
    }
  }
  return bands;
}

/// What the library would say of these drives, against what they took.
inline FitError error_of(std::string_view by, std::span<const Row> rows, const StraightLineOptions& options,
                         std::span<const TravelBand> bands) {
  std::vector<double> off;
  double sum = 0;
  for (const Row& row : rows) {
    const std::array<GeoPoint, 2> ends{row.drive->from, row.drive->to};
    const std::int64_t free_s = StraightLine(ends, options).leg(LocationIndex(0), LocationIndex(1)).seconds;
    const Instant midnight{std::int64_t{row.drive->left.date.days} * 86'400};
    const std::int64_t left = row.drive->left.time.seconds;
    const Bands traffic(bands, {}, midnight, midnight, midnight);
    const std::int64_t takes = traffic.empty() ? free_s : traffic.arrival(left, free_s) - left;
    off.push_back(std::abs(static_cast<double>(takes) - row.took_s));
    sum += static_cast<double>(takes) - row.took_s;
  }
  const auto whole = [](double seconds) { return Duration{std::llround(seconds)}; };
  const double mean = off.empty() ? 0 : sum / static_cast<double>(off.size());
  return {std::string(by), whole(quantile(off, 0.5)), whole(quantile(off, 0.9)), whole(mean)};
}

inline StraightLineOptions options_of(const Model& model) {
  const double speed = 3'600 / model.per_metre;  // drives take time
  return {
      .detour_percent = std::clamp(static_cast<std::int32_t>(std::lround(model.detour * 100)), 100, 1'000),
      .speed_metres_per_hour = std::clamp(static_cast<std::int32_t>(std::lround(std::min(speed, 1e6))), 1'000, 200'000),
      .stop_seconds = static_cast<std::int32_t>(std::lround(model.stop_s))};
}

}  // namespace fit_detail

PAIDAN_INLINE TravelFit fit(std::span<const Drive> drives) {
  namespace detail = fit_detail;
  TravelFit result;
  std::vector<detail::Row> used;
  std::vector<detail::Row> kept;
  std::vector<double> detours;
  for (const Drive& drive : drives) {
    ++result.drives;
    detail::Row row{.straight_m = detail::straight_metres(drive.from, drive.to),
                    .took_s = static_cast<double>(drive.took.seconds),
                    .hour = static_cast<std::size_t>(drive.left.time.seconds / 3'600),
                    .weekend = drive.left.date.weekday() > 5,
                    .drive = &drive};
    const double speed = row.took_s > 0 ? row.straight_m / row.took_s : 0;
    if (row.straight_m < detail::nearest_m || speed < detail::slowest_mps || speed > detail::quickest_mps ||
        row.hour > 23) {
      ++result.left_out;
      continue;
    }
    const bool held = (used.size() + kept.size()) % detail::every == detail::every - 1;
    const auto road_m = static_cast<double>(drive.metres.value_or(0));
    if (road_m >= row.straight_m) {
      if (!held) detours.push_back(road_m / row.straight_m);
    } else {
      ++result.without_metres;
    }
    (held ? kept : used).push_back(row);
  }
  if (used.size() + kept.size() < fewest_drives) {
    throw InvalidInput({&errors::too_few_drives,
                        "drives",
                        0,
                        {{"count", std::to_string(used.size() + kept.size())},
                         {"all", std::to_string(drives.size())},
                         {"least", std::to_string(fewest_drives)}}});
  }
  detail::Model model;
  model.detour = detours.size() >= detail::fewest_with_metres
                     ? std::clamp(detail::median(std::move(detours)), 1.0, 10.0)
                     : StraightLineOptions{}.detour_percent / 100.0;
  model.detour = static_cast<double>(std::lround(model.detour * 100)) / 100;
  detail::Hours hours;
  hours.fill(1);
  detail::fit_line(used, hours, model);
  const detail::Model flat = model;
  std::array<std::size_t, 2> days{};
  for (const detail::Row& row : used) ++days[row.weekend ? 1 : 0];
  const bool apart = std::min(days[0], days[1]) >= detail::fewest_of_hour * 8;
  for (int round = 0; round < 10; ++round) {
    hours = detail::fit_hours(used, model, apart);
    detail::fit_line(used, hours, model);
  }
  result.straight_line = detail::options_of(model);
  result.bands = detail::bands_of(hours, apart);
  result.held_back = static_cast<std::int32_t>(kept.size());
  result.errors = {detail::error_of("fitted", kept, result.straight_line, result.bands),
                   detail::error_of("one speed", kept, detail::options_of(flat), {}),
                   detail::error_of("assumed", kept, {}, {})};
  return result;
}

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI
