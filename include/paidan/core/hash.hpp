// Content hash of validated values (FNV-1a 64, finalised): to tell whether two documents are the same, not for
// security.
#pragma once

#include <paidan/core/random.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

class Hasher {
 public:
  constexpr void add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    for (const char c : text) byte(static_cast<unsigned char>(c));
  }
  constexpr void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned char>(number >> (8 * i)));
  }
  constexpr void add(std::int64_t number) { add(static_cast<std::uint64_t>(number)); }
  constexpr void add(std::int32_t number) { add(static_cast<std::uint64_t>(static_cast<std::int64_t>(number))); }
  constexpr void add(std::uint32_t number) { add(static_cast<std::uint64_t>(number)); }
  constexpr void add(bool flag) { byte(flag ? 1 : 0); }
  [[nodiscard]] constexpr std::uint64_t value() const { return mix64(state_); }

 private:
  constexpr void byte(unsigned char b) { state_ = (state_ ^ b) * 0x100000001b3ULL; }
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

/// 16 lower-case hexadecimal digits.
[[nodiscard]] inline std::string hex(std::uint64_t value) {
  std::string text(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4U) text[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15U];
  return text;
}

/// A content hash as results carry it: 16 hexadecimal digits to the outside.
struct ContentHash {
  std::uint64_t value = 0;
  friend constexpr bool operator==(ContentHash, ContentHash) = default;
  [[nodiscard]] std::string text() const { return hex(value); }
};

}  // namespace paidan::inline PAIDAN_ABI
