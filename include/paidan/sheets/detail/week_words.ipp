#pragma once

#include <paidan/core/time.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

inline constexpr int max_week_days = 92;

/// Which weekdays; absent when malformed. Bit 1 = Monday … bit 7 = Sunday.
inline std::optional<unsigned> parse_weekdays(std::string_view text) {
  struct Word {
    std::string_view text;
    int value;  // 1 … 7 a day, 0 nothing, −1 a range
  };
  constexpr std::array<Word, 31> words{
      {{"星期", 0}, {"礼拜", 0}, {"周", 0},  {"一", 1},  {"二", 2}, {"三", 3}, {"四", 4}, {"五", 5},
       {"六", 6},   {"日", 7},   {"天", 7},  {"1", 1},   {"2", 2},  {"3", 3},  {"4", 4},  {"5", 5},
       {"6", 6},    {"7", 7},    {"至", -1}, {"到", -1}, {"-", -1}, {"–", -1}, {"~", -1}, {",", 0},
       {";", 0},    {"、", 0},   {"，", 0},  {"；", 0},  {" ", 0},  {"/", 0},  {"　", 0}}};
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
  for (const std::string_view mark : {"-", "–", "—", "~", "至"}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const std::optional<LocalTime> start = LocalTime::parse(syntax_detail::stripped(text.substr(0, at)));
    const std::optional<LocalTime> end = LocalTime::parse(syntax_detail::stripped(text.substr(at + mark.size())));
    if (!start || !end) return std::nullopt;
    return std::pair(*start, *end);
  }
  return std::nullopt;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
