// Internal (only .ipp files include it). The state of an assignment and the moves that keep it optimal.
//
// Every column has rising slot costs L and one price p; every row a dual u. Between two operations these hold:
//   u_i ≤ penalty_i and u_i ≤ c_ij + p_j;   assigned ⇒ u_i = c_ij + p_j;   unassigned ⇒ u_i = penalty_i;
//   L[filled − 1] ≤ p ≤ L[filled].
// That is a proof of optimality (complementary slackness). An operation breaks it in two ways only: a *free row* has no
// column yet and u_i < penalty_i, and a *phantom* holds a slot with L < p that no row fills. `augment` settles one free
// row by a shortest path, `retract` one phantom; both keep everything else tight. A batch is solved the same way, after
// an auction has found prices so good that these paths are a few steps long (Bertsekas 1988; ε-scaling; the repair is
// the Hungarian method's step, kept local).
#pragma once

#include <paidan/assign/detail/arc_block.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

/// Index 0 of rows and columns is the sentinel that unused lanes lead to; callers count from 1.
using Index = std::int32_t;
inline constexpr Index nobody = 0;

/// What one search has found: how far, and the steps to walk back.
template <class C>
struct Route {
  C length = 0;
  Index end_column = nobody;  ///< where a slot is taken (forward) or given up (backward); nobody: at a row's penalty
  Index end_row = nobody;     ///< the row that becomes unassigned (forward) or comes in from outside (backward)
};

template <class C>
class Kernel {
 public:
  using Cost = C;

  Kernel(std::size_t rows, std::size_t columns);
  /// The same state in wider arithmetic.
  template <class D>
  explicit Kernel(const Kernel<D>& narrow);

  // ---- loading
  /// Slots of a column, rising; only while nobody is in it.
  void set_slots(Index column, std::span<const std::int64_t> costs);
  /// Arcs of a row, at most one per column, which are counted from 0 here. `costs` fit the cost type.
  void set_arcs(Index row, std::span<const std::uint32_t> columns, std::span<const std::int64_t> costs,
                std::int64_t penalty);
  void reserve(std::size_t blocks, std::size_t lines) {
    blocks_.reserve(blocks);
    lines_.reserve(lines);
    slot_cost_.reserve(lines * lanes);
  }
  Index add_row();
  Index add_column();

  /// The column's prices begin no lower than this; only a hint.
  void start_at(Index column, std::int64_t price);

  // ---- the batch
  /// `look` is called when the first bids turn into a price war: it may lift prices (`start_at`) and says whether it
  /// did; the bids then begin again.
  template <class Look>
  void solve(const Look& look);
  void solve();
  template <class Scan, class Look>
  void solve_by(const Look& look) {
    auction<Scan>(look);
    close_auction<Scan>();
    settle_all<Scan>();
  }
  /// Who holds slots of the column, in the middle of an auction too; `nobody` in between.
  [[nodiscard]] Index holder(Index column, std::uint32_t k) const { return owner(column_[at(column)], k); }

  // ---- repair: each leaves free rows and phantoms behind; `settle` makes the assignment optimal again
  /// Lists every arc from the columns' side; needed once before the first repair.
  void go_live();
  void put_row(Index row);   ///< its arcs and penalty are set
  void take_row(Index row);  ///< it leaves, its arcs too
  void set_penalty(Index row, std::int64_t penalty);
  void set_arc(Index row, Index column, std::int64_t cost);
  void remove_arc(Index row, Index column);
  void change_slots(Index column, std::span<const std::int64_t> costs);
  void settle();
  /// Go over to another assignment of the same cost, columns counted from 0 (`Assignment::unassigned`: in none). False,
  /// and nothing has changed, when the prices do not prove it optimal.
  bool adopt(std::span<const std::uint32_t> column_of_row);

  // ---- questions; the state is the same afterwards
  struct Move {
    Index row;
    Index from;
    Index to;
  };
  /// What it would cost to have the row in the column (`nobody`: in none), over an arc of this cost, everything else as
  /// cheap as it can then be; and who would move. False when the column has no slots.
  bool regret(Index row, Index column, C arc_cost, C& cost, std::vector<Move>& moves);
  /// What one more slot of this cost would save; it must not be below the costs of the slots there are.
  C slot_gain(Index column, C slot_cost);

  // ---- looking
  [[nodiscard]] std::size_t rows() const { return row_.size() - 1; }
  [[nodiscard]] std::size_t columns() const { return column_.size() - 1; }
  [[nodiscard]] Index column_of(Index row) const { return place_[at(row)].column; }
  [[nodiscard]] C row_dual(Index row) const { return -minus_dual_[at(row)]; }
  [[nodiscard]] C column_price(Index column) const { return price_[at(column)]; }
  [[nodiscard]] bool present(Index row) const { return present_[at(row)] != 0; }
  [[nodiscard]] std::uint32_t arcs(Index row) const { return row_[at(row)].arcs; }
  [[nodiscard]] Index arc_to(Index row, std::uint32_t a) const {
    return blocks_[row_[at(row)].block + a / lanes].to[a % lanes];
  }
  [[nodiscard]] C arc_cost_at(Index row, std::uint32_t a) const {
    return blocks_[row_[at(row)].block + a / lanes].cost[a % lanes];
  }
  /// Position of the arc, or `arcs(row)`.
  [[nodiscard]] std::uint32_t find_arc(Index row, Index column) const;
  [[nodiscard]] std::uint32_t capacity(Index column) const { return column_[at(column)].capacity; }
  [[nodiscard]] C penalty(Index row) const { return row_[at(row)].penalty; }
  [[nodiscard]] std::int64_t cost() const;
  /// Over all arcs ever set, and 0, as they were given.
  [[nodiscard]] std::int64_t lowest_cost() const { return lowest_cost_; }
  [[nodiscard]] std::int64_t highest_cost() const { return highest_cost_; }

 private:
  template <class D>
  friend class Kernel;

  struct Row {
    std::uint32_t block = 0;  // first
    std::uint32_t arcs = 0;
    std::uint32_t room = 0;  // blocks it owns
    C penalty = 0;
    [[nodiscard]] std::uint32_t blocks() const { return (arcs + lanes - 1) / lanes; }
  };
  struct Place {
    Index column = nobody;
    C arc_cost = 0;
  };
  struct Column {
    std::uint32_t line = 0;  // first; line j itself as long as eight slots are enough
    std::uint32_t lines = 1;
    std::uint32_t capacity = 0;
    std::uint32_t filled = 0;
    std::uint32_t phantoms = 0;
  };
  /// During the auction every slot has its own price; afterwards only the owners count, packed to the front.
  struct alignas(64) Line {
    C price[lanes];
    Index owner[lanes];
  };
  /// Who could come to a column: the arcs seen from there.
  struct Reach {
    std::uint32_t block = 0;
    std::uint32_t blocks = 0;  // room
    std::uint32_t arcs = 0;
    C slack = 0;  // arcs that are not listed had c + p − u ≥ slack …
    C price = 0;  // … at this price
  };
  struct Listed {
    Index row;
    Index column;
    C cost;
  };
  struct Step {
    C distance;
    Index column;
  };

  static std::size_t at(Index index) { return static_cast<std::size_t>(index); }
  static std::size_t slot(const Column& column, std::uint32_t k) { return std::size_t{column.line} * lanes + k; }
  Index& owner(const Column& column, std::uint32_t k) { return lines_[column.line + k / lanes].owner[k % lanes]; }
  [[nodiscard]] Index owner(const Column& column, std::uint32_t k) const {
    return lines_[column.line + k / lanes].owner[k % lanes];
  }

  // auction.ipp
  void start_prices();
  template <class Scan>
  [[nodiscard]] Cheapest<C> cheapest_slot(const Column& column) const;
  [[nodiscard]] C mean_spread() const;
  template <class Scan, class Look>
  void auction(const Look& look);
  void queue_everybody();
  template <class Scan>
  bool phase(C epsilon, std::uint64_t limit);
  void between_phases(C fall);
  template <class Scan>
  void close_auction();
  template <class Scan>
  void reverse_auction(C epsilon);

  // paths.ipp
  template <class Scan>
  void augment(Index row);
  template <class Scan>
  void spread_forward(Route<C>& best);
  void walk_forward(Index row, const Route<C>& route);
  template <class Scan>
  bool retract(Index column);
  template <class Scan>
  bool search_backward(Index column, C start_out, Route<C>& best);
  void walk_backward(Index column, const Route<C>& route);
  template <class Scan>
  void settle_all();
  template <class Scan>
  void settle_free();
  template <class Scan>
  void look_from(Index row, C base, Route<C>& best);
  void touch(Index column, C distance, Index row, C arc_cost);
  [[nodiscard]] C way_in(Index column, C distance) const;
  [[nodiscard]] C way_out(Index column, C distance) const;
  void clear_search();
  void push(C distance, Index column);
  Step pop();
  void replace_owner(Index column, Index leaving, Index coming);
  void add_owner(Index column, Index row);
  void remove_owner(Index column, Index row);
  [[nodiscard]] C arc_cost(Index row, Index column) const;

  // kernel.ipp
  template <class Scan>
  void build_reach(C slack, const std::vector<C>& price);

  // repair.ipp
  void add_reach(Index column, Index row, C cost);
  std::pair<std::uint32_t, std::uint32_t> find_reach(Index column, Index row) const;
  void remove_reach(Index column, Index row);
  void release(Index row);
  void vacate(Index row);
  void count_phantoms(Index column);
  std::uint32_t take_blocks(std::uint32_t count);
  void give_blocks(std::uint32_t block, std::uint32_t count);

  // regret.ipp
  [[nodiscard]] std::vector<Index> owners_of(Index column) const;
  template <class Scan>
  bool regret_by(Index row, Index column, C arc_cost, C& cost, std::vector<Move>& moves);

  std::vector<Row> row_;
  std::vector<Place> place_;
  std::vector<std::uint8_t> present_;
  std::vector<C> minus_dual_;  // −u, so that both searches add
  std::vector<Column> column_;
  std::vector<C> price_;
  std::vector<Line> lines_;  // line j is column j's; further ones follow for those with more than eight slots
  bool long_lines_ = false;
  std::vector<C> slot_cost_;  // by line and lane; far_away beyond the capacity
  std::vector<ArcBlock<C>, Uncleared<ArcBlock<C>>> blocks_;
  std::vector<Reach> reach_;
  std::vector<ArcBlock<C>, Uncleared<ArcBlock<C>>> reach_blocks_;

  std::vector<C> start_;        // per column, when some prices begin above the slots' costs
  std::vector<Index> free_;     // rows to settle
  std::vector<Index> phantom_;  // columns with phantoms, perhaps several times
  std::uint64_t bids_ = 0;
  std::int64_t lowest_cost_ = 0;
  std::int64_t highest_cost_ = 0;
  std::uint64_t spread_sum_ =
      0;  // dearest − cheapest arc, over the rows; modulo 2^64 until the arcs are known to be sound
  std::vector<Index> queue_;
  std::vector<Index> next_queue_;
  std::vector<std::vector<std::uint32_t>> spare_blocks_;  // by count: runs of blocks_ that are free again
  C end_extra_ = 0;  // what a path pays beside when it ends anywhere but at a phantom
  C last_epsilon_ = 1;
  bool live_ = false;  // reach_ lists every arc and is kept so

  // One search at a time.
  std::vector<C> distance_;    // per column; far_away = not reached
  std::vector<Index> mover_;   // per column: the row that comes (forward) or leaves (backward)
  std::vector<C> mover_cost_;  // per column: of the arc the mover takes
  std::vector<Index> target_;  // per column, backward: where the mover goes
  C end_cost_ = 0;             // backward: of the arc that the row from outside takes
  std::vector<std::uint8_t> done_;
  std::vector<Step> heap_;
  std::vector<Step> ended_at_;      // backward: where a list was too short, and how far it was good for
  std::vector<Index> short_lists_;  // those that made searches fail
  std::vector<Index> reached_;
};

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
