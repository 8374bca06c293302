// Tables of any content, the catalog, the calendar.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/catalog/lint.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/sheets/drives_csv.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/syntax/csv.hpp>
#include <paidan/syntax/tree.hpp>
#include <paidan/travel/bands.hpp>
#include <paidan/travel/fit.hpp>
#include <paidan/travel/straight_line.hpp>

#include <algorithm>
#include <array>

namespace paidan_fuzz {

void csv(std::string_view input) {
  const paidan::syntax::Limits small{
      .bytes = 4'096, .depth = 8, .values = 1'000, .rows = 100, .columns = 50, .cell_bytes = 1'000};
  accepted_or_refused([&] {
    const paidan::syntax::Table table = paidan::syntax::read_csv(input, "small", small);
    require(table.rows.size() <= small.rows && table.headings.size() <= small.columns, "limits hold");
  });
  accepted_or_refused([&] {
    const paidan::syntax::Table table = paidan::syntax::read_csv(input, "table");
    // A heading that begins like a comment or names a separator cannot be written back.
    const std::string& first = table.headings.front();
    if (first.starts_with('#') || first.starts_with("sep=")) return;
    std::string written = paidan::syntax::csv_row(table.headings);
    for (const paidan::syntax::TableRow& row : table.rows) {
      require(row.cells.size() == table.headings.size(), "a cell for each heading");
      written += paidan::syntax::csv_row(row.cells);
    }
    const paidan::syntax::Table again = paidan::syntax::read_csv(written, "table");
    require(again.headings == table.headings && again.rows.size() == table.rows.size(),
            "a table reads back as the same");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      require(again.rows[i].cells == table.rows[i].cells, "a row reads back as the same");
    }
  });
}

void drives(std::string_view input) {
  accepted_or_refused([&] {
    const std::vector<paidan::travel::Drive> all =
        paidan::sheets::drives_from_csv(input, paidan::ZoneRules(), paidan::Datum::gcj02);
    const paidan::travel::TravelFit fit = paidan::travel::fit(all);
    require(paidan::travel::Bands::validate(fit.bands).empty(), "what is fitted can be planned with");
    require(paidan::travel::StraightLine::validate({}, fit.straight_line).empty(), "so can the speed");
    require(fit.drives == static_cast<std::int32_t>(all.size()) && fit.left_out < fit.drives, "drives are counted");
  });
}

void catalog(std::string_view input) {
  const std::vector<std::string> files = split_files(input);
  accepted_or_refused([&] {
    paidan::catalog::CatalogData data = files[0].starts_with('{')
                                            ? paidan::documents::from_json<paidan::catalog::CatalogData>(files[0])
                                            : paidan::sheets::catalog_data_from_csv(files[0]);
    const std::string written = paidan::documents::to_json(data);
    require(paidan::documents::to_json(paidan::documents::from_json<paidan::catalog::CatalogData>(written)) == written,
            "a catalog reads back as the same");
    const paidan::catalog::Catalog catalog(std::move(data));
    for (const paidan::catalog::EntryData& entry : catalog.entries()) {
      require(catalog.find(entry.code) == &entry, "every entry is found by its code");
    }
    const std::array<std::string_view, 2> codes{"S3-113", "S3-104"};
    const std::array<std::string_view, 1> categories{"appliance"};
    for (const paidan::Error& error : paidan::catalog::lint(catalog, codes, categories)) {
      require(!error.message(paidan::Language::zh).empty(), "a finding says something");
    }
  });
  if (files.size() < 2) return;
  accepted_or_refused([&] {
    paidan::catalog::MappingData data = files[1].starts_with('{')
                                            ? paidan::documents::from_json<paidan::catalog::MappingData>(files[1])
                                            : paidan::sheets::mapping_data_from_csv(files[1]);
    const std::string written = paidan::documents::to_json(data);
    require(paidan::documents::to_json(paidan::documents::from_json<paidan::catalog::MappingData>(written)) == written,
            "a mapping reads back as the same");
    const paidan::catalog::Mapping mapping(std::move(data), fixed_catalog());
    for (const paidan::catalog::MappingRow& row : mapping.data().rows) {
      require(mapping.find(row.category, row.descriptor) == &row, "every pair is found");
    }
  });
}

void calendar(std::string_view input) {
  std::vector<std::string> years = split_files(input);
  const std::string statutory = std::move(years.back());
  years.pop_back();
  accepted_or_refused([&] {
    const paidan::Calendar calendar = paidan::sheets::load_calendar(years, statutory);
    const std::string written = paidan::documents::to_json(calendar.data());
    const paidan::Calendar again(paidan::documents::from_json<paidan::CalendarData>(written));
    require(again.days() == calendar.days() && again.years() == calendar.years(), "a calendar reads back as the same");
    for (const paidan::CalendarDay& day : calendar.days()) {
      for (const paidan::RestDays reading :
           {paidan::RestDays::literal, paidan::RestDays::statutory, paidan::RestDays::arranged}) {
        if (const auto last = paidan::last_day(day.date, reading, calendar)) {
          require(*last >= day.date, "a term never ends before its nominal day");
        }
      }
    }
  });
}

}  // namespace paidan_fuzz
