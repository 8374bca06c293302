#include <doctest/doctest.h>
#include <paidan/pricing/audit.hpp>

#include "pricing/books.hpp"

using namespace paidan_test;

namespace {
Quote fridge() {
  return quote(
      shipped_book(),
      {.order = "2024-1",
       .items = {{.code = "S3-113"}, {.code = "S3-105"}, {.code = "sensor", .unit_price = 60, .consented = false}},
       .inspection_codes = {"S3-113"}});
}
}  // namespace

TEST_CASE("fixed: the bill is the quote") {
  const Quote q = fridge();
  const Bill b = bill(q, Outcome::fixed);
  CHECK(b.lines == q.lines);
  CHECK(b.total == yuan("150"));
  CHECK(b.order == "2024-1");
  CHECK(b.book_hash == q.book_hash);
  CHECK(replay(b.trace, b.currency) == b.total);
}

TEST_CASE("not fixed: nothing is due, even with parts used") {
  const Quote q = quote(shipped_book(),
                        {.items = {{.code = "S3-113"}, {.code = "S3-105"}, {.code = "compressor", .unit_price = 400}}});
  const Bill b = bill(q, Outcome::not_fixed);
  CHECK(b.total == yuan("0"));
  for (const Line& line : b.lines) {
    CHECK(line.payable.minor == 0);
    CHECK(line.status == LineStatus::not_fixed);
    CHECK(line.amount.minor > 0);
  }
  CHECK(replay(b.trace, b.currency) == b.total);
}

TEST_CASE("only inspected: the inspection fee alone is due") {
  const Bill b = bill(fridge(), Outcome::inspection_only);
  CHECK(b.total == yuan("30"));
  CHECK(b.lines[0].payable == yuan("30"));
  CHECK(b.lines[1].status == LineStatus::inspection_only);
  CHECK(b.lines[2].status == LineStatus::not_consented);
  CHECK(sum_payable(b.lines, b.currency) == b.total);
  CHECK(replay(b.trace, b.currency) == b.total);
}

TEST_CASE("a television opened and not repaired costs the opening and the visit") {
  const Quote q = quote(shipped_book(), {.items = {{.code = "S3-113"}, {.code = "S14-249", .unit_price = 300}},
                                         .inspection_codes = {"S3-114", "S3-113"}});
  const Bill b = bill(q, Outcome::inspection_only);
  CHECK(b.total == yuan("80"));
  CHECK(b.lines.size() == 3);
  CHECK(replay(b.trace, b.currency) == b.total);
}

TEST_CASE("a visit fee the customer has not confirmed is not due after an inspection either") {
  const Quote q =
      quote(shipped_book(), {.items = {{.code = "S3-113", .consented = false}}, .inspection_codes = {"S3-113"}});
  CHECK(bill(q, Outcome::inspection_only).total == yuan("0"));
}

TEST_CASE("an inspection cannot be billed when no inspection fee is quoted") {
  const Quote q = quote(small_book(), {.items = {{.code = "FIX"}}});
  const auto [en, zh] = messages([&] { (void)bill(q, Outcome::inspection_only); });
  CHECK(en == "outcome: the quote names no inspection fee, so 'inspection_only' cannot be billed");
  CHECK(zh == "outcome:报价未列检测费,无法按“只检测不修”结算");
}

TEST_CASE("charging 180 where the published ceiling is 120 is 60 too much") {
  const Bill b = bill(quote(shipped_book(), {.items = {{.code = "S1-047"}}}), Outcome::fixed);
  const std::vector<Charge> charged{{"S1-047", yuan("180")}};
  const Audit a = audit(b, charged);
  REQUIRE(a.lines.size() == 1);
  CHECK(a.lines[0].service == "集成灶");
  CHECK(a.lines[0].action == "换件维修");
  CHECK(a.lines[0].ceiling == yuan("120"));
  CHECK(a.lines[0].charged == yuan("180"));
  CHECK(a.lines[0].over == yuan("60"));
  CHECK(a.lines[0].finding == AuditFinding::above_ceiling);
  CHECK(a.lines[0].source == "S1");
  CHECK(a.refund == yuan("60"));
}

TEST_CASE("every way of charging too much has its own finding") {
  const Quote q = quote(shipped_book(), {.items = {{.code = "S1-047", .unit_price = 100},
                                                   {.code = "S3-113"},
                                                   {.code = "sensor", .unit_price = 60, .consented = false}}});
  const std::vector<Charge> charged{{"S1-047", yuan("110")},
                                    {"S3-113", yuan("10")},
                                    {"S3-113", yuan("15")},
                                    {"sensor", yuan("60")},
                                    {"tip", yuan("5")}};
  const Audit a = audit(bill(q, Outcome::fixed), charged);
  REQUIRE(a.lines.size() == 4);
  CHECK(a.lines[0].finding == AuditFinding::above_quote);
  CHECK(a.lines[0].over == yuan("10"));
  CHECK(a.lines[1].finding == AuditFinding::within);
  CHECK(a.lines[1].charged == yuan("25"));
  CHECK(a.lines[1].over == yuan("0"));  // five too little here excuse nothing there
  CHECK(a.lines[2].finding == AuditFinding::not_consented);
  CHECK(a.lines[3].finding == AuditFinding::not_in_bill);
  CHECK(a.lines[3].service == "tip");
  CHECK(a.due == yuan("130"));
  CHECK(a.charged == yuan("200"));
  CHECK(a.refund == yuan("75"));
  CHECK(audit(bill(q, Outcome::not_fixed), charged).lines[0].finding == AuditFinding::not_fixed);
  CHECK(audit(bill(q, Outcome::not_fixed), charged).refund == yuan("200"));
  const Quote inspected = quote(shipped_book(), {.items = {{.code = "S1-047"}}, .inspection_codes = {"S1-049"}});
  const Audit i = audit(bill(inspected, Outcome::inspection_only), std::vector<Charge>{{"S1-047", yuan("1")}});
  CHECK(i.lines[0].finding == AuditFinding::not_carried_out);
}

TEST_CASE("charges that cannot be audited are reported in both languages") {
  const Bill b = bill(quote(small_book(), {.items = {{.code = "FIX"}}}), Outcome::fixed);
  const std::vector<Charge> charged{{"FIX", yuan("-1")},
                                    {"FIX", Money{1, *Currency::parse("USD")}},
                                    {"FIX", Money{INT64_MAX, {}}},
                                    {"FIX", Money{1, {}}}};
  const auto [en, zh] = messages([&] { (void)audit(b, charged); });
  CHECK(en ==
        "charged[0].amount: amount must not be negative, got -1.00\n"
        "charged[1]: line 'FIX' is in USD, the others are in CNY\n"
        "charged[3]: the total becomes too large at line 'FIX'");
  CHECK(zh ==
        "charged[0].amount:amount不能为负数,实为-1.00\n"
        "charged[1]:“FIX”以USD计价,其余以CNY计价\n"
        "charged[3]:合计在“FIX”处过大");
}
