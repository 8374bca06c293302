// What one of two linked orders asks of the other.
#pragma once

#include <paidan/model/dense.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// When the other order of the link starts at the earliest, if this one starts then.
[[nodiscard]] inline std::int32_t asked_of_other(const LinkRow& link, OrderIndex order, std::int32_t start) {
  return link.first == order ? start + link.min_s : start - link.max_s;
}

/// When this one starts at the latest, if the other can start no later than then.
[[nodiscard]] inline std::int32_t left_by_other(const LinkRow& link, OrderIndex order, std::int32_t latest) {
  return link.first == order ? latest - link.min_s : latest + link.max_s;
}

[[nodiscard]] inline OrderIndex other_of(const LinkRow& link, OrderIndex order) {
  return link.first == order ? link.second : link.first;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
