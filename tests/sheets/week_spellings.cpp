// Cells and headings of a week's tables as people write them: read when unmistakable and said, else refused by name.
#include "support/documents.hpp"

#include <paidan/core/random.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/zones.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace paidan;
using io_test::messages;
using Lines = std::vector<std::string>;

namespace {

const std::string people = "工号,纬度,经度,上班,下班\nG1,39.9,116.4,08:30,17:30\n";
const std::string week_of_july = "工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\nA2,39.9,116.4,2024-07-14\n";

sheets::WeekOptions options() {
  static const ZoneRules zone = syntax::load_zone("Asia/Shanghai");
  sheets::WeekOptions made;
  made.zone = zone;
  return made;
}
std::string local(Instant instant) { return options().zone.text(instant).substr(0, 16); }

/// `2024-07-10T08:00+240` for what was promised, the message of the first error, or `-`.
std::string promise(const std::string& head, const std::string& cells, const sheets::WeekOptions& with = options()) {
  const std::string orders = "工单号,纬度,经度," + head + "\nA1,39.9,116.4," + cells + "\n";
  try {
    const Order order = sheets::week_from_csv(orders, people, with).data.orders.at(0);
    if (!order.promise) return order.release ? "from " + local(*order.release) : "-";
    return local(order.promise->at) + "+" + std::to_string(order.promise->after.seconds / 60);
  } catch (const InvalidInput& wrong) {
    return wrong.errors()[0].message(Language::en);
  }
}
std::string said(const std::vector<Error>& notices, std::string_view code) {
  for (const Error& notice : notices) {
    if (notice.code() == code) return notice.message(Language::en) + " | " + notice.message(Language::zh);
  }
  return {};
}
/// Shifts of the first technician, the messages of errors, and one notice.
Lines shifts(const std::string& technicians, std::string_view code = {}, const std::string& orders = week_of_july,
             const sheets::WeekOptions& with = options()) {
  Lines all;
  try {
    const sheets::WeekTables week = sheets::week_from_csv(orders, technicians, with);
    const Problem problem(week.data, week.rows);
    for (const Shift& shift : week.data.technicians.at(0).shifts) {
      all.push_back(local(shift.start).substr(5) + "-" + local(shift.end).substr(11));
    }
    if (!code.empty()) all.push_back(said(week.notices, code));
  } catch (const InvalidInput& wrong) {
    for (const Error& error : wrong.errors()) all.push_back(error.message(Language::en));
  }
  return all;
}
/// One technician without usual hours, one row.
std::string roster(const std::string& head, const std::string& cells) {
  return "工号,纬度,经度," + head + "\nG1,39.9,116.4," + cells + "\n";
}
std::string english(const std::string& head, const std::string& cells) {
  return "technician,lat,lon," + head + "\nG1,39.9,116.4," + cells + "\n";
}

}  // namespace

TEST_CASE("a date without a year has that of the row's creation") {
  CHECK(promise("创建时间,预约时间", "2024-07-08 09:00,7月10日 9:00-11:00") == "2024-07-10T09:00+120");
  CHECK(promise("创建时间,预约时间", "2024-07-08 09:00,7月10日下午2点到4点") == "2024-07-10T14:00+120");
  CHECK(promise("创建时间,预约时间", "2024-07-08 09:00,7/10 9:00-11:00") == "2024-07-10T09:00+120");
  CHECK(promise("创建时间,预约时间", "2024-12-28 09:00,1月3日 9:00-11:00") == "2025-01-03T09:00+120");
  CHECK(promise("创建时间,预约开始,预约结束", "2024-07-08 09:00,7月10日 9:00,7月10日 11:00") == "2024-07-10T09:00+120");
  CHECK(promise("创建时间,服务日期", "2024-07-08 09:00,7月10日") == "from 2024-07-10T00:00");
}

TEST_CASE("without one it has that of the first day or of the other rows, and that is said once") {
  const auto week = sheets::week_from_csv(
      "工单号,纬度,经度,预约时间\nA1,39.9,116.4,7月10日 9:00\nA2,39.9,116.4,2024-07-09 10:00\nA3,39.9,116.4,7/11 "
      "9:00\n",
      people, options());
  CHECK(local(week.data.orders[0].promise->at) == "2024-07-10T09:00");
  CHECK(local(week.data.orders[2].promise->at) == "2024-07-11T09:00");
  CHECK(said(week.notices, "year_assumed") ==
        "orders, row 2: dates without a year were read as those near the other dates: '7月10日 9:00' as 2024-07-10 (2 "
        "cells) | orders,第2行:没有写年份的日期,按与其他日期相近的年份处理:“7月10日 9:00”作2024-07-10(共2格)");
  sheets::WeekOptions first = options();
  first.first_day = Date::parse("2025-07-07");
  CHECK(promise("预约时间", "7月10日 9:00-11:00", first) == "2025-07-10T09:00+120");
  CHECK(promise("预约时间", "7月10日 9:00-11:00") ==
        "orders.预约时间, row 2: 预约时间 '7月10日 9:00-11:00' has no year, and no other date tells it: write it like "
        "2024-07-08");
  CHECK(promise("预约时间", "1月10日 9:00", first).find("has no year") != std::string::npos);
}

TEST_CASE("month and day without a year stand in the order that the column shows, else they are refused") {
  const auto of = [](const std::string& head, const std::string& other, const std::string& cell) {
    try {
      const auto week = sheets::week_from_csv("order,lat,lon,created," + head + "\nA1,39.9,116.4,2024-07-01," + other +
                                                  "\nA2,39.9,116.4,2024-07-01," + cell + "\n",
                                              people, options());
      return local(week.data.orders[1].promise->at);
    } catch (const InvalidInput& wrong) {
      return wrong.errors()[0].message(Language::en);
    }
  };
  CHECK(of("appointment", "7/13 9:00", "7/9 9:00") == "2024-07-09T09:00");
  CHECK(of("appointment", "13/7 9:00", "9/7 9:00") == "2024-07-09T09:00");
  CHECK(of("预约时间", "", "7/9 9:00") == "2024-07-09T09:00");
  CHECK(
      of("appointment", "", "7/9 9:00") ==
      "orders.appointment, row 3: appointment '7/9 9:00' may be read with the day or the month first: say date_order, "
      "or write it like 2024-07-08");
  CHECK(of("appointment", "", "08-Jul 9:00") == "2024-07-08T09:00");
  CHECK(of("appointment", "", "Jul 8 9:00") == "2024-07-08T09:00");
}

TEST_CASE("a part of the day is a span with stated hours, a whole day the day") {
  CHECK(promise("预约时间", "2024-07-10 上午") == "2024-07-10T08:00+240");
  CHECK(promise("预约时间", "2024-07-10下午") == "2024-07-10T12:00+360");
  CHECK(promise("预约时间", "2024-07-10 evening") == "2024-07-10T18:00+180");
  CHECK(promise("预约时间", "2024-07-10 全天") == "from 2024-07-10T00:00");
  CHECK(promise("创建时间,预约时间", "2024-07-08 9:00,7月10日 上午") == "2024-07-10T08:00+240");
  CHECK(promise("预约时间", "2024-07-10 中午") ==
        "orders.预约时间, row 2: 预约时间 must be a span with hours like 2024-07-08 9:00-11:00, got '2024-07-10 中午'");
  CHECK(promise("创建时间", "2024-07-10 上午").find("must be one time, got the span") != std::string::npos);
  CHECK(promise("服务日期", "2024-07-10 上午").find("must be a date like") != std::string::npos);
  const auto week = sheets::week_from_csv(
      "工单号,纬度,经度,预约时间\nA1,39.9,116.4,2024-07-10 上午\nA2,39.9,116.4,2024-07-11 morning\n", people,
      options());
  CHECK(said(week.notices, "part_of_day") ==
        "orders, row 2: a part of a day was read as these hours: '2024-07-10 上午' as 08:00–12:00 (2 cells) | "
        "orders,第2行:只写时段名称的,按以下钟点处理:“2024-07-10 上午”作08:00–12:00(共2格)");
}

TEST_CASE("a column of minutes may say its lengths with units, or its unit in the heading") {
  const auto minutes_of = [](const std::string& heading, const std::string& cell) -> std::string {
    try {
      const auto week = sheets::week_from_csv(
          "工单号,纬度,经度,服务日期," + heading + "\nA1,39.9,116.4,2024-07-08,\"" + cell + "\"\n", people, options());
      return std::to_string(week.data.orders[0].service.seconds / 60);
    } catch (const InvalidInput& wrong) {
      return wrong.errors()[0].message(Language::en);
    }
  };
  for (const char* cell : {"90", "90.0", "90分钟", "1.5小时", "1小时30分", "90min", "1h30", "９０"}) {
    CAPTURE(cell);
    CHECK(minutes_of("时长", cell) == "90");
    CHECK(minutes_of("时长(分钟)", cell) == "90");
  }
  CHECK(minutes_of("时长(小时)", "1.5") == "90");
  CHECK(minutes_of("时长(小时)", "2") == "120");
  CHECK(minutes_of("时长(小时)", "45分钟") == "45");
  CHECK(minutes_of("时长(小时)", "1.333") ==
        "orders.时长(小时), row 2: 时长(小时) must be hours that make whole minutes, like 1.5, got '1.333'");
  CHECK(minutes_of("时长", "1:30") == "orders.时长, row 2: 时长 must be minutes like 90, 1.5h or 1h30, got '1:30'");
  CHECK(minutes_of("时长", "25小时") == "orders.时长, row 2: 时长 must be between 1 and 1440, got 1500");
  CHECK(minutes_of("时长", "1.5").find("must be a whole number") != std::string::npos);
  CHECK(minutes_of("时长", "99999999999").find("is too large") != std::string::npos);
  CHECK(sheets::week_from_csv(week_of_july, roster("上班,下班,午休,可加班", "8:00,17:00,1小时,半小时"), options())
            .data.technicians[0]
            .shifts[0]
            .overtime_cap == minutes(30));
}

TEST_CASE("a day of two spans is two shifts") {
  const Lines two{"07-08T09:00-12:00", "07-08T14:00-18:00"};
  for (const char* cell :
       {"9:00-12:00, 14:00-18:00", "9:00-12:00，14:00-18:00", "9:00-12:00、14:00-18:00", "9:00-12:00;14:00-18:00",
        "9:00-12:00/14:00-18:00", "9:00-12:00 14:00-18:00", "9-12点 14-18点", "上午9:00-12:00 下午2:00-6:00",
        "9:00 AM - 12:00 PM, 2:00-6:00 PM", "9:00-12:00  14:00-18:00", "9:00-12:00 pm 2:00-6:00 pm",
        "9:00-12:00 下午2:00-6:00", "9:00-12:00 和 14:00-18:00", "9:00-12:00\n14:00-18:00",
        "9:00-10:00,10:00-12:00,14:00-18:00"}) {
    CAPTURE(cell);
    CHECK(shifts(roster("2024-07-08", "\"" + std::string(cell) + "\"")) == two);
  }
  const Lines with = shifts(roster("2024-07-08,可加班,午休", "\"9:00-12:00, 14:00-18:00\",180,60"), "split_days");
  CHECK(Lines(with.begin(), with.begin() + 2) == two);  // overtime of the first would run into the second
  CHECK(with[2].find("days of several spans are as many shifts") != std::string::npos);
  CHECK(with[2].find("(1 days)") != std::string::npos);
  const auto week = sheets::week_from_csv(
      week_of_july, roster("2024-07-08,可加班,午休", "\"9:00-12:00, 12:30-18:00\",30,60"), options());
  const std::vector<Shift>& of = week.data.technicians[0].shifts;
  CHECK(of[0].id == "2024-07-08");
  CHECK(of[1].id == "2024-07-08 2");
  CHECK(of[0].overtime_cap == Duration{});
  CHECK(of[1].overtime_cap == minutes(30));
  CHECK_FALSE(said(week.notices, "break_left_out").empty());  // half an hour is no break of an hour
  // Of two readings the one that tears no `pm` from its time, and no `下午` from its hours.
  CHECK(shifts(roster("2024-07-08", "9:00-12:00 下午")) == Lines{"07-08T09:00-18:00"});
  std::string many;  // nor is time lost on what cannot be read
  for (int i = 0; i < 15; ++i) many += "1:00-2:00  ";
  CHECK(shifts(roster("2024-07-08", many + "x"))[0].find("must be hours like") != std::string::npos);
  for (const char* cell : {"9:00-12:00, 11:00-18:00", "14:00-18:00, 9:00-12:00", "9:00-12:00, 18:00-14:00",
                           "9:00-12:00,", "9:00-12:00 休息"}) {
    CAPTURE(cell);
    CHECK(shifts(roster("2024-07-08", "\"" + std::string(cell) + "\""))[0].find(
              "must be hours like 08:00-17:00 or 9:00-12:00, 14:00-18:00") != std::string::npos);
  }
}

TEST_CASE("parts of a day in a roster are those of the technician's hours where there are some") {
  CHECK(shifts(roster("2024-07-08", "上午"))[0] == "07-08T08:00-12:00");
  CHECK(shifts(roster("2024-07-08", "下午"))[0] == "07-08T12:00-18:00");
  CHECK(shifts(roster("2024-07-08", "晚上"))[0] == "07-08T18:00-21:00");
  CHECK(shifts(roster("2024-07-08", "\"上午,晚上\"")) == Lines{"07-08T08:00-12:00", "07-08T18:00-21:00"});
  CHECK(shifts(roster("2024-07-08", "上午、下午")) == Lines{"07-08T08:00-18:00"});
  const auto own = [](const std::string& cell) {
    return shifts(roster("上班,下班,工作日,2024-07-08", "08:30,17:30,7," + cell), "part_of_shift");
  };
  CHECK(own("上午")[0] == "07-08T08:30-12:00");
  CHECK(own("下午")[0] == "07-08T12:00-17:30");
  CHECK(own("全天")[0] == "07-08T08:30-17:30");
  CHECK(own("上午")[2] ==
        "technicians: 'morning' in a day's column was read as these hours: from the row's start, else 08:00, to "
        "12:00 (1 cells) | "
        "technicians:当日班次写“上午”的,按以下钟点处理:从该行上班时间(没有则08:00)到12:00(共1格)");
  CHECK(shifts(roster("2024-07-08", "全天"))[0].find("must be hours like") != std::string::npos);
  CHECK(shifts(roster("2024-07-08", "中午"))[0].find("must be hours like") != std::string::npos);
}

TEST_CASE("headings of days are read when they can be one day of the plan, and that is said") {
  const Lines thursday{"07-11T08:00-12:00"};
  for (const char* heading :
       {"7/11", "7月11日", "周四 7/11", "7/11(周四)", "7月11日 星期四", "7月11号", "11-Jul", "Jul 11", "周四", "星期四",
        "礼拜四", "Thu", "Thursday", "THU", "2024-07-11 周四", "Thu 7/11", "２０２４／７／１１"}) {
    CAPTURE(heading);
    CHECK(shifts(roster(heading, "8:00-12:00")) == thursday);
  }
  CHECK(
      shifts(roster("周四 7/11,周五", "8:00-12:00,9:00-12:00"), "day_columns") ==
      Lines{
          "07-11T08:00-12:00", "07-12T09:00-12:00",
          "technicians, row 1: columns headed by days were taken so: '周四 7/11' as 2024-07-11, '周五' as every Friday "
          "| technicians,第1行:以日期或星期为标题的列,理解如下:“周四 7/11”作2024-07-11、“周五”作每周五"});
}

TEST_CASE("a weekday heads every such day of the plan, a date only its own") {
  const std::string two_weeks = "工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\nA2,39.9,116.4,2024-07-19\n";
  CHECK(shifts(roster("周一,周四,7月18日", "8:00-12:00,9:00-12:00,休"), {}, two_weeks) ==
        Lines{"07-08T08:00-12:00", "07-11T09:00-12:00", "07-15T08:00-12:00"});
  for (const char* cell : {"noon", "17:00-8:00"}) {  // said once, whatever the number of Mondays
    CHECK(shifts(roster("周一", cell), {}, two_weeks).size() == 1);
  }
  CHECK(shifts(roster("周一", "上午"), "part_of_shift", two_weeks).back().find("(1 cells)") != std::string::npos);
  CHECK(shifts(roster("Mon-Fri,周末", "8:00-12:00,9:00-10:00")).size() == 7);
  CHECK(
      shifts(roster("Mon,Tue,Wed,Thu,Fri,Sat,Sun", "1:00-2:00,2:00-3:00,3:00-4:00,4:00-5:00,5:00-6:00,6:00-7:00,休")) ==
      Lines{"07-08T01:00-02:00", "07-09T02:00-03:00", "07-10T03:00-04:00", "07-11T04:00-05:00", "07-12T05:00-06:00",
            "07-13T06:00-07:00"});
  // Its own hours elsewhere.
  CHECK(shifts(roster("上班,下班,工作日,周六", "8:00,17:00,1,9:00-12:00")) ==
        Lines{"07-08T08:00-17:00", "07-13T09:00-12:00"});
  CHECK(shifts(roster("周四,Thu", "8:00-12:00,8:00-12:00"))[0] ==
        "technicians, row 1: column 'Thu' is given twice (also as '周四')");
  CHECK(shifts(roster("7/11,7月11日", "8:00-12:00,8:00-12:00"))[0] ==
        "technicians, row 1: column '7月11日' is given twice (also as '7/11')");
}

TEST_CASE("month and day of headings stand as the plan, the other headings and the weekdays allow") {
  const Lines eighth{"07-08T08:00-12:00"};
  CHECK(shifts(english("7/8", "8:00-12:00")) == eighth);  // August the 7th is no day of the plan
  CHECK(shifts(english("8/7", "8:00-12:00")) == eighth);
  CHECK(shifts(english("8/7,13/7", "8:00-12:00,休")) == eighth);
  const std::string summer = "工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-01\nA2,39.9,116.4,2024-09-10\n";
  CHECK(shifts(english("7/8,7/9,7/10", "8:00-12:00,休,休"), {}, summer) == eighth);
  CHECK(shifts(english("Mon 7/8", "8:00-12:00"), {}, summer) == eighth);
  CHECK(shifts(english("start,end,weekdays,7/8", "8:00,12:00,1,休"), "day_columns_unread", summer).back() ==
        "technicians, row 1: columns headed by days that cannot be told were left out: '7/8' (day or month first?); "
        "write "
        "2024-07-08 | "
        "technicians,第1行:标题像日期但无法确定是哪一天的列,未使用:“7/8”(月在前还是日在前?);请写成2024-07-08");
}

TEST_CASE("headings that are no day of this plan are named with what to write") {
  const auto unread = [](const std::string& heading, const std::string& orders = week_of_july) {
    return shifts(roster("上班,下班,工作日," + heading, "8:00,12:00,1,休"), "day_columns_unread", orders).back();
  };
  CHECK(unread("周三 7/11").find("'周三 7/11' (2024-07-11 is another weekday); write 2024-07-08") != std::string::npos);
  CHECK(unread("1月11日").find("'1月11日' (of which year?)") != std::string::npos);
  CHECK(unread("7/11").empty());
  CHECK(unread("备注").empty());  // said among the columns that are not understood
  const std::string dayless = "工单号,纬度,经度\nA1,39.9,116.4\n";
  sheets::WeekOptions none = options();
  CHECK(messages([&] { static_cast<void>(sheets::week_from_csv(dayless, roster("7/11", "8:00-12:00"), none)); })[0] ==
        "first_day: no order names a day, so first_day must be given");
}

TEST_CASE("days off without a year are those near the orders") {
  CHECK(shifts(roster("上班,下班,休息日期", "8:00,12:00,7月9日、7/10、7月12日"), "year_assumed").size() == 5);
  CHECK(shifts(roster("上班,下班,休息日期", "8:00,12:00,1月9日"))[0].find("has no year") != std::string::npos);
}

TEST_CASE("random spellings of one appointment give that appointment, or an error that names the cell") {
  const std::uint64_t seed = 20'240'708;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const auto any = [&](std::initializer_list<const char*> words) {
    return std::string(words.begin()[random.below(static_cast<std::uint32_t>(words.size()))]);
  };
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  int read = 0;
  int refused = 0;
  for (int i = 0; i < 6'000; ++i) {
    const Date created = *Date::from_ymd(2024, 1, 1) + static_cast<std::int32_t>(random.below(700));
    const Date day = created + static_cast<std::int32_t>(random.below(90));
    const auto [y, m, d] = day.parts();
    const std::int64_t from = random.between(0, 20);
    const std::int64_t to = random.between(from + 1, 23);
    const bool half_past = random.below(2) == 0;
    const std::string year = random.below(2) == 0 ? std::to_string(y) : "";
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::string text;
    switch (random.below(4)) {
      case 0:
        text = (year.empty() ? "" : year + "年") + std::to_string(m) + "月" + std::to_string(d) + any({"日", "号"});
        break;
      case 1:
        text = (year.empty() ? "" : year + "/") + std::to_string(m) + "/" + std::to_string(d);
        break;
      case 2:
        text = std::to_string(d) + any({"-", " "}) + months[m - 1] + (year.empty() ? "" : "-" + year);
        break;
      default:
        text = std::to_string(y) + "-" + two(m) + "-" + two(d);
        break;
    }
    const std::string minute = half_past ? "30" : "00";
    const bool chinese_hours = random.below(2) == 0;
    const bool halves = random.below(2) == 0;
    const auto hour = [&](std::int64_t h) {
      if (chinese_hours && halves) {  // both ends name their half
        return (h < 12 ? "上午" : "下午") + std::to_string(h > 12 ? h - 12 : h) + (half_past ? "点半" : "点");
      }
      return chinese_hours ? std::to_string(h) + (half_past ? "点半" : "点")
                           : (random.below(2) == 0 ? two(h) : std::to_string(h)) + any({":", "："}) + minute;
    };
    text += " " + hour(from) + any({"-", "到", " - ", "~", "至", "—"}) + hour(to);
    const bool chinese = random.below(2) == 0;
    const std::string head = chinese ? "创建时间,预约时间" : "created,appointment";
    const std::string got = promise(head, created.text() + "," + text);
    CAPTURE(text);
    CAPTURE(head);
    const std::string wanted = day.text() + "T" + two(from) + ":" + minute + "+" + std::to_string((to - from) * 60);
    if (got == wanted) {
      ++read;
      continue;
    }
    ++refused;
    CAPTURE(got);
    REQUIRE(got.starts_with("orders." + head.substr(head.find(',') + 1) + ", row 2: "));
    REQUIRE_FALSE(chinese);  // there the month stands first
    REQUIRE(got.find("the day or the month first") != std::string::npos);
  }
  CHECK(read > 5'000);
  CHECK(refused > 50);
}
