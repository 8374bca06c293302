#include <paidan/rules/language/detail/function.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/rules/model/type.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using paidan::Errors;
using paidan::InvalidInput;
using paidan::Language;
using paidan::rules::BoxedData;
using paidan::rules::DecisionModel;
using paidan::rules::ItemData;
using paidan::rules::Kind;
using paidan::rules::ModelData;
using paidan::rules::Type;
using paidan::rules::Types;
using paidan::rules::Value;

namespace {

BoxedData literal(std::string text) {
  BoxedData boxed;
  boxed.form = BoxedData::Form::literal;
  boxed.text = std::move(text);
  return boxed;
}

ModelData fees() {
  ModelData model;
  model.inputs = {{"distance", "number"}, {"service", "tService"}};
  model.items = {{.name = "tService",
                  .type = "string",
                  .collection = false,
                  .allowed = "\"repair\", \"clean\"",
                  .components = {}}};
  model.knowledge = {{{"tripled", "number"}, {{"x", "number"}}, {}, literal("x * 3")}};
  model.decisions = {
      {{"travel", "number"}, {"distance", "tripled"}, literal("tripled(distance)")},
      {{"fee", "number"}, {"travel", "service"}, literal("travel + (if service = \"repair\" then 30 else 20)")}};
  return model;
}

Value facts(const char* text) { return paidan::rules::Expression::parse(text, {}).evaluate({}); }

std::string messages(const std::vector<paidan::Error>& errors, Language language = Language::en) {
  std::string text;
  for (const auto& error : errors) text += (text.empty() ? "" : "\n") + error.message(language);
  return text;
}

std::string wrong(const ModelData& model, Language language = Language::en) {
  return messages(DecisionModel::validate(model), language);
}

}  // namespace

TEST_CASE("a model computes a decision from its inputs, other decisions and knowledge") {
  const DecisionModel model(fees());
  const auto outcome = model.evaluate("fee", facts("{distance: 2.5, service: \"repair\"}"));
  CHECK(outcome.value.literal() == "37.5");
  CHECK(outcome.errors.empty());
  CHECK(model.evaluate_all(facts("{distance: 1, service: \"clean\"}")).value.literal() == "{travel: 3, fee: 23}");
  CHECK(model.decisions() == std::vector<std::string>{"travel", "fee"});
  CHECK(model.data().inputs.size() == 2);
}

TEST_CASE("what is missing or of another type is null, and said") {
  const DecisionModel model(fees());
  const auto missing = model.evaluate("fee", facts("{service: \"repair\"}"));
  CHECK(missing.value.is_null());
  CHECK(messages(missing.errors) == "distance: the input is missing; null is taken");
  CHECK(messages(missing.errors, Language::zh) == "distance:缺少该输入,按null处理");
  const auto other = model.evaluate("fee", facts("{distance: \"far\", service: \"paint\"}"));
  CHECK(messages(other.errors) ==
        "distance: \"far\" is not of type number; null is taken\n"
        "service: \"paint\" is not of type tService; null is taken");
  CHECK(messages(other.errors, Language::zh) ==
        "distance:\"far\"不是number类型,按null处理\n"
        "service:\"paint\"不是tService类型,按null处理");
  // What a decision does not need is not asked for.
  CHECK(model.evaluate("travel", facts("{distance: 1}")).errors.empty());
}

TEST_CASE("a decision that the model does not have is an error with a hint") {
  const DecisionModel model(fees());
  const auto ask = [&](const char* name, Language language) -> std::string {
    try {
      (void)model.evaluate(name, {});
    } catch (const InvalidInput& invalid) {
      return invalid.message(language);
    }
    return "";
  };
  CHECK(ask("fees", Language::en) == "the model has no decision 'fees', did you mean 'fee'?");
  CHECK(ask("fees", Language::zh) == "模型中没有决策“fees”,是否为“fee”?");
}

TEST_CASE("a model refuses what is wrong in it, all at once") {
  CHECK(wrong(fees()).empty());
  ModelData cycle = fees();
  cycle.decisions[0].requires_names.push_back("fee");
  CHECK(wrong(cycle) == "travel: depends on itself: travel → fee → travel");
  CHECK(wrong(cycle, Language::zh) == "travel:依赖成环:travel → fee → travel");

  ModelData several = fees();
  several.inputs.push_back({"fee", "nummer"});
  several.inputs.push_back({"", ""});
  several.decisions[1].requires_names.push_back("travle");
  CHECK(wrong(several) ==
        "fee: unknown type 'nummer'\n"
        "a name is missing\n"
        "fee: the name 'fee' is given twice\n"
        "fee: requires 'travle', which the model does not have, did you mean 'travel'?");
  CHECK(wrong(several, Language::zh) ==
        "fee:未知的类型“nummer”\n缺少名称\nfee:名称“fee”重复\n"
        "fee:依赖的“travle”不在模型中,是否为“travel”?");

  ModelData logic = fees();
  logic.decisions[0].logic = {};
  logic.decisions[1].logic = literal("travel +\n servise");
  CHECK(wrong(logic) ==
        "travel: it has no logic to decide by\n"
        "fee: line 2, column 2: unknown name 'servise', did you mean 'service'?");
  CHECK(wrong(logic, Language::zh).find("travel:缺少决策逻辑") == 0);

  ModelData built_in = fees();
  built_in.knowledge[0].variable.name = "decimal";
  built_in.decisions[0].requires_names = {"distance", "decimal"};
  CHECK(wrong(built_in).find("decimal: 'decimal' is a built-in function already") == 0);
  CHECK(wrong(built_in, Language::zh).find("decimal:“decimal”已是内置函数") == 0);

  // A decision sees only what it requires.
  ModelData hidden = fees();
  hidden.decisions[1].requires_names = {"travel"};
  CHECK(wrong(hidden) == "fee: line 1, column 14: unknown name 'service'");
  CHECK_THROWS_AS(DecisionModel{hidden}, InvalidInput);
}

TEST_CASE("item definitions that contain themselves are refused") {
  Errors errors;
  const std::vector<ItemData> items{
      {.name = "a", .type = "b", .collection = false, .allowed = "", .components = {}},
      {.name = "b",
       .type = "",
       .collection = false,
       .allowed = "",
       .components = {{.name = "part", .type = "a", .collection = true, .allowed = "", .components = {}}}}};
  const Types types(items, errors);
  CHECK(messages(errors.list()) == "a: the type contains itself, or too many levels");
  CHECK(messages(errors.list(), Language::zh) == "a:类型包含自身,或嵌套过深");
}

TEST_CASE("values are brought to a type") {
  Errors errors;
  const Types types(
      {{.name = "grade", .type = "number", .collection = false, .allowed = "[1..5]", .components = {}},
       {.name = "grades", .type = "grade", .collection = true, .allowed = "", .components = {}},
       {.name = "person",
        .type = "",
        .collection = false,
        .allowed = "",
        .components = {{.name = "name", .type = "string", .collection = false, .allowed = "", .components = {}},
                       {.name = "marks", .type = "grades", .collection = false, .allowed = "", .components = {}}}}},
      errors);
  REQUIRE(errors.empty());
  const auto shown = [&](const char* type, const char* value) {
    const auto result = types.find(type)->conform(facts(value));
    return result ? result->literal() : "none";
  };
  CHECK(shown("grade", "3") == "3");
  CHECK(shown("grade", "6") == "none");
  CHECK(shown("grade", "null") == "null");
  CHECK(shown("grade", "[3]") == "3");
  CHECK(shown("grade", "[3, 4]") == "none");
  CHECK(shown("grades", "3") == "[3]");
  CHECK(shown("grades", "[3, 6]") == "none");
  CHECK(shown("person", "{name: \"a\", marks: 4}") == "{name: \"a\", marks: [4]}");
  CHECK(shown("person", "{name: 1}") == "none");
  CHECK(shown("person", "{age: 1}") == "{age: 1}");
  CHECK(shown("feel:dateTime", "@\"2024-07-08T08:00:00\"") == "date and time(\"2024-07-08T08:00:00\")");
  CHECK(shown("dayTimeDuration", "@\"P1Y\"") == "none");
  CHECK(shown("Any", "[1]") == "[1]");
  CHECK(types.find("nothing") == std::nullopt);
  CHECK(types.find("grades")->name() == "list of grades");
  CHECK(types.find("grade")->kind() == Kind::number);
  CHECK(types.find("grades")->kind() == std::nullopt);
}

TEST_CASE("boxed contexts, functions and invocations compute as boxes do") {
  BoxedData function;
  function.form = BoxedData::Form::function;
  function.parameters = {{"n", "number"}};
  function.entries = {{{}, literal("n * rate")}};
  BoxedData call;
  call.form = BoxedData::Form::invocation;
  call.text = "scaled";
  call.entries = {{{"n", ""}, literal("4")}};
  BoxedData context;
  context.form = BoxedData::Form::context;
  context.entries = {{{"rate", "number"}, literal("base + 1")},
                     {{"scaled", ""}, function},
                     {{"base", ""}, call},
                     {{}, literal("base")}};
  ModelData model;
  model.inputs = {{"base", "number"}};
  model.decisions = {{{"result", ""}, {"base"}, context}};
  CHECK(wrong(model).empty());
  CHECK(DecisionModel(model).evaluate("result", facts("{base: 2}")).value.literal() == "12");

  model.decisions[0].logic.entries[2].value.entries[0].variable.name = "m";  // no such parameter
  CHECK(DecisionModel(model).evaluate("result", facts("{base: 2}")).value.is_null());
  model.decisions[0].logic.entries[0].variable.name = "";  // a result before the end
  CHECK(wrong(model).find("result.result: a name is missing") == 0);
}

TEST_CASE("a model that is too large is refused in bounded time") {
  ModelData many;
  for (int i = 0; i < 200'000; ++i) many.inputs.push_back({"input " + std::to_string(i), ""});
  CHECK(wrong(many) == "200000 inputs, decisions and knowledge; at most 10000 are possible");
  CHECK(wrong(many, Language::zh) == "有200000个输入、决策与知识,最多可有10000个");
  ModelData items;
  for (int i = 0; i < 200'000; ++i) {
    items.items.push_back(
        {.name = std::to_string(i), .type = "", .collection = false, .allowed = "", .components = {}});
  }
  CHECK(wrong(items) == "200000 item definitions; at most 10000 are possible");
  ModelData needy = fees();
  needy.decisions[1].requires_names.assign(2'000, "travel");
  CHECK(wrong(needy) == "fee: 2000 requirements; at most 1000 are possible");
  ModelData large;
  for (int i = 0; i < 9'000; ++i) large.inputs.push_back({"input " + std::to_string(i), "number"});
  large.decisions = {{{"d", ""}, {"input 7"}, literal("input 7 + 1")}};
  CHECK(wrong(large).empty());
}

TEST_CASE("boxes inside boxes are refused beyond a depth") {
  BoxedData boxed = literal("1");
  for (int i = 0; i < 300; ++i) {
    BoxedData list;
    list.form = BoxedData::Form::list;
    list.entries = {{{}, std::move(boxed)}};
    boxed = std::move(list);
  }
  ModelData model;
  model.decisions = {{{"deep", ""}, {}, std::move(boxed)}};
  CHECK(wrong(model).find("nested deeper than 100 levels") != std::string::npos);
}

TEST_CASE("texts inside structures and lists are typed as the model says") {
  ModelData model;
  model.items = {
      {.name = "tDay", .type = "date", .collection = false, .allowed = "", .components = {}},
      {.name = "tJob",
       .type = "",
       .collection = false,
       .allowed = "",
       .components = {{.name = "day", .type = "tDay", .collection = false, .allowed = "", .components = {}},
                      {.name = "km", .type = "number", .collection = false, .allowed = "", .components = {}},
                      {.name = "calls", .type = "time", .collection = true, .allowed = "", .components = {}}}},
      {.name = "tJobs", .type = "tJob", .collection = true, .allowed = "", .components = {}}};
  model.inputs = {{"job", "tJob"}, {"jobs", "tJobs"}, {"age", "years and months duration"}};
  model.decisions = {{{"far", ""}, {"job"}, literal("if job.km > 5 then \"far\" else \"near\"")},
                     {{"late", ""},
                      {"job"},
                      literal("job.day > date(\"2024-07-01\") and list contains(job.calls, time(\"08:30:00\"))")},
                     {{"days", ""}, {"jobs"}, literal("max(jobs.day)")},
                     {{"old", ""}, {"age"}, literal("age > duration(\"P1Y\")")}};
  const DecisionModel made(model);
  const Value read = made.read_texts(
      facts("{job: {day: \"2024-07-08\", km: 9, calls: [\"08:30:00\"], other: \"2024-07-08\"}, jobs: [{day: "
            "\"2024-07-08\"}, {day: \"2024-07-09\", km: 1}], age: \"P14M\"}"));
  CHECK(read.find("job")->find("other")->is_string());
  const auto all = made.evaluate_all(read);
  CHECK(messages(all.errors).empty());
  CHECK(all.value.literal() == "{far: \"far\", late: true, days: date(\"2024-07-09\"), old: true}");
  // A text that is none stays for the type to refuse.
  CHECK(messages(made.evaluate("far", made.read_texts(facts("{job: {day: \"soon\", km: 9}}"))).errors).find("tJob") !=
        std::string::npos);
}

TEST_CASE("texts are typed where a model's table compares them with dates") {
  ModelData model;
  model.inputs = {{"job", ""}, {"day", ""}};
  BoxedData table;
  table.form = BoxedData::Form::table;
  table.table.inputs = {{"", "job.day", "date", "", 0}, {"", "day", "", "", 0}};
  table.table.outputs = {{"o", "", "", "", 0}};
  table.table.rules = {{"", {">= date(\"2024-07-01\")", "< date(\"2024-08-01\")"}, {"1"}, {}, 0}};
  model.decisions = {{{"d", ""}, {"job", "day"}, table}};
  const DecisionModel made(model);
  const auto outcome = made.evaluate("d", made.read_texts(facts("{job: {day: \"2024-07-08\"}, day: \"2024-07-09\"}")));
  CHECK(messages(outcome.errors).empty());
  CHECK(outcome.value.literal() == "1");
}

TEST_CASE("what is not supported fails its own decision only, and says why") {
  ModelData model = fees();
  model.decisions.push_back({{"list", ""}, {"distance"}, literal("for x in [1] return x")});
  model.decisions.push_back({{"needs list", ""}, {"list"}, literal("list")});
  BoxedData refused;
  refused.form = BoxedData::Form::unsupported;
  refused.text = "conditional";
  refused.line = 7;
  model.decisions.push_back({{"boxed", ""}, {}, refused});
  const DecisionModel made(model);
  CHECK(made.evaluate("travel", facts("{distance: 1}")).value.literal() == "3");
  const auto outcome = made.evaluate("needs list", facts("{distance: 1}"));
  CHECK(outcome.value.is_null());
  CHECK(messages(outcome.errors) == "list: line 1, column 1: 'for' is not supported");
  CHECK(messages(made.evaluate("boxed", {}).errors) == "boxed: line 7: 'conditional' is not supported");
  CHECK(messages(made.evaluate("boxed", {}).errors, Language::zh) == "boxed:第7行:不支持“conditional”");
  model.decisions = {model.decisions[2]};
  CHECK(wrong(model) == "list: line 1, column 1: 'for' is not supported");
  model = fees();
  model.knowledge[0].logic = literal("some x in [1] satisfies x");
  const auto called = DecisionModel(model).evaluate("fee", facts("{distance: 1, service: \"clean\"}"));
  CHECK(messages(called.errors).find("'some' is not supported") != std::string::npos);
}

TEST_CASE("types as modelers that run on Java call them are numbers") {
  for (const char* name : {"integer", "long", "double"}) {
    REQUIRE(Type::built_in(name).has_value());
    CHECK(Type::built_in(name)->kind() == Kind::number);
  }
  CHECK_FALSE(Type::built_in("integers").has_value());
}

TEST_CASE("texts are typed where an expression compares them with dates, unless their input has a type") {
  ModelData model;
  model.inputs = {{"job", ""}, {"jobs", ""}, {"at", ""}, {"word", "string"}};
  model.decisions = {{{"a", ""}, {"job"}, literal("job.day < date(\"2024-08-01\")")},
                     {{"b", ""}, {"job", "jobs"}, literal("date(job.year, 8, 1) > jobs.first.day")},
                     {{"c", ""}, {"at"}, literal("at in [time(\"08:00:00\")..time(\"09:00:00\")]")},
                     {{"d", ""}, {"job"}, literal("job.end.day between date(\"2024-07-01\") and date(\"2024-08-01\")")},
                     {{"e", ""}, {"word"}, literal("word + \"!\"")},
                     {{"f", ""}, {"word"}, literal("word = date(\"2024-07-08\")")}};
  const DecisionModel made(model);
  const auto outcome = made.evaluate_all(made.read_texts(facts(
      "{job: {day: \"2024-07-08\", year: 2024, end: {day: \"2024-07-09\"}}, jobs: {first: {day: \"2024-07-08\"}}, "
      "at: \"08:30:00\", word: \"2024-07-08\"}")));
  CHECK(outcome.value.literal() == "{a: true, b: true, c: true, d: true, e: \"2024-07-08!\", f: null}");
  CHECK(messages(outcome.errors) == "f: \"2024-07-08\" = date(\"2024-07-08\") cannot be compared; null is taken");
}
