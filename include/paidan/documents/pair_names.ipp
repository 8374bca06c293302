#pragma once

#include <paidan/documents/documents.ipp>
#include <paidan/documents/pair_names.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

PAIDAN_INLINE ShiftIndex find_shift(const Problem& problem, TechnicianIndex technician,
                                    const std::optional<std::string>& shift, const std::string& path) {
  const std::vector<Shift>& shifts = problem.technician(technician).shifts;
  const std::size_t first = problem.dense().technicians.first_shift[technician.at()];
  if (shift) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < shifts.size(); ++i) {
      if (shifts[i].id == *shift) return ShiftIndex(first + i);
      known.push_back(shifts[i].id);
    }
    throw InvalidInput(documents_detail::unknown("shift", "班次", *shift, path, 0, known));
  }
  if (shifts.size() == 1) return ShiftIndex(first);
  const std::string& name = problem.technician(technician).name;
  if (shifts.empty()) throw InvalidInput({&errors::no_shift, path, 0, {{"technician", name}}});
  std::string known;
  for (const Shift& one : shifts) known += (known.empty() ? "" : ", ") + one.id;
  throw InvalidInput({&errors::which_shift,
                      path,
                      0,
                      {{"technician", name}, {"count", std::to_string(shifts.size())}, {"known", std::move(known)}}});
}

PAIDAN_INLINE MatchPair find_pair(const Problem& problem, std::string_view words, const std::string& path) {
  const std::size_t first = words.find(':');
  if (first == words.npos) throw InvalidInput({&errors::not_a_pair, path, 0, {{"value", std::string(words)}}});
  // What is wrong with the reading that got furthest: order, then technician, then shift.
  std::optional<InvalidInput> wrong;
  int got = 0;
  const auto keep = [&](int depth, auto&& error) {
    if (depth <= got) return;
    got = depth;
    wrong.emplace(std::forward<decltype(error)>(error));
  };
  for (std::size_t end = first; end != words.npos; end = words.find(':', end + 1)) {
    const OrderIndex order = problem.find_order(words.substr(0, end));
    if (!order.valid()) continue;
    const std::string_view rest = words.substr(end + 1);
    for (std::size_t stop = rest.find(':');; stop = rest.find(':', stop + 1)) {
      const bool alone = stop == rest.npos;
      const TechnicianIndex technician = problem.find_technician(rest.substr(0, stop));
      if (technician.valid()) {
        try {
          const std::optional<std::string> shift =
              alone ? std::nullopt : std::optional(std::string(rest.substr(stop + 1)));
          return {order, find_shift(problem, technician, shift, path)};
        } catch (const InvalidInput& error) {
          keep(alone ? 3 : 2, error);
        }
      }
      if (alone) break;
    }
    const std::string name(rest.substr(0, rest.find(':')));
    keep(1, InvalidInput(documents_detail::unknown("technician", "师傅", name, path, 0,
                                                   documents_detail::technician_ids(problem))));
  }
  if (wrong) throw InvalidInput(*wrong);
  throw InvalidInput(documents_detail::unknown("order", "工单", std::string(words.substr(0, first)), path, 0,
                                               documents_detail::order_ids(problem)));
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
