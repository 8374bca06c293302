// Which facts a table reads, from its input expressions; and facts by name.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/rules/table/detail/fact_texts.ipp>
#include <paidan/rules/table/detail/table_body.hpp>
#include <paidan/rules/table/table.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

inline bool starts_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}
inline bool continues_word(char c) { return starts_word(c) || (c >= '0' && c <= '9'); }
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

inline bool is_keyword(std::string_view word) {
  constexpr std::array<std::string_view, 19> keywords{
      "if",    "then",      "else",     "and", "or",       "in",   "between", "for",   "return", "some",
      "every", "satisfies", "instance", "of",  "function", "null", "true",    "false", "not"};
  return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

/// Adds what the expression seems to call its facts: every run of words, unless it is called or follows a dot.
inline void add_facts(std::string_view text, Names& names) {
  bool after_dot = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1U : 0U;
      ++at;
      after_dot = false;
    } else if (c >= '0' && c <= '9') {
      while (at < text.size() && continues_word(text[at])) ++at;
      after_dot = false;
    } else if (!starts_word(c)) {
      if (!is_blank(c)) after_dot = c == '.';
      ++at;
    } else if (text.substr(at).starts_with("date and time(")) {
      at += std::string_view("date and time").size();
    } else {
      std::string run;
      std::size_t next = at;
      while (next < text.size() && starts_word(text[next])) {
        std::size_t end = next;
        while (end < text.size() && continues_word(text[end])) ++end;
        const std::string_view word = text.substr(next, end - next);
        if (is_keyword(word)) {
          if (run.empty()) next = end;  // alone: passed over
          break;
        }
        if (!run.empty()) run += ' ';
        run += word;
        next = end;
        while (next < text.size() && is_blank(text[next])) ++next;
        while (next < text.size() && !run.empty() && text[next] >= '0' && text[next] <= '9') {  // `zone 2`
          end = next;
          while (end < text.size() && continues_word(text[end])) ++end;
          run += ' ';
          run += text.substr(next, end - next);
          next = end;
          while (next < text.size() && is_blank(text[next])) ++next;
        }
      }
      at = next;
      while (next < text.size() && is_blank(text[next])) ++next;
      const bool called = next < text.size() && text[next] == '(';
      if (!run.empty() && after_dot) {
        names.add_member(run);
      } else if (!run.empty() && !called) {
        names.add(run);
      }
      after_dot = false;
    }
  }
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE Names DecisionTable::facts_of(const TableData& data) {
  Names names;
  for (const InputClause& input : data.inputs) {
    if (!input.expression.empty()) {
      rules_detail::add_facts(input.expression, names);
    } else if (!input.name.empty()) {
      names.add(input.name);
    }
  }
  return names;
}

PAIDAN_INLINE Value DecisionTable::read_texts(const Value& facts) const {
  Value read = facts;
  for (const rules_detail::MomentPath& path : body_->moments)
    read = rules_detail::read_texts_at(read, path.names, path.kind);
  return read;
}

PAIDAN_INLINE std::vector<Value> DecisionTable::scope_of(const Value& facts, Errors& errors) const {
  std::vector<Value> scope;
  for (const std::string& name : body_->names.list()) {
    const Value* const found = facts.find(name);
    scope.push_back(found == nullptr ? Value{} : *found);
    if (found != nullptr) continue;
    std::vector<std::string_view> given;
    if (facts.kind() == Kind::context) {
      for (const ContextEntry& entry : facts.entries()) given.push_back(entry.name);
    }
    errors.add(errors::missing_fact, name, with_hint({{"name", name}}, name, given));
  }
  return scope;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
