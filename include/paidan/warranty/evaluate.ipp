#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/warranty/evaluate.hpp>
#include <paidan/warranty/policy.ipp>
#include <paidan/warranty/term.ipp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

namespace warranty_detail {

/// A governing policy with its last days and the one it promises.
struct Governed {
  const PolicyData* policy = nullptr;
  LastDays days = {};
  Date promised = {};
  RestDays promised_reading = RestDays::literal;
  bool provisional = false;  ///< an unannounced calendar may still extend `promised`
};

/// Under a settled reading its last day, under a contested one the latest known if the consumer is given the benefit.
inline Governed govern(const PolicyData& policy, Date service_date, const Calendar& calendar) {
  Governed governed{.policy = &policy, .days = last_days(service_date, policy.term, policy.term_unit, calendar)};
  governed.promised = governed.days.literal;
  const auto consider = [&](RestDays reading) {
    const std::optional<Date> day = governed.days.on(reading);
    if (!day) {
      governed.provisional = true;
    } else if (*day > governed.promised) {
      governed.promised = *day;
      governed.promised_reading = reading;
    }
  };
  const bool both = policy.reading == Reading::contested && policy.contested_covers;
  if (both || policy.reading == Reading::statutory) consider(RestDays::statutory);
  if (both || policy.reading == Reading::arranged) consider(RestDays::arranged);
  if (policy.reading == Reading::statutory) governed.promised_reading = RestDays::statutory;
  if (policy.reading == Reading::arranged) governed.promised_reading = RestDays::arranged;
  return governed;
}

/// The policy whose promise ends last; the stronger rank when equal. Absent when none is given.
inline std::optional<Governed> longest(const std::vector<const PolicyData*>& policies, Date service_date,
                                       const Calendar& calendar) {
  std::optional<Governed> best;
  for (const PolicyData* policy : policies) {
    Governed governed = govern(*policy, service_date, calendar);
    if (!best || governed.promised > best->promised) best = governed;
  }
  return best;
}

enum class InTerm : std::uint8_t { yes, no, contested, calendar_unknown };

inline InTerm in_term(const Governed& governed, Date claim) {
  const LastDays& days = governed.days;
  if (claim <= days.literal) return InTerm::yes;  // every reading ends on the literal day or later
  const Reading reading = governed.policy->reading;
  if (reading == Reading::literal) return InTerm::no;
  const bool statutory_in = days.statutory && claim <= *days.statutory;
  const bool arranged_in = days.arranged && claim <= *days.arranged;
  const bool may_extend = claim - days.literal <= longest_rest_run;
  if (reading != Reading::contested) {
    const RestDays rest = reading == Reading::statutory ? RestDays::statutory : RestDays::arranged;
    if (!days.on(rest)) return may_extend ? InTerm::calendar_unknown : InTerm::no;
    return (rest == RestDays::statutory ? statutory_in : arranged_in) ? InTerm::yes : InTerm::no;
  }
  if (statutory_in || arranged_in) return InTerm::contested;
  return (!days.statutory || !days.arranged) && may_extend ? InTerm::calendar_unknown : InTerm::no;
}

/// The year whose announcement is missing for the rest days after `literal`.
inline std::string missing_calendar(const LastDays& days, const Calendar& calendar) {
  const RestDays reading = days.arranged ? RestDays::statutory : RestDays::arranged;
  Date day = days.literal;
  while (calendar.kind(day, reading) == DayKind::rest) day = day + 1;
  return "calendar_" + std::to_string(day.parts().year);
}

inline void check_date(Errors& found, std::string_view field, Date date) {
  const std::optional<Date> low = Date::from_ymd(1900, 1, 1);
  const std::optional<Date> high = Date::from_ymd(9000, 12, 31);
  if (*low <= date && date <= *high) return;
  const int year = date.days > -3000000 && date.days < 3000000 ? date.parts().year : 0;
  found.add(paidan::out_of_range(std::string(field), std::string(field), low->text(), high->text(),
                                 year == 0 ? "day " + std::to_string(date.days) : date.text()));
}

/// A category that no policy of the set knows is a slip of the pen, not work without a promise.
inline void check_category(Errors& found, const PolicySet& policies, const std::string& category) {
  if (category.empty()) {
    found.add(paidan::errors::missing, "category", {{"field", "category"}});
    return;
  }
  const std::vector<std::string_view> known = policies.categories();
  if (known.empty()) return;  // a set without policies promises nothing
  for (const std::string_view one : known) {
    if (one == category || one == "*") return;
  }
  found.add(unknown_id(nouns::warranty_category, category, "category", known));
}

inline void check_claim(const PolicySet& policies, const Claim& claim) {
  Errors found;
  check_category(found, policies, claim.category);
  check_date(found, "service_date", claim.service_date);
  check_date(found, "claim_date", claim.claim_date);
  if (found.empty() && claim.claim_date < claim.service_date) {
    found.add(errors::claim_before_service, "claim_date",
              {{"claim", claim.claim_date.text()}, {"service", claim.service_date.text()}});
  }
  found.throw_if_any();
}

inline void conclude(Verdict& verdict, VerdictStatus status, VerdictReason reason) {
  verdict.status = status;
  verdict.reason = reason;
}

/// The verdict but for `branches`, from a checked claim.
inline Verdict decide(const PolicySet& policies, const Calendar& calendar, const Claim& claim) {
  Verdict verdict;
  verdict.claim = claim.id;
  verdict.order = claim.order;
  verdict.policies_hash = hex(policies.hash());
  verdict.calendar_version = calendar.version();
  verdict.inputs = claim;
  std::vector<const PolicyData*> governing = policies.governing(claim.category, claim.service_date);
  for (const PolicyData* policy : governing) verdict.considered.push_back(policy->id);
  if (!claim.fixed) {
    if (!claim.same_fault) {
      conclude(verdict, VerdictStatus::needs_evidence, VerdictReason::same_fault_unknown);
      verdict.needed = {"same_fault"};
    } else if (*claim.same_fault) {
      conclude(verdict, VerdictStatus::covered, VerdictReason::unfinished);
    } else {
      conclude(verdict, VerdictStatus::not_covered, VerdictReason::different_fault);
    }
    return verdict;
  }
  if (governing.empty()) {
    conclude(verdict, VerdictStatus::not_covered, VerdictReason::no_policy);
    return verdict;
  }
  const bool misuse = claim.misuse.value_or(false);
  if (misuse) std::erase_if(governing, [](const PolicyData* policy) { return policy->excludes_misuse; });
  const bool excluded = governing.empty();
  if (excluded) governing = policies.governing(claim.category, claim.service_date);
  const Governed governed = *longest(governing, claim.service_date, calendar);
  const PolicyData& policy = *governed.policy;
  verdict.policy = policy.id;
  verdict.version = policy.version;
  verdict.source = policy.source;
  verdict.wording_zh = policy.wording_zh;
  verdict.wording_en = policy.wording_en;
  verdict.term = policy.term;
  verdict.term_unit = policy.term_unit;
  verdict.reading = policy.reading;
  verdict.last_days = governed.days;
  verdict.covered_to = governed.promised;
  verdict.covered_reading = governed.promised_reading;
  if (excluded) {
    conclude(verdict, VerdictStatus::not_covered, VerdictReason::misuse);
    return verdict;
  }
  const InTerm in = in_term(governed, claim.claim_date);
  if (in == InTerm::no) {
    conclude(verdict, VerdictStatus::not_covered, VerdictReason::expired);
  } else if (claim.same_fault == false) {
    conclude(verdict, VerdictStatus::not_covered, VerdictReason::different_fault);
  } else if (!claim.same_fault) {
    conclude(verdict, VerdictStatus::needs_evidence, VerdictReason::same_fault_unknown);
    verdict.needed = {"same_fault"};
    if (in == InTerm::calendar_unknown) verdict.needed.push_back(missing_calendar(governed.days, calendar));
  } else if (in == InTerm::calendar_unknown) {
    conclude(verdict, VerdictStatus::needs_evidence, VerdictReason::calendar_unknown);
    verdict.needed = {missing_calendar(governed.days, calendar)};
  } else if (in == InTerm::contested) {
    conclude(verdict, VerdictStatus::ambiguous, VerdictReason::readings_differ);
    verdict.default_covered = policy.contested_covers;
  } else {
    conclude(verdict, VerdictStatus::covered, VerdictReason::in_term);
  }
  return verdict;
}

/// What may be changed in a claim, in the order of preference.
inline constexpr std::array<std::string_view, 4> changeable{"same_fault", "misuse", "claim_date", "fixed"};

inline std::string fact_text(std::optional<bool> fact) { return !fact ? "" : *fact ? "true" : "false"; }

/// The claim with one fact changed, and the change; one per representative value, nearest date first.
inline std::vector<std::pair<Claim, FactChange>> variants(const Claim& claim, std::string_view fact,
                                                          const std::vector<Date>& boundaries) {
  std::vector<std::pair<Claim, FactChange>> all;
  const auto add = [&](Claim changed, std::string from, std::string to) {
    if (!(changed == claim))
      all.emplace_back(std::move(changed), FactChange{std::string(fact), std::move(from), std::move(to)});
  };
  for (const bool value : {true, false}) {
    Claim changed = claim;
    if (fact == "same_fault") {
      changed.same_fault = value;
      add(changed, fact_text(claim.same_fault), fact_text(value));
    } else if (fact == "misuse") {
      changed.misuse = value;
      add(changed, fact_text(claim.misuse), fact_text(value));
    } else if (fact == "fixed") {
      changed.fixed = value;
      add(changed, fact_text(claim.fixed), fact_text(value));
    }
  }
  if (fact != "claim_date") return all;
  std::vector<Date> dates = boundaries;
  std::erase_if(dates, [&](Date day) { return day < claim.service_date; });
  std::sort(dates.begin(), dates.end(), [&](Date a, Date b) {
    const std::int32_t far_a = a < claim.claim_date ? claim.claim_date - a : a - claim.claim_date;
    const std::int32_t far_b = b < claim.claim_date ? claim.claim_date - b : b - claim.claim_date;
    return far_a != far_b ? far_a < far_b : a < b;
  });
  for (const Date day : dates) {
    Claim changed = claim;
    changed.claim_date = day;
    add(changed, claim.claim_date.text(), day.text());
  }
  return all;
}

/// Days on which coverage can change: every known last day of every governing policy and the day after.
inline std::vector<Date> boundary_days(const PolicySet& policies, const Calendar& calendar, const Claim& claim) {
  std::vector<Date> days;
  for (const PolicyData* policy : policies.governing(claim.category, claim.service_date)) {
    const LastDays last = last_days(claim.service_date, policy->term, policy->term_unit, calendar);
    const std::int32_t unknown = last.statutory && last.arranged ? 0 : longest_rest_run;
    for (const std::optional<Date>& day : {std::optional<Date>(last.literal), last.statutory, last.arranged,
                                           std::optional<Date>(last.literal + unknown)}) {
      if (!day) continue;
      days.push_back(*day);
      days.push_back(*day + 1);
    }
  }
  return days;
}

}  // namespace warranty_detail

PAIDAN_INLINE Verdict evaluate(const PolicySet& policies, const Calendar& calendar, const Claim& claim) {
  warranty_detail::check_claim(policies, claim);
  Verdict verdict = warranty_detail::decide(policies, calendar, claim);
  if (verdict.needed.empty()) return verdict;
  const std::string& fact = verdict.needed.front();
  if (fact != "same_fault") {
    verdict.branches = {{fact, true, VerdictStatus::covered, VerdictReason::in_term, std::nullopt},
                        {fact, false, VerdictStatus::not_covered, VerdictReason::expired, std::nullopt}};
    return verdict;
  }
  for (const bool value : {true, false}) {
    Claim known = claim;
    known.same_fault = value;
    const Verdict then = warranty_detail::decide(policies, calendar, known);
    const bool covered = then.status == VerdictStatus::covered || then.default_covered.value_or(false);
    verdict.branches.push_back({fact, value, then.status, then.reason, covered ? then.covered_to : std::nullopt});
  }
  return verdict;
}

PAIDAN_INLINE std::optional<Counterfactual> counterfactual(const PolicySet& policies, const Calendar& calendar,
                                                           const Claim& claim) {
  using namespace warranty_detail;
  check_claim(policies, claim);
  const bool covered = decide(policies, calendar, claim).status == VerdictStatus::covered;
  const VerdictStatus wanted = covered ? VerdictStatus::not_covered : VerdictStatus::covered;
  const std::vector<Date> boundaries = boundary_days(policies, calendar, claim);
  for (const std::string_view fact : changeable) {
    for (const auto& [changed, change] : variants(claim, fact, boundaries)) {
      if (decide(policies, calendar, changed).status == wanted) return Counterfactual{{change}, wanted};
    }
  }
  for (std::size_t a = 0; a < changeable.size(); ++a) {
    for (std::size_t b = a + 1; b < changeable.size(); ++b) {
      for (const auto& [once, first] : variants(claim, changeable.at(a), boundaries)) {
        for (const auto& [twice, second] : variants(once, changeable.at(b), boundaries)) {
          if (decide(policies, calendar, twice).status == wanted) return Counterfactual{{first, second}, wanted};
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI
