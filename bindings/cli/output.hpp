// Where answers go.
#pragma once

#include "answer.hpp"
#include "arguments.hpp"

#include <string_view>

namespace paidan_cli {

/// To `--output`, default standard output.
void output(const Arguments& arguments, std::string_view document);
/// The document alone, or `{"result": …, "text": …}` when there is a text.
void output(const Arguments& arguments, const Answer& answer);

}  // namespace paidan_cli
