// The independent judge: is a plan valid, what does it cost, and what are its figures? Shares no code with the solvers;
// reads the validated problem only. Judges any plan, also the host's own actual one.
#pragma once

#include <paidan/check/kpis.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/core/time.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

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
}  // namespace errors

/// Something that makes a plan invalid. `code` is stable: `skill_missing`, `skill_level`, `certificate_expired`,
/// `suspended`, `not_allowed`, `blocked`, `group`, `language`, `tool_missing`, `part_short`, `unreachable`, `window`,
/// `shift_start`, `shift_end`, `break_missing`, `break_window`, `max_jobs`, `max_travel`, `max_distance`,
/// `pin_technician`, `pin_start`, and for plans that contradict themselves: `travel_too_short`, `service_too_short`,
/// `overlap`, `served_twice`, `not_accounted`, `bad_index`, `wrong_cost`, `wrong_problem` (made for a problem of
/// another hash), `timing` (departure/arrival/start/end out of order or not the timing rule's). `bad_index` (amount =
/// the bad index; the field itself is none()) also names routes and unassigned orders that are out of order (amount 0);
/// a rest that is taken twice is `served_twice`.
struct Violation {
  std::string code;
  OrderIndex order;  ///< none() when it concerns a whole shift
  TechnicianIndex technician;
  ShiftIndex shift;
  std::int64_t amount = 0;  ///< seconds, metres, levels, pieces or cost units by which it is missed
  friend bool operator==(const Violation&, const Violation&) = default;
};

struct Report {
  ContentHash problem;
  std::vector<Violation> violations;  ///< by shift, stop, code; what concerns no shift comes last
  Cost cost;                          ///< recomputed from scratch
  Kpis kpis;
  [[nodiscard]] bool valid() const { return violations.empty(); }
  [[nodiscard]] std::int64_t total_cost() const { return cost.total(); }
  friend bool operator==(const Report&, const Report&) = default;
};

/// Judge a plan made by this library (also its stated cost and timing). Any plan may be given, however wrong: nothing
/// overflows and nothing is trusted. Cost and KPIs follow the stated times; stops with bad indices are left out.
[[nodiscard]] PAIDAN_EXPORT Report evaluate(const Problem& problem, const Plan& plan);

/// One visit as it really happened, in the host's words.
struct ActualVisit {
  std::string order;
  std::string technician;
  Instant arrival;
  std::optional<Instant> start;  ///< work began; default: the arrival
  Instant end;
  std::int64_t row = 0;  ///< spreadsheet row for messages, 1 = heading, 0 = no sheet
  friend bool operator==(const ActualVisit&, const ActualVisit&) = default;
};

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
/// seconds of work). Throws InvalidInput with all errors: unknown orders and technicians, visits that end before they
/// begin, times beyond what a model holds.
[[nodiscard]] PAIDAN_EXPORT Report evaluate_actual(const Problem& problem, std::span<const ActualVisit> visits);

/// The smallest set of families whose relaxation lets `order` be inserted somewhere into a shift of `technician`, all
/// other visits keeping technician and order; ties by code order. Empty = insertion is possible. Enumerates all
/// positions and sets. `order` must not be in the plan (if it is, it is taken out first). A technician without a shift
/// gives {shift}; all 16 bits mean that nothing helps, which only a plan that is invalid by itself (or an unknown
/// index) can bring about.
[[nodiscard]] PAIDAN_EXPORT FamilySet minimal_reasons(const Problem& problem, const Plan& plan, OrderIndex order,
                                                      TechnicianIndex technician);

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/check/evaluate.ipp>
#endif
