// Where a problem's travel times come from: a matrix or a coordinate form. Immutable, cheap to copy, thread-safe.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/travel/matrix.hpp>
#include <paidan/travel/straight_line.hpp>

#include <cstddef>
#include <span>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// Bulk `row` and `column` are what solvers use; `leg` is for single questions. Never a virtual call per pair.
class Source {
 public:
  Source() = default;
  explicit Source(Matrix matrix) : matrix_(new_shared<Matrix>(std::move(matrix))) {}
  explicit Source(StraightLine line) : line_(new_shared<StraightLine>(std::move(line))) {}

  [[nodiscard]] std::size_t size() const { return matrix_ ? matrix_->size() : line_ ? line_->size() : 0; }
  [[nodiscard]] Leg leg(LocationIndex from, LocationIndex to) const {
    return matrix_ ? matrix_->leg(from, to) : line_->leg(from, to);
  }
  /// What it is made of; exactly one is not null, none when empty.
  [[nodiscard]] const Matrix* matrix() const { return matrix_.get(); }
  [[nodiscard]] const StraightLine* straight_line() const { return line_.get(); }
  /// Bounds of the seconds and metres of every leg that exists; zero when there is no place.
  [[nodiscard]] PAIDAN_EXPORT Leg longest() const;
  /// out[i] = leg(from, to[i]); the spans have equal length.
  PAIDAN_EXPORT void row(LocationIndex from, std::span<const LocationIndex> to, std::span<Leg> out) const;
  /// out[i] = leg(from[i], to).
  PAIDAN_EXPORT void column(LocationIndex to, std::span<const LocationIndex> from, std::span<Leg> out) const;

 private:
  Shared<const Matrix> matrix_;
  Shared<const StraightLine> line_;
};

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/travel/source.ipp>
#endif
