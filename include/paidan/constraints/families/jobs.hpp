// Most visits of a shift, and most work of a kind.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array jobs_kinds{
    ReasonKind{Family::jobs, "max_jobs", "would have more than {limit} jobs in the shift", "超过每班最多{limit}单"},
    ReasonKind{Family::jobs, "tag_jobs", "would pass the limit of {limit} for jobs of the kind {tag}",
               "“{tag}”类工单会超出{limit}单的上限"},
    ReasonKind{Family::jobs, "tag_work", "would work {amount} more on jobs of the kind {tag} than is allowed",
               "“{tag}”类工单的工时会超出上限{amount}"},
};

[[nodiscard]] inline bool too_many_jobs(const Dense& dense, TechnicianIndex technician, const DaySums& sums) {
  return sums.jobs > dense.technicians.max_jobs[technician.at()];
}

inline void tell_jobs(const Teller& teller, const DaySums& sums) {
  const std::int64_t limit = teller.dense().technicians.max_jobs[teller.technician().at()];
  teller.add(Family::jobs, "max_jobs", {{"limit", number(limit)}, {"jobs", number(sums.jobs)}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
