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

/// The document that `T` is made of: ProblemData of a Problem. Others are their own document.
template <class T>
struct Judged {
  using Data = T;
};
/// What is held of a document: a Problem of ProblemData, judged.
template <class Data>
struct HeldOf {
  using type = Data;
};
#define PAIDAN_JUDGED(TYPE, DATA) \
  template <>                     \
  struct Judged<TYPE> {           \
    using Data = DATA;            \
  };                              \
  template <>                     \
  struct HeldOf<DATA> {           \
    using type = TYPE;            \
  };
PAIDAN_JUDGED(Problem, ProblemData)
PAIDAN_JUDGED(catalog::Catalog, catalog::CatalogData)
PAIDAN_JUDGED(pricing::PriceBook, pricing::PriceBookData)
PAIDAN_JUDGED(warranty::PolicySet, warranty::PolicySetData)
PAIDAN_JUDGED(Calendar, CalendarData)
#undef PAIDAN_JUDGED

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

/// f.template operator()<T>() for every type that is held, by the tables of documents and of the rules room.
template <class F>
void for_each_held(F&& f) {
#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS) f.template operator()<typename HeldOf<TYPE>::type>();
  PAIDAN_KINDS(PAIDAN_KIND)
#undef PAIDAN_KIND
  f.template operator()<rules::DecisionTable>();
  f.template operator()<rules::DecisionModel>();
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
