// A match and what is asked about it, in the words of the border.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/core/time.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

/// One term of a pair's score.
struct TermDocument {
  std::string term;
  std::int64_t cost = 0;
  friend bool operator==(const TermDocument&, const TermDocument&) = default;
};

struct PairDocument {
  std::string order;
  std::string technician;
  std::string shift;
  Instant arrival;
  std::vector<TermDocument> terms;  ///< sum to `total`; terms of zero are left out
  std::int64_t total = 0;
  std::int64_t slot_cost = 0;
  friend bool operator==(const PairDocument&, const PairDocument&) = default;
};

/// A shift by its names.
struct ShiftDocument {
  std::string technician;
  std::string shift;
  friend bool operator==(const ShiftDocument&, const ShiftDocument&) = default;
};

struct MatchShortageDocument {
  std::vector<std::string> orders;
  std::vector<ShiftDocument> shifts;
  std::int64_t places = 0;
  std::vector<std::string> skills;
  Instant first_start;
  Instant last_start;
  friend bool operator==(const MatchShortageDocument&, const MatchShortageDocument&) = default;
};

struct MatchDocument {
  std::string problem;
  std::vector<PairDocument> pairs;
  std::vector<std::string> unassigned;
  std::int64_t cost = 0;
  bool certified = false;
  OptimalOver optimal_over = OptimalOver::all_eligible;
  std::int64_t candidates = 0;
  std::vector<MatchShortageDocument> shortages;
  friend bool operator==(const MatchDocument&, const MatchDocument&) = default;
};

struct MatchMoveDocument {
  std::string order;
  std::optional<ShiftDocument> from;  ///< absent: nobody took it
  std::optional<ShiftDocument> to;    ///< absent: nobody takes it
  friend bool operator==(const MatchMoveDocument&, const MatchMoveDocument&) = default;
};

struct PairAnswerDocument {
  std::string order;
  std::string technician;
  std::string shift;
  bool chosen = false;
  std::vector<Family> families;
  std::vector<Reason> reasons;
  bool forbidden = false;
  bool has_places = true;
  bool possible = true;
  std::vector<TermDocument> terms;     ///< zeros are left out
  std::optional<std::int64_t> total;   ///< of a feasible pair
  std::optional<std::int64_t> regret;  ///< of a pair that could be made
  std::int64_t must_serve_lost = 0;
  std::vector<MatchMoveDocument> moves;
  OptimalOver optimal_over = OptimalOver::all_eligible;
  friend bool operator==(const PairAnswerDocument&, const PairAnswerDocument&) = default;
};

[[nodiscard]] PAIDAN_EXPORT MatchDocument match_document(const Problem& problem, const Match& match);
[[nodiscard]] PAIDAN_EXPORT PairAnswerDocument pair_answer_document(const Problem& problem, const PairAnswer& answer);

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/match_documents.ipp>
#endif
