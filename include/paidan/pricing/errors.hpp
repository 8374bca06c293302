// What can be wrong with a price book or with the facts of a quote.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace pricing::errors {

inline constexpr ErrorKind min_above_max{"min_above_max", "price_min {min} is above price_max {max}",
                                         "最低价{min}高于最高价{max}"};
inline constexpr ErrorKind too_many_digits{"too_many_digits",
                                           "{field} {value} has more digits than {currency} allows ({digits})",
                                           "{field}的小数位数超过{currency}允许的{digits}位,实为{value}"};
inline constexpr ErrorKind two_prices{"two_prices", "kind '{kind}' has one price, got {min} and {max}",
                                      "类型“{kind}”只有一个价格,实为{min}与{max}"};
inline constexpr ErrorKind not_in_force{"not_in_force", "price book '{book}' is not in force on {date}",
                                        "价目表“{book}”在{date}不生效"};
inline constexpr ErrorKind mixed_currency{"mixed_currency", "line '{line}' is in {currency}, the others are in {other}",
                                          "“{line}”以{currency}计价,其余以{other}计价"};
inline constexpr ErrorKind price_needed{
    "price_needed", "line '{line}' has no single published price; state unit_price ({low} to {high})",
    "“{line}”没有唯一公布价,须填单价({low}至{high})"};
inline constexpr ErrorKind price_needed_from{
    "price_needed_from", "line '{line}' has only a starting price; state unit_price ({low} or more)",
    "“{line}”只公布了起价,须填单价(不低于{low})"};
inline constexpr ErrorKind price_outside{"price_outside",
                                         "unit_price {value} of line '{line}' is outside the published {low} to {high}",
                                         "“{line}”的单价{value}不在公布的{low}至{high}之内"};
inline constexpr ErrorKind price_below{
    "price_below", "unit_price {value} of line '{line}' is below the published starting price {low}",
    "“{line}”的单价{value}低于公布的起价{low}"};
inline constexpr ErrorKind measure_missing{"measure_missing", "line '{line}' needs the measure '{measure}'",
                                           "“{line}”缺少计量“{measure}”"};
inline constexpr ErrorKind hair_above_step{
    "hair_above_step",
    "{quantity} of line '{line}' exceeds a multiple of {step} by no more than {excess}, as a computed binary fraction "
    "does; state it with the digits that were measured",
    "“{line}”的{quantity}仅比{step}的整数倍多{excess},像是二进制浮点误差;请按实际量得的位数填写"};
inline constexpr ErrorKind line_overflow{"line_overflow", "line '{line}' is too large: {quantity} × {price}",
                                         "“{line}”金额过大:{quantity} × {price}"};
inline constexpr ErrorKind total_overflow{"total_overflow", "the total becomes too large at line '{line}'",
                                          "合计在“{line}”处过大"};
inline constexpr ErrorKind once_differs{
    "once_differs", "line '{line}' is charged once per visit but is stated twice with different figures",
    "“{line}”同一户只收一次,但两次所填不同"};
inline constexpr ErrorKind no_inspection_fee{"no_inspection_fee",
                                             "the quote names no inspection fee, so 'inspection_only' cannot be billed",
                                             "报价未列检测费,无法按“只检测不修”结算"};

}  // namespace pricing::errors
}  // namespace paidan::inline PAIDAN_ABI
