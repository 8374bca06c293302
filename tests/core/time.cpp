#include <paidan/core/time.hpp>

#include <paidan/core/random.hpp>

#include "../support/soak.hpp"
#include "table.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

using paidan::Date;
using paidan::Instant;
using paidan::InvalidInput;
using paidan::Language;
using paidan::LocalDateTime;
using paidan::LocalTime;
using paidan::parse_instant;
using paidan::ZoneRules;

namespace {

Date day(std::string_view text) {
  const auto date = Date::parse(text);
  REQUIRE_MESSAGE(date.has_value(), text);
  return *date;
}
LocalDateTime local(std::string_view text) {
  const auto value = LocalDateTime::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}
Instant instant(std::string_view text) {
  const auto value = parse_instant(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

ZoneRules new_york_2024() {
  return {"America/New_York",
          "2024a",
          -18'000,
          {{instant("2024-03-10T07:00:00Z").seconds, -14'400}, {instant("2024-11-03T06:00:00Z").seconds, -18'000}}};
}

}  // namespace

TEST_CASE("Walking day by day over twenty thousand years meets every date in order") {
  // The oracle counts months by hand, with no arithmetic on eras.
  int year = -9'999, month = 1, today = 1, weekday = day("-9999-01-01").weekday();
  const Date first = *Date::from_ymd(year, month, today);
  const Date last = *Date::from_ymd(9'999, 12, 31);
  int wrong = 0;
  for (Date d = first; d <= last; d = d + 1) {
    const Date::Parts parts = d.parts();
    wrong += parts.year != year || parts.month != month || parts.day != today || d.weekday() != weekday ? 1 : 0;
    if (d.days % 97 == 0) wrong += Date::from_ymd(year, month, today) != d || Date::parse(d.text()) != d ? 1 : 0;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (++today > lengths[month - 1]) {
      today = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
    weekday = weekday % 7 + 1;
  }
  CHECK(wrong == 0);
  CHECK(year == 10'000);
}

TEST_CASE("Known days are where history has them") {
  CHECK(day("1970-01-01").days == 0);
  CHECK(day("1970-01-01").weekday() == 4);
  CHECK(day("2000-02-29").days == 11'016);
  CHECK(day("1969-12-31").days == -1);
  CHECK(day("2024-07-08").weekday() == 1);
  CHECK(day("2024-10-06").weekday() == 7);
  CHECK(day("0000-02-29").text() == "0000-02-29");
  CHECK(day("-0044-03-15").text() == "-0044-03-15");
  CHECK(day("2024-07-08") + 90 == day("2024-10-06"));
}

TEST_CASE("Dates are read as documents, spreadsheets and Chinese forms write them") {
  for (const char* text : {"2024-07-08", "2024/7/8", "2024/07/08", "2024年7月8日", "2024年07月08日"}) {
    CHECK_MESSAGE(Date::parse(text) == Date::from_ymd(2024, 7, 8), text);
  }
}

TEST_CASE("What is not a date is refused") {
  for (const char* text : {"",           "2024",        "2024-07",     "2024-7-8",    "2024-07-8",
                           "24-07-08",   "2024-07-08 ", " 2024-07-08", "2024-07-08x", "2024-07-08T00:00",
                           "2024-13-01", "2024-00-01",  "2024-04-31",  "2023-02-29",  "1900-02-29",
                           "2024-01-00", "2024/7-8",    "2024-07/08",  "2024//8",     "2024年7月8",
                           "2024年7月",  "20240708",    "+2024-07-08", "12024-07-08", "2024-07-08-",
                           "٢٠٢٤-٠٧-٠٨"}) {
    CHECK_FALSE_MESSAGE(Date::parse(text).has_value(), text);
  }
  CHECK_FALSE(Date::from_ymd(10'000, 1, 1).has_value());
  CHECK_FALSE(Date::from_ymd(-10'000, 1, 1).has_value());
  CHECK(Date::from_ymd(2000, 2, 29).has_value());
}

TEST_CASE("A month later is the corresponding day or the month's last (Civil Code art. 202)") {
  CHECK(day("2024-01-31").plus_months(1) == day("2024-02-29"));
  CHECK(day("2024-01-31").plus_months(3) == day("2024-04-30"));
  CHECK(day("2024-03-31").plus_months(-1) == day("2024-02-29"));
  CHECK(day("2024-02-29").plus_months(-12) == day("2023-02-28"));
  CHECK(day("2024-12-15").plus_months(1) == day("2025-01-15"));
  CHECK(day("2024-01-15").plus_months(-1) == day("2023-12-15"));
  CHECK(day("0001-01-31").plus_months(-11) == day("0000-02-29"));
  CHECK(day("2024-05-05").plus_months(0) == day("2024-05-05"));
  CHECK(day("2024-05-05").plus_months(std::numeric_limits<int>::max()).days ==
        std::numeric_limits<std::int32_t>::max());
  CHECK(day("2024-05-05").plus_months(std::numeric_limits<int>::min()).days ==
        std::numeric_limits<std::int32_t>::min());
}

TEST_CASE("Dates far outside the calendar of documents stay defined") {
  for (const std::int32_t days : {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()}) {
    const Date date{days};
    CHECK(date.parts().year != 0);
    CHECK(date.weekday() >= 1);
    CHECK(date.weekday() <= 7);
    CHECK_FALSE(date.text().empty());
  }
}

TEST_CASE("Local times are read and written with seconds only when there are some") {
  CHECK(LocalTime::parse("08:30") == LocalTime{30'600});
  CHECK(LocalTime::parse("8:30") == LocalTime{30'600});
  CHECK(LocalTime::parse("08:30:05") == LocalTime{30'605});
  CHECK(LocalTime::parse("00:00") == LocalTime{0});
  CHECK(LocalTime::parse("24:00") == LocalTime{86'400});
  CHECK(LocalTime::parse("23:59:59") == LocalTime{86'399});
  CHECK(LocalTime{30'600}.text() == "08:30");
  CHECK(LocalTime{30'605}.text() == "08:30:05");
  CHECK(LocalTime{86'400}.text() == "24:00");
  for (const char* text : {"", "8", "08", "08:3", "08:300", "08:30:", "08:30:5", "24:01", "24:00:01", "25:00", "08:60",
                           "08:30:60", "-08:30", "08:30 ", "8:30pm", "0830", "008:30"}) {
    CHECK_FALSE_MESSAGE(LocalTime::parse(text).has_value(), text);
  }
}

TEST_CASE("A local date and time is read whole or not at all") {
  CHECK(local("2024-07-08 14:00") == LocalDateTime{day("2024-07-08"), {50'400}});
  CHECK(local("2024-07-08T14:00:00") == local("2024-07-08 14:00"));
  CHECK(local("2024/7/8 9:05") == local("2024-07-08 09:05"));
  CHECK(local("2024年7月8日 14:00") == local("2024-07-08 14:00"));
  CHECK(local("2024-07-08") == LocalDateTime{day("2024-07-08"), {0}});
  for (const char* text : {"", "14:00", "2024-07-08 ", "2024-07-08T", "2024-07-08  14:00", "2024-07-08 14:00Z",
                           "2024-07-08 14:00+08:00", "2024-07-08 14:00 x", "2024-07-0814:00", "2024-07-08 25:00"}) {
    CHECK_FALSE_MESSAGE(LocalDateTime::parse(text).has_value(), text);
  }
}

TEST_CASE("An instant needs its offset") {
  CHECK(instant("1970-01-01T00:00:00Z").seconds == 0);
  CHECK(instant("2024-07-08T08:00:00-04:00") == instant("2024-07-08T12:00:00Z"));
  CHECK(instant("2024-07-08T12:00Z") == instant("2024-07-08T12:00:00Z"));
  CHECK(instant("2024-07-08 20:00:00+0800") == instant("2024-07-08T12:00:00Z"));
  CHECK(instant("2024-07-08T20:00:00+08") == instant("2024-07-08T12:00:00Z"));
  CHECK(instant("2024-07-08T12:00:00.000Z") == instant("2024-07-08T12:00:00Z"));
  CHECK(instant("2024-07-08T24:00:00Z") == instant("2024-07-09T00:00:00Z"));
  CHECK(instant("1900-12-31T23:54:17+08:05:43") == instant("1900-12-31T15:48:34Z"));
  CHECK(instant("1969-12-31T23:59:59Z").seconds == -1);
  for (const char* text :
       {"", "2024-07-08T08:00:00", "2024-07-08", "2024-07-08Z", "2024-07-08T08:00:00Zz", "2024-07-08T08:00:00+8:00",
        "2024-07-08T08:00:00+24:00", "2024-07-08T08:00:00+08:60", "2024-07-08T08:00:00.5Z", "2024-07-08T08:00:00.Z",
        "2024-07-08T08:00:00 +08:00", "2024-07-08T20:00+08:00", "2025-03-12 10:00-12:00", "2024-07-08T08:00:00+",
        "2024-07-08T08:00:00+08:", "2024-07-08T08:00:00+080"}) {
    CHECK_FALSE_MESSAGE(parse_instant(text).has_value(), text);
  }
}

TEST_CASE("Durations and instants keep their units apart") {
  CHECK(paidan::minutes(90) == paidan::Duration{5'400});
  CHECK(instant("2024-07-08T12:00:00Z") + paidan::hours(4) == instant("2024-07-08T16:00:00Z"));
  CHECK(instant("2024-07-08T12:00:00Z") - paidan::minutes(30) == instant("2024-07-08T11:30:00Z"));
  CHECK(instant("2024-07-08T12:00:00Z") - instant("2024-07-08T11:00:00Z") == paidan::hours(1));
}

TEST_CASE("Times of a model differ by durations, over their whole range") {
  using paidan::ModelTime;
  CHECK(ModelTime{90} - ModelTime{30} == paidan::minutes(1));
  CHECK(ModelTime{30} - ModelTime{90} == paidan::Duration{-60});
  CHECK(ModelTime{INT32_MAX} - ModelTime{INT32_MIN} == paidan::Duration{4'294'967'295});
  CHECK(ModelTime{1} < ModelTime{2});
  CHECK(ModelTime{} == ModelTime{0});
  CHECK(ModelTime::limit == 268'435'456);
}

TEST_CASE("UTC is the zone without rules") {
  const ZoneRules utc;
  CHECK(utc.name() == "UTC");
  CHECK(utc.offset_at({0}) == 0);
  CHECK(utc.text(instant("2024-07-08T12:00:05Z")) == "2024-07-08T12:00:05+00:00");
  CHECK(utc.resolve(local("2024-07-08 12:00")).mapping == ZoneRules::Mapping::unique);
  CHECK(utc.resolve(local("2024-07-08 24:00")).earlier == instant("2024-07-09T00:00:00Z"));
}

TEST_CASE("In New York one hour of March never is and one of November is twice") {
  const ZoneRules zone = new_york_2024();
  using Mapping = ZoneRules::Mapping;
  const auto before = zone.resolve(local("2024-03-10 01:59:59"));
  CHECK(before.mapping == Mapping::unique);
  CHECK(before.earlier == instant("2024-03-10T06:59:59Z"));
  const auto skipped = zone.resolve(local("2024-03-10 02:30"));
  CHECK(skipped.mapping == Mapping::skipped);
  CHECK(zone.text(skipped.earlier) == "2024-03-10T01:30:00-05:00");
  CHECK(zone.text(skipped.later) == "2024-03-10T03:30:00-04:00");
  CHECK(zone.resolve(local("2024-03-10 02:00")).mapping == Mapping::skipped);
  CHECK(zone.resolve(local("2024-03-10 03:00")).mapping == Mapping::unique);
  const auto twice = zone.resolve(local("2024-11-03 01:30"));
  CHECK(twice.mapping == Mapping::ambiguous);
  CHECK(zone.text(twice.earlier) == "2024-11-03T01:30:00-04:00");
  CHECK(zone.text(twice.later) == "2024-11-03T01:30:00-05:00");
  CHECK(zone.resolve(local("2024-11-03 00:59:59")).mapping == Mapping::unique);
  CHECK(zone.resolve(local("2024-11-03 01:00")).mapping == Mapping::ambiguous);
  CHECK(zone.resolve(local("2024-11-03 02:00")).mapping == Mapping::unique);
  CHECK(zone.resolve(local("2024-07-08 08:00")).earlier == instant("2024-07-08T08:00:00-04:00"));
}

TEST_CASE("Awkward zones resolve as Python's zoneinfo has them") {
  struct Rules {
    std::int32_t initial = 0;
    std::vector<ZoneRules::Transition> transitions;
  };
  const auto rows = paidan_test::table("core/zone_cases.csv");
  REQUIRE(rows.size() > 1'500);
  std::map<std::string, Rules> rules;
  for (const auto& row : rows) {
    if (row[0] != "rule") continue;
    if (row[2].empty()) {
      rules[row[1]].initial = std::stoi(row[3]);
    } else {
      rules[row[1]].transitions.push_back({std::stoll(row[2]), std::stoi(row[3])});
    }
  }
  std::map<std::string, ZoneRules> zones;
  for (const auto& [name, rule] : rules) zones.emplace(name, ZoneRules(name, "", rule.initial, rule.transitions));
  CHECK(zones.size() == 6);
  std::map<std::string, int> seen;
  for (const auto& row : rows) {
    if (row[0] == "rule") continue;
    const ZoneRules& zone = zones.at(row[1]);
    CAPTURE(row[1]);
    CAPTURE(row[2]);
    if (row[0] == "instant") {
      const Instant at{std::stoll(row[2])};
      CHECK(zone.text(at) == row[3]);
      CHECK(parse_instant(row[3]) == at);
      continue;
    }
    const ZoneRules::Resolved found = zone.resolve(local(row[2]));
    const char* names[] = {"unique", "ambiguous", "skipped"};
    const std::string mapping = names[static_cast<int>(found.mapping)];
    CHECK(mapping + " " + std::to_string(found.earlier.seconds) + " " + std::to_string(found.later.seconds) == row[3]);
    ++seen[mapping];
  }
  CHECK(seen["skipped"] > 50);
  CHECK(seen["ambiguous"] > 50);
}

TEST_CASE("Every instant of a zone is among what its local time resolves to") {
  constexpr std::uint64_t seed = 3;
  CAPTURE(seed);
  paidan::SplitMix64 random(seed);
  for (int i = 0; i < paidan_test::cases(2'000); ++i) {
    // Zones wilder than real ones: jumps of up to a day, sometimes an hour apart.
    std::vector<ZoneRules::Transition> transitions;
    std::int64_t at = 1'000'000;
    for (std::int64_t n = random.between(0, 5); n > 0; --n) {
      at += random.between(1, 200'000);
      transitions.push_back({at, static_cast<std::int32_t>(random.between(-50'000, 50'000))});
    }
    const ZoneRules zone("wild", "", static_cast<std::int32_t>(random.between(-50'000, 50'000)), transitions);
    for (int k = 0; k < 5; ++k) {
      const Instant moment{random.between(900'000, at + 100'000)};
      CAPTURE(moment.seconds);
      const ZoneRules::Resolved found = zone.resolve(zone.to_local(moment));
      CHECK(found.mapping != ZoneRules::Mapping::skipped);
      CHECK(found.earlier <= moment);
      CHECK(moment <= found.later);
      if (found.mapping == ZoneRules::Mapping::unique) CHECK(found.earlier == found.later);
      CHECK(zone.to_local(found.earlier) == zone.to_local(moment));
      CHECK(zone.to_local(found.later) == zone.to_local(moment));
    }
  }
}

TEST_CASE("Instants at the ends of time keep their local dates defined") {
  const ZoneRules zone = new_york_2024();
  CHECK(zone.to_local({std::numeric_limits<std::int64_t>::max()}).date.days ==
        std::numeric_limits<std::int32_t>::max());
  CHECK(zone.to_local({std::numeric_limits<std::int64_t>::min()}).date.days ==
        std::numeric_limits<std::int32_t>::min());
}

TEST_CASE("Zone rules that do not rise or leave the globe are refused, all at once") {
  try {
    const ZoneRules zone("x", "", 100'000, {{10, 0}, {10, 3'600}, {5, -93'601}, {std::int64_t{1} << 61, 0}});
    FAIL("nothing was thrown");
  } catch (const InvalidInput& error) {
    CHECK(std::string(error.what()) ==
          "initial_offset_seconds: offset_seconds must be between -93600 and 93600, got 100000\n"
          "transitions[1]: transitions must rise: 10 comes after 10\n"
          "transitions[2]: transitions must rise: 5 comes after 10\n"
          "transitions[2].offset_seconds: offset_seconds must be between -93600 and 93600, got -93601\n"
          "transitions[3]: utc_seconds is too large: 2305843009213693952");
    CHECK(error.errors()[1].message(Language::zh) == "transitions[1]:时区变更时刻须递增:10排在10之后");
  }
  CHECK(ZoneRules::validate(28'800, {}).empty());
}
