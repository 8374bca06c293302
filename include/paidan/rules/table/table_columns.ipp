#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/rules/table/detail/index_columns.ipp>
#include <paidan/rules/table/detail/table_decide.ipp>
#include <paidan/rules/table/table_columns.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

inline constexpr std::int64_t no_day = std::numeric_limits<std::int64_t>::min();

inline std::size_t length_of(const FactColumn& column) {
  return std::max({column.integers.size(), column.doubles.size(), column.booleans.size(), column.days.size(),
                   column.codes.size(), column.values.size()});
}

class ColumnMatcher {
 public:
  static constexpr std::size_t chunk = 16'384;

  ColumnMatcher(const DecisionTable& table, std::span<const FactColumn> columns, std::size_t rows)
      : body_(table.body()), rows_(rows) {
    Errors wrong;
    const bool ranked = body_.data.hit == HitPolicy::any || ordered(body_.data.hit);
    if (ranked && !body_.all_constant)
      wrong.add(errors::needs_constants, body_.data.name, {{"policy", std::string(letter(body_.data.hit))}});
    for (const std::string& name : body_.names.list()) facts_.push_back(column_of(columns, name, wrong));
    wrong.throw_if_any();
    for (const CompiledInput& input : body_.inputs) {
      sources_.push_back(input.variable ? facts_[*input.variable] : nullptr);
      dictionary_slots_.emplace_back();
      if (sources_.back() == nullptr) continue;
      for (const Value& entry : sources_.back()->dictionary)
        dictionary_slots_.back().push_back(input.index.slot_of(entry));
    }
  }

  [[nodiscard]] ColumnMatches run() {
    made_.rule.assign(rows_, ColumnMatches::none);
    if (!single(body_.data.hit)) made_.first.assign(rows_ + 1, 0);
    slots_.resize(body_.inputs.size() * chunk);
    for (std::size_t from = 0; from < rows_; from += chunk) {
      const std::size_t count = std::min(chunk, rows_ - from);
      for (std::size_t i = 0; i < body_.inputs.size(); ++i) fill_slots(i, from, count);
      if (body_.words == 1 && body_.exact && single(body_.data.hit) && !has_unknown_) {
        small_rows(from, count);
      } else {
        for (std::size_t r = 0; r < count; ++r) one_row(from, r);
      }
    }
    return std::move(made_);
  }

 private:
  [[nodiscard]] const FactColumn* column_of(std::span<const FactColumn> columns, const std::string& name,
                                            Errors& wrong) const {
    std::vector<std::string_view> known;
    for (const FactColumn& column : columns) {
      known.push_back(column.name);
      if (column.name != name) continue;
      if (length_of(column) != rows_) {
        wrong.add(errors::column_length, name,
                  {{"name", name}, {"found", std::to_string(length_of(column))}, {"expected", std::to_string(rows_)}});
      }
      for (std::size_t r = 0; r < column.doubles.size(); ++r) {
        const double number = column.doubles[r];
        if (number - number == 0 || number != number) continue;
        wrong.add(paidan::errors::not_finite, name + "[" + std::to_string(r) + "]",
                  {{"field", name}, {"value", number > 0 ? "inf" : "-inf"}});
      }
      return &column;
    }
    wrong.add(errors::missing_fact, name, with_hint({{"name", name}}, name, known));
    return nullptr;
  }

  void fill_slots(std::size_t i, std::size_t from, std::size_t count) {
    const ColumnIndex& index = body_.inputs[i].index;
    std::uint32_t* const slots = slots_.data() + i * chunk;
    const FactColumn* const source = sources_[i];
    if (source == nullptr) {
      for (std::size_t r = 0; r < count; ++r) slots[r] = index.slot_of(computed(i, from + r));
    } else if (source->integers.data() != nullptr) {
      index.slots_of(source->integers.subspan(from, count), slots);
    } else if (source->doubles.data() != nullptr) {
      index.slots_of(source->doubles.subspan(from, count), slots);
    } else if (source->booleans.data() != nullptr) {
      for (std::size_t r = 0; r < count; ++r) {
        const std::uint8_t value = source->booleans[from + r];
        slots[r] = value > 1 ? 0U : value + 1U;
      }
    } else if (source->days.data() != nullptr) {
      for (std::size_t r = 0; r < count; ++r) slots[r] = day_slot(index, source->days[from + r]);
    } else if (source->codes.data() != nullptr) {
      const std::vector<std::uint32_t>& known = dictionary_slots_[i];
      for (std::size_t r = 0; r < count; ++r) {
        const std::int32_t code = source->codes[from + r];
        slots[r] = code < 0 ? 0 : known[static_cast<std::size_t>(code)];
      }
    } else {
      for (std::size_t r = 0; r < count; ++r) slots[r] = index.slot_of(source->values[from + r]);
    }
    for (std::size_t r = 0; r < count && !has_unknown_; ++r) has_unknown_ = slots[r] == index.unknown_slot();
  }

  [[nodiscard]] static std::uint32_t day_slot(const ColumnIndex& index, std::int64_t day) {
    if (day == no_day) return 0;
    constexpr std::int64_t most = std::int64_t{1} << 40;
    return index.slot_of_day(std::clamp(day, -most, most));
  }

  [[nodiscard]] Value fact(std::size_t slot, std::size_t row) const { return value_at(*facts_[slot], row); }
  [[nodiscard]] std::vector<Value> scope(std::size_t row) const {
    std::vector<Value> made;
    for (std::size_t slot = 0; slot < facts_.size(); ++slot) made.push_back(fact(slot, row));
    return made;
  }
  [[nodiscard]] Value computed(std::size_t i, std::size_t row) const {
    return body_.inputs[i].expression.evaluate(scope(row));
  }

  void small_rows(std::size_t from, std::size_t count) {
    const std::size_t rules = body_.data.rules.size();
    hits_.assign(count, rules == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << rules) - 1);
    for (std::size_t i = 0; i < body_.inputs.size(); ++i) {
      const ColumnIndex& index = body_.inputs[i].index;
      const std::uint32_t* const slots = slots_.data() + i * chunk;
      for (std::size_t r = 0; r < count; ++r) hits_[r] &= *index.set(slots[r]);
    }
    for (std::size_t r = 0; r < count; ++r) {
      if (!body_.takes_anything && refused(from, r)) {
        made_.rule[from + r] = ColumnMatches::refused;
        continue;
      }
      Match match;
      const MatchTaker take{body_, match};
      for (std::uint64_t left = hits_[r]; left != 0; left &= left - 1) {
        if (!take(body_.rule_at(static_cast<std::size_t>(std::countr_zero(left))))) break;
      }
      put(from + r, match);
    }
  }

  [[nodiscard]] bool refused(std::size_t from, std::size_t r) const {
    for (std::size_t i = 0; i < body_.inputs.size(); ++i) {
      const CompiledInput& input = body_.inputs[i];
      if (input.index.refused(slots_[i * chunk + r])) return true;
      if (!input.look_at_allowed) continue;
      const Value value = sources_[i] == nullptr ? computed(i, from + r) : value_at(*sources_[i], from + r);
      if (!value.is_null() && !input.allowed.matches(value, scope(from + r))) return true;
    }
    return false;
  }

  void put(std::size_t row, const Match& match) {
    made_.rule[row] = match.status == Status::conflict  ? ColumnMatches::conflict
                      : match.status == Status::decided ? static_cast<std::int32_t>(match.rule)
                                                        : ColumnMatches::none;
  }

  void one_row(std::size_t from, std::size_t r) {
    Sets sets;
    sets.exact = body_.exact;
    std::vector<Value> inputs;
    std::vector<Value> facts;
    bool stop = false;
    for (std::size_t i = 0; i < body_.inputs.size(); ++i) {
      sets.slot[i] = slots_[i * chunk + r];
      sets.set[i] = body_.inputs[i].index.set(sets.slot[i]);
      if (sets.slot[i] == body_.inputs[i].index.unknown_slot()) sets.exact = false;
    }
    if (!sets.exact) {  // some cells must be looked at
      facts = scope(from + r);
      Budget budget;
      for (std::size_t i = 0; i < body_.inputs.size(); ++i) {
        inputs.push_back(sources_[i] == nullptr ? body_.inputs[i].expression.evaluate(facts, budget)
                                                : value_at(*sources_[i], from + r));
      }
      std::uint32_t which = 0;
      stop = !find_sets(body_, inputs, facts, nullptr, sets, which);
    } else if (!body_.takes_anything) {
      stop = refused(from, r);
    }
    if (stop) {
      made_.rule[from + r] = ColumnMatches::refused;
    } else {
      Match match;
      const MatchTaker take{body_, match};
      const bool one = single(body_.data.hit);
      each_hit(body_, sets, inputs, facts, nullptr, [&](std::uint32_t rule) {
        if (one) return take(rule);
        if (match.rule == no_rule) take(rule);
        made_.all.push_back(rule);
        return true;
      });
      put(from + r, match);
    }
    if (!made_.first.empty()) made_.first[from + r + 1] = made_.all.size();
  }

  const TableBody& body_;
  std::size_t rows_;
  std::vector<const FactColumn*> facts_;    // by slot of the scope
  std::vector<const FactColumn*> sources_;  // by input; nullptr: an expression is computed
  std::vector<std::vector<std::uint32_t>> dictionary_slots_;
  std::vector<std::uint32_t> slots_;  // input × chunk
  std::vector<std::uint64_t> hits_;
  ColumnMatches made_;
  bool has_unknown_ = false;
};

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE ColumnMatches match_columns(const DecisionTable& table, std::span<const FactColumn> columns,
                                          std::size_t rows) {
  return rules_detail::ColumnMatcher(table, columns, rows).run();
}

PAIDAN_INLINE std::optional<Value> shortest_decimal(double number) {
  if (number != number) return Value{};
  if (number - number != 0) return std::nullopt;
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const auto read = Decimal::parse({digits.data(), static_cast<std::size_t>(end - digits.data())});
  return read ? std::optional<Value>(*read) : std::nullopt;
}

PAIDAN_INLINE Value value_at(const FactColumn& column, std::size_t row) {
  if (column.integers.data() != nullptr) return column.integers[row];
  if (column.doubles.data() != nullptr) return shortest_decimal(column.doubles[row]).value_or(Value{});
  if (column.booleans.data() != nullptr) return column.booleans[row] > 1 ? Value{} : Value(column.booleans[row] == 1);
  if (column.days.data() != nullptr) {
    const std::int64_t day = column.days[row];
    constexpr std::int64_t most = std::int64_t{1} << 40;
    return day == rules_detail::no_day ? Value{}
                                       : Value(Kind::date, {.seconds = std::clamp(day, -most, most) * 86'400});
  }
  if (column.codes.data() != nullptr)
    return column.codes[row] < 0 ? Value{} : column.dictionary[static_cast<std::size_t>(column.codes[row])];
  return column.values[row];
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
