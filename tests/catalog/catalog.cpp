#include <doctest/doctest.h>
#include <paidan/catalog/lint.hpp>
#include <paidan/catalog/mapping.hpp>

using namespace paidan;
using namespace paidan::catalog;

namespace {

std::string all(const std::vector<Error>& errors, Language language) {
  std::string text;
  for (const Error& error : errors) text += error.message(language) + "\n";
  return text;
}

CatalogData small() {
  CatalogData data{.id = "small", .version = "1"};
  data.entries = {
      {.code = "fridge", .zh = "冰箱不制冷", .en = "Fridge not cooling", .aliases = {"冷柜不制冷", "FREEZER"}},
      {.code = "tap", .zh = "水龙头漏水", .price_codes = {"S5-147"}, .warranty_category = "plumbing"}};
  data.entries[0].skills = {{"refrigeration", 2}};
  data.entries[0].parts = {{"sensor", 1}};
  data.entries[0].price_codes = {"S3-105", "S3-108"};
  data.entries[0].fee_codes = {"S3-113"};
  data.entries[0].inspection_codes = {"S3-113"};
  data.entries[0].excludes = {"parts", "refrigerant"};
  data.entries[0].warranty_category = "appliance";
  return data;
}

}  // namespace

TEST_CASE("an entry is found by code, name or alias, whatever the case and blanks") {
  const Catalog catalog(small());
  for (const char* word :
       {"fridge", "FRIDGE", " fridge ", "冰箱不制冷", "fridge NOT cooling", "冷柜不制冷", "freezer"}) {
    CAPTURE(word);
    REQUIRE(catalog.find(word) != nullptr);
    CHECK(catalog.find(word)->code == "fridge");
  }
  CHECK(catalog.find("tap")->zh == "水龙头漏水");
  CHECK(catalog.find("冰箱") == nullptr);
  CHECK(catalog.find("") == nullptr);
  CHECK(Catalog().find("fridge") == nullptr);
  CHECK(catalog.codes() == std::vector<std::string_view>{"fridge", "tap"});
}

TEST_CASE("a catalog's errors are told with row, path and both languages") {
  CatalogData data = small();
  data.entries.push_back({.code = "Fridge", .zh = "x"});
  data.entries.push_back({.code = "nameless", .service_minutes = -5, .setup_minutes = 1441});
  data.entries.push_back({.code = "", .zh = "无码", .aliases = {" "}});
  data.entries.push_back({.code = "stove", .zh = "灶", .aliases = {"TAP"}});
  data.entries[5].skills = {{"gas", 0}, {"", 1}};
  data.entries[5].parts = {{"", 0}};
  data.entries[5].excludes = {"part"};
  for (std::size_t i = 0; i < data.entries.size(); ++i) data.entries[i].row = static_cast<std::int64_t>(i) + 2;
  const std::vector<Error> errors = Catalog::validate(data);
  CHECK(all(errors, Language::en) ==
        "entries[2].code, row 4: catalog entry 'Fridge' is given twice (first at entries[0])\n"
        "entries[3], row 5: an entry needs a Chinese or an English name\n"
        "entries[3].service_minutes, row 5: service_minutes must be between 0 and 1440, got -5\n"
        "entries[3].setup_minutes, row 5: setup_minutes must be between 0 and 1440, got 1441\n"
        "entries[4].code, row 6: code is required\n"
        "entries[4].aliases, row 6: alias is required\n"
        "entries[5].skills[0].level, row 7: level must be between 1 and 9, got 0\n"
        "entries[5].skills[1].skill, row 7: skill is required\n"
        "entries[5].parts[0].part, row 7: part is required\n"
        "entries[5].parts[0].quantity, row 7: quantity must be between 1 and 1000, got 0\n"
        "entries[5].excludes[0], row 7: unknown exclusion 'part'; known: parts, refrigerant, materials, wall_opening\n"
        "entries[5], row 7: 'tap' already names entry 'tap'\n");
  CHECK(all(errors, Language::zh) ==
        "entries[2].code,第4行:目录条目“Fridge”重复(首次出现在entries[0])\n"
        "entries[3],第5行:条目须有中文名或英文名\n"
        "entries[3].service_minutes,第5行:service_minutes须在0与1440之间,实为-5\n"
        "entries[3].setup_minutes,第5行:setup_minutes须在0与1440之间,实为1441\n"
        "entries[4].code,第6行:缺少必填项code\n"
        "entries[4].aliases,第6行:缺少必填项alias\n"
        "entries[5].skills[0].level,第7行:level须在1与9之间,实为0\n"
        "entries[5].skills[1].skill,第7行:缺少必填项skill\n"
        "entries[5].parts[0].part,第7行:缺少必填项part\n"
        "entries[5].parts[0].quantity,第7行:quantity须在1与1000之间,实为0\n"
        "entries[5].excludes[0],第7行:未知的不含项“part”;可用:parts, refrigerant, materials, wall_opening\n"
        "entries[5],第7行:“tap”已经指条目“tap”\n");
  CHECK_THROWS_AS(Catalog{data}, InvalidInput);
}

TEST_CASE("the hash follows every field but the sheet rows") {
  const std::uint64_t first = Catalog(small()).hash();
  CatalogData data = small();
  data.entries[0].row = 7;
  CHECK(Catalog(data).hash() == first);
  const auto differs = [&](auto&& change) {
    CatalogData other = small();
    change(other.entries[0]);
    return Catalog(other).hash() != first;
  };
  CHECK(differs([](EntryData& e) { e.aliases.pop_back(); }));
  CHECK(differs([](EntryData& e) { e.skills[0].level = 3; }));
  CHECK(differs([](EntryData& e) { e.service_minutes = 1; }));
  CHECK(differs([](EntryData& e) { e.parts[0].quantity = 2; }));
  CHECK(differs([](EntryData& e) { e.price_codes.pop_back(); }));
  CHECK(differs([](EntryData& e) { e.fee_codes.swap(e.price_codes); }));
  CHECK(differs([](EntryData& e) { e.warranty_category = "other"; }));
}

TEST_CASE("lint names each code and category that does not exist") {
  const Catalog catalog(small());
  const std::vector<std::string_view> prices{"S3-105", "S3-113", "S5-147"};
  const std::vector<std::string_view> categories{"appliance", "plumbings"};
  const std::vector<Error> errors = lint(catalog, prices, categories);
  CHECK(all(errors, Language::en) ==
        "entries[0].price_codes[1]: unknown price code 'S3-108', did you mean 'S3-105'?\n"
        "entries[1].warranty_category: unknown warranty category 'plumbing', did you mean 'plumbings'?\n");
  CHECK(all(errors, Language::zh) ==
        "entries[0].price_codes[1]:未知的价目编码“S3-108”,是否为“S3-105”?\n"
        "entries[1].warranty_category:未知的保修类别“plumbing”,是否为“plumbings”?\n");
  const std::vector<std::string_view> every{"S3-105", "S3-108", "S3-113", "S5-147"};
  const std::vector<std::string_view> star{"*"};
  CHECK(lint(catalog, every, star).empty());
}

TEST_CASE("a mapping finds its pair and refuses what it cannot mean") {
  const Catalog catalog(small());
  MappingData data{.id = "hpd"};
  data.rows = {{"PLUMBING", "TAP", "tap", "tap", "leaking tap"},
               {"APPLIANCE", "REFRIGERATOR", "fridge", "", "size unknown"},
               {"SAFETY", "SPRINKLER", "", "tap", "no published charge"}};
  const Mapping mapping(data, catalog);
  CHECK(mapping.find("APPLIANCE", "REFRIGERATOR")->code == "fridge");
  CHECK(mapping.find("SAFETY", "SPRINKLER")->code.empty());
  CHECK(mapping.find("SAFETY", "sprinkler") == nullptr);
  CHECK(Mapping().find("SAFETY", "SPRINKLER") == nullptr);
  data.rows.push_back({"PLUMBING", "TAP", "fridg", "tapp", "", 5});
  data.rows.push_back({"", "", "", "", "x", 6});
  CHECK(all(Mapping::validate(data, catalog), Language::en) ==
        "rows[3].reason, row 5: reason is required\n"
        "rows[3], row 5: pair 'PLUMBING / TAP' is given twice (first at rows[0])\n"
        "rows[3].code, row 5: unknown catalog entry 'fridg', did you mean 'fridge'?\n"
        "rows[3].dispatch_code, row 5: unknown catalog entry 'tapp', did you mean 'tap'?\n"
        "rows[4].category, row 6: category is required\n"
        "rows[4].descriptor, row 6: descriptor is required\n");
  CHECK(all(Mapping::validate(data, catalog), Language::zh) ==
        "rows[3].reason,第5行:缺少必填项reason\n"
        "rows[3],第5行:组合“PLUMBING / TAP”重复(首次出现在rows[0])\n"
        "rows[3].code,第5行:未知的目录条目“fridg”,是否为“fridge”?\n"
        "rows[3].dispatch_code,第5行:未知的目录条目“tapp”,是否为“tap”?\n"
        "rows[4].category,第6行:缺少必填项category\n"
        "rows[4].descriptor,第6行:缺少必填项descriptor\n");
  CHECK_THROWS_AS(Mapping(data, catalog), InvalidInput);
}

TEST_CASE("exclusions have a name in both languages") {
  CHECK(find_excluded("refrigerant")->zh == "制冷剂");
  CHECK(find_excluded("parts")->en == "parts");
  CHECK(find_excluded("part") == nullptr);
}
