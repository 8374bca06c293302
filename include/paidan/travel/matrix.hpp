// Dense travel times and distances, n × n in location order, as a map service or a road graph delivers them.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/travel/data.hpp>
#include <paidan/travel/leg.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// Validated, immutable. The diagonal must be zero.
class Matrix {
 public:
  static constexpr std::size_t max_size = 20'000;  ///< 400 million legs, 3.2 GB

  /// Throws InvalidInput: wrong shape, negative (other than −1), above 2^28 seconds or metres.
  PAIDAN_EXPORT explicit Matrix(const MatrixData& data);
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const MatrixData& data);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Leg leg(LocationIndex from, LocationIndex to) const { return legs_[from.at() * size_ + to.at()]; }
  /// All legs, row by row: from × size + to.
  [[nodiscard]] std::span<const Leg> legs() const { return {legs_.data(), legs_.size()}; }
  /// The most seconds and the most metres of any leg that exists (perhaps not of the same one).
  [[nodiscard]] Leg longest() const { return longest_; }

 private:
  std::size_t size_ = 0;
  std::vector<Leg> legs_;
  Leg longest_;
};

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/travel/matrix.ipp>
#endif
