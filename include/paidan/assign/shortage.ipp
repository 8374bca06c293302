#pragma once

#include <paidan/assign/shortage.hpp>

#include <paidan/assign/assignment.ipp>
#include <paidan/assign/detail/input_check.ipp>
#include <paidan/assign/detail/largest_matching.hpp>

#include <algorithm>
#include <cstddef>
#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

PAIDAN_INLINE std::vector<Shortage> shortages(const CheckedView& checked) {
  using namespace assign_detail;
  const AssignmentView& input = checked.view();
  const Plain plain(input, 0);
  std::vector<std::uint64_t> begin{0};
  std::vector<std::uint32_t> to;
  std::vector<std::uint32_t> wanted;
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    const bool counts = input.must_serve.empty() || plain.must(i);
    if (counts && plain.forced_column(i) == Assignment::unassigned) {
      wanted.push_back(i);
      for (std::uint64_t a = input.row_begin[i]; a < input.row_begin[std::size_t{i} + 1]; ++a) {
        if (!plain.forbidden(i, input.column[a])) to.push_back(input.column[a]);
      }
    }
    begin.push_back(to.size());
  }
  std::vector<std::uint32_t> room;
  for (std::size_t j = 0; j < input.columns; ++j) room.push_back(static_cast<std::uint32_t>(plain.slots(j).size()));
  LargestMatching matching(begin, to, room);
  matching.serve(wanted);
  // What each row left over can reach belongs together; where two such regions touch, they are one.
  std::vector<std::uint32_t> region_of_column(input.columns, Assignment::unassigned);
  std::vector<std::uint32_t> parent;
  const auto root = [&](std::uint32_t region) {
    while (parent[region] != region) region = parent[region] = parent[parent[region]];
    return region;
  };
  std::vector<std::vector<std::uint32_t>> rows_of;
  matching.start_reach();
  for (const std::uint32_t row : matching.left()) {
    const auto region = static_cast<std::uint32_t>(rows_of.size());
    parent.push_back(region);
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> columns;
    matching.reach(row, rows, columns);
    for (const std::uint32_t column : columns) region_of_column[column] = region;
    rows_of.push_back(std::move(rows));
  }
  for (std::uint32_t region = 0; region < rows_of.size(); ++region) {
    for (const std::uint32_t row : rows_of[region]) {
      for (std::uint64_t a = begin[row]; a < begin[row + 1]; ++a) {
        const std::uint32_t x = root(region);
        const std::uint32_t y = root(region_of_column[to[a]]);
        parent[std::max(x, y)] = std::min(x, y);
      }
    }
  }
  std::vector<Shortage> found(rows_of.size());
  for (std::uint32_t region = 0; region < rows_of.size(); ++region) {
    Shortage& shortage = found[root(region)];
    shortage.rows.insert(shortage.rows.end(), rows_of[region].begin(), rows_of[region].end());
  }
  for (std::uint32_t j = 0; j < input.columns; ++j) {
    if (region_of_column[j] == Assignment::unassigned) continue;
    Shortage& shortage = found[root(region_of_column[j])];
    shortage.columns.push_back(j);
    shortage.slots += matching.room(j);
  }
  std::erase_if(found, [](const Shortage& shortage) { return shortage.rows.empty(); });
  for (Shortage& shortage : found) std::sort(shortage.rows.begin(), shortage.rows.end());
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.rows.front() < b.rows.front(); });
  return found;
}

PAIDAN_INLINE std::vector<Shortage> shortages(const AssignmentView& input) { return shortages(CheckedView(input)); }
PAIDAN_INLINE std::vector<Shortage> shortages(const AssignmentInput& input) {
  return shortages(compress(input).view());
}

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI
