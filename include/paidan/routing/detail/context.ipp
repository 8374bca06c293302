#pragma once

#include <paidan/routing/detail/context.hpp>

#include <paidan/constraints/eligibility.hpp>
#include <paidan/constraints/pair_cost.hpp>
#include <paidan/model/detail/lists.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

inline constexpr std::size_t max_table_legs = 16'000'000;  // 128 MB, twice that where ways differ by direction
inline constexpr std::size_t max_pair_table = 4'000'000;   // 16 MB

}  // namespace routing_detail

PAIDAN_INLINE Context::Context(Problem problem)
    : problem_(std::move(problem)), dense_(&problem_.dense()), weights_(&problem_.data().objective) {
  for (const std::int64_t cost : dense_->orders.unserved_cost) unserved_total_ += cost;
  for (const FairnessPiece& piece : weights_->fairness) has_fairness_ = has_fairness_ || piece.per_second > 0;
  build_travel();
  build_pairs();
}

PAIDAN_INLINE void Context::build_travel() {
  std::vector<std::pair<std::uint32_t, std::int32_t>> kinds;
  for (const travel::Source& source : dense_->profiles) locations_ = std::max(locations_, source.size());
  for (std::size_t t = 0; t < technician_count(); ++t) {
    const std::pair kind{dense_->technicians.profile[t].value, dense_->technicians.speed_percent[t]};
    const auto found = std::find(kinds.begin(), kinds.end(), kind);
    table_of_.push_back(static_cast<std::uint32_t>(found - kinds.begin()));
    if (found != kinds.end()) continue;
    kinds.push_back(kind);
    if (kinds.size() * locations_ * locations_ > routing_detail::max_table_legs) return;
  }
  std::vector<LocationIndex> all;
  for (std::size_t i = 0; i < locations_; ++i) all.emplace_back(i);
  std::vector<travel::Leg> legs(locations_);
  // Ways from places where nobody begins, ends or is awaited are never asked for.
  std::vector<std::uint8_t> used(locations_, 0);
  for (const LocationIndex place : dense_->orders.location) used[place.at()] = 1;
  for (const LocationIndex place : dense_->shifts.start_location) used[place.at()] = 1;
  for (const LocationIndex place : dense_->shifts.end_location) {
    if (place.valid()) used[place.at()] = 1;
  }
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) tables_.emplace_back(locations_ * locations_);
  // A profile's ways are asked for once, however many paces there are.
  for (std::uint32_t profile = 0; profile < dense_->profiles.size(); ++profile) {
    const auto of_profile = [&](const auto& kind) { return kind.first == profile; };
    if (std::none_of(kinds.begin(), kinds.end(), of_profile)) continue;
    for (std::size_t from = 0; from < locations_; ++from) {
      if (used[from] == 0) continue;
      dense_->profiles[profile].row(all[from], all, legs);
      for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (!of_profile(kinds[kind])) continue;
        constraints::Hop* row = tables_[kind].data() + from * locations_;
        for (std::size_t to = 0; to < locations_; ++to) row[to] = constraints::at_speed(legs[to], kinds[kind].second);
      }
    }
  }
  for (const std::vector<constraints::Hop>& table : tables_) {
    bool symmetric = true;
    for (std::size_t from = 0; from < locations_ && symmetric; ++from) {
      for (std::size_t to = 0; to < from && symmetric; ++to)
        symmetric = used[from] == 0 || used[to] == 0 || table[from * locations_ + to] == table[to * locations_ + from];
    }
    std::vector<constraints::Hop>& back = backs_.emplace_back();
    if (symmetric) continue;
    back.resize(table.size());
    for (std::size_t from = 0; from < locations_; ++from) {
      for (std::size_t to = 0; to < locations_; ++to) back[to * locations_ + from] = table[from * locations_ + to];
    }
  }
}

PAIDAN_INLINE constraints::Hop Context::far_hop(std::uint32_t technician, std::uint32_t from, std::uint32_t to) const {
  return constraints::hop(*dense_, TechnicianIndex(technician), LocationIndex(from), LocationIndex(to));
}

PAIDAN_INLINE void Context::build_pairs() {
  const Lists<ShiftIndex> eligible = constraints::eligible_shifts(problem_);
  const std::size_t orders = order_count();
  const bool all = eligible.values.size() <= max_pairs;
  const std::size_t most = orders == 0 ? 0 : std::max<std::size_t>(16, max_pairs / orders);
  std::vector<ShiftIndex> kept;
  pair_begin_.push_back(0);
  for (std::size_t o = 0; o < orders; ++o) {
    const auto list = eligible[o];
    kept.assign(list.begin(), list.end());
    if (!all && kept.size() > most) {
      const auto nearer = [&](ShiftIndex a, ShiftIndex b) {
        const auto way = [&](ShiftIndex s) {
          const auto leg = hop(dense_->shifts.technician[s.at()].value, dense_->shifts.start_location[s.at()].value,
                               dense_->orders.location[o].value);
          return std::pair{leg.reachable() ? leg.seconds : std::numeric_limits<std::int32_t>::max(), s};
        };
        return way(a) < way(b);
      };
      std::nth_element(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(most), kept.end(), nearer);
      kept.resize(most);
      std::sort(kept.begin(), kept.end());
    }
    for (const ShiftIndex shift : kept) {
      pair_shift_.push_back(shift.value);
      pair_cost_.push_back(constraints::pair_cost(problem_, OrderIndex(o), shift).total() -
                           dense_->orders.unserved_cost[o]);
    }
    pair_begin_.push_back(pair_shift_.size());
  }
  if (orders * shift_count() > routing_detail::max_pair_table) return;
  pair_at_.assign(orders * shift_count(), no_pair);
  for (std::size_t o = 0; o < orders; ++o) {
    for (std::size_t p = pair_begin_[o]; p < pair_begin_[o + 1]; ++p) {
      pair_at_[o * shift_count() + pair_shift_[p]] = static_cast<std::uint32_t>(p);
    }
  }
}

PAIDAN_INLINE std::uint32_t Context::find_pair(std::uint32_t order, std::uint32_t shift) const {
  if (!pair_at_.empty()) return pair_at_[std::size_t{order} * shift_count() + shift];
  const auto first = pair_shift_.begin() + static_cast<std::ptrdiff_t>(pair_begin_[order]);
  const auto last = pair_shift_.begin() + static_cast<std::ptrdiff_t>(pair_begin_[order + 1]);
  const auto found = std::lower_bound(first, last, shift);
  if (found == last || *found != shift) return no_pair;
  return static_cast<std::uint32_t>(found - pair_shift_.begin());
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
