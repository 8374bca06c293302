// Lengths of time as people write them in a column of minutes.
#include <doctest/doctest.h>

#include <paidan/core/random.hpp>
#include <paidan/sheets/detail/cell_durations.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace paidan;

namespace {

/// −1: refused.
std::int64_t read(std::string_view cell) { return sheets_detail::DurationScanner(cell).minutes().value_or(-1); }

}  // namespace

TEST_CASE("lengths with a unit are minutes") {
  for (const char* cell :
       {"90分钟",      "90分",    "90 min",    "90min",      "90mins",    "90 Minutes", "90m",          "1.5小时",
        "1.5个小时",   "1.5h",    "1.5 hours", "1h30",       "1h30m",     "1h 30min",   "1 hr 30 mins", "1小时30分",
        "1小时30分钟", "1小时30", "1小时半",   "一个半小时", "1个半小时", "１．５小时", "1 HR 30 MIN",  "1小时2刻钟"}) {
    CAPTURE(cell);
    CHECK(read(cell) == 90);
  }
  CHECK(read("30分钟") == 30);
  CHECK(read("半小时") == 30);
  CHECK(read("半个小时") == 30);
  CHECK(read("一刻钟") == 15);
  CHECK(read("1小时") == 60);
  CHECK(read("两小时") == 120);
  CHECK(read("0.75h") == 45);
  CHECK(read("0分钟") == 0);
}

TEST_CASE("what is no length, or no whole number of minutes, is refused") {
  for (const char* cell :
       {"",          "90",    "1:30",       "h",        "分钟",      "1.33h",           "0.5分钟",
        "30分1小时", "1h30h", "1h1h",       "30分30分", "1半小时",   "1小时30分半",     "-1h",
        "1..5h",     "1.h",   "1h30x",      "90s",      "1小时左右", "约1小时",         "1-2小时",
        "1/2h",      "1,5h",  "四十五分钟", "1天",      "1d",        "一小时一刻钟5分", "99999999999h"}) {
    CAPTURE(cell);
    CHECK(read(cell) == -1);
  }
}

TEST_CASE("random spellings of one length give that length") {
  const std::uint64_t seed = 20'240'708;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const auto any = [&](const std::vector<std::string>& words) {
    return words[random.below(static_cast<std::uint32_t>(words.size()))];
  };
  const auto wide = [&](const std::string& text) {  // some digits in full width
    std::string out;
    for (const char c : text) {
      const bool digit = c >= '0' && c <= '9';
      out += digit && random.below(4) == 0 ? std::string("\xef\xbc") + static_cast<char>(0x90 + (c - '0'))
                                           : std::string(1, c);
    }
    return out;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::int64_t hours = random.between(0, 23);
    const std::int64_t minutes = random.between(0, 59);
    const std::int64_t length = hours * 60 + minutes;
    const std::string blank = any({"", " "});
    std::string cell;
    switch (random.below(3)) {
      case 0:
        cell = wide(std::to_string(length)) + blank + any({"分钟", "分", "min", "mins", "Minutes", "MIN", "m"});
        break;
      case 1:
        cell = wide(std::to_string(hours)) + blank + any({"小时", "个小时", "h", "H", "hr", "hours", "钟头"}) + blank +
               wide(std::to_string(minutes)) + blank + any({"", "分", "分钟", "min", "m"});
        break;
      default: {
        const std::int64_t quarters = random.between(0, 3);
        cell = wide(std::to_string(hours)) +
               std::vector<std::string>{"", ".25", ".5", ".75"}[static_cast<std::size_t>(quarters)] + blank +
               any({"小时", "h", "hrs", "个小时"});
        CAPTURE(cell);
        REQUIRE(read(cell) == hours * 60 + quarters * 15);
        continue;
      }
    }
    CAPTURE(cell);
    REQUIRE(read(cell) == length);
  }
}

TEST_CASE("random pieces never read beyond the cell, and what is read is no less than nothing") {
  const std::uint64_t seed = 20'251'129;
  CAPTURE(seed);
  SplitMix64 random(seed);
  constexpr std::array<std::string_view, 18> pieces{"1", "30", ".",  "5",    "个", "半", "小时", "分钟", "h",
                                                    "m", " ",  "一", "刻钟", "in", "-",  "\xef", "\xbc", "９"};
  for (int i = 0; i < 100'000; ++i) {
    std::string cell;
    for (auto n = random.between(0, 7); n > 0; --n) cell += pieces[random.below(pieces.size())];
    const auto found = sheets_detail::DurationScanner(cell).minutes();
    CAPTURE(cell);
    if (found) REQUIRE(*found >= 0);
  }
}

TEST_CASE("a heading may say that its numbers are hours") {
  for (const char* heading : {"时长(小时)", "时长（小时）", "duration (h)", "时长(单位:小时)", "Minutes (Hours)"}) {
    CAPTURE(heading);
    CHECK(sheets_detail::headed_in_hours(heading));
  }
  for (const char* heading : {"时长", "时长(分钟)", "小时", "时长(分钟,小时)", "minutes (min)"}) {
    CAPTURE(heading);
    CHECK_FALSE(sheets_detail::headed_in_hours(heading));
  }
}
