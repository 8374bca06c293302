// A match that answers questions: why not this technician, what would it cost, who would move, what is a place worth.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/dispatch/match.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// One step of an exchange. An invalid shift = not served.
struct MatchMove {
  OrderIndex order;
  ShiftIndex from;
  ShiftIndex to;
  friend bool operator==(const MatchMove&, const MatchMove&) = default;
};

/// Why an order is not with a technician's shift.
struct PairAnswer {
  OrderIndex order;
  ShiftIndex shift;
  bool chosen = false;
  /// Exactly the predicates the pair violates; empty = it is feasible.
  FamilySet families;
  std::vector<Reason> reasons;  ///< as `constraints::why_refused`
  bool forbidden = false;       ///< by the options
  bool has_places = true;       ///< the shift may take orders at all
  bool possible = true;         ///< false: forced orders hold the places, it is forced elsewhere, or it is forbidden
  /// Feasible: its terms, and what the whole match would cost more with this pair forced, everything else as cheap as
  /// it can then be (exact); and who would move from where `match` has them, beginning with the order itself.
  std::vector<matching::TermCost> terms;  ///< those of zero are left out
  std::optional<std::int64_t> total;      ///< of a feasible pair
  std::optional<std::int64_t> regret;     ///< of a pair that could be made
  std::int64_t must_serve_lost = 0;       ///< must-serve orders that would be left out besides
  std::vector<MatchMove> moves;
  /// Over which pairs the others are rearranged: with some left out, the regret might be smaller over all.
  OptimalOver optimal_over = OptimalOver::all_eligible;
  friend bool operator==(const PairAnswer&, const PairAnswer&) = default;
};

/// What a change saves: must-serve orders served besides, then cost.
struct PlaceValue {
  std::int64_t must_serve = 0;
  std::int64_t cost = 0;
  OptimalOver over = OptimalOver::all_eligible;  ///< the pairs it was found over; over all it might be more
  friend auto operator<=>(const PlaceValue&, const PlaceValue&) = default;
};

/// Holds its problem, the candidates and the assignment with its prices. Questions use its
/// working space: not for two threads at once. Same question, same answer.
class MatchReview {
 public:
  PAIDAN_EXPORT explicit MatchReview(Problem problem, MatchOptions options = {});
  PAIDAN_EXPORT ~MatchReview();
  PAIDAN_EXPORT MatchReview(MatchReview&&) noexcept;
  PAIDAN_EXPORT MatchReview& operator=(MatchReview&&) noexcept;

  [[nodiscard]] PAIDAN_EXPORT const Problem& problem() const;
  [[nodiscard]] PAIDAN_EXPORT const MatchOptions& options() const;
  [[nodiscard]] PAIDAN_EXPORT const Match& match() const;
  /// Throws InvalidInput on an order or shift that does not exist.
  [[nodiscard]] PAIDAN_EXPORT PairAnswer why_not(OrderIndex order, ShiftIndex shift);
  /// What one more place of the shift would save, at the cost of its next load step. Throws InvalidInput likewise.
  [[nodiscard]] PAIDAN_EXPORT PlaceValue place_value(ShiftIndex shift);
  /// What one more place would save with the shift, among those whose technician holds the skill, where it is worth
  /// most; nothing when nobody holds it.
  [[nodiscard]] PAIDAN_EXPORT PlaceValue skill_value(std::string_view skill);

 private:
  struct State;
  Owned<State> state_;
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/dispatch/match_review.ipp>
#endif
