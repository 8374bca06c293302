// Cells that FEEL reads as something nobody means, or not at all, and what was probably meant.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/rules/language/expression.hpp>
#include <paidan/sheets/detail/rules_cells.ipp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

struct Slip {
  std::string_view problem;
  std::string_view problem_zh;
  std::string meant;
};

inline bool digit(char c) { return c >= '0' && c <= '9'; }

/// `2025-1-1`, `2025/01/01`, `2025.1.1`, as `2025-01-01`; empty for anything else.
inline std::string loose_date(std::string_view text) {
  std::array<int, 3> parts{};
  std::size_t at = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    const std::size_t from = at;
    while (at < text.size() && digit(text[at]) && at - from < 4) parts[part] = parts[part] * 10 + (text[at++] - '0');
    const std::size_t count = at - from;
    if (part == 0 ? count != 4 : count < 1 || count > 2) return "";
    if (part == 2) break;
    if (at == text.size() || std::string_view("-/.").find(text[at]) == std::string_view::npos) return "";
    ++at;
  }
  if (at != text.size()) return "";
  const auto date = Date::from_ymd(parts[0], parts[1], parts[2]);
  return date ? date->text() : "";
}

/// One value of a column, as people write it, in the form that its cells have; empty when it is none.
inline std::string plain_value(std::string_view text, std::string_view type) {
  if (text.empty() || !digit(text[0])) return "";
  if (type == "date") return loose_date(text);
  if (type == "time") {
    const auto time = LocalTime::parse(text);
    return time && text.find(':') != std::string_view::npos ? std::string(text) : "";
  }
  return Decimal::parse(text) ? std::string(text) : "";
}

/// `5-10`, `8:30~17:00`, `2025-1-1至2025-2-1` as `[5..10]`; empty for anything else.
inline std::string meant_range(std::string_view item, std::string_view type) {
  constexpr std::array<std::string_view, 7> signs{" - ", "~", "至", "到", "\xe2\x80\x93", "\xe2\x80\x94", "-"};
  for (const std::string_view sign : signs) {
    const std::size_t at = item.find(sign);
    if (at == std::string_view::npos || item.find(sign, at + sign.size()) != std::string_view::npos) continue;
    const std::string low = plain_value(syntax_detail::stripped(item.substr(0, at)), type);
    const std::string high = plain_value(syntax_detail::stripped(item.substr(at + sign.size())), type);
    if (low.empty() || high.empty()) continue;
    if (type == "number" && !(*Decimal::parse(low) < *Decimal::parse(high))) return "";
    return "[" + low + ".." + high + "]";
  }
  return "";
}

inline std::vector<std::string_view> items_of(std::string_view text) {
  std::vector<std::string_view> items;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    items.push_back(syntax_detail::stripped(text.substr(at, end - at)));
    at = end + 1;
  }
  return items;
}

inline std::optional<Slip> range_slip(std::string_view text, std::string_view type) {
  std::string meant;
  bool any = false;
  for (const std::string_view item : items_of(text)) {
    const std::string range = meant_range(item, type);
    if (range.empty() && plain_value(item, type).empty()) return std::nullopt;
    any = any || !range.empty();
    meant += (meant.empty() ? "" : ", ") + (range.empty() ? std::string(item) : range);
  }
  if (!any) return std::nullopt;
  return Slip{"FEEL reads a difference here, not a range", "FEEL会把它读作相减,而不是范围", std::move(meant)};
}

/// `1,000`, `>= 1,500`, `[1,000..2,000]`. In a list of alternatives `1,500` may be 1 or 500: there only a group that no
/// one writes as a number of its own (`000`, `050`) tells.
inline std::optional<Slip> thousands_slip(std::string_view text, CellUse use) {
  std::string meant;
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      copy_quoted(text, at, meant);
      continue;
    }
    if (!digit(text[at])) {
      meant += text[at++];
      continue;
    }
    const std::size_t from = at;
    while (at < text.size() && digit(text[at])) ++at;
    std::string number(text.substr(from, at - from));
    bool groups = number.size() <= 3;
    bool zero = false;
    const std::size_t first = at;
    while (groups && at + 3 < text.size() && text[at] == ',' &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                       text.begin() + static_cast<std::ptrdiff_t>(at) + 4, digit) &&
           (at + 4 == text.size() || !digit(text[at + 4]))) {
      zero = zero || text[at + 1] == '0';
      number += text.substr(at + 1, 3);
      at += 4;
    }
    groups = at > first;
    const std::string_view before = syntax_detail::stripped(text.substr(0, from));
    const std::string_view after = syntax_detail::stripped(text.substr(at));
    const bool bound = (!before.empty() && std::string_view("<>=").find(before.back()) != std::string_view::npos) ||
                       before.ends_with("..") || after.starts_with("..");
    const bool whole = use == CellUse::value && before.empty() && after.empty();
    if (groups && (zero || bound || whole) && (before.ends_with("..") || !before.ends_with('.'))) {
      any = true;
      meant += number;
    } else {
      meant += text.substr(from, at - from);
    }
  }
  if (!any) return std::nullopt;
  return Slip{"a comma stands between alternatives, not between thousands", "逗号用于分隔多个值,不能用作千位分隔符",
              std::move(meant)};
}

/// A date without quotes where FEEL computes with its parts.
inline std::optional<Slip> date_slip(std::string_view text, std::string_view type) {
  bool any = false;
  std::string meant = with_words(text, "-/.", [&](std::string_view word, std::string_view) -> std::string {
    if (word.find("..") != std::string_view::npos) return "";
    const std::string date = loose_date(word);
    if (date.empty()) return "";
    any = true;
    if (type == "date") return date;
    return type == "date and time" ? "date and time(\"" + date + "T00:00:00\")" : "date(\"" + date + "\")";
  });
  if (!any) return std::nullopt;
  return Slip{"FEEL computes with the parts of a date that is written like this", "这样写的日期会被FEEL当作算式计算",
              std::move(meant)};
}

inline std::string quoted_items(std::string_view text) {
  std::string out;
  for (const std::string_view item : items_of(text)) out += (out.empty() ? "" : ",") + in_quotes(item);
  return out;
}

/// A text with signs of FEEL in it, without quotes: `空调(挂机)`, `挂机/柜机`.
inline std::optional<Slip> text_slip(std::string_view cell, std::string_view tidy, CellUse use,
                                     const rules::Names& facts) {
  if (tidy == "-" || tidy.find_first_of("\"?<>=[]{}@\r\n") != std::string_view::npos) return std::nullopt;
  const auto wrong =
      use == CellUse::tests ? rules::UnaryTests::validate(tidy, facts) : rules::Expression::validate(tidy, facts);
  if (wrong.empty()) return std::nullopt;
  const bool negated = use == CellUse::tests && tidy.starts_with("not(") && tidy.ends_with(')');
  const bool first = wrong[0].code() == rules::errors::unknown_name.code &&
                     std::any_of(wrong[0].parameters.begin(), wrong[0].parameters.end(), [&](const Parameter& one) {
                       return one.name == "column" && one.value == (negated ? "5" : "1");
                     });
  if (!first && !(wrong[0].code() == rules::errors::syntax.code && digit(tidy[0]))) return std::nullopt;
  Slip slip{"a text with such signs needs quotes", "含有此类符号的文本需要加引号", ""};
  if (negated) {
    slip.meant = "not(" + quoted_items(tidy.substr(4, tidy.size() - 5)) + ")";
  } else if (tidy.find(',') == std::string_view::npos || use == CellUse::value) {
    slip.meant = in_quotes(syntax_detail::stripped(cell));  // with the signs it has, also full-width ones
  } else {
    slip.meant = quoted_items(tidy);
  }
  return slip;
}

/// What is probably meant by a cell; absent where FEEL may be meant. `tidy` is what tidy_cell made of it.
inline std::optional<Slip> slip_of(std::string_view cell, std::string_view tidy, std::string_view type, CellUse use,
                                   const rules::Names& facts) {
  if (type == "string") return text_slip(cell, tidy, use, facts);
  const std::string text = narrowed(syntax_detail::stripped(cell));
  const bool numbers = type == "number" || type.empty() || type == "Any";
  if (use == CellUse::tests && (numbers || type == "date" || type == "time")) {
    if (auto slip = range_slip(text, numbers ? "number" : type)) return slip;
  }
  if (numbers || type == "date" || type == "date and time") {
    if (auto slip = date_slip(type == "date" ? tidy : text, type)) return slip;
  }
  return numbers ? thousands_slip(text, use) : std::nullopt;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
