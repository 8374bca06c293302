#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/pricing/procedure.ipp>
#include <paidan/pricing/quote.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

namespace pricing_detail {

/// The items of the inspection fee: an item of the quote with that code lends its id, name, figures and consent.
inline std::vector<Item> inspection_items(const QuoteFacts& facts, const std::vector<Line>& lines) {
  std::vector<Item> items;
  for (const std::string& code : facts.inspection_codes) {
    const auto item =
        std::find_if(facts.items.begin(), facts.items.end(), [&](const Item& one) { return one.code == code; });
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.code == code; });
    items.push_back(item == facts.items.end() ? Item{.code = code} : *item);
    if (line != lines.end()) {
      items.back().id = line->id;
      continue;
    }
    for (int n = 1; items.back().id.empty(); ++n) {
      const std::string id = n == 1 ? code : code + "#" + std::to_string(n);
      if (std::none_of(lines.begin(), lines.end(), [&](const Line& one) { return one.id == id; })) items.back().id = id;
    }
  }
  return items;
}

}  // namespace pricing_detail

PAIDAN_INLINE Quote quote(const PriceBook& book, const QuoteFacts& facts) {
  Errors found;
  pricing_detail::check_in_force(book, facts.date, found);
  pricing_detail::check_measures(facts.measures, found);
  pricing_detail::Procedure procedure{book, facts.measures};
  pricing_detail::Priced priced = pricing_detail::run(procedure, facts.items, found);
  procedure.path = "inspection_codes";
  pricing_detail::Priced inspection =
      pricing_detail::run(procedure, pricing_detail::inspection_items(facts, priced.lines), found);
  if (found.empty() && !facts.items.empty() && !inspection.lines.empty() && inspection.currency != priced.currency) {
    found.add(errors::mixed_currency, "inspection_codes",
              {{"line", inspection.lines.front().id},
               {"currency", std::string(inspection.currency.code())},
               {"other", std::string(priced.currency.code())}});
  }
  found.throw_if_any();
  Quote quote;
  quote.order = facts.order;
  quote.book = book.data().id;
  quote.book_version = book.data().version;
  quote.book_hash = hex(book.hash());
  quote.currency = facts.items.empty() ? inspection.currency : priced.currency;
  quote.lines = std::move(priced.lines);
  quote.total = Money{priced.total.minor, quote.currency};
  quote.inspection = std::move(inspection.lines);
  quote.inspection_trace = std::move(inspection.trace);
  quote.unpriced = std::move(priced.unpriced);
  for (Unpriced& one : inspection.unpriced) {
    if (std::find(quote.unpriced.begin(), quote.unpriced.end(), one) == quote.unpriced.end()) {
      quote.unpriced.push_back(std::move(one));
    }
  }
  quote.trace = std::move(priced.trace);
  return quote;
}

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI
