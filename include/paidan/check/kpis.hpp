// What a plan is worth in the figures dispatchers use, each of them counted; ratios are shares, for reports only.
#pragma once

#include <paidan/core/ids.hpp>
#include <paidan/core/share.hpp>
#include <paidan/core/time.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace check {

/// Figures of one technician over the whole problem. travel + waiting + service + breaks + depot_time = time under way.
struct TechnicianKpis {
  TechnicianIndex technician;
  std::int32_t jobs = 0;
  Duration travel;
  std::int64_t distance_m = 0;
  Duration waiting;
  Duration service;  ///< setup included
  Duration breaks;
  Duration overtime;
  Duration shift;  ///< paid shift, all shifts of the problem
  Duration work;   ///< load carried + travel + service + depot_time + paid breaks: what fairness looks at
  std::int32_t depot_calls = 0;
  Duration depot_time;  ///< at depots; what happened does not record it
  friend bool operator==(const TechnicianKpis&, const TechnicianKpis&) = default;
};

struct Kpis {
  std::int32_t orders = 0;  ///< the further technicians of a crew are orders of their own
  std::int32_t served = 0;
  std::int32_t unserved = 0;   ///< neither served nor cancelled
  std::int32_t cancelled = 0;  ///< of actual days: cancelled and not served
  /// Served as promised: served, and if an arrival was agreed, within its bounds; absent in reports of earlier
  /// versions.
  std::optional<std::int32_t> served_as_promised;
  std::int32_t promised = 0;  ///< orders with an agreed arrival
  std::int32_t on_time = 0;   ///< promised, visited, start within [at − before, at + after], ends included
  std::int32_t early = 0;
  std::int32_t late = 0;
  std::int32_t promised_unserved = 0;  ///< promised, and nobody came
  /// Promised orders that would start too late if visits before took their buffers, and do not as planned – visits of
  /// the same route, not of others by links; absent in reports of earlier versions.
  std::optional<std::int32_t> at_risk;
  Duration lateness;  ///< Σ max(0, start − due) over all served orders with a due time
  /// The largest of these; absent in reports of earlier versions.
  std::optional<Duration> worst_lateness;
  Duration travel;
  std::int64_t distance_m = 0;
  Duration waiting;
  Duration service;
  Duration breaks;
  Duration overtime;
  Duration shift;
  std::int64_t skill_waste_levels = 0;  ///< Σ levels held above levels needed
  std::int32_t technicians_used = 0;
  std::int32_t rework = 0;             ///< orders with a previous technician
  std::int32_t rework_same = 0;        ///< … that went to that technician
  std::optional<Share> on_time_share;  ///< on_time of promised
  std::optional<Share> travel_share;   ///< travel of travel + service + waiting
  std::optional<Share> utilisation;    ///< service of shift
  std::optional<Share> gini_work;      ///< of work over technicians with a shift, 0 (equal) to 1
  Duration work_spread;                ///< most − least work
  std::int32_t depot_calls = 0;
  Duration depot_time;
  std::vector<TechnicianKpis> technicians;
  friend bool operator==(const Kpis&, const Kpis&) = default;
};

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI
