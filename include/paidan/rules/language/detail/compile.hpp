// Builds programs: operations are appended bottom-up, what depends on nothing is computed at once. Only .ipp files
// include this.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/language/detail/tree.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

class Builder {
 public:
  Builder();
  /// Throws `too_deep` where operations nest beyond `max_height`.
  std::uint32_t add(const Operation& operation);
  /// An operation with operands in a list: their place goes to a (`call`: to b) and their number after it.
  std::uint32_t add(Operation operation, const std::vector<std::uint32_t>& operands);
  std::uint32_t constant(Value value);
  std::uint32_t text(std::string text);
  std::uint32_t function(FunctionTemplate blueprint);
  std::uint32_t new_locals(std::uint32_t count);
  [[nodiscard]] const Operation& operation(std::uint32_t node) const { return program_->operations[node]; }
  [[nodiscard]] const Value* constant_at(std::uint32_t node) const;
  /// The program, with `root`; the builder is spent.
  Shared<const Program> finish(std::uint32_t root, std::string_view text);

  static constexpr std::uint32_t max_height = 1'000;

 private:
  /// What the operands of an operation are.
  template <typename Visit>
  void visit(const Operation& operation, const Visit& each) const;
  [[nodiscard]] bool foldable(const Operation& operation) const;

  Shared<Program> program_;
  std::vector<std::uint32_t> heights_;
};

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
