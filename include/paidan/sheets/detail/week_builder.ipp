// A problem out of the rows of a week's two tables. Part of week_csv.ipp.
#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/intake/service.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/sheets/detail/place_table.ipp>
#include <paidan/sheets/detail/week_notices.ipp>
#include <paidan/sheets/detail/week_words.ipp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/zones.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Builds the problem row by row.
class WeekBuilder {
 public:
  WeekBuilder(const sheets::WeekOptions& options, Errors& notices)
      : options_(options), notices_(notices), places_(options.places, options.limits, order_errors_, notices) {}

  void add_orders(const syntax::Table& table, const std::vector<sheets::OrderRow>& rows, const sheets::RowsRead& read) {
    columns_ = &read.columns;
    // A table without any coordinates has its columns under other names: nothing to be planned around.
    coordinates_ =
        std::any_of(rows.begin(), rows.end(), [](const sheets::OrderRow& one) { return one.lat && one.lon; });
    std::map<std::string, std::size_t> places;
    for (const sheets::OrderRow& one : rows) {  // a row may have the place of a later one
      if (one.lat && one.lon && !one.place.empty()) told_.try_emplace(one.place, *one.lat, *one.lon);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) add_order(table, rows[i], read.numbers[i], places);
  }
  void add_technicians(const syntax::Table& table, const std::vector<sheets::TechnicianRow>& rows,
                       const sheets::RowsRead& read, const std::vector<std::pair<Date, int>>& dated) {
    columns_ = &read.columns;
    errors_ = &technician_errors_;
    settle_days(dated, rows.empty());
    for (std::size_t i = 0; i < rows.size(); ++i) add_technician(table, rows[i], read.numbers[i], table.rows[i], dated);
  }
  /// Of single rows: those nobody could place, all of them, and others up to a limit.
  [[nodiscard]] std::vector<Error> row_notices() const {
    std::vector<Error> all = row_notices_.told("orders");
    all.insert(all.end(), unplaced_.begin(), unplaced_.end());
    return all;
  }
  [[nodiscard]] Errors& order_errors() { return order_errors_; }
  [[nodiscard]] Errors& technician_errors() { return technician_errors_; }
  sheets::WeekTables finish() {
    week_.data.zone =
        syntax::trimmed(options_.zone, options_.zone.start_of(first_day_), options_.zone.start_of(first_day_ + days_));
    week_.data.origin = options_.zone.start_of(first_day_);
    week_.data.objective = options_.objective;
    week_.data.profiles.push_back({.id = "car", .matrix = {}, .straight_line = options_.travel});
    say_counts(counts_, first_day_, days_, notices_);
    return std::move(week_);
  }

 private:
  /// As the table has it; of a column that it lacks in the language of the others.
  [[nodiscard]] std::string heading(const syntax::Table& table, std::string_view field) const {
    const auto column = std::find_if(columns_->begin(), columns_->end(),
                                     [&](const sheets::ColumnInfo& one) { return one.name == field; });
    if (column->column >= 0) return table.headings[static_cast<std::size_t>(column->column)];
    const bool chinese = std::any_of(table.headings.begin(), table.headings.end(), [](const std::string& own) {
      return std::any_of(own.begin(), own.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
    });
    return std::string(chinese ? column->zh : column->name);
  }
  /// The number in a column against the range of its field.
  template <auto Member, class T>
  void check_column(const syntax::Table& table, T value, std::int64_t row) {
    constexpr const NamedField& own = field_of<Member>;
    if (value >= static_cast<T>(own.field.low) && value <= static_cast<T>(own.field.high)) return;
    const std::string column = heading(table, own.name);
    std::string shown;
    if constexpr (std::is_floating_point_v<T>) {
      shown = syntax::number_text(value);
    } else {
      shown = std::to_string(value);
    }
    errors_->add(paidan::out_of_range(sheets::column_path(table, column), column, std::to_string(own.field.low),
                                      std::to_string(own.field.high), shown, row));
  }

  void add_order(const syntax::Table& table, const sheets::OrderRow& from, std::int64_t row,
                 std::map<std::string, std::size_t>& places) {
    Order order;
    order.id = from.order;
    order.name = from.name;
    order.location = from.place.empty() ? "@" + from.order : from.place;
    const bool placed = add_place(table, from, order.location, row, places);
    order.catalog = from.service;
    order.skills = from.skills;
    order.parts = from.parts;
    order.tools = from.tools;
    if (from.minutes) {
      check_column<&sheets::OrderRow::minutes>(table, *from.minutes, row);
      order.service = minutes(*from.minutes);
    }
    apply_catalog(table, from, row, order);
    add_times(table, from, row, order);
    order.deadline = from.deadline;
    check_column<&sheets::OrderRow::priority>(table, from.priority, row);
    order.priority = from.priority;
    order.previous_technician = from.previous_technician;
    if (from.technician)
      order.pin = Pin{.technician = from.technician, .start = {}, .position = {}, .cost_of_change = {}};
    order.groups = from.groups;
    order.languages = from.languages;
    if (!placed) return;
    week_.data.orders.push_back(std::move(order));
    week_.rows.orders.push_back(row);
  }

  /// False when the order is left out because nobody knows where it is.
  bool add_place(const syntax::Table& table, const sheets::OrderRow& from, const std::string& id, std::int64_t row,
                 std::map<std::string, std::size_t>& places) {
    if (from.lat) check_column<&sheets::OrderRow::lat>(table, *from.lat, row);
    if (from.lon) check_column<&sheets::OrderRow::lon>(table, *from.lon, row);
    const auto known = places.find(id);
    std::optional<double> lat = from.lat;
    std::optional<double> lon = from.lon;
    if (!lat && !lon) {
      if (known != places.end()) return true;
      if (const auto later = told_.find(from.place); later != told_.end() && options_.list_unplaced) {
        lat = later->second.first;
        lon = later->second.second;
      } else if (const sheets::PlaceRow* const found = places_.find(from.place); found != nullptr) {
        lat = found->lat;
        lon = found->lon;
        ++counts_.placed;
        counts_.placed_error_m = std::max(counts_.placed_error_m, found->error_m.value_or(0));
        counts_.error_known = counts_.error_known && found->error_m;
      } else if (options_.list_unplaced && (coordinates_ || !options_.places.empty())) {
        unplaced_.push_back(
            {&sheets::notices::unplaced_order, table.name, row, {{"order", from.order}, {"place", from.place}}});
        return false;
      }
    }
    if (!lat || !lon) {
      const std::string column = lat ? heading(table, "lon") : heading(table, "lat");
      errors_->add(paidan::errors::missing, sheets::column_path(table, column), {{"field", column}}, row);
      return true;
    }
    const std::optional<GeoPoint> point = GeoPoint::from_degrees(*lat, *lon, options_.datum);
    if (!point) return true;  // out of range, said above
    if (known == places.end()) {
      places.emplace(id, week_.data.locations.size());
      week_.data.locations.push_back({.id = id, .name = from.place, .point = point});
      week_.rows.locations.push_back(row);
      return true;
    }
    if (week_.data.locations[known->second].point != point) {
      errors_->add(syntax::errors::place_differs, sheets::column_path(table, heading(table, "place")),
                   {{"place", id}, {"first", std::to_string(week_.rows.locations[known->second])}}, row);
    }
    return true;
  }

  void apply_catalog(const syntax::Table& table, const sheets::OrderRow& from, std::int64_t row, Order& order) {
    if (options_.catalog == nullptr || from.service.empty()) return;
    const catalog::EntryData* entry = options_.catalog->find(from.service);
    if (entry == nullptr) {
      add_unknown_id(
          *errors_, nouns::service, from.service, sheets::column_path(table, heading(table, "service")),
          [&] { return options_.catalog->words(); }, row);
      return;
    }
    Order said = intake::order_for(*entry);
    order.catalog = std::move(said.catalog);
    order.setup = said.setup;
    if (!from.minutes) order.service = said.service;
    if (from.skills.empty()) order.skills = std::move(said.skills);
    if (from.parts.empty()) order.parts = std::move(said.parts);
  }

  void add_times(const syntax::Table& table, const sheets::OrderRow& from, std::int64_t row, Order& order) {
    std::optional<Date> day = from.day;
    if (from.window_start && from.window_end) {
      if (*from.window_end < *from.window_start) {
        errors_->add(paidan::errors::ends_before_it_starts, sheets::column_path(table, heading(table, "window_end")),
                     {{"noun", "window"},
                      {"noun_zh", "时间窗"},
                      {"start", syntax::local_text(options_.zone, *from.window_start)},
                      {"end", syntax::local_text(options_.zone, *from.window_end)}},
                     row);
      }
      order.promise = Promise{
          .at = *from.window_start, .before = {}, .after = *from.window_end - *from.window_start, .hard = false};
    } else if (from.window_start || from.window_end) {
      const std::string column = from.window_start ? heading(table, "window_end") : heading(table, "window_start");
      errors_->add(paidan::errors::missing, sheets::column_path(table, column), {{"field", column}}, row);
    } else if (from.appointment && from.appointment->whole_day) {
      ++counts_.days_for_appointments;
      if (!day) day = options_.zone.to_local(from.appointment->from).date;
    } else if (from.appointment && from.appointment->to) {
      order.promise = Promise{.at = from.appointment->from,
                              .before = {},
                              .after = *from.appointment->to - from.appointment->from,
                              .hard = false};
    } else if (from.appointment) {
      order.promise = Promise{.at = from.appointment->from};
    }
    if (order.promise) {
      day = options_.zone.to_local(order.promise->at).date;
    } else if (!day && from.created) {
      day = options_.zone.to_local(*from.created).date + 1;
    }
    if (from.created) order.release = from.created;
    if (from.created && order.promise && *from.created > order.promise->at + order.promise->after) {
      row_notices_.add(sheets::notices::created_after_appointment, table.name,
                       {{"created", syntax::local_text(options_.zone, *from.created)},
                        {"appointment", syntax::local_text(options_.zone, order.promise->at)}},
                       row);
    }
    counts_.days_of_orders.push_back(day);
    if (!day) return;
    if (!order.promise) {  // nobody knows an order before it is created
      const Instant morning = options_.zone.start_of(*day);
      const bool later = from.created && options_.zone.to_local(*from.created).date == *day;
      order.release = later ? *from.created : morning;
    }
    if (!earliest_ || *day < *earliest_) earliest_ = day;
    if (!latest_ || *day > *latest_) latest_ = day;
  }

  void settle_days(const std::vector<std::pair<Date, int>>& dated, bool nobody) {
    for (const auto& [date, column] : dated) {
      if (!earliest_ || date < *earliest_) earliest_ = date;
      if (!latest_ || date > *latest_) latest_ = date;
    }
    if (options_.first_day) {
      first_day_ = *options_.first_day;
    } else if (earliest_) {
      first_day_ = *earliest_;
    } else if (!nobody) {
      errors_->add(sheets::errors::no_first_day, "first_day");
    }
    days_ = options_.days ? *options_.days : latest_ ? std::max(1, *latest_ - first_day_ + 1) : 1;
    if (days_ >= 1 && days_ <= max_week_days) return;
    if (options_.days) {
      static_cast<void>(paidan::check_range(*errors_, "days", days_, 1, max_week_days));
    } else if (nobody) {
      return;  // the limit is one of shifts, and there are none: orders alone may be of any days
    } else {
      errors_->add(sheets::errors::too_many_days, "days",
                   {{"first", first_day_.text()},
                    {"last", latest_->text()},
                    {"count", std::to_string(days_)},
                    {"limit", std::to_string(max_week_days)}});
    }
    days_ = 1;
  }

  void add_technician(const syntax::Table& table, const sheets::TechnicianRow& from, std::int64_t row,
                      const syntax::TableRow& cells, const std::vector<std::pair<Date, int>>& dated) {
    Technician technician;
    technician.id = from.technician;
    technician.name = from.name;
    technician.home = "@" + from.technician + " home";
    check_column<&sheets::TechnicianRow::lat>(table, from.lat, row);
    check_column<&sheets::TechnicianRow::lon>(table, from.lon, row);
    week_.data.locations.push_back(
        {.id = technician.home, .name = {}, .point = GeoPoint::from_degrees(from.lat, from.lon, options_.datum)});
    week_.rows.locations.push_back(row);
    technician.skills = from.skills;
    technician.parts = from.parts;
    technician.tools = from.tools;
    technician.group = from.group;
    technician.languages = from.languages;
    technician.max_jobs = from.max_jobs;
    technician.efficiency_percent = from.efficiency_percent;
    if (from.rating) {
      const std::optional<Decimal> hundredths = from.rating->times(100);
      const std::optional<std::int64_t> found = hundredths ? hundredths->to_integer() : std::nullopt;
      const std::int64_t whole = found.value_or(0);
      const std::string column = heading(table, "rating");
      const Field& stars = field_of<&sheets::TechnicianRow::rating>.field;
      if (!found || whole < 100 * stars.low || whole > 100 * stars.high) {
        errors_->add(paidan::out_of_range(sheets::column_path(table, column), column, std::to_string(stars.low),
                                          std::to_string(stars.high), from.rating->text(), row));
      } else {
        technician.rating = static_cast<std::int32_t>(whole);
      }
    }
    check_column<&sheets::TechnicianRow::overtime_minutes>(table, from.overtime_minutes, row);
    check_column<&sheets::TechnicianRow::break_minutes>(table, from.break_minutes, row);
    if (from.break_minutes > 0 && !from.break_earliest && !from.break_latest) ++counts_.assumed_breaks;
    unsigned weekdays = 0xfeU;
    if (!from.weekdays.empty()) {
      const std::optional<unsigned> parsed = parse_weekdays(from.weekdays);
      if (parsed) {
        weekdays = *parsed;
      } else {
        wrong_cell(table, heading(table, "weekdays"), "weekdays like 1-5 or 1,3,5", "工作日,如1-5或周一至周五",
                   from.weekdays, row);
      }
    }
    for (int k = 0; k < days_; ++k) {
      const Date day = first_day_ + k;
      const auto own = std::find_if(dated.begin(), dated.end(), [&](const auto& one) { return one.first == day; });
      if (own != dated.end()) {
        const std::string& cell = cells.cells[static_cast<std::size_t>(own->second)];
        if (day_off(cell)) continue;
        const auto hours = parse_hours(cell);
        const std::string& column = table.headings[static_cast<std::size_t>(own->second)];
        if (hours) {
          add_shift(table, column, from, row, day, hours->first, hours->second, technician);
        } else {
          wrong_cell(table, column, "hours like 08:00-17:00", "班次,如08:00-17:00", cell, row);
        }
        continue;
      }
      if ((weekdays >> static_cast<unsigned>(day.weekday()) & 1U) == 0) continue;
      if (std::find(from.days_off.begin(), from.days_off.end(), day) != from.days_off.end()) continue;
      if (!from.start && !from.end && !dated.empty()) continue;  // its days are those that have a column
      if (!from.start || !from.end) {
        const std::string column = from.start ? heading(table, "end") : heading(table, "start");
        errors_->add(paidan::errors::missing, sheets::column_path(table, column), {{"field", column}}, row);
        break;
      }
      if (!add_shift(table, heading(table, "end"), from, row, day, *from.start, *from.end, technician)) break;
    }
    week_.data.technicians.push_back(std::move(technician));
    week_.rows.technicians.push_back(row);
  }

  void wrong_cell(const syntax::Table& table, const std::string& column, std::string_view expected,
                  std::string_view expected_zh, std::string_view cell, std::int64_t row) {
    errors_->add(paidan::errors::wrong_type, sheets::column_path(table, column),
                 {{"field", column},
                  {"expected", std::string(expected)},
                  {"expected_zh", std::string(expected_zh)},
                  {"value", "'" + syntax::shortened(cell, 60) + "'"}},
                 row);
  }

  bool add_shift(const syntax::Table& table, const std::string& column, const sheets::TechnicianRow& from,
                 std::int64_t row, Date day, LocalTime start, LocalTime end, Technician& technician) {
    if (end <= start) {
      errors_->add(paidan::errors::ends_before_it_starts, sheets::column_path(table, column),
                   {{"noun", "shift"}, {"noun_zh", "班次"}, {"start", start.text()}, {"end", end.text()}}, row);
      return false;
    }
    const std::string path = sheets::column_path(table, column);
    const auto at = [&](LocalTime time) -> std::optional<Instant> {
      const LocalDateTime local = time.seconds == 86'400 ? LocalDateTime{day + 1, {0}} : LocalDateTime{day, time};
      const ZoneRules::Resolved resolved = options_.zone.resolve(local);
      if (resolved.mapping == ZoneRules::Mapping::unique) return resolved.earlier;
      return syntax::read_instant(local.date.text() + " " + local.time.text(), &options_.zone, column, path, row,
                                  *errors_);
    };
    const std::optional<Instant> from_instant = at(start);
    const std::optional<Instant> to_instant = at(end);
    if (!from_instant || !to_instant) return true;
    Shift shift{
        .id = day.text(), .start = *from_instant, .end = *to_instant, .overtime_cap = minutes(from.overtime_minutes)};
    if (from.break_minutes > 0) add_break(from, at, shift);
    technician.shifts.push_back(std::move(shift));
    return true;
  }

  /// Without bounds it may begin in the hour before and the half hour after noon; one bound gives the other, an hour
  /// off.
  template <class At>
  void add_break(const sheets::TechnicianRow& from, At&& at, Shift& shift) {
    constexpr std::int32_t hour = 3'600;
    LocalTime first{usual_break_from};
    LocalTime last{usual_break_to};
    if (from.break_earliest) {
      first = *from.break_earliest;
      last = from.break_latest.value_or(LocalTime{std::min(first.seconds + hour, 86'400)});
    } else if (from.break_latest) {
      last = *from.break_latest;
      first = LocalTime{std::max(last.seconds - hour, 0)};
    }
    const std::optional<Instant> earliest = at(first);
    const std::optional<Instant> latest = at(last);
    if (!earliest || !latest) return;
    // A short day that ends before the break is over has none.
    if (*earliest < shift.start || *latest + minutes(from.break_minutes) > shift.end) {
      ++counts_.breaks_left_out;
      return;
    }
    shift.breaks.push_back(
        {.id = "break", .earliest = *earliest, .latest = *latest, .duration = minutes(from.break_minutes)});
  }

  const sheets::WeekOptions& options_;
  Errors& notices_;
  Errors order_errors_;
  Errors technician_errors_;
  Errors row_notices_;                                        // of single rows, apart from what is said of whole tables
  std::vector<Error> unplaced_;                               // each of them: none is dropped
  std::map<std::string, std::pair<double, double>> told_;     // place → its coordinates in some row
  Errors* errors_ = &order_errors_;                           // of the table that is being read
  const std::vector<sheets::ColumnInfo>* columns_ = nullptr;  // its columns
  PlaceTable places_;
  WeekCounts counts_;
  bool coordinates_ = true;  // some order has some
  sheets::WeekTables week_;
  std::optional<Date> earliest_;
  std::optional<Date> latest_;
  Date first_day_;
  std::int32_t days_ = 1;
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
