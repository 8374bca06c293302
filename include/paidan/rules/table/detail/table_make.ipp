#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/table/detail/fact_texts.ipp>
#include <paidan/rules/table/detail/index_build.ipp>
#include <paidan/rules/table/detail/table_body.hpp>
#include <paidan/rules/table/detail/table_places.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

struct LessValue {
  bool operator()(const Value& a, const Value& b) const { return total_order(a, b) < 0; }
};

/// Place of the value in the order; behind all when it is not in it.
inline std::uint32_t rank_in(const std::vector<Value>& order, const Value& value) {
  std::size_t rank = 0;
  while (rank < order.size() && total_order(order[rank], value) != 0) ++rank;
  return static_cast<std::uint32_t>(rank);
}

/// Checks a table's data and compiles what is right; everything that is wrong is collected.
class TableMaker {
 public:
  TableMaker(const TableData& data, const Names& names, const Place& place)
      : data_(data), names_(names), places_(data, place) {}

  /// The errors tell whether the body is complete.
  [[nodiscard]] Shared<TableBody> make() {
    auto body = new_shared<TableBody>();
    check_shape();
    if (!regular_) return body;  // otherwise go on: errors of form and of meaning are reported together
    read_rules(*body);
    read_outputs(*body);
    std::vector<InputParts> parts = read_inputs();
    if (!errors_.empty()) return body;
    find_results(*body);
    if (!errors_.empty()) return body;
    sort_bits(*body);
    index(*body, std::move(parts));
    return body;
  }
  [[nodiscard]] Errors& errors() { return errors_; }

 private:
  struct InputParts {
    std::optional<Expression> expression;
    UnaryTests allowed;
  };

  void add(const ErrorKind& kind, const Place& place, std::vector<Parameter> parameters = {}) {
    errors_.add(kind, place.path, std::move(parameters), place.row);
  }
  void add(const InvalidInput& wrong) {
    for (const Error& error : wrong.errors()) errors_.add(error);
  }
  [[nodiscard]] std::string policy() const { return std::string(letter(data_.hit)); }

  void check_limit(std::size_t found, std::size_t limit, const char* noun, const char* noun_zh) {
    if (found <= limit) return;
    regular_ = false;
    add(errors::too_many, places_.at(0, 0, "", ""),
        {{"found", std::to_string(found)}, {"noun", noun}, {"noun_zh", noun_zh}, {"limit", std::to_string(limit)}});
  }

  void check_shape() {
    check_limit(data_.inputs.size(), DecisionTable::max_inputs, "inputs", "输入列");
    check_limit(data_.outputs.size(), DecisionTable::max_outputs, "outputs", "输出列");
    check_limit(data_.rules.size(), DecisionTable::max_rules, "rules", "规则");
    if (data_.outputs.empty()) {
      regular_ = false;
      add(errors::no_output, places_.at(0, 0, "", "outputs"));
    }
    for (std::size_t i = 0; i < data_.inputs.size(); ++i) {
      if (!places_.heading(i).empty()) continue;
      regular_ = false;
      add(errors::no_expression, places_.at_input(i, data_.sheet.expression, "expression"));
    }
    for (std::size_t i = 0; i < data_.outputs.size(); ++i) {
      const std::string& name = data_.outputs[i].name;
      if (name.empty() && data_.outputs.size() > 1) {
        add(errors::no_output_name, places_.at_output(i, data_.sheet.expression, "name"));
      }
      for (std::size_t before = 0; before < i && !name.empty(); ++before) {
        if (data_.outputs[before].name != name) continue;
        add(errors::repeated_output, places_.at_output(i, data_.sheet.expression, "name"), {{"name", name}});
        break;
      }
    }
    if (aggregates(data_.hit) && data_.hit != HitPolicy::count && data_.outputs.size() != 1) {
      add(errors::one_output_only, places_.at(0, 0, "", "outputs"),
          {{"policy", policy()}, {"found", std::to_string(data_.outputs.size())}});
    }
    check_rules();
  }

  void check_rules() {
    std::map<std::string_view, std::size_t> ids;
    for (std::size_t r = 0; r < data_.rules.size(); ++r) {
      const RuleData& rule = data_.rules[r];
      check_count(r, rule.inputs.size(), data_.inputs.size(), "input cells", "输入格");
      check_count(r, rule.outputs.size(), data_.outputs.size(), "output cells", "输出格");
      if (rule.annotations.size() > data_.annotations.size())
        check_count(r, rule.annotations.size(), data_.annotations.size(), "annotations", "备注");
      if (rule.id.empty()) continue;
      const auto [first, fresh] = ids.emplace(rule.id, r);
      if (!fresh) {
        add(errors::repeated_rule, places_.at_rule(r), {{"id", rule.id}, {"first", std::to_string(first->second + 1)}});
      }
    }
  }
  void check_count(std::size_t rule, std::size_t found, std::size_t expected, const char* cells, const char* cells_zh) {
    if (found == expected) return;
    regular_ = false;
    add(errors::cells_differ, places_.at_rule(rule),
        {{"found", std::to_string(found)},
         {"cells", cells},
         {"cells_zh", cells_zh},
         {"expected", std::to_string(expected)}});
  }

  void read_rules(TableBody& body) {
    std::map<std::string_view, std::uint32_t> known;
    std::map<std::string_view, std::uint32_t> known_entries;
    body.cells.reserve(data_.rules.size() * data_.inputs.size());
    body.entries.reserve(data_.rules.size() * data_.outputs.size());
    for (std::size_t r = 0; r < data_.rules.size() && !errors_.full(); ++r) {
      for (std::size_t i = 0; i < data_.inputs.size(); ++i) {
        const auto [place, fresh] =
            known.emplace(data_.rules[r].inputs[i], static_cast<std::uint32_t>(body.tests.size()));
        if (fresh) body.tests.push_back(tests(place->first, places_.at_entry(r, i, true)));
        body.cells.push_back(place->second);
      }
      for (std::size_t i = 0; i < data_.outputs.size(); ++i) {
        const std::string& text = data_.rules[r].outputs[i];
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
          add(errors::output_missing, places_.at_entry(r, i, false));
          continue;
        }
        const auto [place, fresh] = known_entries.emplace(text, static_cast<std::uint32_t>(body.expressions.size()));
        if (fresh) {
          if (auto read = expression(text, places_.at_entry(r, i, false))) {
            body.expressions.push_back(std::move(*read));
          } else {
            known_entries.erase(place);
            continue;
          }
        }
        body.entries.push_back(place->second);
      }
    }
  }

  [[nodiscard]] UnaryTests tests(std::string_view text, const Place& place) {
    try {
      return UnaryTests::parse(text, names_, place);
    } catch (const InvalidInput& wrong) {
      add(wrong);
      return {};
    }
  }
  [[nodiscard]] std::optional<Expression> expression(std::string_view text, const Place& place) {
    try {
      return Expression::parse(text, names_, place);
    } catch (const InvalidInput& wrong) {
      add(wrong);
      return std::nullopt;
    }
  }

  [[nodiscard]] std::vector<InputParts> read_inputs() {
    std::vector<InputParts> parts;
    for (std::size_t i = 0; i < data_.inputs.size(); ++i) {
      const InputClause& input = data_.inputs[i];
      const bool named = input.expression.empty();
      parts.push_back({expression(named ? input.name : input.expression,
                                  places_.at_input(i, named ? data_.sheet.name : data_.sheet.expression, "expression")),
                       tests(input.allowed, places_.at_input(i, data_.sheet.allowed, "allowed"))});
    }
    return parts;
  }

  void read_outputs(TableBody& body) {
    bool any_default = false;
    bool any_order = false;
    for (std::size_t i = 0; i < data_.outputs.size(); ++i) {
      const OutputClause& output = data_.outputs[i];
      CompiledOutput made{kind_of_type(output.type), {}};
      any_default |= !output.otherwise.empty();
      const UnaryTests allowed = tests(output.allowed, places_.at_output(i, data_.sheet.allowed, "allowed"));
      if (ordered(data_.hit) && !allowed.is_any()) {
        any_order = true;
        bool list = allowed.is_simple() && !allowed.negated();
        for (const SimpleTest& test : allowed.tests()) {
          list = list && test.form == SimpleTest::Form::equal;
          made.order.push_back(test.range.low);
        }
        if (!list)
          add(errors::order_no_list, places_.at_output(i, data_.sheet.allowed, "allowed"), {{"policy", policy()}});
      }
      body.outputs.push_back(std::move(made));
    }
    if (ordered(data_.hit) && !any_order) {
      add(errors::order_missing,
          places_.at(data_.sheet.allowed, data_.outputs[0].column, data_.outputs[0].name, "outputs"),
          {{"policy", policy()}});
    }
    for (std::size_t i = 0; any_default && i < data_.outputs.size(); ++i) {
      const std::string& text = data_.outputs[i].otherwise;
      auto read = expression(text.empty() ? "null" : text, places_.at_output(i, data_.sheet.otherwise, "otherwise"));
      if (read) check_type(*read, i, places_.at_output(i, data_.sheet.otherwise, "otherwise"));
      if (read) body.otherwise.push_back(std::move(*read));
    }
  }

  void check_type(const Expression& entry, std::size_t output, const Place& place) {
    const auto type = kind_of_type(data_.outputs[output].type);
    const Value* const value = entry.constant();
    if (!type || value == nullptr || value->is_null() || value->kind() == *type) return;
    add(errors::wrong_output_type, place, {{"expected", data_.outputs[output].type}, {"value", value->literal()}});
  }

  [[nodiscard]] Value composed(std::vector<Value> values) const {
    if (values.size() == 1) return std::move(values[0]);
    std::vector<ContextEntry> entries;
    for (std::size_t i = 0; i < values.size(); ++i) entries.push_back({data_.outputs[i].name, std::move(values[i])});
    return Value::context(std::move(entries));
  }

  void find_results(TableBody& body) {
    const std::size_t outputs = data_.outputs.size();
    for (std::size_t r = 0; r < data_.rules.size(); ++r) {
      std::vector<Value> values;
      for (std::size_t i = 0; i < outputs; ++i) {
        const Expression& entry = body.expressions[body.entries[r * outputs + i]];
        check_type(entry, i, places_.at_entry(r, i, false));
        if (const Value* value = entry.constant(); value != nullptr) values.push_back(*value);
      }
      body.constant.push_back(values.size() == outputs ? 1 : 0);
      body.all_constant = body.all_constant && values.size() == outputs;
      body.results.push_back(values.size() == outputs ? composed(std::move(values)) : Value{});
    }
    std::vector<Value> values;
    for (const Expression& entry : body.otherwise) {
      if (const Value* value = entry.constant(); value != nullptr) values.push_back(*value);
    }
    if (!body.otherwise.empty() && values.size() == outputs) body.default_result = composed(std::move(values));
    if (data_.hit != HitPolicy::any) return;
    std::map<Value, std::uint32_t, LessValue> seen;
    for (std::size_t r = 0; r < data_.rules.size(); ++r) {
      body.same.push_back(seen.emplace(body.results[r], static_cast<std::uint32_t>(r)).first->second);
    }
  }

  void sort_bits(TableBody& body) {
    if (!ordered(data_.hit) || !body.all_constant) return;
    const std::size_t outputs = data_.outputs.size();
    std::vector<std::vector<std::uint32_t>> ranks;
    for (std::size_t r = 0; r < data_.rules.size(); ++r) {
      ranks.emplace_back();
      for (std::size_t i = 0; i < outputs; ++i) {
        ranks.back().push_back(
            rank_in(body.outputs[i].order, *body.expressions[body.entries[r * outputs + i]].constant()));
      }
      body.rule_of.push_back(static_cast<std::uint32_t>(r));
    }
    std::stable_sort(body.rule_of.begin(), body.rule_of.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ranks[a] < ranks[b]; });
  }

  void index(TableBody& body, std::vector<InputParts> parts) {
    constexpr std::size_t memory = std::size_t{32} << 20U;
    body.words = std::max<std::size_t>(1, (data_.rules.size() + 63) / 64);
    std::vector<const UnaryTests*> column(data_.rules.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::size_t bit = 0; bit < column.size(); ++bit)
        column[bit] = &body.tests[body.cells[body.rule_at(bit) * parts.size() + i]];
      const auto type = kind_of_type(data_.inputs[i].type);
      ColumnIndex made(column, type, &parts[i].allowed, memory);
      const bool look = !parts[i].allowed.is_any() && !made.knows_allowed();
      body.exact = body.exact && made.exact();
      body.takes_anything = body.takes_anything && made.refuses_nothing() && !look && parts[i].allowed.is_any();
      const auto variable = parts[i].expression->variable();
      body.inputs.push_back(
          {std::move(*parts[i].expression), variable, type, std::move(parts[i].allowed), look, std::move(made)});
      if (look && !body.inputs.back().allowed.slots().empty()) body.self_contained = false;
    }
    for (const UnaryTests& one : body.tests) body.self_contained = body.self_contained && one.slots().empty();
    body.self_contained =
        body.self_contained && body.all_constant && (body.otherwise.empty() || body.default_result.has_value());
    body.data = data_;
    body.names = names_;
    body.moments = moment_paths(body);
  }

  const TableData& data_;
  const Names& names_;
  TablePlaces places_;
  Errors errors_;
  bool regular_ = true;  // every rule has its cells, every input something to read
};

PAIDAN_INLINE std::optional<Kind> kind_of_type(std::string_view type) {
  struct Known {
    std::string_view name;
    Kind kind;
  };
  constexpr std::array known{Known{"number", Kind::number},
                             Known{"integer", Kind::number},
                             Known{"long", Kind::number},
                             Known{"double", Kind::number},
                             Known{"string", Kind::string},
                             Known{"boolean", Kind::boolean},
                             Known{"date", Kind::date},
                             Known{"time", Kind::time},
                             Known{"date and time", Kind::date_time},
                             Known{"dateTime", Kind::date_time},
                             Known{"days and time duration", Kind::days_duration},
                             Known{"dayTimeDuration", Kind::days_duration},
                             Known{"years and months duration", Kind::months_duration},
                             Known{"yearMonthDuration", Kind::months_duration},
                             Known{"context", Kind::context}};
  for (const Known& one : known) {
    if (one.name == type) return one.kind;
  }
  return std::nullopt;
}

}  // namespace rules::rules_detail
}  // namespace paidan::inline PAIDAN_ABI
