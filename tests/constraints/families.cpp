#include <paidan/constraints/families/suspended.hpp>

#include <doctest/doctest.h>

#include "support/random_problem.hpp"

using namespace paidan;

TEST_CASE("a visit that falls into two absences is told the reason of each") {
  ProblemData data = paidan_test::ProblemMaker(1, {.orders = 1, .technicians = 1, .plain = true}).make();
  const auto at = [&](std::int64_t hour) { return Instant{data.origin.seconds + hour * 3'600}; };
  data.technicians[0].suspensions = {{at(9), at(10), "training"}, {at(11), at(12), "meeting"}};
  const Problem problem(data);
  std::vector<Reason> list;
  const constraints::Teller teller(problem, OrderIndex(0U), TechnicianIndex(0U), list);
  constraints::tell_suspended(teller, 9 * 3'600 + 1'800, 11 * 3'600 + 1);
  REQUIRE(list.size() == 2);
  const auto reason = [](const Reason& one) {
    for (const Parameter& parameter : one.parameters) {
      if (parameter.name == "reason") return parameter.value;
    }
    return std::string();
  };
  CHECK(reason(list[0]) == "training");
  CHECK(reason(list[1]) == "meeting");
  // Half open: ending as it begins, beginning as it ends.
  constraints::tell_suspended(teller, 10 * 3'600, 11 * 3'600);
  CHECK(list.size() == 2);
}
