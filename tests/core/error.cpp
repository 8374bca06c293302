#include <paidan/core/error.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using paidan::Error;
using paidan::Errors;
using paidan::InvalidInput;
using paidan::Language;
using paidan::nearest;
using paidan::Parameter;
using paidan::substitute;

namespace {

Error negative_minutes(std::string path, std::int64_t row) {
  return {&paidan::errors::negative, std::move(path), row, {{"field", "minutes"}, {"value", "-5"}}};
}

}  // namespace

TEST_CASE("A template's names are replaced by their values") {
  const std::vector<Parameter> parameters{{"a", "1"}, {"b", "{a}"}, {"long name", "x"}};
  CHECK(substitute("", parameters).empty());
  CHECK(substitute("no names", parameters) == "no names");
  CHECK(substitute("{a}+{a}={long name}", parameters) == "1+1=x");
  CHECK(substitute("单价{a}元", parameters) == "单价1元");
  SUBCASE("a value is never read as a template again") { CHECK(substitute("{b}", parameters) == "{a}"); }
  SUBCASE("an unknown name stays as it is") {
    CHECK(substitute("{c} {a}", parameters) == "{c} 1");
    CHECK(substitute("{}", parameters) == "{}");
    CHECK(substitute("{c {a}}", parameters) == "{c 1}");
  }
  SUBCASE("a doubled brace is a brace") {
    CHECK(substitute("{{a}", parameters) == "{a}");
    CHECK(substitute("{{{a}}", parameters) == "{1}");
    CHECK(substitute("{{", parameters) == "{");
  }
  SUBCASE("a brace that nothing closes stays") {
    CHECK(substitute("x {a", parameters) == "x {a");
    CHECK(substitute("{", parameters) == "{");
    CHECK(substitute("}", parameters) == "}");
  }
}

TEST_CASE("A message says where and what, in both languages") {
  const Error both = negative_minutes("orders[3].minutes", 5);
  CHECK(both.code() == "negative");
  CHECK(both.text(Language::en) == "minutes must not be negative, got -5");
  CHECK(both.message(Language::en) == "orders[3].minutes, row 5: minutes must not be negative, got -5");
  CHECK(both.message(Language::zh) == "orders[3].minutes,第5行:" + both.text(Language::zh));
  CHECK(negative_minutes("", 5).message(Language::en) == "row 5: minutes must not be negative, got -5");
  CHECK(negative_minutes("", 5).message(Language::zh) == "第5行:" + both.text(Language::zh));
  CHECK(negative_minutes("orders[3]", 0).message(Language::en) == "orders[3]: minutes must not be negative, got -5");
  CHECK(negative_minutes("orders[3]", 0).message(Language::zh) == "orders[3]:" + both.text(Language::zh));
  CHECK(negative_minutes("", 0).message(Language::en) == both.text(Language::en));
  CHECK(negative_minutes("", 0).message(Language::zh) == both.text(Language::zh));
}

TEST_CASE("Shared kinds name the same parameters in both languages") {
  using namespace paidan::errors;
  for (const auto* kind : {&missing, &negative, &out_of_range, &overflow, &not_finite}) {
    CAPTURE(kind->code);
    std::vector<Parameter> parameters;
    for (const char* name : {"field", "value", "low", "high"}) parameters.push_back({name, "X"});
    CHECK(substitute(kind->en, parameters).find('{') == std::string::npos);
    CHECK(substitute(kind->zh, parameters).find('{') == std::string::npos);
  }
}

TEST_CASE("All errors are thrown together, in input order") {
  Errors errors;
  CHECK(errors.empty());
  CHECK_NOTHROW(errors.throw_if_any());
  errors.add(paidan::errors::missing, "orders[0]", {{"field", "id"}}, 2);
  errors.add(negative_minutes("orders[1]", 3));
  CHECK(errors.total() == 2);
  try {
    errors.throw_if_any();
    FAIL("nothing was thrown");
  } catch (const InvalidInput& thrown) {
    REQUIRE(thrown.errors().size() == 2);
    CHECK(thrown.errors()[0].code() == "missing");
    CHECK(thrown.errors()[1].row == 3);
    CHECK(std::string(thrown.what()) ==
          "orders[0], row 2: id is required\norders[1], row 3: minutes must not be negative, got -5");
    CHECK(thrown.message(Language::en) == thrown.what());
    CHECK(thrown.message(Language::zh).starts_with("orders[0],第2行:缺少必填项id\norders[1],第3行:"));
  }
  CHECK_THROWS_AS(throw InvalidInput(negative_minutes("x", 0)), std::runtime_error);
}

TEST_CASE("A hundred errors are kept and the rest is counted") {
  Errors errors;
  for (int i = 0; i < 250; ++i) {
    if (i % 2 == 0) errors.add(negative_minutes("orders[" + std::to_string(i) + "]", 0));
    if (i % 2 == 1) errors.add(paidan::errors::missing, "orders[" + std::to_string(i) + "]", {{"field", "id"}});
  }
  CHECK(errors.total() == 250);
  CHECK(errors.list().size() == Errors::limit);
  CHECK(errors.list().back().path == "orders[99]");
}

TEST_CASE("The nearest known word is offered only for a likely slip") {
  constexpr std::array<std::string_view, 8> known{"skills", "shifts", "priority", "windows",
                                                  "id",     "水电",   "家电维修", "Level"};
  CHECK(nearest("skils", known) == "skills");
  CHECK(nearest("skilsl", known) == "skills");
  CHECK(nearest("shfits", known) == "shifts");
  CHECK(nearest("priorty", known) == "priority");
  CHECK(nearest("prioritaet", known) == "priority");
  CHECK(nearest("window", known) == "windows");
  CHECK(nearest("SKILLS", known) == "skills");
  CHECK(nearest("level", known) == "Level");
  CHECK(nearest("家电维系", known) == "家电维修");
  CHECK(nearest("水店", known) == "水电");
  CHECK(nearest("skills", known) == "skills");
  CHECK(nearest("di", known) == "id");
  CHECK(nearest("colour", known).empty());
  CHECK(nearest("xy", known).empty());
  CHECK(nearest("x", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest("skills", {}).empty());
  CHECK(nearest("\xe6\xb0", known).empty());
}

TEST_CASE("A third of the word may be mistaken, and never more than three letters") {
  constexpr std::array<std::string_view, 2> known{"abcdefghijklmnop", "qrstuv"};
  CHECK(nearest("abcdefghijklmXYZ", known) == "abcdefghijklmnop");
  CHECK(nearest("abcdefghijklWXYZ", known).empty());
  CHECK(nearest("qrstXY", known) == "qrstuv");
  CHECK(nearest("qrsXYZ", known).empty());
}

TEST_CASE("Of equally near words the first is offered, an exact letter case first of all") {
  constexpr std::array<std::string_view, 4> known{"ward", "word", "Wurd", "wurd"};
  CHECK(nearest("wxrd", known) == "ward");
  CHECK(nearest("wurd", known) == "wurd");
}
