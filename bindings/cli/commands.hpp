// One function per subcommand; each throws InvalidInput on bad input.
#pragma once

#include <string>
#include <vector>

namespace paidan_cli {

void plan_command(const std::vector<std::string>& words);
void match_command(const std::vector<std::string>& words);
void explain_command(const std::vector<std::string>& words);
void evaluate_command(const std::vector<std::string>& words);
void problem_command(const std::vector<std::string>& words);
void quote_command(const std::vector<std::string>& words);
void warranty_command(const std::vector<std::string>& words);
void decide_command(const std::vector<std::string>& words);
/// Returns the exit code.
int lint_command(const std::vector<std::string>& words);
void validate_command(const std::vector<std::string>& words);
void schema_command(const std::vector<std::string>& words);
void serve_command(const std::vector<std::string>& words);

/// True once the user has pressed Ctrl-C; from then on a second one ends the program.
[[nodiscard]] bool interrupted();
void watch_interrupts();

}  // namespace paidan_cli
