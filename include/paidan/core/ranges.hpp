// Bounds of numbers, said one way everywhere.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/core/fields.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

/// `out_of_range` of a field whose path may be longer than its name; both ends are included.
[[nodiscard]] inline Error out_of_range(std::string path, std::string_view field, std::string low, std::string high,
                                        std::string value, std::int64_t row = 0) {
  return {
      &errors::out_of_range,
      std::move(path),
      row,
      {{"field", std::string(field)}, {"low", std::move(low)}, {"high", std::move(high)}, {"value", std::move(value)}}};
}

/// Adds an error and says false when the value is not between the ends.
inline bool check_range(Errors& errors, const std::string& path, std::string_view field, std::int64_t value,
                        std::int64_t low, std::int64_t high, std::int64_t row = 0) {
  if (value >= low && value <= high) return true;
  errors.add(out_of_range(path, field, std::to_string(low), std::to_string(high), std::to_string(value), row));
  return false;
}
inline bool check_range(Errors& errors, const std::string& field, std::int64_t value, std::int64_t low,
                        std::int64_t high) {
  return check_range(errors, field, field, value, low, high);
}

/// An index into `size` things.
inline bool check_index(Errors& errors, const std::string& path, std::uint32_t value, std::size_t size) {
  if (value < size) return true;
  return check_range(errors, path, path, value, 0, static_cast<std::int64_t>(size) - 1);
}

/// A member against the range of its field: a whole number, a length of time in its own unit, or one of these that is
/// there. `prefix` is the path up to the name (`orders[3].`). Numbers with a point are the caller's to check and show.
template <class M>
void check_member_range(Errors& errors, std::string_view name, const M& value, const Field& field,
                        std::string_view prefix = {}, std::int64_t row = 0) {
  if constexpr (std::integral<M>) {
    const auto number = static_cast<std::int64_t>(value);
    if (number >= field.low && number <= field.high) return;
    check_range(errors, std::string(prefix).append(name), name, number, field.low, field.high, row);
  } else if constexpr (requires { std::int64_t{value.count}; }) {
    check_member_range(errors, name, value.count, field, prefix, row);
  } else if constexpr (requires { std::int64_t{value.seconds}; }) {
    check_member_range(errors, name, value.seconds, field, prefix, row);
  } else if constexpr (requires { value.has_value(); }) {
    if (value) check_member_range(errors, name, *value, field, prefix, row);
  }
}

/// Every number of a described value against the range of its field; what is absent has none. The value may be part of
/// a larger one, at `prefix` (`edges[3].`), and come from a spreadsheet's row.
template <class T>
void check_ranges(Errors& errors, const T& value, std::string_view prefix = {}, std::int64_t row = 0) {
  visit_members<T>([&](std::string_view name, auto member, const Field& field) {  // of T or a base of it
    if (field.ranged()) check_member_range(errors, name, value.*member, field, prefix, row);
  });
}

}  // namespace paidan::inline PAIDAN_ABI
