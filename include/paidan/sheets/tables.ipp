#pragma once

#include <paidan/catalog/fields.hpp>
#include <paidan/check/fields.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/sheets/actual_words.hpp>
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

/// Visits have somebody who came, an arrival and an end; a column that the table lacks is said once.
inline void check_actual(const syntax::Table& table, const sheets::RowsRead& read,
                         const std::vector<check::ActualVisit>& visits, Errors& errors) {
  using check::VisitOutcome;
  const auto lacks = [&](std::string_view field, const check::ActualVisit& row) {
    const auto column = std::find_if(read.columns.begin(), read.columns.end(),
                                     [&](const sheets::ColumnInfo& one) { return one.name == field; });
    const bool there = column->column >= 0;
    const std::string heading(there ? std::string_view(table.headings[static_cast<std::size_t>(column->column)])
                                    : column->zh);
    errors.add(check::errors::not_a_visit, sheets::column_path(table, heading), {{"field", heading}}, row.row);
    return there;
  };
  bool technicians = true;
  bool arrivals = true;
  bool ends = true;
  for (const check::ActualVisit& row : visits) {
    const bool away = row.outcome == VisitOutcome::cancelled || row.outcome == VisitOutcome::rescheduled;
    if (!row.arrival && away) continue;
    if (arrivals && !row.arrival) arrivals = lacks("arrival", row);
    if (ends && !row.end) ends = lacks("end", row);
    if (technicians && row.technician.empty()) technicians = lacks("technician", row);
  }
}

/// `客户改约` says who wanted it where the column for that is blank.
inline void take_parties(const syntax::Table& table, const sheets::RowsRead& read,
                         std::vector<check::ActualVisit>& visits) {
  const auto column = std::find_if(read.columns.begin(), read.columns.end(),
                                   [](const sheets::ColumnInfo& one) { return one.name == "outcome"; });
  if (column == read.columns.end() || column->column < 0 || visits.size() != table.rows.size()) return;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    if (visits[i].outcome == check::VisitOutcome::nobody_home || visits[i].asked_by) continue;
    visits[i].asked_by = sheets::party_in(table.rows[i].cells[static_cast<std::size_t>(column->column)]);
  }
}

/// Cancelled or put off, and nobody says by whom or since when it was known.
inline void say_actual(const sheets::RowsRead& read, const std::vector<check::ActualVisit>& visits, Errors& notices) {
  using check::VisitOutcome;
  std::int64_t nobody = 0;
  std::int64_t always = 0;
  for (const check::ActualVisit& row : visits) {
    if (row.outcome != VisitOutcome::cancelled && row.outcome != VisitOutcome::rescheduled) continue;
    nobody += row.asked_by ? 0 : 1;
    always += row.recorded || row.end ? 0 : 1;
  }
  if (nobody > 0) notices.add(sheets::notices::nobody_asked, "actual.asked_by", {{"count", std::to_string(nobody)}});
  if (always > 0) notices.add(sheets::notices::known_always, "actual.recorded", {{"count", std::to_string(always)}});
  if (!visits.empty() && !read.any("outcome")) notices.add(sheets::notices::all_done, "actual.outcome");
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
  const syntax::Table table = read_table<check::ActualVisit>(bytes, "actual", options);
  Errors errors;
  RowsRead read;
  check::ActualData data{read_rows<check::ActualVisit>(table, options, &zone, errors, &read)};
  sheets_detail::take_parties(table, read, data.visits);
  if (errors.empty()) sheets_detail::check_actual(table, read, data.visits, errors);
  if (!errors.empty()) {  // a heading that nobody understood may be why a value is missing
    Errors left_out;
    if (read.filled.size() == read.columns.size()) say_unused(table, read.columns, read.unused, left_out);
    for (const Error& notice : left_out.list()) {
      if (notice.kind == &sheets::notices::unused_columns) errors.add(notice);
    }
    errors.throw_if_any();
  }
  if (options.notices != nullptr) say_unused(table, read.columns, read.unused, *options.notices);
  if (options.notices != nullptr) sheets_detail::say_actual(read, data.visits, *options.notices);
  return data;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
