#include <paidan/travel/bands.hpp>

#include <paidan/core/random.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace paidan;
using travel::Bands;
using travel::TravelBand;

namespace {

constexpr std::int64_t day_s = 86'400;
constexpr Instant monday{1'720'396'800};  // 2024-07-08T00:00:00Z

LocalTime clock(std::int32_t hour, std::int32_t minute = 0) { return {hour * 3'600 + minute * 60}; }
std::int64_t at(std::int64_t hour, std::int64_t minute = 0) { return hour * 3'600 + minute * 60; }
Bands of(const std::vector<TravelBand>& bands, const ZoneRules& zone = {}, Instant origin = monday,
         std::int64_t last = 5 * day_s) {
  return {bands, zone, origin, origin, origin + Duration{last}};
}

/// A way driven second by second.
std::int64_t stepped(const std::vector<TravelBand>& bands, std::int64_t t, std::int64_t way_s) {
  std::int64_t left = way_s << 30U;
  for (; left > 0; ++t) {
    std::int64_t percent = 100;
    const std::int64_t weekday = t / day_s % 7 + 1;
    for (const TravelBand& band : bands) {
      bool today = band.weekdays.empty();
      for (const std::int32_t one : band.weekdays) today = today || one == weekday;
      if (today && band.from.seconds <= t % day_s && t % day_s < band.to.seconds) percent = band.percent;
    }
    left -= ((std::int64_t{100} << 30U) + percent - 1) / percent;
  }
  return t;
}

std::string codes(const std::vector<TravelBand>& bands) {
  std::string text;
  for (const Error& error : Bands::validate(bands)) text += error.path + " " + std::string(error.code()) + "; ";
  return text;
}

}  // namespace

TEST_CASE("a drive takes the percentage of the hours it is made in") {
  const Bands rush = of({{clock(7), clock(9), 140}});
  CHECK(rush.arrival(at(6), 1'800) == at(6) + 1'800);
  CHECK(rush.arrival(at(7), 1'800) == at(7) + 2'520);        // 30 min × 1.4
  CHECK(rush.arrival(at(6, 45), 1'800) == at(7) + 1'260);    // 15 free, 15 × 1.4
  CHECK(rush.arrival(at(8, 39), 1'800) == at(9) + 15 * 60);  // 21 × 1/1.4 = 15, 15 free
  CHECK(rush.arrival(at(9), 1'800) == at(9, 30));
  CHECK(rush.arrival(day_s + at(7), 1'800) == day_s + at(7) + 2'520);
  CHECK(rush.arrival(at(8), 0) == at(8));
  CHECK(rush.arrival(-3 * day_s + at(7), 1'800) == -3 * day_s + at(7, 30));  // no shift near: no band
  CHECK(rush.arrival(30 * day_s + at(7), 1'800) == 30 * day_s + at(7, 30));
  // Through the whole band: 10 free minutes, 120 that bring 85.7, the rest free.
  CHECK(rush.arrival(at(6, 50), at(2)) == at(9) + at(2) - 600 - 5'142);
}

TEST_CASE("bands hold on their weekdays, by the clock of the zone") {
  const Bands workdays = of({{clock(17), clock(24), 200, {1, 2, 3, 4, 5}}, {clock(0), clock(1), 300, {2}}});
  CHECK(workdays.arrival(at(23, 50), 600) == day_s + 2 * 0 + at(0) + 900);  // 5 min done till midnight, 5 × 3 behind
  CHECK(workdays.arrival(5 * day_s + at(18), 600) == 5 * day_s + at(18, 10));  // Saturday
  const ZoneRules shanghai("Asia/Shanghai", "", 8 * 3'600, {});
  const Bands there = of({{clock(7), clock(9), 140}}, shanghai);
  CHECK(there.arrival(day_s - at(1), 1'800) == day_s - at(1) + 2'520);  // 23:00 UTC is 07:00
  CHECK(there.arrival(at(7), 1'800) == at(7, 30));
}

TEST_CASE("where clocks change, bands follow them") {
  // New York, 2025-03-09: at 02:00 it is 03:00; on 2025-11-02 at 02:00 it is 01:00 again.
  const ZoneRules spring("America/New_York", "", -5 * 3'600, {{1'741'503'600, -4 * 3'600}});
  const Instant march{1'741'496'400};  // midnight
  const Bands night = of({{clock(1, 30), clock(3, 30), 200}}, spring, march, day_s);
  CHECK(night.arrival(at(1, 20), at(1)) == at(2, 50));  // 10 free, 30 brought by the hour of the band, 20 free
  const ZoneRules autumn("America/New_York", "", -4 * 3'600, {{1'762'063'200, -5 * 3'600}});
  const Instant november{1'762'056'000};
  const Bands twice = of({{clock(1, 30), clock(1, 45), 200}}, autumn, november, day_s);
  CHECK(twice.arrival(at(1, 30), at(2)) == at(3, 45));  // 01:30–01:45 comes twice: 7.5 minutes lost each time
}

TEST_CASE("nobody who leaves later arrives sooner, and departures are the last that arrive in time") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SplitMix64 random(seed);
    std::vector<TravelBand> bands;
    std::int32_t t = 0;
    while (t < 80'000) {
      TravelBand band;
      band.from = {t + static_cast<std::int32_t>(random.between(0, 20'000))};
      band.to = {
          std::min<std::int32_t>(86'400, band.from.seconds + static_cast<std::int32_t>(random.between(1, 9'000)))};
      band.percent = static_cast<std::int32_t>(random.between(100, random.below(4) == 0 ? 1'000 : 250));
      if (random.below(3) == 0) band.weekdays = {1, 3, static_cast<std::int32_t>(random.between(4, 7))};
      t = band.to.seconds;
      if (band.from < band.to) bands.push_back(band);
    }
    CAPTURE(seed);
    REQUIRE(Bands::validate(bands).empty());
    const Bands rush = of(bands);
    for (int i = 0; i < 40; ++i) {
      const std::int64_t leaves = random.between(0, 5 * day_s);
      const std::int64_t way = random.between(0, 4'000);
      const std::int64_t arrives = rush.arrival(leaves, way);
      CHECK(arrives == stepped(bands, leaves, way));
      CHECK(arrives >= leaves + way);
      CHECK(rush.arrival(leaves + 1, way) >= arrives);
      const std::int64_t last = rush.departure(arrives, way);
      CHECK(last >= leaves);
      CHECK(rush.arrival(last, way) <= arrives);
      CHECK(rush.arrival(last + 1, way) > arrives);
    }
  }
}

TEST_CASE("bands that say nothing are none") {
  CHECK(of({}).empty());
  CHECK(of({{clock(7), clock(9), 100}}).empty());
  CHECK(of({{clock(7), clock(9), 140, {4}}}, {}, monday, at(20)).empty());  // no Thursday in sight
  CHECK_FALSE(of({{clock(7), clock(9), 101}}).empty());
}

TEST_CASE("what is wrong with bands is told with its place") {
  CHECK(codes({{clock(7), clock(9), 140}, {clock(9), clock(10), 120}}).empty());
  CHECK(codes({{clock(9), clock(7), 140}}) == "bands[0] band_backwards; ");
  CHECK(codes({{clock(9), clock(9), 140}}) == "bands[0] band_backwards; ");
  CHECK(codes({{clock(7), clock(9), 99}}) == "bands[0].percent out_of_range; ");
  CHECK(codes({{clock(7), clock(9), 1'001}}) == "bands[0].percent out_of_range; ");
  CHECK(codes({{clock(7), {86'401}, 140}}) == "bands[0].to out_of_range; ");
  CHECK(codes({{{-1}, clock(9), 140}}) == "bands[0].from out_of_range; ");
  CHECK(codes({{clock(7), clock(9), 140, {1, 8, 0}}}) ==
        "bands[0].weekdays[1] out_of_range; bands[0].weekdays[2] out_of_range; ");
  CHECK(codes({{clock(7), clock(9), 140, {1, 2}}, {clock(8), clock(10), 120, {3}}}).empty());
  CHECK(codes({{clock(7), clock(9), 140, {1, 2}}, {clock(8), clock(10), 120, {2}}}) == "bands[1] bands_overlap; ");
  const std::vector<TravelBand> overlapping{{clock(7), clock(9), 140}, {clock(8, 30), clock(10), 120}};
  const std::vector<Error> found = Bands::validate(overlapping);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message(Language::en) ==
        "bands[1]: at 08:30 on weekday 1 (1 = Monday) both bands[0] and this band hold");
}
