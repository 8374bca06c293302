// The catalog's types as JSON, spreadsheet and Python see them.
#pragma once

#include <paidan/catalog/entry.hpp>
#include <paidan/catalog/mapping_data.hpp>
#include <paidan/core/fields.hpp>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_FIELDS(catalog::SkillNeed, "SkillNeed") {
  v("skill", &T::skill, Field{.zh = "技能", .doc = "Name of the skill.", .required = true});
  v("level", &T::level, Field{.zh = "等级", .doc = "Lowest level that suffices; default 1.", .low = 1, .high = 9});
}

PAIDAN_FIELDS(catalog::PartNeed, "PartNeed") {
  v("part", &T::part, Field{.zh = "配件", .doc = "Name of the part.", .required = true});
  v("quantity", &T::quantity, Field{.zh = "数量", .doc = "Pieces; default 1.", .low = 1, .high = 1000});
}

PAIDAN_FIELDS(catalog::EntryData, "CatalogEntry") {
  v("code", &T::code, Field{.zh = "编码", .doc = "Unique, stable code of the service or fault.", .required = true});
  v("zh", &T::zh, Field{.zh = "中文名", .doc = "Chinese display name; one of zh and en is required."});
  v("en", &T::en, Field{.zh = "英文名", .doc = "English display name."});
  v("aliases", &T::aliases, Field{.zh = "别名", .doc = "Other words for it, any language, unique over the catalog."});
  v("skills", &T::skills, Field{.zh = "所需技能", .doc = "Skills and lowest levels; in a cell `gas:2;electric:1`."});
  v("service_minutes", &T::service_minutes,
    Field{.zh = "服务分钟", .doc = "Work on the spot, minutes; default 0.", .low = 0, .high = 1440});
  v("buffer_minutes", &T::buffer_minutes,
    Field{.zh = "缓冲分钟",
          .doc = "How much longer it may well take, minutes: appointments behind are planned as if it did; default 0.",
          .low = 0,
          .high = 1440,
          .later = true});
  v("setup_minutes", &T::setup_minutes,
    Field{.zh = "准备分钟",
          .doc = "Minutes shared by consecutive jobs at one place; default 0.",
          .low = 0,
          .high = 1440});
  v("parts", &T::parts, Field{.zh = "所需配件", .doc = "Parts and quantities; in a cell `sensor:1`."});
  v("price_codes", &T::price_codes,
    Field{.zh = "价目编码",
          .doc = "Price codes of the candidate solutions; several give a range, none means not in the price list."});
  v("fee_codes", &T::fee_codes, Field{.zh = "附加费编码", .doc = "Price codes charged on top of any solution."});
  v("inspection_codes", &T::inspection_codes,
    Field{.zh = "检测费编码", .doc = "Price codes charged instead when it is only inspected."});
  v("excludes", &T::excludes,
    Field{.zh = "不含", .doc = "What no figure contains: parts, refrigerant, materials, wall_opening."});
  v("warranty_category", &T::warranty_category,
    Field{.zh = "保修类别", .doc = "Category in the policy table; empty when no promise is known."});
  v("note", &T::note, Field{.zh = "备注", .doc = "Provenance, for people."});
}

PAIDAN_FIELDS(catalog::CatalogData, "Catalog") {
  v("id", &T::id, Field{.zh = "目录编号", .doc = "Name of the catalog."});
  v("version", &T::version, Field{.zh = "版本", .doc = "Version, any text."});
  v("entries", &T::entries, Field{.zh = "条目", .doc = "Services and faults.", .required = true});
}

PAIDAN_FIELDS(catalog::MappingRow, "MappingRow") {
  v("category", &T::category, Field{.zh = "类别", .doc = "Category in the foreign words.", .required = true});
  v("descriptor", &T::descriptor, Field{.zh = "描述", .doc = "Descriptor in the foreign words.", .required = true});
  v("code", &T::code, Field{.zh = "编码", .doc = "Catalog entry that prices it; empty: not in the price list."});
  v("dispatch_code", &T::dispatch_code,
    Field{.zh = "派单编码", .doc = "Catalog entry that says skills and minutes; empty: code."});
  v("reason", &T::reason, Field{.zh = "理由", .doc = "Why this code, or why none.", .required = true});
}

PAIDAN_FIELDS(catalog::MappingData, "Mapping") {
  v("id", &T::id, Field{.zh = "映射编号", .doc = "Name of the mapping."});
  v("rows", &T::rows, Field{.zh = "行", .doc = "One row per pair.", .required = true});
}

}  // namespace paidan::inline PAIDAN_ABI
