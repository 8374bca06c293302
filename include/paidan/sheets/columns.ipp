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

#include <array>
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

/// One of two tables that are read together, and what its own headings are.
struct MappedTable {
  sheets::TableKind kind;
  std::vector<sheets::ColumnName>* own;

  [[nodiscard]] std::string prefix() const {
    return std::string(EnumNames<sheets::TableKind>::names[static_cast<std::size_t>(kind)]) + '.';
  }
  [[nodiscard]] bool has(std::string_view word) const {
    for (const sheets::ColumnText& column : sheets::columns_of(kind)) {
      if (column.name == word || column.zh == word) return true;
    }
    return false;
  }
};

inline void share_out(const std::vector<std::string>& texts, const MappedTable& first, const MappedTable& second) {
  Errors errors;
  for (const std::string& text : texts) {
    sheets::ColumnName own = sheets::own_column(text);
    std::string_view field = own.field;
    const bool only_first = field.starts_with(first.prefix());
    const bool only_second = field.starts_with(second.prefix());
    if (only_first || only_second) field.remove_prefix(field.find('.') + 1);
    const bool of_first = !only_second && first.has(field);
    const bool of_second = !only_first && second.has(field);
    if (!of_first && !of_second) {
      const std::array tables{sheets::columns_of(first.kind), sheets::columns_of(second.kind)};
      std::vector<std::string_view> known;
      for (const auto& columns : tables) {
        for (const sheets::ColumnText& column : columns) known.insert(known.end(), {column.name, column.zh});
      }
      errors.add(paidan::unknown_value("columns", syntax::shortened(field, 60), "columns", known));
      continue;
    }
    own.field = std::string(field);
    own.either = of_first && of_second;  // of the table that has the heading
    if (of_first) first.own->push_back(own);
    if (of_second) second.own->push_back(std::move(own));
  }
  errors.throw_if_any();
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
      return sheets_detail::column_texts<check::ActualVisit>();
    case TableKind::nodes:
      return sheets_detail::column_texts<NodeRow>();
    case TableKind::edges:
      return sheets_detail::column_texts<EdgeRow>();
    case TableKind::drives:
      break;
  }
  return sheets_detail::column_texts<DriveRow>();
}

PAIDAN_INLINE ColumnName own_column(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size()) {
    throw InvalidInput({&errors::no_mapping, "columns", 0, {{"value", syntax::shortened(text, 60)}}});
  }
  return {.heading = std::string(text.substr(equals + 1)), .field = std::string(text.substr(0, equals))};
}

PAIDAN_INLINE void own_columns(const std::vector<std::string>& texts, WeekOptions& options) {
  sheets_detail::share_out(texts, {TableKind::orders, &options.order_columns},
                           {TableKind::technicians, &options.technician_columns});
}
PAIDAN_INLINE void own_columns(const std::vector<std::string>& texts, RoadOptions& options) {
  sheets_detail::share_out(texts, {TableKind::nodes, &options.node_columns}, {TableKind::edges, &options.edge_columns});
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
