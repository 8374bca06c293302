#pragma once

#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/errors.hpp>

#include <algorithm>
#include <cstddef>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

namespace pricing_detail {

inline AuditFinding finding_of(const ledger::Line& line, const Money& charged) {
  if (charged.minor <= line.payable.minor) return AuditFinding::within;
  switch (line.status) {
    case ledger::LineStatus::not_consented:
      return AuditFinding::not_consented;
    case ledger::LineStatus::not_fixed:
      return AuditFinding::not_fixed;
    case ledger::LineStatus::inspection_only:
      return AuditFinding::not_carried_out;
    case ledger::LineStatus::payable:
      break;
  }
  return line.ceiling && charged.minor > line.ceiling->minor ? AuditFinding::above_ceiling : AuditFinding::above_quote;
}

}  // namespace pricing_detail

PAIDAN_INLINE Audit audit(const Bill& bill, std::span<const Charge> charged) {
  Errors found;
  Audit audit;
  audit.order = bill.order;
  audit.book_hash = bill.book_hash;
  audit.due = bill.total;
  audit.charged = audit.refund = Money{0, bill.currency};
  const Money nothing{0, bill.currency};
  for (const ledger::Line& line : bill.lines) {
    audit.lines.push_back({line.id, line.code, line.service, line.action, line.payable, line.ceiling, nothing, nothing,
                           AuditFinding::within, line.source});
  }
  for (std::size_t i = 0; i < charged.size(); ++i) {
    const std::string path = "charged[" + std::to_string(i) + "]";
    const Charge& charge = charged[i];
    if (charge.amount.currency != bill.currency) {
      found.add(errors::mixed_currency, path,
                {{"line", charge.line},
                 {"currency", std::string(charge.amount.currency.code())},
                 {"other", std::string(bill.currency.code())}});
      continue;
    }
    if (charge.amount.minor < 0) {
      found.add(paidan::errors::negative, path + ".amount", {{"field", "amount"}, {"value", charge.amount.amount()}});
      continue;
    }
    auto line = std::find_if(audit.lines.begin(), audit.lines.end(),
                             [&](const AuditLine& one) { return one.line == charge.line; });
    if (line == audit.lines.end()) {
      AuditLine unknown;
      unknown.line = unknown.service = charge.line;
      unknown.due = unknown.charged = unknown.over = nothing;
      unknown.finding = AuditFinding::not_in_bill;
      line = audit.lines.insert(audit.lines.end(), std::move(unknown));
    }
    const std::optional<Money> on_line = checked_add(line->charged, charge.amount);
    const std::optional<Money> in_all = checked_add(audit.charged, charge.amount);
    if (!on_line || !in_all) {
      found.add(errors::total_overflow, path, {{"line", charge.line}});
      continue;
    }
    line->charged = *on_line;
    audit.charged = *in_all;
  }
  found.throw_if_any();
  for (std::size_t i = 0; i < audit.lines.size(); ++i) {
    AuditLine& line = audit.lines[i];
    if (i < bill.lines.size()) line.finding = pricing_detail::finding_of(bill.lines[i], line.charged);
    line.over.minor = std::max<std::int64_t>(0, line.charged.minor - line.due.minor);
    audit.refund.minor += line.over.minor;  // ≤ charged, which was added up without overflow
  }
  return audit;
}

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI
