// Assignments on a table of one's own, as JSON and its schema see them.
#pragma once

#include <paidan/assign/assignment.hpp>
#include <paidan/assign/live.hpp>
#include <paidan/assign/shortage.hpp>
#include <paidan/core/fields.hpp>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_FIELDS(assign::Arc, "Arc") {
  v("row", &T::row, Field{.zh = "行", .doc = "Row, from 0.", .required = true});
  v("column", &T::column, Field{.zh = "列", .doc = "Column, from 0.", .required = true});
  v("cost", &T::cost, Field{.zh = "成本", .doc = "Cost of the pair.", .required = true});
}

PAIDAN_FIELDS(assign::Pair, "RowColumn") {
  v("row", &T::row, Field{.zh = "行", .doc = "Row, from 0.", .required = true});
  v("column", &T::column, Field{.zh = "列", .doc = "Column, from 0.", .required = true});
}

PAIDAN_FIELDS(assign::AssignmentInput, "AssignmentInput") {
  v("rows", &T::rows, Field{.zh = "行数", .doc = "Number of rows.", .required = true});
  v("columns", &T::columns, Field{.zh = "列数", .doc = "Number of columns.", .required = true});
  v("arcs", &T::arcs,
    Field{.zh = "边", .doc = "Pairs that may be made, at most one for each row and column.", .required = true});
  v("penalty", &T::penalty,
    Field{.zh = "未分配成本", .doc = "Of each row: the cost of staying unassigned.", .required = true});
  v("slot_costs", &T::slot_costs,
    Field{.zh = "名额成本", .doc = "Of each column: what each further slot costs, never falling.", .required = true});
  v("forced", &T::forced, Field{.zh = "指定", .doc = "Pairs that must be made."});
  v("forbidden", &T::forbidden, Field{.zh = "禁止", .doc = "Pairs that must not."});
  v("must_serve", &T::must_serve,
    Field{.zh = "必派", .doc = "1 for each row that comes before any cost, 0 for the others; empty: none."});
}

PAIDAN_FIELDS(assign::Assignment, "Assignment") {
  v("column_of_row", &T::column_of_row,
    Field{.zh = "所分列", .doc = "Of each row; 4294967295 = unassigned.", .required = true});
  v("cost", &T::cost, Field{.zh = "成本", .doc = "Arcs, slots and penalties.", .required = true});
  v("row_dual", &T::row_dual, Field{.zh = "行价", .doc = "The certificate: u of each row."});
  v("column_dual", &T::column_dual, Field{.zh = "列价", .doc = "The certificate: p of each column."});
  v("must_weight", &T::must_weight,
    Field{.zh = "必派权重", .doc = "What the certificate adds to the penalty of each must-serve row."});
}

PAIDAN_FIELDS(assign::Shortage, "Shortage") {
  v("rows", &T::rows, Field{.zh = "行", .doc = "Rows that share the slots.", .required = true});
  v("columns", &T::columns, Field{.zh = "列", .doc = "The only columns that can take them.", .required = true});
  v("slots", &T::slots, Field{.zh = "名额", .doc = "Slots those columns have.", .required = true});
}

PAIDAN_FIELDS(assign::Shortages, "Shortages") {
  v("shortages", &T::shortages, Field{.zh = "缺口", .doc = "Disjoint, by lowest row; empty: none.", .required = true});
}

PAIDAN_FIELDS(assign::Move, "Move") {
  v("row", &T::row, Field{.zh = "行", .doc = "The row that moves."});
  v("from", &T::from, Field{.zh = "原列", .doc = "Its column now; -1 = unassigned."});
  v("to", &T::to, Field{.zh = "新列", .doc = "Its column then; -1 = unassigned."});
}

PAIDAN_FIELDS(assign::Regret, "Regret") {
  v("possible", &T::possible, Field{.zh = "可行", .doc = "False: the column has no slot at all."});
  v("cost", &T::cost, Field{.zh = "多花", .doc = "More than the optimum, exactly."});
  v("moves", &T::moves, Field{.zh = "调整", .doc = "Who would move, beginning with the row itself."});
}

}  // namespace paidan::inline PAIDAN_ABI
