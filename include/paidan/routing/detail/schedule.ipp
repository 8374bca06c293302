#pragma once

#include <paidan/routing/detail/schedule.hpp>

#include <paidan/constraints/pair_cost.hpp>

#include <algorithm>
#include <bit>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE Clock::Clock(const Problem& problem)
    : dense_(&problem.dense()),
      weights_(&problem.data().objective),
      in_order_(weights_->goals == GoalOrder::in_order),
      lateness_cap_s_(in_order_ ? weights_->lateness_cap.seconds : 0) {}

PAIDAN_INLINE void Clock::turn_to(ShiftIndex shift, std::span<const Step> steps) {
  technician_ = dense_->shifts.technician[shift.at()];
  pace_ = constraints::pace_of(*dense_, technician_);
  buffered_ = std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.buffer_s > 0; });
}

PAIDAN_INLINE std::int64_t Clock::safe_start(const Frame& frame, const Step& step, std::int64_t start,
                                             std::int64_t t) const {
  bool forced = false;
  const std::int64_t safe = start_after(step, t, forced);  // `never` is later than any day
  return std::max(start, safe > frame.latest_s ? pace_.arrival(step.left_for(t), step.leg_s) : safe);
}

PAIDAN_INLINE std::span<const Interval> Clock::starts_of(const Step& step, Interval& softly) const {
  if (step.is_call()) return dense_->depots.starts[step.depot.at()];
  if ((step.waived & Step::window) != 0) {
    softly = {std::max(step.not_before_s, dense_->orders.soft_from_s[step.order]),
              std::numeric_limits<std::int32_t>::max()};
    return {&softly, 1};
  }
  const auto but_pin = dense_->orders.starts_but_pin[step.order];
  return (step.waived & Step::pin) != 0 && !but_pin.empty() ? but_pin : dense_->orders.starts[step.order];
}

PAIDAN_INLINE constraints::Shut Clock::shut_for(const Step& step, TechnicianIndex technician) const {
  if (step.is_call()) return {};
  constraints::Shut shut = constraints::shut_for(*dense_, OrderIndex(step.order), technician);
  if ((step.waived & Step::suspension) != 0) shut.away = {};
  if ((step.waived & Step::closure) != 0) shut.closed = {};
  return shut;
}

PAIDAN_INLINE std::int64_t Clock::earliest(const Step& step, TechnicianIndex technician, std::int64_t t,
                                           bool& forced) const {
  forced = false;
  Interval softly;
  const std::int64_t start =
      constraints::earliest_start(starts_of(step, softly), shut_for(step, technician), step.duration_s, t);
  if (start != constraints::never || (step.waived & Step::promise) == 0) return start;
  forced = true;
  return t;
}

PAIDAN_INLINE std::int64_t Clock::latest(const Step& step, TechnicianIndex technician, std::int64_t limit,
                                         std::int64_t floor) const {
  if (limit <= floor) return floor;
  Interval softly;
  return constraints::latest_start(starts_of(step, softly), shut_for(step, technician), step.duration_s, limit, floor);
}

/// From gap `from` on, where the time without rests is known; `rests` all lie there or later.
PAIDAN_INLINE bool Clock::forward(const Frame& frame, std::span<const Step> steps, std::span<const Rest> rests,
                                  std::size_t from) {
  std::int64_t t = leaves_[from];
  std::int64_t safe_t = buffered_ ? safe_leaves_[from] : t;
  Late late = late_before_[from];
  std::size_t rest = 0;
  for (std::size_t i = from;; ++i) {
    for (; rest < rests.size() && rests[rest].gap == i; ++rest) {
      const BreakRow& row = dense_->breaks[rests[rest].break_row.at()];
      const std::int64_t start = std::max<std::int64_t>(t, row.earliest_s);
      if (start > row.latest_s) {
        stopped_by_ = bit(Family::breaks);
        return false;
      }
      rest_start_[rest] = start;
      t = start + row.duration_s;
      safe_t = std::max(safe_t, start) + row.duration_s;
    }
    if (i == steps.size()) break;
    const Step& step = steps[i];
    bool forced = false;
    const std::int64_t start = start_after(step, t, forced);
    if (start == constraints::never) {
      stopped_by_ = bit(Family::window);
      return false;
    }
    forward_[i] = start;
    forced_[i] = forced ? 1 : 0;
    const std::int64_t safe = buffered_ ? safe_start(frame, step, start, safe_t) : start;
    if (buffered_) safe_[i] = safe;
    if (safe > step.due_s && step.due_s < time_limit_s) {
      const std::int64_t lateness = safe - step.due_s;
      late.lateness_s += lateness;
      late.worst_late_s = std::max(late.worst_late_s, lateness);
      late.late_s += std::min(lateness, lateness_cap_s_);
      if (safe > step.agreed_until_s) late.honour += dense_->orders.honour[step.order];  // never due after that
    }
    t = start + step.duration_s;
    safe_t = safe + step.duration_s + step.buffer_s;
    if (rests.empty()) {
      plain_[i] = start;
      plain_forced_[i] = forced_[i];
      leaves_[i + 1] = t;
      if (buffered_) {
        plain_safe_[i] = safe;
        safe_leaves_[i + 1] = safe_t;
      }
      late_before_[i + 1] = late;
    }
  }
  last_ = {pace_.arrival(t, frame.last_leg_s), t, late};
  if (last_.end > frame.latest_s) {
    stopped_by_ = bit(Family::shift);
    return false;
  }
  return true;
}

/// As late as the fixed end allows; returns when the route leaves. Adds up what moved starts cost.
PAIDAN_INLINE std::int64_t Clock::backward(std::span<const Step> steps, std::span<const Rest> rests) {
  std::int64_t limit = last_.left;
  std::int64_t safe_limit =
      constraints::never;  // of what stands before, buffers included, without more lateness behind
  std::size_t rest = rests.size();
  change_ = 0;
  for (std::size_t i = steps.size();; --i) {
    while (rest > 0 && rests[rest - 1].gap == i) {
      --rest;
      const BreakRow& row = dense_->breaks[rests[rest].break_row.at()];
      limit = std::min<std::int64_t>(row.latest_s, limit - row.duration_s);
      rest_start_[rest] = limit;
      if (safe_limit != constraints::never) safe_limit -= row.duration_s;
    }
    if (i == 0) return limit;
    const Step& step = steps[i - 1];
    const std::int64_t floor = forward_[i - 1];
    std::int64_t most = std::min(limit - step.duration_s, std::max<std::int64_t>(floor, step.due_s));
    if (buffered_) {
      std::int64_t safe = std::max<std::int64_t>(safe_[i - 1], step.due_s);
      if (safe_limit != constraints::never) safe = std::min(safe, safe_limit - step.duration_s - step.buffer_s);
      safe = latest(step, technician_, safe, safe_[i - 1]);  // between windows it would not start
      most = std::min(most, safe);
      safe_limit = pace_.departure(safe, step.leg_s);
    }
    std::int64_t start = std::max(floor, most);
    if (step.simple) {
      start = std::min<std::int64_t>(start, step.high_s);
    } else if (forced_[i - 1] == 0) {
      start = latest(step, technician_, most, floor);
    }
    backward_[i - 1] = start;
    if (step.keeps_start) {
      const std::int32_t keep = constraints::start_to_keep(*dense_, OrderIndex(step.order), technician_);
      if (keep != std::numeric_limits<std::int32_t>::min() && keep != start)
        change_ += dense_->orders.cost_of_change[step.order];
    }
    limit = pace_.departure(start, step.leg_s);
  }
}

/// Adds up what the drives take in the traffic of their hours, where there is any, and holds it against the limits.
PAIDAN_INLINE bool Clock::drives_fit(const Frame& frame, std::span<const Step> steps, std::span<const Rest> rests,
                                     std::int64_t leaves) {
  if (pace_.bands == nullptr) return true;
  std::int64_t longest_s = 0;
  travel_s_ = 0;
  const auto add = [&](std::int64_t leg_s) {
    travel_s_ += leg_s;
    longest_s = std::max(longest_s, leg_s);
  };
  std::size_t rest = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (; rest < rests.size() && rests[rest].gap == i; ++rest)
      leaves = rest_start_[rest] + dense_->breaks[rests[rest].break_row.at()].duration_s;
    const std::int64_t left = steps[i].left_for(leaves);
    add(pace_.arrival(left, steps[i].leg_s) - left);
    leaves = backward_[i] + steps[i].duration_s;
  }
  add(last_.end - last_.left);
  if (travel_s_ <= frame.max_travel_s && longest_s <= frame.max_leg_s) return true;
  drives_too_long_ = true;
  return false;
}

PAIDAN_INLINE unsigned Clock::due(const Frame& frame, std::int64_t start, std::int64_t end) const {
  unsigned mask = 0;
  const auto breaks = dense_->shifts.breaks[frame.shift.at()];
  for (std::size_t b = 0; b < breaks.size(); ++b) {
    const std::int32_t latest = dense_->breaks[breaks[b].at()].latest_s;
    if (start < latest && end > latest) mask |= 1U << b;
  }
  return mask;
}

PAIDAN_INLINE void Clock::weigh(const Frame& frame, std::span<const Rest> rests, Timing& timing) const {
  timing.feasible = true;
  timing.end_s = last_.end;
  timing.travel_s = travel_s_;
  timing.lateness_s = last_.late.lateness_s;
  timing.worst_late_s = last_.late.worst_late_s;
  timing.late_s = last_.late.late_s;
  timing.honour = last_.late.honour;
  timing.change = change_;
  timing.rest_s = 0;
  timing.paid_rest_s = 0;
  timing.rest_count = rests.size();
  for (std::size_t r = 0; r < rests.size(); ++r) {
    const BreakRow& row = dense_->breaks[rests[r].break_row.at()];
    timing.rest_s += row.duration_s;
    if (row.paid) timing.paid_rest_s += row.duration_s;
    timing.rests[r] = rests[r];
  }
  timing.waiting_s = timing.end_s - timing.start_s - travel_s_ - duration_s_ - timing.rest_s;
  timing.overtime_s = std::max<std::int64_t>(0, timing.end_s - frame.due_back_s);
  const std::int64_t lateness =
      routing_detail::weighted(timing.lateness_s, weights_->per_lateness_second, frame.saturate);
  timing.cost = routing_detail::weighted(timing.waiting_s, weights_->per_waiting_second, frame.saturate) + lateness +
                routing_detail::weighted(timing.overtime_s, weights_->per_overtime_second, frame.saturate) +
                timing.change;
  if (pace_.bands != nullptr)  // else the same wherever the rests stand
    timing.cost += routing_detail::weighted(timing.travel_s, weights_->per_travel_second, frame.saturate);
  timing.run_well = in_order_ ? timing.cost - lateness : timing.cost;
}

/// Time one placement; keep it in `best` when better, or as good and earlier in the sequence.
PAIDAN_INLINE void Clock::consider(const Frame& frame, std::span<const Step> steps, std::span<const Rest> rests,
                                   unsigned placed, Timing& best) {
  const std::size_t from = rests[0].gap;
  std::copy_n(plain_.begin(), from, forward_.begin());
  std::copy_n(plain_forced_.begin(), from, forced_.begin());
  if (buffered_) std::copy_n(plain_safe_.begin(), from, safe_.begin());
  if (!forward(frame, steps, rests, from)) return;
  if (best.feasible && !frame.saturate) {
    const std::int64_t overtime =
        std::max<std::int64_t>(0, last_.end - frame.due_back_s) * weights_->per_overtime_second;
    const std::int64_t lateness = in_order_ ? 0 : last_.late.lateness_s * weights_->per_lateness_second;
    if (Goals{last_.late.honour, {last_.late.late_s}, overtime + lateness} > best.goals()) return;
  }
  Timing timing;
  timing.start_s = backward(steps, rests);
  if ((due(frame, timing.start_s, last_.end) & ~placed) != 0) return;
  if (!drives_fit(frame, steps, rests, timing.start_s)) return;
  weigh(frame, rests, timing);
  const auto later = [&] {
    const auto gaps = [](const Rest& a, const Rest& b) { return a.gap < b.gap; };
    const auto rows = [](const Rest& a, const Rest& b) { return a.break_row < b.break_row; };
    const std::span<const Rest> known(best.rests.data(), best.rest_count);
    if (std::lexicographical_compare(rests.begin(), rests.end(), known.begin(), known.end(), gaps)) return false;
    if (std::lexicographical_compare(known.begin(), known.end(), rests.begin(), rests.end(), gaps)) return true;
    return !std::lexicographical_compare(rests.begin(), rests.end(), known.begin(), known.end(), rows);
  };
  if (best.feasible && (timing.goals() > best.goals() || (timing.goals() == best.goals() && later()))) return;
  best = timing;
}

/// Rests that are due however the others stand: the day begins before their latest start, at the latest, and ends
/// after it without any rest.
PAIDAN_INLINE unsigned Clock::certainly_due(const Frame& frame, std::span<const Step> steps, std::int64_t end) const {
  std::int64_t leaves = frame.latest_s - least_travel_s_ - duration_s_;
  if (steps.front().simple) leaves = std::min<std::int64_t>(leaves, steps.front().high_s - steps.front().leg_s);
  return due(frame, leaves, end);
}

/// From gap `gap` on, reached at `t` with the first `filled` rests placed: the others in every way.
PAIDAN_INLINE void Clock::fill(const Frame& frame, std::span<const Step> steps, std::span<Rest> rests, Reached at,
                               Timing& best) {
  // The second says no more than the first, but shows compilers that inline the recursion where it ends.
  if (at.filled >= rests.size() || at.filled >= most_breaks) return consider(frame, steps, rests, at.placed, best);
  const auto breaks = dense_->shifts.breaks[frame.shift.at()];
  for (; at.gap <= steps.size(); ++at.gap) {
    unsigned open = 0;
    for (std::size_t b = 0; b < breaks.size(); ++b)
      open |= at.t <= dense_->breaks[breaks[b].at()].latest_s ? 1U << b : 0U;
    open &= ~at.placed;
    // Too few are left that could still begin, or one that has to cannot.
    if (static_cast<std::size_t>(std::popcount(open)) < rests.size() - at.filled) return;
    if ((at.certain & ~at.placed & ~open) != 0) return;
    for (std::size_t b = 0; b < breaks.size(); ++b) {
      if ((open >> b & 1U) == 0) continue;
      const BreakRow& row = dense_->breaks[breaks[b].at()];
      Reached next = at;
      next.t = std::max<std::int64_t>(at.t, row.earliest_s) + row.duration_s;
      next.placed |= 1U << b;
      rests[next.filled++] = {at.gap, breaks[b]};
      if (static_cast<std::size_t>(std::popcount(at.certain & ~next.placed)) <= rests.size() - next.filled)
        fill(frame, steps, rests, next, best);
    }
    if (at.gap == steps.size()) return;
    bool forced = false;
    const std::int64_t start = start_after(steps[at.gap], at.t, forced);
    if (start == constraints::never) return;
    at.t = start + steps[at.gap].duration_s;
  }
}

PAIDAN_INLINE Timing Clock::time(const Frame& frame, std::span<const Step> steps) {
  turn_to(frame.shift, steps);
  const std::size_t n = steps.size();
  if (forward_.size() < n + 2) {
    forward_.resize(n + 2);
    backward_.resize(n + 2 + most_breaks);
    forced_.resize(n + 2);
    plain_.resize(n + 2);
    plain_forced_.resize(n + 2);
    leaves_.resize(n + 2);
    safe_.resize(n + 2);
    plain_safe_.resize(n + 2);
    safe_leaves_.resize(n + 2);
    late_before_.resize(n + 2);
  }
  least_travel_s_ = frame.last_leg_s;
  duration_s_ = 0;
  for (const Step& step : steps) {
    least_travel_s_ += step.leg_s;
    duration_s_ += step.duration_s;
  }
  travel_s_ = least_travel_s_;
  leaves_[0] = safe_leaves_[0] = frame.earliest_s;
  late_before_[0] = {};
  Timing best;
  // Rests only delay: a sequence that is too late without them is too late with them.
  if (!forward(frame, steps, {}, 0)) {
    best.violated = stopped_by_;
    return best;
  }
  best.start_s = backward(steps, {});
  const std::size_t breaks = frame.no_breaks ? 0 : dense_->shifts.breaks[frame.shift.at()].size();
  drives_too_long_ = false;
  const bool rested = breaks == 0 || due(frame, best.start_s, last_.end) == 0;
  if (rested && drives_fit(frame, steps, {}, best.start_s)) {
    weigh(frame, {}, best);
    return best;
  }
  std::array<Rest, most_breaks> rests{};
  Reached at;
  at.t = frame.earliest_s;
  at.certain = certainly_due(frame, steps, last_.end);
  best = Timing{};
  for (std::size_t count = 1; count <= breaks && !best.feasible; ++count)
    fill(frame, steps, std::span(rests.data(), count), at, best);
  if (!best.feasible) best.violated = bit(drives_too_long_ ? Family::travel_time : Family::breaks);
  return best;
}

PAIDAN_INLINE std::span<const std::int64_t> Clock::starts(const Frame& frame, std::span<const Step> steps,
                                                          const Timing& timing) {
  const std::span<const Rest> rests(timing.rests.data(), timing.rest_count);
  turn_to(frame.shift, steps);
  leaves_[0] = safe_leaves_[0] = frame.earliest_s;
  late_before_[0] = {};
  forward(frame, steps, rests, 0);
  backward(steps, rests);
  for (std::size_t r = 0; r < rests.size(); ++r) backward_[steps.size() + r] = rest_start_[r];
  return {backward_.data(), steps.size() + rests.size()};
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
