// What a search tells while it runs.
#pragma once

#include <paidan/core/time.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Progress {
  std::int64_t iteration = 0;   ///< of all lanes together
  std::int64_t iterations = 0;  ///< 0: as many as time allows
  std::int64_t best_cost = 0;   ///< third goal of the best plan so far; its whole cost with one weighted goal
  std::int32_t unserved = 0;    ///< of the best plan so far
  std::int64_t honour = 0;      ///< its first goal
  Duration late = {};           ///< its second goal
  friend bool operator==(const Progress&, const Progress&) = default;
};

/// The host looks on. An object behind a plain pointer, to keep the headers light; dispatch/watch.hpp makes one of a
/// stop_token and a function.
struct Watcher {
  virtual ~Watcher() = default;
  /// Told now and then, from the calling thread only; returning false stops the search: the best so far is the answer.
  virtual bool report(const Progress& progress) = 0;
  /// Asked often, from any thread of the search: true stops it.
  [[nodiscard]] virtual bool stopping() const { return false; }
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
