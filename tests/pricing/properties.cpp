// Random quotes against an oracle in plain integers that shares nothing with the library: fen × thousandths.
#include <doctest/doctest.h>
#include <paidan/core/random.hpp>
#include <paidan/pricing/audit.hpp>

#include <algorithm>
#include <array>

#include "pricing/books.hpp"
#include "support/soak.hpp"

using namespace paidan_test;

namespace {

struct Draw {
  QuoteFacts facts;
  std::int64_t total_fen = 0;    // oracle
  std::int64_t unconsented = 0;  // how many lines
};

std::string decimal(std::int64_t value, int digits) {
  std::string text = std::to_string(value);
  const auto width = static_cast<std::size_t>(digits);
  if (text.size() <= width) text.insert(0, width + 1 - text.size(), '0');
  return text.substr(0, text.size() - width) + "." + text.substr(text.size() - width);
}

/// Half-up division of non-negative integers.
std::int64_t divided(std::int64_t value, std::int64_t by) {
  return static_cast<std::int64_t>((2 * value + by) / (2 * by));
}

Draw draw(SplitMix64& random) {
  Draw d;
  const std::int64_t km = random.between(0, 60000);  // thousandths
  const std::int64_t metres = random.between(0, 30000);
  d.facts.order = "o";
  d.facts.measures = {{"km", num(decimal(km, 3))}, {"metres", num(decimal(metres, 3))}};
  d.facts.inspection_codes = {"FIX"};
  std::int64_t base = 0;
  int nights = 0;
  bool remote = false;
  const int n = static_cast<int>(random.between(0, 9));
  for (int i = 0; i < n; ++i) {
    Item item;
    item.id = "line" + std::to_string(i);
    item.consented = random.below(4) != 0;
    std::int64_t fen = 0;
    const std::int64_t quantity = random.between(0, 5000);
    switch (random.below(9)) {
      case 0:
        item.code = "FIX", item.quantity = num(decimal(quantity, 3)), fen = divided(quantity * 3000, 1000);
        break;
      case 1: {
        const std::int64_t price = random.between(0, 10000);
        item.code = "MAX", item.unit_price = num(decimal(price, 2)), fen = price;
        break;
      }
      case 2: {
        const std::int64_t price = random.between(3000, 5000);
        item.code = "UR", item.quantity = num(decimal(quantity, 3)), item.unit_price = num(decimal(price, 2));
        fen = divided(quantity * price, 1000);
        break;
      }
      case 3:
        if (remote) continue;
        remote = true;
        item.code = "UNIT";
        fen = divided((std::max<std::int64_t>(0, km - 20000)) * 250, 1000);
        break;
      case 4: {
        const std::int64_t beyond = std::max<std::int64_t>(0, metres - 3000);
        item.code = "WIRE", fen = std::min<std::int64_t>(5000, (beyond + 999) / 1000 * 700);
        break;
      }
      case 5:
        item.code = "FAR", fen = km >= 15000 ? divided(km * 150, 1000) : 0;
        break;
      case 6:
        item.code = "PART", fen = 1234;
        break;
      case 7: {
        const std::int64_t price = random.between(0, 99999);
        item.code = "own", item.unit_price = num(decimal(price, 2)), item.quantity = num(decimal(quantity, 3));
        fen = divided(quantity * price, 1000);
        break;
      }
      default:
        item.code = "NIGHT";
        if (item.consented) ++nights;
        break;
    }
    if (!item.consented) ++d.unconsented;
    if (item.code != "NIGHT" && item.consented) base += fen;
    d.facts.items.push_back(std::move(item));
  }
  d.total_fen = base + nights * divided(base * 50, 100);
  return d;
}

void shuffle(std::vector<Item>& items, SplitMix64& random) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[random.below(static_cast<std::uint32_t>(i))]);
}

}  // namespace

TEST_CASE("random quotes agree with the oracle and keep every promise") {
  const std::uint64_t seed = 20240708;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const int n = paidan_test::cases(2000);
  for (int i = 0; i < n; ++i) {
    CAPTURE(i);
    const Draw d = draw(random);
    const Quote q = quote(small_book(), d.facts);
    REQUIRE(q.total.minor == d.total_fen);
    REQUIRE(sum_payable(q.lines, q.currency) == q.total);
    REQUIRE(replay(q.trace, q.currency) == q.total);
    REQUIRE(quote(small_book(), d.facts) == q);
    for (const Line& line : q.lines) {
      REQUIRE((line.consented || line.payable.minor == 0));
      REQUIRE((!line.ceiling || line.amount.minor <= line.ceiling->minor));
    }
    QuoteFacts other = d.facts;
    shuffle(other.items, random);
    const Quote reordered = quote(small_book(), other);
    REQUIRE(reordered.total == q.total);
    REQUIRE(replay(reordered.trace, q.currency) == q.total);
    for (const Line& line : q.lines) {
      const auto same =
          std::find_if(reordered.lines.begin(), reordered.lines.end(), [&](const Line& l) { return l.id == line.id; });
      REQUIRE(same != reordered.lines.end());
      REQUIRE(*same == line);
    }
    for (const Outcome outcome : {Outcome::fixed, Outcome::not_fixed, Outcome::inspection_only}) {
      const Bill b = bill(q, outcome);
      REQUIRE(sum_payable(b.lines, b.currency) == b.total);
      REQUIRE(replay(b.trace, b.currency) == b.total);
      for (const Line& line : b.lines) REQUIRE((line.consented || line.payable.minor == 0));
      if (outcome == Outcome::not_fixed) REQUIRE(b.total.minor == 0);
      std::vector<Charge> charged;
      std::int64_t paid = 0;
      std::int64_t owed_back = 0;
      for (const Line& line : b.lines) {
        const std::int64_t fen = random.between(0, 20000);
        charged.push_back({line.id, Money{fen, {}}});
        paid += fen;
        owed_back += std::max<std::int64_t>(0, fen - line.payable.minor);
      }
      const Audit a = audit(b, charged);
      REQUIRE(a.charged.minor == paid);
      REQUIRE(a.refund.minor == owed_back);
      REQUIRE(a.refund.minor <= paid);
    }
  }
}

TEST_CASE("a trace with one changed number never replays to another total") {
  const std::uint64_t seed = 47;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const int n = paidan_test::cases(300);
  for (int i = 0; i < n; ++i) {
    CAPTURE(i);
    const Quote q = quote(small_book(), draw(random).facts);
    for (std::size_t s = 0; s < q.trace.size(); ++s) {
      for (Decimal Step::*number : {&Step::before, &Step::operand, &Step::after}) {
        std::vector<Step> changed = q.trace;
        changed[s].*number = *(changed[s].*number).plus(1);
        const std::optional<Money> replayed = replay(changed, q.currency);
        REQUIRE((!replayed || *replayed == q.total));
      }
      std::vector<Step> dropped = q.trace;
      dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(s));
      const std::optional<Money> replayed = replay(dropped, q.currency);
      REQUIRE((!replayed || *replayed == q.total));
    }
  }
}

TEST_CASE("no estimate ends below or above what any candidate can be quoted at") {
  const std::uint64_t seed = 3;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const std::array<const char*, 7> codes{"MAX", "FIX", "RANGE", "PROMO", "PART", "COPAY", "UR"};
  const int n = paidan_test::cases(300);
  for (int i = 0; i < n; ++i) {
    CAPTURE(i);
    EstimateRequest request;
    const int candidates = static_cast<int>(random.between(1, 4));
    for (int k = 0; k < candidates; ++k) request.price_codes.emplace_back(codes.at(random.below(7)));
    if (random.below(2) == 0) request.fee_codes = {"FIX", "NIGHT"};
    const Estimate e = estimate(small_book(), request);
    REQUIRE(e.status == EstimateStatus::priced);
    REQUIRE(e.min->minor <= e.expected->minor);
    REQUIRE(e.expected->minor <= e.max->minor);
    REQUIRE(replay(e.min_trace, Currency()) == e.min);
    REQUIRE(replay(e.max_trace, Currency()) == e.max);
    for (const std::string& code : request.price_codes) {
      const PriceRow& row = *small_book().find(code)->row;
      Item item{.code = code, .id = "work"};
      const std::int64_t low = row.price_min.to_money({}, Rounding::down)->minor;
      const std::int64_t high = row.price_max.to_money({}, Rounding::down)->minor;
      if (row.kind == "range" || row.kind == "unit-range" || row.kind == "max") {
        item.unit_price = Decimal::from(Money{random.between(low, high), {}});
      }
      std::vector<Item> items{item};
      for (const std::string& fee : request.fee_codes) items.push_back({.code = fee});
      const Money total = quote(small_book(), {.items = items}).total;
      REQUIRE(e.min->minor <= total.minor);
      REQUIRE(total.minor <= e.max->minor);
    }
  }
}
