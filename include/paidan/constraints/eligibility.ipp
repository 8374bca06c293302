#pragma once

#include <paidan/constraints/detail/rules.hpp>
#include <paidan/constraints/eligibility.hpp>
#include <paidan/model/detail/lists.hpp>
#include <paidan/model/detail/supply.hpp>

#include <optional>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

namespace constraints_detail {

inline FamilyBits violated_on(const Dense& dense, OrderIndex order, TechnicianIndex technician,
                              std::optional<std::int32_t> day) {
  FamilyBits set = violated_any_day(dense, order, technician);
  for (const SkillNeed& need : dense.orders.skills[order.at()]) {
    if (!holds_on(dense, technician, need, day)) set |= bit(Family::skill);
  }
  return set;
}

inline std::vector<Reason> reasons_on(const Problem& problem, OrderIndex order, TechnicianIndex technician,
                                      std::optional<std::int32_t> day) {
  const Dense& dense = problem.dense();
  const FamilyBits set = violated_any_day(dense, order, technician);
  std::vector<Reason> list;
  const Teller teller(problem, order, technician, list);
  tell_skills(teller, day);
  if (has(set, Family::allowed)) tell_allowed(teller);
  if (has(set, Family::group)) tell_group(teller);
  if (has(set, Family::language)) tell_language(teller);
  if (has(set, Family::tools)) tell_tools(teller);
  if (has(set, Family::parts)) tell_parts(teller, [&](PartIndex part) { return stock_of(dense, technician, part); });
  if (has(set, Family::pin)) tell_pin(teller);
  return list;
}

}  // namespace constraints_detail

PAIDAN_INLINE FamilySet violated(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  const Dense& dense = problem.dense();
  return constraints_detail::violated_on(dense, order, dense.shifts.technician[shift.at()],
                                         dense.shifts.local_day[shift.at()]);
}
PAIDAN_INLINE FamilySet violated(const Problem& problem, OrderIndex order, TechnicianIndex technician) {
  return constraints_detail::violated_on(problem.dense(), order, technician, std::nullopt);
}

PAIDAN_INLINE std::vector<Reason> reasons(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  const Dense& dense = problem.dense();
  return constraints_detail::reasons_on(problem, order, dense.shifts.technician[shift.at()],
                                        dense.shifts.local_day[shift.at()]);
}
PAIDAN_INLINE std::vector<Reason> reasons(const Problem& problem, OrderIndex order, TechnicianIndex technician) {
  return constraints_detail::reasons_on(problem, order, technician, std::nullopt);
}

PAIDAN_INLINE void eligible_shifts(const Problem& problem, OrderIndex order, std::vector<ShiftIndex>& shifts) {
  const Dense& dense = problem.dense();
  shifts.clear();
  for (std::size_t t = 0; t + 1 < dense.technicians.first_shift.size(); ++t) {
    const TechnicianIndex technician(t);
    const FamilyBits missed = violated_any_day(dense, order, technician);
    constexpr FamilyBits supply = bit(Family::tools) | bit(Family::parts);
    if ((missed & ~supply) != 0 || (missed != 0 && !model_detail::depot_helps(dense, order, technician))) continue;
    for (std::size_t s = dense.technicians.first_shift[t]; s < dense.technicians.first_shift[t + 1]; ++s) {
      if (skilled(dense, order, technician, dense.shifts.local_day[s])) shifts.emplace_back(s);
    }
  }
}

PAIDAN_INLINE Lists<ShiftIndex> eligible_shifts(const Problem& problem) {
  Lists<ShiftIndex> lists;
  std::vector<ShiftIndex> row;
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    eligible_shifts(problem, OrderIndex(o), row);
    lists.push(row);
  }
  return lists;
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
