// Rows whose places lie where nobody else's do, and coordinates that stand the wrong way round. Part of week_csv.ipp.
#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/sheets/detail/place_groups.hpp>
#include <paidan/sheets/notices.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/straight_line.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Where one table has its coordinates, for messages.
struct CoordinateColumns {
  std::string table;
  std::string lat;
  std::string lon;
  std::int64_t heading_row = 0;
  [[nodiscard]] std::string path() const { return table.empty() ? lat : table + "." + lat; }
};

/// A row whose latitude is beyond ±90 and whose longitude is not.
struct TurnedRow {
  double lat = 0;
  double lon = 0;
  std::int64_t row = 0;
};

/// Each of them an error, with the hint where the turned point lies near others; a table that has all its rows so is
/// one error. `rows`: how many of the table have coordinates.
inline void say_turned(const CoordinateColumns& columns, std::span<const TurnedRow> all, std::size_t rows,
                       const PlaceGroups& others, Errors& errors) {
  if (all.size() == rows && all.size() > 1) {
    errors.add(sheets::errors::columns_swapped, columns.path(),
               {{"count", std::to_string(rows)}, {"lat", columns.lat}, {"lon", columns.lon}}, columns.heading_row);
    return;
  }
  for (const TurnedRow& one : all) {
    const std::optional<GeoPoint> point = GeoPoint::from_degrees(one.lon, one.lat);
    const bool near = point && (others.groups().empty() || !others.near(*point).empty());
    const std::string value = syntax::number_text(one.lat);
    if (near) {
      errors.add(sheets::errors::coordinates_swapped, columns.path(), {{"field", columns.lat}, {"value", value}},
                 one.row);
    } else {
      errors.add(out_of_range(columns.path(), columns.lat, "-90", "90", value, one.row));
    }
  }
}

/// What is said of places that can be read.
class FarPlaces {
 public:
  static constexpr double far_km = 200;  // nobody drives there and back in a day

  struct Place {
    std::int64_t row = 0;        ///< of its table
    std::int64_t placed_by = 0;  ///< row of the table of places; 0: its own coordinates
  };

  FarPlaces(const PlaceGroups& groups, std::span<const Place> places, std::size_t first_technician,
            const CoordinateColumns& orders, const CoordinateColumns& technicians)
      : groups_(groups),
        places_(places),
        first_technician_(first_technician),
        orders_(orders),
        technicians_(technicians) {}

  /// `errors` receive what cannot be planned on straight lines, where there is something to plan; `notices` the rest.
  void judge(const ZoneRules& zone, Instant at, const travel::StraightLineOptions& travel, Errors& order_errors,
             Errors& technician_errors, Errors& notices) {
    if (groups_.groups().empty()) return;
    meridian_ = meridian_of(zone, at);
    const bool planned = first_technician_ > 0 && first_technician_ < places_.size();
    settle_roles(planned);
    const std::optional<std::string> widest = planned ? too_wide(all_points(), travel) : std::nullopt;
    std::vector<bool> blamed(roles_.size(), false);
    bool anybody = false;
    if (widest) {
      for (std::size_t g = 0; g < roles_.size(); ++g) {
        blamed[g] = roles_[g] != Role::city && widens(g, travel);
        anybody = anybody || blamed[g];
      }
      if (!anybody || too_wide(cities(), travel)) {
        order_errors.add(sheets::errors::too_wide, orders_.path(), {{"value", *widest}, {"limit", limit_km}},
                         orders_.heading_row);
      }
    }
    for (std::size_t g = 0; g < roles_.size(); ++g) {
      if (roles_[g] == Role::city) continue;
      const bool wrong = blamed[g];
      say(g, wrong, wrong ? order_errors : notices, wrong ? technician_errors : notices);
    }
    say_all_turned(zone, notices);
  }

 private:
  enum class Role : std::uint8_t { city, alone, turned };
  static constexpr const char* limit_km = "1000";

  /// Degrees east where the sun agrees with the clocks; absent for clocks of no place.
  static std::optional<double> meridian_of(const ZoneRules& zone, Instant at) {
    if (zone.name() == "UTC" || zone.name().starts_with("Etc/") || zone.name().empty()) return std::nullopt;
    return zone.offset_at(at) / 240.0;
  }
  [[nodiscard]] double off_meridian(double lon) const {
    const double off = std::fabs(std::fmod(lon - *meridian_ + 540.0 + 720.0, 360.0) - 180.0);
    return off;
  }
  /// Zones are up to four hours off the sun's time.
  [[nodiscard]] bool fits(const GeoPoint& point) const { return !meridian_ || off_meridian(point.lon()) <= 60; }

  [[nodiscard]] const PlaceGroups::Group& group(std::size_t g) const { return groups_.groups()[g]; }

  /// Where only one of the tables has rows, nobody knows which places belong together.
  void settle_roles(bool planned) {
    const auto rank = [&](std::size_t g) {
      return std::tuple(fits(group(g).middle), group(g).works(), group(g).members.size());
    };
    const std::size_t count = groups_.groups().size();
    for (std::size_t g = 1; g < count; ++g) {
      if (rank(g) > rank(main_)) main_ = g;
    }
    roles_.assign(count, Role::alone);
    roles_[main_] = Role::city;
    for (std::size_t g = 0; g < count; ++g) {
      if (g == main_) continue;
      if (turned_into_city(g)) {
        roles_[g] = Role::turned;
      } else if (!planned || group(g).works()) {
        roles_[g] = Role::city;
      }
    }
  }
  /// Turned round it lies in the main group, or in one that is as likely and no smaller.
  [[nodiscard]] bool turned_into_city(std::size_t g) const {
    const std::optional<GeoPoint> other = turned(group(g).middle);
    if (!other) return false;
    const std::vector<std::size_t> near = groups_.near(*other);
    return std::any_of(near.begin(), near.end(), [&](std::size_t h) {
      return h != g && (h == main_ || (group(h).works() && fits(group(h).middle) &&
                                       group(h).members.size() > group(g).members.size()));
    });
  }

  [[nodiscard]] std::vector<GeoPoint> all_points() const {
    std::vector<GeoPoint> all;
    for (std::size_t i = 0; i < places_.size(); ++i) all.push_back(groups_.point(i));
    return all;
  }
  [[nodiscard]] std::vector<GeoPoint> cities() const {
    std::vector<GeoPoint> all;
    for (std::size_t g = 0; g < roles_.size(); ++g) {
      if (roles_[g] != Role::city) continue;
      for (const std::size_t i : group(g).members) all.push_back(groups_.point(i));
    }
    return all;
  }
  /// How many kilometres are too many for straight lines; absent when they are not.
  static std::optional<std::string> too_wide(const std::vector<GeoPoint>& points,
                                             const travel::StraightLineOptions& travel) {
    for (const Error& error : travel::StraightLine::validate(points, travel)) {
      if (error.kind == &travel::errors::spread) return error.parameters[1].value;
    }
    return std::nullopt;
  }
  /// Do the cities and this group together lie too wide?
  [[nodiscard]] bool widens(std::size_t g, const travel::StraightLineOptions& travel) const {
    if (!corners_) {
      corners_.emplace();
      const std::vector<GeoPoint> all = cities();
      GeoPoint low = all.front();
      GeoPoint high = all.front();
      for (const GeoPoint& point : all) {
        low = {std::min(low.lat_e7, point.lat_e7), std::min(low.lon_e7, point.lon_e7), low.datum};
        high = {std::max(high.lat_e7, point.lat_e7), std::max(high.lon_e7, point.lon_e7), low.datum};
      }
      *corners_ = {low, high};
    }
    std::vector<GeoPoint> three = *corners_;
    three.push_back(group(g).middle);
    return too_wide(three, travel).has_value();
  }

  /// From the middle of a group to the nearest place of the nearest city; `roughly`: to that city's middle.
  [[nodiscard]] double km_away(std::size_t g, bool roughly) const {
    const GeoPoint& middle = group(g).middle;
    std::size_t nearest = main_;
    for (std::size_t h = 0; h < roles_.size(); ++h) {
      if (roles_[h] != Role::city) continue;
      if (km_between(middle, group(h).middle) < km_between(middle, group(nearest).middle)) nearest = h;
    }
    return roughly ? km_between(middle, group(nearest).middle) : groups_.km_to(middle, group(nearest));
  }

  /// A group's orders and its technicians are a sentence each.
  void say(std::size_t g, bool wrong, Errors& order_errors, Errors& technician_errors) const {
    // What is only counted is not measured: a table may be full of them.
    const bool counted =
        (group(g).orders() == 0 || order_errors.full()) && (group(g).technicians == 0 || technician_errors.full());
    const double km = km_away(g, counted);
    if (km < far_km && roles_[g] != Role::turned && !wrong) return;
    const std::vector<std::size_t>& members = group(g).members;
    const auto first = std::lower_bound(members.begin(), members.end(), first_technician_);
    const std::string away = std::to_string(std::llround(km));
    say_rows(g, {members.begin(), first}, orders_, away, wrong, order_errors);
    say_rows(g, {first, members.end()}, technicians_, away, wrong, technician_errors);
  }
  void say_rows(std::size_t g, std::span<const std::size_t> members, const CoordinateColumns& columns,
                const std::string& km, bool wrong, Errors& errors) const {
    if (members.empty()) return;
    constexpr std::size_t named = 5;
    const Place& first = places_[members.front()];
    const GeoPoint& point = groups_.point(members.front());
    std::string rows;
    for (std::size_t i = 0; i < std::min(named, members.size()); ++i) {
      rows += (i == 0 ? "" : ", ") + std::to_string(places_[members[i]].row);
    }
    if (members.size() > named) rows += " …";
    const bool turned = roles_[g] == Role::turned;
    const bool placed = first.placed_by > 0;
    const std::string by = std::to_string(first.placed_by);
    const ErrorKind& kind = wrong ? (members.size() > 1 ? sheets::errors::too_far_rows : sheets::errors::too_far_row)
                                  : (members.size() > 1 ? sheets::notices::far_rows : sheets::notices::far_row);
    errors.add(kind, columns.path(),
               {{"lat", columns.lat},
                {"lon", columns.lon},
                {"lat_value", syntax::number_text(point.lat())},
                {"lon_value", syntax::number_text(point.lon())},
                {"count", std::to_string(members.size())},
                {"rows", rows},
                {"km", km},
                {"limit", limit_km},
                {"from", placed ? " (row " + by + " of the table of places)" : ""},
                {"from_zh", placed ? "(地点表第" + by + "行)" : ""},
                {"hint", turned ? ": latitude and longitude may be swapped" : ""},
                {"hint_zh", turned ? ":纬度和经度可能颠倒了" : ""}},
               first.row);
  }

  /// All rows alike cannot show it; the clocks can.
  void say_all_turned(const ZoneRules& zone, Errors& notices) const {
    const GeoPoint& middle = group(main_).middle;
    const std::optional<GeoPoint> other = turned(middle);
    if (!meridian_ || fits(middle) || !other || off_meridian(other->lon()) > 30) return;
    notices.add(sheets::notices::far_from_zone, orders_.path(),
                {{"lat", orders_.lat},
                 {"lon", orders_.lon},
                 {"lat_value", syntax::number_text(middle.lat())},
                 {"lon_value", syntax::number_text(middle.lon())},
                 {"zone", zone.name()}},
                orders_.heading_row);
  }

  const PlaceGroups& groups_;
  std::span<const Place> places_;
  std::size_t first_technician_;
  CoordinateColumns orders_;
  CoordinateColumns technicians_;
  std::optional<double> meridian_;
  std::size_t main_ = 0;
  std::vector<Role> roles_;
  mutable std::optional<std::vector<GeoPoint>> corners_;  // of all cities
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
