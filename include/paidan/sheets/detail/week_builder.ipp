// A problem out of the rows of a week's two tables. Part of week_csv.ipp.
#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/intake/service.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/sheets/detail/day_columns.ipp>
#include <paidan/sheets/detail/far_places.ipp>
#include <paidan/sheets/detail/place_table.ipp>
#include <paidan/sheets/detail/week_notices.ipp>
#include <paidan/sheets/detail/week_shifts.ipp>
#include <paidan/sheets/detail/week_words.ipp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/zones.hpp>

#include <algorithm>
#include <cmath>
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

  /// Before the rows are added: does somebody work about 0, 0, or is that no place?
  void look_at(const std::vector<sheets::OrderRow>& orders, const std::vector<sheets::TechnicianRow>& technicians) {
    const auto about = [](double lat, double lon) {
      return std::max(std::fabs(lat), std::fabs(lon)) < 3 && (lat != 0 || lon != 0);
    };
    zero_is_a_place_ =
        std::any_of(orders.begin(), orders.end(),
                    [&](const sheets::OrderRow& one) { return one.lat && one.lon && about(*one.lat, *one.lon); }) ||
        std::any_of(technicians.begin(), technicians.end(),
                    [&](const sheets::TechnicianRow& one) { return about(one.lat, one.lon); });
  }

  void add_orders(const syntax::Table& table, const std::vector<sheets::OrderRow>& rows, const sheets::RowsRead& read) {
    columns_ = &read.columns;
    order_columns_ = coordinate_columns(table);
    // A table without any coordinates has its columns under other names: nothing to be planned around.
    coordinates_ = std::any_of(rows.begin(), rows.end(), [&](const sheets::OrderRow& one) {
      return one.lat && one.lon && !nowhere(*one.lat, *one.lon);
    });
    std::map<std::string, std::size_t> places;
    for (const sheets::OrderRow& one : rows) {  // a row may have the place of a later one
      if (one.lat && one.lon && !one.place.empty() && !nowhere(*one.lat, *one.lon))
        told_.try_emplace(one.place, *one.lat, *one.lon);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) add_order(table, rows[i], read.numbers[i], places);
  }
  void add_technicians(const syntax::Table& table, const std::vector<sheets::TechnicianRow>& rows,
                       const sheets::RowsRead& read, const DayColumns& day_columns) {
    columns_ = &read.columns;
    errors_ = &technician_errors_;
    technician_columns_ = coordinate_columns(table);
    first_technician_ = week_.data.locations.size();
    settle_days(day_columns, rows.empty());
    TechnicianShifts shifts(options_, table,
                            {heading(table, "start"), heading(table, "end"), heading(table, "weekdays")}, day_columns,
                            *errors_, counts_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      add_technician(table, rows[i], read.numbers[i], table.rows[i], shifts);
    }
    judge_places();
  }
  /// First and last day of the plan as far as the orders and the options tell them; absent when nothing does.
  [[nodiscard]] std::optional<std::pair<Date, Date>> known_days() const {
    const std::optional<Date> first = options_.first_day ? options_.first_day : earliest_;
    if (!first) return std::nullopt;
    const Date last =
        options_.days ? *first + (std::clamp(*options_.days, 1, max_week_days) - 1) : latest_.value_or(*first);
    return std::pair(*first, std::max(*first, last));
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
  [[nodiscard]] CoordinateColumns coordinate_columns(const syntax::Table& table) const {
    return {table.name, heading(table, "lat"), heading(table, "lon"), table.heading_row};
  }
  /// Zeros that stand for no coordinates.
  [[nodiscard]] bool nowhere(double lat, double lon) const { return lat == 0 && lon == 0 && !zero_is_a_place_; }
  /// The range of both degrees; where exchanging them would do, what is said waits for the places of the others.
  template <class Row>
  void check_degrees(const syntax::Table& table, double lat, double lon, std::int64_t row) {
    if (!GeoPoint::from_degrees(lat, lon) && GeoPoint::from_degrees(lon, lat)) {
      (errors_ == &order_errors_ ? turned_orders_ : turned_technicians_).push_back({lat, lon, row});
      return;
    }
    check_column<&Row::lat>(table, lat, row);
    check_column<&Row::lon>(table, lon, row);
  }

  /// All places side by side: which cannot be where they are said to be?
  void judge_places() {
    std::vector<GeoPoint> points;
    std::vector<FarPlaces::Place> places;
    std::size_t orders = 0;
    for (std::size_t i = 0; i < week_.data.locations.size(); ++i) {
      const std::optional<GeoPoint>& point = week_.data.locations[i].point;
      if (!point) continue;
      orders += static_cast<std::size_t>(i < first_technician_);
      points.push_back(*point);
      const auto placed = placed_by_.find(i);
      places.push_back({week_.rows.locations[i], placed == placed_by_.end() ? 0 : placed->second});
    }
    const PlaceGroups groups(points, orders);
    say_turned(order_columns_, turned_orders_, rows_with_degrees_, groups, order_errors_);
    say_turned(technician_columns_, turned_technicians_, week_.data.technicians.size(), groups, technician_errors_);
    FarPlaces(groups, places, orders, order_columns_, technician_columns_)
        .judge(options_.zone, options_.zone.start_of(first_day_), options_.travel, order_errors_, technician_errors_,
               row_notices_);
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
    check_column<&sheets::OrderRow::crew>(table, from.crew, row);
    order.crew = from.crew;
    if (from.minutes) {
      check_column<&sheets::OrderRow::minutes>(table, *from.minutes, row);
      order.service = minutes(*from.minutes);
    }
    if (from.buffer_minutes) {
      check_column<&sheets::OrderRow::buffer_minutes>(table, *from.buffer_minutes, row);
      order.buffer = minutes(*from.buffer_minutes);
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
    order.notes = from.notes;
    order.languages = from.languages;
    if (!placed) return;
    week_.data.orders.push_back(std::move(order));
    week_.rows.orders.push_back(row);
  }

  /// False when the order is left out because nobody knows where it is.
  bool add_place(const syntax::Table& table, const sheets::OrderRow& from, const std::string& id, std::int64_t row,
                 std::map<std::string, std::size_t>& places) {
    std::optional<double> lat = from.lat;
    std::optional<double> lon = from.lon;
    const bool zero = lat && lon && nowhere(*lat, *lon);
    if (zero) {
      lat.reset();
      lon.reset();
    } else if (lat && lon) {
      ++rows_with_degrees_;
      check_degrees<sheets::OrderRow>(table, *lat, *lon, row);
    } else {
      if (lat) check_column<&sheets::OrderRow::lat>(table, *lat, row);
      if (lon) check_column<&sheets::OrderRow::lon>(table, *lon, row);
    }
    counts_.zeros += static_cast<std::int64_t>(zero);
    const auto known = places.find(id);
    std::int64_t placed_by = 0;
    if (!lat && !lon) {
      if (known != places.end()) return true;
      if (const auto later = told_.find(from.place); later != told_.end() && options_.list_unplaced) {
        lat = later->second.first;
        lon = later->second.second;
      } else if (const sheets::PlaceRow* const found = places_.find(from.place); found != nullptr) {
        lat = found->lat;
        lon = found->lon;
        placed_by = places_.row_of(*found);
        ++counts_.placed;
        counts_.placed_error_m = std::max(counts_.placed_error_m, found->error_m.value_or(0));
        counts_.error_known = counts_.error_known && found->error_m;
      } else if (options_.list_unplaced && (coordinates_ || !options_.places.empty())) {
        unplaced_.push_back(
            {&sheets::notices::unplaced_order, table.name, row, {{"order", from.order}, {"place", from.place}}});
        return false;
      }
    }
    if ((!lat || !lon) && zero) {
      errors_->add(sheets::errors::no_place, order_columns_.path(),
                   {{"lat", order_columns_.lat}, {"lon", order_columns_.lon}}, row);
      return true;
    }
    if (!lat || !lon) {
      const std::string column = lat ? heading(table, "lon") : heading(table, "lat");
      errors_->add(paidan::errors::missing, sheets::column_path(table, column), {{"field", column}}, row);
      return true;
    }
    const std::optional<GeoPoint> point = GeoPoint::from_degrees(*lat, *lon, options_.datum);
    if (!point) return true;  // out of range, said above
    if (known == places.end()) {
      if (placed_by > 0) placed_by_.emplace(week_.data.locations.size(), placed_by);
      places.emplace(id, week_.data.locations.size());
      week_.data.locations.push_back({.id = id, .name = from.place, .point = point});
      week_.rows.locations.push_back(row);
      return true;
    }
    // Without the name of a place only a repeated order has the same one, and that is said.
    if (!from.place.empty() && week_.data.locations[known->second].point != point) {
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
    if (!from.buffer_minutes) order.buffer = said.buffer;
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

  void settle_days(const DayColumns& day_columns, bool nobody) {
    for (const auto& [date, column] : day_columns.dates) {
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
                      const syntax::TableRow& cells, TechnicianShifts& shifts) {
    Technician technician;
    technician.id = from.technician;
    technician.name = from.name;
    technician.home = "@" + from.technician + " home";
    const bool zero = nowhere(from.lat, from.lon);
    if (zero) {
      errors_->add(sheets::errors::no_place, technician_columns_.path(),
                   {{"lat", technician_columns_.lat}, {"lon", technician_columns_.lon}}, row);
    } else {
      check_degrees<sheets::TechnicianRow>(table, from.lat, from.lon, row);
    }
    week_.data.locations.push_back(
        {.id = technician.home,
         .name = from.name.empty() ? from.technician : from.name,
         .point = zero ? std::nullopt : GeoPoint::from_degrees(from.lat, from.lon, options_.datum)});
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
    technician.shifts = shifts.of(from, row, cells, first_day_, days_);
    week_.data.technicians.push_back(std::move(technician));
    week_.rows.technicians.push_back(row);
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
  std::map<std::size_t, std::int64_t> placed_by_;  // location → row of the table of places
  CoordinateColumns order_columns_;
  CoordinateColumns technician_columns_;
  std::vector<TurnedRow> turned_orders_;
  std::vector<TurnedRow> turned_technicians_;
  std::size_t rows_with_degrees_ = 0;  // of the orders
  std::size_t first_technician_ = 0;   // among the locations
  WeekCounts counts_;
  bool zero_is_a_place_ = true;
  bool coordinates_ = true;  // some order has some
  sheets::WeekTables week_;
  std::optional<Date> earliest_;
  std::optional<Date> latest_;
  Date first_day_;
  std::int32_t days_ = 1;
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
