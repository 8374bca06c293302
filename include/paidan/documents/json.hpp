// Every kind of document as JSON, in and out, and the JSON Schema of each.
//
// `to_json(quote)`, `from_json<pricing::Quote>(text)`; results of dispatch speak of a problem, so they take it first:
// `to_json(problem, plan)`, `from_json<Plan>(problem, text)`. Times have the offset of the problem's zone.
#pragma once

#include <paidan/documents/kinds.hpp>
#include <paidan/syntax/limits.hpp>
#include <paidan/syntax/writer.hpp>

#include <span>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

using syntax::Layout;
using syntax::Limits;

template <Document T>
requires(!AtBorder<T>) [[nodiscard]] PAIDAN_EXPORT std::string
    to_json(const T& value, Layout layout = Layout::indented);
template <AtBorder T>
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const Problem& problem, const T& value,
                                                Layout layout = Layout::indented);

/// Throws InvalidInput with all errors of form. Local times are those of `zone`; without one they need an offset, but
/// for a problem's, which are read in its own zone.
template <Document T>
requires(!AtBorder<T>) [[nodiscard]] PAIDAN_EXPORT T
    from_json(std::string_view text, const Limits& limits = {}, const ZoneRules* zone = nullptr);
/// Throws InvalidInput: errors of form; another problem's, unknown ids, times beyond what a model holds. Whether a plan
/// is valid is `check`'s affair.
template <AtBorder T>
[[nodiscard]] PAIDAN_EXPORT T from_json(const Problem& problem, std::string_view text, const Limits& limits = {});

/// A problem judged at once: errors of form and those of meaning that do not follow from them.
[[nodiscard]] PAIDAN_EXPORT Problem problem_from_json(std::string_view text, const Limits& limits = {});

/// problem, plan, match, report, … in the order of the table.
[[nodiscard]] PAIDAN_EXPORT std::span<const std::string_view> document_kinds();
/// Throws InvalidInput on an unknown kind.
[[nodiscard]] PAIDAN_EXPORT std::string json_schema(std::string_view kind);
/// Read a document of that kind and, where one document suffices for it, judge its meaning. Of what speaks of a problem
/// only the form is read. Throws InvalidInput with every error, or on an unknown kind.
PAIDAN_EXPORT void validate_document(std::string_view kind, std::string_view text, const Limits& limits = {});

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/json.ipp>
#endif
