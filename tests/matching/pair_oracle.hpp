// All pairs of a problem measured one by one from its definition, sharing nothing with the library's matching room; and
// random problems on a map.
#pragma once

#include <paidan/matching/candidates.hpp>

#include "support/gates.hpp"
#include "support/random_problem.hpp"
#include "support/rush.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace paidan_test {

struct OraclePair {
  std::size_t order = 0;
  std::size_t shift = 0;
  std::int64_t start = 0;
  std::map<std::string, std::int64_t> terms;
  std::int64_t cost = 0;
};

/// Reads the input as the host gave it wherever the compiled problem could hide a mistake.
class PairOracle {
 public:
  PairOracle(const paidan::Problem& problem, paidan::matching::Weights weights, std::vector<std::int32_t> floors = {})
      : problem_(problem), rush_(problem), gates_(problem), weights_(std::move(weights)), floors_(std::move(floors)) {
    for (std::size_t t = 0; t < problem.technician_count(); ++t) {
      for (const paidan::Shift& shift : problem.data().technicians[t].shifts) {
        shifts_.push_back({&problem.data().technicians[t], &shift});
        first_ = std::min(first_, seconds(shift.start));
      }
    }
    for (std::size_t i = 0; i < problem.data().locations.size(); ++i) {
      places_.emplace(problem.data().locations[i].id, paidan::LocationIndex(i));
    }
    std::int64_t sum = 0;
    std::int64_t rated = 0;
    for (const paidan::Technician& person : problem.data().technicians) {
      if (person.rating == 0) continue;
      sum += person.rating;
      ++rated;
    }
    if (rated > 0) mean_ = (sum * 2 + rated) / (rated * 2);
  }

  [[nodiscard]] std::vector<OraclePair> all() const {
    std::vector<OraclePair> pairs;
    for (std::size_t o = 0; o < problem_.order_count(); ++o) {
      for (std::size_t s = 0; s < shifts_.size(); ++s) {
        if (auto pair = measure(o, s)) pairs.push_back(std::move(*pair));
      }
    }
    return pairs;
  }

  [[nodiscard]] std::optional<OraclePair> measure(std::size_t o, std::size_t s) const {
    using namespace paidan;
    const Order& order = problem_.data().orders[o];
    const Technician& person = *shifts_[s].person;
    const Shift& shift = *shifts_[s].shift;
    if (!may(order, person, shift)) return std::nullopt;
    if (person.max_jobs && *person.max_jobs < 1) return std::nullopt;
    const std::string& from = shift.start_location ? *shift.start_location : person.home;
    auto out = way(person, from, order.location);
    std::optional<std::pair<std::int64_t, std::int64_t>> back{{0, 0}};
    if (!shift.open_end) back = way(person, order.location, shift.end_location ? *shift.end_location : person.home);
    if (!out || !back) return std::nullopt;
    const auto longer = [&](std::int64_t amount) {
      return (amount * 100 + person.efficiency_percent - 1) / person.efficiency_percent;
    };
    const std::int64_t duration = longer(order.service.seconds) + longer(order.setup.seconds);
    const std::int64_t known = order.release ? seconds(*order.release) : seconds(shift.start);
    const std::int64_t leaves = std::max(seconds(shift.start), known);
    const std::size_t p = profile(person);
    const auto start = earliest(order, person, rush_.there(p, leaves, out->first), duration);
    if (!start) return std::nullopt;
    const std::int64_t off = rush_.off(p, *start, out->first);
    out->first = rush_.there(p, off, out->first) - off;
    back->first = rush_.there(p, *start + duration, back->first) - (*start + duration);
    const std::int64_t end = seconds(shift.end) + shift.overtime_cap.seconds;
    if (*start + duration + back->first > end) return std::nullopt;
    if (person.max_leg && std::max(out->first, back->first) > person.max_leg->seconds) return std::nullopt;
    if (person.max_travel && out->first + back->first > person.max_travel->seconds) return std::nullopt;
    if (person.max_distance_metres && out->second + back->second > *person.max_distance_metres) return std::nullopt;
    if (!within_limits(order, shift, longer(order.service.seconds))) return std::nullopt;
    OraclePair pair{o, s, *start, {}, 0};
    score(order, person, shift, *out, duration, pair);
    for (const auto& [term, amount] : pair.terms) pair.cost += amount;
    return pair;
  }

 private:
  [[nodiscard]] bool within_limits(const paidan::Order& order, const paidan::Shift& shift, std::int64_t service) const {
    for (const paidan::TagLimit& limit : problem_.data().limits) {
      if (!named(order.tags, limit.tag)) continue;
      if (limit.start && (shift.start < *limit.start || shift.start >= *limit.end)) continue;
      if (limit.max_jobs && *limit.max_jobs < 1) return false;
      if (limit.max_work && limit.max_work->seconds < service) return false;
    }
    return true;
  }

  struct Row {
    const paidan::Technician* person;
    const paidan::Shift* shift;
  };

  [[nodiscard]] std::int64_t seconds(paidan::Instant time) const {
    return time.seconds - problem_.data().origin.seconds;
  }

  static bool named(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
  }

  [[nodiscard]] std::int32_t level(const paidan::Technician& person, const paidan::Shift& shift,
                                   const std::string& skill) const {
    const paidan::Date day = problem_.data().zone.to_local(shift.start).date;
    std::int32_t best = 0;
    for (const paidan::SkillHeld& held : person.skills) {
      if (held.skill != skill) continue;
      if (held.valid_from && day < *held.valid_from) continue;
      if (held.valid_until && *held.valid_until < day) continue;
      best = std::max(best, held.level);
    }
    return best;
  }

  [[nodiscard]] bool may(const paidan::Order& order, const paidan::Technician& person,
                         const paidan::Shift& shift) const {
    for (const paidan::SkillLevel& need : order.skills) {
      if (level(person, shift, need.skill) < need.level) return false;
    }
    if (!order.allowed.empty() && !named(order.allowed, person.id)) return false;
    if (named(order.blocked, person.id)) return false;
    if (!order.groups.empty() && (!person.group || !named(order.groups, *person.group))) return false;
    bool speaks = order.languages.empty();
    for (const std::string& language : order.languages) speaks = speaks || named(person.languages, language);
    if (!speaks) return false;
    for (const std::string& tool : order.tools) {
      if (!named(person.tools, tool)) return false;
    }
    for (const paidan::PartCount& need : order.parts) {
      std::int64_t held = 0;
      for (const paidan::PartCount& count : person.parts) held += count.part == need.part ? count.quantity : 0;
      if (held < need.quantity) return false;
    }
    return !order.pin || order.pin->cost_of_change || !order.pin->technician || *order.pin->technician == person.id;
  }

  [[nodiscard]] std::size_t profile(const paidan::Technician& person) const {
    std::size_t p = 0;
    while (person.profile && problem_.data().profiles[p].id != *person.profile) ++p;
    return p;
  }

  [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> way(const paidan::Technician& person,
                                                                         const std::string& from,
                                                                         const std::string& to) const {
    const paidan::travel::Leg leg = problem_.dense().profiles[profile(person)].leg(places_.at(from), places_.at(to));
    if (!leg.reachable()) return std::nullopt;
    const std::int64_t driven = (std::int64_t{leg.seconds} * 100 + person.speed_percent - 1) / person.speed_percent;
    return std::pair{driven + gates_.seconds(places_.at(from).at(), places_.at(to).at()), std::int64_t{leg.metres}};
  }

  /// By the order's own times.
  [[nodiscard]] bool starts(const paidan::Order& order, std::int64_t t) const {
    bool hard = false;
    bool inside = false;
    for (const paidan::Window& window : order.windows) {
      if (window.hard) {
        hard = true;
        inside = inside || (seconds(window.start) <= t && t < seconds(window.end));
      } else if (t < seconds(window.start)) {
        return false;
      }
    }
    if (hard && !inside) return false;
    if (order.promise) {
      if (t < seconds(order.promise->at) - order.promise->before.seconds) return false;
      if (order.promise->hard && t > seconds(order.promise->at) + order.promise->after.seconds) return false;
    }
    if (order.release && t < seconds(*order.release)) return false;
    if (order.pin && order.pin->start && !order.pin->cost_of_change && t != seconds(*order.pin->start)) return false;
    return true;
  }

  [[nodiscard]] bool open(const paidan::Order& order, const paidan::Technician& person, std::int64_t t,
                          std::int64_t duration) const {
    if (!starts(order, t)) return false;
    const auto meets = [&](paidan::Instant from, paidan::Instant until) {
      if (t < seconds(until) && t + duration > seconds(from)) return true;
      // No time at all is spent, but the absence holds its own moments.
      return duration == 0 && t >= seconds(from) && t < seconds(until);
    };
    for (const paidan::Suspension& away : person.suspensions) {
      if (meets(away.start, away.end)) return false;
    }
    for (const paidan::TagClosure& closure : problem_.data().closures) {
      if (named(order.tags, closure.tag) && meets(closure.start, closure.end)) return false;
    }
    return true;
  }

  /// The earliest start can only be the arrival or a moment at which something opens.
  [[nodiscard]] std::optional<std::int64_t> earliest(const paidan::Order& order, const paidan::Technician& person,
                                                     std::int64_t arrival, std::int64_t duration) const {
    std::set<std::int64_t> moments{arrival};
    for (const paidan::Window& window : order.windows) moments.insert(seconds(window.start));
    if (order.promise) moments.insert(seconds(order.promise->at) - order.promise->before.seconds);
    if (order.release) moments.insert(seconds(*order.release));
    if (order.pin && order.pin->start) moments.insert(seconds(*order.pin->start));
    for (const paidan::Suspension& away : person.suspensions) moments.insert(seconds(away.end));
    for (const paidan::TagClosure& closure : problem_.data().closures) moments.insert(seconds(closure.end));
    for (const std::int64_t t : moments) {
      if (t >= arrival && open(order, person, t, duration)) return t;
    }
    return std::nullopt;
  }

  void score(const paidan::Order& order, const paidan::Technician& person, const paidan::Shift& shift,
             std::pair<std::int64_t, std::int64_t> out, std::int64_t duration, OraclePair& pair) const {
    using namespace paidan;
    const Objective& objective = problem_.data().objective;
    const matching::Weights& w = weights_;
    auto& terms = pair.terms;
    terms["travel"] = out.first * w.travel;
    terms["distance"] = out.second * w.distance;
    std::int64_t due = std::int64_t{1} << 28;
    if (order.promise) due = std::min(due, seconds(order.promise->at) + order.promise->after.seconds);
    for (const Window& window : order.windows) due = window.hard ? due : std::min(due, seconds(window.end));
    if (order.deadline) due = std::min(due, seconds(*order.deadline));
    terms["lateness"] = std::max<std::int64_t>(0, pair.start - due) * w.lateness;
    for (const SkillLevel& need : order.skills) {
      terms["over_skill"] += (level(person, shift, need.skill) - need.level) * w.over_skill;
    }
    if (person.rating > 0) {
      const std::int64_t clip = objective.rating_clip;
      terms["quality"] = -std::max(-clip, std::min(clip, person.rating - mean_)) * w.quality;
    }
    if (!order.preferred.empty() && !named(order.preferred, person.id)) terms["preference"] = w.preference;
    if (order.previous_technician && *order.previous_technician != person.id) {
      terms["same_technician"] = w.same_technician;
    }
    if (order.pin && order.pin->cost_of_change) {
      const bool moved = (order.pin->technician && *order.pin->technician != person.id) ||
                         (order.pin->start && seconds(*order.pin->start) != pair.start);
      if (moved) terms["change"] = *order.pin->cost_of_change * w.change;
    }
    for (std::size_t k = 0; k < objective.fairness.size(); ++k) {
      const auto above = [&](std::int64_t work) {
        return std::max<std::int64_t>(0, work - objective.fairness[k].over.seconds);
      };
      const std::int64_t carried = person.load_carried.seconds;
      terms["fairness"] += (above(carried + out.first + duration) - above(carried)) * w.fairness[k];
    }
    std::int64_t ready = -(std::int64_t{1} << 28);
    bool hard = false;
    std::int64_t opens = std::int64_t{1} << 28;
    for (const Window& window : order.windows) {
      if (window.hard) {
        hard = true;
        opens = std::min(opens, seconds(window.start));
      } else {
        ready = std::max(ready, seconds(window.start));
      }
    }
    if (hard) ready = std::max(ready, opens);
    if (order.promise) ready = std::max(ready, seconds(order.promise->at) - order.promise->before.seconds);
    if (order.release) ready = std::max(ready, seconds(*order.release));
    if (order.pin && order.pin->start && !order.pin->cost_of_change) ready = seconds(*order.pin->start);
    // Several limits together may open later than each alone.
    while (!starts(order, ready)) ready = next_opening(order, ready);
    ready = std::max(ready, first_);
    terms["urgency"] = (pair.start - ready + 59) / 60 * order.priority * w.urgency;
    std::int64_t tier = 0;
    for (const std::int32_t floor : floors_) tier += person.rating >= floor ? 1 : 0;
    terms["tier"] = -tier * w.tier;
  }

  [[nodiscard]] std::int64_t next_opening(const paidan::Order& order, std::int64_t after) const {
    std::int64_t next = std::int64_t{1} << 28;
    for (const paidan::Window& window : order.windows) {
      if (seconds(window.start) > after) next = std::min(next, seconds(window.start));
    }
    return next;
  }

  const paidan::Problem& problem_;
  RushHours rush_;
  Gates gates_;
  paidan::matching::Weights weights_;
  std::vector<std::int32_t> floors_;
  std::vector<Row> shifts_;
  std::map<std::string, paidan::LocationIndex> places_;
  std::int64_t first_ = std::int64_t{1} << 40;
  std::int64_t mean_ = 0;
};

enum class Travel { matrix, map, both };

/// `random_problem` with its places put on a map of some kilometres, a few of them at the same spot.
inline paidan::Problem random_city(std::uint64_t seed, const RandomProblem& shape, Travel travel) {
  using namespace paidan;
  if (travel == Travel::matrix) return random_problem(seed, shape);
  return random_problem(seed, shape).with([&](ProblemData& data) {
    SplitMix64 random(seed + 77);
    for (Location& location : data.locations) {
      const bool same = random.below(8) == 0 && data.locations[0].point;
      location.point = same ? data.locations[0].point
                            : GeoPoint{.lat_e7 = 312'000'000 + static_cast<std::int32_t>(random.below(900'000)),
                                       .lon_e7 = 1'214'000'000 + static_cast<std::int32_t>(random.below(900'000))};
    }
    for (std::size_t p = 0; p < data.profiles.size(); ++p) {
      TravelProfile& profile = data.profiles[p];
      if (travel == Travel::both && p + 1 < data.profiles.size()) continue;
      profile.matrix.reset();
      profile.straight_line = {.detour_percent = static_cast<std::int32_t>(random.between(100, 150)),
                               .speed_metres_per_hour = static_cast<std::int32_t>(random.between(15'000, 50'000)),
                               .stop_seconds = static_cast<std::int32_t>(random.below(2) * random.below(400))};
    }
  });
}

}  // namespace paidan_test
