// Routes whose visits are linked, timed together.
#pragma once

#include <paidan/routing/timing.hpp>  // before layout.hpp: header-only, it includes that one itself

#include <paidan/routing/detail/gaps.hpp>
#include <paidan/routing/detail/layout.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// What links ask of starts, raised as starts become known.
class Floors {
 public:
  explicit Floors(const Dense& dense) : dense_(&dense) { clear(); }

  void clear() {
    floors_.assign(dense_->orders.location.size(), -time_limit_s);
    starts_.assign(dense_->orders.location.size(), unknown);
  }
  /// By order.
  [[nodiscard]] std::span<const std::int32_t> all() const { return floors_; }
  /// The gaps of this order's links are so much wider, on both sides, until others are.
  void widen(OrderIndex order, std::int64_t by_s) {
    wider_ = order;
    wider_by_s_ = by_s;
  }
  /// The order starts then: `moved(other)` for each that has to start later than it did, or than was known.
  template <class Moved>
  void tell(OrderIndex order, std::int32_t start, Moved&& moved) {
    starts_[order.at()] = start;
    if (start < floors_[order.at()]) moved(order);  // asked for by another visit of its route
    for (const std::uint32_t row : dense_->orders.links[order.at()]) {
      const LinkRow& link = dense_->links[row];
      const std::size_t other = other_of(link, order).at();
      const std::int64_t wider = link.first == wider_ || link.second == wider_ ? wider_by_s_ : 0;
      const auto asked =
          static_cast<std::int32_t>(std::max<std::int64_t>(asked_of_other(link, order, start) - wider, -time_limit_s));
      if (asked <= floors_[other]) continue;
      floors_[other] = asked;
      if (starts_[other] != unknown && starts_[other] < asked) moved(OrderIndex(other));
    }
  }

 private:
  static constexpr std::int32_t unknown = -time_limit_s - 1;
  const Dense* dense_;
  std::vector<std::int32_t> floors_;
  std::vector<std::int32_t> starts_;
  OrderIndex wider_;
  std::int64_t wider_by_s_ = 0;
};

namespace routing_detail {

/// One of the routes: what is asked of it, and how it is then.
struct Together {
  ShiftIndex shift;
  std::vector<OrderIndex> visits;
  FamilyBits relaxed = 0;
  OrderIndex target = {};
  bool free_start = false;
  FamilyBits violated = 0;            ///< besides what its layout finds
  std::optional<Places> places = {};  ///< call and rests given
  Layout* laid_out = nullptr;         ///< given, with its call, its frame and what is waived
  Timed timed = {};
};

/// Routes are timed again until every linked visit starts where its links ask for: a floor is only ever raised. Returns
/// the first route that cannot be, or their number. `floors` are those that hold in the end.
[[nodiscard]] PAIDAN_EXPORT std::size_t time_together(const Problem& problem, Clock& clock, std::span<Together> routes,
                                                      Floors& floors);

/// The first of the routes that is under way when a rest is due that it does not have; or their number.
[[nodiscard]] PAIDAN_EXPORT std::size_t lacks_rest(const Problem& problem, std::span<const Together> routes);

/// The same; then with rests and calls where they have come to stand, since starts may be earlier so. False: they
/// cannot be.
[[nodiscard]] PAIDAN_EXPORT bool settle_together(const Problem& problem, Clock& clock, std::span<Together> routes,
                                                 Floors& floors);

}  // namespace routing_detail

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/together.ipp>
#endif
