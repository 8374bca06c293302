#pragma once

#include <paidan/core/calendar.hpp>
#include <paidan/core/money.hpp>

#include <string>

namespace {

std::string use() {
  const paidan::Money price = *paidan::Money::parse("30", paidan::Currency{});
  const paidan::Date completed = *paidan::Date::parse("2024-07-08");
  const auto last = paidan::last_day(completed + 90, paidan::RestDays::literal, paidan::Calendar{});
  return "paidan: " + price.text() + " " + last->text();
}

}  // namespace
