#pragma once

#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/table/detail/index_columns.ipp>
#include <paidan/rules/table/detail/table_body.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

using Bits = std::vector<std::uint64_t>;

inline bool has_bit(const Bits& bits, std::size_t bit) { return (bits[bit / 64] >> (bit % 64) & 1U) != 0; }
inline void set_bit(Bits& bits, std::size_t bit) { bits[bit / 64] |= std::uint64_t{1} << (bit % 64); }
inline bool no_bits(const Bits& bits) {
  return std::all_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word == 0; });
}
inline bool meet(const Bits& a, const Bits& b) {
  for (std::size_t w = 0; w < a.size(); ++w) {
    if ((a[w] & b[w]) != 0) return true;
  }
  return false;
}
inline Bits both(const Bits& a, const Bits& b) {
  Bits made(a.size());
  for (std::size_t w = 0; w < a.size(); ++w) made[w] = a[w] & b[w];
  return made;
}

/// Values of a column on which the same rules are possible.
struct Stretch {
  Value sample;
  Bits rules;               // by bit, only rules whose cells the index knows
  std::vector<Value> more;  // one each of its other parts: other rules lie between, or each is a text of its own
};

/// A table's inputs, column by column, cut into stretches.
class LintColumns {
 public:
  explicit LintColumns(const TableBody& body) : body_(body) {
    find_sure_rules();
    for (std::size_t i = 0; i < body_.inputs.size(); ++i) columns_.push_back(stretches_of(i));
  }

  [[nodiscard]] std::size_t size() const { return columns_.size(); }
  [[nodiscard]] const std::vector<Stretch>& operator[](std::size_t i) const { return columns_[i]; }
  /// By bit: rules whose cells the index knows.
  [[nodiscard]] const Bits& sure() const { return sure_; }
  /// Whether the stretches leave out cells or allowed values that are not comparisons with constants.
  [[nodiscard]] bool leave_out_cells() const { return leave_out_cells_; }

  [[nodiscard]] bool have_points() const {
    return std::all_of(columns_.begin(), columns_.end(), [](const auto& one) { return !one.empty(); });
  }
  /// The values chosen for the first columns, and any for those behind.
  [[nodiscard]] std::vector<Value> point(const std::vector<const Value*>& chosen) const {
    std::vector<Value> values;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      values.push_back(i < chosen.size() ? *chosen[i] : columns_[i][0].sample);
    return values;
  }
  /// A point where all these rules match.
  [[nodiscard]] std::optional<std::vector<Value>> common_point(std::initializer_list<std::size_t> bits) const {
    std::vector<Value> values;
    for (const std::vector<Stretch>& one : columns_) {
      const auto found = std::find_if(one.begin(), one.end(), [&](const Stretch& stretch) {
        return std::all_of(bits.begin(), bits.end(), [&](std::size_t bit) { return has_bit(stretch.rules, bit); });
      });
      if (found == one.end()) return std::nullopt;
      values.push_back(found->sample);
    }
    return values;
  }

 private:
  void find_sure_rules() {
    sure_.assign(body_.words, 0);
    for (std::size_t bit = 0; bit < body_.data.rules.size(); ++bit) set_bit(sure_, bit);
    for (const CompiledInput& input : body_.inputs) {
      leave_out_cells_ = leave_out_cells_ || input.look_at_allowed;
      const std::uint64_t* const unsure = input.index.unsure(0);
      for (std::size_t w = 0; unsure != nullptr && w < body_.words; ++w) sure_[w] &= ~unsure[w];
    }
    for (std::size_t bit = 0; bit < body_.data.rules.size(); ++bit)
      leave_out_cells_ = leave_out_cells_ || !has_bit(sure_, bit);
  }

  /// Kinds of value that a column's cells and allowed values name, null among them.
  [[nodiscard]] std::vector<Kind> kinds_of(std::size_t i) const {
    std::array<bool, kind_count> seen{};
    const auto look = [&](const UnaryTests& cell) {
      for (const SimpleTest& test : cell.tests()) {
        const bool equal = test.form == SimpleTest::Form::equal;
        if (equal || !test.range.low.is_null()) seen[static_cast<std::size_t>(test.range.low.kind())] = true;
        if (!equal && !test.range.high.is_null()) seen[static_cast<std::size_t>(test.range.high.kind())] = true;
      }
    };
    look(body_.inputs[i].allowed);
    for (std::uint32_t rule = 0; rule < body_.data.rules.size(); ++rule) look(body_.cell(rule, i));
    std::vector<Kind> kinds;
    if (seen[0]) kinds.push_back(Kind::null);
    if (body_.inputs[i].type) {
      kinds.push_back(*body_.inputs[i].type);
      return kinds;
    }
    for (std::size_t kind = 1; kind < kind_count; ++kind) {
      if (seen[kind]) kinds.push_back(static_cast<Kind>(kind));
    }
    return kinds;
  }

  [[nodiscard]] std::vector<Stretch> stretches_of(std::size_t i) const {
    const ColumnIndex& index = body_.inputs[i].index;
    std::vector<Stretch> made;
    std::map<std::uint32_t, std::size_t> places;
    const auto take = [&](std::uint32_t slot, Value sample) {
      const auto [place, fresh] = places.emplace(index.set_place(slot), made.size());
      if (!fresh) return made[place->second].more.push_back(std::move(sample));
      const std::uint64_t* const set = index.set(slot);
      made.push_back({std::move(sample), both(Bits(set, set + body_.words), sure_), {}});
    };
    for (const Kind kind : kinds_of(i)) {
      const auto [from, to] = index.slots_of_kind(kind);
      constexpr std::uint32_t nothing = ~std::uint32_t{0};
      std::uint32_t before = nothing;   // the set that the part before has
      std::set<std::uint32_t> unnamed;  // sets of texts that no cell names
      for (std::uint32_t slot = from; slot <= to; ++slot) {
        const std::uint32_t place = index.set_place(slot);
        const bool named = (slot - from) % 2 == 1;
        // A text or a truth value is a part, whatever stands beside it.
        const bool whole = kind == Kind::boolean || (kind == Kind::string && named);
        if (index.refused(slot)) {
          before = nothing;
          continue;
        }
        if (!whole && before == place) continue;
        if (kind == Kind::string && !named && unnamed.contains(place)) continue;
        std::optional<Value> sample = sample_of(i, kind, slot);
        if (!sample) continue;
        take(slot, std::move(*sample));
        before = whole ? nothing : place;
        if (kind == Kind::string && !named) unnamed.insert(place);
      }
    }
    // No cell and no type says what the values are: any will do.
    if (made.empty() && !body_.inputs[i].type && !index.refused(0)) take(0, Value{});
    return made;
  }

  [[nodiscard]] std::optional<Value> sample_of(std::size_t i, Kind kind, std::uint32_t slot) const {
    const CompiledInput& input = body_.inputs[i];
    std::optional<Value> sample;
    if (kind == Kind::context) {
      sample = Value::context({});
    } else {
      sample = input.index.sample(slot);
    }
    if (sample && input.look_at_allowed && !input.allowed.matches(*sample, {})) return std::nullopt;
    return sample;
  }

  const TableBody& body_;
  Bits sure_;
  std::vector<std::vector<Stretch>> columns_;
  bool leave_out_cells_ = false;
};

}  // namespace rules::rules_detail
}  // namespace paidan::inline PAIDAN_ABI
