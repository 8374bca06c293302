// Internal. Lengths of time as people write them in a column of minutes: `90`, `30分钟`, `1.5小时`, `1h30`,
// `一个半小时`.
#pragma once

#include <paidan/sheets/detail/cell_text.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Reads a length with its unit said, hours before minutes. A bare number is not its business.
class DurationScanner {
 public:
  explicit DurationScanner(std::string_view cell) : text_(half_width(cell)), rest_(text_) {}

  /// Minutes; absent when it is none of these, or not a whole number of them.
  std::optional<std::int64_t> minutes() {
    std::int64_t ten_thousandths = 0;
    bool hours = false;
    bool minutes = false;
    bool anything = false;
    blanks();
    while (!rest_.empty()) {
      std::optional<std::int64_t> amount = number();
      const bool counted = amount.has_value();
      blanks();
      const bool of_a_kind = one_of({"个"});
      if (const bool half = one_of({"半"}); half) {  // `半小时`, `1个半小时`
        if (counted && !of_a_kind) return std::nullopt;
        amount = amount.value_or(0) + scale / 2;
        static_cast<void>(one_of({"个"}));
      }
      if (!amount) return std::nullopt;
      blanks();
      if (!anything && hour_unit()) {
        hours = true;
        ten_thousandths += *amount * 60;
        if (counted && one_of({"半"})) ten_thousandths += scale * 30;  // `1小时半`
      } else if (const bool quarters = one_of({"刻钟"}); !of_a_kind && !minutes && (quarters || minute_unit(hours))) {
        minutes = true;
        ten_thousandths += *amount * (quarters ? 15 : 1);
      } else {
        return std::nullopt;
      }
      anything = true;
      blanks();
    }
    if (!anything || ten_thousandths % scale != 0) return std::nullopt;
    return ten_thousandths / scale;
  }

 private:
  static constexpr std::int64_t scale = 10'000;

  bool one_of(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (!rest_.starts_with(word)) continue;
      rest_.remove_prefix(word.size());
      return true;
    }
    return false;
  }
  void blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
  }
  bool hour_unit() { return one_of({"小时", "钟头", "hours", "hour", "hrs.", "hrs", "hr.", "hr", "h"}); }
  /// Behind hours the unit may be left out at the end: `1h30`, `1小时30`.
  bool minute_unit(bool behind_hours) {
    return one_of({"分钟", "分", "minutes", "minute", "mins.", "mins", "min.", "min", "m"}) ||
           (behind_hours && rest_.empty());
  }
  /// In ten-thousandths; one Chinese numeral up to ten, or digits with at most four behind the point.
  std::optional<std::int64_t> number() {
    static constexpr std::array<std::pair<std::string_view, int>, 11> numerals{{{"一", 1},
                                                                                {"二", 2},
                                                                                {"两", 2},
                                                                                {"三", 3},
                                                                                {"四", 4},
                                                                                {"五", 5},
                                                                                {"六", 6},
                                                                                {"七", 7},
                                                                                {"八", 8},
                                                                                {"九", 9},
                                                                                {"十", 10}}};
    for (const auto& [word, value] : numerals) {
      if (one_of({word})) return value * scale;
    }
    std::int64_t value = 0;
    std::size_t digits = 0;
    const auto digit = [&] { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; };
    for (; digit() && digits < 7; ++digits, rest_.remove_prefix(1)) value = value * 10 + (rest_.front() - '0');
    if (digits == 0) return std::nullopt;
    value *= scale;
    if (!rest_.starts_with('.')) return value;
    rest_.remove_prefix(1);
    std::int64_t place = scale / 10;
    if (!digit()) return std::nullopt;
    for (; digit() && place > 0; place /= 10, rest_.remove_prefix(1)) value += place * (rest_.front() - '0');
    return value;
  }

  std::string text_;
  std::string_view rest_;
};

/// Does a heading say that its numbers are hours: `时长(小时)`, `duration (h)`?
inline bool headed_in_hours(std::string_view heading) {
  const std::string plain = half_width(heading);
  const std::size_t open = plain.find('(');
  if (open == std::string::npos) return false;
  std::string_view inside = std::string_view(plain).substr(open + 1);
  inside = inside.substr(0, inside.find(')'));
  for (const std::string_view unit : {"小时", "单位:小时", "单位小时", "h", "hr", "hrs", "hour", "hours"}) {
    if (inside == unit) return true;
  }
  return false;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
