// How a total came about, step by step: each step is one operation on one number, so anybody can compute it again.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/money.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace ledger {

/// after = rule(before, operand). Quantities first, then the line's amount, then the running total.
enum class StepRule : std::uint8_t {
  quantity,        ///< after = operand                          (before 0)
  threshold,       ///< after = before ≥ operand ? before : 0
  free_allowance,  ///< after = max(0, before − operand)
  round_up,        ///< after = before up to a multiple of operand
  unit_price,      ///< after = before × operand, half-up to the currency's digits
  cap,             ///< after = min(before, operand)
  surcharge,  ///< after = before × (operand − 100) / 100, half-up; before = the total of the payable lines without
              ///< percent
  add,        ///< after = before + operand; before = running total, operand = the line's amount
  not_consented,    ///< after = before; operand = the line's amount, which is not added
  once_per_visit,   ///< after = before; operand = the amount of the repeated line, which is not added
  not_fixed,        ///< after = 0; before = the quote's total
  inspection_only,  ///< after = 0; before = the quote's total; the inspection fee's own steps follow
};

struct Step {
  StepRule rule = StepRule::add;
  std::string line = {};    ///< line id; empty for steps on the whole
  std::string code = {};    ///< price code; empty where none
  std::string source = {};  ///< publication of the operand; empty: the host's fact
  std::string input = {};   ///< name of the fact used, if any (`one_way_km`)
  Decimal before = {};
  Decimal operand = {};
  Decimal after = {};
  friend bool operator==(const Step&, const Step&) = default;
};

/// after = rule(before, operand), as documented at `StepRule`; absent when out of range.
[[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> apply(StepRule rule, const Decimal& before, const Decimal& operand,
                                                         Currency currency);

/// Compute a trace again from its operands alone. Absent when any step does not give the `after` it states, does not
/// start where the step it depends on ended, or leaves the range.
[[nodiscard]] PAIDAN_EXPORT std::optional<Money> replay(std::span<const Step> trace, Currency currency);

}  // namespace ledger
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/ledger/step.ipp>
#endif
