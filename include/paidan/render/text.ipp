#pragma once

#include <paidan/render/text.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace render {

PAIDAN_INLINE std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

PAIDAN_INLINE std::string short_money(const Money& money) {
  std::string text = money.text();
  const int digits = money.currency.digits();
  if (digits == 0) return text;
  const std::string zeros(static_cast<std::size_t>(digits), '0');
  const std::size_t tail = zeros.size() + 1;
  if (text.size() > tail && text[text.size() - tail] == '.' && text.ends_with(zeros)) text.resize(text.size() - tail);
  return text;
}

PAIDAN_INLINE std::string short_number(const Decimal& number) {
  std::string text = number.text();
  if (text.find('E') != std::string::npos || text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

PAIDAN_INLINE std::string clock(const ZoneRules& zone, Instant instant) {
  const LocalTime time = zone.to_local(instant).time;
  return LocalTime{time.seconds - time.seconds % 60}.text();
}

namespace render_detail {
inline constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};
}  // namespace render_detail

PAIDAN_INLINE std::string day_and_month(Date date, Language language) {
  const auto [year, month, day] = date.parts();
  if (language == Language::zh) return std::to_string(month) + "月" + std::to_string(day) + "日";
  return std::to_string(day) + " " + std::string(render_detail::months[static_cast<std::size_t>(month - 1)]);
}

PAIDAN_INLINE std::string long_date(Date date, Language language) {
  const std::string year = std::to_string(date.parts().year);
  return language == Language::zh ? year + "年" + day_and_month(date, language)
                                  : day_and_month(date, language) + " " + year;
}

PAIDAN_INLINE std::string hours_text(std::int64_t seconds, Language language) {
  const std::int64_t count = (seconds + 59) / 60;
  if (count < 60) return minutes_text(seconds, language);
  const bool zh = language == Language::zh;
  const std::string hours = std::to_string(count / 60) + (zh ? "小时" : " h");
  if (count % 60 == 0) return hours;
  return hours + (zh ? "" : " ") + std::to_string(count % 60) + (zh ? "分钟" : " min");
}

PAIDAN_INLINE std::string minutes_text(std::int64_t seconds, Language language) {
  const std::int64_t count = (seconds + 59) / 60;
  if (language == Language::zh) return std::to_string(count) + "分钟";
  return std::to_string(count) + (count == 1 ? " minute" : " minutes");
}

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI
