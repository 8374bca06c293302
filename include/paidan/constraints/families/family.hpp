// What the files of the families share: a kind of reason, and who tells reasons. A family is one of these files: when
// it is broken, by how much, and what is said then.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/model/problem.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// A detail of a `Reason`. Templates are half a sentence after the technician's name, `{name}` being the reason's
/// parameter of that name; `{amount}` is its `amount_s` or `amount_m` in words.
struct ReasonKind {
  Family family{};
  std::string_view detail;  ///< stable code
  std::string_view en;
  std::string_view zh;
};

/// What adds up over a shift's visits.
struct DaySums {
  std::int64_t jobs = 0;
  std::int64_t travel_s = 0;
  std::int64_t longest_leg_s = 0;
  std::int64_t distance_m = 0;
};

/// Appends reasons why a technician cannot take an order.
class Teller {
 public:
  Teller(const Problem& problem, OrderIndex order, TechnicianIndex technician, std::vector<Reason>& list)
      : problem_(&problem), order_(order), technician_(technician), list_(&list) {}

  [[nodiscard]] const Problem& problem() const { return *problem_; }
  [[nodiscard]] const Dense& dense() const { return problem_->dense(); }
  [[nodiscard]] OrderIndex order() const { return order_; }
  [[nodiscard]] TechnicianIndex technician() const { return technician_; }
  void add(Family family, std::string detail, std::vector<Parameter> parameters) const {
    parameters.insert(parameters.begin(), {"technician", problem_->technician(technician_).name});
    list_->push_back({family, std::move(detail), std::move(parameters)});
  }

 private:
  const Problem* problem_;
  OrderIndex order_;
  TechnicianIndex technician_;
  std::vector<Reason>* list_;
};

inline std::string number(std::int64_t value) { return std::to_string(value); }

template <class T>
[[nodiscard]] bool contains(std::span<const T> sorted, const T& value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
