// When an order's service might start in other circumstances: for whoever explains what binds it.
#pragma once

#include <paidan/model/problem.hpp>

#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// `starts` of the order had it been known from the beginning; `pinned`: with its pinned start.
[[nodiscard]] PAIDAN_EXPORT std::vector<Interval> starts_if_known(const Problem& problem, OrderIndex order,
                                                                  bool pinned);

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
