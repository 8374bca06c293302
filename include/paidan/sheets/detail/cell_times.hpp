// Internal. Dates and times as people write them in a sheet, one grammar for every table:
// `2025-3-12 10:00`, `2025年3月12日 9:00-11:00`, `2025/3/12 下午2点半`, `7:00 AM`, `24:00`, `8-Jul-2024 9-11点`,
// `1/13/20 8:05` with an order, `7月10日 上午` where other days tell the year.
#pragma once

#include <paidan/core/time.hpp>
#include <paidan/sheets/date_order.hpp>
#include <paidan/sheets/detail/cell_text.hpp>
#include <paidan/sheets/detail/cell_years.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// A part of a day in a word: which hours it has is for the reader of the cell to say. `unclear`: nobody's hours.
enum class DayPart : std::uint8_t { none, morning, afternoon, evening, all, unclear };

/// What a cell may hold. A date alone has no `from`; a stretch of time also has `to`; an ISO instant has an offset.
struct WrittenTime {
  std::optional<Date> date;
  std::optional<LocalTime> from;
  std::optional<Date> to_date;
  std::optional<LocalTime> to;
  std::optional<std::int32_t> offset;  ///< seconds east of UTC
  DayPart part = DayPart::none;        ///< in place of `from`
  bool which_comes_first = false;      ///< nothing was read: month and day may stand either way
  bool which_year = false;             ///< nothing was read: the date has no year, and nothing tells it
  bool year_told = false;              ///< by other days
};

/// The hours that a part of a day is taken to have; the readers say so.
struct PartHours {
  std::string_view en, zh;
  LocalTime from;
  LocalTime to;
};
[[nodiscard]] constexpr PartHours usual_hours(DayPart part) {
  constexpr std::int32_t hour = 3'600;
  switch (part) {
    case DayPart::morning:
      return {"morning", "上午", {8 * hour}, {12 * hour}};
    case DayPart::afternoon:
      return {"afternoon", "下午", {12 * hour}, {18 * hour}};
    case DayPart::evening:
      return {"evening", "晚上", {18 * hour}, {21 * hour}};
    default:
      return {"all day", "全天", {0}, {24 * hour}};
  }
}

class TimeScanner {
 public:
  TimeScanner(std::string_view cell, sheets::DateOrder order, const Years* years)
      : text_(half_width(cell)), rest_(text_), order_(order), years_(years) {}

  /// Absent when it is none of these.
  std::optional<WrittenTime> all() {
    std::optional<WrittenTime> found = scan();
    if (!found || (!found->which_comes_first && !found->which_year)) return found;
    WrittenTime unread;
    unread.which_comes_first = found->which_comes_first;
    unread.which_year = !found->which_comes_first;
    return unread;
  }

 private:
  enum class Half : std::uint8_t { none, morning, afternoon };

  std::optional<WrittenTime> scan() {
    WrittenTime found;
    found.date = date(found);
    if (found.which_comes_first) return found;
    const bool dated = found.date.has_value();
    blanks(dated);
    found.from = time();
    if (found.from && dated) found.offset = offset();
    if (!found.from) found.part = part();
    if (!found.from && !dated && found.part == DayPart::none) return std::nullopt;
    blanks();
    const Half from_half = half_;
    if (found.from && !found.offset && until()) {
      blanks();
      found.to_date = date(found);
      blanks(found.to_date.has_value());
      found.to = time();
      if (!found.to) return std::nullopt;
      if (!found.to_date) share_half(found, from_half);
    }
    blanks();
    return rest_.empty() ? std::optional(found) : std::nullopt;
  }

  bool literal(std::string_view wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }
  bool one_of(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (literal(word)) return true;
    }
    return false;
  }
  /// Blanks, and between a date and its time also `T`.
  void blanks(bool after_date = false) {
    if (after_date && literal("t")) return;
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
  }
  bool until() { return one_of({"-", "–", "—", "~", "～", "至", "到", "to "}); }

  std::optional<int> number(std::size_t most) {
    int value = 0;
    std::size_t count = 0;
    while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
      value = value * 10 + (rest_[count] - '0');
      ++count;
    }
    rest_.remove_prefix(count);
    digits_ = count;
    return count == 0 ? std::nullopt : std::optional(value);
  }

  std::optional<Date> date(WrittenTime& found) {
    const std::string_view before = rest_;
    const auto back = [&]() -> std::optional<Date> {
      rest_ = before;
      return std::nullopt;
    };
    if (const int named = month_name(); named > 0) {  // `Jul 8, 2024`
      static_cast<void>(one_of({" ", "-"}));
      const std::optional<int> day = number(2);
      if (!day || (!rest_.empty() && rest_.front() == ':')) return back();
      const std::optional<int> year = year_behind({", ", ",", " ", "-"});
      return or_back(year ? Date::from_ymd(*year, named, *day) : without_year(named, *day, found), before);
    }
    const std::optional<int> first = number(8);
    if (!first) return back();
    const std::size_t first_digits = digits_;
    if (first_digits == 8 && (rest_.empty() || rest_.front() == ' ' || rest_.front() == 't')) {
      return or_back(Date::from_ymd(*first / 10'000, *first / 100 % 100, *first % 100), before);  // 20250312
    }
    if (first_digits == 4 && literal("年")) return or_back(after_year(*first, "月", true), before);
    if (first_digits <= 2 && literal("月")) {
      const std::optional<int> day = number(2);
      if (!day || !one_of({"日", "号"})) return back();
      return or_back(without_year(*first, *day, found), before);
    }
    if (first_digits <= 2) {  // `08-Jul`, `8 July 2024`
      const std::string_view number_end = rest_;
      static_cast<void>(one_of({"-", " ", "/"}));
      if (const int named = month_name(); named > 0) {
        const std::optional<int> year = year_behind({"-", " ", "/", ", "});
        return or_back(year ? Date::from_ymd(*year, named, *first) : without_year(named, *first, found), before);
      }
      rest_ = number_end;
    }
    for (const std::string_view mark : {"-", "/", "."}) {
      if (!literal(mark)) continue;
      if (first_digits == 4) return or_back(after_year(*first, mark, false), before);
      if (first_digits > 2 || mark == "-") return back();
      const std::optional<int> second = number(2);
      if (!second) return back();
      if (mark == "/" && (rest_.empty() || rest_.front() != '/')) {
        return or_back(without_order_and_year(*first, *second, found), before);
      }
      if (!literal(mark)) return back();
      const std::optional<int> year = number(4);
      if (!year || (digits_ != 2 && digits_ != 4)) return back();
      return or_back(without_order(*first, *second, digits_ == 2 ? 2000 + *year : *year, digits_ == 4, found), before);
    }
    return back();
  }
  std::optional<Date> after_year(int year, std::string_view mark, bool named) {
    const std::optional<int> month = number(2);
    if (!month || !literal(mark)) return std::nullopt;
    const std::optional<int> day = number(2);
    if (!day || (named && !one_of({"日", "号"}))) return std::nullopt;
    return Date::from_ymd(year, *month, *day);
  }
  /// `1/13/2020` can be read in one way only; `1/2/2020` needs an order, and two digits of a year always.
  std::optional<Date> without_order(int first, int second, int year, bool four_digits, WrittenTime& found) const {
    const std::optional<Date> month_first = Date::from_ymd(year, first, second);
    const std::optional<Date> day_first = Date::from_ymd(year, second, first);
    if (order_ == sheets::DateOrder::mdy) return month_first;
    if (order_ == sheets::DateOrder::dmy) return day_first;
    if (!month_first && !day_first) return std::nullopt;
    if (four_digits && !(month_first && day_first && first != second)) return month_first ? month_first : day_first;
    found.which_comes_first = true;
    return std::nullopt;
  }
  /// A day of the year that other days tell. Where they do not, the rest of the cell is still to be looked at.
  std::optional<Date> without_year(int month, int day, WrittenTime& found) const {
    if (!Date::from_ymd(2024, month, day)) return std::nullopt;  // a leap year
    const std::optional<Date> told = years_ == nullptr ? std::nullopt : years_->near(month, day);
    (told ? found.year_told : found.which_year) = true;
    return told.value_or(Date{});
  }
  /// `7/10`: the order is stated, or known of the column, or only one of them makes a day near the others.
  std::optional<Date> without_order_and_year(int first, int second, WrittenTime& found) const {
    const bool stated = order_ != sheets::DateOrder::stated || years_ == nullptr;
    const sheets::DateOrder order = stated ? order_ : years_->order;
    if (order == sheets::DateOrder::mdy || first == second) return without_year(first, second, found);
    if (order == sheets::DateOrder::dmy) return without_year(second, first, found);
    const bool as_month = Date::from_ymd(2024, first, second).has_value();
    const bool as_day = Date::from_ymd(2024, second, first).has_value();
    if (!as_day) return without_year(first, second, found);
    if (!as_month) return without_year(second, first, found);
    if (years_ == nullptr) return without_year(first, second, found);
    const bool month_near = years_->near(first, second).has_value();
    const bool day_near = years_->near(second, first).has_value();
    if (month_near && day_near) {
      found.which_comes_first = true;
      return std::nullopt;
    }
    return day_near ? without_year(second, first, found) : without_year(first, second, found);
  }
  /// 1 … 12; 0: no name of a month stands here.
  int month_name() {
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    if (rest_.empty() || rest_.front() < 'a' || rest_.front() > 'z') return 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (const std::string_view word : {names[i], names[i].substr(0, i == 8 ? 4 : 3), names[i].substr(0, 3)}) {
        const std::string_view behind = rest_.substr(std::min(word.size(), rest_.size()));
        if (!rest_.starts_with(word) || (!behind.empty() && behind.front() >= 'a' && behind.front() <= 'z')) continue;
        rest_ = behind;
        static_cast<void>(literal("."));
        return static_cast<int>(i) + 1;
      }
    }
    return 0;
  }
  /// Four digits behind one of these marks.
  std::optional<int> year_behind(std::initializer_list<std::string_view> marks) {
    const std::string_view before = rest_;
    if (one_of(marks)) {
      if (const std::optional<int> year = number(4); year && digits_ == 4) return year;
    }
    rest_ = before;
    return std::nullopt;
  }
  std::optional<Date> or_back(std::optional<Date> found, std::string_view before) {
    if (!found) rest_ = before;
    return found;
  }

  Half half() {
    if (one_of({"上午", "早上", "早晨", "凌晨", "a.m.", "am"})) return Half::morning;
    if (one_of({"下午", "晚上", "傍晚", "p.m.", "pm"})) return Half::afternoon;
    return Half::none;
  }
  /// Only English puts it there: what stands behind `9:00-12:00 下午` is a span of its own.
  Half half_behind() {
    if (one_of({"a.m.", "am"})) return Half::morning;
    if (one_of({"p.m.", "pm"})) return Half::afternoon;
    return Half::none;
  }
  DayPart part() {
    if (one_of({"上午", "morning", "a.m.", "am"})) return DayPart::morning;
    if (one_of({"下午", "afternoon", "p.m.", "pm"})) return DayPart::afternoon;
    if (one_of({"晚上", "evening"})) return DayPart::evening;
    if (one_of({"全天", "整天", "all day", "full day", "whole day"})) return DayPart::all;
    if (one_of({"早上", "早晨", "清晨", "中午", "傍晚", "夜间", "夜里", "凌晨", "noon", "night"})) {
      return DayPart::unclear;
    }
    return DayPart::none;
  }
  /// `9-11点`, `2-4 pm`: what stands behind the other end holds for both.
  [[nodiscard]] bool hour_mark_behind_span() const {
    TimeScanner ahead = *this;
    ahead.blanks();
    if (!ahead.until()) return false;
    ahead.blanks();
    if (!ahead.number(2)) return false;
    if (ahead.one_of({"点", "时"})) return true;
    ahead.blanks();
    return ahead.half_behind() != Half::none;
  }
  std::optional<LocalTime> time() {
    const std::string_view before = rest_;
    const auto back = [&]() -> std::optional<LocalTime> {
      rest_ = before;
      return std::nullopt;
    };
    Half part = half();
    blanks();
    const std::optional<int> hour = number(2);
    if (!hour) return back();
    int minute = 0;
    int second = 0;
    seconds_said_ = false;
    if (literal(":")) {
      const std::optional<int> minutes = number(2);
      if (!minutes || digits_ != 2) return back();
      minute = *minutes;
      if (literal(":")) {
        const std::optional<int> seconds = number(2);
        if (!seconds || digits_ != 2) return back();
        second = *seconds;
        seconds_said_ = true;
        if (literal(".")) {  // a fraction of a second other than zero would be lost
          const std::size_t zeros = std::min(rest_.find_first_not_of('0'), rest_.size());
          if (zeros == 0) return back();
          rest_.remove_prefix(zeros);
        }
      }
    } else if (one_of({"点", "时"})) {
      static_cast<void>(literal("钟"));
      if (literal("半")) {
        minute = 30;
      } else if (const std::optional<int> minutes = number(2)) {
        minute = *minutes;
        static_cast<void>(literal("分"));
      }
    } else if (part == Half::none && !hour_mark_behind_span()) {  // `7 pm`, but no bare number
      const std::string_view digits_end = rest_;
      blanks();
      if (half_behind() == Half::none) return back();
      rest_ = digits_end;
    }
    // The half may stand behind: `7:00 AM`.
    const std::string_view here = rest_;
    blanks();
    if (const Half behind = half_behind(); behind == Half::none) {
      rest_ = here;
    } else if (part == Half::none) {
      part = behind;
    } else {
      return back();
    }
    half_ = part;
    int on_24 = *hour;
    if (part == Half::afternoon && on_24 < 12) on_24 += 12;
    if (part == Half::morning && on_24 == 12) on_24 = 0;
    if (on_24 > 24 || minute > 59 || second > 59 || (on_24 == 24 && minute + second > 0)) return back();
    return LocalTime{on_24 * 3'600 + minute * 60 + second};
  }
  /// `2:00-4:00 PM`, `下午2点-4点`: the half of the day that one end names is the other's too where that makes a span.
  void share_half(WrittenTime& found, Half from_half) const {
    constexpr std::int32_t noon = 43'200;
    const std::int32_t from = found.from->seconds;
    const std::int32_t to = found.to->seconds;
    if (from_half == Half::afternoon && half_ == Half::none && to < noon && to + noon > from) found.to->seconds += noon;
    if (from_half == Half::none && half_ == Half::afternoon && from < noon && from + noon < to) {
      found.from->seconds += noon;
    }
  }
  /// Only behind seconds, or `Z`: `10:00-12:00` is two hours, not a time in another zone.
  std::optional<std::int32_t> offset() {
    if (literal("z")) return 0;
    if (!seconds_said_ || rest_.empty() || (rest_.front() != '+' && rest_.front() != '-')) return std::nullopt;
    const std::string_view before = rest_;
    const int sign = rest_.front() == '-' ? -1 : 1;
    rest_.remove_prefix(1);
    const std::optional<int> hour = number(2);
    const bool two = digits_ == 2;
    const bool colon = literal(":");
    const std::optional<int> minute = number(2);
    if (!hour || !two || (minute && digits_ != 2) || (colon && !minute) || *hour > 23 || minute.value_or(0) > 59 ||
        (!rest_.empty() && rest_.front() == ':')) {
      rest_ = before;
      return std::nullopt;
    }
    return sign * (*hour * 3'600 + minute.value_or(0) * 60);
  }

  std::string text_;
  std::string_view rest_;
  sheets::DateOrder order_;
  const Years* years_;
  std::size_t digits_ = 0;
  bool seconds_said_ = false;
  Half half_ = Half::none;  // of the time read last
};

/// `years`: what tells the year of a date without one; nullptr: nothing does.
[[nodiscard]] inline std::optional<WrittenTime> written_time(std::string_view cell, sheets::DateOrder order,
                                                             const Years* years = nullptr) {
  return TimeScanner(cell, order, years).all();
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
