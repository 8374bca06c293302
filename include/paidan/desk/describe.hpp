// The table of operations told: what each takes, in words that help, JSON and tests share.
#pragma once

#include <paidan/desk/fields.hpp>
#include <paidan/desk/held.hpp>
#include <paidan/desk/operations.hpp>
#include <paidan/syntax/reader.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

/// `integer`, `text`, `date`, `list of …`, or the kind of document.
template <class M>
[[nodiscard]] std::string type_text() {
  if constexpr (Held<M>) {
    return std::string(held_kind<typename HeldMember<M>::type>());
  } else if constexpr (requires(const M& m) { m.has_value(); }) {
    return type_text<typename M::value_type>();
  } else if constexpr (std::is_same_v<M, bool>) {
    return "true or false";
  } else if constexpr (std::is_integral_v<M>) {
    return "integer";
  } else if constexpr (std::is_same_v<M, Milliseconds>) {
    return "milliseconds";
  } else if constexpr (std::is_same_v<M, Duration>) {
    return "duration";
  } else if constexpr (std::is_same_v<M, Date>) {
    return "date";
  } else if constexpr (std::is_same_v<M, ZoneRules>) {
    return "time zone";
  } else if constexpr (std::is_same_v<M, Currency>) {
    return "currency";
  } else if constexpr (std::is_same_v<M, FileText>) {
    return "file";
  } else if constexpr (std::is_same_v<M, rules::Value>) {
    return "facts";
  } else if constexpr (std::is_same_v<M, OrderIndex> || std::is_same_v<M, TechnicianIndex> ||
                       std::is_same_v<M, ShiftIndex> || std::is_same_v<M, std::string>) {
    return "text";
  } else if constexpr (std::is_same_v<M, MatchPair>) {
    return "order and shift";
  } else if constexpr (NamedEnum<M>) {
    std::string all;
    for (const std::string_view one : EnumNames<M>::names) {
      if (!all.empty()) all += '|';
      all += one;
    }
    return all;
  } else if constexpr (Described<M>) {
    return std::string(Fields<M>::name);
  } else {
    return "list of " + type_text<typename M::value_type>();
  }
}

struct FieldText {
  std::string_view name;
  std::string type;
  Field field;
  bool required = false;
};

/// Of a request, in order; a shift is two fields.
template <Described R>
[[nodiscard]] std::vector<FieldText> fields_text() {
  std::vector<FieldText> all;
  syntax::visit_keys<R>([&]<class M>(std::string_view name, M, const Field& field) {
    if constexpr (std::is_member_object_pointer_v<M>) {
      all.push_back({name, type_text<std::remove_cvref_t<decltype(std::declval<R&>().*std::declval<M>())>>(), field,
                     field.required});
    } else {
      const bool shift_id = std::is_same_v<M, syntax::ShiftName<R>>;
      all.push_back({name, "text", field, field.required && !shift_id});
    }
  });
  return all;
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
