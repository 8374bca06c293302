#include <paidan/core/ranges.hpp>

#include <paidan/core/time.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

using paidan::Errors;
using paidan::Field;
using paidan::Language;
using paidan::Milliseconds;

namespace ranges_test {

struct Options {
  std::int32_t lanes = 1;
  std::int64_t iterations = 5;
  std::uint64_t seed = ~std::uint64_t{0};
  Milliseconds limit = {};
  std::string name;
  bool watched = false;
  std::optional<std::int32_t> days;
  paidan::Duration pause = {};
  std::optional<paidan::Duration> rest;
  [[nodiscard]] std::int64_t steps() const { return lanes * iterations; }
};

}  // namespace ranges_test

template <>
struct paidan::Fields<ranges_test::Options> {
  using T = ranges_test::Options;
  static constexpr std::string_view name = "Options";
  template <class V>
  static constexpr void visit(V&& v) {
    v("lanes", &T::lanes, Field{.low = 1, .high = 64});
    v("iterations", &T::iterations, Field{.low = 0});
    v("seed", &T::seed, Field{});
    v("limit", &T::limit, Field{.low = 0, .high = 1'000});
    v("name", &T::name, Field{});
    v("watched", &T::watched, Field{});
    v("days", &T::days, Field{.low = 1, .high = 92});
    v("pause", &T::pause, Field{.low = 0, .high = 3'600});
    v("rest", &T::rest, Field{.low = 60});
    v("steps", paidan::Computed{&T::steps}, Field{.low = 0, .high = 1});
  }
};

namespace {

using ranges_test::Options;

std::vector<std::string> messages(const Errors& errors, Language language = Language::en) {
  std::vector<std::string> list;
  for (const paidan::Error& error : errors.list()) list.push_back(error.message(language));
  return list;
}

}  // namespace

TEST_CASE("Both ends of a range belong to it") {
  Errors errors;
  for (const std::int64_t value : {3, 4, 5}) CHECK(paidan::check_range(errors, "n", value, 3, 5));
  CHECK(errors.empty());
  CHECK_FALSE(paidan::check_range(errors, "n", 2, 3, 5));
  CHECK_FALSE(paidan::check_range(errors, "n", 6, 3, 5));
  CHECK(messages(errors) ==
        std::vector<std::string>{"n: n must be between 3 and 5, got 2", "n: n must be between 3 and 5, got 6"});
  CHECK(messages(errors, Language::zh)[0] == "n:n须在3与5之间,实为2");
  Errors whole;
  CHECK(paidan::check_range(whole, "n", INT64_MIN, INT64_MIN, INT64_MAX));
  CHECK(paidan::check_range(whole, "n", INT64_MAX, INT64_MIN, INT64_MAX));
}

TEST_CASE("A path may be longer than the field's name, and a sheet has rows") {
  Errors errors;
  CHECK_FALSE(paidan::check_range(errors, "orders[3].priority", "priority", 12, 0, 9, 5));
  REQUIRE(errors.list().size() == 1);
  CHECK(errors.list()[0].code() == "out_of_range");
  CHECK(errors.list()[0].message(Language::en) ==
        "orders[3].priority, row 5: priority must be between 0 and 9, got 12");
  // The ends need not be numbers.
  CHECK(paidan::out_of_range("a.b", "b", "Monday", "Friday", "Sunday").message(Language::en) ==
        "a.b: b must be between Monday and Friday, got Sunday");
}

TEST_CASE("An index must be below the number of things") {
  Errors errors;
  CHECK(paidan::check_index(errors, "order", 2, 3));
  CHECK_FALSE(paidan::check_index(errors, "order", 3, 3));
  CHECK_FALSE(paidan::check_index(errors, "order", UINT32_MAX, 3));
  CHECK(messages(errors) == std::vector<std::string>{"order: order must be between 0 and 2, got 3",
                                                     "order: order must be between 0 and 2, got 4294967295"});
}

TEST_CASE("A value is held against the ranges that its fields describe, all of them at once") {
  Errors errors;
  paidan::check_ranges(errors, Options{});
  CHECK(errors.empty());
  paidan::check_ranges(errors,
                       Options{.lanes = 65, .iterations = -1, .limit = {1'001}, .name = {}, .days = {}, .rest = {}});
  CHECK(messages(errors) == std::vector<std::string>{"lanes: lanes must be between 1 and 64, got 65",
                                                     "iterations: iterations must be between 0 and " +
                                                         std::to_string(INT64_MAX) + ", got -1",
                                                     "limit: limit must be between 0 and 1000, got 1001"});
}

TEST_CASE("A described value may be part of a larger one, and come from a sheet's row") {
  Errors errors;
  const Options wrong{.lanes = 0, .limit = {-1}, .name = {}, .days = 93, .pause = {}, .rest = {}};
  paidan::check_ranges(errors, wrong, "orders[3].", 5);
  CHECK(messages(errors) == std::vector<std::string>{"orders[3].lanes, row 5: lanes must be between 1 and 64, got 0",
                                                     "orders[3].limit, row 5: limit must be between 0 and 1000, got -1",
                                                     "orders[3].days, row 5: days must be between 1 and 92, got 93"});
  CHECK(errors.list()[0].path == "orders[3].lanes");
  CHECK(errors.list()[0].row == 5);
}

TEST_CASE("The description of one member can be asked for alone, when compiling") {
  static_assert(paidan::field_of<&Options::lanes>.name == "lanes");
  static_assert(paidan::field_of<&Options::lanes>.field.low == 1);
  static_assert(paidan::field_of<&Options::lanes>.field.high == 64);
  // Members of one type are told apart.
  static_assert(paidan::field_of<&Options::rest>.name == "rest");
  static_assert(paidan::field_of<&Options::days>.field.high == 92);
  static_assert(!paidan::field_of<&Options::seed>.field.ranged());
}

TEST_CASE("What may be absent and lengths of time have ranges, too") {
  const auto wrong = [](Options options) {
    Errors errors;
    paidan::check_ranges(errors, options);
    return messages(errors);
  };
  using Lines = std::vector<std::string>;
  Options options;
  CHECK(wrong(options) == Lines{});
  options.days = 92;
  options.pause = {3'600};
  options.rest = paidan::Duration{60};
  CHECK(wrong(options) == Lines{});
  options.days = 0;
  options.pause = {-1};
  options.rest = paidan::Duration{59};
  CHECK(wrong(options) == Lines{"days: days must be between 1 and 92, got 0",
                                "pause: pause must be between 0 and 3600, got -1",
                                "rest: rest must be between 60 and " + std::to_string(INT64_MAX) + ", got 59"});
}

TEST_CASE("A field without ends has no range, one end is one") {
  CHECK_FALSE(Field{}.ranged());
  CHECK(Field{.low = 0}.ranged());
  CHECK(Field{.high = 0}.ranged());
}

TEST_CASE("Members are visited without what is worked out from them") {
  std::vector<std::string> members;
  paidan::visit_members<Options>([&](std::string_view name, auto, const Field&) { members.emplace_back(name); });
  CHECK(members ==
        std::vector<std::string>{"lanes", "iterations", "seed", "limit", "name", "watched", "days", "pause", "rest"});
  CHECK(paidan::has_field<Options>("steps"));
  CHECK(paidan::has_field<Options>("seed"));
  CHECK_FALSE(paidan::has_field<Options>("step"));
}
