// The warranty types as JSON, spreadsheet and Python see them.
#pragma once

#include <paidan/core/names.hpp>
#include <paidan/warranty/certificate.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<warranty::Rank> {
  static constexpr std::array<std::string_view, 5> names{"national", "local", "contract", "promise", "goodwill"};
};
template <>
struct EnumNames<warranty::TermUnit> {
  static constexpr std::array<std::string_view, 3> names{"days", "months", "years"};
};
template <>
struct EnumNames<warranty::Reading> {
  static constexpr std::array<std::string_view, 4> names{"literal", "statutory", "arranged", "contested"};
};
template <>
struct EnumNames<warranty::VerdictStatus> {
  static constexpr std::array<std::string_view, 4> names{"covered", "not_covered", "needs_evidence", "ambiguous"};
};
template <>
struct EnumNames<warranty::VerdictReason> {
  static constexpr std::array<std::string_view, 9> names{
      "in_term",        "expired",   "different_fault",    "misuse",
      "unfinished",     "no_policy", "same_fault_unknown", "calendar_unknown",
      "readings_differ"};
};

PAIDAN_FIELDS(warranty::PolicyData, "Policy") {
  v("id", &T::id, Field{.zh = "政策编号", .doc = "Unique id.", .required = true});
  v("version", &T::version, Field{.zh = "版本", .doc = "Version of this policy's text."});
  v("category", &T::category,
    Field{.zh = "保修类别",
          .doc = "Category of the work done; * = every category without a row of its own.",
          .required = true});
  v("rank", &T::rank, Field{.zh = "位阶", .doc = "national, local, contract, promise or goodwill; default promise."});
  v("term", &T::term,
    Field{.zh = "期限",
          .doc = "How long, from completion; the most there may be depends on term_unit.",
          .required = true,
          .low = 1,
          .high = warranty::longest_term(warranty::TermUnit::days)});
  v("term_unit", &T::term_unit, Field{.zh = "期限单位", .doc = "days, months or years; default days."});
  v("reading", &T::reading,
    Field{.zh = "休息日口径", .doc = "literal, statutory, arranged or contested; default contested."});
  v("contested_covers", &T::contested_covers,
    Field{.zh = "有争议时在保",
          .doc = "Default answer when readings disagree; default true, in the consumer's favour."});
  v("excludes_misuse", &T::excludes_misuse,
    Field{.zh = "人为损坏除外", .doc = "Damage caused by the customer is not covered; default true."});
  v("effective_from", &T::effective_from,
    Field{.zh = "生效日", .doc = "First day of completion governed; default always."});
  v("effective_to", &T::effective_to, Field{.zh = "失效日", .doc = "Last day of completion governed; default open."});
  v("wording_zh", &T::wording_zh, Field{.zh = "中文表述", .doc = "The promise in the customer's words, Chinese."});
  v("wording_en", &T::wording_en, Field{.zh = "英文表述", .doc = "The promise in the customer's words, English."});
  v("source", &T::source, Field{.zh = "来源", .doc = "Where it is published.", .required = true});
}

PAIDAN_FIELDS(warranty::PolicySetData, "PolicySet") {
  v("id", &T::id, Field{.zh = "政策表编号", .doc = "Name of the set."});
  v("version", &T::version, Field{.zh = "版本", .doc = "Version, any text."});
  v("policies", &T::policies, Field{.zh = "政策", .doc = "Promises and floors.", .required = true});
}

PAIDAN_FIELDS(warranty::LastDays, "LastDays") {
  v("literal", &T::literal, Field{.zh = "字面", .doc = "Rest days do not count.", .required = true});
  v("statutory", &T::statutory, Field{.zh = "法定节日", .doc = "National holidays extend; absent: unknown."});
  v("arranged", &T::arranged, Field{.zh = "放假安排", .doc = "The published calendar extends; absent: unknown."});
}

PAIDAN_FIELDS(warranty::Claim, "Claim") {
  v("id", &T::id, Field{.zh = "报修号", .doc = "Id of the claim or of the new order."});
  v("order", &T::order, Field{.zh = "原工单号", .doc = "Id of the order whose work is complained about."});
  v("category", &T::category, Field{.zh = "保修类别", .doc = "Warranty category of that work.", .required = true});
  v("service_date", &T::service_date, Field{.zh = "服务完成日", .doc = "Completion of that work.", .required = true});
  v("claim_date", &T::claim_date, Field{.zh = "报修日", .doc = "Day the customer reported.", .required = true});
  v("same_fault", &T::same_fault,
    Field{.zh = "同一故障", .doc = "Is it the fault that was repaired? Default unknown."});
  v("misuse", &T::misuse,
    Field{.zh = "人为损坏", .doc = "Caused by the customer? Default unknown, which counts as no."});
  v("fixed", &T::fixed, Field{.zh = "上次已修好", .doc = "Did the earlier visit end with a repair? Default true."});
}

PAIDAN_FIELDS(warranty::Branch, "Branch") {
  v("fact", &T::fact, Field{.zh = "事实", .doc = "Fact to find out."});
  v("value", &T::value, Field{.zh = "取值", .doc = "Its value in this branch."});
  v("status", &T::status, Field{.zh = "结论", .doc = "Verdict then."});
  v("reason", &T::reason, Field{.zh = "原因", .doc = "Its reason."});
  v("covered_to", &T::covered_to, Field{.zh = "保修至", .doc = "Last day included, when covered."});
}

PAIDAN_FIELDS(warranty::Verdict, "Verdict") {
  v("claim", &T::claim, Field{.zh = "报修号", .doc = "Id of the claim."});
  v("order", &T::order, Field{.zh = "原工单号", .doc = "Id of the earlier order."});
  v("status", &T::status,
    Field{.zh = "结论", .doc = "covered, not_covered, needs_evidence or ambiguous.", .required = true});
  v("reason", &T::reason, Field{.zh = "原因", .doc = "Why.", .required = true});
  v("policy", &T::policy, Field{.zh = "政策", .doc = "Id of the policy that gives the longest term."});
  v("version", &T::version, Field{.zh = "版本", .doc = "Its version."});
  v("source", &T::source, Field{.zh = "来源", .doc = "Where it is published."});
  v("wording_zh", &T::wording_zh, Field{.zh = "中文表述", .doc = "The promise, Chinese."});
  v("wording_en", &T::wording_en, Field{.zh = "英文表述", .doc = "The promise, English."});
  v("considered", &T::considered,
    Field{.zh = "适用政策", .doc = "Ids of all governing policies, strongest rank first."});
  v("policies_hash", &T::policies_hash, Field{.zh = "政策表指纹", .doc = "Content hash of the policy set."});
  v("calendar_version", &T::calendar_version, Field{.zh = "日历版本", .doc = "Version of the calendar."});
  v("inputs", &T::inputs, Field{.zh = "依据", .doc = "The facts it was decided on."});
  v("term", &T::term, Field{.zh = "期限", .doc = "Length of the term."});
  v("term_unit", &T::term_unit, Field{.zh = "期限单位", .doc = "days, months or years."});
  v("reading", &T::reading, Field{.zh = "休息日口径", .doc = "The policy's reading."});
  v("last_days", &T::last_days, Field{.zh = "原止日", .doc = "Last day on the three readings."});
  v("covered_to", &T::covered_to, Field{.zh = "保修至", .doc = "Last day included, up to 24:00."});
  v("covered_reading", &T::covered_reading, Field{.zh = "所依口径", .doc = "Reading that gives covered_to."});
  v("default_covered", &T::default_covered,
    Field{.zh = "默认在保", .doc = "Ambiguous: what to do until it is settled."});
  v("needed", &T::needed, Field{.zh = "还缺", .doc = "Smallest set of facts to find out."});
  v("branches", &T::branches, Field{.zh = "分支", .doc = "Outcome per value of the needed fact."});
}

PAIDAN_FIELDS(warranty::FactChange, "FactChange") {
  v("fact", &T::fact, Field{.zh = "事实", .doc = "Changed fact."});
  v("from", &T::from, Field{.zh = "原值", .doc = "Value as given; empty: unknown."});
  v("to", &T::to, Field{.zh = "新值", .doc = "Value that changes the outcome."});
}

PAIDAN_FIELDS(warranty::Counterfactual, "Counterfactual") {
  v("changes", &T::changes, Field{.zh = "改变", .doc = "One or two changed facts."});
  v("status", &T::status, Field{.zh = "结论", .doc = "What the verdict would be then."});
}

PAIDAN_FIELDS(warranty::CertificateRequest, "CertificateRequest") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
  v("category", &T::category, Field{.zh = "保修类别", .doc = "Warranty category of the work.", .required = true});
  v("service_date", &T::service_date, Field{.zh = "服务完成日", .doc = "Completion.", .required = true});
  v("technician", &T::technician, Field{.zh = "师傅", .doc = "Display name."});
  v("cause", &T::cause, Field{.zh = "故障原因", .doc = "From the service report."});
  v("method", &T::method, Field{.zh = "维修方法", .doc = "From the service report."});
  v("lines", &T::lines, Field{.zh = "明细", .doc = "Lines of the bill; only payable ones are named."});
}

PAIDAN_FIELDS(warranty::Certificate, "Certificate") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
  v("category", &T::category, Field{.zh = "保修类别", .doc = "Warranty category of the work."});
  v("technician", &T::technician, Field{.zh = "师傅", .doc = "Display name."});
  v("cause", &T::cause, Field{.zh = "故障原因", .doc = "From the service report."});
  v("method", &T::method, Field{.zh = "维修方法", .doc = "From the service report."});
  v("work", &T::work, Field{.zh = "服务内容", .doc = "Services and actions carried out."});
  v("policy", &T::policy, Field{.zh = "政策", .doc = "Id of the policy."});
  v("version", &T::version, Field{.zh = "版本", .doc = "Its version."});
  v("source", &T::source, Field{.zh = "来源", .doc = "Where it is published."});
  v("wording_zh", &T::wording_zh, Field{.zh = "中文表述", .doc = "The promise, Chinese."});
  v("wording_en", &T::wording_en, Field{.zh = "英文表述", .doc = "The promise, English."});
  v("policies_hash", &T::policies_hash, Field{.zh = "政策表指纹", .doc = "Content hash of the policy set."});
  v("calendar_version", &T::calendar_version, Field{.zh = "日历版本", .doc = "Version of the calendar."});
  v("service_date", &T::service_date, Field{.zh = "服务完成日", .doc = "Completion; not counted."});
  v("first_day", &T::first_day, Field{.zh = "起算日", .doc = "First counted day."});
  v("term", &T::term, Field{.zh = "期限", .doc = "Length of the term."});
  v("term_unit", &T::term_unit, Field{.zh = "期限单位", .doc = "days, months or years."});
  v("reading", &T::reading, Field{.zh = "休息日口径", .doc = "The policy's reading."});
  v("last_days", &T::last_days, Field{.zh = "止日", .doc = "Last day on the three readings."});
  v("last_day", &T::last_day, Field{.zh = "保修至", .doc = "The last day promised, included up to 24:00."});
  v("last_day_reading", &T::last_day_reading, Field{.zh = "所依口径", .doc = "Reading that gives last_day."});
  v("ends", &T::ends, Field{.zh = "截止时刻", .doc = "24:00."});
  v("provisional", &T::provisional, Field{.zh = "待公布", .doc = "A calendar not announced yet may still extend it."});
  v("extended_by", &T::extended_by, Field{.zh = "顺延节日", .doc = "Holiday that moved the last day; empty: none."});
}

}  // namespace paidan::inline PAIDAN_ABI
