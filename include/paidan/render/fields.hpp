// The names of this room's words.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/render/audience.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<render::Audience> {
  static constexpr std::array<std::string_view, 4> names{"customer", "dispatcher", "technician", "internal"};
};

}  // namespace paidan::inline PAIDAN_ABI
