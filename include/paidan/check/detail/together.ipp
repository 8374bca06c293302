#pragma once

#include <paidan/check/detail/timing.ipp>

#include <map>
#include <numeric>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

// Routes with linked visits are timed together: forward again and again, each time with the floors that the starts of
// the time before ask for, until none of them asks for more. Starts only ever become later, so these are the least.
namespace check_detail {

/// A route whose rests and calls stand, as the rule times it.
struct Tour {
  const Road* road = nullptr;
  std::vector<const Step*> steps;
  std::int64_t opens = 0;     ///< leaves no sooner
  std::int64_t day_ends = 0;  ///< a second time beyond is one of another day
  std::int64_t closes = 0;    ///< back no later
  std::int64_t last_leg = 0;
  std::vector<TimedStep> timed = {};

  [[nodiscard]] std::int64_t end() const { return road->arrival(timed.back().end(*steps.back()), last_leg); }
  /// As late as it can; says when.
  std::int64_t leave_late() { return backward(*road, steps, timed); }

  /// Is there a time for every stop, none of them sooner than its floor, where there are any?
  bool time_forward(std::span<const std::int64_t> floors = {}) {
    timed.clear();
    std::int64_t time = opens;
    std::int64_t safe_time = opens;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::int64_t floor = floors.empty() ? -never_s : floors[i];
      const auto start = forward(*road, *steps[i], time, safe_time, day_ends, floor);
      if (!start || start->end(*steps[i]) > closes) return false;
      time = start->end(*steps[i]);
      safe_time = start->safe_end(*steps[i]);
      timed.push_back(*start);
    }
    return end() <= closes;
  }
};

/// A link between two visits of these tours.
struct Tie {
  struct End {
    std::size_t tour = 0;
    std::size_t step = 0;
  };
  End first;
  End second;
  std::int64_t min_s = 0;
  std::int64_t max_s = 0;
};

inline std::vector<Tie> ties_of(const Dense& d, std::span<const Tour> tours) {
  std::map<OrderIndex, Tie::End> where;
  for (std::size_t t = 0; t < tours.size(); ++t) {
    for (std::size_t i = 0; i < tours[t].steps.size(); ++i) {
      if (tours[t].steps[i]->linked.valid()) where.emplace(tours[t].steps[i]->linked, Tie::End{t, i});
    }
  }
  std::vector<Tie> ties;
  for (const auto& [order, end] : where) {
    for (const std::uint32_t row : d.orders.links[order.at()]) {
      const LinkRow& link = d.links[row];
      const auto second = where.find(link.second);
      if (link.first == order && second != where.end()) ties.push_back({end, second->second, link.min_s, link.max_s});
    }
  }
  return ties;
}

/// Tours that hang together, directly or through others: their places in the list; each company before those whose
/// first tour comes later.
inline std::vector<std::vector<std::size_t>> companies(std::size_t tours, std::span<const Tie> ties) {
  std::vector<std::size_t> of(tours);
  std::iota(of.begin(), of.end(), std::size_t{0});
  for (const Tie& tie : ties) {
    const auto [low, high] = std::minmax({of[tie.first.tour], of[tie.second.tour]});
    std::replace(of.begin(), of.end(), high, low);
  }
  std::vector<std::vector<std::size_t>> all(tours);
  for (std::size_t t = 0; t < tours; ++t) all[of[t]].push_back(t);
  all.erase(std::remove_if(all.begin(), all.end(), [](const auto& company) { return company.empty(); }), all.end());
  return all;
}

/// Do ways, work and gaps alone lead from a visit back to itself at a later time, as when two routes wait for each
/// other crosswise? Then starts would grow without end. Without hours and on free roads as many rounds as there are
/// ends of ties settle all starts, if anything does.
inline bool wait_for_each_other(std::span<const Tour> tours, std::span<const Tie> ties) {
  std::vector<std::vector<std::int64_t>> starts;
  for (const Tour& tour : tours) starts.emplace_back(tour.steps.size(), 0);
  bool moved = !ties.empty();
  for (std::size_t round = 0; moved && round <= 2 * ties.size(); ++round) {
    for (std::size_t t = 0; t < tours.size(); ++t) {
      for (std::size_t i = 1; i < starts[t].size(); ++i) {
        const std::int64_t after = starts[t][i - 1] + tours[t].steps[i - 1]->duration + tours[t].steps[i]->leg;
        starts[t][i] = std::max(starts[t][i], after);
      }
    }
    moved = false;
    const auto raise = [&](const Tie::End& end, std::int64_t floor) {
      std::int64_t& start = starts[end.tour][end.step];
      moved = moved || start < floor;
      start = std::max(start, floor);
    };
    for (const Tie& tie : ties) {
      raise(tie.second, starts[tie.first.tour][tie.first.step] + tie.min_s);
      raise(tie.first, starts[tie.second.tour][tie.second.step] - tie.max_s);
    }
  }
  return moved;
}

/// The forward pass of tours that hang together, and of no others; false when there are no such times.
inline bool time_together(std::span<Tour> tours, std::span<const Tie> ties) {
  if (wait_for_each_other(tours, ties)) return false;
  std::vector<std::vector<std::int64_t>> floors;
  for (const Tour& tour : tours) floors.emplace_back(tour.steps.size(), -never_s);
  for (bool moved = true; moved;) {
    for (std::size_t t = 0; t < tours.size(); ++t) {
      if (!tours[t].time_forward(floors[t])) return false;
    }
    moved = false;
    const auto start = [&](const Tie::End& end) { return tours[end.tour].timed[end.step].start; };
    const auto raise = [&](const Tie::End& end, std::int64_t floor) {
      if (floor <= start(end)) return;
      std::int64_t& kept = floors[end.tour][end.step];
      kept = std::max(kept, floor);
      moved = true;
    };
    for (const Tie& tie : ties) {
      raise(tie.second, start(tie.first) + tie.min_s);
      raise(tie.first, start(tie.second) - tie.max_s);
    }
  }
  return true;
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
