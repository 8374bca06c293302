#pragma once

#include <paidan/vroom/detail/translator.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// Rows by index, the same number in every profile.
PAIDAN_INLINE void Translator::read_matrices() {
  if (!by_matrix_) return;
  size_ = in_.matrices.begin()->second.durations.size();
  const auto check = [&](const std::string& path, std::string_view field, const std::vector<Numbers>& rows) {
    const auto uneven = [&](std::string where, std::size_t count) {
      fail(wrong::not_square, std::move(where),
           {{"field", std::string(field)}, {"size", std::to_string(size_)}, {"count", std::to_string(count)}});
    };
    if (rows.size() != size_) return uneven(path, rows.size());
    for (std::size_t i = 0; i < size_; ++i) {
      if (rows[i].size() != size_) {
        uneven(path + "[" + std::to_string(i) + "]", rows[i].size());
        continue;
      }
      for (std::size_t k = 0; k < size_; ++k) {
        if (rows[i][k] >= 0 && rows[i][k] <= ModelTime::limit && (i != k || rows[i][k] == 0)) continue;
        const std::string where = path + "[" + std::to_string(i) + "][" + std::to_string(k) + "]";
        if (check_range(errors, where, field, rows[i][k], 0, ModelTime::limit)) {
          fail(wrong::way_to_itself, where, {{"value", std::to_string(rows[i][k])}});
        }
      }
    }
  };
  for (const auto& [name, matrices] : in_.matrices) {
    const std::string path = "matrices." + name;
    check(path + ".durations", "durations", matrices.durations);
    if (matrices.distances) check(path + ".distances", "distances", *matrices.distances);
    if (matrices.costs) refuse(path + ".costs", "a matrix of costs", "成本矩阵");
    const bool used = std::any_of(in_.vehicles.begin(), in_.vehicles.end(),
                                  [&, &id = name](const vroom::Vehicle& vehicle) { return vehicle.profile == id; });
    if (!used) say(said::matrices_unused, path, {{"profile", name}});
  }
  for (std::size_t i = 0; i < size_; ++i) data.locations.push_back({.id = std::to_string(i)});
}

/// Its id; empty when it is none, which has been said.
PAIDAN_INLINE std::string Translator::place(const std::string& path, std::string_view key, std::string_view index_key,
                                            const std::optional<std::vector<double>>& point,
                                            const std::optional<std::int64_t>& index) {
  std::optional<GeoPoint> on_earth;
  if (point && point->size() != 2) {
    fail(wrong::pair_expected, path + "." + std::string(key),
         {{"field", std::string(key)}, {"first", "lon"}, {"second", "lat"}, {"count", std::to_string(point->size())}});
    return {};
  }
  if (point) {
    for (std::size_t k = 0; k < 2; ++k) {
      const double most = k == 0 ? 180 : 90;
      if ((*point)[k] >= -most && (*point)[k] <= most) continue;
      errors.add(out_of_range(path + "." + at(key, k), k == 0 ? "lon" : "lat", k == 0 ? "-180" : "-90",
                              k == 0 ? "180" : "90", syntax::number_text((*point)[k])));
      return {};
    }
    on_earth = GeoPoint::from_degrees((*point)[1], (*point)[0]);
  }
  if (by_matrix_) {
    if (!index) {
      fail(errors::missing, path + "." + std::string(index_key), {{"field", std::string(index_key)}});
      return {};
    }
    if (*index < 0 || static_cast<std::uint64_t>(*index) >= size_) {
      fail(wrong::outside_matrices, path + "." + std::string(index_key),
           {{"field", std::string(index_key)}, {"value", std::to_string(*index)}, {"size", std::to_string(size_)}});
      return {};
    }
    return data.locations[static_cast<std::size_t>(*index)].id;
  }
  if (index && unused_indices_++ == 0) unused_path_ = path + "." + std::string(index_key);
  if (!on_earth) {
    fail(errors::missing, path + "." + std::string(key), {{"field", std::string(key)}});
    return {};
  }
  const auto [found, fresh] =
      places_.emplace(std::pair{on_earth->lon_e7, on_earth->lat_e7}, std::to_string(data.locations.size()));
  if (fresh) {
    data.locations.push_back({.id = found->second, .point = on_earth});
    place_paths_.push_back(path + "." + std::string(key));
  }
  return found->second;
}

/// Ways between all places; from nowhere to anywhere takes nothing.
PAIDAN_INLINE void Translator::finish_places() {
  if (from_nowhere_) data.locations.push_back({.id = std::string(nowhere)});
  const std::size_t n = data.locations.size();
  if (by_matrix_) {
    if (!errors.empty()) return;  // rows may have any length
    for (const vroom::Vehicle& vehicle : in_.vehicles) {
      const auto same = [&](const TravelProfile& one) { return one.id == vehicle.profile; };
      if (std::any_of(data.profiles.begin(), data.profiles.end(), same)) continue;
      const auto found = in_.matrices.find(vehicle.profile);
      if (found == in_.matrices.end()) continue;
      travel::MatrixData matrix{.size = n};
      const auto copy = [&](const std::vector<Numbers>& rows, std::vector<std::int64_t>& out) {
        out.assign(n * n, 0);
        for (std::size_t i = 0; i < rows.size(); ++i)
          std::copy(rows[i].begin(), rows[i].end(), out.begin() + static_cast<std::ptrdiff_t>(i * n));
      };
      copy(found->second.durations, matrix.seconds);
      if (found->second.distances) copy(*found->second.distances, matrix.metres);
      data.profiles.push_back({.id = vehicle.profile, .matrix = std::move(matrix)});
    }
    return;
  }
  const travel::StraightLineOptions straight;
  std::vector<GeoPoint> points;
  for (const Location& location : data.locations) {
    if (location.point) points.push_back(*location.point);
  }
  for (const Error& error : travel::StraightLine::validate(points, straight)) {
    Error told = error;
    if (told.path.starts_with("points[")) {
      const std::size_t k = std::stoul(told.path.substr(7));
      told.path = k < place_paths_.size() ? place_paths_[k] : std::string();
    }
    errors.add(std::move(told));
  }
  std::vector<std::string> profiles;
  for (const vroom::Vehicle& vehicle : in_.vehicles) {
    if (std::find(profiles.begin(), profiles.end(), vehicle.profile) == profiles.end()) {
      profiles.push_back(vehicle.profile);
    }
  }
  say(said::straight_lines, "",
      {{"profiles", comma_separated(profiles)},
       {"detour", std::to_string(straight.detour_percent)},
       {"speed", std::to_string(straight.speed_metres_per_hour / 1'000)}});
  if (unused_indices_ > 0) {
    say(said::index_unused, unused_path_,
        {{"field", unused_path_.substr(unused_path_.rfind('.') + 1)}, {"count", std::to_string(unused_indices_)}});
  }
  data.profiles.push_back({.id = "straight", .straight_line = straight});
  if (!from_nowhere_ || !errors.empty()) return;
  const travel::StraightLine lines(points, straight);
  travel::MatrixData matrix{.size = n};
  matrix.seconds.assign(n * n, 0);
  matrix.metres.assign(n * n, 0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    for (std::size_t k = 0; k + 1 < n; ++k) {
      const travel::Leg leg = lines.leg(LocationIndex(i), LocationIndex(k));
      matrix.seconds[i * n + k] = leg.seconds;
      matrix.metres[i * n + k] = leg.metres;
    }
  }
  data.profiles[0].matrix = std::move(matrix);
}

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
