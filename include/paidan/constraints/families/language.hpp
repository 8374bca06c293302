// One of the languages the customer asked for.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array language_kinds{
    ReasonKind{Family::language, "language", "does not speak a language the customer asked for", "不会客户要求的语言"},
};

[[nodiscard]] inline bool speaks(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  const auto wanted = dense.orders.languages[order.at()];
  const auto spoken = dense.technicians.languages[technician.at()];
  if (wanted.empty()) return true;
  for (std::size_t i = 0, j = 0; i < wanted.size() && j < spoken.size();) {
    if (wanted[i] == spoken[j]) return true;
    wanted[i] < spoken[j] ? ++i : ++j;
  }
  return false;
}

inline void tell_language(const Teller& teller) {
  teller.add(Family::language, "language",
             {{"needed", comma_separated(teller.problem().order(teller.order()).languages)},
              {"held", comma_separated(teller.problem().technician(teller.technician()).languages)}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
