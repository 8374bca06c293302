// A technician and the hours worked: plain input, checked when a `Problem` is made of it.
#pragma once

#include <paidan/model/skills.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// A pause inside a shift, taken wherever the technician is. It starts at a time in [earliest, latest], both included.
/// It is due when the technician is under way at `latest` (left before it, back after it).
struct Break {
  std::string id = {};
  Instant earliest = {};
  Instant latest = {};
  Duration duration = {};
  bool paid = false;  ///< counts as paid work in the KPIs
  friend bool operator==(const Break&, const Break&) = default;
};

/// Of a shift. Where rests stand best is found by trying the orders and places of those that are due.
inline constexpr std::size_t most_breaks = 3;

/// One stretch of working time. Several days are several shifts.
struct Shift {
  std::string id = {};
  Instant start = {};
  Instant end = {};
  Duration overtime_cap = {};  ///< may end this much later, at the objective's overtime cost; default 0
  std::optional<std::string> start_location = {};  ///< default: the technician's home
  std::optional<std::string> end_location = {};    ///< default: the technician's home
  bool open_end = false;                           ///< ends at the last visit, no way back
  std::vector<Break> breaks = {};                  ///< at most `most_breaks`
  friend bool operator==(const Shift&, const Shift&) = default;
};

/// Not available in [start, end), for a stated reason.
struct Suspension {
  Instant start = {};
  Instant end = {};
  std::string reason = {};
  friend bool operator==(const Suspension&, const Suspension&) = default;
};

/// Spare parts on the van.
struct PartCount {
  std::string part = {};
  std::int32_t quantity = 1;
  friend bool operator==(const PartCount&, const PartCount&) = default;
};

struct Technician {
  std::string id = {};
  std::string name = {};  ///< as people call them; default: the id
  std::string home = {};  ///< location id
  std::vector<Shift> shifts = {};
  std::vector<SkillHeld> skills = {};
  std::vector<Suspension> suspensions = {};
  std::optional<std::string> mentor = {};     ///< apprentice rides with this technician: not supported yet
  std::optional<std::string> profile = {};    ///< travel profile id; default: the problem's first
  std::int32_t speed_percent = 100;           ///< travel takes seconds × 100 / speed, rounded up
  std::int32_t efficiency_percent = 100;      ///< service and setup take seconds × 100 / efficiency, rounded up
  std::optional<std::int32_t> max_jobs = {};  ///< per shift
  std::optional<Duration> max_leg = {};       ///< longest single drive, to the first stop and home included
  std::optional<Duration> max_travel = {};    ///< per shift
  std::optional<std::int64_t> max_distance_metres = {};  ///< per shift
  std::int64_t fixed_cost = 0;                           ///< cost units for each shift that is used
  std::vector<PartCount> parts = {};                     ///< van stock, shared by all shifts of the problem
  std::vector<std::string> tools = {};
  std::optional<std::string> group = {};    ///< team or region
  std::int32_t rating = 0;                  ///< hundredths of a star, 0 = unrated, at most 500
  Duration load_carried = {};               ///< paid work already done, for fairness
  std::vector<std::string> languages = {};  ///< BCP 47 tags, compared exactly
  friend bool operator==(const Technician&, const Technician&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI
