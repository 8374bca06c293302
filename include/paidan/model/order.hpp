// A repair order: plain input, checked when a `Problem` is made of it.
#pragma once

#include <paidan/model/skills.hpp>
#include <paidan/model/technician.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// Service may start in [start, end). A soft window never lets service start early; late costs lateness.
struct Window {
  Instant start = {};
  Instant end = {};
  bool hard = true;
  friend bool operator==(const Window&, const Window&) = default;
};

/// The agreed arrival: service starts within [at − before, at + after], both ends included.
struct Promise {
  Instant at = {};
  Duration before = minutes(30);
  Duration after = minutes(30);
  bool hard = false;  ///< soft: never early, late costs lateness
  friend bool operator==(const Promise&, const Promise&) = default;
};

/// Holds an order where it is. Each part alone or together; hard unless a cost of change is given.
///
/// A hard start outside the order's own windows, promise or release, or a technician whose certificate has run out, is
/// refused when the problem is made, naming what excludes what. A pin that only the day contradicts – another pin at
/// that moment, no time for the way, a technician off work or without the skill, hours closed to its tags – is not: the
/// order is planned if it can be, otherwise unserved, and `why_unassigned` says what stands against it. It is never
/// moved away from a hard pin.
struct Pin {
  std::optional<std::string> technician = {};
  std::optional<Instant> start = {};                ///< service starts exactly then
  std::optional<std::int32_t> position = {};        ///< place in the technician's day: not supported yet
  std::optional<std::int64_t> cost_of_change = {};  ///< cost units once if technician or start differ
  friend bool operator==(const Pin&, const Pin&) = default;
};

/// This order starts in [minimum_gap, maximum_gap] after another one does: together (0 to 0), or one after the other.
/// Orders that hang together so, directly or through others, are all served or none. Which technicians come is left
/// open; who cannot be at both places in time cannot take both.
struct Link {
  std::string order = {};  ///< id of the other one, which starts first
  Duration minimum_gap = {};
  Duration maximum_gap = {};  ///< from the other's start to this one's
  friend bool operator==(const Link&, const Link&) = default;
};

struct Order {
  std::string id = {};
  std::string name = {};           ///< what people call it; default: the id
  std::string location = {};       ///< location id
  std::string catalog = {};        ///< catalog code, carried along for texts and pricing
  Duration service = minutes(60);  ///< as it usually takes: the day is planned on it
  /// How much longer it may well take. What was agreed with those who come behind, and lateness, count as if all visits
  /// before took so much longer; the day's end, breaks and hard windows do not.
  Duration buffer = {};
  Duration setup = {};                  ///< once for consecutive orders at one location
  std::vector<SkillLevel> skills = {};  ///< all are needed
  std::vector<Window> windows = {};     ///< several hard ones: any of them; at most one soft one
  std::optional<Promise> promise = {};
  /// Known, or possible, only from then on: nobody leaves for it sooner, so service starts at least the way later.
  std::optional<Instant> release = {};
  std::optional<Instant> deadline = {};            ///< SLA: starting later costs lateness
  std::int32_t priority = 0;                       ///< 0 … 9
  std::optional<std::int64_t> unserved_cost = {};  ///< cost units; default: objective.unserved × (1 + priority)
  std::vector<PartCount> parts = {};
  std::vector<std::string> tools = {};
  /// So many technicians begin together. A problem keeps an order for several as one for the first, with everything
  /// that counts once, and linked ones for the others, named "id#2", "id#3", … behind all orders.
  std::int32_t crew = 1;
  std::vector<Link> links = {};             ///< to other orders: when it starts in relation to them
  std::vector<std::string> allowed = {};    ///< technician ids; empty = all
  std::vector<std::string> preferred = {};  ///< others cost objective.not_preferred
  std::vector<std::string> blocked = {};
  std::optional<std::string> previous_technician = {};  ///< rework: others cost objective.not_same_technician
  std::optional<Pin> pin = {};
  std::vector<std::string> languages = {};  ///< one of them must be spoken; empty = any
  std::vector<std::string> groups = {};     ///< the technician's group must be one of them; empty = any
  std::vector<std::string> tags = {};       ///< kinds of work that the problem's limits and closures go by
  std::string notes = {};                   ///< for whoever goes there; decides nothing
  friend bool operator==(const Order&, const Order&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI
