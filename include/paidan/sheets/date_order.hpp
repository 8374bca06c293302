// Which comes first in `1/2/2020`.
#pragma once

#include <paidan/core/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

/// How a date that does not begin with its year is read.
enum class DateOrder : std::uint8_t {
  stated,  ///< only where it can be read in one way; otherwise it is an error
  mdy,
  dmy,
};

}  // namespace sheets

template <>
struct EnumNames<sheets::DateOrder> {
  static constexpr std::array names{std::string_view("stated"), std::string_view("mdy"), std::string_view("dmy")};
};

}  // namespace paidan::inline PAIDAN_ABI
