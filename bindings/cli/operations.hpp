// The operations of the desk as commands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paidan_cli {

/// False when there is no such operation.
[[nodiscard]] bool run_operation(const std::vector<std::string>& words, int& code);
/// Help of one operation; empty when there is none of that name.
[[nodiscard]] std::string help_of(std::string_view name);
/// The protocol and every verb with its keys.
[[nodiscard]] std::string help_of_serve();
/// A line an operation.
[[nodiscard]] std::string help_of_all();
[[nodiscard]] std::vector<std::string_view> operation_names();

void serve_command(const std::vector<std::string>& words);
void operations_command(const std::vector<std::string>& words);

/// True once the user has pressed Ctrl-C; from then on a second one ends the program.
[[nodiscard]] bool interrupted();
void watch_interrupts();

}  // namespace paidan_cli
