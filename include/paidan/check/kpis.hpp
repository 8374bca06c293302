// What a plan is worth in the figures dispatchers use. Ratios are in permille or doubles: for reports only.
#pragma once

#include <paidan/core/ids.hpp>

#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace check {

/// Figures of one technician over the whole problem. travel + waiting + service + breaks = time under way.
struct TechnicianKpis {
  TechnicianIndex technician;
  std::int32_t jobs = 0;
  std::int64_t travel_s = 0;
  std::int64_t distance_m = 0;
  std::int64_t waiting_s = 0;
  std::int64_t service_s = 0;  ///< setup included
  std::int64_t break_s = 0;
  std::int64_t overtime_s = 0;
  std::int64_t shift_s = 0;  ///< paid shift, all shifts of the problem
  std::int64_t work_s = 0;   ///< load carried + travel + service + paid breaks: what fairness looks at
  friend bool operator==(const TechnicianKpis&, const TechnicianKpis&) = default;
};

struct Kpis {
  std::int32_t orders = 0;
  std::int32_t served = 0;
  std::int32_t unserved = 0;
  std::int32_t promised = 0;  ///< orders with an agreed arrival
  std::int32_t on_time = 0;   ///< promised, served, start within [at − before, at + after], ends included
  std::int32_t early = 0;
  std::int32_t late = 0;
  std::int32_t promised_unserved = 0;
  std::int64_t lateness_s = 0;  ///< Σ max(0, start − due) over all served orders with a due time
  std::int64_t travel_s = 0;
  std::int64_t distance_m = 0;
  std::int64_t waiting_s = 0;
  std::int64_t service_s = 0;
  std::int64_t break_s = 0;
  std::int64_t overtime_s = 0;
  std::int64_t shift_s = 0;
  std::int64_t skill_waste_levels = 0;  ///< Σ levels held above levels needed
  std::int32_t technicians_used = 0;
  std::int32_t rework = 0;         ///< orders with a previous technician
  std::int32_t rework_same = 0;    ///< … that went to that technician
  double on_time_share = 0;        ///< on_time / promised; 0 when none
  double travel_share = 0;         ///< travel / (travel + service + waiting)
  double utilisation = 0;          ///< service / shift
  double gini_work = 0;            ///< of work_s over technicians with a shift
  std::int64_t work_spread_s = 0;  ///< max − min of work_s
  std::vector<TechnicianKpis> technicians;
  friend bool operator==(const Kpis&, const Kpis&) = default;
};

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI
