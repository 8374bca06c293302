// The independent judge: is a plan valid, what does it cost, and what are its figures? Shares no code with the solvers;
// reads the validated problem only.
#pragma once

#include <paidan/check/kpis.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace check {

/// Something that makes a plan invalid; `code` is stable, one of violation_kinds.hpp. `left_before_release`: departs
/// for an order that is not known yet. Plans that contradict themselves: `bad_index` (amount = the bad index, the field
/// itself is none(); also routes and unassigned orders that are out of order, amount 0), `served_twice` (also a rest
/// that is taken twice), `not_accounted`, `timing` (departure/arrival/start/end out of order or not the timing rule's),
/// `wrong_cost`, `wrong_goals` (amount: the difference in the first goal that differs; a plan may state none),
/// `wrong_problem` (made for a problem of another hash).
///
/// Calls at depots: `called_twice` (the second call of a route; what is at hand behind is that of the last),
/// `needless_call` (no visit is behind it, or the van would do for the route without), `depot_closed`, `depot_short`
/// (one part at one depot, fetched by all routes together). `tool_missing` and `part_short` count what is at hand, and
/// what comes off the van. Whether another depot or another place in the route would have been better is not judged, as
/// with rests.
///
/// Links between orders: `link_unserved` (an order is served, and one it is linked to is not; at the served one, once a
/// link), `link_gap` (the second order of a link starts too soon or too late after the first; at the second). Routes
/// that hang together by links must have the times that the rule gives them together, their rests and calls standing
/// where the plan has them (`timing`); where one of them contradicts itself or misses a gap, that alone is said.
struct Violation {
  std::string code;
  OrderIndex order;  ///< none() when it concerns a whole shift
  TechnicianIndex technician;
  ShiftIndex shift;
  std::int64_t amount = 0;  ///< seconds, metres, levels, pieces or cost units by which it is missed
  DepotIndex depot = {};    ///< of a call, or whose stock is short
  friend bool operator==(const Violation&, const Violation&) = default;
};

struct Report {
  ContentHash problem;
  std::vector<Violation> violations;  ///< by shift, stop, code; what concerns no shift comes last
  Cost cost;                          ///< recomputed from scratch
  std::optional<Goals> goals = {};    ///< the same; absent in reports of earlier versions
  Kpis kpis;
  [[nodiscard]] bool valid() const { return violations.empty(); }
  [[nodiscard]] std::int64_t total_cost() const { return cost.total(); }
  friend bool operator==(const Report&, const Report&) = default;
};

/// Judge a plan made by this library (also its stated cost, goals and timing). Any plan may be given, however wrong:
/// nothing overflows and nothing is trusted. Cost, goals and KPIs follow the stated times; stops with bad indices are
/// left out.
[[nodiscard]] PAIDAN_EXPORT Report evaluate(const Problem& problem, const Plan& plan);

/// The smallest set of families whose relaxation lets `order` be inserted somewhere into a shift of `technician`, all
/// other visits keeping technician and order; ties by code order. Empty = insertion is possible. Enumerates all
/// positions and sets, and at each position no call as well as a call at every depot before every visit: the shift's
/// own call is chosen anew, those of other shifts stay. Of a linked order all others of its group must be served, and
/// the routes that links bind to the shift's are timed along with it: their rests and calls stand where they are, and
/// their hours hold, but visits there that come too late are commitments; {links} takes the order as one without links.
/// `order` must not be in the plan (if it is, it is taken out first). A technician without a shift gives {shift};
/// `every_family` means that nothing helps, which only a plan that is invalid by itself (or an unknown index) can bring
/// about.
[[nodiscard]] PAIDAN_EXPORT FamilySet minimal_reasons(const Problem& problem, const Plan& plan, OrderIndex order,
                                                      TechnicianIndex technician);

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/check/evaluate.ipp>
#endif
