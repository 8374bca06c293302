// What a step of the search costs when the same customers also need skills, homes, shifts, breaks and pins: both
// variants on one geometry, one after the other, as often as asked.
#include "instance.hpp"

#include <paidan/routing/detail/context.hpp>
#include <paidan/routing/detail/plain.hpp>
#include <paidan/routing/detail/rich/search.hpp>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace paidan;
using paidan_bench::Customer;
using paidan_bench::Instance;

constexpr const char* usage =
    "bench_decorated ITERATIONS TURNS FILE…\n"
    "Prints a line NAME VARIANT TURN MICROSECONDS REMOVED each: processor time and visits taken out, an iteration.\n";

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Distance is the only cost, in either variant.
Objective travel_only() {
  Objective objective;
  objective.goals = GoalOrder::one_weighted;
  objective.per_travel_second = 1;
  objective.per_metre = objective.per_waiting_second = objective.per_lateness_second = objective.per_overtime_second =
      0;
  objective.per_overskill_level = objective.not_preferred = objective.not_same_technician = 0;
  objective.per_rating_point = 0;
  objective.unserved = 1'000'000;
  return objective;
}

std::string numbered(char letter, std::size_t number) { return letter + std::to_string(number); }

ProblemData problem_of(const Instance& instance) {
  ProblemData data;
  data.origin = {1'700'000'000};
  data.objective = travel_only();
  travel::MatrixData matrix;
  matrix.size = static_cast<std::int64_t>(instance.customers.size());
  for (const Customer& from : instance.customers) {
    for (const Customer& to : instance.customers) matrix.seconds.push_back(paidan_bench::distance_tenths(from, to));
  }
  for (std::size_t i = 0; i < instance.customers.size(); ++i) data.locations.push_back({numbered('p', i)});
  data.profiles.push_back({.id = "car", .matrix = std::move(matrix)});
  const auto at = [&](std::int64_t tenth) { return Instant{data.origin.seconds + tenth}; };
  for (std::int32_t v = 0; v < instance.vehicles; ++v) {
    Technician technician;
    technician.id = numbered('t', static_cast<std::size_t>(v));
    technician.home = "p0";
    Shift shift;
    shift.id = "day";
    shift.start = at(10 * std::int64_t{instance.customers[0].ready});
    shift.end = at(10 * std::int64_t{instance.customers[0].due});
    technician.shifts.push_back(shift);
    technician.parts.push_back({"load", instance.capacity});
    data.technicians.push_back(technician);
  }
  for (std::size_t i = 1; i < instance.customers.size(); ++i) {
    const Customer& one = instance.customers[i];
    Order order;
    order.id = numbered('o', i);
    order.location = numbered('p', i);
    order.service = {10 * std::int64_t{one.service}};
    order.windows.push_back({at(10 * std::int64_t{one.ready}), at(10 * std::int64_t{one.due} + 1)});
    if (one.demand > 0) order.parts.push_back({"load", one.demand});
    data.orders.push_back(order);
  }
  return data;
}

/// The same customers with what technicians' days have besides; drawn from a fixed seed.
ProblemData decorated(ProblemData data) {
  SplitMix64 random(1);
  constexpr std::uint32_t skills = 5;
  const auto skill = [&](std::uint32_t i) { return numbered('s', i); };
  const Shift day = data.technicians.front().shifts.front();
  const std::int64_t length = day.end.seconds - day.start.seconds;
  for (Technician& technician : data.technicians) {
    technician.home = numbered('p', random.below(static_cast<std::uint32_t>(data.locations.size())));
    for (std::uint32_t i = 0; i < skills; ++i) {
      if (random.below(5) < 3)
        technician.skills.push_back({.skill = skill(i), .level = 1 + static_cast<std::int32_t>(random.below(3))});
    }
    Shift& shift = technician.shifts.front();
    shift.start.seconds += random.below(static_cast<std::uint32_t>(length / 20 + 1));
    shift.end.seconds -= random.below(static_cast<std::uint32_t>(length / 20 + 1));
    Break lunch;
    lunch.id = "lunch";
    lunch.earliest = {day.start.seconds + length * 2 / 5};
    lunch.latest = {day.start.seconds + length * 3 / 5};
    lunch.duration = {length / 40};
    shift.breaks.push_back(lunch);
  }
  for (Order& order : data.orders) {
    if (random.below(2) == 0)
      order.skills.push_back({skill(random.below(skills)), 1 + static_cast<std::int32_t>(random.below(2))});
    if (random.below(20) != 0) continue;
    // Held with somebody who could do it.
    const Technician& who = data.technicians[random.below(static_cast<std::uint32_t>(data.technicians.size()))];
    order.pin = Pin{.technician = who.id};
    order.skills.clear();
  }
  return data;
}

template <class Search>
std::pair<double, double> measure(Search& search, std::int64_t iterations) {
  const double begun = cpu_seconds();
  for (std::int64_t done = 0; done < iterations; done += Search::slice)
    search.run(std::min(Search::slice, iterations - done), routing::anneal::share_of(done, iterations));
  const double microseconds = 1e6 * (cpu_seconds() - begun) / static_cast<double>(iterations);
  return {microseconds, static_cast<double>(search.steps().removed) / static_cast<double>(search.steps().all)};
}

void run(const std::string& file, std::int64_t iterations, int turns) {
  const Instance instance = paidan_bench::read_instance(file);
  const Problem plain_problem(problem_of(instance));
  const Problem rich_problem(decorated(plain_problem.data()));
  const routing::Context plain_context(plain_problem);
  const routing::Context rich_context(rich_problem);
  const auto plain = routing::Plain::of(plain_context);
  if (plain == nullptr) throw std::runtime_error(file + ": is not plain");
  const routing::rich::Ground ground(rich_context);
  routing::rich::State first(ground);
  routing::rich::construct(first);
  const auto tell = [&](const char* variant, int turn, const std::pair<double, double>& measured) {
    std::printf("%s %s %d %.3f %.2f\n", instance.name.c_str(), variant, turn, measured.first, measured.second);
    std::fflush(stdout);
  };
  for (int turn = 1; turn <= turns; ++turn) {
    const auto seed = static_cast<std::uint64_t>(turn);
    routing::anneal::Search bare(plain->ground(), plain->near(), seed, plain->missed_rate());
    tell("plain", turn, measure(bare, iterations));
    routing::rich::Search dressed(first, seed);
    tell("decorated", turn, measure(dressed, iterations));
  }
}

}  // namespace

int main(int count, char** words) try {
  if (count < 4) {
    std::fputs(usage, stderr);
    return 2;
  }
  for (int i = 3; i < count; ++i) run(words[i], std::strtoll(words[1], nullptr, 10), std::atoi(words[2]));
  return 0;
} catch (const std::exception& wrong) {
  std::fprintf(stderr, "%s\n", wrong.what());
  return 1;
}
