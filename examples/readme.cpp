#include <iostream>
#include <paidan/paidan.hpp>
using namespace paidan;
int main() {
  const Shift day{.id = "1", .start = *parse_instant("2024-07-08T09:00Z"), .end = *parse_instant("2024-07-08T18:00Z")};
  const Location shop{"A", "", GeoPoint::from_degrees(39.9, 116.4)}, flat{"B", "", GeoPoint::from_degrees(39.8, 116.4)};
  const Technician wang{"W", "王师傅", "A", {day}, {{"制冷", 3}}}, li{"L", "李师傅", "A", {day}, {{"电工", 2}}};
  const Order tap{.id = "换龙头", .location = "B"}, gas{.id = "燃气灶", .location = "B", .skills = {{"燃气", 2}}};
  const Problem town({.origin = day.start, .locations = {shop, flat}, .technicians = {wang, li}, .orders = {tap, gas}});
  const Plan today = plan(town);
  for (const Route& r : today.routes)
    std::cout << town.technician(r.shift).name << ' ' << render::clock({}, town.instant(r.stops[0].start)) << '\n';
  const WhyNot why = why_not(town, today, today.unassigned.at(0), town.find_technician("W"));
  std::cout << render::why_not(town, why, render::Audience::dispatcher, Language::zh) << '\n';
}
