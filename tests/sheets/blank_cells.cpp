// A blank cell in a column that other rows fill: what holds instead is said, with its rows.
#include "support/documents.hpp"

#include <paidan/catalog/catalog.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/zones.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace paidan;
using Lines = std::vector<std::string>;

namespace {

const std::string people = "工号,纬度,经度,上班,下班\nG1,39.9,116.4,08:30,17:30\n";

/// What is said of blank cells, in English and Chinese by turns.
Lines blanks(const std::string& orders, const std::string& technicians = people,
             const catalog::Catalog* services = nullptr) {
  sheets::WeekOptions options;
  options.zone = syntax::load_zone("Asia/Shanghai");
  options.first_day = Date::parse("2024-07-08");
  options.catalog = services;
  Lines all;
  for (const Error& notice : sheets::week_from_csv(orders, technicians, options).notices) {
    if (notice.code() != "blank_cells") continue;
    all.push_back(notice.message(Language::en));
    all.push_back(notice.message(Language::zh));
  }
  return all;
}

}  // namespace

TEST_CASE("blank durations, days and priorities beside others are named by column and row") {
  CHECK(
      blanks("工单号,纬度,经度,创建时间,服务日期,时长(分钟),优先级\n"
             "A1,39.9,116.4,2024-07-08 9:00,2024-07-09,30,1\n"
             "A2,39.9,116.4,2024-07-08 9:00,2024-07-09,,1\n"
             "A3,39.9,116.4,2024-07-08 9:00,,,\n") ==
      Lines{"orders: blank cells, and what holds instead: 时长(分钟) 60 (2 rows: 3, 4); 服务日期 the day after created "
            "(row 4); 优先级 0 (row 4)",
            "orders:空白单元格及其默认值:时长(分钟)按“60分钟”(共2行:第3, 4行);服务日期按“创建次日”(第4行);"
            "优先级按“0”(第4行)"});
}

TEST_CASE("a table without days is not said to have them from when orders were created") {
  sheets::WeekOptions options;
  options.zone = syntax::load_zone("Asia/Shanghai");
  options.first_day = Date::parse("2024-07-08");
  const std::string orders = "工单号,纬度,经度,预约时间\nA1,39.9,116.4,2024-07-09 10:00\n";
  int assumed = 0;
  for (const Error& notice : sheets::week_from_csv(orders, people, options).notices) {
    if (notice.code() != "assumed") continue;
    const std::string text = notice.message(Language::en);
    if (text.find("created (not known)") != std::string::npos) ++assumed;
    CHECK(text.find("the day after created") == std::string::npos);
  }
  CHECK(assumed == 1);
}

TEST_CASE("of many rows the first five are named") {
  std::string orders = "order,lat,lon,minutes\nA0,39.9,116.4,30\n";
  for (int i = 1; i < 9; ++i) orders += "A" + std::to_string(i) + ",39.9,116.4,\n";
  CHECK(blanks(orders)[0] == "orders: blank cells, and what holds instead: minutes 60 (8 rows: 3, 4, 5, 6, 7 …)");
}

TEST_CASE("what a catalog or an appointment says is not assumed, and an empty column is said otherwise") {
  const catalog::Catalog services(
      catalog::CatalogData{"demo", "1", {{.code = "FRIDGE", .zh = "冰箱", .service_minutes = 45}}});
  const std::string head = "工单号,纬度,经度,服务项目,时长,创建时间,预约时间,服务日期\n";
  const std::string full = "A1,39.9,116.4,FRIDGE,30,2024-07-08 9:00,,2024-07-09\n";
  const std::string bare = "A2,39.9,116.4,FRIDGE,,2024-07-08 9:00,2024-07-09 10:00,\n";
  CHECK(blanks(head + full + bare, people, &services).empty());
  CHECK(blanks(head + full + bare).at(0) == "orders: blank cells, and what holds instead: 时长 60 (row 3)");
  CHECK(blanks("工单号,纬度,经度,时长\nA1,39.9,116.4,\n").empty());
}

TEST_CASE("blank cells of a roster that change how somebody works are said") {
  CHECK(blanks("工单号,纬度,经度\nA1,39.9,116.4\n",
               "工号,纬度,经度,上班,下班,工作日,午休,可加班,工作效率百分比,每班最多单数\n"
               "G1,39.9,116.4,08:00,17:00,1-5,60,30,90,8\nG2,39.9,116.4,08:00,17:00,,,,,\n")[0] ==
        "technicians: blank cells, and what holds instead: 工作日 every day (row 3); 午休 no break (row 3); 可加班 0 "
        "(row "
        "3); 工作效率百分比 100 (row 3)");
}
