// A table of ways between places in as few bytes as they need, for whoever reads it at random all the time.
#pragma once

#include <paidan/constraints/detail/pace.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Ways at one pace. Where all are shorter than 65,535 s and 65,536 m, two bytes tell each, and none the metres if
/// there are none: most of the time of a search is waiting for these tables. Else the given tables are read, which must
/// outlive it.
class Ways {
 public:
  /// `table`[from · places + to]; `back`[to · places + from], the same where all ways are as long back.
  Ways(const constraints::Hop* table, const constraints::Hop* back, std::size_t places)
      : places_(places), table_(table), back_(back) {}

  /// Keep a copy of its own, if that is narrower.
  void narrow() {
    const std::size_t legs = places_ * places_;
    bool metres = false;
    for (std::size_t i = 0; i < legs; ++i) {
      if (table_[i].seconds >= closed || table_[i].metres > std::numeric_limits<std::uint16_t>::max()) return;
      metres = metres || table_[i].metres != 0;
    }
    words_ = metres ? 2 : 1;
    narrow_ = copy(table_);
    if (back_ != table_) narrow_back_ = copy(back_);
  }

  /// The ways from a place, or to it, by the other place.
  class Row {
   public:
    Row() = default;
    Row(const constraints::Hop* wide, const std::uint16_t* narrow, std::size_t words)
        : wide_(wide), narrow_(narrow), words_(words) {}
    explicit operator bool() const { return wide_ != nullptr; }
    [[nodiscard]] constraints::Hop operator[](std::size_t place) const {
      if (narrow_ == nullptr) return wide_[place];
      const std::uint16_t* const at = narrow_ + place * words_;
      const std::int32_t metres = words_ == 2 ? at[1] : 0;
      return {at[0] == closed ? -1 : std::int32_t{at[0]}, metres};
    }

   private:
    const constraints::Hop* wide_ = nullptr;
    const std::uint16_t* narrow_ = nullptr;
    std::size_t words_ = 0;
  };

  [[nodiscard]] Row from(std::size_t place) const { return row(table_, narrow_, place); }
  [[nodiscard]] Row to(std::size_t place) const {
    return row(back_, narrow_back_.empty() ? narrow_ : narrow_back_, place);
  }

 private:
  static constexpr std::uint16_t closed = std::numeric_limits<std::uint16_t>::max();

  [[nodiscard]] std::vector<std::uint16_t> copy(const constraints::Hop* legs) const {
    std::vector<std::uint16_t> words;
    words.reserve(places_ * places_ * words_);
    for (std::size_t i = 0; i < places_ * places_; ++i) {
      words.push_back(legs[i].reachable() ? static_cast<std::uint16_t>(legs[i].seconds) : closed);
      if (words_ == 2) words.push_back(static_cast<std::uint16_t>(legs[i].metres));
    }
    return words;
  }
  [[nodiscard]] Row row(const constraints::Hop* wide, const std::vector<std::uint16_t>& narrow,
                        std::size_t place) const {
    return {wide + place * places_, narrow.empty() ? nullptr : narrow.data() + place * places_ * words_, words_};
  }

  std::size_t places_;
  const constraints::Hop* table_;
  const constraints::Hop* back_;
  std::size_t words_ = 0;  ///< of a narrow leg
  std::vector<std::uint16_t> narrow_;
  std::vector<std::uint16_t> narrow_back_;  // empty where all ways are as long back
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
