#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/check/detail/actual.ipp>
#include <paidan/check/detail/goals.ipp>
#include <paidan/check/detail/links.ipp>
#include <paidan/check/detail/order_stories.ipp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// All rows, and what they come to for each order.
struct ActualBook {
  std::vector<ActualRow> rows;
  std::vector<OrderStory> stories;
};

inline ActualBook read_actual(const Problem& problem, std::span<const check::ActualVisit> visits) {
  ActualBook book;
  Errors errors;
  ActualReader reader(problem, errors);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    book.rows.push_back({&visits[i], reader.read(visits[i], "visits[" + std::to_string(i) + "]")});
  }
  errors.throw_if_any();
  std::vector<std::vector<std::size_t>> of(problem.order_count());
  for (std::size_t i = 0; i < book.rows.size(); ++i) of[book.rows[i].visit.order.at()].push_back(i);
  for (std::size_t o = 0; o < of.size(); ++o) {
    book.stories.push_back(StoryTeller(problem.data().orders[o], book.rows).tell(std::move(of[o])));
    book.stories.back().told.order = OrderIndex(o);
  }
  for (std::size_t i = 0; i < book.rows.size(); ++i) {
    book.rows[i].visit.judged = book.stories[book.rows[i].visit.order.at()].judged == i;
  }
  return book;
}

/// One shift's visits after the other, by technician and time.
inline std::vector<DayWork> judge_days(const Problem& problem, const ActualBook& book, Findings& findings) {
  struct Row {
    ShiftIndex shift;
    RecordedVisit visit;
  };
  std::vector<Row> rows;
  std::vector<bool> served(problem.order_count());
  for (const ActualRow& row : book.rows) {
    if (!row.is_visit()) continue;
    const RecordedVisit& visit = row.visit;
    rows.push_back({shift_at(problem.dense(), visit.technician, visit.start_s), visit});
    if (row.from->outcome != check::VisitOutcome::done) continue;
    if (served[visit.order.at()]) {
      findings.add("served_twice", after_last_stop, {{}, visit.order, visit.technician, rows.back().shift, 0});
    }
    served[visit.order.at()] = true;
  }
  const auto key = [](const Row& row) {
    const RecordedVisit& v = row.visit;
    return std::tie(v.technician, row.shift, v.start_s, v.arrival_s, v.end_s, v.order);
  };
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
  std::vector<DayWork> days;
  std::vector<RecordedVisit> group;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    group.push_back(rows[i].visit);
    const bool more = i + 1 < rows.size() && rows[i + 1].visit.technician == rows[i].visit.technician &&
                      rows[i + 1].shift == rows[i].shift;
    if (more) continue;
    days.push_back(ActualJudge(problem, rows[i].shift, group, findings).judge());
    group.clear();
  }
  judge_parts(problem.dense(), days, true, findings);
  judge_caps(problem.dense(), days, true, findings);
  return days;
}

inline check::PromiseState promise_state(const OrderStory& story, std::optional<Instant> start) {
  using check::PromiseState;
  if (!story.promise) return story.told.promise;  // released, or there never was one
  if (!start) return PromiseState::missed;
  if (*start < story.promise->at - story.promise->before) return PromiseState::early;
  return *start > story.promise->at + story.promise->after ? PromiseState::late : PromiseState::kept;
}

}  // namespace check_detail

namespace check {

PAIDAN_INLINE Report evaluate_actual(const Problem& problem, std::span<const ActualVisit> visits) {
  using namespace check_detail;
  const ActualBook book = read_actual(problem, visits);
  std::optional<Problem> moved;
  const auto replaced = [](const OrderStory& story) { return story.replaced; };
  if (std::any_of(book.stories.begin(), book.stories.end(), replaced)) moved = with_promises(problem, book.stories);
  const Problem& judged = moved ? *moved : problem;
  Findings findings;
  const std::vector<DayWork> days = judge_days(judged, book, findings);

  Report report;
  report.problem = {problem.hash()};
  report.kpis = kpis_of(judged, days);
  std::vector<bool> settled(problem.order_count());
  for (std::size_t o = 0; o < settled.size(); ++o) {
    const OrderState state = book.stories[o].told.state;
    settled[o] = state != OrderState::open;
    if (state != OrderState::cancelled) continue;
    ++report.kpis.cancelled;
    --report.kpis.unserved;
  }
  judge_links(judged.dense(), days, settled, findings);
  const Cost cost = cost_of(judged, days, settled);
  report.cost = summable(cost);
  report.goals = goals_of(judged, days, settled, cost);
  report.violations = std::move(findings).sorted();
  return report;
}

PAIDAN_INLINE JudgedOrders judge_orders(const Problem& problem, std::span<const ActualVisit> visits) {
  using namespace check_detail;
  const ActualBook book = read_actual(problem, visits);
  JudgedOrders all;
  for (const OrderStory& story : book.stories) {
    JudgedOrder told = story.told;
    std::optional<Instant> judged;
    if (story.judged != no_row) judged = problem.instant({book.rows[story.judged].visit.start_s});
    const std::size_t shown = story.judged != no_row ? story.judged : story.last;
    if (shown != no_row) {
      told.technician = book.rows[shown].visit.technician;
      told.start = problem.instant({book.rows[shown].visit.start_s});
    }
    told.promise = promise_state(story, judged);
    if (story.promise) {
      told.promise_from = story.promise->at - story.promise->before;
      told.promise_to = story.promise->at + story.promise->after;
    }
    all.orders.push_back(told);
  }
  return all;
}

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI
