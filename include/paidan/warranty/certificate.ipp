#pragma once

#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/evaluate.ipp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

PAIDAN_INLINE std::optional<Certificate> certificate(const PolicySet& policies, const Calendar& calendar,
                                                     const CertificateRequest& request) {
  Errors found;
  warranty_detail::check_category(found, policies, request.category);
  warranty_detail::check_date(found, "service_date", request.service_date);
  found.throw_if_any();
  const std::optional<warranty_detail::Governed> governed = warranty_detail::longest(
      policies.governing(request.category, request.service_date), request.service_date, calendar);
  if (!governed) return std::nullopt;
  const PolicyData& policy = *governed->policy;
  Certificate certificate;
  certificate.order = request.order;
  certificate.category = request.category;
  certificate.technician = request.technician;
  certificate.cause = request.cause;
  certificate.method = request.method;
  for (const ledger::Line& line : request.lines) {
    if (line.status != ledger::LineStatus::payable) continue;
    certificate.work.push_back(line.action.empty() ? line.service : line.service + " " + line.action);
  }
  certificate.policy = policy.id;
  certificate.version = policy.version;
  certificate.source = policy.source;
  certificate.wording_zh = policy.wording_zh;
  certificate.wording_en = policy.wording_en;
  certificate.policies_hash = hex(policies.hash());
  certificate.calendar_version = calendar.version();
  certificate.service_date = request.service_date;
  certificate.first_day = request.service_date + 1;
  certificate.term = policy.term;
  certificate.term_unit = policy.term_unit;
  certificate.reading = policy.reading;
  certificate.last_days = governed->days;
  certificate.last_day = governed->promised;
  certificate.last_day_reading = governed->promised_reading;
  certificate.provisional = governed->provisional;
  if (governed->promised != governed->days.literal) {
    const CalendarDay* day = calendar.find(governed->days.literal);
    if (day != nullptr) certificate.extended_by = day->name;
  }
  return certificate;
}

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI
