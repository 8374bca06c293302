// What is asked and what is answered: a claim with its facts, unknown ones left open, and the verdict with its reasons.
#pragma once

#include <paidan/warranty/term.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

struct Claim {
  std::string id = {};                  ///< id of the claim or of the new order
  std::string order = {};               ///< id of the order whose work is complained about
  std::string category = {};            ///< warranty category of that work
  Date service_date = {};               ///< completion of that work
  Date claim_date = {};                 ///< day the customer reported
  std::optional<bool> same_fault = {};  ///< is it the fault that was repaired? absent: not known yet
  std::optional<bool> misuse =
      {};  ///< caused by the customer? absent counts as no: the burden is the trader's (Consumer Law art. 23)
  bool fixed = true;  ///< false: the earlier visit ended without a repair, so the visit is its continuation
  friend bool operator==(const Claim&, const Claim&) = default;
};

enum class VerdictStatus : std::uint8_t {
  covered,         ///< free rework
  not_covered,     ///< a new quote
  needs_evidence,  ///< see `needed` and `branches`
  ambiguous,       ///< lawful readings disagree, see `last_days` and `default_covered`
};

/// Why the verdict is what it is. Names in files are these words.
enum class VerdictReason : std::uint8_t {
  in_term,             ///< within the last day
  expired,             ///< after the last day on every reading that is known or can matter
  different_fault,     ///< not the fault that was repaired
  misuse,              ///< caused by the customer, and the policy excludes that
  unfinished,          ///< never fixed: no term runs, no fee is due
  no_policy,           ///< the category is known, but no policy governs it on that day
  same_fault_unknown,  ///< depends on `same_fault`
  calendar_unknown,    ///< depends on a calendar that is not announced yet
  readings_differ,     ///< the claim falls between the last days of two readings
};

/// What the verdict would be if the needed fact were so.
struct Branch {
  std::string fact = {};  ///< `same_fault`, or `calendar_2027`: will it extend the term over the claim date?
  bool value = false;
  VerdictStatus status = VerdictStatus::not_covered;
  VerdictReason reason = VerdictReason::expired;
  std::optional<Date> covered_to = {};  ///< last day included, when it is covered (or covered by default)
  friend bool operator==(const Branch&, const Branch&) = default;
};

struct Verdict {
  std::string claim = {};
  std::string order = {};
  VerdictStatus status = VerdictStatus::not_covered;
  VerdictReason reason = VerdictReason::no_policy;
  std::string policy = {};  ///< id of the policy that gives the longest term; empty when none governs
  std::string version = {};
  std::string source = {};
  std::string wording_zh = {};
  std::string wording_en = {};
  std::vector<std::string> considered = {};  ///< ids of all governing policies, strongest rank first
  std::string policies_hash = {};
  std::string calendar_version = {};
  Claim inputs = {};  ///< the facts it was decided on
  std::int32_t term = 0;
  TermUnit term_unit = TermUnit::days;
  Reading reading = Reading::contested;
  std::optional<LastDays> last_days = {};        ///< absent when no term runs
  std::optional<Date> covered_to = {};           ///< last day under the policy's reading; contested: the default's
  RestDays covered_reading = RestDays::literal;  ///< the reading that gives `covered_to`
  std::optional<bool> default_covered = {};      ///< ambiguous: what to do until it is settled
  std::vector<std::string> needed = {};  ///< smallest set of facts to find out (`same_fault`, or `calendar_2027`)
  std::vector<Branch> branches = {};     ///< outcome per value of the needed fact, yes first
  friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// One changed fact, as text (`true`, `2024-10-07`).
struct FactChange {
  std::string fact = {};
  std::string from = {};
  std::string to = {};
  friend bool operator==(const FactChange&, const FactChange&) = default;
};

/// The fewest facts that turn covered into not covered or back.
struct Counterfactual {
  std::vector<FactChange> changes = {};           ///< 1 or 2
  VerdictStatus status = VerdictStatus::covered;  ///< what it would be then
  friend bool operator==(const Counterfactual&, const Counterfactual&) = default;
};

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI
