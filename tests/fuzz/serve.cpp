// The long-running process that other programs talk to: one request a line.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/desk/session.hpp>
#include <paidan/syntax/tree.hpp>

namespace paidan_fuzz {

namespace {

/// A request to plan may ask for any number of iterations and threads: this one asks for few.
std::string tamed(std::string_view line) {
  std::string tame(line);
  accepted_or_refused([&] {
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(line, {});
    const std::uint32_t what = paidan::syntax::find_member(tree, 0, "do");
    if (what == 0 || tree.nodes[what].kind != paidan::syntax::NodeKind::text || tree.text_of(what) != "plan") return;
    tame = R"({"id": 1, "do": "plan", "problem": "problem1", "iterations": 20, "lanes": 2, "keep": true})";
  });
  return tame;
}

}  // namespace

void serve(std::string_view input) {
  paidan::desk::Session session(65'536);
  while (!input.empty() && !session.finished()) {
    const std::size_t end = input.find('\n');
    const std::string answer = session.answer(tamed(input.substr(0, end)));
    input = end == std::string_view::npos ? "" : input.substr(end + 1);
    require(answer.find('\n') == std::string::npos, "an answer is one line");
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(answer, {});
    require(paidan::syntax::find_member(tree, 0, "ok") != 0, "an answer says whether it worked");
    require(answer.find(R"("code":"internal")") == std::string::npos &&
                answer.find(R"("code": "internal")") == std::string::npos,
            "no request finds a defect");
  }
}

}  // namespace paidan_fuzz
