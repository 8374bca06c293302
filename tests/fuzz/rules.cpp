// Rules: FEEL text and DMN files.
#include "targets.hpp"

#include <paidan/rules/language/expression.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/syntax/encoding.hpp>

#include <algorithm>

namespace paidan_fuzz {

using namespace paidan::rules;

namespace {

/// Values to compute with, one of each kind.
const std::vector<Value>& samples() {
  static const std::vector<Value> values = [] {
    std::vector<Value> made{Value(), true, 30, *paidan::Decimal::parse("-0.05"), "High", std::string(40, 'x')};
    for (const char* text :
         {"@\"2024-02-29\"", "@\"10:30:00\"", "@\"2024-02-29T10:30:00+08:00\"", "@\"P1DT2H\"", "@\"P14M\"", "[1..5)",
          "[1, \"a\", null]", "{a: 1, monthly income: {b: [2]}}", "function(x) x + 1"}) {
      made.push_back(Expression::parse(text, Names()).evaluate({}));
    }
    return made;
  }();
  return values;
}

const Names& names() {
  static const Names made = [] {
    Names all{"none",      "yes",    "Age",    "rate",  "Risk", "long text",     "day", "time of day",
              "Date-Time", "length", "months", "range", "list", "Person's data", "f"};
    all.add_member("monthly income");
    return all;
  }();
  return made;
}

bool has_literal(const Value& value) {
  switch (value.kind()) {
    case Kind::function:
      return false;
    case Kind::range:
      return !value.range_parts().low.is_null() && !value.range_parts().high.is_null();
    case Kind::list:
      return std::all_of(value.items().begin(), value.items().end(), has_literal);
    case Kind::context:
      return std::all_of(value.entries().begin(), value.entries().end(),
                         [](const ContextEntry& entry) { return has_literal(entry.value); });
    default:
      return true;
  }
}

void expression(std::string_view input) {
  const Expression read = Expression::parse(input, names());
  Budget budget;
  budget.steps = 200'000;
  const Value value = read.evaluate(samples(), budget);
  const std::string literal = value.literal();
  require(paidan::syntax::first_bad_utf8(literal) == std::string_view::npos, "a value is shown in UTF-8");
  require(read.constant() == nullptr || total_order(*read.constant(), value) == 0, "a constant is its value");
  if (literal.size() > 20'000 || !has_literal(value)) return;
  const Value again = Expression::parse(literal, Names()).evaluate({});
  require(again.literal() == literal, "a literal reads back as the same");
}

void cell(std::string_view input) {
  const UnaryTests tests = UnaryTests::parse(input, names());
  for (const Value& value : samples()) {
    Budget budget;
    budget.steps = 200'000;
    const bool hit = tests.matches(value, samples(), budget);
    if (!tests.is_simple() || value.kind() >= Kind::range) continue;
    bool any = tests.is_any();
    bool none = true;
    for (const SimpleTest& test : tests.tests()) {
      const auto fits = test.form == SimpleTest::Form::equal ? equal(value, test.range.low) : within(value, test.range);
      any = any || fits == true;
      none = none && fits == false;
    }
    require(hit == (tests.negated() ? none : any), "a simple cell means its tests");
  }
}

}  // namespace

void feel(std::string_view input) {
  accepted_or_refused([&] { expression(input); });
  accepted_or_refused([&] { cell(input); });
}

void dmn(std::string_view input) {
  accepted_or_refused([&] {
    const DecisionModel model(paidan::sheets::read_dmn(input));
    for (std::size_t shift = 0; shift < 3; ++shift) {
      std::vector<ContextEntry> facts;
      for (const VariableData& variable : model.data().inputs) {
        facts.push_back({variable.name, samples()[(facts.size() * 5 + shift * 2) % samples().size()]});
      }
      const Outcome outcome = model.evaluate_all(Value::context(std::move(facts)));
      require(outcome.value.entries().size() == model.decisions().size(), "every decision has a value");
      require(paidan::syntax::first_bad_utf8(outcome.value.literal()) == std::string_view::npos, "values are UTF-8");
      if (!outcome.errors.empty()) check_errors(paidan::InvalidInput(outcome.errors));
    }
  });
}

}  // namespace paidan_fuzz
