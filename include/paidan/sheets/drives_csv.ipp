#pragma once

#include <paidan/sheets/drives_csv.hpp>

#include <paidan/core/ranges.hpp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/notices.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/syntax/forms.hpp>

#include <cmath>
#include <optional>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

PAIDAN_INLINE std::vector<travel::Drive> drives_from_csv(std::string_view bytes, const ZoneRules& zone, Datum datum,
                                                         const TableOptions& options) {
  const syntax::Table table = read_table<DriveRow>(bytes, "drives", options);
  Errors unreadable;
  RowsRead read;
  const std::vector<DriveRow> rows = read_rows<DriveRow>(table, options, &zone, unreadable, &read);
  if (!unreadable.empty()) throw InvalidInput(unreadable.told("drives"));  // else blank cells would be blamed for them
  Errors wrong;
  std::vector<travel::Drive> drives;
  const auto fail = [&](const ErrorKind& kind, std::string_view field, std::int64_t number) {
    wrong.add(kind, "drives." + std::string(field), {}, number);
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const DriveRow& row = rows[i];
    const std::int64_t number = read.numbers[i];
    travel::Drive drive{.left = zone.to_local(row.left)};
    const auto from = GeoPoint::from_degrees(row.from_lat, row.from_lon, datum);
    const auto to = GeoPoint::from_degrees(row.to_lat, row.to_lon, datum);
    if (!from) fail(errors::no_place_on_earth, "from_lat", number);
    if (!to) fail(errors::no_place_on_earth, "to_lat", number);
    drive.from = from.value_or(GeoPoint{});
    drive.to = to.value_or(GeoPoint{});
    const auto bounded = [&](std::string_view field, double value, double most) {
      if (value >= 0 && value <= most) return true;
      wrong.add(paidan::out_of_range("drives." + std::string(field), std::string(field), "0", syntax::number_text(most),
                                     syntax::number_text(value), number));
      return false;
    };
    if (row.metres && bounded("metres", *row.metres, 1e7)) drive.metres = std::llround(*row.metres);
    if (row.arrived && *row.arrived < row.left) fail(errors::arrived_before_left, "arrived", number);
    if (row.drive_minutes) {
      if (bounded("drive_minutes", *row.drive_minutes, 10'000)) drive.took = {std::llround(*row.drive_minutes * 60)};
    } else if (row.arrived) {
      drive.took = *row.arrived - row.left;
    } else {
      fail(errors::drive_without_length, "drive_minutes", number);
    }
    drives.push_back(drive);
  }
  wrong.throw_if_any();
  if (options.notices != nullptr) say_unused(table, read.columns, read.unused, *options.notices);
  return drives;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
