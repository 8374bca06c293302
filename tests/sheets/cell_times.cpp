#include <doctest/doctest.h>

#include <paidan/core/random.hpp>
#include <paidan/sheets/detail/cell_times.hpp>

#include <array>
#include <string>

using namespace paidan;
using sheets::DateOrder;
using sheets_detail::written_time;

namespace {

/// `2025-03-12 10:00-12:00` for what was read; empty for nothing, `?` where month and day may stand either way.
std::string read(std::string_view cell, DateOrder order = DateOrder::stated) {
  const auto found = written_time(cell, order);
  if (!found) return {};
  if (found->which_comes_first) return "?";
  std::string text = found->date ? found->date->text() : "";
  if (found->from) text += (text.empty() ? "" : " ") + found->from->text();
  if (found->to) text += "-" + (found->to_date ? found->to_date->text() + " " : "") + found->to->text();
  if (found->offset) text += "@" + std::to_string(*found->offset);
  return text;
}

}  // namespace

TEST_CASE("dates and times as people write them are read") {
  CHECK(read("2025-3-12 10:00") == "2025-03-12 10:00");
  CHECK(read("2025-03-12T10:00") == "2025-03-12 10:00");
  CHECK(read("2025/3/12 9:05:30") == "2025-03-12 09:05:30");
  CHECK(read("2025.3.12") == "2025-03-12");
  CHECK(read("20250312") == "2025-03-12");
  CHECK(read("20250312 8:00") == "2025-03-12 08:00");
  CHECK(read("2025年3月12日9:00") == "2025-03-12 09:00");
  CHECK(read("2025年3月12号 下午2点半") == "2025-03-12 14:30");
  CHECK(read("2025-03-12 上午12点") == "2025-03-12 00:00");
  CHECK(read("2024/7/9 0:00:00") == "2024-07-09 00:00");
  CHECK(read("10：00") == "10:00");
  CHECK(read("８：００") == "08:00");
  CHECK(read("7:00 AM") == "07:00");
  CHECK(read("7 pm") == "19:00");
  CHECK(read("12:15 a.m.") == "00:15");
  CHECK(read("12:15pm") == "12:15");
  CHECK(read("9时5分") == "09:05");
  CHECK(read("24:00") == "24:00");
}

TEST_CASE("a stretch of time is one, never a time in another zone") {
  CHECK(read("2025-03-12 10:00-12:00") == "2025-03-12 10:00-12:00");
  CHECK(read("09:00-11:00") == "09:00-11:00");
  CHECK(read("2025年3月12日 9:00-11:00") == "2025-03-12 09:00-11:00");
  CHECK(read("2025-03-12 10:00—12:00") == "2025-03-12 10:00-12:00");
  CHECK(read("2025-03-12 10:00 至 12:00") == "2025-03-12 10:00-12:00");
  CHECK(read("8：00－17：00") == "08:00-17:00");
  CHECK(read("8:00到17:00") == "08:00-17:00");
  CHECK(read("8:00~17:00") == "08:00-17:00");
  CHECK(read("8:00 to 17:00") == "08:00-17:00");
  CHECK(read("2025-03-12 10:00 - 2025-03-12 12:00") == "2025-03-12 10:00-2025-03-12 12:00");
  CHECK(read("2:00-4:00 PM") == "14:00-16:00");
  CHECK(read("10:00-2:00 PM") == "10:00-14:00");
  CHECK(read("下午2点-4点") == "14:00-16:00");
  CHECK(read("9:00 AM-1:00 PM") == "09:00-13:00");
}

TEST_CASE("an offset stands behind seconds") {
  CHECK(read("2025-03-12T10:00:00+08:00") == "2025-03-12 10:00@28800");
  CHECK(read("2025-03-12 10:00:00-0430") == "2025-03-12 10:00@-16200");
  CHECK(read("2025-03-12 10:00:00.000Z") == "2025-03-12 10:00@0");
  CHECK(read("2025-03-12 10:00Z") == "2025-03-12 10:00@0");
  CHECK(read("2025-03-12 10:00+08:00").empty());
  CHECK(read("2025-03-12 10:00:00.5Z").empty());
}

TEST_CASE("what may mean two days needs an order") {
  CHECK(read("1/2/2020") == "?");
  CHECK(read("1/2/20") == "?");
  CHECK(read("1/13/20") == "?");
  CHECK(read("1/2/20", DateOrder::mdy) == "2020-01-02");
  CHECK(read("1/2/20", DateOrder::dmy) == "2020-02-01");
  CHECK(read("1/1/20 0:21", DateOrder::mdy) == "2020-01-01 00:21");
  CHECK(read("1/13/2020") == "2020-01-13");
  CHECK(read("13/1/2020") == "2020-01-13");
  CHECK(read("2/2/2020") == "2020-02-02");
  CHECK(read("13/13/2020").empty());
  CHECK(read("1/13/2020", DateOrder::dmy).empty());
}

TEST_CASE("anything else is refused as a whole") {
  for (const char* cell : {"",
                           "-",
                           "soon",
                           "10",
                           "10:0",
                           "10:60",
                           "25:00",
                           "24:30",
                           "2025-02-30",
                           "2025-13-01 10:00",
                           "2025-3",
                           "10:00-",
                           "-10:00",
                           "10:00-12",
                           "2025-03-12 10:00 12:00",
                           "7:00 AM PM",
                           "下午",
                           "3.14",
                           "2025-03-12 10:00-12:00-14:00",
                           "9:5",
                           "12345678",
                           "2025-03-12x"}) {
    CAPTURE(cell);
    CHECK(read(cell).empty());
  }
}

TEST_CASE("random bytes and pieces never read beyond the cell, and what is read is a day and a time") {
  const std::uint64_t seed = 20'251'129;
  CAPTURE(seed);
  SplitMix64 random(seed);
  constexpr std::array<std::string_view, 26> pieces{"2025", "-",  "/",  ".",  "3",  "12", " ",        "10",  ":",
                                                    "00",   "至", "年", "月", "日", "am", "下午",     "点",  "半",
                                                    "+08",  "Z",  "：", "１", "t",  "24", "\xef\xbc", "\xe3"};
  for (int i = 0; i < 200'000; ++i) {
    std::string cell;
    for (auto n = random.between(0, 9); n > 0; --n) {
      cell += pieces[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(pieces.size()) - 1))];
    }
    const auto found = written_time(cell, static_cast<DateOrder>(random.between(0, 2)));
    if (!found || found->which_comes_first) continue;
    CAPTURE(cell);
    REQUIRE((found->date || found->from));
    REQUIRE((!found->to || found->from));
    for (const auto& time : {found->from, found->to}) {
      if (time) REQUIRE((time->seconds >= 0 && time->seconds <= 86'400));
    }
    if (found->date) REQUIRE(Date::parse(found->date->text()) == found->date);
  }
}
