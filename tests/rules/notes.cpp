#include <paidan/rules/model/model.hpp>
#include <paidan/rules/table/table.hpp>

#include <doctest/doctest.h>

#include <string>

using paidan::Language;
using paidan::rules::BoxedData;
using paidan::rules::DecisionModel;
using paidan::rules::DecisionTable;
using paidan::rules::ModelData;
using paidan::rules::TableData;
using paidan::rules::Value;

namespace {

/// The value of an expression over `x`, and what is said of it.
std::string told(const std::string& text, const Value& x = {}, Language language = Language::en) {
  ModelData data;
  data.inputs = {{"x", ""}};
  BoxedData logic;
  logic.form = BoxedData::Form::literal;
  logic.text = text;
  data.decisions = {{{"d", ""}, {"x"}, logic}};
  const auto outcome = DecisionModel(data).evaluate("d", Value::context({{"x", x}}));
  std::string all = outcome.value.literal();
  for (const auto& error : outcome.errors) all += " | " + error.message(language);
  return all;
}

}  // namespace

TEST_CASE("a null that FEEL makes of values is never silent") {
  CHECK(told("5 ** 2.55") == "null | d: 5 ** 2.55 has no value; null is taken");
  CHECK(told("x / 0", 7) == "null | d: 7 / 0 has no value; null is taken");
  CHECK(told("x + \"a\"", 7) == "null | d: 7 + \"a\" has no value; null is taken");
  CHECK(told("duration(\"PT0.S\")") == "null | d: duration(\"PT0.S\") has no value; null is taken");
  CHECK(told("duration(x)", "1 hour") == "null | d: duration(\"1 hour\") has no value; null is taken");
  CHECK(told("date(\"2024-02-30\")") == "null | d: date(\"2024-02-30\") has no value; null is taken");
  CHECK(told("number(x)", "1,000") == "null | d: number(\"1,000\") has no value; null is taken");
  CHECK(told("x < date(\"2024-07-09\")", "2024-07-08") ==
        "null | d: \"2024-07-08\" < date(\"2024-07-09\") cannot be compared; null is taken");
  CHECK(told("5 ** 2.55", {}, Language::zh) == "null | d:5 ** 2.55没有值,按null处理");
  CHECK(told("x = 1", "a", Language::zh) == "null | d:\"a\" = 1无法比较,按null处理");
}

TEST_CASE("a time zone by name is said to be unknown, in dates and times and in times") {
  CHECK(told("date and time(\"2018-12-10T10:30:00@Europe/Paris\")") ==
        "null | d: date and time(\"2018-12-10T10:30:00@Europe/Paris\"): time zones by name are not known, write the "
        "offset from UTC such as +01:00; null is taken");
  CHECK(told("time(\"10:30:00@Asia/Dhaka\")").find("time zones by name") != std::string::npos);
  CHECK(told("date and time(x)", "2018-12-10T10:30:00@Etc/UTC", Language::zh).find("不支持以名称表示的时区") !=
        std::string::npos);
  CHECK(told("date and time(\"2018-12-10T10:30:00\") < date and time(\"2018-12-10T10:30:00Z\")")
            .find("cannot be compared") != std::string::npos);
}

TEST_CASE("nothing is said of a null that comes from null, or is the answer") {
  CHECK(told("x + 1") == "null");
  CHECK(told("x < 1") == "null");
  CHECK(told("min([])") == "null");
  CHECK(told("date(x)") == "null");
  CHECK(told("5 ** 2") == "25");
}

TEST_CASE("a table whose output is null for such a reason says so, one that has a value does not") {
  TableData data;
  data.name = "t";
  data.inputs = {{"", "x", "", "", 0}};
  data.outputs = {{"o", "", "", "", 0}};
  data.rules = {{"", {"-"}, {"10 / x"}, {}, 0}};
  const auto decided = [&](const Value& x) { return DecisionTable(data).decide(Value::context({{"x", x}})); };
  CHECK(decided(5).errors.empty());
  CHECK(decided({}).errors.empty());
  REQUIRE(decided(0).errors.size() == 1);
  CHECK(decided(0).errors[0].message(Language::en) == "t: 10 / 0 has no value; null is taken");
  data.rules[0].outputs[0] = "if duration(x) = null then \"?\" else x";
  CHECK(decided("soon").errors.empty());
}
