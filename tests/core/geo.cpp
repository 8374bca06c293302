#include <paidan/core/geo.hpp>

#include <doctest/doctest.h>

#include <limits>

using paidan::Datum;
using paidan::GeoPoint;

TEST_CASE("A place is kept to a ten-millionth of a degree, rounded half away from zero") {
  const auto point = GeoPoint::from_degrees(39.9042, -116.4074, Datum::gcj02);
  REQUIRE(point.has_value());
  CHECK(*point == GeoPoint{399'042'000, -1'164'074'000, Datum::gcj02});
  CHECK(point->lat() == 39.9042);
  CHECK(point->lon() == -116.4074);
  CHECK(GeoPoint::from_degrees(0.00000004, -0.00000006) == GeoPoint{0, -1, Datum::wgs84});
  CHECK(GeoPoint::from_degrees(0.5e-7, -0.5e-7) == GeoPoint{1, -1, Datum::wgs84});
}

TEST_CASE("A place read back from its degrees is the same place") {
  for (std::int32_t i = -900'000'000; i < 900'000'000; i += 7'654'321) {
    const GeoPoint point{i, i * 2, Datum::wgs84};
    CHECK(GeoPoint::from_degrees(point.lat(), point.lon()) == point);
  }
}

TEST_CASE("The poles and the date line are places, what lies beyond is none") {
  CHECK(GeoPoint::from_degrees(90, 180) == GeoPoint{900'000'000, 1'800'000'000, Datum::wgs84});
  CHECK(GeoPoint::from_degrees(-90, -180) == GeoPoint{-900'000'000, -1'800'000'000, Datum::wgs84});
  CHECK_FALSE(GeoPoint::from_degrees(90.0000001, 0).has_value());
  CHECK_FALSE(GeoPoint::from_degrees(0, -180.0000001).has_value());
  CHECK_FALSE(GeoPoint::from_degrees(std::numeric_limits<double>::quiet_NaN(), 0).has_value());
  CHECK_FALSE(GeoPoint::from_degrees(0, std::numeric_limits<double>::infinity()).has_value());
  CHECK_FALSE(GeoPoint::from_degrees(0, std::numeric_limits<double>::quiet_NaN()).has_value());
}

TEST_CASE("The same numbers in another datum are another place") {
  CHECK(GeoPoint::from_degrees(30, 120) != GeoPoint::from_degrees(30, 120, Datum::bd09));
}
