#pragma once

#include <paidan/routing/detail/regions.hpp>

#include <paidan/routing/detail/anneal/fixed_point.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace regions_detail {

/// Orders in no tour that a region looks at, in sizes of regions.
inline constexpr std::size_t most_absent = 4;

/// What is not cut: one tour, or all of a technician.
struct Unit {
  std::vector<std::uint32_t> tours;
  LocationIndex place;  ///< of one of its visits; where it begins if there is none
  std::size_t visits = 0;
  std::int64_t key = 0;
};

struct Absent {
  std::uint32_t order = 0;
  std::int64_t key = 0;
};

/// Halves units until each part has about the wanted number of orders.
class Cutter {
 public:
  Cutter(const Problem& problem, const Visits& visits, std::size_t size, std::uint64_t seed)
      : problem_(&problem), visits_(&visits), size_(size), random_(seed) {}

  void split(std::span<Unit> units, std::span<Absent> absent) {
    std::size_t visits = 0;
    std::size_t tours = 0;
    for (const Unit& unit : units) {
      visits += unit.visits;
      tours += unit.tours.size();
    }
    const std::size_t wanted = (visits + absent.size() + size_ / 2) / size_;
    const std::size_t parts = std::min(std::max<std::size_t>(1, wanted), units.size());
    if (parts == 1) return emit(units, absent);
    find_keys(units, absent);
    // Left of the cut is its share of the visits – of the tours, where hardly any are visited yet.
    const std::size_t all = visits + tours;
    std::size_t left = 0;
    std::size_t left_tours = 0;
    std::size_t so_far = 0;
    while (left + 1 < units.size() && (left == 0 || so_far * parts < all * (parts / 2))) {
      so_far += units[left].visits + units[left].tours.size();
      left_tours += units[left].tours.size();
      ++left;
    }
    std::size_t cut = 0;
    if (absent.size() > visits) {
      cut = absent.size() * left_tours / tours;
    } else {
      const std::int64_t last = units[left - 1].key;
      cut = static_cast<std::size_t>(
          std::partition_point(absent.begin(), absent.end(), [&](const Absent& one) { return one.key <= last; }) -
          absent.begin());
    }
    split(units.first(left), absent.first(cut));
    split(units.subspan(left), absent.subspan(cut));
  }

  [[nodiscard]] std::vector<Region>& regions() { return regions_; }

  /// A visit of these tours, drawn; where the first begins if there is none.
  [[nodiscard]] LocationIndex place_of(std::span<const std::uint32_t> tours, std::size_t visits) {
    const Dense& dense = problem_->dense();
    if (visits == 0) return dense.shifts.start_location[tours.front()];
    std::size_t left = random_.below(static_cast<std::uint32_t>(visits));
    for (const std::uint32_t tour : tours) {
      const auto& there = (*visits_)[tour];
      if (left < there.size()) return dense.orders.location[there[left]];
      left -= there.size();
    }
    return dense.shifts.start_location[tours.front()];
  }

 private:
  [[nodiscard]] std::int64_t way(LocationIndex from, LocationIndex to) const {
    const travel::Leg leg = ways_->leg(from, to);
    return leg.reachable() ? leg.seconds : std::numeric_limits<std::int32_t>::max();
  }

  /// By how much nearer to one tour, drawn, than to the one farthest from it; sorted by that.
  void find_keys(std::span<Unit> units, std::span<Absent> absent) {
    const Dense& dense = problem_->dense();
    const TechnicianIndex technician = dense.shifts.technician[units.front().tours.front()];
    ways_ = &dense.profiles[dense.technicians.profile[technician.at()].at()];
    const LocationIndex here = units[random_.below(static_cast<std::uint32_t>(units.size()))].place;
    LocationIndex there = here;
    std::int64_t farthest = -1;
    for (const Unit& unit : units) {
      const std::int64_t far = way(here, unit.place);
      if (far <= farthest) continue;
      farthest = far;
      there = unit.place;
    }
    const auto key = [&](LocationIndex place) { return way(here, place) - way(there, place); };
    for (Unit& unit : units) unit.key = key(unit.place);
    for (Absent& one : absent) one.key = key(dense.orders.location[one.order]);
    std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) {
      return std::pair{a.key, a.tours.front()} < std::pair{b.key, b.tours.front()};
    });
    std::sort(absent.begin(), absent.end(), [](const Absent& a, const Absent& b) {
      return std::pair{a.key, a.order} < std::pair{b.key, b.order};
    });
  }

  void emit(std::span<Unit> units, std::span<Absent> absent) {
    Region region;
    for (const Unit& unit : units) {
      for (const std::uint32_t tour : unit.tours) {
        region.tours.push_back(tour);
        region.orders.insert(region.orders.end(), (*visits_)[tour].begin(), (*visits_)[tour].end());
      }
    }
    // Far more than anybody could do are asked for a part at a time.
    const std::size_t asked = std::min(absent.size(), most_absent * size_);
    const std::size_t from = asked < absent.size() ? random_.below(static_cast<std::uint32_t>(absent.size())) : 0;
    for (std::size_t i = 0; i < asked; ++i) region.orders.push_back(absent[(from + i) % absent.size()].order);
    std::sort(region.tours.begin(), region.tours.end());
    std::sort(region.orders.begin(), region.orders.end());
    regions_.push_back(std::move(region));
  }

  const Problem* problem_;
  const Visits* visits_;
  std::size_t size_;
  SplitMix64 random_;
  const travel::Source* ways_ = nullptr;
  std::vector<Region> regions_;
};

/// The tours of one day, and who is to be visited then besides.
struct Day {
  std::vector<std::uint32_t> tours;
  std::vector<Absent> absent;
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
  std::int64_t hours_s = 0;
  std::int64_t work_s = 0;  ///< service of those who are to be visited
};

/// Is more of the hours of one day taken than of another's?
inline bool fuller(const Day& day, const Day& other) {
  using Wide = anneal::Wide;
  return Wide{static_cast<std::uint64_t>(day.work_s)} * static_cast<std::uint64_t>(other.hours_s) >
         Wide{static_cast<std::uint64_t>(other.work_s)} * static_cast<std::uint64_t>(day.hours_s);
}

/// Days on which an order may be served, those before it is due if there are any.
inline std::vector<std::size_t> days_of(const Dense& dense, const std::vector<Day>& days, std::uint32_t order) {
  std::vector<std::size_t> in_time;
  std::vector<std::size_t> late;
  for (std::size_t d = 0; d < days.size(); ++d) {
    const auto starts = dense.orders.starts[order];
    const bool open = std::any_of(starts.begin(), starts.end(), [&](const Interval& one) {
      return one.low <= days[d].last && one.high >= days[d].first;
    });
    if (open) (days[d].first <= dense.orders.due_s[order] ? in_time : late).push_back(d);
  }
  return in_time.empty() ? late : in_time;
}

/// By the local date on which they begin.
inline std::vector<Day> days_of(const Problem& problem) {
  const ShiftColumns& shifts = problem.dense().shifts;
  std::map<std::int32_t, Day> by_date;
  for (std::uint32_t tour = 0; tour < problem.shift_count(); ++tour) {
    Day& day = by_date[shifts.local_day[tour]];
    day.tours.push_back(tour);
    day.first = std::min(day.first, shifts.start_s[tour]);
    day.last = std::max(day.last, shifts.end_s[tour] + shifts.overtime_cap_s[tour]);
    day.hours_s += shifts.end_s[tour] - shifts.start_s[tour];
  }
  std::vector<Day> days;
  for (auto& [date, day] : by_date) days.push_back(std::move(day));
  return days;
}

inline std::vector<std::uint32_t> absent_of(const Problem& problem, const Visits& visits) {
  std::vector<std::uint8_t> served(problem.order_count(), 0);
  for (const auto& tour : visits) {
    for (const std::uint32_t order : tour) served[order] = 1;
  }
  std::vector<std::uint32_t> absent;
  for (std::uint32_t order = 0; order < served.size(); ++order) {
    if (served[order] == 0) absent.push_back(order);
  }
  return absent;
}

}  // namespace regions_detail

PAIDAN_INLINE bool tours_hang_together(const Problem& problem) {
  const Dense& dense = problem.dense();
  const Objective& weights = problem.data().objective;
  const bool fair = std::any_of(weights.fairness.begin(), weights.fairness.end(),
                                [](const FairnessPiece& piece) { return piece.per_second > 0; });
  const bool parts = !dense.orders.parts.values.empty();
  std::vector<std::uint8_t> capped(dense.tag_caps.size(), 0);
  for (const std::uint32_t row : dense.shifts.tag_caps.values) {
    if (capped[row]++ != 0) return true;
  }
  for (std::size_t t = 0; t < problem.technician_count(); ++t) {
    if (dense.technicians.first_shift[t + 1] - dense.technicians.first_shift[t] < 2) continue;
    if (fair || (parts && !dense.technicians.stock[t].empty())) return true;
  }
  return false;
}

PAIDAN_INLINE std::vector<Region> cut_regions(const Problem& problem, const Visits& visits, Cut cut, std::size_t size,
                                              std::uint64_t seed) {
  using namespace regions_detail;
  const Dense& dense = problem.dense();
  Cutter cutter(problem, visits, size, mix64(seed));
  SplitMix64 random(mix64(seed ^ 0x6461797aULL));
  const std::vector<std::uint32_t> absent = absent_of(problem, visits);
  std::vector<Unit> units;
  const auto add = [&](std::vector<std::uint32_t> tours) {
    std::size_t count = 0;
    for (const std::uint32_t tour : tours) count += visits[tour].size();
    const LocationIndex place = cutter.place_of(tours, count);
    units.push_back({std::move(tours), place, count, 0});
  };
  if (cut == Cut::people) {
    for (std::size_t t = 0; t < problem.technician_count(); ++t) {
      std::vector<std::uint32_t> tours;
      for (std::uint32_t s = dense.technicians.first_shift[t]; s < dense.technicians.first_shift[t + 1]; ++s)
        tours.push_back(s);
      if (!tours.empty()) add(std::move(tours));
    }
    std::vector<Absent> all;
    for (const std::uint32_t order : absent) all.push_back({order, 0});
    if (!units.empty()) cutter.split(units, all);
    return std::move(cutter.regions());
  }
  std::vector<Day> days = days_of(problem);
  const bool begins = absent.size() == problem.order_count();
  for (const std::uint32_t order : absent) {
    const std::vector<std::size_t> open = days_of(dense, days, order);
    if (open.empty()) continue;
    std::size_t chosen = open[random.below(static_cast<std::uint32_t>(open.size()))];
    // At first where most is still free; later whatever day: it was full where it was asked before.
    for (const std::size_t other : open) {
      if (begins && fuller(days[chosen], days[other])) chosen = other;
    }
    days[chosen].work_s += dense.orders.service_s[order];
    days[chosen].absent.push_back({order, 0});
  }
  for (Day& day : days) {
    units.clear();
    for (const std::uint32_t tour : day.tours) add({tour});
    cutter.split(units, day.absent);
  }
  return std::move(cutter.regions());
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
