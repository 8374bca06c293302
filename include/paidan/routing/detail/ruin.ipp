#pragma once

#include <paidan/routing/detail/ruin.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

/// Collects orders to take out, then takes them out route by route.
class Ruin {
 public:
  Ruin(State& state, SplitMix64& random, const RuinOptions& options)
      : state_(state), random_(random), options_(options) {}

  void strings(std::uint32_t seed) {
    const std::size_t shifts = state_.context().shift_count();
    std::size_t used = 0;
    std::size_t served = 0;
    for (std::size_t s = 0; s < shifts; ++s) {
      const std::size_t size = state_.size(static_cast<std::uint32_t>(s));
      served += size;
      if (size > 0) ++used;
    }
    if (used == 0) return;
    const auto average = static_cast<std::uint32_t>(std::max<std::size_t>(1, served / used));
    const std::uint32_t longest = std::min(options_.longest, average);
    const std::uint32_t most = std::max(1U, 4 * options_.average / (1 + longest));
    const std::uint32_t count = 1 + random_.below(most);
    std::uint32_t taken = 0;
    std::vector<std::uint32_t> ruined;
    visit_near(seed, [&](std::uint32_t order) {
      const std::uint32_t shift = state_.shift_of(order);
      if (std::find(ruined.begin(), ruined.end(), shift) != ruined.end()) return true;
      ruined.push_back(shift);
      const auto size = static_cast<std::uint32_t>(state_.size(shift));
      const std::uint32_t length = 1 + random_.below(std::min(size, longest + 1));
      const auto place = static_cast<std::uint32_t>(state_.position_of(order));
      const std::uint32_t lowest = place + 1 >= length ? place + 1 - length : 0;
      const std::uint32_t highest = std::min(place, size - length);
      const std::uint32_t first = lowest + random_.below(highest - lowest + 1);
      const auto steps = state_.steps(shift);
      for (std::uint32_t i = first; i < first + length; ++i) take(steps[i].order);
      return ++taken < count;
    });
  }

  void neighbours(std::uint32_t seed) {
    const std::uint32_t count = 2 + random_.below(2 * options_.average);
    visit_near(seed, [&](std::uint32_t order) {
      if (random_.below(8) != 0) take(order);
      return taken_.size() < count;
    });
  }

  void routes(std::uint32_t seed) {
    const std::uint32_t count = 1 + random_.below(2);
    std::vector<std::uint32_t> ruined;
    visit_near(seed, [&](std::uint32_t order) {
      const std::uint32_t shift = state_.shift_of(order);
      if (std::find(ruined.begin(), ruined.end(), shift) != ruined.end()) return true;
      ruined.push_back(shift);
      for (const Step& step : state_.steps(shift)) take(step.order);
      return ruined.size() < count && taken_.size() < std::size_t{3} * options_.average;
    });
  }

  void any() {
    const std::uint32_t count = 2 + random_.below(options_.average);
    const auto orders = static_cast<std::uint32_t>(state_.context().order_count());
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t order = random_.below(orders);
      if (state_.shift_of(order) != Context::no_pair) take(order);
    }
  }

  std::vector<std::uint32_t> finish() {
    std::vector<std::uint32_t> shifts;
    for (const std::uint32_t order : taken_) shifts.push_back(state_.shift_of(order));
    std::sort(shifts.begin(), shifts.end());
    shifts.erase(std::unique(shifts.begin(), shifts.end()), shifts.end());
    std::vector<std::uint32_t> visits;
    for (const std::uint32_t shift : shifts) {
      visits.clear();
      for (const Step& step : state_.steps(shift)) {
        if (!is_taken(step.order)) visits.push_back(step.order);
      }
      Change change{shift, visits};
      // Without some visits a route can be worse: longer ways, a rest out of reach. Then all of it goes.
      if (state_.delta({&change, 1}) == infeasible) {
        for (const std::uint32_t order : visits) taken_.push_back(order);
        visits.clear();
        change.visits = visits;
      }
      state_.apply({&change, 1});
    }
    return std::move(taken_);
  }

 private:
  [[nodiscard]] bool is_taken(std::uint32_t order) const {
    return std::find(taken_.begin(), taken_.end(), order) != taken_.end();
  }
  void take(std::uint32_t order) {
    if (!is_taken(order)) taken_.push_back(order);
  }
  /// The seed and its neighbours, those in routes, until `use` says enough.
  template <class Use>
  void visit_near(std::uint32_t seed, Use&& use) {
    if (state_.shift_of(seed) != Context::no_pair && !use(seed)) return;
    for (const std::uint32_t order : state_.context().near(seed)) {
      if (state_.shift_of(order) != Context::no_pair && !use(order)) return;
    }
  }

  State& state_;
  SplitMix64& random_;
  RuinOptions options_;
  std::vector<std::uint32_t> taken_;
};

}  // namespace routing_detail

PAIDAN_INLINE std::vector<std::uint32_t> ruin(State& state, SplitMix64& random, const RuinOptions& options) {
  const auto orders = static_cast<std::uint32_t>(state.context().order_count());
  routing_detail::Ruin step(state, random, options);
  const std::uint32_t seed = random.below(orders);
  const std::uint32_t kind = random.below(16);
  if (kind < 9) {
    step.strings(seed);
  } else if (kind < 13) {
    step.neighbours(seed);
  } else if (kind < 15) {
    step.routes(seed);
  } else {
    step.any();
  }
  return step.finish();
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
