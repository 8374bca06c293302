// What the words of actual visits are called.
#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/core/fields.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<check::VisitOutcome> {
  static constexpr std::array<std::string_view, 6> names{"done",        "nobody_home",  "cancelled",
                                                         "rescheduled", "waiting_part", "rework"};
};
template <>
struct EnumNames<check::Party> {
  static constexpr std::array<std::string_view, 3> names{"customer", "technician", "platform"};
};
template <>
struct EnumNames<check::PromiseState> {
  static constexpr std::array<std::string_view, 6> names{"none", "kept", "early", "late", "missed", "released"};
};
template <>
struct EnumNames<check::OrderState> {
  static constexpr std::array<std::string_view, 3> names{"open", "served", "cancelled"};
};

}  // namespace paidan::inline PAIDAN_ABI
