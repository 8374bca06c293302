#include <paidan/dispatch/fields.hpp>

#include <doctest/doctest.h>

#include <paidan/core/ranges.hpp>

#include "support/described.hpp"

using namespace paidan;
using paidan_test::check_complete;

TEST_CASE("every member of every option and answer of dispatch is described, once, with heading and sentence") {
  check_complete<PlanOptions>(2);  // the start plan and the watcher are objects, no values
  check_complete<MatchPair>();
  check_complete<MatchOptions>();
  check_complete<MatchedPair>();
  check_complete<MatchShortage>();
  check_complete<Match>();
  check_complete<MatchMove>();
  check_complete<PairAnswer>();
  check_complete<PlaceValue>();
  check_complete<Suffering>();
  check_complete<WhyNot>();
  check_complete<Unassigned>();
  check_complete<constraints::Refusal>();
  check_complete<matching::TermCost>();
  check_complete<matching::Weights>();
  check_complete<routing::Progress>();
}

TEST_CASE("the defaults of options lie in their ranges") {
  Errors errors;
  check_ranges(errors, PlanOptions{});
  check_ranges(errors, MatchOptions{});
  check_ranges(errors, matching::Weights{});
  CHECK(errors.empty());
}

TEST_CASE("enumerations of dispatch have as many names as values, in their order") {
  CHECK(EnumNames<Baseline>::names.size() == 2);
  CHECK(EnumNames<Baseline>::names[static_cast<std::size_t>(Baseline::best_rating)] == "best_rating");
  CHECK(EnumNames<OptimalOver>::names.size() == 2);
  CHECK(EnumNames<OptimalOver>::names[static_cast<std::size_t>(OptimalOver::all_eligible)] == "all_eligible");
  REQUIRE(EnumNames<matching::Term>::names.size() == matching::term_count);
  for (std::size_t i = 0; i < matching::term_count; ++i) {
    CHECK(EnumNames<matching::Term>::names[i] == matching::name(static_cast<matching::Term>(i)));
  }
}
