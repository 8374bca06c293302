#include <paidan/model/fields.hpp>

#include <doctest/doctest.h>
#include <paidan/check/fields.hpp>

#include <set>
#include <string>

using namespace paidan;

namespace paidan_test {

/// Stands for any member when counting them; never called.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor)
};

}  // namespace paidan_test

namespace {

/// How many members are described; every one has a heading and a sentence, no name or heading twice.
template <class T>
std::size_t described() {
  std::set<std::string> names;
  std::set<std::string> headings;
  Fields<T>::visit([&](std::string_view name, auto, const Field& field) {
    CAPTURE(std::string(Fields<T>::name));
    CAPTURE(std::string(name));
    CHECK(names.insert(std::string(name)).second);
    CHECK(headings.insert(std::string(field.zh)).second);
    CHECK_FALSE(field.zh.empty());
    REQUIRE_FALSE(field.doc.empty());
    CHECK(field.doc.back() == '.');
  });
  return names.size();
}

/// Number of members of an aggregate: how many initialisers it takes.
template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), paidan_test::Anything())...}; };
}
template <class T, std::size_t N = 40>
constexpr std::size_t members() {
  if constexpr (takes<T>(std::make_index_sequence<N>())) {
    return N;
  } else {
    return members<T, N - 1>();
  }
}

template <class T>
void check_complete() {
  CAPTURE(std::string(Fields<T>::name));
  CHECK(described<T>() == members<T>());
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
  check_complete<check::Kpis>();
  CHECK(described<check::TechnicianKpis>() + 1 == members<check::TechnicianKpis>());  // less the index
}

TEST_CASE("enumerations have as many names as values, in their order") {
  CHECK(EnumNames<Family>::names.size() == family_count);
  for (std::size_t i = 0; i < EnumNames<Family>::names.size(); ++i) {
    CHECK(EnumNames<Family>::names[i] == info(static_cast<Family>(i)).code);
  }
  CHECK(EnumNames<Datum>::names[static_cast<std::size_t>(Datum::gcj02)] == "gcj02");
  CHECK(EnumNames<Rounding>::names[static_cast<std::size_t>(Rounding::ceiling)] == "ceiling");
  CHECK(EnumNames<RestDays>::names[static_cast<std::size_t>(RestDays::arranged)] == "arranged");
  CHECK(EnumNames<StopKind>::names[static_cast<std::size_t>(StopKind::rest)] == "rest");
}
