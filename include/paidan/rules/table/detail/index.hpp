// What makes a decision table quick: for one input column, the rules that are still possible for each stretch of
// values.
//
// The bounds of all cells of a column cut its values into slots: null, false, true, then for each ordered kind the
// points that cells name and the open stretches between them. Each slot has the set of rules whose cell fits there, as
// bits; a value costs one search among the bounds, a table one AND per column.
#pragma once

#include <paidan/rules/language/expression.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// Which slot a whole number of units falls into, counted from the first of its kind: 2i + 1 is the bound i itself, 2i
/// the stretch before it.
class KeyBounds {
 public:
  KeyBounds() = default;
  /// Rising, without repeats.
  PAIDAN_EXPORT explicit KeyBounds(std::vector<std::int64_t> keys);
  [[nodiscard]] std::uint32_t locate(std::int64_t key) const {
    if (!direct_.empty()) {
      if (key < keys_.front()) return 0;
      if (key > keys_.back()) return static_cast<std::uint32_t>(2 * keys_.size());
      return direct_[static_cast<std::size_t>(key - keys_.front())];
    }
    const std::int64_t* low = keys_.data();
    std::size_t count = keys_.size();
    while (count > 0) {  // the first bound not below the key, without a branch on the data
      const std::size_t half = count / 2;
      low += low[half] < key ? count - half : 0;
      count = half;
    }
    const auto at = static_cast<std::size_t>(low - keys_.data());
    return static_cast<std::uint32_t>(2 * at + (at < keys_.size() && *low == key ? 1U : 0U));
  }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  std::vector<std::int64_t> keys_;
  std::vector<std::uint16_t> direct_;  // slot of every key between the first and the last, when they are few
};

/// Which of a column's texts a text is.
class TextBounds {
 public:
  TextBounds() = default;
  /// Rising, without repeats. `hashed`: only whether a text is one of them matters, not what it stands between.
  PAIDAN_EXPORT TextBounds(std::vector<std::string> texts, bool hashed);
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t locate(std::string_view text) const;

 private:
  std::vector<std::string> texts_;
  std::vector<std::uint32_t> table_;  // open addressing, place + 1; empty unless hashed
};

/// The index of one input column. Immutable.
class ColumnIndex {
 public:
  static constexpr std::size_t indexed_kinds = 7;  ///< number … months_duration

  /// `cells[b]` belongs to the rule of bit b. `type`: other kinds are refused, null excepted. `allowed`: other values
  /// are refused, null excepted. Sets beyond `memory` bytes are merged and the cells looked at one by one.
  PAIDAN_EXPORT ColumnIndex(std::span<const UnaryTests* const> cells, std::optional<Kind> type,
                            const UnaryTests* allowed, std::size_t memory);

  [[nodiscard]] std::uint32_t slot_of(const Value& value) const {
    switch (value.kind()) {
      case Kind::null:
        return 0;
      case Kind::boolean:
        return value.boolean() ? 2 : 1;
      case Kind::number: {
        std::int64_t key = 0;
        if (scaled_ && number_key(value.number(), key)) return first_[0] + keys_[0].locate(key);
        return first_[0] + locate_number(value.number());
      }
      case Kind::string:
        return first_[1] + texts_.locate(value.string());
      default:
        return slot_of_moment(value);
    }
  }
  /// Bits of the rules possible in that slot.
  [[nodiscard]] const std::uint64_t* set(std::uint32_t slot) const { return sets_.data() + set_of_[slot]; }
  /// Rules of the set whose cell must still be looked at; null: none, the set is exact.
  [[nodiscard]] const std::uint64_t* unsure(std::uint32_t slot) const {
    if (slot == unknown_slot()) return constrained_.data();
    return unsure_.empty() ? nullptr : unsure_.data();
  }
  [[nodiscard]] bool exact() const { return unsure_.empty(); }
  /// Outside the type or the allowed values. `allowed` that cannot be indexed is looked at by the table.
  [[nodiscard]] bool refused(std::uint32_t slot) const { return refused_[slot] != 0; }
  [[nodiscard]] bool refuses_nothing() const { return refuses_nothing_; }
  /// Whether `refused` says all about the allowed values.
  [[nodiscard]] bool knows_allowed() const { return knows_allowed_; }
  /// A kind or form of value that no set says anything of.
  [[nodiscard]] std::uint32_t unknown_slot() const { return slots_ - 1; }
  [[nodiscard]] std::uint32_t slots() const { return slots_; }
  [[nodiscard]] std::size_t words() const { return words_; }

  // Whole columns of facts.
  /// Slots of whole numbers.
  PAIDAN_EXPORT void slots_of(std::span<const std::int64_t> values, std::uint32_t* slots) const;
  /// Slots of numbers given as their shortest decimals (0.1 is one tenth); NaN is null.
  PAIDAN_EXPORT void slots_of(std::span<const double> values, std::uint32_t* slots) const;
  /// Slot of a day.
  [[nodiscard]] std::uint32_t slot_of_day(std::int64_t days) const {
    return first_[2] + keys_[2].locate(days * 2 * 86'400);
  }

  // For lint.
  /// First and last slot of a kind; of lists, contexts, ranges and functions together.
  [[nodiscard]] PAIDAN_EXPORT std::pair<std::uint32_t, std::uint32_t> slots_of_kind(Kind kind) const;
  /// Where the slot's set begins: equal for equal sets.
  [[nodiscard]] std::uint32_t set_place(std::uint32_t slot) const { return set_of_[slot]; }
  /// Something that falls into the slot, as plain as there is; absent when nothing can (no day between two days).
  [[nodiscard]] PAIDAN_EXPORT std::optional<Value> sample(std::uint32_t slot) const;

 private:
  struct Builder;
  friend struct Builder;

  /// Twice the number in units of 10^-scale, rounded down, plus one if that was not exact. False when beyond int64.
  [[nodiscard]] bool number_key(const Decimal& number, std::int64_t& key) const {
    if (number.coefficient_high() != 0 || number.coefficient_low() > (std::uint64_t{1} << 61U)) return false;
    auto whole = static_cast<std::int64_t>(number.coefficient_low());
    const int shift = number.exponent() + scale_;
    bool rest = false;
    if (shift > 0) {
      if (shift > 18 || __builtin_mul_overflow(whole, powers_of_ten[static_cast<std::size_t>(shift)], &whole))
        return whole == 0 ? (key = 0, true) : false;
    } else if (shift < 0) {
      if (shift < -18) return false;
      const std::int64_t divisor = powers_of_ten[static_cast<std::size_t>(-shift)];
      const std::int64_t quotient = whole / divisor;
      rest = quotient * divisor != whole;
      whole = quotient;
    }
    if (whole > (std::int64_t{1} << 61)) return false;
    key = 2 * whole + (rest ? 1 : 0);
    if (number.negative()) key = -key;
    return true;
  }
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t locate_number(const Decimal& number) const;
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t slot_of_moment(const Value& value) const;

  static constexpr std::array<std::int64_t, 19> powers_of_ten{1,
                                                              10,
                                                              100,
                                                              1'000,
                                                              10'000,
                                                              100'000,
                                                              1'000'000,
                                                              10'000'000,
                                                              100'000'000,
                                                              1'000'000'000,
                                                              10'000'000'000,
                                                              100'000'000'000,
                                                              1'000'000'000'000,
                                                              10'000'000'000'000,
                                                              100'000'000'000'000,
                                                              1'000'000'000'000'000,
                                                              10'000'000'000'000'000,
                                                              100'000'000'000'000'000,
                                                              1'000'000'000'000'000'000};

  std::size_t words_ = 0;
  std::uint32_t slots_ = 0;
  int scale_ = 0;
  bool scaled_ = false;  // all numbers of the column fit int64 in units of 10^-scale
  bool refuses_nothing_ = true;
  bool knows_allowed_ = true;
  std::array<std::uint32_t, indexed_kinds> first_{};      // slot of each kind's first stretch
  std::array<KeyBounds, indexed_kinds> keys_;             // [0] numbers when scaled, [2…6] moments
  std::array<std::vector<Value>, indexed_kinds> bounds_;  // rising
  TextBounds texts_;
  std::vector<std::uint32_t> set_of_;       // slot → place in sets_
  std::vector<std::uint64_t> sets_;         // each words_ long, no two the same
  std::vector<std::uint64_t> unsure_;       // empty when all sets are exact
  std::vector<std::uint64_t> constrained_;  // rules whose cell is not `-`
  std::vector<std::uint8_t> refused_;
};

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/table/detail/index.ipp>
#endif
