#include <paidan/rules/feel/value.hpp>
#include <paidan/rules/language/detail/function.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace paidan::rules;

static_assert(sizeof(Value) == 32);
static_assert(!std::is_constructible_v<Value, double>);

namespace {

std::vector<Value> samples() {
  return {Value(),
          false,
          true,
          -1,
          0,
          1,
          "",
          "a",
          std::string(24, 'x'),
          std::string(25, 'x'),
          paidan::Date{19'000},
          paidan::LocalTime{3'600},
          paidan::LocalDateTime{{19'000}, {3'600}},
          paidan::Duration{60},
          Value::months(3),
          Value::range({1, 5, true, false}),
          Value::list({1, "b"}),
          Value::context({{"k", Value::list({})}}),
          make_function({{"x"}, {}, nullptr})};
}

}  // namespace

TEST_CASE("copies and moves of values keep what they hold") {
  for (const Value& value : samples()) {
    CAPTURE(value.literal());
    Value copy = value;
    CHECK(total_order(copy, value) == 0);
    Value moved = std::move(copy);
    CHECK(total_order(moved, value) == 0);
    for (const Value& other : samples()) {
      Value target = other;
      target = value;
      CHECK(total_order(target, value) == 0);
      target = Value(other);
      CHECK(total_order(target, other) == 0);
    }
    const Value& itself = moved;
    moved = itself;
    CHECK(total_order(moved, value) == 0);
  }
}

TEST_CASE("the total order is one, and agrees with comparison where there is one") {
  const std::vector<Value> all = samples();
  for (const Value& a : all) {
    for (const Value& b : all) {
      CHECK((total_order(a, b) <=> 0) == (0 <=> total_order(b, a)));
      if (const auto order = compare(a, b)) CHECK((*order <=> 0) == total_order(a, b));
      for (const Value& c : all) {
        if (total_order(a, b) <= 0 && total_order(b, c) <= 0) CHECK(total_order(a, c) <= 0);
      }
    }
  }
}

TEST_CASE("values of different kinds are neither equal nor different, null apart") {
  CHECK(equal(Value(), Value()) == true);
  CHECK(equal(Value(), 1) == false);
  CHECK(equal(1, "1") == std::nullopt);
  CHECK(equal(Value::list({1, Value()}), Value::list({1, Value()})) == true);
  CHECK(equal(Value::list({1, "x"}), Value::list({2, 1})) == false);
  CHECK(equal(Value::list({1, "x"}), Value::list({1, 1})) == std::nullopt);
  CHECK(equal(Value::context({{"a", 1}, {"b", 2}}), Value::context({{"b", 2}, {"a", 1}})) == true);
  CHECK(compare(true, false) == std::nullopt);
  CHECK(compare("a", "b") == -1);
}

TEST_CASE("a range needs bounds that can be compared, or one bound") {
  CHECK(Value::range({1, "a"}).is_null());
  CHECK(Value::range({}).is_null());
  CHECK(Value::range({Value(), true}).is_null());
  const Value open = Value::range({Value(), 5, false, false});
  CHECK(open.literal() == "(null..5)");
  CHECK(within(4, open.range_parts()) == true);
  CHECK(within(5, open.range_parts()) == false);
  CHECK(within("x", open.range_parts()) == std::nullopt);
}

TEST_CASE("lists nest only so deep and hold only so much") {
  Value deep = 1;
  for (std::uint32_t i = 0; i < Value::max_depth; ++i) deep = Value::list({deep});
  CHECK_THROWS_WITH_AS((void)Value::list({deep}), "nested deeper than 1000 levels", paidan::InvalidInput);
  Value wide = 1;
  const auto grow = [&] {
    for (int i = 0; i < 60; ++i) wide = Value::list({wide, wide});
  };
  CHECK_THROWS_WITH_AS(grow(), "the evaluation takes more than 10000000 steps", paidan::InvalidInput);
}

TEST_CASE("a context is asked by name, and the last of equal names counts") {
  const Value context = Value::context({{"a", 1}, {"b", 2}, {"a", 3}});
  CHECK(context.find("a")->text() == "3");
  CHECK(context.find("c") == nullptr);
  CHECK(Value(1).find("a") == nullptr);
  CHECK(Value::context({{"two words", "x\ny"}}).literal() == "{\"two words\": \"x\\ny\"}");
}
