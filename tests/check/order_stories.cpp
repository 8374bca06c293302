#include "support.hpp"

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>

#include "support/soak.hpp"

using namespace check_test;
using check::OrderState;
using check::Party;
using check::PromiseState;
using check::VisitOutcome;

namespace {

check::ActualVisit visit(std::string order, std::int64_t start, VisitOutcome outcome = VisitOutcome::done) {
  check::ActualVisit row;
  row.order = std::move(order);
  row.technician = "wang";
  row.arrival = at(start);
  row.end = at(start + 300);
  row.outcome = outcome;
  return row;
}
/// Said at `recorded`, without a visit.
check::ActualVisit said(std::string order, VisitOutcome outcome, std::optional<Party> by, std::int64_t recorded,
                        std::optional<std::int64_t> appointment = std::nullopt) {
  check::ActualVisit row;
  row.order = std::move(order);
  row.outcome = outcome;
  row.asked_by = by;
  row.recorded = at(recorded);
  if (appointment) row.appointment = at(*appointment);
  return row;
}

/// `a` is promised at 1500 ± 100, `b` has no promise.
ProblemData promised() {
  ProblemData data = small_data();
  data.orders[0].promise = Promise{.at = at(1500), .before = {100}, .after = {100}, .hard = false};
  return data;
}

check::JudgedOrder story(const std::vector<check::ActualVisit>& rows, std::size_t order = 0) {
  const Problem problem(promised());
  return check::judge_orders(problem, rows).orders.at(order);
}
check::Kpis kpis(const std::vector<check::ActualVisit>& rows) {
  return check::evaluate_actual(Problem(promised()), rows).kpis;
}

}  // namespace

TEST_SUITE("several rows of one order") {
  TEST_CASE("what came of a visit decides whether the order is served; the first visit keeps the promise") {
    CHECK(story({}).promise == PromiseState::missed);
    CHECK(story({visit("a", 1500)}).state == OrderState::served);
    for (const VisitOutcome outcome : {VisitOutcome::nobody_home, VisitOutcome::waiting_part}) {
      const check::JudgedOrder first = story({visit("a", 1550, outcome)});
      CHECK(first.state == OrderState::open);
      CHECK(first.promise == PromiseState::kept);
      // A second visit, far too late for the promise, serves the order; the promise was kept by the first.
      const std::vector<check::ActualVisit> both{visit("a", 4000), visit("a", 1550, outcome)};
      CHECK(story(both).state == OrderState::served);
      CHECK(story(both).promise == PromiseState::kept);
      CHECK(story(both).visits == 2);
      CHECK(kpis(both).on_time == 1);
      CHECK(kpis(both).late == 0);
      CHECK(kpis(both).served == 1);
      CHECK(kpis(both).technicians[0].jobs == 2);
      CHECK(codes(check::evaluate_actual(Problem(promised()), both)) == Codes{});
    }
    CHECK(story({visit("a", 1500, VisitOutcome::nobody_home)}).nobody_home == 1);
    CHECK(story({visit("a", 1500, VisitOutcome::waiting_part)}).waiting_part == 1);
  }

  TEST_CASE("a repair done again is no order served twice; done twice is") {
    const Problem problem(promised());
    const std::vector<check::ActualVisit> rework{visit("a", 1500), visit("a", 3000, VisitOutcome::rework)};
    CHECK(codes(check::evaluate_actual(problem, rework)) == Codes{});
    CHECK(story(rework).rework == 1);
    CHECK(kpis(rework).served == 1);
    CHECK(codes(check::evaluate_actual(problem, std::vector{visit("a", 1500), visit("a", 3000)})) ==
          Codes{"served_twice"});
  }

  TEST_CASE("the customer moves a promise; technician, platform and nobody in particular do not") {
    const auto moved = [](std::optional<Party> by) {
      return std::vector{said("a", VisitOutcome::rescheduled, by, 1200, 3000), visit("a", 3050)};
    };
    CHECK(story(moved(Party::customer)).promise == PromiseState::kept);
    CHECK(story(moved(Party::customer)).promise_from == at(2900));
    CHECK(story(moved(Party::customer)).promise_to == at(3100));
    CHECK(kpis(moved(Party::customer)).on_time == 1);
    for (const std::optional<Party> by : {std::optional(Party::technician), std::optional(Party::platform), {}}) {
      CHECK(story(moved(by)).promise == PromiseState::late);
      CHECK(story(moved(by)).promise_to == at(1600));
      CHECK(story(moved(by)).moved == 1);
      CHECK(story(moved(by)).moved_by == by);
      CHECK(kpis(moved(by)).late == 1);
    }
    // The new one may be missed as well, and one without a date leaves none to keep.
    CHECK(story({said("a", VisitOutcome::rescheduled, Party::customer, 1200, 3000)}).promise == PromiseState::missed);
    CHECK(story({said("a", VisitOutcome::rescheduled, Party::customer, 1200), visit("a", 4000)}).promise ==
          PromiseState::none);
    // An order that had no promise has one now.
    CHECK(story({said("b", VisitOutcome::rescheduled, Party::customer, 1200, 3000), visit("b", 4900)}, 1).promise ==
          PromiseState::late);
  }

  TEST_CASE("a promise that was missed stays missed, whatever the customer agrees to afterwards") {
    const std::vector<check::ActualVisit> rows{said("a", VisitOutcome::rescheduled, Party::customer, 1601, 3000),
                                               visit("a", 3000)};
    CHECK(story(rows).promise == PromiseState::late);
    CHECK(kpis(rows).late == 1);
    // One second earlier it is moved in time.
    CHECK(story({said("a", VisitOutcome::rescheduled, Party::customer, 1600, 3000), visit("a", 3000)}).promise ==
          PromiseState::kept);
    CHECK(story({said("a", VisitOutcome::cancelled, Party::customer, 1601)}).promise == PromiseState::missed);
    CHECK(story({said("a", VisitOutcome::cancelled, Party::customer, 1600)}).promise == PromiseState::released);
  }

  TEST_CASE("words about what is done already move nothing") {
    CHECK(story({visit("a", 1500), said("a", VisitOutcome::rescheduled, Party::customer, 1900, 3000)}).promise ==
          PromiseState::kept);
    CHECK(story({visit("a", 1500), said("a", VisitOutcome::cancelled, Party::customer, 1900)}).state ==
          OrderState::served);
  }

  TEST_CASE("nobody at home and a new appointment: the new one is judged") {
    check::ActualVisit away = visit("a", 1500, VisitOutcome::nobody_home);
    away.appointment = at(3000);
    CHECK(story({away, visit("a", 3050)}).promise == PromiseState::kept);
    CHECK(story({away, visit("a", 4000)}).promise == PromiseState::late);
    CHECK(story({away}).promise == PromiseState::missed);
    CHECK(story({away}).moved_by == Party::customer);
  }

  TEST_CASE("cancelled orders are neither served nor open") {
    const check::Kpis by_customer = kpis({said("a", VisitOutcome::cancelled, Party::customer, 1200)});
    CHECK(by_customer.cancelled == 1);
    CHECK(by_customer.unserved == 1);  // b
    CHECK(by_customer.promised == 0);
    const check::Report by_platform = check::evaluate_actual(
        Problem(promised()), std::vector{said("a", VisitOutcome::cancelled, Party::platform, 1200)});
    CHECK(by_platform.kpis.promised_unserved == 1);
    CHECK(by_platform.cost.unserved == Objective{}.unserved);  // of b alone
    CHECK(story({visit("a", 1500), said("a", VisitOutcome::cancelled, Party::customer, 2500)}).state ==
          OrderState::served);
    // At the door: somebody came in time.
    check::ActualVisit door = visit("a", 1500, VisitOutcome::cancelled);
    door.asked_by = Party::customer;
    CHECK(story({door}).state == OrderState::cancelled);
    CHECK(story({door}).promise == PromiseState::kept);
  }

  TEST_CASE("parts are used by the visit that serves") {
    ProblemData data = promised();
    data.orders[0].parts = {{"valve", 1}};
    data.technicians[0].parts = {{"valve", 1}};
    const Problem problem(data);
    const std::vector rows{visit("a", 1500, VisitOutcome::nobody_home), visit("a", 3000)};
    CHECK(codes(check::evaluate_actual(problem, rows)) == Codes{});
    CHECK(codes(check::evaluate_actual(
              problem, std::vector{visit("a", 1500), visit("a", 3000, VisitOutcome::rework)})) == Codes{"part_short"});
  }

  TEST_CASE("what is no visit and no word about the order is refused") {
    const auto refused = [](check::ActualVisit row) -> std::vector<std::string> {
      std::vector<std::string> all;
      try {
        static_cast<void>(check::evaluate_actual(Problem(promised()), std::vector{row}));
      } catch (const InvalidInput& wrong) {
        for (const Error& error : wrong.errors()) all.push_back(std::string(error.code()) + " " + error.path);
      }
      return all;
    };
    check::ActualVisit row;
    row.order = "a";
    for (const VisitOutcome outcome :
         {VisitOutcome::done, VisitOutcome::nobody_home, VisitOutcome::waiting_part, VisitOutcome::rework}) {
      row.outcome = outcome;
      CHECK(refused(row) == std::vector<std::string>{"not_a_visit visits[0].arrival", "not_a_visit visits[0].end",
                                                     "not_a_visit visits[0].technician"});
    }
    row.outcome = VisitOutcome::cancelled;
    CHECK(refused(row).empty());
    row.appointment = at(2000);
    CHECK(refused(row) == std::vector<std::string>{"appointment_of_cancelled visits[0].appointment"});
    row.outcome = VisitOutcome::rescheduled;
    row.arrival = at(1500);
    CHECK(refused(row) == std::vector<std::string>{"not_a_visit visits[0].end", "not_a_visit visits[0].technician"});
  }

  TEST_CASE("the figures are the sums of the orders, whatever the rows") {
    const std::uint64_t first = 20'241'129;
    const auto count = static_cast<std::uint64_t>(paidan_test::cases(2'000));
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
      CAPTURE(seed);
      SplitMix64 random(seed);
      ProblemData data = small_data();
      for (int i = 0; i < 3; ++i) data.orders.push_back(order("o" + std::to_string(i), i == 1 ? "A" : "B2", 200));
      for (Order& one : data.orders) {
        if (random.below(4) == 0) continue;
        one.promise = Promise{.at = at(1000 + random.below(3000)), .before = {100}, .after = {100}, .hard = false};
      }
      const Problem problem(data);
      std::vector<check::ActualVisit> rows;
      for (std::uint32_t i = random.below(9); i > 0; --i) {
        const std::string& id = data.orders[random.below(5)].id;
        const auto outcome = static_cast<VisitOutcome>(random.below(6));
        const bool away = outcome == VisitOutcome::cancelled || outcome == VisitOutcome::rescheduled;
        check::ActualVisit row = visit(id, 1000 + random.below(4000), outcome);
        if (away && random.below(3) > 0) row = said(id, outcome, {}, 1000 + random.below(4000));
        if (random.below(2) == 0) row.asked_by = static_cast<Party>(random.below(3));
        if (random.below(4) == 0) row.recorded = at(500 + random.below(4000));
        if (outcome != VisitOutcome::cancelled && random.below(2) == 0) row.appointment = at(1000 + random.below(4000));
        rows.push_back(std::move(row));
      }
      const check::Kpis found = check::evaluate_actual(problem, rows).kpis;
      const std::vector<check::JudgedOrder> orders = check::judge_orders(problem, rows).orders;
      const auto states = [&](OrderState state) {
        return std::count_if(orders.begin(), orders.end(), [&](const auto& one) { return one.state == state; });
      };
      const auto promises = [&](PromiseState state) {
        return std::count_if(orders.begin(), orders.end(), [&](const auto& one) { return one.promise == state; });
      };
      REQUIRE(found.served == states(OrderState::served));
      REQUIRE(found.cancelled == states(OrderState::cancelled));
      REQUIRE(found.unserved == states(OrderState::open));
      REQUIRE(found.on_time == promises(PromiseState::kept));
      REQUIRE(found.early == promises(PromiseState::early));
      REQUIRE(found.late == promises(PromiseState::late));
      REQUIRE(found.promised_unserved == promises(PromiseState::missed));
      REQUIRE(found.promised == found.on_time + found.early + found.late + found.promised_unserved);
    }
  }
}
