// Shares of a whole as the two numbers they are.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>
#include <optional>

namespace paidan::inline PAIDAN_ABI {

/// `part` of `whole`, whole > 0. What is a share of nothing is absent, not 0 %.
struct Share {
  std::int64_t part = 0;
  std::int64_t whole = 1;
  friend constexpr bool operator==(Share, Share) = default;

  [[nodiscard]] constexpr double value() const { return static_cast<double>(part) / static_cast<double>(whole); }
};
[[nodiscard]] constexpr std::optional<Share> share(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? std::optional(Share{part, whole}) : std::nullopt;
}

}  // namespace paidan::inline PAIDAN_ABI
