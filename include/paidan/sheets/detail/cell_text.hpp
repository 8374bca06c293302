// Internal. What stands in a cell beside what is meant: full-width digits and signs, marks nobody sees.
#pragma once

#include <paidan/core/fold.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Full-width letters, digits and signs (U+FF01 … U+FF5E) and blanks (U+3000) as their ASCII ones, in lower case: for
/// numbers, times and words of a fixed vocabulary, never for names.
inline std::string half_width(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[i + at]); };
    if (i + 2 < text.size() && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
      const unsigned code = 0xF000U | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        plain += fold_case(static_cast<char>(code - 0xFEE0));
        i += 3;
        continue;
      }
    }
    if (text.substr(i).starts_with("\xe3\x80\x80")) {
      plain += ' ';
      i += 3;
      continue;
    }
    plain += fold_case(text[i++]);
  }
  return plain;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
