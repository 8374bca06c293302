// Texts of facts that mean dates, times or durations, because a column compares them with such.
#pragma once

#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/table/detail/table_body.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

/// A text as the moment of that kind that it says; otherwise as it is.
inline Value moment_of_text(const Value& value, Kind kind) {
  if (!value.is_string()) return value;
  Value made;
  if (kind == Kind::date) made = parse_date(value.string());
  if (kind == Kind::time) made = parse_time(value.string());
  if (kind == Kind::date_time) made = parse_date_time(value.string());
  if (kind == Kind::days_duration || kind == Kind::months_duration) made = parse_duration(value.string());
  return made.is_null() ? value : made;
}

inline bool is_moment_kind(Kind kind) { return kind >= Kind::date && kind <= Kind::months_duration; }

/// The kind of moment that a column without a type compares with, where its cells compare with nothing else.
inline std::optional<Kind> compared_kind(const TableBody& body, std::size_t input) {
  std::optional<Kind> kind;
  bool other = false;
  const auto look = [&](const UnaryTests& cell) {
    for (const SimpleTest& test : cell.tests()) {
      for (const Value* bound : {&test.range.low, &test.range.high}) {
        if (bound->is_null()) continue;
        other = other || !is_moment_kind(bound->kind()) || (kind && *kind != bound->kind());
        kind = bound->kind();
      }
    }
  };
  look(body.inputs[input].allowed);
  for (std::uint32_t rule = 0; rule < body.data.rules.size() && !other; ++rule) look(body.cell(rule, input));
  return other ? std::nullopt : kind;
}

/// The names of a path such as `job.day`; empty for longer expressions.
inline std::vector<std::string> names_of_path(std::string_view expression) {
  if (expression.find_first_of("()[]{}\"<>=+*/,?@") != std::string_view::npos) return {};
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= expression.size();) {
    const std::size_t end = std::min(expression.find('.', at), expression.size());
    const std::string_view part = expression.substr(at, end - at);
    const std::size_t first = part.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    names.emplace_back(part.substr(first, part.find_last_not_of(" \t\r\n") - first + 1));
    at = end + 1;
  }
  return names;
}

inline std::vector<MomentPath> moment_paths(const TableBody& body) {
  std::vector<MomentPath> paths;
  for (std::size_t i = 0; i < body.inputs.size(); ++i) {
    const InputClause& clause = body.data.inputs[i];
    std::optional<Kind> kind = body.inputs[i].type;
    if (!kind && (clause.type.empty() || clause.type == "Any")) kind = compared_kind(body, i);
    if (!kind || !is_moment_kind(*kind)) continue;
    std::vector<std::string> names;
    if (body.inputs[i].variable) {
      names.push_back(body.names.list()[*body.inputs[i].variable]);
    } else {
      names = names_of_path(clause.expression);
    }
    if (!names.empty()) paths.push_back({std::move(names), *kind});
  }
  return paths;
}

/// The value with texts at the path as moments; in each item of lists on the way.
inline Value read_texts_at(const Value& value, std::span<const std::string> names, Kind kind) {
  if (value.kind() == Kind::list) {
    std::vector<Value> items;
    items.reserve(value.items().size());
    for (const Value& item : value.items()) items.push_back(read_texts_at(item, names, kind));
    return Value::list(std::move(items));
  }
  if (names.empty()) return moment_of_text(value, kind);
  if (value.find(names[0]) == nullptr) return value;
  std::vector<ContextEntry> entries(value.entries().begin(), value.entries().end());
  for (ContextEntry& entry : entries) {
    if (entry.name == names[0]) entry.value = read_texts_at(entry.value, names.subspan(1), kind);
  }
  return Value::context(std::move(entries));
}

}  // namespace rules::rules_detail
}  // namespace paidan::inline PAIDAN_ABI
