#include <paidan/routing/detail/population.hpp>

#include "support/soak.hpp"

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>

#include <algorithm>
#include <set>

using paidan::routing::Population;

namespace {

using Plans = Population<int>;
using Visits = Plans::Visits;

constexpr std::size_t most = 25;
const std::vector<std::uint32_t> alike{0, 0, 0};

}  // namespace

TEST_CASE("the best plan stands first, and the same plan is taken once") {
  Plans plans(most, alike, 4);
  CHECK(plans.empty());
  plans.take({{0, 1}, {2, 3}, {}}, 20);
  plans.take({{3, 2, 1, 0}, {}, {}}, 10);
  plans.take({{2, 3}, {}, {0, 1}}, 20);  // tours of one kind may change places: the first one again
  CHECK(plans.size() == 2);
  CHECK(plans[0].score == 10);
  CHECK(plans[1].visits == Visits{{0, 1}, {2, 3}, {}});
  plans.take({{0, 1}, {2, 3}, {}}, 5);  // what counts the same visits better is another plan
  CHECK(plans.size() == 3);
  CHECK(plans[0].score == 5);
}

TEST_CASE("who goes counts where the tours are of different kinds") {
  Plans plans(most, {7, 7, 8}, 3);
  plans.take({{0, 1}, {2}, {}}, 1);
  plans.take({{2}, {0, 1}, {}}, 1);
  CHECK(plans.size() == 1);
  plans.take({{0, 1}, {}, {2}}, 1);
  CHECK(plans.size() == 2);
  CHECK(Plans::distance(plans[0], plans[1]) == 1);  // visit 2
  CHECK(plans.alike(0, 1));
  CHECK(!plans.alike(0, 2));
}

TEST_CASE("absent is not the same as last") {
  Plans plans(most, alike, 2);
  plans.take({{0}, {}, {}}, 3);
  plans.take({{0}, {1}, {}}, 3);
  CHECK(plans.size() == 2);
}

TEST_CASE("one too many costs a plan that is like others, never one of the best few") {
  constexpr std::uint32_t count = 60;
  for (int seed = 0; seed < paidan_test::cases(20); ++seed) {
    CAPTURE(seed);
    paidan::SplitMix64 random(static_cast<std::uint64_t>(seed));
    Plans plans(most, {0}, count);
    std::vector<int> scores;
    std::set<std::vector<std::uint32_t>> seen;
    std::vector<std::uint32_t> tour(count);
    for (std::uint32_t v = 0; v < count; ++v) tour[v] = v;
    for (int turn = 0; turn < 200; ++turn) {
      std::swap(tour[random.below(count)], tour[random.below(count)]);
      if (!seen.insert(tour).second) continue;
      const int score = static_cast<int>(random.below(1'000));
      plans.take({tour}, score);
      scores.push_back(score);
      std::sort(scores.begin(), scores.end());
      REQUIRE(plans.size() <= most);
      // Each of these is another sequence: the best few are never lost.
      for (std::size_t i = 0; i < std::min<std::size_t>(Plans::safe, scores.size()); ++i)
        CHECK(plans[i].score == scores[i]);
      for (std::size_t i = 1; i < plans.size(); ++i) CHECK(plans[i - 1].score <= plans[i].score);
    }
    CHECK(plans.size() == most);
  }
  // All alike but one: the odd one out stays, although it is the worst.
  Plans plans(most, {0}, count);
  std::vector<std::uint32_t> line(count);
  for (std::uint32_t v = 0; v < count; ++v) line[v] = v;
  const std::vector<std::uint32_t> odd(line.rbegin(), line.rend());
  plans.take({odd}, 1'000);
  for (std::uint32_t i = 0; i + 1 < count; ++i) {
    auto like = line;
    std::swap(like[i], like[i + 1]);
    plans.take({like}, static_cast<int>(i));
  }
  CHECK(plans.size() == most);
  CHECK(plans[0].score == 0);
  CHECK(plans[plans.size() - 1].visits == Visits{odd});
}
