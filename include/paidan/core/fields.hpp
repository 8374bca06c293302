// One description per public type, four users: JSON (read, write, unknown-field hints), JSON Schema, Python keyword
// constructors and properties, and spreadsheet columns. So C++, Python, JSON and CSV say the same words by
// construction.
//
// A type T is described by a specialisation
//   template <> struct Fields<Order> {
//     static constexpr std::string_view name = "Order";
//     template <class V> static void visit(V&& v) {
//       v("id", &Order::id, Field{.zh = "工单号", .doc = "Unique id.", .required = true});
//       …
//     }
//   };
// and an enum E by `template <> struct EnumNames<E> { static constexpr std::array names{…}; }` in value order.
// The descriptions stand in `<room>/fields.hpp`; public headers do not include them.
#pragma once

#include <paidan/config.hpp>

#include <string_view>

namespace paidan::inline PAIDAN_ABI {

struct Field {
  std::string_view zh = {};   ///< Chinese heading, accepted in spreadsheets
  std::string_view doc = {};  ///< one sentence with unit and default
  bool required = false;
};

template <class T>
struct Fields;  // primary template: not described

template <class E>
struct EnumNames;  // primary template: not an enum with names

template <class T>
concept Described = requires {
  Fields<T>::name;
};
template <class E>
concept NamedEnum = requires {
  EnumNames<E>::names;
};

}  // namespace paidan::inline PAIDAN_ABI
