#pragma once

#include <paidan/model/objective.hpp>
#include <paidan/model/order.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// What it costs not to serve an order.
inline std::int64_t unserved_cost(const Objective& objective, const Order& order) {
  return order.unserved_cost.value_or(objective.unserved * (1 + order.priority));
}

/// How many times that an order weighs in the first goal when it is not served as promised.
inline std::int64_t honour_times(const Objective& objective, const Order& order) {
  return order.promise ? objective.agreed_weight : 1;
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
