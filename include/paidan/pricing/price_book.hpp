// The published charges as a validated, immutable table with a content hash: a quote names the book it was made from.
#pragma once

#include <paidan/core/time.hpp>
#include <paidan/ledger/line.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace pricing {

/// One published charge, as the sheet has it.
struct PriceRow {
  std::string code = {};  ///< unique
  std::string category = {};
  std::string service = {};
  std::string action = {};
  std::string mode = {};  ///< on-site, in-store, in-store/mail-in, any
  std::string tier = {};
  std::string unit = {};
  std::string currency = "CNY";  ///< ISO 4217; `PCT` for kind percent
  Decimal price_min = {};
  Decimal price_max = {};
  std::string kind = {};    ///< max fixed from range unit promo part copay percent unit-range
  std::string source = {};  ///< code of the publication
  std::string grade = {};   ///< A a brand's own tariff … E a demo
  std::string note = {};
  std::int64_t row = 0;
  friend bool operator==(const PriceRow&, const PriceRow&) = default;
};

/// How a quantity is charged. Applied in this order: threshold, free allowance, round up, price, cap. What exceeds a
/// multiple of `increment` by less than a millionth of it was not measured (a script's 1.1 × 3 is
/// 3.3000000000000003): it is refused, so that no binary fraction ever bills a whole step more.
struct QuantityRule {
  std::string code = {};            ///< price code; at most one rule per code
  std::string measure = {};         ///< fact the quantity is read from (`one_way_km`); empty: the item's own quantity
  Decimal threshold = {};           ///< below it nothing is charged; 0 = none
  Decimal free_allowance = {};      ///< subtracted, never below 0
  Decimal increment = {};           ///< round up to a multiple of it (1 = each started metre); 0 = not rounded
  bool once_per_visit = false;      ///< one fee per household visit however many units
  std::optional<Decimal> cap = {};  ///< highest amount of the line, in the row's currency
  std::string note = {};            ///< the published words it rests on
  std::int64_t row = 0;
  friend bool operator==(const QuantityRule&, const QuantityRule&) = default;
};

struct PriceBookData {
  std::string id = {};
  std::string version = {};
  std::string currency = "CNY";             ///< of the host's own prices and of an empty total; each row has its own
  std::optional<Date> effective_from = {};  ///< first day in force; absent: always
  std::optional<Date> effective_to = {};    ///< last day in force; absent: until replaced
  std::vector<PriceRow> rows = {};
  std::vector<QuantityRule> rules = {};
  friend bool operator==(const PriceBookData&, const PriceBookData&) = default;
};

/// A validated row: typed, and joined with its quantity rule.
struct PriceItem {
  const PriceRow* row = nullptr;
  const QuantityRule* rule = nullptr;  ///< nullptr: none
  ledger::PriceKind kind = ledger::PriceKind::fixed;
  Currency currency = {};  ///< meaningless for kind percent
};

/// Immutable and shareable across threads.
class PriceBook {
 public:
  PAIDAN_EXPORT PriceBook();
  /// Throws InvalidInput with all errors that `validate` finds.
  PAIDAN_EXPORT explicit PriceBook(PriceBookData data);
  PAIDAN_EXPORT PriceBook(const PriceBook& other);
  PAIDAN_EXPORT PriceBook& operator=(const PriceBook& other);
  PriceBook(PriceBook&&) noexcept = default;
  PriceBook& operator=(PriceBook&&) noexcept = default;
  ~PriceBook() = default;
  /// Duplicate code, unknown kind or currency, negative price, min above max, more digits than the currency has, a rule
  /// for an unknown code.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const PriceBookData& data);

  /// A changed copy: `auto d = book.data(); …; PriceBook(d)`.
  [[nodiscard]] const PriceBookData& data() const { return data_; }
  /// Content hash over every field but the spreadsheet rows.
  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  [[nodiscard]] PAIDAN_EXPORT bool in_force(Date date) const;
  /// nullptr: not in the price list. Exact spelling.
  [[nodiscard]] PAIDAN_EXPORT const PriceItem* find(std::string_view code) const;
  /// Codes in input order.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string_view> codes() const;

 private:
  void index();
  PriceBookData data_;
  std::vector<PriceItem> items_;  // sorted by code; pointers into data_
  std::uint64_t hash_ = 0;
};

/// The name a file uses for the kind.
[[nodiscard]] PAIDAN_EXPORT std::string_view kind_name(ledger::PriceKind kind);
[[nodiscard]] PAIDAN_EXPORT std::optional<ledger::PriceKind> parse_kind(std::string_view name);

}  // namespace pricing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/pricing/price_book.ipp>
#endif
