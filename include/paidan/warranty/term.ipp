#pragma once

#include <paidan/warranty/term.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

PAIDAN_INLINE Date literal_last_day(Date start, std::int32_t term, TermUnit unit) {
  switch (unit) {
    case TermUnit::days:
      return start + term;
    case TermUnit::months:
      return start.plus_months(term);
    case TermUnit::years:
      return start.plus_months(12 * term);
  }
  return start;
}

PAIDAN_INLINE LastDays last_days(Date start, std::int32_t term, TermUnit unit, const Calendar& calendar) {
  const Date literal = literal_last_day(start, term, unit);
  return {literal, last_day(literal, RestDays::statutory, calendar), last_day(literal, RestDays::arranged, calendar)};
}

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI
