// Models whose modeler lets names stand undeclared: inputs are what the decisions read and nobody declares, and a
// required decision is read by its outputs' names.
#pragma once

#include <paidan/rules/language/names.hpp>
#include <paidan/rules/model/model_data.hpp>
#include <paidan/rules/table/table.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

class UndeclaredNames {
 public:
  explicit UndeclaredNames(rules::ModelData& model) : model_(model) {}

  void declare() {
    for (rules::DecisionData& decision : model_.decisions) read_outputs(decision);
    if (!model_.inputs.empty()) return;
    for (rules::DecisionData& decision : model_.decisions) {
      for (const rules::VariableData& one : names_read(decision.logic, decision.requires_names)) {
        if (declared(decision, one.name)) continue;
        if (!add_input(one)) continue;
        decision.requires_names.push_back(one.name);
      }
    }
  }

 private:
  /// What a decision's own expressions read, with the type that a table's column gives it. Contexts and functions have
  /// names of their own; modelers that write them declare inputs.
  static std::vector<rules::VariableData> names_read(const rules::BoxedData& logic,
                                                     const std::vector<std::string>& required) {
    std::vector<rules::VariableData> read;
    if (logic.form == rules::BoxedData::Form::context) {
      for (const rules::BoxedEntry& entry : logic.entries) {
        for (rules::VariableData& one : names_read(entry.value, required)) read.push_back(std::move(one));
      }
      std::erase_if(read, [&](const rules::VariableData& one) {
        return std::any_of(logic.entries.begin(), logic.entries.end(),
                           [&](const rules::BoxedEntry& entry) { return entry.variable.name == one.name; });
      });
    }
    rules::Names known;
    for (const std::string& name : required) known.add(name);
    const auto look = [&](const std::string& expression, const std::string& type) {
      const auto wrong = rules::Expression::validate(expression, known);
      if (wrong.empty() || wrong[0].code() != rules::errors::unknown_name.code) return;
      rules::TableData one;
      one.inputs = {{"", expression, "", "", 0}};
      const rules::Names names = rules::DecisionTable::facts_of(one);
      for (const std::string& name : names.list()) read.push_back({name, name == expression ? type : ""});
    };
    if (logic.form == rules::BoxedData::Form::literal) look(logic.text, "");
    if (logic.form != rules::BoxedData::Form::table) return read;
    for (const rules::InputClause& input : logic.table.inputs)
      look(input.expression.empty() ? input.name : input.expression, input.type);
    for (const rules::RuleData& rule : logic.table.rules) {
      for (const std::string& output : rule.outputs) look(output, "");
    }
    return read;
  }

  /// `season`, the output of the required decision `Season of the day`, becomes an entry before the decision's logic.
  void read_outputs(rules::DecisionData& decision) {
    std::vector<rules::BoxedEntry> entries;
    for (const rules::VariableData& one : names_read(decision.logic, decision.requires_names)) {
      const auto same = [&](const rules::BoxedEntry& entry) { return entry.variable.name == one.name; };
      if (std::find(decision.requires_names.begin(), decision.requires_names.end(), one.name) !=
              decision.requires_names.end() ||
          std::any_of(entries.begin(), entries.end(), same)) {
        continue;
      }
      for (const std::string& required : decision.requires_names) {
        const std::string source = output_of(required, one.name);
        if (source.empty()) continue;
        rules::BoxedData value;
        value.form = rules::BoxedData::Form::literal;
        value.text = source;
        entries.push_back({{one.name, ""}, std::move(value)});
        break;
      }
    }
    if (entries.empty()) return;
    rules::BoxedData whole;
    whole.form = rules::BoxedData::Form::context;
    whole.entries = std::move(entries);
    whole.entries.push_back({{"", ""}, std::move(decision.logic)});
    decision.logic = std::move(whole);
  }

  /// How an output of a decision's table is written; empty when it has no such output.
  [[nodiscard]] std::string output_of(const std::string& decision, const std::string& output) const {
    for (const rules::DecisionData& other : model_.decisions) {
      if (other.variable.name != decision) continue;
      const rules::BoxedData& logic =
          other.logic.form == rules::BoxedData::Form::context && !other.logic.entries.empty()
              ? other.logic.entries.back().value
              : other.logic;
      if (logic.form != rules::BoxedData::Form::table) return "";
      const auto& outputs = logic.table.outputs;
      const auto found = std::find_if(outputs.begin(), outputs.end(),
                                      [&](const rules::OutputClause& one) { return one.name == output; });
      if (found == outputs.end()) return "";
      return outputs.size() == 1 ? decision : decision + "." + output;
    }
    return "";
  }

  [[nodiscard]] static bool declared(const rules::DecisionData& decision, const std::string& name) {
    return std::find(decision.requires_names.begin(), decision.requires_names.end(), name) !=
           decision.requires_names.end();
  }

  /// False when the name is a decision's or knowledge's: to use these they must be required.
  bool add_input(const rules::VariableData& input) {
    const auto same = [&](const auto& one) { return one.variable.name == input.name; };
    if (std::any_of(model_.decisions.begin(), model_.decisions.end(), same) ||
        std::any_of(model_.knowledge.begin(), model_.knowledge.end(), same)) {
      return false;
    }
    for (rules::VariableData& known : model_.inputs) {
      if (known.name != input.name) continue;
      if (known.type.empty()) known.type = input.type;
      return true;
    }
    model_.inputs.push_back(input);
    return true;
  }

  rules::ModelData& model_;
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
