#include <paidan/rules/model/model.hpp>
#include <paidan/sheets/dmn_xml.hpp>

#include <doctest/doctest.h>

#include <string>

using paidan::InvalidInput;
using paidan::Language;
using paidan::rules::BoxedData;
using paidan::rules::HitPolicy;
using paidan::sheets::read_dmn;

namespace {

std::string error_of(const std::string& xml, Language language = Language::en) {
  try {
    (void)read_dmn(xml);
  } catch (const InvalidInput& invalid) {
    return invalid.message(language);
  }
  return "";
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("a DMN file is read as it is written, whatever the prefixes") {
  const auto model = read_dmn(R"(<?xml version="1.0"?>
<d:definitions xmlns:d="x" name="m">
  <d:extensionElements><anything/></d:extensionElements>
  <d:itemDefinition name="tList" isCollection="true"><d:typeRef>feel:number</d:typeRef>
    <d:allowedValues><d:text> [0..10] </d:text></d:allowedValues></d:itemDefinition>
  <d:inputData id="i" name="in"><d:variable name="in" typeRef="feel:tList"/></d:inputData>
  <d:decision id="t" name="table"><d:variable name="table" typeRef="string"/>
    <d:informationRequirement><d:requiredInput href="#i"/></d:informationRequirement>
    <d:decisionTable hitPolicy="COLLECT" aggregation="SUM" outputLabel="sum">
      <d:input label="how many"><d:inputExpression typeRef="number"><d:text>count(in)</d:text></d:inputExpression>
        <d:inputValues><d:text>&gt;= 0</d:text></d:inputValues></d:input>
      <d:output name="o" typeRef="number"><d:outputValues><d:text>1, 2</d:text></d:outputValues>
        <d:defaultOutputEntry><d:text>0</d:text></d:defaultOutputEntry></d:output>
      <d:annotation name="source"/>
      <d:rule id="first"><d:inputEntry><d:text><![CDATA[< 3]]></d:text></d:inputEntry>
        <d:outputEntry><d:text>1</d:text></d:outputEntry>
        <d:annotationEntry><d:text>list 7</d:text></d:annotationEntry></d:rule>
    </d:decisionTable></d:decision>
  <d:decision id="r" name="rows"><d:relation><d:column name="a"/><d:column name="b"/>
    <d:row><d:literalExpression><d:text>1</d:text></d:literalExpression>
           <d:literalExpression><d:text>2</d:text></d:literalExpression></d:row></d:relation></d:decision>
</d:definitions>)");
  CHECK(model.name == "m");
  REQUIRE(model.items.size() == 1);
  CHECK(model.items[0].type == "number");
  CHECK(model.items[0].collection);
  CHECK(model.items[0].allowed == "[0..10]");
  CHECK(model.inputs.at(0).type == "tList");
  REQUIRE(model.decisions.size() == 2);
  CHECK(model.decisions[0].requires_names == std::vector<std::string>{"in"});
  const auto& table = model.decisions[0].logic.table;
  CHECK(table.hit == HitPolicy::sum);
  CHECK(table.inputs.at(0).name == "how many");
  CHECK(table.inputs.at(0).expression == "count(in)");
  CHECK(table.inputs.at(0).type == "number");
  CHECK(table.inputs.at(0).allowed == ">= 0");
  CHECK(table.outputs.at(0).allowed == "1, 2");
  CHECK(table.outputs.at(0).otherwise == "0");
  CHECK(table.annotations == std::vector<std::string>{"source"});
  CHECK(table.rules.at(0).id == "first");
  CHECK(table.rules.at(0).inputs == std::vector<std::string>{"< 3"});
  CHECK(table.rules.at(0).annotations == std::vector<std::string>{"list 7"});
  const paidan::rules::DecisionModel made(model);
  CHECK(made.evaluate("rows", {}).value.literal() == "[{a: 1, b: 2}]");
}

TEST_CASE("a file that is no DMN is refused, saying where") {
  CHECK(error_of("") == "the file is empty");
  CHECK(error_of("<definitions>\n  <a></b>") == "not XML at line 2, column 8: Start-end tags mismatch");
  CHECK(error_of("<definitions>\n  <a></b>", Language::zh) == "第2行第8列不是XML:Start-end tags mismatch");
  CHECK(error_of("<html/>") == "the root element is 'html', not 'definitions'");
  CHECK(error_of("<html/>", Language::zh) == "根元素是“html”,不是“definitions”");
  CHECK(error_of("<definitions>\n<import/></definitions>") == "line 2: 'import' is not supported");
  CHECK(error_of("<definitions>\n<import/></definitions>", Language::zh) == "第2行:不支持“import”");
  CHECK(error_of("<definitions><decision name='d'>\n<literalExpression expressionLanguage='python'><text>1</text>"
                 "</literalExpression></decision></definitions>") == "line 2: 'python' is not supported");
  CHECK(error_of("<definitions><decision name='d'><conditional/></decision></definitions>") ==
        "line 1: 'conditional' is not supported");
  CHECK(error_of("<definitions><decision name='d'>\n<informationRequirement><requiredInput href='#x'/>"
                 "</informationRequirement></decision></definitions>") == "line 2: nothing has the id 'x'");
  CHECK(error_of("<definitions><decision name='d'><informationRequirement><requiredInput href='#x'/>"
                 "</informationRequirement></decision></definitions>",
                 Language::zh) == "第1行:没有id为“x”的元素");
  CHECK(error_of("<definitions><decision name='d'><decisionTable hitPolicy='BEST'/></decision></definitions>") ==
        "line 1: unknown hit policy 'BEST'");
  CHECK(error_of("<definitions><decision name='d'><decisionTable hitPolicy='BEST'/></decision></definitions>",
                 Language::zh) == "第1行:未知的命中策略“BEST”");
}

TEST_CASE("XML that is too large or too deep is refused in bounded time") {
  const std::string deep = "<definitions>" + repeated("<a>", 10'000) + repeated("</a>", 10'000) + "</definitions>";
  CHECK(error_of(deep) == "line 1: elements are nested more than 200 deep");
  CHECK(error_of(deep, Language::zh) == "第1行:元素嵌套超过200层");
  CHECK(error_of(repeated("<a>", 700'000)).find("not XML at line 1") == 0);
  const std::string large = "<definitions name='" + std::string(17'000'000, 'x') + "'/>";
  CHECK(error_of(large) == "the file has more than 16777216 bytes, the limit of this reader");
  // A text of 2,000,000 characters inside is refused as an expression.
  const auto model = read_dmn("<definitions><decision name='d'><literalExpression><text>" +
                              std::string(2'000'000, '1') + "</text></literalExpression></decision></definitions>");
  const auto errors = paidan::rules::DecisionModel::validate(model);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message(Language::en) == "d: the text has 2000000 bytes; at most 100000 are read");
  CHECK(error_of("<definitions>\n<a b='&#xd800;'/></definitions>") ==
        "not XML at line 2, column 1: a character that is none");
  // Entities are not expanded beyond the five of XML.
  CHECK(read_dmn("<!DOCTYPE d [<!ENTITY a 'aaaa'>]><definitions name='&a;&lt;'/>").name == "&a;<");
}

TEST_CASE("a model without input data reads what its decisions read") {
  const auto model = read_dmn(R"(<definitions name="dish">
  <decision id="s" name="Season of the day"><decisionTable hitPolicy="FIRST">
    <input><inputExpression typeRef="integer"><text>temperature</text></inputExpression></input>
    <output name="season" typeRef="string"/>
    <rule><inputEntry><text>&gt; 20</text></inputEntry><outputEntry><text>"summer"</text></outputEntry></rule>
    <rule><inputEntry><text/></inputEntry><outputEntry><text>"winter"</text></outputEntry></rule></decisionTable></decision>
  <decision id="d" name="dish"><informationRequirement><requiredDecision href="#s"/></informationRequirement>
    <decisionTable>
    <input><inputExpression typeRef="string"><text>season</text></inputExpression></input>
    <input><inputExpression typeRef="long"><text>guest count</text></inputExpression></input>
    <output name="o" typeRef="double"/>
    <rule><inputEntry><text>"summer"</text></inputEntry><inputEntry><text>&lt; 8</text></inputEntry>
      <outputEntry><text>guest count * price</text></outputEntry></rule></decisionTable></decision>
  <decision id="t" name="twice"><literalExpression><text>2 * price</text></literalExpression></decision>
</definitions>)");
  REQUIRE(model.inputs.size() == 3);
  CHECK(model.inputs[0].name == "temperature");
  CHECK(model.inputs[0].type == "integer");
  CHECK(model.inputs[1].name == "guest count");
  CHECK(model.inputs[2].name == "price");
  const paidan::rules::DecisionModel made(model);
  using paidan::rules::Value;
  const auto outcome = made.evaluate_all(Value::context({{"temperature", 25}, {"guest count", 4}, {"price", 10}}));
  CHECK(outcome.errors.empty());
  CHECK(outcome.value.literal() == "{\"Season of the day\": \"summer\", dish: 40, twice: 20}");
}

TEST_CASE("one part that is not supported leaves the other decisions to be asked") {
  const auto model = read_dmn(R"(<definitions>
  <decision name="good"><literalExpression><text>1</text></literalExpression></decision>
  <decision name="boxed"><conditional/></decision>
  <decision name="python"><literalExpression expressionLanguage="python"><text>1</text></literalExpression></decision>
  <decision name="filter"><literalExpression><text>[1, 2][1]</text></literalExpression></decision>
  <businessKnowledgeModel name="java"><encapsulatedLogic kind="Java"/></businessKnowledgeModel>
</definitions>)");
  const paidan::rules::DecisionModel made(model);
  CHECK(made.evaluate("good", {}).value.literal() == "1");
  const auto told = [&](const char* decision) {
    const auto outcome = made.evaluate(decision, {});
    return outcome.errors.empty() ? "" : outcome.errors[0].message(Language::en);
  };
  CHECK(told("boxed") == "boxed: line 3: 'conditional' is not supported");
  CHECK(told("python") == "python: line 4: 'python' is not supported");
  CHECK(told("filter") == "filter: line 1, column 7: a filter in '[ ]' is not supported");
}
