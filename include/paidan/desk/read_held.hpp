// What is held out of the text of a file, or of a document in place.
#pragma once

#include <paidan/desk/held.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/sheets/rules_csv.hpp>

#include <concepts>
#include <optional>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

/// JSON; of a decision table its CSV, which errors call `name`, of a model its DMN. `problem`: that it speaks of, or
/// whose zone its local times are of. Throws InvalidInput, `missing` where there has to be a problem and is none.
template <class T>
[[nodiscard]] T read_held(const std::string& text, const std::optional<Problem>& problem, const std::string& name) {
  using Data = typename Judged<T>::Data;
  if constexpr (std::same_as<T, rules::DecisionTable>) {
    return sheets::decision_table_from_csv(text, name);
  } else if constexpr (std::same_as<T, rules::DecisionModel>) {
    return rules::DecisionModel(sheets::read_dmn(text));
  } else if constexpr (std::same_as<T, Problem>) {
    return documents::problem_from_json(text);
  } else if constexpr (documents::AtBorder<Data>) {
    if (!problem) throw InvalidInput({&paidan::errors::missing, "problem", 0, {{"field", "problem"}}});
    return documents::from_json<Data>(*problem, text);
  } else if constexpr (std::same_as<T, check::ActualData>) {
    return documents::from_json<Data>(text, {}, problem ? &problem->data().zone : nullptr);
  } else {
    return T(documents::from_json<Data>(text));
  }
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
