// What every reader is fuzzed with. A target takes any bytes; what it must never do is crash, hang, leak, overflow,
// throw anything but InvalidInput, or break a round trip. libFuzzer runs the targets one by one, test_fuzz_replay all
// of them.
#pragma once

#include <paidan/core/error.hpp>

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace paidan_fuzz {

/// A property that does not hold: a crash under libFuzzer, a failed test in the replay.
struct Broken : std::logic_error {
  using std::logic_error::logic_error;
};
inline void require(bool holds, const char* property) {
  if (!holds) throw Broken(property);
}

/// The errors that a host would show: in both languages, valid UTF-8, and JSON that can be read again.
void check_errors(const paidan::InvalidInput& error);

/// Runs `read`; a refusal is fine when its errors can be shown.
template <class F>
void accepted_or_refused(F&& read) {
  try {
    read();
  } catch (const paidan::InvalidInput& error) {
    check_errors(error);
  }
}

/// Inputs of several files are one text, divided by lines of `---`.
std::vector<std::string> split_files(std::string_view input);
/// `from(to(value)) == value`, judged by the bytes that `to` gives.
template <class To, class From>
void require_round_trip(const std::string& written, To&& to, From&& from) {
  require(to(from(written)) == written, "what was written reads back as the same");
}

void problem(std::string_view input);    ///< problem JSON
void plan(std::string_view input);       ///< plan JSON of a fixed problem → judged
void actual(std::string_view input);     ///< actual visits, JSON or CSV → judged
void week(std::string_view input);       ///< order and technician tables → problem
void csv(std::string_view input);        ///< any table
void catalog(std::string_view input);    ///< catalog, JSON or CSV, and a mapping table
void calendar(std::string_view input);   ///< yearly announcements and the table of national holidays
void prices(std::string_view input);     ///< price book, JSON or CSV with rules → estimate, quote, bill
void quote(std::string_view input);      ///< quote or estimate request JSON against a fixed book → bill, audit
void policies(std::string_view input);   ///< policies, JSON or CSV → verdicts
void claim(std::string_view input);      ///< claim or certificate request JSON against fixed policies
void documents(std::string_view input);  ///< a document of any kind: read, judged, written
void serve(std::string_view input);      ///< lines of requests to a session of the program
void feel(std::string_view input);       ///< a FEEL expression, also as a cell → values
void dmn(std::string_view input);        ///< DMN XML → a model → its decisions
void rules_csv(std::string_view input);  ///< a decision table's sheet → decisions, explanations, lint
void drives(std::string_view input);     ///< a table of drives → fitted travel
void vroom(std::string_view input);      ///< VROOM's input → a plan → its output
void text(std::string_view input);       ///< numbers, amounts, dates, times, zones

struct Target {
  std::string_view name;
  void (*run)(std::string_view input);
};
inline constexpr Target targets[] = {
    {"problem", problem}, {"plan", plan},           {"actual", actual}, {"week", week},   {"csv", csv},
    {"catalog", catalog}, {"calendar", calendar},   {"prices", prices}, {"quote", quote}, {"policies", policies},
    {"claim", claim},     {"documents", documents}, {"serve", serve},   {"text", text},   {"feel", feel},
    {"dmn", dmn},         {"rules_csv", rules_csv}, {"drives", drives}, {"vroom", vroom},
};

}  // namespace paidan_fuzz
