#include <paidan/model/fields.hpp>

#include <doctest/doctest.h>
#include <paidan/check/fields.hpp>

#include "support/described.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace paidan;
using paidan_test::check_complete;

namespace {

template <class T>
std::vector<std::string> computed() {
  std::vector<std::string> names;
  Fields<T>::visit([&]<class M>(std::string_view name, M, const Field&) {
    if (!std::is_member_object_pointer_v<M>) names.emplace_back(name);
  });
  return names;
}

}  // namespace

TEST_CASE("every member of every input type is described, once, with heading and sentence") {
  check_complete<SkillLevel>();
  check_complete<SkillHeld>();
  check_complete<PartCount>();
  check_complete<Break>();
  check_complete<Shift>();
  check_complete<Suspension>();
  check_complete<Technician>();
  check_complete<Window>();
  check_complete<Promise>();
  check_complete<Pin>();
  check_complete<Link>();
  check_complete<Order>();
  check_complete<Location>();
  check_complete<Compound>();
  check_complete<TravelProfile>();
  check_complete<SupplyDepot>();
  check_complete<FairnessPiece>();
  check_complete<Objective>();
  check_complete<Cost>();
  check_complete<ProblemData>();
  check_complete<travel::MatrixData>();
  check_complete<travel::StraightLineOptions>();
  check_complete<CalendarDay>();
  check_complete<Parameter>();
  check_complete<Reason>();
}

TEST_CASE("and of every result that a problem's border turns into ids and instants") {
  check_complete<Stop>();
  check_complete<Route>();
  check_complete<Plan>();
  check_complete<check::Kpis>();
  check_complete<check::TechnicianKpis>();
  check_complete<check::Violation>();
  check_complete<check::Report>();
  check_complete<check::ActualVisit>(1);  // the spreadsheet row, which no cell names
  check_complete<check::ActualData>();
  check_complete<CalendarData>();
}

TEST_CASE("what is worked out is shown beside the members it comes from") {
  using Names = std::vector<std::string>;
  CHECK(computed<Plan>() == Names{"total_cost"});
  CHECK(computed<check::Report>() == Names{"valid", "total_cost"});
  CHECK(computed<Order>() == Names{});
  Plan plan;
  plan.cost.travel = 40;
  plan.cost.quality = -3;
  bool seen = false;
  Fields<Plan>::visit([&]<class M>(std::string_view, M member, const Field&) {
    if constexpr (requires { member.get; }) {
      seen = true;
      CHECK((plan.*(member.get))() == 37);
    }
  });
  CHECK(seen);
}

TEST_CASE("enumerations have as many names as values, in their order") {
  CHECK(EnumNames<Family>::names.size() == family_count);
  for (std::size_t i = 0; i < EnumNames<Family>::names.size(); ++i) {
    CHECK(EnumNames<Family>::names[i] == info(static_cast<Family>(i)).code);
  }
  CHECK(EnumNames<Datum>::names[static_cast<std::size_t>(Datum::gcj02)] == "gcj02");
  CHECK(EnumNames<Rounding>::names[static_cast<std::size_t>(Rounding::ceiling)] == "ceiling");
  CHECK(EnumNames<RestDays>::names[static_cast<std::size_t>(RestDays::arranged)] == "arranged");
  CHECK(EnumNames<GoalOrder>::names[static_cast<std::size_t>(GoalOrder::one_weighted)] == "one_weighted");
  CHECK(EnumNames<StopKind>::names[static_cast<std::size_t>(StopKind::rest)] == "rest");
}
