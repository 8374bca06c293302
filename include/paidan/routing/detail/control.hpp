// When to stop: asked to, cancelled from elsewhere, or out of time. The clock is read only when there is a time limit.
#pragma once

#include <paidan/routing/progress.hpp>

#include <atomic>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Control {
  const Watcher* watcher = nullptr;  ///< may ask to stop
  std::int64_t started_us = 0;       ///< steady clock; only meaningful with a limit
  std::int64_t time_limit_ms = 0;    ///< 0 = none
  const std::atomic<bool>* cancelled = nullptr;

  [[nodiscard]] PAIDAN_EXPORT bool should_stop() const;
  /// Share of the time limit that is gone, in 2^32-ths; 0 without a limit.
  [[nodiscard]] PAIDAN_EXPORT std::uint64_t elapsed_share() const;
};

/// Microseconds of the steady clock.
[[nodiscard]] PAIDAN_EXPORT std::int64_t steady_us();
[[nodiscard]] PAIDAN_EXPORT Control make_control(const Watcher* watcher, std::int64_t time_limit_ms);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/control.ipp>
#endif
