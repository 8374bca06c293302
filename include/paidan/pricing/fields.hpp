// The pricing types as JSON, spreadsheet and Python see them.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/ledger/fields.hpp>
#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/estimate.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<pricing::EstimateStatus> {
  static constexpr std::array<std::string_view, 4> names{"priced", "open_ended", "needs_facts", "not_in_price_list"};
};
template <>
struct EnumNames<pricing::Outcome> {
  static constexpr std::array<std::string_view, 3> names{"fixed", "not_fixed", "inspection_only"};
};
template <>
struct EnumNames<pricing::AuditFinding> {
  static constexpr std::array<std::string_view, 7> names{"within",    "above_ceiling",   "above_quote", "not_consented",
                                                         "not_fixed", "not_carried_out", "not_in_bill"};
};

PAIDAN_FIELDS(pricing::PriceRow, "PriceRow") {
  v("code", &T::code, Field{.zh = "编码", .doc = "Unique price code.", .required = true});
  v("category", &T::category, Field{.zh = "类别", .doc = "Group of services."});
  v("service", &T::service, Field{.zh = "服务", .doc = "Service or product as published.", .required = true});
  v("action", &T::action, Field{.zh = "项目", .doc = "What is done to it as published."});
  v("mode", &T::mode, Field{.zh = "方式", .doc = "on-site, in-store, in-store/mail-in or any; default any."});
  v("tier", &T::tier, Field{.zh = "档位", .doc = "Size, region or other band as published."});
  v("unit", &T::unit, Field{.zh = "单位", .doc = "Unit of the quantity."});
  v("currency", &T::currency, Field{.zh = "币种", .doc = "ISO 4217 code, PCT for kind percent; default CNY."});
  v("price_min", &T::price_min,
    Field{.zh = "最低价", .doc = "Lowest price per unit, in the currency.", .required = true});
  v("price_max", &T::price_max,
    Field{.zh = "最高价", .doc = "Highest price per unit, in the currency.", .required = true});
  v("kind", &T::kind,
    Field{.zh = "类型",
          .doc = "max, fixed, from, range, unit, promo, part, copay, percent or unit-range.",
          .required = true});
  v("source", &T::source, Field{.zh = "来源", .doc = "Code of the publication.", .required = true});
  v("grade", &T::grade, Field{.zh = "等级", .doc = "A a brand's own tariff … E a demonstration."});
  v("note", &T::note, Field{.zh = "备注", .doc = "As published."});
}

PAIDAN_FIELDS(pricing::QuantityRule, "QuantityRule") {
  v("code", &T::code, Field{.zh = "编码", .doc = "Price code; at most one rule each.", .required = true});
  v("measure", &T::measure,
    Field{.zh = "计量", .doc = "Fact the quantity is read from; empty: the item's own quantity."});
  v("threshold", &T::threshold, Field{.zh = "起算", .doc = "Below it nothing is charged; default 0."});
  v("free_allowance", &T::free_allowance, Field{.zh = "免费量", .doc = "Quantity not charged; default 0."});
  v("increment", &T::increment,
    Field{.zh = "进位",
          .doc = "Round up to a multiple of it; less than a millionth of it above one is refused; default 0 = not "
                 "rounded."});
  v("once_per_visit", &T::once_per_visit,
    Field{.zh = "一户一次", .doc = "One fee per household visit however many units; default false."});
  v("cap", &T::cap, Field{.zh = "封顶", .doc = "Highest amount of the line, in the row's currency; default none."});
  v("note", &T::note, Field{.zh = "备注", .doc = "The published words it rests on."});
}

PAIDAN_FIELDS(pricing::PriceBookData, "PriceBook") {
  v("id", &T::id, Field{.zh = "价目表编号", .doc = "Name of the book.", .required = true});
  v("version", &T::version, Field{.zh = "版本", .doc = "Version, any text."});
  v("currency", &T::currency, Field{.zh = "币种", .doc = "Of the host's own prices, ISO 4217; default CNY."});
  v("effective_from", &T::effective_from, Field{.zh = "生效日", .doc = "First day in force; default always."});
  v("effective_to", &T::effective_to, Field{.zh = "失效日", .doc = "Last day in force; default until replaced."});
  v("rows", &T::rows, Field{.zh = "价目", .doc = "Published charges.", .required = true});
  v("rules", &T::rules, Field{.zh = "数量规则", .doc = "How quantities are charged; default none."});
}

PAIDAN_FIELDS(pricing::Measure, "Measure") {
  v("name", &T::name, Field{.zh = "名称", .doc = "Name of the fact, e.g. one_way_km.", .required = true});
  v("value", &T::value, Field{.zh = "数值", .doc = "Its value, 0 or more.", .required = true});
}

PAIDAN_FIELDS(pricing::Item, "QuoteItem") {
  v("code", &T::code, Field{.zh = "编码", .doc = "Price code, or the host's own.", .required = true});
  v("id", &T::id, Field{.zh = "行号", .doc = "Line id, unique; default the code."});
  v("name", &T::name, Field{.zh = "名称", .doc = "Display name; default as published."});
  v("quantity", &T::quantity, Field{.zh = "数量", .doc = "0 or more; default the rule's measure, else 1."});
  v("unit_price", &T::unit_price, Field{.zh = "单价", .doc = "Where the book leaves room, within what is published."});
  v("consented", &T::consented, Field{.zh = "已确认", .doc = "Confirmed by the customer; default true."});
}

PAIDAN_FIELDS(pricing::QuoteFacts, "QuoteFacts") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
  v("date", &T::date, Field{.zh = "日期", .doc = "Date of the order; must be in the book's effective interval."});
  v("items", &T::items, Field{.zh = "项目", .doc = "What is charged.", .required = true});
  v("measures", &T::measures, Field{.zh = "计量", .doc = "Named numbers that quantity rules read; default none."});
  v("inspection_codes", &T::inspection_codes,
    Field{.zh = "检测费编码", .doc = "Due when it is only inspected; default none."});
}

PAIDAN_FIELDS(pricing::Unpriced, "Unpriced") {
  v("code", &T::code, Field{.zh = "编码", .doc = "Code asked for."});
  v("name", &T::name, Field{.zh = "名称", .doc = "Display name, or the missing measure."});
  v("reason", &T::reason,
    Field{.zh = "原因", .doc = "not_in_price_list, no_price_codes or needs_measure.", .required = true});
}

PAIDAN_FIELDS(pricing::Quote, "Quote") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
  v("book", &T::book, Field{.zh = "价目表", .doc = "Id of the price book."});
  v("book_version", &T::book_version, Field{.zh = "价目表版本", .doc = "Its version."});
  v("book_hash", &T::book_hash, Field{.zh = "价目表指纹", .doc = "Its content hash, 16 hexadecimal digits."});
  v("currency", &T::currency, Field{.zh = "币种", .doc = "Currency of every amount."});
  v("lines", &T::lines, Field{.zh = "明细", .doc = "Lines in the order of the items.", .required = true});
  v("total", &T::total, Field{.zh = "合计", .doc = "Sum of what is payable.", .required = true});
  v("inspection", &T::inspection, Field{.zh = "检测费", .doc = "Lines due instead when it is only inspected."});
  v("inspection_trace", &T::inspection_trace,
    Field{.zh = "检测费计算过程", .doc = "Steps that replay to the inspection fee."});
  v("unpriced", &T::unpriced, Field{.zh = "价目表无此项", .doc = "Not in the price list: no figure is given."});
  v("trace", &T::trace, Field{.zh = "计算过程", .doc = "Steps that replay to the total."});
}

PAIDAN_FIELDS(pricing::EstimateRequest, "EstimateRequest") {
  v("service", &T::service, Field{.zh = "服务", .doc = "Display name of the service or fault."});
  v("date", &T::date, Field{.zh = "日期", .doc = "Must be in the book's effective interval."});
  v("price_codes", &T::price_codes,
    Field{.zh = "价目编码", .doc = "Candidate solutions, one of which will be carried out."});
  v("fee_codes", &T::fee_codes, Field{.zh = "附加费编码", .doc = "Charged with any of them; default none."});
  v("inspection_codes", &T::inspection_codes,
    Field{.zh = "检测费编码", .doc = "Charged instead when only inspected; default none."});
  v("excludes", &T::excludes, Field{.zh = "不含", .doc = "What no figure contains; default none."});
  v("measures", &T::measures, Field{.zh = "计量", .doc = "Named numbers that quantity rules read; default none."});
}

PAIDAN_FIELDS(pricing::EstimateOption, "EstimateOption") {
  v("code", &T::code, Field{.zh = "编码", .doc = "Price code."});
  v("service", &T::service, Field{.zh = "服务", .doc = "Service as published."});
  v("action", &T::action, Field{.zh = "项目", .doc = "What is done as published."});
  v("source", &T::source, Field{.zh = "来源", .doc = "Code of the publication."});
  v("kind", &T::kind, Field{.zh = "类型", .doc = "What the published figure means."});
  v("low", &T::low, Field{.zh = "最低", .doc = "Lowest amount without fees."});
  v("high", &T::high, Field{.zh = "最高", .doc = "Highest amount without fees; absent for a starting price."});
}

PAIDAN_FIELDS(pricing::Estimate, "Estimate") {
  v("service", &T::service, Field{.zh = "服务", .doc = "Display name of the service or fault."});
  v("status", &T::status,
    Field{.zh = "状态", .doc = "priced, open_ended, needs_facts or not_in_price_list.", .required = true});
  v("book", &T::book, Field{.zh = "价目表", .doc = "Id of the price book."});
  v("book_version", &T::book_version, Field{.zh = "价目表版本", .doc = "Its version."});
  v("book_hash", &T::book_hash, Field{.zh = "价目表指纹", .doc = "Its content hash."});
  v("min", &T::min, Field{.zh = "最低", .doc = "Cheapest candidate at its lowest price, fees included."});
  v("expected", &T::expected, Field{.zh = "预期", .doc = "Mean of the candidates' mid-prices, fees included."});
  v("max", &T::max, Field{.zh = "最高", .doc = "Dearest candidate at its highest price, fees included."});
  v("work_min", &T::work_min, Field{.zh = "人工最低", .doc = "The same without the fees."});
  v("work_max", &T::work_max, Field{.zh = "人工最高", .doc = "The same without the fees."});
  v("at_most", &T::at_most, Field{.zh = "均为上限", .doc = "Every candidate is a published ceiling."});
  v("options", &T::options, Field{.zh = "方案", .doc = "Candidate solutions."});
  v("fees", &T::fees, Field{.zh = "附加费", .doc = "Fee lines."});
  v("inspection", &T::inspection, Field{.zh = "检测费", .doc = "Due when it is only inspected."});
  v("excludes", &T::excludes, Field{.zh = "不含", .doc = "What no figure contains."});
  v("unpriced", &T::unpriced, Field{.zh = "价目表无此项", .doc = "Why there is no figure."});
  v("min_trace", &T::min_trace, Field{.zh = "最低价计算过程", .doc = "Replays to min."});
  v("max_trace", &T::max_trace, Field{.zh = "最高价计算过程", .doc = "Replays to max."});
}

PAIDAN_FIELDS(pricing::Bill, "Bill") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
  v("book", &T::book, Field{.zh = "价目表", .doc = "Id of the price book."});
  v("book_version", &T::book_version, Field{.zh = "价目表版本", .doc = "Its version."});
  v("book_hash", &T::book_hash, Field{.zh = "价目表指纹", .doc = "Its content hash."});
  v("currency", &T::currency, Field{.zh = "币种", .doc = "Currency of every amount."});
  v("outcome", &T::outcome, Field{.zh = "结果", .doc = "fixed, not_fixed or inspection_only.", .required = true});
  v("lines", &T::lines, Field{.zh = "明细", .doc = "Lines and what is payable of each.", .required = true});
  v("total", &T::total, Field{.zh = "应付", .doc = "Sum of what is payable.", .required = true});
  v("trace", &T::trace, Field{.zh = "计算过程", .doc = "Steps that replay to the total."});
}

PAIDAN_FIELDS(pricing::Charge, "Charge") {
  v("line", &T::line, Field{.zh = "行号", .doc = "Line id of the bill.", .required = true});
  v("amount", &T::amount, Field{.zh = "实收", .doc = "What was taken, 0 or more.", .required = true});
}

PAIDAN_FIELDS(pricing::Charges, "Charges") {
  v("charges", &T::charges, Field{.zh = "实收", .doc = "What was really taken, line by line.", .required = true});
}

PAIDAN_FIELDS(pricing::AuditLine, "AuditLine") {
  v("line", &T::line, Field{.zh = "行号", .doc = "Line id, or the text of an unknown charge."});
  v("code", &T::code, Field{.zh = "编码", .doc = "Price code."});
  v("service", &T::service, Field{.zh = "服务", .doc = "Service as published."});
  v("action", &T::action, Field{.zh = "项目", .doc = "What is done as published."});
  v("due", &T::due, Field{.zh = "应收", .doc = "Payable under the frozen bill."});
  v("ceiling", &T::ceiling, Field{.zh = "上限", .doc = "Highest amount the published row allows."});
  v("charged", &T::charged, Field{.zh = "实收", .doc = "What was taken."});
  v("over", &T::over, Field{.zh = "多收", .doc = "Charged above what was due."});
  v("finding", &T::finding, Field{.zh = "结论", .doc = "Which limit was passed."});
  v("source", &T::source, Field{.zh = "来源", .doc = "Code of the publication."});
}

PAIDAN_FIELDS(pricing::Audit, "Audit") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
  v("book_hash", &T::book_hash, Field{.zh = "价目表指纹", .doc = "Content hash of the frozen book."});
  v("lines", &T::lines, Field{.zh = "明细", .doc = "Line by line."});
  v("due", &T::due, Field{.zh = "应收", .doc = "Total of the bill."});
  v("charged", &T::charged, Field{.zh = "实收", .doc = "Total taken."});
  v("refund", &T::refund, Field{.zh = "退还", .doc = "Sum of what was charged above what was due."});
}

}  // namespace paidan::inline PAIDAN_ABI
