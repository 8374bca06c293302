// Documents that are little more than a list.
#pragma once

#include <paidan/core/calendar.hpp>
#include <paidan/pricing/audit.hpp>

#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

/// What was really taken for each line of a bill.
struct ChargesDocument {
  std::vector<pricing::Charge> charges;
  friend bool operator==(const ChargesDocument&, const ChargesDocument&) = default;
};

/// A calendar as it is stored.
struct CalendarDocument {
  std::string version;
  std::vector<CalendarDay> days;
  std::vector<int> years;  ///< those whose announcement is included
  friend bool operator==(const CalendarDocument&, const CalendarDocument&) = default;
};
[[nodiscard]] inline CalendarDocument calendar_document(const Calendar& calendar) {
  return {calendar.version(), calendar.days(), calendar.years()};
}
/// Throws InvalidInput as Calendar's constructor does.
[[nodiscard]] inline Calendar calendar_of(CalendarDocument document) {
  return Calendar(std::move(document.version), std::move(document.days), std::move(document.years));
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
