// What entries of compounds add to ways, read from a problem's words alone.
#pragma once

#include <paidan/model/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace paidan_test {

class Gates {
 public:
  explicit Gates(const paidan::Problem& problem) : problem_(problem) {
    for (const paidan::Compound& one : problem.data().compounds) entry_[one.id] = one.entry.seconds;
  }

  /// Positions of locations.
  [[nodiscard]] std::int64_t seconds(std::size_t from, std::size_t to) const {
    const std::string& here = problem_.data().locations[from].compound;
    const std::string& there = problem_.data().locations[to].compound;
    return there.empty() || here == there ? 0 : entry_.at(there);
  }

 private:
  paidan::Problem problem_;
  std::map<std::string, std::int64_t> entry_;
};

}  // namespace paidan_test
