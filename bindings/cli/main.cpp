// `paidan`: the library's decisions on the command line, JSON in and out.
#include "arguments.hpp"
#include "commands.hpp"

#include <paidan/config.hpp>
#include <paidan/documents/result_json.hpp>
#include <paidan/syntax/error_json.hpp>
#include <paidan/syntax/forms.hpp>

#include <array>
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

constexpr const char* help =
    R"(paidan – who goes, what it costs, who pays afterwards. JSON in and out.

  paidan plan      [PROBLEM] [--seed N] [--iterations N] [--time-limit 30s] [--lanes N] [--threads N]
                   [--start plan.json] [--baseline nearest_free|best_rating]
  paidan match     [PROBLEM] [--capacity N] [--load-step COST] [--max-candidates N] [--canonical] [--must-serve ORDER]…
                   [--forced PAIR]… [--forbidden PAIR]… [--explain PAIR] [--lang zh|en]
                   PAIR: ORDER:TECHNICIAN or ORDER:TECHNICIAN:SHIFT
  paidan explain   [PROBLEM] --plan plan.json --order ID [--technician ID] [--lang zh|en]
  paidan evaluate  [PROBLEM] --plan plan.json | --actual actual.csv|json
  paidan problem   [PROBLEM]                      the problem itself, e.g. made of two tables
  paidan quote     --prices prices.csv|json [--rules rules.csv] [--book ID] --input request.json
                   [--outcome fixed|not_fixed|inspection_only [--charges charges.json]] [--lang zh|en]
  paidan quote     --prices … --estimate SERVICE --catalog catalog.csv|json [--lang zh|en]
  paidan warranty  --policies policies.csv|json --calendar FOLDER|calendar.json --input claim.json
                   [--certificate | --counterfactual] [--lang zh|en]
  paidan decide    TABLE.csv --input facts.json [--explain] [--lang zh|en]
  paidan decide    MODEL.dmn --input facts.json [--decision NAME]
  paidan lint      rules TABLE.csv [--work N] [--lang zh|en]
                   gaps, overlaps, rules and outputs that never come up; exit code 1 when there are any, 4 when none was
                   found but the search was not complete
  paidan validate  KIND FILE                      is this file fine? (JSON; catalog, prices, policies, mapping also .csv)
  paidan schema    KIND                           JSON Schema of a kind of document
  paidan serve     [--max-line BYTES]             one JSON request a line in, one answer a line out

  PROBLEM: --input problem.json (default: standard input), or
           --orders orders.csv --technicians technicians.csv --zone Asia/Shanghai [--first-day DATE] [--days N]
           [--catalog catalog.csv] [--datum wgs84|gcj02|bd09]
  Every command takes --output FILE. FILE may be - for standard input or output.
  --lang adds the answer in words: {"result": …, "text": …}.
  Errors go to standard error as {"errors": [{code, path, row, message, message_zh, parameters}]}; exit code 2 then.

  paidan --version · paidan --help
)";

using Command = int (*)(const std::vector<std::string>&);
/// For commands that either answer or throw.
template <void (*command)(const std::vector<std::string>&)>
int answered(const std::vector<std::string>& words) {
  command(words);
  return 0;
}
constexpr std::array<std::pair<std::string_view, Command>, 12> commands{{{"plan", answered<plan_command>},
                                                                         {"match", answered<match_command>},
                                                                         {"explain", answered<explain_command>},
                                                                         {"evaluate", answered<evaluate_command>},
                                                                         {"problem", answered<problem_command>},
                                                                         {"quote", answered<quote_command>},
                                                                         {"warranty", answered<warranty_command>},
                                                                         {"decide", answered<decide_command>},
                                                                         {"lint", lint_command},
                                                                         {"validate", answered<validate_command>},
                                                                         {"schema", answered<schema_command>},
                                                                         {"serve", answered<serve_command>}}};

int run(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    std::fputs(help, words.empty() ? stderr : stdout);
    return words.empty() ? 2 : 0;
  }
  if (words[0] == "--version") {
    std::printf("paidan %s, schema version %d\n", paidan::engine_version, paidan::schema_version);
    return 0;
  }
  for (const auto& [name, command] : commands) {
    if (words[0] != name) continue;
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (!rest.empty() && rest[0] == "--help") {
      std::fputs(help, stdout);
      return 0;
    }
    return command(rest);
  }
  std::vector<std::string_view> names;
  for (const auto& [name, command] : commands) names.push_back(name);
  std::vector<paidan::Parameter> parameters{{"value", words[0]}};
  paidan::syntax::add_hint(parameters, words[0], names);
  fail(errors::unknown_command, std::move(parameters));
}

}  // namespace

bool interrupted() { return interrupt_seen != 0; }
void watch_interrupts() { std::signal(SIGINT, note_interrupt); }

}  // namespace paidan_cli

int main(int count, char** values) {
  try {
    return paidan_cli::run(std::vector<std::string>(values + 1, values + count));
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
