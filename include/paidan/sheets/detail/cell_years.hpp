// Internal. Which year a date without one has, by the days that are known beside it.
#pragma once

#include <paidan/core/time.hpp>
#include <paidan/sheets/date_order.hpp>
#include <paidan/sheets/detail/cell_text.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Days that are known, and how far from them a date without a year may be. Both reaches together stay below a year, or
/// no date would be told by them.
struct Years {
  Date low;
  Date high;
  std::int32_t back = 92;                               ///< days before `low`
  std::int32_t on = 92;                                 ///< days after `high`
  sheets::DateOrder order = sheets::DateOrder::stated;  ///< in which its column writes `7/10`, where that is known

  /// Of a row that says when it was created: what was agreed then is not long before it.
  [[nodiscard]] static Years of_row(Date created) { return {.low = created, .high = created, .back = 31, .on = 183}; }

  /// The only day of that name within reach; absent when there is none, or more than one.
  [[nodiscard]] std::optional<Date> near(int month, int day) const {
    constexpr std::int32_t year = 365;
    if (high - low > 2 * year) return std::nullopt;
    std::optional<Date> only;
    for (int y = low.parts().year - 1; y <= high.parts().year + 1; ++y) {
      const std::optional<Date> found = Date::from_ymd(y, month, day);
      if (!found || *found - low < -back || *found - high > on) continue;
      if (only) return std::nullopt;
      only = found;
    }
    return only;
  }
  void take(Date day) {
    low = std::min(low, day);
    high = std::max(high, day);
  }
};

/// In which order a column writes `7/10`: as the cells show that can be read one way only; a Chinese heading stands
/// above the month first.
[[nodiscard]] inline sheets::DateOrder order_of(std::span<const std::string_view> cells, std::string_view heading) {
  bool month_first = false;
  bool day_first = false;
  for (const std::string_view cell : cells) {
    const std::string plain = half_width(cell);
    int first = 0;
    int second = 0;
    const char* const end = plain.data() + plain.size();
    const auto [slash, fine] = std::from_chars(plain.data(), end, first);
    if (fine != std::errc() || slash == end || *slash != '/') continue;
    const auto [behind, also] = std::from_chars(slash + 1, end, second);
    if (also != std::errc() || (behind != end && *behind == '/')) continue;
    month_first = month_first || (first <= 12 && second > 12 && second <= 31);
    day_first = day_first || (second <= 12 && first > 12 && first <= 31);
  }
  if (month_first != day_first) return month_first ? sheets::DateOrder::mdy : sheets::DateOrder::dmy;
  const bool chinese = std::any_of(heading.begin(), heading.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE4U && static_cast<unsigned char>(c) <= 0xE9U;
  });
  return chinese && !month_first ? sheets::DateOrder::mdy : sheets::DateOrder::stated;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
