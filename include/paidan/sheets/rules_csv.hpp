// Decision tables as spreadsheets keep them.
//
//   |   | A            | B             | C        | D       | E              |
//   | 1 | call-out fee | U             |          |         |                |
//   | 2 | kind         | in            | in       | out     | note           |
//   | 3 | name         |               | distance |         |                |
//   | 4 | expression   | service       | km       | fee     | source         |
//   | 5 | type         | string        | number   | number  |                |
//   | 6 | allowed      | repair, clean | >= 0     |         |                |
//   | 7 | default      |               |          | 0       |                |
//   | 8 | r1           | repair        | [0..5]   | 30      | published list |
//   | 9 | r2           | repair        | > 5      | 30 + km |                |
//   |10 | r3           | clean         | -        | 20      |                |
//
// Row 1: the table's name and its hit policy (empty: U). Then the headings, each known by its first cell, in any order;
// only `kind` (列: in, out or note) and `expression` (what an input reads; how an output or note is called) are needed.
// An empty row ends them; so does the first row that begins with anything else. Then the rules: id (may be empty),
// cells. A fact whose name holds signs of FEEL, such as 距离(公里), is read when its column has that name and no
// expression. All words may be Chinese: 种类 输入 输出 备注, 名称, 表达式, 类型, 取值, 默认值.
//
// Cells are FEEL. What spreadsheet programs and people write differently is put right, outside texts in quotes only:
// full-width brackets, commas, digits and signs, ≥ ≤ and curly quotes; in boolean columns TRUE, FALSE, 是, 否; in
// date columns 2024-07-08 or 2024/7/8 means date("2024-07-08"), in time columns 8:30 means time("08:30:00"); in string
// columns a bare word that names no fact means the text. Such cells are written back in FEEL. What FEEL reads as
// something that nobody means (`5-10`, `1,000`, `2025-1-1`), and texts that need quotes, are errors that say what was
// probably meant.
#pragma once

#include <paidan/rules/table/table.hpp>
#include <paidan/syntax/limits.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

namespace errors {
inline constexpr ErrorKind no_kind_row{
    "rules_no_kind_row", "a row that begins with 'kind' and says in, out or note for each column is missing",
    "缺少以“种类”开头、逐列注明输入、输出或备注的一行"};
inline constexpr ErrorKind unknown_hit{"rules_unknown_hit_policy",
                                       "unknown hit policy '{value}' (known: U A P F R O C C+ C< C> C#)",
                                       "未知的命中策略“{value}”(可用:U A P F R O C C+ C< C> C#)"};
inline constexpr ErrorKind unknown_column_kind{"rules_unknown_column_kind",
                                               "'{value}' is no kind of column; expected in, out or note",
                                               "“{value}”不是列的种类,应为输入、输出或备注"};
inline constexpr ErrorKind column_without_kind{"rules_column_without_kind",
                                               "a cell in column {column}, whose kind (in, out or note) is not given",
                                               "{column}列没有注明种类(输入、输出或备注),却有内容"};
inline constexpr ErrorKind repeated_heading{"rules_repeated_heading",
                                            "heading row '{heading}' is given twice (first: row {first})",
                                            "标题行“{heading}”重复(首次在第{first}行)"};
inline constexpr ErrorKind unknown_type{"rules_unknown_column_type", "unknown type '{value}' (known: {known}){hint}",
                                        "未知的类型“{value}”(可用:{known}){hint_zh}"};
inline constexpr ErrorKind two_names{"rules_two_names", "the column is called '{first}' and '{second}'",
                                     "该列有两个名称:“{first}”和“{second}”"};
inline constexpr ErrorKind heading_not_here{"rules_heading_not_here",
                                            "'{heading}' says nothing about a column of kind {kind}",
                                            "“{heading}”不适用于{kind_zh}列"};
inline constexpr ErrorKind probably_meant{"rules_probably_meant", "'{value}': {problem}; did you mean {meant}?",
                                          "“{value}”:{problem_zh};是否应写作{meant}?"};
}  // namespace errors

/// The table as data, cells put right but not compiled. `name` goes before the cell in errors' paths: `fees.csv: C7
/// (km)`. Throws InvalidInput.
[[nodiscard]] PAIDAN_EXPORT rules::TableData table_data_from_csv(std::string_view bytes, const std::string& name = {},
                                                                 const syntax::Limits& limits = {});
/// The checked table; errors of form and of meaning alike name the spreadsheet's row and column.
[[nodiscard]] PAIDAN_EXPORT rules::DecisionTable decision_table_from_csv(std::string_view bytes,
                                                                         const std::string& name = {},
                                                                         const syntax::Limits& limits = {});
/// UTF-8 without byte order mark, English words, headings only where something stands in them. What was read reads back
/// equal, and is written again with the same bytes.
[[nodiscard]] PAIDAN_EXPORT std::string to_csv(const rules::TableData& data);

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/rules_csv.ipp>
#endif
