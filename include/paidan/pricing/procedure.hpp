// The one procedure behind estimate, quote and bill: items → lines, trace and total. Not part of the public interface.
#pragma once

#include <paidan/pricing/errors.hpp>
#include <paidan/pricing/quote.hpp>

#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace pricing::pricing_detail {

/// Which published figure is taken.
enum class Pick : std::uint8_t {
  firm,  ///< the single price, or the one the item states
  low,   ///< the lowest
  high,  ///< the highest; a starting price has none
};

struct Procedure {
  const PriceBook& book;
  const std::vector<Measure>& measures;
  Pick pick = Pick::firm;
  std::string path = "items";  ///< where the items stand, for errors
};

struct Priced {
  std::vector<ledger::Line> lines;
  std::vector<ledger::Step> trace;
  std::vector<Unpriced> unpriced;
  Currency currency;
  Money total;
  bool open_ended = false;  ///< Pick::high met a starting price: the total is no upper bound
};

/// Price the items. Errors go to `found`; the result is meaningless when there are any.
[[nodiscard]] Priced run(const Procedure& procedure, const std::vector<Item>& items, Errors& found);

/// The errors of measures: negative, given twice.
void check_measures(const std::vector<Measure>& measures, Errors& found);

/// Throws InvalidInput when the book is not in force on that day.
void check_in_force(const PriceBook& book, const std::optional<Date>& date, Errors& found);

}  // namespace pricing::pricing_detail
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/pricing/procedure.ipp>
#endif
