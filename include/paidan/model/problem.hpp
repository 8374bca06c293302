// The validated, immutable problem that every solver, checker and explanation reads.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/model/dense.hpp>
#include <paidan/model/problem_data.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// Shared by reference count: copying is cheap, and a `Problem` may be read from any number of threads.
class Problem {
 public:
  static constexpr std::size_t max_orders = 1'000'000;
  static constexpr std::size_t max_technicians = 100'000;
  static constexpr std::size_t max_shifts = 1'000'000;
  static constexpr std::size_t max_tag_rules = 1'000;  ///< limits, closures
  static constexpr std::size_t max_depots = 1'000;
  static constexpr std::size_t max_compounds = 1'000'000;
  static constexpr std::size_t max_limited_shifts = 20'000'000;  ///< limits × shifts

  /// Throws InvalidInput with all errors found (up to 100, in input order). `notices`: what was worth saying on the way
  /// here, of the tables it came from; they come before its own.
  PAIDAN_EXPORT explicit Problem(ProblemData data, const SourceRows& rows = {}, std::vector<Error> notices = {});
  /// The same errors, returned.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const ProblemData& data, const SourceRows& rows = {});

  /// The input, with defaults filled in (names, profiles).
  [[nodiscard]] PAIDAN_EXPORT const ProblemData& data() const;
  [[nodiscard]] PAIDAN_EXPORT const Dense& dense() const;
  /// Not errors, but worth saying: what was left out or assumed of the tables it came from, certificates that ran out
  /// before the first shift, compounds in which nothing lies, orders that no technician could ever do: whose skills,
  /// tools, parts, languages or groups nobody has, who block everybody, whose pin is to somebody without these, or who
  /// may only start when nobody works. Ways and whole days are not looked at: `why_unassigned` does that for a plan.
  [[nodiscard]] PAIDAN_EXPORT const std::vector<Error>& notices() const;
  /// Content hash; stored with every plan.
  [[nodiscard]] PAIDAN_EXPORT std::uint64_t hash() const;

  [[nodiscard]] std::size_t order_count() const { return data().orders.size(); }
  [[nodiscard]] std::size_t technician_count() const { return data().technicians.size(); }
  [[nodiscard]] std::size_t shift_count() const { return dense().shifts.technician.size(); }

  /// Absent index when there is no such id.
  [[nodiscard]] PAIDAN_EXPORT OrderIndex find_order(std::string_view id) const;
  [[nodiscard]] PAIDAN_EXPORT TechnicianIndex find_technician(std::string_view id) const;
  [[nodiscard]] PAIDAN_EXPORT DepotIndex find_depot(std::string_view id) const;

  [[nodiscard]] const Order& order(OrderIndex i) const { return data().orders[i.at()]; }
  [[nodiscard]] const SupplyDepot& depot(DepotIndex i) const { return data().depots[i.at()]; }
  [[nodiscard]] const Technician& technician(TechnicianIndex i) const { return data().technicians[i.at()]; }
  /// Whose shift it is.
  [[nodiscard]] const Technician& technician(ShiftIndex i) const {
    return technician(dense().shifts.technician[i.at()]);
  }
  [[nodiscard]] PAIDAN_EXPORT const Shift& shift(ShiftIndex i) const;
  [[nodiscard]] PAIDAN_EXPORT const std::string& skill_name(SkillIndex i) const;
  [[nodiscard]] PAIDAN_EXPORT const std::string& part_name(PartIndex i) const;
  [[nodiscard]] PAIDAN_EXPORT const std::string& tag_name(TagIndex i) const;

  /// Absolute time of an in-model time.
  [[nodiscard]] Instant instant(ModelTime time) const { return {data().origin.seconds + time.seconds}; }

  /// What-if: a changed copy, validated again. `problem.with([](ProblemData& d) { d.technicians.pop_back(); })`.
  template <class Change, class Data = ProblemData>  // a name that depends: copying costs those who change something
  [[nodiscard]] Problem with(Change&& change) const {
    Data copy = data();
    std::forward<Change>(change)(copy);
    return Problem(std::move(copy));
  }

 private:
  struct State;
  Shared<const State> state_;
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/model/problem.ipp>
#endif
