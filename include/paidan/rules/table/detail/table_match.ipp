// Which rules match: slots, then one AND per column.
#pragma once

#include <paidan/rules/table/detail/index.ipp>
#include <paidan/rules/table/detail/table_body.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

/// The columns' sets for one list of inputs, on the stack.
struct Sets {
  std::array<const std::uint64_t*, DecisionTable::max_inputs> set;
  std::array<std::uint32_t, DecisionTable::max_inputs> slot;
  bool exact = true;
};

/// False at the first input that is refused.
inline bool find_sets(const TableBody& body, std::span<const Value> inputs, std::span<const Value> scope,
                      Budget* budget, Sets& sets, std::uint32_t& refused) {
  sets.exact = body.exact;
  for (std::size_t i = 0; i < body.inputs.size(); ++i) {
    const CompiledInput& input = body.inputs[i];
    const std::uint32_t slot = input.index.slot_of(inputs[i]);
    sets.set[i] = input.index.set(slot);
    sets.slot[i] = slot;
    if (slot == input.index.unknown_slot()) [[unlikely]] {
      sets.exact = false;
      if ((input.type && inputs[i].kind() != *input.type) ||
          (!input.allowed.is_any() && !input.look_at_allowed && !input.allowed.matches(inputs[i], scope))) {
        refused = static_cast<std::uint32_t>(i);
        return false;
      }
    }
    if (body.takes_anything) continue;
    bool fits = !input.index.refused(slot);
    if (fits && input.look_at_allowed && !inputs[i].is_null()) {
      Budget own;
      fits = input.allowed.matches(inputs[i], scope, budget == nullptr ? own : *budget);
    }
    if (!fits) {
      refused = static_cast<std::uint32_t>(i);
      return false;
    }
  }
  return true;
}

inline constexpr std::size_t block_words = 16;

/// The bits of words [from, from + count) that all columns agree on; cells no set says all of are looked at.
inline void hits_of_block(const TableBody& body, const Sets& sets, std::size_t from, std::size_t count,
                          std::span<const Value> inputs, std::span<const Value> scope, Budget* budget,
                          std::uint64_t* hits) {
  const std::size_t rules = body.data.rules.size();
  if (count == block_words) {  // a fixed length lets the compiler use wide registers
    for (std::size_t w = 0; w < block_words; ++w) hits[w] = ~std::uint64_t{0};
    for (std::size_t i = 0; i < body.inputs.size(); ++i) {
      const std::uint64_t* const set = sets.set[i] + from;
      for (std::size_t w = 0; w < block_words; ++w) hits[w] &= set[w];
    }
  } else {
    for (std::size_t w = 0; w < count; ++w) hits[w] = ~std::uint64_t{0};
    for (std::size_t i = 0; i < body.inputs.size(); ++i) {
      const std::uint64_t* const set = sets.set[i] + from;
      for (std::size_t w = 0; w < count; ++w) hits[w] &= set[w];
    }
  }
  const std::size_t end = (from + count) * 64;
  if (end > rules) {  // bits without a rule; sets have none, but a table without inputs starts with all
    const std::size_t last = (rules - std::min(rules, from * 64)) / 64;
    for (std::size_t w = last; w < count; ++w) {
      const std::size_t first_bit = (from + w) * 64;
      const std::size_t valid = rules > first_bit ? std::min<std::size_t>(64, rules - first_bit) : 0;
      hits[w] &= valid == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << valid) - 1;
    }
  }
  if (sets.exact || std::all_of(hits, hits + count, [](std::uint64_t word) { return word == 0; })) return;
  Budget own;
  Budget& spent = budget == nullptr ? own : *budget;
  for (std::size_t i = 0; i < body.inputs.size(); ++i) {
    const std::uint64_t* const unsure = body.inputs[i].index.unsure(sets.slot[i]);
    if (unsure == nullptr) continue;
    for (std::size_t w = 0; w < count; ++w) {
      for (std::uint64_t left = hits[w] & unsure[from + w]; left != 0; left &= left - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(left));
        const std::uint32_t rule = body.rule_at((from + w) * 64 + bit);
        if (!body.cell(rule, i).matches(inputs[i], scope, spent)) hits[w] &= ~(std::uint64_t{1} << bit);
      }
    }
  }
}

/// Calls `take(rule)` for each matching rule in the order of bits until it returns false.
template <class Take>
void each_hit(const TableBody& body, const Sets& sets, std::span<const Value> inputs, std::span<const Value> scope,
              Budget* budget, Take&& take) {
  std::array<std::uint64_t, block_words> hits;
  for (std::size_t from = 0; from < body.words; from += block_words) {
    const std::size_t count = std::min(block_words, body.words - from);
    hits_of_block(body, sets, from, count, inputs, scope, budget, hits.data());
    for (std::size_t w = 0; w < count; ++w) {
      for (std::uint64_t left = hits[w]; left != 0; left &= left - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(left));
        if (!take(body.rule_at((from + w) * 64 + bit))) return;
      }
    }
  }
}

/// Tables of up to 64 rules whose sets say all: registers only. False: take the long way.
inline bool match_small(const TableBody& body, std::span<const Value> inputs, std::uint64_t& hits, Match& match) {
  hits = body.data.rules.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << body.data.rules.size()) - 1;
  for (std::size_t i = 0; i < body.inputs.size(); ++i) {
    const ColumnIndex& index = body.inputs[i].index;
    const std::uint32_t slot = index.slot_of(inputs[i]);
    if (slot == index.unknown_slot()) [[unlikely]]
      return false;
    hits &= *index.set(slot);
    if (!body.takes_anything && (index.refused(slot) || body.inputs[i].look_at_allowed)) {
      if (!index.refused(slot)) return false;
      match.status = Status::refused;
      match.input = static_cast<std::uint32_t>(i);
      return true;
    }
  }
  return true;
}

/// Collects the rules that matter to a Match.
struct MatchTaker {
  const TableBody& body;
  Match& match;
  bool operator()(std::uint32_t rule) const {
    if (match.rule == no_rule) {
      match.rule = rule;
      match.status = Status::decided;
      return body.data.hit == HitPolicy::unique || body.data.hit == HitPolicy::any;
    }
    if (body.data.hit == HitPolicy::any && body.constant[rule] != 0 && body.constant[match.rule] != 0 &&
        body.same[rule] == body.same[match.rule]) {
      return true;
    }
    match.other = rule;
    match.status = Status::conflict;
    return false;
  }
};

inline void finish(const TableBody& body, Match& match) {
  if (match.status == Status::decided) {
    if (single(body.data.hit) && body.constant[match.rule] != 0) match.value = &body.results[match.rule];
  } else if (match.status == Status::undecided && !body.otherwise.empty()) {
    match.status = Status::by_default;
    if (body.default_result) match.value = &*body.default_result;
  }
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE Match DecisionTable::match(std::span<const Value> inputs, std::span<const Value> scope) const {
  const rules_detail::TableBody& body = *body_;
  Match match;
  rules_detail::MatchTaker take{body, match};
  if (body.exact && body.words == 1) {
    std::uint64_t hits = 0;
    if (rules_detail::match_small(body, inputs, hits, match)) {
      if (match.status != Status::refused) {
        while (hits != 0 && take(body.rule_at(static_cast<std::size_t>(std::countr_zero(hits))))) hits &= hits - 1;
      }
      rules_detail::finish(body, match);
      return match;
    }
  }
  rules_detail::Sets sets;
  if (!rules_detail::find_sets(body, inputs, scope, nullptr, sets, match.input)) {
    match.status = Status::refused;
    return match;
  }
  rules_detail::each_hit(body, sets, inputs, scope, nullptr, take);
  rules_detail::finish(body, match);
  return match;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
