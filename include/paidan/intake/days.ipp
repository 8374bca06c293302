#pragma once

#include <paidan/check/evaluate.hpp>
#include <paidan/core/fold.hpp>
#include <paidan/intake/days.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace intake_detail {

inline Order postponed(Order order, Instant midnight) {
  if (order.promise && order.promise->at < midnight) order.promise.reset();
  std::erase_if(order.windows, [&](const Window& window) { return window.end <= midnight; });
  if (order.pin && order.pin->start && *order.pin->start < midnight) {
    order.pin->start.reset();
    if (!order.pin->technician && !order.pin->position) order.pin.reset();
  }
  order.release = std::max(order.release.value_or(midnight), midnight);
  if (order.priority < field_of<&Order::priority>.field.high) ++order.priority;
  return order;
}

/// What a place is called for "was somebody here before": its name, else its id.
class PlaceNames {
 public:
  explicit PlaceNames(const ProblemData& data) {
    for (const Location& place : data.locations) {
      std::string name = fold_words(place.name);
      if (name.empty()) name = place.id;
      names_.emplace(place.id, std::move(name));
    }
  }
  /// The id itself when there is no such place.
  [[nodiscard]] const std::string& of(const std::string& location) const {
    const auto found = names_.find(location);
    return found == names_.end() ? location : found->second;
  }

 private:
  std::map<std::string, std::string, std::less<>> names_;
};

inline void check_day(const Problem& today, Date day) {
  std::string days;
  for (std::size_t i = 0; i < today.shift_count(); ++i) {
    const Date own = today.data().zone.to_local(today.shift(ShiftIndex(i)).start).date;
    if (own == day) return;
    if (days.find(own.text()) == std::string::npos) days += (days.empty() ? "" : ", ") + own.text();
  }
  if (days.empty()) return;
  throw InvalidInput({&intake::errors::other_day, "day", 0, {{"value", day.text()}, {"expected", days}}});
}

/// What a day's plan did.
class DayDone {
 public:
  DayDone(const Problem& today, const Plan& plan) {
    if (plan.problem.value != today.hash()) {
      throw InvalidInput({&syntax::errors::other_problem,
                          "plan",
                          0,
                          {{"value", plan.problem.text()}, {"expected", hex(today.hash())}}});
    }
    const check::Report report = check::evaluate(today, plan);
    for (const check::Violation& violation : report.violations) {
      if (violation.code == "bad_index") throw InvalidInput({&intake::errors::plan_out_of_bounds, "plan", 0, {}});
    }
    const PlaceNames places(today.data());
    std::map<std::string_view, std::int64_t> latest;  // end of the last visit at a place
    for (const Route& route : plan.routes) {
      for (const Stop& stop : route.stops) {
        if (stop.kind != StopKind::visit) continue;
        const Order& order = today.order(stop.order);
        served_.insert(order.id);
        const std::string& place = places.of(order.location);
        const auto [known, fresh] = latest.emplace(place, stop.end.seconds);
        if (!fresh && known->second >= stop.end.seconds) continue;
        known->second = stop.end.seconds;
        visitor_[place] = today.technician(route.shift).id;
      }
    }
    for (const Order& order : today.data().orders) {
      if (!served_.contains(order.id)) left_.emplace(order.id, &order);
    }
    for (const check::TechnicianKpis& row : report.kpis.technicians) {
      load_[today.technician(row.technician).id] = row.travel.seconds + row.service.seconds;
    }
  }

  [[nodiscard]] bool served(const std::string& order) const { return served_.contains(order); }
  /// Who was last at a place; null when nobody was.
  [[nodiscard]] const std::string* visitor(const std::string& place) const {
    const auto found = visitor_.find(place);
    return found == visitor_.end() ? nullptr : &found->second;
  }
  /// As the day had it; null when it is none of the day's, or served.
  const Order* take_left(const std::string& order) {
    const auto found = left_.find(order);
    if (found == left_.end()) return nullptr;
    const Order* const as_it_was = found->second;
    left_.erase(found);
    return as_it_was;
  }
  [[nodiscard]] const std::map<std::string_view, const Order*>& left() const { return left_; }
  [[nodiscard]] std::int64_t load_s(const std::string& technician) const {
    const auto found = load_.find(technician);
    return found == load_.end() ? 0 : found->second;
  }

 private:
  std::set<std::string_view> served_;
  std::map<std::string, std::string> visitor_;
  std::map<std::string_view, const Order*> left_;
  std::map<std::string_view, std::int64_t> load_;
};

}  // namespace intake_detail

namespace intake {

PAIDAN_INLINE std::optional<Date> day_of(const Order& order, const ZoneRules& zone) {
  std::optional<Instant> when = order.release;
  if (!order.windows.empty()) when = std::ranges::min_element(order.windows, {}, &Window::start)->start;
  if (order.promise) when = order.promise->at;
  return when ? std::optional(zone.to_local(*when).date) : std::nullopt;
}

PAIDAN_INLINE Problem day_problem(const Problem& horizon, Date day) {
  ProblemData data = horizon.data();
  std::erase_if(data.orders, [&](const Order& order) { return day_of(order, data.zone).value_or(day) != day; });
  for (Technician& technician : data.technicians) {
    std::erase_if(technician.shifts, [&](const Shift& shift) { return data.zone.to_local(shift.start).date != day; });
  }
  return Problem(std::move(data));
}

PAIDAN_INLINE Problem carry_over(const Problem& today, const Plan& plan, const Problem& horizon, Date day) {
  intake_detail::check_day(today, day);
  intake_detail::DayDone done(today, plan);
  ProblemData data = horizon.data();
  const Instant midnight = data.zone.start_of(day + 1);
  const intake_detail::PlaceNames places(data);
  std::vector<Order> open;
  for (Order& order : data.orders) {
    if (done.served(order.id)) continue;
    const Order* const left = done.take_left(order.id);
    const std::optional<Date> own = day_of(order, data.zone);
    if (left != nullptr || (own && *own <= day)) {
      order = intake_detail::postponed(left != nullptr ? *left : order, midnight);
    }
    open.push_back(std::move(order));
  }
  for (const auto& [id, order] : done.left()) open.push_back(intake_detail::postponed(*order, midnight));
  for (Order& order : open) {
    if (order.previous_technician) continue;
    const std::string* const who = done.visitor(places.of(order.location));
    if (who != nullptr && horizon.find_technician(*who).valid()) order.previous_technician = *who;
  }
  data.orders = std::move(open);
  for (Technician& technician : data.technicians) technician.load_carried.seconds += done.load_s(technician.id);
  return Problem(std::move(data));
}

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI
