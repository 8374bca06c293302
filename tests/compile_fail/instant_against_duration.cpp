// expect: no match for .operator<|invalid operands to binary expression
#include <paidan/core/time.hpp>

bool late(paidan::Instant start, paidan::Instant deadline, paidan::Duration service) {
#if defined(MISUSE)
  return start < service;
#else
  return deadline < start + service;
#endif
}
