// expect: narrowing|cannot be narrowed
#include <paidan/core/money.hpp>

paidan::Money price() {
#if defined(MISUSE)
  return {30.5, {}};
#else
  return {3050, {}};
#endif
}
