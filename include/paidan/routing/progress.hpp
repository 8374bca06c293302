// What a search tells while it runs.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Progress {
  std::int64_t iteration = 0;  ///< of all lanes together
  std::int64_t iterations = 0;
  std::int64_t best_cost = 0;
  std::int32_t unserved = 0;  ///< of the best plan so far
};

/// Told now and then; returning false stops the search (the best so far is returned). An object behind a plain pointer,
/// to keep the headers light.
struct Watcher {
  virtual ~Watcher() = default;
  virtual bool report(const Progress& progress) = 0;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
