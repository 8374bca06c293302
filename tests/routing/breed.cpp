#include <paidan/routing/detail/breed.hpp>

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>

#include <map>
#include <utility>
#include <vector>

using paidan::routing::Breeding;
using paidan::routing::anneal::Share;
using paidan::routing::anneal::whole_work;

namespace {

struct Call {
  bool anew = false;
  bool again = false;
  Share share = 0;
  std::vector<std::vector<std::uint32_t>> from = {};  ///< again: from this plan
};

using Known = std::map<std::vector<std::vector<std::uint32_t>>, int>;

/// Finds something better now and then, the more so the cooler it is, and writes down what it is asked.
template <bool strictly>
class ScriptOf {
 public:
  using Visits = std::vector<std::vector<std::uint32_t>>;
  using Score = int;

  static constexpr paidan::routing::Effort effort{.least_steps = 1'500,
                                                  .anneal_steps = 90,
                                                  .most_anneals = 20,
                                                  .child_steps = 5,
                                                  .plans = 25,
                                                  .ends_strictly = strictly,
                                                  .colds = true};

  ScriptOf(std::uint32_t visits, std::uint64_t seed, Known& known, std::vector<Call>& calls)
      : random_(seed), known_(&known), calls_(&calls) {
    for (std::uint32_t v = 0; v < visits; ++v) plan_[0].push_back(v);
    (*known_)[plan_] = score_;
  }
  [[nodiscard]] int best_score() const { return score_; }
  [[nodiscard]] const Visits& best_visits() const { return plan_; }
  [[nodiscard]] std::uint32_t visit_count() const { return static_cast<std::uint32_t>(plan_[0].size()); }
  [[nodiscard]] std::vector<std::uint32_t> kinds() const { return {0, 0}; }
  [[nodiscard]] std::vector<std::uint32_t> around(std::uint32_t visit) const { return {(visit + 1) % 19}; }
  void run(std::int64_t, Share share) {
    calls_->push_back({false, false, share, {}});
    if (random_.below(10) == 0)
      found(1'000'000 - static_cast<int>(share * 900'000 / whole_work + random_.below(90'000)));
  }
  void restart(const Visits& visits) {
    calls_->push_back({false, true, 0, visits});
    plan_ = visits;
    const auto known = known_->find(visits);
    score_ = known != known_->end() ? known->second : 5'000'000;
  }
  void begin_anew() {
    calls_->push_back({true, false, 0, {}});
    score_ = 6'000'000;
    found(score_ - 1);
  }

 private:
  void found(int score) {
    if (score >= score_) return;
    score_ = score;
    do {
      std::swap(plan_[0][random_.below(visit_count())], plan_[0][random_.below(visit_count())]);
    } while (known_->contains(plan_));
    (*known_)[plan_] = score;
  }

  paidan::SplitMix64 random_;
  Known* known_;
  std::vector<Call>* calls_;
  Visits plan_{{}, {}};
  int score_ = 5'000'000;
};

using Script = ScriptOf<false>;

constexpr std::int64_t slice = 50;

/// All calls of a whole work of so many steps.
std::vector<Call> calls_of(std::uint32_t visits, std::int64_t steps, std::size_t& anneals) {
  std::vector<Call> calls;
  Known known;
  Breeding<Script> breeding(Script(visits, 1, known, calls), 1);
  int best = breeding.best_score();
  for (std::int64_t done = 0; done < steps; done += slice) {
    breeding.run(slice, paidan::routing::anneal::share_of(done, steps));
    REQUIRE(breeding.best_score() <= best);
    REQUIRE(known.at(breeding.best_visits()) == breeding.best_score());
    best = breeding.best_score();
  }
  anneals = breeding.anneals();
  return calls;
}

}  // namespace

TEST_CASE("little work, few visits and many visits are for one annealing") {
  const std::pair<std::uint32_t, std::int64_t> cases[] = {{100, 149'000}, {19, 1'000'000}, {501, 2'000'000}};
  for (const auto& one : cases) {
    const std::uint32_t visits = one.first;
    const std::int64_t steps = one.second;
    CAPTURE(visits);
    std::size_t anneals = 0;
    const auto calls = calls_of(visits, steps, anneals);
    CHECK(anneals == 1);
    CHECK(calls.size() == static_cast<std::size_t>(steps / slice));
    Share before = 0;
    for (const Call& call : calls) {
      CHECK((!call.anew && !call.again && call.share >= before));
      before = call.share;
    }
  }
}

TEST_CASE("the more work, the more annealings; every second one is cold and begins anew") {
  const std::pair<std::int64_t, std::size_t> cases[] = {{150'000, 6}, {300'000, 13}, {2'000'000, 20}};
  for (const auto& one : cases) {
    const std::int64_t steps = one.first;
    const std::size_t expected = one.second;
    CAPTURE(steps);
    std::size_t anneals = 0;
    const auto calls = calls_of(100, steps, anneals);
    CHECK(anneals == expected);
    std::size_t begun = 1;
    Share low = whole_work;
    std::size_t runs = 0;
    for (const Call& call : calls) {
      if (call.anew || call.again) {
        // Each of them cools right down before the next begins.
        if (begun <= anneals) CHECK(low > whole_work * 8 / 10);
        ++begun;
        if (begun <= anneals) CHECK(call.anew == (begun % 2 == 0));
        if (begun > anneals) CHECK(!call.anew);
        low = 0;
        continue;
      }
      ++runs;
      if (begun > 1 && begun <= anneals && begun % 2 == 1 && low == 0) CHECK(call.share < whole_work / 10);
      if (begun % 2 == 0 || begun > anneals) CHECK(call.share >= whole_work / 2);
      low = call.share;
    }
    CHECK(runs == static_cast<std::size_t>(steps / slice));
    CHECK(begun > anneals + 100);  // the children
  }
}

TEST_CASE("what another one found is kept, whenever it comes") {
  for (const int from : {0, 100, 2'000, 5'900}) {
    CAPTURE(from);
    std::vector<Call> calls;
    Known known;
    Breeding<Script> breeding(Script(100, 1, known, calls), 1);
    Breeding<Script> other(Script(100, 2, known, calls), 2);
    for (int turn = 0; turn < 100; ++turn) other.run(slice, whole_work);
    constexpr std::int64_t steps = 300'000;
    for (std::int64_t turn = 0; turn < steps / slice; ++turn) {
      if (turn == from && other.best_score() < breeding.best_score()) breeding.adopt(other);
      breeding.run(slice, paidan::routing::anneal::share_of(turn * slice, steps));
      if (turn < from) continue;
      REQUIRE(breeding.best_score() <= other.best_score());
      REQUIRE(known.at(breeding.best_visits()) == breeding.best_score());
    }
  }
}

TEST_CASE("the last part of the work belongs to the best plan, where a search ends strictly") {
  using Strict = ScriptOf<true>;
  std::vector<Call> calls;
  Known known;
  Breeding<Strict> breeding(Strict(100, 1, known, calls), 1);
  constexpr std::int64_t steps = 300'000;
  for (std::int64_t done = 0; done < steps; done += slice) {
    const Share share = paidan::routing::anneal::share_of(done, steps);
    const std::size_t before = calls.size();
    const bool first = share >= paidan::routing::last_part && done > 0 &&
                       paidan::routing::anneal::share_of(done - slice, steps) < paidan::routing::last_part;
    const auto best = breeding.best_visits();
    breeding.run(slice, share);
    if (share < paidan::routing::last_part) continue;
    // Begun once, from the best; then nothing but steps.
    CHECK(calls.size() - before == (first ? 2 : 1));
    if (first) CHECK(calls[before].again);
    if (first) CHECK((calls[before].from == best));
    CHECK(calls.back().share == share);
  }
  // What wakes again has children again.
  breeding.run(slice, paidan::routing::last_part - 1);
  CHECK(calls[calls.size() - 2].again);
  CHECK(calls.back().share == whole_work / 2);
}
