// A decision table as plain input: what a spreadsheet, a DMN file or a program gives, not checked yet.
#pragma once

#include <paidan/rules/table/hit.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// One input column.
struct InputClause {
  std::string name;         ///< heading for people; empty: the expression
  std::string expression;   ///< FEEL over the facts; empty: the fact called `name`
  std::string type;         ///< FEEL type (`number`, `string`, `boolean`, `date`, …); empty: any
  std::string allowed;      ///< unary tests that every input must pass; empty: all pass
  std::int64_t column = 0;  ///< spreadsheet column, 1 = A; 0 when there is no sheet
  friend bool operator==(const InputClause& a, const InputClause& b) {  // the place on the sheet is no content
    return a.name == b.name && a.expression == b.expression && a.type == b.type && a.allowed == b.allowed;
  }
};

/// One output column.
struct OutputClause {
  std::string name;         ///< may be empty when it is the only output
  std::string type;         ///< FEEL type; empty: any
  std::string allowed;      ///< unary tests; for P and O also the order, best first
  std::string otherwise;    ///< FEEL; the output when no rule matches; empty: null
  std::int64_t column = 0;  ///< spreadsheet column, 1 = A; 0 when there is no sheet
  friend bool operator==(const OutputClause& a, const OutputClause& b) {
    return a.name == b.name && a.type == b.type && a.allowed == b.allowed && a.otherwise == b.otherwise;
  }
};

/// One row of the table.
struct RuleData {
  std::string id;                        ///< empty: `r1`, `r2`, … by place
  std::vector<std::string> inputs;       ///< unary tests, one an input clause; empty and `-`: any value
  std::vector<std::string> outputs;      ///< FEEL expressions, one an output clause
  std::vector<std::string> annotations;  ///< one an annotation heading; missing ones at the end are empty
  std::int64_t row = 0;                  ///< spreadsheet row; 0 when there is no sheet
  friend bool operator==(const RuleData& a, const RuleData& b) {
    return a.id == b.id && a.inputs == b.inputs && a.outputs == b.outputs && a.annotations == b.annotations;
  }
};

/// Spreadsheet rows of what stands above the rules; 0: no such row.
struct SheetRows {
  std::int64_t name = 0;
  std::int64_t expression = 0;
  std::int64_t type = 0;
  std::int64_t allowed = 0;
  std::int64_t otherwise = 0;
};

struct TableData {
  std::string name;
  HitPolicy hit = HitPolicy::unique;
  std::vector<InputClause> inputs;
  std::vector<OutputClause> outputs;
  std::vector<std::string> annotations;  ///< headings
  std::vector<RuleData> rules;
  SheetRows sheet;
  friend bool operator==(const TableData& a, const TableData& b) {
    return a.name == b.name && a.hit == b.hit && a.inputs == b.inputs && a.outputs == b.outputs &&
           a.annotations == b.annotations && a.rules == b.rules;
  }
};

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
