#pragma once

#include <paidan/routing/detail/control.hpp>

#include <algorithm>
#include <chrono>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE std::int64_t steady_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

PAIDAN_INLINE Control make_control(const Watcher* watcher, std::int64_t time_limit_ms) {
  Control control;
  control.watcher = watcher;
  control.time_limit_ms = time_limit_ms;
  if (time_limit_ms > 0) control.started_ms = steady_ms();
  return control;
}

PAIDAN_INLINE bool Control::should_stop() const {
  if (watcher != nullptr && watcher->stopping()) return true;
  if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed)) return true;
  return time_limit_ms > 0 && steady_ms() - started_ms >= time_limit_ms;
}

PAIDAN_INLINE std::int64_t Control::elapsed_permille() const {
  if (time_limit_ms <= 0) return 0;
  const std::int64_t elapsed = std::min(steady_ms() - started_ms, time_limit_ms);
  return static_cast<std::int64_t>(static_cast<double>(elapsed) * 1000.0 / static_cast<double>(time_limit_ms));
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
