// Refusals as JSON, schema and Python see them.
#pragma once

#include <paidan/constraints/refusal.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/core/names.hpp>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_FIELDS(constraints::Refusal, "Refusal") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
  v("families", &T::families,
    Field{.zh = "原因类别", .doc = "Exactly what the pair violates; empty: nothing.", .required = true});
  v("reasons", &T::reasons, Field{.zh = "原因", .doc = "What is missing, by family.", .required = true});
}

}  // namespace paidan::inline PAIDAN_ABI
