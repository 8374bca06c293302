// One description per public type, four users: JSON (read, write, unknown-field hints), JSON Schema, Python keyword
// constructors and properties, and spreadsheet columns. So C++, Python, JSON and CSV say the same words by
// construction. Ranges stand here and nowhere else: `out_of_range` (core/ranges.hpp) and every door read them.
//
// What is worked out from other members is visited too, as `Computed{&T::total}`: written and shown, never read.
// Members that are indices or model times of a problem become ids and instants at the border (core/border.hpp). An
// index of a shift that is called `shift` is two fields to the outside, `technician` and `shift`, unless its type has a
// `technician` of its own; under any other name it is a pair of both.
//
// A type is described, in namespace paidan, by
//   PAIDAN_FIELDS(Order, "Order") {
//     v("id", &T::id, Field{.zh = "工单号", .doc = "Unique id.", .required = true});
//     …
//   }
// and an enum E by `template <> struct EnumNames<E> { static constexpr std::array names{…}; }` in value order.
// The descriptions stand in `<room>/fields.hpp`; public headers do not include them.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

namespace paidan::inline PAIDAN_ABI {

struct Field {
  std::string_view zh = {};   ///< Chinese heading, accepted in spreadsheets
  std::string_view doc = {};  ///< one sentence with unit and default
  bool required = false;
  std::string_view unit = {};                                   ///< of a plain number: s, m, "cost units" …
  std::int64_t low = std::numeric_limits<std::int64_t>::min();  ///< of a number or a time in its unit, ends included
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
  std::string_view example = {};  ///< of a table's column
  bool later = false;             ///< came after documents were stored: its default leaves their content hash as it was

  [[nodiscard]] constexpr bool ranged() const {
    return low != std::numeric_limits<std::int64_t>::min() || high != std::numeric_limits<std::int64_t>::max();
  }
};

/// A member function without arguments as a field.
template <class T, class R>
struct Computed {
  R (T::*get)() const;
};
template <class T, class R>
Computed(R (T::*)() const) -> Computed<T, R>;

template <class T>
struct Fields;  // primary template: not described

#define PAIDAN_FIELDS(TYPE, NAME)                  \
  template <>                                      \
  struct Fields<TYPE> {                            \
    using T = TYPE;                                \
    static constexpr std::string_view name = NAME; \
    template <class V>                             \
    static constexpr void visit(V&& v);            \
  };                                               \
  template <class V>                               \
  constexpr void Fields<TYPE>::visit(V&& v)

template <class E>
struct EnumNames;  // primary template: not an enum with names

template <class T>
concept Described = requires {
  Fields<T>::name;
};
/// Visits members only, not what is computed: f(name, member, field).
template <Described T, class F>
constexpr void visit_members(F&& f) {
  Fields<T>::visit([&]<class M>(std::string_view name, M member, const Field& field) {
    if constexpr (std::is_member_object_pointer_v<M>) f(name, member, field);
  });
}
/// Has T a field of that name?
template <Described T>
constexpr bool has_field(std::string_view wanted) {
  bool found = false;
  Fields<T>::visit([&](std::string_view name, auto, const Field&) { found = found || name == wanted; });
  return found;
}

struct NamedField {
  std::string_view name = {};
  Field field = {};
};
namespace core_detail {
template <class M>
struct MemberOf;
template <class T, class M>
struct MemberOf<M T::*> {
  using Owner = T;
};
template <auto Member>
constexpr NamedField find_field() {
  NamedField found;
  visit_members<typename MemberOf<decltype(Member)>::Owner>(
      [&]<class M>(std::string_view name, M member, const Field& field) {
        if constexpr (std::is_same_v<M, decltype(Member)>) {
          if (member == Member) found = {name, field};
        }
      });
  return found;
}
}  // namespace core_detail
/// The description of one member, for whoever needs its range alone: `field_of<&Order::priority>`.
template <auto Member>
inline constexpr NamedField field_of = [] {
  constexpr NamedField found = core_detail::find_field<Member>();
  static_assert(!found.name.empty(), "the member is not described");
  return found;
}();

template <class E>
concept NamedEnum = requires {
  EnumNames<E>::names;
};

}  // namespace paidan::inline PAIDAN_ABI
