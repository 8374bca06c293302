// Are all members of a type described, and everything that is described named once?
#pragma once

#include <paidan/core/fields.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace paidan_test {

/// Stands for any member when counting them; never called.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor)
};

/// Number of members of an aggregate: how many initialisers it takes.
template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Anything())...}; };
}
template <class T, std::size_t N = 40>
constexpr std::size_t members() {
  if constexpr (takes<T>(std::make_index_sequence<N>())) {
    return N;
  } else {
    return members<T, N - 1>();
  }
}

/// Every member is described but `left_out`; everything described, computed values too, has a heading and a sentence,
/// no name or heading twice. A computed value is never required: nobody gives it.
template <class T>
void check_complete(std::size_t left_out = 0) {
  using paidan::Field;
  using paidan::Fields;
  std::set<std::string> names;
  std::set<std::string> headings;
  CAPTURE(std::string(Fields<T>::name));
  Fields<T>::visit([&]<class M>(std::string_view name, M, const Field& field) {
    CAPTURE(std::string(name));
    CHECK(names.insert(std::string(name)).second);
    CHECK(headings.insert(std::string(field.zh)).second);
    CHECK(paidan::has_field<T>(name));
    CHECK_FALSE(field.zh.empty());
    REQUIRE_FALSE(field.doc.empty());
    CHECK(field.doc.back() == '.');
    CHECK(field.low <= field.high);
    if (!std::is_member_object_pointer_v<M>) CHECK_FALSE(field.required);
  });
  CHECK_FALSE(paidan::has_field<T>("no such field"));
  std::size_t described = 0;
  paidan::visit_members<T>([&](std::string_view, auto, const Field&) { ++described; });
  CHECK(described + left_out == members<T>());
}

}  // namespace paidan_test
