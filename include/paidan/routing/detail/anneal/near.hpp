// Which visits lie near which: where a visit may be put, and what is taken out together.
#pragma once

#include <paidan/routing/detail/anneal/ground.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// A visit beside which another may stand.
struct Neighbour {
  std::uint32_t packed = 0;  ///< visit · 4 + (the other may follow it ? 1) + (the other may precede it ? 2)
  std::int32_t leg = 0;      ///< the shorter of the two legs between them

  [[nodiscard]] Index visit() const { return packed >> 2U; }
  [[nodiscard]] bool may_precede() const { return (packed & 1U) != 0; }  ///< this one, then the other
  [[nodiscard]] bool may_follow() const { return (packed & 2U) != 0; }   ///< the other, then this one
};

/// Immutable, shared by all lanes.
class Near {
 public:
  static constexpr std::size_t beside_count = 100;  // 40 instead cost .6 points at 1,000 visits
  static constexpr std::size_t around_count = 300;

  PAIDAN_EXPORT explicit Near(const Ground& ground);

  /// Where a visit may be put: best first by leg + 0.2 × the least waiting between the two. Pairs that can be on time
  /// in neither direction are left out.
  [[nodiscard]] std::span<const Neighbour> beside(Index visit) const {
    return {beside_.data() + beside_begin_[visit], beside_begin_[visit + 1] - beside_begin_[visit]};
  }
  /// The nearest by distance alone.
  [[nodiscard]] std::span<const Index> around(Index visit) const {
    return {around_.data() + std::size_t{visit} * around_width_, around_width_};
  }

 private:
  void find_beside(const Ground& ground);
  void find_around(const Ground& ground);

  std::vector<Neighbour> beside_;
  std::vector<std::size_t> beside_begin_;
  std::vector<Index> around_;
  std::size_t around_width_ = 0;
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/near.ipp>
#endif
