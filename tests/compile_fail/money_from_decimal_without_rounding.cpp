// expect: too few arguments|no matching function
#include <paidan/core/decimal.hpp>

std::optional<paidan::Money> price(const paidan::Decimal& value) {
#if defined(MISUSE)
  return value.to_money(paidan::Currency{});
#else
  return value.to_money(paidan::Currency{}, paidan::Rounding::half_even);
#endif
}
