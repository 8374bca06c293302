// Linked orders where a problem over several days is cut into days.
#pragma once

#include <paidan/model/detail/crews.hpp>
#include <paidan/model/problem.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

namespace intake::errors {
/// Notices.
inline constexpr ErrorKind link_left_out{
    "link_left_out", "order '{order}' is linked to order '{other}', which is not part of it: the link is left out",
    "工单“{order}”与“{other}”关联,而后者不在其中:该关联不计"};
inline constexpr ErrorKind waits_for_another{"waits_for_another",
                                             "order '{order}' is left for another day: it waits for order '{other}'",
                                             "工单“{order}”须待“{other}”完成,改日再排"};
inline constexpr ErrorKind gap_was_missed{"gap_was_missed",
                                          "order '{order}' can no longer start at the gap to order '{other}', which is "
                                          "done: the link is left out",
                                          "工单“{order}”与已完成的“{other}”的间隔已无法满足:该关联不计"};
}  // namespace intake::errors

namespace intake_detail {

/// Which orders of a horizon are for a day. One that no date holds goes with those that hang together with it; one that
/// may only start a day or more after another one of the day waits for it, and what hangs on it, too.
class LinkedDay {
 public:
  /// `days`: of each order, by itself.
  LinkedDay(const Problem& horizon, std::vector<std::optional<Date>> days, Date day)
      : data_(horizon.data()), dense_(horizon.dense()), days_(std::move(days)), stays_(days_.size()) {
    follow();
    for (std::size_t i = 0; i < days_.size(); ++i) stays_[i] = days_[i].value_or(day) == day ? 1 : 0;
    for (const LinkRow& link : dense_.links) {
      if (link.min_s >= a_day_s && stays(link.first.at()) && stays(link.second.at()) && !dated_[link.second.at()])
        put_off(link.second.at(), link.first.at());
    }
  }

  [[nodiscard]] bool stays(std::size_t order) const { return stays_[order] != 0; }

  /// Said of the orders that are left, by their place among these.
  void tell(Errors& notices) const {
    std::size_t place = 0;
    for (std::size_t i = 0; i < stays_.size(); ++i) {
      if (!stays(i)) continue;
      const std::string path = "orders[" + std::to_string(place++) + "]";
      for (const std::uint32_t row : dense_.orders.links[i]) {
        const std::size_t first = dense_.links[row].first.at();
        const std::size_t second = dense_.links[row].second.at();
        const std::size_t other = first == i ? second : first;
        if (stays(other) || model_detail::is_crew_mate(data_, dense_, other)) continue;
        const bool waits = std::find(waiting_.begin(), waiting_.end(), std::pair(second, first)) != waiting_.end();
        notices.add(
            waits ? intake::errors::waits_for_another : intake::errors::link_left_out, path,
            {{"order", data_.orders[waits ? second : i].name}, {"other", data_.orders[waits ? first : other].name}});
      }
    }
  }

 private:
  static constexpr std::int32_t a_day_s = 86'400;

  void follow() {
    for (const std::optional<Date>& day : days_) dated_.push_back(day.has_value());
    for (std::size_t g = 0; g < dense_.link_groups.size(); ++g) {
      std::optional<Date> earliest;
      for (const OrderIndex order : dense_.link_groups[g]) {
        const std::optional<Date>& own = days_[order.at()];
        if (own && !model_detail::is_crew_mate(data_, dense_, order.at()) && (!earliest || *own < *earliest))
          earliest = own;
      }
      for (const OrderIndex order : dense_.link_groups[g]) {
        if (!days_[order.at()]) days_[order.at()] = earliest;
      }
    }
    // A crew is one, whatever windows and release its further orders have.
    for (const LinkRow& link : dense_.links) {
      if (!model_detail::is_crew_mate(data_, dense_, link.second.at())) continue;
      days_[link.second.at()] = days_[link.first.at()];
      dated_[link.second.at()] = dated_[link.first.at()];
    }
  }

  void put_off(std::size_t order, std::size_t behind) {
    std::vector<std::pair<std::size_t, std::size_t>> next{{order, behind}};
    while (!next.empty()) {
      const auto [one, before] = next.back();
      next.pop_back();
      if (!stays(one)) continue;
      stays_[one] = 0;
      waiting_.emplace_back(one, before);
      for (const std::uint32_t row : dense_.orders.links[one]) {
        const LinkRow& link = dense_.links[row];
        const std::size_t other = link.first.at() == one ? link.second.at() : link.first.at();
        const bool comes_first = link.first.at() == other && link.min_s >= a_day_s;
        if (other != behind && !comes_first && !dated_[other]) next.emplace_back(other, one);
      }
    }
  }

  const ProblemData& data_;
  const Dense& dense_;
  std::vector<std::optional<Date>> days_;
  std::vector<bool> dated_;  // by themselves
  std::vector<std::uint8_t> stays_;
  std::vector<std::pair<std::size_t, std::size_t>> waiting_;  // who waits, for whom
};

/// What becomes of the links of orders that are left when others are done: hours that keep the gap, or nothing.
class LinksLeft {
 public:
  /// `starts`: when work began on those that are done, as far as is known.
  LinksLeft(std::map<std::string, Instant, std::less<>> starts, Errors& notices)
      : starts_(std::move(starts)), notices_(notices) {}

  /// All of them, once each has its place.
  void settle(std::vector<Order>& orders) {
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < orders.size(); ++i) places.emplace(orders[i].id, i);
    for (std::size_t i = 0; i < orders.size(); ++i) {
      std::erase_if(orders[i].links, [&](const Link& link) {
        if (places.contains(link.order)) return false;
        leave_out(orders[i], link, i);
        return true;
      });
    }
  }

 private:
  void leave_out(Order& order, const Link& link, std::size_t i) {
    const auto found = starts_.find(link.order);
    const bool kept = found != starts_.end() &&
                      narrow(order, found->second + link.minimum_gap, found->second + link.maximum_gap + Duration{1});
    if (kept) return;
    notices_.add(found == starts_.end() ? intake::errors::link_left_out : intake::errors::gap_was_missed,
                 "orders[" + std::to_string(i) + "]", {{"order", order.name}, {"other", link.order}});
  }

  /// Service starts in [from, until) only; false, and nothing changed, where it never could.
  static bool narrow(Order& order, Instant from, Instant until) {
    std::vector<Window> hard;
    std::vector<Window> windows;
    for (const Window& window : order.windows) (window.hard ? hard : windows).push_back(window);
    if (hard.empty()) hard.push_back({.start = from, .end = until, .hard = true});
    bool possible = false;
    for (Window window : hard) {
      window.start = std::max(window.start, from);
      window.end = std::min(window.end, until);
      if (window.start >= window.end) continue;
      possible = possible || holds_start(order, window);
      windows.push_back(window);
    }
    if (possible) order.windows = std::move(windows);
    return possible;
  }

  /// Can it start within the window, by what else is fixed?
  static bool holds_start(const Order& order, const Window& window) {
    Instant first = window.start;
    Instant last = window.end - Duration{1};
    if (order.release) first = std::max(first, *order.release);
    // Nobody comes early, even where coming late is only a pity.
    for (const Window& other : order.windows) {
      if (!other.hard) first = std::max(first, other.start);
    }
    if (order.promise) {
      first = std::max(first, order.promise->at - order.promise->before);
      if (order.promise->hard) last = std::min(last, order.promise->at + order.promise->after);
    }
    if (order.pin && order.pin->start && !order.pin->cost_of_change) {
      first = std::max(first, *order.pin->start);
      last = std::min(last, *order.pin->start);
    }
    return first <= last;
  }

  std::map<std::string, Instant, std::less<>> starts_;
  Errors& notices_;
};

}  // namespace intake_detail
}  // namespace paidan::inline PAIDAN_ABI
