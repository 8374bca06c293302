// expect: (could not|cannot) convert|no viable conversion|no known conversion|no matching
#include <paidan/core/time.hpp>

std::int32_t offset(const paidan::ZoneRules& zone, paidan::Instant instant, paidan::Date date) {
#if defined(MISUSE)
  (void)instant;
  return zone.offset_at(date);
#else
  (void)date;
  return zone.offset_at(instant);
#endif
}
