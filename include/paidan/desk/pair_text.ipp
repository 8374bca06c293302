#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/desk/errors.hpp>
#include <paidan/desk/pair_text.hpp>
#include <paidan/model/border.hpp>
#include <paidan/syntax/reader.hpp>

#include <optional>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

PAIDAN_INLINE MatchPair find_pair(const Problem& problem, std::string_view words, const std::string& path) {
  const std::size_t first = words.find(':');
  if (first == words.npos) throw InvalidInput({&errors::not_a_pair, path, 0, {{"value", std::string(words)}}});
  const ProblemBorder border(problem);
  // What is wrong with the reading that got furthest: order, then technician, then shift.
  Errors wrong;
  int got = 0;
  const auto keep = [&](int depth, const Errors& errors) {
    if (depth <= got) return;
    got = depth;
    wrong = errors;
  };
  for (std::size_t end = first; end != words.npos; end = words.find(':', end + 1)) {
    const OrderIndex order = problem.find_order(words.substr(0, end));
    if (!order.valid()) continue;
    const std::string_view rest = words.substr(end + 1);
    for (std::size_t stop = rest.find(':');; stop = rest.find(':', stop + 1)) {
      const bool alone = stop == rest.npos;
      const TechnicianIndex technician = problem.find_technician(rest.substr(0, stop));
      if (technician.valid()) {
        const std::optional<std::string> id = alone ? std::nullopt : std::optional(std::string(rest.substr(stop + 1)));
        Errors errors;
        MatchPair pair{order, {}};
        if (syntax::find_shift(border, technician, id, path, errors, pair.shift)) return pair;
        keep(alone ? 3 : 2, errors);
      }
      if (alone) break;
    }
    Errors errors;
    TechnicianIndex none;
    syntax::find_technician(border, rest.substr(0, rest.find(':')), path, errors, none);
    keep(1, errors);
  }
  wrong.throw_if_any();
  throw InvalidInput(unknown_id(nouns::order, words.substr(0, first), path, border.known(Noun::order)));
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
