// From one optimal assignment to another: any optimal prices prove every optimal assignment (complementary slackness).
#pragma once

#include <paidan/assign/assignment.hpp>
#include <paidan/assign/detail/kernel.hpp>

#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

template <class C>
bool Kernel<C>::adopt(std::span<const std::uint32_t> column_of_row) {
  std::vector<Place> places(row_.size());
  std::vector<std::uint32_t> filled(column_.size(), 0);
  for (std::size_t i = 0; i < column_of_row.size(); ++i) {
    const auto row = static_cast<Index>(i + 1);
    const std::uint32_t wanted = column_of_row[i];
    if (wanted == Assignment::unassigned) {
      if (row_dual(row) != penalty(row)) return false;
      continue;
    }
    if (wanted >= columns()) return false;
    const auto column = static_cast<Index>(wanted + 1);
    const std::uint32_t a = find_arc(row, column);
    if (a == arcs(row) || arc_cost_at(row, a) + column_price(column) != row_dual(row)) return false;
    places[at(row)] = {column, arc_cost_at(row, a)};
    ++filled[at(column)];
  }
  for (std::size_t j = 1; j < column_.size(); ++j) {
    const Column& column = column_[j];
    const std::uint32_t held = filled[j];
    if (held > column.capacity) return false;
    if (held > 0 && slot_cost_[slot(column, held - 1)] > price_[j]) return false;
    if (held < column.capacity && slot_cost_[slot(column, held)] < price_[j]) return false;
  }
  for (std::size_t i = 1; i < row_.size(); ++i) {
    if (place_[i].column != nobody) remove_owner(place_[i].column, static_cast<Index>(i));
  }
  place_ = places;
  for (std::size_t i = 1; i < row_.size(); ++i) {
    if (places[i].column != nobody) add_owner(places[i].column, static_cast<Index>(i));
  }
  return true;
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
