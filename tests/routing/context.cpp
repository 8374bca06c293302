#include <paidan/routing/detail/context.hpp>

#include <doctest/doctest.h>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

namespace {

using namespace paidan;

/// Everything that is told of two problems' ways and pairs.
void check_same(const routing::Context& one, const routing::Context& other) {
  REQUIRE(one.places() == other.places());
  REQUIRE(one.order_count() == other.order_count());
  REQUIRE(one.technician_count() == other.technician_count());
  for (std::uint32_t t = 0; t < one.technician_count(); ++t) {
    REQUIRE((one.table(t) == nullptr) == (other.table(t) == nullptr));
    bool same = true;
    bool same_back = true;
    for (std::uint32_t from = 0; from < one.places(); ++from) {
      for (std::uint32_t to = 0; to < one.places(); ++to) {
        same = same && one.hop(t, from, to) == other.hop(t, from, to);
        const std::size_t at = std::size_t{to} * one.places() + from;
        same_back = same_back && (one.table_back(t) == nullptr || one.table_back(t)[at] == other.table_back(t)[at]);
      }
    }
    CHECK(same);
    CHECK(same_back);
    CHECK((one.table(t) == one.table_back(t)) == (other.table(t) == other.table_back(t)));
  }
  REQUIRE(one.pair_count() == other.pair_count());
  for (std::size_t o = 0; o <= one.order_count(); ++o) REQUIRE(one.pair_begin(o) == other.pair_begin(o));
  bool same = true;
  for (std::size_t pair = 0; pair < one.pair_count(); ++pair)
    same = same && one.pair_shift(pair) == other.pair_shift(pair) && one.pair_cost(pair) == other.pair_cost(pair);
  for (std::uint32_t o = 0; o < one.order_count(); ++o) {
    for (std::uint32_t s = 0; s < one.shift_count(); ++s) same = same && one.find_pair(o, s) == other.find_pair(o, s);
  }
  CHECK(same);
  CHECK(one.unserved_total() == other.unserved_total());
  CHECK(one.has_fairness() == other.has_fairness());
  CHECK(one.fairness(20'000) == other.fairness(20'000));
}

/// One change, of an order or, now and then, of something that all pairs or ways hang on.
void change(ProblemData& data, SplitMix64& random, int kind) {
  const auto some = [&] { return random.below(static_cast<std::uint32_t>(data.orders.size())); };
  const auto place = [&] { return data.locations[random.below(static_cast<std::uint32_t>(data.locations.size()))].id; };
  switch (kind) {
    case 0:
    case 1: {
      Order order = data.orders[some()];
      order.id = "one more";
      order.location = place();
      order.priority = static_cast<std::int32_t>(random.below(4));
      const auto at = kind == 0 ? data.orders.size() : some();
      data.orders.insert(data.orders.begin() + static_cast<std::ptrdiff_t>(at), order);
      return;
    }
    case 2:
      data.orders.erase(data.orders.begin() + some());
      return;
    case 3:
      data.orders[some()].location = place();
      return;
    case 4:
      data.orders[some()].skills.clear();
      return;
    case 5:
      data.orders[some()].preferred = {data.technicians.front().id};
      return;
    case 6:
      data.technicians.front().rating = 123;
      return;
    case 7:
      data.technicians.back().speed_percent = 77;
      return;
    case 8:
      data.objective.per_rating_point += 3;
      return;
    case 9:
      data.profiles.front().matrix->seconds[1] += 1;
      return;
    case 10:
      std::swap(data.orders.front(), data.orders.back());
      return;
    default:
      if (data.compounds.empty()) data.compounds = {{.id = "garden"}};
      data.compounds.front().entry.seconds += 60;
      data.locations[data.locations.size() / 2].compound = data.compounds.front().id;
      return;
  }
}

}  // namespace

TEST_CASE("a context made from another one, with one thing changed, is the one made anew") {
  constexpr int kinds = 12;
  for (int seed = 0; seed < paidan_test::cases(40 * kinds); ++seed) {
    CAPTURE(seed);
    SplitMix64 random(static_cast<std::uint64_t>(seed) + 7);
    paidan_test::RandomProblem shape{.orders = 2 + seed % 13, .technicians = 1 + seed % 4, .days = 1 + seed % 2};
    if (seed % 3 == 0) shape.places = 5;
    const Problem first(
        paidan_test::settled(paidan_test::ProblemMaker(static_cast<std::uint64_t>(seed), shape).make()));
    if (first.order_count() < 2) continue;
    ProblemData data = first.data();
    change(data, random, seed % kinds);
    if (!Problem::validate(data).empty()) continue;
    const Problem second(data);
    const routing::Context before(first);
    const routing::Context after(second, before);
    check_same(after, routing::Context(second));
    // … and back, from what was taken over.
    check_same(routing::Context(first, after), before);
  }
}

TEST_CASE("the tables hold the ways as the rule tells them, entries of compounds included") {
  int entries = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem(
        paidan_test::settled(paidan_test::ProblemMaker(static_cast<std::uint64_t>(seed), {.technicians = 3}).make()));
    const routing::Context context(problem);
    for (std::uint32_t t = 0; t < problem.technician_count(); ++t) {
      for (const LocationIndex from : problem.dense().orders.location) {
        for (const LocationIndex to : problem.dense().orders.location) {
          const constraints::Hop expected = constraints::hop(problem.dense(), TechnicianIndex(t), from, to);
          CHECK(context.hop(t, from.value, to.value) == expected);
          CHECK(context.table_back(t)[to.at() * context.places() + from.at()] == expected);
          entries += problem.dense().compounds.entry(from, to) > 0 ? 1 : 0;
        }
      }
    }
  }
  CHECK(entries > 100);
}
