// What a plan is compared by: three numbers, one after the other.
#pragma once

#include <paidan/core/time.hpp>

#include <compare>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

/// Smaller is better, goal by goal; in order, each goal of a valid plan is below 2^53 (proved when the problem is
/// made). With one weighted goal, honour and late are 0 and `run_well` is the whole cost.
struct Goals {
  /// Σ weight of the orders not served as promised: unserved, or begun after the agreed span. An order weighs its
  /// unserved cost, times `agreed_weight` if its arrival was agreed (it has a promise).
  std::int64_t honour = 0;
  /// Σ lateness against the due time, at most `lateness_cap` a visit; an agreed order not served counts a second more
  /// than the cap, so that coming late is better than not at all, however late.
  Duration late = {};
  /// Cost of everything else: the total without lateness and unserved orders, but with the worst lateness.
  std::int64_t run_well = 0;

  constexpr Goals& operator+=(const Goals& other) {
    honour += other.honour;
    late.seconds += other.late.seconds;
    run_well += other.run_well;
    return *this;
  }
  /// What one has more than the other, goal by goal.
  friend constexpr Goals operator-(const Goals& a, const Goals& b) {
    return {a.honour - b.honour, {a.late.seconds - b.late.seconds}, a.run_well - b.run_well};
  }
  friend constexpr bool operator==(const Goals&, const Goals&) = default;
  friend constexpr std::strong_ordering operator<=>(const Goals& a, const Goals& b) {
    if (a.honour != b.honour) return a.honour <=> b.honour;
    if (a.late.seconds != b.late.seconds) return a.late.seconds <=> b.late.seconds;
    return a.run_well <=> b.run_well;
  }
};

}  // namespace paidan::inline PAIDAN_ABI
