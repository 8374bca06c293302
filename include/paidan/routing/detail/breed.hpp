// Several annealings, then children of two of their plans: what pays up to some 200 visits.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/cooling.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Runs a search: as one annealing, or as `anneals` of them in the first part of the work and then as children, each of
/// which takes some tours of a second parent and is annealed from a lower temperature. `Search` has
///   Visits, Score (ordered), best_score(), best_visits(), restart(visits), run(count, share), adopt(search),
///   visit_count(), tour_count(), around(visit), like(tour, tour).
template <class Search>
class Breeding {
 public:
  using Visits = typename Search::Visits;
  using Score = typename Search::Score;

  Breeding(Search search, std::uint64_t seed, bool breeds)
      : search_(std::move(search)), random_(mix64(seed ^ 0x6272656564ULL)), breeds_(breeds) {
    if (breeds_) first_ = search_.best_visits();
    best_score_ = search_.best_score();
  }

  /// `count` steps; `share` of the whole work is done.
  void run(std::int64_t count, anneal::Share share) {
    if (!breeds_) {
      search_.run(count, share);
    } else if (population_.size() < anneals && !children_) {
      // The i-th annealing has its own part of the share.
      const anneal::Share part = anneal::whole_work / 100 * anneal_percent / anneals;
      while (population_.size() < anneals && share >= part * (annealed_ + 1)) next_anneal();
      if (population_.size() < anneals) {
        search_.run(count, std::min(anneal::whole_work, (share - part * annealed_) * anneals / anneal_percent * 100));
      } else {
        children_ = true;
        run_child(count);
      }
    } else {
      children_ = true;
      run_child(count);
    }
    if (search_.best_score() < best_score_) best_score_ = search_.best_score();
  }

  [[nodiscard]] const Score& best_score() const { return best_score_; }
  [[nodiscard]] Visits best_visits() const {
    const Plan* best = nullptr;
    for (const Plan& one : population_) {
      if (best == nullptr || one.score < best->score) best = &one;
    }
    return best != nullptr && best->score < search_.best_score() ? best->visits : search_.best_visits();
  }
  void adopt(const Breeding& other) {
    if (!breeds_) {
      search_.adopt(other.search_);
      best_score_ = search_.best_score();
      return;
    }
    if (population_.empty()) {
      search_.restart(other.best_visits());
    } else {
      take(plan(other.best_visits(), other.best_score()));
    }
    if (other.best_score() < best_score_) best_score_ = other.best_score();
  }
  [[nodiscard]] const Search& search() const { return search_; }

 private:
  static constexpr std::size_t anneals = 5;
  static constexpr std::uint64_t anneal_percent = 40;
  static constexpr std::int64_t steps_a_visit = 20;
  static constexpr std::uint32_t most_tours = 12;
  static constexpr std::uint32_t none = 0xffffffffU;

  struct Plan {
    Score score;
    Visits visits;
    std::vector<std::uint32_t> next;  ///< of each visit; `none`: last, or absent
  };

  Plan plan(Visits visits, const Score& score) const {
    Plan one{score, std::move(visits), std::vector<std::uint32_t>(search_.visit_count(), none)};
    for (const auto& tour : one.visits) {
      for (std::size_t i = 0; i + 1 < tour.size(); ++i) one.next[tour[i]] = tour[i + 1];
    }
    return one;
  }

  [[nodiscard]] static std::size_t distance(const Plan& a, const Plan& b) {
    std::size_t differ = 0;
    for (std::size_t i = 0; i < a.next.size(); ++i) differ += a.next[i] != b.next[i] ? 1 : 0;
    return differ;
  }

  void sort() {
    std::stable_sort(population_.begin(), population_.end(),
                     [](const Plan& a, const Plan& b) { return a.score < b.score; });
  }

  void next_anneal() {
    population_.push_back(plan(search_.best_visits(), search_.best_score()));
    sort();
    ++annealed_;
    search_.restart(first_);
  }

  /// Replaces the most similar of those that are no better; none twice.
  void take(Plan one) {
    std::size_t chosen = population_.size();
    std::size_t least = 0;
    for (std::size_t i = 0; i < population_.size(); ++i) {
      const std::size_t apart = distance(population_[i], one);
      if (apart == 0 && !(one.score < population_[i].score)) return;
      if (population_[i].score < one.score || (chosen < population_.size() && apart >= least)) continue;
      chosen = i;
      least = apart;
    }
    if (chosen == population_.size()) return;
    population_[chosen] = std::move(one);
    sort();
  }

  void run_child(std::int64_t count) {
    const std::int64_t all = steps_a_visit * static_cast<std::int64_t>(search_.visit_count());
    if (child_steps_ == 0) begin_child();
    // The second half of an annealing: from a tenth of its first temperature.
    const anneal::Share half = anneal::whole_work / 2;
    search_.run(count, half + anneal::share_of(child_steps_, all) / 2);
    child_steps_ += count;
    if (child_steps_ < all) return;
    child_steps_ = 0;
    take(plan(search_.best_visits(), search_.best_score()));
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
      if (first.next[v] != second.next[v]) differ.push_back(v);
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
      if (first.next[v] != second.next[v]) choose(v);
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
        if (taken[other] != 0 || !search_.like(r, other)) continue;
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
  bool breeds_;
  bool children_ = false;
  std::size_t annealed_ = 0;
  std::int64_t child_steps_ = 0;
  Visits first_;
  Score best_score_;
  std::vector<Plan> population_;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
