#pragma once

#include <paidan/routing/detail/anneal/insertion.hpp>

#include <algorithm>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

namespace insertion_detail {

/// A neighbour is looked at while its leg is below this many times the best price so far: 2 to 3 instead of 1 gains .4
/// points at 1,000 visits.
inline constexpr std::int32_t reach = 3;

/// One visit looking for its place; `Leg` as the ground has them.
template <class Leg>
class Scan {
 public:
  Scan(const State& state, Index visit, std::int32_t below, Blink& blink, SplitMix64& random)
      : ground_(state.ground()),
        state_(state),
        nodes_(state.nodes()),
        slack_(state.slack()),
        from_(ground_.from<Leg>(visit)),
        to_(ground_.to<Leg>(visit)),
        window_(ground_.window(visit)),
        blink_(blink),
        random_(random) {
    best_.delta = below;
  }

  void beside(std::span<const Neighbour> neighbours) {
    const bool symmetric = ground_.symmetric();
    std::int32_t far = std::numeric_limits<std::int32_t>::max();
    for (const Neighbour& one : neighbours) {
      if (one.leg >= far) break;
      const Index u = one.visit();
      const Node& at = nodes_[u];
      if (slack_[at.route] < window_.load) continue;
      if (one.may_precede()) {
        const std::int32_t here = symmetric ? one.leg : to_[u];
        const std::int32_t on = from_[ground_.stop(at.next)];
        const std::int32_t delta = here + on - at.to_next;
        if (delta < best_.delta && on_time(at, here, on, nodes_[at.next])) far = take(u, delta, far);
      }
      if (one.may_follow()) {
        const std::int32_t here = to_[ground_.stop(at.prev)];
        const std::int32_t on = symmetric ? one.leg : from_[u];
        const std::int32_t delta = here + on - at.from_prev;
        if (delta < best_.delta && on_time(nodes_[at.prev], here, on, at)) far = take(at.prev, delta, far);
      }
    }
  }

  void ends() {
    const std::span<const Ends> ends = state_.ends();
    const std::span<const Index> active = state_.active();
    if (ground_.kind_count() == 1) {
      const std::int32_t out = to_[ground_.stop(ground_.start_of(0))];
      const std::int32_t home = from_[ground_.stop(ground_.end_of(0))];
      for (std::size_t i = 0; i < ends.size(); ++i) look_at(ends[i], out, home, active[i]);
    } else {
      for (std::size_t i = 0; i < ends.size(); ++i) {
        const Index start = ground_.start_of(active[i]);
        look_at(ends[i], to_[ground_.stop(start)], from_[ground_.stop(start + 1)], active[i]);
      }
    }
  }

  /// A route not in use; `whatever` it costs, if asked.
  void fresh(bool whatever) {
    if (whatever) best_ = {none, 2 * limit};
    for (Index kind = 0; kind < ground_.kind_count(); ++kind) {
      const Index route = state_.idle(kind);
      if (route == none || slack_[route] < window_.load) continue;
      const Index start = ground_.start_of(route);
      const Index end = ground_.end_of(route);
      const std::int32_t here = to_[ground_.stop(start)];
      const std::int32_t on = from_[ground_.stop(end)];
      if (here + on < best_.delta && on_time(nodes_[start], here, on, nodes_[end])) best_ = {start, here + on};
    }
  }

  [[nodiscard]] const Spot& best() const { return best_; }

 private:
  [[nodiscard]] bool on_time(const Node& before, std::int32_t here, std::int32_t on, const Node& behind) const {
    const std::int32_t arrival = before.leaves + here;
    return arrival <= window_.latest && std::max(arrival, window_.earliest) + window_.service + on <= behind.latest;
  }

  std::int32_t take(Index after, std::int32_t delta, std::int32_t far) {
    if (blink_(random_)) return far;
    best_ = {after, delta};
    return delta * reach;
  }

  void look_at(const Ends& one, std::int32_t out, std::int32_t home, Index route) {
    if (out + from_[one.first] - one.first_leg < best_.delta) try_behind(ground_.start_of(route));
    if (to_[one.last] + home - one.last_leg < best_.delta) try_behind(one.last);
  }

  void try_behind(Index after) {
    const Node& at = nodes_[after];
    if (slack_[at.route] < window_.load) return;
    const std::int32_t here = to_[at.stop];
    const std::int32_t on = from_[ground_.stop(at.next)];
    const std::int32_t delta = here + on - at.to_next;
    if (on_time(at, here, on, nodes_[at.next])) take(after, delta, 0);
  }

  const Ground& ground_;
  const State& state_;
  const Node* nodes_;
  const std::int32_t* slack_;
  const Leg* from_;
  const Leg* to_;
  Window window_;
  Blink& blink_;
  SplitMix64& random_;
  Spot best_;
};

template <class Leg>
[[nodiscard]] Spot find_spot(const State& state, const Near& near, Index visit, const Look& look, Blink& blink,
                             SplitMix64& random) {
  Scan<Leg> scan(state, visit, look.below, blink, random);
  scan.beside(near.beside(visit));
  if (look.ends) scan.ends();
  const Spot known = scan.best();
  scan.fresh(look.fresh);
  return look.fresh && scan.best().after == none ? known : scan.best();
}

}  // namespace insertion_detail

PAIDAN_INLINE Spot find_spot(const State& state, const Near& near, Index visit, const Look& look, Blink& blink,
                             SplitMix64& random) {
  return state.ground().narrow() ? insertion_detail::find_spot<std::uint16_t>(state, near, visit, look, blink, random)
                                 : insertion_detail::find_spot<std::int32_t>(state, near, visit, look, blink, random);
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
