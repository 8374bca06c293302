// A square table of legs in as few bytes as they need.
#pragma once

#include <paidan/config.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// Rows are read at random, and most of the time of a search is waiting for them: in two bytes a leg, 1,000 stops take
/// 2 MB instead of 4 and a step a seventh less time. A table with a longer leg takes four.
class Legs {
 public:
  Legs() = default;
  /// `legs`[from · stops + to], none negative.
  Legs(std::size_t stops, const std::vector<std::int32_t>& legs) : stops_(stops) {
    const auto longest = legs.empty() ? 0 : *std::max_element(legs.begin(), legs.end());
    narrow_ = longest <= std::numeric_limits<std::uint16_t>::max();
    if (narrow_) {
      for (const std::int32_t leg : legs) two_.push_back(static_cast<std::uint16_t>(leg));
    } else {
      four_ = legs;
    }
  }

  /// Are the rows `std::uint16_t`? Else `std::int32_t`.
  [[nodiscard]] bool narrow() const { return narrow_; }
  [[nodiscard]] const std::uint16_t* row(std::size_t stop, std::uint16_t) const { return two_.data() + stop * stops_; }
  [[nodiscard]] const std::int32_t* row(std::size_t stop, std::int32_t) const { return four_.data() + stop * stops_; }
  [[nodiscard]] std::int32_t operator()(std::size_t from, std::size_t to) const {
    return narrow_ ? two_[from * stops_ + to] : four_[from * stops_ + to];
  }

 private:
  std::size_t stops_ = 0;
  bool narrow_ = true;
  std::vector<std::uint16_t> two_;
  std::vector<std::int32_t> four_;
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
