// Options and answers of dispatch as JSON, schema, help and Python see them.
#pragma once

#include <paidan/constraints/fields.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/matching/fields.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/routing/fields.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<Baseline> {
  static constexpr std::array<std::string_view, 2> names{"nearest_free", "best_rating"};
};
template <>
struct EnumNames<OptimalOver> {
  static constexpr std::array<std::string_view, 2> names{"listed", "all_eligible"};
};

PAIDAN_FIELDS(PlanOptions, "PlanOptions") {
  v("seed", &T::seed, Field{.zh = "随机种子", .doc = "Where the search starts; default 1."});
  v("iterations", &T::iterations,
    Field{.zh = "迭代次数",
          .doc = "Work of each lane, 0 = construction only; default: as much as a time limit allows, else 300 an "
                 "order, up to 200000, and more for less than 50 orders.",
          .low = 0,
          .high = 1000000000000});
  v("stall", &T::stall,
    Field{.zh = "停滞迭代数",
          .doc =
              "A lane ends after so many iterations without a better plan, counted from the middle of its work on; 0 = "
              "never. Up to an eighth of these more then go down from its best plan. Default: never when iterations or "
              "time_limit are given, else a quarter of the default iterations.",
          .low = 0,
          .high = 1000000000000});
  v("time_limit", &T::time_limit,
    Field{.zh = "时限",
          .doc = "Ends the search, which then depends on the machine; 0 = none, the default.",
          .unit = "ms",
          .low = 0,
          .high = 86400000});
  v("lanes", &T::lanes,
    Field{.zh = "并行搜索数",
          .doc =
              "Parallel searches that exchange their best plans; 0 = from the problem's size, the default. From 3000 "
              "orders and 50 shifts on, without depots, links and a cost of the worst lateness, one plan gets the work "
              "of all, "
              "region by region.",
          .low = 0,
          .high = 64});
  v("threads", &T::threads,
    Field{.zh = "线程数",
          .doc = "At most lanes, or regions of a large problem; changes the wall time only; default 1.",
          .low = 1,
          .high = 64});
}

PAIDAN_FIELDS(MatchPair, "OrderShift") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("shift", &T::shift,
    Field{.zh = "班次号", .doc = "Shift id; may be left out where the technician has one shift.", .required = true});
}

PAIDAN_FIELDS(MatchOptions, "MatchOptions") {
  v("capacity", &T::capacity,
    Field{.zh = "每班名额",
          .doc = "Orders per shift in this batch, also bounded by the technician's max_jobs; default 1.",
          .low = 0,
          .high = 1000});
  v("load_step", &T::load_step,
    Field{.zh = "负荷增量",
          .doc = "Each further order of one shift costs this much more; default 600000.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("max_candidates", &T::max_candidates,
    Field{.zh = "候选上限",
          .doc = "Cheapest pairs an order keeps; 0 = all feasible ones, the default.",
          .low = 0,
          .high = 1000000});
  v("price_out", &T::price_out,
    Field{
        .zh = "补选候选",
        .doc = "With max_candidates: look for left-out pairs that would pay, add them and match again; default true."});
  v("weights", &T::weights, Field{.zh = "权重", .doc = "What the features of a pair cost; default: the objective's."});
  v("tier_floors", &T::tier_floors,
    Field{.zh = "评分档下限", .doc = "Strict tiers: ratings in hundredths, falling; default none."});
  v("forced", &T::forced, Field{.zh = "指定", .doc = "Pairs that must be made; default none."});
  v("forbidden", &T::forbidden, Field{.zh = "禁止", .doc = "Pairs that must not; default none."});
  v("must_serve", &T::must_serve,
    Field{.zh = "必派", .doc = "As many of these orders as possible, before any cost; default none."});
  v("canonical", &T::canonical,
    Field{.zh = "确定解",
          .doc = "Of equally good matches the first: orders in turn take the lowest shift they can; default false."});
}

PAIDAN_FIELDS(MatchedPair, "MatchPair") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
  v("arrival", &T::arrival,
    Field{.zh = "到达", .doc = "Earliest start of service, straight from the shift's start.", .required = true});
  v("terms", &T::terms, Field{.zh = "分项", .doc = "Terms of the score that are not zero."});
  v("total", &T::total, Field{.zh = "合计", .doc = "Their sum.", .required = true, .unit = "cost units"});
  v("slot_cost", &T::slot_cost, Field{.zh = "名额成本", .doc = "Cost of the load step taken.", .unit = "cost units"});
}

PAIDAN_FIELDS(MatchShortage, "MatchShortage") {
  v("orders", &T::orders, Field{.zh = "工单", .doc = "Must-serve orders that share the places.", .required = true});
  v("shifts", &T::shifts, Field{.zh = "班次", .doc = "The only shifts that can take them.", .required = true});
  v("places", &T::places, Field{.zh = "名额", .doc = "Places those shifts have.", .required = true});
  v("skills", &T::skills, Field{.zh = "技能", .doc = "Skills that all of these orders need."});
  v("first_start", &T::first_start,
    Field{.zh = "最早开始", .doc = "Earliest start any of them allows.", .required = true});
  v("last_start", &T::last_start, Field{.zh = "最晚开始", .doc = "Latest start any of them allows.", .required = true});
  v("over", &T::over,
    Field{.zh = "范围", .doc = "The pairs it is said of: the listed ones only, or all feasible ones."});
}

PAIDAN_FIELDS(Match, "Match") {
  v("problem", &T::problem,
    Field{.zh = "问题指纹", .doc = "Content hash of the problem it answers.", .required = true});
  v("pairs", &T::pairs, Field{.zh = "配对", .doc = "Who takes what, by order.", .required = true});
  v("unassigned", &T::unassigned, Field{.zh = "未派", .doc = "Orders that nobody takes.", .required = true});
  v("cost", &T::cost,
    Field{.zh = "成本", .doc = "Pairs, slots and unserved orders.", .required = true, .unit = "cost units"});
  v("certified", &T::certified,
    Field{.zh = "已证最优", .doc = "The dual certificate proves that no assignment is cheaper."});
  v("optimal_over", &T::optimal_over,
    Field{.zh = "最优范围", .doc = "What the proof covers: the listed pairs only, or all feasible ones."});
  v("candidates", &T::candidates, Field{.zh = "候选数", .doc = "Pairs looked at."});
  v("shortages", &T::shortages, Field{.zh = "缺口", .doc = "Why must-serve orders are left out; empty when none is."});
}

PAIDAN_FIELDS(MatchMove, "MatchMove") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("from", &T::from, Field{.zh = "原班次", .doc = "Who takes it now; absent: nobody."});
  v("to", &T::to, Field{.zh = "新班次", .doc = "Who would take it; absent: nobody."});
}

PAIDAN_FIELDS(PairAnswer, "PairAnswer") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
  v("chosen", &T::chosen, Field{.zh = "已选", .doc = "The match has this pair.", .required = true});
  v("families", &T::families,
    Field{.zh = "原因类别", .doc = "Exactly what the pair violates; empty: it is feasible.", .required = true});
  v("reasons", &T::reasons, Field{.zh = "原因", .doc = "What is missing, by family.", .required = true});
  v("forbidden", &T::forbidden, Field{.zh = "被禁止", .doc = "By the options of the match."});
  v("has_places", &T::has_places, Field{.zh = "有名额", .doc = "False: the shift may take no order at all."});
  v("possible", &T::possible,
    Field{.zh = "可行",
          .doc = "False: not feasible, forbidden, without places, or a forced order would have to leave."});
  v("terms", &T::terms, Field{.zh = "分项", .doc = "Terms of the score that are not zero."});
  v("total", &T::total,
    Field{.zh = "合计", .doc = "Of the pair; absent when it is not feasible.", .unit = "cost units"});
  v("regret", &T::regret,
    Field{.zh = "多花",
          .doc = "By which the whole match is dearer with this pair forced, the rest as cheap as can be; absent when "
                 "the pair cannot be made.",
          .unit = "cost units"});
  v("must_serve_lost", &T::must_serve_lost,
    Field{.zh = "必派减少", .doc = "Must-serve orders that would be left out besides."});
  v("moves", &T::moves, Field{.zh = "调整", .doc = "Who would move, beginning with the order itself."});
  v("optimal_over", &T::optimal_over, Field{.zh = "最优范围", .doc = "Pairs over which the others are rearranged."});
}

PAIDAN_FIELDS(PlaceValue, "PlaceValue") {
  v("must_serve", &T::must_serve, Field{.zh = "必派", .doc = "Must-serve orders served besides."});
  v("cost", &T::cost, Field{.zh = "节省", .doc = "Saved besides, perhaps negative.", .unit = "cost units"});
  v("over", &T::over, Field{.zh = "范围", .doc = "The pairs it was found over; over all it might be more."});
}

PAIDAN_FIELDS(Suffering, "Suffering") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order of the visit that would start later.", .required = true});
  v("old_start", &T::old_start, Field{.zh = "原开始", .doc = "Start now.", .required = true});
  v("new_start", &T::new_start, Field{.zh = "新开始", .doc = "Start then.", .required = true});
  v("added_lateness", &T::added_lateness, Field{.zh = "新增迟到", .doc = "Beyond its due time.", .unit = "s"});
  v("broken", &T::broken,
    Field{.zh = "失约", .doc = "Its agreed arrival is kept now and would not be; default false.", .later = true});
}

PAIDAN_FIELDS(WhyNot, "WhyNot") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
  v("families", &T::families,
    Field{.zh = "原因类别",
          .doc = "Smallest set of families whose relaxation allows an insertion; empty: possible as things are.",
          .required = true});
  v("reasons", &T::reasons,
    Field{.zh = "原因", .doc = "What is missing and by how much, at least one a family.", .required = true});
  v("possible", &T::possible,
    Field{.zh = "可放宽", .doc = "False: not even with everything relaxed.", .required = true});
  v("planned", &T::planned,
    Field{.zh = "已排给他",
          .doc =
              "The plan has the order with this technician already: all else is what taking it out and putting it in "
              "again means; default false.",
          .later = true});
  v("shift", &T::shift,
    Field{.zh = "班次号",
          .doc = "Shift of the insertion that is best by the goals, like all below; absent when none is possible."});
  v("position", &T::position, Field{.zh = "位置", .doc = "Stop of the route before which it would go."});
  v("start", &T::start, Field{.zh = "开始", .doc = "When service would begin."});
  v("lateness", &T::lateness,
    Field{.zh = "迟到",
          .doc = "How late the order itself would begin, beyond its due time.",
          .unit = "s",
          .later = true});
  v("added_cost", &T::added_cost,
    Field{.zh = "增加成本", .doc = "Added to the plan, without the order's unserved cost.", .unit = "cost units"});
  v("added_goals", &T::added_goals,
    Field{.zh = "目标增量",
          .doc = "Added to the plan's goals, what the order counts unserved left out: weight of what would be broken, "
                 "itself included, lateness, running cost.",
          .later = true});
  v("added_travel", &T::added_travel, Field{.zh = "增加行车", .doc = "Travel time added.", .unit = "s"});
  v("suffering", &T::suffering, Field{.zh = "受影响", .doc = "Visits that would start later than now."});
}

PAIDAN_FIELDS(Unassigned, "Unassigned") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("families", &T::families, Field{.zh = "原因类别", .doc = "Of the nearest miss.", .required = true});
  v("technicians", &T::technicians,
    Field{.zh = "师傅", .doc = "Answers for all technicians, the nearest misses first.", .required = true});
}

}  // namespace paidan::inline PAIDAN_ABI
