// What a session keeps and a file holds: each type under the name of its kind.
#pragma once

#include <paidan/desk/requests.hpp>
#include <paidan/documents/kinds.hpp>

#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

/// The document that `T` is made of, judged: a Problem of ProblemData. Others are their own document.
template <class T>
struct Judged {
  using Data = T;
};
template <>
struct Judged<Problem> {
  using Data = ProblemData;
};
template <>
struct Judged<catalog::Catalog> {
  using Data = catalog::CatalogData;
};
template <>
struct Judged<pricing::PriceBook> {
  using Data = pricing::PriceBookData;
};
template <>
struct Judged<warranty::PolicySet> {
  using Data = warranty::PolicySetData;
};
template <>
struct Judged<Calendar> {
  using Data = CalendarData;
};

/// Texts that are read by the rules room, not JSON.
template <class T>
concept RulesText = std::same_as<T, rules::DecisionTable> || std::same_as<T, rules::DecisionModel>;

template <class T>
constexpr std::string_view held_kind() {
  if constexpr (std::same_as<T, rules::DecisionTable>) {
    return "table";
  } else if constexpr (std::same_as<T, rules::DecisionModel>) {
    return "model";
  } else {
    return documents::Kind<typename Judged<T>::Data>::name;
  }
}

/// A member of a request that is a file, a handle or an object of the host's.
template <class M>
struct HeldMember : std::false_type {};
template <class T>
requires(RulesText<T> || documents::Document<typename Judged<T>::Data>) struct HeldMember<std::optional<T>>
    : std::true_type {
  using type = T;
};
template <class M>
concept Held = HeldMember<M>::value;

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
