// A stop of a tour while it is searched: a visit, a rest, or a call at a depot.
#pragma once

#include <paidan/routing/detail/rich/ground.hpp>

#include <algorithm>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// One stop. Times are seconds of the model.
struct Item {
  Index order = none;      ///< `none`: a rest, or a call at a depot
  Index place = 0;         ///< of a rest: where the one before was
  std::int32_t leg_s = 0;  ///< from the place before
  std::int32_t leg_m = 0;
  std::int32_t duration = 0;
  std::int32_t low = 0;  ///< may start in [low, high], later than `due` costs
  std::int32_t high = 0;
  std::int32_t due = 0;
  std::int32_t start = 0;   ///< earliest, from what stands before
  std::int32_t latest = 0;  ///< latest start that what stands behind allows
  std::int32_t free = 0;    ///< latest start that costs nothing more behind
  // The tour's end when this starts at t: max(end_least, t + to_end).
  std::int32_t end_least = 0;
  std::int32_t to_end = 0;
  // When the tour leaves if this starts at t at the latest: min(departs, t − so_far).
  std::int32_t departs = 0;
  std::int32_t so_far = 0;
  std::int32_t last = 0;    ///< latest start without more lateness, the end left open
  std::uint32_t row = 0;    ///< break row of a rest, depot of a call
  bool by_release = false;  ///< its first start hangs on the way there: nobody leaves for it sooner
  bool sure = true;         ///< its start is told by these numbers alone: `Layer::is_sure`
  bool paid : 1 = true;     ///< false of some rests
  bool call : 1 = false;
  bool linked : 1 = false;  ///< starts as early as it can, whenever the tour leaves
  std::int64_t pair_cost = 0;

  /// Started first at `from`, the latest start of a later departure that costs nothing by itself.
  [[nodiscard]] std::int32_t most(std::int32_t from) const {
    return linked ? from : std::min(high, std::max(from, due));
  }
  [[nodiscard]] bool is_visit() const { return order != none; }
  [[nodiscard]] bool is_rest() const { return order == none && !call; }
  friend bool operator==(const Item&, const Item&) = default;
};

static_assert(sizeof(Item) == 80);  // tours are copied whenever they change

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
