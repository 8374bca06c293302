// What the customer owes after the visit: the confirmed quote under its outcome. Nothing is priced again.
#pragma once

#include <paidan/pricing/quote.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

enum class Outcome : std::uint8_t {
  fixed,
  not_fixed,        ///< no fee, even when parts were used
  inspection_only,  ///< the customer declined the repair: the inspection fee alone
};

struct Bill {
  std::string order = {};
  std::string book = {};
  std::string book_version = {};
  std::string book_hash = {};
  Currency currency = {};
  Outcome outcome = Outcome::fixed;
  std::vector<ledger::Line> lines = {};  ///< the quote's, with what is payable of each; Σ payable = total
  Money total = {};
  std::vector<ledger::Step> trace = {};  ///< the quote's, then the outcome's; replays to `total`
  friend bool operator==(const Bill&, const Bill&) = default;
};

/// Throws InvalidInput when `inspection_only` is asked of a quote without an inspection fee.
[[nodiscard]] PAIDAN_EXPORT Bill bill(const Quote& quote, Outcome outcome);

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/pricing/bill.ipp>
#endif
