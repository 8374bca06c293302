// Was more charged than was due? Line by line against the frozen bill; what was charged above it goes back.
#pragma once

#include <paidan/pricing/bill.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

/// What was really taken for a line. Several charges of one line add up.
struct Charge {
  std::string line = {};  ///< line id of the bill; any other text is a charge that the bill does not know
  Money amount = {};
  friend bool operator==(const Charge&, const Charge&) = default;
};

/// What was really taken for a whole bill.
struct Charges {
  std::vector<Charge> charges = {};
  friend bool operator==(const Charges&, const Charges&) = default;
};

enum class AuditFinding : std::uint8_t {
  within,           ///< no more than due
  above_ceiling,    ///< more than the published row allows
  above_quote,      ///< more than was quoted, though the published row would allow it
  not_consented,    ///< charged without the customer's confirmation
  not_fixed,        ///< charged although it was not fixed
  not_carried_out,  ///< charged although it was only inspected
  not_in_bill,      ///< charged for something that was never quoted
};

struct AuditLine {
  std::string line = {};
  std::string code = {};
  std::string service = {};
  std::string action = {};
  Money due = {};
  std::optional<Money> ceiling = {};
  Money charged = {};
  Money over = {};  ///< max(0, charged − due); too little on one line never excuses too much on another
  AuditFinding finding = AuditFinding::within;
  std::string source = {};
  friend bool operator==(const AuditLine&, const AuditLine&) = default;
};

struct Audit {
  std::string order = {};
  std::string book_hash = {};
  std::vector<AuditLine> lines = {};  ///< the bill's, then charges it does not know, in the order of first mention
  Money due = {};
  Money charged = {};
  Money refund = {};  ///< Σ over; never above `charged`
  friend bool operator==(const Audit&, const Audit&) = default;
};

/// Throws InvalidInput on a negative charge, another currency, or overflow.
[[nodiscard]] PAIDAN_EXPORT Audit audit(const Bill& bill, std::span<const Charge> charged);

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/pricing/audit.ipp>
#endif
