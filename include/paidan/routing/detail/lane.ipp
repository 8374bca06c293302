#pragma once

#include <paidan/routing/detail/lane.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE void Gauge::add(std::int64_t iterations, const Lane& lane) {
  const Goals best = lane.best_goals();
  const std::lock_guard lock(mutex_);
  done_ += iterations;
  if (!(best < best_)) return;
  best_ = best;
  unserved_ = lane.best_unserved();
}

PAIDAN_INLINE Progress Gauge::read(std::int64_t iterations) const {
  const std::lock_guard lock(mutex_);
  return {done_, iterations, best_.run_well, unserved_, best_.honour, best_.late};
}

PAIDAN_INLINE Lane::Lane(const rich::State& first, std::uint64_t seed, const Stopping& stopping)
    : rich_(std::in_place, rich::Search(first, seed), seed),
      iterations_(stopping.iterations),
      stall_(stopping.stall),
      orders_(first.ground().visit_count()) {}

PAIDAN_INLINE Lane::Lane(const Plain& plain, std::uint64_t seed, const Stopping& stopping)
    : plain_(&plain),
      plain_search_(std::in_place, anneal::Search(plain.ground(), plain.near(), seed, plain.missed_rate()), seed),
      iterations_(stopping.iterations),
      stall_(stopping.stall),
      orders_(plain.ground().visit_count()) {}

PAIDAN_INLINE Goals Lane::best_goals() const {
  return plain_ != nullptr ? plain_->goals(plain_search_->best_score()) : rich_->best_score();
}

PAIDAN_INLINE std::vector<std::vector<std::uint32_t>> Lane::best() const {
  return plain_ != nullptr ? plain_->visits(plain_search_->best_visits()) : rich_->best_visits();
}

PAIDAN_INLINE std::int32_t Lane::best_unserved() const {
  std::size_t served = 0;
  for (const auto& tour : best()) served += tour.size();
  return static_cast<std::int32_t>(orders_ - served);
}

PAIDAN_INLINE void Lane::adopt(const Lane& other) {
  stall_.wake(iteration_);
  if (plain_ != nullptr) {
    plain_search_->adopt(*other.plain_search_);
  } else {
    rich_->adopt(*other.rich_);
  }
}

PAIDAN_INLINE void Lane::advance(std::int64_t count, anneal::Share share, Gauge* gauge) {
  if (plain_ != nullptr) {
    plain_search_->run(count, share);
  } else {
    rich_->run(count, share);
  }
  iteration_ += count;
  if (gauge != nullptr) gauge->add(count, *this);
}

/// What has stalled has its last part all the same: of a default search's work as much as if it had not. False when
/// asked to stop.
PAIDAN_INLINE bool Lane::end_early(const Control& control, Gauge* gauge) {
  if (plain_ != nullptr) return true;
  std::int64_t left = stall_.limit() / 8;
  if (iterations_ > 0) left = std::min(left, iterations_ - iteration_);
  for (; left > 0; left -= rich::Search::slice) {
    if (control.should_stop()) return false;
    advance(std::min(left, rich::Search::slice), anneal::whole_work, gauge);
  }
  return true;
}

PAIDAN_INLINE bool Lane::run(std::int64_t until, const Control& control, Watcher* watch, Gauge* gauge) {
  constexpr std::int64_t slice = rich::Search::slice;
  Goals best = best_goals();
  while (iteration_ < until && !stall_.stalled()) {
    if (control.should_stop()) return false;
    anneal::Share share = iterations_ > 0 ? anneal::share_of(iteration_, iterations_) : 0;
    if (control.time_limit_ms > 0) {
      const anneal::Share gone = control.elapsed_share();
      if (begun_ > anneal::whole_work) begun_ = std::min(gone, anneal::whole_work - 1);
      const auto left = anneal::Wide{anneal::whole_work - begun_};
      share = std::max(share, static_cast<anneal::Share>((anneal::Wide{gone - begun_} << 32U) / left));
    }
    const std::int64_t count = std::min(slice, until - iteration_);
    advance(count, share, gauge);
    const Goals now_best = best_goals();
    stall_.see(iteration_, share, now_best < best);
    best = now_best;
    if (stall_.stalled() && !end_early(control, gauge)) return false;
    if (watch == nullptr) continue;
    const std::int64_t now = steady_us();
    if (now - told_us_ < 100'000) continue;
    told_us_ = now;
    if (!watch->report(gauge != nullptr ? gauge->read(iterations_) : Progress{})) return false;
  }
  iteration_ = std::max(iteration_, until);  // a lane that has stalled does not make up for it later
  return true;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
