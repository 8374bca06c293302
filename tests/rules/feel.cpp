#include <paidan/rules/language/expression.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

using paidan::InvalidInput;
using paidan::Language;
using paidan::rules::Expression;
using paidan::rules::Names;
using paidan::rules::Value;

namespace {

struct Scope {
  Names names{"Age", "Risk", "monthly income", "月租", "none", "Person's loan", "day", "Date-Time", "list"};
  std::vector<Value> values;
  Scope() {
    names.add_member("interest rate");
    names.add_member("a-b");
    for (const char* text : {"30", "\"High\"", "5000.50", "2000", "null", "{interest rate: 0.05, years: 3, \"a-b\": 7}",
                             "@\"2024-02-29\"", "@\"2024-07-08T08:30:00\"", "[1, 2, 3]"}) {
      values.push_back(Expression::parse(text, Names()).evaluate({}));
    }
  }
};

std::string error_of(std::string_view text, Language language = Language::en) {
  const auto errors = Expression::validate(text, Scope().names);
  return errors.empty() ? "" : errors[0].message(language);
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("expressions have the values of the table of cases") {
  const Scope scope;
  std::ifstream file(PAIDAN_TEST_DATA "/rules/feel_cases.txt");
  REQUIRE(file);
  int seen = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t arrow = line.rfind(" => ");
    REQUIRE_MESSAGE(arrow != std::string::npos, line);
    CAPTURE(line);
    ++seen;
    try {
      const Expression expression = Expression::parse(line.substr(0, arrow), scope.names);
      const std::string value = expression.evaluate(scope.values).literal();
      CHECK(value == line.substr(arrow + 4));
      if (value != "function") CHECK(Expression::parse(value, Names()).evaluate({}).literal() == value);
    } catch (const InvalidInput& invalid) {
      FAIL_CHECK(invalid.what());
    }
  }
  CHECK(seen > 190);
}

TEST_CASE("an error of syntax says the line, the column and what was expected") {
  CHECK(error_of("1 +") == "line 1, column 4: expected a value, got the end");
  CHECK(error_of("1 +", Language::zh) == "第1行第4列:应为一个值,实为结尾");
  CHECK(error_of("月租 +\n  横綱") == "line 2, column 3: unknown name '横綱'");
  CHECK(error_of("Agee > 1") == "line 1, column 1: unknown name 'Agee', did you mean 'Age'?");
  CHECK(error_of("Agee > 1", Language::zh) == "第1行第1列:未知的名称“Agee”,是否为“Age”?");
  CHECK(error_of("1 2") == "line 1, column 3: expected an operator or the end, got '2'");
  CHECK(error_of("(1") == "line 1, column 3: expected ')', got the end");
  CHECK(error_of("if 1 else 2") == "line 1, column 6: expected 'then', got 'else'");
  CHECK(error_of("\"abc") == "line 1, column 1: this text is never closed");
  CHECK(error_of("\"a\\q\"") == "line 1, column 3: unknown escape '\\q' in a text");
  CHECK(error_of("12345678901234567890123456789012345") ==
        "line 1, column 1: '12345678901234567890123456789012345' is not a number of at most 34 digits");
  CHECK(error_of("@\"2024-02-30\"") == "line 1, column 1: '@\"2024-02-30\"' is no date, time or duration");
  CHECK(error_of("for x in [1] return x") == "line 1, column 1: 'for' is not supported");
  CHECK(error_of("list[1]", Language::zh) == "第1行第5列:不支持“[ ]”筛选");
  CHECK(error_of("\"\\横\"") == "line 1, column 2: unknown escape '\\横' in a text");
  CHECK(error_of("1 + \xff") == "the text is not UTF-8 (byte 5)");
  CHECK(error_of("1 + \xff", Language::zh) == "文本不是UTF-8编码(第5字节)");
  CHECK(error_of("1 " + repeated("横", 30)) ==
        "line 1, column 3: expected an operator or the end, got '横横横横横横横横横横横横横…'");
  CHECK(error_of("?") == "line 1, column 1: expected a value, got '?'");
  CHECK(error_of("{a: 1, a: 2}") == "line 1, column 8: 'a' is given twice");
}

TEST_CASE("errors of syntax speak Chinese as well") {
  const auto zh = [](std::string_view text) { return error_of(text, Language::zh); };
  CHECK(zh("(1") == "第1行第3列:应为“)”,实为结尾");
  CHECK(zh("1 2") == "第1行第3列:应为运算符或结尾,实为“2”");
  CHECK(zh("\"abc") == "第1行第1列:文本缺少结束引号");
  CHECK(zh("\"a\\q\"") == "第1行第3列:文本中有未知的转义“\\q”");
  CHECK(zh("12345678901234567890123456789012345") ==
        "第1行第1列:“12345678901234567890123456789012345”不是34位以内的数字");
  CHECK(zh("@\"2024-02-30\"") == "第1行第1列:“@\"2024-02-30\"”不是日期、时间或时长");
  CHECK(zh("every x in [1] satisfies x") == "第1行第1列:不支持“every”");
  CHECK(zh("{a: 1, a: 2}") == "第1行第8列:“a”重复");
  CHECK(zh(repeated("(", 10'000)) == "第1行第251列:嵌套超过250层");
  CHECK(zh("1" + repeated("+Age", 10'000)) == "嵌套超过1000层");
  const auto stopped = [](const char* text) -> std::string {
    try {
      (void)Expression::parse(text, Names()).evaluate({});
    } catch (const InvalidInput& invalid) {
      return invalid.message(Language::zh);
    }
    return "";
  };
  CHECK(stopped("{f: function(f, n) if n = 0 then 1 else f(f, n - 1) + f(f, n - 1), r: f(f, 60)}") ==
        "计算超过10000000步");
}

TEST_CASE("texts that are too long or too deep are refused in bounded time") {
  CHECK(error_of(repeated("(", 10'000) + "1" + repeated(")", 10'000)) ==
        "line 1, column 251: nested deeper than 250 levels");
  CHECK(error_of(repeated("-", 10'000) + "1") == "line 1, column 251: nested deeper than 250 levels");
  CHECK(error_of(repeated("[", 50'000)).find("nested deeper") != std::string::npos);
  CHECK(error_of("1" + repeated("+Age", 10'000)) == "nested deeper than 1000 levels");
  CHECK(error_of(repeated("x", 2'000'000)) == "the text has 2000000 bytes; at most 100000 are read");
  CHECK(error_of(repeated("x", 2'000'000), Language::zh) == "文本有2000000字节,最多可读100000字节");
  std::string names = "{a: 1";
  for (int i = 0; i < 8'000; ++i) names += ",a" + std::to_string(i) + ":Age";
  CHECK(error_of(names + "}").find("more than 1000 names in one expression") != std::string::npos);
  CHECK(
      Expression::validate(names + "}", Scope().names)[0].message(Language::zh).find("一个表达式中的名称超过1000个") !=
      std::string::npos);
  // Long, but flat.
  CHECK(error_of("Age = 0" + repeated(" or Age = 1", 8'000)).empty());
  CHECK(error_of("[1" + repeated(",1", 40'000) + "]").empty());
  CHECK(error_of("1" + repeated("+1", 40'000)).empty());  // computed while it is read
}

TEST_CASE("an evaluation that never ends is stopped") {
  const auto evaluate = [](const std::string& text) { (void)Expression::parse(text, Names()).evaluate({}); };
  CHECK_THROWS_WITH_AS(evaluate("(function(f) f(f))(function(f) f(f))"), "nested deeper than 200 levels", InvalidInput);
  CHECK_THROWS_WITH_AS(evaluate("{f: function(f, n) if n = 0 then 1 else f(f, n - 1) + f(f, n - 1), r: f(f, 60)}"),
                       "the evaluation takes more than 10000000 steps", InvalidInput);
  std::string doubling = "{a0: [1, 1]";
  for (int i = 1; i < 60; ++i) {
    const std::string before = "a" + std::to_string(i - 1);
    doubling += ", a" + std::to_string(i) + ": [" + before + ", " + before + "]";
  }
  CHECK_THROWS_WITH_AS(evaluate(doubling + "}"), "the evaluation takes more than 10000000 steps", InvalidInput);
}

TEST_CASE("an expression knows its constants and the slots it reads") {
  const Names names{"a", "b", "c"};
  CHECK(Expression::parse("1 + 2 * 3", names).constant()->literal() == "7");
  CHECK(Expression::parse("a + 1", names).constant() == nullptr);
  CHECK(Expression::parse("b", names).variable() == 1U);
  CHECK(!Expression::parse("b + 1", names).variable());
  const Expression two = Expression::parse("c + a * c", names);
  CHECK(std::vector<std::uint32_t>(two.slots().begin(), two.slots().end()) == std::vector<std::uint32_t>{0, 2});
  // Values missing at the end of the scope are null.
  CHECK(two.evaluate(std::vector<Value>{1}).is_null());
}
