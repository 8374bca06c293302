// Last days against worked vectors and an oracle that walks day by day through its own calendar.
#include <doctest/doctest.h>
#include <paidan/core/random.hpp>
#include <paidan/warranty/fields.hpp>
#include <paidan/warranty/term.hpp>

#include <array>
#include <cstdio>

#include "support/soak.hpp"
#include "warranty/policies.hpp"

using namespace paidan_test;

namespace {

std::string shown(const LastDays& days) {
  return days.literal.text() + " " + (days.statutory ? days.statutory->text() : "?") + " " +
         (days.arranged ? days.arranged->text() : "?");
}

/// A day of the oracle: plain numbers, moved one day at a time.
struct Walk {
  int y, m, d, weekday;  // 1 = Monday
  static bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
  static int length(int year, int month) {
    static const std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
  }
  void next() {
    weekday = weekday % 7 + 1;
    if (++d <= length(y, m)) return;
    d = 1;
    if (++m <= 12) return;
    m = 1;
    ++y;
  }
  [[nodiscard]] std::string text() const {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", y, m, d);
    return buffer.data();
  }
};

/// Walks forward while the day is a rest day; `?` when it leaves the announced years.
std::string walk_on(Walk day, bool arranged) {
  static const auto announced = announced_days();
  static const auto statutory = statutory_days();
  for (;; day.next()) {
    const auto named = announced.find(day.text());
    const bool known = day.y >= 2007 && day.y <= 2026;
    if (!known && named == announced.end()) return "?";
    bool rest = statutory.contains(day.text());
    if (arranged) rest = named != announced.end() ? named->second.first : rest || day.weekday >= 6;
    if (!rest) return day.text();
  }
}

}  // namespace

TEST_CASE("the worked vectors come out on all three readings") {
  const auto days = [](const char* start, std::int32_t term, TermUnit unit) {
    return shown(last_days(day(start), term, unit, china()));
  };
  CHECK(days("2024-07-08", 90, TermUnit::days) == "2024-10-06 2024-10-06 2024-10-08");
  CHECK(days("2025-01-31", 90, TermUnit::days) == "2025-05-01 2025-05-03 2025-05-06");
  CHECK(days("2025-09-01", 30, TermUnit::days) == "2025-10-01 2025-10-04 2025-10-09");
  CHECK(days("2025-09-24", 7, TermUnit::days) == "2025-10-01 2025-10-04 2025-10-09");
  CHECK(days("2025-09-24", 15, TermUnit::days) == "2025-10-09 2025-10-09 2025-10-09");
}

TEST_CASE("a month or year term ends on the corresponding day or the month's last") {
  CHECK(literal_last_day(day("2024-01-31"), 1, TermUnit::months).text() == "2024-02-29");
  CHECK(literal_last_day(day("2023-01-31"), 1, TermUnit::months).text() == "2023-02-28");
  CHECK(literal_last_day(day("2024-02-29"), 1, TermUnit::years).text() == "2025-02-28");
  CHECK(literal_last_day(day("2024-02-29"), 4, TermUnit::years).text() == "2028-02-29");
  CHECK(literal_last_day(day("2024-11-30"), 3, TermUnit::months).text() == "2025-02-28");
  CHECK(literal_last_day(day("2024-07-08"), 0, TermUnit::days).text() == "2024-07-08");
}

TEST_CASE("the longest term of each unit is what a policy may promise") {
  static_assert(longest_term(TermUnit::days) == 3650);
  static_assert(longest_term(TermUnit::months) == 1200);
  static_assert(longest_term(TermUnit::years) == 100);
  for (const TermUnit unit : {TermUnit::days, TermUnit::months, TermUnit::years}) {
    PolicySetData data;
    data.policies.push_back({.id = "a", .category = "door", .term_unit = unit, .source = "here"});
    const auto fits = [&](std::int32_t term) {
      data.policies[0].term = term;
      return PolicySet::validate(data).empty();
    };
    CHECK_FALSE(fits(0));
    CHECK(fits(1));
    CHECK(fits(longest_term(unit)));
    CHECK_FALSE(fits(longest_term(unit) + 1));
    CHECK(paidan::field_of<&PolicyData::term>.field.high >= longest_term(unit));
  }
}

TEST_CASE("a calendar that is not announced makes a reading unknown, not wrong") {
  CHECK(shown(last_days(day("2026-11-01"), 90, TermUnit::days, china())) == "2027-01-30 ? ?");
  CHECK(shown(last_days(day("2026-09-01"), 90, TermUnit::days, china())) == "2026-11-30 2026-11-30 2026-11-30");
  CHECK(shown(last_days(day("2024-07-08"), 90, TermUnit::days, Calendar())) == "2024-10-06 ? ?");
}

TEST_CASE("a make-up Saturday is a working day on the arranged reading") {
  CHECK(last_days(day("2024-10-02"), 10, TermUnit::days, china()).arranged == day("2024-10-12"));
  CHECK(last_days(day("2024-10-09"), 10, TermUnit::days, china()).arranged == day("2024-10-21"));
}

TEST_CASE("every start day of twenty years agrees with the oracle's walk") {
  Walk start{2006, 12, 1, 5};
  SplitMix64 random(90);
  for (int i = 0; i < 7400; ++i, start.next()) {
    const std::array<int, 3> terms{30, 90, static_cast<int>(random.between(1, 400))};
    for (const int term : terms) {
      Walk end = start;
      for (int k = 0; k < term; ++k) end.next();
      const std::string expected = end.text() + " " + walk_on(end, false) + " " + walk_on(end, true);
      REQUIRE(shown(last_days(day(start.text()), term, TermUnit::days, china())) == expected);
    }
  }
}

TEST_CASE("every shipped statutory holiday is a day off as announced") {
  const auto announced = announced_days();
  CHECK(statutory_days().size() == 221);
  for (const std::string& date : statutory_days()) {
    CAPTURE(date);
    CHECK(china().kind(day(date), RestDays::arranged) == DayKind::rest);
    CHECK(china().kind(day(date), RestDays::statutory) == DayKind::rest);
  }
}
