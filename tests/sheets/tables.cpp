// Tables as spreadsheets write them: rows, encodings, headings, and every message with its row and column.
#include "support/documents.hpp"

#include <paidan/catalog/catalog.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/csv.hpp>
#include <paidan/syntax/zones.hpp>

#include <doctest/doctest.h>

using io_test::messages;
using io_test::replaced;
using Lines = std::vector<std::string>;
using Cells = std::vector<std::string>;

namespace {

const char* const orders =
    "工单号,创建时间,地址,纬度,经度,服务项目,时长(分钟),技能,预约时间,服务日期,优先级,上次师傅\n"
    "A1,2024-07-08 09:12,建国路甲1号,39.9087,116.4605,,60,制冷:2,2024-07-09 10:00,,1,\n"
    "A2,2024-07-08 10:40,中关村南大街5号,39.9590,116.3160,,45,燃气:2,,2024-07-09,2,\n"
    "A3,2024-07-08 15:05,方庄路10号,39.8650,116.4330,,30,电工,2024-07-10 14:30,,0,G2\n";
const char* const technicians =
    "工号,姓名,纬度,经度,上班,下班,工作日,休息日期,技能,评分,可加班(分钟)\n"
    "G1,王师傅,39.9200,116.4400,08:30,17:30,周一至周六,,燃气:2;制冷:3,4.9,60\n"
    "G2,李师傅,39.8800,116.4100,09:00,18:00,1-5,2024-07-10,电工:2；制冷,4.7,0\n";

paidan::sheets::WeekOptions options() {
  paidan::sheets::WeekOptions made;
  made.zone = paidan::syntax::load_zone("Asia/Shanghai");
  return made;
}

Lines week_messages(const std::string& order_text, const std::string& technician_text) {
  return messages([&] { static_cast<void>(paidan::sheets::week_from_csv(order_text, technician_text, options())); });
}

}  // namespace

TEST_CASE("quoted cells hold commas, line feeds and doubled quotes, and rows keep the spreadsheet's numbers") {
  const paidan::syntax::Table table =
      paidan::syntax::read_csv("# made by hand, \"oops\n\r\na,b\r\n\"1, \"\"x\"\"\",\"two\nlines\"\n,\n 3 ,　4　\r5");
  CHECK(table.headings == Cells{"a", "b"});
  CHECK(table.heading_row == 3);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0] == paidan::syntax::TableRow{4, {"1, \"x\"", "two\nlines"}});
  CHECK(table.rows[1] == paidan::syntax::TableRow{6, {"3", "4"}});
  CHECK(table.rows[2] == paidan::syntax::TableRow{7, {"5", ""}});
}

TEST_CASE("semicolons and tabs are recognised as separators") {
  CHECK(paidan::syntax::read_csv("a;b;c\n1;2,5;3\n").rows[0].cells == Cells{"1", "2,5", "3"});
  CHECK(paidan::syntax::read_csv("a\tb\n1\t2\n").rows[0].cells == Cells{"1", "2"});
}

TEST_CASE("what csv_row writes, read_csv reads") {
  const Cells cells{"a,b", "say \"hi\"", "two\nlines", "", "plain;x"};
  const paidan::syntax::Table table = paidan::syntax::read_csv("a,b,c,d,e\n" + paidan::syntax::csv_row(cells));
  CHECK(table.rows[0].cells == cells);
}

TEST_CASE("tables may be GB18030 or have a byte order mark; anything else is named with its row") {
  CHECK(paidan::syntax::read_csv("\xef\xbb\xbf"
                                 "a,b\n1,2\n")
            .headings == Cells{"a", "b"});
  const paidan::syntax::Table table = paidan::syntax::read_csv("\xb9\xa4\xb5\xa5\xba\xc5,b\n1,\xcd\xf5\n");
  CHECK(table.encoding == "GB18030");
  CHECK(table.headings[0] == "工单号");
  CHECK(table.rows[0].cells[1] == "王");
  CHECK(messages([] { static_cast<void>(paidan::syntax::read_csv("a,b\n1,caf\xe9\n", "orders")); }) ==
        Lines{"orders, row 2: the text is neither UTF-8 nor GB18030 (byte 10 is 0xE9)",
              "orders,第2行:文本既不是UTF-8也不是GB18030编码(第10字节为0xE9)"});
  const std::string utf16(
      "\xff\xfe"
      "a\0,\0",
      6);
  CHECK(paidan::syntax::read_csv(utf16).headings == Cells{"a"});
  CHECK(paidan::syntax::read_csv(utf16).encoding == "UTF-16");
  CHECK(messages([&] { static_cast<void>(paidan::syntax::read_csv(utf16 + "b")); })[0].starts_with(
      "row 1: the text is neither UTF-8"));
}

TEST_CASE("broken tables are refused with their row") {
  const auto of = [](const std::string& text) {
    return messages([&] { static_cast<void>(paidan::syntax::read_csv(text, "t")); });
  };
  CHECK(of("") == Lines{"t: the file is empty", "t:文件是空的"});
  CHECK(of("# only a comment\n\n") == Lines{"t: the file is empty", "t:文件是空的"});
  CHECK(of("a,b\n1,\"2\n3,4\n") ==
        Lines{"t, row 2: the quoted cell that begins in this row never ends", "t,第2行:本行开始的引号没有结束"});
  CHECK(of("a,b\n1,2,3\n4,5,\n") == Lines{"t, row 2: 3 cells, but the heading has 2", "t,第2行:有3格,而标题行只有2格"});
  CHECK(of("a,b\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n").back() == "t:另有2处");
}

TEST_CASE("tables beyond the limits are refused") {
  const auto of = [](const std::string& text, const paidan::syntax::Limits& limits) {
    return messages([&] { static_cast<void>(paidan::syntax::read_csv(text, "t", limits)); });
  };
  paidan::syntax::Limits limits;
  limits.rows = 2;
  CHECK(of("a\n1\n2\n3\n", limits) ==
        Lines{"t, row 4: the file has more than 2 rows, the limit of this reader", "t,第4行:文件超过2行,这是读取上限"});
  limits = {};
  limits.columns = 2;
  CHECK(of("a,b,c\n", limits)[0] == "t, row 1: the file has more than 2 columns, the limit of this reader");
  limits = {};
  limits.cell_bytes = 3;
  CHECK(of("a\n1234\n", limits)[0] == "t, row 2: a cell has more than 3 bytes, the limit of this reader");
  limits = {};
  limits.bytes = 3;
  CHECK(of("a\n1234\n", limits)[0] == "t: the file has more than 3 bytes, the limit of this reader");
}

TEST_CASE("a week comes out of two tables") {
  const paidan::sheets::WeekTables week = paidan::sheets::week_from_csv(orders, technicians, options());
  const paidan::Problem problem(week.data, week.rows);
  const paidan::ProblemData& data = problem.data();
  REQUIRE(data.orders.size() == 3);
  CHECK(data.zone.text(data.origin) == "2024-07-09T00:00:00+08:00");
  CHECK(data.orders[0].service == paidan::minutes(60));
  CHECK(data.orders[0].skills == std::vector<paidan::SkillLevel>{{"制冷", 2}});
  REQUIRE(data.orders[0].promise.has_value());
  CHECK(data.zone.text(data.orders[0].promise->at) == "2024-07-09T10:00:00+08:00");
  CHECK(data.orders[1].release.has_value());
  CHECK(data.zone.text(*data.orders[1].release) == "2024-07-09T00:00:00+08:00");
  CHECK(data.orders[2].previous_technician == "G2");
  REQUIRE(data.technicians.size() == 2);
  CHECK(data.technicians[0].rating == 490);
  CHECK(data.technicians[1].skills == std::vector<paidan::SkillHeld>{{"电工", 2, {}, {}}, {"制冷", 1, {}, {}}});
  REQUIRE(data.technicians[0].shifts.size() == 2);
  CHECK(data.technicians[0].shifts[0].id == "2024-07-09");
  CHECK(data.technicians[0].shifts[0].overtime_cap == paidan::minutes(60));
  CHECK(data.technicians[1].shifts.size() == 1);  // off on the 10th
  CHECK(week.rows.orders == std::vector<std::int64_t>{2, 3, 4});
}

TEST_CASE("a column headed by a date gives that day's hours") {
  const std::string table =
      "technician,lat,lon,skills,2024-07-09,2024/7/10\n"
      "G1,39.9,116.4,制冷:3@2024-12-31,08:00-12:00,13:00–24:00\nG2,39.9,116.4,,,休\n";
  const paidan::sheets::WeekTables week = paidan::sheets::week_from_csv(orders, table, options());
  REQUIRE(week.data.technicians[0].shifts.size() == 2);
  CHECK(week.data.zone.text(week.data.technicians[0].shifts[0].end) == "2024-07-09T12:00:00+08:00");
  CHECK(week.data.zone.text(week.data.technicians[0].shifts[1].end) == "2024-07-11T00:00:00+08:00");
  CHECK(week.data.technicians[1].shifts.empty());
  CHECK(week.data.technicians[0].skills[0].valid_until == paidan::Date::from_ymd(2024, 12, 31));
}

TEST_CASE("the catalog gives skills, minutes and parts of a service") {
  paidan::catalog::CatalogData data;
  data.entries.push_back(
      {.code = "fridge", .zh = "冰箱不制冷", .skills = {{"制冷", 2}}, .service_minutes = 75, .setup_minutes = 5});
  const paidan::catalog::Catalog catalog(data);
  paidan::sheets::WeekOptions with = options();
  with.catalog = &catalog;
  const std::string row = "A1,39.9,116.4,2024-07-09,冰箱不制冷,";
  const auto week =
      paidan::sheets::week_from_csv("order,lat,lon,day,service,minutes\n" + row + "\n", technicians, with);
  CHECK(week.data.orders[0].catalog == "fridge");
  CHECK(week.data.orders[0].service == paidan::minutes(75));
  CHECK(week.data.orders[0].setup == paidan::minutes(5));
  CHECK(week.data.orders[0].skills == std::vector<paidan::SkillLevel>{{"制冷", 2}});
  CHECK(messages([&] {
          static_cast<void>(paidan::sheets::week_from_csv(
              "order,lat,lon,day,service\nA1,39.9,116.4,2024-07-09,冰箱不制热\n", technicians, with));
        }) == Lines{"orders.service, row 2: unknown service '冰箱不制热', did you mean '冰箱不制冷'?",
                    "orders.service,第2行:未知的服务项目“冰箱不制热”,是否为“冰箱不制冷”?"});
}

TEST_CASE("a host's own headings can be mapped") {
  paidan::sheets::WeekOptions with = options();
  with.order_columns = {{"ticket", "order"}, {"y", "lat"}, {"x", "lon"}};
  const auto week =
      paidan::sheets::week_from_csv("ticket,y,x,day,notes\n7,39.9,116.4,2024-07-09,call first\n", technicians, with);
  CHECK(week.data.orders[0].id == "7");
  with.order_columns = {{"ticket", "ordre"}};
  CHECK(messages([&] { static_cast<void>(paidan::sheets::week_from_csv("ticket,lat\n7,1\n", technicians, with)); })[0]
            .starts_with("orders: unknown column 'ordre' (known: order/工单号, "));
}

TEST_CASE("a missing column lists the known ones and a likely slip") {
  const Lines lines = week_messages(replaced(orders, "工单号", "工单编号"), technicians);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("orders, row 1: column 'order' (工单号) is missing (known: order/工单号, name/名称, "));
  CHECK(lines[0].ends_with(", did you mean '工单编号'?"));
  CHECK(lines[1].starts_with("orders,第1行:缺少列“工单号”(order)(可用:order/工单号, "));
  CHECK(week_messages("order,lat,lon,priorty\nA1,39.9,116.4,1\n", technicians)[0].starts_with(
      "orders, row 1: unknown column 'priorty' (known: "));
}

TEST_CASE("both tables' errors come together, each with row and column") {
  const std::string bad_orders =
      "工单号,纬度,经度,时长(分钟),优先级,预约开始,预约结束,技能\n"
      "A1,99,116.4,60,0,,,\n"
      "A2,nan,116.4,60,0,,,\n"
      "A3,39.9,116.4,99999999999,0,,,\n"
      "A4,39.9,116.4,an hour,12,,,\n"
      ",39.9,116.4,60,0,,,\n"
      "A6,39.9,116.4,60,0,2024-07-09 25:00,,\n"
      "A7,39.9,116.4,60,2.5,,,制冷:x\n";
  const std::string bad_technicians = "工号,纬度,经度,上班,下班,工作日\nG1,39.9,116.4,8 or so,18:00,1-5\n";
  const Lines lines = week_messages(bad_orders, bad_technicians);
  Lines english;
  for (std::size_t i = 0; i < lines.size(); i += 2) english.push_back(lines[i]);
  CHECK(english ==
        Lines{"orders.纬度, row 2: 纬度 must be between -90 and 90, got 99",
              "orders.纬度, row 3: 纬度 must be a finite number, got nan",
              "orders.时长(分钟), row 4: 时长(分钟) is too large: 99999999999",
              "orders.时长(分钟), row 5: 时长(分钟) must be minutes like 90, 1.5h or 1h30, got 'an hour'",
              "orders.优先级, row 5: 优先级 must be between 0 and 9, got 12",
              "orders.工单号, row 6: 工单号 is required",
              "orders.预约开始, row 7: 预约开始 must be a time like 2024-07-08 08:00 or 2024-07-08T08:00:00+08:00, got "
              "'2024-07-09 25:00'",
              "orders.技能, row 8: 技能 must be a whole number, got 'x'",
              "orders.优先级, row 8: 优先级 must be a whole number, got '2.5'",
              "technicians.上班, row 2: 上班 must be a time of day like 08:00, got '8 or so'"});
  CHECK(lines[1] == "orders.纬度,第2行:纬度须在-90与90之间,实为99");
}

TEST_CASE("what cells mean together is judged with row and column too") {
  const std::string bad_orders =
      "order,place,lat,lon,minutes,priority,window_start,window_end\n"
      "A1,p,99,116.4,0,12,,\n"
      "A2,q,39.9,116.4,60,0,2024-07-09 10:00,2024-07-09 09:00\n"
      "A3,q,39.8,116.4,60,0,2024-07-09 10:00,\n"
      "A4,r,,,60,0,,\n";
  const std::string bad_technicians =
      "technician,lat,lon,start,end,weekdays,rating\n"
      "G1,39.9,116.4,18:00,08:00,1-5,4.9\nG2,39.9,116.4,08:00,18:00,5-1,5.1\nG3,39.9,116.4,,,,\n";
  const Lines lines = week_messages(bad_orders, bad_technicians);
  Lines english;
  for (std::size_t i = 0; i < lines.size(); i += 2) english.push_back(lines[i]);
  CHECK(english ==
        Lines{"orders.lat, row 2: lat must be between -90 and 90, got 99",
              "orders.minutes, row 2: minutes must be between 1 and 1440, got 0",
              "orders.priority, row 2: priority must be between 0 and 9, got 12",
              "orders.window_end, row 3: the window must end after it starts, got 2024-07-09 10:00 to 2024-07-09 09:00",
              "orders.place, row 4: place 'q' has other coordinates than in row 3",
              "orders.window_end, row 4: window_end is required", "orders.lat, row 5: lat is required",
              "technicians.end, row 2: the shift must end after it starts, got 18:00 to 08:00",
              "technicians.rating, row 3: rating must be between 0 and 5, got 5.1",
              "technicians.weekdays, row 3: weekdays must be weekdays like 1-5 or 1,3,5, got '5-1'",
              "technicians.start, row 4: start is required"});
}

TEST_CASE("the problem's own errors name the row") {
  auto week = paidan::sheets::week_from_csv(orders, technicians, options());
  week.data.orders[2].id = "A1";
  CHECK(messages([&] { static_cast<void>(paidan::Problem(week.data, week.rows)); }) ==
        Lines{"orders[2].id, row 4: order 'A1' is given twice (first at orders[0])",
              "orders[2].id,第4行:工单“A1”重复(首次出现在orders[0])"});
}

TEST_CASE("no orders make an empty week, no technicians an error of the problem") {
  paidan::sheets::WeekOptions with = options();
  with.first_day = paidan::Date::from_ymd(2024, 7, 8);
  with.days = 5;
  const auto week = paidan::sheets::week_from_csv("order,lat,lon\n", technicians, with);
  CHECK(week.data.technicians[0].shifts.size() == 5);
  CHECK(paidan::Problem(week.data, week.rows).order_count() == 0);
  const auto nobody = paidan::sheets::week_from_csv(replaced(orders, "0,G2", "0,"), "technician,lat,lon\n", options());
  CHECK(messages([&] { static_cast<void>(paidan::Problem(nobody.data, nobody.rows)); }) ==
        Lines{"technicians: there are no technicians", "technicians:没有任何师傅"});
  CHECK(week_messages("order,lat,lon\nA1,39.9,116.4\n", technicians)[0] ==
        "first_day: no order names a day, so first_day must be given");
  CHECK(week_messages("order,lat,lon\n", technicians) ==
        Lines{"first_day: no order names a day, so first_day must be given",
              "first_day:没有工单注明日期,须给出first_day"});
}

TEST_CASE("days are limited where there are shifts, and only there") {
  const std::string spread = "order,lat,lon,day\nA1,39.9,116.4,2024-01-01\nA2,39.9,116.4,2024-07-08\nA3,39.9,116.4,\n";
  CHECK(week_messages(spread, technicians) ==
        Lines{"days: the tables name days from 2024-01-01 to 2024-07-08, 190 in all, and at most 92 are planned "
              "together: give first_day and days",
              "days:表中的日期从2024-01-01到2024-07-08,共190天,一次最多排92天:请给出first_day和days"});
  const auto alone = paidan::sheets::week_from_csv(spread, "technician,lat,lon\n", options());
  CHECK(alone.data.orders.size() == 3);
  CHECK(alone.data.orders[1].release == options().zone.start_of(*paidan::Date::from_ymd(2024, 7, 8)));
  const auto dayless =
      paidan::sheets::week_from_csv("order,lat,lon\nA1,39.9,116.4\n", "technician,lat,lon\n", options());
  CHECK(dayless.data.orders.size() == 1);
  paidan::sheets::WeekOptions part = options();
  part.first_day = paidan::Date::from_ymd(2024, 7, 1);
  part.days = 14;
  CHECK(paidan::sheets::week_from_csv(spread, technicians, part).data.technicians[0].shifts.size() ==
        12);  // two Sundays off
  part.days = 93;
  CHECK(messages([&] { static_cast<void>(paidan::sheets::week_from_csv(spread, technicians, part)); })[0] ==
        "days: days must be between 1 and 92, got 93");
}

TEST_CASE("prices, policies and catalogs are read with their rows") {
  const auto prices = paidan::sheets::price_book_data_from_csv(
      "code,service,price_min,price_max,kind,source\nS1-001,热水器,70.00,70.00,max,S1\n", "", "demo");
  REQUIRE(prices.rows.size() == 1);
  CHECK(prices.rows[0].price_min.text() == "70.00");
  CHECK(prices.rows[0].currency == "CNY");
  CHECK(prices.rows[0].row == 2);
  CHECK(messages([] {
          static_cast<void>(paidan::sheets::price_book_data_from_csv(
              "编码,服务,最低价,最高价,类型,来源\nA,b,seven,7,max,S1\n", "", "x"));
        }) == Lines{"prices.最低价, row 2: 最低价 must be a decimal number, got 'seven'",
                    "prices.最低价,第2行:最低价应为十进制数,实为'seven'"});
  const auto policies = paidan::sheets::policy_set_data_from_csv(
      "id,category,rank,term,term_unit,contested_covers,effective_from,source\np,*,promise,90,days,是,2024-01-01,"
      "own\n");
  REQUIRE(policies.policies.size() == 1);
  CHECK(policies.policies[0].term == 90);
  CHECK(policies.policies[0].effective_from == paidan::Date::from_ymd(2024, 1, 1));
  CHECK(
      messages([] {
        static_cast<void>(paidan::sheets::policy_set_data_from_csv("id,category,rank,term,source\np,*,king,90,own\n"));
      })[0] == "policies.rank, row 2: rank has no value 'king' (known: national, local, contract, promise, goodwill)");
}

TEST_CASE("actual visits are read in the zone, unknown ids named with their row") {
  const auto week = paidan::sheets::week_from_csv(orders, technicians, options());
  const paidan::Problem problem(week.data, week.rows);
  const auto table = paidan::sheets::actual_from_csv(
      "工单号,工号,到达时间,完成时间\nA1,G1,2024-07-09 10:05,2024-07-09 11:05\n"
      "A9,G2,2024-07-09 12:05,2024-07-09 11:05\n",
      problem.data().zone);
  REQUIRE(table.visits.size() == 2);
  CHECK(table.visits[0].row == 2);
  CHECK(table.visits[1].row == 3);
  CHECK(table.visits[0].order == "A1");
  CHECK(table.visits[0].technician == "G1");
  CHECK(*table.visits[0].end - *table.visits[0].arrival == paidan::hours(1));
  CHECK_FALSE(table.visits[0].start.has_value());
  CHECK(messages([&] { static_cast<void>(paidan::check::evaluate_actual(problem, table.visits)); }) ==
        Lines{"visits[1].order, row 3: unknown order 'A9', did you mean 'A1'?",
              "visits[1].order,第3行:未知的工单“A9”,是否为“A1”?",
              "visits[1], row 3: end 2024-07-09 11:05 is before arrival 2024-07-09 12:05",
              "visits[1],第3行:end 2024-07-09 11:05早于arrival 2024-07-09 12:05"});
}

TEST_CASE("an order has several rows, in the words of the trade") {
  const paidan::ZoneRules zone = options().zone;
  const std::string heading = "工单号,工号,到达时间,完成时间,结果,提出方,登记时间,新预约时间\n";
  using paidan::check::Party;
  using paidan::check::VisitOutcome;
  const auto table =
      paidan::sheets::actual_from_csv(heading +
                                          "A1,G1,2024-07-09 10:05,2024-07-09 10:10,无人在家,,,2024-07-10 14:00\n"
                                          "A1,,,,改约,客户,2024-07-10 09:00,2024-07-11 9:00\n"
                                          "A1,G1,2024-07-11 9:10,2024-07-11 10:00,待配件,,,\n"
                                          "A1,G1,2024-07-12 9:10,2024-07-12 10:00,完成,,,\n"
                                          "A2,,,,已取消,平台,2024-07-09 8:00,\n"
                                          "A3,G1,2024-07-12 12:10,2024-07-12 13:00,Nobody home,,,\n",
                                      zone);
  REQUIRE(table.visits.size() == 6);
  CHECK(table.visits[0].outcome == VisitOutcome::nobody_home);
  CHECK(table.visits[1].outcome == VisitOutcome::rescheduled);
  CHECK(table.visits[1].asked_by == Party::customer);
  CHECK_FALSE(table.visits[1].arrival.has_value());
  CHECK(table.visits[2].outcome == VisitOutcome::waiting_part);
  CHECK(table.visits[3].outcome == VisitOutcome::done);
  CHECK(table.visits[4].outcome == VisitOutcome::cancelled);
  CHECK(table.visits[4].asked_by == Party::platform);
  CHECK(table.visits[5].outcome == VisitOutcome::nobody_home);
  CHECK(*table.visits[1].appointment - *table.visits[1].recorded == paidan::hours(24));

  CHECK(messages([&] {
          static_cast<void>(paidan::sheets::actual_from_csv(heading + "A1,G1,,,完成,,,\nA2,,,,改天,小王,,\n", zone));
        })[0] ==
        "actual.结果, row 3: 结果 has no value '改天', did you mean '改约'? (known: done, nobody_home, cancelled, "
        "rescheduled, waiting_part, "
        "rework, 完成, 无人在家, 取消, 改约, 待配件, 返修)");
  CHECK(messages([&] {
          static_cast<void>(paidan::sheets::actual_from_csv(heading + "A1,G1,,2024-07-09 10:10,完成,,,\n", zone));
        }) == Lines{"actual.到达时间, row 2: a visit needs 到达时间; only an order that was cancelled or put off can "
                    "have a row without one",
                    "actual.到达时间,第2行:上门记录须有到达时间;只有取消或改约的工单可以有未上门的行"});
  // A column that is not there is said once.
  CHECK(messages([&] {
          static_cast<void>(
              paidan::sheets::actual_from_csv("工单号,工号,完成时间\nA1,G1,2024-07-09 10:10\n"
                                              "A2,G1,2024-07-09 10:10\n",
                                              zone));
        }).size() == 2);
}

TEST_CASE("what the table of actual visits leaves open is said") {
  const auto said = [](const std::string& bytes) {
    paidan::Errors notices;
    paidan::sheets::TableOptions own;
    own.notices = &notices;
    static_cast<void>(paidan::sheets::actual_from_csv(bytes, options().zone, own));
    std::vector<std::string> codes;
    for (const paidan::Error& notice : notices.told()) codes.emplace_back(notice.code());
    return codes;
  };
  using Codes = std::vector<std::string>;
  CHECK(said("工单号,工号,到达时间,完成时间\nA1,G1,2024-07-09 10:05,2024-07-09 11:05\n") == Codes{"all_done"});
  CHECK(said("工单号,结果\nA1,取消\nA2,改约\n") == Codes{"nobody_asked", "known_always"});
  CHECK(said("工单号,结果,提出方,登记时间\nA1,取消,客户,2024-07-09 10:05\n") == Codes{});
}
