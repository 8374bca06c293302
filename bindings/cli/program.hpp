// The whole program `paidan`, for its own main and for the wheel.
#pragma once

#include <string>
#include <vector>

namespace paidan_cli {

/// Without the program's own name; the exit code.
[[nodiscard]] int run_program(const std::vector<std::string>& words);

}  // namespace paidan_cli
