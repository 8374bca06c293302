// The one procedure behind estimate, quote and bill: items → lines, trace and total. Included by quote.ipp and
// estimate.ipp.
#pragma once

#include <paidan/ledger/step.hpp>
#include <paidan/pricing/errors.hpp>
#include <paidan/pricing/price_book.ipp>
#include <paidan/pricing/quote.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
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
  bool settled = false;  ///< a line has an amount of its own, so the currency is that of an amount
  Money total;
  bool open_ended = false;  ///< Pick::high met a starting price: the total is no upper bound
};

/// One run of the procedure. Lines are priced in item order, surcharges in percent after all others.
class Runner {
 public:
  Runner(const Procedure& procedure, const std::vector<Item>& items, Errors& found)
      : procedure_(procedure), items_(items), found_(found) {
    own_currency_ = Currency::parse(procedure.book.data().currency).value_or(Currency());
    result_.currency = own_currency_;
  }

  Priced run() {
    const std::vector<std::string> ids = line_ids();
    settle_currency();
    std::vector<std::pair<std::size_t, const PriceItem*>> surcharges;  // position in lines
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      const PriceItem* published = procedure_.book.find(item.code);
      check_numbers(item, i);
      if (published == nullptr && !item.unit_price) {
        result_.unpriced.push_back({item.code, item.name, "not_in_price_list"});
        continue;
      }
      ledger::Line line = describe(item, published, ids[i]);
      if (line.kind == ledger::PriceKind::percent) {
        check_surcharge(item, *published, i);
        result_.lines.push_back(std::move(line));
        surcharges.emplace_back(result_.lines.size() - 1, published);
        continue;
      }
      if (!same_currency(published, line.id, i)) continue;
      price(std::move(line), item, published, i);
    }
    const Decimal base = total_;
    for (const auto& [position, published] : surcharges) surcharge(result_.lines[position], base);
    result_.total = total_.to_money(result_.currency, Rounding::half_up).value_or(Money{0, result_.currency});
    return std::move(result_);
  }

 private:
  std::vector<std::string> line_ids() {
    std::map<std::string, std::size_t> taken;  // and by which item
    std::map<std::string, int> next;           // number to try for a repeated code
    std::vector<std::string> ids(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].id.empty()) continue;
      ids[i] = items_[i].id;
      if (const auto [first, fresh] = taken.emplace(ids[i], i); !fresh) {
        found_.add(paidan::errors::duplicate_id, at(i) + ".id",
                   {{"noun", "line"}, {"noun_zh", "行号"}, {"id", ids[i]}, {"first", at(first->second)}});
      }
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!ids[i].empty()) continue;
      if (items_[i].code.empty()) found_.add(paidan::errors::missing, at(i) + ".code", {{"field", "code"}});
      ids[i] = items_[i].code;
      int& number = next.emplace(items_[i].code, 2).first->second;
      while (!taken.emplace(ids[i], i).second) ids[i] = items_[i].code + "#" + std::to_string(number++);
    }
    return ids;
  }

  [[nodiscard]] std::string at(std::size_t i) const { return procedure_.path + "[" + std::to_string(i) + "]"; }

  void check_numbers(const Item& item, std::size_t i) {
    if (item.quantity) check_not_negative(found_, at(i), "quantity", *item.quantity, 0);
    if (item.unit_price) check_not_negative(found_, at(i), "unit_price", *item.unit_price, 0);
  }

  static ledger::Line describe(const Item& item, const PriceItem* published, const std::string& id) {
    ledger::Line line;
    line.id = id;
    line.code = item.code;
    line.service = item.name;
    line.consented = item.consented;
    if (published == nullptr) {
      if (line.service.empty()) line.service = item.code;
      line.kind = ledger::PriceKind::part;
      return line;
    }
    if (line.service.empty()) line.service = published->row->service;
    line.action = published->row->action;
    line.tier = published->row->tier;
    line.kind = published->kind;
    line.unit = published->row->unit;
    line.source = published->row->source;
    line.note = published->row->note;
    line.once_per_visit = published->rule != nullptr && published->rule->once_per_visit;
    return line;
  }

  /// The currency of the first line with an amount of its own; the book's own when there is none.
  void settle_currency() {
    for (const Item& item : items_) {
      const PriceItem* published = procedure_.book.find(item.code);
      if (published == nullptr ? !item.unit_price : published->kind == ledger::PriceKind::percent) continue;
      if (published != nullptr) result_.currency = published->currency;
      result_.settled = true;
      return;
    }
  }

  void check_surcharge(const Item& item, const PriceItem& published, std::size_t i) {
    if (item.quantity) {
      found_.add(paidan::errors::not_supported, at(i) + ".quantity",
                 {{"feature", "a quantity for kind percent"}, {"feature_zh", "百分比类型的数量"}});
    }
    if (item.unit_price && !item.unit_price->negative() && *item.unit_price != published.row->price_min) {
      const std::string only = published.row->price_min.text();
      found_.add(errors::price_outside, at(i) + ".unit_price",
                 {{"line", item.code}, {"value", item.unit_price->text()}, {"low", only}, {"high", only}});
    }
  }

  /// A published line is in its row's currency, one at the host's own price in the book's.
  bool same_currency(const PriceItem* published, const std::string& id, std::size_t i) {
    const Currency currency = published != nullptr ? published->currency : own_currency_;
    if (result_.currency == currency) return true;
    found_.add(
        errors::mixed_currency, at(i),
        {{"line", id}, {"currency", std::string(currency.code())}, {"other", std::string(result_.currency.code())}});
    return false;
  }

  /// The measured quantity; absent (and reported) when the rule's measure is not given.
  std::optional<Decimal> measured(ledger::Line& line, const Item& item, const PriceItem* published, std::size_t i) {
    const QuantityRule* rule = published == nullptr ? nullptr : published->rule;
    if (rule != nullptr) line.measure = rule->measure;
    if (item.quantity) return item.quantity;
    if (rule == nullptr || rule->measure.empty()) return Decimal(1);
    for (const Measure& measure : procedure_.measures) {
      if (measure.name == rule->measure) return measure.value;
    }
    if (procedure_.pick == Pick::firm) {
      found_.add(errors::measure_missing, at(i), {{"line", line.id}, {"measure", rule->measure}});
    } else {
      result_.unpriced.push_back({item.code, rule->measure, "needs_measure"});
    }
    return std::nullopt;
  }

  /// The unit price to charge and the highest the row allows (absent: none). Absent (and reported) when it is not
  /// settled.
  std::optional<Decimal> unit_price(const Item& item, const PriceItem* published, const std::string& id, std::size_t i,
                                    std::optional<Decimal>& highest) {
    // check_numbers has said what is wrong with a negative one
    if (item.unit_price && item.unit_price->negative()) return std::nullopt;
    if (published == nullptr) return item.unit_price;
    const ledger::PriceKind kind = published->kind;
    Decimal low = published->row->price_min;
    const bool open = kind == ledger::PriceKind::from;
    if (!open) highest = kind == ledger::PriceKind::promo ? low : published->row->price_max;
    if (procedure_.pick == Pick::low) return low;
    if (procedure_.pick == Pick::high) {
      if (open) result_.open_ended = true;
      return open ? low : *highest;
    }
    if (kind == ledger::PriceKind::max) low = Decimal();  // a ceiling: anything below it may be charged
    if (!item.unit_price) {
      if (open) {
        found_.add(errors::price_needed_from, at(i), {{"line", id}, {"low", low.text()}});
        return std::nullopt;
      }
      if (kind == ledger::PriceKind::max || low == *highest) return *highest;
      found_.add(errors::price_needed, at(i), {{"line", id}, {"low", low.text()}, {"high", highest->text()}});
      return std::nullopt;
    }
    if (open && *item.unit_price < low) {
      found_.add(errors::price_below, at(i) + ".unit_price",
                 {{"line", id}, {"value", item.unit_price->text()}, {"low", low.text()}});
    } else if (!open && (*item.unit_price < low || *item.unit_price > *highest)) {
      found_.add(errors::price_outside, at(i) + ".unit_price",
                 {{"line", id}, {"value", item.unit_price->text()}, {"low", low.text()}, {"high", highest->text()}});
    }
    return item.unit_price;
  }

  /// Append a step that computes its `after`; absent when that leaves the range.
  std::optional<Decimal> step(ledger::StepRule rule, const ledger::Line& line, const Decimal& before,
                              const Decimal& operand, std::string source = {}, std::string input = {}) {
    const std::optional<Decimal> after = ledger::apply(rule, before, operand, result_.currency);
    if (after) {
      result_.trace.push_back({rule, line.id, line.code, std::move(source), std::move(input), before, operand, *after});
    }
    return after;
  }

  /// Rounding up turns the last bit of a computed binary fraction into a whole step: whether that would happen here.
  bool hair_above(const ledger::Line& line, const Decimal& stated, const Decimal& charged, const Decimal& step,
                  std::size_t i) {
    static const Decimal millionth = Decimal(1).over(1'000'000).value_or(Decimal());
    const std::optional<Decimal> ratio = charged.over(step);
    const std::optional<Decimal> steps = ratio ? ratio->rounded(0, Rounding::down) : std::nullopt;
    const std::optional<Decimal> multiple = steps ? steps->times(step) : std::nullopt;
    const std::optional<Decimal> excess = multiple ? charged.minus(*multiple) : std::nullopt;
    const std::optional<Decimal> hair = step.times(millionth);
    if (!excess || !hair || *excess <= Decimal() || *excess >= *hair) return false;
    found_.add(errors::hair_above_step, at(i),
               {{"quantity", stated.text()}, {"line", line.id}, {"step", step.text()}, {"excess", excess->text()}});
    return true;
  }

  void overflow(const ledger::Line& line, const Decimal& quantity, const Decimal& price, std::size_t i) {
    found_.add(errors::line_overflow, at(i),
               {{"line", line.id}, {"quantity", quantity.text()}, {"price", price.text()}});
  }

  void price(ledger::Line line, const Item& item, const PriceItem* published, std::size_t i) {
    const std::optional<Decimal> amount_measured = measured(line, item, published, i);
    std::optional<Decimal> highest;
    const std::optional<Decimal> each = unit_price(item, published, line.id, i, highest);
    if (each && published == nullptr) check_amount(found_, at(i), "unit_price", *each, result_.currency, 0);
    if (each && published != nullptr && item.unit_price) {
      check_amount(found_, at(i), "unit_price", *item.unit_price, published->currency, 0);
    }
    if (!amount_measured || !each || amount_measured->negative()) return;
    const QuantityRule* rule = published == nullptr ? nullptr : published->rule;
    const std::size_t trace_start = result_.trace.size();
    const std::string input = item.quantity || rule == nullptr ? std::string() : rule->measure;
    if (item.quantity || !input.empty()) line.measured = amount_measured;
    std::optional<Decimal> quantity = step(ledger::StepRule::quantity, line, {}, *amount_measured, {}, input);
    if (rule != nullptr) {
      line.free_allowance = rule->free_allowance;
      const std::pair<ledger::StepRule, const Decimal*> stages[] = {
          {ledger::StepRule::threshold, &rule->threshold},
          {ledger::StepRule::free_allowance, &rule->free_allowance},
          {ledger::StepRule::round_up, &rule->increment}};
      for (const auto& [stage, operand] : stages) {
        if (!quantity || operand->is_zero()) continue;
        if (stage == ledger::StepRule::round_up && hair_above(line, *amount_measured, *quantity, *operand, i)) return;
        quantity = step(stage, line, *quantity, *operand, line.source);
      }
    }
    std::optional<Decimal> amount =
        quantity ? step(ledger::StepRule::unit_price, line, *quantity, *each, line.source) : std::nullopt;
    std::optional<Decimal> limit;
    if (amount && highest) limit = ledger::apply(ledger::StepRule::unit_price, *quantity, *highest, result_.currency);
    if (!amount || (highest && !limit))
      return overflow(line, quantity.value_or(*amount_measured), highest.value_or(*each), i);
    if (rule != nullptr && rule->cap) {
      amount = step(ledger::StepRule::cap, line, *amount, *rule->cap, line.source);
      if (limit) limit = std::min(*limit, *rule->cap);
    }
    line.quantity = *quantity;
    line.unit_price = *each;
    line.amount = amount->to_money(result_.currency, Rounding::half_up).value_or(Money{});
    if (limit) line.ceiling = limit->to_money(result_.currency, Rounding::half_up);
    if (line.once_per_visit && merge(line, *amount, trace_start, i)) return;
    finish(std::move(line), *amount, i);
  }

  /// A fee that is charged once per visit and was met before: its amount is shown in the trace and not added.
  bool merge(const ledger::Line& line, const Decimal& amount, std::size_t trace_start, std::size_t i) {
    const auto first = std::find_if(result_.lines.begin(), result_.lines.end(),
                                    [&](const ledger::Line& one) { return one.code == line.code; });
    if (first == result_.lines.end()) return false;
    if (first->quantity != line.quantity || first->unit_price != line.unit_price ||
        first->consented != line.consented) {
      found_.add(errors::once_differs, at(i), {{"line", first->id}});
      result_.trace.resize(trace_start);
      return true;
    }
    (void)step(ledger::StepRule::once_per_visit, line, total_, amount);
    return true;
  }

  void finish(ledger::Line line, const Decimal& amount, std::size_t i) {
    line.payable = Money{0, result_.currency};
    if (!line.consented) {
      line.status = ledger::LineStatus::not_consented;
      (void)step(ledger::StepRule::not_consented, line, total_, amount);
    } else {
      line.payable = line.amount;
      const std::optional<Decimal> sum = step(ledger::StepRule::add, line, total_, amount);
      if (!sum || !sum->to_money(result_.currency, Rounding::half_up)) {
        found_.add(errors::total_overflow, at(i), {{"line", line.id}});
      } else {
        total_ = *sum;
      }
    }
    result_.lines.push_back(std::move(line));
  }

  void surcharge(ledger::Line& line, const Decimal& base) {
    const PriceItem* published = procedure_.book.find(line.code);
    line.unit_price = published->row->price_min;
    const std::optional<Decimal> amount = step(ledger::StepRule::surcharge, line, base, line.unit_price, line.source);
    const std::optional<Money> money = amount ? amount->to_money(result_.currency, Rounding::half_up) : std::nullopt;
    if (!money) {
      found_.add(errors::line_overflow, procedure_.path,
                 {{"line", line.id}, {"quantity", base.text()}, {"price", line.unit_price.text() + "%"}});
      return;
    }
    line.amount = *money;  // base × (percent − 100) / 100
    line.ceiling = *money;
    line.payable = Money{0, result_.currency};
    if (!line.consented) {
      line.status = ledger::LineStatus::not_consented;
      (void)step(ledger::StepRule::not_consented, line, total_, *amount);
      return;
    }
    line.payable = *money;
    const std::optional<Decimal> sum = step(ledger::StepRule::add, line, total_, *amount);
    if (!sum || !sum->to_money(result_.currency, Rounding::half_up)) {
      found_.add(errors::total_overflow, procedure_.path, {{"line", line.id}});
    } else {
      total_ = *sum;
    }
  }

  const Procedure& procedure_;
  const std::vector<Item>& items_;
  Errors& found_;
  Priced result_;
  Currency own_currency_;  ///< of the host's own prices
  Decimal total_;
};

/// Price the items. Errors go to `found`; the result is meaningless when there are any.
[[nodiscard]] inline Priced run(const Procedure& procedure, const std::vector<Item>& items, Errors& found) {
  return Runner(procedure, items, found).run();
}

/// The errors of measures: negative, given twice.
inline void check_measures(const std::vector<Measure>& measures, Errors& found) {
  std::map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const std::string path = "measures[" + std::to_string(i) + "]";
    if (measures[i].name.empty()) found.add(paidan::errors::missing, path + ".name", {{"field", "name"}});
    check_not_negative(found, path, "value", measures[i].value, 0);
    if (const auto [first, fresh] = seen.emplace(measures[i].name, i); !fresh) {
      found.add(paidan::errors::duplicate_id, path + ".name",
                {{"noun", "measure"},
                 {"noun_zh", "计量"},
                 {"id", measures[i].name},
                 {"first", "measures[" + std::to_string(first->second) + "]"}});
    }
  }
}

/// An error when the book is not in force on that day.
inline void check_in_force(const PriceBook& book, const std::optional<Date>& date, Errors& found) {
  if (!date || book.in_force(*date)) return;
  found.add(errors::not_in_force, "date", {{"book", book.data().id}, {"date", date->text()}});
}

}  // namespace pricing::pricing_detail
}  // namespace paidan::inline PAIDAN_ABI
