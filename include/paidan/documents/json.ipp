#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/documents/detail/problem_json.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/model/border.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/schema_writer.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace documents_detail {

/// Breaks were read as positions in their shift; a shift has one route; both lists are in order. A stop says what its
/// kind needs, and keeps nothing else.
inline void settle(const Problem& problem, Plan& plan, Errors& errors) {
  std::vector<std::size_t> first(problem.shift_count(), plan.routes.size());
  for (std::size_t i = 0; i < plan.routes.size(); ++i) {
    Route& route = plan.routes[i];
    const std::string path = "routes[" + std::to_string(i) + "]";
    for (std::size_t k = 0; k < route.stops.size(); ++k) {
      Stop& stop = route.stops[k];
      const std::string where = path + ".stops[" + std::to_string(k) + "].";
      const bool visit = stop.kind == StopKind::visit;
      const bool rest = stop.kind == StopKind::rest;
      if (visit ? !stop.order.valid() : rest ? !stop.break_row.valid() : !stop.depot.valid()) {
        const std::string field = visit ? "order" : rest ? "break_index" : "depot";
        errors.add(errors::missing, where + field, {{"field", field}});
      }
      if (!visit) stop.order = {};
      if (visit || rest) stop.depot = {};
      if (!rest) {
        stop.break_row = {};
      } else {
        if (!route.shift.valid() || !stop.break_row.valid()) continue;
        const auto breaks = problem.dense().shifts.breaks[route.shift.at()];
        if (check_range(errors, where + "break_index", "break_index", std::int64_t{stop.break_row.value}, 0,
                        static_cast<std::int64_t>(breaks.size()) - 1)) {
          stop.break_row = breaks[stop.break_row.at()];
        }
      }
    }
    if (!route.shift.valid()) continue;
    if (first[route.shift.at()] == plan.routes.size()) {
      first[route.shift.at()] = i;
    } else {
      errors.add(errors::duplicate_id, path + ".shift",
                 {{"noun", std::string(nouns::shift.en)},
                  {"noun_zh", std::string(nouns::shift.zh)},
                  {"id", problem.shift(route.shift).id},
                  {"first", "routes[" + std::to_string(first[route.shift.at()]) + "]"}});
    }
  }
  std::sort(plan.routes.begin(), plan.routes.end(), [](const Route& a, const Route& b) { return a.shift < b.shift; });
  std::sort(plan.unassigned.begin(), plan.unassigned.end());
}

template <class T>
std::string schema_of() {
  return syntax::schema_of<T>(documents::Kind<T>::name);
}

/// Form, and meaning where the document alone has one.
template <class T>
void judge(std::string_view text, const syntax::Limits& limits) {
  if constexpr (std::same_as<T, ProblemData>) {
    static_cast<void>(documents::problem_from_json(text, limits));
  } else {
    T value = syntax::read_document<T>(text, documents::Kind<T>::name, limits);
    if constexpr (std::same_as<T, catalog::CatalogData>) {
      static_cast<void>(catalog::Catalog(std::move(value)));
    } else if constexpr (std::same_as<T, pricing::PriceBookData>) {
      static_cast<void>(pricing::PriceBook(std::move(value)));
    } else if constexpr (std::same_as<T, warranty::PolicySetData>) {
      static_cast<void>(warranty::PolicySet(std::move(value)));
    } else if constexpr (std::same_as<T, CalendarData>) {
      static_cast<void>(Calendar(std::move(value)));
    }
  }
}

struct KindRow {
  std::string_view name;
  std::string (*schema)();
  void (*judge)(std::string_view, const syntax::Limits&);
};
#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS) KindRow{NAME, &schema_of<TYPE>, &judge<TYPE>},
inline const auto& kind_rows() {
  static constexpr std::array rows{PAIDAN_KINDS(PAIDAN_KIND)};
  return rows;
}
#undef PAIDAN_KIND
#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS) std::string_view(NAME),
inline constexpr std::array kind_names{PAIDAN_KINDS(PAIDAN_KIND)};
#undef PAIDAN_KIND

inline const KindRow& row_of(std::string_view kind) {
  for (const KindRow& row : kind_rows()) {
    if (row.name == kind) return row;
  }
  throw InvalidInput(syntax::unknown_kind(kind, "", kind_names));
}

}  // namespace documents_detail

namespace documents {

template <Document T>
requires(!AtBorder<T>) std::string to_json(const T& value, Layout layout) {
  if constexpr (std::same_as<T, ProblemData>) {
    return syntax::document(Kind<T>::name, value, layout, value.zone);
  } else {
    return syntax::document(Kind<T>::name, value, layout);
  }
}

template <AtBorder T>
std::string to_json(const Problem& problem, const T& value, Layout layout) {
  const ProblemBorder border(problem);
  return syntax::document(Kind<T>::name, value, syntax::Writer(layout, border));
}

template <Document T>
requires(!AtBorder<T>) T from_json(std::string_view text, const Limits& limits, const ZoneRules* zone) {
  if constexpr (std::same_as<T, ProblemData>) {
    return documents_detail::problem_data(text, limits);
  } else {
    return syntax::read_document<T>(text, Kind<T>::name, limits, nullptr, zone);
  }
}

template <AtBorder T>
T from_json(const Problem& problem, std::string_view text, const Limits& limits) {
  const ProblemBorder border(problem);
  const syntax::Tree tree = syntax::parse_json(text, limits);
  Errors errors;
  syntax::Reader reader(tree, errors);
  reader.set_border(&border);
  T value{};
  if (syntax::check_header(reader, Kind<T>::name)) {
    if constexpr (requires { value.problem; }) {
      // Of another problem all ids and times would be wrong: that is the one error.
      const std::uint32_t node = syntax::find_member(tree, 0, "problem");
      const std::string_view made_for =
          node != 0 && tree.nodes[node].kind == syntax::NodeKind::text ? tree.text_of(node) : std::string_view();
      const std::string expected = hex(problem.hash());
      if (made_for.size() == expected.size() && made_for != expected) {
        throw InvalidInput(
            {&syntax::errors::other_problem, "problem", 0, {{"value", std::string(made_for)}, {"expected", expected}}});
      }
    }
    reader.object(0, value, syntax::header_keys);
    if constexpr (std::same_as<T, Plan>) {
      if (errors.empty()) documents_detail::settle(problem, value, errors);
    }
  }
  errors.throw_if_any();
  return value;
}

PAIDAN_INLINE std::span<const std::string_view> document_kinds() { return documents_detail::kind_names; }
PAIDAN_INLINE std::string json_schema(std::string_view kind) { return documents_detail::row_of(kind).schema(); }
PAIDAN_INLINE void validate_document(std::string_view kind, std::string_view text, const Limits& limits) {
  documents_detail::row_of(kind).judge(text, limits);
}

#if !defined(PAIDAN_HEADER_ONLY)
#define PAIDAN_nothing(TYPE)                                             \
  template PAIDAN_EXPORT std::string to_json<TYPE>(const TYPE&, Layout); \
  template PAIDAN_EXPORT TYPE from_json<TYPE>(std::string_view, const Limits&, const ZoneRules*);
#define PAIDAN_problem(TYPE)                                                             \
  template PAIDAN_EXPORT std::string to_json<TYPE>(const Problem&, const TYPE&, Layout); \
  template PAIDAN_EXPORT TYPE from_json<TYPE>(const Problem&, std::string_view, const Limits&);
#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS) PAIDAN_##NEEDS(TYPE)
PAIDAN_KINDS(PAIDAN_KIND)
#undef PAIDAN_KIND
#undef PAIDAN_nothing
#undef PAIDAN_problem
#endif

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
