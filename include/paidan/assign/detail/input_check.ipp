// What can be wrong with an assignment's input.
#pragma once

#include <paidan/assign/assignment.hpp>
#include <paidan/core/ranges.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

inline constexpr std::int64_t largest_cost = std::int64_t{1} << 52;

inline std::string numbered(const char* field, std::size_t i) {
  return std::string(field) + "[" + std::to_string(i) + "]";
}

inline void check_cost(Errors& errors, std::int64_t value, const std::string& path) {
  if (value < -largest_cost || value > largest_cost) {
    errors.add(paidan::errors::overflow, path, {{"field", path}, {"value", std::to_string(value)}});
  }
}

inline void check_size(Errors& errors, std::size_t size, std::size_t wanted, const char* field) {
  if (size == wanted) return;
  const std::string number = std::to_string(wanted);
  errors.add(paidan::out_of_range(field, std::string(field) + ".size", number, number, std::to_string(size)));
}

/// 0 … size, never falling, `count` numbers.
inline bool check_begin(Errors& errors, std::span<const std::uint64_t> begin, std::size_t count, std::size_t size,
                        const char* field) {
  if (begin.size() != count) {
    check_size(errors, begin.size(), count, field);
    return false;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t before = i == 0 ? 0 : begin[i - 1];
    if (begin[i] >= before) continue;
    errors.add(assign::errors::not_rising, numbered(field, i),
               {{"field", field}, {"value", std::to_string(begin[i])}, {"before", std::to_string(before)}});
    return false;
  }
  if (begin.front() != 0 || begin.back() != size) {
    const std::size_t i = begin.front() != 0 ? 0 : count - 1;
    const std::string wanted = std::to_string(i == 0 ? 0 : size);
    errors.add(paidan::out_of_range(numbered(field, i), field, wanted, wanted, std::to_string(begin[i])));
    return false;
  }
  return true;
}

inline std::vector<Parameter> named(const Pair& pair) {
  return {{"row", std::to_string(pair.row)}, {"column", std::to_string(pair.column)}};
}

inline bool has_arc(const AssignmentView& input, const Pair& pair) {
  for (std::uint64_t a = input.row_begin[pair.row]; a < input.row_begin[std::size_t{pair.row} + 1]; ++a) {
    if (input.column[a] == pair.column) return true;
  }
  return false;
}

/// The pairs, in order; their arcs and indices must be sound already.
inline void check_pairs(const AssignmentView& input, Errors& errors) {
  std::vector<Pair> forbidden;
  for (std::size_t f = 0; f < input.forbidden.size(); ++f) {
    const Pair pair = input.forbidden[f];
    check_index(errors, numbered("forbidden", f) + ".row", pair.row, input.rows);
    check_index(errors, numbered("forbidden", f) + ".column", pair.column, input.columns);
    forbidden.push_back(pair);
  }
  std::sort(forbidden.begin(), forbidden.end());
  std::vector<std::uint32_t> column_of(input.forced.empty() ? 0 : input.rows, Assignment::unassigned);
  std::vector<std::uint64_t> taken(input.forced.empty() ? 0 : input.columns, 0);
  for (std::size_t f = 0; f < input.forced.size(); ++f) {
    const Pair pair = input.forced[f];
    const std::string path = numbered("forced", f);
    check_index(errors, path + ".row", pair.row, input.rows);
    check_index(errors, path + ".column", pair.column, input.columns);
    if (pair.row >= input.rows || pair.column >= input.columns) continue;
    auto parameters = named(pair);
    if (std::binary_search(forbidden.begin(), forbidden.end(), pair)) {
      errors.add(assign::errors::arc_forced_and_forbidden, path, parameters);
    }
    if (!has_arc(input, pair)) errors.add(assign::errors::forced_without_arc, path, parameters);
    if (column_of[pair.row] == pair.column) continue;  // said twice
    if (column_of[pair.row] != Assignment::unassigned) {
      parameters.push_back({"other", std::to_string(column_of[pair.row])});
      errors.add(assign::errors::row_forced_twice, path, parameters);
      continue;
    }
    column_of[pair.row] = pair.column;
    const std::uint64_t capacity = input.slot_begin[std::size_t{pair.column} + 1] - input.slot_begin[pair.column];
    if (++taken[pair.column] > capacity) {
      parameters.push_back({"capacity", std::to_string(capacity)});
      errors.add(assign::errors::row_forced_beyond_capacity, path, parameters);
    }
  }
}

inline std::int64_t magnitude(std::int64_t value) {
  if (value < -largest_cost) return largest_cost + 1;  // too large anyway, and the smallest has no opposite
  return value < 0 ? -value : value;
}

/// The largest |cost|, or −1 when some arc is not sound: fast, because nearly all inputs are.
inline std::int64_t largest_arc(const AssignmentView& input) {
  std::uint32_t column = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (std::size_t a = 0; a < input.column.size(); ++a) column = std::max(column, input.column[a]);
  for (std::size_t a = 0; a < input.cost.size(); ++a) {
    low = std::min(low, input.cost[a]);
    high = std::max(high, input.cost[a]);
  }
  if (low < -largest_cost || high > largest_cost) return -1;
  if (input.column.empty()) return 0;
  if (column >= input.columns) return -1;
  std::vector<std::uint32_t> last_row(input.columns, Assignment::unassigned);
  bool twice = false;
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    for (std::uint64_t a = input.row_begin[i]; a < input.row_begin[std::size_t{i} + 1]; ++a) {
      std::uint32_t& last = last_row[input.column[a]];
      twice |= last == i;
      last = i;
    }
  }
  return twice ? -1 : std::max(-low, high);
}

inline void report_arcs(const AssignmentView& input, Errors& errors) {
  std::vector<std::uint32_t> last_row(input.columns, Assignment::unassigned);
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    for (std::uint64_t a = input.row_begin[i]; a < input.row_begin[std::size_t{i} + 1]; ++a) {
      const std::uint32_t column = input.column[a];
      const std::string path = numbered("arcs", a);
      check_index(errors, path + ".column", column, input.columns);
      check_cost(errors, input.cost[a], path + ".cost");
      if (column >= input.columns) continue;
      if (last_row[column] == i) errors.add(assign::errors::duplicate_arc, path, named({i, column}));
      last_row[column] = i;
    }
  }
}

/// Everything but the arcs themselves, which may be looked at afterwards when this is true.
inline bool check_frame(const AssignmentView& input, Errors& errors, Extent& extent) {
  constexpr std::uint32_t most = 0x7ffffffeU;  // indices are 32-bit integers with a sentinel
  if (input.rows > most || input.columns > most) {
    errors.add(paidan::out_of_range(input.rows > most ? "rows" : "columns", input.rows > most ? "rows" : "columns", "0",
                                    std::to_string(most), std::to_string(std::max(input.rows, input.columns))));
    return false;
  }
  check_size(errors, input.penalty.size(), input.rows, "penalty");
  check_size(errors, input.cost.size(), input.column.size(), "cost");
  if (!input.must_serve.empty()) check_size(errors, input.must_serve.size(), input.rows, "must_serve");
  const bool rows = check_begin(errors, input.row_begin, std::size_t{input.rows} + 1, input.column.size(), "row_begin");
  const bool columns =
      check_begin(errors, input.slot_begin, std::size_t{input.columns} + 1, input.slot_cost.size(), "slot_begin");
  if (!rows || !columns || input.cost.size() != input.column.size()) return false;
  for (std::size_t i = 0; i < input.penalty.size(); ++i) {
    extent.penalty = std::max(extent.penalty, magnitude(input.penalty[i]));
    if (magnitude(input.penalty[i]) > largest_cost) check_cost(errors, input.penalty[i], numbered("penalty", i));
  }
  for (std::size_t j = 0; j < input.columns; ++j) {
    for (std::uint64_t k = input.slot_begin[j]; k < input.slot_begin[j + 1]; ++k) {
      const std::int64_t value = input.slot_cost[k];
      extent.slot = std::max(extent.slot, magnitude(value));
      const bool falls = k > input.slot_begin[j] && value < input.slot_cost[k - 1];
      if (magnitude(value) <= largest_cost && !falls) continue;
      const std::string path = numbered("slot_costs", j) + "[" + std::to_string(k - input.slot_begin[j]) + "]";
      check_cost(errors, value, path);
      if (falls) {
        errors.add(assign::errors::falling_slot_costs, path,
                   {{"value", std::to_string(value)}, {"before", std::to_string(input.slot_cost[k - 1])}});
      }
    }
  }
  return true;
}

/// Once the arcs are known to be sound and extent.arc is known: pairs, and whether all sums fit.
inline void check_sums(const AssignmentView& input, Errors& errors, Extent& extent) {
  if (errors.empty()) check_pairs(input, errors);
  if (!errors.empty()) return;
  // Duals are bounded by four times the largest number; their sums over all rows and slots must stay below 2^62.
  const auto terms = static_cast<std::int64_t>(std::size_t{input.rows} + input.slot_cost.size() + 1);
  const std::int64_t largest = std::max({extent.arc, extent.penalty, extent.slot, std::int64_t{1}});
  std::int64_t sum = (std::int64_t{1} << 60) / terms;
  if (largest <= sum && std::any_of(input.must_serve.begin(), input.must_serve.end(), [](auto m) { return m != 0; })) {
    // Any two assignments differ by less than this, whatever is served.
    extent.must_weight = 2 * (extent.arc + extent.penalty + extent.slot) * std::int64_t{input.rows} + 1;
    sum = (std::int64_t{1} << 60) / extent.must_weight / terms > 0 ? sum : 0;
  }
  if (largest > sum) {
    errors.add(paidan::errors::overflow, "", {{"field", "cost"}, {"value", std::to_string(largest)}});
  }
}

/// Everything that is wrong; `extent` is meaningful when nothing is.
inline void check_input(const AssignmentView& input, Errors& errors, Extent& extent) {
  if (!check_frame(input, errors, extent)) return;
  extent.arc = largest_arc(input);
  if (extent.arc < 0) report_arcs(input, errors);
  check_sums(input, errors, extent);
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
