#include <paidan/rules/feel/detail/moment.hpp>

#include <paidan/core/random.hpp>

#include "../support/soak.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>

using paidan::Date;
using paidan::Decimal;
using namespace paidan::rules;

TEST_CASE("dates, times and durations are read back from their texts") {
  constexpr std::uint64_t seed = 7;
  CAPTURE(seed);
  paidan::SplitMix64 random(seed);
  for (int i = 0; i < paidan_test::cases(5'000); ++i) {
    const std::int64_t range = random.below(2) == 0 ? 100'000'000 : 31'000'000'000'000'000;
    const std::int64_t seconds = random.between(-range, range);
    const auto nanoseconds = static_cast<std::int32_t>(random.below(3) == 0 ? random.between(0, 999'999'999) : 0);
    const auto offset = random.below(2) == 0 ? no_offset : static_cast<std::int32_t>(random.between(-840, 840) * 60);
    const std::int64_t day = (seconds % 86'400 + 86'400) % 86'400;
    for (const Value& value :
         {Value(Kind::date, {.seconds = seconds - day}),
          Value(Kind::time, {.seconds = day, .nanoseconds = nanoseconds, .offset = offset}),
          Value(Kind::date_time, {.seconds = seconds, .nanoseconds = nanoseconds, .offset = offset}),
          Value(Kind::days_duration, {.seconds = seconds, .nanoseconds = nanoseconds}),
          Value::months(seconds / 1'000)}) {
      const std::string text = moment_text(value.kind(), value.moment());
      CAPTURE(text);
      const Value again = parse_moment(text);
      REQUIRE(again.kind() == value.kind());
      REQUIRE(again.moment() == value.moment());
    }
  }
}

TEST_CASE("dates agree with the calendar of the core where both know the day") {
  paidan::SplitMix64 random(11);
  for (int i = 0; i < paidan_test::cases(5'000); ++i) {
    const Date date{static_cast<std::int32_t>(random.between(-4'000'000, 2'900'000))};
    const Value value(date);
    REQUIRE(value.to_date() == date);
    REQUIRE(value.text() == date.text());
    REQUIRE(moment_part(value, "weekday").text() == std::to_string(date.weekday()));
    const int months = static_cast<int>(random.between(-500, 500));
    REQUIRE(add_moments(value, Value::months(months)).to_date() == date.plus_months(months));
  }
}

TEST_CASE("sums that leave the range are null, never wrong") {
  const Value longest(Kind::days_duration, {.seconds = std::numeric_limits<std::int64_t>::max()});
  const Value shortest(Kind::days_duration, {.seconds = std::numeric_limits<std::int64_t>::min()});
  CHECK(add_moments(longest, Value(paidan::Duration{1})).is_null());
  CHECK(add_moments(Value(Date{0}), longest).is_null());
  CHECK(subtract_moments(shortest, Value(paidan::Duration{1})).is_null());
  CHECK(negate_duration(shortest).is_null());
  CHECK(scale_duration(longest, Decimal(2)).is_null());
  CHECK(scale_duration(longest, Decimal(1)).text() == longest.text());
  CHECK(divide_duration(longest, Decimal(0)).is_null());
  CHECK(duration_ratio(longest, longest).text() == "1");
  CHECK(duration_ratio(longest, Value(paidan::Duration{0})).is_null());
  const Value ages = Value::months(std::numeric_limits<std::int64_t>::max());
  CHECK(add_moments(Value(Date{0}), ages).is_null());
  CHECK(add_moments(ages, Value::months(1)).is_null());
  CHECK(make_date(2023, 2, 29).is_null());
  CHECK(make_date(max_year + 1, 1, 1).is_null());
  CHECK_FALSE(Value(Kind::date_time, {.seconds = std::numeric_limits<std::int64_t>::max()}).to_date());
  const Value late(Kind::date_time, {.seconds = std::numeric_limits<std::int64_t>::max(), .offset = -3'600});
  const Value early(Kind::date_time, {.seconds = std::numeric_limits<std::int64_t>::min(), .offset = 3'600});
  CHECK(compare(late, early) == 1);
  CHECK(compare(early, late) == -1);
}
