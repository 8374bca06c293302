// Decision models (DMN graphs): inputs, decisions that build on one another, and knowledge they share.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/feel/value.hpp>
#include <paidan/rules/model/model_data.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {
struct ModelBody;  // model_body.hpp
}

/// A value and what made null of others on the way: missing inputs, values outside their types, tables in conflict.
struct Outcome {
  Value value;
  std::vector<Error> errors;
};

/// A checked, immutable model. Copies share their content; it may be asked from several threads.
class DecisionModel {
 public:
  static constexpr std::size_t max_parts =
      10'000;                                      ///< inputs, decisions and knowledge; item definitions and components
  static constexpr std::size_t max_names = 1'000;  ///< requirements, parameters or entries in one place
  /// Throws InvalidInput with all errors found: names given twice, unknown requirements and types, cycles, and
  /// everything that is wrong in an expression or a table. What is right but not supported (`for`, filters, …) makes
  /// only its own decision, and those that need it, null with an error when they are evaluated; unless no decision is
  /// left.
  PAIDAN_EXPORT explicit DecisionModel(ModelData data);
  /// What the constructor would throw.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const ModelData& data);

  [[nodiscard]] PAIDAN_EXPORT const ModelData& data() const;
  /// Names of the decisions, in the order of the data.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string> decisions() const;

  /// The facts with texts as dates, times or durations where the inputs' types say so, or where an input without a type
  /// is compared with such by a table or an expression; inside structures and lists too.
  [[nodiscard]] PAIDAN_EXPORT Value read_texts(const Value& facts) const;
  /// The decision's value for facts given as a context of inputs by name. Inputs it needs and lacks are null. Throws
  /// InvalidInput when there is no such decision, or the evaluation takes more than its budget.
  [[nodiscard]] PAIDAN_EXPORT Outcome evaluate(std::string_view decision, const Value& facts) const;
  /// All decisions' values as a context, in the order of the data.
  [[nodiscard]] PAIDAN_EXPORT Outcome evaluate_all(const Value& facts) const;

 private:
  Shared<const rules_detail::ModelBody> body_;
};

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/model/model.ipp>
#endif
