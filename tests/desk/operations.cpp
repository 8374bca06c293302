// The table that every door opens on.
#include "support/documents.hpp"

#include <paidan/desk/describe.hpp>
#include <paidan/desk/json.hpp>
#include <paidan/desk/session.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace desk = paidan::desk;

TEST_CASE("every operation has a name of its own, words in both languages and described fields") {
  std::set<std::string_view> names;
  desk::for_each_operation([&]<class O>() {
    CAPTURE(O::name);
    CHECK(names.insert(O::name).second);
    CHECK(std::string_view(O::en).ends_with('.'));
    CHECK_FALSE(std::string_view(O::zh).empty());
    std::set<std::string_view> fields;
    for (const desk::FieldText& field : desk::fields_text<typename O::Request>()) {
      CAPTURE(field.name);
      CHECK(fields.insert(field.name).second);
      CHECK_FALSE(field.field.doc.empty());
      CHECK_FALSE(field.type.empty());
      if (field.field.ranged()) CHECK(field.field.low <= field.field.high);
    }
    CHECK_FALSE(fields.empty());
  });
  CHECK(names.size() >= 35);
}

TEST_CASE("the table as JSON says of each operation what its request says") {
  const std::string table = desk::operations_json();
  desk::for_each_operation(
      [&]<class O>() { CHECK(table.find("\"name\": \"" + std::string(O::name) + "\"") != std::string::npos); });
}

TEST_CASE("a request that fails leaves the session as it was") {
  desk::Session session;
  std::string line = R"({"id": 1, "do": "load", "kind": "problem", "document": )" + io_test::small_problem() + "}";
  std::erase(line, '\n');
  CHECK(session.answer(line).find(R"("handle":"problem1")") != std::string::npos);
  const std::string before = session.answer(R"({"do": "list"})");
  for (const char* wrong :
       {R"({"do": "plan"})", R"({"do": "plan", "problem": "problem2"})",
        R"({"do": "plan", "problem": "problem1", "lanes": 65})", R"({"do": "plan", "problem": "problem1", "keep": 1})",
        R"({"do": "plan_baseline", "problem": "problem1", "baseline": "nearest_free", "lang": "zh"})",
        R"({"do": "match", "problem": "problem1", "audience": "customer"})", R"({"do": "list", "keep": true})",
        R"({"do": "plan", "problem": "problem1", "iterations": 0, "iterations": 5})",
        R"({"do": "plan", "do": "list", "problem": "problem1", "iterations": 0})", R"({"id": {"a": 1}, "do": "list"})",
        R"({"do": "rewrite", "problem": "problem1", "keep": true, "lang": "zh"})",
        R"({"do": "schema", "kind": "plan", "keep": true})", R"({"do": "catalog", "table": {"a": 1}})",
        R"({"do": "load", "kind": "table", "document": {"a": 1}})",
        R"({"do": "load", "kind": "claim", "problem": "problem1", "document": {"schema_version": 2}})",
        R"({"do": "verdict", "audience": "customer"})", R"({"do": "drop", "handle": "problem2"})",
        R"({"do": "load", "kind": "problem"})"}) {
    const std::string answer = session.answer(wrong);
    CAPTURE(answer);
    CHECK(answer.find(R"("ok":false)") != std::string::npos);
  }
  CHECK(session.answer(R"({"do": "list"})") == before);
}

TEST_CASE("a bound is the same in a session as in C++") {
  desk::Session session;
  std::string line = R"({"do": "load", "kind": "problem", "document": )" + io_test::small_problem() + "}";
  std::erase(line, '\n');
  static_cast<void>(session.answer(line));
  const std::string answer = session.answer(R"({"do": "plan", "problem": "problem1", "lanes": 65})");
  CHECK(answer.find("lanes must be between 0 and 64, got 65") != std::string::npos);
}

TEST_CASE("a plan is not read with another problem") {
  desk::Session session;
  const auto load = [&](std::string text) {
    std::string line = R"({"do": "load", "kind": "problem", "document": )" + std::move(text) + "}";
    std::erase(line, '\n');
    return session.answer(line);
  };
  static_cast<void>(load(io_test::small_problem()));
  static_cast<void>(load(io_test::replaced(io_test::small_problem(), "1h30m", "1h")));
  static_cast<void>(session.answer(R"({"do": "plan", "problem": "problem1", "iterations": 0, "keep": true})"));
  const std::string answer = session.answer(R"({"do": "evaluate", "problem": "problem2", "plan": "plan3"})");
  CAPTURE(answer);
  CHECK(answer.find("other_problem") != std::string::npos);
  const std::string rebased =
      session.answer(R"({"do": "rebase", "problem": "problem1", "plan": "plan3", "onto": "problem2", "keep": true})");
  CAPTURE(rebased);
  CHECK(rebased.find(R"("handle":"plan4")") != std::string::npos);
  CHECK(session.answer(R"({"do": "evaluate", "problem": "problem2", "plan": "plan4"})").find(R"("ok":true)") !=
        std::string::npos);
}
