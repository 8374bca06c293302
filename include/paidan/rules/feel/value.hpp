// Values of rules: what FEEL (OMG DMN 1.5, chapter 10) computes with. Numbers are exact decimals.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/time.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

enum class Kind : std::uint8_t {
  null,
  boolean,
  number,
  string,
  date,
  time,
  date_time,
  days_duration,    ///< days and time duration: a length in seconds
  months_duration,  ///< years and months duration: a count of months
  range,
  list,
  context,
  function,
};
inline constexpr std::size_t kind_count = 13;

/// `number`, `date and time`, … as FEEL names the type; `Any` never occurs.
[[nodiscard]] PAIDAN_EXPORT std::string_view name_of(Kind kind);

/// No offset from UTC: a local time, which is what rules usually mean.
inline constexpr std::int32_t no_offset = std::numeric_limits<std::int32_t>::min();

/// A date, a time, a date and time or a duration, told apart by the kind of its Value.
struct Moment {
  std::int64_t seconds = 0;         ///< date: midnight, since 1970-01-01; time: since midnight; months_duration: months
  std::int32_t nanoseconds = 0;     ///< 0 … 999,999,999; added to the seconds, also when they are negative
  std::int32_t offset = no_offset;  ///< seconds east of UTC, only of times and dates and times
  friend constexpr bool operator==(const Moment&, const Moment&) = default;
};

class Value;
struct ContextEntry;

/// Bounds of a range; a null bound is no bound.
struct RangeParts;

namespace rules_detail {

/// What is too large to stand inside a Value: immutable, counted, shared.
struct Node {
  mutable std::uint32_t uses = 1;  ///< counted atomically, without <atomic>: see core/handle.hpp
  Kind kind;
  std::uint32_t depth = 1;  ///< of nested lists and contexts
  std::uint32_t size = 1;   ///< items at all depths, shared ones counted as often as they are used
  explicit Node(Kind its_kind) : kind(its_kind) {}
};
PAIDAN_EXPORT void destroy(const Node* node) noexcept;
inline void retain(const Node* node) noexcept { __atomic_fetch_add(&node->uses, 1, __ATOMIC_RELAXED); }
inline void release(const Node* node) noexcept {
  if (__atomic_sub_fetch(&node->uses, 1, __ATOMIC_ACQ_REL) == 0) destroy(node);
}

inline constexpr std::size_t inline_text = 24;
union Payload {
  constexpr Payload() : moment{} {}
  Moment moment;
  bool boolean;
  Decimal number;
  char text[inline_text];
  const Node* node;
};

}  // namespace rules_detail

/// An immutable value of 32 bytes. Numbers, booleans, dates, times, durations and strings of up to 24 bytes of UTF-8
/// stand inside and are copied without touching the heap; longer strings, lists, contexts, ranges and functions are
/// shared and counted. May be read from several threads.
class Value {
 public:
  /// Lists and contexts nested deeper than this are refused with `errors::too_deep`, those of more items with
  /// `errors::too_much_work`.
  static constexpr std::uint32_t max_depth = 1'000;
  static constexpr std::uint32_t max_size = 10'000'000;

  constexpr Value() = default;  ///< null
  template <std::same_as<bool> T>
  Value(T value) : kind_(Kind::boolean) {  // NOLINT(google-explicit-constructor)
    payload_.boolean = value;
  }
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char> && sizeof(T) <= 8 &&
           (std::signed_integral<T> || sizeof(T) < 8)) Value(T value)  // NOLINT(google-explicit-constructor)
      : Value(Decimal(static_cast<std::int64_t>(value))) {}
  template <std::floating_point T>
  Value(T) = delete;  // a binary fraction is not the number that was written: Decimal::parse
  Value(const Decimal& number) : kind_(Kind::number) { payload_.number = number; }  // NOLINT
  PAIDAN_EXPORT Value(std::string_view text);                        // NOLINT(google-explicit-constructor)
  Value(const char* text) : Value(std::string_view(text)) {}         // NOLINT(google-explicit-constructor)
  Value(const std::string& text) : Value(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Value(Date date) : Value(Kind::date, {.seconds = std::int64_t{date.days} * 86'400}) {}  // NOLINT
  Value(LocalTime time) : Value(Kind::time, {.seconds = time.seconds}) {}                 // NOLINT
  PAIDAN_EXPORT Value(const LocalDateTime& when);                                         // NOLINT
  Value(Duration length) : Value(Kind::days_duration, {.seconds = length.seconds}) {}     // NOLINT
  /// A date, time, date and time or duration from its parts.
  Value(Kind kind, const Moment& moment) : kind_(kind) { payload_.moment = moment; }
  [[nodiscard]] static Value months(std::int64_t count) { return {Kind::months_duration, {.seconds = count}}; }
  [[nodiscard]] PAIDAN_EXPORT static Value list(std::vector<Value> items);
  /// In the given order; the last of entries with the same name counts.
  [[nodiscard]] PAIDAN_EXPORT static Value context(std::vector<ContextEntry> entries);
  /// A null bound means none; null when the bounds cannot be compared with each other.
  [[nodiscard]] PAIDAN_EXPORT static Value range(RangeParts parts);
  /// Takes over one use of the node.
  static Value adopt(const rules_detail::Node* node) {
    Value value;
    value.kind_ = node->kind;
    value.shared_ = true;
    value.payload_.node = node;
    return value;
  }

  Value(const Value& other) noexcept
      : payload_(other.payload_), kind_(other.kind_), size_(other.size_), shared_(other.shared_) {
    if (shared_) rules_detail::retain(payload_.node);
  }
  Value(Value&& other) noexcept
      : payload_(other.payload_), kind_(other.kind_), size_(other.size_), shared_(other.shared_) {
    other.kind_ = Kind::null;
    other.shared_ = false;
  }
  Value& operator=(const Value& other) noexcept {
    if (this != &other) {
      if (other.shared_) rules_detail::retain(other.payload_.node);
      take(other);
    }
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    if (this != &other) {
      take(other);
      other.kind_ = Kind::null;
      other.shared_ = false;
    }
    return *this;
  }
  ~Value() {
    if (shared_) rules_detail::release(payload_.node);
  }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
  [[nodiscard]] bool is_boolean() const { return kind_ == Kind::boolean; }
  [[nodiscard]] bool is_number() const { return kind_ == Kind::number; }
  [[nodiscard]] bool is_string() const { return kind_ == Kind::string; }
  /// Exactly the boolean true.
  [[nodiscard]] bool is_true() const { return kind_ == Kind::boolean && payload_.boolean; }
  [[nodiscard]] bool is_false() const { return kind_ == Kind::boolean && !payload_.boolean; }
  /// Date, time, date and time or either duration.
  [[nodiscard]] bool is_moment() const { return kind_ >= Kind::date && kind_ <= Kind::months_duration; }

  // Each of these needs the kind it is named after.
  [[nodiscard]] bool boolean() const { return payload_.boolean; }
  [[nodiscard]] const Decimal& number() const { return payload_.number; }
  /// Valid as long as this value.
  [[nodiscard]] std::string_view string() const {
    return shared_ ? long_text() : std::string_view(payload_.text, size_);
  }
  [[nodiscard]] const Moment& moment() const { return payload_.moment; }
  [[nodiscard]] PAIDAN_EXPORT std::span<const Value> items() const;
  [[nodiscard]] PAIDAN_EXPORT std::span<const ContextEntry> entries() const;
  [[nodiscard]] PAIDAN_EXPORT const RangeParts& range_parts() const;
  [[nodiscard]] const rules_detail::Node* node() const { return shared_ ? payload_.node : nullptr; }

  /// The entry of a context; absent when there is none or this is not a context.
  [[nodiscard]] PAIDAN_EXPORT const Value* find(std::string_view name) const;
  /// The day of a date, or of a date and time; absent for other kinds and years beyond ±9999.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Date> to_date() const;

  /// What FEEL's `string()` gives: a string as it is, numbers in plain notation, `2017-08-03`, `P1Y2M`, `[1, "a"]`,
  /// `null`.
  [[nodiscard]] PAIDAN_EXPORT std::string text() const;
  /// FEEL source that gives this value again: `"a\"b"`, `date("2017-08-03")`, `[1..5)`. Functions, and ranges without a
  /// bound, have none: `function`, `(null..5)`.
  [[nodiscard]] PAIDAN_EXPORT std::string literal() const;

 private:
  void take(const Value& other) noexcept {
    if (shared_) rules_detail::release(payload_.node);
    payload_ = other.payload_;
    kind_ = other.kind_;
    size_ = other.size_;
    shared_ = other.shared_;
  }
  [[nodiscard]] PAIDAN_EXPORT std::string_view long_text() const;

  rules_detail::Payload payload_;
  Kind kind_ = Kind::null;
  std::uint8_t size_ = 0;  // of the text inside
  bool shared_ = false;
};

struct ContextEntry {
  std::string name;
  Value value;
};

struct RangeParts {
  Value low;
  Value high;
  bool low_closed = true;
  bool high_closed = true;
};

namespace rules_detail {
PAIDAN_EXPORT std::optional<int> compare_moments(const Value& a, const Value& b);
PAIDAN_EXPORT std::optional<bool> equal_shared(const Value& a, const Value& b);
}  // namespace rules_detail

/// Order of two numbers, strings (by code point), dates, times, dates and times or durations of one kind; absent where
/// FEEL has no order (other kinds, mixed kinds, null; a local time against one with an offset).
[[nodiscard]] inline std::optional<int> compare(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return std::nullopt;
  if (a.is_number()) return a.number().compare(b.number());
  if (a.is_string()) {
    const int order = a.string().compare(b.string());
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }
  return rules_detail::compare_moments(a, b);
}

/// FEEL's `=`: null equals only null; absent (FEEL's null) for two different kinds.
[[nodiscard]] inline std::optional<bool> equal(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) {
    if (a.is_null() || b.is_null()) return false;
    return std::nullopt;
  }
  if (a.is_number()) return a.number() == b.number();
  if (a.is_string()) return a.string() == b.string();
  if (a.is_boolean()) return a.boolean() == b.boolean();
  return rules_detail::equal_shared(a, b);
}

/// Whether the value lies in the range; absent where it cannot be compared with the bounds.
[[nodiscard]] PAIDAN_EXPORT std::optional<bool> within(const Value& value, const RangeParts& range);

/// A total order over all values, for sorting and indexing: by kind, then by `compare`, lists and contexts part by
/// part. Numbers that are equal (1 and 1.0) are the same here too.
[[nodiscard]] PAIDAN_EXPORT std::strong_ordering total_order(const Value& a, const Value& b);

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/feel/value.ipp>
#endif
