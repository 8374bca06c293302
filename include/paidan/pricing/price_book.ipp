#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/pricing/errors.hpp>
#include <paidan/pricing/price_book.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

namespace pricing_detail {

inline constexpr std::array<std::string_view, 10> kind_names{"max",   "fixed", "from",  "range",   "unit",
                                                             "promo", "part",  "copay", "percent", "unit-range"};

/// Kinds whose figure is a single one.
inline bool one_price(ledger::PriceKind kind) {
  return kind == ledger::PriceKind::fixed || kind == ledger::PriceKind::unit || kind == ledger::PriceKind::part ||
         kind == ledger::PriceKind::copay || kind == ledger::PriceKind::percent;
}

/// The error of an amount that the currency cannot hold, if it has one.
inline void check_amount(Errors& found, const std::string& path, std::string_view field, const Decimal& value,
                         const Currency& currency, std::int64_t row) {
  const std::string at = path + "." + std::string(field);
  if (value.negative() && !value.is_zero()) {
    found.add(paidan::errors::negative, at, {{"field", std::string(field)}, {"value", value.text()}}, row);
    return;
  }
  const std::optional<Money> money = value.to_money(currency, Rounding::down);
  if (!money) {
    found.add(paidan::errors::overflow, at, {{"field", std::string(field)}, {"value", value.text()}}, row);
  } else if (Decimal::from(*money) != value) {
    found.add(errors::too_many_digits, at,
              {{"field", std::string(field)},
               {"value", value.text()},
               {"currency", std::string(currency.code())},
               {"digits", std::to_string(currency.digits())}},
              row);
  }
}

inline void check_not_negative(Errors& found, const std::string& path, std::string_view field, const Decimal& value,
                               std::int64_t row) {
  if (!value.negative() || value.is_zero()) return;
  found.add(paidan::errors::negative, path + "." + std::string(field),
            {{"field", std::string(field)}, {"value", value.text()}}, row);
}

inline void check_price_row(Errors& found, const PriceRow& row, const std::string& path) {
  if (row.service.empty()) found.add(paidan::errors::missing, path + ".service", {{"field", "service"}}, row.row);
  if (row.source.empty()) found.add(paidan::errors::missing, path + ".source", {{"field", "source"}}, row.row);
  const std::optional<ledger::PriceKind> kind = parse_kind(row.kind);
  if (!kind) found.add(unknown_id(nouns::price_kind, row.kind, path + ".kind", kind_names, row.row));
  if (kind == ledger::PriceKind::percent) {
    if (row.currency != "PCT") {
      found.add(paidan::errors::wrong_type, path + ".currency",
                {{"field", "currency"},
                 {"expected", "PCT for kind percent"},
                 {"expected_zh", "PCT(百分比)"},
                 {"value", row.currency}},
                row.row);
    }
    if (row.price_min < Decimal(100)) {
      found.add(paidan::errors::not_supported, path + ".price_min",
                {{"feature", "a percentage below 100"}, {"feature_zh", "低于100的百分比"}}, row.row);
    }
  } else if (const std::optional<Currency> currency = Currency::parse(row.currency); !currency) {
    static constexpr std::array<std::string_view, 8> common{"CNY", "HKD", "USD", "EUR", "GBP", "JPY", "BRL", "TWD"};
    found.add(unknown_id(nouns::currency, row.currency, path + ".currency", common, row.row));
  } else {
    check_amount(found, path, "price_min", row.price_min, *currency, row.row);
    check_amount(found, path, "price_max", row.price_max, *currency, row.row);
  }
  if (row.price_min > row.price_max) {
    found.add(errors::min_above_max, path, {{"min", row.price_min.text()}, {"max", row.price_max.text()}}, row.row);
  } else if (kind && one_price(*kind) && row.price_min != row.price_max) {
    found.add(errors::two_prices, path,
              {{"kind", row.kind}, {"min", row.price_min.text()}, {"max", row.price_max.text()}}, row.row);
  }
}

/// Text of a number without regard to how many zeros were written: 70.00 and 70 are the same content.
inline std::string plain(const Decimal& value) {
  std::string text = value.text();
  const std::size_t mark = text.find('E');
  const std::string power = mark == std::string::npos ? "" : text.substr(mark);
  if (mark != std::string::npos) text.resize(mark);
  if (text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return text + power;
}

inline void hash_date(Hasher& hasher, const std::optional<Date>& date) {
  hasher.add(date.has_value());
  hasher.add(date ? date->days : 0);
}

inline std::uint64_t hash_of(const PriceBookData& data) {
  Hasher hasher;
  for (const std::string* text : {&data.id, &data.version, &data.currency}) hasher.add(std::string_view(*text));
  hash_date(hasher, data.effective_from);
  hash_date(hasher, data.effective_to);
  hasher.add(static_cast<std::uint64_t>(data.rows.size()));
  for (const PriceRow& row : data.rows) {
    for (const std::string* text : {&row.code, &row.category, &row.service, &row.action, &row.mode, &row.tier,
                                    &row.unit, &row.currency, &row.kind, &row.source, &row.grade, &row.note}) {
      hasher.add(std::string_view(*text));
    }
    hasher.add(std::string_view(plain(row.price_min)));
    hasher.add(std::string_view(plain(row.price_max)));
  }
  hasher.add(static_cast<std::uint64_t>(data.rules.size()));
  for (const QuantityRule& rule : data.rules) {
    for (const std::string* text : {&rule.code, &rule.measure, &rule.note}) hasher.add(std::string_view(*text));
    for (const Decimal* number : {&rule.threshold, &rule.free_allowance, &rule.increment}) {
      hasher.add(std::string_view(plain(*number)));
    }
    hasher.add(rule.once_per_visit);
    hasher.add(rule.cap.has_value());
    hasher.add(std::string_view(rule.cap ? plain(*rule.cap) : std::string()));
  }
  return hasher.value();
}

}  // namespace pricing_detail

PAIDAN_INLINE std::string_view kind_name(ledger::PriceKind kind) {
  return pricing_detail::kind_names.at(static_cast<std::size_t>(kind));
}

PAIDAN_INLINE std::optional<ledger::PriceKind> parse_kind(std::string_view name) {
  for (std::size_t i = 0; i < pricing_detail::kind_names.size(); ++i) {
    if (pricing_detail::kind_names[i] == name) return static_cast<ledger::PriceKind>(i);
  }
  return std::nullopt;
}

PAIDAN_INLINE std::vector<Error> PriceBook::validate(const PriceBookData& data) {
  using namespace pricing_detail;
  Errors found;
  if (!Currency::parse(data.currency)) {
    found.add(unknown_id(nouns::currency, data.currency, "currency", {}));
  }
  if (data.effective_from && data.effective_to && *data.effective_to < *data.effective_from) {
    found.add(paidan::errors::effective_order, "effective_to",
              {{"from", data.effective_from->text()}, {"to", data.effective_to->text()}});
  }
  std::map<std::string_view, std::size_t> codes;
  for (std::size_t i = 0; i < data.rows.size(); ++i) {
    const PriceRow& row = data.rows[i];
    const std::string path = "rows[" + std::to_string(i) + "]";
    if (row.code.empty()) {
      found.add(paidan::errors::missing, path + ".code", {{"field", "code"}}, row.row);
    } else if (const auto [at, fresh] = codes.emplace(row.code, i); !fresh) {
      found.add(paidan::errors::duplicate_id, path + ".code",
                {{"noun", "price code"},
                 {"noun_zh", "价目编码"},
                 {"id", row.code},
                 {"first", "rows[" + std::to_string(at->second) + "]"}},
                row.row);
    }
    check_price_row(found, row, path);
  }
  std::vector<std::string_view> known;
  for (const auto& [code, position] : codes) known.push_back(code);
  std::map<std::string_view, std::size_t> ruled;
  for (std::size_t i = 0; i < data.rules.size(); ++i) {
    const QuantityRule& rule = data.rules[i];
    const std::string path = "rules[" + std::to_string(i) + "]";
    const auto row = codes.find(rule.code);
    if (row == codes.end()) {
      add_unknown_id(
          found, nouns::price_code, rule.code, path + ".code", [&] { return known; }, rule.row);
    } else if (const auto [at, fresh] = ruled.emplace(rule.code, i); !fresh) {
      found.add(paidan::errors::duplicate_id, path + ".code",
                {{"noun", "quantity rule"},
                 {"noun_zh", "数量规则"},
                 {"id", rule.code},
                 {"first", "rules[" + std::to_string(at->second) + "]"}},
                rule.row);
    } else if (data.rows[row->second].kind == "percent") {
      found.add(paidan::errors::not_supported, path,
                {{"feature", "a quantity rule for kind percent"}, {"feature_zh", "百分比类型的数量规则"}}, rule.row);
    }
    check_not_negative(found, path, "threshold", rule.threshold, rule.row);
    check_not_negative(found, path, "free_allowance", rule.free_allowance, rule.row);
    check_not_negative(found, path, "increment", rule.increment, rule.row);
    if (!rule.cap) continue;
    const std::optional<Currency> currency =
        row == codes.end() ? std::nullopt : Currency::parse(data.rows[row->second].currency);
    check_amount(found, path, "cap", *rule.cap, currency.value_or(Currency()), rule.row);
  }
  return found.list();
}

PAIDAN_INLINE PriceBook::PriceBook() : hash_(pricing_detail::hash_of(data_)) {}

PAIDAN_INLINE PriceBook::PriceBook(PriceBookData data) : data_(std::move(data)) {
  if (std::vector<Error> found = validate(data_); !found.empty()) throw InvalidInput(std::move(found));
  index();
  hash_ = pricing_detail::hash_of(data_);
}

PAIDAN_INLINE PriceBook::PriceBook(const PriceBook& other) : data_(other.data_), hash_(other.hash_) { index(); }

PAIDAN_INLINE PriceBook& PriceBook::operator=(const PriceBook& other) {
  if (this != &other) *this = PriceBook(other);
  return *this;
}

PAIDAN_INLINE void PriceBook::index() {
  items_.clear();
  for (const PriceRow& row : data_.rows) {
    items_.push_back({&row, nullptr, *parse_kind(row.kind), Currency::parse(row.currency).value_or(Currency())});
  }
  const auto by_code = [](const PriceItem& a, const PriceItem& b) { return a.row->code < b.row->code; };
  std::sort(items_.begin(), items_.end(), by_code);
  for (const QuantityRule& rule : data_.rules) {
    const auto at =
        std::lower_bound(items_.begin(), items_.end(), rule.code,
                         [](const PriceItem& item, const std::string& code) { return item.row->code < code; });
    at->rule = &rule;
  }
}

PAIDAN_INLINE bool PriceBook::in_force(Date date) const {
  return (!data_.effective_from || *data_.effective_from <= date) &&
         (!data_.effective_to || date <= *data_.effective_to);
}

PAIDAN_INLINE const PriceItem* PriceBook::find(std::string_view code) const {
  const auto at =
      std::lower_bound(items_.begin(), items_.end(), code,
                       [](const PriceItem& item, std::string_view wanted) { return item.row->code < wanted; });
  return at != items_.end() && at->row->code == code ? &*at : nullptr;
}

PAIDAN_INLINE std::vector<std::string_view> PriceBook::codes() const {
  std::vector<std::string_view> codes;
  codes.reserve(data_.rows.size());
  for (const PriceRow& row : data_.rows) codes.emplace_back(row.code);
  return codes;
}

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI
