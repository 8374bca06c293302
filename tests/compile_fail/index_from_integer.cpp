// expect: (could not convert|no viable conversion).*(OrderIndex|OrderTag)
#include <paidan/core/ids.hpp>

paidan::OrderIndex first() {
#if defined(MISUSE)
  return 0;
#else
  return paidan::OrderIndex(0);
#endif
}
