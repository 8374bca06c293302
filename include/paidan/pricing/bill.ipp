#pragma once

#include <paidan/pricing/bill.hpp>
#include <paidan/pricing/errors.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

namespace pricing_detail {

inline void waive(std::vector<ledger::Line>& lines, ledger::LineStatus status) {
  for (ledger::Line& line : lines) {
    line.payable.minor = 0;
    if (line.status == ledger::LineStatus::payable) line.status = status;
  }
}

}  // namespace pricing_detail

PAIDAN_INLINE Bill bill(const Quote& quote, Outcome outcome) {
  Bill bill;
  bill.order = quote.order;
  bill.book = quote.book;
  bill.book_version = quote.book_version;
  bill.book_hash = quote.book_hash;
  bill.currency = quote.currency;
  bill.outcome = outcome;
  bill.lines = quote.lines;
  bill.total = quote.total;
  bill.trace = quote.trace;
  if (outcome == Outcome::fixed) return bill;
  if (outcome == Outcome::inspection_only && quote.inspection.empty()) {
    throw InvalidInput(Error{&errors::no_inspection_fee, "outcome", 0, {}});
  }
  const bool not_fixed = outcome == Outcome::not_fixed;
  const Decimal total = Decimal::from(quote.total);
  bill.trace.push_back(
      {.rule = not_fixed ? ledger::StepRule::not_fixed : ledger::StepRule::inspection_only, .before = total});
  bill.total.minor = 0;
  pricing_detail::waive(bill.lines, not_fixed ? ledger::LineStatus::not_fixed : ledger::LineStatus::inspection_only);
  if (not_fixed) return bill;
  for (const ledger::Line& line : quote.inspection) {
    const auto same =
        std::find_if(bill.lines.begin(), bill.lines.end(), [&](const ledger::Line& one) { return one.id == line.id; });
    if (same == bill.lines.end()) {
      bill.lines.push_back(line);
    } else {
      *same = line;
    }
    bill.total.minor += line.payable.minor;  // the quote has added them up before: no overflow
  }
  bill.trace.insert(bill.trace.end(), quote.inspection_trace.begin(), quote.inspection_trace.end());
  return bill;
}

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI
