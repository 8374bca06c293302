// What holds for orders of a kind, whoever does them: plain input, checked when a `Problem` is made of it.
#pragma once

#include <paidan/core/time.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace paidan::inline PAIDAN_ABI {

/// Most work of a kind that one technician does: "at most 6 h outdoors on a day of 37 °C", "at most 4 jobs at height".
struct TagLimit {
  std::string tag = {};
  /// All shifts of a technician that begin in [start, end) count together; with neither, each shift by itself. Only
  /// this problem's visits count: who plans day by day says what is left.
  std::optional<Instant> start = {};
  std::optional<Instant> end = {};
  std::optional<std::int32_t> max_jobs = {};
  /// Service at the technician's efficiency, setup aside; of what happened, the time that was spent.
  std::optional<Duration> max_work = {};
  friend bool operator==(const TagLimit&, const TagLimit&) = default;
};

/// Nobody works on orders of a kind in [start, end), setup included: "nothing outdoors from 12 to 15".
struct TagClosure {
  std::string tag = {};
  Instant start = {};
  Instant end = {};
  std::string reason = {};
  friend bool operator==(const TagClosure&, const TagClosure&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI
