// Words by which a decision table's sheet calls its parts, in English and Chinese.
#pragma once

#include <paidan/sheets/detail/rules_cells.ipp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

enum class HeadingRow : std::uint8_t { kind, name, expression, type, allowed, otherwise };
struct HeadingWord {
  std::string_view word;
  HeadingRow row;
};
inline constexpr std::array heading_words{HeadingWord{"kind", HeadingRow::kind},
                                          HeadingWord{"name", HeadingRow::name},
                                          HeadingWord{"expression", HeadingRow::expression},
                                          HeadingWord{"type", HeadingRow::type},
                                          HeadingWord{"allowed", HeadingRow::allowed},
                                          HeadingWord{"default", HeadingRow::otherwise},
                                          HeadingWord{"allowed values", HeadingRow::allowed},
                                          HeadingWord{"种类", HeadingRow::kind},
                                          HeadingWord{"名称", HeadingRow::name},
                                          HeadingWord{"表达式", HeadingRow::expression},
                                          HeadingWord{"类型", HeadingRow::type},
                                          HeadingWord{"取值", HeadingRow::allowed},
                                          HeadingWord{"取值范围", HeadingRow::allowed},
                                          HeadingWord{"默认", HeadingRow::otherwise},
                                          HeadingWord{"默认值", HeadingRow::otherwise}};

inline constexpr std::array column_kinds{
    Replacement{"in", "in"},     Replacement{"input", "in"},        Replacement{"输入", "in"},
    Replacement{"条件", "in"},   Replacement{"out", "out"},         Replacement{"output", "out"},
    Replacement{"输出", "out"},  Replacement{"结果", "out"},        Replacement{"note", "note"},
    Replacement{"备注", "note"}, Replacement{"annotation", "note"}, Replacement{"说明", "note"}};

inline constexpr std::array type_words{Replacement{"number", "number"},
                                       Replacement{"string", "string"},
                                       Replacement{"boolean", "boolean"},
                                       Replacement{"date", "date"},
                                       Replacement{"time", "time"},
                                       Replacement{"date and time", "date and time"},
                                       Replacement{"days and time duration", "days and time duration"},
                                       Replacement{"years and months duration", "years and months duration"},
                                       Replacement{"context", "context"},
                                       Replacement{"Any", "Any"},
                                       Replacement{"text", "string"},
                                       Replacement{"any", "Any"},
                                       Replacement{"数字", "number"},
                                       Replacement{"文本", "string"},
                                       Replacement{"是否", "boolean"},
                                       Replacement{"日期", "date"},
                                       Replacement{"时间", "time"},
                                       Replacement{"日期时间", "date and time"},
                                       Replacement{"时长", "days and time duration"},
                                       Replacement{"年月时长", "years and months duration"}};
inline constexpr std::size_t type_names = 10;

inline std::string lower_word(std::string_view text) {
  std::string word = narrowed(syntax_detail::stripped(text));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return word;
}

inline std::optional<HeadingRow> heading_row(std::string_view cell) {
  const std::string word = lower_word(cell);
  for (const HeadingWord& known : heading_words) {
    if (known.word == word) return known.row;
  }
  return std::nullopt;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
