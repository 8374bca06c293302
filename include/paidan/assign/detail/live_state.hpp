// Internal (only .ipp files include it). What a live assignment keeps beside the kernel, and what it checks.
#pragma once

#include <paidan/assign/live.hpp>

#include <paidan/assign/assignment.ipp>
#include <paidan/assign/detail/input_check.ipp>
#include <paidan/assign/detail/kernel.ipp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

struct LiveAssignment::State {
  using Narrow = assign_detail::Kernel<std::int32_t>;
  using Wide = assign_detail::Kernel<std::int64_t>;
  using Index = assign_detail::Index;

  explicit State(Narrow&& first) : kernel(std::move(first)) {}
  explicit State(Wide&& first) : kernel(std::move(first)) {}

  std::variant<Narrow, Wide> kernel;
  Extent extent;  // bounds of all numbers; measured again before anything is refused
  std::uint64_t slots = 0;
  std::vector<std::vector<std::int64_t>> slot_costs;  // also of dropped columns
  std::vector<std::uint8_t> dropped;
  std::vector<std::uint32_t> arc_columns;  // working space
  std::vector<std::int64_t> arc_costs;

  template <class Do>
  decltype(auto) visit(Do&& action) {
    return std::visit(std::forward<Do>(action), kernel);
  }
  template <class Do>
  decltype(auto) visit(Do&& action) const {
    return std::visit(std::forward<Do>(action), kernel);
  }
  static Index index(std::uint32_t external) { return static_cast<Index>(external) + 1; }
  static std::uint32_t external(Index index) {
    return index == assign_detail::nobody ? Assignment::unassigned : static_cast<std::uint32_t>(index) - 1;
  }
  [[nodiscard]] std::uint32_t rows() const {
    return static_cast<std::uint32_t>(visit([](const auto& k) { return k.rows(); }));
  }
  [[nodiscard]] std::uint32_t columns() const { return static_cast<std::uint32_t>(slot_costs.size()); }

  void check_row(Errors& errors, std::uint32_t row) const {
    if (row >= rows()) {
      check_index(errors, "row", row, rows());
    } else if (!visit([&](const auto& k) { return k.present(index(row)); })) {
      errors.add(assign::errors::row_gone, "row", {{"row", std::to_string(row)}});
    }
  }

  void check_arcs(Errors& errors, std::uint32_t row, std::span<const RowArc> arcs) {
    std::vector<std::uint32_t> seen;
    for (std::size_t a = 0; a < arcs.size(); ++a) {
      const std::string path = assign_detail::numbered("arcs", a);
      check_index(errors, path + ".column", arcs[a].column, columns());
      assign_detail::check_cost(errors, arcs[a].cost, path + ".cost");
      seen.push_back(arcs[a].column);
    }
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end());
    if (twice != seen.end()) {
      errors.add(assign::errors::duplicate_arc, "arcs",
                 {{"row", std::to_string(row)}, {"column", std::to_string(*twice)}});
    }
  }

  static void check_slots(Errors& errors, std::span<const std::int64_t> costs) {
    for (std::size_t k = 0; k < costs.size(); ++k) {
      const std::string path = assign_detail::numbered("slot_costs", k);
      assign_detail::check_cost(errors, costs[k], path);
      if (k > 0 && costs[k] < costs[k - 1]) {
        errors.add(assign::errors::falling_slot_costs, path,
                   {{"value", std::to_string(costs[k])}, {"before", std::to_string(costs[k - 1])}});
      }
    }
  }

  /// Nothing has been changed yet: throws what was found; then makes room for numbers of this size.
  void admit(Errors& errors, const Extent& more, std::uint64_t more_terms = 0) {
    if (errors.empty() && !fits(extent, more, more_terms)) extent = measured();  // what was large may have gone
    check_fit(errors, more, more_terms);
    extent = joined(extent, more);
    make_room(extent);
  }

  /// The same for a question, which leaves no numbers behind.
  void admit_question(Errors& errors, const Extent& more) {
    if (errors.empty() && !fits(extent, more, 0)) extent = measured();
    check_fit(errors, more, 0);
    make_room(joined(extent, more));
  }

  static Extent joined(Extent a, const Extent& b) {
    a.arc = std::max(a.arc, b.arc);
    a.penalty = std::max(a.penalty, b.penalty);
    a.slot = std::max(a.slot, b.slot);
    return a;
  }
  [[nodiscard]] bool fits(const Extent& now, const Extent& more, std::uint64_t more_terms) const {
    const Extent all = joined(now, more);
    const auto terms = static_cast<std::int64_t>(rows() + slots + more_terms + 1);
    return std::max({all.arc, all.penalty, all.slot, std::int64_t{1}}) <= (std::int64_t{1} << 60) / terms;
  }
  void check_fit(Errors& errors, const Extent& more, std::uint64_t more_terms) const {
    if (errors.empty() && !fits(extent, more, more_terms)) {
      const Extent all = joined(extent, more);
      errors.add(paidan::errors::overflow, "",
                 {{"field", "cost"}, {"value", std::to_string(std::max({all.arc, all.penalty, all.slot}))}});
    }
    errors.throw_if_any();
  }
  void make_room(const Extent& numbers) {
    if (numbers.narrow() || std::holds_alternative<Wide>(kernel)) return;
    Wide wide(std::get<Narrow>(kernel));
    kernel.emplace<Wide>(std::move(wide));
  }
  /// Of the numbers that are there now.
  [[nodiscard]] Extent measured() const {
    Extent now;
    visit([&](const auto& k) {
      for (std::uint32_t i = 0; i < rows(); ++i) {
        now.penalty = std::max(now.penalty, assign_detail::magnitude(k.penalty(index(i))));
        for (std::uint32_t a = 0; a < k.arcs(index(i)); ++a) {
          now.arc = std::max(now.arc, assign_detail::magnitude(k.arc_cost_at(index(i), a)));
        }
      }
    });
    for (const auto& costs : slot_costs) now = joined(now, extent_of_slots(costs));
    return now;
  }

  static Extent extent_of(std::span<const RowArc> arcs, std::int64_t penalty) {
    Extent more;
    for (const RowArc& arc : arcs) more.arc = std::max(more.arc, assign_detail::magnitude(arc.cost));
    more.penalty = assign_detail::magnitude(penalty);
    return more;
  }
  static Extent extent_of_slots(std::span<const std::int64_t> costs) {
    Extent more;
    for (const std::int64_t cost : costs) more.slot = std::max(more.slot, assign_detail::magnitude(cost));
    return more;
  }

  void put(std::uint32_t row, std::span<const RowArc> arcs, std::int64_t penalty) {
    arc_columns.clear();
    arc_costs.clear();
    for (const RowArc& arc : arcs) {
      arc_columns.push_back(arc.column);
      arc_costs.push_back(arc.cost);
    }
    visit([&](auto& k) {
      k.set_arcs(index(row), arc_columns, arc_costs, penalty);
      k.put_row(index(row));
      k.settle();
    });
  }
};

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI
