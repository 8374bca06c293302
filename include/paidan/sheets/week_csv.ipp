#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/sheets/detail/blank_cells.ipp>
#include <paidan/sheets/detail/week_builder.ipp>
#include <paidan/sheets/detail/week_errors.ipp>
#include <paidan/sheets/detail/week_notices.ipp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/rows.ipp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

PAIDAN_INLINE WeekTables week_from_csv(std::string_view orders, std::string_view technicians,
                                       const WeekOptions& options) {
  Errors notices;
  Errors order_form;
  Errors technician_form;
  TableOptions order_options{.columns = options.order_columns,
                             .dates = options.dates,
                             .limits = options.limits,
                             .free_lists = true,
                             .notices = &notices};
  if (options.first_day) order_options.around = std::pair(*options.first_day, *options.first_day);
  TableOptions technician_options = order_options;
  technician_options.columns = options.technician_columns;
  const auto table_of = [&]<class Row>(std::string_view bytes, const char* name, const TableOptions& own,
                                       Errors& errors, const Row*) -> std::optional<syntax::Table> {
    try {
      return read_table<Row>(bytes, name, own);
    } catch (const InvalidInput& wrong) {  // the other table is still worth reading
      for (const Error& error : wrong.errors()) errors.add(error);
      return std::nullopt;
    }
  };
  const auto order_table = table_of(orders, "orders", order_options, order_form, static_cast<const OrderRow*>(nullptr));
  const auto technician_table = table_of(technicians, "technicians", technician_options, technician_form,
                                         static_cast<const TechnicianRow*>(nullptr));
  for (const ColumnName& own : options.order_columns) {
    const auto has = [&](const std::optional<syntax::Table>& table) {
      return table && std::find(table->headings.begin(), table->headings.end(), own.heading) != table->headings.end();
    };
    if (!own.either || has(order_table) || has(technician_table) || !order_table) continue;
    const std::vector<std::string_view> headings(order_table->headings.begin(), order_table->headings.end());
    order_form.add(errors::unknown_heading, "orders", with_hint({{"value", own.heading}}, own.heading, headings),
                   order_table->heading_row);
  }
  RowsRead order_read;
  RowsRead technician_read;
  std::vector<OrderRow> order_rows;
  std::vector<TechnicianRow> technician_rows;
  if (order_table) {
    order_rows = read_rows<OrderRow>(*order_table, order_options, &options.zone, order_form, &order_read);
  }
  if (technician_table) {
    technician_options.around = sheets_detail::days_of(order_rows, options);
    technician_rows =
        read_rows<TechnicianRow>(*technician_table, technician_options, nullptr, technician_form, &technician_read);
  }
  sheets_detail::WeekBuilder builder(options, notices);
  const bool readable = order_table && technician_table;
  if (readable) {
    builder.look_at(order_rows, technician_rows);
    builder.add_orders(*order_table, order_rows, order_read);
    sheets_detail::DayHeadings headings(*technician_table, options.dates, builder.known_days());
    const auto day_columns = headings.read(technician_read.unused, technician_form, notices);
    builder.add_technicians(*technician_table, technician_rows, technician_read, day_columns);
    sheets_detail::repeated_ids(*order_table, order_rows, order_read, &OrderRow::order, nouns::order,
                                builder.order_errors());
    sheets_detail::repeated_ids(*technician_table, technician_rows, technician_read, &TechnicianRow::technician,
                                nouns::technician, builder.technician_errors());
    if (order_form.empty() && technician_form.empty() && builder.order_errors().empty() &&
        builder.technician_errors().empty()) {
      say_unused(*order_table, order_read.columns, order_read.unused, notices);
      say_unused(*technician_table, technician_read.columns, technician_read.unused, notices);
      const bool catalog = options.catalog != nullptr && order_read.any("service");
      sheets_detail::say_assumed("orders", order_read, catalog, false, notices);
      sheets_detail::say_assumed("technicians", technician_read, false, true, notices);
      sheets_detail::say_blank_cells(*order_table, order_rows, order_read, options.catalog, notices);
      sheets_detail::say_blank_cells(*technician_table, technician_rows, technician_read, notices);
      WeekTables week = builder.finish();
      week.notices = notices.told();
      for (Error& error : builder.row_notices()) week.notices.push_back(std::move(error));
      return week;
    }
  }
  // Days that unreadable cells may have named are not asked for.
  const bool days = order_form.empty() && technician_form.empty();
  std::vector<Error> all = sheets_detail::merged("orders", order_form, builder.order_errors(), days);
  for (Error& error : sheets_detail::merged("technicians", technician_form, builder.technician_errors(), days)) {
    all.push_back(std::move(error));
  }
  if (readable) {  // a heading that nobody understood may be why a value is missing
    Errors left_out;
    const auto found = [](const RowsRead& read) { return read.filled.size() == read.columns.size(); };
    if (found(order_read)) say_unused(*order_table, order_read.columns, order_read.unused, left_out);
    if (found(technician_read)) {
      say_unused(*technician_table, technician_read.columns, technician_read.unused, left_out);
    }
    for (const Error& notice : left_out.list()) {
      if (notice.kind == &notices::unused_columns) all.push_back(notice);
    }
  }
  throw InvalidInput(std::move(all));
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
