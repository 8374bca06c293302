#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/rules/language/detail/builtins.hpp>
#include <paidan/rules/language/detail/function.ipp>
#include <paidan/rules/model/detail/model_logic.ipp>
#include <paidan/rules/model/type.ipp>
#include <paidan/rules/table/detail/fact_texts.ipp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

/// Checks a model and compiles it.
class ModelMaker {
 public:
  ModelMaker(const ModelData& data, Errors& errors)
      : data_(data),
        errors_(errors),
        small_(few_enough(count_of(data.items), DecisionModel::max_parts, "item definitions", "数据类型", "", errors)),
        types_(small_ ? data.items : std::vector<ItemData>(), errors),
        compiler_(types_, errors) {}

  ModelBody make() {
    const std::size_t parts = data_.inputs.size() + data_.decisions.size() + data_.knowledge.size();
    if (!few_enough(parts, DecisionModel::max_parts, "inputs, decisions and knowledge", "输入、决策与知识", "",
                    errors_)) {
      return std::move(body_);
    }
    add_nodes();
    add_needs();
    if (!errors_.empty()) return std::move(body_);
    sort();
    if (!errors_.empty()) return std::move(body_);
    compile();
    return std::move(body_);
  }

 private:
  static std::size_t count_of(const std::vector<ItemData>& items, std::size_t depth = 0) {
    std::size_t count = items.size();
    if (depth > max_item_depth) return count;
    for (const ItemData& item : items) count += count_of(item.components, depth + 1);
    return count;
  }

  void add_node(ModelNode::Form form, const VariableData& variable) {
    if (variable.name.empty()) errors_.add(errors::name_missing, "");
    if (index_of(variable.name)) errors_.add(errors::name_twice, variable.name, {{"name", variable.name}});
    // Calls mean the built-in function, also where a variable is called `date`; here that would not be what is meant.
    const auto rows = builtins();
    const auto same = [&](const Builtin& row) { return row.name == variable.name; };
    if (form == ModelNode::Form::knowledge && std::any_of(rows.begin(), rows.end(), same)) {
      errors_.add(errors::name_built_in, variable.name, {{"name", variable.name}});
    }
    ModelNode node;
    node.form = form;
    node.name = single_blanks(variable.name);
    node.type = compiler_.type_of(variable.type, variable.name).value_or(Type());
    body_.nodes.push_back(std::move(node));
  }

  void add_nodes() {
    for (const VariableData& input : data_.inputs) add_node(ModelNode::Form::input, input);
    for (const DecisionData& decision : data_.decisions) add_node(ModelNode::Form::decision, decision.variable);
    for (const KnowledgeData& knowledge : data_.knowledge) add_node(ModelNode::Form::knowledge, knowledge.variable);
  }

  [[nodiscard]] std::optional<std::uint32_t> index_of(std::string_view name) const {
    const std::string clean = single_blanks(name);
    for (std::uint32_t i = 0; i < body_.nodes.size(); ++i) {
      if (body_.nodes[i].name == clean) return i;
    }
    return std::nullopt;
  }

  void add_needs(std::uint32_t node, const std::vector<std::string>& names) {
    std::vector<std::uint32_t>& needs = body_.nodes[node].needs;
    if (!few_enough(names.size(), DecisionModel::max_names, "requirements", "依赖项", body_.nodes[node].name, errors_))
      return;
    for (const std::string& name : names) {
      const std::optional<std::uint32_t> found = index_of(name);
      if (!found) {
        std::vector<std::string_view> known;
        for (const ModelNode& other : body_.nodes) known.push_back(other.name);
        errors_.add(errors::unknown_requirement, body_.nodes[node].name, with_hint({{"name", name}}, name, known));
      } else if (std::find(needs.begin(), needs.end(), *found) == needs.end()) {
        needs.push_back(*found);
      }
    }
  }

  void add_needs() {
    auto node = static_cast<std::uint32_t>(data_.inputs.size());
    for (const DecisionData& decision : data_.decisions) add_needs(node++, decision.requires_names);
    for (const KnowledgeData& knowledge : data_.knowledge) add_needs(node++, knowledge.requires_names);
  }

  /// Depth-first without recursion; what is met again while open is a cycle.
  void sort() {
    enum class Mark : std::uint8_t { fresh, open, done };
    std::vector<Mark> marks(body_.nodes.size(), Mark::fresh);
    struct Step {
      std::uint32_t node;
      std::size_t next;
    };
    for (std::uint32_t start = 0; start < body_.nodes.size(); ++start) {
      if (marks[start] != Mark::fresh) continue;
      std::vector<Step> path{{start, 0}};
      marks[start] = Mark::open;
      while (!path.empty()) {
        const std::uint32_t node = path.back().node;
        if (path.back().next == body_.nodes[node].needs.size()) {
          marks[node] = Mark::done;
          body_.order.push_back(node);
          path.pop_back();
          continue;
        }
        const std::uint32_t need = body_.nodes[node].needs[path.back().next++];
        if (marks[need] == Mark::open) {
          std::string shown;
          bool inside = false;
          for (const Step& step : path) {
            inside = inside || step.node == need;
            if (inside) shown += body_.nodes[step.node].name + " → ";
          }
          errors_.add(errors::cycle, body_.nodes[need].name, {{"path", shown + body_.nodes[need].name}});
          return;
        }
        if (marks[need] == Mark::fresh) {
          marks[need] = Mark::open;
          path.push_back({need, 0});
        }
      }
    }
  }

  Names names_of(const ModelNode& node) {
    Names names;
    for (const std::string& parameter : node.parameters) names.append(parameter);
    for (const std::uint32_t need : node.needs) {
      const std::string& name = body_.nodes[need].name;
      names.append(names.find(name) ? "" : name);
    }
    for (const std::string& member : types_.members()) names.add_member(member);
    return names;
  }

  void compile() {
    if (!few_enough(types_.members().size(), DecisionModel::max_names, "component names of several words", "多词字段名",
                    "", errors_)) {
      return;
    }
    std::size_t index = data_.inputs.size();
    std::size_t refused = 0;
    Errors refusals;
    for (const DecisionData& decision : data_.decisions) {
      ModelNode& node = body_.nodes[index++];
      const bool taken = give_logic(node, refusals, [&](BoxedCompiler& compiler) {
        return compiler.compile(decision.logic, names_of(node), node.name);
      });
      refused += taken ? 0 : 1;
    }
    for (const KnowledgeData& knowledge : data_.knowledge) {
      ModelNode& node = body_.nodes[index++];
      if (!few_enough(knowledge.parameters.size(), DecisionModel::max_names, "parameters", "参数", node.name, errors_))
        continue;
      for (const VariableData& parameter : knowledge.parameters) {
        if (std::find(node.parameters.begin(), node.parameters.end(), parameter.name) != node.parameters.end()) {
          errors_.add(errors::name_twice, node.name, {{"name", parameter.name}});
        }
        node.parameters.push_back(parameter.name);
        (void)compiler_.type_of(parameter.type, node.name);
      }
      give_logic(node, refusals, [&](BoxedCompiler& compiler) {
        return compiler.typed(compiler.compile(knowledge.logic, names_of(node), node.name), knowledge.variable.type,
                              node.name);
      });
    }
    if (refused < data_.decisions.size()) return;
    for (const Error& error : refusals.list()) errors_.add(error);
  }

  /// The node's logic, compiled. Where nothing is wrong with it but that it is not supported, the other decisions can
  /// still be asked; it is null and says why when it is asked for. False then.
  template <class Compile>
  bool give_logic(ModelNode& node, Errors& refusals, const Compile& compile) {
    Errors own;
    BoxedCompiler compiler(types_, own);
    node.logic = compile(compiler);
    for (const MomentPath& one : compiler.moments()) {
      const auto input = [&](std::uint32_t need) {
        const ModelNode& other = body_.nodes[need];  // one with a type says itself what its texts are
        return other.form == ModelNode::Form::input && other.type.any() && other.name == one.names[0];
      };
      if (std::any_of(node.needs.begin(), node.needs.end(), input)) body_.moments.push_back(one);
    }
    if (own.empty()) return true;
    const bool refused = std::all_of(own.list().begin(), own.list().end(), [](const Error& error) {
      return error.code() == errors::not_supported.code || error.code() == errors::logic_not_supported.code;
    });
    if (refused) node.logic = new_shared<RefusedLogic>(own.list());
    for (const Error& error : own.list()) (refused ? refusals : errors_).add(error);
    return !refused;
  }

  const ModelData& data_;
  Errors& errors_;
  bool small_;
  Types types_;
  BoxedCompiler compiler_;
  ModelBody body_;
};

/// The decision's value; what its expressions say goes under its name.
inline Value evaluated(const ModelNode& node, std::span<const Value> scope, Budget& budget) {
  Errors notes;
  Errors* const all = std::exchange(budget.errors, &notes);
  Value value = node.logic->evaluate(scope, budget);
  budget.errors = all;
  for (Error error : notes.list()) {
    if (error.path.empty()) error.path = node.name;
    all->add(std::move(error));
  }
  return value;
}

/// The values of the wanted nodes and of all they need.
inline std::vector<Value> values_of(const ModelBody& body, std::vector<bool> wanted, const Value& facts,
                                    Budget& budget) {
  for (std::size_t i = body.order.size(); i-- > 0;) {
    if (!wanted[body.order[i]]) continue;
    for (const std::uint32_t need : body.nodes[body.order[i]].needs) wanted[need] = true;
  }
  std::vector<Value> values(body.nodes.size());
  for (const std::uint32_t index : body.order) {
    if (!wanted[index]) continue;
    const ModelNode& node = body.nodes[index];
    std::vector<Value> scope;
    scope.reserve(node.needs.size());
    for (const std::uint32_t need : node.needs) scope.push_back(values[need]);
    switch (node.form) {
      case ModelNode::Form::input: {
        const Value* fact = facts.find(node.name);
        if (fact == nullptr) {
          budget.errors->add(errors::input_missing, node.name);
        } else {
          values[index] = conforming(node.type, *fact, node.name, budget);
        }
        break;
      }
      case ModelNode::Form::decision:
        values[index] = conforming(node.type, evaluated(node, scope, budget), node.name, budget);
        break;
      case ModelNode::Form::knowledge:
        values[index] = make_function({node.parameters, std::move(scope), node.logic});
        break;
    }
  }
  return values;
}

}  // namespace rules_detail

PAIDAN_INLINE DecisionModel::DecisionModel(ModelData data) {
  Errors errors;
  auto body = new_shared<rules_detail::ModelBody>(rules_detail::ModelMaker(data, errors).make());
  errors.throw_if_any();
  body->data = std::move(data);
  body_ = std::move(body);
}

PAIDAN_INLINE std::vector<Error> DecisionModel::validate(const ModelData& data) {
  Errors errors;
  (void)rules_detail::ModelMaker(data, errors).make();
  return errors.list();
}

PAIDAN_INLINE const ModelData& DecisionModel::data() const { return body_->data; }

PAIDAN_INLINE std::vector<std::string> DecisionModel::decisions() const {
  std::vector<std::string> names;
  for (const DecisionData& decision : body_->data.decisions) names.push_back(decision.variable.name);
  return names;
}

PAIDAN_INLINE Value DecisionModel::read_texts(const Value& facts) const {
  if (facts.kind() != Kind::context) return facts;
  std::vector<ContextEntry> entries(facts.entries().begin(), facts.entries().end());
  for (ContextEntry& entry : entries) {
    for (const rules_detail::ModelNode& node : body_->nodes) {
      if (node.form == rules_detail::ModelNode::Form::input && node.name == entry.name)
        entry.value = node.type.read_texts(entry.value);
    }
  }
  Value read = Value::context(std::move(entries));
  for (const rules_detail::MomentPath& path : body_->moments)
    read = rules_detail::read_texts_at(read, path.names, path.kind);
  return read;
}

PAIDAN_INLINE Outcome DecisionModel::evaluate(std::string_view decision, const Value& facts) const {
  using rules_detail::ModelNode;
  const std::string clean = rules_detail::single_blanks(decision);
  std::vector<bool> wanted(body_->nodes.size());
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const ModelNode& node = body_->nodes[i];
    if (node.form != ModelNode::Form::decision) continue;
    known.push_back(node.name);
    if (node.name != clean) continue;
    wanted[i] = true;
    Errors errors;
    Budget budget{.errors = &errors};
    std::vector<Value> values = rules_detail::values_of(*body_, wanted, facts, budget);
    return {std::move(values[i]), errors.list()};
  }
  throw InvalidInput(Error{&errors::unknown_decision, "", 0, with_hint({{"name", clean}}, clean, known)});
}

PAIDAN_INLINE Outcome DecisionModel::evaluate_all(const Value& facts) const {
  std::vector<bool> wanted(body_->nodes.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    wanted[i] = body_->nodes[i].form == rules_detail::ModelNode::Form::decision;
  }
  Errors errors;
  Budget budget{.errors = &errors};
  std::vector<Value> values = rules_detail::values_of(*body_, wanted, facts, budget);
  std::vector<ContextEntry> entries;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i]) entries.push_back({body_->nodes[i].name, std::move(values[i])});
  }
  return {Value::context(std::move(entries)), errors.list()};
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
