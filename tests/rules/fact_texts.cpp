#include <paidan/rules/table/table.hpp>

#include <doctest/doctest.h>

namespace rules = paidan::rules;
using rules::Value;

TEST_CASE("texts of facts are dates where a column is one, or compares with nothing else") {
  rules::TableData data;
  data.name = "t";
  data.inputs = {
      {"", "job.day", "date", "", 0}, {"", "at", "", "", 0}, {"", "word", "", "", 0}, {"", "all.day", "", "", 0}};
  data.outputs = {{"o", "", "", "", 0}};
  data.rules = {{"",
                 {">= date(\"2024-07-01\")", "> time(\"08:00:00\")", "\"2024-07-08\", date(\"2024-07-08\")",
                  "[date(\"2024-07-08\")]"},
                 {"1"},
                 {},
                 0}};
  const rules::DecisionTable table(data);
  const auto fact = [](const char* name, const Value& value) { return Value::context({{name, value}}); };
  const Value read = table.read_texts(Value::context({{"job", fact("day", "2024-07-08")},
                                                      {"at", "08:30:00"},
                                                      {"word", "2024-07-08"},
                                                      {"all", Value::list({fact("day", "2024-07-08")})},
                                                      {"other", "2024-07-08"}}));
  CHECK(read.literal() ==
        "{job: {day: date(\"2024-07-08\")}, at: time(\"08:30:00\"), word: \"2024-07-08\", all: [{day: "
        "date(\"2024-07-08\")}], other: \"2024-07-08\"}");
  CHECK(table.read_texts(Value::context({{"job", 1}, {"at", "soon"}})).literal() == "{job: 1, at: \"soon\"}");
  CHECK(table.read_texts(Value()).is_null());
}
