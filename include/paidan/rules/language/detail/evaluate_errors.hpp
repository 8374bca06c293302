// Why an expression has no value where FEEL says null: said beside the null, never instead of it.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace rules::errors {

inline constexpr ErrorKind no_value{"rules_no_value", "{value} has no value; null is taken",
                                    "{value}没有值,按null处理"};
inline constexpr ErrorKind no_comparison{"rules_no_comparison", "{value} cannot be compared; null is taken",
                                         "{value}无法比较,按null处理"};
inline constexpr ErrorKind zone_by_name{
    "rules_zone_by_name",
    "{value}: time zones by name are not known, write the offset from UTC such as +01:00; null is taken",
    "{value}:不支持以名称表示的时区,请写与UTC的偏移,如+01:00,按null处理"};

}  // namespace rules::errors
}  // namespace paidan::inline PAIDAN_ABI
