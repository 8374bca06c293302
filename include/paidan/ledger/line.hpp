// One line of a quote or bill, with the published row it rests on.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/money.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace ledger {

/// What a published figure means. Names in files: `unit-range` has a hyphen, all others as here.
enum class PriceKind : std::uint8_t {
  max,         ///< ceiling; may be charged less
  fixed,       ///< the price
  from,        ///< starting price, nothing known above it
  range,       ///< somewhere from min to max
  unit,        ///< per unit of quantity
  promo,       ///< min is today's price, max the crossed-out one
  part,        ///< price of a spare part
  copay,       ///< the customer's share, an insurer pays the rest
  percent,     ///< the other lines times this / 100; 100 or more
  unit_range,  ///< per unit, somewhere from min to max
};

/// Why a line counts, or does not count, towards the total.
enum class LineStatus : std::uint8_t {
  payable,
  not_consented,    ///< added, and the customer has not confirmed it
  not_fixed,        ///< not fixed, no fee
  inspection_only,  ///< not carried out: it was only inspected
};

/// `amount` is what the line costs, `payable` what it adds to the total: all of it or nothing.
struct Line {
  std::string id = {};       ///< unique in its quote
  std::string code = {};     ///< price code; the host's own when `source` is empty
  std::string service = {};  ///< name of the service as published, or the host's
  std::string action = {};   ///< what is done to it as published
  std::string tier = {};     ///< size, region or other band as published
  PriceKind kind = PriceKind::fixed;
  std::optional<Decimal> measured = {};  ///< the fact the quantity comes from (26 km)
  std::string measure = {};              ///< its name (`one_way_km`)
  Decimal free_allowance = {};           ///< not charged (20 km)
  Decimal quantity = 1;                  ///< charged (6 km)
  std::string unit = {};
  Decimal unit_price = {};
  Money amount = {};
  Money payable = {};
  LineStatus status = LineStatus::payable;
  bool consented = true;
  bool once_per_visit = false;  ///< one fee however many units are served at the household
  std::optional<Money> ceiling =
      {};                   ///< highest amount the published row allows; absent for starting prices and the host's own
  std::string source = {};  ///< code of the publication (S1 …); empty: the host's own price
  std::string note = {};    ///< as published
  friend bool operator==(const Line&, const Line&) = default;
};

}  // namespace ledger
}  // namespace paidan::inline PAIDAN_ABI
