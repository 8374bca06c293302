#pragma once

#include <paidan/ledger/step.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace ledger {

namespace ledger_detail {

/// The exact product as money, rounded once: a product cut to 34 digits first could reach half a cent from below.
inline std::optional<Decimal> money_product(const Decimal& number, const Decimal& factor, Currency currency) {
  const std::optional<Decimal> cut = number.times_rounded(factor, currency.digits(), Rounding::half_up);
  const std::optional<Money> money = cut ? cut->to_money(currency, Rounding::half_up) : std::nullopt;
  return money ? std::optional<Decimal>(Decimal::from(*money)) : std::nullopt;
}

/// The least multiple of `step` that is not below `number`.
inline std::optional<Decimal> multiple_above(const Decimal& number, const Decimal& step) {
  const std::optional<Decimal> ratio = number.over(step);
  std::optional<Decimal> whole = ratio ? ratio->rounded(0, Rounding::ceiling) : std::nullopt;
  const std::optional<Decimal> multiple = whole ? whole->times(step) : std::nullopt;
  if (!multiple || *multiple >= number) return multiple;
  whole = whole->plus(1);  // the ratio was cut to 34 digits and lost what lay above the multiple
  return whole ? whole->times(step) : std::nullopt;
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
    case StepRule::round_up:
      return ledger_detail::multiple_above(before, operand);
    case StepRule::unit_price:
      return ledger_detail::money_product(before, operand, currency);
    case StepRule::cap:
      return std::min(before, operand);
    case StepRule::surcharge: {
      const std::optional<Decimal> more = operand.minus(100);
      const std::optional<Decimal> share = more ? more->over(100) : std::nullopt;  // only moves the point
      return share ? ledger_detail::money_product(before, *share, currency) : std::nullopt;
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
