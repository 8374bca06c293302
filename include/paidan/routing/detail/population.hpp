// Plans that differ from each other: what breeding keeps.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Up to `most` plans, the best first, none twice. One too many costs the plan that is bad and like others: the ranks
/// by score and by what sets it apart are added up, and the best few are safe by score alone (Vidal: "Hybrid genetic
/// search for the CVRP", Computers & Operations Research 140, 2022).
template <class Score>
class Population {
 public:
  using Visits = std::vector<std::vector<std::uint32_t>>;  ///< by tour
  static constexpr std::uint32_t none = 0xffffffffU;
  static constexpr std::size_t safe = 4;

  struct Plan {
    Score score;
    Visits visits;
    std::vector<std::uint32_t> next;  ///< of each visit; `none`: last, or absent
    std::vector<std::uint32_t> kind;  ///< of each visit's tour; `none`: absent
  };

  /// Up to `most` plans, above `safe`. `kinds` are those of the tours: tours of one kind may change places. Visits have
  /// numbers below `visit_count`.
  Population(std::size_t most, std::vector<std::uint32_t> kinds, std::size_t visit_count)
      : most_(most), kinds_(std::move(kinds)), visit_count_(visit_count) {}

  [[nodiscard]] bool empty() const { return order_.empty(); }
  [[nodiscard]] std::size_t size() const { return order_.size(); }
  /// From the best one on.
  [[nodiscard]] const Plan& operator[](std::size_t i) const { return plans_[order_[i]]; }
  [[nodiscard]] bool alike(std::uint32_t tour, std::uint32_t other) const { return kinds_[tour] == kinds_[other]; }

  void take(Visits visits, const Score& score) {
    Plan one = plan(std::move(visits), score);
    std::vector<std::uint32_t> apart(most_ + 1, 0);
    for (const std::size_t other : order_) {
      apart[other] = distance(plans_[other], one);
      if (apart[other] == 0 && !(score < plans_[other].score)) return;
    }
    const std::size_t slot = free_slot();
    plans_[slot] = std::move(one);
    for (const std::size_t other : order_) apart_[slot][other] = apart_[other][slot] = apart[other];
    const auto behind = std::find_if(order_.begin(), order_.end(),
                                     [&](std::size_t other) { return plans_[slot].score < plans_[other].score; });
    order_.insert(behind, slot);
    if (order_.size() > most_) order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(least_fit()));
  }

  /// Does the visit go on to another one, or with somebody of another kind?
  [[nodiscard]] static bool differ(const Plan& a, const Plan& b, std::size_t visit) {
    // One comparison of integers: two joined by || would branch in a loop over every visit of every plan kept.
    return ((a.next[visit] ^ b.next[visit]) | (a.kind[visit] ^ b.kind[visit])) != 0;
  }
  /// Visits that differ.
  [[nodiscard]] static std::uint32_t distance(const Plan& a, const Plan& b) {
    std::uint32_t count = 0;
    for (std::size_t visit = 0; visit < a.next.size(); ++visit) count += differ(a, b, visit) ? 1U : 0U;
    return count;
  }

 private:
  [[nodiscard]] Plan plan(Visits visits, const Score& score) const {
    Plan one{score, std::move(visits), std::vector<std::uint32_t>(visit_count_, none),
             std::vector<std::uint32_t>(visit_count_, none)};
    for (std::size_t tour = 0; tour < one.visits.size(); ++tour) {
      const auto& visits_of = one.visits[tour];
      for (std::size_t i = 0; i < visits_of.size(); ++i) {
        if (i + 1 < visits_of.size()) one.next[visits_of[i]] = visits_of[i + 1];
        one.kind[visits_of[i]] = kinds_[tour];
      }
    }
    return one;
  }

  [[nodiscard]] std::size_t free_slot() {
    if (plans_.size() <= most_) {
      plans_.emplace_back();
      for (auto& row : apart_) row.push_back(0);
      apart_.emplace_back(plans_.size(), 0);
      return plans_.size() - 1;
    }
    std::size_t slot = 0;
    while (std::find(order_.begin(), order_.end(), slot) != order_.end()) ++slot;
    return slot;
  }

  /// How far the plan stands from the two nearest to it.
  [[nodiscard]] std::uint64_t alone(std::size_t slot) const {
    std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t second = first;
    for (const std::size_t other : order_) {
      if (other == slot) continue;
      const std::uint32_t apart = apart_[slot][other];
      second = std::min(second, std::max(first, apart));
      first = std::min(first, apart);
    }
    return std::uint64_t{first} + second;
  }

  /// Which of the sorted ones goes; never the best.
  [[nodiscard]] std::size_t least_fit() const {
    const std::size_t count = order_.size();
    std::vector<std::uint64_t> alone_of(count);
    for (std::size_t i = 0; i < count; ++i) alone_of[i] = alone(order_[i]);
    std::size_t chosen = count - 1;
    std::size_t worst = 0;
    for (std::size_t i = 1; i < count; ++i) {
      std::size_t rank = 0;  // 1 for the one that stands most alone
      for (const std::uint64_t other : alone_of) rank += other >= alone_of[i] ? 1 : 0;
      const std::size_t unfit = count * i + (count - safe) * rank;
      if (unfit < worst) continue;
      worst = unfit;
      chosen = i;
    }
    return chosen;
  }

  std::size_t most_;
  std::vector<std::uint32_t> kinds_;
  std::size_t visit_count_;
  std::vector<Plan> plans_;
  std::vector<std::size_t> order_;                 ///< slots, the best first
  std::vector<std::vector<std::uint32_t>> apart_;  ///< by slot and slot
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
