// Internal (only .ipp files include it). Candidates, costs, places and pairs of a match, and the assignment of them.
#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/dispatch/match.hpp>

#include <paidan/assign/assignment.hpp>
#include <paidan/assign/shortage.hpp>
#include <paidan/constraints/refusal.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

class MatchDesk {
 public:
  MatchDesk(Problem given, MatchOptions options) : problem_(std::move(given)), options_(std::move(options)) {
    const Problem& problem = problem_;
    check_options();
    candidates_ = matching::candidates(
        problem,
        {.max_candidates = options_.max_candidates, .weights = options_.weights, .tier_floors = options_.tier_floors});
    check_pairs();
    lay_out_places();
    list_forced();
    assign();
    while (options_.price_out && !candidates_.complete()) {
      const std::vector<matching::OmittedPair> omitted = still_paying();
      if (omitted.empty()) {
        optimal_over_ = OptimalOver::all_eligible;
        break;
      }
      matching::add_pairs(problem, candidates_, omitted);
      assign();
    }
    if (candidates_.complete()) optimal_over_ = OptimalOver::all_eligible;
  }

  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const MatchOptions& options() const { return options_; }
  [[nodiscard]] const matching::Candidates& candidates() const { return candidates_; }
  [[nodiscard]] const std::vector<std::int64_t>& costs() const { return costs_; }
  [[nodiscard]] const assign::Assignment& assignment() const { return assignment_; }
  [[nodiscard]] OptimalOver optimal_over() const { return optimal_over_; }
  [[nodiscard]] std::span<const std::int64_t> places(ShiftIndex shift) const {
    return std::span(place_cost_)
        .subspan(place_begin_[shift.at()], place_begin_[shift.at() + 1] - place_begin_[shift.at()]);
  }
  [[nodiscard]] bool forbidden(OrderIndex order, ShiftIndex shift) const {
    return std::binary_search(forbidden_.begin(), forbidden_.end(), assign::Pair{order.value, shift.value});
  }
  /// Position of the pair among the candidates, or their number.
  [[nodiscard]] std::size_t find(OrderIndex order, ShiftIndex shift) const {
    const auto first = candidates_.shift.begin() + static_cast<std::ptrdiff_t>(candidates_.row_begin[order.at()]);
    const auto last = candidates_.shift.begin() + static_cast<std::ptrdiff_t>(candidates_.row_begin[order.at() + 1]);
    const auto found = std::lower_bound(first, last, shift.value);
    if (found == last || *found != shift.value) return candidates_.pairs();
    return static_cast<std::size_t>(found - candidates_.shift.begin());
  }

  [[nodiscard]] assign::AssignmentView view() const {
    assign::AssignmentView view;
    view.rows = static_cast<std::uint32_t>(problem_.order_count());
    view.columns = static_cast<std::uint32_t>(problem_.shift_count());
    view.row_begin = candidates_.row_begin;
    view.column = candidates_.shift;
    view.cost = costs_;
    view.penalty = problem_.dense().orders.unserved_cost;
    view.slot_begin = place_begin_;
    view.slot_cost = place_cost_;
    view.forced = forced_;
    view.forbidden = forbidden_;
    view.must_serve = must_serve_;
    return view;
  }

 private:
  void check_options() const {
    Errors errors;
    // The bounds of fields.hpp, which a header-only match.hpp cannot see; a test holds them together.
    check_range(errors, "capacity", options_.capacity, 0, 1'000);
    check_range(errors, "load_step", options_.load_step, 0, 1'000'000'000'000);
    check_range(errors, "max_candidates", options_.max_candidates, 0, 1'000'000);
    const auto orders = static_cast<std::int64_t>(problem_.order_count()) - 1;
    const auto shifts = static_cast<std::int64_t>(problem_.shift_count()) - 1;
    const auto pairs = [&](const char* field, const std::vector<MatchPair>& list) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = std::string(field) + "[" + std::to_string(i) + "]";
        check_range(errors, path + ".order", list[i].order.value, 0, orders);
        check_range(errors, path + ".shift", list[i].shift.value, 0, shifts);
      }
    };
    pairs("forced", options_.forced);
    pairs("forbidden", options_.forbidden);
    for (std::size_t i = 0; i < options_.must_serve.size(); ++i) {
      check_range(errors, "must_serve[" + std::to_string(i) + "]", options_.must_serve[i].value, 0, orders);
    }
    errors.throw_if_any();
  }

  [[nodiscard]] std::int32_t places_of(std::size_t shift) const {
    const Dense& dense = problem_.dense();
    return std::min(options_.capacity, dense.technicians.max_jobs[dense.shifts.technician[shift].at()]);
  }

  void check_pairs() {
    Errors errors;
    for (const MatchPair& pair : options_.forbidden) forbidden_.push_back({pair.order.value, pair.shift.value});
    std::sort(forbidden_.begin(), forbidden_.end());
    forbidden_.erase(std::unique(forbidden_.begin(), forbidden_.end()), forbidden_.end());
    std::vector<std::int32_t> taken(problem_.shift_count(), 0);
    for (std::size_t i = 0; i < options_.forced.size(); ++i) {
      const MatchPair& pair = options_.forced[i];
      const std::string path = "forced[" + std::to_string(i) + "]";
      std::vector<Parameter> parameters{{"order", problem_.order(pair.order).id},
                                        {"technician", problem_.technician(pair.shift).name}};
      if (forbidden(pair.order, pair.shift)) errors.add(paidan::errors::forced_and_forbidden, path, parameters);
      const auto before =
          std::find_if(forced_.begin(), forced_.end(), [&](const auto& p) { return p.row == pair.order.value; });
      if (before != forced_.end()) {
        if (before->column == pair.shift.value) continue;
        parameters.push_back({"other", problem_.technician(ShiftIndex(before->column)).name});
        errors.add(paidan::errors::forced_twice, path, parameters);
        continue;
      }
      forced_.push_back({pair.order.value, pair.shift.value});
      if (++taken[pair.shift.at()] > places_of(pair.shift.at())) {
        parameters.push_back({"capacity", std::to_string(places_of(pair.shift.at()))});
        errors.add(paidan::errors::forced_beyond_capacity, path, parameters);
      }
    }
    errors.throw_if_any();
    if (options_.must_serve.empty()) return;
    must_serve_.assign(problem_.order_count(), 0);
    for (const OrderIndex order : options_.must_serve) must_serve_[order.at()] = 1;
  }

  void lay_out_places() {
    place_begin_.push_back(0);
    for (std::size_t s = 0; s < problem_.shift_count(); ++s) {
      for (std::int32_t k = 0; k < places_of(s); ++k) place_cost_.push_back(k * options_.load_step);
      place_begin_.push_back(place_cost_.size());
    }
  }

  /// Forced pairs need not be among the cheapest.
  void list_forced() {
    std::vector<matching::OmittedPair> missing;
    for (const assign::Pair& pair : forced_) {
      if (find(OrderIndex(pair.row), ShiftIndex(pair.column)) == candidates_.pairs()) {
        missing.push_back({OrderIndex(pair.row), ShiftIndex(pair.column), 0, 0});
      }
    }
    if (missing.empty()) return;
    std::sort(missing.begin(), missing.end(), [](const auto& a, const auto& b) {
      return std::pair{a.order.value, a.shift.value} < std::pair{b.order.value, b.shift.value};
    });
    Errors errors;
    for (const matching::OmittedPair& pair : missing) {
      if (constraints::why_refused(problem_, pair.order, pair.shift).families == 0) continue;
      errors.add(paidan::errors::forced_not_possible, "forced",
                 {{"order", problem_.order(pair.order).id}, {"technician", problem_.technician(pair.shift).name}});
    }
    errors.throw_if_any();
    matching::add_pairs(problem_, candidates_, missing);
  }

  void assign() {
    costs_ = matching::costs(candidates_.features, candidates_.weights);
    assignment_ = assign::assign(view(), {.canonical = options_.canonical});
  }

  /// Left-out pairs that would lower the cost at the present prices. A shift without places can take nobody.
  [[nodiscard]] std::vector<matching::OmittedPair> still_paying() const {
    std::vector<std::int64_t> price = assignment_.column_dual;
    std::vector<std::uint64_t> left(price.size());
    for (std::size_t s = 0; s < price.size(); ++s) left[s] = place_begin_[s + 1] - place_begin_[s];
    for (const assign::Pair& pair : forced_) --left[pair.column];
    for (std::size_t s = 0; s < price.size(); ++s) {
      if (left[s] == 0) price[s] = std::int64_t{1} << 60;
    }
    std::vector<std::int64_t> dual = assignment_.row_dual;
    // A forced order is where it is.
    for (const assign::Pair& pair : forced_) dual[pair.row] = -(std::int64_t{1} << 61);
    std::vector<matching::OmittedPair> omitted =
        matching::price_out(problem_, candidates_, candidates_.weights, dual, price, forbidden_.empty() ? 8 : 0);
    std::erase_if(omitted, [&](const auto& pair) { return forbidden(pair.order, pair.shift); });
    return omitted;
  }

  Problem problem_;
  MatchOptions options_;
  matching::Candidates candidates_;
  std::vector<std::int64_t> costs_;
  std::vector<std::uint64_t> place_begin_;
  std::vector<std::int64_t> place_cost_;
  std::vector<assign::Pair> forced_;
  std::vector<assign::Pair> forbidden_;
  std::vector<std::uint8_t> must_serve_;
  assign::Assignment assignment_;
  OptimalOver optimal_over_ = OptimalOver::listed;
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
