// What is refused among the yearly announcements of rest days.
#include "support/documents.hpp"

#include <paidan/sheets/calendars.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using io_test::messages;
using Lines = std::vector<std::string>;

TEST_CASE("an announcement holds the days of its own year") {
  const auto wrong = [](const std::string& year) {
    return messages([&] {
      static_cast<void>(
          paidan::sheets::load_calendar(std::vector<std::string>{year}, "date\n2024-01-01\n2025-01-01\n"));
    });
  };
  const std::string shifted =
      R"({"year": 2025, "days": [{"date": "2024-10-01", "isOffDay": true}, {"date": "2024-10-02", "isOffDay": true}]})";
  CHECK(wrong(shifted) == Lines{"2025.days: 2024-10-01 is no day of the announcement for 2025 (2 such days)",
                                "2025.days:2024-10-01不属于2025年的放假安排(共2天如此)"});
  CHECK(wrong(R"({"days": [{"date": "2026-01-01", "isOffDay": true}], "year": 2025})")[0] ==
        "2025.days: 2026-01-01 is no day of the announcement for 2025 (1 such days)");
  CHECK(wrong(R"({"year": 2025, "days": [{"date": "2024-11-30", "isOffDay": false}]})")[0] ==
        "2025.days: 2024-11-30 is no day of the announcement for 2025 (1 such days)");
  // New Year's rest may begin in the old year.
  CHECK(wrong(R"({"year": 2025, "days": [{"date": "2024-12-31", "isOffDay": true}]})").empty());
  const std::string folder = (std::filesystem::temp_directory_path() / "paidan_calendar_names").string();
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/2025.json") << R"({"year": 2024, "days": [{"date": "2024-10-01", "isOffDay": true}]})";
  std::ofstream(folder + "/statutory.csv") << "date\n2024-10-01\n";
  CHECK(messages([&] { static_cast<void>(paidan::sheets::load_calendar_folder(folder)); })[0] ==
        "year: file '" + folder + "/2025.json' holds the announcement for 2024");
  std::filesystem::remove_all(folder);
}
