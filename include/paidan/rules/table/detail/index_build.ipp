// From the cells of a column to its slots and sets.
#pragma once

#include <paidan/rules/table/detail/index.ipp>

#include <algorithm>
#include <map>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

inline std::uint64_t hash_words(std::span<const std::uint64_t> words) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const std::uint64_t word : words) {
    hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

/// Digits after the point without zeros at the end.
inline int decimals_of(const Decimal& number) {
  int digits = -number.exponent();
  if (number.is_zero()) return 0;
  std::uint64_t low = number.coefficient_low();
  if (number.coefficient_high() != 0) return digits;
  while (digits > 0 && low % 10 == 0) {
    low /= 10;
    --digits;
  }
  return std::max(digits, 0);
}

using SlotRange = std::pair<std::uint32_t, std::uint32_t>;  // both ends inside

/// Where a rule begins or ends to fit.
struct Event {
  std::uint32_t slot;
  std::uint32_t bit;
  friend auto operator<=>(const Event&, const Event&) = default;
};

/// Sorted, without overlaps.
inline void unite(std::vector<SlotRange>& ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::size_t kept = 0;
  for (const SlotRange& range : ranges) {
    if (kept > 0 && range.first <= ranges[kept - 1].second + 1) {
      ranges[kept - 1].second = std::max(ranges[kept - 1].second, range.second);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

}  // namespace rules::rules_detail

namespace rules {

/// Collects bounds, then the slots where each cell fits, then the sets.
struct ColumnIndex::Builder {
  ColumnIndex& index;
  bool texts_ordered = false;
  std::vector<std::uint8_t> unsure_cells = {};

  /// A cell that slots say everything of.
  static bool indexable(const UnaryTests& cell) {
    if (!cell.is_simple()) return false;
    for (const SimpleTest& test : cell.tests()) {
      const RangeParts& range = test.range;
      if (test.form == SimpleTest::Form::equal) {
        if (!range.low.is_null() && !range.low.is_boolean() && !rules_detail::is_bound(range.low)) return false;
        continue;
      }
      if (range.low.is_null() && range.high.is_null()) return false;
      for (const Value* bound : {&range.low, &range.high}) {
        if (!bound->is_null() && !rules_detail::is_bound(*bound)) return false;
      }
      if (!range.low.is_null() && !range.high.is_null() && range.low.kind() != range.high.kind()) return false;
    }
    return true;
  }

  void collect(const UnaryTests& cell) {
    for (const SimpleTest& test : cell.tests()) {
      for (const Value* bound : {&test.range.low, &test.range.high}) {
        const auto place = rules_detail::place_of_kind(bound->kind());
        if (!place) continue;
        index.bounds_[*place].push_back(*bound);
        texts_ordered |= *place == 1 && test.form == SimpleTest::Form::interval;
      }
    }
  }

  void number_slots() {
    std::uint32_t next = 3;
    for (std::size_t place = 0; place < indexed_kinds; ++place) {
      std::vector<Value>& bounds = index.bounds_[place];
      std::sort(bounds.begin(), bounds.end(), [](const Value& a, const Value& b) { return total_order(a, b) < 0; });
      bounds.erase(std::unique(bounds.begin(), bounds.end(),
                               [](const Value& a, const Value& b) { return total_order(a, b) == 0; }),
                   bounds.end());
      index.first_[place] = next;
      next += static_cast<std::uint32_t>(2 * bounds.size() + 1);
    }
    index.slots_ = next + 2;  // everything else, then what no set says anything of
    make_keys();
  }

  void make_keys() {
    int scale = 0;
    for (const Value& bound : index.bounds_[0]) scale = std::max(scale, rules_detail::decimals_of(bound.number()));
    index.scaled_ = scale <= 18;
    index.scale_ = index.scaled_ ? scale : 0;
    std::vector<std::int64_t> keys;
    for (const Value& bound : index.bounds_[0]) {
      std::int64_t key = 0;
      index.scaled_ = index.scaled_ && index.number_key(bound.number(), key);
      keys.push_back(key);
    }
    if (index.scaled_) index.keys_[0] = KeyBounds(std::move(keys));
    for (std::size_t place = 2; place < indexed_kinds; ++place) {
      keys.clear();
      for (const Value& bound : index.bounds_[place]) keys.push_back(2 * bound.moment().seconds);
      index.keys_[place] = KeyBounds(std::move(keys));
    }
    std::vector<std::string> texts;
    for (const Value& bound : index.bounds_[1]) texts.emplace_back(bound.string());
    index.texts_ = TextBounds(std::move(texts), !texts_ordered);
  }

  /// The bound's own slot.
  [[nodiscard]] std::uint32_t slot_of_bound(const Value& bound) const { return index.slot_of(bound); }
  [[nodiscard]] std::uint32_t last_of(std::size_t place) const {
    return index.first_[place] + static_cast<std::uint32_t>(2 * index.bounds_[place].size());
  }

  /// Slots of one alternative; empty when the interval is.
  [[nodiscard]] std::optional<rules_detail::SlotRange> range_of(const SimpleTest& test) const {
    const RangeParts& range = test.range;
    if (test.form == SimpleTest::Form::equal) {
      const std::uint32_t slot = slot_of_bound(range.low);
      return rules_detail::SlotRange{slot, slot};
    }
    const std::size_t place = *rules_detail::place_of_kind(range.low.is_null() ? range.high.kind() : range.low.kind());
    const std::uint32_t from =
        range.low.is_null() ? index.first_[place] : slot_of_bound(range.low) + (range.low_closed ? 0U : 1U);
    const std::uint32_t to =
        range.high.is_null() ? last_of(place) : slot_of_bound(range.high) - (range.high_closed ? 0U : 1U);
    if (from > to) return std::nullopt;
    return rules_detail::SlotRange{from, to};
  }

  [[nodiscard]] std::vector<rules_detail::SlotRange> ranges_of(const UnaryTests& cell) const {
    std::vector<rules_detail::SlotRange> ranges;
    if (cell.is_any()) {
      ranges.emplace_back(0U, index.slots_ - 1);
      return ranges;
    }
    for (const SimpleTest& test : cell.tests()) {
      if (const auto range = range_of(test)) ranges.push_back(*range);
    }
    rules_detail::unite(ranges);
    return cell.negated() ? negated(cell, ranges) : ranges;
  }

  /// `not(…)` fits where every alternative is false, not merely unknown: a value of another kind than an alternative's
  /// fits only if that alternative is a comparison with null; null fits all but intervals and null itself.
  [[nodiscard]] std::vector<rules_detail::SlotRange> negated(const UnaryTests& cell,
                                                             const std::vector<rules_detail::SlotRange>& hit) const {
    bool null_fits = true;
    std::vector<Kind> kinds;  // of the alternatives that are not null
    for (const SimpleTest& test : cell.tests()) {
      const Value& bound = test.range.low.is_null() ? test.range.high : test.range.low;
      const bool of_null = test.form == SimpleTest::Form::equal && bound.is_null();
      null_fits = null_fits && test.form == SimpleTest::Form::equal && !of_null;
      if (!of_null) kinds.push_back(bound.kind());
    }
    std::vector<rules_detail::SlotRange> allowed;
    const auto fits_kind = [&](Kind kind) {
      return std::all_of(kinds.begin(), kinds.end(), [kind](Kind other) { return other == kind; });
    };
    if (null_fits) allowed.emplace_back(0U, 0U);
    if (fits_kind(Kind::boolean)) allowed.emplace_back(1U, 2U);
    for (std::size_t place = 0; place < indexed_kinds; ++place) {
      if (fits_kind(rules_detail::kinds_of_places[place])) allowed.emplace_back(index.first_[place], last_of(place));
    }
    if (kinds.empty()) allowed.emplace_back(index.slots_ - 2, index.slots_ - 2);
    std::vector<rules_detail::SlotRange> left;
    for (auto [from, to] : allowed) {
      for (const rules_detail::SlotRange& range : hit) {
        if (range.second < from || range.first > to) continue;
        if (range.first > from) left.emplace_back(from, range.first - 1);
        from = range.second + 1;
      }
      if (from <= to) left.emplace_back(from, to);
    }
    return left;
  }

  void make_sets(std::span<const UnaryTests* const> cells, std::size_t memory) {
    index.words_ = std::max<std::size_t>(1, (cells.size() + 63) / 64);
    index.constrained_.assign(index.words_, 0);
    const auto mark = [](std::vector<std::uint64_t>& bits, std::size_t bit) {
      bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    };
    using rules_detail::Event;
    std::vector<Event> begins;
    std::vector<Event> ends;
    for (std::size_t bit = 0; bit < cells.size(); ++bit) {
      std::vector<rules_detail::SlotRange> ranges;
      if (unsure_cells[bit] != 0) {
        ranges.emplace_back(0U, index.slots_ - 1);
        if (index.unsure_.empty()) index.unsure_.assign(index.words_, 0);
        mark(index.unsure_, bit);
      } else {
        ranges = ranges_of(*cells[bit]);
        if (!cells[bit]->is_any()) ranges.emplace_back(index.slots_ - 1, index.slots_ - 1);
      }
      if (!cells[bit]->is_any()) mark(index.constrained_, bit);
      for (const rules_detail::SlotRange& range : ranges) {
        begins.push_back({range.first, static_cast<std::uint32_t>(bit)});
        ends.push_back({range.second + 1, static_cast<std::uint32_t>(bit)});
      }
    }
    std::sort(begins.begin(), begins.end());
    std::sort(ends.begin(), ends.end());

    const std::size_t most = std::max<std::size_t>(8, memory / (8 * index.words_));
    const std::size_t together = index.slots_ <= most ? 1 : (index.slots_ + most - 1) / most;
    if (together > 1) index.unsure_ = index.constrained_;
    index.set_of_.resize(index.slots_);
    std::vector<std::uint64_t> now(index.words_, 0);
    std::vector<std::uint64_t> group(index.words_, 0);
    std::map<std::uint64_t, std::uint32_t> places;
    std::size_t begun = 0;
    std::size_t ended = 0;
    bool changed = true;
    for (std::uint32_t slot = 0; slot < index.slots_; ++slot) {
      for (; ended < ends.size() && ends[ended].slot == slot; ++ended, changed = true)
        now[ends[ended].bit / 64] &= ~(std::uint64_t{1} << (ends[ended].bit % 64));
      for (; begun < begins.size() && begins[begun].slot == slot; ++begun, changed = true) {
        mark(now, begins[begun].bit);
        if (together > 1) mark(group, begins[begun].bit);
      }
      if (together == 1) {
        index.set_of_[slot] = changed ? place(now, places) : index.set_of_[slot - 1];
      } else {  // a group holds what its first slot has and what begins in the others
        if (slot % together == 0) group = now;
        if ((slot + 1) % together == 0 || slot + 1 == index.slots_) {
          const std::uint32_t at = place(group, places);
          for (std::size_t s = slot - slot % together; s <= slot; ++s) index.set_of_[s] = at;
        }
      }
      changed = false;
    }
  }

  [[nodiscard]] std::uint32_t place(const std::vector<std::uint64_t>& set,
                                    std::map<std::uint64_t, std::uint32_t>& places) const {
    const auto at = static_cast<std::uint32_t>(index.sets_.size());
    const auto [found, fresh] = places.emplace(rules_detail::hash_words(set), at);
    if (!fresh && std::equal(set.begin(), set.end(), index.sets_.begin() + found->second)) return found->second;
    index.sets_.insert(index.sets_.end(), set.begin(), set.end());
    return at;
  }

  void make_refused(std::optional<Kind> type, const UnaryTests* allowed) {
    index.refused_.assign(index.slots_, 0);
    if (type) {
      std::fill(index.refused_.begin() + 1, index.refused_.end() - 1, std::uint8_t{1});
      const auto [from, to] = index.slots_of_kind(*type);
      for (std::uint32_t slot = from; slot <= to; ++slot) index.refused_[slot] = 0;
    }
    if (allowed != nullptr && !allowed->is_any() && index.knows_allowed_) {
      std::vector<std::uint8_t> inside(index.slots_, 0);
      for (const auto& [from, to] : ranges_of(*allowed)) {
        for (std::uint32_t slot = from; slot <= to; ++slot) inside[slot] = 1;
      }
      for (std::uint32_t slot = 1; slot + 1 < index.slots_; ++slot) {
        if (inside[slot] == 0) index.refused_[slot] = 1;
      }
    }
    index.refuses_nothing_ =
        std::all_of(index.refused_.begin(), index.refused_.end(), [](std::uint8_t one) { return one == 0; });
  }
};

PAIDAN_INLINE ColumnIndex::ColumnIndex(std::span<const UnaryTests* const> cells, std::optional<Kind> type,
                                       const UnaryTests* allowed, std::size_t memory) {
  Builder builder{*this};
  builder.unsure_cells.assign(cells.size(), 0);
  for (std::size_t bit = 0; bit < cells.size(); ++bit) {
    if (Builder::indexable(*cells[bit])) {
      builder.collect(*cells[bit]);
    } else {
      builder.unsure_cells[bit] = 1;
    }
  }
  knows_allowed_ = allowed == nullptr || Builder::indexable(*allowed);
  if (allowed != nullptr && knows_allowed_) builder.collect(*allowed);
  builder.number_slots();
  builder.make_sets(cells, memory);
  builder.make_refused(type, allowed);
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
