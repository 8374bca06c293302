// Lines and steps as JSON, spreadsheet and Python see them.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/ledger/line.hpp>
#include <paidan/ledger/step.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<ledger::PriceKind> {
  static constexpr std::array<std::string_view, 10> names{"max",   "fixed", "from",  "range",   "unit",
                                                          "promo", "part",  "copay", "percent", "unit-range"};
};

template <>
struct EnumNames<ledger::LineStatus> {
  static constexpr std::array<std::string_view, 4> names{"payable", "not_consented", "not_fixed", "inspection_only"};
};

template <>
struct EnumNames<ledger::StepRule> {
  static constexpr std::array<std::string_view, 12> names{
      "quantity",  "threshold", "free_allowance", "round_up",       "unit_price", "cap",
      "surcharge", "add",       "not_consented",  "once_per_visit", "not_fixed",  "inspection_only"};
};

PAIDAN_FIELDS(ledger::Line, "Line") {
  v("id", &T::id, Field{.zh = "行号", .doc = "Unique in its quote.", .required = true});
  v("code", &T::code, Field{.zh = "编码", .doc = "Price code."});
  v("service", &T::service, Field{.zh = "服务", .doc = "Service as published, or the host's name."});
  v("action", &T::action, Field{.zh = "项目", .doc = "What is done as published."});
  v("tier", &T::tier, Field{.zh = "档位", .doc = "Band as published."});
  v("kind", &T::kind, Field{.zh = "类型", .doc = "What the published figure means."});
  v("measured", &T::measured, Field{.zh = "计量值", .doc = "The fact the quantity comes from."});
  v("measure", &T::measure, Field{.zh = "计量", .doc = "Its name."});
  v("free_allowance", &T::free_allowance, Field{.zh = "免费量", .doc = "Quantity not charged."});
  v("quantity", &T::quantity, Field{.zh = "数量", .doc = "Quantity charged."});
  v("unit", &T::unit, Field{.zh = "单位", .doc = "Unit of the quantity."});
  v("unit_price", &T::unit_price, Field{.zh = "单价", .doc = "Price of one unit; for kind percent the percentage."});
  v("amount", &T::amount, Field{.zh = "金额", .doc = "What the line costs.", .required = true});
  v("payable", &T::payable, Field{.zh = "应付", .doc = "What it adds to the total.", .required = true});
  v("status", &T::status, Field{.zh = "状态", .doc = "Why it counts or does not."});
  v("consented", &T::consented, Field{.zh = "已确认", .doc = "Confirmed by the customer."});
  v("once_per_visit", &T::once_per_visit, Field{.zh = "一户一次", .doc = "One fee however many units."});
  v("ceiling", &T::ceiling, Field{.zh = "上限", .doc = "Highest amount the published row allows."});
  v("source", &T::source, Field{.zh = "来源", .doc = "Code of the publication; empty: the host's own price."});
  v("note", &T::note, Field{.zh = "备注", .doc = "As published."});
}

PAIDAN_FIELDS(ledger::Step, "Step") {
  v("rule", &T::rule, Field{.zh = "规则", .doc = "Operation.", .required = true});
  v("line", &T::line, Field{.zh = "行号", .doc = "Line id; empty for the whole."});
  v("code", &T::code, Field{.zh = "编码", .doc = "Price code."});
  v("source", &T::source, Field{.zh = "来源", .doc = "Publication of the operand; empty: the host's fact."});
  v("input", &T::input, Field{.zh = "输入", .doc = "Name of the fact used."});
  v("before", &T::before, Field{.zh = "之前", .doc = "Number before the step.", .required = true});
  v("operand", &T::operand, Field{.zh = "操作数", .doc = "Number the rule uses.", .required = true});
  v("after", &T::after, Field{.zh = "之后", .doc = "Number after the step.", .required = true});
}

}  // namespace paidan::inline PAIDAN_ABI
