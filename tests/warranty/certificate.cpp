#include <doctest/doctest.h>

#include "warranty/policies.hpp"

using namespace paidan_test;

namespace {
CertificateRequest request() {
  CertificateRequest r{
      .order = "20240708-1", .category = "appliance", .service_date = day("2024-07-08"), .technician = "王师傅"};
  r.cause = "温控器失灵";
  r.method = "更换";
  ledger::Line work{.id = "1", .service = "冰箱/冷柜", .action = "换传感器"};
  ledger::Line visit{.id = "2", .service = "上门费"};
  ledger::Line refused{.id = "3", .service = "换门封", .status = ledger::LineStatus::not_consented};
  r.lines = {work, visit, refused};
  return r;
}
}  // namespace

TEST_CASE("a certificate names the last day included and why it was moved") {
  const std::optional<Certificate> c = certificate(shipped_policies(), china(), request());
  REQUIRE(c);
  CHECK(c->first_day == day("2024-07-09"));
  CHECK(c->last_days == LastDays{day("2024-10-06"), day("2024-10-06"), day("2024-10-08")});
  CHECK(c->last_day == day("2024-10-08"));
  CHECK(c->last_day_reading == RestDays::arranged);
  CHECK(c->ends.text() == "24:00");
  CHECK(c->extended_by == "国庆节");
  CHECK_FALSE(c->provisional);
  CHECK(c->term == 90);
  CHECK(c->policy == "promise-appliance-90d");
  CHECK(c->work == std::vector<std::string>{"冰箱/冷柜 换传感器", "上门费"});
  CHECK(c->technician == "王师傅");
  CHECK_FALSE(c->source.empty());
}

TEST_CASE("under a literal reading the last day stays") {
  const std::optional<Certificate> c = certificate(only(Reading::literal), china(), request());
  REQUIRE(c);
  CHECK(c->last_day == day("2024-10-06"));
  CHECK(c->extended_by.empty());
}

TEST_CASE("an unannounced calendar makes the certificate provisional") {
  CertificateRequest r = request();
  r.service_date = day("2026-11-01");
  CHECK(certificate(shipped_policies(), china(), r)->provisional);
  CHECK(certificate(shipped_policies(), china(), r)->last_day == day("2027-01-30"));
  CHECK_FALSE(certificate(only(Reading::literal), china(), r)->provisional);
}

TEST_CASE("no policy, no certificate; no category, an error") {
  CertificateRequest r = request();
  CHECK_FALSE(certificate(PolicySet(), china(), r));
  r.category = "aplliance";
  CHECK(messages([&] { (void)certificate(shipped_policies(), china(), r); }).first ==
        "category: unknown warranty category 'aplliance', did you mean 'appliance'?");
  r.category.clear();
  const auto [en, zh] = messages([&] { (void)certificate(shipped_policies(), china(), r); });
  CHECK(en == "category: category is required");
  CHECK(zh == "category:缺少必填项category");
}
