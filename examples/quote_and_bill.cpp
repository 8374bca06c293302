// From the estimate to the bill: a price list with its sources, a line added during the visit, and an overcharge found.
#include <array>
#include <iostream>
#include <paidan/paidan.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

int main() {
  const std::string data = PAIDAN_EXAMPLE_DATA;
  const pricing::PriceBook book(sheets::price_book_data_from_csv(
      syntax::read_file(data + "/prices.csv"), syntax::read_file(data + "/price_rules.csv"), "published"));
  const catalog::Catalog catalog(sheets::catalog_data_from_csv(syntax::read_file(data + "/catalog.csv")));

  // Before the visit: a range for the customer's words.
  const catalog::EntryData* fault = catalog.find("冰箱300–500升不制冷");
  if (fault == nullptr) return 1;
  const pricing::Estimate range = pricing::estimate(book, pricing::estimate_request(*fault));
  std::cout << render::estimate(range, Language::zh) << "\n\n";

  // After the diagnosis: the quote. The sensor was added on site, and the customer has not confirmed it.
  pricing::QuoteFacts facts{
      .order = "2081",
      .items = {{.code = "S3-113"},
                {.code = "S3-105"},
                {.code = "S1-054"},
                {.code = "sensor", .name = "更换传感器", .unit_price = Decimal(45), .consented = false}},
      .measures = {{.name = "one_way_km", .value = 26}},
      .inspection_codes = fault->inspection_codes};
  const pricing::Quote quote = pricing::quote(book, facts);
  std::cout << render::quote(quote, Language::zh) << "\n\n";

  // The customer confirms the change; the work is done.
  facts.items.back().consented = true;
  const pricing::Bill bill = pricing::bill(pricing::quote(book, facts), pricing::Outcome::fixed);
  std::cout << render::bill(bill, Language::zh) << "\n\n";

  // More was taken for the repair than the published price.
  const std::array charged{pricing::Charge{.line = "S3-105", .amount = {.minor = 180'00}}};
  const pricing::Audit audit = pricing::audit(bill, charged);
  std::cout << render::audit(audit, Language::zh) << '\n';

  // 30 + 120 + 6 km × 2 = 162; the sensor counts once it is confirmed; every total replays from its trace.
  const bool fine = quote.total.minor == 162'00 && bill.total.minor == 207'00 && audit.refund.minor == 60'00 &&
                    ledger::replay(bill.trace, bill.currency) == bill.total;
  return fine ? 0 : 1;
}
