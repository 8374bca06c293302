#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/matrix.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace travel_detail {

inline constexpr std::int64_t longest_leg = std::int64_t{1} << 28;

inline void check_shape(Errors& errors, const char* field, std::size_t size, std::size_t count) {
  if (count == size * size) return;
  errors.add(travel::errors::matrix_shape, field,
             {{"size", std::to_string(size)},
              {"expected", std::to_string(size * size)},
              {"field", field},
              {"value", std::to_string(count)}});
}

/// Entries of one table: `no_way(i)` tells whether −1 is allowed there.
template <class NoWay>
void check_entries(Errors& errors, const std::string& field, std::size_t size, const std::vector<std::int64_t>& values,
                   NoWay&& no_way) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::int64_t value = values[i];
    const bool diagonal = i % (size + 1) == 0;
    if (value >= 0 && value <= longest_leg && !(diagonal && value != 0)) continue;
    if (value == -1 && !diagonal && no_way(i)) continue;
    std::string path = field + "[" + std::to_string(i) + "]";
    if (diagonal) {
      errors.add(travel::errors::matrix_diagonal, std::move(path),
                 {{"field", field}, {"value", std::to_string(value)}});
    } else if (value < 0) {
      errors.add(paidan::errors::negative, std::move(path), {{"field", field}, {"value", std::to_string(value)}});
    } else {
      errors.add(paidan::errors::overflow, std::move(path), {{"field", field}, {"value", std::to_string(value)}});
    }
  }
}

inline void check_matrix(Errors& errors, const travel::MatrixData& data) {
  if (data.size > travel::Matrix::max_size) {
    errors.add(out_of_range("size", "size", "0", std::to_string(travel::Matrix::max_size), std::to_string(data.size)));
    return;
  }
  const std::size_t size = data.size;
  check_shape(errors, "seconds", size, data.seconds.size());
  if (!data.metres.empty()) check_shape(errors, "metres", size, data.metres.size());
  if (!errors.empty()) return;
  check_entries(errors, "seconds", size, data.seconds, [](std::size_t) { return true; });
  check_entries(errors, "metres", size, data.metres, [&](std::size_t i) { return data.seconds[i] == -1; });
}

}  // namespace travel_detail

namespace travel {

PAIDAN_INLINE std::vector<Error> Matrix::validate(const MatrixData& data) {
  Errors errors;
  travel_detail::check_matrix(errors, data);
  return errors.list();
}

PAIDAN_INLINE Matrix::Matrix(const MatrixData& data) : size_(data.size) {
  Errors errors;
  travel_detail::check_matrix(errors, data);
  errors.throw_if_any();
  legs_.resize(data.seconds.size());
  for (std::size_t i = 0; i < legs_.size(); ++i) {
    if (data.seconds[i] < 0) {
      legs_[i].seconds = unreachable_s;
      continue;
    }
    legs_[i].seconds = static_cast<std::int32_t>(data.seconds[i]);
    legs_[i].metres = data.metres.empty() ? 0 : static_cast<std::int32_t>(data.metres[i]);
    longest_.seconds = std::max(longest_.seconds, legs_[i].seconds);
    longest_.metres = std::max(longest_.metres, legs_[i].metres);
  }
}

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI
