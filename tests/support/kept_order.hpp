// What a plan keeps of another one.
#pragma once

#include <paidan/model/plan.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace paidan_test {

/// Does each visit of `before` stand in the same shift, in the same order? Others may have joined.
inline bool keeps_order(const paidan::Plan& before, const paidan::Plan& after) {
  return std::all_of(before.routes.begin(), before.routes.end(), [&](const paidan::Route& route) {
    std::vector<paidan::OrderIndex> visits;
    for (const paidan::Stop& stop : route.stops) {
      if (stop.kind == paidan::StopKind::visit) visits.push_back(stop.order);
    }
    std::size_t next = 0;
    for (const paidan::Route& other : after.routes) {
      if (other.shift != route.shift) continue;
      for (const paidan::Stop& stop : other.stops) {
        if (next < visits.size() && stop.kind == paidan::StopKind::visit && stop.order == visits[next]) ++next;
      }
    }
    return next == visits.size();
  });
}

}  // namespace paidan_test
