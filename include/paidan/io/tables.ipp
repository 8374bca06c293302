#pragma once

#include <paidan/catalog/fields.hpp>
#include <paidan/io/fields.hpp>
#include <paidan/io/tables.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace io_detail {

template <class T>
std::vector<T> table_rows(std::string_view bytes, const char* name, std::span<const io::ColumnName> columns,
                          const io::Limits& limits, const ZoneRules* zone = nullptr,
                          std::vector<std::int64_t>* rows = nullptr) {
  const io::Table table = io::read_csv(bytes, name, limits);
  Errors errors;
  std::vector<T> values = io::read_rows<T>(table, columns, zone, errors, rows);
  errors.throw_if_any();
  return values;
}

}  // namespace io_detail

namespace io {

PAIDAN_INLINE catalog::CatalogData catalog_data_from_csv(std::string_view bytes, std::span<const ColumnName> columns,
                                                         const Limits& limits) {
  return {
      .id = {}, .version = {}, .entries = io_detail::table_rows<catalog::EntryData>(bytes, "catalog", columns, limits)};
}
PAIDAN_INLINE catalog::MappingData mapping_data_from_csv(std::string_view bytes, std::span<const ColumnName> columns,
                                                         const Limits& limits) {
  return {.id = {}, .rows = io_detail::table_rows<catalog::MappingRow>(bytes, "mapping", columns, limits)};
}
PAIDAN_INLINE pricing::PriceBookData price_book_data_from_csv(std::string_view prices, std::string_view rules,
                                                              std::string id, std::span<const ColumnName> columns,
                                                              const Limits& limits) {
  pricing::PriceBookData data;
  data.id = std::move(id);
  data.rows = io_detail::table_rows<pricing::PriceRow>(prices, "prices", columns, limits);
  if (!rules.empty()) data.rules = io_detail::table_rows<pricing::QuantityRule>(rules, "rules", {}, limits);
  return data;
}
PAIDAN_INLINE warranty::PolicySetData policy_set_data_from_csv(std::string_view bytes,
                                                               std::span<const ColumnName> columns,
                                                               const Limits& limits) {
  return {.id = {},
          .version = {},
          .policies = io_detail::table_rows<warranty::PolicyData>(bytes, "policies", columns, limits)};
}
PAIDAN_INLINE ActualTable actual_from_csv(std::string_view bytes, const ZoneRules& zone,
                                          std::span<const ColumnName> columns, const Limits& limits) {
  ActualTable table;
  table.document.visits =
      io_detail::table_rows<ActualVisitDocument>(bytes, "actual", columns, limits, &zone, &table.rows);
  return table;
}

}  // namespace io
}  // namespace paidan::inline PAIDAN_ABI
