// Problems as JSON.
#pragma once

#include <paidan/io/limits.hpp>
#include <paidan/io/writer.hpp>
#include <paidan/model/problem.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace io {

/// Kind `problem`. Times with an offset, or local times of `zone` (one that occurs twice or never is an error); lengths
/// of time in whole seconds or like `1h30m`; `zone` by name (the system's tz data, cut to the years that are needed) or
/// written out. Throws InvalidInput with all errors of the text's form. Unknown fields are errors.
[[nodiscard]] PAIDAN_EXPORT ProblemData problem_data_from_json(std::string_view text, const Limits& limits = {});

/// The same, validated: errors of form and of meaning come together, in input order, as far as one does not hide the
/// other.
[[nodiscard]] PAIDAN_EXPORT Problem problem_from_json(std::string_view text, const Limits& limits = {});

/// The same data always give the same bytes, and reading them back gives the same data.
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const ProblemData& data, Layout layout = Layout::indented);

}  // namespace io
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/io/problem_json.ipp>
#endif
