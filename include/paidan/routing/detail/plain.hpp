// Problems without anything but ways, hours and room: the variant of the search that needs less than half the time.
#pragma once

#include <paidan/model/goals.hpp>
#include <paidan/routing/detail/anneal/search.hpp>
#include <paidan/routing/detail/context.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// A problem as `anneal` sees it. Immutable, shared by all lanes.
class Plain {
 public:
  /// Null when the problem asks for more: one window a visit, none of it soft, nobody better than another, one pace,
  /// one kind of part at most, travel time the only cost.
  [[nodiscard]] PAIDAN_EXPORT static std::unique_ptr<const Plain> of(const Context& context);

  [[nodiscard]] const anneal::Ground& ground() const { return ground_; }
  [[nodiscard]] const anneal::Near& near() const { return near_; }
  [[nodiscard]] std::int64_t missed_rate() const { return missed_rate_; }

  [[nodiscard]] PAIDAN_EXPORT Goals goals(const anneal::Tally& tally) const;
  /// Orders by shift.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::vector<std::uint32_t>> visits(
      std::vector<std::vector<std::uint32_t>> routes) const;

 private:
  struct Rows;
  explicit Plain(Rows rows);
  [[nodiscard]] static bool fits(const Context& context);
  [[nodiscard]] static bool read(const Context& context, Rows& rows);

  std::vector<std::uint32_t> order_of_;  // visit → order
  bool in_order_ = true;
  std::int64_t leg_cost_ = 1;
  std::int64_t weight_unit_ = 1;  // of the first goal, or of the cost, by weight
  std::int64_t missed_rate_ = 1;
  anneal::Ground ground_;
  anneal::Near near_;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/plain.ipp>
#endif
