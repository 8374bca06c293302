#pragma once

#include <paidan/syntax/reader.hpp>
#include <paidan/vroom/detail/numbers.ipp>
#include <paidan/vroom/errors.hpp>
#include <paidan/vroom/fields.hpp>
#include <paidan/vroom/read.hpp>

#include <array>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace vroom {

PAIDAN_INLINE Input read_input(std::string_view json) {
  const syntax::Tree tree = syntax::parse_json(json, {});
  Errors errors;
  syntax::Reader reader(tree, errors);
  Input input;
  static constexpr std::array<std::string_view, 1> refused{"shipments"};
  reader.object(0, input, refused);
  if (tree.nodes[0].kind == syntax::NodeKind::object) {
    const std::uint32_t shipments = syntax::find_member(tree, 0, refused[0]);
    const syntax::Node& node = tree.nodes[shipments];
    const bool nothing =
        node.kind == syntax::NodeKind::null || (node.kind == syntax::NodeKind::array && node.length == 0);
    if (shipments != 0 && !nothing) {
      const bool list = node.kind == syntax::NodeKind::array;
      errors.add(errors::shipments_not_supported, std::string(refused[0]),
                 {{"count", std::to_string(list ? node.length : 1U)}});
    }
  }
  vroom_detail::check_numbers(errors, input);
  errors.throw_if_any();
  return input;
}

}  // namespace vroom
}  // namespace paidan::inline PAIDAN_ABI
