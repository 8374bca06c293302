// Linked orders that cannot all be done, whatever the plan. As with nobody_fits.ipp ways and the rest of a day are not
// looked at. Part of notices.ipp.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/model/detail/nobody_fits.ipp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

class LinksFit {
 public:
  LinksFit(const ProblemData& data, const Dense& dense, const SourceRows& rows, Errors& notices)
      : data_(data), dense_(dense), rows_(rows), notices_(notices) {}

  void look() {
    if (dense_.links.empty() || dense_.shifts.start_s.empty()) return;
    fits_.resize(data_.orders.size());
    for (std::size_t g = 0; g < dense_.link_groups.size(); ++g) {
      const Group group = dense_.link_groups[g];
      for (const OrderIndex order : group) find_who_fits(order.at());
      nobody(group);
      together(group);
      for (const OrderIndex order : group) gaps(order.at());
      for (const OrderIndex order : group) fits_[order.at()] = {};
    }
  }

 private:
  using Group = std::span<const OrderIndex>;
  /// What is asked of a person or a van: by condition, and whom it is pinned to.
  using Asked = std::pair<std::vector<std::vector<std::string>>, TechnicianIndex>;
  /// Who has all that is asked. Orders repeat few different lists, so each is looked at once.
  struct Able {
    std::vector<bool> technicians;
    std::map<std::int32_t, std::vector<Interval>> starts;  ///< when anybody could begin, by service time
  };
  /// Who could do an order, and when it could start.
  struct Fits {
    const Able* able = nullptr;
    std::vector<Interval> starts;
  };

  void find_who_fits(std::size_t i) {
    Asked asked;
    for (const FixedCondition& condition : fixed_conditions) asked.first.push_back(condition.asked(data_.orders[i]));
    if (dense_.orders.cost_of_change[i] == -1) asked.second = dense_.orders.pinned_technician[i];
    const auto [entry, fresh] = able_.try_emplace(std::move(asked));
    Able& able = entry->second;
    if (fresh) {
      for (std::size_t t = 0; t < data_.technicians.size(); ++t)
        able.technicians.push_back(has_all(entry->first, i, t));
    }
    const auto [starts, first] = able.starts.try_emplace(dense_.orders.service_s[i]);
    if (first) starts->second = starts_of(able, i);
    const auto own = dense_.orders.starts[i];
    fits_[i] = {&able, intersected({own.begin(), own.end()}, starts->second)};
  }

  [[nodiscard]] bool has_all(const Asked& asked, std::size_t i, std::size_t t) const {
    if (asked.second.valid() && asked.second.at() != t) return false;
    for (std::size_t c = 0; c < fixed_conditions.size(); ++c) {
      if (!asked.first[c].empty() && !fixed_conditions[c].met(dense_, i, t)) return false;
    }
    return true;
  }

  /// When anybody of these could begin work that takes as long as this order.
  [[nodiscard]] std::vector<Interval> starts_of(const Able& able, std::size_t i) const {
    std::vector<Interval> starts;
    for (std::size_t s = 0; s < dense_.shifts.technician.size(); ++s) {
      if (!able.technicians[dense_.shifts.technician[s].at()]) continue;
      const Interval one = starts_on(i, s);
      if (one.low <= one.high) starts.push_back(one);
    }
    return merged(std::move(starts));
  }
  /// Low above high: the work does not fit in.
  [[nodiscard]] Interval starts_on(std::size_t i, std::size_t s) const {
    const std::int32_t percent = dense_.technicians.efficiency_percent[dense_.shifts.technician[s].at()];
    const std::int64_t last = std::int64_t{dense_.shifts.end_s[s]} + dense_.shifts.overtime_cap_s[s] -
                              scaled(dense_.orders.service_s[i], percent);
    return {dense_.shifts.start_s[s], static_cast<std::int32_t>(std::clamp<std::int64_t>(last, INT32_MIN, INT32_MAX))};
  }

  [[nodiscard]] bool could(std::size_t t, std::size_t i) const {
    if (!fits_[i].able->technicians[t]) return false;
    for (std::size_t s = dense_.technicians.first_shift[t]; s < dense_.technicians.first_shift[t + 1]; ++s) {
      const Interval one = starts_on(i, s);
      for (const Interval& own : dense_.orders.starts[i]) {
        if (std::max(own.low, one.low) <= std::min(own.high, one.high)) return true;
      }
    }
    return false;
  }

  void say(const ErrorKind& kind, const Spot& spot, std::size_t i, std::vector<Parameter> parameters) {
    notices_.add(kind, spot.text(), std::move(parameters), i < rows_.orders.size() ? rows_.orders[i] : 0);
  }

  /// Whom nobody can come to takes the others along.
  void nobody(Group group) {
    for (const OrderIndex order : group) {
      const std::size_t i = order.at();
      if (!fits_[i].starts.empty() || is_crew_mate(data_, dense_, i)) continue;
      std::vector<std::string> others;
      for (const OrderIndex other : group) {
        if (other != order && !is_crew_mate(data_, dense_, other.at())) others.push_back(data_.orders[other.at()].name);
      }
      if (others.empty()) continue;
      say(errors::group_never_served, Spot("orders", i), i,
          {{"order", data_.orders[i].name}, {"list", comma_separated(others)}});
    }
  }

  /// Orders that begin at once need as many technicians.
  void together(Group group) {
    std::vector<std::size_t> left;
    for (const OrderIndex order : group) left.push_back(order.at());
    while (!left.empty()) {
      std::vector<std::size_t> once{left.front()};
      for (std::size_t k = 0; k < once.size(); ++k) {
        for (const std::uint32_t row : dense_.orders.links[once[k]]) {
          const LinkRow& link = dense_.links[row];
          const std::size_t other = link.first.at() == once[k] ? link.second.at() : link.first.at();
          if (link.min_s == 0 && link.max_s == 0 && std::find(once.begin(), once.end(), other) == once.end())
            once.push_back(other);
        }
      }
      std::erase_if(left, [&](std::size_t i) { return std::find(once.begin(), once.end(), i) != once.end(); });
      // Those that take no time one may do with others.
      std::erase_if(once, [&](std::size_t i) { return dense_.orders.service_s[i] == 0; });
      std::sort(once.begin(), once.end());
      if (once.size() < 2) continue;
      const std::size_t count = most_at_once(once);
      if (count == once.size() || count == 0) continue;
      std::vector<std::string> names;
      for (const std::size_t i : once) names.push_back(data_.orders[i].name);
      say(errors::too_few_together, Spot("orders", once.front()), once.front(),
          {{"orders", comma_separated(names)}, {"count", std::to_string(count)}});
    }
  }

  /// How many of these orders different technicians could do: a largest matching, by paths that make room.
  [[nodiscard]] std::size_t most_at_once(const std::vector<std::size_t>& orders) const {
    std::vector<std::size_t> taken(data_.technicians.size(), orders.size());
    std::size_t count = 0;
    for (std::size_t k = 0; k < orders.size(); ++k) {
      std::vector<std::uint8_t> tried(taken.size(), 0);
      count += make_room(orders, k, taken, tried) ? 1 : 0;
    }
    return count;
  }
  bool make_room(const std::vector<std::size_t>& orders, std::size_t k, std::vector<std::size_t>& taken,
                 std::vector<std::uint8_t>& tried) const {
    for (std::size_t t = 0; t < taken.size(); ++t) {
      if (tried[t] != 0 || !could(t, orders[k])) continue;
      tried[t] = 1;
      if (taken[t] != orders.size() && !make_room(orders, taken[t], taken, tried)) continue;
      taken[t] = k;
      return true;
    }
    return false;
  }

  /// Hours that never meet those of the orders that it is linked to.
  void gaps(std::size_t i) {
    if (fits_[i].starts.empty() || is_crew_mate(data_, dense_, i)) return;
    std::size_t k = 0;
    for (const std::uint32_t row : dense_.orders.links[i]) {
      const LinkRow& link = dense_.links[row];
      if (link.second.at() != i) continue;
      const Spot spot = Spot("orders", i).at("links", k++);
      const std::vector<Interval>& first = fits_[link.first.at()].starts;
      if (first.empty() || meet(first, fits_[i].starts, link)) continue;
      say(errors::gap_never_kept, spot, i,
          {{"order", data_.orders[i].name},
           {"first", data_.orders[link.first.at()].name},
           {"minimum", std::to_string(link.min_s / 60)},
           {"maximum", std::to_string((link.max_s + 59) / 60)}});
    }
  }
  static bool meet(const std::vector<Interval>& first, const std::vector<Interval>& second, const LinkRow& link) {
    return std::any_of(first.begin(), first.end(), [&](const Interval& one) {
      return std::any_of(second.begin(), second.end(), [&](const Interval& other) {
        return std::int64_t{other.low} <= std::int64_t{one.high} + link.max_s &&
               std::int64_t{one.low} + link.min_s <= std::int64_t{other.high};
      });
    });
  }

  const ProblemData& data_;
  const Dense& dense_;
  const SourceRows& rows_;
  Errors& notices_;
  std::map<Asked, Able> able_;
  std::vector<Fits> fits_;  // by order, while its group is looked at
};

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
