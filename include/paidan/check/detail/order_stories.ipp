// What the rows about one order come to: which promise holds, and which visit is judged against it.
#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/check/detail/actual.ipp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// A row that was read: of a visit its times too.
struct ActualRow {
  const check::ActualVisit* from = nullptr;
  RecordedVisit visit;
  [[nodiscard]] bool is_visit() const { return from->arrival.has_value(); }
  /// When what it says became known.
  [[nodiscard]] Instant known() const {
    if (from->recorded) return *from->recorded;
    return is_visit() ? *from->end : Instant{INT64_MIN};
  }
};

inline constexpr std::size_t no_row = SIZE_MAX;

/// One order's rows in the order in which they became known.
struct OrderStory {
  check::JudgedOrder told;
  std::optional<Promise> promise;  ///< that is judged
  bool replaced = false;           ///< … and is another than the order's own
  std::size_t judged = no_row;     ///< the visit judged against it
  std::size_t last = no_row;       ///< the last visit
};

inline bool moves_promise(const check::ActualVisit& row) {
  if (row.outcome == check::VisitOutcome::rescheduled) return row.asked_by == check::Party::customer;
  return row.outcome == check::VisitOutcome::nobody_home && row.appointment.has_value();
}

/// Promises are judged by the first one, unless the customer moved it before it had been missed.
class StoryTeller {
 public:
  StoryTeller(const Order& order, std::span<const ActualRow> rows) : rows_(rows) { story_.promise = order.promise; }

  OrderStory tell(std::vector<std::size_t> own) {
    std::stable_sort(own.begin(), own.end(),
                     [&](std::size_t a, std::size_t b) { return rows_[a].known() < rows_[b].known(); });
    for (const std::size_t i : own) {
      if (rows_[i].is_visit()) visit(i);
      turn(rows_[i]);
    }
    check::JudgedOrder& told = story_.told;
    if (served_) {
      told.state = check::OrderState::served;
    } else if (cancelled_) {
      told.state = check::OrderState::cancelled;
    }
    return story_;
  }

 private:
  void visit(std::size_t i) {
    const ActualRow& row = rows_[i];
    check::JudgedOrder& told = story_.told;
    ++told.visits;
    told.nobody_home += row.from->outcome == check::VisitOutcome::nobody_home ? 1 : 0;
    told.waiting_part += row.from->outcome == check::VisitOutcome::waiting_part ? 1 : 0;
    told.rework += row.from->outcome == check::VisitOutcome::rework ? 1 : 0;
    served_ = served_ || row.visit.serves;
    if (story_.last == no_row || rows_[story_.last].visit.start_s <= row.visit.start_s) story_.last = i;
    if (story_.judged == no_row || row.visit.start_s < rows_[story_.judged].visit.start_s) story_.judged = i;
  }
  void turn(const ActualRow& row) {
    const check::ActualVisit& from = *row.from;
    if (served_ && !row.is_visit()) return;  // words about what is done already
    const bool missed =
        story_.promise && story_.judged == no_row && row.known() > story_.promise->at + story_.promise->after;
    if (from.outcome == check::VisitOutcome::rescheduled || from.appointment) {
      ++story_.told.moved;
      story_.told.moved_by = from.asked_by;
      if (from.outcome == check::VisitOutcome::nobody_home) story_.told.moved_by = check::Party::customer;
    }
    if (moves_promise(from) && !missed) {
      replace(from.appointment);
    } else if (from.outcome == check::VisitOutcome::cancelled) {
      cancelled_ = true;
      if (from.asked_by == check::Party::customer && !missed && story_.judged == no_row) {
        story_.told.promise = check::PromiseState::released;
        replace(std::nullopt);
      }
    }
  }
  void replace(std::optional<Instant> appointment) {
    story_.replaced = true;
    story_.judged = no_row;
    if (!appointment) {
      story_.promise.reset();
      return;
    }
    story_.promise = check::moved_promise(story_.promise, *appointment);
  }

  std::span<const ActualRow> rows_;
  OrderStory story_;
  bool served_ = false;
  bool cancelled_ = false;
};

/// The problem with the promises that are judged. What else the old appointment had said of the time goes with it.
inline Problem with_promises(const Problem& problem, std::span<const OrderStory> stories) {
  ProblemData data = problem.data();
  for (std::size_t o = 0; o < stories.size(); ++o) {
    if (!stories[o].replaced) continue;
    Order& order = data.orders[o];
    order.promise = stories[o].promise;
    order.windows.clear();
    order.deadline.reset();
    order.release.reset();
    if (order.pin) order.pin->start.reset();
    if (order.pin && !order.pin->technician && !order.pin->position) order.pin.reset();
  }
  return Problem(std::move(data));
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
