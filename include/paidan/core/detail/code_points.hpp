// Internal. Letters of a text, to compare words by.
#pragma once

#include <paidan/config.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace core_detail {

/// Code points of UTF-8; a byte that does not fit the encoding stands for itself, so no input is refused.
inline std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0xc0U ? 1 : lead < 0xe0U ? 2 : lead < 0xf0U ? 3 : 4;
    if (length == 1 || i + length > text.size()) {
      points += static_cast<char32_t>(lead);
      ++i;
      continue;
    }
    char32_t point = lead & (0xffU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3fU);
    points += point;
    i += length;
  }
  return points;
}

}  // namespace core_detail
}  // namespace paidan::inline PAIDAN_ABI
