#pragma once

#include <paidan/rules/lint/detail/lint_columns.ipp>
#include <paidan/rules/lint/detail/lint_text.ipp>
#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/table/detail/table_decide.ipp>

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>
#include <set>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

class Linter {
 public:
  Linter(const DecisionTable& table, const LintOptions& options)
      : body_(table.body()), options_(options), left_(options.work), columns_(body_) {
    if (columns_.leave_out_cells()) limit(LintLimit::cells);
  }

  [[nodiscard]] LintReport run() {
    const HitPolicy hit = body_.data.hit;
    lost_.assign(body_.data.rules.size(), 0);
    if (single(hit) && body_.otherwise.empty()) find_gaps();
    if (hit == HitPolicy::unique || hit == HitPolicy::any) find_overlaps();
    find_never_matching();
    if (hit == HitPolicy::first || (hit == HitPolicy::priority && body_.all_constant)) find_shadowed();
    find_outputs();
    std::stable_sort(report_.findings.begin(), report_.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
    std::sort(report_.limits.begin(), report_.limits.end());
    return std::move(report_);
  }

 private:
  void limit(LintLimit which) {
    if (std::find(report_.limits.begin(), report_.limits.end(), which) == report_.limits.end())
      report_.limits.push_back(which);
  }
  /// False when the work limit is reached.
  [[nodiscard]] bool spend(std::uint64_t steps) {
    if (left_ >= steps) {
      left_ -= steps;
      return true;
    }
    left_ = 0;
    limit(LintLimit::work);
    return false;
  }
  /// False when there are enough findings of that kind.
  bool add(Finding finding) {
    std::uint32_t& count = counts_[static_cast<std::size_t>(finding.kind)];
    if (count >= options_.findings) {
      limit(LintLimit::findings);
      return false;
    }
    ++count;
    report_.findings.push_back(std::move(finding));
    return true;
  }

  /// A search for points that none of the rules covers.
  struct Search {
    const std::vector<std::vector<std::size_t>>* only = nullptr;  // stretches per column to look at; all when null
    std::vector<Bits> whole;                                      // per column: rules possible on all of these
    std::vector<std::set<Bits>> covered;  // per column: sets of rules that leave nothing of it and those behind open
    std::vector<const Value*> chosen;
    std::size_t found = 0;
    std::size_t most = 1;  // regions
    bool ended = false;    // by the number of regions, or the work limit
  };

  [[nodiscard]] std::size_t stretch_count(const Search& search, std::size_t i) const {
    return search.only == nullptr ? columns_[i].size() : (*search.only)[i].size();
  }
  [[nodiscard]] std::size_t stretch_at(const Search& search, std::size_t i, std::size_t k) const {
    return search.only == nullptr ? k : (*search.only)[i][k];
  }

  void prepare(Search& search) const {
    search.covered.resize(columns_.size() + 1);
    search.whole.assign(columns_.size() + 1, Bits(body_.words, ~std::uint64_t{0}));
    for (std::size_t i = columns_.size(); i-- > 0;) {
      search.whole[i] = search.whole[i + 1];
      for (std::size_t k = 0; k < stretch_count(search, i); ++k)
        search.whole[i] = both(search.whole[i], columns_[i][stretch_at(search, i, k)].rules);
    }
  }

  /// Whether the column leaves the same rules everywhere: then it belongs to a region as a whole.
  bool makes_no_difference(Search& search, std::size_t i, const Bits& alive) {
    if (stretch_count(search, i) == 0) return true;
    const Bits first = both(alive, columns_[i][stretch_at(search, i, 0)].rules);
    for (std::size_t k = 1; k < stretch_count(search, i) && !search.ended; ++k) {
      search.ended = !spend(body_.words + 1);
      if (both(alive, columns_[i][stretch_at(search, i, k)].rules) != first) return false;
    }
    return true;
  }

  /// Calls `found` with the values chosen for the first columns of each region that no rule covers: the columns behind
  /// are free. A region is as large as the order of the columns makes it. Whether there was one.
  template <class Found>
  bool uncovered(Search& search, const Bits& alive, const Found& found) {
    const std::size_t i = search.chosen.size();
    if (no_bits(alive)) {
      search.ended = search.found >= search.most;
      if (search.ended) return true;
      ++search.found;
      found(search.chosen);
      search.ended = search.most == 1;
      return true;
    }
    if (meet(alive, search.whole[i]) || search.covered[i].contains(alive)) return false;
    const bool free = makes_no_difference(search, i, alive);
    bool any = false;
    for (std::size_t k = 0;
         k < (free ? std::min<std::size_t>(1, stretch_count(search, i)) : stretch_count(search, i)) && !search.ended;
         ++k) {
      search.ended = !spend(body_.words + 1);
      if (search.ended) return any;
      const Stretch& stretch = columns_[i][stretch_at(search, i, k)];
      const Bits next = both(alive, stretch.rules);
      const auto look = [&](const Value& sample) {
        search.chosen.push_back(&sample);
        const bool open = uncovered(search, next, found);
        search.chosen.pop_back();
        return open;
      };
      if (!look(stretch.sample)) continue;
      any = true;
      for (std::size_t m = 0; m < stretch.more.size() && !search.ended && !free; ++m) look(stretch.more[m]);
    }
    if (!any && !search.ended) search.covered[i].insert(alive);
    return any;
  }

  void find_gaps() {
    if (!columns_.have_points()) return;
    Search search;
    search.most = options_.findings;
    prepare(search);
    uncovered(search, columns_.sure(), [&](const std::vector<const Value*>& chosen) {
      std::vector<Value> witness = columns_.point(chosen);
      if (!may_match(witness)) add({FindingKind::gap, {}, std::move(witness), 0, {}});
    });
    if (search.ended && left_ > 0) limit(LintLimit::findings);
  }

  /// Whether a rule that the index does not know may match there; a cell that reads other facts may always.
  [[nodiscard]] bool may_match(std::span<const Value> inputs) const {
    for (std::size_t bit = 0; bit < body_.data.rules.size(); ++bit) {
      if (has_bit(columns_.sure(), bit)) continue;
      bool fits = true;
      for (std::size_t i = 0; i < inputs.size() && fits; ++i) {
        const UnaryTests& cell = body_.cell(body_.rule_at(bit), i);
        fits = !cell.slots().empty() || cell.matches(inputs[i], {});
      }
      if (fits) return true;
    }
    return false;
  }

  /// Rules that share a value with the rule of `bit` in every column.
  [[nodiscard]] std::optional<Bits> partners(std::size_t bit) {
    Bits all = columns_.sure();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::uint32_t cell = body_.cells[body_.rule_at(bit) * columns_.size() + i];
      const auto [known, fresh] = meeting_.try_emplace({i, cell});
      if (fresh) {
        known->second.assign(body_.words, 0);
        for (const Stretch& stretch : columns_[i]) {
          if (!has_bit(stretch.rules, bit)) continue;
          if (!spend(body_.words)) return std::nullopt;
          for (std::size_t w = 0; w < body_.words; ++w) known->second[w] |= stretch.rules[w];
        }
      }
      if (!spend(body_.words)) return std::nullopt;
      all = both(all, known->second);
    }
    return all;
  }

  /// Hit policy A: outputs that are certainly the same, or certainly not.
  [[nodiscard]] std::optional<bool> same_outputs(std::uint32_t a, std::uint32_t b) const {
    if (body_.constant[a] != 0 && body_.constant[b] != 0) return body_.same[a] == body_.same[b];
    for (std::size_t i = 0; i < body_.outputs.size(); ++i) {
      if (body_.entries[a * body_.outputs.size() + i] != body_.entries[b * body_.outputs.size() + i])
        return std::nullopt;
    }
    return true;
  }

  void find_overlaps() {
    for (std::size_t bit = 0; bit < body_.data.rules.size(); ++bit) {
      if (!has_bit(columns_.sure(), bit)) continue;
      const auto others = partners(bit);
      if (!others) return;
      for (std::size_t other = bit + 1; other < body_.data.rules.size(); ++other) {
        if ((*others)[other / 64] == 0) {
          other |= 63U;
          continue;
        }
        if (!has_bit(*others, other)) continue;
        if (!spend(columns_.size())) return;
        if (body_.data.hit == HitPolicy::any) {
          const auto same = same_outputs(static_cast<std::uint32_t>(bit), static_cast<std::uint32_t>(other));
          if (!same) limit(LintLimit::cells);
          if (!same || *same) continue;
        }
        auto witness = columns_.common_point({bit, other});
        if (!witness) continue;
        if (!add({FindingKind::overlap,
                  {static_cast<std::uint32_t>(bit), static_cast<std::uint32_t>(other)},
                  std::move(*witness),
                  0,
                  {}})) {
          return;
        }
      }
    }
  }

  void find_never_matching() {
    for (std::uint32_t bit = 0; bit < body_.data.rules.size(); ++bit) {
      if (!has_bit(columns_.sure(), bit)) continue;
      for (std::uint32_t i = 0; i < columns_.size(); ++i) {
        const auto& stretches = columns_[i];
        if (!spend(stretches.size() / 8 + 1)) return;
        if (std::any_of(stretches.begin(), stretches.end(),
                        [&](const Stretch& stretch) { return has_bit(stretch.rules, bit); })) {
          continue;
        }
        lost_[body_.rule_at(bit)] = 1;
        add({FindingKind::never_matches, {body_.rule_at(bit)}, {}, i, {}});
        break;
      }
    }
  }

  void find_shadowed() {
    for (std::size_t bit = 1; bit < body_.data.rules.size(); ++bit) {
      if (!has_bit(columns_.sure(), bit) || lost_[body_.rule_at(bit)] != 0) continue;
      auto better = partners(bit);
      if (!better) return;
      for (std::size_t w = bit / 64; w < body_.words; ++w) {
        (*better)[w] &= w == bit / 64 ? (std::uint64_t{1} << (bit % 64)) - 1 : 0;
      }
      if (no_bits(*better)) continue;
      std::vector<std::vector<std::size_t>> own(columns_.size());
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!spend(columns_[i].size())) return;
        for (std::size_t k = 0; k < columns_[i].size(); ++k) {
          if (has_bit(columns_[i][k].rules, bit)) own[i].push_back(k);
        }
      }
      Search search;
      search.only = &own;
      prepare(search);
      uncovered(search, *better, [](const auto&) {});
      if (left_ == 0) return;
      if (search.found > 0) continue;
      lost_[body_.rule_at(bit)] = 1;
      Finding finding{FindingKind::shadowed, {body_.rule_at(bit)}, *columns_.common_point({bit}), 0, {}};
      add_winners(*better, search.whole[0], finding);
      if (!add(std::move(finding))) return;
    }
  }

  /// One rule that covers everything, if there is one; otherwise all that cover a part.
  void add_winners(const Bits& better, const Bits& covering, Finding& finding) const {
    for (std::size_t other = 0; other < body_.data.rules.size(); ++other) {
      if (!has_bit(better, other)) continue;
      if (has_bit(covering, other)) {
        finding.rules.resize(1);
        finding.rules.push_back(body_.rule_at(other));
        return;
      }
      finding.rules.push_back(body_.rule_at(other));
    }
  }

  void find_outputs() {
    for (std::uint32_t i = 0; i < body_.outputs.size(); ++i) {
      const UnaryTests allowed = UnaryTests::parse(body_.data.outputs[i].allowed, body_.names);
      if (allowed.is_any()) continue;
      bool known = allowed.is_simple() && !allowed.negated();
      std::vector<Value> listed;
      for (const SimpleTest& test : allowed.tests()) {
        known = known && test.form == SimpleTest::Form::equal;
        listed.push_back(test.range.low);
      }
      std::vector<std::uint8_t> reached(listed.size(), 0);
      bool anything = false;  // an output that is computed may be any of them
      const auto reach = [&](const Expression& entry) {
        const Value* const value = entry.constant();
        if (value == nullptr) {
          anything = true;
          return;
        }
        for (std::size_t k = 0; k < listed.size(); ++k) {
          if (total_order(listed[k], *value) == 0) reached[k] = 1;
        }
      };
      for (std::uint32_t rule = 0; rule < body_.data.rules.size(); ++rule) {
        const Value* const value = body_.entry(rule, i).constant();
        if (lost_[rule] == 0) reach(body_.entry(rule, i));
        if (value == nullptr || !allowed.is_simple() || allowed.matches(*value, {})) continue;
        Finding finding{FindingKind::output_not_listed, {rule}, {}, i, *value};
        if (auto witness = columns_.common_point({bit_of(rule)})) finding.witness = std::move(*witness);
        add(std::move(finding));
      }
      if (!body_.otherwise.empty()) reach(body_.otherwise[i]);
      for (std::size_t k = 0; known && !anything && k < listed.size(); ++k) {
        if (reached[k] == 0) add({FindingKind::unreachable_output, {}, {}, i, listed[k]});
      }
    }
  }

  [[nodiscard]] std::size_t bit_of(std::uint32_t rule) const {
    if (body_.rule_of.empty()) return rule;
    return static_cast<std::size_t>(std::find(body_.rule_of.begin(), body_.rule_of.end(), rule) -
                                    body_.rule_of.begin());
  }

  const TableBody& body_;
  LintOptions options_;
  std::uint64_t left_;
  LintReport report_;
  LintColumns columns_;
  std::map<std::pair<std::size_t, std::uint32_t>, Bits> meeting_;
  std::vector<std::uint8_t> lost_;  // rules that never win
  std::array<std::uint32_t, 6> counts_{};
};

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE LintReport lint(const DecisionTable& table, const LintOptions& options) {
  return rules_detail::Linter(table, options).run();
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
