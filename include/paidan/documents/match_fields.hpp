// The documents of a match as JSON and its schema see them.
#pragma once

#include <paidan/core/names.hpp>
#include <paidan/documents/match_documents.hpp>
#include <paidan/model/fields.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<OptimalOver> {
  static constexpr std::array<std::string_view, 2> names{"listed", "all_eligible"};
};

template <>
struct Fields<documents::ShiftDocument> {
  using T = documents::ShiftDocument;
  static constexpr std::string_view name = "ShiftName";
  template <class V>
  static void visit(V&& v) {
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
  }
};

template <>
struct Fields<documents::MatchShortageDocument> {
  using T = documents::MatchShortageDocument;
  static constexpr std::string_view name = "MatchShortage";
  template <class V>
  static void visit(V&& v) {
    v("orders", &T::orders,
      Field{.zh = "工单", .doc = "Must-serve orders that cannot all be served.", .required = true});
    v("shifts", &T::shifts, Field{.zh = "班次", .doc = "The only shifts that can take any of them.", .required = true});
    v("places", &T::places, Field{.zh = "名额", .doc = "What these shifts can take together.", .required = true});
    v("skills", &T::skills, Field{.zh = "技能", .doc = "Skills that all of these orders need."});
    v("first_start", &T::first_start, Field{.zh = "最早开始", .doc = "Earliest start any of them allows."});
    v("last_start", &T::last_start, Field{.zh = "最晚开始", .doc = "Latest start any of them allows."});
  }
};

template <>
struct Fields<documents::TermDocument> {
  using T = documents::TermDocument;
  static constexpr std::string_view name = "ScoreTerm";
  template <class V>
  static void visit(V&& v) {
    v("term", &T::term, Field{.zh = "项", .doc = "Name of the term.", .required = true});
    v("cost", &T::cost, Field{.zh = "成本", .doc = "Cost units.", .required = true});
  }
};

template <>
struct Fields<documents::PairDocument> {
  using T = documents::PairDocument;
  static constexpr std::string_view name = "MatchPair";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
    v("arrival", &T::arrival,
      Field{.zh = "到达", .doc = "Earliest start of service, straight from the shift's start.", .required = true});
    v("terms", &T::terms, Field{.zh = "评分项", .doc = "Terms that sum to total; zeros are left out."});
    v("total", &T::total, Field{.zh = "合计", .doc = "Cost units of the pair.", .required = true});
    v("slot_cost", &T::slot_cost, Field{.zh = "负荷成本", .doc = "Cost units of being the technician's n-th order."});
  }
};

template <>
struct Fields<documents::MatchDocument> {
  using T = documents::MatchDocument;
  static constexpr std::string_view name = "Match";
  template <class V>
  static void visit(V&& v) {
    v("problem", &T::problem, Field{.zh = "问题指纹", .doc = "Content hash of the problem.", .required = true});
    v("pairs", &T::pairs, Field{.zh = "配对", .doc = "By order.", .required = true});
    v("unassigned", &T::unassigned, Field{.zh = "未派", .doc = "Order ids without a technician.", .required = true});
    v("cost", &T::cost, Field{.zh = "成本", .doc = "Pairs, slots and unserved, cost units.", .required = true});
    v("certified", &T::certified, Field{.zh = "已证最优", .doc = "Optimality proven by duality."});
    v("optimal_over", &T::optimal_over,
      Field{.zh = "最优范围", .doc = "What the proof covers: the listed pairs, or all feasible ones."});
    v("candidates", &T::candidates, Field{.zh = "候选数", .doc = "Pairs looked at; 0 = not told."});
    v("shortages", &T::shortages,
      Field{.zh = "缺口", .doc = "Why must-serve orders are left out; empty when none is."});
  }
};

template <>
struct Fields<documents::MatchMoveDocument> {
  using T = documents::MatchMoveDocument;
  static constexpr std::string_view name = "MatchMove";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
    v("from", &T::from, Field{.zh = "原班次", .doc = "Where it is now; absent: nobody takes it."});
    v("to", &T::to, Field{.zh = "新班次", .doc = "Where it would go; absent: nobody would take it."});
  }
};

template <>
struct Fields<documents::PairAnswerDocument> {
  using T = documents::PairAnswerDocument;
  static constexpr std::string_view name = "PairAnswer";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
    v("chosen", &T::chosen, Field{.zh = "已选", .doc = "The match has this pair.", .required = true});
    v("families", &T::families,
      Field{.zh = "原因类别", .doc = "Everything the pair violates; empty: it is feasible.", .required = true});
    v("reasons", &T::reasons, Field{.zh = "原因", .doc = "What exactly is missing.", .required = true});
    v("forbidden", &T::forbidden, Field{.zh = "被禁止", .doc = "Forbidden by the options of the match."});
    v("has_places", &T::has_places, Field{.zh = "有名额", .doc = "False: the shift may take no order at all."});
    v("possible", &T::possible,
      Field{.zh = "可行",
            .doc = "False: not feasible, forbidden, without places, or a forced order would have to leave."});
    v("terms", &T::terms, Field{.zh = "评分项", .doc = "Terms that sum to total; zeros are left out."});
    v("total", &T::total, Field{.zh = "合计", .doc = "Cost units of the pair; absent when it is not feasible."});
    v("regret", &T::regret,
      Field{.zh = "多花", .doc = "Cost units by which the whole match is dearer with this pair, at best."});
    v("must_serve_lost", &T::must_serve_lost,
      Field{.zh = "必派减少", .doc = "Must-serve orders that would be left out besides."});
    v("moves", &T::moves, Field{.zh = "调整", .doc = "Who would move, beginning with the order itself."});
    v("optimal_over", &T::optimal_over, Field{.zh = "最优范围", .doc = "Pairs over which the others are rearranged."});
  }
};

}  // namespace paidan::inline PAIDAN_ABI
