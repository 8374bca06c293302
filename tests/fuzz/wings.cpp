// Prices, quotes, policies and claims.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/documents/json.hpp>
#include <paidan/ledger/step.hpp>
#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/bill.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/warranty.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/syntax/tree.hpp>
#include <paidan/warranty/certificate.hpp>

#include <algorithm>

namespace paidan_fuzz {
namespace pricing = paidan::pricing;
namespace warranty = paidan::warranty;

namespace {

/// Whatever is quoted can be billed, audited, written, read and said.
void follow(const pricing::Quote& quote) {
  require(paidan::ledger::replay(quote.trace, quote.currency) == quote.total, "the trace replays to the total");
  const std::string written = paidan::documents::to_json(quote);
  require(paidan::documents::from_json<pricing::Quote>(written) == quote, "a quote reads back as the same");
  require(!paidan::render::quote(quote, paidan::Language::zh).empty(), "a quote can be said");
  for (const pricing::Outcome outcome :
       {pricing::Outcome::fixed, pricing::Outcome::not_fixed, pricing::Outcome::inspection_only}) {
    accepted_or_refused([&] {
      const pricing::Bill bill = pricing::bill(quote, outcome);
      require(paidan::ledger::replay(bill.trace, bill.currency) == bill.total, "the bill's trace replays to its total");
      require(paidan::documents::from_json<pricing::Bill>(paidan::documents::to_json(bill)) == bill,
              "a bill reads back as the same");
      static_cast<void>(paidan::render::bill_html(bill, paidan::Language::en));
      std::vector<pricing::Charge> charges;
      for (const paidan::ledger::Line& line : bill.lines) charges.push_back({line.id, line.payable});
      const pricing::Audit audit = pricing::audit(bill, charges);
      require(audit.refund.minor == 0, "nothing is refunded of what was due");
    });
  }
}

void follow(const pricing::Estimate& estimate) {
  require(paidan::documents::from_json<pricing::Estimate>(paidan::documents::to_json(estimate)) == estimate,
          "an estimate reads back as the same");
  if (estimate.min && estimate.max) require(estimate.min->minor <= estimate.max->minor, "least is not above most");
  static_cast<void>(paidan::render::estimate(estimate, paidan::Language::zh));
}

void judge(const warranty::PolicySet& policies, const warranty::Claim& claim) {
  accepted_or_refused([&] {
    const warranty::Verdict verdict = warranty::evaluate(policies, fixed_calendar(), claim);
    require(paidan::documents::from_json<warranty::Verdict>(paidan::documents::to_json(verdict)) == verdict,
            "a verdict reads back as the same");
    static_cast<void>(paidan::render::verdict(verdict, fixed_calendar(), paidan::Language::zh));
    if (const auto other = warranty::counterfactual(policies, fixed_calendar(), claim)) {
      require(other->changes.size() == 1 || other->changes.size() == 2, "one or two changed facts");
      require(paidan::documents::from_json<warranty::Counterfactual>(paidan::documents::to_json(*other)) == *other,
              "a counterfactual reads back as the same");
    }
  });
}

void certify(const warranty::PolicySet& policies, const warranty::CertificateRequest& request) {
  accepted_or_refused([&] {
    const auto certificate = warranty::certificate(policies, fixed_calendar(), request);
    if (!certificate) return;
    require(certificate->first_day <= certificate->last_day, "a term has days");
    require(
        paidan::documents::from_json<warranty::Certificate>(paidan::documents::to_json(*certificate)) == *certificate,
        "a certificate reads back as the same");
    static_cast<void>(paidan::render::certificate_html(*certificate, paidan::Language::zh));
  });
}

}  // namespace

void prices(std::string_view input) {
  const std::vector<std::string> files = split_files(input);
  accepted_or_refused([&] {
    pricing::PriceBookData data =
        files[0].starts_with('{')
            ? paidan::documents::from_json<pricing::PriceBookData>(files[0])
            : paidan::sheets::price_book_data_from_csv(files[0], files.size() > 1 ? files[1] : "", "book");
    const std::string written = paidan::documents::to_json(data);
    require(paidan::documents::to_json(paidan::documents::from_json<pricing::PriceBookData>(written)) == written,
            "a book reads back as the same");
    const pricing::PriceBook book(std::move(data));
    pricing::EstimateRequest request;
    pricing::QuoteFacts facts;
    for (const paidan::pricing::PriceRow& row : book.data().rows) {
      if (facts.items.size() == 50) break;
      request.price_codes.push_back(row.code);
      pricing::Item item;
      item.code = row.code;
      if (facts.items.size() % 3 == 1) item.quantity = paidan::Decimal(7);
      item.unit_price = row.price_min;
      facts.items.push_back(item);
      accepted_or_refused([&] {
        pricing::QuoteFacts one;
        one.items = {item};
        one.measures = {{"one_way_km", *paidan::Decimal::parse("26.5")},
                        {"work_hours", *paidan::Decimal::parse("1.5")}};
        follow(pricing::quote(book, one));
      });
    }
    facts.measures = {{"one_way_km", paidan::Decimal(26)}};
    request.measures = facts.measures;
    accepted_or_refused([&] { follow(pricing::quote(book, facts)); });
    accepted_or_refused([&] { follow(pricing::estimate(book, request)); });
  });
}

void quote(std::string_view input) {
  accepted_or_refused([&] {
    const pricing::QuoteFacts facts = paidan::documents::from_json<pricing::QuoteFacts>(input);
    const std::string written = paidan::documents::to_json(facts);
    require(paidan::documents::to_json(paidan::documents::from_json<pricing::QuoteFacts>(written)) == written,
            "facts read back as the same");
    const pricing::Quote quote = pricing::quote(fixed_book(), facts);
    follow(quote);
    pricing::QuoteFacts turned = facts;
    std::reverse(turned.items.begin(), turned.items.end());
    accepted_or_refused([&] {
      require(pricing::quote(fixed_book(), turned).total == quote.total,
              "the total does not depend on the items' order");
    });
  });
  accepted_or_refused(
      [&] { follow(pricing::estimate(fixed_book(), paidan::documents::from_json<pricing::EstimateRequest>(input))); });
}

void policies(std::string_view input) {
  accepted_or_refused([&] {
    warranty::PolicySetData data = input.starts_with('{') ? paidan::documents::from_json<warranty::PolicySetData>(input)
                                                          : paidan::sheets::policy_set_data_from_csv(input);
    const std::string written = paidan::documents::to_json(data);
    require(paidan::documents::to_json(paidan::documents::from_json<warranty::PolicySetData>(written)) == written,
            "policies read back as the same");
    const warranty::PolicySet policies(std::move(data));
    int judged = 0;
    for (const std::string_view category : policies.categories()) {
      if (++judged > 20) break;
      for (const std::int32_t service : {19'905, 20'000}) {
        for (const std::int32_t after : {0, 31, 95, 400}) {
          warranty::Claim claim;
          claim.category = category;
          claim.service_date.days = service;
          claim.claim_date.days = service + after;
          judge(policies, claim);
          claim.same_fault = true;
          judge(policies, claim);
        }
        warranty::CertificateRequest request;
        request.category = category;
        request.service_date.days = service;
        certify(policies, request);
      }
    }
  });
}

void claim(std::string_view input) {
  accepted_or_refused([&] {
    const warranty::Claim claim = paidan::documents::from_json<warranty::Claim>(input);
    require(paidan::documents::from_json<warranty::Claim>(paidan::documents::to_json(claim)) == claim,
            "a claim reads back as the same");
    judge(fixed_policies(), claim);
  });
  accepted_or_refused([&] {
    const warranty::CertificateRequest request = paidan::documents::from_json<warranty::CertificateRequest>(input);
    certify(fixed_policies(), request);
  });
}

}  // namespace paidan_fuzz
