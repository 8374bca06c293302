#pragma once

#include <paidan/routing/detail/region_problem.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace region_detail {

/// Places where somebody begins, ends or is awaited, rising.
inline std::vector<LocationIndex> places_of(const Dense& dense, const Region& region) {
  std::vector<LocationIndex> places;
  for (const std::uint32_t order : region.orders) places.push_back(dense.orders.location[order]);
  for (const std::uint32_t tour : region.tours) {
    places.push_back(dense.shifts.start_location[tour]);
    if (dense.shifts.end_location[tour].valid()) places.push_back(dense.shifts.end_location[tour]);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

/// The ways between these places, as they are; entries of compounds come on top in the region, too.
inline TravelProfile profile_of(const TravelProfile& whole, const travel::Source& ways,
                                std::span<const LocationIndex> places) {
  TravelProfile profile;
  profile.id = whole.id;
  profile.bands = whole.bands;
  profile.matrix.emplace();
  travel::MatrixData& matrix = *profile.matrix;
  matrix.size = places.size();
  const bool metres = !whole.matrix || !whole.matrix->metres.empty();
  matrix.seconds.reserve(places.size() * places.size());
  if (metres) matrix.metres.reserve(places.size() * places.size());
  std::vector<travel::Leg> legs(places.size());
  for (const LocationIndex from : places) {
    ways.row(from, places, legs);
    for (const travel::Leg& leg : legs) {
      matrix.seconds.push_back(leg.reachable() ? leg.seconds : -1);
      if (metres) matrix.metres.push_back(leg.reachable() ? leg.metres : 0);
    }
  }
  return profile;
}

/// Those in which one of these places lies.
inline std::vector<Compound> compounds_of(const ProblemData& whole, std::span<const Location> places) {
  std::set<std::string_view> there;
  for (const Location& place : places) there.insert(place.compound);
  std::vector<Compound> compounds;
  for (const Compound& one : whole.compounds) {
    if (there.count(one.id) != 0) compounds.push_back(one);
  }
  return compounds;
}

/// With the shifts that lie in the region; `first` is the number of the technician's first.
inline Technician technician_of(const Problem& problem, const Technician& whole, std::uint32_t first,
                                std::span<const std::uint32_t> tours) {
  Technician one = whole;
  one.shifts.clear();
  bool at_home = false;
  std::int32_t first_day = std::numeric_limits<std::int32_t>::max();
  for (const std::uint32_t tour : tours) {
    first_day = std::min(first_day, problem.dense().shifts.local_day[tour]);
    const Shift& shift = whole.shifts[tour - first];
    at_home = at_home || !shift.start_location || (!shift.end_location && !shift.open_end);
    one.shifts.push_back(shift);
  }
  // Certificates that have run out by then say nothing – but a problem does, of who is pinned to them.
  std::erase_if(one.skills,
                [&](const SkillHeld& held) { return held.valid_until && held.valid_until->days < first_day; });
  // A home from where nobody leaves need not be among the places.
  if (!at_home) one.home = problem.data().locations[problem.dense().shifts.start_location[tours.front()].at()].id;
  return one;
}

}  // namespace region_detail

PAIDAN_INLINE Problem region_problem(const Problem& problem, const Region& region) {
  using namespace region_detail;
  const ProblemData& whole = problem.data();
  const Dense& dense = problem.dense();
  ProblemData data;
  data.origin = whole.origin;
  data.zone = whole.zone;
  data.objective = whole.objective;
  data.skills = whole.skills;
  data.limits = whole.limits;
  data.closures = whole.closures;
  const std::vector<LocationIndex> places = places_of(dense, region);
  for (const LocationIndex place : places) data.locations.push_back(whole.locations[place.at()]);
  data.compounds = compounds_of(whole, data.locations);
  std::vector<std::uint8_t> used(whole.profiles.size(), 0);
  const TechnicianIndex first = dense.shifts.technician[region.tours.front()];
  data.technicians.resize(whole.technicians.size());
  std::size_t at = 0;
  for (std::size_t t = 0; t < whole.technicians.size(); ++t) {
    const std::size_t begin = at;
    while (at < region.tours.size() && region.tours[at] < dense.technicians.first_shift[t + 1]) ++at;
    Technician& one = data.technicians[t];
    if (at > begin) {
      one = technician_of(problem, whole.technicians[t], dense.technicians.first_shift[t],
                          std::span(region.tours).subspan(begin, at - begin));
      used[dense.technicians.profile[t].at()] = 1;
      continue;
    }
    // At the pace of somebody who is there: no table is made for those who are not.
    const Technician& like = whole.technicians[first.at()];
    one.id = whole.technicians[t].id;
    one.rating = whole.technicians[t].rating;
    one.profile = like.profile;
    one.speed_percent = like.speed_percent;
    one.efficiency_percent = like.efficiency_percent;
  }
  for (std::size_t p = 0; p < whole.profiles.size(); ++p) {
    if (used[p] != 0) data.profiles.push_back(profile_of(whole.profiles[p], dense.profiles[p], places));
  }
  data.orders.reserve(region.orders.size());
  for (const std::uint32_t order : region.orders) data.orders.push_back(whole.orders[order]);
  return Problem(std::move(data));
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
