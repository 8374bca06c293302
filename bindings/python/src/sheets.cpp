// Spreadsheets: the readers behind paidan.frames. Python turns what it is given into the bytes of a table, the engine's
// own readers do the rest, so a DataFrame, an .xlsx and a .csv mean the same and fail with the same words.
#include "home.hpp"

#include <paidan/catalog/fields.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan_python {

namespace {

/// {'报修编号': 'order'}: the host's heading → field.
std::vector<pd::sheets::ColumnName> columns_of(const py::object& columns, const char* what) {
  std::vector<pd::sheets::ColumnName> all;
  if (columns.is_none()) return all;
  const Where where{nullptr, what, -1};
  if (!PyDict_Check(columns.ptr())) wrong_type(where, "a dict of heading to field name", columns);
  for (const auto& [heading, field] : py::reinterpret_borrow<py::dict>(columns)) {
    all.push_back({from_python<std::string>(heading, where), from_python<std::string>(field, where)});
  }
  return all;
}

std::string_view view(const py::bytes& bytes) { return static_cast<std::string_view>(bytes); }

py::object week(const py::bytes& orders, const py::bytes& technicians, const py::object& zone,
                const py::object& first_day, const py::object& days, const py::object& datum, const py::object& catalog,
                const py::object& order_columns, const py::object& technician_columns, const py::object& travel,
                const py::object& objective) {
  pd::sheets::WeekOptions options;
  options.zone = from_python<pd::ZoneRules>(zone, {nullptr, "zone", -1});
  options.first_day = from_python<std::optional<pd::Date>>(first_day, {nullptr, "first_day", -1});
  options.days = from_python<std::optional<std::int32_t>>(days, {nullptr, "days", -1});
  options.datum = from_python<pd::Datum>(datum, {nullptr, "datum", -1});
  if (!catalog.is_none()) {
    if (!py::isinstance<pd::catalog::Catalog>(catalog))
      wrong_type({nullptr, "catalog", -1}, "paidan.catalog.Catalog or None", catalog);
    options.catalog = &py::cast<const pd::catalog::Catalog&>(catalog);
  }
  options.order_columns = columns_of(order_columns, "order_columns");
  options.technician_columns = columns_of(technician_columns, "technician_columns");
  if (!travel.is_none()) options.travel = from_python<pd::travel::StraightLineOptions>(travel, {nullptr, "travel", -1});
  if (!objective.is_none()) options.objective = from_python<pd::Objective>(objective, {nullptr, "objective", -1});
  pd::sheets::WeekTables tables;
  {
    const std::string_view order_bytes = view(orders);
    const std::string_view technician_bytes = view(technicians);
    const py::gil_scoped_release release;
    tables = pd::sheets::week_from_csv(order_bytes, technician_bytes, options);
  }
  py::dict rows;
  rows["orders"] = to_python(tables.rows.orders);
  rows["technicians"] = to_python(tables.rows.technicians);
  rows["locations"] = to_python(tables.rows.locations);
  return py::make_tuple(py::cast(Box<pd::ProblemData>{std::move(tables.data), false}), rows);
}

template <class T>
py::list headings() {
  py::list all;
  pd::Fields<T>::visit([&all](std::string_view name, auto, const pd::Field& field) {
    all.append(py::make_tuple(std::string(name), std::string(field.zh), std::string(field.doc), field.required));
  });
  return all;
}

}  // namespace

void bind_sheets(py::module_& m) {
  m.def("sheet_week", &week, py::arg("orders"), py::arg("technicians"), py::kw_only(), py::arg("zone"),
        py::arg("first_day"), py::arg("days"), py::arg("datum"), py::arg("catalog"), py::arg("order_columns"),
        py::arg("technician_columns"), py::arg("travel"), py::arg("objective"));
  m.def(
      "sheet_catalog",
      [](const py::bytes& table, const py::object& columns) {
        return Box<pd::catalog::CatalogData>{
            pd::sheets::catalog_data_from_csv(view(table), columns_of(columns, "columns")), false};
      },
      py::arg("table"), py::arg("columns"));
  m.def(
      "sheet_mapping",
      [](const py::bytes& table, const py::object& columns) {
        return Box<pd::catalog::MappingData>{
            pd::sheets::mapping_data_from_csv(view(table), columns_of(columns, "columns")), false};
      },
      py::arg("table"), py::arg("columns"));
  m.def(
      "sheet_prices",
      [](const py::bytes& prices, const py::bytes& rules, const std::string& id, const py::object& columns) {
        return Box<pd::pricing::PriceBookData>{
            pd::sheets::price_book_data_from_csv(view(prices), view(rules), id, columns_of(columns, "columns")), false};
      },
      py::arg("prices"), py::arg("rules"), py::arg("id"), py::arg("columns"));
  m.def(
      "sheet_policies",
      [](const py::bytes& table, const py::object& columns) {
        return Box<pd::warranty::PolicySetData>{
            pd::sheets::policy_set_data_from_csv(view(table), columns_of(columns, "columns")), false};
      },
      py::arg("table"), py::arg("columns"));
  m.def(
      "sheet_actual",
      [](const py::bytes& table, const py::object& zone, const py::object& columns) {
        return to_python(pd::sheets::actual_from_csv(view(table),
                                                     from_python<pd::ZoneRules>(zone, {nullptr, "zone", -1}),
                                                     columns_of(columns, "columns"))
                             .visits);
      },
      py::arg("table"), py::arg("zone"), py::arg("columns"));
  m.def(
      "sheet_headings",
      [](const std::string& kind) {
        if (kind == "orders") return headings<pd::sheets::OrderRow>();
        if (kind == "technicians") return headings<pd::sheets::TechnicianRow>();
        if (kind == "prices") return headings<pd::pricing::PriceRow>();
        if (kind == "rules") return headings<pd::pricing::QuantityRule>();
        if (kind == "catalog") return headings<pd::catalog::EntryData>();
        if (kind == "policies") return headings<pd::warranty::PolicyData>();
        if (kind == "mapping") return headings<pd::catalog::MappingRow>();
        if (kind == "actual") return headings<pd::check::ActualVisit>();
        throw py::key_error(kind);
      },
      py::arg("kind"), "(field, Chinese heading, doc, required) of every column a table may have.");
}

}  // namespace paidan_python
