// expect: unused-result|nodiscard
#pragma GCC diagnostic error "-Wunused-result"
#include <paidan/core/money.hpp>

void add(const paidan::Money& a, const paidan::Money& b) {
#if defined(MISUSE)
  checked_add(a, b);
#else
  (void)checked_add(a, b);
#endif
}
