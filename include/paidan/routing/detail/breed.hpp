// Several annealings, then children of two of their plans, when there is work enough for them.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/cooling.hpp>
#include <paidan/routing/detail/effort.hpp>
#include <paidan/routing/detail/population.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Runs a search: as one annealing, or as several in the first part of the work and then as children, each of which
/// takes some tours of a second parent and is annealed from a lower temperature. Every second annealing begins as cold
/// as a child, from a plan put together at random: hot ones tend to end in the same valley. `Search` has
///   Visits, Score (ordered), best_score(), best_visits(), restart(visits), begin_anew(), run(count, share),
///   visit_count(), kinds(), around(visit), effort.
template <class Search>
class Breeding {
 public:
  using Visits = typename Search::Visits;
  using Score = typename Search::Score;

  Breeding(Search search, std::uint64_t seed)
      : search_(std::move(search)),
        random_(mix64(seed ^ 0x6272656564ULL)),
        first_(search_.best_visits()),
        best_score_(search_.best_score()),
        population_(Search::effort.plans, search_.kinds(), search_.visit_count()) {}

  /// `count` steps; `share` of the whole work is done.
  void run(std::int64_t count, anneal::Share share) {
    if (anneals_ == 0) decide(share);
    steps_ += count;
    if (anneals_ <= 1) {
      search_.run(count, share);
    } else if (Search::effort.ends_strictly && share >= last_part) {
      if (!ends_) end();
      search_.run(count, share);
    } else {
      // The i-th annealing has its own part of the share.
      const anneal::Share part = (annealed_by - begun_) / anneals_;
      while (annealed_ < anneals_ && share >= begun_ + part * (annealed_ + 1)) next_anneal();
      if (annealed_ < anneals_) {
        const anneal::Share gone = anneal::share_of(static_cast<std::int64_t>(share - begun_ - part * annealed_),
                                                    static_cast<std::int64_t>(part));
        ran_ = true;
        search_.run(count, begins_cold() ? half + gone / 2 : gone);
      } else {
        if (ends_) child_steps_ = 0;
        ends_ = false;
        run_child(count);
      }
    }
    if (search_.best_score() < best_score_) best_score_ = search_.best_score();
  }

  [[nodiscard]] const Score& best_score() const { return best_score_; }
  [[nodiscard]] Visits best_visits() const {
    return !population_.empty() && population_[0].score < search_.best_score() ? population_[0].visits
                                                                               : search_.best_visits();
  }
  void adopt(const Breeding& other) {
    if (anneals_ <= 1) {
      search_.restart(other.best_visits());
      best_score_ = search_.best_score();
      return;
    }
    population_.take(other.best_visits(), other.best_score());
    if (other.best_score() < best_score_) best_score_ = other.best_score();
  }
  [[nodiscard]] const Search& search() const { return search_; }
  /// How many annealings there are to be; 0: not yet known. With one there are no children.
  [[nodiscard]] std::size_t anneals() const { return anneals_; }

 private:
  using Plan = typename Population<Score>::Plan;

  static constexpr anneal::Share half = anneal::whole_work / 2;
  /// By then it shows how many steps the whole work has …
  static constexpr anneal::Share decided_at = anneal::whole_work / 200;
  /// … if so many are done; in any case by then.
  static constexpr std::int64_t decided_steps = 2'048;
  static constexpr anneal::Share decided_by = anneal::whole_work / 16;
  static constexpr std::int64_t least_visits = 20;
  /// With 400 visits several annealings find more in the same time, with 1,000 one does.
  static constexpr std::int64_t most_visits = 500;
  static constexpr std::uint64_t anneal_percent = 40;
  static constexpr anneal::Share annealed_by = anneal::whole_work / 100 * anneal_percent;
  static constexpr std::uint32_t most_tours = 12;
  static constexpr std::uint32_t none = Population<Score>::none;

  /// How many annealings, from what was done in this share. Lanes that take turns on a thread have had several each.
  void decide(anneal::Share share) {
    if (share < decided_at || steps_ == 0 || (steps_ < decided_steps && share < decided_by)) return;
    anneals_ = share >= annealed_by / 2
                   ? 1
                   : anneals(static_cast<std::int64_t>(anneal::Wide{static_cast<std::uint64_t>(steps_)} *
                                                       anneal::whole_work / share));
    begun_ = share;
  }

  /// How many annealings suit so many steps; 1: no children.
  [[nodiscard]] std::size_t anneals(std::int64_t steps) const {
    const auto visits = static_cast<std::int64_t>(search_.visit_count());
    if (visits < least_visits || visits > most_visits || steps < Search::effort.least_steps * visits) return 1;
    return static_cast<std::size_t>(
        std::min(Search::effort.most_anneals,
                 steps / visits * static_cast<std::int64_t>(anneal_percent) / 100 / Search::effort.anneal_steps));
  }

  [[nodiscard]] bool begins_cold() const { return Search::effort.colds && annealed_ % 2 == 1; }

  void next_anneal() {
    if (ran_) population_.take(search_.best_visits(), search_.best_score());
    ran_ = false;
    ++annealed_;
    if (annealed_ == anneals_) return;
    if (begins_cold()) {
      search_.begin_anew();
    } else {
      search_.restart(first_);
    }
  }

  void end() {
    ends_ = true;
    population_.take(search_.best_visits(), search_.best_score());
    search_.restart(best_visits());
  }

  void run_child(std::int64_t count) {
    const std::int64_t all = Search::effort.child_steps * static_cast<std::int64_t>(search_.visit_count());
    if (child_steps_ == 0) begin_child();
    // The second half of an annealing: from a tenth of its first temperature.
    search_.run(count, half + anneal::share_of(child_steps_, all) / 2);
    child_steps_ += count;
    if (child_steps_ < all) return;
    child_steps_ = 0;
    population_.take(search_.best_visits(), search_.best_score());
  }

  void begin_child() {
    const auto size = static_cast<std::uint32_t>(population_.size());
    const std::uint32_t a = std::min(random_.below(size), random_.below(size));
    std::uint32_t b = random_.below(size);
    for (int i = 0; i < 10 && b == a; ++i) b = random_.below(size);
    search_.restart(child(population_[a], population_[b]));
  }

  /// The first plan with some tours of the second one, near a visit that they treat differently.
  Visits child(const Plan& first, const Plan& second) {
    std::vector<std::uint32_t> differ;
    for (std::uint32_t v = 0; v < first.next.size(); ++v) {
      if (Population<Score>::differ(first, second, v)) differ.push_back(v);
    }
    Visits visits = first.visits;
    if (differ.empty()) return visits;
    std::vector<std::uint32_t> in_first(first.next.size(), none);
    std::vector<std::uint32_t> in_second(first.next.size(), none);
    std::uint32_t used = 0;
    for (std::uint32_t r = 0; r < visits.size(); ++r) {
      for (const std::uint32_t v : first.visits[r]) in_first[v] = r;
      for (const std::uint32_t v : second.visits[r]) in_second[v] = r;
      used += second.visits[r].empty() ? 0U : 1U;
    }
    const std::uint32_t seed = differ[random_.below(static_cast<std::uint32_t>(differ.size()))];
    const std::uint32_t most = 1 + random_.below(std::max(1U, std::min(most_tours, used / 2)));
    std::vector<std::uint32_t> chosen;
    const auto choose = [&](std::uint32_t v) {
      const std::uint32_t r = in_second[v];
      if (r != none && std::find(chosen.begin(), chosen.end(), r) == chosen.end()) chosen.push_back(r);
    };
    choose(seed);
    for (const std::uint32_t v : search_.around(seed)) {
      if (chosen.size() >= most) break;
      if (Population<Score>::differ(first, second, v)) choose(v);
    }
    // Their visits leave the first plan; each chosen tour takes the place of the like one that loses most.
    std::vector<std::uint32_t> lost(visits.size(), 0);
    std::vector<std::uint8_t> moved(first.next.size(), 0);
    for (const std::uint32_t r : chosen) {
      for (const std::uint32_t v : second.visits[r]) {
        moved[v] = 1;
        if (in_first[v] != none) ++lost[in_first[v]];
      }
    }
    std::vector<std::uint8_t> taken(visits.size(), 0);
    for (auto& tour : visits) std::erase_if(tour, [&](std::uint32_t v) { return moved[v] != 0; });
    for (const std::uint32_t r : chosen) {
      std::uint32_t place = none;
      for (std::uint32_t other = 0; other < visits.size(); ++other) {
        if (taken[other] != 0 || !population_.alike(r, other)) continue;
        if (place == none || lost[other] > lost[place] ||
            (lost[other] == lost[place] && visits[other].size() < visits[place].size()))
          place = other;
      }
      taken[place] = 1;
      visits[place] = second.visits[r];
    }
    return visits;
  }

  Search search_;
  SplitMix64 random_;
  Visits first_;
  Score best_score_;
  Population<Score> population_;
  std::size_t anneals_ = 0;
  std::size_t annealed_ = 0;
  bool ran_ = true;  // the annealing that is on, or the steps before it was known how many there are
  bool ends_ = false;
  anneal::Share begun_ = 0;
  std::int64_t steps_ = 0;
  std::int64_t child_steps_ = 0;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
