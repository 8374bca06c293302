// expect: no match for .operator\+|invalid operands to binary expression
#include <paidan/core/time.hpp>

paidan::Duration span(paidan::Instant from, paidan::Instant to) {
#if defined(MISUSE)
  return from + to;
#else
  return to - from;
#endif
}
