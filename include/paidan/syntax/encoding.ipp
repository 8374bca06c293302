#pragma once

#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

/// Length of the well-formed UTF-8 sequence at `i` (no surrogates, no overlong forms), 0 if there is none.
inline std::size_t utf8_length(std::string_view text, std::size_t i) {
  const auto at = [&](std::size_t k) -> unsigned { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U; };
  const auto follows = [&](std::size_t k) { return (at(k) & 0xc0U) == 0x80U; };
  const unsigned a = at(i);
  if (a < 0x80U) return 1;
  if (a >= 0xc2U && a <= 0xdfU) return follows(i + 1) ? 2 : 0;
  if (a >= 0xe0U && a <= 0xefU) {
    const unsigned b = at(i + 1);
    if ((a == 0xe0U && b < 0xa0U) || (a == 0xedU && b > 0x9fU)) return 0;
    return follows(i + 1) && follows(i + 2) ? 3 : 0;
  }
  if (a >= 0xf0U && a <= 0xf4U) {
    const unsigned b = at(i + 1);
    if ((a == 0xf0U && b < 0x90U) || (a == 0xf4U && b > 0x8fU)) return 0;
    return follows(i + 1) && follows(i + 2) && follows(i + 3) ? 4 : 0;
  }
  return 0;
}

inline std::string byte_text(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(c);
  return {'0', 'x', digits[value >> 4U], digits[value & 15U]};
}

/// Bytes that glibc could not read end the conversion; `done` tells how far it came.
inline bool to_utf8(const char* encoding, std::string_view bytes, std::string& out, std::size_t& done) {
  const iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) {  // NOLINT(performance-no-int-to-ptr): how iconv reports failure
    done = 0;
    return false;
  }
  std::string input(bytes);  // iconv wants a mutable pointer
  char* from = input.data();
  std::size_t left = input.size();
  out.clear();
  bool good = true;
  std::string chunk(64 * 1024, '\0');
  while (left > 0) {
    char* to = chunk.data();
    std::size_t room = chunk.size();
    const std::size_t result = iconv(converter, &from, &left, &to, &room);
    out.append(chunk.data(), chunk.size() - room);
    if (result == static_cast<std::size_t>(-1) && errno != E2BIG) {
      good = false;
      break;
    }
  }
  iconv_close(converter);
  done = bytes.size() - left;
  return good;
}

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE std::size_t first_bad_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80U) {
      ++i;
      continue;
    }
    const std::size_t length = syntax_detail::utf8_length(bytes, i);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

PAIDAN_INLINE bool decode(std::string_view bytes, Decoded& out, Errors& errors) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  for (const auto& [mark, encoding] : {std::pair("\xff\xfe", "UTF-16LE"), std::pair("\xfe\xff", "UTF-16BE")}) {
    std::size_t converted = 0;
    if (!bytes.starts_with(mark) || !syntax_detail::to_utf8(encoding, bytes.substr(2), out.converted, converted))
      continue;
    if (out.converted.find('\0') != std::string::npos) continue;
    out.owned = true;
    out.encoding = "UTF-16";
    return true;
  }
  out.original = bytes;
  const std::size_t bad = first_bad_utf8(bytes);
  if (bad == std::string_view::npos) return true;
  std::size_t done = 0;
  // A NUL byte means UTF-16 or a binary file; GB18030 would let much of it pass.
  const std::size_t nul = bytes.find('\0');
  if (nul == std::string_view::npos && syntax_detail::to_utf8("GB18030", bytes, out.converted, done)) {
    out.owned = true;
    out.encoding = "GB18030";
    return true;
  }
  const std::size_t at = nul == std::string_view::npos ? std::min(done, bytes.size() - 1) : std::min(nul, bad);
  const auto row = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  errors.add(errors::wrong_encoding, "",
             {{"byte", std::to_string(at + 1)}, {"value", syntax_detail::byte_text(bytes[at])}}, row);
  return false;
}

PAIDAN_INLINE std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0U) == 0x80U) --bytes;
  return std::string(text.substr(0, bytes)) + "\u2026";
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
