// Random problems with links and crews.
#pragma once

#include "support/random_problem.hpp"

#include <algorithm>
#include <string>

namespace paidan_test {

/// Some orders for two, some one after another.
inline paidan::Problem linked_problem(std::uint64_t seed, const RandomProblem& shape) {
  using namespace paidan;
  ProblemData data = ProblemMaker(seed, shape).make();
  SplitMix64 random(seed ^ 0x11ae5);
  for (std::size_t i = 1; i < data.orders.size(); ++i) {
    Order& order = data.orders[i];
    const std::uint32_t drawn = random.below(6);
    if (drawn == 0) {
      order.crew = 2;
    } else if (drawn <= 2) {
      Link link;
      link.order = data.orders[random.below(static_cast<std::uint32_t>(i))].id;
      link.minimum_gap = minutes(random.between(0, 3) * 30);
      link.maximum_gap = Duration{link.minimum_gap.seconds + random.between(0, 4) * 1'200};
      order.links.push_back(link);
    }
  }
  return settled(std::move(data));
}

}  // namespace paidan_test
