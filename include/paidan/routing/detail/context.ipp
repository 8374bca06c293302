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

}  // namespace routing_detail

PAIDAN_INLINE Context::Context(Problem problem)
    : problem_(std::move(problem)), dense_(&problem_.dense()), weights_(&problem_.data().objective) {
  read_objective();
  build_travel();
  build_pairs();
}

PAIDAN_INLINE Context::Context(Problem problem, const Context& before)
    : problem_(std::move(problem)), dense_(&problem_.dense()), weights_(&problem_.data().objective) {
  read_objective();
  if (!take_travel(before)) build_travel();
  if (!take_pairs(before)) build_pairs();
}

PAIDAN_INLINE void Context::read_objective() {
  for (const std::int64_t cost : dense_->orders.unserved_cost) unserved_total_ += cost;
  for (const FairnessPiece& piece : weights_->fairness) has_fairness_ = has_fairness_ || piece.per_second > 0;
}

/// Ways from places where nobody begins, ends, calls or is awaited are never asked for.
PAIDAN_INLINE std::vector<std::uint8_t> Context::used_places() const {
  std::vector<std::uint8_t> used(locations_, 0);
  for (const LocationIndex place : dense_->orders.location) used[place.at()] = 1;
  for (const LocationIndex place : dense_->depots.location) used[place.at()] = 1;
  for (const LocationIndex place : dense_->shifts.start_location) used[place.at()] = 1;
  for (const LocationIndex place : dense_->shifts.end_location) {
    if (place.valid()) used[place.at()] = 1;
  }
  return used;
}

/// The ways from a place, in each table of this profile, if anybody goes by it.
PAIDAN_INLINE void Context::fill_row(std::uint32_t profile, std::size_t from, std::vector<travel::Leg>& legs) {
  if (std::none_of(paces_.begin(), paces_.end(), [&](const auto& pace) { return pace.first == profile; })) return;
  std::vector<LocationIndex> all;
  for (std::size_t i = 0; i < locations_; ++i) all.emplace_back(i);
  legs.resize(locations_);
  dense_->profiles[profile].row(all[from], all, legs);
  for (std::size_t table = 0; table < paces_.size(); ++table) {
    if (paces_[table].first != profile) continue;
    constraints::Hop* row = tables_[table].data() + from * locations_;
    for (std::size_t to = 0; to < locations_; ++to) row[to] = constraints::at_speed(legs[to], paces_[table].second);
    for (std::size_t to = 0; to < dense_->compounds.of.size(); ++to)
      row[to] = constraints::entered(row[to], dense_->compounds.entry(all[from], all[to]));
  }
}

/// The table with places changed round, where ways are not as long back.
PAIDAN_INLINE void Context::turn_round(std::size_t index) {
  const std::vector<constraints::Hop>& table = tables_[index];
  bool symmetric = true;
  for (std::size_t from = 0; from < locations_ && symmetric; ++from) {
    for (std::size_t to = 0; to < from && symmetric; ++to)
      symmetric = used_[from] == 0 || used_[to] == 0 || table[from * locations_ + to] == table[to * locations_ + from];
  }
  std::vector<constraints::Hop>& back = backs_[index];
  back.clear();
  if (symmetric) return;
  back.resize(table.size());
  for (std::size_t from = 0; from < locations_; ++from) {
    for (std::size_t to = 0; to < locations_; ++to) back[to * locations_ + from] = table[from * locations_ + to];
  }
}

PAIDAN_INLINE void Context::build_travel() {
  for (const travel::Source& source : dense_->profiles) locations_ = std::max(locations_, source.size());
  for (std::size_t t = 0; t < technician_count(); ++t) {
    const std::pair pace{dense_->technicians.profile[t].value, dense_->technicians.speed_percent[t]};
    const auto found = std::find(paces_.begin(), paces_.end(), pace);
    table_of_.push_back(static_cast<std::uint32_t>(found - paces_.begin()));
    if (found != paces_.end()) continue;
    paces_.push_back(pace);
    if (paces_.size() * locations_ * locations_ > routing_detail::max_table_legs) return;
  }
  used_ = used_places();
  for (std::size_t table = 0; table < paces_.size(); ++table) tables_.emplace_back(locations_ * locations_);
  backs_.resize(paces_.size());
  std::vector<travel::Leg> legs;
  // A profile's ways are asked for once, however many paces there are.
  for (std::uint32_t profile = 0; profile < dense_->profiles.size(); ++profile) {
    for (std::size_t from = 0; from < locations_; ++from) {
      if (used_[from] != 0) fill_row(profile, from, legs);
    }
  }
  for (std::size_t table = 0; table < tables_.size(); ++table) turn_round(table);
}

/// False: ways, places or paces are others.
PAIDAN_INLINE bool Context::take_travel(const Context& before) {
  const ProblemData& data = problem_.data();
  const ProblemData& old = before.problem_.data();
  if (before.tables_.empty() || data.locations != old.locations || data.profiles != old.profiles ||
      data.compounds != old.compounds || dense_->technicians.profile != before.dense_->technicians.profile ||
      dense_->technicians.speed_percent != before.dense_->technicians.speed_percent)
    return false;
  locations_ = before.locations_;
  table_of_ = before.table_of_;
  paces_ = before.paces_;
  used_ = used_places();
  tables_ = before.tables_;
  backs_ = before.backs_;
  std::vector<travel::Leg> legs;
  const bool turned = used_ != before.used_;  // whether all are as long back hangs on which are used
  for (std::size_t from = 0; from < locations_; ++from) {
    if (used_[from] == before.used_[from]) continue;
    for (std::size_t table = 0; table < tables_.size() && used_[from] == 0; ++table)
      std::fill_n(tables_[table].begin() + static_cast<std::ptrdiff_t>(from * locations_), locations_,
                  constraints::Hop{});
    for (std::uint32_t profile = 0; profile < dense_->profiles.size() && used_[from] != 0; ++profile)
      fill_row(profile, from, legs);
  }
  for (std::size_t table = 0; table < tables_.size() && turned; ++table) turn_round(table);
  return true;
}

PAIDAN_INLINE constraints::Hop Context::far_hop(std::uint32_t technician, std::uint32_t from, std::uint32_t to) const {
  return constraints::hop(*dense_, TechnicianIndex(technician), LocationIndex(from), LocationIndex(to));
}

PAIDAN_INLINE void Context::add_pairs(std::size_t order, std::span<const ShiftIndex> shifts) {
  for (const ShiftIndex shift : shifts) {
    pair_shift_.push_back(shift.value);
    pair_cost_.push_back(constraints::pair_cost(problem_, OrderIndex(order), shift).total() -
                         dense_->orders.unserved_cost[order]);
  }
  pair_begin_.push_back(pair_shift_.size());
}

PAIDAN_INLINE void Context::build_pairs() {
  const Lists<ShiftIndex> eligible = constraints::eligible_shifts(problem_);
  const std::size_t orders = order_count();
  all_pairs_ = eligible.values.size() <= max_pairs;
  const std::size_t most = orders == 0 ? 0 : std::max<std::size_t>(16, max_pairs / orders);
  std::vector<ShiftIndex> kept;
  std::vector<std::pair<std::int32_t, ShiftIndex>> near;  // by the way there
  pair_begin_.push_back(0);
  for (std::size_t o = 0; o < orders; ++o) {
    const auto list = eligible[o];
    kept.assign(list.begin(), list.end());
    if (!all_pairs_ && kept.size() > most) {
      near.clear();
      for (const ShiftIndex s : kept) {
        const auto leg = hop(dense_->shifts.technician[s.at()].value, dense_->shifts.start_location[s.at()].value,
                             dense_->orders.location[o].value);
        near.emplace_back(leg.reachable() ? leg.seconds : std::numeric_limits<std::int32_t>::max(), s);
      }
      std::nth_element(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(most), near.end());
      kept.clear();
      for (std::size_t i = 0; i < most; ++i) kept.push_back(near[i].second);
      std::sort(kept.begin(), kept.end());
    }
    add_pairs(o, kept);
  }
  index_pairs();
}

/// Of the orders that are the same, counted from the first and from the last. False: technicians or prices are others,
/// or not all pairs were kept.
PAIDAN_INLINE bool Context::take_pairs(const Context& before) {
  const ProblemData& data = problem_.data();
  const ProblemData& old = before.problem_.data();
  if (!before.all_pairs_ || data.technicians != old.technicians || data.objective != old.objective ||
      data.origin != old.origin || data.zone != old.zone)
    return false;
  const auto differ = std::mismatch(data.orders.begin(), data.orders.end(), old.orders.begin(), old.orders.end());
  const auto head = static_cast<std::size_t>(differ.first - data.orders.begin());
  std::size_t tail = 0;
  while (tail < std::min(data.orders.size(), old.orders.size()) - head &&
         data.orders[data.orders.size() - 1 - tail] == old.orders[old.orders.size() - 1 - tail])
    ++tail;
  std::vector<ShiftIndex> shifts;
  pair_begin_.push_back(0);
  const auto take = [&](std::size_t from) {
    const auto first = static_cast<std::ptrdiff_t>(before.pair_begin_[from]);
    const auto last = static_cast<std::ptrdiff_t>(before.pair_begin_[from + 1]);
    pair_shift_.insert(pair_shift_.end(), before.pair_shift_.begin() + first, before.pair_shift_.begin() + last);
    pair_cost_.insert(pair_cost_.end(), before.pair_cost_.begin() + first, before.pair_cost_.begin() + last);
    pair_begin_.push_back(pair_shift_.size());
  };
  for (std::size_t o = 0; o < order_count(); ++o) {
    if (o < head) {
      take(o);
    } else if (o >= order_count() - tail) {
      take(o + old.orders.size() - order_count());
    } else {
      constraints::eligible_shifts(problem_, OrderIndex(o), shifts);
      add_pairs(o, shifts);
    }
  }
  if (pair_shift_.size() > max_pairs) {  // now each order keeps but its nearest shifts
    pair_begin_.clear();
    pair_shift_.clear();
    pair_cost_.clear();
    return false;
  }
  index_pairs();
  return true;
}

PAIDAN_INLINE void Context::index_pairs() {
  const std::size_t orders = order_count();
  if (orders * shift_count() > max_pair_table) return;
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
