#include <paidan/travel/source.hpp>

#include <doctest/doctest.h>

#include <vector>

#include <paidan/core/random.hpp>

using namespace paidan;
using travel::Leg;
using travel::Source;

namespace {

void check_bulk(const Source& source) {
  const std::uint64_t seed = 11;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const auto n = static_cast<std::uint32_t>(source.size());
  std::vector<LocationIndex> some;
  for (int i = 0; i < 50; ++i) some.emplace_back(random.below(n));  // with repetitions, in no order
  std::vector<Leg> row(some.size());
  std::vector<Leg> column(some.size());
  for (std::size_t k = 0; k < n; ++k) {
    const LocationIndex here(k);
    source.row(here, some, row);
    source.column(here, some, column);
    for (std::size_t i = 0; i < some.size(); ++i) {
      REQUIRE(row[i] == source.leg(here, some[i]));
      REQUIRE(column[i] == source.leg(some[i], here));
    }
  }
}

}  // namespace

TEST_CASE("rows and columns of a matrix are its legs") {
  SplitMix64 random(3);
  travel::MatrixData data{20, std::vector<std::int64_t>(400), std::vector<std::int64_t>(400)};
  for (std::size_t i = 0; i < 400; ++i) {
    if (i % 21 == 0) continue;
    data.seconds[i] = random.between(-1, 5'000);
    data.metres[i] = random.between(0, 50'000);
  }
  const Source source{travel::Matrix(data)};
  CHECK(source.size() == 20);
  CHECK(source.longest() == travel::Matrix(data).longest());
  check_bulk(source);
}

TEST_CASE("rows and columns of straight lines are their legs") {
  SplitMix64 random(5);
  std::vector<GeoPoint> points;
  for (int i = 0; i < 20; ++i) {
    points.push_back({static_cast<std::int32_t>(random.between(310'000'000, 313'000'000)),
                      static_cast<std::int32_t>(random.between(1'214'000'000, 1'217'000'000))});
  }
  const Source source{travel::StraightLine(points, {.stop_seconds = 30})};
  check_bulk(source);
}

TEST_CASE("a copy shares its data, and an empty source has no size") {
  const Source source{travel::Matrix({2, {0, 1, 2, 0}, {}})};
  const Source copy = source;  // NOLINT(performance-unnecessary-copy-initialization)
  CHECK(copy.leg(LocationIndex(1), LocationIndex(0)).seconds == 2);
  CHECK(Source().size() == 0);
  CHECK(Source().longest() == Leg{});
}
