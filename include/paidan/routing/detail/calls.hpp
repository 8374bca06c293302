// Where a sequence of visits may call at a depot.
#pragma once

#include <paidan/constraints/detail/supply.hpp>
#include <paidan/core/reason.hpp>

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

/// One sequence's tools and parts, that of other shifts aside. `free_of`: families that the visit `target` does not
/// keep.
class Supplied {
 public:
  Supplied(const Dense& dense, TechnicianIndex technician, std::span<const OrderIndex> visits, FamilyBits free_of = 0,
           OrderIndex target = {})
      : dense_(dense), technician_(technician), visits_(visits), free_of_(free_of), target_(target) {}

  [[nodiscard]] bool equipped(const Call& call) const {
    for (std::size_t i = 0; i < visits_.size(); ++i) {
      if (visits_[i] == target_ && has(free_of_, Family::tools)) continue;
      if (!constraints::tools_at_hand(dense_, visits_[i], technician_, call.called(i))) return false;
    }
    return true;
  }

  /// Neither more than the van carries nor more than the depot keeps.
  [[nodiscard]] bool stocked(const Call& call) const {
    for (std::size_t i = 0; i < visits_.size(); ++i) {
      for (const PartNeed& need : dense_.orders.parts[visits_[i].at()]) {
        const bool there = constraints::fetched(dense_, call.called(i), need.part);
        const auto stock = there ? dense_.depots.stock[call.depot.at()] : dense_.technicians.stock[technician_.at()];
        if (used(call, need.part, there) > constraints::pieces_of(stock, need.part)) return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool suffices(const Call& call) const { return equipped(call) && stocked(call); }

  /// What the target has to be free of so that the van suffices; all bits when that does not help.
  [[nodiscard]] FamilyBits without_call() const {
    constexpr FamilyBits both = bit(Family::tools) | bit(Family::parts);
    for (const FamilyBits set : {FamilyBits{0}, bit(Family::tools), bit(Family::parts), both}) {
      if (Supplied(dense_, technician_, visits_, set, target_).suffices({})) return set;
    }
    return ~FamilyBits{0};
  }

  /// No call if the van suffices; else every call that helps, the earliest first, of these the first depot's. Empty:
  /// nothing helps.
  [[nodiscard]] std::vector<Call> calls() const {
    if (suffices({})) return {Call()};
    std::vector<Call> all;
    for (std::size_t before = 0; before < visits_.size(); ++before) {
      for (std::size_t d = 0; d < dense_.depots.location.size(); ++d) {
        const Call call{DepotIndex(d), before};
        if (suffices(call)) all.push_back(call);
      }
    }
    return all;
  }

  /// What is missing where nothing helps.
  [[nodiscard]] FamilyBits missing() const {
    bool tools = equipped({});
    bool parts = stocked({});
    for (std::size_t before = 0; before < visits_.size(); ++before) {
      for (std::size_t d = 0; d < dense_.depots.location.size(); ++d) {
        tools = tools || equipped({DepotIndex(d), before});
        parts = parts || stocked({DepotIndex(d), before});
      }
    }
    // Each by itself could be had: together they cannot.
    if (tools && parts) return bit(Family::tools) | bit(Family::parts);
    return (tools ? FamilyBits{0} : bit(Family::tools)) | (parts ? FamilyBits{0} : bit(Family::parts));
  }

 private:
  [[nodiscard]] std::int64_t used(const Call& call, PartIndex part, bool there) const {
    std::int64_t pieces = 0;
    for (std::size_t i = 0; i < visits_.size(); ++i) {
      if (constraints::fetched(dense_, call.called(i), part) != there) continue;
      if (visits_[i] == target_ && has(free_of_, Family::parts)) continue;
      pieces += constraints::pieces_of(dense_.orders.parts[visits_[i].at()], part);
    }
    return pieces;
  }

  const Dense& dense_;
  TechnicianIndex technician_;
  std::span<const OrderIndex> visits_;
  FamilyBits free_of_;
  OrderIndex target_;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
