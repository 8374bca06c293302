// Errors as JSON, the same in every door.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/syntax/writer.hpp>

#include <span>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// `{"errors": [{code, path, row, message, message_zh, parameters}]}`; `row` only where there is a sheet.
[[nodiscard]] PAIDAN_EXPORT std::string errors_to_json(std::span<const Error> errors, Layout layout = Layout::indented);
/// The same list as a value of a document that is being written.
PAIDAN_EXPORT void write_errors(Writer& writer, std::span<const Error> errors);

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/error_json.ipp>
#endif
