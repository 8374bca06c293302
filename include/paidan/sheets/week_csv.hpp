// "Try your own week": a problem from two spreadsheets, one row an order, one row a technician.
#pragma once

#include <paidan/catalog/catalog.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/week_rows.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

namespace errors {
inline constexpr ErrorKind no_first_day{"no_first_day", "no order names a day, so first_day must be given",
                                        "没有工单注明日期,须给出first_day"};
inline constexpr ErrorKind too_many_days{
    "too_many_days",
    "the tables name days from {first} to {last}, {count} in all, and at most {limit} are planned together: give "
    "first_day and days",
    "表中的日期从{first}到{last},共{count}天,一次最多排{limit}天:请给出first_day和days"};
}  // namespace errors

struct WeekOptions {
  ZoneRules zone;                    ///< local times of the tables are of this zone
  std::optional<Date> first_day;     ///< default: the first day on which an order may be served
  std::optional<std::int32_t> days;  ///< 1 … 92; default: through the last such day
  Datum datum = Datum::wgs84;        ///< of both tables
  const catalog::Catalog* catalog =
      nullptr;  ///< gives skills, minutes and parts of a service; null: `service` is only carried along
  DateOrder dates = DateOrder::stated;  ///< of dates that do not begin with the year
  std::string_view places;              ///< CSV of places for orders without coordinates; empty: none
  bool list_unplaced = false;           ///< an order nobody can place is left out with a notice, instead of an error
  std::vector<ColumnName> order_columns;
  std::vector<ColumnName> technician_columns;
  travel::StraightLineOptions travel;
  Objective objective;
  syntax::Limits limits;
};

struct WeekTables {
  ProblemData data;
  SourceRows rows;
  std::vector<Error> notices;  ///< what was left out, assumed or taken otherwise than it stands in the tables
};

/// Orders: `appointment` is a promise of ± 30 minutes, a stretch of time there (`10:00-12:00`) or `window_start` and
/// `window_end` together one from bound to bound; all soft. A date alone there is a `day`. Without any, service may
/// start from `day` on, or else from the day after `created`. `technician` pins the order. Technicians: one shift for
/// each working day; a column headed by a date (`2024-07-08`) gives that day's hours (`08:00-17:00`, blank: off) in
/// place of `start`, `end` and `weekdays`. Throws InvalidInput with the errors of both tables, of each the first 100
/// and how many more; the problem is not validated yet. Without technicians the orders may be of any days, or of none.
[[nodiscard]] PAIDAN_EXPORT WeekTables week_from_csv(std::string_view orders, std::string_view technicians,
                                                     const WeekOptions& options);

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/week_csv.ipp>
#endif
