// Promises and legal floors as data: category, term, reading of rest days, wording and source. Nothing here is legal
// advice.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/core/time.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

namespace errors {
inline constexpr ErrorKind bad_term{"bad_term", "term must be between 1 and {high} {unit}, got {value}",
                                    "期限须在1至{high}{unit_zh}之间,实为{value}"};
inline constexpr ErrorKind overlapping_policies{
    "overlapping_policies", "policy '{id}' and '{first}' of rank {rank} both govern category '{category}' on {date}",
    "政策“{id}”与“{first}”同级({rank_zh}),在{date_zh}都适用于类别“{category}”"};
inline constexpr ErrorKind claim_before_service{"claim_before_service",
                                                "claim_date {claim} is before service_date {service}",
                                                "报修日{claim}早于服务完成日{service}"};
}  // namespace errors

/// From the strongest to the weakest. A claim gets the longest term that any rank gives, so floors are always honoured.
enum class Rank : std::uint8_t { national, local, contract, promise, goodwill };

enum class TermUnit : std::uint8_t { days, months, years };

/// The most that a term in this unit may be; the least is 1.
[[nodiscard]] constexpr std::int32_t longest_term(TermUnit unit) {
  constexpr std::array<std::int32_t, 3> most{3650, 1200, 100};  // days, months, years
  return most.at(static_cast<std::size_t>(unit));
}

/// Which reading of Civil Code art. 203 governs; `contested` = none is settled, see `Policy::contested_covers`.
enum class Reading : std::uint8_t { literal, statutory, arranged, contested };

struct PolicyData {
  std::string id = {};       ///< unique
  std::string version = {};  ///< of this policy's text
  std::string category =
      {};  ///< warranty category of the work done; `*` = every category without a row of its own at this rank
  Rank rank = Rank::promise;
  std::int32_t term = 0;  ///< 1 … longest_term(term_unit), counted from service completion, that day not included
  TermUnit term_unit = TermUnit::days;
  Reading reading = Reading::contested;
  bool contested_covers = true;  ///< when readings disagree about a claim: the default answer, in the consumer's favour
  bool excludes_misuse = true;   ///< damage caused by the customer is not covered
  std::optional<Date> effective_from = {};  ///< services completed on these days, both included
  std::optional<Date> effective_to = {};
  std::string wording_zh = {};  ///< the promise in the customer's words
  std::string wording_en = {};
  std::string source = {};  ///< where it is published; required
  std::int64_t row = 0;
  friend bool operator==(const PolicyData&, const PolicyData&) = default;
};

struct PolicySetData {
  std::string id = {};
  std::string version = {};
  std::vector<PolicyData> policies = {};
  friend bool operator==(const PolicySetData&, const PolicySetData&) = default;
};

/// Immutable and shareable across threads.
class PolicySet {
 public:
  PolicySet() = default;
  /// Throws InvalidInput with all errors that `validate` finds.
  PAIDAN_EXPORT explicit PolicySet(PolicySetData data);
  /// Duplicate id, missing category or source, term out of range, two policies of one rank for one category at one
  /// time.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const PolicySetData& data);

  /// A changed copy: `auto d = set.data(); …; PolicySet(d)`.
  [[nodiscard]] const PolicySetData& data() const { return data_; }
  [[nodiscard]] const std::vector<PolicyData>& policies() const { return data_.policies; }
  /// Content hash over every field but the spreadsheet rows.
  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  [[nodiscard]] PAIDAN_EXPORT const PolicyData* find(std::string_view id) const;
  /// Categories in input order, without repeats; contains `*` when a policy governs all.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string_view> categories() const;
  /// Policies that govern work of `category` completed on `service_date`: per rank the one of that very category, else
  /// `*`; strongest rank first.
  [[nodiscard]] PAIDAN_EXPORT std::vector<const PolicyData*> governing(std::string_view category,
                                                                       Date service_date) const;

 private:
  PolicySetData data_;
  std::uint64_t hash_ = 0;
};

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/warranty/policy.ipp>
#endif
