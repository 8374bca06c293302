// The exact message, in both languages, for everything that can be wrong with a problem's file.
#include "support/documents.hpp"

#include <paidan/documents/json.hpp>

#include <doctest/doctest.h>

using io_test::messages;
using io_test::replaced;
using io_test::small_problem;
using Lines = std::vector<std::string>;

namespace {

Lines of(const std::string& text) {
  return messages([&] { static_cast<void>(paidan::documents::problem_from_json(text)); });
}

}  // namespace

TEST_CASE("the sample problem itself is fine") { CHECK(of(small_problem()) == Lines{}); }

TEST_CASE("an unknown id is named with the nearest known one") {
  CHECK(of(replaced(small_problem(), R"("id": "1003", "location": "A")", R"("id": "1003", "location": "a")")) ==
        Lines{"orders[2].location: unknown location 'a', did you mean 'A'?",
              "orders[2].location:未知的地点“a”,是否为“A”?"});
}

TEST_CASE("a duplicate id says where the first one is") {
  CHECK(of(replaced(small_problem(), R"("id": "1003")", R"("id": "1001")")) ==
        Lines{"orders[2].id: order '1001' is given twice (first at orders[0])",
              "orders[2].id:工单“1001”重复(首次出现在orders[0])"});
}

TEST_CASE("negative and overflowing numbers are refused") {
  CHECK(of(replaced(small_problem(), R"("service": 2700)", R"("service": -1)")) ==
        Lines{"orders[1].service: service must not be negative, got -1", "orders[1].service:service不能为负数,实为-1"});
  CHECK(of(replaced(small_problem(), R"("service": 2700)", R"("service": 92233720368547758070)")) ==
        Lines{"orders[1].service: service is too large: 92233720368547758070",
              "orders[1].service:service数值过大:92233720368547758070"});
  CHECK(of(replaced(small_problem(), R"("level": 2)", R"("level": 3000000000)")) ==
        Lines{"technicians[0].skills[0].level: level must be between 1 and 9, got 3000000000",
              "technicians[0].skills[0].level:level须在1与9之间,实为3000000000"});
  CHECK(of(replaced(small_problem(), R"("lat": 39.92)", R"("lat": 1e999)")) ==
        Lines{"locations[0].point.lat: lat is too large: 1e999", "locations[0].point.lat:lat数值过大:1e999"});
}

TEST_CASE("NaN and Infinity are named with their place") {
  CHECK(of(replaced(small_problem(), R"("lat": 39.92)", R"("lat": NaN)")) ==
        Lines{"locations[0].point.lat: lat must be a finite number, got NaN",
              "locations[0].point.lat:lat须为有限数值,实为NaN"});
  CHECK(of(replaced(small_problem(), R"("lon": 116.316)", R"("lon": -Infinity)")) ==
        Lines{"locations[2].point.lon: lon must be a finite number, got -Infinity",
              "locations[2].point.lon:lon须为有限数值,实为-Infinity"});
}

TEST_CASE("an empty file says so") {
  CHECK(of("") == Lines{"the file is empty", "文件是空的"});
  CHECK(of(" \n\t") == Lines{"the file is empty", "文件是空的"});
}

TEST_CASE("truncated JSON says where it ends") {
  CHECK(of("{\"schema_version\": 2,\n \"orders\": [") ==
        Lines{"the JSON ends too early, at line 2, column 13", "JSON在第2行第13列处提前结束"});
  CHECK(of("{\"schema_version\": 2, \"ki") ==
        Lines{"the JSON ends too early, at line 1, column 26", "JSON在第1行第26列处提前结束"});
  for (std::size_t length = 1; length + 1 < small_problem().size(); length += 7) {
    const std::string text = small_problem().substr(0, length);
    CAPTURE(text);
    const Lines lines = of(text);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("the JSON ends too early, at line "));
  }
}

TEST_CASE("what is not JSON is shown") {
  CHECK(of("{\"schema_version\": 2,}") == Lines{"not JSON at line 1, column 22: }", "第1行第22列不是JSON:}"});
  CHECK(of("{'a': 1}") == Lines{"not JSON at line 1, column 2: 'a': 1}", "第1行第2列不是JSON:'a': 1}"});
}

TEST_CASE("an unknown field is named with the nearest known one") {
  CHECK(of(replaced(small_problem(), R"("service": 2700)", R"("servcie": 2700)")) ==
        Lines{"orders[1]: unknown field 'servcie', did you mean 'service'?",
              "orders[1]:未知字段“servcie”,是否为“service”?"});
  CHECK(of(replaced(small_problem(), R"("kind": "problem",)", R"("kind": "problem", "comment": "x",)")) ==
        Lines{"unknown field 'comment'", "未知字段“comment”"});
  CHECK(of(replaced(small_problem(), R"("lat": 39.92)", R"("latt": 39.92)")) ==
        Lines{"locations[0].point: unknown field 'latt', did you mean 'lat'?",
              "locations[0].point:未知字段“latt”,是否为“lat”?", "locations[0].point.lat: lat is required",
              "locations[0].point.lat:缺少必填项lat"});
}

TEST_CASE("a field given twice is an error") {
  CHECK(of(replaced(small_problem(), R"("service": 2700)", R"("service": 2700, "service": 1)")) ==
        Lines{"orders[1]: field 'service' is given twice", "orders[1]:字段“service”出现两次"});
}

TEST_CASE("a missing field and a wrong type are named with their path") {
  CHECK(of(replaced(small_problem(), R"("id": "1002", "location": "B")", R"("id": "1002")")) ==
        Lines{"orders[1].location: location is required", "orders[1].location:缺少必填项location"});
  CHECK(of(replaced(small_problem(), R"("service": 2700)", R"("service": "soon")")) ==
        Lines{"orders[1].service: service must be whole seconds, or a length of time like 1h30m, got \"soon\"",
              "orders[1].service:service应为整秒数,或时长如1h30m,实为\"soon\""});
  CHECK(of(replaced(small_problem(), R"("service": 2700)", R"("priority": 2.5)")) ==
        Lines{"orders[1].priority: priority must be a whole number, got 2.5",
              "orders[1].priority:priority应为整数,实为2.5"});
  CHECK(of(replaced(small_problem(), R"("id": "1002", "location": "B")", R"("id": 1002, "location": "B")")) ==
        Lines{"orders[1].id: id must be text, got 1002", "orders[1].id:id应为文本,实为1002"});
  CHECK(of("[]") == Lines{"document must be an object, got []", "document应为对象,实为[]"});
}

TEST_CASE("a window that ends before it starts is refused") {
  CHECK(of(replaced(small_problem(), R"("end": "2024-07-08 12:00")", R"("end": "2024-07-08 09:00")")) ==
        Lines{"orders[2].windows[0]: the window must end after it starts, got 2024-07-08 10:00 to 2024-07-08 09:00",
              "orders[2].windows[0]:时间窗的结束须晚于开始,实为2024-07-08 10:00至2024-07-08 09:00"});
}

TEST_CASE("a location outside the matrix is refused") {
  const std::string matrix =
      R"("profiles": [{"id": "car", "matrix": {"size": 2, "seconds": [0, 60, 60, 0]}}], "technicians": [)";
  CHECK(of(replaced(small_problem(), R"("technicians": [)", matrix)) ==
        Lines{"locations[2]: location 'B' is outside the matrix of profile 'car', which has 2 locations",
              "locations[2]:地点“B”不在出行方式“car”的矩阵内(矩阵只有2个地点)"});
}

TEST_CASE("datums are never mixed") {
  CHECK(
      of(replaced(small_problem(), R"("lon": 116.316)", R"("lon": 116.316, "datum": "gcj02")")) ==
      Lines{"locations[2].point: coordinates of different datums cannot be mixed: locations[0] is wgs84, this is gcj02",
            "locations[2].point:不同坐标系不能混用:locations[0]为wgs84,此处为gcj02"});
  CHECK(of(replaced(small_problem(), R"("lon": 116.316)", R"("lon": 116.316, "datum": "mars")")) ==
        Lines{"locations[2].point.datum: datum has no value 'mars' (known: wgs84, gcj02, bd09)",
              "locations[2].point.datum:datum没有取值“mars”(可用:wgs84, gcj02, bd09)"});
}

TEST_CASE("an unknown skill is an error where the skills are listed") {
  CHECK(of(replaced(small_problem(), R"("technicians": [)", R"("skills": ["燃气灶"], "technicians": [)")).size() >= 2);
  CHECK(of(replaced(small_problem(), R"("technicians": [)", R"("skills": ["燃气灶"], "technicians": [)"))[0] ==
        "technicians[0].skills[0].skill: unknown skill '燃气', did you mean '燃气灶'?");
}

TEST_CASE("zero technicians are an error, zero orders are not") {
  std::string text = small_problem();
  const std::size_t from = text.find("\"technicians\": [") + 16;
  text = text.substr(0, from) + "]," + text.substr(text.find("\"orders\""));
  CHECK(of(text)[0] == "technicians: there are no technicians");
  std::string empty = small_problem();
  empty = empty.substr(0, empty.find("\"orders\": [") + 11) + "]}";
  CHECK(paidan::documents::problem_from_json(empty).order_count() == 0);
}

TEST_CASE("an expired certificate is a notice, a certificate that ends before it begins an error") {
  const std::string held = R"({"skill": "燃气", "level": 2)";
  const auto problem =
      paidan::documents::problem_from_json(replaced(small_problem(), held, held + R"(, "valid_until": "2024-06-30")"));
  REQUIRE(!problem.notices().empty());
  CHECK(problem.notices()[0].message(paidan::Language::en) ==
        "technicians[0].skills[0]: technician '王师傅': the certificate for '燃气' ran out on 2024-06-30, before the "
        "first shift on "
        "2024-07-08");
  CHECK(problem.notices()[0].message(paidan::Language::zh) ==
        "technicians[0].skills[0]:师傅“王师傅”的“燃气”证书已于2024-06-30到期,早于首个班次日2024-07-08");
  CHECK(of(replaced(small_problem(), held, held + R"(, "valid_from": "2024-07-01", "valid_until": "2024-06-30")"))[0] ==
        "technicians[0].skills[0]: the certificate for '燃气' ends on 2024-06-30, before it begins on 2024-07-01");
}

TEST_CASE("another schema version and another kind are refused") {
  CHECK(of(replaced(small_problem(), R"("schema_version": 2)", R"("schema_version": 1)")) ==
        Lines{"schema_version: schema_version 1 cannot be read by this release; it reads 2",
              "schema_version:本版本无法读取schema_version 1,只能读取2"});
  CHECK(of(replaced(small_problem(), R"("schema_version": 2,)", "")) ==
        Lines{"schema_version: schema_version is required", "schema_version:缺少必填项schema_version"});
  CHECK(of(replaced(small_problem(), R"("kind": "problem")", R"("kind": "plan")")) ==
        Lines{"kind: this is a document of kind 'plan', not 'problem'", "kind:这是“plan”文档,不是“problem”"});
}

TEST_CASE("local times that occur twice or never are errors, and so are times without a zone's help") {
  std::string text = replaced(small_problem(), R"("Asia/Shanghai")", R"("America/New_York")");
  text = replaced(text, R"("start": "2024-07-08 10:00", "end": "2024-07-08 12:00")",
                  R"("start": "2024-11-03 01:30", "end": "2024-11-03 03:00")");
  CHECK(of(text) ==
        Lines{"orders[2].windows[0].start: 2024-11-03 01:30 occurs twice in America/New_York; give an offset: "
              "2024-11-03T01:30:00-04:00 or 2024-11-03T01:30:00-05:00",
              "orders[2].windows[0].start:2024-11-03 01:30在America/New_York出现两次,请写明时差:"
              "2024-11-03T01:30:00-04:00或2024-11-03T01:30:00-05:00"});
  text = replaced(text, "2024-11-03 01:30", "2024-03-10 02:30");
  CHECK(of(text) ==
        Lines{"orders[2].windows[0].start: 2024-03-10 02:30 does not exist in America/New_York: the clocks go forward",
              "orders[2].windows[0].start:2024-03-10 02:30在America/New_York不存在:当时钟表拨快"});
  CHECK(
      of(replaced(small_problem(), "2024-07-08 10:00", "8 o'clock")) ==
      Lines{"orders[2].windows[0].start: start must be a time like 2024-07-08 08:00 or 2024-07-08T08:00:00+08:00, got "
            "'8 o'clock'",
            "orders[2].windows[0].start:start应为时刻,如2024-07-08 08:00或2024-07-08T08:00:00+08:00,实为'8 o'clock'"});
}

TEST_CASE("an unknown zone is named once, with the nearest one") {
  CHECK(of(replaced(small_problem(), "Asia/Shanghai", "Asia/Shangai")) ==
        Lines{"zone: unknown time zone 'Asia/Shangai', did you mean 'Asia/Shanghai'?",
              "zone:未知时区“Asia/Shangai”,是否为“Asia/Shanghai”?"});
}

TEST_CASE("files beyond the limits of their reader are refused") {
  const auto limited = [](const std::string& text, paidan::syntax::Limits limits) {
    return messages([&] { static_cast<void>(paidan::documents::problem_from_json(text, limits)); });
  };
  paidan::syntax::Limits limits;
  limits.bytes = 100;
  CHECK(limited(small_problem(), limits) ==
        Lines{"the file has more than 100 bytes, the limit of this reader", "文件超过100字节,这是读取上限"});
  limits = {};
  limits.values = 50;
  CHECK(limited(small_problem(), limits) ==
        Lines{"the file has more than 50 values, the limit of this reader", "文件超过50个值,这是读取上限"});
  std::string deep = R"({"schema_version": 2, "orders": )";
  for (int i = 0; i < 200'000; ++i) deep += '[';
  const Lines lines = limited(deep, {});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].ends_with(": arrays and objects are nested more than 64 deep"));
}

TEST_CASE("GB18030 and a byte order mark are accepted, other encodings are not") {
  CHECK(of("\xef\xbb\xbf" + small_problem()) == Lines{});
  // 王师傅 and 燃气 in GB18030.
  std::string text = replaced(small_problem(), "王师傅", "\xcd\xf5\xca\xa6\xb8\xb5");
  text = replaced(text, "燃气", "\xc8\xbc\xc6\xf8");
  text = replaced(text, "燃气", "\xc8\xbc\xc6\xf8");
  const auto problem = paidan::documents::problem_from_json(text);
  CHECK(problem.data().technicians[0].name == "王师傅");
  CHECK(problem.data().orders[0].skills[0].skill == "燃气");
  CHECK(of("{\n\"schema_version\": 2, \"x\": \"caf\xe9\"}") ==
        Lines{"row 2: the text is neither UTF-8 nor GB18030 (byte 33 is 0xE9)",
              "第2行:文本既不是UTF-8也不是GB18030编码(第33字节为0xE9)"});
}

TEST_CASE("ten errors of form and meaning are all reported at once, in input order") {
  std::string text = small_problem();
  text = replaced(text, R"("lat": 39.92)", R"("lat": 99)");                               // 1 locations[0]
  text = replaced(text, R"("lon": 116.316)", R"("lon": "east")");                         // 2 locations[2]
  text = replaced(text, R"("level": 2)", R"("level": "two")");                            // 3 technicians[0]
  text = replaced(text, R"("end": "2024-07-08 17:00")", R"("end": "2024-07-08 07:00")");  // 4 technicians[1], meaning
  text = replaced(text, R"("service": "1h30m")", R"("service": "long", "prio": 1)");      // 5, 6 orders[0]
  text = replaced(text, R"("service": 2700)", R"("service": -5, "setup": -7)");           // 7, 8 orders[1], meaning
  text = replaced(text, R"("id": "1003",)", R"("id": "1003", "crew": "two", "hard": true,)");  // 9, 10 orders[2]
  const Lines lines = of(text);
  REQUIRE(lines.size() == 20);
  const std::vector<std::string> starts{"locations[0].point.lat: ",
                                        "locations[2].point.lon: ",
                                        "technicians[0].skills[0].level: ",
                                        "technicians[1].shifts[0]: ",
                                        "orders[0].service: ",
                                        "orders[0]: ",
                                        "orders[1].service: ",
                                        "orders[1].setup: ",
                                        "orders[2].crew: ",
                                        "orders[2]: "};
  for (std::size_t i = 0; i < starts.size(); ++i) {
    CAPTURE(lines[i * 2]);
    CHECK(lines[i * 2].starts_with(starts[i]));
  }
}

TEST_CASE("at most a hundred errors are kept") {
  std::string text = small_problem();
  std::string orders;
  for (int i = 0; i < 300; ++i) orders += R"({"id": 5, "location": "A"},)";
  text = replaced(text, R"("orders": [)", R"("orders": [)" + orders);
  CHECK(of(text).size() == 200);
}
