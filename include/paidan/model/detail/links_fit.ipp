// Linked orders that cannot all be done, whatever the plan. As with nobody_fits.ipp ways and the rest of a day are not
// looked at. Part of notices.ipp.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/model/detail/nobody_fits.ipp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
      for (const OrderIndex order : dense_.link_groups[g]) find_who_fits(order.at());
      nobody(g);
      together(g);
    }
    gaps();
  }

 private:
  /// Who could do an order, and when it could start.
  struct Fits {
    std::vector<std::size_t> technicians;
    std::vector<Interval> starts;
  };

  void find_who_fits(std::size_t i) {
    std::vector<const FixedCondition*> asked;
    for (const FixedCondition& condition : fixed_conditions) {
      if (!condition.asked(data_.orders[i]).empty()) asked.push_back(&condition);
    }
    const TechnicianIndex pinned =
        dense_.orders.cost_of_change[i] == -1 ? dense_.orders.pinned_technician[i] : TechnicianIndex();
    for (std::size_t t = 0; t < data_.technicians.size(); ++t) {
      if (pinned.valid() && pinned.at() != t) continue;
      const auto met = [&](const FixedCondition* condition) { return condition->met(dense_, i, t); };
      if (!std::all_of(asked.begin(), asked.end(), met)) continue;
      const std::size_t before = fits_[i].starts.size();
      for (std::size_t s = dense_.technicians.first_shift[t]; s < dense_.technicians.first_shift[t + 1]; ++s)
        add_starts(i, t, s);
      if (fits_[i].starts.size() > before) fits_[i].technicians.push_back(t);
    }
    fits_[i].starts = merged(std::move(fits_[i].starts));
  }

  void add_starts(std::size_t i, std::size_t t, std::size_t s) {
    const std::int64_t service = scaled(dense_.orders.service_s[i], dense_.technicians.efficiency_percent[t]);
    const std::int64_t end = std::int64_t{dense_.shifts.end_s[s]} + dense_.shifts.overtime_cap_s[s] - service;
    for (const Interval& interval : dense_.orders.starts[i]) {
      const std::int32_t low = std::max(interval.low, dense_.shifts.start_s[s]);
      const auto high = static_cast<std::int32_t>(std::min<std::int64_t>(interval.high, end));
      if (low <= high) fits_[i].starts.push_back({low, high});
    }
  }

  void say(const ErrorKind& kind, const Spot& spot, std::size_t i, std::vector<Parameter> parameters) {
    notices_.add(kind, spot.text(), std::move(parameters), i < rows_.orders.size() ? rows_.orders[i] : 0);
  }

  /// Whom nobody can come to takes the others along.
  void nobody(std::size_t g) {
    const auto group = dense_.link_groups[g];
    for (const OrderIndex order : group) {
      const std::size_t i = order.at();
      if (!fits_[i].technicians.empty() || is_crew_mate(data_.orders[i])) continue;
      std::vector<std::string> others;
      for (const OrderIndex other : group) {
        if (other != order && !is_crew_mate(data_.orders[other.at()])) others.push_back(data_.orders[other.at()].name);
      }
      if (others.empty()) continue;
      say(errors::group_never_served, Spot("orders", i), i,
          {{"order", data_.orders[i].name}, {"list", comma_separated(others)}});
    }
  }

  /// Orders that begin at once need as many technicians.
  void together(std::size_t g) {
    const auto group = dense_.link_groups[g];
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
      const std::size_t count = most_at_once(once);
      if (once.size() < 2 || count == once.size() || count == 0) continue;
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
    for (const std::size_t t : fits_[orders[k]].technicians) {
      if (tried[t]++ != 0) continue;
      if (taken[t] != orders.size() && !make_room(orders, taken[t], taken, tried)) continue;
      taken[t] = k;
      return true;
    }
    return false;
  }

  /// Hours that never meet.
  void gaps() {
    std::size_t row = 0;
    for (std::size_t i = 0; i < data_.orders.size(); ++i) {
      for (std::size_t k = 0; k < data_.orders[i].links.size(); ++k, ++row) {
        const LinkRow& link = dense_.links[row];
        const std::vector<Interval>& first = fits_[link.first.at()].starts;
        const std::vector<Interval>& second = fits_[i].starts;
        if (first.empty() || second.empty() || is_crew_mate(data_.orders[i]) || meet(first, second, link)) continue;
        say(errors::gap_never_kept, Spot("orders", i).at("links", k), i,
            {{"order", data_.orders[i].name},
             {"first", data_.orders[link.first.at()].name},
             {"minimum", std::to_string(link.min_s / 60)},
             {"maximum", std::to_string((link.max_s + 59) / 60)}});
      }
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
  std::vector<Fits> fits_;  // by order
};

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
