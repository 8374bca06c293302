// A plan in VROOM's words.
#pragma once

#include <paidan/vroom/detail/lay_out.ipp>
#include <paidan/vroom/errors.hpp>

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// The shortest digits that mean the same number.
inline std::optional<std::vector<syntax::Raw>> as_given(const std::optional<std::vector<double>>& point) {
  if (!point) return std::nullopt;
  std::vector<syntax::Raw> out;
  for (const double value : *point) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    out.push_back({std::string(text.data(), end)});
  }
  return out;
}

/// An empty description is none, as in VROOM.
inline std::optional<std::string> given(const std::optional<std::string>& description) {
  return description && !description->empty() ? description : std::nullopt;
}

class Teller {
 public:
  Teller(const vroom::Question& question, std::vector<Error>& notices) : q_(question), notices_(notices) {
    kinds_ = q_.input().vehicles[0].capacity ? q_.input().vehicles[0].capacity->size() : 0;
  }

  [[nodiscard]] vroom::Answer tell(const Plan& plan);

 private:
  struct Laid {
    std::vector<Item> items;
    std::vector<Timed> times;
  };
  /// With all breaks; jobs that leave no time for one go, the least urgent and last of them first.
  [[nodiscard]] Laid lay_out(std::size_t vehicle, const Route& route);
  [[nodiscard]] vroom::RouteTold told(std::size_t vehicle, const Laid& laid) const;
  void add(vroom::Totals& sum, const vroom::Totals& one) const;
  [[nodiscard]] std::optional<vroom::Numbers> nothing() const {
    return kinds_ > 0 ? std::optional(vroom::Numbers(kinds_, 0)) : std::nullopt;
  }
  static void add(vroom::Numbers& sum, const vroom::Numbers& more, std::int64_t times) {
    for (std::size_t k = 0; k < more.size(); ++k) sum[k] += times * more[k];
  }

  const vroom::Question& q_;
  std::vector<Error>& notices_;
  std::size_t kinds_ = 0;
  std::vector<bool> served_;
};

PAIDAN_INLINE Teller::Laid Teller::lay_out(std::size_t vehicle, const Route& route) {
  const Dense& d = q_.problem().dense();
  const vroom::Day& day = q_.days()[vehicle];
  const std::int64_t origin = q_.problem().data().origin.seconds;
  const auto rows = d.shifts.breaks[vehicle];
  std::vector<Item> middle;
  std::vector<bool> taken(day.rests.size(), false);
  for (const Stop& stop : route.stops) {
    if (stop.kind == StopKind::visit) {
      middle.push_back({Part::job, stop.order.at()});
      continue;
    }
    if (stop.kind != StopKind::rest) continue;
    const auto row = static_cast<std::size_t>(std::find(rows.begin(), rows.end(), stop.break_row) - rows.begin());
    middle.push_back({Part::rest, row});
    taken[row] = true;
  }
  std::vector<Item> before;
  std::vector<Item> behind;
  for (std::size_t k = 0; k < taken.size(); ++k) {
    if (taken[k]) continue;
    (origin + route.end.seconds <= day.rests[k].latest ? behind : before).push_back({Part::rest, k});
  }
  const Layout layout(q_, vehicle);
  const bool home = d.shifts.end_location[vehicle].valid();
  const auto all = [&](std::size_t split) {
    std::vector<Item> items(before.begin(), before.end());
    // Breaks that do not fit before the first job may fit between two.
    items.insert(items.begin(), middle.begin(), middle.begin() + static_cast<std::ptrdiff_t>(split));
    items.insert(items.end(), middle.begin() + static_cast<std::ptrdiff_t>(split), middle.end());
    if (home) items.push_back({Part::home, 0});
    items.insert(items.end(), behind.begin(), behind.end());
    return items;
  };
  const auto is_job = [](const Item& item) { return item.part == Part::job; };
  while (std::any_of(middle.begin(), middle.end(), is_job)) {
    for (std::size_t split = 0; split <= (before.empty() ? 0 : middle.size()); ++split) {
      std::vector<Item> items = all(split);
      std::optional<std::vector<Timed>> times = layout.times(items);
      if (times) return {std::move(items), *std::move(times)};
    }
    auto out = middle.end();
    for (auto one = middle.begin(); one != middle.end(); ++one) {
      if (!is_job(*one)) continue;
      const auto& jobs = q_.input().jobs;
      if (out == middle.end() || jobs[one->index].priority <= jobs[out->index].priority) out = one;
    }
    notices_.push_back({&vroom::notices::left_for_breaks,
                        "vehicles[" + std::to_string(vehicle) + "].breaks",
                        0,
                        {{"job", std::to_string(q_.input().jobs[out->index].id)},
                         {"vehicle", std::to_string(q_.input().vehicles[vehicle].id)}}});
    middle.erase(out);
  }
  return {};
}

PAIDAN_INLINE vroom::RouteTold Teller::told(std::size_t vehicle, const Laid& laid) const {
  const vroom::Vehicle& who = q_.input().vehicles[vehicle];
  const vroom::Day& day = q_.days()[vehicle];
  vroom::RouteTold route;
  route.vehicle = who.id;
  route.description = given(who.description);
  route.delivery = nothing();
  route.pickup = nothing();
  std::optional<vroom::Numbers> load = nothing();
  for (const Item& item : laid.items) {
    if (item.part == Part::job && load) add(*load, q_.input().jobs[item.index].delivery, 1);
  }
  std::int64_t metres = 0;
  const auto step = [&](vroom::StepType type, std::int64_t arrival) {
    vroom::Step one;
    one.type = type;
    one.arrival = arrival;
    one.duration = route.duration;
    one.load = load;
    if (day.metres) one.distance = metres;
    return one;
  };
  std::int64_t time = laid.times.front().start - laid.times.front().leg;
  // Who has no start begins at the first job, and who has no end stops at the last one: VROOM says so with steps, too.
  const vroom::Job* first = nullptr;
  const vroom::Job* last = nullptr;
  for (const Item& item : laid.items) {
    if (item.part != Part::job) continue;
    last = &q_.input().jobs[item.index];
    if (first == nullptr) first = last;
  }
  const bool starts = who.start || who.start_index;
  route.steps.push_back(step(vroom::StepType::start, time));
  route.steps.back().location = as_given(starts ? who.start : first->location);
  route.steps.back().location_index = starts ? who.start_index : first->location_index;
  for (std::size_t i = 0; i < laid.items.size(); ++i) {
    const Item& item = laid.items[i];
    const Timed& timed = laid.times[i];
    route.duration += timed.leg;
    metres += timed.metres;
    const std::int64_t arrival = time + timed.leg;
    // Who is home early waits in the break that follows.
    time = item.part == Part::home ? arrival : timed.start + timed.length();
    if (item.part == Part::home) continue;
    vroom::Step one = step(item.part == Part::job ? vroom::StepType::job : vroom::StepType::break_, arrival);
    one.waiting_time = timed.start - arrival;
    one.setup = timed.setup;
    one.service = timed.service;
    if (item.part == Part::job) {
      const vroom::Job& job = q_.input().jobs[item.index];
      one.id = job.id;
      one.description = given(job.description);
      one.location = as_given(job.location);
      one.location_index = job.location_index;
      if (load) {
        add(*load, job.delivery, -1);
        add(*load, job.pickup, 1);
        add(*route.delivery, job.delivery, 1);
        add(*route.pickup, job.pickup, 1);
        one.load = load;
      }
      route.priority += job.priority;
    } else {
      const vroom::VehicleBreak& pause = who.breaks[day.rests[item.index].of];
      one.id = pause.id;
      one.description = given(pause.description);
    }
    route.setup += one.setup;
    route.service += one.service;
    route.waiting_time += one.waiting_time;
    route.steps.push_back(std::move(one));
  }
  const bool ends = who.end || who.end_index;
  route.steps.push_back(step(vroom::StepType::end, time));
  route.steps.back().location = as_given(ends ? who.end : last->location);
  route.steps.back().location_index = ends ? who.end_index : last->location_index;
  if (day.metres) route.distance = metres;
  std::int64_t work = 0;  // breaks among it, as VROOM counts
  for (const Timed& timed : laid.times) work += timed.length();
  const vroom::Rates& rates = q_.rates();
  const std::int64_t units =
      rates.per_travel_second * route.duration + rates.per_metre * metres + rates.per_work_second * work;
  route.cost = (units + rates.one / 2) / rates.one + who.costs.fixed;
  return route;
}

PAIDAN_INLINE void Teller::add(vroom::Totals& sum, const vroom::Totals& one) const {
  sum.cost += one.cost;
  if (kinds_ > 0) {
    add(*sum.delivery, *one.delivery, 1);
    add(*sum.pickup, *one.pickup, 1);
  }
  sum.setup += one.setup;
  sum.service += one.service;
  sum.duration += one.duration;
  sum.waiting_time += one.waiting_time;
  sum.priority += one.priority;
  if (sum.distance && one.distance) {
    *sum.distance += *one.distance;
  } else {
    sum.distance.reset();
  }
}

PAIDAN_INLINE vroom::Answer Teller::tell(const Plan& plan) {
  const auto& jobs = q_.input().jobs;
  vroom::Answer answer;
  served_.assign(jobs.size(), false);
  answer.summary.delivery = nothing();
  answer.summary.pickup = nothing();
  answer.summary.distance = 0;
  for (const vroom::Day& day : q_.days()) {
    if (!day.metres) answer.summary.distance.reset();
  }
  for (const Route& route : plan.routes) {
    const std::size_t vehicle = route.shift.at();  // each has one shift
    const Laid laid = lay_out(vehicle, route);
    if (laid.items.empty()) continue;
    for (const Item& item : laid.items) {
      if (item.part == Part::job) served_[item.index] = true;
    }
    answer.routes.push_back(told(vehicle, laid));
    add(answer.summary, answer.routes.back());
  }
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (served_[i]) continue;
    vroom::Left left;
    left.id = jobs[i].id;
    left.description = given(jobs[i].description);
    left.location = as_given(jobs[i].location);
    left.location_index = jobs[i].location_index;
    answer.unassigned.push_back(std::move(left));
  }
  answer.summary.routes = static_cast<std::int64_t>(answer.routes.size());
  answer.summary.unassigned = static_cast<std::int64_t>(answer.unassigned.size());
  return answer;
}

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
