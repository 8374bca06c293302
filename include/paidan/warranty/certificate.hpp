// What the customer keeps after acceptance: what is promised, from when, and the last day included.
#pragma once

#include <paidan/ledger/line.hpp>
#include <paidan/warranty/evaluate.hpp>

#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

struct CertificateRequest {
  std::string order = {};
  std::string category = {};             ///< warranty category of the work
  Date service_date = {};                ///< completion
  std::string technician = {};           ///< display name; may be empty
  std::string cause = {};                ///< of the fault, from the service report; may be empty
  std::string method = {};               ///< of the repair; may be empty
  std::vector<ledger::Line> lines = {};  ///< of the bill; only payable ones are named
  friend bool operator==(const CertificateRequest&, const CertificateRequest&) = default;
};

struct Certificate {
  std::string order = {};
  std::string category = {};
  std::string technician = {};
  std::string cause = {};
  std::string method = {};
  std::vector<std::string> work = {};  ///< services and actions of the payable lines
  std::string policy = {};
  std::string version = {};
  std::string source = {};
  std::string wording_zh = {};
  std::string wording_en = {};
  std::string policies_hash = {};
  std::string calendar_version = {};
  Date service_date = {};  ///< not counted
  Date first_day = {};     ///< first counted day
  std::int32_t term = 0;
  TermUnit term_unit = TermUnit::days;
  Reading reading = Reading::contested;
  LastDays last_days = {};  ///< on all three readings
  Date last_day = {};       ///< the one promised, included up to 24:00
  RestDays last_day_reading = RestDays::literal;
  LocalTime ends{86400};         ///< 24:00
  bool provisional = false;      ///< a calendar not announced yet may still extend the last day
  std::string extended_by = {};  ///< name of the holiday at the literal last day when that moved it; empty otherwise
  friend bool operator==(const Certificate&, const Certificate&) = default;
};

/// Absent when no policy governs the category that day; throws InvalidInput on one that no policy of the set knows. The
/// last day promised is that of the policy's reading; when contested, the latest known one if the policy decides for
/// the consumer, else the literal one.
[[nodiscard]] PAIDAN_EXPORT std::optional<Certificate> certificate(const PolicySet& policies, const Calendar& calendar,
                                                                   const CertificateRequest& request);

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/warranty/certificate.ipp>
#endif
