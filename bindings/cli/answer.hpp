// What a command answers: a JSON document and, when a language is asked for, the same in words.
#pragma once

#include <paidan/core/calendar.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/pricing/bill.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/warranty/policy.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan_cli {

using MaybeLanguage = std::optional<paidan::Language>;

struct Answer {
  std::string document;             ///< JSON in the layout that was asked for
  std::optional<std::string> text;  ///< when a language was given
};

/// Index of an id; throws InvalidInput with the nearest one.
[[nodiscard]] paidan::OrderIndex order_of(const paidan::Problem& problem, const std::string& id);
[[nodiscard]] paidan::TechnicianIndex technician_of(const paidan::Problem& problem, const std::string& id);

/// One technician, or all of them when `technician` is null.
[[nodiscard]] Answer explain(const paidan::Problem& problem, const paidan::Plan& plan, const std::string& order,
                             const std::string* technician, MaybeLanguage language, paidan::syntax::Layout layout);
/// What a match was asked for besides numbers: pairs as ORDER:TECHNICIAN or ORDER:TECHNICIAN:SHIFT, orders by id.
struct MatchWords {
  std::vector<std::string> forced;
  std::vector<std::string> forbidden;
  std::vector<std::string> must_serve;
  std::optional<std::string> explain;  ///< answer about this pair instead of the match
};
/// The match; or why one pair is not in it.
[[nodiscard]] Answer match_answer(const paidan::Problem& problem, paidan::MatchOptions options, const MatchWords& words,
                                  MaybeLanguage language, paidan::syntax::Layout layout);
/// The quote; with an outcome the bill; with charges the audit of that bill.
[[nodiscard]] Answer quote_answer(const paidan::pricing::PriceBook& book, const paidan::pricing::QuoteFacts& facts,
                                  const std::string* outcome, const paidan::documents::ChargesDocument* charges,
                                  MaybeLanguage language, paidan::syntax::Layout layout);
[[nodiscard]] Answer estimate_answer(const paidan::pricing::PriceBook& book,
                                     const paidan::pricing::EstimateRequest& request, MaybeLanguage language,
                                     paidan::syntax::Layout layout);
/// What the catalog says about a service, as a request.
[[nodiscard]] paidan::pricing::EstimateRequest request_of(const paidan::catalog::Catalog& catalog,
                                                          const std::string& service);
[[nodiscard]] Answer verdict_answer(const paidan::warranty::PolicySet& policies, const paidan::Calendar& calendar,
                                    const paidan::warranty::Claim& claim, MaybeLanguage language,
                                    paidan::syntax::Layout layout);
[[nodiscard]] Answer counterfactual_answer(const paidan::warranty::PolicySet& policies,
                                           const paidan::Calendar& calendar, const paidan::warranty::Claim& claim,
                                           paidan::syntax::Layout layout);
[[nodiscard]] Answer certificate_answer(const paidan::warranty::PolicySet& policies, const paidan::Calendar& calendar,
                                        const paidan::warranty::CertificateRequest& request, MaybeLanguage language,
                                        paidan::syntax::Layout layout);

}  // namespace paidan_cli
