// What a change would cost, found without making it.
#pragma once

#include <paidan/assign/detail/kernel.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

template <class C>
std::vector<Index> Kernel<C>::owners_of(Index index) const {
  const Column& column = column_[at(index)];
  std::vector<Index> owners(column.filled);
  for (std::uint32_t k = 0; k < column.filled; ++k) owners[k] = owner(column, k);
  return owners;
}

/// With the row taken out, its old place is a phantom. The unit that enters `column` pushes on along a shortest path:
/// either into that phantom, or to some other end, and then the phantom is retracted as cheaply as can be. One forward
/// search and one backward, at the duals of the optimum (their reduced costs are not negative).
template <class C>
template <class Scan>
bool Kernel<C>::regret_by(Index row, Index column, C arc, C& cost, std::vector<Move>& moves) {
  moves.clear();
  cost = 0;
  const Index home = place_[at(row)].column;
  if (home == column) {
    cost = home == nobody ? 0 : arc - place_[at(row)].arc_cost;
    return true;
  }
  if (column != nobody && column_[at(column)].capacity == 0) return false;
  const C dual = -minus_dual_[at(row)];
  const std::vector<Index> owners = home == nobody ? std::vector<Index>{} : owners_of(home);
  minus_dual_[at(row)] = far_away<C>;
  std::vector<Move> back;
  C retraction = 0;
  if (home != nobody) {
    remove_owner(home, row);
    ++column_[at(home)].phantoms;
    Route<C> route;
    search_backward<Scan>(home, way_out(home, 0), route);
    retraction = route.length;
    Index at_column = route.end_column;
    if (route.end_row != nobody) back.push_back({route.end_row, nobody, at_column});
    while (at_column != home) {
      back.push_back({mover_[at(at_column)], at_column, target_[at(at_column)]});
      at_column = target_[at(at_column)];
    }
    clear_search();
  }
  moves.push_back({row, home, column});
  if (column == nobody) {
    cost = row_[at(row)].penalty - dual + retraction;
    moves.insert(moves.end(), back.begin(), back.end());
  } else {
    end_extra_ = retraction;
    touch(column, 0, nobody, 0);
    Route<C> route{way_in(column, 0), column, nobody};
    spread_forward<Scan>(route);
    end_extra_ = 0;
    cost = arc + price_[at(column)] - dual + route.length;
    std::vector<Move> chain;
    Index at_column = route.end_column;
    if (at_column == nobody) {
      at_column = place_[at(route.end_row)].column;
      chain.push_back({route.end_row, at_column, nobody});
    }
    while (at_column != column) {
      const Index mover = mover_[at(at_column)];
      chain.push_back({mover, place_[at(mover)].column, at_column});
      at_column = place_[at(mover)].column;
    }
    std::reverse(chain.begin(), chain.end());
    if (route.end_column == home && home != nobody) back.clear();
    // Where both ways move the same row, what lies between is a detour of no cost.
    for (const Move& step : chain) {
      const auto same = std::find_if(back.begin(), back.end(), [&](const Move& m) { return m.row == step.row; });
      if (same != back.end()) {
        back.erase(back.begin(), same);
        break;
      }
      moves.push_back(step);
    }
    moves.insert(moves.end(), back.begin(), back.end());
    clear_search();
  }
  if (home != nobody) {
    --column_[at(home)].phantoms;
    add_owner(home, row);
    for (std::size_t k = 0; k < owners.size(); ++k) owner(column_[at(home)], static_cast<std::uint32_t>(k)) = owners[k];
  }
  minus_dual_[at(row)] = -dual;
  return true;
}

template <class C>
bool Kernel<C>::regret(Index row, Index column, C arc, C& cost, std::vector<Move>& moves) {
#if defined(PAIDAN_MATCHING_AVX2)
  if (Avx2Scan::available()) return regret_by<Avx2Scan>(row, column, arc, cost, moves);
#endif
  return regret_by<ScalarScan>(row, column, arc, cost, moves);
}

template <class C>
C Kernel<C>::slot_gain(Index column, C slot_cost) {
  C price = price_[at(column)];
  if (column_[at(column)].capacity == 0) {
    // Closed: the lowest price at which nobody would rather be here.
    price = slot_cost;
    const Reach& reach = reach_[at(column)];
    for (std::uint32_t a = 0; a < reach.arcs; ++a) {
      const ArcBlock<C>& block = reach_blocks_[reach.block + a / lanes];
      price = std::max<C>(price, -minus_dual_[at(block.to[a % lanes])] - block.cost[a % lanes]);
    }
  }
  if (slot_cost >= price) return 0;
  std::swap(price_[at(column)], price);
  Route<C> route;
  search_backward<ScalarScan>(column, price_[at(column)] - slot_cost, route);
  clear_search();
  std::swap(price_[at(column)], price);
  return price - slot_cost - route.length;
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
