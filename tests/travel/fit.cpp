#include <paidan/travel/fit.hpp>

#include <paidan/core/random.hpp>
#include <paidan/travel/bands.hpp>
#include <paidan/travel/straight_line.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace paidan;
using travel::Drive;
using travel::TravelBand;

namespace {

struct Town {
  travel::StraightLineOptions free;
  std::vector<TravelBand> bands;
  std::int32_t noise_percent = 15;  ///< each drive takes up to so much more or less
  bool metres = true;
};

/// Drives of four weeks from 8 to 20 o'clock, as that town drives.
std::vector<Drive> driven(const Town& town, std::uint64_t seed, int count) {
  SplitMix64 random(seed);
  std::vector<Drive> drives;
  for (int i = 0; i < count; ++i) {
    const auto place = [&] {
      return GeoPoint{312'000'000 + static_cast<std::int32_t>(random.between(-900'000, 900'000)),
                      1'214'000'000 + static_cast<std::int32_t>(random.between(-900'000, 900'000)), Datum::wgs84};
    };
    Drive drive;
    drive.from = place();
    drive.to = place();
    drive.left = {{20'000 + static_cast<std::int32_t>(random.between(0, 27))},
                  {static_cast<std::int32_t>(random.between(6 * 3'600, 20 * 3'600 - 1))}};
    const std::array<GeoPoint, 2> ends{drive.from, drive.to};
    const travel::Leg leg = travel::StraightLine(ends, town.free).leg(LocationIndex(0), LocationIndex(1));
    const Instant day{std::int64_t{drive.left.date.days} * 86'400};
    const travel::Bands traffic(town.bands, {}, day, day, day);
    const std::int64_t left = drive.left.time.seconds;
    const std::int64_t takes = traffic.empty() ? leg.seconds : traffic.arrival(left, leg.seconds) - left;
    drive.took = {takes * (100 + random.between(-town.noise_percent, town.noise_percent)) / 100};
    if (town.metres) drive.metres = leg.metres;
    drives.push_back(drive);
  }
  return drives;
}

LocalTime clock(int hour) { return {hour * 3'600}; }

}  // namespace

TEST_CASE("a town's speed, stop, detour and hours come out of its drives") {
  const Town town{{.detour_percent = 140, .speed_metres_per_hour = 24'000, .stop_seconds = 200},
                  {{clock(7), clock(9), 150, {1, 2, 3, 4, 5}}, {clock(17), clock(19), 180}}};
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    const travel::TravelFit fit = travel::fit(driven(town, seed, 4'000));
    CHECK(fit.drives == 4'000);
    CHECK(fit.held_back >= (fit.drives - fit.left_out) / 5 - 1);
    CHECK(std::abs(fit.straight_line.detour_percent - 140) <= 2);
    CHECK(std::abs(fit.straight_line.speed_metres_per_hour - 24'000) <= 1'500);
    CHECK(std::abs(fit.straight_line.stop_seconds - 200) <= 90);
    // What it says of an hour is what holds there: within 12 points, but in hours half of which are another's.
    const auto percent = [&](int hour, std::int32_t weekday) {
      for (const TravelBand& band : fit.bands) {
        const bool today = band.weekdays.empty() || std::count(band.weekdays.begin(), band.weekdays.end(), weekday) > 0;
        if (today && band.from <= clock(hour) && clock(hour) < band.to) return band.percent;
      }
      return 100;
    };
    CHECK(std::abs(percent(7, 1) - 150) <= 12);
    CHECK(std::abs(percent(17, 6) - 180) <= 12);
    CHECK(percent(12, 3) <= 108);
    CHECK(percent(7, 7) <= 108);
    CHECK(travel::Bands::validate(fit.bands).empty());
    REQUIRE(fit.errors.size() == 3);
    CHECK(fit.errors[0].by == "fitted");
    CHECK(fit.errors[0].median < fit.errors[1].median);
    CHECK(fit.errors[1].median < fit.errors[2].median);
    CHECK(std::abs(fit.errors[0].mean.seconds) < 120);
  }
}

TEST_CASE("without traffic there are no bands, without metres the detour is the usual one") {
  Town town{{.detour_percent = 127, .speed_metres_per_hour = 30'000, .stop_seconds = 0}, {}};
  town.metres = false;
  const travel::TravelFit fit = travel::fit(driven(town, 9, 2'000));
  CHECK(fit.bands.empty());
  CHECK(fit.without_metres == fit.drives - fit.left_out);
  CHECK(fit.straight_line.detour_percent == travel::StraightLineOptions{}.detour_percent);
  CHECK(std::abs(fit.straight_line.speed_metres_per_hour - 30'000) <= 1'500);
  CHECK(fit.straight_line.stop_seconds <= 60);
}

TEST_CASE("drives that cannot be are left out and counted, too few are refused") {
  std::vector<Drive> drives = driven({{}, {}}, 3, 200);
  const travel::TravelFit all = travel::fit(drives);
  CHECK(all.left_out <= 2);                                                    // two places may be one
  for (std::size_t i = 0; i < 40; ++i) drives[i].took = {i % 2 == 0 ? 0 : 1};  // nowhere near in a second
  drives[40].to = drives[40].from;
  drives[41].took = {40 * 86'400};
  drives[42].to.lat_e7 = -drives[42].to.lat_e7;  // another hemisphere
  const travel::TravelFit some = travel::fit(drives);
  CHECK(some.left_out - all.left_out >= 42);
  CHECK(some.left_out - all.left_out <= 43);
  drives.resize(60);
  CHECK_THROWS_WITH_AS(static_cast<void>(travel::fit(drives)),
                       "drives: of 60 drives 17 can be used, and at least 50 are needed", InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(travel::fit({})), InvalidInput);
}

TEST_CASE("the same drives give the same fit") {
  const std::vector<Drive> drives = driven({{}, {{clock(8), clock(10), 160}}}, 5, 900);
  CHECK(travel::fit(drives) == travel::fit(drives));
}
