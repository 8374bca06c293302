#pragma once

#include <paidan/core/time.hpp>
#include <paidan/sheets/detail/cell_times.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

inline constexpr int max_week_days = 92;

/// Which weekdays; absent when malformed. Bit 1 = Monday … bit 7 = Sunday.
inline std::optional<unsigned> parse_weekdays(std::string_view written) {
  const std::string plain = half_width(written);
  std::string_view text = plain;
  for (const std::string_view word : {"每天", "天天", "全周", "全年无休", "every day", "everyday", "daily", "all"}) {
    if (text == word) return 0xfeU;
  }
  for (const std::string_view word : {"工作日", "平日", "weekdays", "workdays"}) {
    if (text == word) return 0x3eU;
  }
  for (const std::string_view word : {"周末", "双休日", "weekend", "weekends"}) {
    if (text == word) return 0xc0U;
  }
  struct Word {
    std::string_view text;
    int value;  // 1 … 7 a day, 0 nothing, −1 a range
  };
  constexpr std::array<Word, 56> words{
      {{"星期", 0},   {"礼拜", 0},   {"周", 0},      {"一", 1},        {"二", 2},       {"三", 3},     {"四", 4},
       {"五", 5},     {"六", 6},     {"日", 7},      {"天", 7},        {"1", 1},        {"2", 2},      {"3", 3},
       {"4", 4},      {"5", 5},      {"6", 6},       {"7", 7},         {"至", -1},      {"到", -1},    {"-", -1},
       {"–", -1},     {"—", -1},     {"~", -1},      {"through", -1},  {"to", -1},      {",", 0},      {";", 0},
       {"、", 0},     {"，", 0},     {"；", 0},      {" ", 0},         {"/", 0},        {"　", 0},     {"and", 0},
       {"&", 0},      {"monday", 1}, {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5}, {"saturday", 6},
       {"sunday", 7}, {"mon", 1},    {"tues", 2},    {"tue", 2},       {"wed", 3},      {"thurs", 4},  {"thur", 4},
       {"thu", 4},    {"fri", 5},    {"sat", 6},     {"sun", 7},       {".", 0},        {"和", 0},     {"及", 0}}};
  unsigned days = 0;
  int last = 0;
  bool range = false;
  while (!text.empty()) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return text.starts_with(word.text); });
    if (found == words.end()) return std::nullopt;
    text.remove_prefix(found->text.size());
    if (found->value < 0) {
      if (last == 0 || range) return std::nullopt;
      range = true;
    } else if (found->value > 0) {
      if (range && found->value < last) return std::nullopt;
      for (int day = range ? last : found->value; day <= found->value; ++day) days |= 1U << static_cast<unsigned>(day);
      last = range ? 0 : found->value;
      range = false;
    }
  }
  return range || days == 0 ? std::nullopt : std::optional<unsigned>(days);
}

/// `08:00-17:00`; absent when malformed.
inline std::optional<std::pair<LocalTime, LocalTime>> parse_hours(std::string_view text) {
  const std::optional<WrittenTime> written = written_time(text, sheets::DateOrder::stated);
  if (!written || written->date || !written->to || written->to_date || written->offset) return std::nullopt;
  return std::pair(*written->from, *written->to);
}

/// A cell of a day that says the technician does not work.
inline bool day_off(std::string_view cell) {
  const std::string plain = half_width(cell);
  for (const std::string_view word :
       {"",   "休",  "休息",    "休假", "轮休",  "调休", "公休", "请假", "年假", "病假", "事假",
        "无", "off", "day off", "rest", "leave", "x",    "×",    "-",    "–",    "—",    "/"}) {
    if (plain == word) return true;
  }
  return false;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
