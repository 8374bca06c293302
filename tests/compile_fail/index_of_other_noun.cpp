// expect: (could not convert|no matching function)
#include <paidan/core/ids.hpp>

void assign(paidan::OrderIndex order, paidan::TechnicianIndex technician);

void use(paidan::OrderIndex order, paidan::TechnicianIndex technician) {
#if defined(MISUSE)
  assign(technician, order);
#else
  assign(order, technician);
#endif
}
