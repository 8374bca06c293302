#pragma once

#include <paidan/core/time.hpp>
#include <paidan/sheets/detail/cell_times.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// One day's hours as a roster's cell puts them.
struct DayHours {
  std::vector<std::pair<LocalTime, LocalTime>> spans;  ///< several follow each other with pauses between
  std::vector<DayPart> parts;                          ///< that stand there as words
};

/// Reads `08:00-17:00`, `9:00-12:00, 14:00-18:00`, `上午`.
class DayHoursReader {
 public:
  /// `start`, `end`: the hours of the technician's other days, where they are known.
  DayHoursReader(std::optional<LocalTime> start, std::optional<LocalTime> end) : start_(start), end_(end) {}

  /// Absent when malformed, or when spans do not follow each other; one span alone may be the wrong way round.
  [[nodiscard]] std::optional<DayHours> read(std::string_view cell) const {
    const std::string plain = half_width(cell);
    DayHours all;
    std::string_view rest = plain;
    while (true) {
      std::size_t mark = 0;
      const std::size_t end = next_mark(rest, mark);
      if (!add_spans(syntax_detail::stripped(rest.substr(0, end)), all)) return std::nullopt;
      if (mark == 0) break;
      rest.remove_prefix(end + mark);
    }
    if (all.spans.size() == 1) return all;
    std::vector<std::pair<LocalTime, LocalTime>> joined;
    for (const auto& [from, to] : all.spans) {
      if (to <= from || (!joined.empty() && from < joined.back().second)) return std::nullopt;
      if (!joined.empty() && from == joined.back().second) {
        joined.back().second = to;
      } else {
        joined.emplace_back(from, to);
      }
    }
    all.spans = std::move(joined);
    return all;
  }

 private:
  static std::size_t next_mark(std::string_view text, std::size_t& mark) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      for (const std::string_view sign : {",", ";", "、", "/", "+", "&", "\n", "和", "及"}) {
        if (!text.substr(i).starts_with(sign)) continue;
        mark = sign.size();
        return i;
      }
    }
    return text.size();
  }
  /// One span, or several with blanks between them.
  bool add_spans(std::string_view text, DayHours& all) const {
    if (text.size() > longest) return false;
    if (add_span(text, all)) return true;
    for (std::size_t blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ', blank + 1)) {
      if (blank == 0 || text[blank - 1] == ' ') continue;
      DayHours with = all;
      if (!add_span(text.substr(0, blank), with)) continue;
      const std::string_view rest = syntax_detail::stripped(text.substr(blank));
      const bool torn = rest.starts_with("am") || rest.starts_with("a.m.") || rest.starts_with("pm") ||
                        rest.starts_with("p.m.");  // it belongs to the time before
      if (rest.empty() || torn || !add_spans(rest, with)) continue;
      all = std::move(with);
      return true;
    }
    return false;
  }
  bool add_span(std::string_view text, DayHours& all) const {
    const std::optional<WrittenTime> written = written_time(text, sheets::DateOrder::stated);
    if (!written || written->date || written->to_date || written->offset) return false;
    if (written->part == DayPart::none) {
      if (!written->to) return false;
      all.spans.emplace_back(*written->from, *written->to);
      return true;
    }
    const PartHours usual = usual_hours(written->part);
    LocalTime from = usual.from;
    LocalTime to = usual.to;
    if (written->part == DayPart::unclear || (written->part == DayPart::all && (!start_ || !end_))) return false;
    if (written->part == DayPart::all || (written->part == DayPart::morning && start_)) from = *start_;
    if (written->part == DayPart::all || (written->part == DayPart::afternoon && end_)) to = *end_;
    if (to <= from) return false;  // nobody's usual hours are those
    all.spans.emplace_back(from, to);
    all.parts.push_back(written->part);
    return true;
  }

  static constexpr std::size_t longest = 200;  // bytes of what is looked at blank by blank
  std::optional<LocalTime> start_;
  std::optional<LocalTime> end_;
};

/// First and last day that the orders and the options name: what tells the year of the technicians' days off.
inline std::optional<std::pair<Date, Date>> days_of(const std::vector<sheets::OrderRow>& rows,
                                                    const sheets::WeekOptions& options) {
  std::optional<std::pair<Date, Date>> days;
  const auto take = [&](Date day) {
    if (!days) days = std::pair(day, day);
    days = std::pair(std::min(days->first, day), std::max(days->second, day));
  };
  if (options.first_day) take(*options.first_day);
  for (const sheets::OrderRow& row : rows) {
    if (row.day) take(*row.day);
    if (row.created) take(options.zone.to_local(*row.created).date);
    if (row.appointment) take(options.zone.to_local(row.appointment->from).date);
    if (row.window_start) take(options.zone.to_local(*row.window_start).date);
  }
  return days;
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
