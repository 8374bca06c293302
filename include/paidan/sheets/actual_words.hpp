// The words that tables of actual visits use for what came of a visit and who wanted it otherwise.
#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/sheets/rows.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

template <>
struct CellWords<check::VisitOutcome> {
  using V = check::VisitOutcome;
  static constexpr std::array words{CellWord<V>{"完成", V::done},
                                    CellWord<V>{"无人在家", V::nobody_home},
                                    CellWord<V>{"取消", V::cancelled},
                                    CellWord<V>{"改约", V::rescheduled},
                                    CellWord<V>{"待配件", V::waiting_part},
                                    CellWord<V>{"返修", V::rework},
                                    CellWord<V>{"已完成", V::done},
                                    CellWord<V>{"完工", V::done},
                                    CellWord<V>{"修好", V::done},
                                    CellWord<V>{"无人", V::nobody_home},
                                    CellWord<V>{"家中无人", V::nobody_home},
                                    CellWord<V>{"不在家", V::nobody_home},
                                    CellWord<V>{"已取消", V::cancelled},
                                    CellWord<V>{"改期", V::rescheduled},
                                    CellWord<V>{"已改约", V::rescheduled},
                                    CellWord<V>{"等配件", V::waiting_part},
                                    CellWord<V>{"等待配件", V::waiting_part},
                                    CellWord<V>{"缺件", V::waiting_part},
                                    CellWord<V>{"返工", V::rework},
                                    CellWord<V>{"待件", V::waiting_part},
                                    CellWord<V>{"已完工", V::done},
                                    CellWord<V>{"客户不在", V::nobody_home},
                                    CellWord<V>{"客户改约", V::rescheduled},
                                    CellWord<V>{"客户改期", V::rescheduled},
                                    CellWord<V>{"用户改约", V::rescheduled},
                                    CellWord<V>{"师傅改约", V::rescheduled},
                                    CellWord<V>{"平台改约", V::rescheduled},
                                    CellWord<V>{"客户取消", V::cancelled},
                                    CellWord<V>{"用户取消", V::cancelled},
                                    CellWord<V>{"平台取消", V::cancelled},
                                    CellWord<V>{"no_show", V::nobody_home},
                                    CellWord<V>{"canceled", V::cancelled},
                                    CellWord<V>{"waiting_for_part", V::waiting_part}};
  static constexpr std::size_t shown = 6;
};

template <>
struct CellWords<check::Party> {
  using V = check::Party;
  static constexpr std::array words{CellWord<V>{"客户", V::customer},     CellWord<V>{"师傅", V::technician},
                                    CellWord<V>{"平台", V::platform},     CellWord<V>{"用户", V::customer},
                                    CellWord<V>{"顾客", V::customer},     CellWord<V>{"业主", V::customer},
                                    CellWord<V>{"工程师", V::technician}, CellWord<V>{"技师", V::technician},
                                    CellWord<V>{"客服", V::platform},     CellWord<V>{"调度", V::platform}};
  static constexpr std::size_t shown = 3;
};

/// Who wanted it, where the outcome itself says so (`客户改约`); absent: it does not.
inline std::optional<check::Party> party_in(std::string_view outcome) {
  if (outcome.starts_with("客户") || outcome.starts_with("用户")) return check::Party::customer;
  if (outcome.starts_with("师傅")) return check::Party::technician;
  if (outcome.starts_with("平台")) return check::Party::platform;
  return std::nullopt;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
