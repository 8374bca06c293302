// Small grounds with everything that can differ: own homes, open ends, one-way legs, narrow windows, heavy loads.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/ground.hpp>

#include <cstdlib>
#include <utility>
#include <vector>

namespace anneal_test {

using namespace paidan;
namespace anneal = paidan::routing::anneal;
using anneal::Index;

/// Legs and times alike in larger units, so that legs need four bytes.
inline void enlarge(anneal::GroundRows& rows) {
  constexpr std::int32_t factor = 1000;
  for (std::int32_t& leg : rows.legs) leg = leg == anneal::limit ? leg : leg * factor;
  for (anneal::VisitRow& visit : rows.visits) {
    visit.earliest *= factor;
    visit.latest *= factor;
    visit.service *= factor;
  }
  for (anneal::RouteRow& route : rows.routes) {
    route.earliest *= factor;
    route.latest *= factor;
  }
}

inline anneal::GroundRows random_rows(SplitMix64& random, std::uint32_t most_visits, std::uint32_t most_routes) {
  anneal::GroundRows rows;
  rows.places = 2 + random.below(most_visits + 3);
  std::vector<std::pair<std::int64_t, std::int64_t>> at;
  for (std::size_t i = 0; i < rows.places; ++i) at.emplace_back(random.below(60), random.below(60));
  const bool one_way = random.below(3) == 0;
  const bool crooked = random.below(5) == 0;  // any leg may be longer than a detour, or missing
  for (std::size_t a = 0; a < rows.places; ++a) {
    for (std::size_t b = 0; b < rows.places; ++b) {
      const std::int64_t way = std::abs(at[a].first - at[b].first) + std::abs(at[a].second - at[b].second);
      const bool detour = one_way && a != b;
      if (crooked && a != b) {
        rows.legs.push_back(random.below(12) == 0 ? anneal::limit : static_cast<std::int32_t>(random.below(100)));
      } else {
        rows.legs.push_back(static_cast<std::int32_t>(way + (detour ? random.below(10) : 0)));
      }
    }
  }
  const std::uint32_t places = static_cast<std::uint32_t>(rows.places);
  const std::uint32_t tight = random.below(3);  // 0: hardly any window
  for (std::uint32_t i = 0, count = 1 + random.below(most_visits); i < count; ++i) {
    const auto from = static_cast<std::int32_t>(tight == 0 ? 0 : random.below(300));
    const auto width = static_cast<std::int32_t>(tight == 0 ? 600 : 20 + random.below(tight == 1 ? 200 : 60));
    rows.visits.push_back({.place = random.below(places),
                           .earliest = from,
                           .latest = from + width,
                           .service = static_cast<std::int32_t>(random.below(30)),
                           .load = static_cast<std::int32_t>(random.below(10)),
                           .weight = static_cast<std::int32_t>(1 + random.below(3))});
  }
  const bool alike = random.below(2) == 0;
  for (std::uint32_t i = 0, count = 1 + random.below(most_routes); i < count; ++i) {
    if (alike && i > 0) {
      rows.routes.push_back(rows.routes.front());
      continue;
    }
    const Index start = random.below(places);
    const std::uint32_t end = random.below(3);
    const auto from = static_cast<std::int32_t>(random.below(100));
    rows.routes.push_back({.start = start,
                           .end = end == 0   ? start
                                  : end == 1 ? anneal::none
                                             : random.below(places),
                           .earliest = from,
                           .latest = from + 200 + static_cast<std::int32_t>(random.below(300)),
                           .capacity = static_cast<std::int32_t>(10 + random.below(40))});
  }
  if (random.below(4) == 0) enlarge(rows);
  return rows;
}

}  // namespace anneal_test
