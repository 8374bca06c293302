// What can be wrong with a request to the desk before the operation looks at it.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace desk::errors {

inline constexpr ErrorKind unknown_operation{"unknown_operation", "unknown operation '{value}'{hint}",
                                             "未知操作“{value}”{hint_zh}"};
inline constexpr ErrorKind not_found{"not_found", "{what}", "{what_zh}"};
inline constexpr ErrorKind not_kept{"not_kept", "the answer of {operation} is no document that can be kept",
                                    "{operation}的结果不是可保留的文档"};
inline constexpr ErrorKind not_a_pair{"not_a_pair", "'{value}' is not ORDER:TECHNICIAN or ORDER:TECHNICIAN:SHIFT",
                                      "“{value}”不是“工单:师傅”或“工单:师傅:班次”"};

inline constexpr ErrorKind of_tables_alone{"of_tables_alone",
                                           "columns, date_order and zone are for tables, this is a document",
                                           "columns、date_order与zone只用于表格,此处是文档"};

}  // namespace desk::errors
}  // namespace paidan::inline PAIDAN_ABI
