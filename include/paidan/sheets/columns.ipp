#pragma once

#include <paidan/catalog/fields.hpp>
#include <paidan/check/fields.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/sheets/columns.hpp>
#include <paidan/sheets/fields.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/warranty/fields.hpp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

template <Described T>
std::vector<sheets::ColumnText> column_texts() {
  std::vector<sheets::ColumnText> all;
  Fields<T>::visit([&]<class M>(std::string_view name, M, const Field& field) {
    all.push_back(
        {std::string(name), std::string(field.zh), std::string(field.doc), std::string(field.example), field.required});
  });
  return all;
}

}  // namespace sheets_detail

namespace sheets {

PAIDAN_INLINE std::vector<ColumnText> columns_of(TableKind table) {
  switch (table) {
    case TableKind::orders:
      return sheets_detail::column_texts<OrderRow>();
    case TableKind::technicians:
      return sheets_detail::column_texts<TechnicianRow>();
    case TableKind::places:
      return sheets_detail::column_texts<PlaceRow>();
    case TableKind::catalog:
      return sheets_detail::column_texts<catalog::EntryData>();
    case TableKind::mapping:
      return sheets_detail::column_texts<catalog::MappingRow>();
    case TableKind::prices:
      return sheets_detail::column_texts<pricing::PriceRow>();
    case TableKind::rules:
      return sheets_detail::column_texts<pricing::QuantityRule>();
    case TableKind::policies:
      return sheets_detail::column_texts<warranty::PolicyData>();
    case TableKind::actual:
      break;
  }
  return sheets_detail::column_texts<check::ActualVisit>();
}

PAIDAN_INLINE ColumnName own_column(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size()) {
    throw InvalidInput({&errors::no_mapping, "columns", 0, {{"value", syntax::shortened(text, 60)}}});
  }
  return {.heading = std::string(text.substr(equals + 1)), .field = std::string(text.substr(0, equals))};
}

PAIDAN_INLINE void own_columns(const std::vector<std::string>& texts, WeekOptions& options) {
  const std::vector<ColumnText> order_columns = columns_of(TableKind::orders);
  const std::vector<ColumnText> technician_columns = columns_of(TableKind::technicians);
  const auto has = [](const std::vector<ColumnText>& columns, std::string_view word) {
    for (const ColumnText& column : columns) {
      if (column.name == word || column.zh == word) return true;
    }
    return false;
  };
  Errors errors;
  for (const std::string& text : texts) {
    ColumnName own = own_column(text);
    std::string_view field = own.field;
    const bool for_orders = field.starts_with("orders.");
    const bool for_technicians = field.starts_with("technicians.");
    if (for_orders || for_technicians) field.remove_prefix(field.find('.') + 1);
    const bool of_orders = !for_technicians && has(order_columns, field);
    const bool of_technicians = !for_orders && has(technician_columns, field);
    if (of_orders && of_technicians) {  // of the table that has the heading
      own.field = std::string(field);
      own.either = true;
      options.order_columns.push_back(own);
      options.technician_columns.push_back(std::move(own));
    } else if (!of_orders && !of_technicians) {
      std::vector<std::string_view> known;
      for (const auto* columns : {&order_columns, &technician_columns}) {
        for (const ColumnText& column : *columns) known.insert(known.end(), {column.name, column.zh});
      }
      errors.add(paidan::unknown_value("columns", syntax::shortened(field, 60), "columns", known));
    } else {
      own.field = std::string(field);
      (of_orders ? options.order_columns : options.technician_columns).push_back(std::move(own));
    }
  }
  errors.throw_if_any();
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
