// The catalog and the mapping that ship: valid, linted against the shipped prices and policies, and counted.
#include <doctest/doctest.h>
#include <paidan/catalog/lint.hpp>
#include <paidan/catalog/mapping.hpp>

#include <algorithm>
#include <set>

#include "support/table.hpp"

using namespace paidan;
using namespace paidan::catalog;
using namespace paidan_test;

namespace {

CatalogData shipped_catalog() {
  CatalogData data{.id = "illustrative"};
  for (const TableRow& r : read_table(shipped("catalog.csv"))) {
    EntryData entry{.code = r["code"], .zh = r["zh"], .en = r["en"], .aliases = split_list(r["aliases"])};
    for (const std::string& cell : split_list(r["skills"])) {
      const std::size_t colon = cell.find(':');
      entry.skills.push_back({cell.substr(0, colon), std::stoi(cell.substr(colon + 1))});
    }
    entry.service_minutes = std::stoi(r["service_minutes"]);
    entry.setup_minutes = std::stoi(r["setup_minutes"]);
    for (const std::string& cell : split_list(r["parts"])) entry.parts.push_back({cell.substr(0, cell.find(':')), 1});
    entry.price_codes = split_list(r["price_codes"]);
    entry.fee_codes = split_list(r["fee_codes"]);
    entry.inspection_codes = split_list(r["inspection_codes"]);
    entry.excludes = split_list(r["excludes"]);
    entry.warranty_category = r["warranty_category"];
    entry.row = r.row;
    data.entries.push_back(entry);
  }
  return data;
}

MappingData shipped_mapping() {
  MappingData data{.id = "hpd"};
  for (const TableRow& r : read_table(shipped("hpd_mapping.csv"))) {
    data.rows.push_back({r["category"], r["descriptor"], r["code"], r["dispatch_code"], r["reason"], r.row});
  }
  return data;
}

}  // namespace

TEST_CASE("the shipped catalog is valid and points only at prices and policies that ship") {
  const Catalog catalog(shipped_catalog());
  CHECK(catalog.entries().size() == 49);
  std::vector<std::string> prices;
  for (const TableRow& r : read_table(shipped("prices.csv"))) prices.push_back(r["code"]);
  std::vector<std::string> categories;
  for (const TableRow& r : read_table(shipped("policies.csv"))) categories.push_back(r["category"]);
  const std::vector<std::string_view> known_prices(prices.begin(), prices.end());
  const std::vector<std::string_view> known_categories(categories.begin(), categories.end());
  for (const Error& error : lint(catalog, known_prices, known_categories)) FAIL_CHECK(error.message(Language::en));
  CHECK(catalog.find("300–500升冰箱不制冷")->price_codes == std::vector<std::string>{"S3-105", "S3-108"});
  CHECK(catalog.find("集成灶换件")->price_codes == std::vector<std::string>{"S1-047"});
  for (const EntryData& entry : catalog.entries()) {
    CAPTURE(entry.code);
    CHECK_FALSE(entry.skills.empty());
    CHECK(entry.service_minutes > 0);
    if (entry.code.starts_with("elevator")) CHECK(entry.price_codes.empty());
  }
}

TEST_CASE("every elevator request of the shipped week finds its entry by its own words") {
  const Catalog catalog(shipped_catalog());
  const std::vector<TableRow> requests = read_table(shipped("nyc/requests_2024-07-08_week.csv"));
  CHECK(requests.size() == 588);
  for (const TableRow& r : requests) REQUIRE(catalog.find(r["descriptor"]) != nullptr);
}

TEST_CASE("the shipped mapping covers all 38 pairs and supports 158 of the 370 requests") {
  const Catalog catalog(shipped_catalog());
  const Mapping mapping(shipped_mapping(), catalog);
  std::set<std::string> pairs;
  int supported = 0;
  const std::vector<TableRow> requests = read_table(shipped("nyc/hpd_2024-04-15_evening.csv"));
  for (const TableRow& r : requests) {
    pairs.insert(r["category"] + "/" + r["descriptor"]);
    const MappingRow* row = mapping.find(r["category"], r["descriptor"]);
    REQUIRE(row != nullptr);
    CHECK(catalog.find(row->dispatch_code) != nullptr);
    if (row->code.empty()) {
      CHECK(catalog.find(row->dispatch_code)->price_codes.empty());
    } else {
      CHECK_FALSE(catalog.find(row->code)->price_codes.empty());
      ++supported;
    }
  }
  CHECK(requests.size() == 370);
  CHECK(pairs.size() == 38);
  CHECK(mapping.data().rows.size() == 38);
  CHECK(supported == 158);
}
