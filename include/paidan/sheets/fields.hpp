// The two tables' columns. Their ranges are said in words, too: who fills in a table sees nothing else.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/sheets/column_text.hpp>
#include <paidan/sheets/drive_rows.hpp>
#include <paidan/sheets/road_rows.hpp>
#include <paidan/sheets/week_rows.hpp>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_FIELDS(sheets::ColumnText, "ColumnText") {
  v("name", &T::name, Field{.zh = "列名", .doc = "English heading.", .required = true});
  v("zh", &T::zh, Field{.zh = "中文列名", .doc = "Chinese heading.", .required = true});
  v("doc", &T::doc, Field{.zh = "说明", .doc = "What it holds, with unit and default.", .required = true});
  v("example", &T::example, Field{.zh = "示例", .doc = "A cell as people write it."});
  v("required", &T::required, Field{.zh = "必填", .doc = "Every row needs it.", .required = true});
}

PAIDAN_FIELDS(sheets::OrderRow, "OrderRow") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Unique id.", .required = true, .example = "20240708-001"});
  v("name", &T::name, Field{.zh = "名称", .doc = "What people call it; default: the id.", .example = "冰箱不制冷"});
  v("created", &T::created,
    Field{.zh = "创建时间",
          .doc = "When the request came in, local time or with offset.",
          .example = "2024-07-08 09:12"});
  v("place", &T::place,
    Field{.zh = "地址",
          .doc = "Orders with the same text are at the same place; default: a place of its own.",
          .example = "建国路甲1号"});
  v("lat", &T::lat,
    Field{.zh = "纬度",
          .doc = "Degrees; may be blank when an earlier row has the place.",
          .low = -90,
          .high = 90,
          .example = "39.9087"});
  v("lon", &T::lon,
    Field{.zh = "经度",
          .doc = "Degrees; may be blank when an earlier row has the place.",
          .low = -180,
          .high = 180,
          .example = "116.4605"});
  v("service", &T::service, Field{.zh = "服务项目", .doc = "Catalog code or name.", .example = "fridge_not_cooling"});
  v("minutes", &T::minutes,
    Field{.zh = "时长",
          .doc = "Work on the spot, minutes, 1 to 1440, or like `1.5h`, `1h30`; default: the catalog's, else 60.",
          .low = 1,
          .high = 1440,
          .example = "60"});
  v("buffer_minutes", &T::buffer_minutes,
    Field{.zh = "缓冲",
          .doc = "How much longer it may well take, minutes, 0 to 1440: appointments behind are planned as if it did; "
                 "default: the catalog's, else 0.",
          .low = 0,
          .high = 1440,
          .example = "20"});
  v("skills", &T::skills,
    Field{.zh = "技能", .doc = "All are needed; `gas:2;electric`; default: the catalog's.", .example = "制冷:2;电工"});
  v("parts", &T::parts,
    Field{.zh = "配件", .doc = "Parts used; `sensor:1`; default: the catalog's.", .example = "sensor:1"});
  v("tools", &T::tools, Field{.zh = "工具", .doc = "Tools needed; `ladder;welder`.", .example = "梯子"});
  v("crew", &T::crew,
    Field{.zh = "人数",
          .doc = "Technicians who begin together, 1 to 100; default 1. The further ones get orders of their own, id#2 "
                 "and so on.",
          .low = 1,
          .high = 100,
          .example = "2"});
  v("appointment", &T::appointment,
    Field{.zh = "预约时间",
          .doc =
              "Agreed arrival, ± 30 minutes; or a span like `2024-07-09 10:00-12:00`, `2024-07-09 上午` (8:00–12:00), "
              "or a day.",
          .example = "2024-07-09 10:00"});
  v("window_start", &T::window_start,
    Field{.zh = "预约开始", .doc = "Agreed arrival from then …", .example = "2024-07-09 10:00"});
  v("window_end", &T::window_end,
    Field{.zh = "预约结束", .doc = "… until then, included.", .example = "2024-07-09 12:00"});
  v("day", &T::day,
    Field{.zh = "服务日期",
          .doc = "First day of service without an appointment; default: the day after created.",
          .example = "2024-07-09"});
  v("deadline", &T::deadline,
    Field{.zh = "时限", .doc = "Starting later costs lateness; default: none.", .example = "2024-07-10 18:00"});
  v("priority", &T::priority,
    Field{.zh = "优先级",
          .doc = "0 to 9; default 0.",
          .low = field_of<&Order::priority>.field.low,
          .high = field_of<&Order::priority>.field.high,
          .example = "2"});
  v("previous_technician", &T::previous_technician,
    Field{.zh = "上次师傅", .doc = "Rework: technician of last time.", .example = "G02"});
  v("technician", &T::technician,
    Field{.zh = "指定师傅", .doc = "Only this technician; default: any.", .example = "G01"});
  v("groups", &T::groups,
    Field{.zh = "班组", .doc = "Groups of which the technician's must be one; default: any.", .example = "东区"});
  v("languages", &T::languages,
    Field{.zh = "语言", .doc = "Languages of which one must be spoken; default: any.", .example = "普通话"});
  v("notes", &T::notes,
    Field{.zh = "上门备注",
          .doc = "For whoever goes there: stands on the day sheet, decides nothing.",
          .example = "门口有狗"});
}

PAIDAN_FIELDS(sheets::PlaceRow, "PlaceRow") {
  v("place", &T::place,
    Field{.zh = "地点",
          .doc = "Name of a compound or street; an address that holds it is there.",
          .required = true,
          .example = "望京花园"});
  v("lat", &T::lat,
    Field{.zh = "纬度", .doc = "Degrees.", .required = true, .low = -90, .high = 90, .example = "39.9990"});
  v("lon", &T::lon,
    Field{.zh = "经度", .doc = "Degrees.", .required = true, .low = -180, .high = 180, .example = "116.4700"});
  v("error_m", &T::error_m,
    Field{.zh = "误差",
          .doc = "How far off an address there may be, metres, 0 to 50000; default: not known.",
          .low = 0,
          .high = 50'000,
          .example = "300"});
}

PAIDAN_FIELDS(sheets::DriveRow, "DriveRow") {
  v("left", &T::left, Field{.zh = "出发时间", .doc = "Local time.", .required = true, .example = "2024-07-09 08:05"});
  v("arrived", &T::arrived, Field{.zh = "到达时间", .doc = "Local time.", .example = "2024-07-09 08:31"});
  v("drive_minutes", &T::drive_minutes,
    Field{.zh = "行车分钟", .doc = "How long the drive took; default: until `arrived`.", .example = "26"});
  v("from_lat", &T::from_lat, Field{.zh = "起点纬度", .doc = "Degrees.", .required = true, .example = "39.9087"});
  v("from_lon", &T::from_lon, Field{.zh = "起点经度", .doc = "Degrees.", .required = true, .example = "116.4605"});
  v("to_lat", &T::to_lat, Field{.zh = "终点纬度", .doc = "Degrees.", .required = true, .example = "39.9590"});
  v("to_lon", &T::to_lon, Field{.zh = "终点经度", .doc = "Degrees.", .required = true, .example = "116.3160"});
  v("metres", &T::metres, Field{.zh = "米数", .doc = "On the road; default: not known.", .example = "15200"});
}

PAIDAN_FIELDS(sheets::NodeRow, "NodeRow") {
  v("node", &T::node, Field{.zh = "路口", .doc = "Unique name or number.", .required = true, .example = "1779"});
  v("lat", &T::lat,
    Field{.zh = "纬度", .doc = "Degrees.", .required = true, .low = -90, .high = 90, .example = "39.9990"});
  v("lon", &T::lon,
    Field{.zh = "经度", .doc = "Degrees.", .required = true, .low = -180, .high = 180, .example = "116.4700"});
}

PAIDAN_FIELDS(sheets::EdgeRow, "EdgeRow") {
  v("from", &T::from, Field{.zh = "起点", .doc = "Crossing it begins at.", .required = true, .example = "1779"});
  v("to", &T::to, Field{.zh = "终点", .doc = "Crossing it ends at.", .required = true, .example = "1804"});
  v("metres", &T::metres,
    Field{.zh = "米数", .doc = "Length; default: the straight line.", .unit = "m", .example = "120.5"});
  v("seconds", &T::seconds,
    Field{.zh = "秒数", .doc = "Driving time; default: by speed.", .unit = "s", .example = "14"});
  v("speed_kmh", &T::speed_kmh,
    Field{.zh = "时速", .doc = "Kilometres an hour; default: by class of road.", .unit = "km/h", .example = "40"});
  v("highway", &T::highway,
    Field{.zh = "道路等级", .doc = "Class of road in OpenStreetMap's words.", .example = "secondary"});
  v("oneway", &T::oneway,
    Field{.zh = "单行",
          .doc = "yes: from its begin to its end only; no or blank: both; -1: the other way only. Without this column "
                 "each row is one direction.",
          .example = "no"});
}

PAIDAN_FIELDS(sheets::TechnicianRow, "TechnicianRow") {
  v("technician", &T::technician, Field{.zh = "工号", .doc = "Unique id.", .required = true, .example = "G01"});
  v("name", &T::name, Field{.zh = "姓名", .doc = "Display name; default: the id.", .example = "王师傅"});
  v("lat", &T::lat,
    Field{.zh = "纬度",
          .doc = "Where shifts start and end, degrees.",
          .required = true,
          .low = -90,
          .high = 90,
          .example = "39.9200"});
  v("lon", &T::lon,
    Field{.zh = "经度",
          .doc = "Where shifts start and end, degrees.",
          .required = true,
          .low = -180,
          .high = 180,
          .example = "116.4400"});
  v("start", &T::start,
    Field{.zh = "上班",
          .doc = "Local time; required unless days have columns: `2024-07-08`, `7/8`, `周一`, each with hours like "
                 "`9:00-12:00, 14:00-18:00`.",
          .example = "08:30"});
  v("end", &T::end, Field{.zh = "下班", .doc = "Local time; required unless days have columns.", .example = "17:30"});
  v("weekdays", &T::weekdays,
    Field{.zh = "工作日", .doc = "1 = Monday; `1-5`, `Mon-Fri`, `每天`; default every day.", .example = "周一至周六"});
  v("days_off", &T::days_off,
    Field{.zh = "休息日期", .doc = "`2024-07-10;2024-07-11`.", .example = "2024-07-10;2024-07-11"});
  v("break_earliest", &T::break_earliest,
    Field{.zh = "午休最早",
          .doc = "Earliest start of the break; default: an hour before the latest, else 11:00.",
          .example = "11:30"});
  v("break_latest", &T::break_latest,
    Field{.zh = "午休最晚",
          .doc = "Latest start of the break; default: an hour after the earliest, else 12:30.",
          .example = "12:30"});
  v("break_minutes", &T::break_minutes,
    Field{.zh = "午休",
          .doc = "Length of the break, minutes, 0 to 480, or like `1h`.",
          .low = 0,
          .high = 480,
          .example = "45"});
  v("overtime_minutes", &T::overtime_minutes,
    Field{.zh = "可加班",
          .doc = "How much later the shift may end, minutes, 0 to 720.",
          .low = 0,
          .high = 720,
          .example = "60"});
  v("skills", &T::skills,
    Field{.zh = "技能",
          .doc = "`gas:2;electric`; with the certificate's last day `gas:2@2024-12-31`.",
          .example = "燃气:2@2025-12-31;制冷:3"});
  v("rating", &T::rating,
    Field{.zh = "评分",
          .doc = "Stars, 0 to 5; default unrated.",
          .low = field_of<&Technician::rating>.field.low / 100,
          .high = field_of<&Technician::rating>.field.high / 100,
          .example = "4.9"});
  v("max_jobs", &T::max_jobs, Field{.zh = "每班最多单数", .doc = "Visits a shift; default: no limit.", .example = "8"});
  v("efficiency_percent", &T::efficiency_percent,
    Field{.zh = "工作效率百分比",
          .doc = "1 to 1000; default 100.",
          .low = field_of<&Technician::efficiency_percent>.field.low,
          .high = field_of<&Technician::efficiency_percent>.field.high,
          .example = "100"});
  v("parts", &T::parts, Field{.zh = "随车配件", .doc = "Van stock; `sensor:3`.", .example = "sensor:3"});
  v("tools", &T::tools, Field{.zh = "随车工具", .doc = "Tools on the van.", .example = "梯子;焊枪"});
  v("group", &T::group, Field{.zh = "班组", .doc = "Team or region.", .example = "东区"});
  v("languages", &T::languages, Field{.zh = "语言", .doc = "Languages spoken.", .example = "普通话;粤语"});
}

}  // namespace paidan::inline PAIDAN_ABI
