// The timing rule against exhaustive search over every second.
#include "../support/soak.hpp"
#include "tiny.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

/// All ways to start the stops of a short route, second by second.
class EverySecond {
 public:
  EverySecond(const Problem& problem, const std::vector<Item>& items) : d_(problem.dense()), gates_(problem) {
    std::size_t place = d_.shifts.start_location[0].at();
    std::size_t before = SIZE_MAX;
    for (const Item& item : items) {
      Part part;
      if (item.is_rest) {
        const BreakRow& row = d_.breaks[item.index];
        part.duration = row.duration_s;
        part.ok.assign(horizon, false);
        for (std::int32_t s = row.earliest_s; s <= row.latest_s; ++s) part.ok[static_cast<std::size_t>(s)] = true;
      } else if (item.is_call) {
        const std::size_t to = d_.depots.location[item.index].at();
        part.leg = way(place, to);
        part.duration = d_.depots.service_s[item.index];  // whoever calls
        for (int s = 0; s < horizon; ++s) part.ok.push_back(open_at(item.index, s));
        place = to;
        before = SIZE_MAX;
      } else {
        const std::size_t o = item.index;
        const std::size_t to = d_.orders.location[o].at();
        part.leg = way(place, to);
        const bool same = before != SIZE_MAX && before == to;
        part.duration = stretched(d_.orders.service_s[o], d_.technicians.efficiency_percent[0]) +
                        (same ? 0 : stretched(d_.orders.setup_s[o], d_.technicians.efficiency_percent[0]));
        part.due = d_.orders.due_s[o];
        part.ok.assign(horizon, false);
        for (int s = 0; s < horizon; ++s) {  // left for at the latest a leg sooner, and not before it is known
          part.ok[static_cast<std::size_t>(s)] =
              may_start(o, s, part.duration) && s - part.leg >= d_.orders.release_s[o];
        }
        before = place = to;
      }
      parts_.push_back(part);
    }
    const LocationIndex home = d_.shifts.end_location[0];
    if (home.valid()) last_ = way(place, home.at());
    current_.resize(parts_.size());
    first_.assign(parts_.size(), INT32_MAX);
    visit_all(0, d_.shifts.start_s[0], [&] {
      for (std::size_t i = 0; i < current_.size(); ++i) first_[i] = std::min(first_[i], current_[i]);
      end = std::min(end, finish());
    });
    visit_all(0, d_.shifts.start_s[0], [&] {
      if (finish() != end) return;
      for (std::size_t i = 0; i < current_.size(); ++i) {
        if (current_[i] > std::max(first_[i], parts_[i].due)) return;
      }
      // Later stops first: as late as possible each. It also leaves latest of all.
      std::vector<int> key(current_.rbegin(), current_.rend());
      leave = std::max(leave, current_[0] - parts_[0].leg);
      if (best_.empty() || key > best_) best_ = key;
    });
    starts.assign(best_.rbegin(), best_.rend());
  }

  std::vector<int> starts;  ///< empty when there is no way
  int end = INT32_MAX;
  int leave = INT32_MIN;

 private:
  static constexpr int horizon = 150;
  struct Part {
    int leg = 0;
    int duration = 0;
    int due = INT32_MAX;
    std::vector<bool> ok;
  };

  static int stretched(int seconds, int percent) {
    int needed = 0;  // the least number of seconds that is enough at that speed
    while (needed * percent < seconds * 100) ++needed;
    return needed;
  }
  int way(std::size_t from, std::size_t to) const {
    const int seconds = d_.profiles[0].leg(LocationIndex(from), LocationIndex(to)).seconds;
    return stretched(seconds, d_.technicians.speed_percent[0]) + static_cast<int>(gates_.seconds(from, to));
  }
  bool may_start(std::size_t o, int s, int duration) const {
    bool open = false;
    for (const Interval& i : d_.orders.starts[o]) open = open || (i.low <= s && s <= i.high);
    for (const Interval& i : d_.technicians.suspensions[0]) {
      for (int x = s; x < s + duration; ++x) open = open && !(i.low <= x && x <= i.high);
    }
    return open;
  }
  bool open_at(std::size_t depot, int s) const {
    bool open = false;
    for (const Interval& i : d_.depots.starts[depot]) open = open || (i.low <= s && s <= i.high);
    return open;
  }
  template <class Use>
  void visit_all(std::size_t i, int time, Use&& use) {
    if (i == parts_.size()) {
      use();
      return;
    }
    for (int s = time + parts_[i].leg; s < horizon; ++s) {
      if (!parts_[i].ok[static_cast<std::size_t>(s)]) continue;
      current_[i] = s;
      visit_all(i + 1, s + parts_[i].duration, use);
    }
  }
  int finish() const { return current_.back() + parts_.back().duration + last_; }

  const Dense& d_;
  paidan_test::Gates gates_;
  std::vector<Part> parts_;
  int last_ = 0;
  std::vector<int> current_;
  std::vector<int> first_;
  std::vector<int> best_;
};

}  // namespace

TEST_SUITE("timing rule") {
  TEST_CASE("the checker accepts exactly the schedule that a search over every second finds") {
    int judged = 0;
    int called = 0;
    for (int n = 0; n < paidan_test::cases(150); ++n) {
      CAPTURE(n);
      const auto seed = static_cast<std::uint64_t>(n) + 1;
      ProblemData data = tiny_data(seed, 2 + seed % 2, false);
      data.technicians.resize(1);
      data.technicians[0].shifts.resize(1);
      if (seed % 3 == 0) data.technicians[0].suspensions = {{at(20), at(26), "leave"}};
      for (Order& o : data.orders) {
        o.preferred.clear();
        o.previous_technician.reset();
        if (!o.windows.empty()) o.promise.reset();
      }
      if (seed % 5 < 3) {
        const auto opens = static_cast<std::int64_t>(seed % 23);
        SupplyDepot depot{.id = "d", .location = data.locations[seed % data.locations.size()].id};
        depot.service = {static_cast<std::int64_t>(seed % 4)};
        if (seed % 5 == 1) depot.hours = {{at(opens), at(opens + 12)}, {at(opens + 20), at(opens + 60)}};
        data.depots = {depot};
        data.orders.resize(2);
        data.technicians[0].shifts[0].breaks.clear();  // that leaves room for the call
      }
      const Problem problem(data);
      const Oracle oracle(problem);
      std::vector<std::size_t> visits;
      for (std::size_t o = 0; o < data.orders.size(); ++o) visits.push_back(o);
      std::vector<std::vector<Item>> all;
      for (const Errand& one : oracle.errands(visits.size())) {
        for (const std::vector<Item>& items : oracle.placements(0, visits, 0, one)) all.push_back(items);
      }
      for (const std::vector<Item>& items : all) {
        if (items.size() > 3) continue;
        const EverySecond every(problem, items);
        const auto route = oracle.timed(0, items);
        REQUIRE(route.has_value() == !every.starts.empty());
        if (!route) continue;
        ++judged;
        called += std::any_of(items.begin(), items.end(), [](const Item& item) { return item.is_call; });
        REQUIRE(route->end.seconds == every.end);
        REQUIRE(route->start.seconds == every.leave);
        for (std::size_t i = 0; i < items.size(); ++i) REQUIRE(route->stops[i].start.seconds == every.starts[i]);
        const auto faults = [&](const Route& r) {
          Codes list = codes(check::evaluate(problem, plan_of(problem, {r})));
          for (const char* other : {"shift_end", "break_missing", "needless_call"})
            list.erase(std::remove(list.begin(), list.end(), other), list.end());
          return list;
        };
        REQUIRE(faults(*route) == Codes{});
        // Any one start a second off is found, with the times around it made consistent.
        for (std::size_t i = 0; i < items.size(); ++i) {
          for (const int off : {-1, 1}) {
            Route changed = *route;
            changed.stops[i].start.seconds += off;
            changed.stops[i].end.seconds += off;
            if (i + 1 < items.size()) {
              changed.stops[i + 1].departure.seconds += off;
              changed.stops[i + 1].arrival.seconds += off;
            } else {
              changed.end.seconds += off;
            }
            REQUIRE(faults(changed) != Codes{});
          }
        }
      }
    }
    CHECK(judged > 100);
    CHECK(called > 50);
  }
}
