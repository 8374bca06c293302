#pragma once

#include <paidan/routing/detail/control.hpp>

#include <algorithm>
#include <chrono>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE std::int64_t steady_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

PAIDAN_INLINE Control make_control(const Watcher* watcher, std::int64_t time_limit_ms) {
  Control control;
  control.watcher = watcher;
  control.time_limit_ms = time_limit_ms;
  if (time_limit_ms > 0) control.started_us = steady_us();
  return control;
}

PAIDAN_INLINE bool Control::should_stop() const {
  if (watcher != nullptr && watcher->stopping()) return true;
  if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed)) return true;
  return time_limit_ms > 0 && steady_us() - started_us >= time_limit_ms * 1000;
}

PAIDAN_INLINE std::uint64_t Control::elapsed_share() const {
  if (time_limit_ms <= 0) return 0;
  // At most a day: 2^37 µs, with 26 bits to spare.
  const auto limit = static_cast<std::uint64_t>(time_limit_ms) * 1000;
  const auto elapsed = std::min(static_cast<std::uint64_t>(std::max<std::int64_t>(0, steady_us() - started_us)), limit);
  return (elapsed << 26U) / limit << 6U;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
