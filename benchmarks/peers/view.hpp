// An instance as the kernel reads it.
#pragma once

#include <paidan/assign/assignment.hpp>

#include "../instances/assignment.hpp"

namespace paidan_bench {

inline paidan::assign::AssignmentView view_of(const AssignmentInstance& instance) {
  return {.rows = instance.rows,
          .columns = instance.columns,
          .row_begin = instance.row_begin,
          .column = instance.column,
          .cost = instance.cost,
          .penalty = instance.penalty,
          .slot_begin = instance.slot_begin,
          .slot_cost = instance.slot_cost,
          .forced = {},
          .forbidden = {},
          .must_serve = instance.must_serve};
}

}  // namespace paidan_bench
