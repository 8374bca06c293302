// The DMN Technology Compatibility Kit, where it is there (PAIDAN_DMN), and cases of our own in the same form, always.
#include "tck.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

namespace {

std::set<std::string> exclusions() {
  std::ifstream file(PAIDAN_TEST_DATA "/../rules/tck_exclusions.txt");
  REQUIRE(file);
  std::set<std::string> names;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && !line.starts_with('#')) names.insert(line.substr(0, line.find(' ')));
  }
  return names;
}

void report(const paidan_test::TckReport& result) {
  for (const std::string& failure : result.failures) FAIL_CHECK(failure);
}

}  // namespace

TEST_CASE("own cases in the kit's form pass") {
  const auto result = paidan_test::run_level(PAIDAN_TEST_DATA "/rules/models", {});
  report(result);
  CHECK(result.failed == 0);
  CHECK(result.passed >= 12);
}

TEST_CASE("all cases of the DMN TCK's level 2 pass, and of the level 3 folders all but the published exclusions") {
  const char* folder = std::getenv("PAIDAN_DMN");
  if (folder == nullptr || !std::filesystem::is_directory(folder)) {
    MESSAGE("skipped: PAIDAN_DMN does not name the folder of the kit");
    return;
  }
  const auto second = paidan_test::run_level(std::filesystem::path(folder) / "compliance-level-2", {});
  report(second);
  CHECK(second.passed == 116);
  CHECK(second.failed == 0);
  const auto third = paidan_test::run_level(std::filesystem::path(folder) / "compliance-level-3", exclusions());
  report(third);
  const int all = third.passed + third.failed + third.excluded;
  CHECK(third.failed == 0);
  CHECK(third.excluded * 10 <= all);
  MESSAGE("level 2: ", second.passed, " of ", second.passed + second.failed, "; level 3: ", third.passed, " of ", all,
          ", ", third.excluded, " excluded");
}
