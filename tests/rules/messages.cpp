#include <paidan/rules/table/table.hpp>
#include <paidan/rules/table/table_columns.hpp>
#include <paidan/sheets/rules_csv.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

namespace rules = paidan::rules;
using paidan::Language;
using rules::DecisionTable;
using rules::HitPolicy;
using rules::TableData;
using rules::Value;

namespace {

TableData fees() {
  TableData data;
  data.name = "fees";
  data.inputs = {{"", "km", "number", ">= 0", 0}};
  data.outputs = {{"fee", "number", "", "", 0}};
  data.rules = {{"a", {"<= 5"}, {"30"}, {}, 0}, {"b", {"> 5"}, {"30 + km"}, {}, 0}};
  return data;
}

struct Wrong {
  std::function<void(TableData&)> change;
  std::string english;
  std::string chinese;
};

std::string sheet_errors(std::string_view csv, Language language) {
  try {
    static_cast<void>(paidan::sheets::decision_table_from_csv(csv, "f"));
  } catch (const paidan::InvalidInput& wrong) {
    return wrong.message(language);
  }
  return "";
}

}  // namespace

TEST_CASE("what is wrong with a table's data is said in both languages") {
  const std::vector<Wrong> all{
      {[](TableData& d) { d.outputs.clear(); }, "outputs: a decision table needs at least one output",
       "outputs:决策表至少需要一个输出列"},
      {[](TableData& d) { d.rules[1].inputs.clear(); }, "rules[1]: 0 input cells, but the table has 1",
       "rules[1]:有0个输入格,而表中有1个"},
      {[](TableData& d) { d.rules[1].outputs.emplace_back("1"); }, "rules[1]: 2 output cells, but the table has 1",
       "rules[1]:有2个输出格,而表中有1个"},
      {[](TableData& d) { d.rules[1].annotations = {"x"}; }, "rules[1]: 1 annotations, but the table has 0",
       "rules[1]:有1个备注,而表中有0个"},
      {[](TableData& d) { d.inputs[0].expression.clear(); },
       "inputs[0].expression: this input has neither an expression nor a name",
       "inputs[0].expression:该输入列既没有表达式也没有名称"},
      {[](TableData& d) {
         d.outputs.emplace_back();
         for (rules::RuleData& rule : d.rules) rule.outputs.emplace_back("1");
       },
       "outputs[1].name: with several outputs each needs a name", "outputs[1].name:有多个输出列时每列都需要名称"},
      {[](TableData& d) {
         d.outputs.push_back(d.outputs[0]);
         for (rules::RuleData& rule : d.rules) rule.outputs.emplace_back("1");
       },
       "outputs[1].name: output 'fee' is given twice", "outputs[1].name:输出列“fee”重复"},
      {[](TableData& d) { d.rules[1].id = "a"; }, "rules[1]: rule 'a' is given twice (first: rule 1)",
       "rules[1]:规则“a”重复(首次为第1条)"},
      {[](TableData& d) {
         d.hit = HitPolicy::sum;
         d.outputs.push_back({"more", "", "", "", 0});
         for (rules::RuleData& rule : d.rules) rule.outputs.emplace_back("1");
       },
       "outputs: hit policy C+ needs exactly one output, the table has 2",
       "outputs:命中策略C+只能有一个输出列,表中有2个"},
      {[](TableData& d) { d.hit = HitPolicy::priority; },
       "outputs: hit policy P needs the allowed values of an output: they are its order, best first",
       "outputs:命中策略P需要输出列的取值范围,其先后即优先次序"},
      {[](TableData& d) {
         d.hit = HitPolicy::output_order;
         d.outputs[0].allowed = "> 3";
       },
       "outputs[0].allowed: with hit policy O the allowed values must be a list of values, best first",
       "outputs[0].allowed:命中策略O要求取值范围为一列具体的值,优先者在前"},
      {[](TableData& d) { d.rules[0].outputs[0] = "\"x\""; },
       "rules[0].outputs[0]: the output must be of type number, got \"x\"",
       "rules[0].outputs[0]:输出应为number类型,实为\"x\""},
      {[](TableData& d) { d.rules[0].outputs[0] = " "; },
       "rules[0].outputs[0]: an output is missing (write null for none)",
       "rules[0].outputs[0]:缺少输出(没有时请写null)"},
      {[](TableData& d) { d.inputs.resize(257, d.inputs[0]); }, "257 inputs; at most 256 are possible",
       "257个输入列,最多可有256个"},
  };
  for (const Wrong& one : all) {
    TableData data = fees();
    one.change(data);
    const auto errors = DecisionTable::validate(data);
    CAPTURE(one.english);
    REQUIRE(!errors.empty());
    CHECK(errors[0].message(Language::en) == one.english);
    CHECK(errors[0].message(Language::zh) == one.chinese);
  }
}

TEST_CASE("why a table does not decide is said in both languages") {
  const auto said = [](const TableData& data, const std::vector<Value>& inputs, Language language) {
    const std::vector<Value> scope{inputs.empty() ? Value{} : inputs[0]};
    const auto decision = DecisionTable(data).decide_inputs(inputs, scope);
    return decision.errors.empty() ? std::string() : decision.errors[0].message(language);
  };
  CHECK(said(fees(), {}, Language::en) == "fees: 0 inputs, but the table has 1");
  CHECK(said(fees(), {}, Language::zh) == "fees:给出0个输入,而表中有1个");
  CHECK(said(fees(), {"far"}, Language::zh) == "fees:km应为number类型,实为\"far\"");
  const auto missing = DecisionTable(fees()).decide(Value::context({}));
  REQUIRE(missing.errors.size() == 1);
  CHECK(missing.errors[0].message(Language::zh) == "km:缺少事实“km”");
  TableData data = fees();
  data.hit = HitPolicy::any;
  data.rules[1].inputs[0] = ">= 5";
  CHECK(said(data, {5}, Language::zh) == "fees:规则a, b同时命中但输出不同,命中策略A不允许:km = 5");
  data.hit = HitPolicy::min;
  data.outputs[0].type.clear();
  data.rules[1].outputs[0] = "\"x\"";
  CHECK(said(data, {5}, Language::zh) == "fees:命中策略C<无法汇总规则a, b的输出:km = 5");
}

TEST_CASE("what is wrong with whole columns is said in both languages") {
  const auto said = [](const TableData& data, std::size_t rows, Language language) {
    const std::vector<std::int64_t> km{1, 2};
    const std::vector<rules::FactColumn> columns{{.name = "km", .integers = km}};
    try {
      static_cast<void>(rules::match_columns(DecisionTable(data), columns, rows));
    } catch (const paidan::InvalidInput& wrong) {
      return wrong.message(language);
    }
    return std::string();
  };
  TableData data = fees();
  CHECK(said(data, 2, Language::en).empty());
  CHECK(said(data, 3, Language::en).ends_with("column 'km' has 2 rows, expected 3"));
  CHECK(said(data, 3, Language::zh).ends_with("列“km”有2行,应为3行"));
  data.hit = HitPolicy::any;
  CHECK(said(data, 2, Language::en).ends_with("whole columns with hit policy A need outputs that are constant"));
  CHECK(said(data, 2, Language::zh).ends_with("按列计算时,命中策略A要求输出为常量"));
}

TEST_CASE("what is wrong with the form of a sheet is said in Chinese too") {
  const auto zh = [](std::string_view csv) { return sheet_errors(csv, Language::zh); };
  CHECK(zh("t,U\nexpression,a,b\n") == "f:缺少以“种类”开头、逐列注明输入、输出或备注的一行");
  CHECK(zh("t,U\nkind,in,aus\nexpression,a,b\n") ==
        "f: C2,第2行:“aus”不是列的种类,应为输入、输出或备注\nf: C3,第3行:C列没有注明种类(输入、输出或备注),却有内容");
  CHECK(zh("t,U\nkind,in,out\nkind,in,out\nexpression,a,b\n") == "f: A3,第3行:标题行“kind”重复(首次在第2行)");
  CHECK(zh("t,U\nkind,in,out,note\nname,,x\nexpression,a,b,c\ndefault,1,2\n") ==
        "f: B5,第5行:“default”不适用于输入列\nf: C3,第3行:该列有两个名称:“b”和“x”");
  CHECK(zh("t,U\nkind,in,out\nexpression,a,b\ntype,numbr\n").ends_with(",是否为“number”?"));
}
