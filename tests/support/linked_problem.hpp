// Random problems with links and crews for certain.
#pragma once

#include "support/random_problem.hpp"

#include <utility>

namespace paidan_test {

inline paidan::Problem linked_problem(std::uint64_t seed, RandomProblem shape) {
  shape.linked = true;
  return settled(ProblemMaker(seed, shape).make());
}

}  // namespace paidan_test
