#include <doctest/doctest.h>

#include <paidan/core/random.hpp>
#include <paidan/sheets/detail/cell_times.hpp>

#include <array>
#include <string>

using namespace paidan;
using sheets::DateOrder;
using sheets_detail::DayPart;
using sheets_detail::written_time;

namespace {

/// `2025-03-12 10:00-12:00` for what was read; empty for nothing, `?` where month and day may stand either way.
std::string text_of(const std::optional<sheets_detail::WrittenTime>& found) {
  if (!found) return {};
  if (found->which_comes_first) return "?";
  if (found->which_year) return "year?";
  std::string text = found->date ? found->date->text() : "";
  if (found->from) text += (text.empty() ? "" : " ") + found->from->text();
  if (found->to) text += "-" + (found->to_date ? found->to_date->text() + " " : "") + found->to->text();
  if (found->offset) text += "@" + std::to_string(*found->offset);
  if (found->part != DayPart::none) text += " part " + std::to_string(static_cast<int>(found->part));
  return text;
}
std::string read(std::string_view cell, DateOrder order = DateOrder::stated) {
  return text_of(written_time(cell, order));
}
/// Beside the second week of July 2024.
std::string read_in_july(std::string_view cell, DateOrder order = DateOrder::stated) {
  const sheets_detail::Years years{.low = *Date::parse("2024-07-08"), .high = *Date::parse("2024-07-14")};
  return text_of(written_time(cell, order, &years));
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

TEST_CASE("months may have names, and hours one mark for both ends") {
  CHECK(read("08-Jul-2024") == "2024-07-08");
  CHECK(read("8 July 2024 9:00") == "2024-07-08 09:00");
  CHECK(read("Jul 8, 2024") == "2024-07-08");
  CHECK(read("Sept 3 2024 2 pm") == "2024-09-03 14:00");
  CHECK(read("may 1, 2024") == "2024-05-01");
  CHECK(read("2024-07-08 9-11点") == "2024-07-08 09:00-11:00");
  CHECK(read("9至11点半") == "09:00-11:30");
  CHECK(read("2-4 pm") == "14:00-16:00");
  CHECK(read("9-11am") == "09:00-11:00");
  CHECK(read("10-2pm") == "10:00-14:00");
  CHECK(read("9-11").empty());
  CHECK(read("8-Jul-24").empty());
  CHECK(read("31-Jun-2024").empty());
  CHECK(read("8 market 2024").empty());
}

TEST_CASE("a date without a year has the one that the days beside it tell, or none") {
  CHECK(read("7月10日") == "year?");
  CHECK(read("7/10 9:00-11:00") == "year?");
  CHECK(read("08-Jul") == "year?");
  CHECK(read("13/13").empty());
  CHECK(read("7月10日x").empty());
  CHECK(read("2月30日").empty());
  CHECK(read_in_july("7月10日") == "2024-07-10");
  CHECK(read_in_july("7月10号 9:00") == "2024-07-10 09:00");
  CHECK(read_in_july("7月10日下午2点到4点") == "2024-07-10 14:00-16:00");
  CHECK(read_in_july("08-Jul 9:00") == "2024-07-08 09:00");
  CHECK(read_in_july("July 8") == "2024-07-08");
  CHECK(read_in_july("9月1日") == "2024-09-01");
  CHECK(read_in_july("1月3日") == "year?");  // half a year either way
  CHECK(read_in_july("7/14 9:00-11:00") == "2024-07-14 09:00-11:00");
  CHECK(read_in_july("14/7") == "2024-07-14");
  CHECK(read_in_july("7/10") == "?");  // also October the 7th
  CHECK(read_in_july("7/10", DateOrder::mdy) == "2024-07-10");
  CHECK(read_in_july("10/7", DateOrder::dmy) == "2024-07-10");
  CHECK(read_in_july("7/12") == "2024-07-12");  // December is too far
  const sheets_detail::Years new_year{.low = *Date::parse("2024-12-28"), .high = *Date::parse("2024-12-31")};
  CHECK(text_of(written_time("1月3日", DateOrder::stated, &new_year)) == "2025-01-03");
  CHECK(text_of(written_time("12月30日 9:00 - 1月2日 9:00", DateOrder::stated, &new_year)) ==
        "2024-12-30 09:00-2025-01-02 09:00");
  const sheets_detail::Years long_span{.low = *Date::parse("2023-05-01"), .high = *Date::parse("2024-12-31")};
  CHECK(text_of(written_time("7月10日", DateOrder::stated, &long_span)) == "year?");
}

TEST_CASE("a part of a day is no time and no date") {
  CHECK(read("2024-07-10 上午") == "2024-07-10 part 1");
  CHECK(read("2024-07-10下午") == "2024-07-10 part 2");
  CHECK(read("2024-07-10 evening") == "2024-07-10 part 3");
  CHECK(read("2024-07-10 全天") == "2024-07-10 part 4");
  CHECK(read("2024-07-10 早上") == "2024-07-10 part 5");
  CHECK(read("2024-07-10 AM") == "2024-07-10 part 1");
  CHECK(read_in_july("7月10日 上午") == "2024-07-10 part 1");
  CHECK(read("上午") == " part 1");
  CHECK(read("2024-07-10 上午上午").empty());
  CHECK(read("2024-07-10 上午9点") == "2024-07-10 09:00");
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
    const sheets_detail::Years years{.low = *Date::parse("2025-03-01"), .high = *Date::parse("2025-03-31")};
    const auto found =
        written_time(cell, static_cast<DateOrder>(random.between(0, 2)), random.between(0, 1) == 0 ? nullptr : &years);
    if (!found || found->which_comes_first || found->which_year) continue;
    CAPTURE(cell);
    REQUIRE((found->date || found->from || found->part != DayPart::none));
    REQUIRE((!found->from || found->part == DayPart::none));
    REQUIRE((!found->to || found->from));
    for (const auto& time : {found->from, found->to}) {
      if (time) REQUIRE((time->seconds >= 0 && time->seconds <= 86'400));
    }
    if (found->date) REQUIRE(Date::parse(found->date->text()) == found->date);
  }
}
