#pragma once

#include <paidan/ledger/step.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace ledger {

namespace ledger_detail {

inline std::optional<Decimal> money_number(const std::optional<Decimal>& number, Currency currency) {
  if (!number) return std::nullopt;
  const std::optional<Money> money = number->to_money(currency, Rounding::half_up);
  return money ? std::optional<Decimal>(Decimal::from(*money)) : std::nullopt;
}

}  // namespace ledger_detail

PAIDAN_INLINE std::optional<Decimal> apply(StepRule rule, const Decimal& before, const Decimal& operand,
                                           Currency currency) {
  switch (rule) {
    case StepRule::quantity:
      return operand;
    case StepRule::threshold:
      return before >= operand ? before : Decimal();
    case StepRule::free_allowance:
      return before > operand ? before.minus(operand) : std::optional<Decimal>(Decimal());
    case StepRule::round_up: {
      const std::optional<Decimal> ratio = before.over(operand);
      const std::optional<Decimal> whole = ratio ? ratio->rounded(0, Rounding::ceiling) : std::nullopt;
      return whole ? whole->times(operand) : std::nullopt;
    }
    case StepRule::unit_price:
      return ledger_detail::money_number(before.times(operand), currency);
    case StepRule::cap:
      return std::min(before, operand);
    case StepRule::surcharge: {
      const std::optional<Decimal> more = operand.minus(100);
      const std::optional<Decimal> product = more ? before.times(*more) : std::nullopt;
      return ledger_detail::money_number(product ? product->over(100) : std::nullopt, currency);
    }
    case StepRule::add:
      return before.plus(operand);
    case StepRule::not_consented:
    case StepRule::once_per_visit:
      return before;
    case StepRule::not_fixed:
    case StepRule::inspection_only:
      return Decimal();
  }
  return std::nullopt;
}

PAIDAN_INLINE std::optional<Money> replay(std::span<const Step> trace, Currency currency) {
  Decimal total;
  Decimal surcharge_base;  // total of the payable lines without percent
  bool surcharging = false;
  std::optional<Decimal> quantity;  // of the line at hand
  std::optional<Decimal> amount;
  const std::string* line = nullptr;
  for (const Step& step : trace) {
    const std::optional<Decimal> after = apply(step.rule, step.before, step.operand, currency);
    if (!after || *after != step.after) return std::nullopt;
    const bool same_line = line != nullptr && *line == step.line;
    switch (step.rule) {
      case StepRule::quantity:
        if (quantity || amount || surcharging || !step.before.is_zero()) return std::nullopt;
        quantity = after;
        line = &step.line;
        break;
      case StepRule::threshold:
      case StepRule::free_allowance:
      case StepRule::round_up:
        if (!same_line || !quantity || *quantity != step.before) return std::nullopt;
        quantity = after;
        break;
      case StepRule::unit_price:
        if (!same_line || !quantity || *quantity != step.before) return std::nullopt;
        quantity.reset();
        amount = after;
        break;
      case StepRule::cap:
        if (!same_line || !amount || *amount != step.before) return std::nullopt;
        amount = after;
        break;
      case StepRule::surcharge:
        if (quantity || amount) return std::nullopt;
        if (!surcharging) surcharge_base = total;
        surcharging = true;
        if (step.before != surcharge_base) return std::nullopt;
        amount = after;
        line = &step.line;
        break;
      case StepRule::add:
      case StepRule::not_consented:
      case StepRule::once_per_visit:
        if (!same_line || !amount || *amount != step.operand || step.before != total) return std::nullopt;
        amount.reset();
        total = *after;
        break;
      case StepRule::not_fixed:
      case StepRule::inspection_only:
        if (quantity || amount || step.before != total) return std::nullopt;
        total = *after;
        surcharging = false;
        break;
    }
  }
  if (quantity || amount) return std::nullopt;
  const std::optional<Money> money = total.to_money(currency, Rounding::half_up);
  return money && Decimal::from(*money) == total ? money : std::nullopt;
}

}  // namespace ledger
}  // namespace paidan::inline PAIDAN_ABI
