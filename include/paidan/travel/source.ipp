#pragma once

#include <paidan/travel/source.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

PAIDAN_INLINE Leg Source::longest() const { return matrix_ ? matrix_->longest() : line_ ? line_->longest() : Leg{}; }

PAIDAN_INLINE void Source::row(LocationIndex from, std::span<const LocationIndex> to, std::span<Leg> out) const {
  if (line_) return line_->legs(from, to, out);
  if (!matrix_) return;
  const Leg* const legs = matrix_->legs().data() + from.at() * matrix_->size();
  for (std::size_t i = 0; i < to.size(); ++i) out[i] = legs[to[i].at()];
}

PAIDAN_INLINE void Source::column(LocationIndex to, std::span<const LocationIndex> from, std::span<Leg> out) const {
  if (line_) return line_->legs(to, from, out);  // straight lines are as long both ways
  if (!matrix_) return;
  const Leg* const legs = matrix_->legs().data() + to.at();
  const std::size_t size = matrix_->size();
  for (std::size_t i = 0; i < from.size(); ++i) out[i] = legs[from[i].at() * size];
}

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI
