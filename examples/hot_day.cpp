// A day of 38 °C: outdoors at most 4 hours each, and nothing from 12 to 15.
#include <algorithm>
#include <iostream>
#include <paidan/paidan.hpp>

using namespace paidan;

namespace {

ProblemData town() {
  ProblemData data;
  data.origin = {1'753'056'000};  // 2025-07-21 0:00 UTC
  for (int i = 0; i < 8; ++i)
    data.locations.push_back({.id = "p" + std::to_string(i),
                              .name = "",
                              .point = GeoPoint{.lat_e7 = 312'000'000 + 70'000 * i, .lon_e7 = 1'214'000'000}});
  for (const char* name : {"李", "王"}) {
    Technician technician;
    technician.id = name;
    technician.home = "p0";
    Shift day;
    day.id = "day";
    day.start = data.origin + hours(8);
    day.end = data.origin + hours(18);
    technician.shifts.push_back(day);
    data.technicians.push_back(technician);
  }
  for (int i = 1; i < 8; ++i) {
    Order order;
    order.id = std::to_string(i);
    order.location = "p" + order.id;
    order.service = hours(2);
    if (i < 6) order.tags = {"室外"};
    data.orders.push_back(order);
  }
  return data;
}

}  // namespace

int main() {
  ProblemData data = town();
  const Problem usual(data);
  data.limits = {{.tag = "室外", .start = {}, .end = {}, .max_jobs = {}, .max_work = hours(4)}};
  data.closures = {{"室外", data.origin + hours(12), data.origin + hours(15), "高温橙色预警"}};
  const Problem hot(data);

  const Plan everything = plan(usual, {.iterations = 10'000});
  const Plan day = plan(hot, {.iterations = 10'000});
  bool fine = everything.unassigned.empty() && check::evaluate(hot, day).valid();
  // The usual plan would not do: who works outdoors at noon, and who too long?
  const check::Report broken = check::evaluate(hot, rebase(usual, everything, hot));
  for (const check::Violation& violation : broken.violations) {
    if (violation.code != "wrong_cost") std::cout << violation.code << '\n';  // a plan taken over has no cost yet
  }
  fine = fine && !broken.valid();

  // One of the five has to wait, and is told why.
  for (const OrderIndex order : day.unassigned) {
    const Unassigned why = why_unassigned(hot, day, order);
    std::cout << render::why_unassigned(hot, why, render::Audience::dispatcher, Language::zh) << '\n'
              << render::why_unassigned(hot, why, render::Audience::dispatcher, Language::en) << '\n';
    fine = fine && has(why.families, Family::jobs);
  }
  return fine && day.unassigned.size() == 1 ? 0 : 1;
}
