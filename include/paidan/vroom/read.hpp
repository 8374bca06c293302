// VROOM's input out of its JSON.
#pragma once

#include <paidan/vroom/input.hpp>

#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace vroom {

/// Throws InvalidInput with everything that has another form: unknown keys, wrong types, numbers out of range,
/// shipments.
[[nodiscard]] PAIDAN_EXPORT Input read_input(std::string_view json);

}  // namespace vroom
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/vroom/read.ipp>
#endif
