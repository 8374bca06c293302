// `paidan serve`: one JSON request a line in, one answer a line out. What is loaded stays loaded, by handle.
#include "operations.hpp"
#include "words.hpp"

#include <paidan/core/ranges.hpp>
#include <paidan/desk/session.hpp>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>

namespace paidan_cli {
namespace {

using paidan::desk::Session;

enum class Line : std::uint8_t { read, too_long, end };

/// Never holds more than `limit` bytes; the rest of a longer line is skipped.
Line next_line(std::string& line, std::size_t limit) {
  line.clear();
  bool too_long = false;
  bool any = false;
  for (int c = std::fgetc(stdin); c != EOF; c = std::fgetc(stdin)) {
    any = true;
    if (c == '\n') return too_long ? Line::too_long : Line::read;
    if (line.size() < limit) {
      line += static_cast<char>(c);
    } else {
      too_long = true;
    }
  }
  if (!any) return Line::end;
  return too_long ? Line::too_long : Line::read;
}

bool blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

}  // namespace

void serve_command(const std::vector<std::string>& words) {
  const Words given(words, {{"max-line", Takes::value}}, {});
  std::size_t limit = Session::default_max_line;
  if (const std::string* text = given.find("max-line"); text != nullptr) {
    const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), limit);
    if (code != std::errc() || end != text->data() + text->size() || limit < Session::least_max_line ||
        limit > Session::most_max_line) {
      throw paidan::InvalidInput(paidan::out_of_range("", "--max-line", std::to_string(Session::least_max_line),
                                                      std::to_string(Session::most_max_line), *text));
    }
  }
  Session session(limit);
  std::string line;
  while (!session.finished()) {
    const Line what = next_line(line, limit);
    if (what == Line::end) break;
    if (what == Line::read && blank(line)) continue;
    std::string answer = what == Line::too_long ? session.refuse_long_line() : session.answer(line);
    line.shrink_to_fit();
    answer += '\n';
    if (std::fwrite(answer.data(), 1, answer.size(), stdout) != answer.size() || std::fflush(stdout) != 0) break;
  }
}

}  // namespace paidan_cli
