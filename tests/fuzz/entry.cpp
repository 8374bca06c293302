// The entry point that libFuzzer calls, once for each target.
#include "targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paidan_fuzz::PAIDAN_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
