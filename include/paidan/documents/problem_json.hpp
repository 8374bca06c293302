// Problems as JSON.
#pragma once

#include <paidan/model/problem.hpp>
#include <paidan/syntax/limits.hpp>
#include <paidan/syntax/writer.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

/// Kind `problem`. Times with an offset, or local times of `zone` (one that occurs twice or never is an error); lengths
/// of time in whole seconds or like `1h30m`; `zone` by name (the system's tz data, cut to the years that are needed) or
/// written out. Throws InvalidInput with all errors of the text's form. Unknown fields are errors.
[[nodiscard]] PAIDAN_EXPORT ProblemData problem_data_from_json(std::string_view text,
                                                               const syntax::Limits& limits = {});

/// The same, validated: errors of form and of meaning come together, in input order, as far as one does not hide the
/// other.
[[nodiscard]] PAIDAN_EXPORT Problem problem_from_json(std::string_view text, const syntax::Limits& limits = {});

/// The same data always give the same bytes, and reading them back gives the same data.
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const ProblemData& data,
                                                syntax::Layout layout = syntax::Layout::indented);

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/problem_json.ipp>
#endif
