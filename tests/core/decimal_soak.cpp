// Decimal against Python's `decimal`, which answers in a process of its own (decimal_oracle.py), and against the test
// cases of the General Decimal Arithmetic specification where the machine has them.
#include <paidan/core/decimal.hpp>

#include "../support/soak.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using paidan::Decimal;
using paidan::Rounding;

namespace {

const std::map<std::string, Rounding, std::less<>> modes{{"round_half_up", Rounding::half_up},
                                                         {"round_half_even", Rounding::half_even},
                                                         {"round_half_down", Rounding::half_down},
                                                         {"round_down", Rounding::down},
                                                         {"round_up", Rounding::up},
                                                         {"round_floor", Rounding::floor},
                                                         {"round_ceiling", Rounding::ceiling}};

std::string answer(std::string_view operation, const Decimal& a, const Decimal& b) {
  std::optional<Decimal> result;
  if (operation == "compare") return std::to_string(a.compare(b));
  if (operation == "plus") result = a.plus(b);
  if (operation == "minus") result = a.minus(b);
  if (operation == "times") result = a.times(b);
  if (operation == "over") result = a.over(b);
  if (operation == "power") result = a.power(b);
  if (const auto mode = modes.find(operation); mode != modes.end()) {
    result = a.rounded(static_cast<int>(*b.to_integer()), mode->second);
  }
  return result ? result->text() : "";
}

/// The lines a program prints.
struct Pipe {
  explicit Pipe(const std::string& command) : file(popen(command.c_str(), "r"), &pclose) {}
  bool line(std::string& text) {
    text.clear();
    for (int c = std::fgetc(file.get()); c != EOF; c = std::fgetc(file.get())) {
      if (c == '\n') return true;
      text += static_cast<char>(c);
    }
    return !text.empty();
  }
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file;
};

/// One line of a .decTest file: `id operation operand… -> result condition…`.
struct Line {
  std::vector<std::string> before;  // the operation and its operands
  std::string result;
  std::string conditions;
};

std::optional<Line> parsed(const std::string& text) {
  std::istringstream words(text);
  std::string word;
  Line line;
  bool after = false;
  words >> word;
  while (words >> word) {
    if (word.starts_with("--")) break;
    if (word == "->") {
      after = true;
      continue;
    }
    std::erase(word, '\'');
    if (!after) {
      line.before.push_back(word);
    } else if (line.result.empty()) {
      line.result = word;
    } else {
      line.conditions += word + " ";
    }
  }
  if (!after || line.before.size() < 2) return std::nullopt;
  return line;
}

bool special(std::string_view operand) { return operand.find_first_of("#NnIiqQsS") != std::string_view::npos; }

struct Counts {
  int checked = 0;
  int passed_over = 0;
};

void check_line(const Line& line, std::string_view operation, Rounding rounding, Counts& counts) {
  const std::optional<Decimal> a = Decimal::parse(line.before[1]);
  const std::optional<Decimal> b = Decimal::parse(line.before.size() > 2 ? line.before[2] : "0");
  const bool rounds = operation == "round";
  if (!a || !b || (!rounds && rounding != Rounding::half_even)) {
    ++counts.passed_over;  // no number of ours, or another mode than arithmetic has here
    return;
  }
  std::optional<Decimal> result;
  if (operation == "minus") {
    result = a->negated();
  } else if (operation == "compare") {
    result = Decimal(a->compare(*b));
  } else if (rounds) {
    result = a->rounded(-b->exponent(), rounding);
  } else if (operation == "add") {
    result = a->plus(*b);
  } else if (operation == "subtract") {
    result = a->minus(*b);
  } else if (operation == "multiply") {
    result = a->times(*b);
  } else {
    result = a->over(*b);
  }
  ++counts.checked;
  CAPTURE(line.before[1]);
  CAPTURE(line.conditions);
  const std::optional<Decimal> expected = special(line.result) ? std::nullopt : Decimal::parse(line.result);
  REQUIRE(result.has_value() == expected.has_value());
  if (!result) return;
  CHECK(*result == *expected);
  // The kit folds exponents above 6111 into zeros at the end; Decimal keeps them, and has no sign of zero.
  if (line.conditions.find("Clamped") == std::string::npos) CHECK(result->text() == expected->text());
}

Counts check_file(const std::string& path, std::string_view operation) {
  std::ifstream file(path);
  REQUIRE_MESSAGE(file, path);
  CAPTURE(path);
  Counts counts;
  Rounding rounding = Rounding::half_even;
  bool known = true;  // 05up is not ours
  for (std::string text; std::getline(file, text);) {
    if (text.starts_with("rounding:")) {
      std::string name = text.substr(9);
      name.erase(0, name.find_first_not_of(' '));
      while (!name.empty() && (name.back() == ' ' || name.back() == '\r')) name.pop_back();
      const auto mode = modes.find("round_" + name);
      known = mode != modes.end();
      if (known) rounding = mode->second;
      continue;
    }
    const std::optional<Line> line = parsed(text);
    if (!line) continue;
    CAPTURE(text);
    if (!known || special(line->before[1]) || (line->before.size() > 2 && special(line->before[2]))) {
      ++counts.passed_over;
    } else {
      check_line(*line, operation, rounding, counts);
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("Decimal passes the General Decimal Arithmetic test cases of decimal128 that apply, where they are there") {
  const char* named = std::getenv("PAIDAN_DECTEST");
  const std::string folder = named != nullptr ? named : "/usr/lib/python3.11/test/decimaltestdata";
  if (!std::filesystem::is_directory(folder)) {
    MESSAGE("skipped: no .decTest files (Debian: libpython3.11-testsuite; or name their folder in PAIDAN_DECTEST)");
    return;
  }
  Counts all;
  for (const auto& [file, operation] : std::map<std::string, std::string>{{"dqAdd", "add"},
                                                                          {"dqSubtract", "subtract"},
                                                                          {"dqMultiply", "multiply"},
                                                                          {"dqDivide", "divide"},
                                                                          {"dqCompare", "compare"},
                                                                          {"dqMinus", "minus"},
                                                                          {"dqQuantize", "round"}}) {
    const Counts counts = check_file(folder + "/" + file + ".decTest", operation);
    CHECK(counts.checked > 20);
    all.checked += counts.checked;
    all.passed_over += counts.passed_over;
  }
  MESSAGE(all.checked, " cases checked, ", all.passed_over, " about NaN, infinities and other modes passed over");
}

TEST_CASE("Decimal answers random operations as Python's decimal does, powers and roundings included") {
  const int count = paidan_test::cases(10'000);
  const std::string command =
      "python3 '" PAIDAN_TEST_DATA "/../core/decimal_oracle.py' " + std::to_string(count) + " 34";
  INFO(command);
  Pipe pipe(command);
  REQUIRE(pipe.file);
  int seen = 0;
  int wrong = 0;
  std::string line;
  while (pipe.line(line)) {
    ++seen;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ';') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    REQUIRE(cells.size() == 4);
    const std::optional<Decimal> a = Decimal::parse(cells[1]);
    const std::optional<Decimal> b = Decimal::parse(cells[2]);
    REQUIRE(a);
    REQUIRE(b);
    const std::string got = answer(cells[0], *a, *b);
    if (got == cells[3]) continue;
    if (++wrong <= 10) CHECK_MESSAGE(got == cells[3], line);
  }
  CHECK(seen == count);
  CHECK(wrong == 0);
}
