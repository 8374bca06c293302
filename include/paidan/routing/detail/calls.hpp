// Where a sequence of visits may call at a depot.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/model/detail/supply.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// A call at a depot before a visit of a sequence; without a depot: none.
struct Call {
  DepotIndex depot;
  std::size_t before = 0;

  /// What was called at when the i-th visit begins.
  [[nodiscard]] DepotIndex called(std::size_t i) const { return i >= before ? depot : DepotIndex(); }
  friend bool operator==(const Call&, const Call&) = default;
};

/// Do tools and parts suffice for one sequence, that of other shifts aside? `free_of`: families that the visit `target`
/// does not keep. Has scratch space: one per thread.
class Supplied {
 public:
  explicit Supplied(const Dense& dense) : dense_(&dense) {}
  Supplied(const Dense& dense, TechnicianIndex technician, std::span<const OrderIndex> visits, FamilyBits free_of = 0,
           OrderIndex target = {})
      : dense_(&dense) {
    look_at(technician, visits, free_of, target);
  }

  /// The visits are read again by what is asked next: they stay where they are.
  void look_at(TechnicianIndex technician, std::span<const OrderIndex> visits, FamilyBits free_of = 0,
               OrderIndex target = {}) {
    technician_ = technician;
    visits_ = visits;
    free_of_ = free_of;
    target_ = target;
    first_lacking_ = visits.size();
    parts_.clear();
    for (std::size_t i = 0; i < visits.size(); ++i) {
      const bool is_target = visits[i] == target;
      const bool equipped =
          (is_target && has(free_of, Family::tools)) || model_detail::tools_at_hand(*dense_, visits[i], technician, {});
      if (!equipped) first_lacking_ = std::min(first_lacking_, i);
      if (is_target && has(free_of, Family::parts)) continue;
      for (const PartNeed& need : dense_->orders.parts[visits[i].at()]) {
        const auto same = [&](const Used& one) { return one.part == need.part; };
        auto part = std::find_if(parts_.begin(), parts_.end(), same);
        if (part == parts_.end()) {
          const std::int64_t held = model_detail::pieces_of(dense_->technicians.stock[technician.at()], need.part);
          part = parts_.insert(parts_.end(), {need.part, held, 0});
        }
        part->pieces += need.quantity;
      }
    }
  }

  /// Is there enough on the van for all of them?
  [[nodiscard]] bool without_call() const {
    return first_lacking_ == visits_.size() &&
           std::all_of(parts_.begin(), parts_.end(), [](const Used& one) { return one.pieces <= one.held; });
  }

  [[nodiscard]] bool suffices(const Call& call) const {
    if (!call.depot.valid()) return without_call();
    const Places places = places_of(call.depot, true, true);
    return places.first <= call.before && call.before < places.end;
  }

  /// Every call that helps, the earliest first, of these the first depot's.
  void calls(std::vector<Call>& all) const {
    all.clear();
    for (std::size_t d = 0; d < dense_->depots.location.size(); ++d) {
      const Places places = places_of(DepotIndex(d), true, true);
      for (std::size_t before = places.first; before < places.end; ++before) all.push_back({DepotIndex(d), before});
    }
    std::sort(all.begin(), all.end(), [](const Call& a, const Call& b) {
      return a.before != b.before ? a.before < b.before : a.depot < b.depot;
    });
  }

  /// What is missing where nothing helps: the families that no call by itself makes up for; both where one alone could
  /// be had.
  [[nodiscard]] FamilyBits missing() const {
    constexpr FamilyBits both = bit(Family::tools) | bit(Family::parts);
    FamilyBits set = both;
    if (first_lacking_ == visits_.size()) set &= ~bit(Family::tools);
    if (std::all_of(parts_.begin(), parts_.end(), [](const Used& one) { return one.pieces <= one.held; }))
      set &= ~bit(Family::parts);
    for (std::size_t d = 0; d < dense_->depots.location.size(); ++d) {
      if (places_of(DepotIndex(d), true, false).any()) set &= ~bit(Family::tools);
      if (places_of(DepotIndex(d), false, true).any()) set &= ~bit(Family::parts);
    }
    return set == 0 ? both : set;
  }

 private:
  struct Used {
    PartIndex part;
    std::int64_t held = 0;  ///< on the van
    std::int64_t pieces = 0;
  };
  /// A call may stand before these visits.
  struct Places {
    std::size_t first = 0;
    std::size_t end = 0;
    [[nodiscard]] bool any() const { return first < end; }
  };

  [[nodiscard]] bool lent(DepotIndex depot) const {
    for (std::size_t i = first_lacking_; i < visits_.size(); ++i) {
      if (visits_[i] == target_ && has(free_of_, Family::tools)) continue;
      if (!model_detail::tools_at_hand(*dense_, visits_[i], technician_, depot)) return false;
    }
    return true;
  }

  [[nodiscard]] Places places_of(DepotIndex depot, bool tools, bool parts) const {
    Places places{0, visits_.size()};
    if (tools) {
      if (!lent(depot)) return {};
      places.end = std::min(places.end, first_lacking_ + 1);
    }
    for (const Used& one : parts_) {
      if (!parts) break;
      const std::int64_t kept = model_detail::pieces_of(dense_->depots.stock[depot.at()], one.part);
      if (kept == 0) {
        if (one.pieces > one.held) return {};
        continue;
      }
      // The van has to do for those before, the depot for those behind.
      std::int64_t before = 0;
      std::size_t first = 0;
      std::size_t end = 0;
      for (std::size_t i = 0; i < visits_.size() && before <= one.held; ++i) {
        end = i + 1;
        if (one.pieces - before > kept) first = i + 1;
        if (visits_[i] != target_ || !has(free_of_, Family::parts))
          before += model_detail::pieces_of(dense_->orders.parts[visits_[i].at()], one.part);
      }
      places = {std::max(places.first, first), std::min(places.end, end)};
    }
    return places;
  }

  const Dense* dense_;
  TechnicianIndex technician_;
  std::span<const OrderIndex> visits_;
  FamilyBits free_of_ = 0;
  OrderIndex target_;
  std::size_t first_lacking_ = 0;  ///< visit whose tools are not all on the van
  std::vector<Used> parts_;
};

/// What `target` has to be free of so that the van suffices; all bits when that does not help.
[[nodiscard]] inline FamilyBits needless_without(const Dense& dense, TechnicianIndex technician,
                                                 std::span<const OrderIndex> visits, OrderIndex target) {
  constexpr FamilyBits both = bit(Family::tools) | bit(Family::parts);
  for (const FamilyBits set : {FamilyBits{0}, bit(Family::tools), bit(Family::parts), both}) {
    if (Supplied(dense, technician, visits, set, target).without_call()) return set;
  }
  return ~FamilyBits{0};
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
