#pragma once

#include <paidan/model/detail/checker.ipp>
#include <paidan/model/detail/weights.ipp>
#include <paidan/model/problem.hpp>

#include <array>
#include <span>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// No term of a cost, nor their sum, reaches this.
inline constexpr std::int64_t largest_total = std::int64_t{1} << 62;
/// Nor does a goal of a valid plan reach this, when goals are compared in order: a double holds it exactly.
inline constexpr std::int64_t largest_goal = std::int64_t{1} << 53;
/// Actual visits may lie outside the shifts; within this much of them figures are still safe.
inline constexpr std::int64_t leeway_s = 31 * 86'400;

/// Saturating; both not negative.
inline std::int64_t capped_sum(std::int64_t a, std::int64_t b) { return a > largest_total - b ? largest_total : a + b; }
inline std::int64_t capped_product(std::int64_t a, std::int64_t b) {
  return a != 0 && b > largest_total / a ? largest_total : a * b;
}

/// The larger of what a single good rating and a single bad one can change.
inline std::int64_t largest_quality(const ProblemData& data) {
  for (const Technician& technician : data.technicians) {
    if (technician.rating > 0) return capped_product(data.objective.per_rating_point, data.objective.rating_clip);
  }
  return 0;
}

/// The most that each term of a cost can come to.
struct WorstCase {
  struct Part {
    NounWord noun;
    std::string_view fields;  ///< that decide it
    std::int64_t value = 0;
    bool running = true;  ///< part of the goal that is compared last
  };
  std::array<Part, 14> parts;

  [[nodiscard]] std::int64_t sum(bool running_alone) const {
    std::int64_t total = 0;
    for (const Part& part : parts) {
      if (part.running || !running_alone) total = capped_sum(total, part.value);
    }
    return total;
  }
  [[nodiscard]] const Part& largest(bool running_alone) const {
    const Part* most = parts.data();
    for (const Part& part : parts) {
      if ((part.running || !running_alone) && part.value > most->value) most = &part;
    }
    return *most;
  }
};

/// Each term's worst case is bounded on its own. An order is visited at most once, a shift has at most one route;
/// visits lie in the shifts, give or take `leeway`.
inline WorstCase worst_case(const ProblemData& data, std::span<const travel::Leg> longest, std::int64_t leeway) {
  const Objective& objective = data.objective;
  const auto visits = static_cast<std::int64_t>(data.orders.size());
  std::int64_t shifts = 0;
  std::int64_t under_way = 0;  // seconds of all shifts, overtime and leeway included
  std::int64_t horizon = -time_limit_s;
  std::int64_t rests = 0;
  std::int64_t fixed = 0;
  std::int64_t fairness = 0;
  for (const Technician& technician : data.technicians) {
    std::int64_t work = technician.load_carried.seconds;
    for (const Shift& shift : technician.shifts) {
      const std::int64_t span = (shift.end - shift.start).seconds + shift.overtime_cap.seconds + leeway;
      work = capped_sum(work, span);
      under_way = capped_sum(under_way, span);
      for (const Break& pause : shift.breaks) rests = capped_sum(rests, pause.duration.seconds);
      horizon = std::max(horizon, seconds_from(data.origin, shift.end) + shift.overtime_cap.seconds + leeway);
      fixed = capped_sum(fixed, technician.fixed_cost);
      ++shifts;
    }
    for (const FairnessPiece& piece : objective.fairness) {
      fairness = capped_sum(fairness, capped_product(piece.per_second, work));
    }
  }
  std::int32_t slowest = 1'000;
  std::int32_t least_efficient = 1'000;
  for (const Technician& technician : data.technicians) {
    slowest = std::min(slowest, technician.speed_percent);
    least_efficient = std::min(least_efficient, technician.efficiency_percent);
  }
  std::int64_t longest_s = 0;
  std::int64_t longest_m = 0;
  const std::int64_t entry_s = longest_entry_s(data);
  for (std::size_t i = 0; i < longest.size(); ++i) {
    const std::int64_t seconds = scaled(longest[i].seconds, slowest) + entry_s;
    longest_s = std::max(longest_s, i < data.profiles.size() ? in_traffic(data.profiles[i], seconds) : seconds);
    longest_m = std::max<std::int64_t>(longest_m, longest[i].metres);
  }
  // A shift may call at one depot.
  std::int64_t calls = 0;
  for (const SupplyDepot& depot : data.depots) calls = std::max(calls, depot.service.seconds);
  calls = capped_product(calls, shifts);
  const std::int64_t legs = visits + (data.depots.empty() ? shifts : 2 * shifts);
  const std::int64_t travel = capped_product(legs, longest_s);
  // What visits before may take longer delays those behind, past the day's end if need be: by all work, rests and ways.
  std::int64_t buffers = 0;
  std::int64_t work = 0;
  for (const Order& order : data.orders) {
    buffers = capped_sum(buffers, order.buffer.seconds);
    work = capped_sum(work, order.service.seconds + order.setup.seconds);
  }
  if (buffers > 0) {
    horizon = capped_sum(
        horizon, capped_sum(scaled(buffers + work, least_efficient), capped_sum(travel, capped_sum(rests, calls))));
  }
  std::int64_t lateness = 0;
  std::int64_t latest = 0;
  std::int64_t over_skill = 0;
  std::int64_t preference = 0;
  std::int64_t same = 0;
  std::int64_t change = 0;
  std::int64_t unserved = 0;
  for (const Order& order : data.orders) {
    const std::int64_t late = std::max<std::int64_t>(0, horizon - due_of(order, data.origin));
    lateness = capped_sum(lateness, capped_product(late, objective.per_lateness_second));
    latest = std::max(latest, late);
    const auto levels = static_cast<std::int64_t>(order.skills.size()) * 8;
    over_skill = capped_sum(over_skill, capped_product(levels, objective.per_overskill_level));
    if (!order.preferred.empty()) preference = capped_sum(preference, objective.not_preferred);
    if (order.previous_technician) same = capped_sum(same, objective.not_same_technician);
    if (order.pin) change = capped_sum(change, order.pin->cost_of_change.value_or(0));
    unserved = capped_sum(unserved, unserved_cost(objective, order));
  }
  return {{{{{"travel", "行车"}, "per_travel_second", capped_product(travel, objective.per_travel_second)},
            {{"distance", "里程"}, "per_metre", capped_product(capped_product(legs, longest_m), objective.per_metre)},
            {{"waiting", "等待"}, "per_waiting_second", capped_product(under_way, objective.per_waiting_second)},
            {{"lateness", "迟到"}, "per_lateness_second", lateness, false},
            {{"overtime", "加班"}, "per_overtime_second", capped_product(under_way, objective.per_overtime_second)},
            {{"over-skill", "技能浪费"}, "per_overskill_level", over_skill},
            {{"quality", "质量"}, "per_rating_point, rating_clip", capped_product(visits, largest_quality(data))},
            {{"preference", "偏好"}, "not_preferred", preference},
            {{"same technician", "原师傅"}, "not_same_technician", same},
            {{"change", "改派"}, "orders[].pin.cost_of_change", change},
            {{"fixed cost", "出车"}, "technicians[].fixed_cost", fixed},
            {{"fairness", "均衡"}, "fairness", fairness},
            {{"worst lateness", "最大迟到"},
             "per_worst_lateness_second",
             capped_product(latest, objective.per_worst_lateness_second)},
            {{"unserved orders", "未服务"}, "unserved, orders[].priority, orders[].unserved_cost", unserved, false}}}};
}

/// Proves that no plan, valid or not, can cost 2^62 or more, in whatever order its terms are added: the bounds of its
/// terms are summed. In order, also that no goal of a valid plan reaches 2^53; lateness cannot: cap × orders is less.
PAIDAN_INLINE void Checker::check_total() {
  static_assert(largest_duration_s * static_cast<std::int64_t>(Problem::max_orders) < largest_goal);
  const auto shown = [](std::int64_t value) { return value >= largest_total ? "≥ 2^62" : std::to_string(value); };
  const WorstCase all = worst_case(data_, longest_, leeway_s);
  if (all.sum(false) >= largest_total) {
    const WorstCase::Part& largest = all.largest(false);
    return fail(errors::cost_overflow, Spot("objective"),
                {{"part", std::string(largest.noun.en)},
                 {"part_zh", std::string(largest.noun.zh)},
                 {"value", shown(largest.value)}});
  }
  if (data_.objective.goals != GoalOrder::in_order) return;
  const auto refuse_goal = [&](std::string_view goal, const NounWord& noun, std::string_view fields,
                               std::int64_t value) {
    fail(errors::goal_overflow, Spot("objective"),
         {{"goal", std::string(goal)},
          {"part", std::string(noun.en)},
          {"part_zh", std::string(noun.zh)},
          {"value", shown(value)},
          {"fields", std::string(fields)}});
  };
  std::int64_t honour = 0;
  for (const Order& order : data_.orders) {
    const std::int64_t cost = unserved_cost(data_.objective, order);
    honour = capped_sum(honour, capped_product(cost, honour_times(data_.objective, order)));
  }
  if (honour >= largest_goal) {
    refuse_goal("honour", {"orders not served as promised", "未如约服务的工单"},
                "unserved, agreed_weight, orders[].priority, orders[].unserved_cost", honour);
  }
  const WorstCase planned = worst_case(data_, longest_, 0);
  if (planned.sum(true) >= largest_goal) {
    const WorstCase::Part& largest = planned.largest(true);
    refuse_goal("run_well", largest.noun, largest.fields, largest.value);
  }
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
