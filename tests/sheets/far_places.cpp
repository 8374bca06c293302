// Places that lie where nobody else's do, and latitudes and longitudes that stand the wrong way round.
#include "support/documents.hpp"

#include <paidan/model/problem.hpp>
#include <paidan/sheets/detail/place_groups.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/zones.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace paidan;
using io_test::messages;
using Lines = std::vector<std::string>;

namespace {

using Degrees = std::pair<double, double>;
const Degrees beijing{39.9, 116.4};
const Degrees guangzhou{23.1, 113.3};
const Degrees tianjin{39.1, 117.2};
const Degrees urumqi{43.8, 87.6};
const Degrees new_york{40.7, -74.0};

Degrees turned(Degrees of) { return {of.second, of.first}; }
std::string cell(double degrees) { return std::to_string(degrees); }

struct Week {
  std::vector<Degrees> orders;
  std::vector<Degrees> technicians;
  std::string zone = "Asia/Shanghai";
  bool list_unplaced = false;

  [[nodiscard]] sheets::WeekTables read() const {
    std::string order_text = "工单号,纬度,经度,服务日期\n";
    for (std::size_t i = 0; i < orders.size(); ++i) {
      // A few hundred metres apart, so that each is a place of its own; zeros stay zeros.
      const double step = orders[i] == Degrees{0, 0} ? 0 : 0.003 * static_cast<double>(i % 10);
      order_text +=
          "A" + std::to_string(i) + "," + cell(orders[i].first + step) + "," + cell(orders[i].second) + ",2024-07-08\n";
    }
    std::string technician_text = "工号,纬度,经度,上班,下班\n";
    for (std::size_t i = 0; i < technicians.size(); ++i) {
      technician_text += "G" + std::to_string(i) + "," + cell(technicians[i].first) + "," +
                         cell(technicians[i].second) + ",08:00,17:00\n";
    }
    sheets::WeekOptions options;
    options.zone = syntax::load_zone(zone);
    options.list_unplaced = list_unplaced;
    return sheets::week_from_csv(order_text, technician_text, options);
  }
  /// Only the English ones; errors first letter `E`, notices `N`.
  [[nodiscard]] Lines said() const {
    Lines all;
    try {
      for (const Error& notice : read().notices) {
        if (notice.code() != "assumed") all.push_back("N " + notice.message(Language::en));
      }
    } catch (const InvalidInput& wrong) {
      for (const Error& error : wrong.errors()) all.push_back("E " + error.message(Language::en));
    }
    return all;
  }
};

std::vector<Degrees> times(std::size_t n, Degrees one) { return std::vector<Degrees>(n, one); }
std::vector<Degrees> operator+(std::vector<Degrees> a, const std::vector<Degrees>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace

TEST_CASE("one row with latitude and longitude exchanged is named, whether it is out of range or not") {
  CHECK(
      Week{times(5, beijing) + times(1, turned(beijing)), times(2, beijing)}.said() ==
      Lines{
          "E orders.纬度, row 7: 纬度 must be between -90 and 90, got 116.415: latitude and longitude may be swapped"});
  CHECK(
      Week{times(5, new_york) + times(1, turned(new_york)), times(2, new_york), "America/New_York"}.said() ==
      Lines{"E orders.纬度, row 7: 纬度 -73.985, 经度 40.7 is 15075 km away from the other places, and straight lines "
            "reach 1000 km: latitude and longitude may be swapped"});
  CHECK(Week{times(5, beijing), times(2, beijing) + times(1, turned(beijing))}.said() ==
        Lines{"E technicians.纬度, row 4: 纬度 must be between -90 and 90, got 116.4: latitude and longitude may be "
              "swapped"});
  CHECK(Week{times(5, urumqi), times(2, urumqi) + times(1, turned(urumqi))}.said()[0].starts_with(
      "E technicians.纬度, row 4: 纬度 87.6, 经度 43.8 is "));
  CHECK(messages([] {
          static_cast<void>(Week{times(5, new_york) + times(1, turned(new_york)), times(2, new_york)}.read());
        })[1] ==
        "orders.纬度,第7行:纬度-73.985、经度40.7距其他地点15075公里,直线估算最多1000公里:纬度和经度可能颠倒了");
}

TEST_CASE("exchanged degrees that would lie nowhere near the others are only out of range") {
  CHECK(Week{times(5, beijing) + times(1, Degrees{116.4, 99}), times(2, beijing)}.said() ==
        Lines{"E orders.纬度, row 7: 纬度 must be between -90 and 90, got 116.415"});
  CHECK(Week{times(5, beijing) + times(1, Degrees{116.4, -30}), times(2, beijing)}.said() ==
        Lines{"E orders.纬度, row 7: 纬度 must be between -90 and 90, got 116.415"});
}

TEST_CASE("a table that has all its rows the wrong way round is one sentence") {
  const std::string orders =
      "E orders.纬度, row 1: 纬度 is beyond ±90 in all 40 rows, 经度 in none: latitude and longitude may be swapped";
  const std::string technicians =
      "E technicians.纬度, row 1: 纬度 is beyond ±90 in all 3 rows, 经度 in none: latitude and longitude may be "
      "swapped";
  CHECK(Week{times(40, turned(beijing)), times(3, beijing)}.said() == Lines{orders});
  CHECK(Week{times(40, beijing), times(3, turned(beijing))}.said() == Lines{technicians});
  CHECK(Week{times(40, turned(beijing)), times(3, turned(beijing))}.said() == Lines{orders, technicians});
}

TEST_CASE("where both readings are in range the clocks tell which table is the wrong way round") {
  Week week{times(40, new_york), times(3, turned(new_york)), "America/New_York"};
  Lines said = week.said();
  REQUIRE(said.size() == 1);
  CHECK(said[0].starts_with("E technicians.纬度, row 2: 3 places (rows 2, 3, 4) lie "));
  CHECK(said[0].ends_with(
      " km away from the others, and straight lines reach 1000 km: latitude and longitude may be swapped"));
  week = {times(40, turned(new_york)), times(3, new_york), "America/New_York"};
  said = week.said();
  REQUIRE(said.size() == 1);
  CHECK(said[0].starts_with("E orders.纬度, row 2: 40 places (rows 2, 3, 4, 5, 6 …) lie "));
  week = {times(40, turned(new_york)), times(3, turned(new_york)), "America/New_York"};
  CHECK(week.said() ==
        Lines{"N orders.纬度, row 1: the places lie around 纬度 -73.988, 经度 40.7, where no clock shows "
              "America/New_York: latitude and longitude may be swapped"});
  week.zone = "UTC";  // of no place
  CHECK(week.said().empty());
}

TEST_CASE("zeros are no coordinates where nobody is near them") {
  CHECK(Week{times(5, beijing) + times(2, {0, 0}), times(2, beijing)}.said() ==
        Lines{"E orders.纬度, row 7: 纬度 0, 经度 0 is no place: give its coordinates",
              "E orders.纬度, row 8: 纬度 0, 经度 0 is no place: give its coordinates"});
  CHECK(Week{times(5, beijing), times(2, beijing) + times(1, {0, 0})}.said() ==
        Lines{"E technicians.纬度, row 4: 纬度 0, 经度 0 is no place: give its coordinates"});
  Week listed{times(5, beijing) + times(1, {0, 0}), times(2, beijing)};
  listed.list_unplaced = true;
  CHECK(listed.said() == Lines{"N orders: coordinates 0, 0 were taken as no coordinates (1 rows)",
                               "N orders, row 7: order 'A5' has no coordinates, so it is not planned: "});
  CHECK(listed.read().data.orders.size() == 5);
  CHECK(Week{times(5, {0.01, 0.02}) + times(1, {0, 0}), times(2, {0, 0.01})}.said().empty());
}

TEST_CASE("a far place is named with its row: an error when it cannot be planned, else a notice") {
  CHECK(Week{times(5, beijing) + times(1, {22.5, 88.3}), times(2, beijing)}.said() ==
        Lines{"E orders.纬度, row 7: 纬度 22.515, 经度 88.3 is 3275 km away from the other places, and straight lines "
              "reach 1000 km"});
  CHECK(Week{times(5, beijing) + times(1, {43.8, 125.3}), times(2, beijing)}.said() ==
        Lines{"N orders.纬度, row 7: 纬度 43.815, 经度 125.3 is 855 km away from the other places"});
  CHECK(Week{times(5, beijing), times(2, beijing) + times(2, {43.8, 125.3})}.said() ==
        Lines{"N technicians.纬度, row 4: 2 places (rows 4, 5) lie 854 km away from the others"});
  // The near one of two far ones is no error.
  CHECK(Week{times(5, beijing) + times(1, {43.8, 125.3}) + times(1, {22.5, 88.3}), times(2, beijing)}.said().size() ==
        1);
  CHECK(Week{times(5, beijing) + times(1, tianjin), times(2, beijing)}.said().empty());
}

TEST_CASE("a table of several cities has no outliers but those that are none of its cities") {
  const auto of = [](std::size_t n, Degrees city) { return times(n, city); };
  const Degrees jinan{36.65, 117.0};
  const Degrees shenyang{41.8, 123.4};
  CHECK(Week{of(50, beijing) + of(3, jinan) + of(2, shenyang), of(5, beijing) + of(1, jinan) + of(1, shenyang)}
            .said()
            .empty());
  CHECK(Week{of(50, beijing) + of(3, jinan) + of(2, shenyang), of(5, beijing) + of(1, jinan)}.said() ==
        Lines{"N orders.纬度, row 55: 2 places (rows 55, 56) lie 625 km away from the others"});
  CHECK(Week{of(50, beijing) + of(30, guangzhou), of(5, beijing) + of(3, guangzhou)}.said() ==
        Lines{"E orders.纬度, row 1: the places lie 1867 km apart, and straight lines reach 1000 km: plan each city by "
              "itself"});
  CHECK(Week{of(50, beijing) + of(30, guangzhou), {}}.said().empty());  // orders alone are no plan yet
}

TEST_CASE("what the tables refuse as too wide is what the problem would have refused, and nothing else") {
  for (const Degrees& far :
       {Degrees{22.5, 88.3}, {43.8, 125.3}, {30.9, 116.4}, {31.0, 116.4}, {39.9, 104.7}, {39.9, 104.8}}) {
    CAPTURE(far.second);
    const Week week{times(5, beijing) + times(1, far), times(2, beijing)};
    ProblemData data = Week{times(6, beijing), times(2, beijing)}.read().data;
    data.locations[5].point = GeoPoint::from_degrees(far.first + 0.015, far.second);
    const bool refused = !messages([&] { static_cast<void>(Problem(data)); }).empty();
    const Lines said = week.said();
    REQUIRE(said.size() == 1);
    CHECK(said[0].starts_with(refused ? "E orders.纬度, row 7" : "N orders.纬度, row 7"));
  }
}

TEST_CASE("places by the table of places are named with its row; its own rows are looked at alike") {
  sheets::WeekOptions options;
  options.zone = syntax::load_zone("Asia/Shanghai");
  options.list_unplaced = true;
  const std::string orders =
      "工单号,地址,纬度,经度,服务日期\nA1,望京花园1号,,,2024-07-08\nA2,x,39.9,116.4,2024-07-08\n";
  const std::string people = "工号,纬度,经度,上班,下班\nG1,39.9,116.4,08:00,17:00\n";
  const auto of = [&](const std::string& rows) {
    const std::string table = "地点,纬度,经度\n" + rows;
    options.places = table;
    Lines all = messages([&] {
      for (const Error& notice : sheets::week_from_csv(orders, people, options).notices) {
        if (notice.code().starts_with("far")) throw InvalidInput(notice);
      }
    });
    if (all.size() > 1) all.erase(all.begin() + 1, all.begin() + 2);
    return all;
  };
  CHECK(
      of("望京,39.99,116.47\n望京花园,43.8,125.3\n")[0] ==
      "orders.纬度, row 2: 纬度 43.8, 经度 125.3 (row 3 of the table of places) is 855 km away from the other places");
  CHECK(of("望京,116.47,39.99\n国贸,39.91,116.46\n")[0] ==
        "places.lat, row 2: lat must be between -90 and 90, got 116.47: latitude and longitude may be swapped");
  CHECK(of("望京,116.47,39.99\n国贸,116.46,39.91\n")[0] ==
        "places.lat, row 1: lat is beyond ±90 in all 2 rows, lon in none: latitude and longitude may be swapped");
  CHECK(of("望京,0,0\n国贸,39.91,116.46\n")[0] == "places.lat, row 2: lat 0, lon 0 is no place: give its coordinates");
}

TEST_CASE("a table full of lonely places loses no time: the first hundred are named, the others counted") {
  std::vector<Degrees> all = times(20'000, beijing);
  for (int lat = -89; lat < 80; lat += 2) {
    for (int lon = -179; lon < 100; lon += 2) all.emplace_back(lat, lon);
  }
  const Lines said = Week{all, times(2, beijing)}.said();
  REQUIRE(said.size() == 101);
  CHECK(said.front().starts_with("E orders.纬度, row 20002: 纬度 -89, 经度 -179 is "));
  CHECK(said.back() == "E orders: and 11800 more");
}

TEST_CASE("groups of places: medians, neighbours across fields and across the date line") {
  const auto point = [](double lat, double lon) { return *GeoPoint::from_degrees(lat, lon); };
  const std::vector<GeoPoint> points{point(39.9, 116.4),  point(39.99, 116.99), point(40.01, 117.01),
                                     point(-17.8, 179.9), point(-17.7, -179.9), point(39.95, 116.5),
                                     point(89.9, 10),     point(-90, -180)};
  const sheets_detail::PlaceGroups groups(points, 5);
  REQUIRE(groups.groups().size() == 4);
  CHECK(groups.groups()[0].members == std::vector<std::size_t>{0, 1, 2, 5});
  CHECK(groups.groups()[0].technicians == 1);
  CHECK(groups.groups()[0].works());
  CHECK(groups.groups()[0].middle == point(39.99, 116.99));
  CHECK(groups.groups()[1].members == std::vector<std::size_t>{3, 4});
  CHECK(groups.near(point(39.0, 115.0)) == std::vector<std::size_t>{0});
  CHECK(groups.near(point(0, 0)).empty());
  CHECK(sheets_detail::km_between(point(0, 0), point(0, 180)) == doctest::Approx(20015).epsilon(0.001));
}
