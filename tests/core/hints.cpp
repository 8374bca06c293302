#include <paidan/core/hints.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using paidan::Error;
using paidan::Errors;
using paidan::Language;
using paidan::Parameter;

namespace {

using Words = std::vector<std::string_view>;

/// The two hints alone.
std::vector<std::string> hints(std::string_view word, const Words& known) {
  std::vector<std::string> values;
  for (const Parameter& parameter : paidan::with_hint({}, word, known)) values.push_back(parameter.value);
  return values;
}

}  // namespace

TEST_CASE("A hint is asked the same way everywhere, in both languages, behind what is there already") {
  const Words known{"travel", "distance", "quality"};
  CHECK(paidan::with_hint({{"field", "travle"}}, "travle", known) ==
        std::vector<Parameter>{
            {"field", "travle"}, {"hint", ", did you mean 'travel'?"}, {"hint_zh", ",是否为“travel”?"}});
  // The sentence ends the same without one: both are there, and empty.
  CHECK(paidan::with_hint({}, "warranty", known) == std::vector<Parameter>{{"hint", ""}, {"hint_zh", ""}});
  CHECK(hints("x", {}) == std::vector<std::string>{"", ""});
}

TEST_CASE("A hint looks at many words, not at any number of them") {
  const Words many(paidan::most_hinted, "order");
  CHECK(hints("ordr", many)[0] == ", did you mean 'order'?");
  const Words more(paidan::most_hinted + 1, "order");
  CHECK(hints("ordr", more) == std::vector<std::string>{"", ""});
}

TEST_CASE("An unknown id says what it should name, and what it may have meant") {
  const Words known{"wang", "li"};
  const Error error = paidan::unknown_id(paidan::nouns::technician, "wamg", "orders[2].pin.technician", known, 7);
  CHECK(error.code() == "unknown_id");
  CHECK(error.row == 7);
  CHECK(error.message(Language::en) ==
        "orders[2].pin.technician, row 7: unknown technician 'wamg', did you mean 'wang'?");
  CHECK(error.message(Language::zh) == "orders[2].pin.technician,第7行:未知的师傅“wamg”,是否为“wang”?");
  const Error far = paidan::unknown_id(paidan::nouns::order, "1001", "", known);
  CHECK(far.row == 0);
  CHECK(far.message(Language::en) == "unknown order '1001'");
  CHECK(far.message(Language::zh) == "未知的工单“1001”");
}

TEST_CASE("Known ids are gathered only for errors that will be shown") {
  Errors errors;
  std::size_t asked = 0;
  const auto known = [&] {
    ++asked;
    return Words{"wang"};
  };
  for (std::size_t i = 0; i < Errors::limit + 50; ++i) {
    paidan::add_unknown_id(errors, paidan::nouns::technician, "wamg", "a[" + std::to_string(i) + "]", known, 3);
  }
  CHECK(asked == Errors::limit);
  CHECK(errors.total() == Errors::limit + 50);
  REQUIRE(errors.list().size() == Errors::limit);
  CHECK(errors.list().back().message(Language::en) == "a[99], row 3: unknown technician 'wamg', did you mean 'wang'?");
}
