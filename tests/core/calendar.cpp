#include <paidan/core/calendar.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

using paidan::Calendar;
using paidan::CalendarDay;
using paidan::Date;
using paidan::DayKind;
using paidan::InvalidInput;
using paidan::Language;
using paidan::last_day;
using paidan::RestDays;

namespace {

Date day(std::string_view text) {
  const auto date = Date::parse(text);
  REQUIRE_MESSAGE(date.has_value(), text);
  return *date;
}

/// Days off from … to, those among them that are national holidays themselves, and the days worked to make up.
struct Holiday {
  const char* name;
  const char* from;
  const char* to;
  std::initializer_list<const char*> statutory;
  std::initializer_list<const char*> make_up;
};

std::vector<CalendarDay> days_of(std::initializer_list<Holiday> holidays) {
  std::vector<CalendarDay> days;
  for (const Holiday& holiday : holidays) {
    for (Date d = day(holiday.from); d <= day(holiday.to); d = d + 1) {
      bool statutory = false;
      for (const char* date : holiday.statutory) statutory = statutory || day(date) == d;
      days.push_back({.date = d, .off = true, .statutory = statutory, .name = holiday.name});
    }
    for (const char* date : holiday.make_up) {
      days.push_back({.date = day(date), .off = false, .name = holiday.name});
    }
  }
  return days;
}

/// The State Council's announcements for 2024 (eleven national holidays) and 2025 (thirteen, since the amendment of
/// November 2024 added New Year's Eve of the lunar year and May 2).
Calendar china() {
  return {"2024+2025",
          days_of({
              {"元旦", "2024-01-01", "2024-01-01", {"2024-01-01"}, {}},
              {"春节",
               "2024-02-10",
               "2024-02-17",
               {"2024-02-10", "2024-02-11", "2024-02-12"},
               {"2024-02-04", "2024-02-18"}},
              {"清明节", "2024-04-04", "2024-04-06", {"2024-04-04"}, {"2024-04-07"}},
              {"劳动节", "2024-05-01", "2024-05-05", {"2024-05-01"}, {"2024-04-28", "2024-05-11"}},
              {"端午节", "2024-06-10", "2024-06-10", {"2024-06-10"}, {}},
              {"中秋节", "2024-09-15", "2024-09-17", {"2024-09-17"}, {"2024-09-14"}},
              {"国庆节",
               "2024-10-01",
               "2024-10-07",
               {"2024-10-01", "2024-10-02", "2024-10-03"},
               {"2024-09-29", "2024-10-12"}},
              {"元旦", "2025-01-01", "2025-01-01", {"2025-01-01"}, {}},
              {"春节",
               "2025-01-28",
               "2025-02-04",
               {"2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"},
               {"2025-01-26", "2025-02-08"}},
              {"清明节", "2025-04-04", "2025-04-06", {"2025-04-04"}, {}},
              {"劳动节", "2025-05-01", "2025-05-05", {"2025-05-01", "2025-05-02"}, {"2025-04-27"}},
              {"端午节", "2025-05-31", "2025-06-02", {"2025-05-31"}, {}},
              {"国庆节、中秋节",
               "2025-10-01",
               "2025-10-08",
               {"2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06"},
               {"2025-09-28", "2025-10-11"}},
          }),
          {2025, 2024}};
}

std::string end(std::string_view nominal, RestDays reading) {
  const auto date = last_day(day(nominal), reading, china());
  return date ? date->text() : "unknown";
}

}  // namespace

TEST_CASE("On the literal reading no day rests, announced or not") {
  CHECK(china().kind(day("2024-10-01"), RestDays::literal) == DayKind::working);
  CHECK(china().kind(day("2027-10-01"), RestDays::literal) == DayKind::working);
  CHECK(Calendar().kind(day("2024-10-06"), RestDays::literal) == DayKind::working);
}

TEST_CASE("On the statutory reading only the national holidays themselves rest") {
  const Calendar calendar = china();
  CHECK(calendar.kind(day("2024-10-03"), RestDays::statutory) == DayKind::rest);
  CHECK(calendar.kind(day("2024-10-04"), RestDays::statutory) == DayKind::working);  // bridged
  CHECK(calendar.kind(day("2024-07-07"), RestDays::statutory) == DayKind::working);  // a plain Sunday
  CHECK(calendar.kind(day("2024-09-29"), RestDays::statutory) == DayKind::working);  // make-up
  CHECK(calendar.kind(day("2024-05-02"), RestDays::statutory) == DayKind::working);  // before the amendment
  CHECK(calendar.kind(day("2025-05-02"), RestDays::statutory) == DayKind::rest);
  CHECK(calendar.kind(day("2026-05-01"), RestDays::statutory) == DayKind::unknown);
}

TEST_CASE("On the arranged reading weekends rest too, make-up working days do not") {
  const Calendar calendar = china();
  CHECK(calendar.kind(day("2024-10-04"), RestDays::arranged) == DayKind::rest);
  CHECK(calendar.kind(day("2024-10-08"), RestDays::arranged) == DayKind::working);
  CHECK(calendar.kind(day("2024-07-06"), RestDays::arranged) == DayKind::rest);
  CHECK(calendar.kind(day("2024-07-08"), RestDays::arranged) == DayKind::working);
  CHECK(calendar.kind(day("2024-09-29"), RestDays::arranged) == DayKind::working);  // a Sunday
  CHECK(calendar.kind(day("2024-10-12"), RestDays::arranged) == DayKind::working);  // a Saturday
  CHECK(calendar.kind(day("2027-07-08"), RestDays::arranged) == DayKind::unknown);  // even a Thursday
}

TEST_CASE("2024 has 115 days off and 251 working days, as the announcement arranges them") {
  const Calendar calendar = china();
  int off = 0;
  int statutory = 0;
  for (Date d = day("2024-01-01"); d <= day("2024-12-31"); d = d + 1) {
    off += calendar.kind(d, RestDays::arranged) == DayKind::rest ? 1 : 0;
    statutory += calendar.kind(d, RestDays::statutory) == DayKind::rest ? 1 : 0;
  }
  // 104 weekend days and 11 national holidays, of which February 10 and 11 fall on a weekend and are made up for.
  CHECK(off == 115);
  CHECK(statutory == 11);
}

TEST_CASE("A term that ends on a rest day ends on the day after (Civil Code art. 203)") {
  SUBCASE("90 days of appliance warranty from 2025-01-31") {
    const std::string nominal = (day("2025-01-31") + 90).text();
    CHECK(nominal == "2025-05-01");
    CHECK(end(nominal, RestDays::literal) == "2025-05-01");
    CHECK(end(nominal, RestDays::statutory) == "2025-05-03");
    CHECK(end(nominal, RestDays::arranged) == "2025-05-06");
  }
  SUBCASE("30 days of refrigerant from 2025-09-01") {
    const std::string nominal = (day("2025-09-01") + 30).text();
    CHECK(end(nominal, RestDays::literal) == "2025-10-01");
    CHECK(end(nominal, RestDays::statutory) == "2025-10-04");
    CHECK(end(nominal, RestDays::arranged) == "2025-10-09");
  }
  SUBCASE("90 days from 2024-07-08 end inside National Day") {
    const std::string nominal = (day("2024-07-08") + 90).text();
    CHECK(end(nominal, RestDays::literal) == "2024-10-06");
    CHECK(end(nominal, RestDays::statutory) == "2024-10-06");
    CHECK(end(nominal, RestDays::arranged) == "2024-10-08");
  }
  SUBCASE("months and years end on the corresponding day or the month's last") {
    CHECK(day("2024-01-31").plus_months(1).text() == "2024-02-29");
    CHECK(day("2023-01-31").plus_months(1).text() == "2023-02-28");
    CHECK(day("2024-02-29").plus_months(12).text() == "2025-02-28");
    CHECK(day("2024-02-29").plus_months(48).text() == "2028-02-29");
    CHECK(end("2024-02-29", RestDays::arranged) == "2024-02-29");
  }
  SUBCASE("a make-up working Sunday ends a term, the plain one before does not") {
    CHECK(end("2024-04-07", RestDays::arranged) == "2024-04-07");
    CHECK(end("2024-04-04", RestDays::arranged) == "2024-04-07");
    CHECK(end("2024-07-06", RestDays::arranged) == "2024-07-08");
  }
}

TEST_CASE("A term's end is unknown only when a year not announced would have to be consulted") {
  CHECK(end("2026-03-04", RestDays::arranged) == "unknown");
  CHECK(end("2026-03-04", RestDays::statutory) == "unknown");
  CHECK(end("2026-03-04", RestDays::literal) == "2026-03-04");
  const Calendar year_end("x", {{.date = day("2023-12-31"), .off = true, .statutory = false, .name = "元旦"}}, {2023});
  CHECK_FALSE(last_day(day("2023-12-30"), RestDays::arranged, year_end).has_value());
  CHECK(last_day(day("2023-12-29"), RestDays::arranged, year_end) == day("2023-12-29"));
}

TEST_CASE("A day that an announcement names is known even outside its year") {
  const Calendar calendar("x", {{.date = day("2022-12-31"), .off = true, .statutory = false, .name = "元旦"}}, {2023});
  CHECK(calendar.kind(day("2022-12-31"), RestDays::arranged) == DayKind::rest);
  CHECK(calendar.kind(day("2022-12-31"), RestDays::statutory) == DayKind::working);
  CHECK(calendar.kind(day("2022-12-30"), RestDays::arranged) == DayKind::unknown);
}

TEST_CASE("A calendar sorts what it is given and finds it again") {
  const Calendar calendar("v1", {{.date = {5}}, {.date = {-3}}, {.date = {4}}}, {1971, 1970, 1970});
  CHECK(calendar.version() == "v1");
  CHECK(calendar.years() == std::vector<int>{1970, 1971});
  CHECK(calendar.announced(1970));
  CHECK_FALSE(calendar.announced(1969));
  REQUIRE(calendar.find(Date{4}) != nullptr);
  CHECK(calendar.find(Date{4})->date == Date{4});
  CHECK(calendar.find(Date{3}) == nullptr);
  CHECK(calendar.find(Date{6}) == nullptr);
  CHECK(calendar.days().front().date == Date{-3});
}

TEST_CASE("A calendar names every day given twice and every holiday said to be worked") {
  const std::vector<CalendarDay> days{{.date = day("2024-10-01")},
                                      {.date = day("2024-05-01")},
                                      {.date = day("2024-10-01")},
                                      {.date = day("2024-10-02"), .off = false, .statutory = true},
                                      {.date = day("2024-10-01")}};
  CHECK(Calendar::validate(days).size() == 3);
  try {
    const Calendar calendar("x", days, {2024});
    FAIL("nothing was thrown");
  } catch (const InvalidInput& error) {
    CHECK(std::string(error.what()) ==
          "days[2]: calendar day '2024-10-01' is given twice (first at days[0])\n"
          "days[3]: 2024-10-02 cannot be both a national holiday and a working day\n"
          "days[4]: calendar day '2024-10-01' is given twice (first at days[0])");
    CHECK(error.errors()[0].message(Language::zh) == "days[2]:日期“2024-10-01”重复(首次出现在days[0])");
    CHECK(error.errors()[1].message(Language::zh) == "days[3]:2024-10-02不能既是法定节日又是上班日");
  }
}

TEST_CASE("A calendar is stored as what made it, sorted") {
  const paidan::CalendarData data{
      "v1",
      {{.date = day("2024-10-02"), .name = "国庆节"}, {.date = day("2024-10-01"), .statutory = true}},
      {2025, 2024}};
  const Calendar calendar(data);
  CHECK(calendar.data().version == "v1");
  CHECK(calendar.data().days == std::vector<CalendarDay>{data.days[1], data.days[0]});
  CHECK(calendar.data().years == std::vector<int>{2024, 2025});
  CHECK(Calendar(calendar.data()).data() == calendar.data());
  paidan::CalendarData twice = data;
  twice.days.push_back(twice.days[0]);
  CHECK_THROWS_AS(Calendar{twice}, InvalidInput);
}
