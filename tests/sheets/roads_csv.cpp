#include <paidan/sheets/roads_csv.hpp>

#include <doctest/doctest.h>

#include <paidan/sheets/columns.hpp>

#include <string>
#include <vector>

using namespace paidan;

namespace {

using Lines = std::vector<std::string>;

const std::string nodes = "node,lat,lon\na,39.90,116.40\nb,39.91,116.40\nc,39.91,116.41\n";

struct Read {
  travel::RoadData roads;
  Lines said;
};

Read read(const std::string& crossings, const std::string& stretches, std::vector<std::string> columns = {}) {
  Errors notices;
  sheets::RoadOptions options;
  options.notices = &notices;
  sheets::own_columns(columns, options);
  Read result{sheets::roads_from_csv(crossings, stretches, options), {}};
  for (const Error& notice : notices.told()) result.said.emplace_back(notice.code());
  return result;
}

Lines refused(const std::string& crossings, const std::string& stretches) {
  Lines lines;
  try {
    static_cast<void>(sheets::roads_from_csv(crossings, stretches));
  } catch (const InvalidInput& wrong) {
    for (const Error& error : wrong.errors()) lines.push_back(error.message(Language::en));
  }
  return lines;
}

}  // namespace

TEST_CASE("stretches have their time, else their speed, else that of their class, else the given one") {
  const Read found = read(nodes,
                          "from,to,metres,seconds,speed_kmh,highway,oneway\n"
                          "a,b,1200,120,99,primary,yes\n"
                          "b,c,1200,,36,primary,yes\n"
                          "c,a,1500,,,primary_link,yes\n"
                          "a,c,1500,,,alley,yes\n");
  REQUIRE(found.roads.edges.size() == 4);
  CHECK(found.roads.edges[0] == travel::RoadEdge{0, 1, 12'000, 36'000});
  CHECK(found.roads.edges[1] == travel::RoadEdge{1, 2, 12'000, 36'000});
  CHECK(found.roads.edges[2] == travel::RoadEdge{2, 0, 15'000, 45'000});
  CHECK(found.roads.edges[3] == travel::RoadEdge{0, 2, 15'000, 25'000});
  CHECK(found.said == Lines{"speeds_assumed", "classes_unknown"});
  CHECK(sheets::speed_of_class("secondary_link") == sheets::speed_of_class("secondary"));
  CHECK(sheets::speed_of_class("alley") == 0);
}

TEST_CASE("one-way streets: as the column says, and without the column as the rows stand") {
  const std::string heading = "起点,终点,米数,时速,单行\n";
  for (const char* both : {"no", "否", "", "0", "双向"}) {
    CHECK(read(nodes, heading + "a,b,1110,30," + both + "\n").roads.edges.size() == 2);
  }
  for (const char* one : {"yes", "是", "1", "单行", "True"}) {
    CHECK(read(nodes, heading + "a,b,1110,30," + one + "\n").roads.edges ==
          std::vector{travel::RoadEdge{0, 1, 11'100, 30'000}});
  }
  for (const char* back : {"-1", "reverse", "反向"}) {
    CHECK(read(nodes, heading + "a,b,1110,30," + back + "\n").roads.edges ==
          std::vector{travel::RoadEdge{1, 0, 11'100, 30'000}});
  }
  const Read silent = read(nodes, "from,to,metres,speed_kmh\na,b,1110,30\n");
  CHECK(silent.roads.edges.size() == 1);
  CHECK(silent.said == Lines{"every_row_one_way"});
  CHECK(refused(nodes, heading + "a,b,1110,30,vielleicht\n").size() == 1);
}

TEST_CASE("a length that is not given is the straight line, and it is said") {
  const Read found = read(nodes, "from,to,seconds,oneway\na,b,120,no\n");
  REQUIRE(found.roads.edges.size() == 2);
  CHECK(found.roads.edges[0].decimetres == doctest::Approx(11'100).epsilon(0.01));
  CHECK(found.said == Lines{"lengths_assumed"});
}

TEST_CASE("lengths that cannot be metres are said, and refused where most are") {
  const std::string heading = "from,to,metres,speed_kmh,oneway\n";
  const Lines wrong = refused(nodes, heading + "a,b,1.11,30,no\nb,c,0.85,30,no\n");
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0].starts_with("edges.metres: 2 of 2 stretches are shorter than the straight line"));
  CHECK(read(nodes, heading + "a,b,1.11,30,no\nb,c,900,30,no\nc,a,1500,30,no\n").said ==
        Lines{"shorter_than_straight"});
  CHECK(read(nodes, heading + "a,b,1100,30,no\nb,c,850,30,no\n").said.empty());  // rounded
}

TEST_CASE("own headings, of one table or both") {
  const Read found = read("index,lat,lon\n7,39.90,116.40\n9,39.91,116.40\n", "u,v,m,kmh,oneway\n7,9,1110,30,yes\n",
                          {"nodes.node=index", "from=u", "终点=v", "metres=m", "edges.speed_kmh=kmh"});
  CHECK(found.roads.edges == std::vector{travel::RoadEdge{0, 1, 11'100, 30'000}});
  CHECK(found.said.empty());
}

TEST_CASE("what is wrong with a network is said with its row, of both tables at once") {
  CHECK(refused("node,lat,lon\na,39.9,116.4\na,39.8,116.4\nx,95,116.4\n", "from,to,metres\na,z,10\na,a,-3\n") ==
        Lines{"nodes.node, row 3: crossing 'a' was given before, in row 2",
              "nodes.lat, row 4: lat must be between -90 and 90, got 95", "edges.to, row 2: there is no crossing 'z'",
              "edges.metres, row 3: metres must be more than 0, got -3"});
  CHECK(refused(nodes, "from,to\n") == Lines{"edges: the table has no stretch of road"});
  CHECK(refused("node,lat,lon\na,39.9,\n", "from,to,metres\na,b,zehn\n").size() == 2);
  CHECK(refused(nodes, "from,to,metres,seconds,oneway\na,b,1000,0.0001,no\n").size() == 1);  // faster than any car
}
