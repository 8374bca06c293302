// Matches and answers about pairs in the words of the border.
#pragma once

#include "views.hpp"

#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/documents/match_fields.hpp>

namespace paidan_python {

struct PairView {
  std::string order;
  std::string technician;
  std::string shift;
  LocalInstant start;
  Amounts terms;
  std::int64_t total = 0;
  std::int64_t slot_cost = 0;
  friend bool operator==(const PairView&, const PairView&) = default;
};

struct ShortageView {
  std::vector<std::string> orders;
  std::vector<ShiftName> shifts;
  std::int64_t places = 0;
  std::vector<std::string> skills;
  LocalInstant first_start;
  LocalInstant last_start;
  friend bool operator==(const ShortageView&, const ShortageView&) = default;
};

struct MatchView {
  std::vector<PairView> pairs;
  std::vector<std::string> unassigned;
  std::int64_t cost = 0;
  bool certified = false;
  pd::OptimalOver optimal_over = pd::OptimalOver::all_eligible;
  std::int64_t candidates = 0;
  std::vector<ShortageView> shortages;
  std::string problem_hash;
  friend bool operator==(const MatchView&, const MatchView&) = default;
};

struct MatchMoveView {
  std::string order;
  std::optional<ShiftName> from;
  std::optional<ShiftName> to;
  friend bool operator==(const MatchMoveView&, const MatchMoveView&) = default;
};

struct PairAnswerView {
  std::string order;
  std::string technician;
  std::string shift;
  bool chosen = false;
  std::vector<pd::Family> families;
  std::vector<pd::Reason> reasons;
  bool forbidden = false;
  bool has_places = true;
  bool possible = true;
  Amounts terms;
  std::optional<std::int64_t> total;
  std::optional<std::int64_t> regret;
  std::int64_t must_serve_lost = 0;
  std::vector<MatchMoveView> moves;
  pd::OptimalOver optimal_over = pd::OptimalOver::all_eligible;
  friend bool operator==(const PairAnswerView&, const PairAnswerView&) = default;
};

struct RefusalView {
  std::string order;
  std::string technician;
  std::string shift;
  std::vector<pd::Family> families;
  std::vector<pd::Reason> reasons;
  friend bool operator==(const RefusalView&, const RefusalView&) = default;
};

/// Back to indices, for what reads them (render, io). Raises InvalidInput on ids that the problem does not have.
pd::Match::Pair pair_of(const pd::Problem& problem, const PairView& view);
pd::Match match_of(const pd::Problem& problem, const MatchView& view);
pd::MatchShortage shortage_of(const pd::Problem& problem, const ShortageView& view);
pd::PairAnswer pair_answer_of(const pd::Problem& problem, const PairAnswerView& view);

}  // namespace paidan_python

namespace paidan::inline PAIDAN_ABI {

template <>
struct Fields<PlaceValue> {
  using T = PlaceValue;
  static constexpr std::string_view name = "PlaceValue";
  template <class V>
  static void visit(V&& v) {
    v("must_serve", &T::must_serve, Field{.zh = "必派", .doc = "Must-serve orders served besides; default 0."});
    v("cost", &T::cost, Field{.zh = "节省", .doc = "Cost units saved besides, perhaps negative; default 0."});
  }
};

template <>
struct Fields<paidan_python::PairView> {
  using T = paidan_python::PairView;
  static constexpr std::string_view name = "MatchPair";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Id of the technician."});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Id of the shift."});
    v("start", &T::start, Field{.zh = "开始", .doc = "Earliest start of service, straight from the shift's start."});
    v("terms", &T::terms, Field{.zh = "分项", .doc = "Cost units by term; they sum exactly to the total."});
    v("total", &T::total, Field{.zh = "合计", .doc = "Cost units of the pair."});
    v("slot_cost", &T::slot_cost, Field{.zh = "负荷成本", .doc = "Cost units for being a further order of the shift."});
  }
};

template <>
struct Fields<paidan_python::ShortageView> {
  using T = paidan_python::ShortageView;
  static constexpr std::string_view name = "MatchShortage";
  template <class V>
  static void visit(V&& v) {
    v("orders", &T::orders, Field{.zh = "工单", .doc = "Ids of must-serve orders that cannot all be served."});
    v("shifts", &T::shifts, Field{.zh = "班次", .doc = "The only shifts that can take any: (technician, shift)."});
    v("places", &T::places, Field{.zh = "名额", .doc = "Orders that these shifts can take together."});
    v("skills", &T::skills, Field{.zh = "技能", .doc = "Skills that all of these orders need."});
    v("first_start", &T::first_start, Field{.zh = "最早开始", .doc = "Earliest start any of them allows."});
    v("last_start", &T::last_start, Field{.zh = "最晚开始", .doc = "Latest start any of them allows."});
  }
};

template <>
struct Fields<paidan_python::MatchMoveView> {
  using T = paidan_python::MatchMoveView;
  static constexpr std::string_view name = "MatchMove";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
    v("from", &T::from, Field{.zh = "原班次", .doc = "(technician, shift) now; None: nobody takes it."});
    v("to", &T::to, Field{.zh = "新班次", .doc = "(technician, shift) then; None: nobody would take it."});
  }
};

template <>
struct Fields<paidan_python::PairAnswerView> {
  using T = paidan_python::PairAnswerView;
  static constexpr std::string_view name = "PairAnswer";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Id of the technician."});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Id of the shift."});
    v("chosen", &T::chosen, Field{.zh = "已选", .doc = "The match has this pair."});
    v("families", &T::families,
      Field{.zh = "原因类别", .doc = "Exactly what the pair violates; empty: it is feasible."});
    v("reasons", &T::reasons, Field{.zh = "原因", .doc = "What is missing, by family."});
    v("forbidden", &T::forbidden, Field{.zh = "被禁止", .doc = "By the options of the match."});
    v("has_places", &T::has_places, Field{.zh = "有名额", .doc = "False: the shift may take no order at all."});
    v("possible", &T::possible,
      Field{.zh = "可行",
            .doc = "False: not feasible, forbidden, without places, or a forced order would have to leave."});
    v("terms", &T::terms, Field{.zh = "分项", .doc = "Cost units by term; they sum exactly to the total."});
    v("total", &T::total, Field{.zh = "合计", .doc = "Cost units of the pair; None when it is not feasible."});
    v("regret", &T::regret,
      Field{.zh = "多花",
            .doc = "Cost units by which the whole match is dearer with this pair forced, the rest as cheap as can be; "
                   "None when the pair cannot be made."});
    v("must_serve_lost", &T::must_serve_lost,
      Field{.zh = "必派减少", .doc = "Must-serve orders that would be left out besides."});
    v("moves", &T::moves, Field{.zh = "调整", .doc = "Who would move, beginning with the order itself."});
    v("optimal_over", &T::optimal_over, Field{.zh = "最优范围", .doc = "Pairs over which the others are rearranged."});
  }
};

template <>
struct Fields<paidan_python::RefusalView> {
  using T = paidan_python::RefusalView;
  static constexpr std::string_view name = "Refusal";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Id of the technician."});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Id of the shift."});
    v("families", &T::families, Field{.zh = "原因类别", .doc = "Exactly what the pair violates; empty: nothing."});
    v("reasons", &T::reasons, Field{.zh = "原因", .doc = "What is missing, by family."});
  }
};

template <>
struct Fields<paidan_python::MatchView> {
  using T = paidan_python::MatchView;
  static constexpr std::string_view name = "Match";
  template <class V>
  static void visit(V&& v) {
    v("pairs", &T::pairs, Field{.zh = "配对", .doc = "Who takes what, by order."});
    v("unassigned", &T::unassigned, Field{.zh = "未分配", .doc = "Ids of orders that nobody takes."});
    v("cost", &T::cost, Field{.zh = "成本", .doc = "Cost units of pairs, slots and unserved orders."});
    v("certified", &T::certified,
      Field{.zh = "已证最优", .doc = "The dual certificate proves that no assignment is cheaper."});
    v("optimal_over", &T::optimal_over,
      Field{.zh = "最优范围", .doc = "What the proof covers: the listed pairs only, or all feasible ones."});
    v("candidates", &T::candidates, Field{.zh = "候选数", .doc = "Pairs looked at."});
    v("shortages", &T::shortages,
      Field{.zh = "缺口", .doc = "Why must-serve orders are left out; empty when none is."});
    v("problem_hash", &T::problem_hash, Field{.zh = "问题指纹", .doc = "Content hash of the problem."});
  }
};

}  // namespace paidan::inline PAIDAN_ABI
