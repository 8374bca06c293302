// Orders that ask for the same are searched in one bucket of shifts, which then need not be asked again. Included by
// candidates.ipp alone.
#pragma once

#include <paidan/matching/detail/spatial_search.ipp>

#include <paidan/core/random.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace matching {
namespace matching_detail {

struct Bucket {
  std::vector<Tree> trees;  ///< by profile
  Unsettled unsettled = Unsettled::nothing;
};

/// Which shifts hold a skill on their day, and how well.
class Holders {
 public:
  Holders(const Dense& dense, std::span<const std::uint8_t> considered) : dense_(dense) {
    const std::size_t skills = dense.skill_count;
    std::vector<Entry> entries;
    for (std::size_t s = 0; s < considered.size(); ++s) {
      const std::size_t t = dense.shifts.technician[s].at();
      if (considered[s] == 0 || dense.technicians.max_jobs[t] < 1) continue;
      working_.push_back(static_cast<std::uint32_t>(s));
      const std::int32_t day = dense.shifts.local_day[s];
      const auto grants = dense.technicians.skills[t];  // by skill
      for (std::size_t i = 0; i < grants.size();) {
        const SkillIndex skill = grants[i].skill;
        std::int32_t level = 0;
        for (; i < grants.size() && grants[i].skill == skill; ++i) {
          if (grants[i].first_day <= day && day <= grants[i].last_day) level = std::max(level, grants[i].level);
        }
        if (level > 0) entries.push_back({skill.value, static_cast<std::uint32_t>(s), level});
      }
    }
    first_.assign(skills + 1, 0);
    at_least_.assign(skills * levels, 0);
    for (const Entry& entry : entries) {
      ++first_[entry.skill + 1];
      for (std::int32_t level = 1; level <= entry.level; ++level) ++at_least_[slot(entry.skill, level)];
    }
    for (std::size_t k = 0; k < skills; ++k) first_[k + 1] += first_[k];
    shifts_.resize(entries.size());
    std::vector<std::uint32_t> next(first_.begin(), first_.end());
    for (const Entry& entry : entries) shifts_[next[entry.skill]++] = entry.shift;
  }

  /// Everyone who works at all.
  [[nodiscard]] std::span<const std::uint32_t> working() const { return working_; }
  [[nodiscard]] std::span<const std::uint32_t> holding(SkillIndex skill) const {
    return {shifts_.data() + first_[skill.at()], first_[skill.at() + 1] - first_[skill.at()]};
  }
  [[nodiscard]] std::size_t count(const SkillNeed& need) const { return at_least_[slot(need.skill.at(), need.level)]; }

  /// The need that the fewest can meet; null when nothing is needed.
  [[nodiscard]] const SkillNeed* rarest(OrderIndex order) const {
    const SkillNeed* rarest = nullptr;
    for (const SkillNeed& need : dense_.orders.skills[order.at()]) {
      if (rarest == nullptr || count(need) < count(*rarest)) rarest = &need;
    }
    return rarest;
  }

 private:
  struct Entry {
    std::uint32_t skill, shift;
    std::int32_t level;
  };
  static constexpr std::size_t levels = highest_level + 1;
  static std::size_t slot(std::size_t skill, std::int32_t level) {
    return skill * levels + static_cast<std::size_t>(level);
  }

  const Dense& dense_;
  std::vector<std::uint32_t> working_;
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> shifts_;  ///< by skill, rising
  std::vector<std::uint32_t> at_least_;
};

/// Equal demands get equal numbers, in order of first appearance.
class Demands {
 public:
  explicit Demands(const OrderColumns& orders) : orders_(orders) {}

  [[nodiscard]] std::uint32_t number_of(std::uint32_t order) {
    if (count_ * 2 >= table_.size()) grow();
    std::size_t at = hash(order) & (table_.size() - 1);
    while (table_[at].number != 0) {
      if (equal(table_[at].order, order)) return table_[at].number - 1;
      at = (at + 1) & (table_.size() - 1);
    }
    table_[at] = {order, ++count_};
    return count_ - 1;
  }
  [[nodiscard]] std::uint32_t count() const { return count_; }

 private:
  struct Cell {
    std::uint32_t order = 0;
    std::uint32_t number = 0;  ///< 0 = empty
  };

  void grow() {
    std::vector<Cell> old(std::max<std::size_t>(64, table_.size() * 2));
    old.swap(table_);
    for (const Cell& cell : old) {
      if (cell.number == 0) continue;
      std::size_t at = hash(cell.order) & (table_.size() - 1);
      while (table_[at].number != 0) at = (at + 1) & (table_.size() - 1);
      table_[at] = cell;
    }
  }
  [[nodiscard]] std::uint64_t hash(std::uint32_t o) const {
    std::uint64_t h = 0;
    const auto add = [&](std::uint64_t value) { h = mix64(h + value + 0x9e3779b97f4a7c15ULL); };
    for (const SkillNeed& need : orders_.skills[o])
      add(std::uint64_t{need.skill.value} * 16 + std::uint64_t(need.level));
    for (const PartNeed& need : orders_.parts[o]) {
      add((std::uint64_t{need.part.value} << 32U) + static_cast<std::uint64_t>(need.quantity) + 1);
    }
    std::uint64_t kind = 1;
    for (const Lists<std::uint32_t>* list : {&orders_.tools, &orders_.languages, &orders_.groups}) {
      kind += std::uint64_t{1} << 40U;
      for (const std::uint32_t value : (*list)[o]) add(kind + value);
    }
    return h;
  }
  [[nodiscard]] bool equal(std::size_t a, std::size_t b) const {
    const auto same = [&](const auto& list, auto&& alike) {
      return std::equal(list[a].begin(), list[a].end(), list[b].begin(), list[b].end(), alike);
    };
    const auto value = [](std::uint32_t x, std::uint32_t y) { return x == y; };
    return same(orders_.skills,
                [](const SkillNeed& x, const SkillNeed& y) { return x.skill == y.skill && x.level == y.level; }) &&
           same(orders_.parts,
                [](const PartNeed& x, const PartNeed& y) { return x.part == y.part && x.quantity == y.quantity; }) &&
           same(orders_.tools, value) && same(orders_.languages, value) && same(orders_.groups, value);
  }

  const OrderColumns& orders_;
  std::vector<Cell> table_;
  std::uint32_t count_ = 0;
};

/// Every order with the bucket it is to be searched in. Buckets are made one after the other and dropped again.
class Buckets {
 public:
  Buckets(const Scale& scale, std::span<const std::uint8_t> considered)
      : scale_(scale), dense_(*scale.dense), considered_(considered), holders_(dense_, considered) {}

  /// `made(bucket)` once for each bucket, then `search(order, bucket)` for each of its orders.
  template <class Made, class Find>
  void each(std::span<const std::uint32_t> orders, Made&& made, Find&& search) {
    Demands demands(dense_.orders);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> numbered;  // demand, order
    std::vector<std::uint32_t> sizes;
    for (const std::uint32_t order : orders) {
      if (names_technicians(order)) {
        Bucket bucket = named(OrderIndex(order));
        made(bucket);
        search(OrderIndex(order), bucket);
        continue;
      }
      const std::uint32_t number = demands.number_of(order);
      sizes.resize(demands.count());
      ++sizes[number];
      numbered.emplace_back(number, order);
    }
    // A bucket of one's own costs about as much as `worth` spots for each of its shifts.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> coarse;  // rarest need, order
    std::vector<std::uint32_t> begins(sizes.size() + 1, 0);
    for (std::size_t g = 0; g < sizes.size(); ++g) begins[g + 1] = begins[g] + sizes[g];
    std::vector<std::uint32_t> members(numbered.size());
    std::vector<std::uint32_t> next(begins.begin(), begins.end());
    for (const auto& [number, order] : numbered) members[next[number]++] = order;
    for (std::size_t g = 0; g < sizes.size(); ++g) {
      const std::span<const std::uint32_t> group(members.data() + begins[g], sizes[g]);
      const SkillNeed* rarest = holders_.rarest(OrderIndex(group.front()));
      const std::size_t shifts = rarest == nullptr ? holders_.working().size() : holders_.count(*rarest);
      if (group.size() * worth >= shifts) {
        run(exact(OrderIndex(group.front()), group.size() >= worth), group, made, search);
        continue;
      }
      const std::uint64_t key =
          rarest == nullptr ? 0
                            : (std::uint64_t{rarest->skill.value} + 1) * 16 + static_cast<std::uint64_t>(rarest->level);
      for (const std::uint32_t order : group) coarse.emplace_back(key, order);
    }
    std::sort(coarse.begin(), coarse.end());
    std::vector<std::uint32_t> group;
    for (std::size_t i = 0; i < coarse.size();) {
      const std::uint64_t key = coarse[i].first;
      group.clear();
      for (; i < coarse.size() && coarse[i].first == key; ++i) group.push_back(coarse[i].second);
      run(rough(OrderIndex(group.front()), group.size() >= worth), group, made, search);
    }
  }

 private:
  static constexpr std::size_t worth = 16;

  [[nodiscard]] bool names_technicians(std::size_t o) const { return !dense_.orders.allowed[o].empty() || hard_pin(o); }
  [[nodiscard]] bool hard_pin(std::size_t o) const {
    return dense_.orders.pinned_technician[o].valid() && dense_.orders.cost_of_change[o] == -1;
  }

  /// Neighbours on the map, or in the matrix, come one after the other: they look at the same memory.
  template <class Made, class Find>
  void run(Bucket bucket, std::span<const std::uint32_t> group, Made&& made, Find&& search) {
    made(bucket);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted;
    sorted.reserve(group.size());
    for (const std::uint32_t order : group) sorted.emplace_back(along_the_map(dense_.orders.location[order]), order);
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [where, order] : sorted) search(OrderIndex(order), bucket);
  }

  /// Bits of both coordinates in turn (Morton's curve), in steps of 102.4 m.
  [[nodiscard]] std::uint64_t along_the_map(LocationIndex place) const {
    const Ways& ways = scale_.ways.front();
    if (ways.legs != nullptr) return place.value;
    std::uint64_t code = 0;
    const auto x = static_cast<std::uint32_t>(std::int64_t{ways.x_dm[place.at()]} + (std::int64_t{1} << 30)) >> 10U;
    const auto y = static_cast<std::uint32_t>(std::int64_t{ways.y_dm[place.at()]} + (std::int64_t{1} << 30)) >> 10U;
    for (unsigned bit = 22; bit-- > 0;) code = code << 2U | (x >> bit & 1U) << 1U | (y >> bit & 1U);
    return code;
  }

  [[nodiscard]] Bucket empty(Unsettled unsettled) const {
    Bucket bucket;
    bucket.unsettled = unsettled;
    bucket.trees.resize(scale_.ways.size());
    for (std::size_t p = 0; p < scale_.ways.size(); ++p) bucket.trees[p].ways = scale_.ways[p];
    return bucket;
  }
  void put(Bucket& bucket, const Spot& spot) const {
    bucket.trees[dense_.technicians.profile[spot.technician].at()].spots.push_back(spot);
  }

  /// Everyone who meets what `order` demands, over-skill counted.
  [[nodiscard]] Bucket exact(OrderIndex order, bool by_place) const {
    Bucket bucket = empty(Unsettled::nothing);
    const SkillNeed* rarest = holders_.rarest(order);
    // Named technicians are not a demand: those of this one order do not concern the others.
    constexpr FamilyBits named = static_cast<FamilyBits>(bit(Family::allowed) | bit(Family::pin));
    for (const std::uint32_t s : rarest == nullptr ? holders_.working() : holders_.holding(rarest->skill)) {
      const TechnicianIndex technician = dense_.shifts.technician[s];
      if (!constraints::skilled(dense_, order, technician, dense_.shifts.local_day[s])) continue;
      if ((constraints::violated_any_day(dense_, order, technician) & ~named) != 0) continue;
      Spot spot = scale_.spot(s);
      spot.levels = static_cast<std::int32_t>(constraints::levels_above(*scale_.problem, order, ShiftIndex(s)));
      spot.own_cost += spot.levels * scale_.weights.over_skill;
      put(bucket, spot);
    }
    for (Tree& tree : bucket.trees) tree.build(dense_, by_place);
    return bucket;
  }

  /// Everyone who meets the rarest need of `order`.
  [[nodiscard]] Bucket rough(OrderIndex order, bool by_place) const {
    Bucket bucket = empty(Unsettled::demands);
    const SkillNeed* rarest = holders_.rarest(order);
    for (const std::uint32_t s : rarest == nullptr ? holders_.working() : holders_.holding(rarest->skill)) {
      const bool meets = rarest == nullptr ||
                         constraints::holds(dense_, dense_.shifts.technician[s], *rarest, dense_.shifts.local_day[s]);
      if (meets) put(bucket, scale_.spot(s));
    }
    for (Tree& tree : bucket.trees) tree.build(dense_, by_place);
    return bucket;
  }

  /// The shifts of those the order names.
  [[nodiscard]] Bucket named(OrderIndex order) const {
    Bucket bucket = empty(Unsettled::demands);
    const auto add = [&](TechnicianIndex technician) {
      const std::size_t t = technician.at();
      if (dense_.technicians.max_jobs[t] < 1) return;
      for (std::uint32_t s = dense_.technicians.first_shift[t]; s < dense_.technicians.first_shift[t + 1]; ++s) {
        if (considered_[s] != 0) put(bucket, scale_.spot(s));
      }
    };
    if (hard_pin(order.at())) {
      add(dense_.orders.pinned_technician[order.at()]);
    } else {
      for (const TechnicianIndex technician : dense_.orders.allowed[order.at()]) add(technician);
    }
    for (Tree& tree : bucket.trees) tree.build(dense_, false);
    return bucket;
  }

  const Scale& scale_;
  const Dense& dense_;
  std::span<const std::uint8_t> considered_;
  Holders holders_;
};

}  // namespace matching_detail
}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
