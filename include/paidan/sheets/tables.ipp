#pragma once

#include <paidan/catalog/fields.hpp>
#include <paidan/check/fields.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

template <class T>
std::vector<T> table_rows(std::string_view bytes, const char* name, const sheets::TableOptions& options,
                          const ZoneRules* zone = nullptr) {
  const syntax::Table table = sheets::read_table<T>(bytes, name, options);
  Errors errors;
  std::vector<T> values = sheets::read_rows<T>(table, options, zone, errors);
  errors.throw_if_any();
  return values;
}

}  // namespace sheets_detail

namespace sheets {

PAIDAN_INLINE catalog::CatalogData catalog_data_from_csv(std::string_view bytes, const TableOptions& options) {
  return {.id = {}, .version = {}, .entries = sheets_detail::table_rows<catalog::EntryData>(bytes, "catalog", options)};
}
PAIDAN_INLINE catalog::MappingData mapping_data_from_csv(std::string_view bytes, const TableOptions& options) {
  return {.id = {}, .rows = sheets_detail::table_rows<catalog::MappingRow>(bytes, "mapping", options)};
}
PAIDAN_INLINE pricing::PriceBookData price_book_data_from_csv(std::string_view prices, std::string_view rules,
                                                              std::string id, const TableOptions& options) {
  pricing::PriceBookData data;
  data.id = std::move(id);
  data.rows = sheets_detail::table_rows<pricing::PriceRow>(prices, "prices", options);
  if (!rules.empty()) {
    TableOptions of_rules = options;
    of_rules.columns = {};  // the host's own headings are those of the prices
    data.rules = sheets_detail::table_rows<pricing::QuantityRule>(rules, "rules", of_rules);
  }
  return data;
}
PAIDAN_INLINE warranty::PolicySetData policy_set_data_from_csv(std::string_view bytes, const TableOptions& options) {
  return {
      .id = {}, .version = {}, .policies = sheets_detail::table_rows<warranty::PolicyData>(bytes, "policies", options)};
}
PAIDAN_INLINE check::ActualData actual_from_csv(std::string_view bytes, const ZoneRules& zone,
                                                const TableOptions& options) {
  return {sheets_detail::table_rows<check::ActualVisit>(bytes, "actual", options, &zone)};
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
