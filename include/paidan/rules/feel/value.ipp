#pragma once

#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/feel/detail/node.hpp>
#include <paidan/rules/feel/errors.hpp>
#include <paidan/rules/feel/value.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

PAIDAN_INLINE std::string_view name_of(Kind kind) {
  static constexpr std::array<std::string_view, kind_count> names{"null",
                                                                  "boolean",
                                                                  "number",
                                                                  "string",
                                                                  "date",
                                                                  "time",
                                                                  "date and time",
                                                                  "days and time duration",
                                                                  "years and months duration",
                                                                  "range",
                                                                  "list",
                                                                  "context",
                                                                  "function"};
  return names[static_cast<std::size_t>(kind)];
}

namespace rules_detail {

// Depths are bounded when nodes are made, so this recursion is.
PAIDAN_INLINE void destroy(const Node* node) noexcept {
  switch (node->kind) {
    case Kind::string:
      delete static_cast<const TextNode*>(node);
      break;
    case Kind::list:
      delete static_cast<const ListNode*>(node);
      break;
    case Kind::context:
      delete static_cast<const ContextNode*>(node);
      break;
    case Kind::range:
      delete static_cast<const RangeNode*>(node);
      break;
    default:
      static_cast<const FunctionHead*>(node)->destroy(node);
      break;
  }
}

/// Takes the value into account that is to stand inside the node; throws beyond the limits.
inline void enclose(Node& node, const Value& value) {
  const Node* inner = value.node();
  if (inner != nullptr && inner->depth >= node.depth) node.depth = inner->depth + 1;
  node.size += inner == nullptr ? 1 : inner->size;
  if (node.depth > Value::max_depth) {
    throw InvalidInput(Error{&errors::too_deep, "", 0, {{"limit", std::to_string(Value::max_depth)}}});
  }
  if (node.size > Value::max_size) {
    throw InvalidInput(Error{&errors::too_much_work, "", 0, {{"limit", std::to_string(Value::max_size)}}});
  }
}

}  // namespace rules_detail

PAIDAN_INLINE Value::Value(std::string_view text) : kind_(Kind::string) {
  if (text.size() <= rules_detail::inline_text) {
    if (!text.empty()) std::memcpy(payload_.text, text.data(), text.size());
    size_ = static_cast<std::uint8_t>(text.size());
  } else {
    payload_.node = new rules_detail::TextNode(std::string(text));
    shared_ = true;
  }
}

PAIDAN_INLINE Value::Value(const LocalDateTime& when)
    : Value(Kind::date_time, {.seconds = std::int64_t{when.date.days} * 86'400 + when.time.seconds}) {}

PAIDAN_INLINE Value Value::list(std::vector<Value> items) {
  auto node = std::make_unique<rules_detail::ListNode>();
  for (const Value& item : items) rules_detail::enclose(*node, item);
  node->items = std::move(items);
  return adopt(node.release());
}

PAIDAN_INLINE Value Value::context(std::vector<ContextEntry> entries) {
  auto node = std::make_unique<rules_detail::ContextNode>();
  for (const ContextEntry& entry : entries) rules_detail::enclose(*node, entry.value);
  node->entries = std::move(entries);
  return adopt(node.release());
}

PAIDAN_INLINE Value Value::range(RangeParts parts) {
  if (parts.low.is_null() && parts.high.is_null()) return {};
  if (!parts.low.is_null() && !parts.high.is_null() && !compare(parts.low, parts.high)) return {};
  if (parts.low.is_null() && !compare(parts.high, parts.high)) return {};
  if (parts.high.is_null() && !compare(parts.low, parts.low)) return {};
  auto node = std::make_unique<rules_detail::RangeNode>();
  node->parts = std::move(parts);
  return adopt(node.release());
}

PAIDAN_INLINE std::string_view Value::long_text() const {
  return static_cast<const rules_detail::TextNode*>(payload_.node)->text;
}

PAIDAN_INLINE std::span<const Value> Value::items() const {
  return static_cast<const rules_detail::ListNode*>(payload_.node)->items;
}

PAIDAN_INLINE std::span<const ContextEntry> Value::entries() const {
  return static_cast<const rules_detail::ContextNode*>(payload_.node)->entries;
}

PAIDAN_INLINE const RangeParts& Value::range_parts() const {
  return static_cast<const rules_detail::RangeNode*>(payload_.node)->parts;
}

PAIDAN_INLINE const Value* Value::find(std::string_view name) const {
  if (kind_ != Kind::context) return nullptr;
  const std::span<const ContextEntry> all = entries();
  for (std::size_t i = all.size(); i-- > 0;) {
    if (all[i].name == name) return &all[i].value;
  }
  return nullptr;
}

PAIDAN_INLINE std::optional<Date> Value::to_date() const {
  if (kind_ != Kind::date && kind_ != Kind::date_time) return std::nullopt;
  const std::int64_t seconds = payload_.moment.seconds;
  const std::int64_t days = seconds / 86'400 - (seconds % 86'400 < 0 ? 1 : 0);
  const Date first = *Date::from_ymd(-9999, 1, 1);
  const Date last = *Date::from_ymd(9999, 12, 31);
  if (days < first.days || days > last.days) return std::nullopt;
  return Date{static_cast<std::int32_t>(days)};
}

namespace rules_detail {

inline int sign_of(std::int64_t a, std::int64_t b) { return a < b ? -1 : a > b ? 1 : 0; }

PAIDAN_INLINE std::optional<int> compare_moments(const Value& a, const Value& b) {
  if (!a.is_moment()) return std::nullopt;
  const Moment& x = a.moment();
  const Moment& y = b.moment();
  if ((x.offset == no_offset) != (y.offset == no_offset)) return std::nullopt;
  // The difference of the offsets is small: the sum of seconds near the ends of 64 bits saturates instead.
  std::int64_t other = 0;
  const std::int64_t shift = x.offset == no_offset ? 0 : std::int64_t{x.offset} - y.offset;
  if (__builtin_add_overflow(y.seconds, shift, &other)) return shift < 0 ? 1 : -1;
  const int order = sign_of(x.seconds, other);
  return order != 0 ? order : sign_of(x.nanoseconds, y.nanoseconds);
}

/// FEEL's truth of "all of these": a false decides, otherwise an unknown does.
inline bool join(std::optional<bool>& all, std::optional<bool> next) {
  if (next == false) all = false;
  if (!next && all == true) all = std::nullopt;
  return all != false;
}

PAIDAN_INLINE std::optional<bool> equal_shared(const Value& a, const Value& b) {
  if (a.is_null()) return true;
  if (a.is_moment()) {
    const std::optional<int> order = compare_moments(a, b);
    return order ? std::optional<bool>(*order == 0) : std::nullopt;
  }
  if (a.node() == b.node()) return true;
  std::optional<bool> all = true;
  if (a.kind() == Kind::list) {
    const auto x = a.items();
    const auto y = b.items();
    if (x.size() != y.size()) return false;
    for (std::size_t i = 0; i < x.size() && join(all, equal(x[i], y[i])); ++i) {
    }
    return all;
  }
  if (a.kind() == Kind::context) {
    if (a.entries().size() != b.entries().size()) return false;
    for (const ContextEntry& entry : a.entries()) {
      const Value* other = b.find(entry.name);
      if (other == nullptr) return false;
      if (!join(all, equal(entry.value, *other))) break;
    }
    return all;
  }
  if (a.kind() == Kind::range) {
    const RangeParts& x = a.range_parts();
    const RangeParts& y = b.range_parts();
    if (x.low_closed != y.low_closed || x.high_closed != y.high_closed) return false;
    if (join(all, equal(x.low, y.low))) join(all, equal(x.high, y.high));
    return all;
  }
  return std::nullopt;
}

}  // namespace rules_detail

PAIDAN_INLINE std::optional<bool> within(const Value& value, const RangeParts& range) {
  std::optional<bool> inside = true;
  if (!range.low.is_null()) {
    const std::optional<int> order = compare(value, range.low);
    if (!order) return std::nullopt;
    if (*order < 0 || (*order == 0 && !range.low_closed)) inside = false;
  }
  if (!range.high.is_null()) {
    const std::optional<int> order = compare(value, range.high);
    if (!order) return std::nullopt;
    if (*order > 0 || (*order == 0 && !range.high_closed)) inside = false;
  }
  return inside;
}

PAIDAN_INLINE std::strong_ordering total_order(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return a.kind() <=> b.kind();
  switch (a.kind()) {
    case Kind::null:
      return std::strong_ordering::equal;
    case Kind::boolean:
      return a.boolean() <=> b.boolean();
    case Kind::number:
    case Kind::string:
      return *compare(a, b) <=> 0;
    case Kind::range: {
      const RangeParts& x = a.range_parts();
      const RangeParts& y = b.range_parts();
      if (const auto order = total_order(x.low, y.low); order != 0) return order;
      if (const auto order = total_order(x.high, y.high); order != 0) return order;
      if (const auto order = x.low_closed <=> y.low_closed; order != 0) return order;
      return x.high_closed <=> y.high_closed;
    }
    case Kind::list: {
      const auto x = a.items();
      const auto y = b.items();
      for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (const auto order = total_order(x[i], y[i]); order != 0) return order;
      }
      return x.size() <=> y.size();
    }
    case Kind::context: {
      const auto x = a.entries();
      const auto y = b.entries();
      for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (const int order = x[i].name.compare(y[i].name); order != 0) return order <=> 0;
        if (const auto order = total_order(x[i].value, y[i].value); order != 0) return order;
      }
      return x.size() <=> y.size();
    }
    case Kind::function:
      return std::compare_three_way{}(a.node(), b.node());
    default: {
      const Moment& x = a.moment();
      const Moment& y = b.moment();
      if ((x.offset == no_offset) != (y.offset == no_offset))
        return (y.offset == no_offset) <=> (x.offset == no_offset);
      return *rules_detail::compare_moments(a, b) <=> 0;
    }
  }
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#include <paidan/rules/feel/detail/value_text.ipp>
