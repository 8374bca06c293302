// Hard windows, promises, pins and hours off of the other visits, and hours closed to their kinds.
#pragma once

#include <paidan/constraints/families/window.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array commitments_kinds{
    ReasonKind{Family::commitments, "commitment", "order {order} would start {amount} after what was agreed",
               "会使{order}单比约定时间晚{amount}"},
    ReasonKind{Family::commitments, "commitment_suspended", "order {order} would fall into a suspension",
               "会使{order}单落入停派时段"},
    ReasonKind{Family::commitments, "commitment_closed", "order {order} would fall into hours closed to its kind",
               "会使{order}单落入停工时段"},
};

/// Another order of the same shift that would be visited from `start` to `end`.
inline void tell_commitment(const Teller& teller, OrderIndex other, std::int64_t start, std::int64_t end) {
  const auto tell = [&](std::string detail, std::int64_t allowed, std::int64_t amount) {
    teller.add(Family::commitments, std::move(detail),
               {{"order", teller.problem().order(other).name},
                {"start_s", number(start)},
                {"allowed_s", number(allowed)},
                {"amount_s", number(amount)}});
  };
  const Missed missed = missed_by(teller.dense().orders.starts[other.at()], start);
  if (missed.amount > 0) return tell("commitment", missed.nearest, missed.amount);
  const auto shut = [&](const char* detail, std::span<const Interval> intervals) {
    for (const Interval& interval : intervals) {
      if (start > interval.high || end <= interval.low) continue;
      const std::int64_t until = std::int64_t{interval.high} + 1;
      tell(detail, until, until - start);
    }
  };
  shut("commitment_suspended", teller.dense().technicians.suspensions[teller.technician().at()]);
  shut("commitment_closed", teller.dense().orders.closed[other.at()]);
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
