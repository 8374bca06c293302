#pragma once

#include <paidan/model/detail/checker.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

PAIDAN_INLINE void Checker::check_compounds() {
  for (std::size_t i = 0; i < data_.compounds.size(); ++i) {
    const Compound& compound = data_.compounds[i];
    const Spot spot("compounds", i);
    check_id(spot.at("id"), compound.id, nouns::compound, "compounds", compound_table_.find(compound.id), i);
    check_amount(spot.at("entry"), compound.entry.seconds, largest_work_s);
  }
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
