#pragma once

#include <paidan/check/evaluate.hpp>
#include <paidan/core/fold.hpp>
#include <paidan/intake/days.hpp>
#include <paidan/intake/detail/linked_days.ipp>
#include <paidan/model/fields.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace intake_detail {

inline Order postponed(Order order, Instant midnight) {
  if (order.promise && order.promise->at < midnight) order.promise.reset();
  std::erase_if(order.windows, [&](const Window& window) { return window.end <= midnight; });
  for (Window& window : order.windows) window.start = std::max(window.start, midnight);  // for that day, then
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

/// What was done on a day: planned, or as it really happened.
class DayDone {
 public:
  DayDone(const Problem& today, const Plan& plan) : places_(today.data()) {
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
    for (const Route& route : plan.routes) {
      for (const Stop& stop : route.stops) {
        if (stop.kind != StopKind::visit) continue;
        const Order& order = today.order(stop.order);
        gone_.insert(order.id);
        starts_.emplace(order.id, today.instant(stop.start));
        visited(order, today.technician(route.shift).id, today.instant(stop.end));
      }
    }
    close(today, report);
  }
  DayDone(const Problem& today, std::span<const check::ActualVisit> visits) : places_(today.data()) {
    const check::Report report = check::evaluate_actual(today, visits);
    for (const check::JudgedOrder& judged : check::judge_orders(today, visits).orders) {
      if (judged.state != check::OrderState::open) gone_.insert(today.order(judged.order).id);
    }
    for (const check::ActualVisit& row : visits) {
      if (!row.arrival) continue;
      visited(today.order(today.find_order(row.order)), row.technician, *row.end);
      starts_.insert_or_assign(row.order, row.start.value_or(*row.arrival));  // the last one did it
    }
    // Who came to an order with others may be told of as of one.
    for (std::size_t i = 0; i < today.order_count(); ++i) {
      const OrderIndex first = model_detail::first_of_crew(today.data(), today.dense(), i);
      if (first.valid() && gone_.contains(today.order(first).id)) gone_.insert(today.order(OrderIndex(i)).id);
    }
    for (const check::ActualVisit& row : visits) {  // the last one that was agreed
      if (!row.appointment) continue;
      const Instant known = row.recorded ? *row.recorded : row.end.value_or(Instant{INT64_MIN});
      const auto [agreed, fresh] = put_off_.emplace(row.order, std::pair(known, *row.appointment));
      if (!fresh && agreed->second.first <= known) agreed->second = {known, *row.appointment};
    }
    close(today, report);
  }

  /// Served or cancelled.
  [[nodiscard]] bool gone(const std::string& order) const { return gone_.contains(order); }
  /// When work began on what is done.
  [[nodiscard]] const std::map<std::string, Instant, std::less<>>& starts() const { return starts_; }
  /// The appointment that it was put off to.
  [[nodiscard]] std::optional<Instant> put_off_to(const std::string& order) const {
    const auto found = put_off_.find(order);
    return found == put_off_.end() ? std::nullopt : std::optional(found->second.second);
  }
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
  void visited(const Order& order, const std::string& technician, Instant end) {
    const std::string& place = places_.of(order.location);
    const auto [known, fresh] = latest_.emplace(place, end.seconds);
    if (!fresh && known->second >= end.seconds) return;
    known->second = end.seconds;
    visitor_[place] = technician;
  }
  void close(const Problem& today, const check::Report& report) {
    for (const Order& order : today.data().orders) {
      if (!gone_.contains(order.id)) left_.emplace(order.id, &order);
    }
    for (const check::TechnicianKpis& row : report.kpis.technicians) {
      load_[today.technician(row.technician).id] = row.travel.seconds + row.service.seconds;
    }
  }

  PlaceNames places_;
  std::set<std::string_view> gone_;
  std::map<std::string, Instant, std::less<>> starts_;
  std::map<std::string, std::int64_t> latest_;  // end of the last visit at a place
  std::map<std::string, std::string> visitor_;
  std::map<std::string_view, std::pair<Instant, Instant>> put_off_;  // known when, to when
  std::map<std::string_view, const Order*> left_;
  std::map<std::string_view, std::int64_t> load_;
};

/// An order for its new appointment.
inline Order agreed_anew(Order order, Instant appointment) {
  const Promise next = check::moved_promise(order.promise, appointment);
  order.promise = next;
  order.windows.clear();
  order.deadline.reset();
  if (order.release && *order.release > next.at + next.after) order.release.reset();
  if (order.pin) order.pin->start.reset();
  if (order.pin && !order.pin->technician && !order.pin->position) order.pin.reset();
  return order;
}

/// An order as the day had it, with those of its links that the day had to leave out.
inline Order with_links_of(Order order, const Order& before, const Problem& today) {
  for (const Link& link : before.links) {
    if (!today.find_order(link.order).valid()) order.links.push_back(link);
  }
  return order;
}

/// `horizon` without what is gone; what is left waits.
inline Problem carried(DayDone done, const Problem& today, const Problem& horizon, Date day) {
  ProblemData data = horizon.data();
  const Instant midnight = data.zone.start_of(day + 1);
  const PlaceNames places(data);
  const auto waiting = [&](const Order& order) {
    const std::optional<Instant> agreed = done.put_off_to(order.id);
    if (agreed && *agreed >= midnight) return agreed_anew(order, *agreed);
    return postponed(order, midnight);
  };
  std::vector<Order> open;
  for (Order& order : data.orders) {
    if (done.gone(order.id)) continue;
    const Order* const left = done.take_left(order.id);
    const std::optional<Date> own = intake::day_of(order, data.zone);
    if (left != nullptr || (own && *own <= day))
      order = waiting(left != nullptr ? with_links_of(*left, order, today) : order);
    open.push_back(std::move(order));
  }
  for (const auto& [id, order] : done.left()) open.push_back(waiting(*order));
  for (Order& order : open) {
    if (order.previous_technician) continue;
    const std::string* const who = done.visitor(places.of(order.location));
    if (who != nullptr && horizon.find_technician(*who).valid()) order.previous_technician = *who;
  }
  data.orders = std::move(open);
  Errors notices;
  LinksLeft(done.starts(), notices).settle(data.orders);
  for (Technician& technician : data.technicians) technician.load_carried.seconds += done.load_s(technician.id);
  return Problem(std::move(data), {}, notices.told());
}

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
  std::vector<std::optional<Date>> days;
  for (const Order& order : data.orders) days.push_back(day_of(order, data.zone));
  const intake_detail::LinkedDay linked(horizon, std::move(days), day);
  std::vector<Order> orders;
  for (std::size_t i = 0; i < data.orders.size(); ++i) {
    if (linked.stays(i)) orders.push_back(std::move(data.orders[i]));
  }
  data.orders = std::move(orders);
  for (Order& order : data.orders) {
    std::erase_if(order.links, [&](const Link& link) { return !linked.stays(horizon.find_order(link.order).at()); });
  }
  for (Technician& technician : data.technicians) {
    std::erase_if(technician.shifts, [&](const Shift& shift) { return data.zone.to_local(shift.start).date != day; });
  }
  Errors notices;
  linked.tell(notices);
  return Problem(std::move(data), {}, notices.told());
}

PAIDAN_INLINE Problem carry_over(const Problem& today, const Plan& plan, const Problem& horizon, Date day) {
  intake_detail::check_day(today, day);
  return intake_detail::carried(intake_detail::DayDone(today, plan), today, horizon, day);
}

PAIDAN_INLINE Problem carry_over(const Problem& today, std::span<const check::ActualVisit> visits,
                                 const Problem& horizon, Date day) {
  intake_detail::check_day(today, day);
  return intake_detail::carried(intake_detail::DayDone(today, visits), today, horizon, day);
}

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI
