// How many random cases a property test runs: a small share by default, `./dev soak` raises it.
#pragma once

#include <cstdlib>

namespace paidan_test {

/// `n` × the multiplier in PAIDAN_SOAK (1 when unset).
inline int cases(int n) {
  const char* text = std::getenv("PAIDAN_SOAK");
  const int factor = text == nullptr ? 1 : std::atoi(text);
  return n * (factor < 1 ? 1 : factor);
}

}  // namespace paidan_test
