// expect: (no match for .operator==|invalid operands to binary expression).*
#include <paidan/core/ids.hpp>

bool same(paidan::OrderIndex order, paidan::OrderIndex other, paidan::TechnicianIndex technician) {
#if defined(MISUSE)
  return order == technician;
#else
  (void)technician;
  return order == other;
#endif
}
