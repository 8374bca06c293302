// Random numbers that are the same everywhere: splitmix64 and a counter-based form; no <random> distributions.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators" (OOPSLA 2014), the 64-bit finaliser.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

/// Sequential generator.
class SplitMix64 {
 public:
  constexpr explicit SplitMix64(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] constexpr std::uint64_t next() { return mix64(state_ += 0x9e3779b97f4a7c15ULL); }
  /// Uniform in [0, bound); bound > 0. Lemire's multiply-shift on the upper 32 bits: bias below 2^-32 for bound < 2^32.
  [[nodiscard]] constexpr std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
  }
  /// Uniform in [low, high].
  [[nodiscard]] constexpr std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
  }

 private:
  std::uint64_t state_;
};

/// Counter-based draw: the same keys give the same number in whatever order they are asked for.
[[nodiscard]] constexpr std::uint64_t draw(std::uint64_t seed, std::uint64_t first, std::uint64_t second = 0,
                                           std::uint64_t purpose = 0) {
  std::uint64_t z = mix64(seed + 0x9e3779b97f4a7c15ULL);
  z = mix64(z ^ (first + 0x9e3779b97f4a7c15ULL));
  z = mix64(z ^ (second + 0xd1b54a32d192ed03ULL));
  return mix64(z ^ (purpose + 0x8cb92ba72f3d8dd7ULL));
}

}  // namespace paidan::inline PAIDAN_ABI
