#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/language/detail/builtins.hpp>
#include <paidan/rules/language/detail/parse.ipp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

PAIDAN_INLINE Parser::Node Parser::primary() {
  const Token token = lexer_.peek();
  switch (token.type) {
    case Token::Type::number: {
      const std::optional<Decimal> number = Decimal::parse(token.source);
      if (!number) lexer_.fail(errors::bad_number, token.at, {{"value", beginning(token.source, 60)}});
      lexer_.next();
      return build().constant(*number);
    }
    case Token::Type::text:
      lexer_.next();
      return build().constant(lexer_.unquoted(token));
    case Token::Type::moment: {
      lexer_.next();
      const Value value = parse_moment(lexer_.unquoted(token));
      if (value.is_null()) {
        lexer_.fail(errors::bad_literal, token.at, {{"value", beginning(token.source, 60)}});
      }
      return build().constant(value);
    }
    case Token::Type::word:
      return name();
    case Token::Type::symbol:
      if (token.source == "(") return parenthesis();
      if (token.source == "[") return bracket(true);
      if (token.source == "]") return bracket(false);
      if (token.source == "{") return context();
      if (token.source == "?" && with_input_) {
        lexer_.next();
        used_input_ = true;
        return build().add({.op = Op::input});
      }
      if (longest_name().end > 0) return name();  // a name that begins with a sign
      break;
    case Token::Type::end:
      break;
  }
  lexer_.fail_expected("a value", "一个值");
}

PAIDAN_INLINE Parser::Match Parser::longest_name() {
  Match best;
  const auto consider = [&](std::string_view name) {
    const std::size_t end = lexer_.match(name);
    if (end > best.end) best = {end, name};
  };
  for (const Frame* frame = frame_; frame != nullptr; frame = frame->outer) {
    for (const Frame::Variable& variable : frame->variables) consider(variable.name);
  }
  for (const std::string& name : names_.list()) consider(name);
  return best;
}

PAIDAN_INLINE Parser::Match Parser::longest_builtin() {
  Match best;
  for (const Builtin& row : builtins()) {
    const std::size_t end = lexer_.match(row.name);
    if (end <= best.end) continue;
    Lexer after = lexer_;
    after.seek(end);
    if (after.at_symbol("(")) best = {end, row.name};
  }
  return best;
}

PAIDAN_INLINE std::optional<Parser::Node> Parser::reference(Frame& frame, std::string_view name) {
  for (std::size_t i = frame.variables.size(); i-- > 0;) {
    if (frame.variables[i].name == name) return frame.builder.add(frame.variables[i].reference);
  }
  for (const Frame::Variable& variable : frame.captured) {
    if (variable.name == name) return frame.builder.add(variable.reference);
  }
  if (frame.outer == nullptr) {
    const std::optional<std::size_t> slot = names_.find(name);
    if (!slot) return std::nullopt;
    return frame.builder.add({.op = Op::slot, .a = static_cast<std::uint32_t>(*slot)});
  }
  const std::optional<Node> origin = reference(*frame.outer, name);
  if (!origin) return std::nullopt;
  const auto slot = static_cast<std::uint32_t>(frame.slots + frame.captured.size());
  frame.captured.push_back({std::string(name), {.op = Op::slot, .a = slot}});
  frame.origins.push_back(*origin);
  return frame.builder.add(frame.captured.back().reference);
}

PAIDAN_INLINE Parser::Node Parser::name() {
  const Match known = longest_name();
  const Match builtin = longest_builtin();
  if (builtin.end > 0 && builtin.end >= known.end) {
    lexer_.seek(builtin.end);
    lexer_.want_symbol("(");
    return builtin_call(builtin.name);
  }
  if (known.end > 0) {
    const std::string found(known.name);
    lexer_.seek(known.end);
    if (const std::optional<Node> node = reference(*frame_, found)) return *node;
  }
  if (lexer_.take_word("true")) return build().constant(true);
  if (lexer_.take_word("false")) return build().constant(false);
  if (lexer_.take_word("null")) return build().constant({});
  if (lexer_.at_word("function")) return function();
  fail_unknown();
}

PAIDAN_INLINE void Parser::fail_unknown() {
  const Token token = lexer_.peek();
  std::vector<std::string_view> known(names_.list().begin(), names_.list().end());
  for (const Builtin& row : builtins()) known.push_back(row.name);
  lexer_.fail(errors::unknown_name, token.at,
              with_hint({{"name", beginning(token.source, 60)}}, token.source.substr(0, 100), known));
}

PAIDAN_INLINE Parser::Node Parser::parenthesis() {
  const Fresh fresh(range_end_);
  lexer_.next();
  const Node node = expression();
  if (lexer_.take_symbol("..")) return range_from(node, false);
  lexer_.want_symbol(")");
  return node;
}

PAIDAN_INLINE Parser::Node Parser::bracket(bool low_closed_bound) {
  const Fresh fresh(range_end_);
  lexer_.next();
  std::vector<Node> items;
  if (low_closed_bound && lexer_.take_symbol("]")) return build().add({.op = Op::list}, items);
  items.push_back(expression());
  if (lexer_.take_symbol("..")) return range_from(items[0], low_closed_bound);
  if (!low_closed_bound) lexer_.fail_expected("'..'", "“..”");
  while (lexer_.take_symbol(",")) items.push_back(expression());
  lexer_.want_symbol("]");
  return build().add({.op = Op::list}, items);
}

PAIDAN_INLINE Parser::Node Parser::range_from(Node low, bool low_closed_bound) {
  const Fresh inside(range_end_, true);
  const Node high = expression();
  std::uint32_t bounds = low_closed_bound ? low_closed : open;
  if (lexer_.take_symbol("]")) {
    bounds |= high_closed;
  } else if (!lexer_.take_symbol(")") && !lexer_.take_symbol("[")) {
    lexer_.fail_expected("']', ')' or '['", "“]”、“)”或“[”");
  }
  return build().add({.op = Op::range, .a = low, .b = high, .d = bounds});
}

PAIDAN_INLINE void Parser::declare(Frame& frame, std::string name, const Operation& reference) {
  constexpr std::size_t limit = 1'000;
  if (++declared_ > limit) lexer_.fail(errors::too_many_names, lexer_.peek().at, {{"limit", std::to_string(limit)}});
  frame.variables.push_back({std::move(name), reference});
}

PAIDAN_INLINE Parser::Node Parser::context() {
  const Fresh fresh(range_end_);
  lexer_.next();
  std::vector<std::string> keys;
  std::vector<Node> values;
  const std::size_t visible = frame_->variables.size();
  if (!lexer_.at_symbol("}")) {
    do {
      std::string key;
      const std::size_t at = lexer_.peek().at;
      if (lexer_.peek().type == Token::Type::text) {
        key = lexer_.unquoted(lexer_.next());
        lexer_.want_symbol(":");
      } else {
        key = lexer_.take_label();
        if (key.empty()) lexer_.fail_expected("a name and ':'", "名称和“:”");
      }
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) {
        lexer_.fail(errors::given_twice, at, {{"name", key}});
      }
      Node value = expression();
      Operation reference = build().operation(value);
      if (reference.op != Op::constant) {
        reference = {.op = Op::local, .a = build().new_locals(1)};
        value = build().add({.op = Op::keep, .a = value, .d = reference.a});
      }
      declare(*frame_, key, reference);
      members_.push_back(key);
      keys.push_back(std::move(key));
      values.push_back(value);
    } while (lexer_.take_symbol(","));
  }
  lexer_.want_symbol("}");
  frame_->variables.resize(visible);
  Operation operation{.op = Op::context};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::uint32_t text = build().text(keys[i]);
    if (i == 0) operation.c = text;
  }
  return build().add(operation, values);
}

PAIDAN_INLINE std::string Parser::member_name() {
  static constexpr std::array<std::string_view, 3> spaced{"time offset", "start included", "end included"};
  Match best;
  const auto consider = [&](std::string_view name) {
    const std::size_t end = lexer_.match(name);
    if (end > best.end) best = {end, name};
  };
  for (const std::string_view name : spaced) consider(name);
  for (const std::string& name : names_.members()) consider(name);
  for (const std::string& name : members_) consider(name);
  const Token token = lexer_.peek();
  if (token.type == Token::Type::word && token.end > best.end) best = {token.end, token.source};
  if (best.end == 0) lexer_.fail_expected("a name", "名称");
  std::string found(best.name);
  lexer_.seek(best.end);
  return found;
}

PAIDAN_INLINE std::string Parser::parameter_name() {
  std::string result;
  while (lexer_.peek().type == Token::Type::word) {
    if (!result.empty()) result += ' ';
    result += lexer_.next().source;
  }
  if (result.empty()) lexer_.fail_expected("a name", "名称");
  if (lexer_.take_symbol(":")) parameter_name();  // the type says nothing to evaluation
  return result;
}

PAIDAN_INLINE Parser::Node Parser::function() {
  const Token start = lexer_.next();
  lexer_.want_symbol("(");
  Frame inner(frame_);
  FunctionTemplate blueprint;
  if (!lexer_.at_symbol(")")) {
    do {
      blueprint.parameters.push_back(parameter_name());
      declare(inner, blueprint.parameters.back(), {.op = Op::slot, .a = inner.slots++});
    } while (lexer_.take_symbol(","));
  }
  lexer_.want_symbol(")");
  if (lexer_.at_word("external")) refuse("'external'", "“external”");
  {
    const Fresh no_input(with_input_);
    const Fresh fresh(range_end_);
    frame_ = &inner;
    const Node body = expression();
    const std::size_t end = lexer_.peek().at;
    blueprint.body = inner.builder.finish(body, lexer_.text().substr(start.at, end - start.at));
    frame_ = inner.outer;
  }
  return build().add({.op = Op::function, .a = build().function(std::move(blueprint))}, inner.origins);
}

PAIDAN_INLINE std::vector<Parser::Node> Parser::arguments(std::vector<std::string>& labels) {
  const Fresh fresh(range_end_);
  std::vector<Node> result;
  if (lexer_.take_symbol(")")) return result;
  do {
    std::string label = lexer_.take_label();
    if (!result.empty() && label.empty() != labels.empty())
      lexer_.fail_expected("names for all arguments", "所有参数都带名称");
    if (!label.empty()) labels.push_back(std::move(label));
    result.push_back(expression());
  } while (lexer_.take_symbol(","));
  lexer_.want_symbol(")");
  return result;
}

PAIDAN_INLINE Parser::Node Parser::call_of(Node callee) {
  std::vector<std::string> labels;
  const std::vector<Node> operands = arguments(labels);
  Operation operation{.op = Op::call, .a = callee, .d = none};
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::uint32_t text = build().text(labels[i]);
    if (i == 0) operation.d = text;
  }
  return build().add(operation, operands);
}

/// The arguments in a row's order, when it takes them; `missing` stands for optional ones left out before others.
PAIDAN_INLINE std::optional<std::vector<std::uint32_t>> arranged(const Builtin& row,
                                                                 const std::vector<std::uint32_t>& given,
                                                                 const std::vector<std::string>& labels,
                                                                 std::uint32_t missing) {
  if (row.parameters == "...") return labels.empty() && !given.empty() ? std::optional(given) : std::nullopt;
  std::vector<std::uint32_t> result;
  std::size_t used = 0;
  std::size_t size = 0;
  std::string_view rest = row.parameters;
  for (std::size_t i = 0; !rest.empty(); ++i) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    std::string_view name = rest.substr(0, comma);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    const bool optional = name.ends_with('?');
    if (optional) name.remove_suffix(1);
    std::size_t at = i;
    if (!labels.empty()) at = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), name) - labels.begin());
    if (at < given.size()) {
      ++used;
      size = i + 1;
    } else if (!optional) {
      return std::nullopt;
    }
    result.push_back(at < given.size() ? given[at] : missing);
  }
  if (used != given.size()) return std::nullopt;
  result.resize(size);
  return result;
}

PAIDAN_INLINE Parser::Node Parser::builtin_call(std::string_view builtin) {
  std::vector<std::string> labels;
  const std::vector<Node> given = arguments(labels);
  const Node missing = build().constant({});
  const std::span<const Builtin> rows = builtins();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].name != builtin) continue;
    const auto operands = arranged(rows[i], given, labels, missing);
    if (operands) return build().add({.op = Op::builtin, .c = static_cast<std::uint32_t>(i)}, *operands);
  }
  return missing;  // FEEL: a call that no form of the function takes is null
}

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
