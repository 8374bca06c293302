#include <doctest/doctest.h>
#include <paidan/core/random.hpp>

#include "support/soak.hpp"
#include "warranty/policies.hpp"

using namespace paidan_test;

namespace {

Claim claim(const std::string& reported, std::optional<bool> same_fault = std::nullopt) {
  return {.id = "new",
          .order = "old",
          .category = "appliance",
          .service_date = day("2024-07-08"),
          .claim_date = day(reported),
          .same_fault = same_fault};
}
Verdict judge(const Claim& c, const PolicySet& policies = shipped_policies(), const Calendar& calendar = china()) {
  return evaluate(policies, calendar, c);
}

}  // namespace

TEST_CASE("a repeat visit without proof of the same fault needs exactly that evidence, with both outcomes") {
  const Verdict v = judge(claim("2024-09-20"));
  CHECK(v.status == VerdictStatus::needs_evidence);
  CHECK(v.reason == VerdictReason::same_fault_unknown);
  CHECK(v.needed == std::vector<std::string>{"same_fault"});
  REQUIRE(v.branches.size() == 2);
  CHECK(v.branches[0] == Branch{"same_fault", true, VerdictStatus::covered, VerdictReason::in_term, day("2024-10-08")});
  CHECK(v.branches[1] ==
        Branch{"same_fault", false, VerdictStatus::not_covered, VerdictReason::different_fault, std::nullopt});
  CHECK(v.policy == "promise-appliance-90d");
  CHECK(v.considered == std::vector<std::string>{"sanbao-repair-30d", "promise-appliance-90d"});
  CHECK(v.last_days->literal == day("2024-10-06"));
  CHECK(v.last_days->statutory == day("2024-10-06"));
  CHECK(v.covered_to == day("2024-10-08"));
  CHECK(v.covered_reading == RestDays::arranged);
  CHECK(v.policies_hash.size() == 16);
  CHECK(v.calendar_version == "holidays-cn 2007–2026");
  CHECK(v.inputs == claim("2024-09-20"));
}

TEST_CASE("the same fault is covered to the end of the last day") {
  CHECK(judge(claim("2024-07-08", true)).status == VerdictStatus::covered);
  CHECK(judge(claim("2024-10-06", true)).status == VerdictStatus::covered);
  CHECK(judge(claim("2024-10-06", true)).reason == VerdictReason::in_term);
  CHECK(judge(claim("2024-10-09", true)).status == VerdictStatus::not_covered);
  CHECK(judge(claim("2024-10-09", true)).reason == VerdictReason::expired);
}

TEST_CASE("between two readings the verdict is ambiguous, with the policy's default") {
  for (const char* reported : {"2024-10-07", "2024-10-08"}) {
    const Verdict v = judge(claim(reported, true));
    CHECK(v.status == VerdictStatus::ambiguous);
    CHECK(v.reason == VerdictReason::readings_differ);
    CHECK(v.default_covered == true);
    CHECK(v.covered_to == day("2024-10-08"));
  }
  const Verdict strict = judge(claim("2024-10-07", true), only(Reading::contested, 90, TermUnit::days, false));
  CHECK(strict.status == VerdictStatus::ambiguous);
  CHECK(strict.default_covered == false);
  CHECK(strict.covered_to == day("2024-10-06"));
  const Verdict open = judge(claim("2024-10-07"));
  CHECK(open.needed == std::vector<std::string>{"same_fault"});
  CHECK(open.branches[0] ==
        Branch{"same_fault", true, VerdictStatus::ambiguous, VerdictReason::readings_differ, day("2024-10-08")});
}

TEST_CASE("a settled reading decides") {
  CHECK(judge(claim("2024-10-07", true), only(Reading::literal)).reason == VerdictReason::expired);
  CHECK(judge(claim("2024-10-07", true), only(Reading::statutory)).reason == VerdictReason::expired);
  CHECK(judge(claim("2024-10-07", true), only(Reading::arranged)).status == VerdictStatus::covered);
  CHECK(judge(claim("2024-10-07", true), only(Reading::arranged)).covered_to == day("2024-10-08"));
  CHECK(judge(claim("2024-10-09", true), only(Reading::arranged)).status == VerdictStatus::not_covered);
}

TEST_CASE("no evidence is asked for that cannot change the answer") {
  const Verdict late = judge(claim("2025-01-01"));
  CHECK(late.status == VerdictStatus::not_covered);
  CHECK(late.reason == VerdictReason::expired);
  CHECK(late.needed.empty());
  Claim misused = claim("2024-08-01");
  misused.misuse = true;
  CHECK(judge(misused).reason == VerdictReason::misuse);
  CHECK(judge(misused).needed.empty());
  CHECK(judge(claim("2024-08-01"), PolicySet()).reason == VerdictReason::no_policy);
  CHECK_FALSE(judge(claim("2024-08-01"), PolicySet()).last_days);
}

TEST_CASE("a category that no policy knows is an error with the nearest one, not work without a promise") {
  const auto wrong = [](const std::string& category, const PolicySet& set = shipped_policies()) {
    Claim c = claim("2024-08-01", true);
    c.category = category;
    return messages([&] { (void)judge(c, set); });
  };
  CHECK(wrong("appliances").first == "category: unknown warranty category 'appliances', did you mean 'appliance'?");
  CHECK(wrong("appliances").second == "category:未知的保修类别“appliances”,是否为“appliance”?");
  CHECK(wrong("Appliance").first == "category: unknown warranty category 'Appliance', did you mean 'appliance'?");
  CHECK(wrong("aquarium").first == "category: unknown warranty category 'aquarium'");
  Claim unfinished = claim("2024-08-01", true);
  unfinished.category = "appliances";
  unfinished.fixed = false;  // no policy is asked for it, yet the slip is one
  CHECK(messages([&] { (void)judge(unfinished); }).first == wrong("appliances").first);
  CHECK(messages([&] { (void)counterfactual(shipped_policies(), china(), unfinished); }).first ==
        wrong("appliances").first);
  // `*` knows every category; a policy that is not in force knows its own.
  CHECK(wrong("appliances", only(Reading::literal)).first == "nothing thrown");
  PolicySetData later = shipped_policies_data();
  for (PolicyData& policy : later.policies) policy.effective_from = day("2024-12-01");
  CHECK(judge(claim("2024-08-01", true), PolicySet(later)).reason == VerdictReason::no_policy);
}

TEST_CASE("refrigerant topped up in a refrigerator is warranted for 30 days, an appliance for 90") {
  Claim c = claim("2025-10-10", true);
  c.category = "refrigerant_refrigerator";
  c.service_date = day("2025-09-01");
  CHECK(judge(c).reason == VerdictReason::expired);
  CHECK(judge(c).last_days->arranged == day("2025-10-09"));
  c.category = "appliance";
  CHECK(judge(c).status == VerdictStatus::covered);
}

TEST_CASE("a different fault is a new order, misuse is excluded, an unfinished repair goes on without a fee") {
  CHECK(judge(claim("2024-08-01", false)).reason == VerdictReason::different_fault);
  Claim misused = claim("2024-08-01", true);
  misused.misuse = true;
  CHECK(judge(misused).status == VerdictStatus::not_covered);
  misused.misuse = false;
  CHECK(judge(misused).status == VerdictStatus::covered);
  Claim unfinished = claim("2025-08-01", true);
  unfinished.fixed = false;
  CHECK(judge(unfinished).status == VerdictStatus::covered);
  CHECK(judge(unfinished).reason == VerdictReason::unfinished);
  unfinished.same_fault = false;
  CHECK(judge(unfinished).reason == VerdictReason::different_fault);
  unfinished.same_fault.reset();
  const Verdict v = judge(unfinished);
  CHECK(v.needed == std::vector<std::string>{"same_fault"});
  CHECK(v.branches[0].reason == VerdictReason::unfinished);
  CHECK_FALSE(v.branches[0].covered_to);
}

TEST_CASE("misuse passes over to a policy that does not exclude it") {
  const PolicySet set({.policies = {{.id = "long", .category = "*", .term = 90, .source = "s"},
                                    {.id = "kind",
                                     .category = "*",
                                     .rank = Rank::goodwill,
                                     .term = 30,
                                     .excludes_misuse = false,
                                     .source = "s"}}});
  Claim c = claim("2024-08-01", true);
  CHECK(judge(c, set).policy == "long");
  c.misuse = true;
  CHECK(judge(c, set).policy == "kind");
  CHECK(judge(c, set).status == VerdictStatus::covered);
  c.claim_date = day("2024-09-01");
  CHECK(judge(c, set).reason == VerdictReason::expired);
}

TEST_CASE("a stronger rule's floor lifts a shorter promise") {
  const PolicySet floor(
      {.policies = {{.id = "contract", .category = "*", .rank = Rank::contract, .term = 15, .source = "s"},
                    {.id = "law", .category = "*", .rank = Rank::local, .term = 30, .source = "s"}}});
  CHECK(judge(claim("2024-08-01", true), floor).policy == "law");
  const PolicySet longer(
      {.policies = {{.id = "promise", .category = "*", .term = 90, .source = "s"},
                    {.id = "law", .category = "*", .rank = Rank::local, .term = 30, .source = "s"}}});
  CHECK(judge(claim("2024-08-01", true), longer).policy == "promise");
}

TEST_CASE("an unannounced calendar is asked for only where it can matter") {
  Claim c = claim("2027-01-30", true);
  c.service_date = day("2026-11-01");  // literal 2027-01-30, a Saturday
  CHECK(judge(c).status == VerdictStatus::covered);
  c.claim_date = day("2027-01-31");
  const Verdict v = judge(c);
  CHECK(v.status == VerdictStatus::needs_evidence);
  CHECK(v.reason == VerdictReason::calendar_unknown);
  CHECK(v.needed == std::vector<std::string>{"calendar_2027"});
  REQUIRE(v.branches.size() == 2);
  CHECK(v.branches[0].status == VerdictStatus::covered);
  CHECK(v.branches[1].status == VerdictStatus::not_covered);
  c.same_fault.reset();
  CHECK(judge(c).needed == std::vector<std::string>{"same_fault", "calendar_2027"});
  c.claim_date = day("2027-06-01");
  CHECK(judge(c).reason == VerdictReason::expired);
  c.same_fault = true;
  c.claim_date = day("2027-01-31");
  CHECK(judge(c, only(Reading::literal)).reason == VerdictReason::expired);
  CHECK(judge(c, only(Reading::arranged)).reason == VerdictReason::calendar_unknown);
}

TEST_CASE("claims that make no sense are refused in both languages") {
  const auto [en, zh] = messages([] { (void)judge(claim("2024-07-07")); });
  CHECK(en == "claim_date: claim_date 2024-07-07 is before service_date 2024-07-08");
  CHECK(zh == "claim_date:报修日2024-07-07早于服务完成日2024-07-08");
  Claim c;
  c.service_date = Date{INT32_MAX};
  const auto both = messages([&] { (void)judge(c); });
  CHECK(both.first ==
        "category: category is required\n"
        "service_date: service_date must be between 1900-01-01 and 9000-12-31, got day 2147483647");
  CHECK(both.second ==
        "category:缺少必填项category\n"
        "service_date:service_date须在1900-01-01与9000-12-31之间,实为day 2147483647");
}

TEST_CASE("the counterfactual is the smallest change that turns the verdict") {
  const auto why = [](const Claim& c, const PolicySet& set = shipped_policies()) {
    return counterfactual(set, china(), c);
  };
  std::optional<Counterfactual> c = why(claim("2024-08-01", false));
  REQUIRE(c);
  CHECK(c->changes == std::vector<FactChange>{{"same_fault", "false", "true"}});
  CHECK(c->status == VerdictStatus::covered);
  c = why(claim("2024-08-01", true));
  CHECK(c->changes == std::vector<FactChange>{{"same_fault", "true", "false"}});
  CHECK(c->status == VerdictStatus::not_covered);
  c = why(claim("2024-12-24", true));
  CHECK(c->changes == std::vector<FactChange>{{"claim_date", "2024-12-24", "2024-10-06"}});
  c = why(claim("2024-10-07", true));  // ambiguous: one day earlier it would have been plain
  CHECK(c->changes == std::vector<FactChange>{{"claim_date", "2024-10-07", "2024-10-06"}});
  c = why(claim("2024-12-24"));
  CHECK(c->changes == std::vector<FactChange>{{"same_fault", "", "true"}, {"claim_date", "2024-12-24", "2024-10-06"}});
  Claim hopeless = claim("2024-12-24", false);
  hopeless.misuse = true;
  CHECK(why(hopeless)->changes == std::vector<FactChange>{{"same_fault", "false", "true"}, {"fixed", "true", "false"}});
  c = why(claim("2024-12-24", true), PolicySet());
  CHECK(c->changes == std::vector<FactChange>{{"fixed", "true", "false"}});
}

TEST_CASE("the counterfactual, applied, does what it says, and no single fact does it when it names two") {
  const std::uint64_t seed = 11;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const int n = paidan_test::cases(400);
  const auto fact = [&random]() -> std::optional<bool> {
    const auto pick = random.below(3);
    return pick == 0 ? std::optional<bool>() : std::optional<bool>(pick == 1);
  };
  for (int i = 0; i < n; ++i) {
    CAPTURE(i);
    Claim c{.category = random.below(2) == 0 ? "appliance" : "refrigerant_refrigerator"};
    c.service_date = day("2024-01-01") + static_cast<std::int32_t>(random.below(1000));
    c.claim_date = c.service_date + static_cast<std::int32_t>(random.below(130));
    c.same_fault = fact();
    c.misuse = fact();
    c.fixed = random.below(4) != 0;
    const bool covered = judge(c).status == VerdictStatus::covered;
    const std::optional<Counterfactual> change = counterfactual(shipped_policies(), china(), c);
    REQUIRE(change);
    const auto apply = [](Claim to, const FactChange& one) {
      if (one.fact == "same_fault") to.same_fault = one.to == "true";
      if (one.fact == "misuse") to.misuse = one.to == "true";
      if (one.fact == "fixed") to.fixed = one.to == "true";
      if (one.fact == "claim_date") to.claim_date = day(one.to);
      return to;
    };
    Claim changed = c;
    for (const FactChange& one : change->changes) changed = apply(changed, one);
    REQUIRE(judge(changed).status == change->status);
    REQUIRE((change->status == VerdictStatus::covered) != covered);
    if (change->changes.size() < 2) continue;
    for (const FactChange& one : change->changes) REQUIRE(judge(apply(c, one)).status != change->status);
  }
}

TEST_CASE("the named evidence is enough: every assignment of it resolves the claim") {
  SplitMix64 random(12);
  const int n = paidan_test::cases(400);
  for (int i = 0; i < n; ++i) {
    CAPTURE(i);
    Claim c{.category = "appliance"};
    c.service_date = day("2024-01-01") + static_cast<std::int32_t>(random.below(900));
    c.claim_date = c.service_date + static_cast<std::int32_t>(random.below(130));
    const Verdict v = judge(c);
    if (v.status != VerdictStatus::needs_evidence || v.needed.size() != 1) continue;
    REQUIRE(v.needed[0] == "same_fault");
    for (const bool value : {true, false}) {
      c.same_fault = value;
      REQUIRE(judge(c).status != VerdictStatus::needs_evidence);
    }
    REQUIRE(v.branches[0].status != v.branches[1].status);
  }
}
