// Bytes of a file as UTF-8: spreadsheets in China are often saved as GB18030.
#pragma once

#include <paidan/core/error.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// `text` views either the input (without its byte order mark) or `converted`; so it is moved with care: not copyable.
struct Decoded {
  Decoded() = default;
  Decoded(const Decoded&) = delete;
  Decoded& operator=(const Decoded&) = delete;

  [[nodiscard]] std::string_view text() const { return owned ? std::string_view(converted) : original; }
  std::string_view encoding = "UTF-8";  ///< UTF-8, UTF-16 or GB18030
  std::string_view original;
  std::string converted;
  bool owned = false;
};

/// UTF-8 when the bytes are valid UTF-8 (a byte order mark is dropped), UTF-16 with its mark, otherwise GB18030.
/// Appends `wrong_encoding` with the row of the first byte that fits neither and returns false.
[[nodiscard]] PAIDAN_EXPORT bool decode(std::string_view bytes, Decoded& out, Errors& errors);

/// Position of the first byte that is no UTF-8; npos when all is.
[[nodiscard]] PAIDAN_EXPORT std::size_t first_bad_utf8(std::string_view bytes);

/// The text itself, or its beginning of at most that many bytes, cut between characters, and `…`: for messages.
[[nodiscard]] PAIDAN_EXPORT std::string shortened(std::string_view text, std::size_t bytes);

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/encoding.ipp>
#endif
