// Which column a heading stands for, and which one it may be meant for. Part of rows.ipp.
#pragma once

#include <paidan/core/detail/code_points.hpp>
#include <paidan/core/fold.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// `时长（分钟）*` → `时长`; ASCII letters in lower case.
inline std::string plain_heading(std::string_view heading) {
  heading = syntax_detail::stripped(heading);
  const std::size_t closed = std::max(heading.rfind(')') + 1, heading.rfind("）") + 1);  // 0: never
  const std::string_view behind = closed == 0 ? "" : heading.substr(closed - 1 + (heading[closed - 1] == ')' ? 1 : 3));
  if (behind.find_first_not_of("* ") == std::string_view::npos || behind == "＊") {  // the bracket ends it
    heading = syntax_detail::stripped(heading.substr(0, std::min(heading.find('('), heading.find("（"))));
  }
  for (const std::string_view star : {"*", "＊"}) {
    while (heading.ends_with(star)) heading.remove_suffix(star.size());
    while (heading.starts_with(star)) heading.remove_prefix(star.size());
  }
  return fold_case(syntax_detail::stripped(heading));
}

/// Which column a heading stands for by the host's mapping or its own words; `columns.size()`: none.
inline std::size_t column_of(std::string_view heading, std::span<const sheets::ColumnName> mapping,
                             const std::vector<sheets::ColumnInfo>& columns) {
  for (const sheets::ColumnName& own : mapping) {
    if (own.heading != heading) continue;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name == own.field || columns[i].zh == own.field) return i;
    }
  }
  const std::string plain = plain_heading(heading);
  // Words that cannot mean anything else.
  const std::string_view word = plain == "latitude"                      ? "lat"
                                : plain == "longitude" || plain == "lng" ? "lon"
                                                                         : std::string_view(plain);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (word == columns[i].name || (!columns[i].zh.empty() && word == columns[i].zh)) return i;
  }
  return columns.size();
}

/// How alike two words are, in thousandths: the letters they have in common in that order, of those of the longer one.
inline std::size_t likeness(std::string_view a, std::string_view b) {
  const std::u32string x = core_detail::code_points(a);
  const std::u32string y = core_detail::code_points(b);
  std::vector<std::size_t> last(y.size() + 1, 0);
  for (const char32_t c : x) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t above = last[j];
      last[j] = c == y[j - 1] ? diagonal + 1 : std::max(last[j], last[j - 1]);
      diagonal = above;
    }
  }
  return last[y.size()] * 1000 / std::max<std::size_t>({x.size(), y.size(), 1});
}

/// Words of other systems for our columns: asked about, never read.
inline std::string_view other_word(std::string_view plain) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 49> words{{
      {"经度坐标", "lon"},
      {"long", "lon"},
      {"lnglat", "lon"},
      {"纬度坐标", "lat"},
      {"维度", "lat"},
      {"约定时间", "appointment"},
      {"约定", "appointment"},
      {"上门时间", "appointment"},
      {"期望时间", "appointment"},
      {"appointment_time", "appointment"},
      {"scheduled", "appointment"},
      {"单号", "order"},
      {"工单编号", "order"},
      {"订单号", "order"},
      {"order_id", "order"},
      {"id", "order"},
      {"报修时间", "created"},
      {"下单时间", "created"},
      {"created_at", "created"},
      {"客户地址", "place"},
      {"上门地址", "place"},
      {"详细地址", "place"},
      {"address", "place"},
      {"所需技能", "skills"},
      {"skill", "skills"},
      {"技能要求", "skills"},
      {"耗时", "minutes"},
      {"工时", "minutes"},
      {"duration", "minutes"},
      {"预计时长", "minutes"},
      {"buffer", "buffer_minutes"},
      {"缓冲时长", "buffer_minutes"},
      {"服务", "service"},
      {"服务类型", "service"},
      {"备件", "parts"},
      {"所需人数", "crew"},
      {"师傅人数", "crew"},
      {"technicians", "crew"},
      {"截止时间", "deadline"},
      {"紧急程度", "priority"},
      {"师傅", "technician"},
      {"技师", "technician"},
      {"工程师", "technician"},
      {"technician_id", "technician"},
      {"师傅编号", "technician"},
      {"上班时间", "start"},
      {"下班时间", "end"},
      {"休假", "days_off"},
      {"星级", "rating"},
  }};
  for (const auto& [word, field] : words) {
    if (word == plain) return field;
  }
  return {};
}

/// The column that an unknown heading may stand for, else nullptr: the host's word for it, or the most alike.
inline const sheets::ColumnInfo* may_stand_for(std::string_view plain, const std::vector<sheets::ColumnInfo>& columns) {
  const std::string_view other = other_word(plain);
  const sheets::ColumnInfo* best = nullptr;
  std::size_t most = 499;
  for (const sheets::ColumnInfo& column : columns) {
    if (column.name == other) return &column;
    const std::size_t alike = std::max(likeness(plain, column.name), likeness(plain, column.zh));
    if (alike > most) {
      most = alike;
      best = &column;
    }
  }
  return best;
}

inline std::string known_columns(const std::vector<sheets::ColumnInfo>& columns) {
  std::string all;
  for (const sheets::ColumnInfo& column : columns) {
    if (!all.empty()) all += ", ";
    all += column.name;
    if (!column.zh.empty()) (all += '/') += column.zh;
  }
  return all;
}

inline bool one_among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
