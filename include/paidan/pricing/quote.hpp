// A firm quote: what the customer is asked to confirm after diagnosis, line by line, from one frozen price book.
#pragma once

#include <paidan/ledger/step.hpp>
#include <paidan/pricing/price_book.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

/// A named number that a quantity rule may read, e.g. `one_way_km` = 26.
struct Measure {
  std::string name = {};
  Decimal value = {};
  friend bool operator==(const Measure&, const Measure&) = default;
};

/// Something to be charged. A code outside the book is priced only when the host states its own unit price (a part at
/// retail); otherwise it is listed as not in the price list.
struct Item {
  std::string code = {};
  std::string id = {};                   ///< line id, unique; empty: the code (`#2`, `#3` … when repeated)
  std::string name = {};                 ///< display name; empty: as published
  std::optional<Decimal> quantity = {};  ///< absent: what the quantity rule's measure says, else 1
  std::optional<Decimal> unit_price =
      {};                 ///< for ranges and starting prices, or below a ceiling; must be within what is published
  bool consented = true;  ///< false: added and not yet confirmed by the customer, so not payable
  friend bool operator==(const Item&, const Item&) = default;
};

/// The facts of one household visit.
struct QuoteFacts {
  std::string order = {};         ///< id of the order
  std::optional<Date> date = {};  ///< date of the order; must be in the book's effective interval
  std::vector<Item> items = {};
  std::vector<Measure> measures = {};
  std::vector<std::string> inspection_codes = {};  ///< what is due when it is only inspected
  friend bool operator==(const QuoteFacts&, const QuoteFacts&) = default;
};

/// Something that no published row supports.
struct Unpriced {
  std::string code = {};
  std::string name = {};
  std::string reason = {};  ///< `not_in_price_list`, `no_price_codes`, or `needs_measure` (then `name` is the measure)
  friend bool operator==(const Unpriced&, const Unpriced&) = default;
};

struct Quote {
  std::string order = {};
  std::string book = {};  ///< id of the price book
  std::string book_version = {};
  std::string book_hash = {};  ///< 16 hexadecimal digits
  Currency currency = {};
  std::vector<ledger::Line> lines = {};  ///< in the order of the items; surcharges in percent keep their place
  Money total = {};                      ///< Σ payable
  std::vector<ledger::Line> inspection =
      {};  ///< lines due instead when it is only inspected; same ids as in `lines` where both have them
  std::vector<ledger::Step> inspection_trace = {};  ///< replays to their total
  std::vector<Unpriced> unpriced = {};              ///< not in the price list: no figure is given for them
  std::vector<ledger::Step> trace = {};             ///< replays to `total`
  friend bool operator==(const Quote&, const Quote&) = default;
};

/// Throws InvalidInput with all errors: a range without a unit price, a price outside what is published, a missing
/// measure, a quantity a hair above a step of its rule, mixed currencies (the host's own prices are in the book's), an
/// overflow (naming the line), a book not in force. The total does not depend on the items' order.
[[nodiscard]] PAIDAN_EXPORT Quote quote(const PriceBook& book, const QuoteFacts& facts);

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/pricing/quote.ipp>
#endif
