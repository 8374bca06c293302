#include <paidan/constraints/reason_kinds.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace paidan;

TEST_CASE("every family has reasons of its own, in code order, each code once and in both languages") {
  std::set<Family> told;
  std::set<std::string_view> details;
  Family before = Family::skill;
  for (const constraints::ReasonKind& kind : constraints::reason_kinds) {
    CAPTURE(kind.detail);
    CHECK(kind.family >= before);
    before = kind.family;
    told.insert(kind.family);
    CHECK(details.insert(kind.detail).second);
    CHECK_FALSE(kind.en.empty());
    CHECK_FALSE(kind.zh.empty());
    CHECK(constraints::find_reason_kind(kind.detail) == &kind);
    // Both languages name the same parameters.
    for (const std::string_view name : {"{skill}", "{reason}", "{tool}", "{part}", "{from}", "{to}", "{amount}",
                                        "{limit}", "{pinned}", "{order}", "{date}"}) {
      CHECK((kind.en.find(name) == std::string_view::npos) == (kind.zh.find(name) == std::string_view::npos));
    }
  }
  CHECK(told.size() == static_cast<std::size_t>(family_count));
  CHECK(constraints::find_reason_kind("no such reason") == nullptr);
}
