// What a person with a wrong file reads: whole messages with path and row, in both languages.
#include "support/documents.hpp"

#include <paidan/documents/json.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/csv.hpp>
#include <paidan/syntax/zones.hpp>

#include <doctest/doctest.h>

using io_test::messages;
using io_test::replaced;
using io_test::small_problem;
using Lines = std::vector<std::string>;

namespace {

const std::string order_columns =
    "order/工单号, name/名称, created/创建时间, place/地址, lat/纬度, lon/经度, service/服务项目, minutes/时长, "
    "buffer_minutes/缓冲, "
    "skills/技能, parts/配件, tools/工具, crew/人数, appointment/预约时间, window_start/预约开始, window_end/预约结束, "
    "day/服务日期, deadline/时限, priority/优先级, previous_technician/上次师傅, technician/指定师傅, groups/班组, "
    "languages/语言, notes/上门备注";

const std::string good_technicians =
    "technician,name,lat,lon,start,end,skills\n"
    "G1,王师傅,39.92,116.44,08:30,17:30,燃气:2\n"
    "G2,李师傅,39.88,116.41,09:00,18:00,电工:2\n";

paidan::sheets::WeekTables week(const std::string& orders, const std::string& technicians) {
  paidan::sheets::WeekOptions options;
  options.zone = paidan::syntax::load_zone("Asia/Shanghai");
  return paidan::sheets::week_from_csv(orders, technicians, options);
}

/// Of the tables alone or, when they can be read, of the problem they make.
Lines week_messages(const std::string& orders, const std::string& technicians = good_technicians) {
  return messages([&] {
    const paidan::sheets::WeekTables tables = week(orders, technicians);
    static_cast<void>(paidan::Problem(tables.data, tables.rows));
  });
}

Lines json_messages(const std::string& text, const paidan::syntax::Limits& limits = {}) {
  return messages([&] { static_cast<void>(paidan::documents::problem_from_json(text, limits)); });
}

Lines table_messages(const std::string& text, const paidan::syntax::Limits& limits = {}) {
  return messages([&] { static_cast<void>(paidan::syntax::read_csv(text, "orders", limits)); });
}

/// One wrong cell, or one wrong table, and the one message it must give.
struct TableCase {
  std::string orders;
  std::string technicians;
  Lines expected;
};

/// ASCII text as UTF-16 with its byte order mark.
std::string utf16(std::string_view ascii, bool little) {
  std::string bytes = little ? "\xff\xfe" : "\xfe\xff";
  for (const char c : ascii) {
    bytes += little ? c : '\0';
    bytes += little ? '\0' : c;
  }
  return bytes;
}

}  // namespace

TEST_CASE("one wrong cell gives one message with its row") {
  const std::vector<TableCase> cases{
      // Numbers: negative, too large, not a number.
      {"order,lat,lon,day,minutes\nA1,39.9,116.4,2024-07-09,60\nA2,39.9,116.4,2024-07-09,-5\n",
       good_technicians,
       {"orders.minutes, row 3: minutes must be between 1 and 1440, got -5",
        "orders.minutes,第3行:minutes须在1与1440之间,实为-5"}},
      {"工单号,纬度,经度,服务日期,优先级\nA1,39.9,116.4,2024-07-09,-1\n",
       good_technicians,
       {"orders.优先级, row 2: 优先级 must be between 0 and 9, got -1",
        "orders.优先级,第2行:优先级须在0与9之间,实为-1"}},
      {"order,lat,lon,day\nA1,39.9,116.4,2024-07-09\n",
       "technician,lat,lon,start,end,max_jobs\nG1,39.9,116.4,08:00,17:00,4\nG2,39.9,116.4,08:00,17:00,-4\n",
       {"technicians[1].max_jobs, row 3: max_jobs must not be negative, got -4",
        "technicians[1].max_jobs,第3行:max_jobs不能为负数,实为-4"}},
      {"order,lat,lon,day,minutes\nA1,39.9,116.4,2024-07-09,99999999999\n",
       good_technicians,
       {"orders.minutes, row 2: minutes is too large: 99999999999",
        "orders.minutes,第2行:minutes数值过大:99999999999"}},
      {"工单号,纬度,经度,服务日期,时长(分钟)\nA1,39.9,116.4,2024-07-09,92233720368547758070\n",
       good_technicians,
       {"orders.时长(分钟), row 2: 时长(分钟) is too large: 92233720368547758070",
        "orders.时长(分钟),第2行:时长(分钟)数值过大:92233720368547758070"}},
      {"order,lat,lon,day\nA1,1e999,116.4,2024-07-09\n",
       good_technicians,
       {"orders.lat, row 2: lat is too large: 1e999", "orders.lat,第2行:lat数值过大:1e999"}},
      {"order,lat,lon,day\nA1,NaN,116.4,2024-07-09\n",
       good_technicians,
       {"orders.lat, row 2: lat must be a finite number, got NaN", "orders.lat,第2行:lat须为有限数值,实为NaN"}},
      // A window that ends before it starts.
      {"order,lat,lon,window_start,window_end\nA1,39.9,116.4,2024-07-09 09:00,2024-07-09 10:00\n"
       "A2,39.9,116.4,2024-07-09 10:00,2024-07-09 09:00\n",
       good_technicians,
       {"orders.window_end, row 3: the window must end after it starts, got 2024-07-09 10:00 to 2024-07-09 09:00",
        "orders.window_end,第3行:时间窗的结束须晚于开始,实为2024-07-09 10:00至2024-07-09 09:00"}},
      {"工单号,纬度,经度,预约开始,预约结束\nA1,39.9,116.4,2024-07-09 10:00,2024-07-08 11:00\n",
       good_technicians,
       {"orders.预约结束, row 2: the window must end after it starts, got 2024-07-09 10:00 to 2024-07-08 11:00",
        "orders.预约结束,第2行:时间窗的结束须晚于开始,实为2024-07-09 10:00至2024-07-08 11:00"}},
      // An unknown id.
      {"order,lat,lon,day,previous_technician\nA1,39.9,116.4,2024-07-09,g2\n",
       good_technicians,
       {"orders[0].previous_technician, row 2: unknown technician 'g2', did you mean 'G2'?",
        "orders[0].previous_technician,第2行:未知的师傅“g2”,是否为“G2”?"}},
      // A technician is named whose certificate has run out.
      {"order,lat,lon,day,skills,technician\nA1,39.9,116.4,2024-07-09,燃气:2,G1\n",
       replaced(good_technicians, "燃气:2", "燃气:2@2024-06-30"),
       {"orders[0].pin.technician, row 2: technician '王师傅': the certificate for '燃气' ran out on 2024-06-30, "
        "before "
        "the first shift on 2024-07-09",
        "orders[0].pin.technician,第2行:师傅“王师傅”的“燃气”证书已于2024-06-30到期,早于首个班次日2024-07-09"}},
      // A column that is missing.
      {"工单编号,纬度,经度,服务日期\nA1,39.9,116.4,2024-07-09\n",
       good_technicians,
       {"orders, row 1: column 'order' (工单号) is missing (known: " + order_columns + "), did you mean '工单编号'?",
        "orders,第1行:缺少列“工单号”(order)(可用:" + order_columns + "),是否为“工单编号”?"}},
      {"lat,lon,day\n39.9,116.4,2024-07-09\n",
       good_technicians,
       {"orders, row 1: column 'order' (工单号) is missing (known: " + order_columns + ")",
        "orders,第1行:缺少列“工单号”(order)(可用:" + order_columns + ")"}},
      {"order,lat,lon,day,priorty\nA1,39.9,116.4,2024-07-09,1\n",
       good_technicians,
       {"orders, row 1: unknown column 'priorty' (known: " + order_columns + "), did you mean 'priority'?",
        "orders,第1行:未知的列“priorty”(可用:" + order_columns + "),是否为“priority”?"}},
      // A cell that must not be blank.
      {"order,lat,lon,day\nA1,39.9,116.4,2024-07-09\n,39.9,116.4,2024-07-09\n",
       good_technicians,
       {"orders.order, row 3: order is required", "orders.order,第3行:缺少必填项order"}},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(i);
    CHECK(week_messages(cases[i].orders, cases[i].technicians) == cases[i].expected);
  }
}

TEST_CASE("a certificate in a table that ran out is a notice with its row") {
  const auto tables =
      week("order,lat,lon,day\nA1,39.9,116.4,2024-07-09\n", replaced(good_technicians, "电工:2", "电工:2@2024-07-08"));
  const paidan::Problem problem(tables.data, tables.rows);
  REQUIRE(problem.notices().size() == 1);
  CHECK(
      problem.notices()[0].message(paidan::Language::en) ==
      "technicians[1].skills[0], row 3: technician '李师傅': the certificate for '电工' ran out on 2024-07-08, before "
      "the first shift on 2024-07-09");
  CHECK(problem.notices()[0].message(paidan::Language::zh) ==
        "technicians[1].skills[0],第3行:师傅“李师傅”的“电工”证书已于2024-07-08到期,早于首个班次日2024-07-09");
}

TEST_CASE("an unknown skill in a document is named with the nearest known one") {
  const std::string listed =
      replaced(small_problem(), R"("technicians": [)", R"("skills": ["燃气", "电工"], "technicians": [)");
  CHECK(json_messages(replaced(listed, R"("skills": [{"skill": "燃气"}])", R"("skills": [{"skill": "燃汽"}])")) ==
        Lines{"orders[0].skills[0].skill: unknown skill '燃汽', did you mean '燃气'?",
              "orders[0].skills[0].skill:未知的技能“燃汽”,是否为“燃气”?"});
}

TEST_CASE("every limit of the table reader says what is too large") {
  paidan::syntax::Limits limits;
  limits.columns = 2;
  CHECK(table_messages("# ours\na,b,c\n", limits) ==
        Lines{"orders, row 2: the file has more than 2 columns, the limit of this reader",
              "orders,第2行:文件超过2列,这是读取上限"});
  limits = {};
  limits.rows = 2;
  CHECK(table_messages("a\n1\n2\n3\n", limits) ==
        Lines{"orders, row 4: the file has more than 2 rows, the limit of this reader",
              "orders,第4行:文件超过2行,这是读取上限"});
  limits = {};
  limits.cell_bytes = 3;
  CHECK(table_messages("a,b\n123,1234\n", limits) ==
        Lines{"orders, row 2: a cell has more than 3 bytes, the limit of this reader",
              "orders,第2行:单元格超过3字节,这是读取上限"});
  limits = {};
  limits.bytes = 3;
  CHECK(table_messages("a\n1234\n", limits) ==
        Lines{"orders: the file has more than 3 bytes, the limit of this reader", "orders:文件超过3字节,这是读取上限"});
}

TEST_CASE("every limit of the JSON reader says what is too large") {
  paidan::syntax::Limits limits;
  limits.bytes = 3;
  CHECK(json_messages("{   }", limits) ==
        Lines{"the file has more than 3 bytes, the limit of this reader", "文件超过3字节,这是读取上限"});
  limits = {};
  limits.values = 5;
  CHECK(json_messages(small_problem(), limits) ==
        Lines{"the file has more than 5 values, the limit of this reader", "文件超过5个值,这是读取上限"});
  limits = {};
  limits.depth = 4;
  CHECK(json_messages(small_problem(), limits) ==
        Lines{"technicians[0].skills[0]: arrays and objects are nested more than 4 deep",
              "technicians[0].skills[0]:数组与对象嵌套超过4层"});
  std::string path = "orders";
  for (int i = 0; i < 63; ++i) path += "[0]";
  CHECK(json_messages(R"({"orders": )" + std::string(100'000, '[')) ==
        Lines{path + ": arrays and objects are nested more than 64 deep", path + ":数组与对象嵌套超过64层"});
}

TEST_CASE("UTF-16 is read by its mark, in tables and documents; broken it is refused by its first byte") {
  for (const bool little : {true, false}) {
    CHECK(table_messages(utf16("order,lat\nA1,1\n", little)).empty());
    CHECK(json_messages(utf16(R"({"schema_version": 2})", little))[0] == "origin: origin is required");
  }
  const std::string little = "the text is neither UTF-8 nor GB18030 (byte 1 is 0xFF)";
  const std::string little_zh = "文本既不是UTF-8也不是GB18030编码(第1字节为0xFF)";
  CHECK(table_messages(utf16("order,lat\nA1,1\n", true) + "x") ==
        Lines{"orders, row 1: " + little, "orders,第1行:" + little_zh});
  CHECK(json_messages(utf16(R"({"schema_version": 2})", true) + "x") ==
        Lines{"row 1: " + little, "第1行:" + little_zh});
  const std::string big = "the text is neither UTF-8 nor GB18030 (byte 1 is 0xFE)";
  const std::string big_zh = "文本既不是UTF-8也不是GB18030编码(第1字节为0xFE)";
  CHECK(table_messages(utf16("order,lat\nA1,1\n", false) + "x") ==
        Lines{"orders, row 1: " + big, "orders,第1行:" + big_zh});
  CHECK(json_messages(utf16(R"({"schema_version": 2})", false) + "x") == Lines{"row 1: " + big, "第1行:" + big_zh});
}

TEST_CASE("ten errors in one document come at once, each in both languages") {
  std::string text = replaced(small_problem(), R"("technicians": [)", R"("skills": ["燃气"], "technicians": [)");
  text = replaced(text, R"("lon": 116.316)", R"("lon": 116.316, "datum": "gcj02")");
  text = replaced(text, R"("id": "G02", "home": "home")", R"("id": "G02", "home": "hom")");
  text = replaced(text, R"("end": "2024-07-08 17:00")", R"("end": "2024-07-08 07:00")");
  text = replaced(text, R"("service": "1h30m")",
                  R"("servcie": "1h30m", "setup": 92233720368547758070, "priority": "high")");
  text = replaced(text, R"("service": 2700)", R"("service": -1, "skills": [{"skill": "燃汽"}])");
  text = replaced(text, R"("id": "1003")", R"("id": "1001")");
  text = replaced(text, R"("end": "2024-07-08 12:00")", R"("end": "2024-07-08 09:00")");
  CHECK(
      json_messages(text) ==
      Lines{"locations[2].point: coordinates of different datums cannot be mixed: locations[0] is wgs84, this is gcj02",
            "locations[2].point:不同坐标系不能混用:locations[0]为wgs84,此处为gcj02",
            "technicians[1].home: unknown location 'hom', did you mean 'home'?",
            "technicians[1].home:未知的地点“hom”,是否为“home”?",
            "technicians[1].shifts[0]: the shift must end after it starts, got 2024-07-08 09:00 to 2024-07-08 07:00",
            "technicians[1].shifts[0]:班次的结束须晚于开始,实为2024-07-08 09:00至2024-07-08 07:00",
            "orders[0]: unknown field 'servcie', did you mean 'service'?",
            "orders[0]:未知字段“servcie”,是否为“service”?",
            "orders[0].setup: setup is too large: 92233720368547758070",
            "orders[0].setup:setup数值过大:92233720368547758070",
            "orders[0].priority: priority must be a whole number, got \"high\"",
            "orders[0].priority:priority应为整数,实为\"high\"",
            "orders[1].service: service must not be negative, got -1",
            "orders[1].service:service不能为负数,实为-1",
            "orders[1].skills[0].skill: unknown skill '燃汽', did you mean '燃气'?",
            "orders[1].skills[0].skill:未知的技能“燃汽”,是否为“燃气”?",
            "orders[2].id: order '1001' is given twice (first at orders[0])",
            "orders[2].id:工单“1001”重复(首次出现在orders[0])",
            "orders[2].windows[0]: the window must end after it starts, got 2024-07-08 10:00 to 2024-07-08 09:00",
            "orders[2].windows[0]:时间窗的结束须晚于开始,实为2024-07-08 10:00至2024-07-08 09:00"});
}

TEST_CASE("ten errors of form and meaning in two tables come at once, each with its row and in both languages") {
  const std::string orders =
      "工单号,纬度,经度,服务日期,时长(分钟),优先级,预约时间,技能,配件\n"
      "A1,99,116.4,2024-07-09,60,0,,,\n"
      "A2,39.9,116.4,2024-07-09,99999999999,0,,,\n"
      "A3,39.9,116.4,2024-07-09,an hour,0,,,\n"
      ",39.9,116.4,2024-07-09,60,0,,,\n"
      "A5,39.9,116.4,2024-07-09,60,12,,,\n"
      "A6,39.9,116.4,2024-07-09,60,0,2024-07-09 25:00,,\n"
      "A7,39.9,116.4,2024-07-09,60,0,,制冷:x,\n"
      "A8,39.9,116.4,next week,60,0,,,\n"
      "A9,39.9,116.4,2024-07-09,60,0,,,valve:-\n";
  const std::string technicians =
      "technician,lat,lon,start,end,rating\n"
      "G1,39.9,116.4,08:00,18:00,five\n";
  CHECK(
      week_messages(orders, technicians) ==
      Lines{
          "orders.纬度, row 2: 纬度 must be between -90 and 90, got 99",
          "orders.纬度,第2行:纬度须在-90与90之间,实为99",
          "orders.时长(分钟), row 3: 时长(分钟) is too large: 99999999999",
          "orders.时长(分钟),第3行:时长(分钟)数值过大:99999999999",
          "orders.时长(分钟), row 4: 时长(分钟) must be minutes like 90, 1.5h or 1h30, got 'an hour'",
          "orders.时长(分钟),第4行:时长(分钟)应为分钟数,如90、1.5小时或1小时30分,实为'an hour'",
          "orders.工单号, row 5: 工单号 is required",
          "orders.工单号,第5行:缺少必填项工单号",
          "orders.优先级, row 6: 优先级 must be between 0 and 9, got 12",
          "orders.优先级,第6行:优先级须在0与9之间,实为12",
          "orders.预约时间, row 7: 预约时间 must be a time like 2024-07-08 08:00 or 2024-07-08T08:00:00+08:00, got "
          "'2024-07-09 25:00'",
          "orders.预约时间,第7行:预约时间应为时刻,如2024-07-08 08:00或2024-07-08T08:00:00+08:00,实为'2024-07-09 25:00'",
          "orders.技能, row 8: 技能 must be a whole number, got 'x'",
          "orders.技能,第8行:技能应为整数,实为'x'",
          "orders.服务日期, row 9: 服务日期 must be a date like 2024-07-08, got 'next week'",
          "orders.服务日期,第9行:服务日期应为日期,如2024-07-08,实为'next week'",
          "orders.配件, row 10: 配件 must be a whole number, got '-'",
          "orders.配件,第10行:配件应为整数,实为'-'",
          "technicians.rating, row 2: rating must be a decimal number, got 'five'",
          "technicians.rating,第2行:rating应为十进制数,实为'five'"});
}

TEST_CASE("a field that cannot be read hides only what follows from it") {
  const std::string text = R"({
    "schema_version": 2, "origin": "2024-07-08T00:00:00Z", "zone": "UTC",
    "locations": [{"id": "home", "point": {"lat": 39.9, "lon": 116.4}}],
    "technicians": [{"id": "W", "home": "hom", "efficiency_percent": "fast",
                     "shifts": [{"id": "1", "start": "2024-07-08T08:00:00Z", "end": "2024-07-08T18:00:00Z"}]}],
    "orders": [{"id": "A", "location": "hme", "priority": "high", "service": -60}]
  })";
  Lines english;
  try {
    static_cast<void>(paidan::documents::problem_from_json(text));
  } catch (const paidan::InvalidInput& wrong) {
    for (const paidan::Error& error : wrong.errors()) english.push_back(error.message(paidan::Language::en));
  }
  CHECK(english == Lines{
                       "technicians[0].efficiency_percent: efficiency_percent must be a whole number, got \"fast\"",
                       "technicians[0].home: unknown location 'hom', did you mean 'home'?",
                       "orders[0].priority: priority must be a whole number, got \"high\"",
                       "orders[0].location: unknown location 'hme', did you mean 'home'?",
                       "orders[0].service: service must not be negative, got -60",
                   });
}
