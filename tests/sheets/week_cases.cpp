// Tables as people keep them: what the sheet shows is what is meant, and what was not understood is said.
#include "support/documents.hpp"

#include <paidan/sheets/columns.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/zones.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace paidan;
using io_test::messages;
using Lines = std::vector<std::string>;

namespace {

const std::string people = "工号,纬度,经度,上班,下班,技能\nG1,39.9,116.4,08:30,17:30,制冷:2;燃气;电工\n";

sheets::WeekOptions options() {
  sheets::WeekOptions made;
  made.zone = syntax::load_zone("Asia/Shanghai");
  return made;
}
sheets::WeekTables read(const std::string& orders, const std::string& technicians = people,
                        const sheets::WeekOptions& with = options()) {
  return sheets::week_from_csv(orders, technicians, with);
}
Order order(const std::string& head, const std::string& cells) {
  sheets::WeekOptions with = options();
  with.first_day = Date::parse("2025-03-12");
  return read("工单号,纬度,经度," + head + "\nA1,39.9,116.4," + cells + "\n", people, with).data.orders.at(0);
}
Lines wrong(const std::string& head, const std::string& cells) {
  return messages([&] { static_cast<void>(order(head, cells)); });
}
std::string local(Instant instant) { return syntax::load_zone("Asia/Shanghai").text(instant); }
Lines said(const sheets::WeekTables& week) {
  Lines all;
  for (const Error& notice : week.notices) all.push_back(notice.message(Language::en));
  return all;
}
bool says(const sheets::WeekTables& week, std::string_view words) {
  const Lines all = said(week);
  return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return one.find(words) != one.npos; });
}

}  // namespace

TEST_CASE("an appointment may be a stretch of time, never one in another zone") {
  for (const char* cell : {"2025-03-12 10:00-12:00", "2025年3月12日 10:00-12:00", "2025-3-12 10：00—12：00",
                           "2025/3/12 10:00至12:00", "2025-03-12 10:00 - 2025-03-12 12:00", "20250312 10点-12点"}) {
    CAPTURE(cell);
    const Order made = order("预约时间", cell);
    CHECK(local(made.promise->at) == "2025-03-12T10:00:00+08:00");
    CHECK(made.promise->before == Duration{0});
    CHECK(made.promise->after == hours(2));
  }
  CHECK(local(order("预约时间", "2025-3-12 10:00").promise->at) == "2025-03-12T10:00:00+08:00");
  CHECK(local(order("预约时间", "2025-03-12T02:00:00Z").promise->at) == "2025-03-12T10:00:00+08:00");
  CHECK(wrong("创建时间", "2025-03-12 10:00-12:00")[0] ==
        "orders.创建时间, row 2: 创建时间 must be one time, got the span '2025-03-12 10:00-12:00'");
  CHECK(wrong("预约时间", "2025-03-12 12:00-10:00").size() == 2);  // in two languages
  CHECK(wrong("预约时间", "2025-03-12 10:00+08:00")[0].find("must be a time like") != std::string::npos);
}

TEST_CASE("an appointment of a day alone is a day of service, and that is said") {
  const sheets::WeekTables week = read("工单号,纬度,经度,预约时间\nA1,39.9,116.4,2025-03-12\n");
  CHECK_FALSE(week.data.orders[0].promise);
  CHECK(local(*week.data.orders[0].release) == "2025-03-12T00:00:00+08:00");
  CHECK(says(week, "an appointment without a time of day was taken as the day of service (1 rows)"));
}

TEST_CASE("dates are read where they can mean one day") {
  CHECK(local(order("创建时间", "2024/7/9 0:00:00").release.value()) == "2024-07-10T00:00:00+08:00");
  CHECK(local(*order("服务日期", "2024/7/9 0:00:00").release) == "2024-07-09T00:00:00+08:00");
  CHECK(wrong("创建时间", "1/2/20 0:21")[0].find("may be read with the day or the month first") != std::string::npos);
  sheets::WeekOptions mdy = options();
  mdy.dates = sheets::DateOrder::mdy;
  const auto week = read("工单号,纬度,经度,预约时间\nA1,39.9,116.4,1/2/20 7:05 AM\n", people, mdy);
  CHECK(local(week.data.orders[0].promise->at) == "2020-01-02T07:05:00+08:00");
}

TEST_CASE("working hours and weekdays in the words of a roster") {
  const auto shifts = [](const std::string& head, const std::string& cells) {
    const auto week = read("工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\nA2,39.9,116.4,2024-07-14\n",
                           "工号,纬度,经度," + head + "\nG1,39.9,116.4," + cells + "\n");
    Lines all;
    for (const Shift& shift : week.data.technicians[0].shifts) {
      all.push_back(local(shift.start).substr(5, 11) + "-" + local(shift.end).substr(11, 5));
    }
    return all;
  };
  CHECK(shifts("上班,下班,工作日", "8：00,17:30,Mon-Fri").size() == 5);
  CHECK(shifts("上班,下班,工作日", "7:00 AM,5 pm,每天") ==
        Lines{"07-08T07:00-17:00", "07-09T07:00-17:00", "07-10T07:00-17:00", "07-11T07:00-17:00", "07-12T07:00-17:00",
              "07-13T07:00-17:00", "07-14T07:00-17:00"});
  CHECK(shifts("上班,下班,工作日", "08:00,24:00,周末") == Lines{"07-13T08:00-00:00", "07-14T08:00-00:00"});
  CHECK(shifts("上班,下班,工作日,休息日期", "08:00,17:00,weekdays,2024/7/8、2024/7/9").size() == 3);
  CHECK(shifts("2024-07-08,2024/7/9,2024年7月10日,2024-07-11 00:00:00,2024-07-12,2024-07-13,2024-07-14",
               "8：00-17：00,8:00到17:00,休息,轮休,off,8:00 AM-1:00 PM,—") ==
        Lines{"07-08T08:00-17:00", "07-09T08:00-17:00", "07-13T08:00-13:00"});
}

TEST_CASE("lists are split as they are meant") {
  const auto skills = [](const std::string& cell) {
    Lines all;
    for (const SkillLevel& one : order("技能", "\"" + cell + "\"").skills) {
      all.push_back(one.skill + ":" + std::to_string(one.level));
    }
    return all;
  };
  CHECK(skills("燃气、电工") == Lines{"燃气:1", "电工:1"});
  CHECK(skills("燃气，电工") == Lines{"燃气:1", "电工:1"});
  CHECK(skills("燃气,电工/制冷：２") == Lines{"燃气:1", "电工:1", "制冷:2"});
  CHECK(skills("燃气 电工") == Lines{"燃气:1", "电工:1"});
  CHECK(skills("gas boiler") == Lines{"gas boiler:1"});
  CHECK(skills("gas, large; electric") == Lines{"gas, large:1", "electric:1"});
  const Problem odd(read("工单号,纬度,经度,技能,服务日期\nA1,39.9,116.4,制冷2,2025-03-12\n").data);
  REQUIRE_FALSE(odd.notices().empty());
  CHECK(odd.notices()[0].message(Language::en).find("制冷2") != std::string::npos);
}

TEST_CASE("a level behind the name of a skill is one") {
  const auto level = [](const std::string& cell) {
    const SkillLevel one = order("技能", "\"" + cell + "\"").skills.at(0);
    return one.skill + ":" + std::to_string(one.level);
  };
  for (const char* cell : {"制冷2级", "制冷 2级", "制冷二级", "制冷（二级）", "制冷(2级)", "制冷２级", "制冷:2"}) {
    CAPTURE(cell);
    CHECK(level(cell) == "制冷:2");
  }
  CHECK(level("高级电工") == "高级电工:1");
  CHECK(level("中级") == "中级:1");
  CHECK(level("一级") == "一级:1");
  CHECK(level("12级") == "12级:1");
  CHECK(level("空调3匹") == "空调3匹:1");
  CHECK(order("配件", "过滤网2级").parts.at(0).part == "过滤网2级");  // nothing but skills has levels
}

TEST_CASE("notes for whoever goes there are carried along") {
  CHECK(order("上门备注", "门口有狗").notes == "门口有狗");
  CHECK(order("备注", "门口有狗").notes.empty());  // two such columns are no error, so they are nobody's
}

TEST_CASE("what was not understood is said beside the errors, too") {
  const Lines lines = messages([] {
    static_cast<void>(
        read("工单号,纬度,经度,服务日期,约定时间,时长\nA1,39.9,116.4,2025-03-12,2025-03-12 10:00,很久\n", people));
  });
  const auto told = [](const std::string& line) {
    return line.find("'约定时间' (is it appointment?)") != std::string::npos;
  };
  CHECK(std::count_if(lines.begin(), lines.end(), told) == 1);
}

TEST_CASE("every column that is not understood is said, with what it may stand for") {
  const auto week = read(
      "工单号,纬度,经度,约定时间,所需技能,维度,备注,备注,服务日期\nA1,39.9,116.4,2025-03-12 "
      "10:00,燃气,1,x,y,2025-03-12\n");
  CHECK(said(week)[0] ==
        "orders, row 1: columns that are not understood were left out: '约定时间' (is it appointment?), '所需技能' (is "
        "it "
        "skills?), '维度' (is it lat?), '备注' (is it notes?)");
  CHECK(week.notices[0].message(Language::zh) ==
        "orders,第1行:以下列无法识别,未使用:“约定时间”(是否为“预约时间”?)、“所需技能”(是否为“技能”?)、“维度”("
        "是否为“纬度”?)、“备注”(是否为“上门备注”?)");
  CHECK(says(week, "minutes (60), buffer_minutes (none), skills (none needed)"));
  sheets::WeekOptions own = options();
  sheets::own_columns({"预约时间=约定时间", "orders.skills=所需技能"}, own);
  const auto mapped = read("工单号,纬度,经度,约定时间,所需技能\nA1,39.9,116.4,2025-03-12 10:00,燃气\n", people, own);
  CHECK(mapped.data.orders[0].promise);
  CHECK(mapped.data.orders[0].skills.size() == 1);
  CHECK_FALSE(says(mapped, "not understood"));
  CHECK(messages([&] { static_cast<void>(read("工单号,纬度,经度\nA1,39.9,116.4\n", people, own)); })[0] ==
        "orders, row 1: the table has no column '约定时间'");
}

TEST_CASE("marks nobody sees and stars are no part of a heading") {
  const auto week =
      read("\xef\xbb\xbf*工单号,纬度\xc2\xa0,\xe2\x80\x8b经度,＊预约时间\nA1,39.9,116.4,2025-03-12 10:00\n");
  CHECK(week.data.orders[0].promise);
  CHECK_FALSE(says(week, "not understood"));
}

TEST_CASE("a title above the headings and a line that names the separator are passed over") {
  const auto titled = read("三月工单(导出)\n导出人:调度,,\n工单号,纬度,经度,服务日期\nA1,39.9,116.4,2025-03-12\n");
  CHECK(titled.data.orders.size() == 1);
  CHECK(titled.rows.orders == std::vector<std::int64_t>{4});
  CHECK(says(titled, "orders, row 3: the headings were found in row 3; what stands above was left out"));
  CHECK(read("sep=;\n工单号;纬度;经度;服务日期\nA1;39.9;116.4;2025-03-12\n").data.orders.size() == 1);
  CHECK(read("\"sep=,\"\r\n工单号,纬度,经度,服务日期\r\nA1,39.9,116.4,2025-03-12\r\n").data.orders.size() == 1);
  const Lines nothing = messages([] { static_cast<void>(read("hello\nx,y,z\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n")); });
  CHECK(nothing.size() < 12);
}

TEST_CASE("what a workbook cannot mean is an error in a column that is read, and harmless elsewhere") {
  const std::string mark(sheets::odd_cell);
  CHECK(wrong("时长", mark + "=60+120")[0] ==
        "orders.时长, row 2: 时长 holds the formula =60+120 without a stored value: open and save the workbook");
  CHECK(wrong("技能", mark + "=\"\"a\"\"")[0].find("the formula") != std::string::npos);
  CHECK(wrong("技能", "#N/A")[0] == "orders.技能, row 2: 技能 holds the error value #N/A");
  CHECK(wrong("时长", "#N/A")[0] == "orders.时长, row 2: 时长 holds the error value #N/A");
  CHECK(wrong("名称", mark + "2.02503121000001e+16")[0].find("more digits than a cell keeps") != std::string::npos);
  CHECK(order("备注", mark + "=1").id == "A1");
  CHECK(order("名称", "=cmd").name == "=cmd");
}

TEST_CASE("a break without bounds is planned at the usual hour, and that is said") {
  const auto with = [](const std::string& head, const std::string& cells) {
    return read("工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\n",
                "工号,纬度,经度,上班,下班," + head + "\nG1,39.9,116.4,08:00,17:00," + cells + "\n");
  };
  const auto assumed = with("午休", "60");
  REQUIRE(assumed.data.technicians[0].shifts[0].breaks.size() == 1);
  CHECK(local(assumed.data.technicians[0].shifts[0].breaks[0].earliest) == "2024-07-08T11:00:00+08:00");
  CHECK(says(assumed, "a break without its earliest and latest start: from 11:00 to 12:30 assumed (1 rows)"));
  const auto one_bound = with("午休,午休最早", "60,12:00");
  CHECK(local(one_bound.data.technicians[0].shifts[0].breaks[0].latest) == "2024-07-08T13:00:00+08:00");
  const auto short_day = with("午休,午休最早,午休最晚", "60,16:00,17:00");
  CHECK(short_day.data.technicians[0].shifts[0].breaks.empty());
  CHECK(says(short_day, "1 shifts do not hold the break"));
}

TEST_CASE("both tables tell their first hundred errors and how many more") {
  std::string orders = "工单号,纬度,经度,时长\n";
  for (int i = 0; i < 150; ++i) orders += "A" + std::to_string(i) + ",39.9,116.4,x\n";
  std::string technicians = "工号,纬度,经度,上班,下班\n";
  for (int i = 0; i < 130; ++i) technicians += "G" + std::to_string(i) + ",39.9,116.4,noon,17:00\n";
  const Lines all = messages([&] { static_cast<void>(read(orders, technicians)); });
  REQUIRE(all.size() == 2 * 202);
  CHECK(std::count(all.begin(), all.end(), "orders: and 50 more") == 1);
  CHECK(std::count(all.begin(), all.end(), "technicians: and 30 more") == 1);
}

TEST_CASE("a level out of range is named by its column, together with what else is wrong") {
  const Lines all = messages([] {
    static_cast<void>(
        read("工单号,纬度,经度,技能,优先级\nA1,39.9,116.4,空调:0,12\n",
             "工号,纬度,经度,上班,下班,技能,随车配件\nG1,39.9,116.4,8:00,17:00,空调:10@2025-01-01,阀:0\n"));
  });
  CHECK(all == Lines{"orders.技能, row 2: level must be between 1 and 9, got '空调:0'",
                     "orders.技能,第2行:等级须在1与9之间,实为“空调:0”",
                     "orders.优先级, row 2: 优先级 must be between 0 and 9, got 12",
                     "orders.优先级,第2行:优先级须在0与9之间,实为12",
                     "technicians.技能, row 2: level must be between 1 and 9, got '空调:10@2025-01-01'",
                     "technicians.技能,第2行:等级须在1与9之间,实为“空调:10@2025-01-01”",
                     "technicians.随车配件, row 2: quantity must be between 1 and 1000000, got '阀:0'",
                     "technicians.随车配件,第2行:数量须在1与1000000之间,实为“阀:0”"});
}

TEST_CASE("an id given twice is named by its column and both rows, and by nothing else") {
  const Lines all = messages([] {
    static_cast<void>(read("工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\nA1,39.8,116.4,2024-07-08\n",
                           people + "G1,39.9,116.4,08:30,17:30,\n"));
  });
  CHECK(all == Lines{"orders.工单号, row 3: order 'A1' is given twice (first in row 2)",
                     "orders.工单号,第3行:工单“A1”重复(首次出现在第2行)",
                     "technicians.工号, row 3: technician 'G1' is given twice (first in row 2)",
                     "technicians.工号,第3行:师傅“G1”重复(首次出现在第2行)"});
}

TEST_CASE("a creation after the appointment and days outside the plan are said") {
  const auto week = read("工单号,纬度,经度,创建时间,预约时间\nA1,39.9,116.4,2024-07-12 14:00,2024-07-09 10:00\n");
  CHECK(says(week, "orders, row 2: created at 2024-07-12 14:00, after the appointment at 2024-07-09 10:00"));
  sheets::WeekOptions two = options();
  two.first_day = Date::parse("2024-07-08");
  two.days = 2;
  CHECK(says(read("工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-12\n", people, two),
             "for a day outside the days that are planned, 2024-07-08 to 2024-07-09 (1 rows)"));
  CHECK(says(read("工单号,纬度,经度\nA1,39.9,116.4\n", people, two), "any day from the first on (1 rows)"));
}

TEST_CASE("the host's own words for columns name a table where both have the column") {
  sheets::WeekOptions own;
  sheets::own_columns({"orders.name=标题", "technicians.姓名=师傅", "上班=早班"}, own);
  CHECK(own.order_columns.size() == 1);
  CHECK(own.technician_columns.size() == 2);
  const auto of = [](const std::string& text) {
    return messages([&] {
      sheets::WeekOptions options;
      sheets::own_columns({text}, options);
    })[0];
  };
  sheets::WeekOptions both = options();
  sheets::own_columns({"lat=Y", "lon=X", "技能=本领"}, both);
  const auto week = read("工单号,Y,X,服务日期\nA1,39.9,116.4,2025-03-12\n",
                         "工号,Y,X,上班,下班,本领\nG1,39.9,116.4,08:30,17:30,燃气\n", both);
  CHECK(week.data.technicians[0].skills.size() == 1);
  const std::string nowhere = "工号,Y,X,上班,下班\nG1,39.9,116.4,08:30,17:30\n";
  CHECK(messages([&] {
          static_cast<void>(read("工单号,Y,X,服务日期\nA1,39.9,116.4,2025-03-12\n", nowhere, both));
        })[0] == "orders, row 1: the table has no column '本领'");
  CHECK(of("预约=x").starts_with("columns: columns has no value '预约'"));
  CHECK(of("预约时间") == "columns: '预约时间' is no mapping of a column: write KNOWN=OWN");
}

TEST_CASE("orders without coordinates are placed by compound or street, listed, or an error") {
  const std::string orders =
      "工单号,地址,纬度,经度,服务日期\nA1,朝阳区望京花园 3号楼,,,2024-07-08\nA2,望京花园东区,,,2024-07-08\n"
      "A3,某处,,,2024-07-08\nA4,某处,39.9,116.4,2024-07-08\nA5,某处,,,2024-07-08\n";
  sheets::WeekOptions with = options();
  with.places =
      "地点,纬度,经度,误差\n望京花园,39.99,116.47,300\n望京花园东区,39.98,116.48,100\n望京,39.97,116.46,2000\n";
  with.list_unplaced = true;
  const auto week = read(orders, people, with);
  REQUIRE(week.data.orders.size() == 5);  // A3 and A5 are where A4 is
  CHECK(week.data.locations[0].point == GeoPoint::from_degrees(39.99, 116.47, Datum::wgs84));
  CHECK(week.data.locations[1].point == GeoPoint::from_degrees(39.98, 116.48, Datum::wgs84));
  CHECK(says(week, "2 orders without coordinates were placed by the table of places, off by up to 300 m"));
  std::string many = "工单号,地址,纬度,经度,服务日期,来源\n";
  for (int n = 0; n < 250; ++n) many += "B" + std::to_string(n) + ",别处" + std::to_string(n) + ",,,2024-07-08,x\n";
  const auto lost = read(many + "C,这里,39.9,116.4,2024-07-08,x\n", people, with);
  CHECK(lost.data.orders.size() == 1);
  CHECK(std::count_if(lost.notices.begin(), lost.notices.end(),
                      [](const Error& one) { return one.code() == "unplaced_order"; }) == 250);
  CHECK(says(lost, "orders, row 2: order 'B0' has no coordinates, so it is not planned: 别处0"));
  CHECK(says(lost, "columns that are not understood were left out: '来源'"));
  with.places = "地点,纬度,经度,来处\n望京,39.97,116.46,x\n";
  CHECK(says(read(orders, people, with), "places, row 1: columns that are not understood were left out: '来处'"));
  with.list_unplaced = false;
  CHECK(messages([&] { static_cast<void>(read(orders, people, with)); })[0] == "orders.纬度, row 4: 纬度 is required");
  with.places = "地点,纬度,经度\n望京,99,116.4\n";
  const Lines all = messages([&] { static_cast<void>(read(orders, people, with)); });
  CHECK(std::count(all.begin(), all.end(), "places.lat, row 2: lat must be between -90 and 90, got 99") == 1);
}

TEST_CASE("rows of totals are no rows, a roster of dates alone has the days it names") {
  const auto week = read("工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\n合计,,,\n");
  CHECK(week.data.orders.size() == 1);
  CHECK(says(week, "orders: 1 rows of totals were left out"));
  sheets::WeekOptions three = options();
  three.days = 3;
  const auto dates = read("工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\n",
                          "工号,纬度,经度,2024-07-08,2024-07-10\nG1,39.9,116.4,8:00-17:00,8:00-12:00\n", three);
  CHECK(dates.data.technicians[0].shifts.size() == 2);
}

TEST_CASE("coordinates under another name are asked for, not planned around") {
  const auto first = [](const std::string& head, const sheets::WeekOptions& with) {
    return messages([&] { static_cast<void>(read(head + "\nA1,39.9,116.4,2024-07-08\n", people, with)); })[0];
  };
  sheets::WeekOptions list = options();
  list.list_unplaced = true;
  CHECK(first("工单号,Breite,Länge,服务日期", options()) == "orders.纬度, row 2: 纬度 is required");
  CHECK(first("工单号,Breite,Länge,服务日期", list) == "orders.纬度, row 2: 纬度 is required");
  for (const char* head : {"工单号,Latitude,Longitude,服务日期", "工单号,LATITUDE,Lng,服务日期"}) {
    CHECK(read(std::string(head) + "\nA1,39.9,116.4,2024-07-08\n", people, list).data.orders.size() == 1);
  }
}

TEST_CASE("an error names the heading as the table has it, whichever way it was found") {
  CHECK(messages([] { static_cast<void>(read("order,Latitude,Lng,day\nA1,99,116.4,2024-07-08\n")); })[0] ==
        "orders.Latitude, row 2: Latitude must be between -90 and 90, got 99");
  sheets::WeekOptions own = options();
  sheets::own_columns({"时长=耗费"}, own);
  CHECK(messages([&] {
          static_cast<void>(read("工单号,纬度,经度,服务日期,耗费\nA1,39.9,116.4,2024-07-08,9999\n", people, own));
        })[0] == "orders.耗费, row 2: 耗费 must be between 1 and 1440, got 9999");
}

TEST_CASE("a day has one column") {
  CHECK(messages([] {
          static_cast<void>(read("工单号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-08\n",
                                 "工号,纬度,经度,2024-07-08,2024/7/8\nG1,39.9,116.4,休,8:00-12:00\n"));
        })[0] == "technicians, row 1: column '2024/7/8' is given twice (also as '2024-07-08')");
}

TEST_CASE("a number of technicians makes an order for each of them, of one row") {
  CHECK(order("人数", "2").crew == 2);
  CHECK(order("人数", "").crew == 1);
  CHECK(wrong("人数", "0") == Lines{"orders.人数, row 2: 人数 must be between 1 and 100, got 0",
                                    "orders.人数,第2行:人数须在1与100之间,实为0"});
  CHECK(says(read("工单号,纬度,经度,师傅人数,服务日期\nA1,39.9,116.4,2,2025-03-12\n"), "'师傅人数' (is it crew?)"));
  const auto week = read("order,lat,lon,crew,day\nA1,39.9,116.4,2,2025-03-12\n");
  CHECK_FALSE(says(week, "crew (1)"));
  const Problem problem(week.data, week.rows);
  CHECK(problem.order_count() == 2);
}
