// `paidan`: the library's operations on the command line, JSON in and out.
#include "program.hpp"

#include "operations.hpp"
#include "words.hpp"

#include <paidan/config.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/desk/errors.hpp>
#include <paidan/syntax/error_json.hpp>

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <utility>

namespace paidan_cli {
namespace {

volatile std::sig_atomic_t interrupt_seen = 0;

void note_interrupt(int /*signal*/) {
  interrupt_seen = 1;
  std::signal(SIGINT, SIG_DFL);
}

std::string help() {
  return "paidan – who goes, what it costs, who pays afterwards. JSON in and out.\n\n" + help_of_all() +
         R"(
  serve             One JSON request a line in, one answer a line out: {"id": 1, "do": "plan", …}.
  operations        This table with every field, as JSON.

`paidan OPERATION --help` tells its options, `paidan serve --help` the protocol and every verb. Required ones may stand without their names, in that order:
`paidan why_not day.json plan.json 2084 W`. A FILE may be - for standard input or output; files ending in .csv are tables.
Errors go to standard error as {"errors": [{code, path, row, message, message_zh, parameters}]}; exit code 2 then.

paidan --version · paidan --help
)";
}

int run(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    std::fputs(help().c_str(), words.empty() ? stderr : stdout);
    return words.empty() ? 2 : 0;
  }
  if (words[0] == "--version") {
    std::printf("paidan %s, schema version %d\n", paidan::engine_version, paidan::schema_version);
    return 0;
  }
  int code = 0;
  if (run_operation(words, code)) return code;
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (asks_help(rest) && words[0] == "serve") {
    std::fputs(help_of_serve().c_str(), stdout);
    return 0;
  }
  if (asks_help(rest) && words[0] == "operations") {
    std::fputs("paidan operations [--output FILE]\nThe table of operations with every field, as JSON.\n", stdout);
    return 0;
  }
  if (words[0] == "serve") {
    serve_command(rest);
    return 0;
  }
  if (words[0] == "operations") {
    operations_command(rest);
    return 0;
  }
  std::vector<std::string_view> names = operation_names();
  names.insert(names.end(), {"serve", "operations"});
  throw paidan::InvalidInput(
      {&paidan::desk::errors::unknown_operation, "", 0, paidan::with_hint({{"value", words[0]}}, words[0], names)});
}

}  // namespace

bool interrupted() { return interrupt_seen != 0; }
void watch_interrupts() { std::signal(SIGINT, note_interrupt); }

}  // namespace paidan_cli

int paidan_cli::run_program(const std::vector<std::string>& words) {
  try {
    return run(words);
  } catch (const paidan::InvalidInput& wrong) {
    std::fputs(paidan::syntax::errors_to_json(wrong.errors()).c_str(), stderr);
    return 2;
  } catch (const std::bad_alloc&) {
    std::fputs(
        "{\"errors\": [{\"code\": \"out_of_memory\", \"path\": \"\", \"message\": \"out of memory\", "
        "\"message_zh\": \"内存不足\", \"parameters\": {}}]}\n",
        stderr);
    return 3;
  } catch (const std::exception& wrong) {
    std::fprintf(stderr, "paidan: %s\n", wrong.what());
    return 3;
  }
}
