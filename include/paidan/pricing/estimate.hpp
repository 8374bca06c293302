// The range shown before the visit: the quote's own procedure run over the fault's candidate solutions, never a second
// formula.
#pragma once

#include <paidan/catalog/entry.hpp>
#include <paidan/pricing/quote.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

struct EstimateRequest {
  std::string service = {};  ///< display name of the service or fault
  std::optional<Date> date = {};
  std::vector<std::string> price_codes = {};       ///< candidate solutions, one of which will be carried out
  std::vector<std::string> fee_codes = {};         ///< charged with any of them
  std::vector<std::string> inspection_codes = {};  ///< charged instead when it is only inspected
  std::vector<std::string> excludes = {};          ///< codes of what no figure contains (`parts`, `refrigerant`, …)
  std::vector<Measure> measures = {};
  friend bool operator==(const EstimateRequest&, const EstimateRequest&) = default;
};

enum class EstimateStatus : std::uint8_t {
  priced,             ///< min, expected and max are known
  open_ended,         ///< min is a starting price, nothing is published above it
  needs_facts,        ///< a measure is missing, see `unpriced`
  not_in_price_list,  ///< no published row supports a figure, see `unpriced`
};

/// One candidate solution with its fees left out.
struct EstimateOption {
  std::string code = {};
  std::string service = {};
  std::string action = {};
  std::string source = {};
  ledger::PriceKind kind = ledger::PriceKind::fixed;
  Money low = {};
  std::optional<Money> high = {};  ///< absent for a starting price
  friend bool operator==(const EstimateOption&, const EstimateOption&) = default;
};

struct Estimate {
  std::string service = {};
  EstimateStatus status = EstimateStatus::not_in_price_list;
  std::string book = {};
  std::string book_version = {};
  std::string book_hash = {};
  std::optional<Money> min = {};       ///< cheapest candidate at its lowest price, fees included
  std::optional<Money> expected = {};  ///< mean of the candidates' mid-prices, half-up: no likelihood is assumed
  std::optional<Money> max = {};       ///< dearest candidate at its highest price
  std::optional<Money> work_min = {};  ///< the same without the fees
  std::optional<Money> work_max = {};
  bool at_most = false;  ///< every candidate is a published ceiling: less may be charged
  std::vector<EstimateOption> options = {};
  std::vector<ledger::Line> fees = {};
  std::optional<Money> inspection = {};  ///< due when it is only inspected; absent: none is published
  std::vector<std::string> excludes = {};
  std::vector<Unpriced> unpriced = {};
  std::vector<ledger::Step> min_trace = {};  ///< replays to `min`
  std::vector<ledger::Step> max_trace = {};  ///< replays to `max`; empty when open-ended
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// What the catalog says about the entry, as a request; `service` is the entry's zh name, else its en name; the planned
/// service minutes become the measure `work_hours`.
[[nodiscard]] PAIDAN_EXPORT EstimateRequest estimate_request(const catalog::EntryData& entry);

/// "Not in the price list" is an answer. Throws InvalidInput on mixed currencies (the inspection's too, as its quote
/// would), overflow, a measure a hair above a step, or a book not in force.
[[nodiscard]] PAIDAN_EXPORT Estimate estimate(const PriceBook& book, const EstimateRequest& request);

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/pricing/estimate.ipp>
#endif
