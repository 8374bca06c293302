// Why a table decided as it did: the rules that match, cell by cell, and those that nearly do.
#pragma once

#include <paidan/rules/table/table.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// A rule that does not match, and the input clauses whose cells do not fit.
struct NearMiss {
  std::uint32_t rule = no_rule;
  std::vector<std::uint32_t> failed;  ///< rising
};

struct Explanation {
  Decision decision;
  std::vector<Value> inputs;  ///< one an input clause
  std::vector<std::uint32_t>
      matching;                     ///< all rules that match, also those that the hit policy passes over; table order
  std::vector<NearMiss> nearest;    ///< of the others those with the fewest failing cells, in table order
  std::uint32_t nearest_count = 0;  ///< how many have that few; `nearest` holds the first of them
};

struct ExplainOptions {
  std::uint32_t nearest = 3;  ///< near misses listed at most
};

/// One value per input clause; `scope` as for DecisionTable::decide_inputs. A refused input has no matching rules.
[[nodiscard]] PAIDAN_EXPORT Explanation explain_inputs(const DecisionTable& table, std::span<const Value> inputs,
                                                       std::span<const Value> scope = {},
                                                       const ExplainOptions& options = {});
/// Facts by name, as DecisionTable::decide.
[[nodiscard]] PAIDAN_EXPORT Explanation explain(const DecisionTable& table, const Value& facts,
                                                const ExplainOptions& options = {});

/// The explanation as lines for people who maintain the table: what was decided, by which rules and cells, what nearly
/// matched, and the annotations.
[[nodiscard]] PAIDAN_EXPORT std::string text_of(const DecisionTable& table, const Explanation& explanation,
                                                Language language);

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/table/explain.ipp>
#endif
