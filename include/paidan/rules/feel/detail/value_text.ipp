#pragma once

#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/feel/detail/node.hpp>
#include <paidan/rules/feel/value.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {

/// Plain notation as long as that is readable.
inline std::string number_text(const Decimal& number) {
  std::string text = number.text();
  const std::size_t at = text.find('E');
  if (at == std::string::npos) return text;
  const int shown = std::stoi(text.substr(at + 1));
  if (shown < -60 || shown >= 34) return text;  // more than 34 digits are no number
  if (number.is_zero()) return "0";
  std::string digits = text.substr(0, at);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  std::size_t point = digits.find('.');
  if (point == std::string::npos) {
    point = digits.size();
  } else {
    digits.erase(point, 1);
  }
  const long place = static_cast<long>(point) + shown;  // of the point among the digits
  if (place <= 0) {
    digits = "0." + std::string(static_cast<std::size_t>(-place), '0') + digits;
  } else if (place >= static_cast<long>(digits.size())) {
    digits += std::string(static_cast<std::size_t>(place) - digits.size(), '0');
  } else {
    digits.insert(static_cast<std::size_t>(place), 1, '.');
  }
  return (negative ? "-" : "") + digits;
}

inline std::string text_literal(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        result += c;
    }
  }
  return result + "\"";
}

inline std::string_view constructor_of(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "date";
    case Kind::time:
      return "time";
    case Kind::date_time:
      return "date and time";
    default:
      return "duration";
  }
}

inline bool plain_name(std::string_view name) {
  for (const std::string_view blank : {"\xc2\xa0", "\xe3\x80\x80", "\xef\xbb\xbf"}) {
    if (name.find(blank) != std::string_view::npos) return false;
  }
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) return false;
  for (const char c : name) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                      static_cast<unsigned char>(c) >= 0x80U;
    if (!word) return false;
  }
  return true;
}

void append_text(std::string& text, const Value& value, bool as_literal);

PAIDAN_INLINE void append_parts(std::string& text, const Value& value, bool as_literal) {
  bool first = true;
  if (value.kind() == Kind::list) {
    text += '[';
    for (const Value& item : value.items()) {
      if (!first) text += ", ";
      first = false;
      append_text(text, item, as_literal);
    }
    text += ']';
  } else if (value.kind() == Kind::context) {
    text += '{';
    for (const ContextEntry& entry : value.entries()) {
      if (!first) text += ", ";
      first = false;
      text += plain_name(entry.name) ? entry.name : text_literal(entry.name);
      text += ": ";
      append_text(text, entry.value, as_literal);
    }
    text += '}';
  } else {
    const RangeParts& parts = value.range_parts();
    text += parts.low_closed && !parts.low.is_null() ? '[' : '(';
    append_text(text, parts.low, as_literal);
    text += "..";
    append_text(text, parts.high, as_literal);
    text += parts.high_closed && !parts.high.is_null() ? ']' : ')';
  }
}

PAIDAN_INLINE void append_text(std::string& text, const Value& value, bool as_literal) {
  switch (value.kind()) {
    case Kind::null:
      text += "null";
      break;
    case Kind::boolean:
      text += value.boolean() ? "true" : "false";
      break;
    case Kind::number:
      text += number_text(value.number());
      break;
    case Kind::string:
      text += text_literal(value.string());
      break;
    case Kind::list:
    case Kind::context:
    case Kind::range:
      append_parts(text, value, as_literal);
      break;
    case Kind::function:
      text += "function";
      break;
    default:
      if (as_literal) text.append(constructor_of(value.kind())).append("(\"");
      text += moment_text(value.kind(), value.moment());
      if (as_literal) text += "\")";
  }
}

}  // namespace rules_detail

PAIDAN_INLINE std::string Value::text() const {
  if (is_string()) return std::string(string());
  std::string result;
  rules_detail::append_text(result, *this, false);
  return result;
}

PAIDAN_INLINE std::string Value::literal() const {
  std::string result;
  rules_detail::append_text(result, *this, true);
  return result;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
