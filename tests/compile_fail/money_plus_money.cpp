// expect: no match for .operator\+|invalid operands to binary expression
#include <paidan/core/money.hpp>

std::optional<paidan::Money> total(const paidan::Money& a, const paidan::Money& b) {
#if defined(MISUSE)
  return a + b;  // would have to decide silently what overflow and mixed currencies give
#else
  return checked_add(a, b);
#endif
}
