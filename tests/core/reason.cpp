#include <paidan/core/reason.hpp>

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <vector>

using paidan::Family;

TEST_CASE("Every constraint family has a code and names in both languages, none twice") {
  constexpr std::array<std::string_view, paidan::family_count> codes{
      "skill", "suspended", "allowed", "group",       "language", "tools", "parts",       "reach", "window",
      "shift", "breaks",    "jobs",    "travel_time", "distance", "pin",   "commitments", "links"};
  std::set<std::string_view> en, zh;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const paidan::FamilyInfo& info = paidan::info(static_cast<Family>(i));
    CHECK(info.code == codes[i]);
    CHECK_FALSE(info.en.empty());
    CHECK(en.insert(info.en).second);
    CHECK(zh.insert(info.zh).second);
    CHECK(info.zh.size() >= 6);  // two characters at least
  }
  CHECK(paidan::info(Family::links).code == "links");
}

TEST_CASE("A set of families holds each of them on its own bit") {
  paidan::FamilySet all = 0;
  for (int i = 0; i < paidan::family_count; ++i) {
    const auto family = static_cast<Family>(i);
    CHECK_FALSE(paidan::has(all, family));
    all = static_cast<paidan::FamilySet>(all | paidan::bit(family));
    CHECK(paidan::has(all, family));
  }
  CHECK(all == paidan::every_family);
}

TEST_CASE("A set of families lists them in code order, and is its bits again") {
  CHECK(paidan::FamilySet().list().empty());
  const paidan::FamilySet some = static_cast<paidan::FamilyBits>(
      paidan::bit(Family::commitments) | paidan::bit(Family::skill) | paidan::bit(Family::window));
  CHECK(some.list() == std::vector{Family::skill, Family::window, Family::commitments});
  CHECK(paidan::FamilySet(paidan::every_family).list().size() == paidan::family_count);
  for (unsigned bits = 0; bits < 0x20000; bits += 7) {
    const paidan::FamilySet set = static_cast<paidan::FamilyBits>(bits);
    paidan::FamilyBits again = 0;
    for (const Family family : set.list()) again = static_cast<paidan::FamilyBits>(again | paidan::bit(family));
    REQUIRE(again == bits);
  }
}
