// Whole files in and out, never more than a limit.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/syntax/limits.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// All bytes; `-` is standard input. Throws InvalidInput: cannot be read, more than `limits.bytes`.
[[nodiscard]] PAIDAN_EXPORT std::string read_file(const std::string& path, const Limits& limits = {});

/// Replaces the file; `-` is standard output. Throws InvalidInput when it cannot be written.
PAIDAN_EXPORT void write_file(const std::string& path, std::string_view bytes);

/// Names (not paths) of the regular files in a folder, sorted by byte. Throws InvalidInput when it cannot be read.
[[nodiscard]] PAIDAN_EXPORT std::vector<std::string> list_folder(const std::string& path);

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/files.ipp>
#endif
