// Columns of a roster that are headed by days: `2024-07-08`, `7/8`, `7月8日(周一)`, `08-Jul`, `周四`. Part of
// week_csv.ipp.
#pragma once

#include <paidan/sheets/detail/cell_times.hpp>
#include <paidan/sheets/detail/week_words.ipp>
#include <paidan/sheets/notices.hpp>
#include <paidan/syntax/csv.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

struct DayColumns {
  std::vector<std::pair<Date, int>> dates;         ///< day → column
  std::vector<std::pair<unsigned, int>> weekdays;  ///< weekdays (bit 1 = Monday) → column

  [[nodiscard]] bool empty() const { return dates.empty() && weekdays.empty(); }
  /// The column of that day: its own, else its weekday's; −1: none.
  [[nodiscard]] int of(Date day) const {
    const auto own = std::find_if(dates.begin(), dates.end(), [&](const auto& one) { return one.first == day; });
    if (own != dates.end()) return own->second;
    for (const auto& [set, column] : weekdays) {
      if ((set >> static_cast<unsigned>(day.weekday()) & 1U) != 0) return column;
    }
    return -1;
  }
};

/// Finds them among the columns that no field matched, which they leave. What has no year is told by the days of the
/// plan, the order of `7/8` also by the other headings and by the weekdays beside them.
class DayHeadings {
 public:
  /// `days`: first and last that the orders name.
  DayHeadings(const syntax::Table& table, sheets::DateOrder dates, std::optional<std::pair<Date, Date>> days)
      : table_(table), dates_(dates) {
    if (days) years_ = Years{.low = days->first, .high = days->second};
  }

  DayColumns read(std::vector<int>& unused, Errors& errors, Errors& notices) {
    for (const int column : unused) look_at(column);
    settle_order();
    std::vector<int> others;
    for (const int column : unused) {
      const auto found =
          std::find_if(headings_.begin(), headings_.end(), [&](const Heading& one) { return one.column == column; });
      if (found == headings_.end()) {
        others.push_back(column);
      } else {
        take(*found, errors);
      }
    }
    unused = std::move(others);
    if (!taken_.empty()) {
      notices.add(sheets::notices::day_columns, table_.name, {{"columns", taken_}, {"columns_zh", taken_zh_}},
                  table_.heading_row);
    }
    if (!unread_.empty()) {
      notices.add(sheets::notices::day_columns_unread, table_.name, {{"columns", unread_}, {"columns_zh", unread_zh_}},
                  table_.heading_row);
    }
    return std::move(found_);
  }

 private:
  static constexpr std::size_t longest = 60;  // bytes of a heading that names a day

  struct Heading {
    int column = -1;
    unsigned weekdays = 0;  // 0: it names none
    std::string day;        // what is left without them
    bool slashed = false;   // `7/8`: month and day stand either way
    bool full = false;      // it names the year
  };

  [[nodiscard]] const std::string& text(int column) const { return table_.headings[static_cast<std::size_t>(column)]; }

  /// `周四 7/11` → Thursday, `7/11`. Brackets and commas between them are blanks.
  static Heading split(std::string_view written) {
    std::string plain = half_width(written);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; }, ' ');
    const std::string_view text = syntax_detail::stripped(plain);
    Heading one;
    one.day = std::string(text);
    if (text.size() > longest) return one;
    // One weekday before or behind the date, the longest word that is one.
    for (std::size_t size = text.size(); size-- > 1;) {
      for (const bool behind : {false, true}) {
        const std::string_view word =
            syntax_detail::stripped(behind ? text.substr(text.size() - size) : text.substr(0, size));
        const bool says = word.starts_with("周") || word.starts_with("星期") || word.starts_with("礼拜") ||
                          (!word.empty() && word.front() >= 'a' && word.front() <= 'z');
        const auto day = says ? parse_weekdays(word) : std::nullopt;
        if (!day || (*day & (*day - 1)) != 0) continue;
        std::string_view rest = behind ? text.substr(0, text.size() - size) : text.substr(size);
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == ',')) rest.remove_prefix(1);
        while (!rest.empty() && (rest.back() == ' ' || rest.back() == ',')) rest.remove_suffix(1);
        if (!written_time(rest, sheets::DateOrder::mdy)) continue;
        one.weekdays = *day;
        one.day = std::string(rest);
        return one;
      }
    }
    const bool named = text.find("周") != text.npos || text.find("星期") != text.npos ||
                       text.find("礼拜") != text.npos || (!text.empty() && text.front() >= 'a' && text.front() <= 'z');
    if (named) {
      if (const auto all = parse_weekdays(text); all && *all != 0xfeU) {
        one.weekdays = *all;
        one.day.clear();
      }
    }
    return one;
  }

  void look_at(int column) {
    Heading one = split(text(column));
    one.column = column;
    if (!one.day.empty()) {
      const auto found = written_time(one.day, dates_);
      const bool day = found && !found->to && !found->offset && found->part == DayPart::none &&
                       found->from.value_or(LocalTime{}) == LocalTime{} &&
                       (found->date || found->which_year || found->which_comes_first);
      if (!day) return;
      one.full = found->date.has_value();
      one.slashed = found->which_year && one.day.find('/') != std::string::npos &&
                    one.day.find_first_not_of("0123456789/") == std::string::npos;
      if (one.full && !years_) years_ = Years{.low = *found->date, .high = *found->date};
      if (one.full) years_->take(*found->date);
    } else if (one.weekdays == 0) {
      return;
    }
    headings_.push_back(std::move(one));
  }

  [[nodiscard]] std::optional<WrittenTime> read_as(const Heading& one, sheets::DateOrder order) const {
    return written_time(one.day, order, years_ ? &*years_ : nullptr);
  }
  [[nodiscard]] static bool agrees(const Heading& one, Date day) {
    return one.weekdays == 0 || (one.weekdays >> static_cast<unsigned>(day.weekday()) & 1U) != 0;
  }

  /// How well an order suits the headings: some are days of the plan, all can be days, they follow each other.
  [[nodiscard]] std::tuple<bool, bool, bool> suits(sheets::DateOrder order) const {
    bool within = false;
    bool all = true;
    bool run = true;
    std::optional<Date> before;
    for (const Heading& one : headings_) {
      if (!one.slashed) continue;
      const auto found = read_as(one, order);
      if (!found || !found->date || !agrees(one, *found->date)) {
        all = false;
        continue;
      }
      within = within || (years_ && *found->date >= years_->low && *found->date <= years_->high);
      run = run && (!before || *found->date == *before + 1);
      before = found->date;
    }
    return {within, all, run};
  }
  void settle_order() {
    order_ = dates_;
    if (dates_ != sheets::DateOrder::stated) return;
    std::vector<std::string_view> slashed;
    for (const Heading& one : headings_) {
      if (one.slashed) slashed.push_back(one.day);
    }
    if (slashed.empty()) return;
    std::string all;  // Chinese headings stand above days in the Chinese order
    for (const std::string& heading : table_.headings) all += heading;
    order_ = order_of(slashed, all);
    if (order_ != sheets::DateOrder::stated) return;
    const auto month_first = suits(sheets::DateOrder::mdy);
    const auto day_first = suits(sheets::DateOrder::dmy);
    if (month_first > day_first) order_ = sheets::DateOrder::mdy;
    if (day_first > month_first) order_ = sheets::DateOrder::dmy;
  }

  void take(const Heading& one, Errors& errors) {
    if (one.day.empty()) {
      take_weekdays(one, errors);
      return;
    }
    const auto found = read_as(one, order_);
    if (!found || !found->date) {
      const bool order = found && found->which_comes_first;
      say_unread(one.column, order ? "day or month first?" : "of which year?", order ? "月在前还是日在前?" : "哪一年?");
      return;
    }
    if (!agrees(one, *found->date)) {
      say_unread(one.column, found->date->text() + " is another weekday", found->date->text() + "不是这个星期几");
      return;
    }
    const auto same = std::find_if(found_.dates.begin(), found_.dates.end(),
                                   [&](const auto& own) { return own.first == *found->date; });
    if (same != found_.dates.end()) {
      repeated(one.column, same->second, errors);
      return;
    }
    found_.dates.emplace_back(*found->date, one.column);
    if (!one.full) say_taken(one.column, "as " + found->date->text(), "作" + found->date->text());
  }
  void take_weekdays(const Heading& one, Errors& errors) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> names{{{"Monday", "周一"},
                                                                                         {"Tuesday", "周二"},
                                                                                         {"Wednesday", "周三"},
                                                                                         {"Thursday", "周四"},
                                                                                         {"Friday", "周五"},
                                                                                         {"Saturday", "周六"},
                                                                                         {"Sunday", "周日"}}};
    for (const auto& [set, column] : found_.weekdays) {
      if ((set & one.weekdays) == 0) continue;
      repeated(one.column, column, errors);
      return;
    }
    found_.weekdays.emplace_back(one.weekdays, one.column);
    std::string en;
    std::string zh;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if ((one.weekdays >> (i + 1) & 1U) == 0) continue;
      en += (en.empty() ? "as every " : ", ") + std::string(names[i].first);
      zh += (zh.empty() ? "作每" : "、") + std::string(names[i].second);
    }
    say_taken(one.column, en, zh);
  }

  void repeated(int column, int first, Errors& errors) const {
    errors.add(syntax::errors::repeated_column, table_.name, {{"column", text(column)}, {"first", text(first)}},
               table_.heading_row);
  }
  void say_taken(int column, const std::string& as, const std::string& as_zh) {
    taken_ += (taken_.empty() ? "'" : ", '") + syntax::shortened(text(column), 60) + "' " + as;
    taken_zh_ += (taken_zh_.empty() ? "“" : "、“") + syntax::shortened(text(column), 60) + "”" + as_zh;
  }
  void say_unread(int column, const std::string& why, const std::string& why_zh) {
    unread_ += (unread_.empty() ? "'" : ", '") + syntax::shortened(text(column), 60) + "' (" + why + ")";
    unread_zh_ += (unread_zh_.empty() ? "“" : "、“") + syntax::shortened(text(column), 60) + "”(" + why_zh + ")";
  }

  const syntax::Table& table_;
  sheets::DateOrder dates_;
  sheets::DateOrder order_ = sheets::DateOrder::stated;
  std::optional<Years> years_;
  std::vector<Heading> headings_;
  DayColumns found_;
  std::string taken_, taken_zh_;
  std::string unread_, unread_zh_;
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
