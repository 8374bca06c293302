#pragma once

#include <paidan/model/detail/checker.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// No term of a cost, nor their sum, reaches this.
inline constexpr std::int64_t largest_total = std::int64_t{1} << 62;
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

/// Proves that no plan, valid or not, can cost 2^62 or more, in whatever order its terms are added: each term's worst
/// case is bounded on its own and the bounds are summed. An order is visited at most once, a shift has at most one
/// route.
PAIDAN_INLINE void Checker::check_total() {
  const Objective& objective = data_.objective;
  const auto visits = static_cast<std::int64_t>(data_.orders.size());
  std::int64_t shifts = 0;
  std::int64_t under_way = 0;  // seconds of all shifts, overtime and leeway included
  std::int64_t horizon = -time_limit_s;
  std::int64_t fixed = 0;
  std::int64_t fairness = 0;
  for (const Technician& technician : data_.technicians) {
    std::int64_t work = technician.load_carried.seconds;
    for (const Shift& shift : technician.shifts) {
      const std::int64_t span = (shift.end - shift.start).seconds + shift.overtime_cap.seconds + leeway_s;
      work = capped_sum(work, span);
      under_way = capped_sum(under_way, span);
      horizon = std::max(horizon, seconds_from(data_.origin, shift.end) + shift.overtime_cap.seconds + leeway_s);
      fixed = capped_sum(fixed, technician.fixed_cost);
      ++shifts;
    }
    for (const FairnessPiece& piece : objective.fairness) {
      fairness = capped_sum(fairness, capped_product(piece.per_second, work));
    }
  }
  std::int64_t lateness = 0;
  std::int64_t over_skill = 0;
  std::int64_t preference = 0;
  std::int64_t same = 0;
  std::int64_t change = 0;
  std::int64_t unserved = 0;
  for (const Order& order : data_.orders) {
    const std::int64_t late = std::max<std::int64_t>(0, horizon - due_of(order, data_.origin));
    lateness = capped_sum(lateness, capped_product(late, objective.per_lateness_second));
    const auto levels = static_cast<std::int64_t>(order.skills.size()) * 8;
    over_skill = capped_sum(over_skill, capped_product(levels, objective.per_overskill_level));
    if (!order.preferred.empty()) preference = capped_sum(preference, objective.not_preferred);
    if (order.previous_technician) same = capped_sum(same, objective.not_same_technician);
    if (order.pin) change = capped_sum(change, order.pin->cost_of_change.value_or(0));
    unserved = capped_sum(unserved, order.unserved_cost.value_or(objective.unserved * (1 + order.priority)));
  }
  std::int64_t longest_s = 0;
  std::int64_t longest_m = 0;
  for (const travel::Leg leg : longest_) {
    longest_s = std::max<std::int64_t>(longest_s, leg.seconds);
    longest_m = std::max<std::int64_t>(longest_m, leg.metres);
  }
  std::int32_t slowest = 1'000;
  for (const Technician& technician : data_.technicians) slowest = std::min(slowest, technician.speed_percent);
  const std::int64_t legs = visits + shifts;
  struct Part {
    NounWord noun;
    std::int64_t value;
  };
  const Part parts[] = {{{"travel", "行车"},
                         capped_product(capped_product(legs, scaled(longest_s, slowest)), objective.per_travel_second)},
                        {{"distance", "里程"}, capped_product(capped_product(legs, longest_m), objective.per_metre)},
                        {{"waiting", "等待"}, capped_product(under_way, objective.per_waiting_second)},
                        {{"lateness", "迟到"}, lateness},
                        {{"overtime", "加班"}, capped_product(under_way, objective.per_overtime_second)},
                        {{"over-skill", "技能浪费"}, over_skill},
                        {{"quality", "质量"}, capped_product(visits, largest_quality(data_))},
                        {{"preference", "偏好"}, preference},
                        {{"same technician", "原师傅"}, same},
                        {{"change", "改派"}, change},
                        {{"fixed cost", "出车"}, fixed},
                        {{"fairness", "均衡"}, fairness},
                        {{"unserved orders", "未服务"}, unserved}};
  const Part* largest = parts;
  std::int64_t total = 0;
  for (const Part& part : parts) {
    total = capped_sum(total, part.value);
    if (part.value > largest->value) largest = &part;
  }
  if (total < largest_total) return;
  fail(errors::cost_overflow, Spot("objective"),
       {{"part", std::string(largest->noun.en)},
        {"part_zh", std::string(largest->noun.zh)},
        {"value", largest->value >= largest_total ? "≥ 2^62" : std::to_string(largest->value)}});
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
