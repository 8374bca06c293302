// What a reader takes at most. A file beyond it is refused before it costs memory or time.
#pragma once

#include <paidan/config.hpp>

#include <cstddef>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// Every reader takes one of these; the defaults are what SECURITY.md states.
struct Limits {
  std::size_t bytes = std::size_t{256} << 20U;  ///< of the file, any format
  std::size_t depth = 64;                       ///< JSON: arrays and objects inside one another
  std::size_t values = 20'000'000;              ///< JSON: numbers, texts, arrays, objects and keys together
  std::size_t rows = 1'000'000;                 ///< tables: rows below the heading
  std::size_t columns = 1'000;                  ///< tables: columns
  std::size_t cell_bytes = 64 * 1024;           ///< tables: one cell
};

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
