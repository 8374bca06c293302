// Most work of a kind: what an order takes of the caps of a shift. Part of the family `jobs`.
#pragma once

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/constraints/families/jobs.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// What an order takes of a cap: seconds or a visit, if it has the tag.
[[nodiscard]] inline std::int64_t use_of(const Dense& dense, const TagCap& cap, OrderIndex order,
                                         TechnicianIndex technician) {
  if (!contains(dense.orders.tags[order.at()], cap.tag)) return 0;
  return cap.work ? service_s(dense, technician, order) : 1;
}

/// Does the order alone take more than one of the shift's caps allows? `used(cap)`: what others take of it.
template <class Used>
[[nodiscard]] bool over_a_cap(const Dense& dense, OrderIndex order, ShiftIndex shift, Used&& used) {
  if (dense.orders.tags[order.at()].empty()) return false;
  for (const std::uint32_t row : dense.shifts.tag_caps[shift.at()]) {
    const TagCap& cap = dense.tag_caps[row];
    const std::int64_t use = use_of(dense, cap, order, dense.shifts.technician[shift.at()]);
    if (use > 0 && used(row) + use > cap.most) return true;
  }
  return false;
}

/// Every cap that the order would break, for its own use and what others take of it.
template <class Used>
void tell_caps(const Teller& teller, ShiftIndex shift, Used&& used) {
  const Dense& dense = teller.dense();
  for (const std::uint32_t row : dense.shifts.tag_caps[shift.at()]) {
    const TagCap& cap = dense.tag_caps[row];
    const std::int64_t use = use_of(dense, cap, teller.order(), teller.technician());
    const std::int64_t all = used(row) + use;
    if (use == 0 || all <= cap.most) continue;
    std::vector<Parameter> parameters{{"tag", teller.problem().tag_name(cap.tag)}};
    if (cap.work) {
      parameters.push_back({"limit_s", number(cap.most)});
      parameters.push_back({"amount_s", number(all - cap.most)});
    } else {
      parameters.push_back({"limit", number(cap.most)});
      parameters.push_back({"jobs", number(all)});
    }
    teller.add(Family::jobs, cap.work ? "tag_work" : "tag_jobs", std::move(parameters));
  }
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
