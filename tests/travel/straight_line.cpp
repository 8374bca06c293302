#include <paidan/travel/straight_line.hpp>

#include <doctest/doctest.h>
#include <paidan/travel/detail/plane.hpp>

#include <cmath>
#include <paidan/core/random.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/source.hpp>

#include "support/soak.hpp"

using namespace paidan;
using travel::Leg;
using travel::StraightLine;
using travel::StraightLineOptions;

namespace {

constexpr StraightLineOptions plain{.detour_percent = 100, .speed_metres_per_hour = 36'000, .stop_seconds = 0};

/// Metres between two places on the WGS 84 ellipsoid: Vincenty's inverse formula (Survey Review 23, 1975), in doubles.
double vincenty(const GeoPoint& p, const GeoPoint& q) {
  const double radian = std::acos(-1.0) / 180;
  const double a = 6378137.0;
  const double f = 1 / 298.257223563;
  const double b = (1 - f) * a;
  const double u1 = std::atan((1 - f) * std::tan(p.lat() * radian));
  const double u2 = std::atan((1 - f) * std::tan(q.lat() * radian));
  const double l = (q.lon() - p.lon()) * radian;
  double lambda = l;
  for (int i = 0; i < 100; ++i) {
    const double x = std::cos(u2) * std::sin(lambda);
    const double y = std::cos(u1) * std::sin(u2) - std::sin(u1) * std::cos(u2) * std::cos(lambda);
    const double sin_sigma = std::sqrt(x * x + y * y);
    if (sin_sigma == 0) return 0;
    const double cos_sigma = std::sin(u1) * std::sin(u2) + std::cos(u1) * std::cos(u2) * std::cos(lambda);
    const double sigma = std::atan2(sin_sigma, cos_sigma);
    const double sin_alpha = std::cos(u1) * std::cos(u2) * std::sin(lambda) / sin_sigma;
    const double cos2_alpha = 1 - sin_alpha * sin_alpha;
    const double cos_2m = cos2_alpha == 0 ? 0 : cos_sigma - 2 * std::sin(u1) * std::sin(u2) / cos2_alpha;
    const double c = f / 16 * cos2_alpha * (4 + f * (4 - 3 * cos2_alpha));
    const double before = lambda;
    lambda =
        l + (1 - c) * f * sin_alpha * (sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (-1 + 2 * cos_2m * cos_2m)));
    if (std::abs(lambda - before) > 1e-13) continue;
    const double uu = cos2_alpha * (a * a - b * b) / (b * b);
    const double aa = 1 + uu / 16384 * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
    const double bb = uu / 1024 * (256 + uu * (-128 + uu * (74 - 47 * uu)));
    const double delta =
        bb * sin_sigma *
        (cos_2m + bb / 4 *
                      (cos_sigma * (-1 + 2 * cos_2m * cos_2m) -
                       bb / 6 * cos_2m * (-3 + 4 * sin_sigma * sin_sigma) * (-3 + 4 * cos_2m * cos_2m)));
    return b * aa * (sigma - delta);
  }
  FAIL("no convergence");
  return 0;
}

GeoPoint at(double lat, double lon, Datum datum = Datum::wgs84) {
  return GeoPoint::from_degrees(lat, lon, datum).value();
}

std::string message(const std::vector<GeoPoint>& points, const StraightLineOptions& options,
                    paidan::Language language) {
  const std::vector<Error> errors = StraightLine::validate(points, options);
  REQUIRE(errors.size() == 1);
  CHECK_THROWS_AS(StraightLine(points, options), InvalidInput);
  return errors[0].message(language);
}

}  // namespace

TEST_CASE("Vincenty's own example holds, so the oracle can be trusted") {
  // Flinders Peak to Buninyong on GRS 80, which is WGS 84 to 0.1 mm: 54,972.271 m (Geoscience Australia).
  const double flinders_lat = -(37 + 57 / 60.0 + 3.72030 / 3600);
  const double flinders_lon = 144 + 25 / 60.0 + 29.52440 / 3600;
  const double buninyong_lat = -(37 + 39 / 60.0 + 10.15610 / 3600);
  const double buninyong_lon = 143 + 55 / 60.0 + 35.38390 / 3600;
  CHECK(vincenty(at(flinders_lat, flinders_lon), at(buninyong_lat, buninyong_lon)) ==
        doctest::Approx(54972.271).epsilon(1e-6));
}

TEST_CASE("straight lines are within 0.1 % of the ellipsoid up to 100 km and 60 degrees") {
  const std::uint64_t seed = 20240708;
  CAPTURE(seed);
  SplitMix64 random(seed);
  for (int i = 0; i < paidan_test::cases(3'000); ++i) {
    const double lat = static_cast<double>(random.between(-59'000'000, 59'000'000)) / 1e6;
    const double lon = static_cast<double>(random.between(-180'000'000, 180'000'000)) / 1e6;
    const double far = static_cast<double>(random.between(1'000, 100'000));
    const double bearing = static_cast<double>(random.between(0, 6'283)) / 1e3;
    const GeoPoint p = at(lat, lon);
    double other = lon + far * std::sin(bearing) / (111'320 * std::cos(lat * 0.0174532925));
    if (other > 180) other -= 360;
    if (other < -180) other += 360;
    const GeoPoint q = at(lat + far * std::cos(bearing) / 111'320, other);
    const GeoPoint points[] = {p, q};
    const Leg leg = StraightLine(points, plain).leg(LocationIndex(0), LocationIndex(1));
    const double truth = vincenty(p, q);
    CAPTURE(lat);
    CAPTURE(lon);
    CAPTURE(far);
    CAPTURE(bearing);
    REQUIRE(std::abs(leg.metres - truth) <= 0.001 * truth + 1);
    REQUIRE(leg.seconds * 10 >= leg.metres - 1);  // 36 km/h = 10 m/s, rounded up
    REQUIRE(leg.seconds * 10 <= leg.metres + 11);
  }
}

TEST_CASE("detour, speed and stop count exactly") {
  // 0.01 degree of latitude at the equator: 1105.74 m.
  const GeoPoint points[] = {at(0, 0), at(0.01, 0), at(0, 0)};
  const LocationIndex a(0);
  const LocationIndex b(1);
  CHECK(StraightLine(points, plain).leg(a, b) == Leg{111, 1106});
  CHECK(StraightLine(points, {.detour_percent = 127, .speed_metres_per_hour = 36'000}).leg(a, b) == Leg{141, 1404});
  CHECK(StraightLine(points, {.detour_percent = 100, .speed_metres_per_hour = 18'000}).leg(a, b) == Leg{222, 1106});
  const StraightLine parked(points, {.detour_percent = 100, .speed_metres_per_hour = 36'000, .stop_seconds = 90});
  CHECK(parked.leg(a, b) == Leg{201, 1106});
  CHECK(parked.leg(a, a) == Leg{});
  CHECK(parked.leg(a, LocationIndex(2)) == Leg{90, 0});  // another location at the same spot
}

TEST_CASE("lines are symmetric, never longer than the longest, and in bulk the same") {
  const std::uint64_t seed = 7;
  CAPTURE(seed);
  SplitMix64 random(seed);
  std::vector<GeoPoint> points;
  std::vector<LocationIndex> all;
  for (std::size_t i = 0; i < 60; ++i) {
    points.push_back({static_cast<std::int32_t>(random.between(407'000'000, 409'000'000)),
                      static_cast<std::int32_t>(random.between(-741'000'000, -737'000'000))});
    all.push_back(LocationIndex(i));
  }
  const StraightLine line(points, {.stop_seconds = 60});
  const Leg longest = line.longest();
  std::vector<Leg> bulk(all.size());
  for (const LocationIndex from : all) {
    line.legs(from, all, bulk);
    for (const LocationIndex to : all) {
      const Leg leg = line.leg(from, to);
      REQUIRE(leg == line.leg(to, from));
      REQUIRE(leg == bulk[to.at()]);
      REQUIRE(leg.seconds <= longest.seconds);
      REQUIRE(leg.metres <= longest.metres);
    }
  }
}

TEST_CASE("the shorter way round is taken across the date line") {
  const GeoPoint points[] = {at(0, 179.99), at(0, -179.99)};
  CHECK(StraightLine(points, plain).leg(LocationIndex(0), LocationIndex(1)).metres == 2'226);
}

TEST_CASE("what straight lines refuse, in both languages") {
  CHECK(message({at(31, 121), at(31, 121, Datum::gcj02)}, plain, Language::en) ==
        "points[1]: coordinates of different datums cannot be mixed: points[0] is wgs84, this is gcj02");
  CHECK(message({at(31, 121), at(31, 121, Datum::bd09)}, plain, Language::zh) ==
        "points[1]:不同坐标系不能混用:points[0]为wgs84,此处为bd09");
  CHECK(message({at(0, 0), at(10, 0)}, plain, Language::en) ==
        "points: straight lines need places within 1000 km of each other, got 1106 km");
  CHECK(message({at(0, 0), at(10, 0)}, plain, Language::zh) ==
        "points:直线估算要求各地点相距不超过1000公里,实为1106公里");
  CHECK(message({{900'000'001, 0}}, plain, Language::en) ==
        "points[0]: lat_e7 must be between -900000000 and 900000000, got 900000001");
  CHECK(message({}, {.detour_percent = 99}, Language::en) ==
        "detour_percent: detour_percent must be between 100 and 1000, got 99");
  CHECK(message({}, {.speed_metres_per_hour = 0}, Language::en) ==
        "speed_metres_per_hour: speed_metres_per_hour must be between 1000 and 200000, got 0");
  CHECK(message({}, {.stop_seconds = -1}, Language::zh) == "stop_seconds:stop_seconds须在0与3600之间,实为-1");
}

TEST_CASE("no place, one place and the poles are fine") {
  CHECK(StraightLine({}, plain).longest() == Leg{});
  const GeoPoint poles[] = {at(90, 0), at(90, 180), at(-90, 0)};
  CHECK(StraightLine(std::span(poles).first(1), plain).size() == 1);
  CHECK(StraightLine(std::span(poles).first(2), plain).leg(LocationIndex(0), LocationIndex(1)).metres == 0);
}

TEST_CASE("a leg is what its ends on the plane say") {
  const GeoPoint places[] = {at(31.2, 121.4), at(31.3, 121.6), at(31.2, 121.4)};
  const StraightLine line(places, {.detour_percent = 130, .speed_metres_per_hour = 20'000, .stop_seconds = 60});
  REQUIRE(line.x_dm().size() == 3);
  REQUIRE(line.y_dm().size() == 3);
  const auto leg = [&](std::size_t from, std::size_t to) {
    return travel_detail::straight_leg(line.x_dm()[to] - line.x_dm()[from], line.y_dm()[to] - line.y_dm()[from],
                                       line.options().stop_seconds, line.options().detour_percent,
                                       line.options().speed_metres_per_hour);
  };
  CHECK(leg(0, 1) == line.leg(LocationIndex(0), LocationIndex(1)));
  CHECK(leg(0, 2) == Leg{60, 0});
  const travel::Source source(line);
  CHECK(source.matrix() == nullptr);
  REQUIRE(source.straight_line() != nullptr);
  CHECK(source.straight_line()->size() == 3);
}

TEST_CASE("the whole square root is exact around squares") {
  for (std::int64_t root :
       {0LL, 1LL, 2LL, 3LL, 94'906'265LL, 94'906'266LL, 94'906'267LL, 1'414'213'562LL, 2'147'483'646LL}) {
    const std::int64_t square = root * root;
    CHECK(travel_detail::floor_sqrt(square) == root);
    CHECK(travel_detail::floor_sqrt(square + 2 * root) == root);
    if (root > 0) CHECK(travel_detail::floor_sqrt(square - 1) == root - 1);
  }
}

TEST_CASE("the integer cosine is the cosine") {
  for (std::int64_t degrees = -90; degrees <= 90; ++degrees) {
    const double expected = std::cos(static_cast<double>(degrees) * std::acos(-1.0) / 180) * 1073741824.0;
    CHECK(std::abs(static_cast<double>(travel_detail::cos_q30(degrees * 10'000'000)) - expected) <= 8);
  }
}
