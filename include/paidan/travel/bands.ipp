#pragma once

#include <paidan/travel/bands.hpp>

#include <paidan/core/ranges.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/fields.hpp>

#include <algorithm>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

namespace bands_detail {

/// Way in these units a second at the speed of the ways.
inline constexpr std::int64_t full = std::int64_t{1} << 30;

inline bool holds_on(const TravelBand& band, std::int32_t weekday) {
  return band.weekdays.empty() || std::find(band.weekdays.begin(), band.weekdays.end(), weekday) != band.weekdays.end();
}

inline std::int32_t percent_at(std::span<const TravelBand> bands, const LocalDateTime& local) {
  const std::int32_t weekday = local.date.weekday();
  for (const TravelBand& band : bands) {
    if (holds_on(band, weekday) && band.from <= local.time && local.time < band.to) return band.percent;
  }
  return 100;
}

/// Moments at which the speed may change: bounds of bands on each local day, and what clocks do in the night.
inline std::vector<Instant> changes(std::span<const TravelBand> bands, const ZoneRules& zone, Date first, Date last) {
  const Instant begin = zone.start_of(first);
  const Instant end = zone.start_of(last + 1);
  std::vector<Instant> moments{begin, end};
  for (Date day = first; day <= last; day = day + 1) {
    for (const TravelBand& band : bands) {
      for (const LocalTime time : {band.from, band.to}) {
        const bool midnight = time.seconds == 86'400;
        const ZoneRules::Resolved at = zone.resolve({midnight ? day + 1 : day, midnight ? LocalTime{0} : time});
        moments.insert(moments.end(), {at.earlier, at.later});
      }
    }
  }
  for (const ZoneRules::Transition& transition : zone.transitions()) moments.push_back({transition.utc_seconds});
  std::erase_if(moments, [&](Instant moment) { return moment < begin || moment > end; });
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  return moments;
}

/// The first weekday on which both hold at one time, if there is one.
inline bool meet(const TravelBand& a, const TravelBand& b, std::int32_t& weekday) {
  if (a.from >= b.to || b.from >= a.to) return false;
  for (weekday = 1; weekday <= 7; ++weekday) {
    if (holds_on(a, weekday) && holds_on(b, weekday)) return true;
  }
  return false;
}

}  // namespace bands_detail

PAIDAN_INLINE std::vector<Error> Bands::validate(std::span<const TravelBand> bands) {
  Errors errors;
  const auto path = [](std::size_t i) { return "bands[" + std::to_string(i) + "]"; };
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const TravelBand& band = bands[i];
    const std::string here = path(i);
    check_ranges(errors, band, here + ".");
    bool fine = check_range(errors, here + ".from", "from", band.from.seconds, 0, 86'400);
    fine = check_range(errors, here + ".to", "to", band.to.seconds, 0, 86'400) && fine;
    for (std::size_t k = 0; k < band.weekdays.size(); ++k)
      check_range(errors, here + ".weekdays[" + std::to_string(k) + "]", "weekdays", band.weekdays[k], 1, 7);
    if (!fine) continue;
    if (band.from >= band.to) {
      errors.add(errors::band_backwards, here, {{"from", band.from.text()}, {"to", band.to.text()}});
      continue;
    }
    for (std::size_t other = 0; other < i; ++other) {
      std::int32_t weekday = 0;
      if (!bands_detail::meet(bands[other], band, weekday)) continue;
      errors.add(errors::bands_overlap, here,
                 {{"time", std::max(band.from, bands[other].from).text()},
                  {"weekday", std::to_string(weekday)},
                  {"first", path(other)}});
      break;
    }
  }
  return errors.told();
}

PAIDAN_INLINE Bands::Bands(std::span<const TravelBand> bands, const ZoneRules& zone, Instant origin, Instant first,
                           Instant last) {
  if (bands.empty()) return;
  const std::vector<Instant> moments =
      bands_detail::changes(bands, zone, zone.to_local(first).date + (-1), zone.to_local(last).date + 1);
  std::int32_t before = 100;
  for (const Instant moment : moments) {
    const bool ends = moment == moments.back();
    const std::int32_t percent = ends ? 100 : bands_detail::percent_at(bands, zone.to_local(moment));
    if (percent == before) continue;
    const std::int64_t at = (moment - origin).seconds;
    from_.push_back(at);
    rate_.push_back((bands_detail::full * 100 + percent - 1) / percent);
    before = percent;
  }
}

PAIDAN_INLINE std::int64_t Bands::arrival(std::int64_t t, std::int64_t way_s) const {
  std::int64_t left = way_s * bands_detail::full;
  auto next = static_cast<std::size_t>(std::upper_bound(from_.begin(), from_.end(), t) - from_.begin());
  for (; next < from_.size(); ++next) {
    const std::int64_t rate = next == 0 ? bands_detail::full : rate_[next - 1];
    const std::int64_t reach = (from_[next] - t) * rate;
    if (left <= reach) return t + (left + rate - 1) / rate;
    left -= reach;
    t = from_[next];
  }
  return t + (left + bands_detail::full - 1) / bands_detail::full;
}

PAIDAN_INLINE std::int64_t Bands::departure(std::int64_t t, std::int64_t way_s) const {
  std::int64_t left = way_s * bands_detail::full;
  auto here = static_cast<std::size_t>(std::lower_bound(from_.begin(), from_.end(), t) - from_.begin());
  for (; here > 0; --here) {
    const std::int64_t rate = rate_[here - 1];
    const std::int64_t reach = (t - from_[here - 1]) * rate;
    if (left <= reach) return t - (left + rate - 1) / rate;
    left -= reach;
    t = from_[here - 1];
  }
  return t - (left + bands_detail::full - 1) / bands_detail::full;
}

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI
