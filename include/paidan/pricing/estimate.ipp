#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/pricing/detail/procedure.ipp>
#include <paidan/pricing/estimate.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

namespace pricing_detail {

/// One candidate with the fees: the candidate's line is the first.
inline std::vector<Item> candidate_items(const EstimateRequest& request, const std::string& code) {
  std::vector<Item> items{Item{.code = code}};
  for (const std::string& fee : request.fee_codes) items.push_back(Item{.code = fee});
  return items;
}

inline void collect(std::vector<Unpriced>& into, const std::vector<Unpriced>& from) {
  for (const Unpriced& one : from) {
    if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
  }
}

/// The first amount settles the currency of all; an error when this one is in another.
inline void settle(std::optional<Currency>& currency, const Priced& priced, const std::string& path,
                   const std::string& code, Errors& found) {
  if (!priced.settled) return;
  if (!currency) currency = priced.currency;
  if (*currency == priced.currency) return;
  found.add(
      errors::mixed_currency, path,
      {{"line", code}, {"currency", std::string(priced.currency.code())}, {"other", std::string(currency->code())}});
}

/// Half-up mean of the candidates' mid-prices.
inline std::optional<Money> mean(const std::vector<std::pair<Money, Money>>& ranges, Currency currency) {
  Decimal sum;
  for (const auto& [low, high] : ranges) {
    const std::optional<Decimal> pair = Decimal::from(low).plus(Decimal::from(high));
    const std::optional<Decimal> next = pair ? sum.plus(*pair) : std::nullopt;
    if (!next) return std::nullopt;
    sum = *next;
  }
  const std::optional<Decimal> share = sum.over(Decimal(static_cast<std::int64_t>(2 * ranges.size())));
  return share ? share->to_money(currency, Rounding::half_up) : std::nullopt;
}

/// The ranges of all candidates folded into the estimate; `total` of each includes the fees.
inline void fold(Estimate& estimate, std::vector<Priced>& lows, std::vector<Priced>& highs) {
  const auto less = [](const Priced& a, const Priced& b) { return a.total.minor < b.total.minor; };
  const auto cheapest = std::min_element(lows.begin(), lows.end(), less);
  const auto dearest = std::max_element(highs.begin(), highs.end(), less);
  const bool open = std::any_of(highs.begin(), highs.end(), [](const Priced& one) { return one.open_ended; });
  estimate.status = open ? EstimateStatus::open_ended : EstimateStatus::priced;
  estimate.min = cheapest->total;
  estimate.fees.assign(cheapest->lines.begin() + 1, cheapest->lines.end());
  estimate.at_most = true;
  std::vector<std::pair<Money, Money>> ranges;
  for (std::size_t i = 0; i < lows.size(); ++i) {
    const ledger::Line& low = lows[i].lines.front();
    const ledger::Line& high = highs[i].lines.front();
    EstimateOption option{low.code, low.service, low.action, low.source, low.kind, low.amount, std::nullopt};
    if (low.kind != ledger::PriceKind::from) option.high = high.amount;
    if (low.kind != ledger::PriceKind::max) estimate.at_most = false;
    if (!estimate.work_min || low.amount.minor < estimate.work_min->minor) estimate.work_min = low.amount;
    if (!estimate.work_max || high.amount.minor > estimate.work_max->minor) estimate.work_max = high.amount;
    estimate.options.push_back(std::move(option));
    ranges.emplace_back(lows[i].total, highs[i].total);
  }
  estimate.min_trace = std::move(cheapest->trace);
  if (std::any_of(estimate.options.begin(), estimate.options.end(),
                  [](const EstimateOption& one) { return !one.high; })) {
    estimate.work_max.reset();
  }
  if (open) return;
  estimate.max = dearest->total;
  estimate.max_trace = std::move(dearest->trace);
  estimate.expected = mean(ranges, cheapest->currency);
}

}  // namespace pricing_detail

PAIDAN_INLINE EstimateRequest estimate_request(const catalog::EntryData& entry) {
  EstimateRequest request;
  request.service = entry.zh.empty() ? entry.en : entry.zh;
  request.price_codes = entry.price_codes;
  request.fee_codes = entry.fee_codes;
  request.inspection_codes = entry.inspection_codes;
  request.excludes = entry.excludes;
  const std::optional<Decimal> planned = Decimal(entry.service_minutes).over(60);
  if (planned && entry.service_minutes > 0) request.measures.push_back({"work_hours", *planned});
  return request;
}

PAIDAN_INLINE Estimate estimate(const PriceBook& book, const EstimateRequest& request) {
  using namespace pricing_detail;
  Errors found;
  check_in_force(book, request.date, found);
  check_measures(request.measures, found);
  Estimate estimate;
  estimate.service = request.service;
  estimate.book = book.data().id;
  estimate.book_version = book.data().version;
  estimate.book_hash = hex(book.hash());
  estimate.excludes = request.excludes;
  std::vector<Priced> lows;
  std::vector<Priced> highs;
  std::optional<Currency> currency;  // of the first amount
  for (std::size_t i = 0; i < request.price_codes.size(); ++i) {
    const std::vector<Item> items = candidate_items(request, request.price_codes[i]);
    Procedure procedure{book, request.measures, Pick::low, "price_codes[" + std::to_string(i) + "]"};
    const std::size_t known = found.total();
    lows.push_back(run(procedure, items, found));
    procedure.pick = Pick::high;
    Errors again;  // the highest prices have the same facts, so mostly the same faults
    highs.push_back(run(procedure, items, again));
    if (found.total() == known) {
      for (const Error& error : again.list()) found.add(error);
    }
    collect(estimate.unpriced, lows.back().unpriced);
    settle(currency, lows.back(), procedure.path, request.price_codes[i], found);
  }
  if (!request.inspection_codes.empty()) {
    std::vector<Item> items;
    for (const std::string& code : request.inspection_codes) items.push_back(Item{.code = code});
    const Priced inspection = run(Procedure{book, request.measures, Pick::high, "inspection_codes"}, items, found);
    settle(currency, inspection, "inspection_codes", request.inspection_codes.front(), found);
    if (inspection.unpriced.empty() && !inspection.open_ended) estimate.inspection = inspection.total;
  }
  found.throw_if_any();
  if (request.price_codes.empty()) estimate.unpriced.push_back({{}, request.service, "no_price_codes"});
  if (estimate.unpriced.empty()) {
    fold(estimate, lows, highs);
  } else {
    const bool facts_only = std::all_of(estimate.unpriced.begin(), estimate.unpriced.end(),
                                        [](const Unpriced& one) { return one.reason == "needs_measure"; });
    estimate.status = facts_only ? EstimateStatus::needs_facts : EstimateStatus::not_in_price_list;
  }
  return estimate;
}

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI
