#pragma once

#include <paidan/core/names.hpp>
#include <paidan/model/detail/checker.ipp>
#include <paidan/travel/bands.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

inline std::string datum_name(Datum datum) {
  return std::string(EnumNames<Datum>::names[static_cast<std::size_t>(datum)]);
}

inline bool on_earth(const GeoPoint& point) {
  return point.lat_e7 >= -900'000'000 && point.lat_e7 <= 900'000'000 && point.lon_e7 >= -1'800'000'000 &&
         point.lon_e7 <= 1'800'000'000;
}

/// Errors of a part, with their paths inside the whole.
inline void add_below(Errors& errors, const Spot& parent, std::vector<Error> found) {
  for (Error& error : found) {
    error.path = parent.text() + "." + error.path;
    errors.add(std::move(error));
  }
}

PAIDAN_INLINE void Checker::check() {
  check_sizes();
  if (!errors_.empty()) return;  // too large to look at
  check_locations();
  check_profiles();
  if (data_.technicians.empty()) fail(errors::no_technicians, Spot("technicians"));
  for (std::size_t i = 0; i < data_.technicians.size(); ++i) {
    row_ = row(rows_.technicians, i);
    check_technician(i);
  }
  for (std::size_t i = 0; i < data_.orders.size(); ++i) {
    row_ = row(rows_.orders, i);
    check_order(i);
  }
  row_ = 0;
  for (std::size_t i = 0; i < data_.depots.size(); ++i) check_depot(i);
  check_objective();
  check_skill_list();
  check_tag_rules();
  check_compounds();
  if (errors_.empty()) check_gaps();
  if (errors_.empty()) check_total();
}

PAIDAN_INLINE void Checker::check_sizes() {
  constexpr std::int64_t year_1 = -62'135'596'800;
  constexpr std::int64_t year_9999 = 253'402'300'799;
  check_range(Spot("origin"), data_.origin.seconds, year_1, year_9999);
  const auto limit = [&](std::string_view field, const NounWord& noun, std::size_t count, std::size_t most) {
    if (count <= most) return;
    fail(errors::too_many, Spot(field),
         {{"noun", std::string(noun.en)},
          {"noun_zh", std::string(noun.zh)},
          {"count", std::to_string(count)},
          {"limit", std::to_string(most)}});
  };
  limit("technicians", {"technicians", "师傅"}, data_.technicians.size(), Problem::max_technicians);
  std::size_t shifts = 0;
  for (const Technician& technician : data_.technicians) shifts += technician.shifts.size();
  limit("technicians", {"shifts", "班次"}, shifts, Problem::max_shifts);
  limit("orders", {"orders", "工单"}, data_.orders.size(), Problem::max_orders);
  limit("limits", {"limits", "分类上限"}, data_.limits.size(), Problem::max_tag_rules);
  limit("limits", {"limits × shifts", "分类上限×班次"}, data_.limits.size() * shifts, Problem::max_limited_shifts);
  limit("depots", {"depots", "仓库"}, data_.depots.size(), Problem::max_depots);
  limit("compounds", {"compounds", "小区"}, data_.compounds.size(), Problem::max_compounds);
  limit("closures", {"closures", "分类停工"}, data_.closures.size(), Problem::max_tag_rules);
}

PAIDAN_INLINE void Checker::check_locations() {
  std::size_t first = data_.locations.size();  // with a point: its datum is the problem's
  for (std::size_t i = 0; i < data_.locations.size(); ++i) {
    row_ = row(rows_.locations, i);
    const Location& location = data_.locations[i];
    const Spot spot("locations", i);
    check_id(spot.at("id"), location.id, nouns::location, "locations", location_table_.find(location.id), i);
    if (!location.compound.empty())
      check_known(spot.at("compound"), location.compound, nouns::compound, compound_table_);
    if (!location.point) continue;
    check_range(spot.at("point").at("lat_e7"), location.point->lat_e7, -900'000'000, 900'000'000);
    check_range(spot.at("point").at("lon_e7"), location.point->lon_e7, -1'800'000'000, 1'800'000'000);
    if (first == data_.locations.size()) first = i;
    const Datum datum = data_.locations[first].point->datum;
    if (location.point->datum == datum) continue;
    fail(travel::errors::mixed_datums, spot.at("point"),
         {{"first", Spot("locations", first).text()},
          {"first_datum", datum_name(datum)},
          {"datum", datum_name(location.point->datum)}});
  }
  row_ = 0;
}

PAIDAN_INLINE void Checker::check_profiles() {
  longest_.resize(profiles_.size());
  for (std::size_t i = 0; i < profiles_.size(); ++i) {
    const TravelProfile& profile = profiles_[i];
    check_id(Spot("profiles", i).at("id"), profile.id, nouns::travel_profile, "profiles",
             profile_table_.find(profile.id), i);
    profile.matrix ? check_matrix_profile(i) : check_straight_profile(i);
    add_below(errors_, Spot("profiles", i), travel::Bands::validate(profile.bands));
  }
}

PAIDAN_INLINE void Checker::check_matrix_profile(std::size_t i) {
  const TravelProfile& profile = profiles_[i];
  const travel::MatrixData& matrix = *profile.matrix;
  const Spot spot = Spot("profiles", i).at("matrix");
  add_below(errors_, spot, travel::Matrix::validate(matrix));
  if (matrix.size > data_.locations.size()) {
    fail(errors::matrix_too_large, spot,
         {{"profile", profile.id},
          {"size", std::to_string(matrix.size)},
          {"count", std::to_string(data_.locations.size())}});
  }
  for (std::size_t k = matrix.size; k < data_.locations.size(); ++k) {
    row_ = row(rows_.locations, k);
    fail(errors::location_outside_matrix, Spot("locations", k),
         {{"location", data_.locations[k].id}, {"profile", profile.id}, {"size", std::to_string(matrix.size)}});
  }
  row_ = 0;
  const auto most = [](const std::vector<std::int64_t>& values) {
    const auto largest = std::max_element(values.begin(), values.end());
    return largest == values.end() ? std::int32_t{0} : to_model(std::max<std::int64_t>(*largest, 0));
  };
  longest_[i] = {most(matrix.seconds), most(matrix.metres)};
}

PAIDAN_INLINE void Checker::check_straight_profile(std::size_t i) {
  const TravelProfile& profile = profiles_[i];
  std::vector<GeoPoint> points;
  points.reserve(data_.locations.size());
  bool usable = true;
  for (std::size_t k = 0; k < data_.locations.size(); ++k) {
    const std::optional<GeoPoint>& point = data_.locations[k].point;
    if (point) {
      points.push_back(*point);
      usable = usable && point->datum == points[0].datum && on_earth(*point);
      continue;
    }
    usable = false;
    row_ = row(rows_.locations, k);
    fail(errors::missing_coordinates, Spot("locations", k),
         {{"location", data_.locations[k].id}, {"profile", profile.id}});
  }
  row_ = 0;
  if (!usable) points.clear();  // already said; the options still count
  std::vector<Error> found = travel::StraightLine::validate(points, profile.straight_line);
  const bool fine = found.empty();
  add_below(errors_, Spot("profiles", i).at("straight_line"), std::move(found));
  if (fine) longest_[i] = travel::StraightLine(points, profile.straight_line).longest();
}

PAIDAN_INLINE void Checker::check_objective() {
  const Objective& objective = data_.objective;
  const Spot spot("objective");
  check_field<&Objective::agreed_weight>(spot, objective);
  check_amount(spot.at("lateness_cap"), objective.lateness_cap.seconds, largest_duration_s);
  check_amount(spot.at("per_travel_second"), objective.per_travel_second, largest_weight);
  check_amount(spot.at("per_metre"), objective.per_metre, largest_weight);
  check_amount(spot.at("per_waiting_second"), objective.per_waiting_second, largest_weight);
  check_amount(spot.at("per_lateness_second"), objective.per_lateness_second, largest_weight);
  check_field<&Objective::per_worst_lateness_second>(spot, objective);
  check_amount(spot.at("per_overtime_second"), objective.per_overtime_second, largest_weight);
  check_amount(spot.at("per_overskill_level"), objective.per_overskill_level, largest_weight);
  check_amount(spot.at("unserved"), objective.unserved, largest_weight);
  check_amount(spot.at("not_preferred"), objective.not_preferred, largest_weight);
  check_amount(spot.at("not_same_technician"), objective.not_same_technician, largest_weight);
  check_amount(spot.at("per_rating_point"), objective.per_rating_point, largest_weight);
  check_field<&Objective::rating_clip>(spot, objective);
  for (std::size_t i = 0; i < objective.fairness.size(); ++i) {
    check_amount(spot.at("fairness", i).at("over"), objective.fairness[i].over.seconds, largest_duration_s);
    check_amount(spot.at("fairness", i).at("per_second"), objective.fairness[i].per_second, largest_weight);
  }
  if (objective.per_waiting_second > objective.per_lateness_second) {
    fail(errors::waiting_above_lateness, spot.at("per_waiting_second"),
         {{"waiting", std::to_string(objective.per_waiting_second)},
          {"lateness", std::to_string(objective.per_lateness_second)}});
  }
}

PAIDAN_INLINE void Checker::check_skill_list() {
  for (std::size_t i = 0; i < data_.skills.size(); ++i) {
    check_listed(Spot("skills", i), data_.skills[i]);
  }
  for (const auto& [here, first] :
       repeated(data_.skills, [](const std::string& name) -> std::string_view { return name; })) {
    check_id(Spot("skills", here), data_.skills[here], nouns::skill, "skills", first, here);
  }
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
