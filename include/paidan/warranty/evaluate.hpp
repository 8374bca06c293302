// Who pays for the repeat visit: covered, not covered, evidence needed, or readings of the law in conflict – and why.
#pragma once

#include <paidan/warranty/claim.hpp>

#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

/// No announced run of rest days has been longer than 10 (Spring Festival 2020); beyond this an expired claim stays
/// expired whatever next year's calendar will say.
inline constexpr std::int32_t longest_rest_run = 31;

/// Pure function of its inputs. Throws InvalidInput when the claim is before the service, has no category, or one that
/// no policy of the set knows (`*` knows all, and a set without policies is not asked).
/// Order of the rules: unfinished (then only `same_fault` matters) → no policy → misuse → term over on every reading →
/// different fault → fault unknown → readings. Of several governing policies the one with the longest term decides.
/// An unannounced calendar is taken to extend a term by at most `longest_rest_run` days.
[[nodiscard]] PAIDAN_EXPORT Verdict evaluate(const PolicySet& policies, const Calendar& calendar, const Claim& claim);

/// On demand: the fewest changed facts (one, else two), then the order same_fault, misuse, claim_date, fixed, then the
/// nearest date, that make a covered claim not covered or any other claim covered. Absent: none within two facts.
/// `claim_date` never moves before the service.
[[nodiscard]] PAIDAN_EXPORT std::optional<Counterfactual> counterfactual(const PolicySet& policies,
                                                                         const Calendar& calendar, const Claim& claim);

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/warranty/evaluate.ipp>
#endif
