#include <paidan/rules/language/expression.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using paidan::InvalidInput;
using paidan::rules::Expression;
using paidan::rules::Names;
using paidan::rules::RangeParts;
using paidan::rules::SimpleTest;
using paidan::rules::UnaryTests;
using paidan::rules::Value;

namespace {

const Names names{"limit", "names"};
const std::vector<Value> scope{10, Value::list({"a", "b"})};

bool hit(std::string_view cell, const Value& input) { return UnaryTests::parse(cell, names).matches(input, scope); }

Value of(const char* text) { return Expression::parse(text, Names()).evaluate({}); }

/// The normal form of a simple cell: `=5`, `[1..5)`, `not` before it; `complex` for others.
std::string normal(std::string_view cell) {
  const UnaryTests tests = UnaryTests::parse(cell, names);
  if (tests.is_any()) return "any";
  if (!tests.is_simple()) return "complex";
  std::string text = tests.negated() ? "not " : "";
  for (const SimpleTest& test : tests.tests()) {
    if (&test != tests.tests().data()) text += " | ";
    const RangeParts& range = test.range;
    if (test.form == SimpleTest::Form::equal) {
      text += "=" + range.low.literal();
    } else {
      text += (range.low_closed ? "[" : "(") + (range.low.is_null() ? "" : range.low.literal()) + ".." +
              (range.high.is_null() ? "" : range.high.literal()) + (range.high_closed ? "]" : ")");
    }
  }
  return text;
}

}  // namespace

TEST_CASE("cells of a decision table test the input") {
  for (const Value& input : {Value(), Value(1), Value("x")}) {
    CHECK(hit("-", input));
    CHECK(hit("  ", input));
  }
  CHECK(hit("<18", 17));
  CHECK_FALSE(hit("<18", 18));
  CHECK(hit(">= 18", 18));
  CHECK(hit("5", of("5.0")));
  CHECK(hit("\"Medium\",\"Low\"", "Low"));
  CHECK_FALSE(hit("\"Medium\",\"Low\"", "High"));
  CHECK(hit("true", true));
  CHECK_FALSE(hit("true", false));
  CHECK(hit("null", Value()));
  CHECK(hit("[18..21[", 18));
  CHECK_FALSE(hit("]18..21[", 18));
  CHECK_FALSE(hit("(18..21)", 21));
  CHECK(hit("]18..21]", 21));
  CHECK(hit("<18,>65", 70));
  CHECK(hit(">date(\"2016-10-01\")", of("@\"2016-11-01\"")));
  CHECK(hit("[@\"2016-01-01\"..@\"2016-12-31\"]", of("@\"2016-11-01\"")));
  CHECK(hit("limit", 10));
  CHECK(hit("< limit * 2", 19));
  CHECK(hit("[1..limit]", 10));
  CHECK(hit("names", "b"));
  CHECK(hit("? > 5 and ? < limit", 7));
  CHECK_FALSE(hit("? > 5 and ? < limit", 10));
  CHECK(hit("starts with(?, \"ab\"), \"x\"", "abc"));
  CHECK(hit("if limit > 5 then 1 else 2", 1));
}

TEST_CASE("negated cells fit what is certainly none of the alternatives") {
  CHECK(hit("not(5)", 6));
  CHECK_FALSE(hit("not(5)", 5));
  CHECK(hit("not(\"a\", \"b\")", "c"));
  CHECK_FALSE(hit("not(\"a\", \"b\")", "b"));
  CHECK(hit("not([1..5])", 6));
  CHECK(hit("not(\"a\")", Value()));     // null = "a" is false
  CHECK_FALSE(hit("not(<5)", Value()));  // null < 5 is null
  CHECK_FALSE(hit("not(\"a\")", 1));     // 1 = "a" is null
  CHECK_FALSE(hit("not(limit)", 10));
  CHECK(hit("not(limit)", 11));
  CHECK_FALSE(hit("not(null)", Value()));
  CHECK(hit("not(null)", 1));
  CHECK(hit("not(?) or ? = null", false));  // an expression that begins with `not`
}

TEST_CASE("simple cells have a normal form that an index can use") {
  CHECK(normal("-") == "any");
  CHECK(normal("<18") == "(..18)");
  CHECK(normal(">= 1 + 1") == "[2..)");
  CHECK(normal("5, [7..9[") == "=5 | [7..9)");
  CHECK(normal("(7..9)") == "(7..9)");
  CHECK(normal("\"a\",\"b\"") == "=\"a\" | =\"b\"");
  CHECK(normal("not(\"a\")") == "not =\"a\"");
  CHECK(normal("null") == "=null");
  CHECK(normal("[1, 2]") == "=1 | =2");
  CHECK(normal("date(\"2016-10-01\")") == "=date(\"2016-10-01\")");
  CHECK(normal("= 5") == "=5");
  CHECK(normal("!= 5") == "complex");
  CHECK(normal("limit") == "complex");
  CHECK(normal("< limit") == "complex");
  CHECK(normal("? > 5 and ? < 7") == "complex");
  CHECK(normal("< null") == "complex");
}

TEST_CASE("simple cells mean the same in their normal form") {
  const std::vector<Value> inputs{
      {},        true,        false, 1, 5, of("5.0"), 9, "a", "b", "", of("@\"2016-10-01\""), of("@\"P1D\""),
      of("[5]"), of("[1..9]")};
  for (const char* cell : {"<5", "5, [7..9[", "not(5)", "not(<5, >8)", "\"a\",\"b\"", "not(\"a\")", "null", "not(null)",
                           "true", "[1, 5]", ">=@\"2016-10-01\"", "(1..9]", "not(null, 5)"}) {
    const UnaryTests tests = UnaryTests::parse(cell, names);
    REQUIRE(tests.is_simple());
    for (const Value& input : inputs) {
      if (input.kind() == paidan::rules::Kind::list || input.kind() == paidan::rules::Kind::range) continue;
      bool any = false;
      bool none = true;
      for (const SimpleTest& test : tests.tests()) {
        const auto fits =
            test.form == SimpleTest::Form::equal ? equal(input, test.range.low) : within(input, test.range);
        any = any || fits == true;
        none = none && fits == false;
      }
      CAPTURE(cell);
      CAPTURE(input.literal());
      CHECK(tests.matches(input, scope) == (tests.negated() ? none : any));
    }
  }
}

TEST_CASE("errors in cells name the place") {
  const auto message = [](std::string_view cell) {
    const auto errors = UnaryTests::validate(cell, names, {"rules[2].inputs[0]", 7});
    return errors.empty() ? "" : errors[0].message(paidan::Language::en);
  };
  CHECK(message("<") == "rules[2].inputs[0], row 7: line 1, column 2: expected a value, got the end");
  CHECK(message("\"a\",") == "rules[2].inputs[0], row 7: line 1, column 5: expected a value, got the end");
  CHECK(message("[1..") == "rules[2].inputs[0], row 7: line 1, column 5: expected a value, got the end");
  CHECK(message("[1..2") == "rules[2].inputs[0], row 7: line 1, column 6: expected ']', ')' or '[', got the end");
  CHECK(message("]1") == "rules[2].inputs[0], row 7: line 1, column 3: expected '..', got the end");
  CHECK(message("High") == "rules[2].inputs[0], row 7: line 1, column 1: unknown name 'High'");
}

TEST_CASE("a cell that is a condition without `?` matches where the condition holds, whatever the input") {
  for (const Value& input : {Value(1), Value("x"), Value()}) {
    CAPTURE(input.literal());
    CHECK(hit("list contains(names, \"b\")", input));
    CHECK_FALSE(hit("list contains(names, \"c\")", input));
    CHECK(hit("limit > 5 and limit < 20", input));
    CHECK_FALSE(hit("limit > 10", input));
    CHECK(hit("not(list contains(names, \"c\"))", input));
    CHECK_FALSE(hit("not(list contains(names, \"b\"))", input));
  }
  CHECK(hit("7, limit between 5 and 20", 1));
  CHECK(hit("if limit > 5 then true else false", 1));  // known to be a condition only when it is asked
  CHECK_FALSE(hit("if limit > 5 then true else false", Value()));
  CHECK(hit("limit > 5", true));  // a boolean input is compared, as with any other cell
  CHECK_FALSE(hit("limit > 5", false));
  CHECK(hit("limit > 10", false));
}

TEST_CASE("an input of another kind than a list's items is none of them, negated or not") {
  CHECK_FALSE(hit("names", 1));
  CHECK(hit("not(names)", 1));
  CHECK_FALSE(hit("[1, 2]", "x"));
  CHECK(hit("not([1, 2])", "x"));
}
