// Money, decimals and dates: what a quote or a certificate spends its time on.
#include <paidan/core/calendar.hpp>
#include <paidan/core/decimal.hpp>

#include <benchmark/benchmark.h>

namespace {

void money_from_rate(benchmark::State& state) {
  const paidan::Decimal rate = *paidan::Decimal::parse("0.0635");
  const paidan::Decimal amount = *paidan::Decimal::parse("12345.67");
  for (auto _ : state) {
    benchmark::DoNotOptimize(amount.times(rate)->to_money(paidan::Currency{}, paidan::Rounding::half_even));
  }
}
BENCHMARK(money_from_rate);

void decimal_division(benchmark::State& state) {
  const paidan::Decimal numerator{1};
  const paidan::Decimal denominator{7};
  for (auto _ : state) benchmark::DoNotOptimize(numerator.over(denominator));
}
BENCHMARK(decimal_division);

void date_round_trip(benchmark::State& state) {
  paidan::Date date{19'000};
  for (auto _ : state) {
    const auto parts = date.parts();
    benchmark::DoNotOptimize(paidan::Date::from_ymd(parts.year, parts.month, parts.day));
    date = date + 1;
    if (date.days > 40'000) date = paidan::Date{0};
  }
}
BENCHMARK(date_round_trip);

void last_day_of_a_term(benchmark::State& state) {
  std::vector<paidan::CalendarDay> days;
  for (std::int32_t day = 0; day < 366; day += 11)
    days.push_back({.date = {19'723 + day}, .off = true, .statutory = true, .name = ""});
  const paidan::Calendar calendar("bench", days, {2024});
  std::int32_t day = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(paidan::last_day({19'723 + day}, paidan::RestDays::arranged, calendar));
    day = (day + 1) % 300;
  }
}
BENCHMARK(last_day_of_a_term);

}  // namespace
