// Spreadsheets: the readers behind paidan.frames. Python turns what it is given into the bytes of a table, the engine's
// own readers do the rest, so a DataFrame, an .xlsx and a .csv mean the same and fail with the same words.
#include "home.hpp"

#include <paidan/documents/fields.hpp>
#include <paidan/sheets/columns.hpp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>

namespace paidan_python {

namespace {

/// {'报修编号': 'order'}: the host's heading → field.
std::vector<pd::sheets::ColumnName> columns_of(const py::object& columns, const char* what) {
  std::vector<pd::sheets::ColumnName> all;
  if (columns.is_none()) return all;
  const Where where{nullptr, what, -1};
  if (!PyDict_Check(columns.ptr())) wrong_type(where, "a dict of heading to field name", columns, "表头到字段名的字典");
  for (const auto& [heading, field] : py::reinterpret_borrow<py::dict>(columns)) {
    all.push_back({from_python<std::string>(heading, where), from_python<std::string>(field, where)});
  }
  return all;
}

std::string_view view(const py::bytes& bytes) { return static_cast<std::string_view>(bytes); }

/// What the tables of a week are read with.
struct WeekArguments {
  py::bytes orders, technicians, places;
  pd::sheets::WeekOptions options;

  [[nodiscard]] pd::sheets::WeekTables read() const {
    const std::string_view order_bytes = view(orders);
    const std::string_view technician_bytes = view(technicians);
    pd::sheets::WeekOptions with = options;
    with.places = view(places);
    const py::gil_scoped_release release;
    return pd::sheets::week_from_csv(order_bytes, technician_bytes, with);
  }
};

WeekArguments week_arguments(const py::bytes& orders, const py::bytes& technicians, const py::kwargs& with) {
  WeekArguments arguments{orders, technicians, py::cast<py::bytes>(with["places"]), {}};
  pd::sheets::WeekOptions& options = arguments.options;
  options.zone = from_python<pd::ZoneRules>(with["zone"], {nullptr, "zone", -1});
  options.first_day = from_python<std::optional<pd::Date>>(with["first_day"], {nullptr, "first_day", -1});
  options.days = from_python<std::optional<std::int32_t>>(with["days"], {nullptr, "days", -1});
  options.datum = from_python<pd::Datum>(with["datum"], {nullptr, "datum", -1});
  options.dates = from_python<pd::sheets::DateOrder>(with["date_order"], {nullptr, "date_order", -1});
  if (const py::object catalog = with["catalog"]; !catalog.is_none()) {
    if (!py::isinstance<pd::catalog::Catalog>(catalog))
      wrong_type({nullptr, "catalog", -1}, "paidan.catalog.Catalog or None", catalog);
    options.catalog = &py::cast<const pd::catalog::Catalog&>(catalog);
  }
  options.list_unplaced = from_python<bool>(with["list_unplaced"], {nullptr, "list_unplaced", -1});
  options.order_columns = columns_of(with["order_columns"], "order_columns");
  options.technician_columns = columns_of(with["technician_columns"], "technician_columns");
  if (const py::object own = with["columns"]; !own.is_none()) {
    pd::sheets::own_columns(from_python<std::vector<std::string>>(own, {nullptr, "columns", -1}), options);
  }
  if (const py::object travel = with["travel"]; !travel.is_none()) {
    options.travel = from_python<pd::travel::StraightLineOptions>(travel, {nullptr, "travel", -1});
  }
  if (const py::object objective = with["objective"]; !objective.is_none()) {
    options.objective = from_python<pd::Objective>(objective, {nullptr, "objective", -1});
  }
  return arguments;
}

/// The tables as data that is not judged yet; what is worth saying of them is a warning.
py::object week(const py::bytes& orders, const py::bytes& technicians, const py::kwargs& with) {
  pd::sheets::WeekTables tables = week_arguments(orders, technicians, with).read();
  warn(tables.notices);
  py::dict rows;
  rows["orders"] = to_python(tables.rows.orders);
  rows["technicians"] = to_python(tables.rows.technicians);
  rows["locations"] = to_python(tables.rows.locations);
  return py::make_tuple(py::cast(Box<pd::ProblemData>{std::move(tables.data), false}), rows);
}

py::object problem(const py::bytes& orders, const py::bytes& technicians, const py::kwargs& with) {
  pd::sheets::WeekTables tables = week_arguments(orders, technicians, with).read();
  pd::Problem made(std::move(tables.data), tables.rows, std::move(tables.notices));
  warn(made.notices());
  return py::cast(PyProblem(std::move(made)));
}

/// Options of the other tables; what they say is a warning.
template <class Read>
auto read_table(const py::object& columns, const py::object& date_order, Read&& read) {
  const std::vector<pd::sheets::ColumnName> own = columns_of(columns, "columns");
  pd::Errors notices;
  auto made = read(
      pd::sheets::TableOptions{.columns = own,
                               .dates = from_python<pd::sheets::DateOrder>(date_order, {nullptr, "date_order", -1}),
                               .notices = &notices});
  warn(notices.told());
  return made;
}

}  // namespace

void bind_sheets(py::module_& m) {
  m.def("sheet_week", &week);
  m.def("sheet_problem", &problem);
  m.def(
      "sheet_rows",
      [](const py::bytes& bytes, const std::string& name) {
        const bool orders = name == "orders";
        const pd::syntax::Table table = orders
                                            ? pd::sheets::read_table<pd::sheets::OrderRow>(view(bytes), name, {})
                                            : pd::sheets::read_table<pd::sheets::TechnicianRow>(view(bytes), name, {});
        pd::Errors notices;
        pd::sheets::say_unused(table, {}, {}, notices);
        warn(notices.told());
        py::list rows;
        for (const pd::syntax::TableRow& row : table.rows) rows.append(py::make_tuple(row.row, to_python(row.cells)));
        return py::make_tuple(table.heading_row, to_python(table.headings), rows);
      },
      py::arg("table"), py::arg("name"), "(row of the headings, headings, [(row, cells)]) of a week's table.");
  m.def("sheet_catalog", [](const py::bytes& table, const py::object& columns, const py::object& dates) {
    return read_table(columns, dates, [&](const pd::sheets::TableOptions& options) {
      return Box<pd::catalog::CatalogData>{pd::sheets::catalog_data_from_csv(view(table), options), false};
    });
  });
  m.def("sheet_mapping", [](const py::bytes& table, const py::object& columns, const py::object& dates) {
    return read_table(columns, dates, [&](const pd::sheets::TableOptions& options) {
      return Box<pd::catalog::MappingData>{pd::sheets::mapping_data_from_csv(view(table), options), false};
    });
  });
  m.def("sheet_prices", [](const py::bytes& prices, const py::bytes& rules, const std::string& id,
                           const py::object& columns, const py::object& dates) {
    return read_table(columns, dates, [&](const pd::sheets::TableOptions& options) {
      return Box<pd::pricing::PriceBookData>{
          pd::sheets::price_book_data_from_csv(view(prices), view(rules), id, options), false};
    });
  });
  m.def("sheet_policies", [](const py::bytes& table, const py::object& columns, const py::object& dates) {
    return read_table(columns, dates, [&](const pd::sheets::TableOptions& options) {
      return Box<pd::warranty::PolicySetData>{pd::sheets::policy_set_data_from_csv(view(table), options), false};
    });
  });
  m.def("sheet_actual",
        [](const py::bytes& table, const py::object& zone, const py::object& columns, const py::object& dates) {
          const auto rules = from_python<pd::ZoneRules>(zone, {nullptr, "zone", -1});
          return read_table(columns, dates, [&](const pd::sheets::TableOptions& options) {
            const pd::check::ActualData actual = pd::sheets::actual_from_csv(view(table), rules, options);
            const HomeScope local(py::object(), to_python(rules));  // as the table shows them
            return to_python(actual.visits);
          });
        });
  m.def(
      "sheet_headings",
      [](const std::string& kind) {
        const auto& names = pd::EnumNames<pd::sheets::TableKind>::names;
        for (std::size_t i = 0; i < names.size(); ++i) {
          if (names[i] == kind) return to_python(pd::sheets::columns_of(static_cast<pd::sheets::TableKind>(i)));
        }
        throw py::key_error(kind);
      },
      py::arg("kind"), "Every column a table may have.");
}

}  // namespace paidan_python
