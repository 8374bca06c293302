#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/pricing/detail/procedure.ipp>
#include <paidan/pricing/quote.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

namespace pricing_detail {

/// The items of the inspection fee: an item of the quote with that code lends its id, name, figures and consent.
inline std::vector<Item> inspection_items(const QuoteFacts& facts, const std::vector<ledger::Line>& lines) {
  // The first of each code, and all ids.
  std::map<std::string_view, const Item*> item_of;
  std::map<std::string_view, const ledger::Line*> line_of;
  std::set<std::string_view> ids;
  for (const Item& item : facts.items) item_of.emplace(item.code, &item);
  for (const ledger::Line& line : lines) {
    line_of.emplace(line.code, &line);
    ids.insert(line.id);
  }
  std::vector<Item> items;
  for (const std::string& code : facts.inspection_codes) {
    const auto item = item_of.find(code);
    const auto line = line_of.find(code);
    items.push_back(item == item_of.end() ? Item{.code = code} : *item->second);
    if (line != line_of.end()) {
      items.back().id = line->second->id;
      continue;
    }
    for (int n = 1; items.back().id.empty(); ++n) {
      const std::string id = n == 1 ? code : code + "#" + std::to_string(n);
      if (!ids.contains(id)) items.back().id = id;
    }
  }
  return items;
}

/// Adds what is wrong with the inspection fee, but for what an item that lends its figures has been told already.
inline void add_unsaid(Errors& found, const Errors& inspection) {
  const std::vector<Error> said = found.list();
  for (const Error& error : inspection.list()) {
    const bool repeated = std::any_of(said.begin(), said.end(), [&](const Error& one) {
      return one.kind == error.kind && one.parameters == error.parameters;
    });
    if (!repeated) found.add(error);
  }
}

}  // namespace pricing_detail

PAIDAN_INLINE Quote quote(const PriceBook& book, const QuoteFacts& facts) {
  Errors found;
  pricing_detail::check_in_force(book, facts.date, found);
  pricing_detail::check_measures(facts.measures, found);
  pricing_detail::Procedure procedure{book, facts.measures};
  pricing_detail::Priced priced = pricing_detail::run(procedure, facts.items, found);
  procedure.path = "inspection_codes";
  Errors inspected;
  pricing_detail::Priced inspection =
      pricing_detail::run(procedure, pricing_detail::inspection_items(facts, priced.lines), inspected);
  pricing_detail::add_unsaid(found, inspected);
  if (found.empty() && priced.settled && inspection.settled && inspection.currency != priced.currency) {
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
  quote.currency = priced.settled || !inspection.settled ? priced.currency : inspection.currency;
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
