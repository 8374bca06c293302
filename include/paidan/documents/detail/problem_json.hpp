// Reading a problem: its local times need its zone, and what is wrong with its form must not hide what is wrong with
// its meaning.
#pragma once

#include <paidan/model/problem.hpp>
#include <paidan/syntax/limits.hpp>

#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents_detail {

/// Throws InvalidInput: errors of form only.
[[nodiscard]] PAIDAN_EXPORT ProblemData problem_data(std::string_view text, const syntax::Limits& limits);

}  // namespace documents_detail
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/detail/problem_json.ipp>
#endif
