#pragma once

#include <paidan/routing/detail/lane.hpp>

#include <paidan/routing/detail/improve.hpp>
#include <paidan/routing/detail/recreate.hpp>
#include <paidan/routing/detail/ruin.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

inline constexpr std::size_t neighbours = 10;

}  // namespace routing_detail

PAIDAN_INLINE Lane::Lane(State state, std::uint64_t seed, std::int64_t iterations)
    : state_(std::move(state)), random_(mix64(seed)), iterations_(iterations) {
  keep_best();
  // The threshold's scale: what a served order costs on average, unserved ones left out.
  const Context& context = state_.context();
  std::int64_t unserved = 0;
  for (std::size_t o = 0; o < context.order_count(); ++o) {
    if (state_.shift_of(static_cast<std::uint32_t>(o)) == Context::no_pair)
      unserved += context.dense().orders.unserved_cost[o];
  }
  const auto served = static_cast<std::int64_t>(context.order_count()) - state_.unserved();
  const std::int64_t each = std::max<std::int64_t>(0, state_.cost() - unserved) / std::max<std::int64_t>(1, served);
  unit_ = std::min(each, std::int64_t{1} << 50) * 3;
}

PAIDAN_INLINE void Lane::keep_best() {
  best_cost_ = state_.cost();
  best_unserved_ = state_.unserved();
  best_ = state_.visits();
}

PAIDAN_INLINE void Lane::adopt(const Lane& other) {
  state_.assign(other.best_);
  keep_best();
}

PAIDAN_INLINE std::int64_t Lane::threshold(const Control& control) const {
  const std::int64_t done = iteration_ * 1000 / std::max<std::int64_t>(1, iterations_);
  const std::int64_t left = 1000 - std::max(done, control.elapsed_permille());
  return unit_ / 1000 * left;
}

PAIDAN_INLINE void Lane::step(const Control& control) {
  state_.begin();
  const std::int64_t before = state_.cost();
  ruin(state_, random_, {});
  std::vector<std::uint32_t> open = unserved_orders(state_);
  const RecreateOptions options{.blink = 10, .seed = random_.next()};
  if (random_.below(4) != 0) {
    insert_by_regret(state_, open, options, control);
  } else {
    for (std::size_t i = open.size(); i > 1; --i)
      std::swap(open[i - 1], open[random_.below(static_cast<std::uint32_t>(i))]);
    insert_in_order(state_, open, options, control);
  }
  std::vector<std::uint32_t> touched = state_.touched();
  improve(state_, touched, routing_detail::neighbours, control);
  if (state_.unserved() > 0) {
    touched = state_.touched();
    replace_visits(state_, touched, control);
    insert_by_regret(state_, unserved_orders(state_), {}, control);
  }
  const std::int64_t limit = before + threshold(control) / 1024 * random_.below(1025);
  if (state_.cost() < limit || state_.cost() < best_cost_) {
    state_.commit();
    if (state_.cost() < best_cost_) keep_best();
  } else {
    state_.rollback();
  }
}

PAIDAN_INLINE bool Lane::tell(Watcher* watch, Gauge* gauge) {
  if (gauge != nullptr) {
    gauge->iterations.fetch_add(1, std::memory_order_relaxed);
    std::int64_t known = gauge->best_cost.load(std::memory_order_relaxed);
    while (best_cost_ < known &&
           !gauge->best_cost.compare_exchange_weak(known, best_cost_, std::memory_order_relaxed)) {
    }
    if (best_cost_ <= known) gauge->unserved.store(best_unserved_, std::memory_order_relaxed);
  }
  if (watch == nullptr) return true;
  const std::int64_t now = steady_ms();
  if (now - told_ms_ < 100) return true;
  told_ms_ = now;
  return watch->report({iteration_, iterations_, best_cost_, static_cast<std::int32_t>(best_unserved_)});
}

PAIDAN_INLINE bool Lane::run(std::int64_t until, const Control& control, Watcher* watch, Gauge* gauge) {
  const bool anything = state_.context().order_count() > 0 && state_.context().pair_count() > 0;
  while (iteration_ < until) {
    if (control.should_stop()) return false;
    if (anything) step(control);
    ++iteration_;
    if (!tell(watch, gauge)) return false;
  }
  return true;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
