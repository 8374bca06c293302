#pragma once

#include <paidan/routing/detail/on_threads.hpp>

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE void on_threads(std::size_t threads, std::size_t count, std::atomic<bool>& cancelled,
                              const std::function<void(std::size_t)>& work, const std::function<bool()>& look) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::condition_variable finished;
  std::size_t running = threads;
  std::exception_ptr failure;
  const auto share = [&] {
    try {
      for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) work(i);
    } catch (...) {
      cancelled = true;
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
    const std::lock_guard lock(mutex);
    --running;
    finished.notify_all();
  };
  {
    std::vector<std::jthread> workers;
    try {
      for (std::size_t i = 0; i < threads; ++i) workers.emplace_back(share);
      std::unique_lock lock(mutex);
      while (!finished.wait_for(lock, std::chrono::milliseconds(100), [&] { return running == 0; })) {
        lock.unlock();
        if (!look()) cancelled = true;
        lock.lock();
      }
    } catch (...) {  // who looks on threw, or no thread could be started: the others stop, then the caller hears of it
      cancelled = true;
      throw;
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
