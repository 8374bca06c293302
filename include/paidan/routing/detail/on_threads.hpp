// Work that several threads share out among themselves, while the calling one looks on.
#pragma once

#include <paidan/config.hpp>

#include <atomic>
#include <cstddef>
#include <functional>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// `work(i)` for each i < count, on so many threads; about ten times a second `look()` on the calling one, which
/// cancels when it says false. What either throws cancels, too, and is thrown when all threads have ended.
PAIDAN_EXPORT void on_threads(std::size_t threads, std::size_t count, std::atomic<bool>& cancelled,
                              const std::function<void(std::size_t)>& work, const std::function<bool()>& look);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/on_threads.ipp>
#endif
