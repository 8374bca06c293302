// JSON Schema (draft 2020-12) of every kind of document, from the same descriptions that read and write it.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/syntax/limits.hpp>

#include <span>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

/// problem, plan, match, report, …
[[nodiscard]] PAIDAN_EXPORT std::span<const std::string_view> document_kinds();

/// Throws InvalidInput on an unknown kind.
[[nodiscard]] PAIDAN_EXPORT std::string json_schema(std::string_view kind);

/// Read a document of that kind and, where one document suffices for it, judge its meaning. Throws InvalidInput with
/// every error, or on an unknown kind. `actual`: times need an offset, as no zone is at hand.
PAIDAN_EXPORT void validate_document(std::string_view kind, std::string_view text, const syntax::Limits& limits = {});

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/schema.ipp>
#endif
