// Results in the words of the border: ids and local datetimes instead of indices and seconds from the origin.
#pragma once

#include "bind.hpp"

#include <paidan/check/fields.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/names.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/model/problem.hpp>

namespace paidan_python {

/// A shift by names: a tuple in Python, where a technician with one shift may be named alone.
struct ShiftName {
  std::string technician;
  std::optional<std::string> shift;
  friend bool operator==(const ShiftName&, const ShiftName&) = default;
};
template <>
struct Convert<ShiftName> {
  static py::object to(const ShiftName& value);
  static ShiftName from(py::handle value, const Where& where);
  static std::string type(bool in) { return in ? "str | tuple[str, str]" : "tuple[str, str]"; }
};

/// One stop of a route.
struct StopView {
  pd::StopKind kind = pd::StopKind::visit;
  std::optional<std::string> order;
  std::optional<std::string> break_id;
  std::optional<std::string> location;
  LocalInstant departure;
  LocalInstant arrival;
  LocalInstant start;
  LocalInstant end;
  friend bool operator==(const StopView&, const StopView&) = default;
};

struct RouteView {
  std::string technician;
  std::string shift;
  LocalInstant start;
  LocalInstant end;
  std::vector<StopView> stops;
  friend bool operator==(const RouteView&, const RouteView&) = default;
};

struct SufferingView {
  std::string order;
  LocalInstant old_start;
  LocalInstant new_start;
  pd::Duration added_lateness;
  friend bool operator==(const SufferingView&, const SufferingView&) = default;
};

struct WhyNotView {
  std::string order;
  std::string technician;
  std::vector<pd::Family> families;
  std::vector<pd::Reason> reasons;
  bool possible = false;
  std::optional<std::string> shift;
  std::int32_t position = 0;
  std::optional<LocalInstant> start;
  std::int64_t added_cost = 0;
  pd::Duration added_travel;
  std::vector<SufferingView> suffering;
  friend bool operator==(const WhyNotView&, const WhyNotView&) = default;
};

struct UnassignedView {
  std::string order;
  std::vector<pd::Family> families;
  std::vector<WhyNotView> technicians;
  friend bool operator==(const UnassignedView&, const UnassignedView&) = default;
};

struct ViolationView {
  std::string code;
  std::optional<std::string> order;
  std::optional<std::string> technician;
  std::optional<std::string> shift;
  std::int64_t amount = 0;
  friend bool operator==(const ViolationView&, const ViolationView&) = default;
};

struct TechnicianKpisView : pd::check::TechnicianKpis {
  std::string id;
  friend bool operator==(const TechnicianKpisView&, const TechnicianKpisView&) = default;
};
struct KpisView : pd::check::Kpis {
  std::vector<TechnicianKpisView> rows;
  friend bool operator==(const KpisView&, const KpisView&) = default;
};

struct ReportView {
  std::vector<ViolationView> violations;
  pd::Cost cost;
  KpisView kpis;
  friend bool operator==(const ReportView&, const ReportView&) = default;
};

/// The host's own visit, as it happened.
struct ActualVisitView {
  std::string order;
  std::string technician;
  pd::Instant arrival;
  std::optional<pd::Instant> start;
  pd::Instant end;
  std::int64_t row = 0;
  friend bool operator==(const ActualVisitView&, const ActualVisitView&) = default;
};

/// Ids and local times of one problem's indices and seconds.
class Namer {
 public:
  explicit Namer(const pd::Problem& problem) : problem_(&problem) {}
  [[nodiscard]] std::string order(pd::OrderIndex i) const { return problem_->order(i).id; }
  [[nodiscard]] std::string technician(pd::TechnicianIndex i) const { return problem_->technician(i).id; }
  [[nodiscard]] std::string shift(pd::ShiftIndex i) const { return problem_->shift(i).id; }
  [[nodiscard]] pd::TechnicianIndex technician_of(pd::ShiftIndex i) const {
    return problem_->dense().shifts.technician[i.at()];
  }
  [[nodiscard]] ShiftName shift_name(pd::ShiftIndex i) const { return {technician(technician_of(i)), shift(i)}; }
  [[nodiscard]] LocalInstant at(std::int32_t seconds) const {
    const pd::Instant instant = problem_->instant(seconds);
    return {instant, problem_->data().zone.offset_at(instant)};
  }
  [[nodiscard]] std::optional<std::string> maybe_order(pd::OrderIndex i) const {
    return i.valid() && i.at() < problem_->order_count() ? std::optional(order(i)) : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> maybe_technician(pd::TechnicianIndex i) const {
    return i.valid() && i.at() < problem_->technician_count() ? std::optional(technician(i)) : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> maybe_shift(pd::ShiftIndex i) const {
    return i.valid() && i.at() < problem_->shift_count() ? std::optional(shift(i)) : std::nullopt;
  }

 private:
  const pd::Problem* problem_;
};

std::vector<pd::Family> families(pd::FamilySet set);
/// Id → index; raises InvalidInput naming the id and the nearest known one.
pd::OrderIndex order_index(const pd::Problem& problem, py::handle id, const Where& where);
pd::TechnicianIndex technician_index(const pd::Problem& problem, py::handle id, const Where& where);
[[noreturn]] void unknown_order(const pd::Problem& problem, const std::string& id, const Where& where);
[[noreturn]] void unknown_technician(const pd::Problem& problem, const std::string& id, const Where& where);

std::int32_t seconds_of(const pd::Problem& problem, const LocalInstant& time);
pd::FamilySet set_of(const std::vector<pd::Family>& all);

/// Back to indices, for what reads them (render, io). Raises InvalidInput on ids that the problem does not have.
pd::WhyNot why_not_of(const pd::Problem& problem, const WhyNotView& view);
pd::Unassigned unassigned_of(const pd::Problem& problem, const UnassignedView& view);
/// Raises InvalidInput also when a technician with several shifts is named alone.
pd::ShiftIndex shift_index(const pd::Problem& problem, const ShiftName& name, const Where& where);

RouteView route_view(const pd::Problem& problem, const pd::Route& route);
Amounts cost_amounts(const pd::Cost& cost);

/// What Python calls Problem: the problem, and its nouns as Python objects made once.
struct PyProblem {
  pd::Problem problem;
  py::object orders = {};
  py::object technicians = {};
  py::object locations = {};
};

/// What Python calls Plan: it knows its problem, so it can speak in ids.
struct PyPlan {
  pd::Problem problem;
  pd::Plan plan;
  bool interrupted = false;
  py::object owner = {};  // the Python Problem it was made for, so that `plan.problem is problem`
};

/// The same visits, in the indices of another problem (what-if): visits of orders or shifts that are gone are left out,
/// breaks are placed anew by the planner.
pd::Plan translated(const PyPlan& plan, const pd::Problem& to);

}  // namespace paidan_python

namespace paidan::inline PAIDAN_ABI {

template <>
struct Fields<paidan_python::StopView> {
  using T = paidan_python::StopView;
  static constexpr std::string_view name = "Stop";
  template <class V>
  static void visit(V&& v) {
    v("kind", &T::kind, Field{.doc = "visit or rest."});
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order; None for a rest."});
    v("break_id", &T::break_id, Field{.zh = "休息编号", .doc = "Id of the break; None for a visit."});
    v("location", &T::location,
      Field{.zh = "地点", .doc = "Id of the place; None for a rest, which happens where the previous stop was."});
    v("departure", &T::departure, Field{.zh = "出发", .doc = "Leaves the previous place."});
    v("arrival", &T::arrival, Field{.zh = "到达", .doc = "At the place; may wait there."});
    v("start", &T::start, Field{.zh = "开始", .doc = "Setup and service begin: the customer's arrival time."});
    v("end", &T::end, Field{.zh = "结束", .doc = "Service ends."});
  }
};

template <>
struct Fields<paidan_python::RouteView> {
  using T = paidan_python::RouteView;
  static constexpr std::string_view name = "Route";
  template <class V>
  static void visit(V&& v) {
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Id of the technician."});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Id of the shift."});
    v("start", &T::start, Field{.zh = "出发", .doc = "Leaves the start location."});
    v("end", &T::end, Field{.zh = "返回", .doc = "Back at the end location; open end: end of the last stop."});
    v("stops", &T::stops, Field{.zh = "停靠", .doc = "Visits and rests in order."});
  }
};

template <>
struct Fields<paidan_python::SufferingView> {
  using T = paidan_python::SufferingView;
  static constexpr std::string_view name = "Suffering";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order that would start later."});
    v("old_start", &T::old_start, Field{.zh = "原开始", .doc = "Start now."});
    v("new_start", &T::new_start, Field{.zh = "新开始", .doc = "Start then."});
    v("added_lateness", &T::added_lateness,
      Field{.zh = "增加迟到", .doc = "Lateness beyond its due time that is added."});
  }
};

template <>
struct Fields<paidan_python::WhyNotView> {
  using T = paidan_python::WhyNotView;
  static constexpr std::string_view name = "WhyNot";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Id of the technician."});
    v("families", &T::families,
      Field{.zh = "原因", .doc = "Smallest set of constraint families to relax; empty = possible as things are."});
    v("reasons", &T::reasons, Field{.zh = "明细", .doc = "What is missing and by how much, at least one per family."});
    v("possible", &T::possible, Field{.zh = "可行", .doc = "False: not even with everything relaxed."});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift of the cheapest insertion; None if none is possible."});
    v("position", &T::position, Field{.zh = "位置", .doc = "Place among the visits of that shift, from 0."});
    v("start", &T::start, Field{.zh = "开始", .doc = "When service would begin; None if not possible."});
    v("added_cost", &T::added_cost,
      Field{.zh = "增加成本", .doc = "Cost units added to the plan, without the order's unserved cost."});
    v("added_travel", &T::added_travel, Field{.zh = "增加行车", .doc = "Travel time added."});
    v("suffering", &T::suffering, Field{.zh = "受影响", .doc = "Visits that would start later than now."});
  }
};

template <>
struct Fields<paidan_python::UnassignedView> {
  using T = paidan_python::UnassignedView;
  static constexpr std::string_view name = "Unassigned";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order."});
    v("families", &T::families, Field{.zh = "原因", .doc = "Families of the nearest miss."});
    v("technicians", &T::technicians,
      Field{.zh = "师傅", .doc = "Answers for all technicians, the nearest misses first."});
  }
};

template <>
struct Fields<paidan_python::ViolationView> {
  using T = paidan_python::ViolationView;
  static constexpr std::string_view name = "Violation";
  template <class V>
  static void visit(V&& v) {
    v("code", &T::code, Field{.zh = "代码", .doc = "Stable code of what is violated."});
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order; None when a whole shift is meant."});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Id of the technician."});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Id of the shift."});
    v("amount", &T::amount, Field{.zh = "差额", .doc = "Seconds, metres, levels or pieces by which it is missed."});
  }
};

template <>
struct Fields<paidan_python::TechnicianKpisView> {
  using T = paidan_python::TechnicianKpisView;
  static constexpr std::string_view name = "TechnicianKpis";
  template <class V>
  static void visit(V&& v) {
    v("id", &T::id, Field{.zh = "师傅编号", .doc = "Id of the technician."});
    Fields<check::TechnicianKpis>::visit([&v](std::string_view field_name, auto member, const Field& field) {
      using M = std::remove_reference_t<decltype(std::declval<T&>().*member)>;
      v(field_name, static_cast<M T::*>(member), field);
    });
  }
};

template <>
struct Fields<paidan_python::KpisView> {
  using T = paidan_python::KpisView;
  static constexpr std::string_view name = "Kpis";
  template <class V>
  static void visit(V&& v) {
    Fields<check::Kpis>::visit([&v](std::string_view field_name, auto member, const Field& field) {
      using M = std::remove_reference_t<decltype(std::declval<T&>().*member)>;
      if constexpr (std::is_same_v<M, std::vector<check::TechnicianKpis>>) {
        v(field_name, &T::rows, field);
      } else {
        v(field_name, static_cast<M T::*>(member), field);
      }
    });
  }
};

template <>
struct Fields<paidan_python::ReportView> {
  using T = paidan_python::ReportView;
  static constexpr std::string_view name = "Report";
  template <class V>
  static void visit(V&& v) {
    v("violations", &T::violations, Field{.zh = "违反", .doc = "What makes the plan invalid; empty = valid."});
    v("cost", &T::cost, Field{.zh = "成本", .doc = "Recomputed from scratch."});
    v("kpis", &T::kpis, Field{.zh = "指标", .doc = "Figures for dispatchers."});
  }
};

template <>
struct Fields<paidan_python::ActualVisitView> {
  using T = paidan_python::ActualVisitView;
  static constexpr std::string_view name = "ActualVisit";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Id of the order.", .required = true});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Id of the technician who came.", .required = true});
    v("arrival", &T::arrival, Field{.zh = "到达时间", .doc = "Arrived at the place.", .required = true});
    v("start", &T::start, Field{.zh = "开始时间", .doc = "Began to work; default: the arrival."});
    v("end", &T::end, Field{.zh = "完成时间", .doc = "Finished.", .required = true});
  }
};

}  // namespace paidan::inline PAIDAN_ABI
