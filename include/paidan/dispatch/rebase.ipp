#pragma once

#include <paidan/dispatch/rebase.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

inline constexpr ErrorKind plan_of_another{"plan_of_another",
                                           "the plan was made for problem {value}, not for {expected}",
                                           "该排班属于问题{value},而不是{expected}"};

}  // namespace dispatch_detail

PAIDAN_INLINE Plan rebase(const Problem& from, const Plan& plan, const Problem& to) {
  if (plan.problem.value != from.hash()) {
    throw InvalidInput({&dispatch_detail::plan_of_another,
                        "plan",
                        0,
                        {{"value", plan.problem.text()}, {"expected", hex(from.hash())}}});
  }
  if (from.hash() == to.hash()) return plan;
  using Name = std::pair<std::string_view, std::string_view>;
  std::map<Name, ShiftIndex> shifts;
  for (std::size_t i = 0; i < to.shift_count(); ++i) {
    const ShiftIndex shift(i);
    shifts[{to.technician(shift).id, to.shift(shift).id}] = shift;
  }
  const std::int64_t moved = from.data().origin.seconds - to.data().origin.seconds;
  const auto shifted = [&](ModelTime time) {
    return ModelTime{
        static_cast<std::int32_t>(std::clamp<std::int64_t>(time.seconds + moved, -ModelTime::limit, ModelTime::limit))};
  };
  Plan result;
  result.problem = {to.hash()};
  std::vector<bool> served(to.order_count());
  for (const Route& route : plan.routes) {
    const auto found = shifts.find({from.technician(route.shift).id, from.shift(route.shift).id});
    if (found == shifts.end()) continue;
    Route copy{found->second, shifted(route.start), shifted(route.end), {}};
    for (Stop stop : route.stops) {
      if (stop.kind != StopKind::visit) continue;
      stop.order = to.find_order(from.order(stop.order).id);
      if (!stop.order.valid()) continue;
      served[stop.order.at()] = true;
      for (ModelTime* const time : {&stop.departure, &stop.arrival, &stop.start, &stop.end}) *time = shifted(*time);
      copy.stops.push_back(stop);
    }
    if (!copy.stops.empty()) result.routes.push_back(std::move(copy));
  }
  std::sort(result.routes.begin(), result.routes.end(),
            [](const Route& a, const Route& b) { return a.shift < b.shift; });
  for (std::size_t i = 0; i < served.size(); ++i) {
    if (!served[i]) result.unassigned.emplace_back(i);
  }
  return result;
}

}  // namespace paidan::inline PAIDAN_ABI
