// The one table of kinds: what may stand in a file by itself, and what it is called.
#pragma once

#include <paidan/catalog/mapping.hpp>
#include <paidan/check/actual.hpp>
#include <paidan/check/evaluate.hpp>
#include <paidan/constraints/refusal.hpp>
#include <paidan/core/calendar.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/policy.hpp>

#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

/// What is read with a problem at hand, because it speaks of that problem's nouns and times.
enum class Needs : std::uint8_t { nothing, problem };

/// `T` as a kind of document. Primary template: not one.
template <class T>
struct Kind;

#define PAIDAN_KINDS(ROW)                                                       \
  ROW(ProblemData, "problem", "派单问题", nothing)                              \
  ROW(Plan, "plan", "排班", problem)                                            \
  ROW(Match, "match", "批量匹配", problem)                                      \
  ROW(PairAnswer, "pair_answer", "配对原因", problem)                           \
  ROW(PlaceValue, "place_value", "名额价值", nothing)                           \
  ROW(constraints::Refusal, "refusal", "不可派原因", problem)                   \
  ROW(check::Report, "report", "评估", problem)                                 \
  ROW(WhyNot, "why_not", "未派原因", problem)                                   \
  ROW(Unassigned, "unassigned", "无人可派", problem)                            \
  ROW(check::ActualData, "actual", "实际上门", nothing)                         \
  ROW(check::JudgedOrders, "judged_orders", "逐单评判", problem)                \
  ROW(catalog::CatalogData, "catalog", "服务目录", nothing)                     \
  ROW(catalog::MappingData, "mapping", "目录对照", nothing)                     \
  ROW(pricing::PriceBookData, "prices", "价目表", nothing)                      \
  ROW(pricing::EstimateRequest, "estimate_request", "预估请求", nothing)        \
  ROW(pricing::Estimate, "estimate", "预估", nothing)                           \
  ROW(pricing::QuoteFacts, "quote_request", "报价请求", nothing)                \
  ROW(pricing::Quote, "quote", "报价", nothing)                                 \
  ROW(pricing::Bill, "bill", "账单", nothing)                                   \
  ROW(pricing::Charges, "charges", "实收", nothing)                             \
  ROW(pricing::Audit, "audit", "核对", nothing)                                 \
  ROW(warranty::PolicySetData, "policies", "保修政策", nothing)                 \
  ROW(warranty::Claim, "claim", "保修申请", nothing)                            \
  ROW(warranty::Verdict, "verdict", "判定", nothing)                            \
  ROW(warranty::Counterfactual, "counterfactual", "反事实", nothing)            \
  ROW(warranty::CertificateRequest, "certificate_request", "凭证请求", nothing) \
  ROW(warranty::Certificate, "certificate", "保修凭证", nothing)                \
  ROW(CalendarData, "calendar", "日历", nothing)

#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS)         \
  template <>                                      \
  struct Kind<TYPE> {                              \
    static constexpr std::string_view name = NAME; \
    static constexpr std::string_view zh = ZH;     \
    static constexpr Needs needs = Needs::NEEDS;   \
  };
PAIDAN_KINDS(PAIDAN_KIND)
#undef PAIDAN_KIND

template <class T>
concept Document = requires {
  Kind<T>::name;
};
template <class T>
concept AtBorder = Document<T> && Kind<T>::needs == Needs::problem;

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
