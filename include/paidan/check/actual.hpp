// What the host really did, judged as plans are: an order may have several rows, some of them no visit at all.
#pragma once

#include <paidan/check/evaluate.hpp>
#include <paidan/core/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace check {

namespace errors {
inline constexpr ErrorKind times_fall{"times_fall", "{second} {high} is before {first} {low}",
                                      "{second} {high}早于{first} {low}"};
inline constexpr ErrorKind not_a_visit{
    "not_a_visit", "a visit needs {field}; only an order that was cancelled or put off can have a row without one",
    "上门记录须有{field};只有取消或改约的工单可以有未上门的行"};
inline constexpr ErrorKind appointment_of_cancelled{
    "appointment_of_cancelled", "a cancelled order has no new appointment", "已取消的工单不能有新的预约时间"};
}  // namespace errors

/// What came of a row. `rework` is a visit that repairs again what had been done.
enum class VisitOutcome : std::uint8_t { done, nobody_home, cancelled, rescheduled, waiting_part, rework };

/// Who wanted an order cancelled or at another time.
enum class Party : std::uint8_t { customer, technician, platform };

/// One row of what happened, in the host's words: a visit, or (without an arrival) that an order was cancelled or put
/// off.
struct ActualVisit {
  std::string order = {};
  std::string technician = {};          ///< empty: nobody came
  std::optional<Instant> arrival = {};  ///< absent: nobody came
  std::optional<Instant> start = {};    ///< work began; default: the arrival
  std::optional<Instant> end = {};
  VisitOutcome outcome = VisitOutcome::done;
  std::optional<Party> asked_by = {};  ///< of `cancelled` and `rescheduled`; absent: not the customer
  std::optional<Instant> recorded =
      {};  ///< when it became known; default: the end of the visit, else from the beginning
  std::optional<Instant> appointment = {};  ///< agreed instead of the earlier one; see `moved_promise`
  std::int64_t row = 0;                     ///< spreadsheet row for messages, 1 = heading, 0 = no sheet
  friend bool operator==(const ActualVisit&, const ActualVisit&) = default;
};

/// A promise moved to another time: with its bounds where they lie on both sides of the time, as new ones otherwise (of
/// a stretch such as 8:00–12:00 nothing is left when 15:00 is agreed).
[[nodiscard]] inline Promise moved_promise(const std::optional<Promise>& promise, Instant appointment) {
  Promise next;
  if (promise && promise->before > Duration{} && promise->after > Duration{}) next = *promise;
  if (promise) next.hard = promise->hard;
  next.at = appointment;
  return next;
}

/// All of them.
struct ActualData {
  std::vector<ActualVisit> visits;
  friend bool operator==(const ActualData&, const ActualData&) = default;
};

/// Judge what the host did: visits are sorted by technician and time and assigned to the shift they start in (the
/// nearest one if none). Late, overlapping or unskilled work is listed, KPIs are computed all the same. Travel is the
/// model's estimate between consecutive places; time between end and next arrival beyond it counts as waiting, and
/// being faster than the model is no violation. Way out and way home are the model's too. Rests are not recorded: a due
/// one counts as missing (`break_missing`) only if no idle time of the shift could have held it. Orders not visited are
/// unserved, not violations. Work of a technician without any shift is judged without one (`shift_start`, amount =
/// seconds of work).
///
/// An order is served when a visit of it is `done` or `rework`. Its promise is the first one unless the customer moved
/// it (`rescheduled` asked for by the customer, or `nobody_home` with a new appointment) before it had been missed; the
/// first visit from then on is judged against it, whatever came of that visit. An order the customer cancelled before
/// its promise had been missed, and not visited, has none to keep. Parts are used by visits that serve. Calls at depots
/// are not recorded: nobody is blamed for want of a part that some depot keeps, or of a tool that some depot lends.
///
/// Links are judged by what began when: `link_gap` between the first visits that served the two orders, whatever the
/// timing rule would have said, and whoever moved the appointment; `link_unserved` when an order was served and one it
/// is linked to neither served nor cancelled. The further technicians of a crew are orders of their own, also here.
///
/// Throws InvalidInput with all errors: unknown orders and technicians, visits without technician or end
/// (`not_a_visit`), or that end before they begin, times beyond what a model holds.
[[nodiscard]] PAIDAN_EXPORT Report evaluate_actual(const Problem& problem, std::span<const ActualVisit> visits);

/// What became of an order's promise.
enum class PromiseState : std::uint8_t { none, kept, early, late, missed, released };

/// What became of an order.
enum class OrderState : std::uint8_t { open, served, cancelled };

/// One order as it was judged.
struct JudgedOrder {
  OrderIndex order;
  OrderState state = OrderState::open;
  std::int32_t visits = 0;
  std::int32_t nobody_home = 0;   ///< of these
  std::int32_t waiting_part = 0;  ///< of these
  std::int32_t rework = 0;        ///< of these
  std::int32_t moved = 0;         ///< times the appointment was moved, by anybody
  std::optional<Party> moved_by;  ///< the last time; absent: never, or nobody is named
  PromiseState promise = PromiseState::none;
  std::optional<Instant> promise_from;  ///< bounds of the promise that was judged
  std::optional<Instant> promise_to;
  TechnicianIndex technician;    ///< of the visit that was judged, else of the last one; none(): nobody came
  std::optional<Instant> start;  ///< of the visit that was judged, else of the last one
  friend bool operator==(const JudgedOrder&, const JudgedOrder&) = default;
};

struct JudgedOrders {
  std::vector<JudgedOrder> orders;  ///< every order of the problem, in its order
  friend bool operator==(const JudgedOrders&, const JudgedOrders&) = default;
};

/// What `evaluate_actual` counts, order by order. Throws as it does.
[[nodiscard]] PAIDAN_EXPORT JudgedOrders judge_orders(const Problem& problem, std::span<const ActualVisit> visits);

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/check/actual.ipp>
#endif
