// Random problems with every feature on, for tests of the solvers. The same seed gives the same problem.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/model/problem.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace paidan_test {

struct RandomProblem {
  std::int32_t orders = 12;
  std::int32_t technicians = 4;
  std::int32_t days = 1;
  std::int32_t places = 0;      ///< 0: one an order
  bool plain = false;           ///< no limits, pins, parts, suspensions …: windows and promises only
  std::int32_t wide_share = 3;  ///< of 4 windows, how many are long
  bool released = false;        ///< orders that become known during the day
  bool rigid = false;           ///< narrow hard windows and long jobs: insertions hurt other customers
  bool linked = false;          ///< orders that wait for each other, for certain
};

class ProblemMaker {
 public:
  ProblemMaker(std::uint64_t seed, const RandomProblem& shape) : random_(seed), later_(~seed), shape_(shape) {
    paidan::Objective& objective = data_.objective;
    if (seed % 3 == 2) objective.goals = paidan::GoalOrder::one_weighted;
    objective.agreed_weight = static_cast<std::int32_t>(1 + seed % 4);
    objective.lateness_cap = paidan::minutes(static_cast<std::int64_t>(seed % 5) * 45);
  }

  paidan::ProblemData make() {
    using namespace paidan;
    data_.origin = {1'720'000'000 / 86'400 * 86'400};
    const std::int64_t places = shape_.places > 0 ? shape_.places : shape_.orders + shape_.technicians;
    for (std::int64_t i = 0; i < places; ++i)
      data_.locations.push_back({.id = "L" + std::to_string(i), .name = "", .point = {}});
    const int profiles = chance(4) ? 2 : 1;
    for (int p = 0; p < profiles; ++p) data_.profiles.push_back(profile("profile" + std::to_string(p)));
    if (!shape_.plain || chance(2)) {
      data_.objective.fairness = {{hours(2), 300}, {hours(5), between(0, 2'000)}};
    }
    for (std::int32_t t = 0; t < shape_.technicians; ++t) data_.technicians.push_back(technician(t));
    for (std::int32_t o = 0; o < shape_.orders; ++o) data_.orders.push_back(order(o));
    for (Technician& person : data_.technicians) {
      if (!shape_.plain && later_.below(6) == 0) person.max_leg = Duration{later_.between(600, 3'000)};
    }
    if (!shape_.plain && later_.below(3) == 0) tag_rules();
    for (Technician& person : data_.technicians) {
      for (Shift& shift : person.shifts) {
        if (!shift.breaks.empty() && later_.below(8) == 0) more_breaks(shift);
      }
    }
    if (!shape_.plain && later_.below(5) == 0) rush_hours(data_.profiles.front());
    if (!shape_.plain && later_.below(5) == 0) {
      for (Order& one : data_.orders) {
        if (later_.below(2) == 0) one.buffer = minutes(later_.between(5, 40));
      }
    }
    if (!shape_.plain && later_.below(4) == 0) supplies();
    if (later_.below(3) == 0) data_.objective.per_worst_lateness_second = later_.between(0, 20'000);
    if ((!shape_.plain && later_.below(5) == 0) || shape_.linked) links();
    if (later_.below(4) == 0) compounds();
    return data_;
  }

 private:
  /// Morning and evening, perhaps not every day.
  void rush_hours(paidan::TravelProfile& profile) {
    using namespace paidan;
    for (const std::int32_t hour : {7, 12, 17}) {
      if (later_.below(3) == 0) continue;
      travel::TravelBand band;
      band.from = {hour * 3'600 + static_cast<std::int32_t>(later_.between(-1'800, 1'800))};
      band.to = {band.from.seconds + static_cast<std::int32_t>(later_.between(600, 9'000))};
      band.percent = static_cast<std::int32_t>(later_.between(100, 250));
      if (later_.below(3) == 0) band.weekdays = {1, 2, 3, 4, 5};
      profile.bands.push_back(band);
    }
  }
  /// Gated places of which each takes some time to enter, or none.
  void compounds() {
    using namespace paidan;
    const std::uint32_t count = 1 + later_.below(3);
    for (std::uint32_t i = 0; i < count; ++i)
      data_.compounds.push_back({.id = "C" + std::to_string(i), .entry = {later_.between(0, 4) * 180}});
    for (Location& place : data_.locations) {
      if (later_.below(2) == 0) place.compound = data_.compounds[later_.below(count)].id;
    }
  }
  /// Depots, and work that needs them.
  void supplies() {
    using namespace paidan;
    for (std::uint32_t i = 0, n = 1 + later_.below(2); i < n; ++i) {
      SupplyDepot depot;
      depot.id = "D" + std::to_string(i);
      depot.location = "L" + std::to_string(later_.below(static_cast<std::uint32_t>(data_.locations.size())));
      depot.service = minutes(later_.between(0, 15));
      for (const char* const part : {"valve", "pump"}) {
        if (later_.below(3) != 0) depot.parts.push_back({part, static_cast<std::int32_t>(later_.between(1, 6))});
      }
      for (const char* const tool : {"ladder", "meter"}) {
        if (later_.below(3) != 0) depot.tools.emplace_back(tool);
      }
      for (std::uint32_t k = 0, all = later_.below(3); k < all; ++k) {
        const Instant opens = data_.origin + hours(6 + later_.between(0, 30));
        depot.hours.push_back({opens, opens + hours(later_.between(1, 12))});
      }
      data_.depots.push_back(depot);
    }
    for (Order& one : data_.orders) {
      if (one.parts.empty() && later_.below(2) == 0) one.parts.push_back({later_.below(2) == 0 ? "valve" : "pump", 1});
      if (one.tools.empty() && later_.below(5) == 0) one.tools.emplace_back("ladder");
    }
  }
  /// Up to the most there may be, short ones.
  void more_breaks(paidan::Shift& shift) {
    using namespace paidan;
    const std::size_t most = most_breaks;
    const std::int64_t length = shift.end.seconds - shift.start.seconds;
    while (shift.breaks.size() < most) {
      Break pause;
      pause.id = "M" + std::to_string(shift.breaks.size());
      pause.duration = minutes(later_.between(5, 25));
      pause.earliest = shift.start + Duration{later_.between(0, length - pause.duration.seconds)};
      pause.latest = pause.earliest + Duration{later_.between(0, 5'400)};
      pause.latest = std::min(pause.latest, shift.end - pause.duration);
      shift.breaks.push_back(pause);
    }
  }
  /// A kind of work of which each does only so much, and that is not done at some hours.
  void tag_rules() {
    using namespace paidan;
    for (Order& order : data_.orders) {
      if (later_.below(2) == 0) order.tags.push_back("outdoor");
      if (later_.below(4) == 0) order.tags.push_back("height");
    }
    for (std::int32_t day = 0; day < shape_.days; ++day) {
      const std::int64_t from = day * std::int64_t{86'400};
      if (later_.below(2) == 0)
        data_.limits.push_back({.tag = "outdoor",
                                .start = at(from),
                                .end = at(from + 86'400),
                                .max_work = minutes(later_.between(30, 240))});
      if (later_.below(2) == 0) data_.closures.push_back({"outdoor", at(from + 43'200), at(from + 54'000), "heat"});
    }
    if (later_.below(3) == 0)  // all days together
      data_.limits.push_back({.tag = "outdoor",
                              .start = at(0),
                              .end = at(shape_.days * std::int64_t{86'400}),
                              .max_jobs = static_cast<std::int32_t>(later_.between(1, 3))});
    if (later_.below(2) == 0)
      data_.limits.push_back({.tag = "height", .max_jobs = static_cast<std::int32_t>(later_.between(0, 2))});
  }

  /// Pairs and threes that begin together or a while after each other; now and then somebody brings others along.
  void links() {
    using namespace paidan;
    std::vector<std::size_t> left(data_.orders.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
      left[i] = i;
      std::swap(left[i], left[later_.below(static_cast<std::uint32_t>(i + 1))]);
    }
    for (std::uint32_t n = 1 + later_.below(1 + static_cast<std::uint32_t>(left.size()) / 4); n > 0; --n) {
      const std::size_t members = later_.below(3) == 0 ? 3 : 2;
      if (left.size() < members) break;
      for (std::size_t i = 1; i < members; ++i) {
        const std::int64_t least = later_.below(2) == 0 ? 0 : later_.between(0, 7'200);
        const std::int64_t most = later_.below(2) == 0 ? least : least + later_.between(0, 7'200);
        Order& second = data_.orders[left[left.size() - 1 - i]];
        second.links.push_back({.order = data_.orders[left[left.size() - i]].id,
                                .minimum_gap = Duration{least},
                                .maximum_gap = Duration{most}});
        if (later_.below(3) == 0) continue;
        // Mostly it is the first that was agreed on: two windows seldom let both begin.
        second.windows.clear();
        second.promise.reset();
        second.release.reset();
        if (second.pin) second.pin->start.reset();
        if (second.pin && !second.pin->technician) second.pin.reset();
      }
      left.resize(left.size() - members);
    }
    if (later_.below(3) == 0) {
      Order& one = data_.orders[later_.below(static_cast<std::uint32_t>(data_.orders.size()))];
      one.crew = static_cast<std::int32_t>(later_.between(2, 3));
    }
  }

  std::int64_t between(std::int64_t low, std::int64_t high) { return random_.between(low, high); }
  bool chance(std::uint32_t one_in) { return random_.below(one_in) == 0; }
  bool odd(std::uint32_t one_in) { return !shape_.plain && chance(one_in); }
  paidan::Instant at(std::int64_t seconds) const { return {data_.origin.seconds + seconds}; }
  std::string place() { return data_.locations[random_.below(static_cast<std::uint32_t>(data_.locations.size()))].id; }
  std::string someone() { return "T" + std::to_string(random_.below(static_cast<std::uint32_t>(shape_.technicians))); }

  paidan::TravelProfile profile(std::string id) {
    const std::size_t n = data_.locations.size();
    std::vector<std::int64_t> x(n);
    std::vector<std::int64_t> y(n);
    for (std::size_t i = 0; i < n; ++i) {
      x[i] = between(0, 3'000);
      y[i] = between(0, 3'000);
    }
    paidan::travel::MatrixData matrix{.size = n, .seconds = {}, .metres = {}};
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const std::int64_t way = std::abs(x[i] - x[j]) + std::abs(y[i] - y[j]);
        // Not quite a metric, now and then no way at all.
        const bool none = i != j && odd(150);
        matrix.seconds.push_back(none ? -1 : i == j ? 0 : way / 2 + between(0, 200));
        matrix.metres.push_back(i == j ? 0 : way * 5);
      }
    }
    return {.id = std::move(id), .matrix = std::move(matrix), .straight_line = {}};
  }

  paidan::Technician technician(std::int32_t t) {
    using namespace paidan;
    Technician person;
    person.id = "T" + std::to_string(t);
    person.home = place();
    for (std::int32_t day = 0; day < shape_.days; ++day) person.shifts.push_back(shift(day));
    for (const char* skill : {"gas", "electric", "cooling"}) {
      if (chance(3)) continue;
      SkillHeld held{
          .skill = skill, .level = static_cast<std::int32_t>(between(1, 4)), .valid_from = {}, .valid_until = {}};
      const std::int32_t today = static_cast<std::int32_t>(data_.origin.seconds / 86'400);
      if (odd(6)) held.valid_until = Date{today + static_cast<std::int32_t>(between(-2, 2))};
      if (odd(8)) held.valid_from = Date{today + static_cast<std::int32_t>(between(-2, 2))};
      if (held.valid_from && held.valid_until && *held.valid_until < *held.valid_from) held.valid_from.reset();
      person.skills.push_back(held);
    }
    if (odd(3)) {
      const std::int64_t start = between(8, 15) * 3'600;
      person.suspensions.push_back({at(start), at(start + between(600, 7'200)), "training"});
      if (chance(2))
        person.suspensions.push_back({at(start + 9'000), at(start + 9'000 + between(60, 3'600)), "meeting"});
    }
    if (chance(3)) person.profile = data_.profiles.back().id;
    if (chance(3)) person.speed_percent = static_cast<std::int32_t>(between(60, 150));
    if (chance(3)) person.efficiency_percent = static_cast<std::int32_t>(between(70, 140));
    if (odd(3)) person.max_jobs = static_cast<std::int32_t>(between(1, 4));
    if (odd(4)) person.max_travel = Duration{between(1'000, 8'000)};
    if (odd(4)) person.max_distance_metres = between(8'000, 60'000);
    if (chance(3)) person.fixed_cost = between(0, 3'000'000);
    if (!shape_.plain) {
      if (chance(2)) person.parts.push_back({"valve", static_cast<std::int32_t>(between(1, 4))});
      if (chance(2)) person.parts.push_back({"pump", static_cast<std::int32_t>(between(1, 2))});
      if (!chance(3)) person.tools = {"ladder"};
      if (chance(2)) person.tools.push_back("meter");
      if (!chance(4)) person.group = chance(2) ? "north" : "south";
      person.languages = {"zh"};
      if (chance(2)) person.languages.push_back("en");
    }
    if (!chance(3)) person.rating = static_cast<std::int32_t>(between(300, 500));
    if (chance(3)) person.load_carried = Duration{between(0, 20'000)};
    return person;
  }

  paidan::Shift shift(std::int32_t day) {
    using namespace paidan;
    Shift shift;
    shift.id = "D" + std::to_string(day);
    const std::int64_t start = day * std::int64_t{86'400} + between(7, 10) * 3'600;
    const std::int64_t end = start + between(4, 9) * 3'600;
    shift.start = at(start);
    shift.end = at(end);
    if (chance(2)) shift.overtime_cap = Duration{between(0, 5'400)};
    if (chance(4)) shift.start_location = place();
    if (chance(4)) {
      shift.open_end = true;
    } else if (chance(4)) {
      shift.end_location = place();
    }
    const int breaks = shape_.plain ? 0 : static_cast<int>(between(0, 2));
    for (int b = 0; b < breaks; ++b) {
      Break pause;
      pause.id = "B" + std::to_string(b);
      const std::int64_t earliest = start + between(0, 3 * 3'600);
      pause.duration = Duration{between(5, 60) * 60};
      const std::int64_t latest = std::min(earliest + between(0, 5'400), end - pause.duration.seconds);
      if (latest < earliest) continue;
      pause.earliest = at(earliest);
      pause.latest = at(latest);
      pause.paid = chance(2);
      shift.breaks.push_back(pause);
    }
    return shift;
  }

  paidan::Order order(std::int32_t o) {
    using namespace paidan;
    Order order;
    order.id = "O" + std::to_string(o);
    order.location = place();
    order.service = minutes(between(10, 90));
    if (chance(2)) order.setup = minutes(between(0, 20));
    const std::int64_t day = between(0, shape_.days - 1) * 86'400;
    const std::int64_t opens = day + between(7, 15) * 3'600;
    if (shape_.rigid) {
      order.service = minutes(between(60, 300));
      order.windows.push_back({at(opens), at(opens + between(60, 1'200)), true});
    } else if (chance(2)) {
      const std::int64_t length =
          static_cast<std::int32_t>(between(1, 4)) <= shape_.wide_share ? between(2, 6) * 3'600 : 1'800;
      order.windows.push_back({at(opens), at(opens + length), true});
      if (chance(4)) order.windows.push_back({at(opens + length + 3'600), at(opens + length + 7'200), true});
    } else if (chance(2)) {
      order.promise = Promise{.at = at(opens + 3'600), .before = minutes(30), .after = minutes(30), .hard = chance(3)};
    } else if (chance(2)) {
      order.windows.push_back({at(opens), at(opens + 7'200), false});
    }
    if (chance(5)) order.deadline = at(opens + between(0, 5) * 3'600);
    if (chance(2)) order.skills.push_back({chance(2) ? "gas" : "electric", static_cast<std::int32_t>(between(1, 3))});
    order.priority = static_cast<std::int32_t>(between(0, 2));
    if (chance(6)) order.unserved_cost = between(0, 4'000'000);
    if (odd(4)) order.parts.push_back({chance(2) ? "valve" : "pump", static_cast<std::int32_t>(between(1, 2))});
    if (odd(6)) order.tools.push_back(chance(2) ? "ladder" : "meter");
    if (odd(6)) order.languages.push_back("en");
    if (odd(6)) order.groups.push_back("north");
    if (shape_.released && later_.below(3) == 0) order.release = at(opens - later_.between(-7'200, 10'800));
    if (odd(8)) order.allowed = {someone()};
    if (odd(8)) order.blocked = {someone()};
    if (odd(5)) order.preferred = {someone()};
    if (odd(6)) order.previous_technician = someone();
    if (odd(6)) {
      Pin pin;
      if (chance(2)) pin.technician = someone();
      if (!pin.technician || chance(2)) pin.start = at(opens + between(0, 30) * 60);
      if (!chance(3) || pin.start) pin.cost_of_change = between(0, 5'000'000);
      if (pin.technician && order.allowed.empty() && order.blocked.empty() && !pin.start && chance(2))
        pin.cost_of_change.reset();
      order.pin = pin;
    }
    return order;
  }

  paidan::SplitMix64 random_;
  paidan::SplitMix64 later_;  ///< of what came later: the rest of a seed's problem stays
  RandomProblem shape_;
  paidan::ProblemData data_;
};

/// A problem of what the maker drew; contradictory random orders (a hard promise outside all windows) are dropped, and
/// links to them.
inline paidan::Problem settled(paidan::ProblemData data) {
  for (int round = 0; round < 100; ++round) {
    const std::vector<paidan::Error> errors = paidan::Problem::validate(data);
    if (errors.empty()) break;
    const std::string& path = errors.front().path;
    const std::size_t open = path.find('[');
    const std::size_t index = open == std::string::npos ? 0 : std::stoul(path.substr(open + 1));
    if (path.rfind("orders", 0) == 0 && path.find("].links") != std::string::npos) {
      data.orders[index].links.clear();
    } else if (path.rfind("orders", 0) == 0) {
      data.orders.erase(data.orders.begin() + static_cast<std::ptrdiff_t>(index));
    } else {
      break;  // a mistake of the maker: the constructor will say
    }
  }
  return paidan::Problem(std::move(data));
}

/// The next valid problem at or after `seed`.
inline paidan::Problem random_problem(std::uint64_t seed, const RandomProblem& shape) {
  return settled(ProblemMaker(seed, shape).make());
}

}  // namespace paidan_test
