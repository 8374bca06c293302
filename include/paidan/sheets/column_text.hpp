// The tables there are, and what one column of them is.
#pragma once

#include <paidan/core/names.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

enum class TableKind : std::uint8_t {
  orders,
  technicians,
  places,
  catalog,
  mapping,
  prices,
  rules,
  policies,
  actual,
  nodes,
  edges,
  drives
};

/// One column that a table may have.
struct ColumnText {
  std::string name;
  std::string zh;
  std::string doc;
  std::string example;
  bool required = false;
  friend bool operator==(const ColumnText&, const ColumnText&) = default;
};

}  // namespace sheets

template <>
struct EnumNames<sheets::TableKind> {
  static constexpr std::array names{
      std::string_view("orders"),  std::string_view("technicians"), std::string_view("places"),
      std::string_view("catalog"), std::string_view("mapping"),     std::string_view("prices"),
      std::string_view("rules"),   std::string_view("policies"),    std::string_view("actual"),
      std::string_view("nodes"),   std::string_view("edges"),       std::string_view("drives")};
};

}  // namespace paidan::inline PAIDAN_ABI
